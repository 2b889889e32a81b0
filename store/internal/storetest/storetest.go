// Package storetest makes runs for the tests of the stores, and says what must be
// in a store after a load.
package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/corpus/synth"
	"github.com/claimwire/claimwire/store"
)

// Inputs writes files of per stories each into a new folder. The last holds an
// article without claims.
func Inputs(t testing.TB, files, per, words int) string {
	t.Helper()
	m, err := synth.New(golden(t))
	if err != nil {
		t.Fatal(err)
	}
	m.Words = words
	dir := t.TempDir()
	for i := range files {
		var b bytes.Buffer
		if err := m.WriteJSONL(&b, i*per, (i+1)*per); err != nil {
			t.Fatal(err)
		}
		if i == files-1 {
			b.WriteString(`{"id":"silent","text":"A quiet street in the rain."}` + "\n")
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("part-%03d.jsonl", i)), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// golden is the folder of the golden files of the repository.
func golden(t testing.TB) string {
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.work")); err == nil {
			return filepath.Join(dir, "golden")
		}
		dir = filepath.Dir(dir)
	}
	t.Fatal("no go.work above the test")
	return ""
}

// Run runs the inputs into out and returns its shards.
func Run(t testing.TB, in, out string) []store.Shard {
	t.Helper()
	if _, err := (&batch.Batch{Inputs: []string{in}, Out: out}).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	shards, err := store.Shards(out)
	if err != nil {
		t.Fatal(err)
	}
	return shards
}

// Totals count what a store holds.
type Totals struct {
	Articles, Claims, Sources, Quantities, Dollars, Times, Places int
}

// Want counts the records themselves.
func Want(t testing.TB, shards []store.Shard) (w Totals) {
	t.Helper()
	for _, s := range shards {
		seen := map[string]bool{}
		err := batch.Lines(s.Path, func(line []byte) error {
			var c struct {
				V, Article string
				Source     struct{ Name string }
				Quantities []struct {
					Unit  string
					Value float64
				}
				Times, Places []json.RawMessage
			}
			if err := json.Unmarshal(line, &c); err != nil {
				return err
			}
			if !seen[c.Article] {
				seen[c.Article] = true
				w.Articles++
			}
			if c.V != "claim/1" {
				return nil
			}
			w.Claims++
			if c.Source.Name != "" {
				w.Sources++
			}
			for _, q := range c.Quantities {
				w.Quantities++
				if q.Unit == "USD" && q.Value > 1000 {
					w.Dollars++
				}
			}
			w.Times += len(c.Times)
			w.Places += len(c.Places)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// Edit rewrites one input as if a rule had changed what is found in it: the first
// story loses its paragraphs but for one, the second is gone.
func Edit(t testing.TB, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(data), "\n")
	var a map[string]string
	if err := json.Unmarshal([]byte(lines[0]), &a); err != nil {
		t.Fatal(err)
	}
	a["text"], _, _ = strings.Cut(a["text"], "\n\n")
	first, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	data = append(append(first, '\n'), strings.Join(lines[2:], "")...)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
