package parquet_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	goparquet "github.com/parquet-go/parquet-go"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/store"
	"github.com/claimwire/claimwire/store/internal/storetest"
	"github.com/claimwire/claimwire/store/parquet"
)

// The file holds a row a record, and two writers of the same records make the
// same bytes.
func TestWrite(t *testing.T) {
	shards := storetest.Run(t, storetest.Inputs(t, 2, 5, 200), filepath.Join(t.TempDir(), "out"))
	dir := t.TempDir()
	var files [2][]byte
	for i := range files {
		path := filepath.Join(dir, "claims.parquet")
		if _, err := parquet.Write(path, shards); err != nil {
			t.Fatal(err)
		}
		var err error
		if files[i], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two writes give other bytes")
	}
	rows, err := goparquet.Read[parquet.Row](bytes.NewReader(files[0]), int64(len(files[0])))
	if err != nil {
		t.Fatal(err)
	}
	want := storetest.Want(t, shards)
	var got storetest.Totals
	seen := map[string]bool{}
	for _, r := range rows {
		if !seen[r.Article] {
			seen[r.Article] = true
			got.Articles++
		}
		if r.ID == "" {
			continue
		}
		got.Claims++
		if r.Source.Name != "" {
			got.Sources++
		}
		for _, q := range r.Quantities {
			got.Quantities++
			if q.Unit == "USD" && q.Value != nil && *q.Value > 1000 {
				got.Dollars++
			}
		}
		got.Times += len(r.Times)
		got.Places += len(r.Places)
	}
	if got != want {
		t.Errorf("rows %+v, records %+v", got, want)
	}
}

// What cannot be read or written is said, and leaves no file.
func TestWriteFails(t *testing.T) {
	shards := storetest.Run(t, storetest.Inputs(t, 2, 40, 300), filepath.Join(t.TempDir(), "out"))
	path := filepath.Join(t.TempDir(), "claims.parquet")
	bad := filepath.Join(t.TempDir(), "bad.jsonl")
	if err := os.WriteFile(bad, []byte("{\"v\":\"claim/1\"}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, s := range [][]store.Shard{{shards[0], {Path: "none.jsonl"}}, {{Path: bad}, shards[0], shards[1]}} {
		if _, err := parquet.Write(path, s); err == nil {
			t.Errorf("%v were written", s)
		}
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
			t.Errorf("%v leave %v", s, left)
		}
	}
	if _, err := parquet.Write(filepath.Join(bad, "claims.parquet"), shards); err == nil {
		t.Error("a file below a file was written")
	}
}

// After a retry the files are those of a run that had the larger limit from the start.
func TestRetry(t *testing.T) {
	in := storetest.Inputs(t, 2, 8, 300)
	var lengths []int64
	for a, err := range corpus.Open(t.Context(), []string{in}, corpus.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		lengths = append(lengths, int64(len(a.Text)))
	}
	slices.Sort(lengths)
	out, whole := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "whole")
	b := &batch.Batch{Inputs: []string{in}, Out: out, Formats: []batch.Format{parquet.Format}, Config: batch.Config{To: "parquet", MaxArticle: lengths[len(lengths)/2]}}
	before, err := b.Run(t.Context())
	if !errors.Is(err, batch.ErrSomeFailed) || before.Failed == 0 || before.WithClaims == 0 {
		t.Fatalf("%+v, %v: some articles must fail and some not", before, err)
	}
	if a, err := (&batch.Batch{Out: out, Formats: []batch.Format{parquet.Format}}).Retry(t.Context(), 0, 0); err != nil || a.Failed != 0 || a.Articles != before.Articles {
		t.Fatalf("%+v, %v", a, err)
	}
	if _, err := (&batch.Batch{Inputs: []string{in}, Out: whole, Formats: []batch.Format{parquet.Format}, Config: batch.Config{To: "parquet"}}).Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"part-000.jsonl.parquet", "part-001.jsonl.parquet"} {
		got, err1 := os.ReadFile(filepath.Join(out, "claims", name))
		want, err2 := os.ReadFile(filepath.Join(whole, "claims", name))
		if err1 != nil || err2 != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, a run with the larger limit writes %d; %v %v", name, len(got), len(want), err1, err2)
		}
	}
}

// DuckDB and pyarrow read the files of a run, and find in every row what the
// records say. CLAIMWIRE_PYTHON is an interpreter that has both; .ci/run makes one.
func TestOtherReaders(t *testing.T) {
	python := os.Getenv("CLAIMWIRE_PYTHON")
	if python == "" {
		python = "python3"
	}
	if out, err := exec.Command(python, "-c", "import duckdb, pyarrow").CombinedOutput(); err != nil {
		t.Skipf("%s has no duckdb and pyarrow (pip install duckdb pyarrow; CLAIMWIRE_PYTHON names another): %s", python, out)
	}
	shards := storetest.Run(t, storetest.Inputs(t, 2, 20, 400), filepath.Join(t.TempDir(), "out"))
	dir := t.TempDir()
	path, lines := filepath.Join(dir, "claims.parquet"), filepath.Join(dir, "claims.jsonl")
	if _, err := parquet.Write(path, shards); err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, s := range shards {
		if err := batch.Lines(s.Path, func(line []byte) error { all.Write(line); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(lines, all.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "testdata/compare.py", path, lines).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// BenchmarkWriter writes records that were read before.
func BenchmarkWriter(b *testing.B) {
	shards := storetest.Run(b, storetest.Inputs(b, 1, 60, 650), filepath.Join(b.TempDir(), "out"))
	var claims []*store.Claim
	for _, s := range shards {
		err := batch.Lines(s.Path, func(line []byte) error {
			c, err := store.Parse(line)
			claims = append(claims, c)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ResetTimer()
	n := 0
	for b.Loop() {
		w := parquet.NewWriter(io.Discard)
		for _, c := range claims {
			if err := w.Claim(c); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		n += len(claims)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "claims/s")
}

// BenchmarkWrite writes one file from the lines of a run, as load does.
func BenchmarkWrite(b *testing.B) {
	shards := storetest.Run(b, storetest.Inputs(b, 1, 60, 650), filepath.Join(b.TempDir(), "out"))
	path := filepath.Join(b.TempDir(), "claims.parquet")
	n := 0
	for b.Loop() {
		l, err := parquet.Write(path, shards)
		if err != nil {
			b.Fatal(err)
		}
		n += l.Claims
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "claims/s")
}
