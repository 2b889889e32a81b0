package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"

	"github.com/claimwire/claimwire/corpus/output"
	"github.com/claimwire/claimwire/extract"
)

// A run with -o FILE that is stopped leaves what it has written in FILE.partial, and how
// far it came in FILE.partial.json. --resume goes on from there.

const partial = ".partial"

// A place is how far a run came.
type place struct {
	Articles int      `json:"articles"` // read of the inputs, each with all its records written
	Last     string   `json:"last"`     // id of the last of them
	Bytes    int64    `json:"bytes"`    // of the partial file
	Inputs   []string `json:"inputs"`
	Command  string   `json:"command"`
}

// keep turns what is written into a partial file and notes the place.
func (w *writer) keep(target string, p place) error {
	if w.file == nil {
		return nil
	}
	if err := w.file.CommitAs(target + partial); err != nil {
		return outputError{err}
	}
	info, err := os.Stat(target + partial)
	if err != nil {
		return outputError{err}
	}
	p.Bytes = info.Size()
	f, err := output.Create(target+partial+".json", true)
	if err != nil {
		return outputError{err}
	}
	defer f.Discard()
	if err := json.NewEncoder(f).Encode(p); err != nil {
		return outputError{err}
	}
	if err := f.Commit(); err != nil {
		return outputError{err}
	}
	return nil
}

// resume reads the place that an earlier run came to, and begins the file with what it wrote.
// Without an earlier run it is the beginning.
func (w *writer) resume(target, command string, inputs []string) (place, error) {
	var p place
	data, err := os.ReadFile(target + partial + ".json")
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err != nil {
		return p, outputError{fmt.Errorf("--resume: %s%s.json: %w", target, partial, err)}
	}
	if p.Command != command || !slices.Equal(p.Inputs, inputs) {
		return p, usage("--resume: the run that left %s%s was %s of %q", target, partial, p.Command, p.Inputs)
	}
	f, err := os.Open(target + partial)
	if err != nil {
		return p, outputError{err}
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Size() != p.Bytes {
		err = fmt.Errorf("%s%s has %d bytes, not the %d that were written: remove it to begin anew", target, partial, info.Size(), p.Bytes)
	}
	if err == nil {
		_, err = io.Copy(w.file.Packed(), f)
	}
	if err != nil {
		return p, outputError{err}
	}
	return p, nil
}

// forget removes the partial file of an earlier run, whose records are in the target now.
func forget(target string) error {
	for _, name := range []string{target + partial, target + partial + ".json"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return outputError{err}
		}
	}
	return nil
}

// after leaves out the first n articles.
func after(n int, in iter.Seq2[*extract.Article, error]) iter.Seq2[*extract.Article, error] {
	return func(yield func(*extract.Article, error) bool) {
		i := 0
		for a, err := range in {
			if i++; i <= n {
				continue
			}
			if !yield(a, err) {
				return
			}
		}
	}
}
