package clean

import (
	"encoding/json"
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

// metadata fills what the caller has not given: title, dek, authors, agency, date,
// site and address.
func metadata(d *extract.Document, m *marks) {
	h := readHead(m)
	d.Site = h.site(d.URL)
	if d.Title == "" {
		d.Title = h.headline(d.Site)
	}
	if d.Dek == "" {
		d.Dek = tidy(h.first("og:description", "description", "twitter:description"))
	}
	if d.URL == "" {
		d.URL = firstOf(h.links["canonical"], h.first("og:url"), h.linked.url)
	}
	if d.Authors == nil {
		d.Authors, d.Agency = h.authors(d.Site)
	}
	if d.Published.IsZero() {
		d.Published, d.PublishedFrom = h.published()
	}
	d.Paywall = h.linked.paywall || strings.Contains(h.first("article:content_tier"), "locked")
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
	for _, n := range m.script {
		if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
			h.linked.read(n.FirstChild.Data)
		}
	}
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

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

func (h *head) site(address string) string {
	if s := firstOf(h.first("og:site_name"), h.linked.publisher, h.first("application-name")); s != "" {
		return s
	}
	return host(firstOf(address, h.links["canonical"], h.first("og:url")))
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
	claimed := firstOf(h.linked.headline, h.first("og:title", "twitter:title", "dc.title"), h.title)
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

var separator = regexp.MustCompile(`\s+[|–—»•·:-]+\s+|\s*[|»•]\s*`)

var afterSite = regexp.MustCompile(`:\s+|\s+[|–—»•-]+\s+`)

// cutSite cuts the name of the site, or of a part of it, off the end or the start of
// a title.
func cutSite(title, site string) string {
	at := separator.FindAllStringIndex(title, -1)
	for i := len(at) - 1; i >= 0; i-- {
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

// linkedData is what JSON-LD says about the article of a page.
type linkedData struct {
	headline, published, publisher, url string
	authors                             []string
	agency                              []string // authors that are organisations
	paywall                             bool
}

func (l *linkedData) read(text string) {
	text = strings.TrimSpace(text)
	text = strings.TrimSuffix(strings.TrimPrefix(text, "<!--"), "-->")
	var v any
	if json.Unmarshal([]byte(text), &v) != nil {
		clean := strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, text)
		if json.Unmarshal([]byte(clean), &v) != nil {
			return
		}
	}
	people := map[string]map[string]any{}
	index(v, people, 0)
	l.find(v, people, 0)
}

// index notes the objects that others name by @id.
func index(v any, byID map[string]map[string]any, depth int) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			index(e, byID, depth)
		}
	case map[string]any:
		if id, _ := v["@id"].(string); id != "" && v["name"] != nil {
			byID[id] = v
		}
		if graph := v["@graph"]; graph != nil && depth < 3 {
			index(graph, byID, depth+1)
		}
	}
}

func (l *linkedData) find(v any, people map[string]map[string]any, depth int) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.find(e, people, depth)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			l.article(v, people)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			if v[key] != nil && depth < 3 && key != "itemListElement" {
				l.find(v[key], people, depth+1)
			}
		}
	}
}

func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report" || strings.HasSuffix(k, "NewsArticle")
	case []any:
		for _, e := range k {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

func (l *linkedData) article(m map[string]any, people map[string]map[string]any) {
	str := func(key string) string { s, _ := m[key].(string); return tidy(html.UnescapeString(s)) }
	if l.headline == "" {
		l.headline = str("headline")
	}
	if l.published == "" {
		l.published = firstOf(str("datePublished"), str("dateCreated"))
	}
	if l.url == "" {
		l.url = str("url")
	}
	if p, ok := m["publisher"].(map[string]any); ok && l.publisher == "" {
		l.publisher, _ = p["name"].(string)
	}
	if free := m["isAccessibleForFree"]; free == false || free == "False" || free == "false" {
		l.paywall = true
	}
	if l.authors == nil {
		for _, key := range []string{"author", "creator"} {
			if l.author(m[key], people); l.authors != nil {
				break
			}
		}
	}
}

func (l *linkedData) author(v any, people map[string]map[string]any) {
	switch v := v.(type) {
	case string:
		l.authors = append(l.authors, html.UnescapeString(v))
	case []any:
		for _, e := range v {
			l.author(e, people)
		}
	case map[string]any:
		if id, _ := v["@id"].(string); v["name"] == nil && people[id] != nil {
			v = people[id]
		}
		if v["@type"] == "Organization" || v["@type"] == "NewsMediaOrganization" {
			if name, _ := v["name"].(string); name != "" {
				l.agency = append(l.agency, name)
			}
		}
		l.author(v["name"], nil)
	}
}
