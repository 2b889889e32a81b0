package main

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	_ "github.com/jackc/pgx/v5/stdlib" // for queries

	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/store"
	"github.com/claimwire/claimwire/store/parquet"
	"github.com/claimwire/claimwire/store/postgres"
	"github.com/claimwire/claimwire/store/query"
	"github.com/claimwire/claimwire/store/sqlite"
)

func outputFormats() []batch.Format { return []batch.Format{parquet.Format} }

// loadCmd puts the claims of a run into a database.
type loadCmd struct {
	Folder string `arg:"" help:"The folder of a run."`
	DB     string `required:"" name:"db" placeholder:"DB" help:"A SQLite file, postgres://user@host/name, or a file.parquet to write."`
}

func (c *loadCmd) Run(ctx context.Context) error {
	shards, err := store.Shards(c.Folder)
	if err != nil {
		return err
	}
	var l store.Loaded
	switch {
	case isPostgres(c.DB):
		conn, err := postgres.Open(ctx, c.DB)
		if err != nil {
			return err
		}
		defer conn.Close(context.WithoutCancel(ctx))
		l, err = postgres.Load(ctx, conn, shards)
		if err != nil {
			return fmt.Errorf("%w; what was loaded stays, and loading again goes on", err)
		}
	case strings.HasSuffix(c.DB, ".parquet"):
		if l, err = parquet.Write(c.DB, shards); err != nil {
			return err
		}
	default:
		if l, err = sqliteLoad(ctx, c.DB, shards); err != nil {
			return err
		}
	}
	reportLoad(l, len(shards))
	return nil
}

func sqliteLoad(ctx context.Context, path string, shards []store.Shard) (store.Loaded, error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return store.Loaded{}, err
	}
	l, err := sqlite.Load(ctx, db, shards)
	return l, errors.Join(err, db.Close())
}

func reportLoad(l store.Loaded, shards int) {
	slog.Info("loaded", "shards", fmt.Sprintf("%d of %d, the others were the same", l.Shards, shards), "documents", l.Documents, "claims", l.Claims, "removed", l.Removed)
}

// loadSQLite is what --to sqlite does after the run.
func loadSQLite(ctx context.Context, folder string) error {
	shards, err := store.Shards(folder)
	if err != nil {
		return err
	}
	l, err := sqliteLoad(ctx, filepath.Join(folder, "claims.db"), shards)
	if err != nil {
		return err
	}
	reportLoad(l, len(shards))
	return nil
}

func isPostgres(db string) bool {
	return strings.HasPrefix(db, "postgres://") || strings.HasPrefix(db, "postgresql://") || strings.Contains(db, "host=") || strings.Contains(db, "dbname=")
}

// queryCmd asks a database.
type queryCmd struct {
	DB         string   `arg:"" name:"db" help:"A SQLite file, the folder of a run --to sqlite, or postgres://user@host/name."`
	Text       string   `help:"Words and \"phrases\" of what is said or who says it; -word must not be there."`
	Source     string   `help:"Words of the source's name."`
	Kind       []string `help:"Kind of source: person, group, organisation, document, anonymous, implicit, author."`
	Type       []string `help:"direct, indirect, mixed, none."`
	Stance     []string `help:"assert, deny, predict and so on."`
	Factuality []string `help:"CT+, CT-, PR+, PS+, Uu."`
	Number     string   `help:"A number inside: '>1000', '<=5', 3000, 10..20."`
	Unit       string   `help:"Its unit: USD, %, km; none for counts."`
	Of         string   `help:"Words in what it counts or measures."`
	Date       string   `help:"A day, month or year that a time inside falls into: 2024-10-23, 2024-10, 2024, or a range 2024-10..2024-12."`
	Published  string   `help:"The same for the date of the article."`
	Place      string   `help:"A place inside: name or ISO 3166 code."`
	Article    string   `help:"Id of an article."`
	leastConf  `embed:""`
	Count      string `placeholder:"FIELD" help:"Count claims by source, kind, type, stance, factuality, rule, article, published (month), unit or place."`
	As         string `enum:"table,jsonl,csv" default:"table" help:"table, jsonl (whole records) or csv."`
	Limit      int    `default:"50" help:"At most so many rows; 0 is all."`
}

func (c *queryCmd) Run(ctx context.Context) error {
	db, dialect, err := openQuery(ctx, c.DB)
	if err != nil {
		return err
	}
	defer db.Close()
	f := &query.Filter{
		Text: c.Text, Source: c.Source, Kind: c.Kind, Type: c.Type, Stance: c.Stance, Factuality: c.Factuality, Number: c.Number,
		Unit: c.Unit, Of: c.Of, Date: c.Date, Published: c.Published, Place: c.Place, Article: c.Article, Conf: c.Conf,
	}
	out := newRows(c.As)
	if c.Count != "" {
		if err := out.head(c.Count, "claims"); err != nil {
			return err
		}
		err = dialect.Counts(ctx, db, f, c.Count, c.Limit, func(value string, n int) error {
			return out.row(func() string { return fmt.Sprintf(`{%q:%q,"claims":%d}`, c.Count, value, n) }, value, fmt.Sprint(n))
		})
	} else {
		if err := out.head("article", "published", "source", "kind", "stance", "factuality", "content"); err != nil {
			return err
		}
		err = dialect.Claims(ctx, db, f, c.Limit, func(r *query.Row) error {
			return out.row(func() string { return r.Record }, r.Article, r.Published, r.Source, r.Kind, r.Stance, r.Factuality, r.Content)
		})
	}
	if err != nil {
		return err
	}
	return out.close()
}

func openQuery(ctx context.Context, name string) (*sql.DB, *query.Dialect, error) {
	if isPostgres(name) {
		db, err := sql.Open("pgx", name)
		return db, query.Postgres, err
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		name = filepath.Join(name, "claims.db")
		_, err = os.Stat(name)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: make it with claimwire run --to sqlite, or claimwire load", err)
	}
	db, err := sqlite.Open(ctx, name)
	return db, query.SQLite, err
}

// rows writes what was found.
type rows struct {
	as    string
	buf   *bufio.Writer
	table *tabwriter.Writer
	csv   *csv.Writer
}

func newRows(as string) *rows {
	buf := bufio.NewWriter(os.Stdout)
	return &rows{as, buf, tabwriter.NewWriter(buf, 0, 0, 2, ' ', 0), csv.NewWriter(buf)}
}

func (r *rows) head(names ...string) error {
	if r.as == "jsonl" {
		return nil
	}
	return r.row(nil, names...)
}

// row writes one row; json is called only where it is wanted.
func (r *rows) row(json func() string, cells ...string) error {
	switch r.as {
	case "jsonl":
		_, err := fmt.Fprintln(r.buf, json())
		return err
	case "csv":
		return r.csv.Write(cells)
	}
	for i, c := range cells {
		c = strings.Join(strings.Fields(c), " ")
		if short := []rune(c); len(short) > 80 {
			c = string(short[:79]) + "…"
		}
		cells[i] = c
	}
	_, err := fmt.Fprintln(r.table, strings.Join(cells, "\t"))
	return err
}

func (r *rows) close() error {
	r.csv.Flush()
	return errors.Join(r.csv.Error(), r.table.Flush(), r.buf.Flush())
}
