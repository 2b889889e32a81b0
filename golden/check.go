package golden

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// Options say how Check goes about. The zero value compares all layers that the
// files pin down with what the English pipeline gives.
type Options struct {
	// Layers are the layers to compare; none is all.
	Layers []string
	// Update writes the present output over what differs, but never over a layer that
	// has known faults.
	Update bool
	// Annotate makes the documents; nil is the English pipeline.
	Annotate func(context.Context, *extract.Article) (*extract.Document, error)
}

func (o Options) annotate() (func(context.Context, *extract.Article) (*extract.Document, error), error) {
	if o.Annotate != nil {
		return o.Annotate, nil
	}
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		return nil, err
	}
	return p.Annotate, nil
}

// A Report is the outcome of Check.
type Report struct {
	Cases  []CaseReport
	Scores map[string]Score // by layer, over all cases
	Known  int              // faults that known.txt lists and that still stand
	Healed []Known          // faults that known.txt lists and that are gone
	Wrote  int              // files that Update wrote
}

// OK reports whether nothing differs that known.txt does not list, and no listed fault is gone.
func (r *Report) OK() bool {
	return len(r.Healed) == 0 && !slices.ContainsFunc(r.Cases, func(c CaseReport) bool { return !c.OK() })
}

// A CaseReport tells of one article.
type CaseReport struct {
	Name   string // file#case
	Err    error  // the article could not be annotated, or a golden layer no longer fits its text
	Layers []LayerReport
}

// OK reports whether the case has no difference that is not known.
func (c CaseReport) OK() bool {
	return c.Err == nil && !slices.ContainsFunc(c.Layers, func(l LayerReport) bool { return len(l.Missing)+len(l.Extra) > 0 })
}

// A LayerReport tells of one layer of a case: the lines that differ and are not known.
type LayerReport struct {
	Name string
	Diff
	Pairs []Pair // Missing and Extra, paired by likeness
	Score Score
	Kept  bool // Update left it alone, since it has known faults
}

// Check compares the goldens under root with the present output. A file known.txt in
// root lists wrong outputs that are to be expected.
func Check(ctx context.Context, root string, o Options) (*Report, error) {
	for _, l := range o.Layers {
		if _, ok := dumpers[l]; !ok {
			return nil, fmt.Errorf("no layer %q to check: there are %s", l, layerList())
		}
	}
	files, err := Load(root)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no goldens (.txtar, or .claims.jsonl beside .txt): claimwire check --init %s makes them from the articles there", root, root)
	}
	known, err := knownIn(root)
	if err != nil {
		return nil, err
	}
	faults := map[string]int{}
	for _, k := range known {
		faults[k.key()]++
	}
	if o.Annotate, err = o.annotate(); err != nil {
		return nil, err
	}
	r := &Report{Scores: map[string]Score{}}
	for _, f := range files {
		changed := false
		for _, c := range f.Cases {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			report, wrote := f.check(ctx, c, o, faults)
			changed = changed || wrote
			for _, l := range report.Layers {
				sum := r.Scores[l.Name]
				r.Scores[l.Name] = Score{sum.Right + l.Score.Right, sum.Given + l.Score.Given, sum.True + l.Score.True}
			}
			r.Cases = append(r.Cases, report)
		}
		if changed {
			if err := f.save(); err != nil {
				return nil, err
			}
			r.Wrote++
		}
	}
	for _, k := range known {
		switch {
		case len(o.Layers) > 0 && !slices.Contains(o.Layers, k.Layer):
		case faults[k.key()] > 0:
			r.Healed = append(r.Healed, k)
		default:
			r.Known++
		}
	}
	return r, nil
}

// knownIn reads root's known.txt, which need not be there.
func knownIn(root string) ([]Known, error) {
	path := filepath.Join(root, "known.txt")
	if _, err := os.Stat(path); os.IsNotExist(err) {
		return nil, nil
	}
	return LoadKnown(path)
}

// check compares one case, and says whether it put new lines into the file.
func (f *File) check(ctx context.Context, c Case, o Options, faults map[string]int) (report CaseReport, wrote bool) {
	report.Name = c.Name
	d, err := o.Annotate(ctx, c.Article)
	if err == nil {
		err = d.Check()
	}
	if err == nil && !o.Update {
		err = c.changed
	}
	if err != nil {
		report.Err = err
		return report, false
	}
	for _, l := range c.Layers {
		if len(o.Layers) > 0 && !slices.Contains(o.Layers, l.Name) {
			continue
		}
		got, err := Dump(d, l.Name)
		if err != nil {
			report.Err = err
			return report, wrote
		}
		diff, score := Compare(l.Lines, got)
		fresh := Diff{
			Missing: drop(diff.Missing, faults, Known{Case: c.Name, Layer: l.Name, Kind: "missing"}),
			Extra:   drop(diff.Extra, faults, Known{Case: c.Name, Layer: l.Name, Kind: "extra"}),
		}
		lr := LayerReport{Name: l.Name, Diff: fresh, Score: score}
		if len(fresh.Missing)+len(fresh.Extra) > 0 {
			if o.Update && mayWrite(diff, fresh) {
				f.write(l, d, got)
				lr, wrote = LayerReport{Name: l.Name, Score: Score{len(got), len(got), len(got)}}, true
			} else {
				lr.Kept = o.Update
				lr.Pairs = pairs(d, l.Name, fresh)
			}
		}
		report.Layers = append(report.Layers, lr)
	}
	return report, wrote
}

// mayWrite reports whether the present output may replace a layer: it has no known fault.
// Where it has one, nobody but a reader can tell whether another line is that fault in
// another shape.
func mayWrite(all, fresh Diff) bool {
	return len(fresh.Missing) == len(all.Missing) && len(fresh.Extra) == len(all.Extra)
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
