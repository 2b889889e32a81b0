package commitment

import (
	"cmp"
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// A line is one of the table that decides how far a source commits.
type line struct {
	id    string
	says  string // why, for explain
	match func(*Act) bool
	code  string
}

// certain is the last line: nothing lowers the commitment.
var certain = line{id: "certain", says: "the source states it and nothing lowers that", code: extract.CertainPos}

// commitments decide how far a source commits to its content; the first that
// matches wins. The codes and their order are those of docs/schema.md, which
// follows FactBank.
var commitments = []line{
	{"withheld", "the cue declines, doubts, retracts or demands, or is negated", func(c *Act) bool { return withheld[c.Claim.Stance] || c.Reading.negatedCue }, extract.Uncommitted},
	{"unreal", "the act itself is supposed, possible or to come", func(c *Act) bool { return c.Reading.unreal }, extract.Uncommitted},
	{"conditional", "the content hangs on a condition", func(c *Act) bool { return c.Reading.conditional }, extract.Uncommitted},
	{"question", "the content is asked", func(c *Act) bool { return c.Reading.question }, extract.Uncommitted},
	{"command", "the content only asks for something", func(c *Act) bool { return c.Reading.command }, extract.Uncommitted},
	{"deny", "the cue denies the content", func(c *Act) bool { return c.Claim.Stance == "deny" }, extract.CertainNeg},
	{"hearsay", "the cue passes on hearsay", func(c *Act) bool { return c.Claim.Stance == "hearsay" && c.Reading.level != possible }, extract.ProbablePos},
	{"possible", "a hedge makes the content no more than possible", func(c *Act) bool { return c.Reading.level == possible }, extract.PossiblePos},
	{"probable", "a hedge, or the sense of the cue, makes the content probable", func(c *Act) bool { return c.Reading.level == probable || short[c.Claim.Stance] }, extract.ProbablePos},
}

// withheld are the stances whose source does not commit to the content at all.
var withheld = map[string]bool{"decline": true, "doubt": true, "retract": true, "demand": true}

// short are the stances that fall short of a statement of fact.
var short = map[string]bool{"predict": true, "intend": true, "estimate": true, "believe": true}

// refusals are the stances of negated cues: who does not say so declines to, who does
// not believe it doubts it.
var refusals = map[string]string{extract.Assert: extract.Decline, extract.Confirm: extract.Decline, extract.Deny: extract.Decline, extract.Believe: extract.Doubt}

// deciding is the line of the table that holds for c.
func deciding(c *Act) *line {
	for i := range commitments {
		if commitments[i].match(c) {
			return &commitments[i]
		}
	}
	return &certain
}

// An Act is an act of saying with the claim that it makes.
type Act struct {
	Claim   *extract.Claim
	Parent  int // the act whose content it lies in, index among those that are settled; -1 at top
	Reading Reading
}

// Settle fills the commitment of the claims, outer ones first: what is said inside a denial, a
// plan, a question or a supposition has not surely been said. Parents that run in a circle
// are cut.
func Settle(acts []Act) {
	state := make([]uint8, len(acts))
	for i := range acts {
		settle(acts, i, state)
	}
}

// settle settles the parents of act i, then i itself.
func settle(acts []Act, i int, state []uint8) {
	var chain []int
	for i >= 0 && state[i] == 0 {
		state[i] = 1
		chain = append(chain, i)
		i = acts[i].Parent
	}
	if i >= 0 && state[i] == 1 {
		acts[chain[len(chain)-1]].Parent = -1
	}
	for k := len(chain) - 1; k >= 0; k-- {
		c := &acts[chain[k]]
		if c.Parent >= 0 && unsaid(&acts[c.Parent], c) {
			c.Reading.unreal = true
		}
		c.fill()
		state[chain[k]] = 2
	}
}

// unsaid reports whether the act c, which lies in the content of its parent, has not surely
// taken place.
func unsaid(parent, c *Act) bool {
	switch {
	case c.Claim.Cue == nil || !within(parent.Claim.Parts, c.Claim.Cue.Span):
		return false
	case c.Reading.related >= max(1, parent.Claim.Parts[0].Start): // wants to hear a guard | who said it leaked, rejected an offer | that it called poor
		return false
	case parent.Reading.unreal:
		return true
	case parent.Claim.Stance == extract.Deny || withheld[parent.Claim.Stance] || parent.Reading.negatedCue:
		return true
	}
	return c.Reading.infinitive && parent.Claim.Factuality != extract.CertainPos && short[parent.Claim.Stance]
}

func within(parts []extract.Passage, s extract.Span) bool {
	return slices.ContainsFunc(parts, func(p extract.Passage) bool { return p.Contains(s) })
}

// fill writes what the reading says to the claim.
func (c *Act) fill() {
	k, r := c.Claim, &c.Reading
	if k.Stance == extract.Assert && r.stance != "" && k.Type != extract.Direct {
		k.Stance = cmp.Or(r.stance, extract.Assert)
	}
	if r.negatedCue {
		k.Stance = cmp.Or(refusals[k.Stance], k.Stance)
	}
	k.Negated, k.Conditional, k.Hedges = r.negated, r.conditional, r.hedges
	if k.Stance == extract.Hearsay && k.Cue != nil && !slices.ContainsFunc(k.Hedges, func(h extract.Passage) bool { return h.Span == k.Cue.Span }) {
		k.Hedges = append([]extract.Passage{*k.Cue}, k.Hedges...)
	}
	k.Factuality = deciding(c).code
}

// Why names the line of the table that decides for an act, and says why: "question: the
// content is asked".
func (c *Act) Why() string {
	l := deciding(c)
	return l.id + ": " + l.says
}
