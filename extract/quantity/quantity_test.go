package quantity

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/cputime"
)

// short is a quantity in one line: text, kind, value or range, unit, then what is not empty.
func short(q *extract.Quantity) string {
	out := []string{"[" + q.Text + "]", q.Kind}
	switch {
	case q.Value != "":
		out = append(out, string(q.Value))
	case q.Low != "":
		out = append(out, string(q.Low)+".."+string(q.High))
	}
	if q.Unit != "" {
		out = append(out, q.Unit)
	}
	for _, f := range [][2]string{
		{"of", q.Of},
		{"mod", q.Modifier},
		{"bound", q.Bound},
		{"role", q.Role},
		{"dir", q.Dir},
		{"part", q.PartOf},
		{"per", q.Per},
		{"eq", q.Equivalent},
		{"rank", q.Rank},
	} {
		if f[1] != "" {
			out = append(out, fmt.Sprintf("%s=%s", f[0], f[1]))
		}
	}
	return strings.Join(out, " ")
}

func TestBadNumbers(t *testing.T) {
	long := strings.Repeat("7", 10000)
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"The file says 12.34.56 there.", []string{"[12.34.56] identifier"}},
		{"The list was 1,2,3,4 and no more.", []string{"[1] cardinal 1 of=list", "[2] cardinal 2 of=list", "[3] cardinal 3 of=list", "[4] cardinal 4 of=list"}},
		{"They paid €1.234,56 for it.", []string{"[€1.234,56] money 1234.56 EUR"}},
		{"The serial is " + long + " here.", []string{"[" + long + "] identifier"}},
		{"At least ٣٠٠ people came.", []string{"[At least ٣٠٠] cardinal 300 of=people bound=>="}},
	} {
		var got []string
		for _, q := range annotate(t, tt.text).Quantities {
			got = append(got, short(&q))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%.60s\n%s", tt.text, diff)
		}
	}
}

// TestNoPanic runs what once broke other readers.
// TestCurrencyEnds reads a year in the sentence after a sum, and in the article after it, which
// the same reader may read: the currency is that of the sum alone.
func TestCurrencyEnds(t *testing.T) {
	const year = "Rowe / Cho had 1988 sales of flour."
	annotate(t, "$20")
	for _, text := range []string{year, "$20\n\n" + year} {
		q := annotate(t, text).Quantities
		if last := short(&q[len(q)-1]); last != "[1988] identifier" {
			t.Errorf("%s: got %s", text, last)
		}
	}
}

