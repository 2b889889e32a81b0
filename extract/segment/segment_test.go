package segment

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/cputime"
)

// segmented runs the stage on plain text and checks the document.
func segmented(t *testing.T, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	if err := Stage.Run(d); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Lee saidthat Leesaid thatRussia toldReuters PresidentAnna arguedon.", "Lee|said|that|Lee|said|that|Russia|told|Reuters|President|Anna|argued|on|."},
		{"Luna sat. The leaderAnna ofLunais talkswith Velmo'swar; easyJet, Lunason, outwith, thesis, thewar.", "Luna|sat|.|The|leader|Anna|of|Luna|is|talks|with|Velmo|'s|war|;|easyJet|,|Lunason|,|outwith|,|thesis|,|the|war|."},
		{"Orrain sat. Luna met Lunais and Lunais. An Omal met Omalis.", "Orrain|sat|.|Luna|met|Lunais|and|Lunais|.|An|Omal|met|Omalis|."},
		{"WhatsApp FactSet EastEnders iPhone unannounced Aforesaid MacDonald YouTube.", "WhatsApp|FactSet|EastEnders|iPhone|unannounced|Aforesaid|MacDonald|YouTube|."},
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

func TestClipped(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The company sells tea.\n\nmpany said so.", "company"},
		{"It sells tea.\n\nkeswoman said so.", "spokeswoman"}, // of the list
		{"It sells tea.\n\nfirm said so.", "firm"},            // a word
		{"It sells tea\n\nmpany said so.", "mpany"},           // a line that goes on
		{"The mpany, as it is called, is a company.\n\nmpany said so.", "mpany"},
		{"The party and the charity met.\n\nrty said so.", "party"},
		{"The party met Moriarty.\n\narty said so.", "party"},
		{"Met Moriarty.\n\nriarty said so.", "riarty"}, // a name
		{"Orra met. Orra sat.\n\nrra said so.", "rra"},
		{"Velmo met. Velmo sat.\n\nelmo said so.", "elmo"}, // a name of its own
		{"Velmora met. Velmora sat.\n\nelmora said so.", "velmora"},
		{"The prime minister met the press.\n\nrime minister was.", "prime"}, // before the same word
		{"The chief executive sat.\n\nf executive was.", "chief"},
		{"It sells tea.\n\nre was one.", "there"},
		{"It sells tea.\n\nre said so.", "re"},
		{"The trust met.\n\nrust said so.", "trust"}, // a word that the article does not use
		{"The trust met over rust.\n\nrust said so.", "rust"},
		{"It sells tea.\n\nurce said so.", "urce"},                           // source or resource
		{"It sells tea.\n\nreport came. It sat.\n\nurce said so.", "source"}, // no r was taken
		{"It sells tea.\n\nrade said so.", "rade"},                           // trade, comrade
		{"It sells tea.\n\nroject said so.", "project"},
		{"It sells tea.\n\nrue said so.", "rue"},
		{"It sells tea.\n\nmark said so.", "mark"},
		{"The lawmakers met.\n\nmakers said so.", "makers"},
	} {
		d := segmented(t, tt.text)
		if got := d.Tokens[len(d.Tokens)-4].Norm; got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestSentences(t *testing.T) {
	file, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	for want := range strings.Lines(string(file)) {
		want = strings.TrimSuffix(want, "\n")
		if want == "" || want[0] == '#' {
			continue
		}
		d := segmented(t, strings.ReplaceAll(want, "|", " "))
		var got []string
		for i, s := range d.Sentences {
			got = append(got, d.In(s.Span))
			if s.Number != i+1 {
				t.Errorf("%s: sentence %d has number %d", want, i+1, s.Number)
			}
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("got  %s\nwant %s", g, want)
		}
	}
}

// hostile are the inputs that a reader of the web meets, and worse.
var hostile = []struct{ name, unit string }{
	{"story", story},
	{"one sentence", "the old mayor and "},
	{"capitals", "THE OLD MAYOR AND "},
	{"no full stops", "mayor "},
	{"mixed scripts", "mayor мэр 市长 שלום مرحبا नमस्ते "},
	{"emoji, right to left, marks", "👩‍🚀 שלום é́́ "},
	{"misread print", "tl1e rn4yor,s c0uncil~ vot-ed| .:; 1O.O00 "},
	{"marks", "((“‘'...--//.,;:!?$%’”)) "},
	{"no spaces", "a.b,c-1'2/"},
	{"numbers", "1,222,333.44-55:66/77"},
	{"brackets", "(a. B "},
	{"quotes", "“a. B "},
	{"initials", "A. "},
	{"clitics", "x's"},
	{"dates", "08/16/2000 12:05 PM "},
	{"addresses", "a.b@c.d/e?f#g "},
	{"not UTF-8", "\xff\xe2\x80 a"},
	{"no width", "a\u200b\ufeff\u00ad\u202e"},
}

// checkCover fails if any text but white space is in no token, or a token is empty.
func checkCover(t *testing.T, d *extract.Document) {
	t.Helper()
	at := 0
	for _, tok := range append(d.Tokens, extract.Token{Span: extract.Span{Start: len(d.Text)}, Norm: "end"}) {
		if gap := d.Text[at:tok.Start]; strings.TrimFunc(gap, blank) != "" {
			t.Fatalf("%q at %d is in no token", gap, at)
		}
		if tok.Norm == "" {
			t.Fatalf("token at %d has no norm", tok.Start)
		}
		at = tok.End
	}
	last := 0
	for _, s := range d.Sentences {
		if s.First != last {
			t.Fatalf("tokens from %d to %d are in no sentence", last, s.First)
		}
		last = s.Last
	}
	if last != len(d.Tokens) {
		t.Fatalf("tokens from %d to %d are in no sentence", last, len(d.Tokens))
	}
}

func blank(r rune) bool { return spaceRune(r) || '\u200B' <= r && r <= '\u200F' }

func TestHostileTexts(t *testing.T) {
	for _, tt := range hostile {
		t.Run(tt.name, func(t *testing.T) { checkCover(t, segmented(t, strings.Repeat(tt.unit, 500))) })
	}
	checkCover(t, segmented(t, ""))
}

// A sentence without an end is cut, at a comma where there is one, and the record says so.
func TestLongSentenceIsCut(t *testing.T) {
	d := segmented(t, strings.Repeat("the mayor and ", 200_000/3))
	checkCover(t, d)
	if want := (len(d.Tokens) + maxSentence - 1) / maxSentence; len(d.Sentences) != want || len(d.Warnings) != 1 {
		t.Errorf("%d sentences, want %d; warnings %q", len(d.Sentences), want, d.Warnings)
	}
	d = segmented(t, "The dead are "+strings.Repeat("Ann Lee, ", 300)+"and Tom Hale.")
	for i, s := range d.Sentences {
		if got := d.Tokens[s.Last-1].Norm; i < len(d.Sentences)-1 && got != "," || s.Last-s.First > maxSentence {
			t.Errorf("sentence %d of %d tokens ends in %q", i, s.Last-s.First, got)
		}
	}
	if d := segmented(t, "The dead are "+strings.Repeat("Ann Lee, ", 160)+"and Tom Hale."); len(d.Sentences) != 1 || len(d.Warnings) != 0 {
		t.Errorf("a list that may be is in %d sentences, warnings %q", len(d.Sentences), d.Warnings)
	}
}

// TestLinear holds eight times the text to far less than the 64 times the work that
// anything quadratic takes.
func TestLinear(t *testing.T) {
	for _, tt := range hostile {
		var small, large time.Duration
		for range 5 { // a busy machine can stretch one measurement, not five
			small = fastest(t, strings.Repeat(tt.unit, 10_000/len(tt.unit)))
			large = fastest(t, strings.Repeat(tt.unit, 8*10_000/len(tt.unit)))
			if large <= 40*small+20*time.Millisecond {
				break
			}
		}
		if large > 40*small+20*time.Millisecond {
			t.Errorf("%s: %v for 10 kB, %v for 80 kB", tt.name, small, large)
		}
	}
}

func fastest(t *testing.T, text string) time.Duration {
	return cputime.Best(3, func() { segmented(t, text) })
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"“Él” didn’t say ‘No’... 3.5m\xff U.S. (a.b", ".5-6 'em https://x.y?@ a@b.c 🇺🇦🇺", "\u200d\u00ad-'’’s-", "1.\n\n2.2.2,22,222",
	} {
		f.Add(s)
	}
	for _, tt := range hostile {
		f.Add(tt.unit + tt.unit)
	}
	f.Fuzz(func(t *testing.T, text string) { checkCover(t, segmented(t, text)) })
}

const story = `The mayor’s office said on Tuesday that 3,000 people were hoping to leave the city’s northern districts, denying reports of panic. “We have planned for this,” she told reporters, adding that buses were waiting. `

func BenchmarkSegment(b *testing.B) {
	for _, tt := range hostile {
		for _, size := range []int{1, 4, 16} {
			text := strings.Repeat(tt.unit, size*20000/len(tt.unit))
			b.Run(fmt.Sprintf("%s %dx", tt.name, size), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				tokens := 0
				for b.Loop() {
					d := &extract.Document{Article: &extract.Article{Text: text}}
					if err := Stage.Run(d); err != nil {
						b.Fatal(err)
					}
					tokens = len(d.Tokens)
				}
				b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}
