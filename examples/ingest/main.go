// Ingest is a small service: it takes articles from NATS JetStream, and writes their
// claims to PostgreSQL.
//
//	ingest -nats nats://127.0.0.1:4222 -db postgres://user@host/name
//
// An article is a JSON object on the subject articles.new, as a line of JSON Lines: text
// or html, and id, url, title, published as far as they are known. It is acknowledged
// when its claims are committed, so that a worker may be killed at any time; what is
// delivered again changes nothing, since a claim's id depends on the article alone.
// What cannot be processed goes to articles.dead, with the reason in its header.
//
// Start as many as there are machines. They share one durable consumer.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/jackc/pgx/v5"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/claimwire/claimwire"
)

func main() {
	broker := flag.String("nats", nats.DefaultURL, "address of NATS")
	db := flag.String("db", os.Getenv("DATABASE_URL"), "address of PostgreSQL")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *broker, *db); err != nil {
		slog.Error(err.Error())
		os.Exit(1)
	}
}

func run(ctx context.Context, broker, db string) error {
	extractor, err := claimwire.New(claimwire.Options{Layers: claimwire.Claims, MaxBytes: 8 << 20, Logger: slog.Default()})
	if err != nil {
		return err
	}
	if err := extractor.Warm(); err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, db)
	if err != nil {
		return fmt.Errorf("PostgreSQL: %w", err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if err := prepare(ctx, conn); err != nil {
		return fmt.Errorf("PostgreSQL: %w", err)
	}
	nc, err := nats.Connect(broker, nats.MaxReconnects(-1))
	if err != nil {
		return fmt.Errorf("NATS: %w", err)
	}
	defer nc.Drain()
	js, err := jetstream.New(nc)
	if err != nil {
		return err
	}
	w := &worker{js: js, db: conn, extractor: extractor}
	if w.consumer, err = subscribe(ctx, js); err != nil {
		return fmt.Errorf("NATS: %w", err)
	}
	return w.work(ctx)
}
