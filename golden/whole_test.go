package golden

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
)

// A wanted is a claim that a reader found in one of the articles of golden/whole, which
// were written before their records were looked at. Accept has other values that are
// equally right, by field; what is optional costs nothing.
type wanted struct {
	ID     string
	Source struct {
		Resolved, Kind string
	}
	Cue    extract.Passage
	Parts  []extract.Passage `json:"content_parts"`
	Type   string
	Stance string
	Fact   string `json:"factuality"`
	Negated,
	Optional bool
	Quantities []struct {
		extract.Passage
		Value    *float64
		Unit     string
		Modifier string
	}
	Times []struct {
		extract.Passage
		Normal, Role string
	}
	Places []struct {
		extract.Passage
		ISO string
	}
	Accept map[string]json.RawMessage
}

// accepts are the values that are right besides the first.
func (w *wanted) accepts(field, first string) []string {
	out := []string{first}
	var more []string
	if json.Unmarshal(w.Accept[field], &more) == nil {
		out = append(out, more...)
	}
	return out
}

// right reports whether the core of c is what was wanted: source, kind, content, type,
// stance, factuality and negation; and whether its numbers, times and places are.
func (w *wanted) right(c *extract.Claim) (core, values bool) {
	source := w.Source.Kind == extract.Author
	for _, name := range w.accepts("source.resolved", w.Source.Resolved) {
		got := c.Source.Name
		if got == "" {
			got = c.Source.Mention
		}
		source = source || strings.EqualFold(plain(name), plain(got))
	}
	negated := c.Negated == w.Negated
	var either []bool
	if json.Unmarshal(w.Accept["negated"], &either) == nil && len(either) > 0 {
		negated = slices.Contains(either, c.Negated)
	}
	core = source && negated && w.content(c) &&
		slices.Contains(w.accepts("source.kind", w.Source.Kind), c.Source.Kind) &&
		slices.Contains(w.accepts("type", w.Type), c.Type) &&
		slices.Contains(w.accepts("stance", w.Stance), c.Stance) &&
		slices.Contains(w.accepts("factuality", w.Fact), c.Factuality)
	return core, w.values(c)
}

func plain(s string) string {
	s = strings.ReplaceAll(s, "’", "'")
	return strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the ")
}

// content reports whether the parts of c cover what was wanted, but for marks at the ends.
func (w *wanted) content(c *extract.Claim) bool {
	got := covered(c.Parts)
	var want []string
	for _, p := range w.Parts {
		want = append(want, p.Text)
	}
	all := []string{strings.Join(want, " ")}
	var more []json.RawMessage
	if json.Unmarshal(w.Accept["content"], &more) == nil {
		for _, m := range more {
			var one string
			var several []string
			if json.Unmarshal(m, &one) == nil {
				all = append(all, one)
			} else if json.Unmarshal(m, &several) == nil {
				all = append(all, strings.Join(several, " "))
			}
		}
	}
	return slices.ContainsFunc(all, func(s string) bool { return bare(s) == got })
}

func covered(parts []extract.Passage) string {
	var out []string
	for _, p := range parts {
		out = append(out, p.Text)
	}
	return bare(strings.Join(out, " "))
}

func bare(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n“”‘\"'.,", r) }), " ")
}

func (w *wanted) values(c *extract.Claim) bool {
	for _, q := range w.Quantities {
		ok := q.Modifier == "vague"
		for _, x := range c.Quantities {
			value := q.Value == nil && x.Value == "" || q.Value != nil && string(x.Value) == trimmed(*q.Value)
			ok = ok || x.Overlaps(q.Span) && value && slices.Contains(w.accepts("quantity.unit", q.Unit), x.Unit)
		}
		if !ok {
			return false
		}
	}
	for _, t := range w.Times {
		if !slices.ContainsFunc(c.Times, func(x extract.Time) bool {
			return x.Overlaps(t.Span) && x.Role == t.Role && slices.Contains(w.accepts("time.normal", t.Normal), x.Value)
		}) {
			return false
		}
	}
	for _, p := range w.Places {
		if !slices.ContainsFunc(c.Places, func(x extract.Place) bool {
			return x.Overlaps(p.Span) && slices.Contains(w.accepts("place.iso", p.ISO), x.ISO)
		}) {
			return false
		}
	}
	return true
}

