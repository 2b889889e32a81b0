package main

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/cmd/claimwire/assist"
	"github.com/claimwire/claimwire/internal/build"
	"github.com/claimwire/claimwire/store/query"
)

type mcpCmd struct {
	Files    []string      `placeholder:"FOLDER" help:"Permit files below FOLDER to be read; may be given more than once."`
	DB       string        `name:"db" placeholder:"DB" help:"A database of claims to ask: a SQLite file, the folder of a run --to sqlite, or postgres://user@host/name."`
	MaxBytes int64         `default:"8388608" placeholder:"BYTES" help:"Refuse longer articles."`
	Timeout  time.Duration `default:"30s" help:"Time for one call."`
	ownWords `embed:""`
}

func (c *mcpCmd) Run(ctx context.Context) error {
	extractor, err := claimwire.New(claimwire.Options{Lexicon: c.folder()})
	if err != nil {
		return err
	}
	var db *sql.DB
	var dialect *query.Dialect
	if c.DB != "" {
		if db, dialect, err = openQuery(ctx, c.DB); err != nil {
			return err
		}
		defer db.Close()
	}
	s, err := assist.New(assist.Config{
		Extractor: extractor, Version: build.Version(), Folders: c.Files, MaxBytes: c.MaxBytes, Timeout: c.Timeout, DB: db, Dialect: dialect,
	})
	if err != nil {
		return err
	}
	if err = s.Run(ctx, &mcp.StdioTransport{MaxLineLength: int(2*c.MaxBytes) + 1<<20}); errors.Is(err, context.Canceled) {
		return nil // stopped by a signal
	}
	return err
}
