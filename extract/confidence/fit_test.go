package confidence_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/confidence"
	"github.com/claimwire/claimwire/pipeline"
)

var update = flag.Bool("update", false, "write the weights anew from the verdicts")

// A verdict is what a strict reader found of a claim: whether source, cue, content and
// commitment are all right.
type verdict struct {
	Article   string // its id
	Text      string
	Title     string
	Published string // RFC 3339, or nothing
	Claim     string // its id
	Right     bool
	Mended    bool // faults of this article have been mended since
}

// mended is the trait of claims of such articles. It has no part in the weights that are written,
// so that they say how often claims of other articles are right.
const mended = "mended"

// A judged claim is its traits and what was found of it.
type judged struct {
	article string
	traits  []string
	right   bool
}

// enoughSeen is how often a trait must have been seen for a weight of its own.
const enoughSeen = 20

// TestScoreConfidence fits the weights on the verdicts of CLAIMWIRE_VERDICTS, a line of JSON
// each, and reports how well they tell right claims from wrong ones in articles that they were
// not fitted on. With -update it writes them.
func TestScoreConfidence(t *testing.T) {
	path := os.Getenv("CLAIMWIRE_VERDICTS")
	if path == "" {
		t.Skip("CLAIMWIRE_VERDICTS is not set")
	}
	all := readVerdicts(t, path)
	seen := map[string][2]int{}
	for i := range all {
		for _, trait := range all[i].traits {
			n := seen[trait]
			n[0]++
			if all[i].right {
				n[1]++
			}
			seen[trait] = n
		}
	}
	maps.DeleteFunc(seen, func(_ string, n [2]int) bool { return n[0] < enoughSeen })
	report(t, crossed(all, seen))
	if *update {
		weights := fit(all, seen)
		delete(seen, mended)
		writeWeights(t, weights, seen, len(all))
	}
}

func readVerdicts(t *testing.T, path string) []judged {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]*extract.Document{}
	var out []judged
	lost := 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var v verdict
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		d := docs[v.Article]
		if d == nil {
			var published extract.Timestamp
			if v.Published != "" {
				if published, err = extract.ParseTimestamp(v.Published); err != nil {
					t.Fatal(err)
				}
			}
			if d, err = p.Annotate(context.Background(), &extract.Article{ID: v.Article, Text: v.Text, Title: v.Title, Published: published}); err != nil {
				t.Fatal(err)
			}
			docs[v.Article] = d
		}
		i := slices.IndexFunc(d.Claims, func(c extract.Claim) bool { return c.ID == v.Claim })
		if i < 0 {
			lost++
			continue
		}
		traits := confidence.Traits(d, i)
		if v.Mended {
			traits = append(traits, mended)
		}
		out = append(out, judged{v.Article, traits, v.Right})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d verdicts of %d articles; the claims of %d more are not made any more", len(out), len(docs), lost)
	return out
}

// fit is the logistic regression of the verdicts on the traits, by gradient descent. A weight of
// w costs w*w times five, so that rare traits weigh little.
func fit(all []judged, seen map[string][2]int) map[string]float64 {
	const rounds, step, cost = 3000, 0.5, 10
	names := slices.Sorted(maps.Keys(seen))
	weights := make(map[string]float64, len(names))
	for range rounds {
		slope := make(map[string]float64, len(names))
		for i := range all {
			miss := confidence.Share(weights, all[i].traits)
			if all[i].right {
				miss--
			}
			for _, trait := range all[i].traits {
				slope[trait] += miss
			}
		}
		for _, name := range names {
			g := slope[name]
			if name != confidence.Always {
				g += cost * weights[name]
			}
			weights[name] -= step * g / float64(seen[name][0]+cost) / 4
		}
	}
	return weights
}

// A guess is the share that was expected of a claim, and what was found of it.
type guess struct {
	share float64
	right bool
}

// crossed is what weights say of the claims of a fifth of the articles that were fitted on the
// other four fifths. Articles that were mended are not asked.
func crossed(all []judged, seen map[string][2]int) []guess {
	const parts = 5
	part := func(article string) uint32 {
		h := fnv.New32a()
		h.Write([]byte(article))
		return h.Sum32() % parts
	}
	var out []guess
	for k := range uint32(parts) {
		var known []judged
		for i := range all {
			if part(all[i].article) != k {
				known = append(known, all[i])
			}
		}
		weights := fit(known, seen)
		for i := range all {
			if part(all[i].article) == k && !slices.Contains(all[i].traits, mended) {
				out = append(out, guess{confidence.Share(weights, all[i].traits), all[i].right})
			}
		}
	}
	return out
}

// report prints how often right claims stand before wrong ones, and how many claims are right
// of those above each threshold.
func report(t *testing.T, all []guess) {
	slices.SortFunc(all, func(x, y guess) int { return cmp.Compare(y.share, x.share) })
	right, before := 0, 0
	for i := range all {
		if all[i].right {
			right++
		} else {
			before += right
		}
	}
	t.Logf("score: confidence pairs in order\t%.1f %%", 100*float64(before)/float64(right*(len(all)-right)))
	for _, least := range []float64{0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0} {
		n, ok := 0, 0
		for _, g := range all {
			if g.share >= least {
				n++
				if g.right {
					ok++
				}
			}
		}
		t.Logf("score: confidence %.2f and more\tkept %.1f %%, right %.1f %%", least, 100*float64(n)/float64(len(all)), 100*float64(ok)/float64(max(n, 1)))
	}
}

func writeWeights(t *testing.T, weights map[string]float64, seen map[string][2]int, claims int) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "# What each trait of a claim adds to the log-odds that it is right, fitted on %d claims that strict readers judged in every part;\n"+
		"# seen is how many of them have the trait, right how many of those were right in source, cue, content and commitment.\n"+
		"# source: measured by TestScoreConfidence with -update\n# licence: Apache-2.0\n# columns: trait\tweight\tseen\tright\n# key: trait\n"+
		"# column trait: word\n# column weight: number\n# column seen: int\n# column right: int\n", claims)
	for _, name := range slices.Sorted(maps.Keys(seen)) {
		fmt.Fprintf(&b, "%s\t%.2f\t%d\t%d\n", name, weights[name], seen[name][0], seen[name][1])
	}
	if err := os.WriteFile("../lexicon/confidence.tsv", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
