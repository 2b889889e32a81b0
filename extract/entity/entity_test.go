package entity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// annotate runs the stages before this one, and then this one.
func annotate(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := prepare(t, text)
	if err := Stage.Run(d); err != nil {
		t.Fatal(err)
	}
	d.Has |= extract.Entities
	if err := d.Check(); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return d
}

func prepare(t testing.TB, text string) *extract.Document {
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	return d
}

// line writes entities on one line: "PER[Jane Doe] ORG[Reuters]".
func line(d *extract.Document) string {
	var out []string
	for _, e := range d.Entities {
		out = append(out, e.Type+"["+d.In(e.Span)+"]")
	}
	return strings.Join(out, " ")
}

// TestEvidence holds the example of every rule against it: the rule matches the
// name in brackets.
func TestEvidence(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range rules {
		if seen[rule.id] {
			t.Errorf("%s is there twice", rule.id)
		}
		seen[rule.id] = true
		before, rest, ok := strings.Cut(rule.example, "[")
		inner, after, ok2 := strings.Cut(rest, "]")
		if !ok || !ok2 {
			t.Errorf("%s: the example %q marks no name", rule.id, rule.example)
			continue
		}
		r := new(reader)
		r.start(prepare(t, before+inner+after), lists(nil))
		first, last := r.d.TokensIn(extract.Span{Start: len(before), End: len(before) + len(inner)})
		if !rule.holds(r, &name{first: first, last: last}) {
			t.Errorf("%s does not match its example %q", rule.id, rule.example)
		}
	}
}

