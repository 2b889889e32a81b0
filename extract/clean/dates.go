package clean

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"github.com/claimwire/claimwire/extract"
)

// dateMetas are the names of meta elements that hold the time of publication, the
// surest first.
var dateMetas = strings.Fields(`article:published_time og:published_time article:published datepublished parsely-pub-date sailthru.date pubdate publishdate publish-date
	publish_date publication_date publication-date date.published originalpublicationdate dc.date.issued dcterms.issued dc.date.created dcterms.created dcterms.date dc.date
	article_date_original og:article:published_time article:publication_date article.published article:created lp.article:published_time vr:published_time mediator_published_time
	cxenseparse:recs:publishtime cxenseparse:publishtime displaydate ptime rnews:datepublished bt:pubdate iso-8601-publish-date published-date published_date prism.publicationdate
	citation_publication_date citation_online_date analyticsattributes.articledate datecreated date_created created content_create_date date article:post_date last-modified`)

// datePlaces are the elements that show it.
var datePlaces = cascadia.MustCompile(`[itemprop="datePublished"], time[datetime], time[pubdate], .published, .pubdate, .post-date, .entry-date, .article-date, .date, .dateline, .timestamp, .byline, .article__date, .publish-date, .published-date, .story-date, .date-published, [class*="date"], [class*="Date"]`)

var (
	urlDate   = regexp.MustCompile(`[/-]((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)|[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/._-]|$)`)
	wordDate  = regexp.MustCompile(`(?i)(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .,-]+(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?((?:19|20)\d\d)\b`)
	stateDate = regexp.MustCompile(`^[a-zA-Z_]*(?:\\?"|&quot;)\s*:\s*(?:\\?"|&quot;)((?:19|20)\d\d-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)`)
	isoDate   = regexp.MustCompile(`\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:T|\b)`)
)

// published is the time of publication that a page gives to machines, and where.
func (h *head) published() (extract.Timestamp, string) {
	if t := readDate(h.linked.published); !t.IsZero() {
		return t, "jsonld"
	}
	for _, name := range dateMetas {
		for _, v := range h.meta[name] {
			if t := readDate(v); !t.IsZero() {
				return t, "meta"
			}
		}
	}
	return extract.Timestamp{}, ""
}

// changed is when the page was last changed, as it tells machines.
func (h *head) changed() extract.Timestamp {
	return readDate(cmp.Or(h.linked.changed, h.first("article:modified_time", "og:updated_time")))
}

// dated is the time of publication of a page that does not give it to machines, from
// the surest source to the least: what stands beside the headline (lines), the date
// of the page itself, a date anywhere, the data for its scripts, and its address.
// A date that is shown days away from that of the address is of something else.
func (h *head) dated(lines []*chunk, page, address string) (extract.Timestamp, string) {
	inURL := dateInURL(address)
	for _, s := range []struct {
		from string
		read func() extract.Timestamp
	}{
		{"time", func() extract.Timestamp { return h.shown(beside(lines)) }},
		{"time", func() extract.Timestamp { return dateInLines(lines) }},
		{"jsonld", func() extract.Timestamp { return readDate(h.linked.shown) }},
		{"time", func() extract.Timestamp { return h.shown(func(*html.Node) bool { return true }) }},
		{"meta", func() extract.Timestamp { return dateInState(page) }},
	} {
		if t := s.read(); !t.IsZero() && (inURL.IsZero() || t.Sub(inURL.Time).Abs() < 72*time.Hour) {
			return t, s.from
		}
	}
	if inURL.IsZero() {
		return extract.Timestamp{}, ""
	}
	return inURL, "url"
}

// beside tells whether an element stands in one of the lines.
func beside(lines []*chunk) func(*html.Node) bool {
	els := map[*html.Node]bool{}
	for _, c := range lines {
		els[c.el] = true
	}
	return func(n *html.Node) bool {
		for range 4 {
			if n == nil || els[n] {
				return n != nil
			}
			n = n.Parent
		}
		return false
	}
}

func dateInLines(lines []*chunk) extract.Timestamp {
	for _, c := range lines {
		if c.words > 14 {
			continue
		}
		if t := dateInWords(c.text); !t.IsZero() {
			return t
		}
	}
	return extract.Timestamp{}
}

// stateKeys are what pages call the date in the data they bring for their scripts.
var stateKeys = []string{"datePublished", "pubDate", "publishDate", "publicationDate", "publish_date", "publishedAt", "published_at"}

