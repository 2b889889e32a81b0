// Package query asks a database of claims, SQLite or PostgreSQL, by what a claim
// says, who says it, how far they commit, and the numbers, dates and places inside.
package query

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// A Row is a claim that was found.
type Row struct {
	Article, Published, Source, Kind, Stance, Factuality, Content string
	Record                                                        string // the whole record, JSON
}

// common tells which tables have many rows that meet their condition.
func (d *Dialect) common(ctx context.Context, db *sql.DB, f *Filter, limit int) (map[string]bool, error) {
	if d.many == 0 || limit == 0 {
		return nil, nil
	}
	walk := map[string]bool{}
	for table, part := range map[string]Filter{
		"quantity": {Number: f.Number, Unit: f.Unit, Of: f.Of}, "time": {Date: f.Date}, "place": {Place: f.Place},
	} {
		where, args, err := d.conditions(&part, nil)
		if err != nil {
			return nil, err
		}
		rows, ok := strings.CutPrefix(where, " where c.n in ")
		if !ok {
			continue
		}
		var n int
		if err := db.QueryRowContext(ctx, fmt.Sprintf("select count(*) from (select 1 from %s limit %d)", rows, d.many), args...).Scan(&n); err != nil {
			return nil, err
		}
		walk[table] = n == d.many
	}
	return walk, nil
}

// Claims yields the claims that meet f, in the order they were loaded, at most
// limit of them; 0 is all.
func (d *Dialect) Claims(ctx context.Context, db *sql.DB, f *Filter, limit int, yield func(*Row) error) error {
	walk, err := d.common(ctx, db, f, limit)
	if err != nil {
		return err
	}
	where, args, err := d.conditions(f, walk)
	if err != nil {
		return err
	}
	q := fmt.Sprintf(`select a.id, coalesce(a.published, ''), coalesce(c.source_name, ''), c.source_kind, c.stance, c.factuality, coalesce(c.content, ''), c.record
		from %sclaim c join %sarticle a on a.n = c.article%s order by c.n`, d.schema, d.schema, where)
	if limit > 0 {
		q += fmt.Sprintf(" limit %d", limit)
	}
	rows, err := db.QueryContext(ctx, q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r Row
		if err := rows.Scan(&r.Article, &r.Published, &r.Source, &r.Kind, &r.Stance, &r.Factuality, &r.Content, &r.Record); err != nil {
			return err
		}
		if err := yield(&r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ofArticle joins the article of a claim.
const ofArticle = " join %sarticle a on a.n = c.article"

// counted are the fields that Counts can count by.
var counted = []struct{ name, column, join string }{
	{"source", "coalesce(c.source_name, '')", ""},
	{"kind", "c.source_kind", ""},
	{"type", "c.type", ""},
	{"stance", "c.stance", ""},
	{"factuality", "c.factuality", ""},
	{"rule", "c.rule", ""},
	{"article", "a.id", ofArticle},
	{"published", "substr(coalesce(a.published, ''), 1, 7)", ofArticle},
	{"unit", "q.unit", " join %squantity q on q.claim = c.n"},
	{"place", "p.text", " join %splace p on p.claim = c.n"},
}

// Fields are the names that Counts takes.
func Fields() []string {
	var names []string
	for _, c := range counted {
		names = append(names, c.name)
	}
	return names
}

// Counts yields how many of the claims that meet f have each value of a field,
// most first.
func (d *Dialect) Counts(ctx context.Context, db *sql.DB, f *Filter, field string, limit int, yield func(value string, n int) error) error {
	where, args, err := d.conditions(f, nil)
	if err != nil {
		return err
	}
	for _, c := range counted {
		if c.name != field {
			continue
		}
		join := c.join
		if join != ofArticle && (f.Published != "" || f.Article != "") {
			join += ofArticle
		}
		q := fmt.Sprintf("select %s, count(*) from %sclaim c%s%s group by 1 order by 2 desc, 1", c.column, d.schema, strings.ReplaceAll(join, "%s", d.schema), where)
		if limit > 0 {
			q += fmt.Sprintf(" limit %d", limit)
		}
		rows, err := db.QueryContext(ctx, q, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var value string
			var n int
			if err := rows.Scan(&value, &n); err != nil {
				return err
			}
			if err := yield(value, n); err != nil {
				return err
			}
		}
		return rows.Err()
	}
	return fmt.Errorf("no field %q to count by: there are %s", field, strings.Join(Fields(), ", "))
}
