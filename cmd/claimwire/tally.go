package main

import (
	"errors"
	"log/slog"
	"maps"
	"slices"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// A tally counts what becomes of the inputs: read = written + failed + skipped by reason.
// Skips and warnings are logged once for each reason, or all of them if that is asked for.
type tally struct {
	mu       sync.Mutex // the goroutine that reads tells of files that it skips
	verbose  bool
	articles int // that came to the stages, or could not be read
	written  int
	failed   int
	skipped  map[string]int
	warned   map[string]bool
	warnings int
	last     string // id of the last article
}

func newTally(verbose bool) *tally {
	return &tally{verbose: verbose, skipped: map[string]int{}, warned: map[string]bool{}}
}

// skip counts what is no article.
func (t *tally) skip(id, reason string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.skipped[reason]++
	t.once("skipped: "+reason, id)
}

func (t *tally) once(message, id string) {
	switch first := !t.warned[message]; {
	case t.verbose:
		slog.Warn(message, "article", id)
	case first:
		slog.Warn(message, "first", id)
	}
	t.warned[message] = true
}

// add counts a document, and returns the record to write in its place if it failed; nil if it did not.
func (t *tally) add(d *extract.Document, err error) any {
	t.articles++
	t.last = d.ID
	var skip extract.Skip
	switch {
	case errors.As(err, &skip):
		t.skip(d.ID, skip.Reason)
	case err != nil:
		t.failed++
		logFailure(err)
	default:
		t.written++
		for _, w := range d.Warnings {
			t.warnings++
			t.once(w, d.ID)
		}
		return nil
	}
	return pipeline.FailureOf(d, err)
}

// report logs the counts at the end of a run.
func (t *tally) report() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.articles <= 1 && len(t.skipped) == 0 {
		return
	}
	read := t.written + t.failed
	counts := []any{"read", 0, "written", t.written, "failed", t.failed}
	for _, reason := range slices.Sorted(maps.Keys(t.skipped)) {
		read += t.skipped[reason]
		counts = append(counts, "skipped: "+reason, t.skipped[reason])
	}
	if t.warnings > 0 {
		counts = append(counts, "warnings", t.warnings)
	}
	counts[1] = read
	slog.Info("done", counts...)
}

// logFailure logs why an article failed. Where a stage panicked, the log has the stack,
// which differs from run to run and so stands in no record.
func logFailure(err error) {
	var p *pipeline.Panic
	if errors.As(err, &p) {
		slog.Error(err.Error(), "stack", p.Stack)
		return
	}
	slog.Error(err.Error())
}