// dateInState looks for the date in that data.
func dateInState(page string) extract.Timestamp {
	for _, key := range stateKeys {
		rest := page
		for range 4 {
			_, after, found := strings.Cut(rest, key)
			if !found {
				break
			}
			rest = after
			if m := stateDate.FindStringSubmatch(rest[:min(len(rest), 80)]); m != nil {
				return readDate(m[1])
			}
		}
	}
	return extract.Timestamp{}
}

// shown is the first date of an element that is named for dates, but for those of
// updates, which count where there is no other.
func (m *marks) shown(where func(*html.Node) bool) (found extract.Timestamp) {
	var updated extract.Timestamp
	(&goquery.Selection{Nodes: m.date}).FilterMatcher(datePlaces).EachWithBreak(func(i int, s *goquery.Selection) bool {
		n := s.Get(0)
		if !where(n) {
			return true
		}
		line := textOf(n)
		for _, v := range []string{attr(n, "datetime"), attr(n, "content"), line} {
			if found = readDate(v); !found.IsZero() {
				break
			}
		}
		if laterDate.MatchString(attr(n, "class")) || laterDate.MatchString(line) && len(line) < 80 {
			updated, found = orDate(updated, found), extract.Timestamp{}
		}
		return found.IsZero() && i < 40
	})
	return orDate(found, updated)
}

func orDate(a, b extract.Timestamp) extract.Timestamp {
	if a.IsZero() {
		return b
	}
	return a
}

func dateInURL(address string) extract.Timestamp {
	m := urlDate.FindStringSubmatch(address)
	if m == nil {
		return extract.Timestamp{}
	}
	year, month, day := m[1]+m[4], m[2]+m[5], m[3]+m[6]
	for _, layout := range []string{"2006-1-2", "2006-Jan-2"} {
		if t, err := time.Parse(layout, year+"-"+month+"-"+day); err == nil {
			return extract.Timestamp{Time: t}
		}
	}
	return extract.Timestamp{}
}

var dateLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05.000Z0700", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05-07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04:05 MST", "2006-01-02 15:04", time.RFC1123, time.RFC1123Z,
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon Jan 2 15:04:05 MST 2006", "Mon Jan 02 15:04:05 -0700 2006", "January 2, 2006 3:04 PM", "January 2, 2006 3:04pm", "Jan 2, 2006 3:04 PM",
	"2006-01-02T15:04:05.000-0700", "20060102T150405Z", "1/2/2006 3:04:05 PM", "1/2/2006 3:04 PM", "2006/01/02 15:04:05", "2006/01/02 15:04",
}

var dayLayouts = []string{"2006-01-02", "2006/01/02", "20060102", "01/02/2006", "1/2/2006", "2006-1-2", "2.1.2006"}

// readDate reads a date as pages write it. Dates before 1990 and after the year that
// follows the present one of the clock's day are typing errors; none are judged here.
func readDate(s string) extract.Timestamp {
	s = strings.TrimSpace(s)
	if s == "" {
		return extract.Timestamp{}
	}
	if t := epoch(s); !t.IsZero() {
		return t
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1900 {
			return extract.Timestamp{Time: t, Clock: true}
		}
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1900 {
			return extract.Timestamp{Time: t}
		}
	}
	return dateInWords(s)
}

// epoch reads seconds or milliseconds since 1970.
func epoch(s string) extract.Timestamp {
	n, err := strconv.ParseInt(s, 10, 64)
	if len(s) == 13 {
		n /= 1000
	}
	if err != nil || len(s) != 10 && len(s) != 13 || n < 5e8 || n > 4e9 {
		return extract.Timestamp{}
	}
	return extract.Timestamp{Time: time.Unix(n, 0).UTC(), Clock: true}
}

func dateInWords(s string) extract.Timestamp {
	if s = start(s, 300); !holdsAny(s, "19", "20") { // no year
		return extract.Timestamp{}
	}
	if m := wordDate.FindStringSubmatch(s); m != nil && m[1]+m[3] != "" {
		day := m[3]
		if day == "" {
			day = m[1]
		}
		month := strings.ToUpper(m[2][:1]) + strings.ToLower(m[2][1:3])
		if t, err := time.Parse("2 Jan 2006", day+" "+month+" "+m[4]); err == nil {
			return extract.Timestamp{Time: t}
		}
	}
	if m := isoDate.FindString(s); m != "" {
		if t, err := time.Parse(time.DateOnly, m[:10]); err == nil {
			return extract.Timestamp{Time: t}
		}
	}
	return extract.Timestamp{}
}
