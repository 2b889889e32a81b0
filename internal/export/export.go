// Package export writes annotated articles in the formats of annotation tools and of
// the web: who said what as spans, relations and statements.
package export

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Writer writes one article after the other. Close ends the file; it does not close
// what lies below.
type Writer interface {
	Write(*extract.Record) error
	Close() error
}

// formats makes the writer of each format. Those of folder hold one file an article.
var formats = map[string]struct {
	file   func(io.Writer) Writer
	folder func(dir string) (Writer, error)
}{
	"brat":        {folder: newBrat},
	"labelstudio": {file: newLabelStudio},
	"prodigy":     {file: jsonLines(prodigy)},
	"doccano":     {file: jsonLines(doccano)},
	"spacy":       {file: jsonLines(spacy)},
	"webanno":     {file: jsonLines(webAnnotations)},
	"schemaorg":   {file: jsonLines(schemaOrg)},
	"csv":         {file: newCSV},
}

// Formats lists the names of the formats.
func Formats() []string {
	names := make([]string, 0, len(formats))
	for n := range formats {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// WantsFolder reports whether the format writes a folder and not a stream.
func WantsFolder(format string) bool { return formats[format].folder != nil }

// New returns the writer of a format that writes a stream.
func New(format string, w io.Writer) (Writer, error) {
	f, ok := formats[format]
	if !ok {
		return nil, unknown(format)
	}
	if f.file == nil {
		return nil, fmt.Errorf("format %s writes a file for each article: name a folder", format)
	}
	return f.file(w), nil
}

// NewFolder returns the writer of a format that writes a folder, which it makes.
func NewFolder(format, dir string) (Writer, error) {
	f, ok := formats[format]
	if !ok {
		return nil, unknown(format)
	}
	if f.folder == nil {
		return nil, fmt.Errorf("format %s writes one stream: name a file", format)
	}
	return f.folder(dir)
}

func unknown(format string) error {
	return fmt.Errorf("no format %q: there are %s", format, strings.Join(Formats(), ", "))
}

// A mark is a span of a claim with what it is to the claim, by the names of PARC.
type mark struct {
	Label string // Source, Cue, Content
	Span  extract.Span
	Text  string
}

// marks are the source, the cue and the parts of the content of a claim, those that
// it has, in that order.
func marks(c *extract.Claim) []mark {
	var out []mark
	if s := c.Source; s.Span != nil {
		out = append(out, mark{"Source", *s.Span, s.Mention})
	}
	if c.Cue != nil {
		out = append(out, mark{"Cue", c.Cue.Span, c.Cue.Text})
	}
	for _, p := range c.Parts {
		out = append(out, mark{"Content", p.Span, p.Text})
	}
	return out
}

// links are the pairs of marks of one claim that belong together: the cue, or where
// there is none the first part, with each of the others.
func links(ms []mark) (from int, to []int) {
	from = -1
	for i, m := range ms {
		if m.Label == "Cue" || from < 0 && m.Label == "Content" {
			from = i
		}
		if m.Label == "Cue" {
			break
		}
	}
	for i := range ms {
		if from >= 0 && i != from {
			to = append(to, i)
		}
	}
	return from, to
}
