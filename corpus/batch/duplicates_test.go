package batch_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/corpus/batch"
)

// copies writes three files in which a2, b2 and c1 repeat earlier stories.
func copies(t *testing.T) string {
	t.Helper()
	story := func(id, text string) string { return fmt.Sprintf("{\"id\":%q,\"text\":%q}\n", id, text) }
	founding, err := os.ReadFile("../founding/article.txt") // a text that no change of the golden files touches
	if err != nil {
		t.Fatal(err)
	}
	storm := string(founding)
	same, near := storm+" ", strings.Replace(storm, "several", "some", 1)
	if near == storm {
		t.Fatal("the article has nothing to change")
	}
	tax := "The chancellor denied that the tax on fuel would rise by 5% in May, and told reporters outside the hall that drivers, farmers and shops had nothing to fear from the budget he would read on Thursday."
	dir := t.TempDir()
	save(t, filepath.Join(dir, "a.jsonl"), []byte(story("a1", storm)+story("a2", same)+story("a3", "He said no.")))
	save(t, filepath.Join(dir, "b.jsonl"), []byte(story("b1", tax)+story("b2", near)+story("b1", tax)))
	save(t, filepath.Join(dir, "c.jsonl"), []byte(story("c1", tax)+story("c2", "The board expects 30 new boats.")))
	return dir
}

func TestDuplicates(t *testing.T) {
	in := copies(t)
	keep, mark := filepath.Join(t.TempDir(), "keep"), filepath.Join(t.TempDir(), "mark")
	run(t, &batch.Batch{Inputs: []string{in}, Out: keep})
	a := run(t, &batch.Batch{Inputs: []string{in}, Out: mark, Config: batch.Config{Duplicates: batch.Mark}})
	if claimsOf(t, keep) != claimsOf(t, mark) || a.Duplicates != 3 {
		t.Errorf("%d duplicates are marked, or marking changed the claims", a.Duplicates)
	}
	data, err := os.ReadFile(filepath.Join(mark, "duplicates.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(string(data)) {
		var c batch.Copy
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(c.Article, "=", c.DuplicateOf, " ", c.Exact))
	}
	if want := "[a2=a1 true b2=a1 false c1=b1 true]"; fmt.Sprint(got) != want {
		t.Errorf("duplicates %v, want %s", got, want)
	}

	// Dropped, by one run, by slices in the wrong order, and by a second run.
	drop := func(out string, slice, slices int) *batch.Account {
		a, err := (&batch.Batch{Inputs: []string{in}, Out: out, Slice: slice, Slices: slices, Config: batch.Config{Duplicates: batch.Drop}}).Run(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	whole, parts := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "parts")
	a = drop(whole, 0, 0)
	if err := a.Check(); err != nil || a.Skipped["duplicate"] != 3 || a.Duplicates != 3 || a.Articles != 8 {
		t.Errorf("account %+v, %v", a, err)
	}
	var want strings.Builder
	for line := range strings.Lines(claimsOf(t, keep)) {
		var r struct{ Article string }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		if r.Article != "a2" && r.Article != "b2" && r.Article != "c1" {
			want.WriteString(line)
		}
	}
	if claimsOf(t, whole) != want.String() || a.Claims != strings.Count(want.String(), "claim/1") {
		t.Errorf("dropping leaves %d bytes of claims, want %d", len(claimsOf(t, whole)), want.Len())
	}
	for _, i := range []int{2, 1, 0} {
		drop(parts, i, 3)
	}
	same(t, "slices", results(t, whole), results(t, parts))
	drop(whole, 0, 0)
	same(t, "a second run", results(t, parts), results(t, whole))

	// When the first of two copies goes, the second comes back.
	save(t, filepath.Join(in, "b.jsonl"), []byte(`{"id":"b9","text":"The union said that 40 buses stood still."}`+"\n"))
	later := time.Now().Add(-time.Minute)
	os.Chtimes(filepath.Join(in, "b.jsonl"), later, later)
	_, err = (&batch.Batch{Inputs: []string{in}, Out: whole, Config: batch.Config{Duplicates: batch.Drop}}).Run(context.Background())
	if err == nil || !strings.Contains(err.Error(), "run again") || errors.Is(err, batch.ErrSomeFailed) {
		t.Errorf("a copy whose first has gone: %v", err)
	}
	drop(whole, 0, 0)
	if got := claimsOf(t, whole); !strings.Contains(got, `"article":"c1"`) || strings.Contains(got, `"article":"a2"`) {
		t.Errorf("after the first of two copies has gone: %d bytes of claims", len(got))
	}
}
