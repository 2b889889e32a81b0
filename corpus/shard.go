package corpus

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"strings"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// A File is one input of a run over dumps.
type File struct {
	Path     string // as Open takes it
	Below    string // its path below the folder it was found in, or its last part
	Size     int64  // bytes as stored
	Modified time.Time
	Lines    bool // plain JSON Lines, which CutLines can cut
}

// Files lists the files that Open reads of the same inputs, in the same order,
// without reading them. A file that cannot be read comes with its error.
func Files(inputs []string, o Options) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		want, err := byName(o.From)
		if err != nil {
			yield(File{Path: strings.Join(inputs, " ")}, err)
			return
		}
		for _, input := range inputs {
			goOn := o.files(input, inputs, func(path, below string, err error) bool {
				f := File{Path: path, Below: below}
				if err != nil {
					return yield(f, err)
				}
				info, err := os.Stat(path)
				if err == nil {
					f.Size, f.Modified = info.Size(), info.ModTime()
					f.Lines, err = plainLines(path, want)
				}
				return yield(f, err)
			})
			if !goOn {
				return
			}
		}
	}
}

// plainLines reports whether a file is JSON Lines without compression.
func plainLines(path string, want *format) (bool, error) {
	if want == nil {
		want = byExtension(path)
	}
	if want == nil || want.name != "jsonl" {
		return false, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	magic := make([]byte, 4)
	n, err := io.ReadFull(f, magic)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	packed := n == 4 && (magic[0] == gzipMagic[0] && magic[1] == gzipMagic[1] || magic[0] == 0x28 && magic[1] == 0xb5)
	return !packed, nil
}

// A Part is a range of whole lines of a file.
type Part struct {
	Start, End int64
	Line       int // lines before Start
}

// CutLines cuts a file of lines into parts of about size bytes.
func CutLines(path string, size int64) ([]Part, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<20)
	var parts []Part
	var at int64
	line, p := 0, Part{}
	for {
		chunk, err := r.ReadSlice('\n')
		at += int64(len(chunk))
		if err == nil {
			line++
			if at-p.Start >= size {
				p.End = at
				parts = append(parts, p)
				p = Part{Start: at, Line: line}
			}
			continue
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if !errors.Is(err, io.EOF) {
			return nil, err
		}
		if at > p.Start {
			p.End = at
			parts = append(parts, p)
		}
		return parts, nil
	}
}

// OpenPart yields the articles of one part of a JSON Lines file, with the ids and
// the errors that Open would give them.
func OpenPart(ctx context.Context, path string, p Part, o Options) iter.Seq2[*extract.Article, error] {
	return func(yield func(*extract.Article, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(&extract.Article{ID: path}, err)
			return
		}
		defer f.Close()
		s := &source{name: path, path: path, r: o.counted(io.NewSectionReader(f, p.Start, p.End-p.Start)), opts: o, line: p.Line, base: p.Start}
		readJSONL(s, o.dated(ctx, yield))
	}
}

// counted tells Read of what is read from r.
func (o Options) counted(r io.Reader) io.Reader {
	if o.Read == nil {
		return r
	}
	return reported{r, o.Read}
}

type reported struct {
	io.Reader
	tell func(int)
}

func (r reported) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.tell(n)
	return n, err
}
