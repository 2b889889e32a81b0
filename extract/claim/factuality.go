package claim

import (
	"cmp"
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// The classes of cues that this package sets or asks for.
const (
	assert  = "assert"
	deny    = "deny"
	retract = "retract"
	hearsay = "hearsay"
)

// A commitment is a line of the table that decides how far a source commits.
type commitment struct {
	id    string
	says  string // why, for explain
	match func(*record) bool
	code  string
}

// certain is the last line: nothing lowers the commitment.
var certain = commitment{id: "certain", says: "the source states it and nothing lowers that", code: extract.CertainPos}

// commitments decide how far a source commits to its content; the first that
// matches wins. The codes and their order are those of docs/schema.md, which
// follows FactBank.
var commitments = []commitment{
	{"withheld", "the cue declines, doubts, retracts or demands, or is negated", func(c *record) bool { return withheld[c.claim.Stance] || c.reading.negatedCue }, extract.Uncommitted},
	{"unreal", "the act itself is supposed, possible or to come", func(c *record) bool { return c.reading.unreal }, extract.Uncommitted},
	{"conditional", "the content hangs on a condition", func(c *record) bool { return c.reading.conditional }, extract.Uncommitted},
	{"question", "the content is asked", func(c *record) bool { return c.reading.question }, extract.Uncommitted},
	{"deny", "the cue denies the content", func(c *record) bool { return c.claim.Stance == "deny" }, extract.CertainNeg},
	{"hearsay", "the cue passes on hearsay", func(c *record) bool { return c.claim.Stance == "hearsay" && c.reading.level != possible }, extract.ProbablePos},
	{"possible", "a hedge makes the content no more than possible", func(c *record) bool { return c.reading.level == possible }, extract.PossiblePos},
	{"probable", "a hedge, or the sense of the cue, makes the content probable", func(c *record) bool { return c.reading.level == probable || short[c.claim.Stance] }, extract.ProbablePos},
}

// withheld are the stances whose source does not commit to the content at all.
var withheld = map[string]bool{"decline": true, "doubt": true, "retract": true, "demand": true}

// short are the stances that fall short of a statement of fact.
var short = map[string]bool{"predict": true, "intend": true, "estimate": true, "believe": true}

// refusals are the stances of negated cues: who does not say so declines to, who does
// not believe it doubts it.
var refusals = map[string]string{assert: "decline", "confirm": "decline", deny: "decline", "believe": "doubt"}

// deciding is the line of the table that holds for c.
func deciding(c *record) *commitment {
	for i := range commitments {
		if commitments[i].match(c) {
			return &commitments[i]
		}
	}
	return &certain
}

// settle fills the commitment of every record, outer ones first: what is
// said inside a denial, a plan, a question or a supposition has not surely been said.
func (a *assembler) settle() {
	state := make([]uint8, len(a.records))
	for i := range a.records {
		a.commit(i, state)
	}
}

// commit settles the parents of claim i, then i itself. Parents that run in a circle
// are cut.
func (a *assembler) commit(i int, state []uint8) {
	var chain []int
	for i >= 0 && state[i] == 0 {
		state[i] = 1
		chain = append(chain, i)
		i = a.records[i].parent
	}
	if i >= 0 && state[i] == 1 {
		a.records[chain[len(chain)-1]].parent = -1
	}
	for k := len(chain) - 1; k >= 0; k-- {
		c := &a.records[chain[k]]
		if c.parent >= 0 && a.unsaid(&a.records[c.parent], c) {
			c.reading.unreal = true
		}
		c.fill()
		state[chain[k]] = 2
	}
}

// unsaid reports whether the act of c, which lies in the content of its parent,
// has not surely taken place.
func (a *assembler) unsaid(parent, c *record) bool {
	switch {
	case c.claim.Cue == nil || !within(parent.claim.Parts, c.claim.Cue.Span):
		return false
	case parent.claim.Stance == "deny" || withheld[parent.claim.Stance] || parent.reading.negatedCue || parent.reading.unreal:
		return true
	}
	return c.reading.infinitive && parent.claim.Factuality != extract.CertainPos && short[parent.claim.Stance]
}

func within(parts []extract.Passage, s extract.Span) bool {
	for i := range parts {
		if parts[i].Contains(s) {
			return true
		}
	}
	return false
}

// fill writes what the reading says to the claim.
func (c *record) fill() {
	k, r := &c.claim, &c.reading
	if k.Stance == "" || k.Stance == assert && r.stance != "" && k.Type != extract.Direct {
		k.Stance = cmp.Or(r.stance, assert)
	}
	if r.negatedCue {
		k.Stance = cmp.Or(refusals[k.Stance], k.Stance)
	}
	k.Negated, k.Conditional, k.Hedges = r.negated, r.conditional, r.hedges
	if k.Stance == hearsay && k.Cue != nil && !slices.ContainsFunc(k.Hedges, func(h extract.Passage) bool { return h.Span == k.Cue.Span }) {
		k.Hedges = append([]extract.Passage{*k.Cue}, k.Hedges...)
	}
	k.Factuality = deciding(c).code
}