// TestNames pins down whole readings.
func TestNames(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Kyrylo Budanov, head of Ukraine’s Military Intelligence Directorate, said on Tuesday that Russia plans to go.", "PER[Kyrylo Budanov] LOC[Ukraine] ORG[Military Intelligence Directorate] LOC[Russia]"},
		{"Secretary of Defense Lloyd Austin met Mr. Hale in Paris.", "PER[Lloyd Austin] PER[Hale] LOC[Paris]"},
		{"The World Health Organization (WHO) and the Zambian Maize Growers Union (ZMGU) agreed.", "ORG[World Health Organization] ORG[WHO] ORG[Zambian Maize Growers Union] ORG[ZMGU]"},
		{"Apple Inc. shares rose after Tim Cook spoke in Springfield, Ill., on May 3.", "ORG[Apple Inc.] PER[Tim Cook] LOC[Springfield] LOC[Ill.]"},
		{"Prime Minister Theresa May met the Oslo-based firm. May said she was pleased in May.", "PER[Theresa May] PER[May]"},
		{"The United Federation of Teachers and the U.S. Treasury spoke to Mr. King.", "ORG[United Federation of Teachers] ORG[U.S. Treasury] PER[King]"},
		{"LISBON, Oct. 3 (Reuters) - Brexit cost Kestrel & Sons dear, Ana “Nita” Dubrek wrote.", "LOC[LISBON] ORG[Reuters] MISC[Brexit] ORG[Kestrel & Sons] PER[Ana “Nita” Dubrek]"},

		// Given names that are towns, titles, months or small words.
		{"The bank named Victoria Delaney its treasurer; Austin Energy and Gary Velk lost.", "PER[Victoria Delaney] ORG[Austin Energy] PER[Gary Velk]"},
		{"Earl Penner, a farmer, left. Then Hunter Penner, his son, left.", "PER[Earl Penner] PER[Hunter Penner]"},
		{"April Velk, a farmer, left. In April Velk fell.", "PER[April Velk] PER[Velk]"},
		{"The road is shut. Will Velk said more would follow.", "PER[Will Velk]"},

		// A word that heads names is a family name by what stands around it.
		{"It was done, the adviser Mina Court said, and Soo-jin Park, a nurse, left Hill Park with Mina Storm, 34.", "PER[Mina Court] PER[Soo-jin Park] LOC[Hill Park] PER[Mina Storm]"},
		{"The adviser Mina Winter left in winter.", "PER[Mina Winter]"},

		// Family names that are words or places, alone after the full name.
		{"Ella Fields, a nurse, left. Fields said two fields were wet. They lost Fields.", "PER[Ella Fields] PER[Fields] PER[Fields]"},
		{"Theo London, a cook, left. London said he would stay in London.", "PER[Theo London] PER[London] LOC[London]"},
		{"The nurse Tom May said so in May. May said no on May 3.", "PER[Tom May] PER[May]"},
		{"Lucía Marín Vega, the mayor, spoke. Marín left.", "PER[Lucía Marín Vega] PER[Marín]"},

		// Titles are nobody, the Bank is a body, and so is what a person is not called.
		{"Deputy Prime Minister and England’s Health Secretary, Ann Pole, met the Chief Veterinary Officer.", "LOC[England] PER[Ann Pole]"},
		{"The Bank said so, and L&K VeloLaw agreed with QB Tom Lee in the firm Zork.", "ORG[Bank] ORG[L&K VeloLaw] PER[Tom Lee] ORG[Zork]"},
		{"Elizabeth Rose from L&K VeloLaw said she had met Aberdeen South MP Ann Lee.", "PER[Elizabeth Rose] ORG[L&K VeloLaw] LOC[Aberdeen South] PER[Ann Lee]"},

		{"A former ex-Harland driver, Ann Pole, left.", "PER[Ann Pole]"},
		{"The Centre for the Study of Rivers met the Institute for Protection of Birds.", "ORG[Centre for the Study of Rivers] ORG[Institute for Protection of Birds]"},
	} {
		if got := line(annotate(t, tt.text)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// FuzzEntity holds the invariants of Document.Check on any text.
func FuzzEntity(f *testing.F) {
	for _, s := range []string{
		"", "Mr. Mr. Mr.", "THE CAPITALS ONLY OF A WHOLE TEXT", "al- al-Q bin", "(A) (B) A (B", "“Bobby” ” Scott", "Ministry of of", "\xff\xfe U.S", "É. Zola’s L’Île",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { annotate(t, text) })
}

// TestHostile reads texts that no newspaper prints: time stays in proportion to
// length, and spans stay exact.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"capitals":      strings.Repeat("THE MINISTER SAID NO TO NATO AND THE EU. ", 2000),
		"one run":       strings.Repeat("Zork ", 20000),
		"titles":        strings.Repeat("President Minister ", 10000),
		"of":            strings.Repeat("Ministry of ", 10000),
		"brackets":      strings.Repeat("Zork Union (ZU) ", 5000),
		"no stops":      strings.Repeat("he told Ann Pole in Paris that ", 5000),
		"right to left": strings.Repeat("قال محمد ", 3000),
		"emoji":         strings.Repeat("😀 Ann ", 5000),
		"cut short":     "Mary Zork of Acme Inc.",
		"marks":         strings.Repeat("E\u0301va ", 5000),
	} {
		t.Run(name, func(t *testing.T) { annotate(t, text) })
	}
}

func BenchmarkEntity(b *testing.B) {
	for _, times := range []int{1, 4, 16} {
		text := strings.Repeat(article, 20*times)
		b.Run(fmt.Sprint(times), func(b *testing.B) {
			d := prepare(b, text)
			b.ReportAllocs()
			for b.Loop() {
				if err := Stage.Run(d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

const article = `Harbour workers in the northern port of Velmo walked out on Tuesday after talks with the Ministry of Transport broke down, officials said.
Transport Minister Ada Lindqvist told reporters in Oslo that the government would not raise its offer. "We have gone as far as we can," Lindqvist said.
The Norwegian Dockers Union (NDU) called the offer an insult. Its chairman, Per Holte, said he would ask members to vote. About 3,000 people work at the port, which belongs to Velmo Harbour Ltd., a unit of Kestrel Group.

`
