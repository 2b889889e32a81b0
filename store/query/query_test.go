package query_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/store"
	"github.com/claimwire/claimwire/store/internal/storetest"
	"github.com/claimwire/claimwire/store/postgres"
	"github.com/claimwire/claimwire/store/query"
	"github.com/claimwire/claimwire/store/sqlite"
)

const stories = `{"id":"a1","published":"2024-10-24","text":"North Korea sent 3,000 troops to Russia, Cho Tae-yong told lawmakers on Wednesday. Mayor Ann Lee denied that the bridge cost $4 million."}
{"id":"a2","published":"2024-11-02","text":"Analysts at Northgate expect 12,000 troops to leave France by December. Mayor Ann Lee said the bridges were \"safe\"."}
{"id":"a3","published":"2023-05-01","text":"The council said that 10 to 20 roofs were gone in Lyon on May 1, 2023. Bob O'Neil said 5% of voters may leave."}
`

// asked are queries with the beginnings of the contents they must find.
var asked = []struct {
	name string
	f    query.Filter
	want []string
}{
	{"word", query.Filter{Text: "bridge"}, []string{"the bridge cost", "the bridges were"}},
	{"phrase", query.Filter{Text: `"voters may"`}, []string{"5% of voters"}},
	{"not", query.Filter{Text: "bridge -safe"}, []string{"the bridge cost"}},
	{"marks", query.Filter{Text: `(bridge) : "`}, []string{"the bridge cost", "the bridges were"}},
	{"source", query.Filter{Source: "ann lee"}, []string{"the bridge cost", "the bridges were"}},
	{"apostrophe", query.Filter{Source: "O'Neil"}, []string{"5% of voters"}},
	{"source only in content", query.Filter{Source: "troops"}, nil},
	{"stance", query.Filter{Stance: []string{"deny", "predict"}}, []string{"the bridge cost", "12,000 troops"}},
	{"factuality", query.Filter{Factuality: []string{"CT-"}}, []string{"the bridge cost"}},
	{"kind and text", query.Filter{Kind: []string{"person"}, Text: "bridge"}, []string{"the bridge cost", "the bridges were"}},
	{"more than", query.Filter{Number: ">1000", Of: "troops"}, []string{"North Korea sent", "12,000 troops"}},
	{"more than, larger", query.Filter{Number: ">=12000", Unit: "none"}, []string{"12,000 troops"}},
	{"money", query.Filter{Number: ">1000", Unit: "USD"}, []string{"the bridge cost"}},
	{"range", query.Filter{Number: ">5", Of: "roofs"}, []string{"10 to 20 roofs"}},
	{"exact", query.Filter{Number: "5", Unit: "%"}, []string{"5% of voters"}},
	{"day", query.Filter{Date: "2024-10-23"}, []string{"North Korea sent"}},
	{"month", query.Filter{Date: "2023-05"}, []string{"10 to 20 roofs"}},
	{"years", query.Filter{Date: "2023..2024"}, []string{"North Korea sent", "12,000 troops", "10 to 20 roofs"}},
	{"published", query.Filter{Published: "2024-10..2024-11", Text: "bridge"}, []string{"the bridge cost", "the bridges were"}},
	{"place by name", query.Filter{Place: "lyon"}, []string{"10 to 20 roofs"}},
	{"place by code", query.Filter{Place: "FR"}, []string{"12,000 troops", "10 to 20 roofs"}},
	{"article", query.Filter{Article: "a3", Text: "voters"}, []string{"5% of voters"}},
	{"conf", query.Filter{Conf: 0.01, Text: "voters"}, []string{"5% of voters"}},
	{"conf too high", query.Filter{Conf: 1, Text: "voters"}, nil},
}

func check(t *testing.T, d *query.Dialect, db *sql.DB) {
	t.Helper()
	ctx := context.Background()
	for _, a := range asked {
		var got []string
		if err := d.Claims(ctx, db, &a.f, 1000, func(r *query.Row) error { got = append(got, r.Content); return nil }); err != nil {
			t.Errorf("%s: %v", a.name, err)
			continue
		}
		found := 0
		for _, w := range a.want {
			if slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) }) {
				found++
			}
		}
		if found != len(a.want) || len(got) != len(a.want) {
			t.Errorf("%s: %q, want %q", a.name, got, a.want)
		}
	}
	counts := map[string]int{}
	err := d.Counts(ctx, db, &query.Filter{}, "stance", 0, func(v string, n int) error { counts[v] = n; return nil })
	if err != nil || counts["deny"] != 1 || counts["predict"] != 1 || counts["assert"] < 4 {
		t.Errorf("counts %v, %v", counts, err)
	}
	for _, field := range query.Fields() {
		if err := d.Counts(ctx, db, &query.Filter{Text: "bridge"}, field, 5, func(string, int) error { return nil }); err != nil {
			t.Errorf("count by %s: %v", field, err)
		}
	}
	for _, bad := range []query.Filter{{Number: "many"}, {Number: "=>5"}, {Date: "yesterday"}, {Published: "2024-13"}} {
		if err := d.Claims(ctx, db, &bad, 0, func(*query.Row) error { return nil }); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	if err := d.Counts(ctx, db, &query.Filter{}, "mood", 0, nil); err == nil || !strings.Contains(err.Error(), "there are source, kind") {
		t.Errorf("an unknown field: %v", err)
	}
}

func shards(t *testing.T) []store.Shard {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(in, []byte(stories), 0o644); err != nil {
		t.Fatal(err)
	}
	return storetest.Run(t, in, filepath.Join(t.TempDir(), "out"))
}

func TestSQLite(t *testing.T) {
	ctx := context.Background()
	db, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "c.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := sqlite.Load(ctx, db, shards(t)); err != nil {
		t.Fatal(err)
	}
	check(t, query.SQLite, db)
	check(t, query.Walking(), db)
}

func TestPostgres(t *testing.T) {
	s := storetest.Postgres(t)
	ctx := context.Background()
	c, err := postgres.Open(ctx, s.URL())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := postgres.Load(ctx, c, shards(t)); err != nil {
		t.Fatal(err)
	}
	c.Close(ctx)
	db, err := sql.Open("pgx", s.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	check(t, query.Postgres, db)
}

// A query in the words of people becomes one of FTS5, whatever marks it holds.
func TestMatch(t *testing.T) {
	for in, want := range map[string]string{
		`tax cut`: `"tax" AND "cut"`, `"tax cut" -rise`: `("tax cut") NOT "rise"`, `a"b`: `"ab"`, `"open`: `"open"`, `-`: `""`, `a & b`: `"a" AND "b"`, ` `: `""`,
	} {
		if diff := cmp.Diff(want, query.Match(in)); diff != "" {
			t.Errorf("%s: %s", in, diff)
		}
	}
}
