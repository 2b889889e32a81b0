// Package clean makes articles of what corpus brings: it labels the sections of
// plain text, and finds title, authors, date and running text in pages of HTML.
// It deletes nothing: what is no body keeps its text under another name.
package clean

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// Stage fills Article.Text, Article.Sections and Document.Paragraphs. Plain text is
// canonical as it comes, byte for byte. A page that is no
// article is an extract.Skip; text that is not UTF-8 is an error.
var Stage = extract.Stage{
	Name:  "clean",
	Gives: extract.Text | extract.Sections,
	Run:   run,
}

func run(d *extract.Document) error {
	if d.Text == "" && d.Page != nil {
		if err := page(d); err != nil {
			return err
		}
	} else {
		if len(d.Text) > maxText {
			return errLongText
		}
		if !utf8.ValidString(d.Text) {
			return errors.New("text is not UTF-8: convert it first")
		}
		plain(d)
		if err := d.Stopped(); err != nil {
			return err
		}
		if lang, foreign := language(d.Text, ""); d.Lang == "" {
			d.Lang, d.Foreign = lang, foreign
		}
	}
	if d.Agency == "" {
		d.Agency = agencyIn(d)
	}
	d.Sections = merged(d)
	return nil
}

// agencyIn is the agency that a dateline names in brackets.
func agencyIn(d *extract.Document) string {
	for _, p := range d.Paragraphs {
		if p.Section != extract.Dateline {
			continue
		}
		_, after, _ := strings.Cut(d.In(p.Span), "(")
		if name, _, closed := strings.Cut(after, ")"); closed && agencies.MatchString(name) {
			return name
		}
	}
	return ""
}

// merged are the runs of paragraphs of one name. On a page, where they are what
// the page shows as blocks, the dateline is part of the first block of the body.
func merged(d *extract.Document) []extract.Section {
	var out []extract.Section
	for _, p := range d.Paragraphs {
		name := p.Section
		if name == extract.Dateline && d.Page != nil {
			name = extract.Body
		}
		if n := len(out); n > 0 && out[n-1].Name == name {
			out[n-1].End = p.End
			continue
		}
		out = append(out, extract.Section{Name: name, Span: p.Span})
	}
	return out
}

// Plain is the body of a cleaned article, its paragraphs separated by blank lines.
func Plain(d *extract.Document) string {
	var parts []string
	dateline := false
	for _, p := range d.Paragraphs {
		switch n := len(parts); {
		case p.Section == extract.Dateline, p.Section == extract.Body && !dateline:
			parts = append(parts, d.In(p.Span))
		case p.Section == extract.Body:
			parts[n-1] += " " + d.In(p.Span)
		}
		dateline = p.Section == extract.Dateline
	}
	return strings.Join(parts, "\n\n")
}

// Markdown is a cleaned article for reading: title, dek, byline and body.
func Markdown(d *extract.Document) string {
	var parts []string
	if d.Title != "" {
		parts = append(parts, "# "+d.Title)
	}
	if d.Dek != "" {
		parts = append(parts, "*"+d.Dek+"*")
	}
	if len(d.Authors) > 0 {
		parts = append(parts, "By "+strings.Join(d.Authors, ", "))
	}
	if !d.Published.IsZero() {
		parts = append(parts, d.Published.String())
	}
	return strings.Join(append(parts, Plain(d)), "\n\n")
}
