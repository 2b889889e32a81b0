package clean

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/cputime"
)

func readPage(t testing.TB, page string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Page: []byte(page), MediaType: "text/html"}}
	if err := Stage.Run(d); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

const para = "The minister told reporters on Monday that the harbour would reopen before the end of the year at the latest. "

func story(extra string) string {
	return `<html lang=en><head><title>Harbour to reopen by December - The Reef</title><meta property="og:site_name" content="The Reef"></head><body>
<nav><a href=/>Home</a></nav><h1>Harbour to reopen by December</h1><div class="article-body"><p>` + para + `</p>` + extra + `<p>` + para + `</p><p>` + para + `</p></div></body></html>`
}

func TestPageBlocks(t *testing.T) {
	for _, tt := range []struct {
		name, extra string
		want        string // the section and text of the block, or "" if no block may hold it
	}{
		{"quotation", `<blockquote><p>We will open it, and soon.</p></blockquote>`, "body: We will open it, and soon."},
		{"post", `<blockquote class="twitter-tweet"><p>It opens soon</p>&mdash; The Harbour</blockquote>`, "body: It opens soon"},
		{"list", `<ul><li>Pier one opens in May<li>Pier two opens in June</ul>`, "body: Pier one opens in May"},
		{"table", `<table><tr><td>Pier one</td><td>12 ships</td></tr></table>`, "body: Pier one | 12 ships"},
		{"glue", `<p>Two<br>lines</p>`, "body: Two\nlines"},
		{"references", `<p>Fish &amp; chips&nbsp;cost 5&pound;</p>`, "body: Fish & chips cost 5£"},
		{"inline", `<p>An <b>old</b> <a href=x>pier</a>.</p>`, "body: An old pier."},
		{"hidden", `<p style="display: none">Unseen words</p>`, ""},
		{"hidden by class", `<p class="sr-only">Unseen words</p>`, ""},
		{"caption", `<figure><img src=x><figcaption>The pier at dawn</figcaption></figure>`, "caption: The pier at dawn"},
		{"span of a caption", `<p><span class="caption">The pier at dawn.</span>Ships came in.</p>`, "caption: The pier at dawn."},
		{"credit after its colon", `<p>The old pier in May Credit: Orra Pictures</p>`, "caption: The old pier in May Credit: Orra Pictures"},
		{"name of a subheading", `<div class="sub-subhed">What comes next</div>`, "body: What comes next"},
		{"label in another tongue", `<p>Anzeige</p>`, "promo: Anzeige"},
		{"topics", `<p>Topics</p>`, "promo: Topics"},
		{"comments", `<p>Note: we are checking all comments before they are shown and moderating them</p>`, "body: Note: we are checking all comments before they are shown and moderating them"},
		{"moderated comments", `<p>Note: we are now moderating all comments</p>`, "promo: Note: we are now moderating all comments"},
		{"remarks of readers", `<p>` + para + `</p><h3>3 comments</h3><p>I told you so.</p>`, "boilerplate: I told you so."},
		{"address of the author", `<p>twitter.com/annlee</p>`, "credit: twitter.com/annlee"},
		{"promo", `<div class="newsletter-signup"><p>Our best stories, every day.</p></div>`, "promo: Our best stories, every day."},
		{"label", `<p>Read more: The other harbour</p>`, "promo: Read more: The other harbour"},
		{"correction", `<p>Correction: An earlier version of this article misstated the month.</p>`, "correction: Correction: An earlier version of this article misstated the month."},
		{"staff", `<p>(Reporting by Ann Lee; editing by Tom Hale)</p>`, "credit: (Reporting by Ann Lee; editing by Tom Hale)"},
	} {
		d := readPage(t, story(tt.extra))
		if tt.want == "" {
			if strings.Contains(d.Text, "Unseen") {
				t.Errorf("%s: hidden text was read: %q", tt.name, d.Text)
			}
			continue
		}
		var got []string
		for _, p := range d.Paragraphs {
			got = append(got, p.Section+": "+d.In(p.Span))
		}
		if !strings.Contains(strings.Join(got, "\n\n")+"\n\n", tt.want+"\n\n") {
			t.Errorf("%s: no %q in %q", tt.name, tt.want, got)
		}
	}
}

