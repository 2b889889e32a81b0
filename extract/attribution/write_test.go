package attribution

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// explained is the Why of each attribution of a text, a line each.
func explained(t *testing.T, text string) string {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, Quotes, Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	Explain(d, nil)
	var lines []string
	for _, a := range d.Attributions {
		lines = append(lines, a.Why...)
	}
	return strings.Join(lines, "\n")
}

func TestExplain(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Grant told the board on Monday that the mine is shut.", "example: Lee told the council on Monday that the bridge is closed. (Lee | told | the bridge is closed)"},
		{"Grant said on Monday that the mine is shut.", "runner-up: attr.svo-clause/1 would have said Grant | said | "},
		{"The mine is shut, according to Grant.", "runner-up: none, for the cue is no verb"},
		{"Grant denounced the plan.", "runner-up: none, no later rule fits the cue"},
	} {
		if got := explained(t, tt.text); !strings.Contains(got, tt.want) {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
