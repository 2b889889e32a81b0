package golden

import (
	"context"
	"flag"
	"os"
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

// TestGolden holds the pipeline to the hand-checked lines, but for those that
// known.txt lists. A known fault that is gone fails too, so that the list stays true.
func TestGolden(t *testing.T) {
	files, err := Load(".")
	if err != nil {
		t.Fatal(err)
	}
	known, err := LoadKnown("known.txt")
	if err != nil {
		t.Fatal(err)
	}
	faults := map[string]int{}
	for _, k := range known {
		faults[k.key()]++
	}
	scores := map[string]Score{}
	p := english(t)
	for _, f := range files {
		for _, c := range f.Cases {
			d, err := p.Annotate(context.Background(), c.Article)
			if err != nil {
				t.Errorf("%s: %v", c.Name, err)
				continue
			}
			if err := d.Check(); err != nil {
				t.Errorf("%s: %v", c.Name, err)
			}
			for _, l := range c.Layers {
				score := checkLayer(t, f, c, l, d, faults)
				sum := scores[l.Name]
				scores[l.Name] = Score{sum.Right + score.Right, sum.Given + score.Given, sum.True + score.True}
			}
		}
		if *update {
			if err := f.save(); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, k := range known {
		if faults[k.key()] > 0 {
			t.Errorf("known.txt:%d: turned right, take it off the list: %s %s, %s: %s", k.at, k.Case, k.Layer, k.Kind, k.Line)
		}
	}
	checkScores(t, Table(scores))
}

func checkLayer(t *testing.T, f *File, c Case, l Layer, d *extract.Document, faults map[string]int) Score {
	got, err := Dump(d, l.Name)
	if err != nil {
		t.Fatal(err)
	}
	diff, score := Compare(l.Lines, got)
	unknown := Diff{
		Missing: drop(diff.Missing, faults, Known{Case: c.Name, Layer: l.Name, Kind: "missing"}),
		Extra:   drop(diff.Extra, faults, Known{Case: c.Name, Layer: l.Name, Kind: "extra"}),
	}
	if *update {
		lines := updated(got, diff, unknown)
		f.write(l, lines)
		_, score = Compare(lines, got)
		return score
	}
	if len(unknown.Missing)+len(unknown.Extra) > 0 {
		t.Errorf("%s, %s (- want, + got):\n%s", c.Name, l.Name, cmp.Diff(unknown.Missing, unknown.Extra))
	}
	return score
}

// drop returns the lines that are not known faults, and strikes the known ones off.
func drop(lines []string, faults map[string]int, k Known) (out []string) {
	for _, line := range lines {
		k.Line = line
		if faults[k.key()] > 0 {
			faults[k.key()]--
			continue
		}
		out = append(out, line)
	}
	return out
}

// updated is the present output with its known faults put right.
func updated(got []string, diff, unknown Diff) []string {
	wrong, _ := Compare(unknown.Extra, diff.Extra) // its Extra are the known ones
	right, _ := Compare(wrong.Extra, got)
	back, _ := Compare(unknown.Missing, diff.Missing)
	return append(right.Extra, back.Extra...)
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
