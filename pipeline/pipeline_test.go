package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

func TestNewRefuses(t *testing.T) {
	segment := extract.Stage{Name: "segment", Gives: extract.Tokens}
	for _, tt := range []struct {
		stages []extract.Stage
		want   string
	}{
		{[]extract.Stage{segment, {Name: "quantity", Needs: extract.Tokens | extract.Tags}}, "stage quantity needs tags, which no earlier stage gives"},
		{[]extract.Stage{segment, segment}, "stage segment comes twice"},
		{[]extract.Stage{segment, {Name: "cut", Gives: extract.Tokens}}, "stage cut gives tokens, which an earlier stage gave"},
		{[]extract.Stage{{Name: "timex", Edits: extract.Quantities}, {Name: "quantity", Gives: extract.Quantities}}, "stage timex edits quantities, which only a later stage gives"},
		{[]extract.Stage{{Name: "source", Uses: extract.Chains}, {Name: "coref", Gives: extract.Chains}}, "stage source uses chains, which only a later stage gives"},
		{[]extract.Stage{{Name: "source", Uses: extract.Chains}}, ""},
	} {
		_, err := New(tt.stages...)
		if got := fmt.Sprint(err); got != tt.want && !(err == nil && tt.want == "") {
			t.Errorf("New gives %v, want %s", err, tt.want)
		}
	}
}

// TestEnglishOrder moves each stage of the list to each other place, and leaves it out or
// repeats it. New refuses that, or the claims stay the same: what it accepts is no other order.
func TestEnglishOrder(t *testing.T) {
	want := claimsOf(t, English())
	moved := 0
	for from := range English() {
		for to := range English() {
			stages := English()
			s := stages[from]
			stages = slices.Insert(slices.Delete(stages, from, from+1), to, s)
			if _, err := New(stages...); err != nil || from == to {
				continue
			}
			moved++
			if got := claimsOf(t, stages); got != want {
				t.Errorf("stage %s can stand at %d, where the claims are others", s.Name, to)
			}
		}
		if _, err := New(append(English(), English()[from])...); err == nil {
			t.Errorf("stage %s may come twice", English()[from].Name)
		}
	}
	t.Logf("%d other orders are accepted", moved)
}

// claimsOf are the records of the news by a list of stages.
func claimsOf(t *testing.T, stages []extract.Stage) string {
	t.Helper()
	p, err := New(stages...)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i, text := range news {
		d, err := p.Annotate(context.Background(), &extract.Article{ID: fmt.Sprint(i), Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.NewEncoder(&b).Encode(d.Claims); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
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
