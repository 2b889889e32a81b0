package golden

import (
	"context"
	"flag"
	"os"
	"slices"
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
		lines, ok := updated(l.Lines, got, diff, unknown)
		if !ok {
			t.Errorf("%s, %s has known faults and other differences: settle these by hand (- want, + got):\n%s", c.Name, l.Name, cmp.Diff(unknown.Missing, unknown.Extra))
		}
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

// updated are the lines that -update writes: the present output where no line of the layer
// is a known fault. Where one is, the truth stays as it is, as nobody but a reader can tell
// whether another line is that fault in another shape; it is not ok then if lines differ
// that are not known.
func updated(truth, got []string, diff, unknown Diff) (lines []string, ok bool) {
	if len(diff.Missing) == len(unknown.Missing) && len(diff.Extra) == len(unknown.Extra) {
		return got, true
	}
	return truth, len(unknown.Missing)+len(unknown.Extra) == 0
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

// TestUpdated holds that -update never writes a known fault, or what became of one, over the truth.
func TestUpdated(t *testing.T) {
	truth := []string{"a", "b"}
	for _, tt := range []struct {
		name           string
		got            []string
		missing, extra []string // that are not known
		want           []string
		ok             bool
	}{
		{"no fault, another line", []string{"a", "c"}, []string{"b"}, []string{"c"}, []string{"a", "c"}, true},
		{"the fault as it was", []string{"a", "c"}, nil, nil, truth, true},
		{"the fault in another shape", []string{"a", "d"}, nil, []string{"d"}, truth, false},
		{"the fault, and another line", []string{"x", "c"}, []string{"a"}, []string{"x"}, truth, false},
	} {
		diff, _ := Compare(truth, tt.got)
		lines, ok := updated(truth, tt.got, diff, Diff{tt.missing, tt.extra})
		if !slices.Equal(lines, tt.want) || ok != tt.ok {
			t.Errorf("%s: %v %v, want %v %v", tt.name, lines, ok, tt.want, tt.ok)
		}
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
