// Package pipeline wires the stages of extract into one run over an article, and
// runs streams of articles over several workers.
package pipeline

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// A Pipeline is a checked list of stages. It holds no state of any article and
// may be used by many goroutines at once.
type Pipeline struct {
	stages []extract.Stage

	// Workers is how many articles Run works on at once; 0 means one for each processor.
	Workers int

	// Timeout bounds the time that one article may take; 0 means no bound.
	Timeout time.Duration
}

// For is those of the stages, in their order, that the wanted layers ask for: stages
// that give them, that complete them, and that give what those need or use.
func For(want extract.Layer, stages []extract.Stage) []extract.Stage {
	var kept []extract.Stage
	for _, s := range slices.Backward(stages) {
		if (s.Gives|s.Edits)&want != 0 {
			kept = append(kept, s)
			want |= s.Needs | s.Uses
		}
	}
	slices.Reverse(kept)
	return kept
}

// New checks the order of the stages: that each finds the layers it needs, that
// none gives a layer that a stage before it would use or edit, and that no stage and no layer
// comes twice.
func New(stages ...extract.Stage) (*Pipeline, error) {
	var have, later extract.Layer
	for _, s := range stages {
		later |= s.Gives
	}
	seen := map[string]bool{}
	for _, s := range stages {
		switch {
		case seen[s.Name]:
			return nil, fmt.Errorf("stage %s comes twice", s.Name)
		case s.Gives&have != 0:
			return nil, fmt.Errorf("stage %s gives %s, which an earlier stage gave", s.Name, s.Gives&have)
		case s.Needs&^have != 0:
			return nil, fmt.Errorf("stage %s needs %s, which no earlier stage gives", s.Name, s.Needs&^have)
		case s.Edits&later&^have != 0:
			return nil, fmt.Errorf("stage %s edits %s, which only a later stage gives", s.Name, s.Edits&later&^have)
		case s.Uses&later&^have != 0:
			return nil, fmt.Errorf("stage %s uses %s, which only a later stage gives", s.Name, s.Uses&later&^have)
		}
		seen[s.Name] = true
		have |= s.Gives
	}
	return &Pipeline{stages: stages}, nil
}

// Annotate runs the stages over one article, which it leaves as it is. The error of a
// stage is a *StageError; the document then holds the layers of the stages before. When
// ctx ends, so does Annotate, within some 50 ms of work, and its error wraps that of ctx.
func (p *Pipeline) Annotate(ctx context.Context, a *extract.Article) (*extract.Document, error) {
	if p.Timeout > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeout(ctx, p.Timeout)
		defer stop()
	}
	own := *a
	d := extract.NewDocument(ctx, &own)
	for _, s := range p.stages {
		err := d.Stopped()
		if err == nil {
			err = run(s, d)
		}
		if err != nil {
			return d, &StageError{Article: d.ID, Stage: s.Name, Err: err}
		}
		d.Has |= s.Gives
	}
	return d, nil
}

// run turns a panic of a stage into its error, so that one article cannot end a
// stream of millions.
func run(s extract.Stage, d *extract.Document) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = caught(v)
		}
	}()
	return s.Run(d)
}
