// Package serve answers over HTTP what the command answers on files: the same bytes for
// the same articles.
package serve

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/cmd/claimwire/show"
	"github.com/claimwire/claimwire/corpus"
)

// A Config is the choices of a server. The zero value of a limit is its default.
type Config struct {
	Extractor   *claimwire.Extractor
	Version     string          // of the program, for the API's description
	MaxBody     int64           // bytes of one article, or of a line of a stream; 8 MB
	MaxRequests int             // requests in hand, more get 429; 128
	Timeout     time.Duration   // for one article to arrive, to be worked on, and for its answer to leave; 30 s each
	Drain       time.Duration   // from the order to stop until no connection is accepted
	Grace       time.Duration   // from then until streams are cut; 20 s
	Fetcher     *corpus.Fetcher // for articles that are an address only; nil refuses them
	Logger      *slog.Logger    // told of every request; nil is silence
	Workers     int             // articles worked on at once, beside those of streams; one for each processor
}

func (c *Config) setDefaults() {
	if c.MaxBody == 0 {
		c.MaxBody = 8 << 20
	}
	if c.MaxRequests == 0 {
		c.MaxRequests = 128
	}
	if c.Timeout == 0 {
		c.Timeout = 30 * time.Second
	}
	if c.Grace == 0 {
		c.Grace = 20 * time.Second
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
}

// A Server answers requests. Make one by New.
type Server struct {
	Config
	handler http.Handler
	metrics *metrics
	places  chan struct{} // one for each request in hand
	slots   chan struct{} // one for each article of a request of its own that is worked on
	ready   atomic.Bool
	idle    idle

	stopping atomic.Bool
	stop     context.Context // ends when streams are to be cut
	cut      context.CancelFunc
}

// New makes a server. It is not ready before Warm.
func New(c Config) (*Server, error) {
	c.setDefaults()
	s := &Server{Config: c, metrics: newMetrics(c.Version), places: make(chan struct{}, c.MaxRequests), slots: make(chan struct{}, workers(c.Workers))}
	s.stop, s.cut = context.WithCancel(context.Background())
	mux := http.NewServeMux()
	if err := s.register(mux); err != nil {
		return nil, err
	}
	mux.Handle("GET /metrics", s.metrics.handler())
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { s.page(w, http.StatusOK, nil, &show.Paste{}) })
	mux.HandleFunc("POST /{$}", s.pasted)
	s.handler = s.logged(mux)
	return s, nil
}

// Handler is the server's HTTP side.
func (s *Server) Handler() http.Handler { return s.handler }

// Warm loads word lists and weights; then the server is ready.
func (s *Server) Warm() error {
	if err := s.Extractor.Warm(); err != nil {
		return err
	}
	s.ready.Store(true)
	return nil
}

// Serve answers on ln, which Listen has made, until ctx ends. Then it says that it is not ready, asks clients to
// close, accepts nothing after Drain, and answers what it has accepted: single articles
// wholly, streams until they end or Grace is over, when they get an error record that
// says how far they came.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	h := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ConnState: s.idle.state,
		ErrorLog:  slog.NewLogLogger(s.Logger.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(ln) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	s.ready.Store(false)
	s.stopping.Store(true)
	s.Logger.Info("stopping", "in hand", len(s.places))
	time.Sleep(s.Drain)
	s.settle(ln)
	cut := time.AfterFunc(s.Grace, s.cut)
	defer cut.Stop()
	last, stop := context.WithTimeout(context.Background(), s.Grace+2*s.Timeout)
	defer stop()
	if err := h.Shutdown(last); err != nil {
		return errors.Join(err, h.Close())
	}
	s.Logger.Info("stopped")
	return nil
}
