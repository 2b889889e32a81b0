package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// read runs the stage over a text.
func read(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	if err := d.Check(); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

// chunksOf writes a text with its noun phrases in square brackets, t behind those of time,
// and its verb groups in braces; without marks.
func chunksOf(d *extract.Document) string {
	var out []string
	for i := 0; i < len(d.Tokens); {
		switch n, v := d.NounAt(i), d.VerbAt(i); {
		case n >= 0:
			word := "[" + text(d, d.Nouns[n].First, d.Nouns[n].Last) + "]"
			if d.Nouns[n].Time {
				word += "t"
			}
			out, i = append(out, word), d.Nouns[n].Last
		case v >= 0:
			out, i = append(out, "{"+text(d, d.Verbs[v].First, d.Verbs[v].Last)+"}"), d.Verbs[v].Last
		default:
			if d.Tokens[i].UPOS != "PUNCT" {
				out = append(out, text(d, i, i+1))
			}
			i++
		}
	}
	return strings.Join(out, " ")
}

func text(d *extract.Document, first, last int) string { return d.In(d.TokenSpan(first, last)) }

// clausesOf writes the clauses that have a verb in the order in which they open, each as
// its kind, + where it goes on with the one before, the word that it completes or describes,
// and its words: the subject with all
// that hangs on it in square brackets, before the clause where it stands outside; the verb
// group in braces; other noun phrases on which something hangs in angle brackets. The links
// between noun phrases follow.
func clausesOf(d *extract.Document) string {
	var out []string
	for i := range d.Clauses {
		if d.Clauses[i].Verb >= 0 {
			out = append(out, clauseText(d, &d.Clauses[i]))
		}
	}
	for _, n := range d.Nouns {
		if n.Link != "" {
			out = append(out, d.Tokens[n.Head].Norm+"-"+n.Link+"-"+d.Tokens[d.Nouns[n.On].Head].Norm)
		}
	}
	return strings.Join(out, " ")
}

func clauseText(d *extract.Document, c *extract.Clause) string {
	before, after := map[int]string{}, map[int]string{}
	mark := func(first, last int, marks string) {
		before[first] += marks[:1]
		after[last-1] = marks[1:] + after[last-1]
	}
	outside := ""
	for n := range d.Nouns {
		switch a := &d.Nouns[n]; {
		case n == c.Subject && (a.First < c.First || a.First >= c.Last):
			outside = "[" + text(d, a.First, a.Full) + "]"
		case n == c.Subject:
			mark(a.First, a.Full, "[]")
		case a.Full > a.Last && a.First >= c.First && a.Full <= c.Last:
			mark(a.First, a.Full, "<>")
		}
	}
	v := &d.Verbs[c.Verb]
	mark(v.First, v.Last, "{}")
	if v.Head >= v.Last {
		mark(v.Head, v.Head+1, "{}")
	}
	var b strings.Builder
	for t := c.First; t < c.Last; t++ {
		if t > c.First && d.Tokens[t].Start > d.Tokens[t-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(before[t] + text(d, t, t+1) + after[t])
	}
	kind := string(c.Kind)
	switch {
	case c.OfVerb >= 0:
		kind += "/" + d.Tokens[d.Verbs[c.OfVerb].Head].Norm
	case c.OfNoun >= 0:
		kind += "/" + d.Tokens[d.Nouns[c.OfNoun].Head].Norm
	}
	if c.Joined {
		kind = "+" + kind
	}
	return kind + outside + "(" + b.String() + ")"
}

// TestChunks reads the example of each row of chunks, and again without the row.
func TestChunks(t *testing.T) {
	for i, c := range chunks {
		if got := chunksOf(read(t, c.example)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.id, c.example, got, c.want)
		}
		m := *matching()
		for k := range m.first {
			m.first[k] = slices.DeleteFunc(slices.Clone(m.first[k]), func(row int) bool { return row == i })
		}
		without(t, &matching, func() *matcher { return &m }, func() {
			if chunksOf(read(t, c.example)) == c.want {
				t.Errorf("%s: the example reads the same without the row: %s", c.id, c.example)
			}
		})
	}
}

// TestRepairs reads the example of each row of repairs, and again without the row.
func TestRepairs(t *testing.T) {
	testRepairs(t, repairs, &compiledRepairs)
	testRepairs(t, missing, &compiledMissing)
}

func testRepairs(t *testing.T, table []repair, compiled *func() []pattern) {
	for i, c := range table {
		show := chunksOf
		if strings.HasPrefix(c.want, "main(") {
			show = clausesOf
		}
		if got := show(read(t, c.example)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.id, c.example, got, c.want)
		}
		rest := slices.Delete(slices.Clone((*compiled)()), i, i+1)
		without(t, compiled, func() []pattern { return rest }, func() {
			if show(read(t, c.example)) == c.want {
				t.Errorf("%s: the example reads the same without the row: %s", c.id, c.example)
			}
		})
	}
}

