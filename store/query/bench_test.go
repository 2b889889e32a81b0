package query_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/claimwire/claimwire/store"
	"github.com/claimwire/claimwire/store/internal/storetest"
	"github.com/claimwire/claimwire/store/query"
	"github.com/claimwire/claimwire/store/sqlite"
)

// questions are those of BenchmarkQueries: each of the kind that a reader asks.
var questions = []struct {
	name  string
	f     query.Filter
	count string
}{
	{name: "words", f: query.Filter{Text: "school closed"}},
	{name: "phrase", f: query.Filter{Text: `"flood wall"`}},
	{name: "source", f: query.Filter{Source: "Ann Lee"}},
	{name: "source and words", f: query.Filter{Source: "Lee", Text: "bridge -school"}},
	{name: "number", f: query.Filter{Number: ">1000", Unit: "USD"}},
	{name: "number of", f: query.Filter{Number: ">10", Of: "people"}},
	{name: "number, source", f: query.Filter{Number: ">1000", Unit: "USD", Source: "Lee"}},
	{name: "date", f: query.Filter{Date: "2024-10"}},
	{name: "place", f: query.Filter{Place: "FR"}},
	{name: "stance", f: query.Filter{Stance: []string{"deny"}}},
	{name: "stance, place", f: query.Filter{Stance: []string{"deny"}, Place: "FR"}},
	{name: "published", f: query.Filter{Published: "2024-10", Kind: []string{"person"}}},
	{name: "count sources of words", f: query.Filter{Text: "bridge"}, count: "source"},
	{name: "count stances", count: "stance"},
}

// BenchmarkQueries asks a database of CLAIMWIRE_CLAIMS claims or a little more, 20,000 without it:
// those of made stories, loaded so many times as shards of their own.
func BenchmarkQueries(b *testing.B) {
	want := 20_000
	if v := os.Getenv("CLAIMWIRE_CLAIMS"); v != "" {
		var err error
		if want, err = strconv.Atoi(v); err != nil {
			b.Fatal(err)
		}
	}
	ctx := context.Background()
	shards := storetest.Run(b, storetest.Inputs(b, 5, 40, 650), filepath.Join(b.TempDir(), "out"))
	db, err := sqlite.Open(ctx, filepath.Join(b.TempDir(), "claims.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	claims := 0
	for copies := 0; claims < want; copies++ {
		again := make([]store.Shard, len(shards))
		for i, s := range shards {
			again[i] = store.Shard{Key: fmt.Sprintf("%s-%d", s.Key, copies), Path: s.Path, SHA256: s.SHA256}
		}
		l, err := sqlite.Load(ctx, db, again)
		if err != nil {
			b.Fatal(err)
		}
		claims += l.Claims
	}
	for _, q := range questions {
		b.Run(q.name, func(b *testing.B) {
			found := 0
			for b.Loop() {
				found = ask(b, db, &q.f, q.count)
			}
			b.ReportMetric(float64(claims), "claims")
			b.ReportMetric(float64(found), "rows")
		})
	}
}

func ask(b *testing.B, db *sql.DB, f *query.Filter, count string) (found int) {
	var err error
	if count == "" {
		err = query.SQLite.Claims(b.Context(), db, f, 50, func(*query.Row) error { found++; return nil })
	} else {
		err = query.SQLite.Counts(b.Context(), db, f, count, 50, func(string, int) error { found++; return nil })
	}
	if err != nil {
		b.Fatal(err)
	}
	return found
}
