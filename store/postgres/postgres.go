// Package postgres keeps claims in PostgreSQL, in a schema of their own called
// claimwire, with a full-text index.
package postgres

import (
	"bytes"
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

// claimsInTransaction is about how many claims are copied at once.
const claimsInTransaction = 5000

// Load makes the rows of each shard equal to its records. A document whose
// records are the same is left as it is; of another all claims are replaced, and
// one that its shard no longer holds is removed. A shard is noted as loaded in its
// last transaction, so that a load which was cut off is completed by the next.
func Load(ctx context.Context, c *pgx.Conn, shards []store.Shard) (store.Loaded, error) {
	var total store.Loaded
	for _, s := range shards {
		if err := loadShard(ctx, c, s, &total); err != nil {
			return total, fmt.Errorf("%s: %w", s.Path, err)
		}
	}
	return total, nil
}

func loadShard(ctx context.Context, c *pgx.Conn, s store.Shard, total *store.Loaded) error {
	// Two loads of one shard wait for each other; the second finds it loaded.
	if _, err := c.Exec(ctx, "select pg_advisory_lock(hashtextextended($1, 0))", s.Key); err != nil {
		return err
	}
	defer c.Exec(ctx, "select pg_advisory_unlock(hashtextextended($1, 0))", s.Key)
	l := &loader{ctx: ctx, c: c, total: total}
	var sum string
	err := c.QueryRow(ctx, "select n, sha256 from claimwire.shard where input = $1", s.Key).Scan(&l.shard, &sum)
	switch {
	case err == nil && sum == s.SHA256:
		return nil
	case errors.Is(err, pgx.ErrNoRows):
		err = c.QueryRow(ctx, "insert into claimwire.shard(input, sha256) values($1, '') returning n", s.Key).Scan(&l.shard)
	}
	if err != nil {
		return err
	}
	if err := l.known(); err != nil {
		return err
	}
	if err := store.Documents(s.Path, l.document); err != nil {
		return err
	}
	return l.finish(s.SHA256)
}

type identity struct{ id, doc string }

type present struct {
	n      int64 // 0 of one that this load has yet to write
	digest []byte
	seen   bool
}

// A loader loads one shard.
type loader struct {
	ctx     context.Context
	c       *pgx.Conn
	shard   int64
	have    map[identity]*present
	todo    []*store.Document
	old     []int64 // articles to remove with the next transaction
	pending int
	total   *store.Loaded
}

func (l *loader) known() error {
	l.have = map[identity]*present{}
	rows, err := l.c.Query(l.ctx, "select n, id, doc, digest from claimwire.article where shard = $1", l.shard)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var k identity
		p := &present{}
		if err := rows.Scan(&p.n, &k.id, &k.doc, &p.digest); err != nil {
			return err
		}
		l.have[k] = p
	}
	return rows.Err()
}

func (l *loader) document(d *store.Document) error {
	key := identity{d.Article, d.Doc}
	if p := l.have[key]; p != nil {
		if p.seen {
			return nil // the same article twice in a shard
		}
		if p.seen = true; bytes.Equal(p.digest, d.Digest) {
			return nil
		}
		l.old = append(l.old, p.n)
	}
	l.have[key] = &present{digest: d.Digest, seen: true}
	l.todo = append(l.todo, d)
	if l.pending += len(d.Claims) + 1; l.pending < claimsInTransaction {
		return nil
	}
	return pgx.BeginFunc(l.ctx, l.c, l.write)
}

// write replaces the documents in hand in one transaction.
func (l *loader) write(tx pgx.Tx) error {
	if _, err := tx.Exec(l.ctx, "delete from claimwire.article where n = any($1)", l.old); err != nil {
		return err
	}
	count := 0
	for _, d := range l.todo {
		count += len(d.Claims)
	}
	articles, err := numbers(l.ctx, tx, "article", len(l.todo))
	if err != nil {
		return err
	}
	claims, err := numbers(l.ctx, tx, "claim", count)
	if err != nil {
		return err
	}
	var t tables
	for i, d := range l.todo {
		t.article = append(t.article, []any{articles[i], l.shard, d.Article, d.Doc, null(d.URL), null(d.Title), null(d.Published), d.Digest})
		for j := range d.Claims {
			t.add(articles[i], claims[0], &d.Claims[j])
			claims = claims[1:]
		}
	}
	if err := t.copy(l.ctx, tx); err != nil {
		return err
	}
	l.total.Documents += len(l.todo)
	l.total.Claims += count
	l.todo, l.old, l.pending = nil, nil, 0
	return nil
}

// numbers draws keys for new rows of a table.
func numbers(ctx context.Context, tx pgx.Tx, table string, n int) ([]int64, error) {
	rows, err := tx.Query(ctx, "select nextval(pg_get_serial_sequence('claimwire."+table+"', 'n')) from generate_series(1, $1)", n)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[int64])
}

// finish writes what is left, removes what the shard no longer holds, and notes
// that it is loaded.
func (l *loader) finish(sum string) error {
	return pgx.BeginFunc(l.ctx, l.c, func(tx pgx.Tx) error {
		removed := 0
		for _, p := range l.have {
			if !p.seen {
				l.old = append(l.old, p.n)
				removed++
			}
		}
		if err := l.write(tx); err != nil {
			return err
		}
		l.total.Removed += removed
		l.total.Shards++
		_, err := tx.Exec(l.ctx, "update claimwire.shard set sha256 = $1 where n = $2", sum, l.shard)
		return err
	})
}
