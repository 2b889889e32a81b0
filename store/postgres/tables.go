package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/claimwire/claimwire/store"
)

// tables are the rows of one transaction.
type tables struct{ article, claim, quantity, time, place [][]any }

func (t *tables) add(article, n int64, c *store.Claim) {
	cue := ""
	if c.Cue != nil {
		cue = c.Cue.Text
	}
	t.claim = append(t.claim, []any{
		n, article, c.ID, c.Section, c.Sentence, c.Type, c.Stance, c.Factuality, c.Negated, c.Conditional, c.Source.Kind,
		null(c.Source.Name), null(c.Source.Role), null(c.Source.Ref), null(cue), null(c.Content), null(c.Parent), c.Rule, c.Conf, clean(string(c.Record)),
	})
	for i, q := range c.Quantities {
		t.quantity = append(t.quantity, []any{n, i, clean(q.Text), q.Value, q.Low, q.High, q.Unit, clean(q.Of), q.Modifier, q.Bound, q.Role})
	}
	for i, x := range c.Times {
		t.time = append(t.time, []any{n, i, clean(x.Text), x.Role, x.Type, x.Value, x.From, x.To})
	}
	for i, p := range c.Places {
		t.place = append(t.place, []any{n, i, clean(p.Text), p.ISO})
	}
}

func (t *tables) copy(ctx context.Context, tx pgx.Tx) error {
	for _, x := range []struct {
		name, columns string
		rows          [][]any
	}{
		{"article", "n shard id doc url title published digest", t.article},
		{"claim", "n article id section sentence type stance factuality negated conditional source_kind source_name source_role source_ref cue content parent rule conf record", t.claim},
		{"quantity", "claim i text value low high unit of modifier bound role", t.quantity},
		{"time", "claim i text role type value from to", t.time},
		{"place", "claim i text iso", t.place},
	} {
		if _, err := tx.CopyFrom(ctx, pgx.Identifier{"claimwire", x.name}, strings.Fields(x.columns), pgx.CopyFromRows(x.rows)); err != nil {
			return err
		}
	}
	return nil
}

// clean replaces NUL, which PostgreSQL's text cannot hold, by the mark for bytes
// that cannot be shown.
func clean(s string) string { return strings.ReplaceAll(s, "\x00", "\ufffd") }

func null(s string) any {
	if s == "" {
		return nil
	}
	return clean(s)
}
