package coref_test

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/coref"
	"github.com/claimwire/claimwire/extract/entity"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/quantity"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/extract/timex"
)

// TestScorePronouns scores third-person pronouns on GUM dev, and on GUM test, which
// nobody reads: of those whose antecedent is a person or organisation, how many are in
// a chain whose nearest mention before that is no pronoun means the same. It runs from
// raw text. COREF_ERRORS names a file for what is wrong in dev.
func TestScorePronouns(t *testing.T) {
	for _, part := range strings.Fields(cmp.Or(os.Getenv("COREF_PARTS"), "dev test")) {
		scorePart(t, part)
	}
}

func scorePart(t *testing.T, part string) {
	var all, news tally
	var nouns described
	sources := described{sources: true}
	genres, genreNouns := map[string]*tally{}, map[string]*described{}
	byForm := map[string]*tally{}
	var log strings.Builder
	for _, d := range gum(t, part) {
		analyse(t, d.Document)
		var l *strings.Builder
		if part == os.Getenv("COREF_READ") {
			l = &log
		}
		d.score(&all, l, byForm)
		d.scoreNouns(&nouns, l)
		d.scoreNouns(&sources, nil)
		if g := strings.Split(d.ID, "_")[1]; true {
			if genres[g] == nil {
				genres[g], genreNouns[g] = &tally{}, &described{}
			}
			d.score(genres[g], nil, nil)
			d.scoreNouns(genreNouns[g], nil)
		}
		if strings.HasPrefix(d.ID, "GUM_news") {
			d.score(&news, nil, nil)
		}
	}
	fmt.Printf("score: pronouns gum-%s right chain %%\t%.1f (%d of %d)\n", part, all.percent(), all.right, all.of)
	fmt.Printf("score: pronouns gum-%s for things put into a chain %%\t%.1f (%d of %d)\n", part, 100*float64(all.falsified)/float64(max(1, all.things)), all.falsified, all.things)
	fmt.Printf("score: pronouns gum-%s news right chain %%\t%.1f (%d of %d)\n", part, news.percent(), news.right, news.of)
	fmt.Printf("score: descriptions gum-%s %v\n", part, &nouns)
	fmt.Printf("score: descriptions gum-%s that speak, say or are asked %v\n", part, &sources)
	if path := os.Getenv("COREF_ERRORS"); path != "" && log.Len() > 0 {
		if err := os.WriteFile(path, []byte(log.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if os.Getenv("COREF_FORMS") != "" {
		for _, g := range slices.Sorted(maps.Keys(genres)) {
			fmt.Printf("score: genre %s %s\t%.1f %% of %d pronouns\t%v\n", part, g, genres[g].percent(), genres[g].of, genreNouns[g])
		}
		for _, f := range slices.Sorted(maps.Keys(byForm)) {
			fmt.Printf("score: form %s %s\t%d of %d, %d unresolved\n", part, f, byForm[f].right, byForm[f].of, byForm[f].none)
		}
	}
}

// analyse runs the stages before this one, and this one.
func analyse(t testing.TB, d *extract.Document) {
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage, entity.Stage, quantity.Stage, timex.Stage, attribution.Quotes, attribution.Stage, coref.Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	if err := d.Check(); err != nil {
		t.Fatalf("%q: %v", d.Text, err)
	}
}

type tally struct {
	right, of, none   int
	things, falsified int // pronouns for anything else, and those put into a chain
}

func (t tally) percent() float64 { return 100 * float64(t.right) / float64(max(1, t.of)) }

// A gumDoc is a GUM document as raw text, with its gold mentions.
type gumDoc struct {
	*extract.Document
	mentions []goldMention
}

type goldMention struct {
	id, typ string
	span    extract.Span
	heads   []extract.Span // its head, and what is flat with it: "President", "Hale"
	xpos    string         // of its head
	beside  bool           // an apposition or a predicate, which stands beside what it means
}

var third = map[string]bool{
	"he": true, "him": true, "his": true, "himself": true, "she": true, "her": true, "hers": true, "herself": true,
	"it": true, "its": true, "itself": true, "they": true, "them": true, "their": true, "theirs": true, "themselves": true,
}

func (d *gumDoc) score(ta *tally, log *strings.Builder, byForm map[string]*tally) {
	named := map[string]bool{}
	for _, g := range d.mentions {
		form := strings.ToLower(d.In(g.span))
		if !third[form] {
			if !pronominal[form] {
				named[g.id] = true
			}
			continue
		}
		got := d.antecedent(g.span)
		if g.typ != "person" && g.typ != "organization" {
			ta.things++
			if got >= 0 {
				ta.falsified++
			}
		}
		if g.typ != "person" && g.typ != "organization" || !named[g.id] {
			continue
		}
		ta.of++
		right := got >= 0 && d.means(d.Entities[got].Span, g.id)
		if right {
			ta.right++
		}
		d.note(g, form, got, right, log, byForm)
	}
}

var pronominal = map[string]bool{"i": true, "me": true, "my": true, "we": true, "us": true, "our": true, "you": true, "your": true, "who": true, "that": true, "which": true, "whom": true, "whose": true, "one": true, "myself": true}

func (d *gumDoc) note(g goldMention, form string, got int, right bool, log *strings.Builder, byForm map[string]*tally) {
	if byForm == nil {
		return
	}
	if byForm[form] == nil {
		byForm[form] = &tally{}
	}
	f := byForm[form]
	f.of++
	if right {
		f.right++
		return
	}
	ant := "(none)"
	if got >= 0 {
		ant = d.In(d.Entities[got].Span)
	} else {
		f.none++
	}
	if log == nil {
		return
	}
	want := ""
	for _, m := range d.mentions {
		if m.id == g.id && m.span.Start < g.span.Start && !third[strings.ToLower(d.In(m.span))] {
			want = d.In(m.span)
		}
	}
	lo := max(0, g.span.Start-160)
	fmt.Fprintf(log, "%s %s: got [%s] want [%s] %s: …%s>>%s<<%s\n", d.ID, form, ant, want, g.typ, strings.ReplaceAll(d.Text[lo:g.span.Start], "\n", "|"), form, strings.ReplaceAll(d.Text[g.span.End:min(len(d.Text), g.span.End+60)], "\n", "|"))
}

// antecedent is the last entity before the pronoun, in its chain, that is no
// pronoun; the first after it where there is none; -1 without a chain.
func (d *gumDoc) antecedent(s extract.Span) int {
	chain := -1
	for _, e := range d.Entities {
		if e.Type == extract.PRON && e.Span == s {
			chain = e.Chain
		}
	}
	if chain < 0 {
		return -1
	}
	best := -1
	for _, i := range d.Chains[chain].Mentions {
		e := &d.Entities[i]
		if e.Type == extract.PRON {
			continue
		}
		if e.Start < s.Start || best < 0 {
			best = i
		}
	}
	return best
}

// means reports whether the span holds a head of a gold mention of the entity id,
// and that mention is no wider thing's part.
func (d *gumDoc) means(s extract.Span, id string) bool {
	for _, m := range d.mentions {
		if m.id == id && (m.span.Contains(s) || s.Contains(m.span)) && slices.ContainsFunc(m.heads, s.Contains) {
			return true
		}
	}
	return false
}

// gum reads a part of GUM as raw text with blank lines between paragraphs.
func gum(t *testing.T, part string) []*gumDoc {
	data := os.Getenv("CLAIMWIRE_DATA")
	if data == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	f, err := os.Open(filepath.Join(data, "ud", "gum-"+part+".conllu.gz"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var docs []*gumDoc
	var b gumBuilder
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			docs = b.finish(docs)
			b = gumBuilder{id: strings.TrimPrefix(line, "# newdoc id = ")}
		case strings.HasPrefix(line, "# newpar"):
			b.par = true
		case line != "" && line[0] != '#':
			b.token(strings.Split(line, "\t"))
		case line == "":
			b.sentenceEnd()
		}
	}
	return b.finish(docs)
}

type gumBuilder struct {
	id       string
	text     strings.Builder
	par      bool
	skip     int  // words of a multiword token still to pass over
	within   int  // where the next of them starts in the text
	glue     bool // no space before the next token
	words    []gumWord
	open     []openMention
	closed   []openMention // of the sentence being read
	mentions []goldMention
}

type gumWord struct {
	span extract.Span
	head int
	rel  string
	xpos string
}

type openMention struct {
	id, typ     string
	first, last int
}

func (b *gumBuilder) token(f []string) {
	if strings.Contains(f[0], ".") {
		return
	}
	if from, to, ok := strings.Cut(f[0], "-"); ok {
		x, _ := strconv.Atoi(from)
		y, _ := strconv.Atoi(to)
		b.within = b.write(f[1], f[9]).Start
		b.skip = y - x + 1
		return
	}
	head, _ := strconv.Atoi(f[6])
	span := extract.Span{}
	if b.skip > 0 {
		b.skip--
		span = extract.Span{Start: b.within, End: min(b.within+len(f[1]), b.text.Len())}
		b.within = span.End
	} else {
		span = b.write(f[1], f[9])
	}
	b.words = append(b.words, gumWord{span, head, f[7], f[4]})
	b.brackets(f[9])
}

func (b *gumBuilder) write(form, misc string) extract.Span {
	switch {
	case b.text.Len() == 0:
	case b.par:
		b.text.WriteString("\n\n")
	case !b.glue:
		b.text.WriteByte(' ')
	}
	b.par = false
	b.glue = strings.Contains(misc, "SpaceAfter=No")
	start := b.text.Len()
	b.text.WriteString(form)
	return extract.Span{Start: start, End: b.text.Len()}
}

// brackets reads the Entity column: "(7-person-...(3-place-...)" and "7)".
func (b *gumBuilder) brackets(misc string) {
	for field := range strings.SplitSeq(misc, "|") {
		v, ok := strings.CutPrefix(field, "Entity=")
		for ok && v != "" {
			if v[0] == '(' {
				end := 1 + strings.IndexAny(v[1:]+"(", "()")
				id, rest, _ := strings.Cut(v[1:end], "-")
				typ, _, _ := strings.Cut(rest, "-")
				b.open = append(b.open, openMention{id: id, typ: typ, first: len(b.words) - 1})
				if v = v[end:]; strings.HasPrefix(v, ")") {
					b.close(id)
					v = v[1:]
				}
				continue
			}
			id, rest, _ := strings.Cut(v, ")")
			b.close(id)
			v = rest
		}
	}
}

func (b *gumBuilder) close(id string) {
	for i := len(b.open) - 1; i >= 0; i-- {
		if o := b.open[i]; o.id == id {
			o.last = len(b.words) - 1
			b.closed = append(b.closed, o)
			b.open = append(b.open[:i], b.open[i+1:]...)
			return
		}
	}
}

// sentenceEnd adds the mentions of a sentence, whose heads are known now.
func (b *gumBuilder) sentenceEnd() {
	for _, c := range b.closed {
		m := goldMention{c.id, c.typ, b.words[c.first].span.Cover(b.words[c.last].span), nil, "", false}
		for i := c.first; i <= c.last; i++ {
			h := b.words[i].head - 1
			if h < c.first || h > c.last || b.words[i].rel == "flat" && (b.words[h].head-1 < c.first || b.words[h].head-1 > c.last) {
				m.heads = append(m.heads, b.words[i].span)
			}
			if h < c.first || h > c.last {
				m.xpos, m.beside = b.words[i].xpos, b.words[i].rel == "appos" || b.hasCopula(i+1)
			}
		}
		b.mentions = append(b.mentions, m)
	}
	b.words, b.open, b.closed = b.words[:0], b.open[:0], b.closed[:0]
}

// hasCopula reports whether word i, from 1, is what somebody is said to be.
func (b *gumBuilder) hasCopula(i int) bool {
	return slices.ContainsFunc(b.words, func(w gumWord) bool { return w.head == i && w.rel == "cop" })
}

func (b *gumBuilder) finish(docs []*gumDoc) []*gumDoc {
	if b.text.Len() == 0 {
		return docs
	}
	d := &gumDoc{&extract.Document{Article: &extract.Article{ID: b.id, Text: b.text.String()}}, b.mentions}
	sort.SliceStable(d.mentions, func(i, j int) bool { return d.mentions[i].span.Start < d.mentions[j].span.Start })
	return append(docs, d)
}
