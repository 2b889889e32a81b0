package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html/atom"
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

// authors are the people who wrote the article, and the agency it came from.
func (h *head) authors(site string) (people []string, agency string) {
	for _, names := range [][]string{h.linked.authors, h.meta["author"], h.meta["article:author"], h.meta["parsely-author"], h.meta["sailthru.author"], h.meta["dc.creator"], h.meta["byl"], h.meta["dcterms.creator"]} {
		var from string
		if people, from = namesOf(names, site); agency == "" {
			agency = from
		}
		if len(people) > 0 {
			return people, agency
		}
	}
	people, from := h.shownAuthor(authorPlaces, site)
	return people, firstOf(agency, from)
}

// shownAuthor is who the first element of the first place that names people names.
func (m *marks) shownAuthor(places []goquery.Matcher, site string) (people []string, agency string) {
	named := goquery.Selection{Nodes: m.byline}
	for _, place := range places {
		line := ""
		named.FilterMatcher(place).EachWithBreak(func(i int, s *goquery.Selection) bool {
			if t := textOf(s.Get(0)); t != "" && len(t) < 200 && !hiddenIn(s.Get(0)) {
				line = t
			}
			return line == "" && i < 5
		})
		people, from := namesOf([]string{line}, site)
		if agency = firstOf(agency, from); len(people) > 0 {
			return people, agency
		}
	}
	return nil, agency
}

var (
	byAtStart  = regexp.MustCompile(`(?i)^\W*(?:(?:story|words|written|posted|reported|published|reporting|analysis|opinion) )?(?:by|from)\b:?\s+`)
	betweenMen = regexp.MustCompile(`(?i)\s*(?:,|;|\||/|•|·|\n| and | & | with )\s*`)
	afterName  = regexp.MustCompile(`(?i)\s*(?:\(.*|<.*|\bfor the\b.*|\bof the\b.*|\s[–—-]\s.*|\b(?:published|updated|posted|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b.*)$`)
	agencies   = regexp.MustCompile(`(?i)^(?:the )?(?:associated press|ap(?: news)?|reuters(?: staff)?|afp|agence france[- ]presse|bloomberg(?: news)?|pti|ani|ians|upi|xinhua|press association|pa media|tass|dpa|efe|kyodo news|yonhap|cnn newsource|tribune news service|pr newswire|business wire|globenewswire|the canadian press|australian associated press|aap)$`)
	notPeople  = regexp.MustCompile(`(?i)\b(?:staff|editors?|reporters?|writers?|correspondents?|desk|news|team|press|agency|agencies|wire|service|newsroom|media|times|post|daily|magazine|journal|gazette|herald|tribune|radio|network|tv|admin|contributors?|columnists?|bureau|sponsored|partners?|group|inc|llc|ltd|foundation|institute|university|company|digital|online|guest|editorial|board|report|today|world|managing|chief|senior|director|producer|anchor|author|photographer|meteorologist|special to|fellow|professor|facebook|twitter|email|view|profile|posts?|articles?|more|read|share|follow|comments?|subscribe|advertisement|a)\b|https?:|www\.|@|\.com|\d`)
)

// namesOf splits bylines into names of people, in order, each once. Job titles, the
// site and agencies are no people.
func namesOf(lines []string, site string) (people []string, agency string) {
	seen := map[string]bool{}
	for _, line := range lines {
		line = byAtStart.ReplaceAllString(tidy(line), "")
		for _, name := range betweenMen.Split(line, -1) {
			name = strings.TrimSpace(afterName.ReplaceAllString(byAtStart.ReplaceAllString(name, ""), ""))
			name = strings.Trim(name, " .,:;*-–—|")
			if agencies.MatchString(name) {
				agency = name
				continue
			}
			if isPerson(name) && !isSite(name, site) && !seen[strings.ToLower(name)] {
				seen[strings.ToLower(name)] = true
				people = append(people, capitals(name))
			}
		}
	}
	return people, agency
}

func isPerson(name string) bool {
	n := words(name)
	if n < 2 || n > 5 || utf8.RuneCountInString(name) > 45 || notPeople.MatchString(name) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) || strings.ToLower(name) == name && n == 2
}

// capitals writes a name that is all in capitals, or in none, as names are written.
func capitals(name string) string {
	if strings.ToUpper(name) != name && strings.ToLower(name) != name {
		return name
	}
	out := []rune(strings.ToLower(name))
	for i := range out {
		if i == 0 || !unicode.IsLetter(out[i-1]) {
			out[i] = unicode.ToUpper(out[i])
		}
	}
	return string(out)
}

// lead reads what stands between the title and the body, for what the metadata
// lacks: authors and date.
func (b *blocks) lead(all []*chunk) {
	d := b.d
	for _, c := range around(all, b) {
		if c.words > 20 {
			continue
		}
		if d.Authors == nil && byline.MatchString(c.text) {
			d.Authors, _ = namesOf([]string{c.text}, d.Site)
		}
		if d.Published.IsZero() && c.words <= 14 {
			if t := dateInWords(c.text); !t.IsZero() {
				d.Published, d.PublishedFrom = t, "time"
			}
		}
	}
}

// around are the chunks that stand a little after the headline, and those a little
// before the first paragraph of the body.
func around(all []*chunk, b *blocks) (lines []*chunk) {
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
		lines = append(lines, all[headline+1:min(headline+7, max(before, first+4, headline+1), len(all))]...)
	}
	return append(lines, all[before:first]...)
}
