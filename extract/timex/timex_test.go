package timex

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

func annotate(t testing.TB, text, published string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	if published != "" {
		var err error
		if d.Published, err = extract.ParseTimestamp(published); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage, Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestRules runs the example of every rule.
func TestRules(t *testing.T) {
	for _, r := range rules {
		before, rest, _ := strings.Cut(r.example, "[")
		inner, after, _ := strings.Cut(rest, "]")
		d := annotate(t, before+inner+after, "2024-10-24")
		i := slices.IndexFunc(d.Times, func(x extract.Time) bool { return x.Start == len(before) })
		if i < 0 || d.Times[i].Text != inner || d.Times[i].Value != r.want {
			t.Errorf("%s: %q gives %+v, want [%s] %s", r.id, r.example, d.Times, inner, r.want)
			continue
		}
		if d.Times[i].Rule != r.id {
			t.Errorf("%s: %q is read by %s", r.id, r.example, d.Times[i].Rule)
		}
	}
}

// TestHard are texts that tempt into a wrong time: no value may be invented.
func TestHard(t *testing.T) {
	for _, tt := range []struct{ text, published, want string }{
		{"He may go and march on.", "2024-10-24", ""},
		{"The 34-year-old man is 5 years old.", "2024-10-24", ""},
		{"The 34-year old man met two 21-year olds.", "2024-10-24", ""},
		{"It happened on 29 February 2023.", "2024-10-24", "29 February 2023="},
		{"It happened on Feb. 30.", "2024-10-24", ""},
		{"They met on Friday.", "", "Friday="},
		{"They met on Oct. 3, 2021.", "", "Oct. 3, 2021=2021-10-03"},
		{"They met yesterday.", "9999-12-31", "yesterday="},
		{"They met a year ago.", "0001-01-01", "a year ago="},
		{"In the year 0 there was nothing.", "2024-10-24", ""},
		{"Shops open early on Black Friday.", "2019-11-20", "Black Friday=2019-11-29"},
		{"Polls close late on Election Day.", "2024-10-24", "Election Day=2024-11-05"},
		{"Profit rose in the first half of the year.", "2024-10-24", "the first half of the year=2024-H1"},
		{"He owns 21st Century Fox.", "2024-10-24", ""},
		{"Prices soared in the '20s.", "2016-10-24", "the '20s=192"},
		{"She won five states on Super Tuesday.", "2024-10-24", "Super Tuesday=2024-03-05"},
		{"Approval sank to the low 40s.", "2024-10-24", ""},
		{"She is in her mid-20s.", "2024-10-24", ""},
		{"He was born in the '60s.", "2024-10-24", "the '60s=196"},
		{"She took a 10-hour-per-week job.", "2024-10-24", "10-hour-per-week=PT10H"},
		{"It comes barely a month after the vote.", "2024-10-24", "a month=P1M"},
		{"These days few people write.", "2024-10-24", "These days=PRESENT_REF"},
		{"Growth will slow in the weeks ahead.", "2024-10-24", "the weeks ahead=PXW"},
		{"It could take a year or two.", "2024-10-24", "a year or two=P1Y"},
		{"They died within weeks or months.", "2024-10-24", "weeks or months=PXW"},
		{"It flies on Tuesday nights.", "2024-10-24", "Tuesday nights=XXXX-WXX-2TNI"},
		{"The village will one day be gone.", "2024-10-24", "one day=FUTURE_REF"},
		{"Net for the year-earlier nine months fell.", "2024-10-24", "the year-earlier nine months=P9M"},
		{"It grew in the last half of 2023.", "2024-10-24", "the last half of 2023=2023-H2"},
		{"It cost $1996.", "2024-10-24", ""},
		{"About 2000 people came.", "2024-10-24", ""},
		{"It took 99999999999999999999 years.", "2024-10-24", ""},
		{"They sold 685 000 t in 2023.", "2024-10-24", "2023=2023"},
		{"The strike lasted forty-two days.", "2024-10-24", "forty-two days=P42D"},
		{"A forty-two-day strike ended.", "2024-10-24", "forty-two-day=P42D"},
		{"He waited half a dozen years.", "2024-10-24", "half a dozen years=P6Y"},
		{"It ran for one hundred and five days.", "2024-10-24", "one hundred and five days=P105D"},
		{"It took two and a half years.", "2024-10-24", "two and a half years=P2Y6M"},
		{"It lasts no fewer than 12 weeks.", "2024-10-24", "no fewer than 12 weeks=P12W"},
		{"It takes close to three months.", "2024-10-24", "close to three months=P3M"},
		{"Sales are higher than a decade ago.", "2024-10-24", "a decade ago=2014"},
		{"He would rule under a second Ashton term.", "2024-10-24", ""},
		{"It fell 900000000 years ago.", "2024-10-24", "900000000 years ago="},
		{"No 10's plans failed.", "2024-10-24", ""},
		{"They played six nights a week.", "2024-10-24", "six nights a week=P1W"},
		{"It is the second anniversary of the flood on 7 November.", "2024-10-24", "7 November=2022-11-07"},
		{"It will come with a discount of $66 applied in November.", "2024-10-24", "November=2024-11"},
		{"Prices rose over the past two seasons.", "2024-10-24", "the past two seasons=P2Y"},
		{"It fell in the three months to the end of June from the previous quarter.", "2024-10-24", "the three months=P3M; the end of June=2024-06; the previous quarter=2024-Q1"},
		{"They kept their 1994 ceasefires after the 2011 riots.", "2024-10-24", "1994=1994; 2011=2011"},
		{"It opened in 2019, and that August it closed.", "2024-10-24", "2019=2019; August=2019-08"},
		{"Prices will fall for the rest of the year.", "2024-10-24", "the rest of the year=2024"},
		{"At the end of the day, it is our money.", "2024-10-24", ""},
		{"He gives more next year and the same the following year.", "2024-10-24", "next year=2025; the following year=2026"},
		{"It took five hard weeks, not a matter of hours, and 20 kilowatt hours.", "2024-10-24", "five hard weeks=P5W; hours=PTXH"},
		{"It spoke of help heading into the winter.", "2024-10-24", "the winter=2024-WI"},
		{"It is a four-yearly event.", "2024-10-24", "four-yearly=P4Y"},
		{"The Tuesday Club met.", "2024-10-24", ""},
		{"They are on the Future Magicians programme.", "2024-10-24", ""},
		{"The cost had hit a frightening high by Sunday.", "2024-10-24", "Sunday=2024-10-20"},
		{"He left on Monday, and I told you that night.", "2024-10-24", "Monday=2024-10-21; that night=2024-10-21TNI"},
		{"I told you that night.", "2024-10-24", "that night=XXXX-XX-XXTNI"},
		{"It would be larger than one in April when they fired 110 rounds.", "2024-10-24", "April=2024-04"},
		{"It took a decade and a half, then half a century. A decade and a half ago it shut.", "2024-10-24", "a decade and a half=P15Y; half a century=P50Y; A decade and a half ago=2009"},
		{"A weeklong strike and a decades-long feud ended.", "2024-10-24", "weeklong=P1W; decades-long=PXE"},
		{"She spent a fortnight there.", "2024-10-24", "a fortnight=P2W"},
		{"She waited an hour.", "2024-10-24", "an hour=PT1H"},
		{"It fell in just an hour.", "2024-10-24", "an hour=PT1H"},
		{"It gives him 18 months or a year.", "2024-10-24", "18 months=P18M; a year=P1Y"},
		{"It grows five percent a year.", "2024-10-24", ""},
		{"It took another week.", "2024-10-24", "another week=P1W"},
		{"It needs another two years.", "2024-10-24", "another two years=P2Y"},
		{"On another day he won.", "2024-10-24", ""},
		{"The vote is in three weeks.", "2024-10-24", "three weeks=2024-11-14"},
		{"It is the first win in three weeks.", "2024-10-24", "three weeks=P3W"},
		{"It was a record for the first half of a year.", "2024-10-24", ""},
		{"At this moment in time it works.", "2024-10-24", "this moment in time=PRESENT_REF"},
		{"She won two cups this season.", "2024-10-24", "this season=PRESENT_REF"},
		{"In previous years it was dry.", "2024-10-24", "previous years=PAST_REF"},
		{"In his 20s and early 30s he sang.", "2024-10-24", ""},
		{"March, 42, won the race.", "2024-10-24", ""},
		{"The 16 year olds may vote.", "2024-10-24", ""},
		{"He runs five days a week.", "2024-10-24", "five days a week=P1W"},
		{"She calls twice a week.", "2024-10-24", "twice a week=P1W"},
		{"It came a day after the vote.", "2024-10-24", "a day=P1D"},
		{"Days later he left.", "2024-10-24", "Days later=PXD"},
		{"They have two chances to win on Sunday.", "2024-10-24", "Sunday=2024-10-27"},
		{"The show airs on Tuesday.", "2024-10-24", "Tuesday=2024-10-29"},
	} {
		var got []string
		for _, x := range annotate(t, tt.text, tt.published).Times {
			got = append(got, x.Text+"="+x.Value)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s (%s): %q, want %q", tt.text, tt.published, s, tt.want)
		}
	}
}

func TestInterval(t *testing.T) {
	for value, want := range map[string]string{
		"2024":             "2024-01-01 2025-01-01",
		"199":              "1990-01-01 2000-01-01",
		"18":               "1800-01-01 1900-01-01",
		"2024-02":          "2024-02-01 2024-03-01",
		"2024-12-31":       "2024-12-31 2025-01-01",
		"2024-Q3":          "2024-07-01 2024-10-01",
		"2022/2023":        " ",
		"2020/2023":        "2020-01-01 2024-01-01",
		"2024-H1":          "2024-01-01 2024-07-01",
		"2024-W43":         "2024-10-21 2024-10-28",
		"2024-W43-WE":      "2024-10-26 2024-10-28",
		"2024-10-22TNI":    "2024-10-22 2024-10-23",
		"2024-10-22T21:30": "2024-10-22T21:30 2024-10-22T21:31",
		"PRESENT_REF":      " ",
		"XXXX-WXX-1":       " ",
		"":                 " ",
		"2024-WXX":         " ",
	} {
		if from, to := interval(value); from+" "+to != want {
			t.Errorf("interval(%q) = %s %s, want %s", value, from, to, want)
		}
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int]string{1990: "1990-04-15", 2000: "2000-04-23", 2024: "2024-03-31", 2025: "2025-04-20"} {
		if got := dayValue(easter(y)); got != want {
			t.Errorf("Easter %d is %s, want %s", y, got, want)
		}
	}
}

func FuzzTimex(f *testing.F) {
	for _, r := range rules {
		f.Add(r.example, "2024-10-24")
	}
	f.Add("1/2/3 12.34.56 9 p.m. 31 June", "")
	f.Fuzz(func(t *testing.T, text, published string) {
		if _, err := extract.ParseTimestamp(published); err != nil {
			published = ""
		}
		annotate(t, text, published)
	})
}

func BenchmarkTimex(b *testing.B) {
	d := annotate(b, strings.Repeat("The minister said on Tuesday that prices rose 3.2% in the third quarter. The council had not replied to the letter from its members. ", 50), "2024-10-24")
	b.ReportAllocs()
	for b.Loop() {
		d.Times = d.Times[:0]
		if err := run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Sentences)), "ns/sentence")
}

func BenchmarkNone(b *testing.B) {
	d := annotate(b, strings.Repeat("The council had not replied to the letter from its members. ", 100), "2024-10-24")
	b.ReportAllocs()
	for b.Loop() {
		d.Times = d.Times[:0]
		if err := run(d); err != nil {
			b.Fatal(err)
		}
	}
}
