package store_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/store"
	"github.com/claimwire/claimwire/store/internal/storetest"
)

// Parse reads what the standard library reads, of every record and of the marks that JSON escapes.
func TestParse(t *testing.T) {
	lines := []string{
		`{"v":"claim/1","article":"a","doc":"d","id":"c","content":"\u0000 \ud83d\ude42 \"q\" \\ \/ \t é 🙂","conf":0.5,"source":{"kind":"person","start":3,"end":null},"of":"x","unknown":[{"a":[1,2]}]}`,
		`{"v":"empty/1","article":"a","doc":"d"}` + "\n",
		`{"article":"a","doc":"d","quantities":[{"text":"1e309","start":1,"end":6,"value":null,"low":-0.5,"high":12e3}],"cue":null,"parts":null}`,
	}
	for _, s := range storetest.Run(t, storetest.Inputs(t, 1, 10, 400), filepath.Join(t.TempDir(), "out")) {
		if err := batch.Lines(s.Path, func(line []byte) error { lines = append(lines, string(line)); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	for _, line := range lines {
		want := &store.Claim{}
		if err := json.Unmarshal([]byte(line), want); err != nil {
			t.Fatal(err)
		}
		want.Record = []byte(strings.TrimSuffix(line, "\n"))
		got, err := store.Parse([]byte(line))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", line, err, diff)
		}
	}
	for _, bad := range []string{``, `{`, `[]`, `{"article":"a","doc":"d"} x`, `{"article":"a","doc":"d"}{}`, `{"article":"a","doc":"d","conf":"high"}`, `{"article":"a"}`, `{"article":"a","doc":"d","content":"x`} {
		if c, err := store.Parse([]byte(bad)); err == nil {
			t.Errorf("%s was read as %+v", bad, c)
		}
	}
}
