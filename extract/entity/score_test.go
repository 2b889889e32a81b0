package entity_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/entity"
	"github.com/claimwire/claimwire/extract/tag"
)

// TestScoreConll scores names on CoNLL-2003 testa: exact typed spans over the
// corpus's own tokens and sentences, nationalities as MISC. No rule and no list was
// fitted to it, no weight trained on it.
func TestScoreConll(t *testing.T) {
	docs := conll(t)
	var s scores
	for _, d := range docs {
		for _, st := range []extract.Stage{tag.Stage, entity.Stage} {
			if err := st.Run(d.Document); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		s.add(d)
	}
	for _, typ := range []string{"PER", "LOC", "ORG", "MISC"} {
		p, r, f := s.of(typ)
		fmt.Printf("score: names conll-testa %s F1\t%.1f (P %.1f R %.1f)\n", typ, f, p, r)
	}
	if path := os.Getenv("ENTITY_ERRORS"); path != "" {
		if err := os.WriteFile(path, []byte(s.errors.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

type goldDoc struct {
	*extract.Document
	gold map[span]string
}

type span struct{ first, last int }

type scores struct {
	right, found, gold map[string]int
	errors             strings.Builder
}

func (s *scores) add(d goldDoc) {
	if s.right == nil {
		s.right, s.found, s.gold = map[string]int{}, map[string]int{}, map[string]int{}
	}
	got := map[span]string{}
	for _, e := range d.Entities {
		typ := e.Type
		if typ == extract.NORP {
			typ = extract.MISC
		}
		got[span{e.First, e.Last}] = typ
		s.found[typ]++
		if d.gold[span{e.First, e.Last}] == typ {
			s.right[typ]++
		}
	}
	for _, typ := range d.gold {
		s.gold[typ]++
	}
	for _, sent := range d.Sentences {
		s.note(d, got, sent)
	}
}

// note writes down a sentence that has errors, for reading.
func (s *scores) note(d goldDoc, got map[span]string, sent extract.Sentence) {
	var line strings.Builder
	for i := sent.First; i < sent.Last; i++ {
		for j := i + 1; j <= sent.Last; j++ {
			g, f := d.gold[span{i, j}], got[span{i, j}]
			if g != f {
				fmt.Fprintf(&line, "  %-5s want %-5s [%s] %s\n", f, g, d.In(d.TokenSpan(i, j)), ruleAt(d, i, j))
			}
		}
	}
	if line.Len() > 0 {
		fmt.Fprintf(&s.errors, "%s\n%s", d.In(sent.Span), line.String())
	}
}

func (s *scores) of(typ string) (p, r, f float64) {
	p = 100 * float64(s.right[typ]) / float64(max(1, s.found[typ]))
	r = 100 * float64(s.right[typ]) / float64(max(1, s.gold[typ]))
	return p, r, 2 * p * r / max(1, p+r)
}

// conll reads the articles of CoNLL-2003 testa, words joined as running text has them.
func conll(t *testing.T) []goldDoc {
	data := os.Getenv("CLAIMWIRE_DATA")
	if data == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	f, err := os.Open(filepath.Join(data, "conll2003", "testa.gz"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var docs []goldDoc
	var b builder
	sc := bufio.NewScanner(z)
	for sc.Scan() {
		switch fields := strings.Fields(sc.Text()); {
		case len(fields) == 0:
			b.endSentence()
		case fields[0] == "-DOCSTART-":
			docs = b.endDocument(docs)
		default:
			b.word(fields[0], fields[3])
		}
	}
	return b.endDocument(docs)
}

type builder struct {
	text   strings.Builder
	d      extract.Document
	gold   map[span]string
	first  int
	open   int
	typ    string
	opened bool
}

func (b *builder) word(w, label string) {
	if n := len(b.d.Tokens); n > b.first && !strings.HasPrefix(w, "'") && !strings.ContainsAny(w[:1], ".,)") && w != "n't" {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(w)
	i := len(b.d.Tokens)
	b.d.Tokens = append(b.d.Tokens, extract.Token{Span: extract.Span{Start: start, End: b.text.Len()}, Norm: strings.ToLower(w)})
	prefix, typ, _ := strings.Cut(label, "-")
	if b.opened && (prefix != "I" || typ != b.typ) {
		b.close(i)
	}
	if prefix != "O" && !b.opened {
		b.open, b.typ, b.opened = i, typ, true
	}
}

func (b *builder) close(i int) {
	if b.opened {
		if b.gold == nil {
			b.gold = map[span]string{}
		}
		b.gold[span{b.open, i}] = b.typ
	}
	b.opened = false
}

func (b *builder) endSentence() {
	n := len(b.d.Tokens)
	b.close(n)
	if n == b.first {
		return
	}
	s := extract.Span{Start: b.d.Tokens[b.first].Start, End: b.d.Tokens[n-1].End}
	b.d.Sentences = append(b.d.Sentences, extract.Sentence{Span: s, First: b.first, Last: n, Paragraph: len(b.d.Paragraphs), Number: len(b.d.Sentences) + 1})
	b.d.Paragraphs = append(b.d.Paragraphs, extract.Paragraph{Span: s, Section: extract.Body})
	b.text.WriteString("\n")
	b.first = n
}

func (b *builder) endDocument(docs []goldDoc) []goldDoc {
	b.endSentence()
	if len(b.d.Tokens) > 0 {
		d := b.d
		d.Article = &extract.Article{Text: b.text.String()}
		docs = append(docs, goldDoc{&d, b.gold})
	}
	*b = builder{}
	return docs
}

// ruleAt is the rule of the entity of these tokens.
func ruleAt(d goldDoc, first, last int) string {
	for _, e := range d.Entities {
		if e.First == first && e.Last == last {
			return e.Rule
		}
	}
	return ""
}
