// Package show makes claims visible in their text: as one HTML page that needs no
// network, and in colour on a terminal.
package show

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"sort"
	"strings"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

var page = template.Must(template.New("page").Parse(pageHTML))

// An article is a document as the page shows it.
type article struct {
	Number          int
	ID, Title, URL  string
	Published, Site string
	Blocks          []block
	Claims          []card
	Left            int // claims that the page has no room for
}

// A block is a paragraph, cut where any span of the article starts or ends.
type block struct {
	Section string
	Pieces  []piece
}

// A piece is a stretch of text that the same spans cover. The three lists are numbers
// of cards, as the script reads them: "3 7".
type piece struct {
	Text                 string
	Class                string // of the values that cover it: quantity, time, place
	Source, Cue, Content string
}

// Marked reports whether any claim covers the piece.
func (p piece) Marked() bool { return p.Source+p.Cue+p.Content != "" }

// A card is a claim at the side of the text.
type card struct {
	*extract.Claim
	Number string // of the page: article-claim
	Depth  int    // of nesting: how many claims stand around it
	Who    string
	Why    string
}

// Numbers reports whether the claim carries a number.
func (c card) Numbers() bool { return len(c.Quantities) > 0 }

// Values writes a quantity's value, with its range or its unit.
func (c card) Values() []string {
	var out []string
	for _, q := range c.Quantities {
		value := string(q.Value)
		if value == "" && q.Low+q.High != "" {
			value = string(q.Low) + " to " + string(q.High)
		}
		out = append(out, strings.Join(words(q.Text, "=", q.Bound, value, q.Unit, of(q.Of)), " "))
	}
	return out
}

func of(thing string) string {
	if thing == "" {
		return ""
	}
	return "of " + thing
}

// words leaves the empty ones out.
func words(in ...string) []string {
	var out []string
	for _, w := range in {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// A Paste is the form of a server's page to paste an article in, as it was filled in.
type Paste struct {
	Text, Published string
	Error           string // why there is no article; "" if there is, or nothing was pasted
}

// Page writes one page that holds the documents, which c made, their claims and why each
// was found. It fetches nothing, and its policy lets no script run but its own. A server
// gives a form too, which is sent to the address of the page; elsewhere paste is nil.
func Page(w io.Writer, c *claimwire.Extractor, docs []*extract.Document, paste *Paste) error {
	data := struct {
		Paste      *Paste
		Title      string
		Articles   []article
		Policy     string
		CSS        template.CSS
		JS         template.JS
		Facets     map[string][]string
		FacetNames []string
	}{Paste: paste, Title: "Claims", CSS: template.CSS(pageCSS), JS: template.JS(pageJS), Facets: map[string][]string{}, FacetNames: []string{"source", "stance", "factuality", "section"}}
	facets := map[string]map[string]bool{"source": {}, "stance": {}, "factuality": {}, "section": {}}
	room := mostClaims
	for i, d := range docs {
		a := articleOf(c, d, i, room)
		room -= len(a.Claims)
		data.Articles = append(data.Articles, a)
		for _, c := range a.Claims {
			facets["source"][c.Who], facets["stance"][c.Stance] = true, true
			facets["factuality"][c.Factuality], facets["section"][c.Section] = true, true
		}
	}
	for name, values := range facets {
		for v := range values {
			data.Facets[name] = append(data.Facets[name], v)
		}
		sort.Strings(data.Facets[name])
	}
	if len(docs) == 1 && data.Articles[0].Title != "" {
		data.Title = data.Articles[0].Title
	}
	action := "'none'"
	if paste != nil {
		action = "'self'"
	}
	data.Policy = "default-src 'none'; base-uri 'none'; form-action " + action + "; script-src 'sha256-" + digest(pageJS) + "'; style-src 'sha256-" + digest(pageCSS) + "'"
	return page.Execute(w, data)
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// mostClaims is how many claims a page holds; with their reasons they make some 10 MB, which a
// browser still bears. Of the rest the page says how many they are, and shows the text.
const mostClaims = 5000

func articleOf(c *claimwire.Extractor, d *extract.Document, n, room int) article {
	left := max(0, len(d.Claims)-room)
	if left > 0 {
		part := *d
		part.Claims = d.Claims[:room]
		d = &part
	}
	a := article{Left: left, Number: n, ID: d.ID, Title: d.Title, Published: d.Published.String(), Site: d.Site}
	if strings.HasPrefix(d.URL, "https://") || strings.HasPrefix(d.URL, "http://") {
		a.URL = d.URL
	}
	a.Claims = cards(d, n)
	for i, why := range c.Explain(d) {
		a.Claims[i].Why = why.String()
	}
	a.Blocks = blocks(d, a.Claims)
	return a
}

func cards(d *extract.Document, n int) []card {
	at := map[string]int{}
	out := make([]card, len(d.Claims))
	for i := range d.Claims {
		c := &d.Claims[i]
		at[c.ID] = i
		out[i] = card{Claim: c, Number: number(n, i), Who: who(c)}
	}
	for i := range out {
		for k, steps := i, 0; out[k].Parent != "" && steps < len(out); steps++ {
			up, ok := at[out[k].Parent]
			if !ok {
				break
			}
			out[i].Depth = min(out[i].Depth+1, 4)
			k = up
		}
	}
	return out
}

func who(c *extract.Claim) string {
	switch {
	case c.Source.Name != "":
		return c.Source.Name
	case c.Source.Mention != "":
		return c.Source.Mention
	case c.Source.Kind == extract.Author:
		return "the reporter"
	}
	return "nobody named"
}
