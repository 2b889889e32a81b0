package postgres_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/claimwire/claimwire/store"
	"github.com/claimwire/claimwire/store/internal/storetest"
	"github.com/claimwire/claimwire/store/postgres"
)

func open(t testing.TB, s *storetest.Server) *pgx.Conn {
	t.Helper()
	c, err := postgres.Open(context.Background(), s.URL())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(context.Background()) })
	return c
}

func load(t testing.TB, c *pgx.Conn, shards []store.Shard) store.Loaded {
	t.Helper()
	l, err := postgres.Load(context.Background(), c, shards)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func totals(t testing.TB, c *pgx.Conn) (w storetest.Totals) {
	t.Helper()
	err := c.QueryRow(context.Background(), `select (select count(*) from claimwire.article), (select count(*) from claimwire.claim), (select count(source_name) from claimwire.claim),
		(select count(*) from claimwire.quantity), (select count(*) from claimwire.quantity where unit = 'USD' and value > 1000), (select count(*) from claimwire.time), (select count(*) from claimwire.place)`).
		Scan(&w.Articles, &w.Claims, &w.Sources, &w.Quantities, &w.Dollars, &w.Times, &w.Places)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// written counts the rows that the server has inserted, updated or deleted.
func written(t testing.TB, c *pgx.Conn) (n int) {
	t.Helper()
	err := c.QueryRow(context.Background(), `select pg_stat_force_next_flush()::text is null, sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint from pg_stat_user_tables`).Scan(nil, &n)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestLoad(t *testing.T) {
	s := storetest.Postgres(t)
	in := storetest.Inputs(t, 3, 5, 200)
	out := filepath.Join(t.TempDir(), "out")
	shards := storetest.Run(t, in, out)
	c := open(t, s)
	load(t, c, shards)
	want := storetest.Want(t, shards)
	if diff := cmp.Diff(want, totals(t, c)); diff != "" {
		t.Errorf("after the first load (- records, + database): %s", diff)
	}
	written(t, c)
	time.Sleep(50 * time.Millisecond)
	before := written(t, c)
	if l := load(t, c, shards); l != (store.Loaded{}) {
		t.Errorf("a second load did %+v", l)
	}
	written(t, c)
	if after := written(t, c); after != before || before == 0 {
		t.Errorf("a second load wrote %d rows; the first %d", after-before, before)
	}
	// One story changes, one goes: their old claims go with them, and nothing else moves.
	storetest.Edit(t, filepath.Join(in, "part-001.jsonl"))
	shards = storetest.Run(t, in, out)
	if l := load(t, c, shards); l.Shards != 1 || l.Documents != 1 || l.Removed != 2 {
		t.Errorf("after a change: %+v", l)
	}
	if diff := cmp.Diff(storetest.Want(t, shards), totals(t, c)); diff != "" {
		t.Errorf("after a change (- records, + database): %s", diff)
	}
}

// TestStopped stops the server at random moments of a load, until one load gets
// through: the database then holds every claim once.
func TestStopped(t *testing.T) {
	s := storetest.Postgres(t)
	shards := storetest.Run(t, storetest.Inputs(t, 4, 40, 650), filepath.Join(t.TempDir(), "out"))
	ctx := context.Background()
	r := rand.New(rand.NewPCG(1, 2))
	cut := 0
	for i := 0; ; i++ {
		c, err := postgres.Open(ctx, s.URL())
		if err != nil {
			t.Fatal(err)
		}
		stopped := make(chan struct{})
		if i < 3 {
			go func() {
				defer close(stopped)
				time.Sleep(time.Duration(50+r.IntN(400)) * time.Millisecond)
				s.Kill()
			}()
		} else {
			close(stopped)
		}
		_, err = postgres.Load(ctx, c, shards)
		<-stopped
		c.Close(ctx)
		if i >= 3 {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		if err != nil {
			cut++
		}
		s.Start()
	}
	if cut == 0 {
		t.Error("no load was cut off: the test shows nothing")
	}
	c := open(t, s)
	if diff := cmp.Diff(storetest.Want(t, shards), totals(t, c)); diff != "" {
		t.Errorf("after %d loads that were cut off: %s", cut, diff)
	}
}

// Two loads of the same run at once end with every claim once.
func TestTwoLoads(t *testing.T) {
	s := storetest.Postgres(t)
	shards := storetest.Run(t, storetest.Inputs(t, 3, 5, 200), filepath.Join(t.TempDir(), "out"))
	errs := make(chan error, 2)
	for range 2 {
		go func() {
			c, err := postgres.Open(context.Background(), s.URL())
			if err == nil {
				defer c.Close(context.Background())
				_, err = postgres.Load(context.Background(), c, shards)
			}
			errs <- err
		}()
	}
	for range 2 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(storetest.Want(t, shards), totals(t, open(t, s))); diff != "" {
		t.Error(diff)
	}
}

func TestNewerSchema(t *testing.T) {
	s := storetest.Postgres(t)
	c := open(t, s)
	if _, err := c.Exec(context.Background(), "insert into claimwire.migration(n) values(99)"); err != nil {
		t.Fatal(err)
	}
	if _, err := postgres.Open(context.Background(), s.URL()); err == nil || !strings.Contains(err.Error(), "use a newer one") {
		t.Errorf("a newer database: %v", err)
	}
}
