package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/corpus"
)

// answer is the handler of a request for records of one article, or of a stream.
func (s *Server) answer(f *form) (*huma.StreamResponse, error) {
	extractor, err := s.Extractor.Only(f.needs())
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(hctx huma.Context) {
		r, w := humago.Unwrap(hctx)
		kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
		switch kind {
		case "application/json", "text/plain", "text/html", "application/xhtml+xml":
			s.one(w, r, f, extractor, kind)
		case ndjson, "application/jsonl", "application/ndjson":
			s.stream(w, r, f, extractor)
		default:
			s.problem(w, r, http.StatusUnsupportedMediaType, fmt.Errorf("Content-Type %q: send application/json, text/plain or text/html with one article, or %s with many", kind, ndjson))
		}
	}}, nil
}

// one answers for a single article.
func (s *Server) one(w http.ResponseWriter, r *http.Request, f *form, extractor *claimwire.Extractor, kind string) {
	c := http.NewResponseController(w)
	c.SetReadDeadline(time.Now().Add(s.Timeout))
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.MaxBody))
	if err != nil {
		s.problem(w, r, unread(err), err)
		return
	}
	a, err := s.article(r.Context(), f, data, kind, r.Header.Get("Content-Type"))
	if err != nil {
		s.problem(w, r, http.StatusBadRequest, err)
		return
	}
	ctx, stop := context.WithTimeout(r.Context(), s.Timeout)
	defer stop()
	select {
	case s.slots <- struct{}{}:
	case <-ctx.Done():
		s.problem(w, r, http.StatusServiceUnavailable, errors.New("no worker came free in time"))
		return
	}
	d, failed := extractor.Annotate(ctx, a)
	<-s.slots
	s.metrics.article(d, failed)
	c.SetWriteDeadline(time.Now().Add(s.Timeout))
	if errors.Is(failed, context.DeadlineExceeded) {
		s.problem(w, r, http.StatusServiceUnavailable, failed)
		return
	}
	lines, err := f.lines(d, failed)
	if err != nil {
		s.problem(w, r, http.StatusInternalServerError, err)
		return
	}
	w.Header().Set("Content-Type", ndjson)
	if failed != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
	}
	w.Write(lines)
}

// unread is the status for a body that did not arrive.
func unread(err error) int {
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, os.ErrDeadlineExceeded):
		return http.StatusRequestTimeout
	}
	return http.StatusBadRequest
}

// article makes an article of a body.
func (s *Server) article(ctx context.Context, f *form, data []byte, kind, mediaType string) (a *claimwire.Article, err error) {
	if kind == "application/json" {
		if a, err = corpus.ParseArticle(data); err != nil {
			return nil, err
		}
		if a.Text == "" && a.Page == nil && s.Fetcher != nil && a.URL != "" {
			return s.Fetcher.Fetch(ctx, a.URL)
		}
	} else {
		a = claimwire.NewArticle(f.about.ID, data, mediaType)
		a.URL, a.Title = f.about.URL, f.about.Title
	}
	if a.Page != nil {
		a.Page, a.MediaType = corpus.UTF8(a.Page, a.MediaType)
	}
	if a.Published.IsZero() && !f.published.IsZero() {
		a.Published, a.PublishedFrom = f.published, "caller"
	}
	return a, nil
}

// stream answers for a stream of articles, in their order, while it comes in.
func (s *Server) stream(w http.ResponseWriter, r *http.Request, f *form, extractor *claimwire.Extractor) {
	c := http.NewResponseController(w)
	if err := c.EnableFullDuplex(); err != nil && r.ProtoMajor < 2 {
		s.problem(w, r, http.StatusInternalServerError, err)
		return
	}
	body := &patient{r: r.Body, c: c, most: s.Timeout, stop: s.stop}
	w.Header().Set("Content-Type", ndjson)
	w.WriteHeader(http.StatusOK)
	// net/http ends the request's context when a read fails, be it for a deadline, and then
	// the articles in hand would go without their records. A client that is gone is
	// noticed by reading and writing.
	ctx, stop := context.WithCancel(context.WithoutCancel(r.Context()))
	defer stop()
	articles := corpus.Open(ctx, []string{"-"}, corpus.Options{From: "jsonl", Stdin: body, Published: f.published, MaxLine: int(s.MaxBody)})
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
}

// A patient reader waits for every read as long as one article may take, and gives up
// when the server is to stop.
type patient struct {
	r    io.Reader
	c    *http.ResponseController
	most time.Duration
	stop context.Context

	watched bool
}

var errStopping = errors.New("the server is stopping: send the articles that were not answered again")

func (p *patient) Read(b []byte) (int, error) {
	if p.stop.Err() != nil {
		return 0, errStopping
	}
	if err := p.c.SetReadDeadline(time.Now().Add(p.most)); err != nil {
		return 0, err
	}
	if !p.watched { // a read that is waiting is woken when the server is to stop
		p.watched = true
		context.AfterFunc(p.stop, func() { p.c.SetReadDeadline(time.Now()) })
	}
	if p.stop.Err() != nil { // it stopped before the deadline was set anew
		return 0, errStopping
	}
	n, err := p.r.Read(b)
	if err != nil && p.stop.Err() != nil && !errors.Is(err, io.EOF) {
		err = errStopping
	}
	return n, err
}

// problem answers with an error by RFC 9457.
func (s *Server) problem(w http.ResponseWriter, r *http.Request, status int, err error) {
	http.NewResponseController(w).SetWriteDeadline(time.Now().Add(s.Timeout))
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "1")
	}
	if status == http.StatusRequestEntityTooLarge || status == http.StatusRequestTimeout {
		w.Header().Set("Connection", "close") // the rest of the body is not waited for
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	if data := marshal(huma.ErrorModel{Status: status, Title: http.StatusText(status), Detail: err.Error()}); data != nil {
		w.Write(data)
	}
}
