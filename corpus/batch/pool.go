package batch

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// A job is one article of a shard.
type job struct {
	ctx     context.Context
	article *extract.Article
	doc     *extract.Document
	err     error
	done    chan struct{}
}

// A pool is the workers that all shards of a process share. At most twice as many
// articles as workers are in memory, whatever the number of shards in hand: the
// next of them is not read before one has been written.
type pool struct {
	jobs  chan *job
	slots chan struct{}
}

func newPool(p *pipeline.Pipeline, workers int, timeout time.Duration) *pool {
	pl := &pool{jobs: make(chan *job), slots: make(chan struct{}, 2*workers)}
	for range workers {
		go pl.work(p, timeout)
	}
	return pl
}

// work annotates until the process ends. The goroutine keeps its thread, by whose
// clock an article's time is taken.
func (pl *pool) work(p *pipeline.Pipeline, timeout time.Duration) {
	if timeout > 0 {
		runtime.LockOSThread()
	}
	for j := range pl.jobs {
		ctx := j.ctx
		if timeout > 0 {
			ctx = limit(ctx, timeout)
		}
		j.doc, j.err = p.Annotate(ctx, j.article)
		close(j.done)
	}
}

// ErrTimeout is the end of an article that took too much processor time.
var ErrTimeout = errors.New("took more processor time than the limit")

// A timed context ends when the thread that asks has run for long enough. It is
// asked by the stages between sentences, so it needs neither a timer nor a channel,
// and the load of the machine changes nothing.
type timed struct {
	context.Context
	end   time.Duration // on the thread's clock
	limit time.Duration
}

func limit(ctx context.Context, d time.Duration) context.Context {
	return &timed{ctx, threadTime() + d, d}
}

// Err implements context.Context.
func (t *timed) Err() error {
	if err := t.Context.Err(); err != nil {
		return err
	}
	if threadTime() > t.end {
		return fmt.Errorf("%w of %v", ErrTimeout, t.limit)
	}
	return nil
}
