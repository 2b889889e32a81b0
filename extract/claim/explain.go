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

// An Explanation says why a claim was made, part by part.
type Explanation struct {
	Claim string   `json:"claim"` // its id
	Why   []Reason `json:"why"`
}

// A Reason is what is to be said of one part of a claim: "source", "who", "time" ….
type Reason struct {
	Part string `json:"part"`
	Text string `json:"text"`
}

// String writes a line for each reason, its part in front.
func (e Explanation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s %s\n", "claim", e.Claim)
	for _, w := range e.Why {
		fmt.Fprintf(&b, "%-12s %s\n", w.Part, w.Text)
	}
	return b.String()
}

func (e *Explanation) add(part, format string, args ...any) {
	e.Why = append(e.Why, Reason{part, fmt.Sprintf(format, args...)})
}

// Explain says why each claim of a document was made: its sentence, the rule that fired
// with its example, what each part matched and stands for, which line of the table of
// commitments held, and what the runner-up rule would have said. The last, the examples
// of attribution's rules and the weights of pronouns are there if attribution.Explain
// and coref.Explain ran before, as pipeline.Explain does.
func Explain(d *extract.Document) []Explanation {
	x := explainer{Document: d, choices: map[extract.Span]*extract.Choice{}, claims: map[string]*extract.Claim{}, lines: map[string]string{}}
	for i := range d.Choices {
		x.choices[d.Choices[i].Span] = &d.Choices[i]
	}
	for i := range d.Claims {
		x.claims[d.Claims[i].ID] = &d.Claims[i]
	}
	a := assemble(d)
	a.finish()
	for i := range a.records {
		act := a.records[i].act()
		x.lines[a.records[i].claim.ID] = act.Why()
	}
	out := make([]Explanation, 0, len(d.Claims))
	for i := range d.Claims {
		out = append(out, x.explain(&d.Claims[i]))
	}
	return out
}

// An explainer explains the claims of one document.
type explainer struct {
	*extract.Document
	choices map[extract.Span]*extract.Choice // by their passage
	claims  map[string]*extract.Claim        // by id
	lines   map[string]string                // of the table of commitments, by id of the claim
}

func (x *explainer) explain(c *extract.Claim) Explanation {
	e := Explanation{Claim: c.ID}
	e.add("sentence", "%d: %s", c.Sentence, x.sentence(c))
	e.add("rule", "%s", c.Rule)
	if example := examples[c.Rule]; example != "" {
		e.add("example", "%s", example)
	}
	x.parts(&e, c)
	x.commitment(&e, c)
	x.choice(&e, c)
	if up := x.claims[c.Parent]; up != nil {
		e.add("inside", "%s: %s", c.Parent, up.Content)
	}
	return e
}

// sentence is the text of the sentence that the cue stands in, or that the first part
// starts in.
func (x *explainer) sentence(c *extract.Claim) string {
	at := 0
	switch {
	case c.Cue != nil:
		at = c.Cue.Start
	case len(c.Parts) > 0:
		at = c.Parts[0].Start
	}
	if i := x.SentenceAt(at); i < len(x.Sentences) {
		return x.In(x.Sentences[i].Span)
	}
	return ""
}

// parts says what each part of the claim matched.
func (x *explainer) parts(e *Explanation, c *extract.Claim) {
	if c.Source.Mention != "" {
		e.add("source", "%q is %s", c.Source.Mention, described(&c.Source))
	} else {
		e.add("source", "none: %s", c.Source.Kind)
	}
	x.who(e, c)
	if c.Cue != nil {
		e.add("cue", "%q, stance %s", c.Cue.Text, c.Stance)
	}
	if c.Addressee != nil {
		e.add("addressee", "%q", c.Addressee.Text)
	}
	for _, p := range c.Parts {
		e.add("content", "%q, %s", p.Text, c.Type)
	}
	for i := range c.Quantities {
		q := &c.Quantities[i]
		e.add("quantity", "%q is %s", q.Text, strings.Join(strings.Fields(fmt.Sprint(q.Kind, " ", q.Value, " ", q.Unit, " ", thing(q.Of))), " "))
	}
	for i := range c.Times {
		t := &c.Times[i]
		e.add("time", "%q is %s, when it was %s: %s", t.Text, strings.TrimSpace(t.Type+" "+t.Value), roles[t.Role], x.reckoned(t))
	}
	for i := range c.Places {
		e.add("place", "%s", x.place(&c.Places[i]))
	}
}

func thing(of string) string {
	if of == "" {
		return ""
	}
	return "of " + of
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
func (x *explainer) commitment(e *Explanation, c *extract.Claim) {
	why := c.Factuality
	if line := x.lines[c.ID]; line != "" {
		why += " by line " + line
	}
	for _, h := range c.Hedges {
		why += fmt.Sprintf("; hedge %q", h.Text)
	}
	if c.Negated {
		why += "; negated content"
	}
	e.add("commitment", "%s", why)
}

// choice adds what attribution says of its choice: "part: text" each.
func (x *explainer) choice(e *Explanation, c *extract.Claim) {
	if c.Attribution < 0 || c.Attribution >= len(x.Attributions) {
		return
	}
	for _, why := range x.Attributions[c.Attribution].Why {
		part, text, ok := strings.Cut(why, ": ")
		if !ok {
			part, text = "matched", why
		}
		e.add(part, "%s", text)
	}
}
