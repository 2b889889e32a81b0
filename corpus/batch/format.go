package batch

import (
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

type plain struct{ io.Writer }

func (plain) Close() error { return nil }
