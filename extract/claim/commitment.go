package claim

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// The classes of cues that a record's stance names.
const (
	assert  = "assert"
	deny    = "deny"
	retract = "retract"
	hearsay = "hearsay"
)

// commit fills hedges, negated, conditional and factuality: how far the source
// stands behind the content as written.
func (a *assembler) commit(c *extract.Claim, at *extract.Attribution) {
	v := a.view(c)
	c.Hedges, c.Negated, c.Conditional = v.hedges, v.negated, v.conditional
	if c.Stance == hearsay && c.Cue != nil {
		c.Hedges = append([]extract.Passage{*c.Cue}, c.Hedges...)
	}
	if v.stance != "" && c.Stance == assert {
		c.Stance = v.stance
	}
	c.Factuality = factuality(c.Stance, at != nil && at.Negated, &v)
}

// factuality is the table of docs/schema.md; the first line that holds decides.
func factuality(stance string, negatedCue bool, v *view) string {
	switch stance {
	case "decline", "doubt", retract, "demand":
		return extract.Uncommitted
	}
	switch {
	case negatedCue, v.conditional, v.asked:
		return extract.Uncommitted
	case stance == deny:
		return extract.CertainNeg
	case v.possible:
		return extract.PossiblePos
	case stance == hearsay, len(v.hedges) > 0:
		return extract.ProbablePos
	}
	switch stance {
	case "predict", "intend", "estimate", "believe":
		return extract.ProbablePos
	}
	return extract.CertainPos
}

// A hedge is a word that lowers commitment.
type hedge struct {
	possible bool   // may, perhaps: possible; otherwise probable
	stance   string // class of a verb of thinking that the source says of itself: expect, believe
}

var hedges = sync.OnceValue(func() map[string]hedge {
	m := map[string]hedge{}
	for _, r := range lexicon.Must("hedges").Rows {
		for _, w := range lexicon.Split(r.Cells[0]) {
			m[w] = hedge{r.Cells[1] == "possible", r.Cells[2]}
		}
	}
	return m
})

// A view is what the words of a content say about its commitment.
type view struct {
	hedges      []extract.Passage
	possible    bool
	negated     bool
	conditional bool
	asked       bool
	stance      string // of the main verb, where the source speaks of itself: "said he expected"
}

// view reads the content of a claim. Only its main clauses count: a hedge or a
// negation inside a relative clause is about something else.
func (a *assembler) view(c *extract.Claim) view {
	var v view
	for k := range c.Parts {
		a.viewPart(&v, c, c.Parts[k].Span)
	}
	return v
}

func (a *assembler) viewPart(v *view, c *extract.Claim, part extract.Span) {
	first, end := a.TokensIn(part)
	s := scanner{a: a, v: v, first: first, end: end, own: c.Source.Kind == "person" || c.Source.Kind == "group" || c.Source.Kind == "organisation"}
	for i := first; i < end; i++ {
		s.token(i)
	}
	if c.Type == extract.Direct && strings.Contains(a.In(part), "?") {
		v.asked = true
	}
	if first < end && askedWords[a.Tokens[first].Norm] && c.Type != extract.Direct {
		v.asked = true
	}
}

// askedWords open an indirect question: "asked whether", "unclear if".
var askedWords = map[string]bool{"whether": true, "if": false, "why": true, "how": true, "who": true, "what": false, "where": true, "when": false}

// A scanner walks the tokens of one part.
type scanner struct {
	a          *assembler
	v          *view
	first, end int
	own        bool
	depth      int  // inside a relative clause when > 0
	verb       bool // the main verb has been seen
}

func (s *scanner) token(i int) {
	t := &s.a.Tokens[i]
	switch {
	case t.Norm == "," && s.depth > 0 && !relative(s.a, i+1):
		s.depth = 0
	case i > s.first && relative(s.a, i):
		s.depth = 1
	case t.Norm == "." || t.Norm == ";" || t.Norm == "?" || t.Norm == "!":
		s.depth, s.verb = 0, false
	}
	if s.condition(i) {
		s.v.conditional = true
	}
	if s.depth > 0 {
		return
	}
	if h, ok := hedges()[t.Norm]; ok && s.hedging(i, h) {
		s.v.hedges = append(s.v.hedges, s.a.Passage(t.Span))
		s.v.possible = s.v.possible || h.possible
		if h.stance != "" && s.v.stance == "" {
			s.v.stance = h.stance
		}
	}
	if negations[t.Norm] && (!s.verb || i > 0 && finite(s.a.Tokens[i-1].XPOS)) {
		s.v.negated = true
	}
	if finite(t.XPOS) {
		s.verb = true
	}
}

var negations = map[string]bool{
	"not": true, "n't": true, "no": true, "never": true, "nobody": true, "none": true, "neither": true, "nothing": true, "nowhere": true, "cannot": true, "hardly": true,
}

func finite(xpos string) bool {
	return xpos == "MD" || xpos == "VBD" || xpos == "VBZ" || xpos == "VBP"
}

// relative reports whether token i opens a relative clause.
func relative(a *assembler, i int) bool {
	if i >= len(a.Tokens) {
		return false
	}
	switch a.Tokens[i].Norm {
	case "who", "whom", "whose", "which", "where":
		return a.Tokens[i].XPOS != "WRB" || i > 0 && a.Tokens[i-1].Norm == ","
	}
	return false
}

// hedging tells a hedge from the same letters in another sense: May the month, a
// verb of thinking that is not the first of the content or not the source's own.
func (s *scanner) hedging(i int, h hedge) bool {
	t := &s.a.Tokens[i]
	if h.stance != "" {
		return s.own && !s.verb && i <= s.first+2 && (finite(t.XPOS) || t.XPOS == "VBN") && i > s.first && selfish[s.a.Tokens[s.first].Norm]
	}
	switch t.XPOS {
	case "NNP", "NNPS":
		return false
	case "MD":
		return true
	}
	return t.Norm != "may" && t.Norm != "might"
}

// selfish words are those by which a source speaks of itself.
var selfish = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true}

// condition reports whether token i opens the antecedent of a conditional.
func (s *scanner) condition(i int) bool {
	t := &s.a.Tokens[i]
	before := ""
	if i > s.first {
		before = s.a.Tokens[i-1].Norm
	}
	switch t.Norm {
	case "unless":
		return true
	case "if":
		return before != "as" && before != "what" && !asksIf(s.a, i)
	case "provided", "assuming":
		return i+1 < s.end && s.a.Tokens[i+1].Norm == "that"
	case "should", "were", "had":
		return (i == s.first || before == "," || before == "``" || before == "\"") && i+1 < s.end && inverts(s.a.Tokens[i+1].XPOS)
	}
	return false
}

func inverts(xpos string) bool {
	return xpos == "PRP" || xpos == "DT" || xpos == "NNP" || xpos == "NNS" || xpos == "NNPS" || xpos == "PRP$"
}

// asksIf: in "asked if", "know if" the word means whether.
func asksIf(a *assembler, i int) bool {
	if i == 0 {
		return false
	}
	switch a.Tokens[i-1].Lemma {
	case "ask", "know", "wonder", "see", "say", "unclear", "decide", "question", "determine", "sure", "tell":
		return true
	}
	return false
}
