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
	d, failed := s.annotate(r.Context(), extractor, a)
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

// annotate works on a single article when a worker is free for it.
func (s *Server) annotate(ctx context.Context, extractor *claimwire.Extractor, a *claimwire.Article) (*claimwire.Document, error) {
	ctx, stop := context.WithTimeout(ctx, s.Timeout)
	defer stop()
	select {
	case s.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("no worker came free in time: %w", context.DeadlineExceeded)
	}
	d, err := extractor.Annotate(ctx, a)
	<-s.slots
	s.metrics.article(d, err)
	return d, err
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
		a, err = corpus.ParseArticle(data)
		if errors.Is(err, corpus.ErrNoText) && s.Fetcher != nil && a.URL != "" {
			err = s.fetch(ctx, a)
		}
		if err != nil {
			return nil, err
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

// fetch gets the page of an article of which only the address is known.
func (s *Server) fetch(ctx context.Context, a *claimwire.Article) error {
	ctx, stop := context.WithTimeout(ctx, s.Timeout)
	defer stop()
	got, err := s.Fetcher.Fetch(ctx, a.URL)
	if err != nil {
		return err
	}
	a.URL, a.Page, a.MediaType = got.URL, got.Page, got.MediaType
	return nil
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