func TestMetadata(t *testing.T) {
	d := readPage(t, `<html lang="en"><head><title>Harbour to reopen | The Reef</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour to reopen","datePublished":"2024-10-23T09:05:00+09:00","author":[{"@type":"Person","name":"Priya Raman"},{"@type":"Organization","name":"Reuters"}],"publisher":{"name":"The Reef"},"isAccessibleForFree":false}</script>
<link rel="canonical" href="https://reef.example/harbour"></head><body><h1>Harbour to reopen</h1><article><p>`+para+`</p><p>`+para+`</p></article></body></html>`)
	got := []string{d.Title, d.Published.String(), d.PublishedFrom, strings.Join(d.Authors, ","), d.Agency, d.Site, d.URL, d.Lang, fmt.Sprint(d.Paywall)}
	want := []string{"Harbour to reopen", "2024-10-23T09:05:00+09:00", "jsonld", "Priya Raman", "Reuters", "The Reef", "https://reef.example/harbour", "en", "true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		line, people, agency string
	}{
		{"By Priya Raman and Tom Hale", "Priya Raman,Tom Hale", ""},
		{"PRIYA RAMAN, Political Editor", "Priya Raman", ""},
		{"Associated Press", "", "Associated Press"},
		{"By Ann Lee | Reuters", "Ann Lee", "Reuters"},
		{"Reef Staff", "", ""},
		{"View all posts by Ann Lee", "Ann Lee", ""},
		{"Ann Lee Senior Writer", "Ann Lee", ""},
		{"Political Editor Ann Lee in Porthaven", "Ann Lee", ""},
		{"Ann Lee for The Reef", "Ann Lee", ""},
		{"by Ann Lee Monday, October 21, 2024", "Ann Lee", ""},
		{"Maria de la Cruz", "Maria de la Cruz", ""},
		{"Ann Lee commented on", "", ""},
		{"The Porthaven Courier", "", ""},
		{"AP National Security Writer", "", ""},
		{"By Ann Lee Published Oct. 23, 2024", "Ann Lee", ""},
		{"https://reef.example/ann", "", ""},
	} {
		people, agency := namesOf([]string{tt.line}, "The Reef")
		if got := strings.Join(people, ","); got != tt.people || agency != tt.agency {
			t.Errorf("%q: got %q, %q, want %q, %q", tt.line, got, agency, tt.people, tt.agency)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"2024-10-23T09:05:00Z":       "2024-10-23T09:05:00Z",
		"2024-10-23T09:05:00.000+09": "2024-10-23",
		"October 23, 2024":           "2024-10-23",
		"Published 23rd Oct. 2024":   "2024-10-23",
		"Wed, 23 Oct 2024 09:05 GMT": "2024-10-23",
		"20241023":                   "2024-10-23",
		"1729674300":                 "2024-10-23T09:05:00Z",
		"1729674300000":              "2024-10-23T09:05:00Z",
		"23.10.2024":                 "2024-10-23",
		"10/23/2024 9:05:00 AM":      "2024-10-23T09:05:00Z",
		"soon":                       "",
	} {
		if got := readDate(in).String(); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got := dateInURL("https://reef.example/2024/10/23/harbour").String(); got != "2024-10-23" {
		t.Errorf("date of an address: %q", got)
	}
}

// What names the time of publication where no machine is told it: the line beside the
// headline before any other, no update, and no date that the address denies.
func TestDated(t *testing.T) {
	for _, tt := range []struct{ name, head, beside, after, url, want string }{
		{"beside", "", `<span class="date">Oct. 23, 2024</span>`, `<p class="date">Oct. 1, 2020</p>`, "", "2024-10-23 time"},
		{"anywhere", "", "", `<p class="date">Oct. 23, 2024</p>`, "", "2024-10-23 time"},
		{"update", "", `<time datetime="2024-10-25">Updated Oct. 25, 2024</time><time datetime="2024-10-23">Oct. 23, 2024</time>`, "", "", "2024-10-23 time"},
		{"only update", "", `<time datetime="2024-10-25">Updated Oct. 25, 2024</time>`, "", "", "2024-10-25 time"},
		{"page", `<script type="application/ld+json">{"@type":"WebPage","datePublished":"2024-10-23"}</script>`, "", `<p class="date">Oct. 1, 2020</p>`, "", "2024-10-23 jsonld"},
		{"address", "", "", `<p class="date">Oct. 1, 2020</p>`, "https://reef.example/2024/10/23/harbour", "2024-10-23 url"},
		{"state", `<script>var s={"publishDate":"2024-10-23"}</script>`, "", "", "", "2024-10-23 meta"},
		{"none", "", "", "", "", " "},
	} {
		page := "<html><head>" + tt.head + "</head><body><h1>Harbour to reopen this year</h1><p>" + tt.beside + "</p><article><p>" + para + "</p><p>" + para + "</p></article>" + tt.after
		d := &extract.Document{Article: &extract.Article{Page: []byte(page), URL: tt.url}}
		if err := Stage.Run(d); err != nil {
			t.Fatal(err)
		}
		if got := d.Published.String() + " " + d.PublishedFrom; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAsDated(t *testing.T) {
	for _, tt := range []struct{ meta, changed, lines, want string }{
		{"2024-10-23T03:05:46Z", "", "October 22, 2024 11:05 PM", "2024-10-22T23:05:46-04:00"},
		{"2024-10-23T20:35:00Z", "", "Published: 24 Oct 2024, 02:05 IST", "2024-10-24T02:05:00+05:30"},
		{"2024-10-22T22:05:46-05:00", "", "Oct 23, 2024 3:05 AM", "2024-10-23T03:05:46Z"},
		{"2024-10-23T03:05:46Z", "", "Updated October 22, 2024 11:05 PM", "2024-10-23T03:05:46Z"},
		{"2024-10-23T03:05:46Z", "", "October 22, 2024 11:09 PM", "2024-10-23T03:05:46Z"},
		{"2024-10-23T03:05:46Z", "", "October 20, 2024 11:05 PM", "2024-10-23T03:05:46Z"},
		{"2024-10-23T08:15:46Z", "", "October 22, 2024 8:15 PM", "2024-10-23T08:15:46Z"}, // no newsroom is 12 hours behind
		{"2024-10-23T03:05:46Z", "", "October 22, 2024", "2024-10-23T03:05:46Z"},
		{"2024-10-22T16:22:00Z", "2024-10-23T05:39:00Z", "Wednesday 23 October 2024 05:39, UK", "2024-10-23T05:39:00Z"},
		{"2024-10-22T16:22:00Z", "2024-10-23T05:39:00Z", "23 October 2024 05:39\n22 October 2024 16:22", "2024-10-22T16:22:00Z"},
		{"2024-10-22T16:22:00Z", "2024-10-23T05:39:00Z", "Updated\n23 October 2024 05:39", "2024-10-22T16:22:00Z"},
		{"2024-10-02T16:22:00Z", "2024-10-23T05:39:00Z", "Wednesday 23 October 2024 05:39, UK", "2024-10-02T16:22:00Z"},
	} {
		at, err := extract.ParseTimestamp(tt.meta)
		if err != nil {
			t.Fatal(err)
		}
		var lines []*chunk
		for _, l := range strings.Split(tt.lines, "\n") {
			lines = append(lines, &chunk{text: l, words: words(l)})
		}
		if got := asDated(at, readDate(tt.changed), lines).String(); got != tt.want {
			t.Errorf("%s, changed %s, beside %q: got %s, want %s", tt.meta, tt.changed, tt.lines, got, tt.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, tt := range []struct {
		text, lang string
		foreign    bool
	}{
		{strings.Repeat(para, 3), "en", false},
		{strings.Repeat("Der Minister sagte am Montag vor Journalisten, dass der Hafen noch vor Ende des Jahres wieder geöffnet werde. ", 4), "", true},
		{strings.Repeat("El ministro dijo el lunes a los periodistas que el puerto volverá a abrir antes de fin de año, como muy tarde. ", 4), "", true},
		{strings.Repeat("Министр заявил журналистам в понедельник, что гавань вновь откроется до конца года. ", 5), "", true},
		{"Hafen wieder offen", "", false},
		{strings.Repeat("Reef 3 Harbour 1; Pier 2 Dock 2; ", 20), "", false},
	} {
		if lang, foreign := language(tt.text, ""); lang != tt.lang || foreign != tt.foreign {
			t.Errorf("%.30q: %q, foreign %v; want %q, %v", tt.text, lang, foreign, tt.lang, tt.foreign)
		}
	}
}

func TestCutSite(t *testing.T) {
	for in, want := range map[string]string{
		"Harbour to reopen | The Reef":               "Harbour to reopen",
		"Harbour to reopen - World - The Reef":       "Harbour to reopen",
		"The Reef: Harbour to reopen":                "Harbour to reopen",
		"Reef: Harbour to reopen":                    "Reef: Harbour to reopen",
		"Harbour to reopen: all you need to know":    "Harbour to reopen: all you need to know",
		"North Korea-Russia pact worries neighbours": "North Korea-Russia pact worries neighbours",
	} {
		if got := cutSite(in, "The Reef"); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestBlockRuleExamples(t *testing.T) {
	for _, r := range blockRules {
		if r.example == "" {
			continue
		}
		c := &chunk{el: &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}, text: r.example, words: words(r.example)}
		b := blocks{d: &extract.Document{Article: &extract.Article{}}, chunks: []*chunk{c}}
		if !r.match(&b, 0, c) {
			t.Errorf("%s does not match its example %q", r.id, r.example)
		}
	}
}

func TestOrigin(t *testing.T) {
	page := story(`<p>Fish &amp; chips   cost <b>5</b> pounds</p>`)
	d := readPage(t, page)
	for _, tt := range []struct{ text, raw string }{
		{"Fish", "Fish"}, {"&", "&amp;"}, {"chips cost 5", "chips   cost <b>5"}, {"harbour would reopen", "harbour would reopen"},
	} {
		at := strings.Index(d.Text, tt.text)
		raw, ok := d.Raw(extract.Span{Start: at, End: at + len(tt.text)})
		if !ok || page[raw.Start:raw.End] != tt.raw {
			t.Errorf("%q lies at %v, %v: want %q", tt.text, raw, ok, tt.raw)
		}
	}
}

func TestBadPages(t *testing.T) {
	for _, tt := range []struct {
		name string
		page string
		want error
	}{
		{"empty body", "<html><head><title></title></head><body></body></html>", errEmpty},
		{"nothing", "  \n", errEmpty},
		{"pdf called html", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", errNoHTML},
		{"login page", "<html><title>Log in - The Reef</title><body><h1>Log in to your account</h1><main><p>Enter your address and your password to go on.</p></main></body>", errWall},
		{"consent page", "<html><title>The Reef</title><body><main><h2>We value your privacy</h2><p>We and our partners store information on a device, such as cookies.</p></main></body>", errWall},
		{"robot check", "<html><title>Just a moment...</title><body><p>The Reef needs to review the security of your connection before proceeding.</p></body>", errWall},
		{"a word", "<html><title>The Reef</title><body><p>Loading</p></body>", errShort},
		{"attribute of 20 MB", `<p title="` + strings.Repeat("x", 20<<20) + `">`, errTooLarge},
	} {
		d := &extract.Document{Article: &extract.Article{Page: []byte(tt.page)}}
		if err := Stage.Run(d); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestHostilePages(t *testing.T) {
	for name, page := range map[string]string{
		"nested 6000 deep":   strings.Repeat("<div>", 6000) + "<p>" + para + "</p>" + strings.Repeat("</div>", 6000),
		"inline nesting":     strings.Repeat("<b><i>", 3000) + para,
		"100000 paragraphs":  strings.Repeat("<p>It rained.</p>", 100_000),
		"open paragraphs":    "<p>" + para + strings.Repeat("<p>It rained", 20_000),
		"wild end tags":      para + strings.Repeat("</table></p></b>", 50_000) + para,
		"long attribute":     `<p title="` + strings.Repeat("x", 4<<20) + `">` + para,
		"one word":           "<p>" + strings.Repeat("x", 3<<20),
		"spaces":             "<p>a" + strings.Repeat(" ", 3<<20) + "b " + para,
		"nested classes":     strings.Repeat(`<div class="`+strings.Repeat("menu ", 2000)+`">`, 200) + strings.Repeat("<p>"+para, 5_000),
		"repeated attribute": "<div " + strings.Repeat("id=x ", 200_000) + ">" + strings.Repeat("<p>"+para, 5_000),
		"bylines":            strings.Repeat("<div class=author>", 250) + strings.Repeat("<a href=x>Ann</a>", 50_000),
		"linked articles":    "<title>" + strings.Repeat("rain ", 200_000) + `</title><script type="application/ld+json">[` + strings.Repeat(`{"@type":"Article","headline":"It rained"},`, 50_000) + "{}]</script>" + para,
		"long byline":        `<meta name="author" content="` + strings.Repeat("By Ann Lee, ", 5000) + `">` + para,
		"title of dashes":    "<title>" + strings.Repeat("a - ", 500_000) + "</title>" + strings.Repeat("<p>"+para, 200),
		"NUL bytes":          "<p>a\x00b " + para,
		"broken UTF-8":       "<p>caf\xe9 \xff " + para,
	} {
		took := cputime.Best(1, func() {
			d := &extract.Document{Article: &extract.Article{Page: []byte(page)}}
			if err := Stage.Run(d); err != nil && !errors.Is(err, errShort) {
				t.Errorf("%s: %v", name, err)
			} else if err := d.Check(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		})
		if took > time.Minute {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

// The time grows with the page, not with its square: four times the page takes
// less than ten times as long, whatever the machine.
func TestLinearTime(t *testing.T) {
	for name, unit := range map[string]string{
		"paragraphs": "<p>" + para + "</p>",
		"open":       "<div>It rained all day in the town, and the mayor said so",
		"links":      "<li><a href=x>It rained in the town</a>",
		"headings":   "<h1>It rained in the town</h1><p>Monday, Oct. 23",
		"breaks":     "It rained<br>",
		"metadata":   `<meta name="author" content="Ann Lee"><span class="date">soon</span>`,
	} {
		took := func(n int) time.Duration {
			return cputime.Best(2, func() {
				err := Stage.Run(&extract.Document{Article: &extract.Article{Page: []byte(strings.Repeat(unit, n))}})
				if err != nil && !errors.As(err, new(extract.Skip)) {
					t.Fatalf("%s: %v", name, err)
				}
			})
		}
		slow := 0
		for slow < 3 { // the machine may be busy with other things
			one, four := took(700), took(2800)
			if four <= 10*one || four <= 100*time.Millisecond {
				break
			}
			if slow++; slow == 3 {
				t.Errorf("%s: %v, and %v for four times as many", name, one, four)
			}
		}
	}
}

// Rows of marks are no lines: the patterns for lines of a few words do not run over them.
// Four times the row takes less than ten times as long, whatever the machine.
func TestRowsOfMarksAreCheap(t *testing.T) {
	for _, mark := range []string{"&lt;", "\x00", "(", "/", "-"} {
		for name, page := range map[string]func(n int) string{
			"one row": func(n int) string { return "<p>The mayor said it was over.</p>" + strings.Repeat(mark, n) },
			"rows":    func(n int) string { return strings.Repeat("<p>"+strings.Repeat(mark, n/40), 40) },
		} {
			took := func(n int) time.Duration {
				data := []byte(page(n))
				return cputime.Best(2, func() {
					if err := Stage.Run(&extract.Document{Article: &extract.Article{Page: data}}); err != nil && !errors.As(err, new(extract.Skip)) {
						t.Fatal(err)
					}
				})
			}
			for tries := 1; ; tries++ { // the machine may be busy with other things
				one, four := took(20_000), took(80_000)
				if four <= 10*one || four <= 100*time.Millisecond {
					break
				}
				if tries == 3 {
					t.Errorf("%s of %q: %v, and %v for four times as many", name, mark, one, four)
					break
				}
			}
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add(story(`<p>Fish &amp; chips <blockquote>x</p>`))
	f.Add("<table><tr><td><p>a</table></td>b&#x0;<br><br>c")
	f.Add(`<script type="application/ld+json">[{"@type":"Article","author":{"@id":"1"}}]</script><p>x`)
	f.Add("\xff\xfe<p>a")
	f.Fuzz(func(t *testing.T, page string) {
		d := &extract.Document{Article: &extract.Article{Page: []byte(page)}}
		if Stage.Run(d) != nil {
			return
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		for _, r := range d.Origin {
			if text, raw := d.In(r.Text), page[r.Raw.Start:r.Raw.End]; r.Text.Len() == r.Raw.Len() && text != raw && strings.TrimSpace(text) != "" && strings.Join(strings.Fields(raw), " ") != strings.Join(strings.Fields(text), " ") && html.UnescapeString(raw) != text {
				t.Fatalf("%q lies at %q", text, raw)
			}
		}
	})
}

func FuzzNames(f *testing.F) {
	f.Add("By Ann Lee and Tom Hale, Senior Writer in Porthaven | Reuters")
	f.Add("View all posts by ÉMILE D’ARC (AP) Monday, October 21")
	f.Fuzz(func(t *testing.T, line string) {
		people, _ := namesOf([]string{line}, "The Reef")
		for _, p := range people {
			if again, _ := namesOf([]string{p}, "The Reef"); utf8.ValidString(line) && !utf8.ValidString(p) || strings.TrimSpace(p) != p {
				t.Fatalf("%q of %q, then %q", p, line, again)
			}
		}
	})
}

func FuzzPlain(f *testing.F) {
	f.Add("A Title of Some Kind\n\nBy Ann Lee\n\nSEOUL (AP) — It rained.\n")
	f.Fuzz(func(t *testing.T, text string) {
		d := &extract.Document{Article: &extract.Article{Text: text}}
		if Stage.Run(d) != nil {
			return
		}
		if d.Text != text {
			t.Fatal("text was changed")
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkPage(b *testing.B) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		b.Fatal("no pages in testdata", err)
	}
	data, err := os.ReadFile(pages[0])
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		d := &extract.Document{Article: &extract.Article{Page: data}}
		if err := Stage.Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
