package batch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// A Format is a way in which the claims of a shard are stored. Open returns a
// writer that gets one record, a line of JSON with its line feed, each Write; its
// Close ends the file, which must be the same bytes for the same records. A nil
// Open stores the lines as they are, compressed by Ext.
type Format struct {
	Name string // "parquet"
	Ext  string // ".parquet"
	Open func(io.Writer) (io.WriteCloser, error)
	// Copy opens a file of this format, from which Retry takes the records that stay: Next
	// copies as many as n of them to a writer that Open made, and says how many there were.
	// Not needed where Open is nil.
	Copy func(path string, to io.WriteCloser) (Copier, error)
}

// A Copier copies the records of a file in their order.
type Copier interface {
	Next(n int) (int, error)
	Close() error
}

func formats() []Format {
	return []Format{{Name: "jsonl", Ext: ".jsonl"}, {Name: "jsonl.gz", Ext: ".jsonl.gz"}, {Name: "jsonl.zst", Ext: ".jsonl.zst"}}
}

func (b *Batch) format() (Format, error) {
	all := append(formats(), b.Formats...)
	names := ""
	for i, f := range all {
		if f.Name == b.To || b.To == "" && i == 0 {
			return f, nil
		}
		names += " " + f.Name
	}
	return Format{}, fmt.Errorf("no output format %q: there are%s", b.To, names)
}

func (f Format) open(w io.Writer) (io.WriteCloser, error) {
	if f.Open == nil {
		return plain{w}, nil
	}
	return f.Open(w)
}

// copy opens the file of an earlier run, whose records go to a writer of the same format.
func (f Format) copy(path string, to io.WriteCloser) (Copier, error) {
	switch {
	case f.Open != nil && f.Copy == nil:
		return nil, fmt.Errorf("%s: records cannot be put into a file of format %s: run anew with other limits", path, f.Name)
	case f.Open != nil:
		return f.Copy(path, to)
	}
	r, end, err := openLines(path)
	return &lineCopier{r, end, to}, err
}

type lineCopier struct {
	r   *bufio.Reader
	end func()
	to  io.Writer
}

// Next implements Copier.
func (c *lineCopier) Next(n int) (int, error) {
	for i := range n {
		line, err := c.r.ReadBytes('\n')
		switch {
		case errors.Is(err, io.EOF) && len(line) == 0:
			return i, nil
		case errors.Is(err, io.EOF):
			return i, io.ErrUnexpectedEOF
		case err != nil:
			return i, err
		}
		if _, err := c.to.Write(line); err != nil {
			return i, err
		}
	}
	return n, nil
}

// Close implements Copier.
func (c *lineCopier) Close() error {
	c.end()
	return nil
}

type plain struct{ io.Writer }

func (plain) Close() error { return nil }
