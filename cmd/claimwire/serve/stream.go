package serve

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/corpus"
)

// stream answers for a stream of articles, in their order, while it comes in.
func (s *Server) stream(w http.ResponseWriter, r *http.Request, f *form, extractor *claimwire.Extractor) {
	c := http.NewResponseController(w)
	if err := c.EnableFullDuplex(); err != nil && r.ProtoMajor < 2 {
		s.problem(w, r, http.StatusInternalServerError, err)
		return
	}
	w.Header().Set("Content-Type", ndjson)
	w.WriteHeader(http.StatusOK)
	// net/http ends the request's context when a read fails, be it for a deadline, and then
	// the articles in hand would go without their records. A client that is gone is
	// noticed by reading and writing.
	ctx, stop := context.WithCancel(context.WithoutCancel(r.Context()))
	defer stop()
	body := newBody(r.Body, c, s.Timeout, s.stop)
	defer body.end()
	articles := corpus.Open(ctx, []string{"-"}, corpus.Options{From: "jsonl", Stdin: body.in, Published: f.published, MaxLine: int(s.MaxBody)})
	for d, failed := range extractor.Run(ctx, articles) {
		s.metrics.article(d, failed)
		lines, err := f.lines(d, failed)
		if err != nil {
			s.Logger.ErrorContext(r.Context(), err.Error())
			return
		}
		c.SetWriteDeadline(time.Now().Add(s.Timeout))
		if _, err := w.Write(lines); err != nil {
			return // the client is gone, or does not read
		}
		if err := c.Flush(); err != nil {
			return
		}
	}
	body.linger()
}

// A body is that of a stream. Each read of it may take as long as one article may take.
// When the server is to stop, in ends with an error at once, and what still comes is
// thrown away for a while: a connection that is closed on a client that sends is reset,
// and with it goes what the client has not read.
type body struct {
	in   *io.PipeReader
	from io.Reader
	c    *http.ResponseController
	most time.Duration
	stop context.Context
	done chan struct{} // nobody reads any more

	mu    sync.Mutex // of the deadline
	ended bool
}

// lingering is how long a client that was cut has to read its last records.
const lingering = 2 * time.Second

var errStopping = errors.New("the server is stopping: send the articles that were not answered again")

func newBody(from io.Reader, c *http.ResponseController, most time.Duration, stop context.Context) *body {
	b := &body{from: from, c: c, most: most, stop: stop, done: make(chan struct{})}
	in, out := io.Pipe()
	b.in = in
	unwatch := context.AfterFunc(stop, func() {
		out.CloseWithError(errStopping)
		b.mu.Lock()
		defer b.mu.Unlock()
		if !b.ended {
			c.SetReadDeadline(time.Now().Add(lingering))
		}
	})
	go func() {
		defer close(b.done)
		defer unwatch()
		_, err := io.Copy(out, patient{b})
		out.CloseWithError(err)
		if stop.Err() != nil {
			io.Copy(io.Discard, from)
		}
	}()
	return b
}

// linger waits, if the stream was cut, until its client has ended it too.
func (b *body) linger() {
	if b.stop.Err() != nil {
		<-b.done
	}
}

// end stops reading: the request's body must not be read after its handler.
func (b *body) end() {
	b.in.Close()
	select {
	case <-b.done:
		return // the connection may be used again
	default:
	}
	b.mu.Lock()
	b.ended = true
	b.c.SetReadDeadline(time.Now())
	b.mu.Unlock()
	<-b.done
}

// A patient reader gives each read of a body its time.
type patient struct{ *body }

func (p patient) Read(b []byte) (int, error) {
	if err := p.wait(); err != nil {
		return 0, err
	}
	return p.from.Read(b)
}

func (b *body) wait() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.ended:
		return io.ErrClosedPipe
	case b.stop.Err() != nil:
		return errStopping
	}
	return b.c.SetReadDeadline(time.Now().Add(b.most))
}
