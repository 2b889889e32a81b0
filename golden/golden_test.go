package golden

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

var update = flag.Bool("update", false, "rewrite the golden files and score.txt with the present output")

func english(t testing.TB) *pipeline.Pipeline {
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// annotated is the document of a text, in which ⏎ ends a line, published on 24 October 2024.
func annotated(t *testing.T, p *pipeline.Pipeline, id, text string) *extract.Document {
	t.Helper()
	a := &extract.Article{ID: id, Text: strings.ReplaceAll(text, "⏎", "\n")}
	var err error
	if a.Published, err = extract.ParseTimestamp("2024-10-24"); err != nil {
		t.Fatal(err)
	}
	d, err := p.Annotate(t.Context(), a)
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return d
}

// TestGolden holds the pipeline to the hand-checked lines, but for those that
// known.txt lists. A known fault that is gone fails too, so that the list stays true.
func TestGolden(t *testing.T) {
	r := Run(t, ".", Options{Update: *update})
	checkScores(t, Table(r.Scores))
}

func checkScores(t *testing.T, table string) {
	if *update {
		if err := os.WriteFile("score.txt", []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	committed, err := os.ReadFile("score.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(committed), table); diff != "" {
		t.Errorf("score.txt differs; if the change is meant, go test ./golden -update (- committed, + now):\n%s", diff)
	}
}

func TestCompare(t *testing.T) {
	d, s := Compare([]string{"a", "b", "b"}, []string{"b", "c", "a"})
	if diff := cmp.Diff(Diff{Missing: []string{"b"}, Extra: []string{"c"}}, d); diff != "" {
		t.Error(diff)
	}
	if s != (Score{Right: 2, Given: 3, True: 3}) {
		t.Errorf("score %v", s)
	}
}
