package segment

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// segmented runs the stage on plain text and checks the document.
func segmented(t *testing.T, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	if err := run(d); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Cho’s aides don't, can’t and cannot.", "Cho|’s|aides|do|n't|,|ca|n’t|and|can|not|."},
		{"It cost £3.5m, €1.2bn, US$2m or $2,000; 12% of A$40.", "It|cost|£|3.5|m|,|€|1.2|bn|,|US$|2|m|or|$|2,000|;|12|%|of|A$|40|."},
		{"a 1,200-strong crowd, the 34-year-old", "a|1,200-strong|crowd|,|the|34-year-old"},
		{"40-60 people in 2021–22, on 2024-10-23", "40|-|60|people|in|2021|–|22|,|on|2024-10-23"},
		{"The U.S. and J. K. Rowling met at 9:30 p.m. sharp.", "The|U.S.|and|J.|K.|Rowling|met|at|9:30|p.m.|sharp|."},
		{"fell—analysts said—by half", "fell|—|analysts|said|—|by|half"},
		{"Wait… what?! No...", "Wait|…|what|?!|No|..."},
		{"See https://example.com/a_(b). Mail j.doe@example.org, @press or #vote2024.", "See|https://example.com/a_(b)|.|Mail|j.doe@example.org|,|@press|or|#vote2024|."},
		{"It paid US$2m.She left.", "It|paid|US$|2|m|.|She|left|."},
		{"``Yes,'' he said", "``|Yes|,|''|he|said"},
		{"the '90s, the 1980's and ’em all", "the|'90s|,|the|1980's|and|’em|all"},
		{"the workers' pay", "the|workers|'|pay"},
		{"AT&T, R&D and/or", "AT&T|,|R&D|and|/|or"},
		{"at 5pm, 5p.m. or -4°C", "at|5|pm|,|5|p.m.|or|-4|°C"},
		{"🇺🇦 won 👩‍🚀👍🏽", "🇺🇦|won|👩‍🚀|👍🏽"},
		{"\xff\xfe", "\xff|\xfe"},
	} {
		d := segmented(t, tt.text)
		var got []string
		for _, tok := range d.Tokens {
			got = append(got, d.In(tok.Span))
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, g, tt.want)
		}
	}
}

func TestNorm(t *testing.T) {
	d := segmented(t, "“Él” didn’t say ‘No’ to Zürich.")
	var got []string
	for _, tok := range d.Tokens {
		got = append(got, tok.Norm)
	}
	const want = `" él " did n't say ' no ' to zürich .`
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

func TestSentences(t *testing.T) {
	for _, text := range []string{
		"SEOUL, Oct. 23 (Reuters) — The minister left.|He did not say why.",
		"“Where will it end?” the senator replied.|Nobody knew.",
		"“Where will it end?” Ann Smith asked.|Nobody knew.",
		"Mr. Smith met Lt. Col. J. Doe of the U.S. Senate in St. Louis.|They talked.",
		"She lives in the U.S.|He does not.",
		"It opened at 9 a.m. Monday.|It closed at 5 p.m.|She had left.",
		"“We won.”|The crowd cheered.",
		"Apple Inc. Chief Executive Ann Smith left Acme Corp.|The board agreed.",
		"It was No. 5 on the list.|No.|He said so.",
		"He paid US$2m.|She left.",
		"(He did not reply.)|Then he did.",
		"They met (he had called. twice) and left.",
	} {
		d := segmented(t, strings.ReplaceAll(text, "|", " "))
		var got []string
		for i, s := range d.Sentences {
			got = append(got, d.In(s.Span))
			if s.Number != i+1 {
				t.Errorf("%s: sentence %d has number %d", text, i+1, s.Number)
			}
		}
		if g := strings.Join(got, "|"); g != text {
			t.Errorf("got  %s\nwant %s", g, text)
		}
	}
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"“Él” didn’t say ‘No’... 3.5m\xff U.S. (a.b", ".5-6 'em https://x.y?@ a@b.c 🇺🇦🇺", "\u200d\u00ad-'’’s-", "1.\n\n2.2.2,22,222",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := segmented(t, text)
		for _, tok := range d.Tokens {
			if tok.Norm == "" {
				t.Fatalf("%q at %d has no norm", d.In(tok.Span), tok.Start)
			}
		}
	})
}

const story = `The mayor’s office said on Tuesday that 3,000 people were hoping to leave the city’s northern districts, denying reports of panic. “We have planned for this,” she told reporters, adding that buses were waiting. `

func BenchmarkSegment(b *testing.B) {
	for _, tt := range []struct{ name, unit string }{
		{"story", story},
		{"one sentence", "the old mayor and "},
		{"capitals", "THE OLD MAYOR AND "},
		{"emoji, right to left, marks", "👩‍🚀 שלום é́́ "},
		{"marks", "((“‘'...--//.,;:!?$%’”)) "},
		{"no spaces", "a.b,c-1'2/"},
		{"numbers", "1,222,333.44-55:66/77"},
		{"brackets", "(a. B "},
		{"quotes", "“a. B "},
		{"initials", "A. "},
		{"clitics", "x's"},
		{"dates", "08/16/2000 12:05 PM "},
	} {
		for _, size := range []int{1, 4, 16} {
			text := strings.Repeat(tt.unit, size*20000/len(tt.unit))
			b.Run(fmt.Sprintf("%s %dx", tt.name, size), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				tokens := 0
				for b.Loop() {
					d := &extract.Document{Article: &extract.Article{Text: text}}
					if err := run(d); err != nil {
						b.Fatal(err)
					}
					tokens = len(d.Tokens)
				}
				b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}
