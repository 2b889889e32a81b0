package tag

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
)

func tagged(t *testing.T, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, stage := range []extract.Stage{segment.Stage, Stage} {
		if err := stage.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func TestTags(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{
			"The mayor’s office said she hadn’t seen it.",
			"The/DT/DET mayor/NN/NOUN ’s/POS/PART office/NN/NOUN said/VBD/VERB she/PRP/PRON had/VBD/AUX n’t/RB/PART seen/VBN/VERB it/PRP/PRON ././PUNCT",
		},
		{"“We won,” he said.", "“/``/PUNCT We/PRP/PRON won/VBD/VERB ,/,/PUNCT ”/''/PUNCT he/PRP/PRON said/VBD/VERB ././PUNCT"},
		{`"We won," he said.`, `"/` + "``" + `/PUNCT We/PRP/PRON won/VBD/VERB ,/,/PUNCT "/''/PUNCT he/PRP/PRON said/VBD/VERB ././PUNCT`},
		{
			"It paid £3.5m (12%) in 2021–22 — 0.",
			"It/PRP/PRON paid/VBD/VERB £/$/SYM 3.5/CD/NUM m/CD/NUM (/-LRB-/PUNCT 12/CD/NUM %/NN/SYM )/-RRB-/PUNCT in/IN/ADP 2021/CD/NUM –/SYM/SYM 22/CD/NUM —/:/PUNCT 0/CD/NUM ././PUNCT",
		},
		{"The Harland think tank left.", "The/DT/DET Harland/NNP/PROPN think/NN/NOUN tank/NN/NOUN left/VBD/VERB ././PUNCT"},
		{"I think tanks fell.", "I/PRP/PRON think/VBP/VERB tanks/NNS/NOUN fell/VBD/VERB ././PUNCT"},
		{"He wrote to j@example.org or @press.", "He/PRP/PRON wrote/VBD/VERB to/IN/ADP j@example.org/ADD/X or/CC/CCONJ @press/NNP/PROPN ././PUNCT"},
	} {
		d := tagged(t, tt.text)
		var got []string
		for _, tok := range d.Tokens {
			got = append(got, d.In(tok.Span)+"/"+tok.XPOS+"/"+tok.UPOS)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, g, tt.want)
		}
	}
}

func TestSayingRules(t *testing.T) {
	for _, r := range sayingRules {
		d := tagged(t, r.example)
		s := d.Sentences[0]
		for i := range d.Tokens {
			if sayings(nil)[d.Tokens[i].Norm] {
				d.Tokens[i].XPOS = "NNS"
				if !r.match(d, i, s.First, s.Last) {
					t.Errorf("%s does not match %q in %s", r.id, d.Tokens[i].Norm, r.example)
				}
			}
		}
	}
	if d := tagged(t, "The claims that he made were false."); d.Tokens[1].XPOS != "NNS" {
		t.Errorf("a plural became %s", d.Tokens[1].XPOS)
	}
}

func TestHeadline(t *testing.T) {
	d := tagged(t, "Ministers Say More Buses Than Trains Were Held in Leeds Snow\n\nThe snow fell on Leeds. Two trains and three buses were held, ministers said.")
	var got []string
	for _, tok := range d.Tokens[:11] {
		got = append(got, tok.XPOS)
	}
	const want = "NNS VBP JJR NNS IN NNS VBD VBN IN NNP NN"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

func TestLemma(t *testing.T) {
	for _, tt := range []struct{ xpos, forms, want string }{
		{"VBD", "said told denied planned hoped argued visited agreed controlled added panicked retold", "say tell deny plan hope argue visit agree control add panic retell"},
		{"VBG", "denying planning lying making seeing hitting selling forcing", "deny plan lie make see hit sell force"},
		{"VBN", "known taken overseen re-elected built", "know take oversee re-elect build"},
		{"VBZ", "says denies goes watches has misses ties realises paralyses focuses", "say deny go watch have miss tie realise paralyse focus"},
		{"NNS", "lawmakers women countries buses houses crises heroes movies lives troops boxes", "lawmaker woman country bus house crisis hero movie life troops box"},
		{"JJR", "bigger larger happier better", "big large happy good"},
		{"JJ", "armed united", "armed united"},
		{"NN", "meeting news", "meeting news"},
		{"MD", "would wo ca", "would will can"},
	} {
		var got []string
		for form := range strings.FieldsSeq(tt.forms) {
			d := &extract.Document{Article: &extract.Article{Text: form}, Tokens: []extract.Token{{Norm: form, XPOS: tt.xpos}}}
			got = append(got, english().lemma(d, 0))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s %s\ngot  %s\nwant %s", tt.xpos, tt.forms, g, tt.want)
		}
	}
}

// TestHostileTexts tags what no reporter writes. Each token has its tags all the same.
func TestHostileTexts(t *testing.T) {
	for _, unit := range []string{
		"the old mayor and ", "THE OLD MAYOR AND ", "mayor мэр 市长 שלום नमस्ते ", "👩‍🚀 é́́ ", "tl1e rn4yor,s c0uncil~ .:; 1O.O00 ",
		"((“‘'...--//.,;:!?$%’”)) ", "\xff\xe2\x80 a", "* 0 @ # ", "says Says SAYS ", "'s n’t ",
	} {
		d := tagged(t, strings.Repeat(unit, 1500))
		for i, tok := range d.Tokens {
			if tok.XPOS == "" || tok.UPOS == "" || tok.Lemma == "" {
				t.Fatalf("token %d %q: XPOS %q, UPOS %q, lemma %q", i, d.In(tok.Span), tok.XPOS, tok.UPOS, tok.Lemma)
			}
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzTag(f *testing.F) {
	f.Add("“Él” didn’t say ‘No’... 3.5m\xff U.S. -’s '' * 0 @ #a :-)")
	f.Fuzz(func(t *testing.T, text string) {
		d := tagged(t, text)
		for i, tok := range d.Tokens {
			if tok.XPOS == "" || tok.UPOS == "" || tok.Lemma == "" {
				t.Fatalf("token %d %q: XPOS %q, UPOS %q, lemma %q", i, d.In(tok.Span), tok.XPOS, tok.UPOS, tok.Lemma)
			}
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

func benchmarkTag(b *testing.B, text string) {
	d := &extract.Document{Article: &extract.Article{Text: text}}
	if err := segment.Stage.Run(d); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := Stage.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

const story = `The mayor’s office said on Tuesday that 3,000 people were hoping to leave the city’s northern districts, denying reports of panic. “We have planned for this,” she told reporters, adding that buses were waiting. `

func BenchmarkTag(b *testing.B) {
	for _, tt := range []struct {
		name string
		text string
	}{
		{"1x", strings.Repeat(story, 50)},
		{"4x", strings.Repeat(story, 200)},
		{"one sentence 1x", strings.Repeat("the old mayor and ", 5000)},
		{"one sentence 4x", strings.Repeat("the old mayor and ", 20000)},
		{"capitals", strings.Repeat("THE OLD MAYOR AND ", 5000)},
		{"emoji", strings.Repeat("👩‍🚀 שלום é́́ ", 5000)},
	} {
		b.Run(tt.name, func(b *testing.B) { benchmarkTag(b, tt.text) })
	}
}
