package parquet

import (
	"errors"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

// A copier copies the rows of a file to a writer.
type copier struct {
	f  *os.File
	r  *parquet.GenericReader[Row]
	to *Writer
}

func newCopier(path string, to *Writer) (*copier, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &copier{f: f, r: parquet.NewGenericReader[Row](file), to: to}, nil
}

// Next implements batch.Copier.
func (c *copier) Next(n int) (int, error) {
	copied := 0
	for copied < n {
		rows := make([]Row, min(n-copied, rowsAtOnce)) // the writer keeps what they point to
		k, err := c.r.Read(rows)
		for _, r := range rows[:k] {
			if err := c.to.add(r); err != nil {
				return copied, err
			}
			copied++
		}
		if errors.Is(err, io.EOF) {
			return copied, nil
		}
		if err != nil {
			return copied, err
		}
	}
	return copied, nil
}

// Close implements batch.Copier.
func (c *copier) Close() error { return errors.Join(c.r.Close(), c.f.Close()) }
