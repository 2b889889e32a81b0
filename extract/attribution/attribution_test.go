package attribution_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// read runs the English pipeline up to attribution.
func read(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, s := range pipeline.English() {
		if err := s.Run(d); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		d.Has |= s.Gives
		if s.Name == "attribution" {
			break
		}
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"empty":               "",
		"one mark":            "“",
		"unbalanced":          strings.Repeat("“Not closed, he said. ", 200),
		"many quotes":         strings.Repeat("“Yes,” he said. ", 10000),
		"nested ten deep":     strings.Repeat("he said “", 10) + "no" + strings.Repeat("”", 10),
		"long sentence":       "Lee said that " + strings.Repeat("the bridge and the road and ", 100) + "the port were closed.",
		"long chain":          strings.Repeat("Lee said that ", 300) + "it rained.",
		"many commas":         strings.Repeat("Lee, ", 2000) + "said it rained.",
		"capitals":            "THE MAYOR SAID THAT THE BRIDGE WAS CLOSED, ACCORDING TO A REPORT.",
		"list":                "• more buses\n• fewer cars\n• wider paths",
		"lyrics":              "Oh, say, can you\nsee, I said\n“la la\nla”\n",
		"transcript":          "LEE: Is it closed?\nMAYOR: It is.\nLEE:\nMAYOR: :",
		"only cues":           "said said said says told reportedly according to",
		"only marks":          strings.Repeat(", — “ ” ( ) : ; ", 500),
		"brackets unbalanced": "The mayor (who said ) that ( it ) said ( “no ) he said.",
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, text)
			for _, a := range d.Attributions {
				if a.Type == extract.Direct {
					continue
				}
				for _, c := range a.Content {
					if d.ParagraphAt(c.Start) != d.ParagraphAt(c.End-1) {
						t.Errorf("content %q crosses a paragraph", d.In(c))
					}
				}
			}
		})
	}
}

func FuzzAttribution(f *testing.F) {
	f.Add("“The bridge is closed,” said Ann Lee. She added that, according to a report, “it will” open.")
	f.Add("LEE: He was reportedly told (by X) that — “no”.\n\n“Yes.” — A. Lee")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || !utf8.ValidString(text) {
			t.Skip()
		}
		read(t, text)
	})
}

func BenchmarkAttribution(b *testing.B) {
	text := strings.Repeat("“The bridge is closed,” Ann Lee, an engineer, told the council on Monday. The mayor said that it would reopen in May, according to a report. He plans to visit the site.\n\n", 50)
	d := read(b, text)
	stage := pipeline.English()
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for _, s := range stage {
			if s.Name == "attribution" {
				d.Attributions = d.Attributions[:0]
				if err := s.Run(d); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}
