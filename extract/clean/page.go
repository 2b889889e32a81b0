package clean

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html/charset"

	"github.com/claimwire/claimwire/extract"
)

// maxPage caps the bytes of a page: larger ones are no news.
const maxPage = 5 << 20

// page makes text of HTML: the blocks of its article, each with its role.
func page(d *extract.Document) error {
	if len(d.Page) > maxPage {
		return errors.New("page is larger than the cap of 5 MB")
	}
	r, err := charset.NewReader(bytes.NewReader(d.Page), d.MediaType)
	if err != nil && err != io.EOF {
		return err
	}
	doc, err := goquery.NewDocumentFromReader(r)
	if err != nil {
		return err
	}
	metadata(d, doc)
	doc.Find("script,style,noscript,template,nav,footer,form,button,iframe,svg,aside,[hidden],[aria-hidden=true]").Remove()
	root := doc.Find("article").First()
	if root.Find("p").Length() == 0 {
		root = doc.Find("main").First()
	}
	if root.Find("p").Length() == 0 {
		root = doc.Find("body")
	}
	var b strings.Builder
	root.Find("h1,h2,h3,h4,p,li,blockquote,figcaption,pre").Each(func(_ int, s *goquery.Selection) {
		if s.Find("p,li,blockquote").Length() > 0 {
			return
		}
		text := strings.Join(strings.Fields(s.Text()), " ")
		if text == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(text)
		d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: start, End: b.Len()}, Section: role(d, s, text)})
	})
	if b.Len() == 0 {
		return errors.New("page has no text")
	}
	d.Text = b.String()
	return nil
}

func role(d *extract.Document, s *goquery.Selection, text string) string {
	switch {
	case goquery.NodeName(s) == "h1" || text == d.Title:
		return extract.Title
	case goquery.NodeName(s) == "figcaption":
		return extract.Caption
	case correction.MatchString(text):
		return extract.Correction
	case furniture.MatchString(text):
		return extract.Boilerplate
	case isCredit(text) || reporting.MatchString(text):
		return extract.Credit
	}
	return extract.Body
}

var siteSuffix = regexp.MustCompile(`\s+[|–—»-]\s+[^|–—»]{2,40}$`)

func metadata(d *extract.Document, doc *goquery.Document) {
	meta := func(selector string) string {
		v, _ := doc.Find(selector).First().Attr("content")
		return strings.TrimSpace(v)
	}
	d.Site = meta(`meta[property="og:site_name"]`)
	if d.Title == "" {
		d.Title = meta(`meta[property="og:title"]`)
	}
	if d.Title == "" {
		d.Title = siteSuffix.ReplaceAllString(strings.Join(strings.Fields(doc.Find("title").First().Text()), " "), "")
	}
	if a := meta(`meta[name="author"]`); a != "" && d.Authors == nil {
		d.Authors = []string{a}
	}
	if d.Published.IsZero() {
		if t, err := extract.ParseTimestamp(meta(`meta[property="article:published_time"]`)); err == nil {
			d.Published, d.PublishedFrom = t, "meta"
		}
	}
}
