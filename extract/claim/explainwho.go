package claim

import (
	"fmt"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// who says why the source of a claim is who it is: how its pronoun or description was
// resolved, or where its bearer is named in full.
func (x *explainer) who(e *Explanation, c *extract.Claim) {
	if c.Attribution < 0 || c.Attribution >= len(x.Attributions) || c.Source.Span == nil {
		return
	}
	m := x.mention(c)
	if m == nil {
		if x.isPronoun(c) {
			e.add("who", "%q goes back to nobody: no person or body before it fits", c.Source.Mention)
		}
		return
	}
	ch := &x.Chains[m.Chain]
	text := x.In(m.Span)
	steps := map[extract.Span]bool{}
	for choice := x.choices[m.Span]; choice != nil && len(steps) < 4 && !steps[choice.Span]; choice = x.choices[choice.By] {
		steps[choice.Span] = true
		e.add("who", "%q%s goes back to %q%s by %s: %s", x.In(choice.Span), x.where(choice.Span), x.In(choice.By), x.where(choice.By), choice.Rule, choice.Why)
	}
	for _, i := range ch.Mentions {
		if full := &x.Entities[i]; full.Type != extract.PRON && full.Type != extract.NOM && x.In(full.Span) == ch.Name {
			if full.Span != m.Span {
				e.add("who", "%q is one of %d mentions of %s, first named in full%s", text, len(ch.Mentions), ch.Name, x.where(full.Span))
			}
			return
		}
	}
}

// mention is the entity whose chain gives a claim's source its name: the one that heads
// the source, or else one inside it; nil if there is none.
func (x *explainer) mention(c *extract.Claim) *extract.Entity {
	head := x.Attributions[c.Attribution].Head
	var inside *extract.Entity
	i := sort.Search(len(x.Entities), func(i int) bool { return x.Entities[i].End > c.Source.Start })
	for ; i < len(x.Entities) && x.Entities[i].Start < c.Source.End; i++ {
		m := &x.Entities[i]
		if m.Chain < 0 || m.Chain >= len(x.Chains) || x.Chains[m.Chain].Name != c.Source.Name {
			continue
		}
		if m.First <= head && head < m.Last {
			return m
		}
		if inside == nil {
			inside = m
		}
	}
	return inside
}

// isPronoun reports whether a claim's source is a personal pronoun of the third person.
func (x *explainer) isPronoun(c *extract.Claim) bool {
	return extract.OneOf(strings.ToLower(c.Source.Mention), "he", "she", "it", "they")
}

// where says which sentence holds a passage.
func (x *explainer) where(s extract.Span) string {
	if i := x.SentenceAt(s.Start); i < len(x.Sentences) {
		return fmt.Sprintf(" (sentence %d)", x.Sentences[i].Number)
	}
	return ""
}

// evidence is that of a direction, in words.
var evidence = map[string]string{
	"nearest": "the nearest such day, as nothing in the clause looks ahead",
	"tense":   "the tense of its clause",
}

// reckoned says how a time came to its value.
func (x *explainer) reckoned(t *extract.Time) string {
	var anchor string
	switch t.Anchor {
	case "":
		if t.Value == "" && x.Published.IsZero() {
			return t.Rule + ", unknown, as the article carries no date of publication"
		}
		return t.Rule + ", as written"
	case "dct":
		if x.Published.IsZero() {
			return t.Rule + ", unknown, as the article carries no date of publication"
		}
		y, m, d := x.Published.Date()
		from := ""
		if x.PublishedFrom != "" {
			from = " (from " + x.PublishedFrom + ")"
		}
		anchor = fmt.Sprintf("counted from the day of publication, %s %04d-%02d-%02d%s", x.Published.Weekday(), y, int(m), d, from)
	case "row":
		anchor = "with what stands at another place of its row"
	default:
		anchor = "counted from a time named before (" + t.Anchor + ")"
	}
	if t.Direction == "" {
		return t.Rule + ", " + anchor
	}
	way, why, ok := strings.Cut(t.Direction, ": ")
	switch {
	case !ok:
		return t.Rule + ", " + anchor + ", " + t.Direction
	case evidence[why] != "":
		why = evidence[why]
	default:
		why = fmt.Sprintf("the word %q", why)
	}
	return fmt.Sprintf("%s, %s, in the %s by %s", t.Rule, anchor, way, why)
}

// place says what a place is and how it was chosen of those with its name.
func (x *explainer) place(p *extract.Place) string {
	if choice := x.choices[p.Span]; choice != nil {
		why := choice.Why
		if !choice.By.Empty() {
			why += fmt.Sprintf(", %q%s", x.In(choice.By), x.where(choice.By))
		}
		return fmt.Sprintf("%q is %s by %s: %s", p.Text, p.ISO, choice.Rule, why)
	}
	if p.ISO == "" {
		return fmt.Sprintf("%q has no code: no list has it, and no state stands beside it", p.Text)
	}
	return fmt.Sprintf("%q is %s: as the lists have it", p.Text, p.ISO)
}
