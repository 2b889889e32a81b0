package commitment

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// attributed reads a text with one attribution marked in it: [source] <cue:stance> {content}.
func attributed(t *testing.T, marked string) (*Reader, *extract.Attribution) {
	t.Helper()
	var plain strings.Builder
	at := &extract.Attribution{Head: -1, CueHead: -1, Type: extract.Indirect, Parent: -1}
	for i := 0; i < len(marked); i++ {
		switch n := plain.Len(); marked[i] {
		case '[':
			at.Source.Start = n
		case ']':
			at.Source.End = n
		case '<':
			at.Cue.Start = n
		case ':':
			at.Cue.End = n
			i = strings.IndexByte(marked, '>')
		case '{':
			at.Content = []extract.Span{{Start: n}}
		case '}':
			at.Content[0].End = n
		default:
			plain.WriteByte(marked[i])
		}
	}
	d := &extract.Document{Article: &extract.Article{Text: plain.String()}}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	first, end := d.TokensIn(at.Cue)
	for k := first; k < end; k++ {
		if at.CueHead < 0 || strings.HasPrefix(d.Tokens[k].XPOS, "V") {
			at.CueHead = k
		}
	}
	return NewReader(d, at.Content), at
}

// TestWithholdings reads the example of each line of the table with it and without it.
func TestWithholdings(t *testing.T) {
	for i := range withholdings {
		w := &withholdings[i]
		r, at := attributed(t, w.example)
		if !r.isWithheld(at) {
			t.Errorf("%s does not hold in %s", w.id, w.example)
		}
		kept := w.holds
		w.holds = func(*Reader, *cueWords) bool { return false }
		if r.isWithheld(at) {
			t.Errorf("%s: withheld without it too: %s", w.id, w.example)
		}
		w.holds = kept
	}
}