func trimmed(f float64) string {
	s := fmt.Sprintf("%.6f", f)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// same reports whether the claim is of the act that was wanted: cues that overlap, or
// without cues contents that do.
func (w *wanted) same(c *extract.Claim) bool {
	if w.Cue.Text != "" || c.Cue != nil {
		return c.Cue != nil && w.Cue.Text != "" && c.Cue.Overlaps(w.Cue.Span)
	}
	for _, p := range w.Parts {
		for _, q := range c.Parts {
			if p.Overlaps(q.Span) {
				return true
			}
		}
	}
	return false
}

// TestWhole scores whole records over the articles of golden/whole and holds the
// figures to golden/whole/score.txt, which -update writes.
func TestWhole(t *testing.T) {
	paths, err := filepath.Glob("whole/*.gold.jsonl")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	sort.Strings(paths)
	p := english(t)
	var found, core, whole, want, given int
	for _, path := range paths {
		base := strings.TrimSuffix(path, ".gold.jsonl")
		text, err := os.ReadFile(base + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		a := &extract.Article{ID: base, Text: string(text)}
		if a.Published, err = publishedIn(base + ".meta.json"); err != nil {
			t.Fatal(err)
		}
		d, err := p.Annotate(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		taken := make([]bool, len(d.Claims))
		for _, w := range readWanted(t, path) {
			i := slices.IndexFunc(d.Claims, func(c extract.Claim) bool { return w.same(&c) })
			for i >= 0 && taken[i] {
				j := slices.IndexFunc(d.Claims[i+1:], func(c extract.Claim) bool { return w.same(&c) })
				if j < 0 {
					i = -1
					break
				}
				i += 1 + j
			}
			if i >= 0 {
				taken[i] = true
			}
			if w.Optional {
				if i >= 0 {
					given--
				}
				continue
			}
			want++
			if i < 0 {
				continue
			}
			found++
			if c, v := w.right(&d.Claims[i]); c {
				core++
				if v {
					whole++
				}
			}
		}
		for i := range d.Claims {
			if d.Claims[i].Type != extract.None || len(d.Claims[i].Quantities) > 0 {
				given++
			}
		}
	}
	f1 := func(n int) float64 { return 200 * float64(n) / float64(want+given) }
	score := fmt.Sprintf("# Whole records over %d articles of our own, read by hand: F1 in per cent.\n# Written by: go test ./golden -update\nclaims wanted %d, given %d\nclaim found   %.1f\ncore right    %.1f\nall right     %.1f\n", len(paths), want, given, f1(found), f1(core), f1(whole))
	if *update {
		if err := os.WriteFile("whole/score.txt", []byte(score), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	committed, err := os.ReadFile("whole/score.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(committed), score); diff != "" {
		t.Errorf("whole/score.txt differs; if the change is meant, go test ./golden -update (- committed, + now):\n%s", diff)
	}
}

func publishedIn(path string) (extract.Timestamp, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return extract.Timestamp{}, err
	}
	var meta struct{ Published string }
	if err := json.Unmarshal(data, &meta); err != nil {
		return extract.Timestamp{}, err
	}
	return extract.ParseTimestamp(meta.Published)
}

func readWanted(t *testing.T, path string) []wanted {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []wanted
	for scan := bufio.NewScanner(bytes.NewReader(data)); scan.Scan(); {
		var w wanted
		if err := json.Unmarshal(scan.Bytes(), &w); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, w)
	}
	return out
}
