//go:build unix

package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// TestScoreSpeed measures on real articles what groups of stages cost in processor
// time, which other jobs on the machine disturb less than they do the clock.
func TestScoreSpeed(t *testing.T) {
	dir := os.Getenv("CLAIMWIRE_DATA")
	if dir == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	paths, err := filepath.Glob(filepath.Join(dir, "polnear", "dev", "text", "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Skip("no articles in CLAIMWIRE_DATA")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	cost := map[string]time.Duration{}
	stages := English()
	for i, s := range stages {
		stages[i].Run = func(d *extract.Document) error {
			start := processorTime()
			err := s.Run(d)
			cost[s.Name] += processorTime() - start
			return err
		}
	}
	p, err := New(stages...)
	if err != nil {
		t.Fatal(err)
	}
	tokens, sentences := 0, 0
	for i, path := range append(paths[:1:1], paths...) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Annotate(context.Background(), &extract.Article{ID: path, Text: string(text)})
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 { // the first has loaded the lists and the weights
			clear(cost)
			continue
		}
		tokens, sentences = tokens+len(d.Tokens), sentences+len(d.Sentences)
	}
	sum := func(names ...string) (total time.Duration) {
		for _, n := range names {
			if _, ok := cost[n]; !ok {
				t.Fatalf("no stage %s", n)
			}
			total += cost[n]
		}
		return total
	}
	rate := func(d time.Duration) float64 { return float64(tokens) / d.Seconds() }
	fmt.Printf("score: speed segment to coref, tokens per CPU second\t%.0f\n", rate(sum("segment", "tag", "phrase", "entity", "coref")))
	fmt.Printf("score: speed attribution and claim, tokens per CPU second\t%.0f\n", rate(sum("quotes", "attribution", "claim")))
	fmt.Printf("score: speed quantity and timex, ms CPU per sentence\t%.4f\n", sum("quantity", "timex").Seconds()*1000/float64(sentences))
	for _, s := range stages {
		fmt.Printf("score: cost of %s, microseconds CPU per token\t%.2f\n", s.Name, sum(s.Name).Seconds()*1e6/float64(tokens))
	}
}

// processorTime is the time this process has run, on all processors.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
