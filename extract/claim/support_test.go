package claim_test

import (
	"context"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/pipeline"
)

// annotated runs the whole pipeline.
func annotated(t testing.TB, text string) *extract.Document {
	t.Helper()
	return published(t, text, "")
}

// published is the document of a text of that day; of none if day is "".
func published(t testing.TB, text, day string) *extract.Document {
	t.Helper()
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	a := &extract.Article{Text: text}
	if day != "" {
		if a.Published, err = extract.ParseTimestamp(day); err != nil {
			t.Fatal(err)
		}
		a.PublishedFrom = "caller"
	}
	d, err := p.Annotate(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestBackings runs the example of each rule of backings.
func TestBackings(t *testing.T) {
	for _, b := range claim.Backings {
		d := annotated(t, "Carla Rowe "+b.Example+".")
		if len(d.Claims) == 0 || d.Claims[0].Stance != "confirm" || d.Claims[0].Factuality != extract.CertainPos {
			t.Errorf("%s: %s: %+v", b.ID, b.Example, d.Claims)
		}
	}
}
