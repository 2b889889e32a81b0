// Package postgres keeps claims in PostgreSQL, in a schema of their own called
// claimwire, with a full-text index.
package postgres

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/claimwire/claimwire/store"
)

// migrations are the schema and its changes, in order; the table
// claimwire.migration says how many a database has had.
var migrations = []string{schema}

//go:embed schema.sql
var schema string

// Open connects by a URL or a DSN, and brings the schema up to date.
func Open(ctx context.Context, dsn string) (*pgx.Conn, error) {
	c, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return nil, err
	}
	if err := pgx.BeginFunc(ctx, c, func(tx pgx.Tx) error { return migrate(ctx, tx) }); err != nil {
		return nil, errors.Join(err, c.Close(ctx))
	}
	return c, nil
}

func migrate(ctx context.Context, tx pgx.Tx) error {
	// Two programs that start at once must not both make the tables.
	if _, err := tx.Exec(ctx, `select pg_advisory_xact_lock(hashtext('claimwire.migration'));
		create schema if not exists claimwire; create table if not exists claimwire.migration(n int primary key, applied timestamptz not null default now())`); err != nil {
		return err
	}
	var have int
	if err := tx.QueryRow(ctx, "select coalesce(max(n), 0) from claimwire.migration").Scan(&have); err != nil {
		return err
	}
	if have > len(migrations) {
		return fmt.Errorf("the schema is version %d, and this program knows %d: use a newer one", have, len(migrations))
	}
	for i := have; i < len(migrations); i++ {
		if _, err := tx.Exec(ctx, migrations[i]); err != nil {
			return fmt.Errorf("migration %d: %w", i+1, err)
		}
		if _, err := tx.Exec(ctx, "insert into claimwire.migration(n) values($1)", i+1); err != nil {
			return err
		}
	}
	return nil
}

// Load makes the rows of each shard equal to its records, see store.Load. Two loads of
// one shard wait for each other; the second finds it loaded.
func Load(ctx context.Context, c *pgx.Conn, shards []store.Shard) (store.Loaded, error) {
	var total store.Loaded
	for i := range shards {
		if _, err := c.Exec(ctx, "select pg_advisory_lock(hashtextextended($1, 0))", shards[i].Key); err != nil {
			return total, err
		}
		l, err := store.Load(&database{ctx, c}, shards[i:i+1])
		total.Add(l)
		_, unlocked := c.Exec(ctx, "select pg_advisory_unlock(hashtextextended($1, 0))", shards[i].Key)
		if err := cmp.Or(err, unlocked); err != nil {
			return total, err
		}
	}
	return total, nil
}

// A database is PostgreSQL as store.Load sees it.
type database struct {
	ctx context.Context
	c   *pgx.Conn
}

// Shard implements store.Database.
func (b *database) Shard(key string) (n int64, sum string, err error) {
	err = b.c.QueryRow(b.ctx, "select n, sha256 from claimwire.shard where input = $1", key).Scan(&n, &sum)
	if errors.Is(err, pgx.ErrNoRows) {
		err = b.c.QueryRow(b.ctx, "insert into claimwire.shard(input, sha256) values($1, '') returning n", key).Scan(&n)
	}
	return n, sum, err
}

// Articles implements store.Database.
func (b *database) Articles(shard int64, yield func(n int64, article, doc string, digest []byte)) error {
	rows, err := b.c.Query(b.ctx, "select n, id, doc, digest from claimwire.article where shard = $1", shard)
	if err != nil {
		return err
	}
	var n int64
	var article, doc string
	var digest []byte
	_, err = pgx.ForEachRow(rows, []any{&n, &article, &doc, &digest}, func() error {
		yield(n, article, doc, bytes.Clone(digest))
		return nil
	})
	return err
}

// Replace implements store.Database.
func (b *database) Replace(shard int64, remove []int64, write []*store.Document, sum string) error {
	return pgx.BeginFunc(b.ctx, b.c, func(tx pgx.Tx) error {
		if _, err := tx.Exec(b.ctx, "delete from claimwire.article where n = any($1)", remove); err != nil {
			return err
		}
		if err := b.write(tx, shard, write); err != nil || sum == "" {
			return err
		}
		_, err := tx.Exec(b.ctx, "update claimwire.shard set sha256 = $1 where n = $2", sum, shard)
		return err
	})
}

func (b *database) write(tx pgx.Tx, shard int64, write []*store.Document) error {
	count := 0
	for _, d := range write {
		count += len(d.Claims)
	}
	articles, err := numbers(b.ctx, tx, "article", len(write))
	if err != nil {
		return err
	}
	claims, err := numbers(b.ctx, tx, "claim", count)
	if err != nil {
		return err
	}
	var t tables
	for i, d := range write {
		t.article = append(t.article, []any{articles[i], shard, d.Article, d.Doc, null(d.URL), null(d.Title), null(d.Published), d.Digest})
		for j := range d.Claims {
			t.add(articles[i], claims[0], &d.Claims[j])
			claims = claims[1:]
		}
	}
	return t.copy(b.ctx, tx)
}

// numbers draws keys for new rows of a table.
func numbers(ctx context.Context, tx pgx.Tx, table string, n int) ([]int64, error) {
	rows, err := tx.Query(ctx, "select nextval(pg_get_serial_sequence('claimwire."+table+"', 'n')) from generate_series(1, $1)", n)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[int64])
}
