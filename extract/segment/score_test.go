package segment

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/treebank"
)

// A goldDoc is a document of a treebank as raw text, with a blank line between
// paragraphs, and where its sentences and words lie in it.
type goldDoc struct {
	name      string
	text      string
	sentences []extract.Span
	words     []extract.Span
}

func goldDocs(t *testing.T, file string, blocks bool) []goldDoc {
	t.Helper()
	dir := os.Getenv("CLAIMWIRE_DATA")
	if dir == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	trees, err := treebank.OpenCoNLLU(filepath.Join(dir, "ud", file))
	if err != nil {
		t.Fatal(err)
	}
	var docs []goldDoc
	inner := 0 // sentences left in the innermost block
	for _, s := range trees {
		blockEnds := inner == 1
		inner = max(0, inner-1)
		if n := innerBlock(s); n > 0 {
			inner = n
		}
		if s.NewDoc {
			docs = append(docs, goldDoc{name: s.Doc})
		}
		d := &docs[len(docs)-1]
		switch {
		case d.text == "":
		case s.NewPar, blocks && blockEnds:
			d.text += "\n\n"
		default:
			d.text += " "
		}
		at := len(d.text)
		d.text += s.Text
		d.sentences = append(d.sentences, extract.Span{Start: at, End: len(d.text)})
		for _, w := range s.Words {
			d.words = append(d.words, extract.Span{Start: at + w.Start, End: at + w.End})
		}
	}
	return docs
}

// innerBlock is the number of sentences in the smallest block that starts at s, such
// as the caption in a paragraph: "# newpar_block = p (6 s) | caption (1 s)".
func innerBlock(s *treebank.Sentence) int {
	for _, c := range s.Comments {
		if _, list, ok := strings.Cut(c, "# newpar_block ="); ok {
			n := 0
			block := list[strings.LastIndex(list, "|")+1:]
			fmt.Sscanf(block[strings.LastIndex(block, "(")+1:], "%d s)", &n)
			return n
		}
	}
	return 0
}

// A count scores spans found against spans known.
type count struct{ right, found, known int }

func (c *count) add(found, known []extract.Span) {
	set := map[extract.Span]bool{}
	for _, s := range known {
		set[s] = true
	}
	for _, s := range found {
		if set[s] {
			c.right++
		}
	}
	c.found += len(found)
	c.known += len(known)
}

func (c count) f1() float64 { return 200 * float64(c.right) / float64(c.found+c.known) }

// joinHyphens merges the parts of words with hyphens, and of ranges, in both
// divisions: whether to split there is a choice, not a fault.
func joinHyphens(text string, spans []extract.Span) []extract.Span {
	var out []extract.Span
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].End == s.Start {
			last := text[out[n-1].Start:out[n-1].End]
			this := text[s.Start:s.End]
			if isHyphen(this) && startsWordBefore(lastRune(last)) || strings.HasSuffix(last, "-") && len(last) > 1 && !strings.HasSuffix(last, "--") && startsWord(this, 0) {
				out[n-1].End = s.End
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

func isHyphen(w string) bool { return w == "-" || w == "\u2010" || w == "\u2011" }

func lastRune(w string) rune {
	r := []rune(w)
	return r[len(r)-1]
}

func TestScoreTreebanks(t *testing.T) {
	for _, tt := range []struct {
		name, file, genre string
		blocks            bool // break the text at the ends of captions and list items, too
	}{
		{"gum-dev", "gum-dev.conllu.gz", "", false},
		{"gum-test", "gum-test.conllu.gz", "", false},
		{"gum-news", "gum-*.conllu.gz", "GUM_news", false},
		{"gum-news dev", "gum-dev.conllu.gz", "GUM_news", false},
		{"gum-news dev+test", "gum-[dt]e*.conllu.gz", "GUM_news", false},
		{"gum-news with blocks", "gum-*.conllu.gz", "GUM_news", true},
		{"ewt-dev", "ewt-dev.conllu.gz", "", false},
		{"ewt-test", "ewt-test.conllu.gz", "", false},
	} {
		var sentences, tokens count
		files, _ := filepath.Glob(filepath.Join(os.Getenv("CLAIMWIRE_DATA"), "ud", tt.file))
		if len(files) == 0 {
			t.Skip("CLAIMWIRE_DATA is not set")
		}
		for _, f := range files {
			for _, g := range goldDocs(t, filepath.Base(f), tt.blocks) {
				if !strings.HasPrefix(g.name, tt.genre) {
					continue
				}
				d := &extract.Document{Article: &extract.Article{Text: g.text}}
				if err := Stage.Run(d); err != nil {
					t.Fatal(err)
				}
				var found, words []extract.Span
				for _, s := range d.Sentences {
					found = append(found, s.Span)
				}
				for _, w := range d.Tokens {
					words = append(words, w.Span)
				}
				sentences.add(found, g.sentences)
				jf, jk := joinHyphens(g.text, words), joinHyphens(g.text, g.words)
				tokens.add(jf, jk)
				if os.Getenv("SHOW") == tt.name {
					show(t, g, found, jf, jk)
				}
			}
		}
		t.Logf("score: segment %s sentence F1\t%.2f", tt.name, sentences.f1())
		t.Logf("score: segment %s token F1\t%.2f", tt.name, tokens.f1())
	}
}

func show(t *testing.T, g goldDoc, found, words, known []extract.Span) {
	has := func(spans []extract.Span) map[extract.Span]bool {
		m := map[extract.Span]bool{}
		for _, s := range spans {
			m[s] = true
		}
		return m
	}
	fs, ks := has(found), has(g.sentences)
	for _, s := range g.sentences {
		if !fs[s] {
			t.Logf("MISSED %s", g.text[s.Start:s.End])
		}
	}
	for _, s := range found {
		if !ks[s] {
			t.Logf("WRONG  %s", g.text[s.Start:s.End])
		}
	}
	fs, ks = has(words), has(known)
	for _, s := range known {
		if !fs[s] {
			t.Logf("TMISSED %s\t%s", g.text[s.Start:s.End], g.text[max(0, s.Start-15):min(len(g.text), s.End+15)])
		}
	}
	for _, s := range words {
		if !ks[s] {
			t.Logf("TWRONG  %s", g.text[s.Start:s.End])
		}
	}
}
