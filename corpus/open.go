// Package corpus is where articles come from: files, folders, dumps, feeds and the
// web. Its readers stream; they hold one article at a time.
package corpus

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/claimwire/claimwire/extract"
)

// Options say how inputs are read.
type Options struct {
	From      string                  // format of all inputs, see Formats; "" and "auto" go by name and content
	Published extract.Timestamp       // for articles that carry no date
	Fetcher   *Fetcher                // for inputs that are addresses; nil refuses them
	Stdin     io.Reader               // for the input "-"; nil is os.Stdin
	Read      func(n int)             // told how many bytes of files were read, as they are; may be nil
	MaxLine   int                     // bytes of a line of JSON Lines; 0 is 64 MB
	Skipped   func(id, reason string) // told of records of a dump that hold no article; may be nil
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

func (s *source) fail(y yield, id string, err error) bool {
	return y(s.article(or(id, s.name), 0), err)
}

// article starts an article that begins at a byte of the source.
func (s *source) article(id string, offset int64) *extract.Article {
	return &extract.Article{ID: id, Input: s.name, Offset: offset}
}

// Open yields the articles of all inputs in order: files, folders (all files in
// them with a known extension, by path), globs, web addresses, and - for standard
// input. What cannot be read is yielded as an error that names the input, with an
// article that holds its ID; the stream goes on. Inputs may be compressed by gzip
// or zstd.
func Open(ctx context.Context, inputs []string, o Options) iter.Seq2[*extract.Article, error] {
	return func(yield func(*extract.Article, error) bool) {
		want, err := byName(o.From)
		if err != nil {
			yield(&extract.Article{ID: strings.Join(inputs, " ")}, err)
			return
		}
		dated := o.dated(ctx, yield)
		for _, input := range inputs {
			if !open(ctx, input, want, o, dated) {
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

func open(ctx context.Context, input string, want *format, o Options, y yield) bool {
	switch {
	case input == "-":
		in := o.Stdin
		if in == nil {
			in = os.Stdin
		}
		return (&source{name: "-", r: in, opts: o}).read(want, y)
	case strings.HasPrefix(input, "http://") || strings.HasPrefix(input, "https://"):
		if o.Fetcher == nil {
			return y(&extract.Article{ID: input, URL: input}, fmt.Errorf("%s: addresses are not fetched here", input))
		}
		return y(o.Fetcher.Fetch(ctx, input))
	}
	info, err := os.Stat(input)
	switch {
	case err == nil && info.IsDir():
		return openFolder(input, want, o, y)
	case err == nil:
		return openFile(input, want, o, y)
	case strings.ContainsAny(input, "*?["):
		return openGlob(input, want, o, y)
	}
	return y(&extract.Article{ID: input}, err)
}

func openGlob(pattern string, want *format, o Options, y yield) bool {
	paths, err := filepath.Glob(pattern)
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("%s: no file of such a name", pattern)
	}
	if err != nil {
		return y(&extract.Article{ID: pattern}, err)
	}
	sort.Strings(paths)
	for _, p := range paths {
		if !openFile(p, want, o, y) {
			return false
		}
	}
	return true
}

func openFolder(folder string, want *format, o Options, y yield) bool {
	goOn, found := true, false
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			goOn = y(&extract.Article{ID: path}, err)
		} else if e.Type().IsRegular() && byExtension(path) != nil {
			found = true
			goOn = openFile(path, want, o, y)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if goOn && err == nil && !found {
		return y(&extract.Article{ID: folder}, fmt.Errorf("%s: no articles in this folder: their names end in %s", folder, strings.Join(extensions(), " ")))
	}
	return goOn
}

func extensions() []string {
	var all []string
	for _, f := range formats() {
		all = append(all, f.ext...)
	}
	return all
}

// byExtension finds the format a file name tells; nil if it tells none.
func byExtension(path string) *format {
	name := strings.ToLower(filepath.Base(path))
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	for _, f := range formats() {
		for _, e := range f.ext {
			if strings.HasSuffix(name, e) {
				return &f
			}
		}
	}
	return nil
}

func openFile(path string, want *format, o Options, y yield) bool {
	f, err := os.Open(path)
	if err != nil {
		return y(&extract.Article{ID: path}, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return openFolder(path, want, o, y)
	}
	if want == nil {
		want = byExtension(path)
	}
	return (&source{name: path, path: path, r: o.counted(f), opts: o}).read(want, y)
}

// read undoes compression, finds the format if it is not known, and reads.
func (s *source) read(want *format, y yield) bool {
	buffered := bufio.NewReaderSize(s.r, 64<<10)
	s.r = buffered
	_, err := buffered.Peek(4) // waits for no more: the other end of a pipe may wait for its answer
	start, _ := buffered.Peek(min(512, buffered.Buffered()))
	if len(start) == 0 {
		if err == io.EOF {
			err = fmt.Errorf("input is empty")
		}
		return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
	}
	if want == nil && bytes.HasPrefix(start, []byte("WARC/")) {
		want, _ = byName("warc")
	}
	if want == nil || !want.raw {
		plain, end, err := decompress(buffered)
		if err != nil {
			return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
		}
		defer end()
		if want == nil {
			plain.Peek(1)
			if start, _ = plain.Peek(min(512, plain.Buffered())); len(start) > 0 {
				want = sniff(start)
			}
			if want.raw {
				return s.fail(y, "", fmt.Errorf("%s: a compressed dump in WARC: read it with the format warc", s.name))
			}
		}
		s.r = plain
	}
	return want.read(s, y)
}

// decompress undoes gzip or zstd, told by their first bytes.
func decompress(r *bufio.Reader) (plain *bufio.Reader, end func(), err error) {
	magic, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(magic, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, 64<<10), func() {}, nil
	case bytes.HasPrefix(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, 64<<10), z.Close, nil
	}
	return r, func() {}, nil
}

// sniff tells the format by the first bytes.
func sniff(start []byte) *format {
	start = bytes.TrimSpace(bytes.TrimPrefix(start, []byte("\ufeff")))
	lower := bytes.ToLower(start)
	name := "text"
	switch {
	case bytes.HasPrefix(start, []byte("WARC/")):
		name = "warc"
	case bytes.HasPrefix(start, []byte("{")):
		name = "jsonl"
	case bytes.HasPrefix(lower, []byte("<?xml")) && !bytes.Contains(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<rss")), bytes.HasPrefix(lower, []byte("<feed")):
		name = "feed"
	case bytes.HasPrefix(lower, []byte("<!doctype")), bytes.HasPrefix(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<head")), bytes.HasPrefix(lower, []byte("<body")):
		name = "html"
	}
	f, _ := byName(name)
	return f
}
