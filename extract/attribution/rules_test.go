package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// TestExamples runs the example of every rule, and wants just what the rule says of it.
func TestExamples(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range slices.Concat(otherRules, verbRules) {
		if seen[rule.id] {
			t.Errorf("rule %s listed twice", rule.id)
		}
		seen[rule.id] = true
		d := &extract.Document{Article: &extract.Article{Text: rule.example}}
		for _, s := range []extract.Stage{segment.Stage, tag.Stage, Quotes, Stage} {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
			d.Has |= s.Gives
		}
		var got []string
		for _, a := range d.Attributions {
			var parts []string
			for _, c := range a.Content {
				parts = append(parts, d.In(c))
			}
			source := d.In(a.Source)
			if source == "" {
				source = "-"
			}
			got = append(got, fmt.Sprintf("%s: %s | %s | %s", a.Rule, source, d.In(a.Cue), strings.Join(parts, " || ")))
		}
		want := rule.id + ": " + rule.want
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q\n got %q\nwant %q", rule.example, got, want)
		}
	}
}
