// Package sqlite keeps claims in one SQLite file, with full-text search, by a
// driver that needs no C compiler.
package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"

	_ "modernc.org/sqlite" // the driver

	"github.com/claimwire/claimwire/store"
)

// migrations are the schema and its changes, in order. A file says how many it
// has had in its user_version.
var migrations = []string{schema, indexes}

//go:embed schema.sql
var schema string

//go:embed indexes.sql
var indexes string

// Open opens or makes a database and brings its schema up to date.
func Open(ctx context.Context, path string) (*sql.DB, error) {
	q := url.Values{"_pragma": {"journal_mode(wal)", "synchronous(normal)", "busy_timeout(10000)", "cache_size(-64000)", "temp_store(memory)"}}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: q.Encode()}).String())
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, db); err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return db, nil
}

func migrate(ctx context.Context, db *sql.DB) error {
	var have int
	if err := db.QueryRowContext(ctx, "pragma user_version").Scan(&have); err != nil {
		return err
	}
	if have > len(migrations) {
		return fmt.Errorf("its schema is version %d, and this program knows %d: use a newer one", have, len(migrations))
	}
	for i := have; i < len(migrations); i++ {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, migrations[i]); err == nil {
			_, err = tx.ExecContext(ctx, fmt.Sprintf("pragma user_version = %d", i+1))
		}
		if err != nil {
			return errors.Join(fmt.Errorf("migration %d: %w", i+1, err), tx.Rollback())
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// Load makes the rows of each shard equal to its records, see store.Load.
func Load(ctx context.Context, db *sql.DB, shards []store.Shard) (store.Loaded, error) {
	return store.Load(&database{ctx, db}, shards)
}

// A database is SQLite as store.Load sees it.
type database struct {
	ctx context.Context
	db  *sql.DB
}

// Shard implements store.Database.
func (b *database) Shard(key string) (n int64, sum string, err error) {
	err = b.db.QueryRowContext(b.ctx, "select n, sha256 from shard where input = ?", key).Scan(&n, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		err = b.db.QueryRowContext(b.ctx, "insert into shard(input, sha256) values(?, '') returning n", key).Scan(&n)
	}
	return n, sum, err
}

// Articles implements store.Database.
func (b *database) Articles(shard int64, yield func(n int64, article, doc string, digest []byte)) error {
	rows, err := b.db.QueryContext(b.ctx, "select n, id, doc, digest from article where shard = ?", shard)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var article, doc string
		var digest []byte
		if err := rows.Scan(&n, &article, &doc, &digest); err != nil {
			return err
		}
		yield(n, article, doc, digest)
	}
	return rows.Err()
}

// Replace implements store.Database.
func (b *database) Replace(shard int64, remove []int64, write []*store.Document, sum string) error {
	tx, err := b.db.BeginTx(b.ctx, nil)
	if err != nil {
		return err
	}
	w := &writer{ctx: b.ctx, tx: tx, stmt: map[string]*sql.Stmt{}}
	if err := w.replace(shard, remove, write, sum); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// A writer writes in one transaction.
type writer struct {
	ctx  context.Context
	tx   *sql.Tx
	stmt map[string]*sql.Stmt
}

// The statements of a load.
const (
	insertArticle  = `insert into article(shard, id, doc, url, title, published, digest) values(?, ?, ?, ?, ?, ?, ?)`
	insertClaim    = `insert into claim(article, id, section, sentence, type, stance, factuality, negated, conditional, source_kind, source_name, source_role, source_ref, cue, content, parent, rule, conf, record) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertQuantity = `insert into quantity(claim, i, text, value, low, high, unit, of, modifier, bound, role) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertTime     = `insert into time(claim, i, text, role, type, value, "from", "to") values(?, ?, ?, ?, ?, ?, ?, ?)`
	insertPlace    = `insert into place(claim, i, text, iso) values(?, ?, ?, ?)`
	insertWords    = `insert into words(rowid, content, source) values(?, ?, ?)`
)

// removal takes a document away: what hangs on its claims, the claims, itself.
var removal = []string{
	`delete from words where rowid in (select n from claim where article = ?)`,
	`delete from quantity where claim in (select n from claim where article = ?)`,
	`delete from time where claim in (select n from claim where article = ?)`,
	`delete from place where claim in (select n from claim where article = ?)`,
	`delete from claim where article = ?`,
	`delete from article where n = ?`,
}

func (w *writer) exec(query string, args ...any) (sql.Result, error) {
	s := w.stmt[query]
	if s == nil {
		var err error
		if s, err = w.tx.PrepareContext(w.ctx, query); err != nil {
			return nil, err
		}
		w.stmt[query] = s
	}
	return s.ExecContext(w.ctx, args...)
}

func (w *writer) replace(shard int64, remove []int64, write []*store.Document, sum string) error {
	for _, n := range remove {
		for _, q := range removal {
			if _, err := w.exec(q, n); err != nil {
				return err
			}
		}
	}
	for _, d := range write {
		if err := w.document(shard, d); err != nil {
			return fmt.Errorf("article %s: %w", d.Article, err)
		}
	}
	if sum == "" {
		return nil
	}
	_, err := w.exec("update shard set sha256 = ? where n = ?", sum, shard)
	return err
}

func (w *writer) document(shard int64, d *store.Document) error {
	r, err := w.exec(insertArticle, shard, d.Article, d.Doc, null(d.URL), null(d.Title), null(d.Published), d.Digest)
	if err != nil {
		return err
	}
	n, err := r.LastInsertId()
	if err != nil {
		return err
	}
	for i := range d.Claims {
		if err := w.claim(n, &d.Claims[i]); err != nil {
			return fmt.Errorf("claim %s: %w", d.Claims[i].ID, err)
		}
	}
	return nil
}

func (w *writer) claim(article int64, c *store.Claim) error {
	cue := ""
	if c.Cue != nil {
		cue = c.Cue.Text
	}
	r, err := w.exec(insertClaim, article, c.ID, c.Section, c.Sentence, c.Type, c.Stance, c.Factuality, c.Negated, c.Conditional, c.Source.Kind,
		null(c.Source.Name), null(c.Source.Role), null(c.Source.Ref), null(cue), null(c.Content), null(c.Parent), c.Rule, c.Conf, string(c.Record))
	if err != nil {
		return err
	}
	n, err := r.LastInsertId()
	if err != nil {
		return err
	}
	if _, err := w.exec(insertWords, n, c.Content, c.Source.Name); err != nil {
		return err
	}
	for i, q := range c.Quantities {
		if _, err := w.exec(insertQuantity, n, i, q.Text, q.Value, q.Low, q.High, q.Unit, q.Of, q.Modifier, q.Bound, q.Role); err != nil {
			return err
		}
	}
	for i, t := range c.Times {
		if _, err := w.exec(insertTime, n, i, t.Text, t.Role, t.Type, t.Value, t.From, t.To); err != nil {
			return err
		}
	}
	for i, p := range c.Places {
		if _, err := w.exec(insertPlace, n, i, p.Text, p.ISO); err != nil {
			return err
		}
	}
	return nil
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}
