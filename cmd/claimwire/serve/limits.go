package serve

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// admit lets a request in if there is a place for it.
func (s *Server) admit(ctx huma.Context, next func(huma.Context)) {
	if !s.enter() {
		r, w := humago.Unwrap(ctx)
		s.problem(w, r, http.StatusTooManyRequests, errTooMany)
		return
	}
	defer s.leave()
	next(ctx)
}

var errTooMany = errors.New("too many requests are in hand: come again later")

func (s *Server) enter() bool {
	select {
	case s.places <- struct{}{}:
		s.metrics.inHand.Inc()
		return true
	default:
		return false
	}
}

func (s *Server) leave() {
	<-s.places
	s.metrics.inHand.Dec()
}

type requestID struct{}

// logged gives every request an id, and logs and counts it when it is answered.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		id := r.Header.Get("X-Request-Id")
		if id == "" || len(id) > 100 || strings.ContainsFunc(id, func(c rune) bool { return c <= ' ' || c > '~' }) {
			id = rand.Text()[:12]
		}
		w.Header().Set("X-Request-Id", id)
		seen := &seen{ResponseWriter: w, status: http.StatusOK, stopping: &s.stopping}
		defer func() {
			fault := recover()
			if fault != nil {
				s.Logger.Error("panic", "request", id, "fault", fault)
				seen.status = http.StatusInternalServerError
			}
			path := r.Pattern
			s.metrics.request(path, seen.status, time.Since(start))
			level := slog.LevelInfo
			if path == "GET /healthz" || path == "GET /readyz" || path == "GET /metrics" {
				level = slog.LevelDebug
			}
			s.Logger.Log(context.WithoutCancel(r.Context()), level, "request", "request", id, "method", r.Method, "path", r.URL.Path, "status", seen.status,
				"bytes", seen.bytes, "ms", time.Since(start).Milliseconds(), "gone", r.Context().Err() != nil)
			if fault != nil {
				panic(http.ErrAbortHandler) // the client must not take what it got for the whole
			}
		}()
		r = r.WithContext(context.WithValue(r.Context(), requestID{}, id))
		next.ServeHTTP(seen, r)
	})
}

// seen is a ResponseWriter that knows what it has sent. When the server is stopping, it
// ends connections by their answers: one that is closed while it is idle may have a
// request on its way, whose sender could not tell what became of it.
type seen struct {
	http.ResponseWriter
	status   int
	bytes    int64
	begun    bool
	stopping *atomic.Bool
}

func (s *seen) WriteHeader(status int) {
	s.status, s.begun = status, true
	if s.stopping.Load() {
		s.Header().Set("Connection", "close")
	}
	s.ResponseWriter.WriteHeader(status)
}

func (s *seen) Write(p []byte) (int, error) {
	if !s.begun {
		s.WriteHeader(http.StatusOK)
	}
	n, err := s.ResponseWriter.Write(p)
	s.bytes += int64(n)
	return n, err
}

func (s *seen) Unwrap() http.ResponseWriter { return s.ResponseWriter }

func marshal(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	return append(data, '\n')
}
