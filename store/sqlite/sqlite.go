// Package sqlite keeps claims in one SQLite file, with full-text search, by a
// driver that needs no C compiler.
package sqlite

import (
	"bytes"
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
var migrations = []string{schema}

//go:embed schema.sql
var schema string

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

// claimsInTransaction is about how many claims are written at once.
const claimsInTransaction = 5000

// Load makes the rows of each shard equal to its records. A document whose
// records are the same is left as it is; of another all claims are replaced, and
// one that its shard no longer holds is removed.
func Load(ctx context.Context, db *sql.DB, shards []store.Shard) (store.Loaded, error) {
	var total store.Loaded
	for _, s := range shards {
		if err := loadShard(ctx, db, s, &total); err != nil {
			return total, fmt.Errorf("%s: %w", s.Path, err)
		}
	}
	return total, nil
}

func loadShard(ctx context.Context, db *sql.DB, s store.Shard, total *store.Loaded) error {
	var n int64
	var sum string
	err := db.QueryRowContext(ctx, "select n, sha256 from shard where input = ?", s.Key).Scan(&n, &sum)
	switch {
	case err == nil && sum == s.SHA256:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		r, err := db.ExecContext(ctx, "insert into shard(input, sha256) values(?, '')", s.Key)
		if err != nil {
			return err
		}
		if n, err = r.LastInsertId(); err != nil {
			return err
		}
	case err != nil:
		return err
	}
	l := &loader{ctx: ctx, db: db, shard: n, total: total}
	if err := l.begin(); err != nil {
		return err
	}
	if err := l.known(); err != nil {
		return errors.Join(err, l.tx.Rollback())
	}
	if err := store.Documents(s.Path, l.document); err != nil {
		return errors.Join(err, l.tx.Rollback())
	}
	if err := l.finish(s.SHA256); err != nil {
		return errors.Join(err, l.tx.Rollback())
	}
	return l.tx.Commit()
}

type identity struct{ id, doc string }

type present struct {
	n      int64
	digest []byte
	seen   bool
}

// A loader loads one shard.
type loader struct {
	ctx     context.Context
	db      *sql.DB
	tx      *sql.Tx
	shard   int64
	have    map[identity]*present
	stmt    map[string]*sql.Stmt
	pending int
	total   *store.Loaded
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

func (l *loader) begin() (err error) {
	l.stmt, l.pending = map[string]*sql.Stmt{}, 0
	l.tx, err = l.db.BeginTx(l.ctx, nil)
	return err
}

func (l *loader) exec(query string, args ...any) (sql.Result, error) {
	s := l.stmt[query]
	if s == nil {
		var err error
		if s, err = l.tx.PrepareContext(l.ctx, query); err != nil {
			return nil, err
		}
		l.stmt[query] = s
	}
	return s.ExecContext(l.ctx, args...)
}

// known reads what the shard has in the database.
func (l *loader) known() error {
	l.have = map[identity]*present{}
	rows, err := l.tx.QueryContext(l.ctx, "select n, id, doc, digest from article where shard = ?", l.shard)
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
		if err := l.remove(p.n); err != nil {
			return err
		}
	}
	r, err := l.exec(insertArticle, l.shard, d.Article, d.Doc, null(d.URL), null(d.Title), null(d.Published), d.Digest)
	if err != nil {
		return err
	}
	n, err := r.LastInsertId()
	if err != nil {
		return err
	}
	l.have[key] = &present{n, d.Digest, true}
	for i := range d.Claims {
		if err := l.claim(n, &d.Claims[i]); err != nil {
			return fmt.Errorf("claim %s: %w", d.Claims[i].ID, err)
		}
	}
	l.total.Documents++
	l.total.Claims += len(d.Claims)
	if l.pending += len(d.Claims) + 1; l.pending < claimsInTransaction {
		return nil
	}
	if err := l.tx.Commit(); err != nil {
		return err
	}
	return l.begin()
}

func (l *loader) claim(article int64, c *store.Claim) error {
	cue := ""
	if c.Cue != nil {
		cue = c.Cue.Text
	}
	r, err := l.exec(insertClaim, article, c.ID, c.Section, c.Sentence, c.Type, c.Stance, c.Factuality, c.Negated, c.Conditional, c.Source.Kind,
		null(c.Source.Name), null(c.Source.Role), null(c.Source.Ref), null(cue), null(c.Content), null(c.Parent), c.Rule, c.Conf, string(c.Record))
	if err != nil {
		return err
	}
	n, err := r.LastInsertId()
	if err != nil {
		return err
	}
	if _, err := l.exec(insertWords, n, c.Content, c.Source.Name); err != nil {
		return err
	}
	for i, q := range c.Quantities {
		if _, err := l.exec(insertQuantity, n, i, q.Text, q.Value, q.Low, q.High, q.Unit, q.Of, q.Modifier, q.Bound, q.Role); err != nil {
			return err
		}
	}
	for i, t := range c.Times {
		if _, err := l.exec(insertTime, n, i, t.Text, t.Role, t.Type, t.Value, t.From, t.To); err != nil {
			return err
		}
	}
	for i, p := range c.Places {
		if _, err := l.exec(insertPlace, n, i, p.Text, p.ISO); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) remove(n int64) error {
	for _, q := range removal {
		if _, err := l.exec(q, n); err != nil {
			return err
		}
	}
	return nil
}

// finish removes what the shard no longer holds, and notes that it is loaded.
func (l *loader) finish(sum string) error {
	for _, p := range l.have {
		if !p.seen {
			if err := l.remove(p.n); err != nil {
				return err
			}
			l.total.Removed++
		}
	}
	l.total.Shards++
	_, err := l.exec("update shard set sha256 = ? where n = ?", sum, l.shard)
	return err
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}
