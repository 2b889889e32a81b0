package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/cmd/claimwire/serve"
	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/internal/build"
)

type serveCmd struct {
	Addr        string        `default:"127.0.0.1:8080" help:"Address to listen at."`
	Public      bool          `help:"Permit an address that other machines can reach. There is no login: put one before it."`
	Published   string        `placeholder:"DATE" help:"Publication date of articles that carry none."`
	Workers     int           `default:"0" help:"Articles worked on at once; 0 is one for each processor."`
	MaxBody     int64         `default:"8388608" placeholder:"BYTES" help:"Refuse longer articles, with 413."`
	MaxRequests int           `default:"128" help:"Requests in hand; more get 429."`
	Timeout     time.Duration `default:"30s" help:"Time for one article to arrive, and to be worked on."`
	Drain       time.Duration `default:"1s" help:"After SIGTERM, time until no connection is accepted; /readyz says so at once."`
	Grace       time.Duration `default:"20s" help:"After that, time until streams are cut, with a record that says so."`
	ownWords    `embed:""`
	Fetch       bool `help:"Fetch articles that come as an address only: public addresses, politely."`
}

func (c *serveCmd) Run(ctx context.Context) error {
	published, err := optionalDate(c.Published)
	if err != nil {
		return err
	}
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return fmt.Errorf("--addr: %w", err)
	}
	if ip := net.ParseIP(host); !c.Public && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return fmt.Errorf("--addr %s can be reached from other machines: say --public too", c.Addr)
	}
	extractor, err := claimwire.New(claimwire.Options{Workers: c.Workers, Published: published, Timeout: c.Timeout, Lexicon: c.folder()})
	if err != nil {
		return err
	}
	config := serve.Config{
		Extractor: extractor, Version: build.Version(), MaxBody: c.MaxBody, MaxRequests: c.MaxRequests, Timeout: c.Timeout, Drain: c.Drain, Grace: c.Grace,
		Logger: slog.New(slog.NewJSONHandler(os.Stderr, nil)), Workers: c.Workers,
	}
	if c.Fetch {
		config.Fetcher = &corpus.Fetcher{MaxSize: c.MaxBody}
	}
	s, err := serve.New(config)
	if err != nil {
		return err
	}
	ln, err := serve.Listen(ctx, c.Addr)
	if err != nil {
		return err
	}
	config.Logger.Info("listening", "address", "http://"+ln.Addr().String(), "version", build.Version())
	warmed := make(chan error, 1)
	go func() { warmed <- s.Warm() }() // healthy at once, ready when it is warm
	err = s.Serve(ctx, ln)
	return errors.Join(err, <-warmed)
}
