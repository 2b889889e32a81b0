package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/claimwire/claimwire/corpus/output"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/offset"
)

// An outputError is trouble with what is written, which ends a run: exit code 3.
type outputError struct{ error }

func (e outputError) Unwrap() error { return e.error }

// A writer writes records to a file, which appears as a whole at the end, or to
// standard output, where a reader at the other end of a pipe sees each at once.
type writer struct {
	out  io.Writer
	file *output.File // nil for standard output
	buf  bytes.Buffer
	json *json.Encoder

	end   func() error  // writes what stands after the last record; may be nil
	table *offset.Table // turns the offsets of the next record into another unit; nil for bytes
}

// units is what offsets count in the records of a verb.
type units struct {
	Offsets offset.Unit `enum:"bytes,chars,utf16" default:"bytes" help:"What start and end count: bytes, chars (code points, as in Python) or utf16 (as in JavaScript and Java)."`
}

// of is the table of a document's offsets; nil for bytes.
func (u units) of(d *extract.Document) *offset.Table {
	if u.Offsets == offset.Bytes {
		return nil
	}
	return offset.New(d.Text, u.Offsets)
}

func create(name string, replace bool) (*writer, error) {
	w := &writer{out: whole{os.Stdout}}
	if name != "" && name != "-" {
		f, err := output.Create(name, replace)
		if errors.Is(err, output.ErrExists) {
			return nil, usage("%v: --force replaces it, --resume goes on with what a stopped run has left", err)
		}
		if err != nil {
			return nil, outputError{err}
		}
		w.out, w.file = f, f
	}
	w.json = json.NewEncoder(&w.buf)
	w.json.SetEscapeHTML(false)
	return w, nil
}

// record writes v as one line.
func (w *writer) record(v any) error {
	if err := w.json.Encode(v); err != nil {
		w.buf.Reset()
		return err
	}
	if w.table != nil {
		record := w.table.Rewrite(bytes.Clone(w.buf.Bytes()))
		w.buf.Reset()
		w.buf.Write(record)
	}
	return w.flush()
}

func (w *writer) lines(lines []string) error {
	w.buf.WriteString(strings.Join(lines, "\n") + "\n")
	if len(lines) == 0 {
		w.buf.Reset()
	}
	return w.flush()
}

func (w *writer) flush() error {
	_, err := w.out.Write(w.buf.Bytes())
	w.buf.Reset()
	if err == nil && w.file != nil {
		err = w.file.Flush()
	}
	if err != nil {
		return outputError{err}
	}
	return nil
}

// commit gives a file its name.
func (w *writer) commit() error {
	if w.end != nil {
		if err := w.end(); err != nil {
			return err
		}
	}
	if w.file == nil {
		return nil
	}
	if err := w.file.Commit(); err != nil {
		return outputError{err}
	}
	return nil
}

// discard leaves what was there before.
func (w *writer) discard() {
	if w.file != nil {
		w.file.Discard()
	}
}

// whole writes whole lines: where a disk is full, the part of a line that found room is
// taken back, if the output is a file.
type whole struct{ file *os.File }

func (w whole) Write(p []byte) (int, error) {
	n, err := w.file.Write(p)
	if err == nil || n == 0 {
		return n, err
	}
	info, statErr := w.file.Stat()
	if statErr != nil || !info.Mode().IsRegular() {
		return n, err
	}
	keep := bytes.LastIndexByte(p[:n], '\n') + 1
	at, seekErr := w.file.Seek(int64(keep-n), io.SeekCurrent)
	if seekErr == nil {
		seekErr = w.file.Truncate(at)
	}
	if seekErr != nil {
		err = fmt.Errorf("%w; the last line is not whole: %w", err, seekErr)
	}
	return keep, err
}
