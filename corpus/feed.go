package corpus

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

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
	data, err := s.all(maxFeed)
	if err != nil {
		return s.fail(y, "", err)
	}
	data, warning := declaredUTF8(data)
	d := xml.NewDecoder(bytes.NewReader(data))
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
		if warning != "" {
			a.Warn("%s", warning)
		}
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
			a.URL = redacted(strings.TrimSpace(l.Href + l.Text))
		}
	}
	if v := or(strings.TrimSpace(it.GUID), strings.TrimSpace(it.ID)); v != "" {
		a.ID = redacted(v)
	}
	for _, date := range []string{it.Issued, it.PubDate, it.Updated} {
		if a.Published.IsZero() {
			var err error
			if a.Published, err = extract.ReadTimestamp(date); err != nil && strings.TrimSpace(date) != "" {
				a.Warn("published: %v", err)
			}
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

// declaredUTF8 is the feed in UTF-8 where it claims to be so, or claims nothing, and is not.
// The warning says what could not be read.
func declaredUTF8(data []byte) (text []byte, warning string) {
	head := strings.ToLower(string(data[:min(len(data), 200)]))
	_, label, labelled := strings.Cut(head, "encoding=")
	if utf8.Valid(data) || labelled && !strings.HasPrefix(strings.TrimLeft(label, `"'`), "utf") {
		return data, ""
	}
	fixed, warning, err := textUTF8(data)
	if err != nil { // NUL bytes: the decoder of XML refuses them in its own words
		return data, ""
	}
	return []byte(fixed), warning
}
