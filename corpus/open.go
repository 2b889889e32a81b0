// Package corpus is where articles come from: files, folders, dumps, feeds and the
// web. Its readers stream; they hold one article at a time.
package corpus

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/claimwire/claimwire/corpus/output"
	"github.com/claimwire/claimwire/extract"
)

// Options say how inputs are read.
type Options struct {
	From      string                  // format of all inputs, see Formats; "" and "auto" go by name and content
	Published extract.Timestamp       // for articles that carry no date
	Fetcher   *Fetcher                // for inputs that are addresses; nil refuses them
	Stdin     io.Reader               // for the input "-"; nil is os.Stdin
	Read      func(n int)             // told how many bytes of files were read, as they are; may be nil
	MaxLine   int                     // bytes of a line of JSON Lines; 0 is 32 MB
	Skipped   func(id, reason string) // told, from the goroutine that reads, of files and records that hold no article; may be nil
	Output    string                  // the file that this run writes, which is no input; "" for none
}

// A yield takes an article, or one that could not be read with its error; false ends the reading.
type yield func(*extract.Article, error) bool

// A format is a way in which articles are stored.
type format struct {
	name string
	ext  []string
	read func(*source, yield) bool
	raw  bool // undoes compression itself
}

// formats in the order in which Formats lists them.
func formats() []format {
	return []format{
		{"text", []string{".txt", ".text", ".md"}, readText, false},
		{"html", []string{".html", ".htm", ".xhtml"}, readHTML, false},
		{"jsonl", []string{".jsonl", ".ndjson"}, readJSONL, false},
		{"json", []string{".json"}, readJSON, false},
		{"csv", []string{".csv"}, readCSV, false},
		{"feed", []string{".rss", ".atom", ".xml"}, readFeed, false},
		{"warc", []string{".warc", ".wet"}, readWARC, true},
	}
}

// Formats are the names that Options.From takes.
func Formats() []string {
	names := []string{"auto"}
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// A source is one file, or another stream with a name.
type source struct {
	name string
	path string // "" for a stream
	r    io.Reader
	opts Options
	line int   // lines of the file before r
	base int64 // bytes of the file before r
}

func (o *Options) skip(id, reason string) {
	if o.Skipped != nil {
		o.Skipped(id, reason)
	}
}

func (s *source) fail(y yield, id string, err error) bool {
	return y(s.article(or(id, s.name), 0), err)
}

// article starts an article that begins at a byte of the source.
func (s *source) article(id string, offset int64) *extract.Article {
	return &extract.Article{ID: id, Input: s.name, Offset: offset}
}

// Open yields the articles of all inputs in order: files, folders (see Options.folder),
// globs (** is any number of folders), web addresses, and - for standard input. What
// cannot be read is yielded as an error that names the input, with an
// article that holds its ID; the stream goes on. What is left out on purpose is told to
// Options.Skipped. Inputs may be compressed by gzip, zstd or bzip2.
func Open(ctx context.Context, inputs []string, o Options) iter.Seq2[*extract.Article, error] {
	return func(yield func(*extract.Article, error) bool) {
		want, err := byName(o.From)
		if err != nil {
			yield(&extract.Article{ID: strings.Join(inputs, " ")}, err)
			return
		}
		dated := o.dated(ctx, yield)
		for _, input := range inputs {
			if !open(ctx, input, inputs, want, o, dated) {
				return
			}
		}
	}
}

// dated gives articles without a date the one of the options, until ctx ends.
func (o Options) dated(ctx context.Context, y yield) yield {
	return func(a *extract.Article, err error) bool {
		if ctx.Err() != nil {
			return false
		}
		if a.Input == "" { // what could not even be opened
			a.Input = or(a.URL, a.ID)
		}
		if a.Page != nil {
			a.Page, a.MediaType = UTF8(a.Page, a.MediaType)
		}
		if a.Published.IsZero() && !o.Published.IsZero() {
			a.Published, a.PublishedFrom = o.Published, "caller"
		}
		return y(a, err)
	}
}

func byName(name string) (*format, error) {
	if name == "" || name == "auto" {
		return nil, nil
	}
	for _, f := range formats() {
		if f.name == name {
			return &f, nil
		}
	}
	return nil, fmt.Errorf("no format %q: there are %s", name, strings.Join(Formats(), ", "))
}

func open(ctx context.Context, input string, inputs []string, want *format, o Options, y yield) bool {
	switch {
	case input == "-":
		in := o.Stdin
		if in == nil {
			in = os.Stdin
		}
		return (&source{name: "-", r: in, opts: o}).read(want, y)
	case strings.HasPrefix(input, "http://") || strings.HasPrefix(input, "https://"):
		if o.Fetcher == nil {
			address := redacted(input)
			return y(&extract.Article{ID: address, URL: address}, fmt.Errorf("%s: addresses are not fetched here", address))
		}
		return y(o.Fetcher.Fetch(ctx, input))
	}
	return o.files(input, inputs, func(path, _ string, err error) bool {
		if err != nil {
			return y(&extract.Article{ID: path}, err)
		}
		return openFile(path, want, o, y)
	})
}

// byExtension finds the format a file name tells; nil if it tells none.
func byExtension(path string) *format {
	name := strings.ToLower(filepath.Base(path))
	name = unpackedName(name)
	for _, f := range formats() {
		for _, e := range f.ext {
			if strings.HasSuffix(name, e) {
				return &f
			}
		}
	}
	return nil
}

// unpackedName is the name without the ending of a compression that is undone here.
func unpackedName(name string) string {
	for _, packed := range []string{".gz", ".zst", ".bz2"} {
		if strings.HasSuffix(name, packed) {
			return strings.TrimSuffix(name, packed)
		}
	}
	return name
}

func openFile(path string, want *format, o Options, y yield) bool {
	f, err := os.Open(path)
	if err != nil {
		return y(&extract.Article{ID: path}, err)
	}
	defer f.Close()
	if output.SameFile(path, o.Output) != "" {
		return y(&extract.Article{ID: path}, fmt.Errorf("%s: is also the output of this run", path))
	}
	if want == nil {
		want = byExtension(path)
	}
	return (&source{name: path, path: path, r: o.counted(f), opts: o}).read(want, y)
}
