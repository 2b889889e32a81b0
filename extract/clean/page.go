package clean

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// page makes text of HTML: the title and the blocks of its article, each with its
// role. Blocks outside the article are left out, and those within it all kept.
// Article.Origin is filled where the page was UTF-8.
func page(d *extract.Document) error {
	stopped := func() bool { return d.Stopped() != nil }
	text, same, err := decode(d.Page, d.MediaType)
	if err != nil {
		return err
	}
	if lost := strings.Count(text, "\ufffd"); !same && lost > 0 {
		d.Warn("%d characters of the page could not be read and stand as U+FFFD", lost)
	}
	t := parse(text, stopped)
	if err := d.Stopped(); err != nil {
		return err
	}
	h := readHead(&t.marks)
	given := d.Title
	h.fill(d)
	all := t.chunks(same, stopped)
	r := read(all, stopped)
	if err := d.Stopped(); err != nil {
		return err
	}
	root := r.body(t.root)
	b := blocks{d: d, chunks: inBody(all, root)}
	if given == "" {
		if d.Title == "" || isSite(d.Title, d.Site) {
			d.Title = cmp.Or(b.shownHeadline(all), d.Title)
		}
		d.Title = asShown(d.Title, all)
	}
	b.label()
	if err := d.Stopped(); err != nil {
		return err
	}
	h.fillShown(d, b.around(all), b.chunks, text)
	assemble(d, titled(d, all, b.chunks, root))
	if err := d.Stopped(); err != nil {
		return err
	}
	if d.Text == "" || len(b.chunks) == 0 {
		return errEmpty
	}
	body := Plain(d)
	d.Lang, d.Foreign = language(body, attr(rootElement(t.root), "lang"))
	return noArticle(d.Title, body)
}

func rootElement(root *html.Node) *html.Node {
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		if c.Data == "html" {
			return c
		}
	}
	return root
}

func inBody(all []*chunk, root *html.Node) []*chunk {
	var out []*chunk
	for _, c := range all {
		if within(c.el, root) {
			out = append(out, c)
		}
	}
	return out
}

// asShown is the title without the name of a site before or after it, if the rest
// of it stands alone on the page.
func asShown(title string, all []*chunk) string {
	if len(title) > longestTitle {
		return title
	}
	at := separator.FindAllStringIndex(title, -1)
	if colon := afterSite.FindStringIndex(title); colon != nil {
		at = append(at, colon)
	}
	for _, gap := range at {
		for _, c := range all[:min(len(all), 100)] {
			if (c.text == title[:gap[0]] || c.text == title[gap[1]:]) && c.words > 3 {
				return c.text
			}
		}
	}
	return title
}

// titled puts the headline before the chunks of the body, if it is not among them.
func titled(d *extract.Document, all, chunks []*chunk, root *html.Node) []*chunk {
	for _, c := range chunks {
		if c.role == extract.Title {
			return chunks
		}
	}
	for _, c := range all {
		if c.heading() && !within(c.el, root) && similar(c.text, d.Title) >= .5 {
			c.role = extract.Title
			return append([]*chunk{c}, chunks...)
		}
	}
	if d.Title != "" {
		return append([]*chunk{{text: d.Title, role: extract.Title, el: root}}, chunks...)
	}
	return chunks
}

// assemble writes the chunks as the article's text, a blank line between them.
func assemble(d *extract.Document, chunks []*chunk) {
	var b strings.Builder
	for _, c := range chunks {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(c.text)
		for _, r := range c.runs {
			r.Text.Start, r.Text.End = r.Text.Start+start, r.Text.End+start
			d.Origin = append(d.Origin, r)
		}
		if c.role == "" {
			c.role = extract.Body
		}
		d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: start, End: b.Len()}, Section: c.role})
	}
	d.Text = b.String()
	splitDateline(d)
}

// splitDateline makes the dateline of the first paragraph a paragraph of its own.
func splitDateline(d *extract.Document) {
	for i, p := range d.Paragraphs {
		if p.Section != extract.Body {
			continue
		}
		text := d.In(p.Span)
		n := datelineLength(text)
		if n == 0 {
			return
		}
		line := extract.Paragraph{Span: extract.Span{Start: p.Start, End: p.Start + len(strings.TrimRight(text[:n], " "))}, Section: extract.Dateline}
		d.Paragraphs[i].Start += n
		d.Paragraphs = append(d.Paragraphs[:i], append([]extract.Paragraph{line}, d.Paragraphs[i:]...)...)
		return
	}
}

// similar is the share of words that two lines have in common, 0 to 1.
func similar(a, b string) float64 {
	x, y := wordSet(a), wordSet(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func wordSet(s string) map[string]bool {
	return lexicon.SetOf(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r < '0' || r > '9' && r < 'a' || r > 'z' && r < 0x80 || r >= 0x2010 && r <= 0x203a
	})...)
}
