package pipeline

import (
	"context"
	"iter"
	"runtime"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// A job is an article on its way through a worker.
type job struct {
	article *extract.Article
	err     error
	done    chan *extract.Document
}

// Run annotates a stream of articles. It yields one document for each pair of in,
// in the order of in, whatever the number of workers. Where in yields an error, or
// a stage fails, the pair yielded holds the document as far as it got and the
// error, and the stream goes on. At most a few articles a worker are in memory.
//
// When ctx ends, so does the loop over Run, within 100 ms, also while in waits for its
// next article; ask ctx.Err() after the loop. What was yielded until then is whole: the end of
// ctx is never yielded as the error of an article, and the articles in hand are
// dropped, so that a later run goes on after the last one yielded. in runs in a
// goroutine of its own, which may outlive the loop until its read returns.
func (p *Pipeline) Run(ctx context.Context, in iter.Seq2[*extract.Article, error]) iter.Seq2[*extract.Document, error] {
	return func(yield func(*extract.Document, error) bool) {
		workers := p.Workers
		if workers <= 0 {
			workers = runtime.GOMAXPROCS(0)
		}
		ctx, stop := context.WithCancel(ctx)
		todo := make(chan *job)
		queue := make(chan *job, 2*workers) // in input order; its length bounds what is in flight
		fed := make(chan struct{})
		defer leave(fed)
		defer stop()
		for range workers {
			go func() {
				for j := range todo {
					var d *extract.Document
					d, j.err = p.Annotate(ctx, j.article)
					j.done <- d
				}
			}()
		}
		go func() {
			defer close(fed)
			defer close(queue)
			defer close(todo)
			feed(ctx, in, queue, todo)
		}()
		for {
			d, err, ok := next(ctx, queue)
			if !ok || !yield(d, err) {
				return
			}
		}
	}
}

// feed gives every pair of in a place in the queue, and every article to a worker.
func feed(ctx context.Context, in iter.Seq2[*extract.Article, error], queue, todo chan<- *job) {
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
			j.done <- extract.NewDocument(ctx, a)
			continue
		}
		select {
		case todo <- j:
		case <-ctx.Done():
			return
		}
	}
}

// next waits for the document that is due. It is not ok at the end of the stream or of ctx.
func next(ctx context.Context, queue <-chan *job) (d *extract.Document, err error, ok bool) {
	var j *job
	select {
	case j, ok = <-queue:
	case <-ctx.Done():
	}
	if !ok {
		return nil, nil, false
	}
	select {
	case d = <-j.done:
	case <-ctx.Done():
	}
	if ctx.Err() != nil { // the worker may have stopped because of it
		return nil, nil, false
	}
	return d, j.err, true
}

// leave waits for the reading of the input to end, so that a caller may close what it
// reads from, but not for an input that blocks.
func leave(fed <-chan struct{}) {
	select {
	case <-fed:
	case <-time.After(20 * time.Millisecond):
	}
}
