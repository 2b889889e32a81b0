package attribution

import (
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// TestNoActs reads the example of each line of the table with it and without it.
func TestNoActs(t *testing.T) {
	found := func(text string) int {
		d := &extract.Document{Article: &extract.Article{Text: text}}
		for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage, Quotes, Stage} {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
			d.Has |= s.Gives
		}
		return len(d.Attributions)
	}
	for i := range noActs {
		n := &noActs[i]
		with := found(n.example)
		kept := n.frames
		n.frames = 0
		if without := found(n.example); with >= without {
			t.Errorf("%s: %d acts with it, %d without it: %s", n.id, with, without, n.example)
		}
		n.frames = kept
	}
}
