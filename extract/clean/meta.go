package clean

import (
	"cmp"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/claimwire/claimwire/extract"
)

// A head is what a page says about itself, by origin.
type head struct {
	*marks
	meta   map[string][]string // by property, name or itemprop, in lower case
	title  string              // of the title element
	h1     []string
	linked linkedData
	links  map[string]string // rel to href
}

// fill fills what the caller has not given: title, dek, authors, agency, date,
// site and address.
func (h *head) fill(d *extract.Document) {
	d.Site = h.site(d.URL)
	if d.Title == "" {
		d.Title = h.headline(d.Site)
	}
	if d.Dek == "" {
		d.Dek = tidy(h.first("og:description", "description", "twitter:description"))
	}
	if d.URL == "" {
		d.URL = cmp.Or(h.links["canonical"], h.first("og:url"), h.linked.url)
	}
	if d.Authors == nil {
		d.Authors, d.Agency = h.authors(d.Site)
	}
	if d.Published.IsZero() {
		d.Published, d.PublishedFrom = h.published()
	}
	d.Paywall = h.linked.paywall || strings.Contains(h.first("article:content_tier"), "locked")
}

// fillShown fills what is still unknown from what readers see: lines are those
// beside the headline, body the blocks of the article. An agency stands for authors where the
// page names no person.
func (h *head) fillShown(d *extract.Document, lines, body []*chunk, page string) {
	if d.Published.IsZero() {
		d.Published, d.PublishedFrom = h.dated(lines, page, d.URL)
	}
	if from := d.PublishedFrom; extract.OneOf(from, "jsonld", "meta", "time") {
		d.Published = asDated(d.Published, h.changed(), lines)
	}
	if d.Authors == nil {
		d.Authors = bylineIn(lines, d.Site)
	}
	if d.Authors == nil {
		d.Authors, _ = h.shownAuthor(authorLinks, d.Site)
	}
	if d.Authors == nil {
		people, agency := reportedBy(body, d.Site)
		d.Authors, d.Agency = people, cmp.Or(d.Agency, agency)
	}
	if d.Authors == nil && d.Agency != "" {
		d.Authors = []string{d.Agency}
	}
}

func readHead(m *marks) *head {
	h := &head{marks: m, meta: map[string][]string{}, links: map[string]string{}}
	for _, n := range m.meta {
		h.readMeta(n)
	}
	for _, n := range m.link {
		if rel := attr(n, "rel"); rel != "" && h.links[rel] == "" {
			h.links[rel] = attr(n, "href")
		}
	}
	for _, n := range m.title {
		if h.title = textOf(n); h.title != "" {
			break
		}
	}
	for _, n := range m.h1 {
		if t := textOf(n); t != "" && !hiddenIn(n) {
			h.h1 = append(h.h1, t)
		}
	}
	h.linked = h.readLinked()
	return h
}

func (h *head) readMeta(n *html.Node) {
	content := tidy(html.UnescapeString(attr(n, "content")))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" {
			h.meta[k] = append(h.meta[k], content)
		}
	}
}

// textOf is the text of an element on one line, where its lines and blocks are words apart.
func textOf(n *html.Node) string {
	return tidy(string(appendText(nil, n)))
}

func appendText(b []byte, n *html.Node) []byte {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b = append(b, c.Data...)
		case c.DataAtom == atom.Br || block[c.DataAtom]:
			b = append(appendText(append(b, ' '), c), ' ')
		case c.DataAtom != atom.Script && c.DataAtom != atom.Style:
			b = appendText(b, c)
		}
	}
	return b
}

func hiddenIn(n *html.Node) bool {
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if n.DataAtom != atom.Head && dropped(n) {
			return true
		}
	}
	return false
}

func (h *head) first(names ...string) string {
	for _, n := range names {
		if v := h.meta[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

func (h *head) site(address string) string {
	if s := cmp.Or(h.first("og:site_name"), h.linked.publisher, h.first("application-name")); s != "" {
		return s
	}
	return host(cmp.Or(address, h.links["canonical"], h.first("og:url")))
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// headline is the title without the site's name: the first heading that agrees with
// what the page says its title is, else that title cut where the site's name begins.
func (h *head) headline(site string) string {
	claimed := cmp.Or(h.linked.headline, h.first("og:title", "twitter:title", "dc.title"), h.title)
	claimed = tidy(html.UnescapeString(claimed))
	best, most := "", 0.0
	for _, t := range h.h1 {
		if s := max(similar(t, claimed), similar(t, h.title), similar(t, cutSite(h.title, site))); s > most && words(t) >= 3 {
			best, most = t, s
		}
	}
	if most >= .5 {
		if t := cutSite(claimed, site); words(t) >= 3 && strings.HasSuffix(best, t) { // after a word such as Opinion
			return t
		}
		return best
	}
	if len(h.h1) == 1 && words(h.h1[0]) >= 4 && similar(h.h1[0], site) < .5 {
		return h.h1[0]
	}
	return cutSite(claimed, site)
}

// longestTitle is the length in bytes over which a title is not looked into.
const longestTitle = 500

var separator = regexp.MustCompile(`\s+[|–—»•·:-]+\s+|\s*[|»•]\s*`)

var afterSite = regexp.MustCompile(`:\s+|\s+[|–—»•-]+\s+`)

// cutSite cuts the name of the site, or of a part of it, off the end or the start of
// a title.
func cutSite(title, site string) string {
	if len(title) > longestTitle {
		return title
	}
	at := separator.FindAllStringIndex(title, -1)
	for i := len(at) - 1; i >= 0; i-- {
		if at[i][1] > len(title) {
			continue // it went with the blanks of what was cut behind it
		}
		rest := title[at[i][1]:]
		mark := strings.TrimSpace(title[at[i][0]:at[i][1]])
		short := words(rest) <= 5 && words(title[:at[i][0]]) >= 3
		if mark != ":" && short && (mark == "|" || mark == "»" || isSite(rest, site) || titleCase(rest) || words(rest) <= 3) || isSite(rest, site) {
			title = strings.TrimSpace(title[:at[i][0]])
			continue
		}
		break
	}
	if at := afterSite.FindStringIndex(title); at != nil && names(title[:at[0]], site) {
		title = strings.TrimSpace(title[at[1]:])
	}
	return title
}

// names: a phrase that holds all of the site's name, not a word of it such as Report.
func names(phrase, site string) bool {
	a, b := letters(phrase), letters(site)
	return b != "" && strings.Contains(a, b)
}

func isSite(name, site string) bool {
	a, b := letters(name), letters(site)
	return a != "" && b != "" && (a == b || len(a) > 3 && strings.Contains(b, a) || len(b) > 4 && strings.Contains(a, b))
}