func TestNoPanic(t *testing.T) {
	for _, text := range []string{
		"1e999", "5/0 of them", "0/0", "$", "$-", "-", "1-", "1 to", "between 1 and", "from 1 to", "29 February 2023", "the year 0",
		"a\tb\t1\t2\t3\n4\t5\t6", "½", "half", "half a", "one in", "one in one", "up to", "more than more than more than more than 5",
		"twenty- -one", "million million million million", "a a a 5", "nine hundred ninety nine trillion trillion trillion",
		"5 per", "5 %/", "$5 a", "١٢٣/٤٥٦", "1,,2", "1.,2", ".5.", "+", "+5", "#", "# 5", "5 5 5 5 5 5", "’s 5", "\u200b5",
		"They are seen as heads of firms who would best build a bridge by about a quarter of voters.",
		"What of leaving the critics of the deals who shape the old rules and borrowing $1 trillion or so?",
	} {
		if err := annotate(t, text).Check(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestIdentifierRules(t *testing.T) {
	for _, rule := range identRules {
		found := false
		for _, q := range annotate(t, rule.example).Quantities {
			found = found || q.Rule == rule.id
		}
		if !found {
			t.Errorf("%s does not fire on its example %q", rule.id, rule.example)
		}
	}
}

func TestNamedRules(t *testing.T) {
	for _, rule := range namedRules {
		q := annotate(t, rule.example).Quantities
		if len(q) == 0 || q[0].Rule != rule.id || q[0].Value != "" {
			t.Errorf("%s does not fire on its example %q: %+v", rule.id, rule.example, q)
		}
	}
}

func FuzzQuantity(f *testing.F) {
	for _, s := range []string{
		"Sales rose 3.2% to $4.5bn from $4.36bn.", "between 40 and 60 people", "1/0 ½ ٣ 1.234,56 12.34.56 $-5", "about $2,000 per month each",
		"two and a half million of the one in five", "6-4, 7-5; 52-48; 7 to 2", strings.Repeat("9", 500),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if err := annotate(t, text).Check(); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkQuantity(b *testing.B) {
	d := annotate(b, strings.Repeat("The council said on Wednesday that it had not yet heard from the company. Sales rose 3.2% to $4.5bn in March, from about $4.36bn a year earlier. ", 20))
	b.ReportAllocs()
	for b.Loop() {
		d.Quantities = d.Quantities[:0]
		if err := Stage.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(d.Sentences)), "ns/sentence")
}

// TestChanges holds which words around a sum make it a change, its start or its end.
func TestChanges(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"The club turned down a £30m bid.", []string{"[£30m] money 30000000 GBP of=bid"}},
		{"The firm is shutting down $4 million of projects.", []string{"[$4 million] money 4000000 USD of=projects"}},
		{"Profit fell to $890 million in the third quarter from $912 million a year earlier.", []string{
			"[$890 million] money 890000000 USD of=Profit role=to dir=down", "[third] ordinal rank=3", "[$912 million] money 912000000 USD of=Profit role=from dir=down",
		}},
	} {
		var got []string
		for _, q := range annotate(t, tt.text).Quantities {
			got = append(got, short(&q))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s\n%s", tt.text, diff)
		}
	}
}

// TestLinear holds that a sentence of very many numbers takes time in proportion:
// eight times the text, at most some 24 times the fastest run, where a quadratic step would take 64.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"12 ", "$5 million and ", "five of ", "3-2 ", "’ 5' ", "rose 3% from ", "1 to ", "a hundred and ", "1/2 of the ", "and a half "} {
		short, long := oneSentence(t, unit, 500), oneSentence(t, unit, 8*500)
		small, large := time.Hour, time.Hour
		for range 8 { // a busy machine can stretch one measurement, not the best of all
			small, large = min(small, fastest(t, short)), min(large, fastest(t, long))
			if large <= 24*small+5*time.Millisecond {
				break
			}
		}
		if large > 24*small+5*time.Millisecond {
			t.Errorf("%q: %v for 500 times, %v for 4000 times", unit, small, large)
		}
	}
}

// oneSentence is a document of one long sentence, whatever the splitter would make of it.
func oneSentence(t *testing.T, unit string, times int) *extract.Document {
	d := annotate(t, unit)
	d.Text = strings.Repeat(unit, times)
	d.Tokens, d.Quantities = nil, nil
	at := 0
	for _, w := range strings.Fields(d.Text) {
		at += strings.Index(d.Text[at:], w)
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: at, End: at + len(w)}, Norm: w, XPOS: "NN"})
		at += len(w)
	}
	d.Sentences = []extract.Sentence{{Span: extract.Span{End: len(d.Text)}, Last: len(d.Tokens)}}
	return d
}

func fastest(t *testing.T, d *extract.Document) time.Duration {
	return cputime.Best(3, func() {
		d.Quantities = nil
		if err := Stage.Run(d); err != nil {
			t.Fatal(err)
		}
	})
}

// TestNoAllocation holds that a sentence without a number costs no allocation.
func TestNoAllocation(t *testing.T) {
	d := annotate(t, "The council said on Wednesday that it had not yet heard from the Company.")
	if n := testing.AllocsPerRun(100, func() {
		if err := Stage.Run(d); err != nil {
			t.Fatal(err)
		}
	}); n > 2 {
		t.Errorf("%v allocations", n)
	}
}
