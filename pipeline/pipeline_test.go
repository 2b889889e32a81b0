package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

func TestNewRefusesWrongOrder(t *testing.T) {
	_, err := New(
		extract.Stage{Name: "segment", Gives: extract.Tokens},
		extract.Stage{Name: "quantity", Needs: extract.Tokens | extract.Tags},
	)
	const want = "stage quantity needs tags, which no earlier stage gives"
	if err == nil || err.Error() != want {
		t.Fatalf("New gives %v, want %s", err, want)
	}
}

func TestEnglishOrder(t *testing.T) {
	if _, err := New(English()...); err != nil {
		t.Fatal(err)
	}
}

var errBroken = errors.New("broken")

func numbered(n int) iter.Seq2[*extract.Article, error] {
	return func(yield func(*extract.Article, error) bool) {
		for i := range n {
			var err error
			if i%10 == 3 {
				err = errBroken
			}
			if !yield(&extract.Article{ID: fmt.Sprint(i), Text: strings.Repeat("x", i)}, err) {
				return
			}
		}
	}
}

func TestRunKeepsOrderAndGoesOn(t *testing.T) {
	p, err := New(extract.Stage{Name: "odd", Run: func(d *extract.Document) error {
		switch len(d.Text) % 10 {
		case 5:
			return errBroken
		case 7:
			panic("seven")
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{1, 8} {
		p.Workers = workers
		i := 0
		for d, err := range p.Run(context.Background(), numbered(200)) {
			if d.ID != fmt.Sprint(i) {
				t.Fatalf("%d workers: document %s at place %d", workers, d.ID, i)
			}
			wantErr := i%10 == 3 || i%10 == 5 || i%10 == 7
			if (err != nil) != wantErr {
				t.Errorf("%d workers: document %d: error %v", workers, i, err)
			}
			if i%10 == 5 && err.Error() != fmt.Sprintf("article %d: odd: broken", i) {
				t.Errorf("error reads %q", err)
			}
			i++
		}
		if i != 200 {
			t.Errorf("%d workers: %d documents of 200", workers, i)
		}
	}
}

func TestRunStopsEarly(t *testing.T) {
	p, _ := New()
	n := 0
	for range p.Run(context.Background(), numbered(1000)) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n = 0
	for range p.Run(ctx, numbered(1000)) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n > 60 {
		t.Errorf("%d documents after the context ended", n)
	}
}
