package attribution

import (
	"strconv"

	"github.com/claimwire/claimwire/extract"
)

// Where the clause that the cue stands in gives way to another, its content ends with it.
const (
	edgeSentence = "edge.sentence"       // Lee said the dam was full|.
	edgeLeadIn   = "edge.lead-in"        // While Lee said the dam was full|, Hale did not.
	edgeQuoted   = "edge.lead-in-quote"  // After saying it was “a fine dam,”| the mayor left the room.
	edgeRelative = "edge.relative-comma" // Lee, who said the dam was full|, left the room.
	edgeOuter    = "edge.relative-verb"  // Guards who said the dam was full | said it leaked.
	edgeParent   = "edge.parent"         // where the content of the act around it ends
	edgeNext     = "edge.next"           // where the source of the next act begins
)

// clauseEnd is the end of the clause that starts at token i and is content of v.
func (r *reader) clauseEnd(i int, v *verb) int {
	limit := r.subordinateEnd(v, true)
	return r.contentEnd(clauseEdges, &content{v, i, true}, i+2, limit-2, limit)
}

// phraseEnd is the end of the phrase that starts at token i: an object, an infinitive, a
// prepositional phrase.
func (r *reader) phraseEnd(i int, v *verb) int {
	limit := r.subordinateEnd(v, false)
	return r.contentEnd(phraseEdges, &content{v, i, false}, i+1, limit, limit)
}

// odds is how likely content ends at a token, in hundredths, where the weights add up to i-maxWeight.
var odds = [...]int{6, 11, 20, 33, 50, 67, 80, 89, 94}

const maxWeight = len(odds) / 2

// contentEnd is where the content most likely ends: before one of the tokens [from, to) outside
// quotations, or at the limit. Each token that one of the edges ends it at takes its share of what
// those before it left.
func (r *reader) contentEnd(edges []edge, c *content, from, to, limit int) int {
	at, id, share, left := limit, c.v.edge, 0, 100
	other := id
	for j := from; j < to && left > share; j++ {
		if r.quote[j] >= 0 && !r.isBreak(j) {
			continue
		}
		ends, weight := r.weigh(edges, c, j)
		if ends == "" {
			continue
		}
		p := left * odds[min(max(weight+maxWeight, 0), len(odds)-1)] / 100
		if left -= p; p > share {
			at, id, share, other = j, ends, p, id
		}
	}
	if left > share {
		return limit
	}
	c.v.edge = id + ", " + strconv.Itoa(share) + " % before " + other
	return at
}

// weigh adds up what speaks for an end before token j, and if anything does, what speaks against it.
func (r *reader) weigh(edges []edge, c *content, j int) (ends string, weight int) {
	for i := range edges {
		if e := &edges[i]; e.holds(r, c, j) {
			if weight += e.weight; ends == "" {
				ends = e.id
			}
		}
	}
	if ends == "" {
		return "", 0
	}
	for i := range goesOn {
		if goesOn[i].holds(r, c, j) {
			weight += goesOn[i].weight
		}
	}
	return ends, weight
}

// subordinateEnd is the end of the clause that v itself stands in: the sentence's, or the
// comma where a clause that began with "if", "while" or a participle gives way to the main one.
// Its content is a clause, or else a phrase.
func (r *reader) subordinateEnd(v *verb, clause bool) int {
	v.edge = edgeSentence
	lead := r.leadEnd(v)
	if r.relativeAt(v) >= 0 || v.bare && v.subject.b == v.group.a || r.is(v.group.a-1, "that") && r.isNoun(v.group.a-2) && v.subject.b == v.group.a-1 {
		return min(r.relativeEnd(v, clause), lead)
	}
	if lead < r.last {
		v.edge = edgeLeadIn
		return lead
	}
	if !v.subject.empty() && r.isDash(v.subject.a-1) { // the fund – filings show it is broke | – has a plan
		for j := v.group.b + 1; j < r.last-1; j++ {
			if r.isDash(j) && r.quote[j] < 0 {
				v.edge = edgeRelative
				return j
			}
		}
	}
	if !r.fronted(v) {
		return r.last
	}
	for j := v.group.b + 1; j < r.last-2; j++ {
		if r.isComma(j) && r.quote[j] < 0 && r.opensMain(r.skipAdverbs(j+1)) {
			v.edge = edgeLeadIn
			return j
		}
		if r.quote[j] >= 0 && r.quote[j+1] < 0 && r.isComma(j-1) && r.opensMain(j+1) {
			v.edge = edgeQuoted
			return j + 1
		}
	}
	return r.last
}

// leadEnd is where the words around v, which have no verb of their own, give way to the main clause in the layer of
// phrases: for a guard who said it leaked, | Lee had a good day; despite claims that it leaked, | Lee left. It is the
// end of the sentence where they do not.
func (r *reader) leadEnd(v *verb) int {
	c := r.d.ClauseAt(v.t)
	for c >= 0 && r.d.Clauses[c].Parent >= 0 {
		c = r.d.Clauses[c].Parent
	}
	if c < 0 || r.d.Clauses[c].Subject >= 0 || r.d.Clauses[c].Verb >= 0 && r.d.Verbs[r.d.Clauses[c].Verb].First != r.first {
		return r.last
	}
	end := r.d.Clauses[c].Last
	for c++; c < len(r.d.Clauses) && r.d.Clauses[c].First < r.last; c++ {
		next := &r.d.Clauses[c]
		if next.Kind == extract.MainClause && next.First >= end {
			if next.Joined || next.Subject < 0 || next.Verb < 0 || !r.isBreak(end) && !r.isBreak(end-1) {
				return r.last
			}
			return end
		}
	}
	return r.last
}

