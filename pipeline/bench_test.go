package pipeline

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// ordinary is the founding article and the short news of the other tests.
func ordinary(b *testing.B) *extract.Article {
	text, err := os.ReadFile("../corpus/founding/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	published, err := extract.ParseTimestamp("2024-10-24")
	if err != nil {
		b.Fatal(err)
	}
	return &extract.Article{ID: "x", Text: string(text) + "\n\n" + strings.Join(news, "\n\n"), Published: published}
}

// BenchmarkAnnotate times the whole pipeline.
func BenchmarkAnnotate(b *testing.B) {
	p, err := New(English()...)
	if err != nil {
		b.Fatal(err)
	}
	a := ordinary(b)
	if _, err := p.Annotate(context.Background(), a); err != nil { // loads the lists and the weights
		b.Fatal(err)
	}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Annotate(context.Background(), a); err != nil {
			b.Fatal(err)
		}
	}
	words := float64(len(strings.Fields(a.Text)))
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkStages tells what each stage costs, in nanoseconds a token.
func BenchmarkStages(b *testing.B) {
	stages := English()
	cost := make([]time.Duration, len(stages))
	for i, s := range stages {
		stages[i].Run = func(d *extract.Document) error {
			start := time.Now()
			err := s.Run(d)
			cost[i] += time.Since(start)
			return err
		}
	}
	p, err := New(stages...)
	if err != nil {
		b.Fatal(err)
	}
	a := ordinary(b)
	d, err := p.Annotate(context.Background(), a)
	if err != nil {
		b.Fatal(err)
	}
	clear(cost)
	for b.Loop() {
		if _, err := p.Annotate(context.Background(), a); err != nil {
			b.Fatal(err)
		}
	}
	for i, s := range stages {
		b.ReportMetric(float64(cost[i].Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), s.Name+"-ns/token")
	}
}

// BenchmarkLoad times the first article of a process, less the second: what lists
// and weights cost to load.
func BenchmarkLoad(b *testing.B) {
	p, err := New(English()...)
	if err != nil {
		b.Fatal(err)
	}
	a := ordinary(b)
	start := time.Now()
	if _, err := p.Annotate(context.Background(), a); err != nil {
		b.Fatal(err)
	}
	first := time.Since(start)
	start = time.Now()
	if _, err := p.Annotate(context.Background(), a); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64((first - time.Since(start)).Milliseconds()), "ms/load")
	for b.Loop() {
	}
}
