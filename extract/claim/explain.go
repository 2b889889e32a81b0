package claim

import (
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// examples are those of the rules of this package; attribution says its own.
var examples = map[string]string{
	reporterRule:   "Prices rose 3% in May. (a clause of the reporter with a number in it)",
	correctionRule: "Correction: An earlier version of this article misstated the toll. (what a correction note withdraws)",
}

// Explain says why a claim of the document was made: its sentence, the rule that
// fired with its example, what each part matched, which line of the table of
// commitments held, and what the runner-up rule would have said. The last and the
// examples of attribution's rules are there if attribution.Explain ran before. It is
// an error for the document to have no such claim.
func Explain(d *extract.Document, id string) (string, error) {
	for i := range d.Claims {
		if d.Claims[i].ID == id {
			return explain(d, &d.Claims[i]), nil
		}
	}
	return "", fmt.Errorf("no claim %s in this document", id)
}

// rows are lines with a name in front.
type rows struct{ strings.Builder }

func (r *rows) add(name, format string, args ...any) {
	fmt.Fprintf(r, "%-12s %s\n", name, fmt.Sprintf(format, args...))
}

func explain(d *extract.Document, c *extract.Claim) string {
	r := &rows{}
	r.add("claim", "%s", c.ID)
	r.add("sentence", "%d: %s", c.Sentence, sentence(d, c))
	r.add("rule", "%s, %s", c.Rule, precision(c.Conf))
	if example := examples[c.Rule]; example != "" {
		r.add("example", "%s", example)
	}
	r.parts(c)
	r.commitment(d, c)
	r.why(d, c)
	for i := range d.Claims {
		if d.Claims[i].ID == c.Parent {
			r.add("inside", "%s: %s", c.Parent, d.Claims[i].Content)
		}
	}
	return r.String()
}

func precision(conf float64) string {
	if conf == 0 {
		return "seen too rarely to say how often it is right"
	}
	return fmt.Sprintf("right in %.0f of 100 on articles that were not read", 100*conf)
}

// sentence is the text of the sentence that the cue stands in, or that the first part
// starts in.
func sentence(d *extract.Document, c *extract.Claim) string {
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

// parts says what each part of the claim matched.
func (r *rows) parts(c *extract.Claim) {
	if c.Source.Mention != "" {
		r.add("source", "%q is %s", c.Source.Mention, described(&c.Source))
	} else {
		r.add("source", "none: %s", c.Source.Kind)
	}
	if c.Cue != nil {
		r.add("cue", "%q, stance %s", c.Cue.Text, c.Stance)
	}
	if c.Addressee != nil {
		r.add("addressee", "%q", c.Addressee.Text)
	}
	for _, p := range c.Parts {
		r.add("content", "%q, %s", p.Text, c.Type)
	}
	for i := range c.Quantities {
		q := &c.Quantities[i]
		r.add("quantity", "%q is %s", q.Text, strings.Join(strings.Fields(fmt.Sprint(q.Kind, " ", q.Value, " ", q.Unit, " of ", q.Of)), " "))
	}
	for i := range c.Times {
		t := &c.Times[i]
		r.add("time", "%q is %s, when it was %s", t.Text, strings.TrimSpace(t.Type+" "+t.Value), roles[t.Role])
	}
}

// roles are the roles of times in words.
var roles = map[string]string{"said": "said", "content": "so"}

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

// commitment says which line of the table of commitments held, and on what words.
func (r *rows) commitment(d *extract.Document, c *extract.Claim) {
	why := c.Factuality
	if line := lineFor(d, c.ID); line != "" {
		why += " by line " + line
	}
	for _, h := range c.Hedges {
		why += fmt.Sprintf("; hedge %q", h.Text)
	}
	if c.Negated {
		why += "; negated content"
	}
	r.add("commitment", "%s", why)
}

// lineFor tells the line of the table that decided for the claim with this id.
func lineFor(d *extract.Document, id string) string {
	a := assemble(d)
	a.finish()
	for i := range a.records {
		if a.records[i].claim.ID == id {
			act := a.records[i].act()
			return act.Why()
		}
	}
	return ""
}

// why adds what attribution says of its choice: "name: text" each.
func (r *rows) why(d *extract.Document, c *extract.Claim) {
	if c.Attribution < 0 || c.Attribution >= len(d.Attributions) {
		return
	}
	for _, why := range d.Attributions[c.Attribution].Why {
		name, text, ok := strings.Cut(why, ": ")
		if !ok {
			name, text = "matched", why
		}
		r.add(name, "%s", text)
	}
}
