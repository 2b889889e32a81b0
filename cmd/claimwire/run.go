package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/corpus/output"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// input is what every verb that reads articles takes.
type input struct {
	Inputs    []string `arg:"" name:"input" help:"Files, folders, globs (** is any number of folders), web addresses, or - for standard input."`
	From      string   `default:"auto" placeholder:"FORMAT" help:"Format of the inputs: auto (by name and content), text, html, jsonl and others (see README)."`
	Published string   `placeholder:"DATE" help:"Publication date of articles that carry none: 2024-10-24 or 2024-10-24T15:04:05Z."`
	Out       string   `short:"o" placeholder:"FILE" help:"Write records to FILE, which appears as a whole at the end; compressed if it ends in .gz or .zst."`
	Force     bool     `help:"Replace FILE if it is there already."`
	Resume    bool     `help:"Go on where a stopped run with the same FILE and inputs came to."`
	ownWords  `embed:""`
	Web       web `embed:"" group:"Addresses among the inputs:"`
	Workers   int `default:"0" help:"Articles worked on at once; 0 is one for each processor."`

	begin func(*writer) error // called once, before the first article
}

// Validate refuses what can be refused before anything is read.
func (in *input) Validate() error {
	if in.Workers < 0 {
		return fmt.Errorf("--workers %d: write 0 for one for each processor, or how many", in.Workers)
	}
	if !slices.Contains(corpus.Formats(), in.From) {
		return fmt.Errorf("--from %s: there are %s", in.From, corpus.Formats())
	}
	if in.Resume && (in.Out == "" || in.Out == "-") {
		return errors.New("--resume goes on with a file: name it by -o")
	}
	if same := output.SameFile(in.Out, in.Inputs...); in.Out != "" && same != "" {
		return fmt.Errorf("-o %s is the input %s", in.Out, same)
	}
	_, err := optionalDate(in.Published)
	return err
}

// growHeap lets the heap grow to three times what is in use before it is collected, not twice: of a run
// over many articles little lasts, so that half of the collector's work is saved.
func growHeap() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}

// each makes the wanted layers of all inputs and calls write for each article that
// succeeds; without layers, for each page that was read. A page that is no article leaves a record that says why. An article that
// fails leaves an error record in its place, a message on standard error, and exit code 1
// at the end; the others go on.
func (in *input) each(ctx context.Context, g *globals, want claimwire.Layer, write func(*writer, *extract.Document) error) error {
	growHeap()
	published, err := optionalDate(in.Published)
	if err != nil {
		return err
	}
	run, err := in.run(want)
	if err != nil {
		return err
	}
	fetcher, closeArchive, err := in.Web.fetcher()
	if err != nil {
		return outputError{err}
	}
	w, err := create(in.Out, in.Force)
	if err != nil {
		return err
	}
	defer w.discard()
	if in.begin != nil {
		if err := in.begin(w); err != nil {
			return err
		}
	}
	var begin place
	if in.Resume {
		if begin, err = w.resume(in.Out, g.command, in.Inputs); err != nil {
			return err
		}
	}
	t := newTally(g.Verbose)
	articles := corpus.Open(ctx, in.Inputs, corpus.Options{From: in.From, Published: published, Fetcher: fetcher, Skipped: t.skip, Output: in.Out})
	err = t.run(w, g, run(ctx, after(begin.Articles, articles)), write)
	t.report()
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		begin.Articles += t.articles
		begin.Last, begin.Inputs, begin.Command = t.last, in.Inputs, g.command
		return errors.Join(in.stopped(w, begin), closeArchive())
	}
	if err := errors.Join(w.commit(), closeArchive()); err != nil {
		return outputError{err}
	}
	if in.Resume {
		if err := forget(in.Out); err != nil {
			return err
		}
	}
	if t.failed > 0 {
		return errSomeFailed
	}
	return nil
}

// A run makes documents of a stream of articles.
type run func(context.Context, iter.Seq2[*extract.Article, error]) iter.Seq2[*extract.Document, error]

func (in *input) run(want claimwire.Layer) (run, error) {
	if want == 0 {
		p, err := pipeline.New(decode)
		if err != nil {
			return nil, err
		}
		p.Workers = in.Workers
		return p.Run, nil
	}
	c, err := claimwire.New(claimwire.Options{Workers: in.Workers, Layers: want, Lexicon: in.folder()})
	if err != nil {
		return nil, err
	}
	return c.Run, nil
}

// run writes the records of all documents.
func (t *tally) run(w *writer, g *globals, documents func(func(*extract.Document, error) bool), write func(*writer, *extract.Document) error) error {
	progress := startProgress(g.Quiet)
	defer progress.clear()
	for d, err := range documents {
		if err != nil {
			progress.clear()
		}
		if failure := t.add(d, err); failure != nil {
			err = w.record(failure)
		} else {
			err = write(w, d)
		}
		if err != nil {
			return err
		}
		progress.show(t.articles, t.failed)
	}
	return nil
}

// stopped keeps what a run has written until it was stopped, and says where to go on.
func (in *input) stopped(w *writer, at place) error {
	where := "before the first article"
	if at.Articles > 0 {
		where = fmt.Sprintf("after %d articles, the last of which is %s", at.Articles, at.Last)
	}
	if w.file == nil {
		return fmt.Errorf("stopped %s", where)
	}
	if err := w.keep(in.Out, at); err != nil {
		return err
	}
	return fmt.Errorf("stopped %s: %s%s holds their records, and --resume goes on from there", where, in.Out, partial)
}

// A progress line on standard error, when that is a terminal and more than one
// article came.
type progress struct {
	terminal bool
	started  time.Time
	shown    time.Time
}

func startProgress(quiet bool) *progress {
	info, err := os.Stderr.Stat()
	return &progress{terminal: !quiet && err == nil && info.Mode()&os.ModeCharDevice != 0, started: time.Now()}
}

func (p *progress) show(read, failed int) {
	now := time.Now()
	if !p.terminal || read < 2 || now.Sub(p.shown) < 200*time.Millisecond {
		return
	}
	p.shown = now
	fmt.Fprintf(os.Stderr, "\r\x1b[K%d articles, %d failed, %.0f a second", read, failed, float64(read)/now.Sub(p.started).Seconds())
}

func (p *progress) clear() {
	if !p.shown.IsZero() {
		fmt.Fprint(os.Stderr, "\r\x1b[K")
	}
}