// TestEvents reads the example of each row of events, and again without the row.
func TestEvents(t *testing.T) {
	for _, e := range events {
		if got := clausesOf(read(t, e.example)); got != e.want {
			t.Errorf("%s: %s\n got %s\nwant %s", e.id, e.example, got, e.want)
			continue
		}
		rest := map[string][]compiledEvent{}
		for kind, rows := range compiledEvents() {
			rest[kind] = slices.DeleteFunc(slices.Clone(rows), func(c compiledEvent) bool { return c.id == e.id })
		}
		without(t, &compiledEvents, func() map[string][]compiledEvent { return rest }, func() {
			if clausesOf(read(t, e.example)) == e.want {
				t.Errorf("%s: the example reads the same without the row: %s", e.id, e.example)
			}
		})
	}
}

// without puts another table in place of one while run runs.
func without[T any](t *testing.T, table *func() T, other func() T, run func()) {
	t.Helper()
	kept := *table
	*table = other
	defer func() {
		*table = kept
		if e := recover(); e != nil {
			t.Log(fmt.Sprint("without the row: ", e))
		}
	}()
	run()
}

// kinds are what a row of events may be at.
var kinds = []string{
	"noun", "finite", "nonfinite", "that", "who", "where", "subordinator",
	"comma", "semicolon", "colon", "dash", "open", "close", "bracket", "stop",
}

// TestNamesUsed holds that no fact and no action stands that no row of events names.
func TestNamesUsed(t *testing.T) {
	used := map[string]bool{}
	for _, e := range events {
		if !slices.Contains(kinds, e.at) {
			t.Errorf("%s: at %q, which is none of %v", e.id, e.at, kinds)
		}
		for _, name := range strings.Fields(e.when + " " + e.do) {
			used[strings.TrimPrefix(name, "!")] = true
		}
	}
	for _, f := range facts {
		if !used[f.name] {
			t.Errorf("no event asks %q", f.name)
		}
	}
	for _, a := range actions {
		if !used[a.name] {
			t.Errorf("no event does %q", a.name)
		}
	}
	if len(facts) > maxFacts {
		t.Errorf("%d facts, room for %d", len(facts), maxFacts)
	}
}

// TestLongSentences holds that the time grows with the length of a sentence, not faster.
func TestLongSentences(t *testing.T) {
	for _, part := range []string{"Lee, who knew that ", "the mayor of ", "Lee and ", "said that it fell because ", "“it fell, ", "( who left "} {
		d := read(t, strings.Repeat(part, 3000))
		if len(d.Tokens) < 3000 {
			t.Errorf("%d tokens of %q", len(d.Tokens), part)
		}
	}
}

// FuzzStage holds that any text gives phrases that point at something.
func FuzzStage(f *testing.F) {
	for _, e := range events {
		f.Add(e.example)
	}
	f.Fuzz(func(t *testing.T, text string) { read(t, text) })
}

func BenchmarkStage(b *testing.B) {
	d := read(b, strings.Repeat("Lee, who left in May, said the bridge that the city built fell because it was old. ", 100))
	for b.Loop() {
		d.Nouns, d.Verbs, d.Clauses = d.Nouns[:0], d.Verbs[:0], d.Clauses[:0]
		if err := Stage.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/token")
}
