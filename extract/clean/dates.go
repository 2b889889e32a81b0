package clean

import (
	"regexp"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"

	"github.com/claimwire/claimwire/extract"
)

// dateMetas are the names of meta elements that hold the time of publication, the
// surest first.
var dateMetas = []string{
	"article:published_time", "og:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
	"publish_date", "publication_date", "date.published", "originalpublicationdate", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "article_date_original",
	"cxenseparse:recs:publishtime", "displaydate", "ptime", "rnews:datepublished", "bt:pubdate", "date", "article:post_date", "last-modified",
}

// datePlaces are the elements that show it.
var datePlaces = cascadia.MustCompile(`[itemprop="datePublished"], time[datetime], time[pubdate], .published, .pubdate, .post-date, .entry-date, .article-date, .date, .dateline, .timestamp, .byline, .article__date, .publish-date, .published-date, .story-date, .date-published, [class*="date"], [class*="Date"]`)

var (
	urlDate   = regexp.MustCompile(`[/-]((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)|/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/`)
	wordDate  = regexp.MustCompile(`(?i)(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .,-]+(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?((?:19|20)\d\d)\b`)
	stateDate = regexp.MustCompile(`^[a-zA-Z_]*(?:\\?"|&quot;)\s*:\s*(?:\\?"|&quot;)((?:19|20)\d\d-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)`)
	isoDate   = regexp.MustCompile(`\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:T|\b)`)
)

// published is the time of publication and what said so: jsonld, meta or time.
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
	if t := h.shown(); !t.IsZero() {
		return t, "time"
	}
	return extract.Timestamp{}, ""
}

// elsewhere is the date that the page's own data or its address tells.
func elsewhere(page, address string) (extract.Timestamp, string) {
	if t := dateInState(page); !t.IsZero() {
		return t, "meta"
	}
	if t := dateInURL(address); !t.IsZero() {
		return t, "url"
	}
	return extract.Timestamp{}, ""
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

func (m *marks) shown() (found extract.Timestamp) {
	(&goquery.Selection{Nodes: m.date}).FilterMatcher(datePlaces).EachWithBreak(func(i int, s *goquery.Selection) bool {
		n := s.Get(0)
		for _, v := range []string{attr(n, "datetime"), attr(n, "content"), textOf(n)} {
			if found = readDate(v); !found.IsZero() {
				return false
			}
		}
		return i < 40
	})
	return found
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
	"2006-01-02T15:04:05.000-0700", "20060102T150405Z",
}

var dayLayouts = []string{"2006-01-02", "2006/01/02", "20060102", "01/02/2006", "1/2/2006", "2006-1-2"}

// readDate reads a date as pages write it. Dates before 1990 and after the year that
// follows the present one of the clock's day are typing errors; none are judged here.
func readDate(s string) extract.Timestamp {
	s = strings.TrimSpace(s)
	if s == "" {
		return extract.Timestamp{}
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
