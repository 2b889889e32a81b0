package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// errSomeFailed makes the exit code 1 when articles failed that were already reported.
var errSomeFailed = errors.New("some articles failed")

// each makes the wanted layers of all inputs and calls write for each article that
// succeeds; without layers, for each that was read. A page that is no article leaves a record that says why. An article that fails leaves an error record in its place, a message
// on standard error, and exit code 1 at the end; the others go on.
func (in *input) each(ctx context.Context, want claimwire.Layer, write func(*writer, *extract.Document) error) error {
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
		return err
	}
	w, err := create(in.Out)
	if err != nil {
		return err
	}
	skipped, pages := map[string]int{}, 0 // pages are those that came to the stages
	options := corpus.Options{
		From: in.From, Published: published, Fetcher: fetcher,
		Skipped: func(_, reason string) { skipped[reason]++ },
	}
	progress := startProgress()
	var read, failed int
	for d, err := range run(ctx, corpus.Open(ctx, in.Inputs, options)) {
		read++
		var skip extract.Skip
		switch {
		case errors.As(err, &skip):
			pages++
			skipped[skip.Reason]++
			progress.clear()
			slog.Warn(err.Error())
			err = w.record(pipeline.FailureOf(d, err))
		case err != nil:
			failed++
			progress.clear()
			logFailure(err)
			err = w.record(pipeline.FailureOf(d, err))
		default:
			err = write(w, d)
		}
		if err != nil {
			return errors.Join(err, w.close())
		}
		progress.show(read, failed)
	}
	progress.clear()
	if read > 1 || len(skipped) > 0 {
		report(read-failed-pages, failed, skipped)
	}
	if err := errors.Join(w.close(), closeArchive()); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("stopped after %d articles: %w", read, err)
	}
	if failed > 0 {
		return errSomeFailed
	}
	return nil
}

// A run makes documents of a stream of articles.
type run func(context.Context, iter.Seq2[*extract.Article, error]) iter.Seq2[*extract.Document, error]

func (in *input) run(want claimwire.Layer) (run, error) {
	if want == 0 {
		p, err := pipeline.New()
		return p.Run, err
	}
	c, err := claimwire.New(claimwire.Options{Workers: in.Workers, Layers: want, Lexicon: in.folder()})
	if err != nil {
		return nil, err
	}
	return c.Run, nil
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

// report logs the counts at the end of a run: read = written + failed + skipped by reason.
func report(written, failed int, skipped map[string]int) {
	total := written + failed
	counts := []any{"read", 0, "written", written, "failed", failed}
	for _, reason := range slices.Sorted(maps.Keys(skipped)) {
		total += skipped[reason]
		counts = append(counts, "skipped: "+reason, skipped[reason])
	}
	counts[1] = total
	slog.Info("done", counts...)
}

// A writer writes records to a file or standard output.
type writer struct {
	file *os.File
	buf  *bufio.Writer
	json *json.Encoder
}

func create(name string) (*writer, error) {
	w := &writer{file: os.Stdout}
	if name != "" && name != "-" {
		f, err := os.Create(name)
		if err != nil {
			return nil, err
		}
		w.file = f
	}
	w.buf = bufio.NewWriterSize(w.file, 1<<16)
	w.json = json.NewEncoder(w.buf)
	w.json.SetEscapeHTML(false)
	return w, nil
}

// record writes v as one line. A reader at the other end of a pipe sees it at once.
func (w *writer) record(v any) error {
	if err := w.json.Encode(v); err != nil {
		return err
	}
	return w.buf.Flush()
}

func (w *writer) lines(lines []string) error {
	for _, l := range lines {
		if _, err := io.WriteString(w.buf, l+"\n"); err != nil {
			return err
		}
	}
	return w.buf.Flush()
}

func (w *writer) close() error {
	err := w.buf.Flush()
	if w.file == os.Stdout {
		return err
	}
	return errors.Join(err, w.file.Close())
}

// A progress line on standard error, when that is a terminal and more than one
// article came.
type progress struct {
	terminal bool
	started  time.Time
	shown    time.Time
}

func startProgress() *progress {
	info, err := os.Stderr.Stat()
	return &progress{terminal: err == nil && info.Mode()&os.ModeCharDevice != 0, started: time.Now()}
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
