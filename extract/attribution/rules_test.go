package attribution

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// Examples of the rules whose cue is no verb.
var others = []rule{
	{id: "attr.according/1", example: "The bridge is unsafe, according to a report by the port.", want: "a report by the port | according to | The bridge is unsafe"},
	{id: "attr.adverb/1", example: "The bridge is reportedly unsafe.", want: "- | reportedly | The bridge is reportedly unsafe"},
	{id: "attr.adjective/1", example: "Lee is confident that the bridge will hold.", want: "Lee | is confident | the bridge will hold"},
	{id: "attr.noun/1", example: "Nobody shared Lee's fear that the bridge would fall.", want: "Lee | fear | the bridge would fall"},
	{id: "attr.headline-colon/1", example: "Ann Lee: Bridge will close in May", want: "Ann Lee | : | Bridge will close in May"},
	{id: "attr.headline/1", example: "Poll Shows Lead For Mayor", want: "Poll | Shows | Lead For Mayor"},
	{id: "attr.transcript/1", example: "LEE: The bridge will close in May.", want: "LEE | : | The bridge will close in May."},
	{id: "attr.dash-name/1", example: "“The bridge will close in May.” — Ann Lee", want: "Ann Lee | — | The bridge will close in May."},
}

// TestExamples runs the example of every rule, and wants just what the rule says of it.
func TestExamples(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range append(others, verbRules...) {
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
