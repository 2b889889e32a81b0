package batch

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/claimwire/claimwire/extract"
)

// Retry tries the dead letters of a finished run again, and nothing else: with
// other limits, or with a newer build. The claims of an article that now succeeds
// are put in the place in its shard where they would have been. What fails again
// stays a dead letter. Articles that could not be read have nothing to try: their
// input must be mended, and Run does its shard anew.
func (b *Batch) Retry(ctx context.Context, maxArticle int64, timeout time.Duration) (*Account, error) {
	unlock, err := b.claimFolder()
	if err != nil {
		return nil, err
	}
	defer unlock()
	m, err := ReadManifest(b.Out)
	if err != nil {
		return nil, err
	}
	engine := b.Engine
	b.Config, b.Engine = m.Config, m.Engine // by which the accounts are known
	limits := b.Config
	limits.MaxArticle, limits.Timeout = maxArticle, Duration{timeout}
	worker := &Batch{Config: limits, Engine: engine, Out: b.Out, Formats: b.Formats, Lexicon: b.Lexicon, Pipeline: b.Pipeline, Workers: b.Workers, Log: b.Log, Progress: b.Progress}
	if err := worker.ready(); err != nil {
		return nil, err
	}
	b.Log, b.Progress = worker.Log, worker.Progress
	if err := b.sweep(m); err != nil {
		return nil, err
	}
	some := error(nil)
	for _, s := range m.Shards {
		d, err := b.account(s)
		if err != nil {
			return nil, err
		}
		if d == nil || d.Errors == nil {
			continue
		}
		if len(d.Dropped) > 0 { // places in the file no longer tell where an article stood
			return nil, fmt.Errorf("%s: duplicates were dropped from it: run anew with other limits instead", d.Output.Name)
		}
		if err := worker.retryShard(ctx, d); err != nil {
			return nil, err
		}
		if d.Failed > 0 {
			some = ErrSomeFailed
		}
	}
	return b.conclude(m, some)
}

// A second is a letter that was tried again.
type second struct {
	letter *Letter
	job    *job // nil where there was nothing to try
}

func (b *Batch) retryShard(ctx context.Context, d *Done) error {
	tried, err := b.tryAgain(ctx, filepath.Join(b.Out, d.Errors.Name))
	if err != nil {
		return err
	}
	format, err := b.format()
	if err != nil {
		return err
	}
	out, err := create(b.Out, d.Output.Name)
	if err != nil {
		return err
	}
	defer out.Discard()
	bad, err := create(b.Out, d.Errors.Name)
	if err != nil {
		return err
	}
	defer bad.Discard()
	records, err := format.open(out)
	if err != nil {
		return err
	}
	old, err := format.copy(filepath.Join(b.Out, d.Output.Name), records)
	if err != nil {
		return err
	}
	defer old.Close()
	w := &shardWriter{b: b, d: d, records: records, letters: json.NewEncoder(bad)}
	w.letters.SetEscapeHTML(false)
	if err := w.merge(old, tried); err != nil {
		return err
	}
	if err := records.Close(); err != nil {
		return err
	}
	return b.commit(d, out, bad)
}

// merge writes the records of before, with those of the articles tried again in their places.
func (w *shardWriter) merge(old Copier, tried []second) error {
	w.d.Failed = 0
	copied := 0
	stay := func(end int) error {
		n, err := old.Next(end - copied)
		copied += n
		w.lines += n
		if err == nil && copied < end && end != math.MaxInt {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return &DamagedError{filepath.Join(w.b.Out, w.d.Output.Name), err}
		}
		return nil
	}
	for _, t := range tried {
		if err := stay(t.letter.After); err != nil {
			return err
		}
		if t.job == nil {
			w.d.Failed++
			t.letter.After = w.lines
			if err := w.letters.Encode(t.letter); err != nil {
				return err
			}
			continue
		}
		w.d.Articles-- // write counts it again
		if err := w.write(t.job); err != nil {
			return err
		}
	}
	return stay(math.MaxInt)
}

// tryAgain annotates the articles of a file of letters, one after another: there are few.
func (b *Batch) tryAgain(ctx context.Context, path string) ([]second, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []second
	for in := json.NewDecoder(f); ; {
		l := &Letter{}
		if err := in.Decode(l); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, &DamagedError{path, err}
		}
		if l.Article == nil {
			all = append(all, second{letter: l})
			continue
		}
		a, err := l.Article.article()
		if err != nil {
			return nil, &DamagedError{path, err}
		}
		j := &job{ctx: ctx, article: a, err: b.tooLong(a), done: make(chan struct{})}
		if j.err == nil {
			select {
			case b.pool.jobs <- j:
				<-j.done
			case <-ctx.Done():
			}
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		j.doc = compact(j.doc)
		all = append(all, second{l, j})
	}
}

// compact keeps of a document what its lines are made of.
func compact(d *extract.Document) *extract.Document {
	if d == nil {
		return nil
	}
	a := *d.Article
	a.Page = nil
	return &extract.Document{Article: &a, Has: d.Has, Claims: d.Claims}
}

// openLines opens a file of records by its extension.
func openLines(path string) (*bufio.Reader, func(), error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	r := bufio.NewReaderSize(f, 256<<10)
	magic, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(r)
		if err != nil {
			f.Close()
			return nil, nil, &DamagedError{path, err}
		}
		return bufio.NewReaderSize(z, 256<<10), func() { f.Close() }, nil
	case bytes.HasPrefix(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
		if err != nil {
			f.Close()
			return nil, nil, &DamagedError{path, err}
		}
		return bufio.NewReaderSize(z, 256<<10), func() { z.Close(); f.Close() }, nil
	case bytes.HasPrefix(magic, []byte("{")) || len(magic) == 0:
		return r, func() { f.Close() }, nil
	}
	f.Close()
	return nil, nil, errors.New(path + ": not JSON Lines")
}

// Lines yields the records of one output file of a run in JSON Lines, packed or not.
func Lines(path string, yield func(line []byte) error) error {
	r, end, err := openLines(path)
	if err != nil {
		return err
	}
	defer end()
	for {
		line, err := r.ReadBytes('\n')
		if len(line) > 0 {
			if err := yield(line); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
