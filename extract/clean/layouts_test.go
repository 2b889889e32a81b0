package clean

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// Paragraphs of a story of our own, for the pages of TestLayouts.
const (
	par1 = "The ferry company will end its night crossings to Orra in March, its director, Ines Holm, said on Monday after a meeting with the harbour board."
	par2 = "About 300 people use the boats each week, many of them nurses and bakers who start work before dawn and have no other way to the mainland."
	par3 = "“We have carried the loss for four years and cannot carry it any longer,” Holm said. “The state must decide what the island is worth to it.”"
	par4 = "The ministry of transport said it had not been told of the plan and would look into it before the budget is put to parliament in the spring."
	par5 = "The island’s mayor, Per Aldal, called the decision a blow to families who had moved there in the belief that the boats would stay."
)

func p(texts ...string) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString("<p>" + t + "</p>\n")
	}
	return b.String()
}

// TestLayouts are pages of layouts that split, repeat or surround the story: its body must be
// whole and nothing else.
func TestLayouts(t *testing.T) {
	const head = `<!doctype html><html lang="en"><head><title>Night ferries to Orra will end | Orra Times</title><meta property="og:site_name" content="Orra Times"></head><body>`
	story := []string{par1, par2, par3, par4, par5}
	for _, tt := range []struct {
		name, html    string
		title, author string
		body          []string
	}{
		{
			name: "sibling containers", html: head + `<main><h1>Night ferries to Orra will end</h1><div class="chunk">` + p(par1, par2) + `</div><div class="ad">Advertisement</div><div class="chunk">` + p(par3) + `</div><div class="chunk">` + p(par4, par5) + `</div></main><footer><p>© 2024 Orra Times</p></footer></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "sibling containers with rails between", html: head + `<div id="page"><h1>Night ferries to Orra will end</h1><div class="row"><div class="col-8">` + p(par1, par2) + `</div><div class="col-4"><ul><li><a href="/a">Fish prices rise again</a></li><li><a href="/b">School wins prize</a></li><li><a href="/c">Storm closes road</a></li></ul></div></div><div class="row"><div class="col-8">` + p(par3, par4, par5) + `</div></div></div></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "subscriber wall", html: head + `<article><h1>Night ferries to Orra will end</h1>` + p(par1, par2) + `<div class="subscriber-only">` + p(par3, par4, par5) + `</div><div class="paywall-prompt"><p>Subscribe now to read the rest of this story and support local journalism.</p></div></article></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "infinite scroll", html: head + `<div class="stream"><article><h1>Night ferries to Orra will end</h1>` + p(story...) + `</article><article><h1>Council raises parking fees in the old town</h1>` + p("The council of Norvik has raised the fees for parking in the old town by a third, to pay for the new bridge over the river, which opens in June.", "Shopkeepers said the rise would drive customers away, and asked the council to put it off until the works in the main street are done.", "A vote on the plan was won by two voices after a debate that lasted until midnight, with members of all parties on both sides.") + `</article></div></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "AMP", html: `<!doctype html><html amp lang="en"><head><title>Night ferries to Orra will end</title></head><body><amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><main><h1>Night ferries to Orra will end</h1><amp-img src="a.jpg"></amp-img>` + p(par1, par2) + `<amp-ad type="x"></amp-ad>` + p(par3, par4, par5) + `<amp-list src="/more"><p>Loading</p></amp-list></main></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "old table", html: `<html lang="en"><head><title>Orra Times: Night ferries to Orra will end</title></head><body><table><tr><td><a href="/">Home</a><br><a href="/sport">Sport</a><br><a href="/jobs">Jobs</a></td><td><font size=5><b>Night ferries to Orra will end</b></font><p>` + strings.Join(story, "<p>") + `</td></tr></table></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "headline in h2", html: `<html lang="en"><head><title>Orra Times</title></head><body><header><h1><a href="/">Orra Times</a></h1></header><div class="post"><h2>Night ferries to Orra will end</h2>` + p(story...) + `</div></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "agency byline", html: head + `<article><h1>Night ferries to Orra will end</h1><p class="byline">By Associated Press</p><p class="byline">March 4, 2024 by Tuva Lind</p>` + p(story...) + `</article></body></html>`,
			title: "Night ferries to Orra will end", author: "Tuva Lind", body: story,
		},
		{
			name: "teasers and ticker", html: head + `<article><h1>Night ferries to Orra will end</h1><div class="ticker"><span>OBX 1,312 +0.4%</span> <span>NOK/EUR 11.4</span></div>` + p(par1, par2) + `<h3>Top stories</h3><ul><li><a href="/a">Fish prices rise again in the north</a></li><li><a href="/b">School wins prize for its garden</a></li><li><a href="/c">Storm closes road to the airport</a></li></ul>` + p(par3, par4, par5) + `</article></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
		{
			name: "pull quote and command", html: head + `<article><h1>Night ferries to Orra will end</h1>` + p(par1, par2) + `<blockquote class="pull">“We have carried the loss for four years and cannot carry it any longer”</blockquote>` + p(par3) + `<p><a href="/guide">Read our guide</a></p>` + p(par4) + `<p><a href="/mayor">` + par5 + `</a></p>` + p("The board meets again on Friday, when it will hear what the unions of the crews have to say to the plan.") + `</article></body></html>`,
			title: "Night ferries to Orra will end", body: append(story[:5:5], "The board meets again on Friday, when it will hear what the unions of the crews have to say to the plan."),
		},
		{
			name: "live blog", html: head + `<main><h1>Night ferries to Orra will end</h1><div class="live-blog"><section class="post"><time datetime="2024-03-04T10:20">10:20</time><h2>Company ends night boats</h2>` + p(par1, par2) + `</section><section class="post"><time datetime="2024-03-04T11:05">11:05</time><h2>Ministry not told</h2>` + p(par3, par4, par5) + `</section></div></main></body></html>`,
			title: "Night ferries to Orra will end", body: story,
		},
	} {
		d := &extract.Document{Article: &extract.Article{Page: []byte(tt.html), MediaType: "text/html", URL: "https://www.orratimes.example/2024/03/04/story"}}
		if err := Stage.Run(d); err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var body []string
		for _, q := range d.Paragraphs {
			if q.Section == extract.Body && strings.ContainsRune(d.In(q.Span), ' ') && len(d.In(q.Span)) > 40 {
				body = append(body, d.In(q.Span))
			}
		}
		if got, want := strings.Join(body, "\n"), strings.Join(tt.body, "\n"); got != want {
			t.Errorf("%s: body is\n%s\nwant\n%s", tt.name, got, want)
		}
		if d.Title != tt.title {
			t.Errorf("%s: title %q", tt.name, d.Title)
		}
		if got := strings.Join(d.Authors, "; "); got != tt.author {
			t.Errorf("%s: authors %q, want %q", tt.name, got, tt.author)
		}
	}
}
