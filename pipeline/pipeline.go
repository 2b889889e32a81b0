// Package pipeline wires the stages of extract into one run over an article, and
// runs streams of articles over several workers.
package pipeline

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"

	"github.com/claimwire/claimwire/extract"
)

// A Pipeline is a checked list of stages. It holds no state of any article and
// may be used by many goroutines at once.
type Pipeline struct {
	stages []extract.Stage

	// Workers is how many articles Run works on at once; 0 means one for each processor.
	Workers int
}

// New checks that each stage finds the layers it needs.
func New(stages ...extract.Stage) (*Pipeline, error) {
	var have extract.Layer
	for _, s := range stages {
		if missing := s.Needs &^ have; missing != 0 {
			return nil, fmt.Errorf("stage %s needs %s, which no earlier stage gives", s.Name, missing)
		}
		have |= s.Gives
	}
	return &Pipeline{stages: stages}, nil
}

// Annotate runs the stages over one article, which it leaves as it is. The error
// of a stage names the article and the stage; the document then holds the layers
// of the stages before.
func (p *Pipeline) Annotate(a *extract.Article) (*extract.Document, error) {
	own := *a
	d := &extract.Document{Article: &own}
	for _, s := range p.stages {
		if err := run(s, d); err != nil {
			return d, fmt.Errorf("article %s: %s: %w", d.ID, s.Name, err)
		}
		d.Has |= s.Gives
	}
	return d, nil
}

// run turns a panic of a stage into its error, so that one article cannot end a
// stream of millions.
func run(s extract.Stage, d *extract.Document) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("internal error: %v\n%s", v, debug.Stack())
		}
	}()
	return s.Run(d)
}

type job struct {
	article *extract.Article
	err     error
	done    chan *extract.Document
}

// Run annotates a stream of articles. It yields one document for each pair of in,
// in the order of in, whatever the number of workers. Where in yields an error, or
// a stage fails, the pair yielded holds the document as far as it got and the
// error, and the stream goes on. At most a few articles a worker are in memory.
func (p *Pipeline) Run(ctx context.Context, in iter.Seq2[*extract.Article, error]) iter.Seq2[*extract.Document, error] {
	return func(yield func(*extract.Document, error) bool) {
		workers := p.Workers
		if workers <= 0 {
			workers = runtime.GOMAXPROCS(0)
		}
		ctx, stop := context.WithCancel(ctx)
		todo := make(chan *job)
		queue := make(chan *job, 2*workers) // in input order; its length bounds what is in flight
		finished := make(chan struct{})
		defer func() { stop(); <-finished }()

		for range workers {
			go func() {
				for j := range todo {
					var d *extract.Document
					d, j.err = p.Annotate(j.article)
					j.done <- d
				}
			}()
		}
		go func() {
			defer close(finished)
			defer close(queue)
			defer close(todo)
			for a, err := range in {
				if a == nil {
					a = &extract.Article{}
				}
				j := &job{article: a, err: err, done: make(chan *extract.Document, 1)}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				if err != nil {
					j.done <- &extract.Document{Article: a}
					continue
				}
				select {
				case todo <- j:
				case <-ctx.Done():
					j.err = ctx.Err()
					j.done <- &extract.Document{Article: a}
					return
				}
			}
		}()
		for j := range queue {
			d := <-j.done
			if !yield(d, j.err) {
				return
			}
		}
	}
}
