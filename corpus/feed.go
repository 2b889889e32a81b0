package corpus

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/claimwire/claimwire/extract"
)

// An item is an entry of an RSS 2.0 or Atom feed.
type item struct {
	Title   string `xml:"title"`
	Links   []link `xml:"link"`
	GUID    string `xml:"guid"`
	ID      string `xml:"id"`
	PubDate string `xml:"pubDate"`
	Issued  string `xml:"published"`
	Updated string `xml:"updated"`
	Encoded string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Content string `xml:"content"`
	Summary string `xml:"summary"`
	About   string `xml:"description"`
	Creator string `xml:"http://purl.org/dc/elements/1.1/ creator"`
	Author  string `xml:"author>name"`
}

type link struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Text string `xml:",chardata"`
}

// readFeed reads the entries of an RSS or Atom feed that carry their text.
func readFeed(s *source, y yield) bool {
	d := xml.NewDecoder(io.LimitReader(s.r, maxArticle))
	d.CharsetReader = charset.NewReaderLabel
	d.Strict = false
	d.Entity = xml.HTMLEntity
	found := false
	for n := 1; ; {
		offset := d.InputOffset()
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "item" && start.Name.Local != "entry" {
			continue
		}
		found = true
		var it item
		err = d.DecodeElement(&it, &start)
		a := it.article(fmt.Sprintf("%s#%d", s.name, n))
		a.Input, a.Offset = s.name, offset
		if err == nil && a.Page == nil {
			err = errors.New("entry without content: fetch its address instead")
		}
		if err != nil {
			err = fmt.Errorf("%s: entry %d: %w", s.name, n, err)
		}
		if !y(a, err) {
			return false
		}
		n++
	}
	if !found {
		return s.fail(y, "", fmt.Errorf("%s: no entry: this is no RSS or Atom feed", s.name))
	}
	return true
}

func (it *item) article(id string) *extract.Article {
	a := &extract.Article{ID: id, Title: strings.TrimSpace(it.Title)}
	for _, l := range it.Links {
		if a.URL == "" && (l.Rel == "" || l.Rel == "alternate") {
			a.URL = strings.TrimSpace(l.Href + l.Text)
		}
	}
	if v := or(strings.TrimSpace(it.GUID), strings.TrimSpace(it.ID)); v != "" {
		a.ID = v
	}
	for _, date := range []string{it.Issued, it.PubDate, it.Updated} {
		if a.Published.IsZero() {
			a.Published = feedDate(strings.TrimSpace(date))
			a.PublishedFrom = "meta"
		}
	}
	if a.Published.IsZero() {
		a.PublishedFrom = ""
	}
	if v := strings.TrimSpace(or(it.Creator, it.Author)); v != "" {
		a.Authors = []string{v}
	}
	for _, body := range []string{it.Encoded, it.Content, it.Summary, it.About} {
		if strings.TrimSpace(body) != "" {
			a.Page = []byte("<!doctype html><article>" + body + "</article>")
			a.MediaType = "text/html; charset=utf-8"
			break
		}
	}
	return a
}

// feedDate reads RFC 3339 (Atom) or RFC 5322 (RSS).
func feedDate(s string) extract.Timestamp {
	if t, err := extract.ParseTimestamp(s); err == nil {
		return t
	}
	if t, err := mail.ParseDate(s); err == nil {
		return extract.Timestamp{Time: t, Clock: true}
	}
	return extract.Timestamp{}
}
