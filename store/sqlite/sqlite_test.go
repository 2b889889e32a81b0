package sqlite_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/store"
	"github.com/claimwire/claimwire/store/internal/storetest"
	"github.com/claimwire/claimwire/store/query"
	"github.com/claimwire/claimwire/store/sqlite"
)

func open(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func load(t testing.TB, db *sql.DB, shards []store.Shard) store.Loaded {
	t.Helper()
	l, err := sqlite.Load(context.Background(), db, shards)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func totals(t testing.TB, db *sql.DB) (w storetest.Totals) {
	t.Helper()
	err := db.QueryRow(`select (select count(*) from article), (select count(*) from claim), (select count(source_name) from claim),
		(select count(*) from quantity), (select count(*) from quantity where unit = 'USD' and value > 1000), (select count(*) from time), (select count(*) from place)`).
		Scan(&w.Articles, &w.Claims, &w.Sources, &w.Quantities, &w.Dollars, &w.Times, &w.Places)
	if err != nil {
		t.Fatal(err)
	}
	var words int
	if err := db.QueryRow("select count(*) from words").Scan(&words); err != nil || words != w.Claims {
		t.Errorf("%d claims, %d of them can be searched, %v", w.Claims, words, err)
	}
	return w
}

func TestLoad(t *testing.T) {
	in := storetest.Inputs(t, 3, 5, 200)
	out := filepath.Join(t.TempDir(), "out")
	shards := storetest.Run(t, in, out)
	db := open(t, filepath.Join(t.TempDir(), "a ?#%.db"))
	l := load(t, db, shards)
	want := storetest.Want(t, shards)
	if diff := cmp.Diff(want, totals(t, db)); diff != "" {
		t.Errorf("after the first load (- records, + database): %s", diff)
	}
	if want.Articles != 16 || want.Claims < 50 || want.Quantities == 0 || want.Places == 0 || l.Claims != want.Claims {
		t.Fatalf("loaded %+v of %+v: too little to tell anything", l, want)
	}
	before := totalChanges(t, db)
	if l := load(t, db, shards); l != (store.Loaded{}) || totalChanges(t, db) != before {
		t.Errorf("a second load did %+v and changed %d rows", l, totalChanges(t, db)-before)
	}
	// One story changes, one goes: their old claims go with them, and nothing else moves.
	storetest.Edit(t, filepath.Join(in, "part-001.jsonl"))
	shards = storetest.Run(t, in, out)
	if l := load(t, db, shards); l.Shards != 1 || l.Documents != 1 || l.Removed != 2 {
		t.Errorf("after a change: %+v", l)
	}
	want = storetest.Want(t, shards)
	if diff := cmp.Diff(want, totals(t, db)); diff != "" {
		t.Errorf("after a change (- records, + database): %s", diff)
	}
	// The records are the lines themselves.
	var lines []string
	for _, s := range shards {
		if err := store.Documents(s.Path, func(d *store.Document) error {
			for _, c := range d.Claims {
				lines = append(lines, string(c.Record))
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	got := map[string]bool{}
	err := query.SQLite.Claims(context.Background(), db, &query.Filter{}, 0, func(r *query.Row) error { got[r.Record] = true; return nil })
	if err != nil || len(got) != len(lines) {
		t.Errorf("%d records of %d, %v", len(got), len(lines), err)
	}
	for _, line := range lines {
		if !got[line] {
			t.Errorf("lost: %s", line)
		}
	}
}

// totalChanges counts the rows that the one connection has ever changed.
func totalChanges(t testing.TB, db *sql.DB) (n int) {
	t.Helper()
	db.SetMaxOpenConns(1)
	if err := db.QueryRow("select total_changes()").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// A load that ends between two transactions is completed by the next.
func TestCutOff(t *testing.T) {
	in := storetest.Inputs(t, 2, 40, 650)
	shards := storetest.Run(t, in, filepath.Join(t.TempDir(), "out"))
	db := open(t, filepath.Join(t.TempDir(), "c.db"))
	data, err := os.ReadFile(shards[1].Path)
	if err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "broken.jsonl")
	if err := os.WriteFile(broken, data[:len(data)-100], 0o644); err != nil {
		t.Fatal(err)
	}
	cut := []store.Shard{shards[0], {Key: shards[1].Key, Path: broken, SHA256: "x"}}
	if _, err := sqlite.Load(context.Background(), db, cut); err == nil || !strings.Contains(err.Error(), "broken.jsonl:") {
		t.Fatalf("half a line was loaded: %v", err)
	}
	load(t, db, shards)
	if diff := cmp.Diff(storetest.Want(t, shards), totals(t, db)); diff != "" {
		t.Errorf("after the next load: %s", diff)
	}
}

func TestNewerSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	db := open(t, path)
	if _, err := db.Exec("pragma user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(context.Background(), path); err == nil || !strings.Contains(err.Error(), "use a newer one") {
		t.Errorf("a newer database: %v", err)
	}
}
