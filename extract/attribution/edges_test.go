package attribution

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/phrase"
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
		for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage, Quotes, Stage} {
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

// TestGoesOn runs the example of every row that speaks against an end: the content of the first cue goes on
// to the bar, and ends at the slash where the row has no weight.
func TestGoesOn(t *testing.T) {
	for i := range goesOn {
		e := &goesOn[i]
		text := strings.NewReplacer("/", "", "|", "").Replace(e.example)
		bar := strings.Index(strings.Replace(e.example, "/", "", 1), "|")
		slash := strings.Index(e.example, "/")
		if got := firstEnd(t, text); got != bar {
			t.Errorf("%s: %q ends at %d, want %d", e.id, text, got, bar)
		}
		weight := e.weight
		e.weight = 0
		got := firstEnd(t, text)
		e.weight = weight
		if got > slash || got < 0 {
			t.Errorf("%s: %q ends at %d without the row too", e.id, text, got)
		}
	}
}

// firstEnd is where the content of the first attribution of a text ends; -1 if there is none.
func firstEnd(t *testing.T, text string) int {
	d := capped(t, text)
	if len(d.Attributions) == 0 || len(d.Attributions[0].Content) == 0 {
		return -1
	}
	return d.Attributions[0].Content[len(d.Attributions[0].Content)-1].End
}
