package attribution

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// TestEdges runs the example of every edge: the content of some cue ends at the bar, and the
// edge says so.
func TestEdges(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range slices.Concat(clauseEdges, phraseEdges, limitExamples) {
		if seen[e.id] {
			t.Errorf("edge %s listed twice", e.id)
		}
		seen[e.id] = true
		bar := strings.Index(e.example, "|")
		d := &extract.Document{Article: &extract.Article{Text: strings.Replace(strings.Replace(e.example, " |", "", 1), "|", "", 1)}}
		for _, s := range []extract.Stage{segment.Stage, tag.Stage, Quotes, Stage} {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
			d.Has |= s.Gives
		}
		end := len(strings.TrimRight(e.example[:bar], " "))
		found := false
		for _, a := range d.Attributions {
			if n := len(a.Content); n > 0 && a.Content[n-1].End == end && slices.ContainsFunc(a.Why, func(w string) bool {
				return w == "content ends: "+e.id || strings.HasPrefix(w, "content ends: "+e.id+",")
			}) {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: %q", e.id, e.example)
			for _, a := range d.Attributions {
				t.Logf("\t%s | %s | %q %v", d.In(a.Source), d.In(a.Cue), d.In(a.Content[len(a.Content)-1]), a.Why)
			}
		}
	}
}

// limitExamples are the edges that need no table, each with its example.
var limitExamples = []edge{
	{id: edgeSentence, example: "Lee said the dam was full|."},
	{id: edgeLeadIn, example: "While Lee said the dam was full|, Hale did not."},
	{id: edgeQuoted, example: "After saying it was “a fine dam,”| the mayor left the room."},
	{id: edgeRelative, example: "Lee, who said the dam was full|, left the room."},
}
