package claim

import (
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Explain says why a claim of the document was made: its sentence, the rule that
// fired, what each part matched, what set its commitment, and what the runner-up
// rule would have said. It is an error for the document to have no such claim.
func Explain(d *extract.Document, id string) (string, error) {
	for i := range d.Claims {
		if d.Claims[i].ID == id {
			return explain(d, &d.Claims[i]), nil
		}
	}
	return "", fmt.Errorf("no claim %s in this document", id)
}

func explain(d *extract.Document, c *extract.Claim) string {
	var b strings.Builder
	row := func(name, format string, args ...any) {
		fmt.Fprintf(&b, "%-12s %s\n", name, fmt.Sprintf(format, args...))
	}
	row("claim", "%s", c.ID)
	row("sentence", "%d: %s", c.Sentence, sentences(d, c))
	row("rule", "%s, right in %.0f of 100 on the development set (0: seen too rarely to say)", c.Rule, 100*c.Conf)
	if c.Source.Mention != "" {
		row("source", "%q is %s", c.Source.Mention, described(&c.Source))
	} else {
		row("source", "none: %s", c.Source.Kind)
	}
	if c.Cue != nil {
		row("cue", "%q, stance %s", c.Cue.Text, c.Stance)
	}
	for _, p := range c.Parts {
		row("content", "%q", p.Text)
	}
	row("commitment", "%s", commitment(c))
	if c.Attribution >= 0 && c.Attribution < len(d.Attributions) {
		for _, why := range d.Attributions[c.Attribution].Why {
			row("", "%s", why)
		}
	}
	if c.Parent != "" {
		row("inside", "%s", c.Parent)
	}
	return b.String()
}

func sentences(d *extract.Document, c *extract.Claim) string {
	at := 0
	switch {
	case c.Cue != nil:
		at = c.Cue.Start
	case len(c.Parts) > 0:
		at = c.Parts[0].Start
	}
	if i := d.SentenceAt(at); i < len(d.Sentences) {
		return d.In(d.Sentences[i].Span)
	}
	return ""
}

func described(s *extract.Source) string {
	text := s.Kind
	if s.Name != "" {
		text += " " + s.Name
	}
	if s.Role != "" {
		text += " (" + s.Role + ")"
	}
	return text
}

// commitment says which line of the factuality table held.
func commitment(c *extract.Claim) string {
	var why []string
	for _, h := range c.Hedges {
		why = append(why, fmt.Sprintf("hedge %q", h.Text))
	}
	if c.Conditional {
		why = append(why, "conditional")
	}
	if c.Negated {
		why = append(why, "negated content")
	}
	return strings.Join(append([]string{c.Factuality, "stance " + c.Stance}, why...), ", ")
}
