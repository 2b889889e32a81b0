package clean

import (
	"cmp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/claimwire/claimwire/extract"
)

// authorPlaces are where pages name their authors when they say it in no metadata, the
// surest first.
var authorPlaces = selectors(
	`[itemprop="author"] [itemprop="name"]`, `[rel="author"]`, `[itemprop="author"]`, `.author-name, .author__name, .byline__name, .byline-name, .author_name, .authorname`,
	`.byline a, .author a, .article-author a, .post-author a, .c-byline a, .article__byline a`, `.byline, .author, .article-author, .post-author, .entry-author, .article__author, .article-byline, .story-byline, .p-author`,
)

// authorLinks are links to the pages of authors, those within the article first.
var authorLinks = selectors(`article a[href*="/author/"], main a[href*="/author/"]`,
	`a[href*="/author/"], a[href*="/authors/"], a[href*="/writer/"], a[href*="/staff/"], a[href*="/contributor/"]`)

func selectors(list ...string) []goquery.Matcher {
	var out []goquery.Matcher
	for _, s := range list {
		out = append(out, cascadia.MustCompile(s))
	}
	return out
}

// authorMetas are the names of meta elements that hold them.
var authorMetas = strings.Fields(`author article:author parsely-author sailthru.author dc.creator byl dcterms.creator article:author_name article:authors
	og:author og:article:author author_name authors cxenseparse:author mediator_author vr:author bt:author lp.article:author shareaholic:article_author_name
	citation_author analyticsattributes.author dc.contributor creator`)

// authors are the people who wrote the article, and the agency it came from.
func (h *head) authors(site string) (people []string, agency string) {
	sources := [][]string{h.linked.authors}
	for _, name := range authorMetas {
		sources = append(sources, h.meta[name])
	}
	for _, names := range append(sources, h.labelled()) {
		var from string
		people, from = namesOf(names, site)
		if agency = cmp.Or(agency, from); len(people) > 0 {
			return people, agency
		}
	}
	people, from := h.shownAuthor(authorPlaces, site)
	return people, cmp.Or(agency, from)
}

// labelled is what a page has under the label "Written by" in a preview.
func (h *head) labelled() []string {
	for _, n := range []string{"1", "2"} {
		if strings.EqualFold(h.first("twitter:label"+n), "written by") {
			return h.meta["twitter:data"+n]
		}
	}
	return nil
}

// shownAuthor is who the first element of the first place that names people names,
// and who the elements beside it name.
func (m *marks) shownAuthor(places []goquery.Matcher, site string) (people []string, agency string) {
	named := goquery.Selection{Nodes: m.byline}
	for _, place := range places {
		var lines []string
		var first *html.Node
		named.FilterMatcher(place).EachWithBreak(func(i int, s *goquery.Selection) bool {
			n := s.Get(0)
			t := textOf(n)
			switch some, from := namesOf([]string{t}, site); {
			case len(t) > 200 || hiddenIn(n) || m.ofOthers(n) || first != nil && line(n) != line(first):
			case some != nil:
				first = n
				lines = append(lines, t)
			default:
				agency = cmp.Or(agency, from)
			}
			return i < 5
		})
		if people, _ = namesOf(lines, site); people != nil {
			return people, agency
		}
	}
	return nil, agency
}

// ofOthers: an element stands among comments or links to other articles, which are
// not around the headline.
func (m *marks) ofOthers(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if (isComments(n) || ownRole(n) == extract.Related) && !slices.ContainsFunc(m.h1, func(h *html.Node) bool { return within(h, n) }) {
			return true
		}
	}
	return false
}

// line is the block that an element stands in.
func line(n *html.Node) *html.Node {
	for n.Parent != nil && !block[n.DataAtom] {
		n = n.Parent
	}
	return n
}

// bylineIn are the authors of the first of the lines that is a byline.
func bylineIn(lines []*chunk, site string) []string {
	for _, c := range lines {
		if c.words > 20 || !byline.MatchString(c.text) && behindDate(c.text) == "" {
			continue
		}
		if people, _ := namesOf([]string{c.text}, site); people != nil {
			return people
		}
	}
	for _, c := range lines {
		if name, ok := beforeDate(c.text); ok && isPerson(name) && !isSite(name, site) {
			return []string{name}
		}
	}
	return nil
}

// reportedBy is who reported, by the line below the article that says so.
func reportedBy(body []*chunk, site string) (people []string, agency string) {
	for _, c := range body {
		if line := strings.Trim(c.text, "()."); c.role == extract.Credit && strings.HasPrefix(line, "Reporting by") {
			who, _, _ := strings.Cut(line, ";")
			return namesOf([]string{who}, site)
		}
	}
	return nil, ""
}

// beforeDate is what stands before the date on a line that holds both and no more.
func beforeDate(s string) (string, bool) {
	if len(s) > 80 {
		return "", false
	}
	at := wordDate.FindStringIndex(s)
	if at == nil || at[0] == 0 {
		return "", false
	}
	return strings.Trim(s[:at[0]], " |·•–—-,"), true
}

// around are the chunks that stand a little after the headline, and those a little
// before the first paragraph of the body.
func (b *blocks) around(all []*chunk) (lines []*chunk) {
	if b.first == len(b.chunks) {
		return nil
	}
	headline, first := -1, 0
	for i, c := range all {
		if headline < 0 && c.el.DataAtom == atom.H1 && similar(c.text, b.d.Title) >= .5 {
			headline = i
		}
		if c == b.chunks[b.first] {
			first = i
		}
	}
	before := max(0, first-12)
	if headline >= 0 {
		prose := 0
		for _, c := range all[headline+1 : min(headline+7, len(all))] {
			if isProse(c) {
				prose++
			}
			if c.words > 40 || prose > 1 { // one may be a dek; the article has begun
				break
			}
			lines = append(lines, c)
		}
	}
	return append(lines, all[before:first]...)
}
