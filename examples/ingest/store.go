package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/claimwire/claimwire"
)

func prepare(ctx context.Context, conn *pgx.Conn) error {
	_, err := conn.Exec(ctx, `
		create table if not exists article (id text primary key, doc text not null, url text, published text);
		create table if not exists claim (
			id text primary key, article text not null references article, source text, stance text not null, factuality text not null, content text, record jsonb not null);
		create index if not exists claim_article on claim (article)`)
	return err
}

// store writes an article and its claims. Written again, it changes nothing; a changed
// text of the same article takes the place of the old one.
func store(ctx context.Context, tx pgx.Tx, d *claimwire.Document) error {
	key := d.Key()
	doc := d.EmptyRecord().Doc
	b := &pgx.Batch{}
	b.Queue(`insert into article values ($1, $2, $3, $4) on conflict (id) do update set doc = excluded.doc, url = excluded.url, published = excluded.published`,
		key.Article, doc, key.URL, key.Published.String())
	ids := make([]string, 0, len(d.Claims))
	for _, r := range d.ClaimRecords() {
		ids = append(ids, r.ID)
		var record bytes.Buffer
		e := json.NewEncoder(&record)
		e.SetEscapeHTML(false)
		if err := e.Encode(r); err != nil {
			return err
		}
		b.Queue(`insert into claim values ($1, $2, $3, $4, $5, $6, $7)
			on conflict (id) do update set article = excluded.article, record = excluded.record where claim.record is distinct from excluded.record`,
			r.ID, key.Article, r.Source.Name, r.Stance, r.Factuality, r.Content, record.String())
	}
	b.Queue(`delete from claim where article = $1 and not id = any($2)`, key.Article, ids)
	return tx.SendBatch(ctx, b).Close()
}

// ackWait is patience, or less in a test.
func ackWait() time.Duration {
	if d, err := time.ParseDuration(os.Getenv("INGEST_ACK_WAIT")); err == nil {
		return d
	}
	return patience
}
