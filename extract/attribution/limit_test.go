package attribution

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

func capped(t *testing.T, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, Quotes, Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	return d
}

// A text that repeats a cue has no more content than the caps allow, and says what was left out.
func TestNestingIsCapped(t *testing.T) {
	for _, unit := range []string{"said that ", "he told her he told her that ", "according to officials, ", "Cho's estimate of ", "if Rowe said Lee said "} {
		d := capped(t, strings.Repeat(unit, 2000))
		total := 0
		for i, a := range d.Attributions {
			for _, s := range a.Content {
				total += s.Len()
			}
			depth := 0
			for p := a.Parent; p >= 0; p = d.Attributions[p].Parent {
				if depth++; depth >= maxNesting {
					t.Fatalf("%q: attribution %d is nested deeper than %d", unit, i, maxNesting)
				}
			}
		}
		if most := maxContent * len(d.Text); total > most {
			t.Errorf("%q: %d bytes of content for %d of text", unit, total, len(d.Text))
		}
		if len(d.Warnings) == 0 {
			t.Errorf("%q: nothing is said of what was left out", unit)
		}
		if err := d.Check(); err != nil {
			t.Error(err)
		}
	}
	// What news does is left whole.
	d := capped(t, "Lee said that Rowe had told him that Cho believed that the port would close.")
	if len(d.Attributions) != 3 || len(d.Warnings) != 0 || d.Attributions[2].Parent != 1 || d.Attributions[1].Parent != 0 {
		t.Errorf("%d attributions, warnings %q", len(d.Attributions), d.Warnings)
	}
}