// fronted reports whether the clause of v leads in to the main one of its sentence.
func (r *reader) fronted(v *verb) bool {
	if v.group.a == r.first && (v.bare || v.subject.empty() || r.tagged(v.group.a, "VBG")) {
		return true
	}
	lead := v.group.a - 1
	if !v.subject.empty() {
		lead = min(lead, v.subject.a-1)
	}
	if w := r.chunkLeft(v.t); r.isNoun(v.t) && !w.empty() { // despite Lee's new claim | that it leaked, the town
		lead = min(lead, w.a-1)
	}
	if k := lead; r.is(k, "and", "or") && r.subordinates(r.first) { // although he left | and Hale said he was ill, the town
		for k > r.first && !r.isComma(k) {
			k--
		}
		return k == r.first
	}
	if w := r.nounLeft(lead - 1); r.is(lead, "that", "when") && !w.empty() { // on the day | that Lee said it leaked, the town
		return r.tagged(w.a-1, "IN") && r.startsClause(w.a-1)
	}
	if !r.subordinates(lead) && !r.tagged(lead, "IN") && !(lead == r.first && r.is(lead, "should", "had", "were")) {
		return false
	}
	return lead == r.first || r.isMark(lead-1) || r.is(lead-1, "but", "and", "that", "even") || !r.finiteWithin(r.first, lead-r.first)
}

// leadsUp reports whether the sentence up to the relative clause at token a only leads in to its main
// clause: in a year | in which voters say they are poor, even the guards left.
func (r *reader) leadsUp(a int) bool {
	return r.subordinates(r.first) && !r.anyWord(r.first, a, ",") || r.tagged(r.first, "IN", "VBN", "VBG") && !r.finiteWithin(r.first, a-r.first)
}

// relativeAt is the token that opens the relative clause whose subject says v: a guard | who said, a talk |
// in which she said, the day | she said; -1 where v stands in none.
func (r *reader) relativeAt(v *verb) int {
	switch k := v.subject.a; {
	case v.subject.empty():
		return -1
	case r.isRelativePronoun(k), r.isRelativePronoun(v.subject.b - 1), r.tagged(k, "PRP") && r.isNoun(k-1) && !r.isTemporalDay(k-1): // guards, one of whom | said
		return k
	case r.isRelativePronoun(k-1) && r.tagged(k-2, "IN"):
		return k - 2
	case r.tagged(k-1, "WP", "WDT") && r.is(k-1, "which", "who", "whom") && r.isComma(k-2): // the town, | which Lee wants to leave, is old
		return k - 1
	}
	return -1
}

// relativeEnd is the end of the relative clause that v stands in: its closing comma, or the
// verb of the clause around it.
func (r *reader) relativeEnd(v *verb, clause bool) int {
	a := v.subject.a
	if k := r.relativeAt(v); k >= 0 {
		a = k
	}
	set := r.isMark(a - 1)
	lead := !set && r.leadsUp(a)
	for j := v.group.b + 1; j < r.last-1; j++ {
		if r.quote[j] >= 0 {
			continue
		}
		if lead && r.isBreak(j) && r.opensMain(r.skipAdverbs(j+1)) {
			v.edge = edgeLeadIn
			return j
		}
		if (set || r.wantsVerb(v)) && (r.isComma(j) || r.isDash(j) && !r.closesDash(v.group.b, j)) && r.isFinite(r.skipAdverbs(j+1)) {
			v.edge = edgeRelative
			return j
		}
		if !set && !clause && r.isRelativePronoun(v.subject.a) && r.isFinite(j) && r.isNoun(j-1) && r.upos(j) == "AUX" && !r.holdsClause(v.group.b, j) && !r.anyTagged(words{v.group.b, j}, "WP", "WDT", "WRB", "PRP") {
			v.edge = edgeOuter // people who support their bank | have left
			return j
		}
		if !set && r.isFinite(j) && (!clause || r.isSpeechVerb(j)) && !r.tagged(j-1, "PRP", "WP", "WDT", "EX") && (!clause && (r.isRelativePronoun(v.subject.a) || r.is(v.group.a-1, "that")) || !r.completes(j)) && r.governs(j, v) {
			v.edge = edgeOuter
			return j
		}
	}
	return r.last
}

// breaksAt reports whether the comma j may end a phrase: what follows takes it no further and
// is no part of a list.
func (r *reader) breaksAt(j int) bool {
	return r.isBreak(j) && !r.is(j+1, "including", "such", "particularly", "especially", "like", "with", "about", "from", "of", "along", "alongside", "across") && !(r.quote[j] < 0 && r.is(j+1, "among")) && !(r.is(j+1, "for") && r.tagged(j+2, "VBG", "PRP$")) && !(r.is(j+1, "as") && r.is(j+2, "well"))
}
