package clean

import (
	"cmp"
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// linkedData is what JSON-LD says about the article of a page.
type linkedData struct {
	headline, published, publisher, url string
	changed                             string
	shown                               string // when the page was made, which may be long before or after
	authors                             []string
	paywall                             bool
}

// An object of JSON-LD.
type object = map[string]any

// readLinked reads the JSON-LD of a page, all scripts of it as one graph.
func (h *head) readLinked() linkedData {
	var g graph
	for _, n := range h.script {
		if n.FirstChild != nil && strings.EqualFold(attr(n, "type"), "application/ld+json") {
			g.add(decodeLinked(n.FirstChild.Data), 0)
		}
	}
	var l, page linkedData
	for _, o := range g.ranked(h) {
		l.article(o, &g)
	}
	for _, o := range g.pages {
		page.article(o, &g)
	}
	l.shown = page.published
	l.publisher = cmp.Or(l.publisher, page.publisher)
	return l
}

var (
	wrapper       = regexp.MustCompile(`^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$`)
	trailingComma = regexp.MustCompile(`,(\s*[}\]])`)
)

// decodeLinked reads one script. Comment marks around it, raw line ends within
// strings and commas before brackets, which no JSON has but pages have, are mended.
func decodeLinked(text string) any {
	var v any
	if json.Unmarshal([]byte(text), &v) == nil {
		return v
	}
	text = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, wrapper.ReplaceAllString(text, ""))
	if json.Unmarshal([]byte(text), &v) == nil || json.Unmarshal([]byte(trailingComma.ReplaceAllString(text, "$1")), &v) == nil {
		return v
	}
	return nil
}

// A graph holds the objects of a page that count.
type graph struct {
	named    map[string]object // by @id
	articles []object
	pages    []object // what else sites date
}

// add takes a value of JSON-LD, and those that it is about.
func (g *graph) add(v any, depth int) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.add(e, depth)
		}
	case object:
		g.name(v)
		switch {
		case isKind(v["@type"], "Article", "Posting", "Report"):
			g.articles = append(g.articles, v)
		case isKind(v["@type"], "WebPage", "VideoObject", "Review", "Recipe"):
			g.pages = append(g.pages, v)
		}
		if depth < 3 {
			for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
				g.add(v[key], depth+1)
			}
		}
	}
}

func (g *graph) name(o object) {
	if id, _ := o["@id"].(string); id != "" && o["name"] != nil {
		if g.named == nil {
			g.named = map[string]object{}
		}
		g.named[id] = o
	}
}

// isKind: a type, or one of several, ends in one of the names.
func isKind(kind any, names ...string) bool {
	switch k := kind.(type) {
	case string:
		for _, n := range names {
			if strings.HasSuffix(k, n) {
				return true
			}
		}
	case []any:
		for _, e := range k {
			if isKind(e, names...) {
				return true
			}
		}
	}
	return false
}

// ranked are the articles, or the one that the page's own title names: the others of
// such a page are other news.
func (g *graph) ranked(h *head) []object {
	if len(g.articles) < 2 {
		return g.articles
	}
	best, most := 0, 0.0
	for i, o := range g.articles[:min(len(g.articles), 20)] {
		claimed := text(o, "headline")
		s := max(similar(claimed, h.first("og:title")), similar(claimed, h.title))
		for _, t := range h.h1 {
			s = max(s, similar(claimed, t))
		}
		if s > most+.2 {
			best, most = i, s
		}
	}
	if most >= .5 {
		return g.articles[best : best+1]
	}
	return g.articles
}

// text is a member that is a string, on one line.
func text(o object, key string) string {
	s, _ := o[key].(string)
	return tidy(html.UnescapeString(s))
}

// article takes from an object what those before it have not said.
func (l *linkedData) article(o object, g *graph) {
	l.headline = cmp.Or(l.headline, text(o, "headline"))
	l.published = cmp.Or(l.published, text(o, "datePublished"), text(o, "dateCreated"), text(o, "uploadDate"))
	l.changed = cmp.Or(l.changed, text(o, "dateModified"))
	l.url = cmp.Or(l.url, text(o, "url"))
	if p, ok := o["publisher"].(object); ok {
		l.publisher = cmp.Or(l.publisher, text(g.resolve(p), "name"))
	}
	if free := o["isAccessibleForFree"]; free == false || free == "False" || free == "false" {
		l.paywall = true
	}
	for _, key := range []string{"author", "creator"} {
		if l.authors == nil {
			l.author(o[key], g)
		}
	}
}

// resolve follows a reference to an object named elsewhere.
func (g *graph) resolve(o object) object {
	if id, _ := o["@id"].(string); o["name"] == nil && g.named[id] != nil {
		return g.named[id]
	}
	return o
}

func (l *linkedData) author(v any, g *graph) {
	switch v := v.(type) {
	case string:
		if named := g.named[v]; named != nil {
			l.author(named, g)
			return
		}
		l.authors = append(l.authors, html.UnescapeString(v))
	case []any:
		for _, e := range v {
			l.author(e, g)
		}
	case object:
		v = g.resolve(v)
		name := text(v, "name")
		if name == "" {
			name = tidy(text(v, "givenName") + " " + text(v, "familyName"))
		}
		if list, ok := v["name"].([]any); ok {
			l.author(list, g)
		} else if name != "" {
			l.authors = append(l.authors, name)
		}
	}
}
