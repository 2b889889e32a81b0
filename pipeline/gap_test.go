package pipeline

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/cputime"
)

// long are articles of many sentences, n times a few, in which every stage has much to do.
func long(n int) map[string]*extract.Article {
	var names strings.Builder
	for i := range 8 * n {
		fmt.Fprintf(&names, "Jane Rowe%d said that Acme%d Corp. had left with 3,000 troops. He denied it. ", i, i)
	}
	return map[string]*extract.Article{
		"sentences":     {Text: strings.Repeat("The minister said on Tuesday that 3,000 troops had left the port. ", 10*n)},
		"paragraphs":    {Text: strings.Repeat("Jane Rowe, the mayor of Lyon, said on Tuesday that 3,000 troops had left. She denied it.\n\n“It is over,” he told Acme Corp.\n\n", 4*n)},
		"names":         {Text: names.String()},
		"page":          {Page: []byte("<body><article><h1>Mayor</h1>" + strings.Repeat("<p>Jane Rowe, the mayor of Lyon, said on Tuesday that 3,000 troops had left.</p>\n", 12*n))},
		"page of boxes": {Page: []byte("<body>" + strings.Repeat("<div><a href=x>It rained</a><p>Jane Rowe said on Tuesday that 3,000 troops had left the port.</p></div>\n", 10*n))},
	}
}

// An asked is a context that notes the longest time between two asks whether it has ended, and
// ends at an ask of choice.
type asked struct {
	context.Context
	last time.Duration
	gap  time.Duration
	asks int
	end  int // 0 is never
}

func (a *asked) Err() error {
	now := cputime.Used()
	a.gap, a.last = max(a.gap, now-a.last), now
	if a.asks++; a.end > 0 && a.asks >= a.end {
		return context.Canceled
	}
	return nil
}

// Every stage asks at least each 50 ms of work whether the run goes on.
func TestStagesAsk(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // the collector's work is not the stage's
	for name, a := range long(500) {
		gaps := map[string]time.Duration{}
		for range 5 { // other programs on the machine may slow some tries down, but not all
			ctx := &asked{Context: t.Context()}
			own := *a
			d := extract.NewDocument(ctx, &own)
			for _, s := range English() {
				ctx.last, ctx.gap = cputime.Used(), 0
				if err := run(s, d); err != nil {
					t.Fatalf("%s: %s: %v", name, s.Name, err)
				}
				ctx.Err()
				d.Has |= s.Gives
				if before, ok := gaps[s.Name]; !ok || ctx.gap < before {
					gaps[s.Name] = ctx.gap
				}
			}
			runtime.GC()
			if slices.Max(slices.Collect(maps.Values(gaps))) < 50*time.Millisecond {
				break
			}
		}
		for stage, gap := range gaps {
			if gap >= 50*time.Millisecond {
				t.Errorf("%s: %s works for %v without asking", name, stage, gap)
			}
		}
	}
}

// At whichever ask a run is told that its context has ended, it ends with that error in the stage
// it is in, and soon.
func TestStoppedAtEveryAsk(t *testing.T) {
	p := english(t)
	stages := map[string]bool{}
	for name, a := range long(10) {
		whole := &asked{Context: t.Context()}
		if _, err := p.Annotate(whole, a); err != nil {
			t.Fatal(err)
		}
		for end := 1; end <= whole.asks; end += 1 + whole.asks/41 {
			ctx := &asked{Context: t.Context(), end: end}
			_, err := p.Annotate(ctx, a)
			var stage *StageError
			if !errors.Is(err, context.Canceled) || !errors.As(err, &stage) {
				t.Fatalf("%s: told to end at ask %d of %d: %v", name, end, whole.asks, err)
			}
			if ctx.asks > end+8 {
				t.Errorf("%s: %s asks %d times after it was told to end, at ask %d of %d", name, stage.Stage, ctx.asks-end, end, whole.asks)
			}
			stages[stage.Stage] = true
		}
	}
	for _, s := range English() {
		if !stages[s.Name] {
			t.Errorf("no run was ended in stage %s: the test shows nothing of it", s.Name)
		}
	}
}
