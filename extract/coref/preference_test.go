package coref

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/entity"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// TestPreferences resolves the example of each preference with it and without it.
func TestPreferences(t *testing.T) {
	for i := range preferences {
		p := &preferences[i]
		if !linked(t, p.example) {
			t.Errorf("%s: the example is not resolved: %s", p.id, p.example)
		}
		weight := p.weight
		p.weight = 0
		if linked(t, p.example) {
			t.Errorf("%s: the example is resolved without it too: %s", p.id, p.example)
		}
		p.weight = weight
	}
}

// TestTraits resolves the example of each trait with it and without it.
func TestTraits(t *testing.T) {
	for i := range traits {
		p := &traits[i]
		if !linked(t, p.example) {
			t.Errorf("%s: the example is not resolved: %s", p.id, p.example)
		}
		weight, holds := p.weight, p.holds
		p.weight, p.holds = 0, func(*reading) bool { return false }
		if linked(t, p.example) {
			t.Errorf("%s: the example is resolved without it too: %s", p.id, p.example)
		}
		p.weight, p.holds = weight, holds
	}
}

// linked reports whether the two stretches in square brackets are in one chain; of a
// text with one stretch, whether it is in none.
func linked(t testing.TB, marked string) bool {
	var text strings.Builder
	var spans []extract.Span
	for part := range strings.SplitSeq(marked, "[") {
		inner, rest, ok := strings.Cut(part, "]")
		if ok {
			spans = append(spans, extract.Span{Start: text.Len(), End: text.Len() + len(inner)})
		}
		text.WriteString(inner + rest)
	}
	d := &extract.Document{Article: &extract.Article{Text: text.String()}}
	for i, p := range extract.SplitParagraphs(d.Text) {
		section := extract.Body
		if i == 0 && strings.Contains(d.In(p), ": ") {
			section = extract.Title
		}
		d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: p, Section: section})
	}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage, entity.Stage, attribution.Quotes, attribution.Stage, Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	if len(spans) == 0 {
		return false
	}
	chains := make([]int, len(spans))
	for i, s := range spans {
		chains[i] = -1 - i
		for _, e := range d.Entities {
			if e.Chain >= 0 && e.Overlaps(s) {
				chains[i] = e.Chain
			}
		}
	}
	if len(spans) == 1 {
		return chains[0] < 0
	}
	return chains[0] == chains[1]
}
