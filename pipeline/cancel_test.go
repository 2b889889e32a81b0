package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// blocking gives n articles and then waits for ever.
func blocking(t *testing.T, n int) iter.Seq2[*extract.Article, error] {
	end := make(chan struct{})
	t.Cleanup(func() { close(end) })
	return func(yield func(*extract.Article, error) bool) {
		for i := range n {
			if !yield(&extract.Article{ID: fmt.Sprint(i), Text: "The mayor said it was over."}, nil) {
				return
			}
		}
		<-end
	}
}

// soon fails if not one of a few tries takes less than limit: other programs on the machine
// may slow some down, but not all.
func soon(t *testing.T, limit time.Duration, try func() time.Duration) {
	t.Helper()
	var took time.Duration
	for range 20 {
		if took = try(); took < limit {
			return
		}
	}
	t.Errorf("takes %v, want %v at most", took, limit)
}

func TestRunReturnsWhileItsInputBlocks(t *testing.T) {
	p, _ := New()
	soon(t, 100*time.Millisecond, func() time.Duration {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		n := 0
		var cancelled time.Time
		for range p.Run(ctx, blocking(t, 3)) {
			if n++; n == 3 {
				time.AfterFunc(10*time.Millisecond, func() { cancelled = time.Now(); cancel() })
			}
		}
		if n != 3 {
			t.Fatalf("%d documents", n)
		}
		return time.Since(cancelled)
	})
}

func TestRunReturnsWhenItsLoopIsLeft(t *testing.T) {
	p, _ := New()
	soon(t, 100*time.Millisecond, func() time.Duration {
		var left time.Time
		for range p.Run(context.Background(), blocking(t, 1)) {
			left = time.Now()
			break
		}
		return time.Since(left)
	})
}

// A cancel is not the fault of an article.
func TestCancelIsNoArticlesError(t *testing.T) {
	p, err := New(extract.Stage{Name: "wait", Run: func(d *extract.Document) error {
		<-d.Context().Done()
		return d.Stopped()
	}})
	if err != nil {
		t.Fatal(err)
	}
	p.Workers = 4
	for range 50 {
		ctx, cancel := context.WithCancel(context.Background())
		timer := time.AfterFunc(time.Millisecond, cancel)
		defer timer.Stop()
		for d, err := range p.Run(ctx, blocking(t, 20)) {
			t.Fatalf("document %s, error %v", d.ID, err)
		}
	}
}

// Annotate ends soon after its context, in whichever stage of a long article it is.
func TestAnnotateStops(t *testing.T) {
	p := english(t)
	text := strings.Repeat("The minister said on Tuesday that 3,000 troops had left the port. ", 10_000)
	annotate := func(ctx context.Context) (time.Duration, error) {
		began := time.Now()
		_, err := p.Annotate(ctx, &extract.Article{ID: "long", Text: text})
		return time.Since(began), err
	}
	whole, err := annotate(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, share := range []time.Duration{0, 2, 25, 60} { // hundredths of the whole
		soon(t, 100*time.Millisecond, func() time.Duration { // 50 ms of work
			ctx, cancel := context.WithTimeout(context.Background(), whole*share/100)
			defer cancel()
			took, err := annotate(ctx)
			if err == nil { // the machine is less busy than it was
				whole = took
				return time.Hour
			}
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Fatalf("after %d %%: %v", share, err)
			}
			ended, _ := ctx.Deadline()
			return time.Since(ended)
		})
	}
}

func english(t testing.TB) *Pipeline {
	t.Helper()
	p, err := New(English()...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The record of a panic is the same in every run, and says where it was.
func TestPanicIsStable(t *testing.T) {
	stages := []extract.Stage{{Name: "index", Run: func(d *extract.Document) error {
		_ = d.Tokens[len(d.Text)-100]
		return nil
	}}, {Name: "value", Run: func(d *extract.Document) error { panic(d) }}}
	for i, want := range []string{
		"article x: index: internal error: runtime error: index out of range [-96] in pipeline.TestPanicIsStable.func1 (cancel_test.go:",
		"article x: value: internal error: a *extract.Document in pipeline.TestPanicIsStable.func2 (cancel_test.go:",
	} {
		p, err := New(stages[i])
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for range 3 {
			_, err := p.Annotate(context.Background(), &extract.Article{ID: "x", Text: "Four"})
			var panicked *Panic
			var stage *StageError
			if !errors.As(err, &panicked) || !errors.As(err, &stage) || stage.Stage != stages[i].Name || !strings.Contains(panicked.Stack, "cancel_test.go") {
				t.Fatalf("%#v", err)
			}
			if !strings.HasPrefix(err.Error(), want) || strings.ContainsAny(err.Error(), "\n\t") {
				t.Errorf("error reads %q", err)
			}
			seen[err.Error()] = true
		}
		if len(seen) != 1 {
			t.Errorf("runs differ: %v", seen)
		}
	}
}

func newArticle(text string) *extract.Article { return &extract.Article{ID: "x", Text: text} }
