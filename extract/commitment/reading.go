package commitment

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Reading is what the words of a content, and of its cue, say about commitment.
type Reading struct {
	negated     bool // the first main clause is negated
	conditional bool
	question    bool
	level       string // possible or probable, by the weakest hedge; "" without one
	hedges      []extract.Passage
	stance      string // of a verb by which the source speaks of itself: "said he expected"

	negatedCue bool // "did not say"
	unreal     bool // the act of saying itself is supposed, possible or yet to come
	infinitive bool // the cue is a bare or to-infinitive
}

// A manner is how a content is told.
type manner struct {
	direct bool // all of it is quoted
	tells  bool // by a plain verb of saying, so that "he wants" is most often the source's own wish
}

// read reads the content in parts, sentence by sentence. The weakest sentence
// decides for all.
func (a *Reader) read(parts []extract.Span, m manner) Reading {
	var r Reading
	for n, p := range parts {
		first, end := a.TokensIn(p)
		if n == 0 {
			last := a.sentenceEnd(first, end)
			from := max(first, a.pastThought(first, last))
			r.negated = a.isNegated(from, a.mainVerb(from, last), last)
		}
		for first < end {
			last := a.sentenceEnd(first, end)
			a.readClause(&r, first, last, n == 0, m)
			if a.asked(last, m.direct) {
				r.question = true
			}
			first = last
		}
	}
	return r
}

// sentenceEnd is where the sentence of token first ends, or end if that comes first.
func (a *Reader) sentenceEnd(first, end int) int {
	s := a.SentenceAt(a.Tokens[first].Start)
	if s >= len(a.Sentences) || a.Sentences[s].Last <= first {
		return end
	}
	return min(end, a.Sentences[s].Last)
}

// asked reports whether the clause that ends before token end is a question: a
// question mark ends it, or ends the sentence that it is an indirect part of.
func (a *Reader) asked(end int, direct bool) bool {
	if a.norm(end-1) == "?" && a.norm(end-2) == "know" && a.norm(end-3) == "you" && a.isMark(end-4) { // it was late, you know?
		return false
	}
	if a.norm(end-1) == "?" || a.norm(end) == "?" || a.tag(end-1) == "''" && a.norm(end-2) == "?" {
		return true
	}
	if direct || end < 1 {
		return false
	}
	s := a.SentenceAt(a.Tokens[end-1].Start)
	if s >= len(a.Sentences) {
		return false
	}
	last := a.Sentences[s].Last - 1
	return last >= end && a.norm(last) == "?"
}

// readClause reads tokens [first, last), which lie in one sentence.
func (a *Reader) readClause(r *Reading, first, last int, opening bool, m manner) {
	if opening && a.norm(first) == "whether" && !a.concedes(first, last) {
		r.question = true
	}
	if a.condition(first, last) {
		r.conditional = true
	}
	a.hedge(r, first, last)
	if opening {
		a.self(r, first, a.mainVerb(first, last), m)
	}
	if m.direct {
		a.thinks(r, first, last)
	}
}

// concedes tells "whether" that opens a sentence, and with it a concession ("Whether it
// rains or not, the race is on"), from that of an indirect question.
func (a *Reader) concedes(first, last int) bool {
	if s := a.SentenceAt(a.Tokens[first].Start); s < len(a.Sentences) && a.Sentences[s].First != first && a.tag(first-1) != "``" {
		return false
	}
	choice := false
	for i := first + 1; i < last; i++ {
		switch a.norm(i) {
		case "or":
			choice = true
		case ",":
			if choice && a.opensClause(i+1, last) && !a.isFinite(i+1) {
				return true
			}
		}
	}
	return false
}

// condition reports whether tokens [first, last) hold the antecedent of a condition.
func (a *Reader) condition(first, last int) bool {
	for i := first; i < last; i++ {
		w := a.norm(i)
		if next, ok := conditions()[w]; ok && (next == "" || a.norm(i+1) == next) && a.supposes(i, first) && !a.isDeep(i, first) && !(i > first && a.norm(i-1) == "because") {
			return true
		}
		if w == "only" && in(a.norm(i+1), "when", "once", "after") && a.isAhead(i+2, last) {
			return true
		}
		if a.inverted(i, first, last) {
			return true
		}
		if w == "in" && (a.norm(i+1) == "case" || a.norm(i+1) == "the" && a.norm(i+2) == "event") && i+2 < last && !a.isMark(i+2) {
			return true
		}
		if w == "as" && a.norm(i+1) == "long" && a.norm(i+2) == "as" && !in(a.norm(i+3), "possible", "necessary", "needed", "required") && a.tag(i+3) != "CD" && !in(a.norm(i-1), "twice", "times", "just") {
			return true
		}
	}
	return false
}

// isDeep reports whether the condition that token i opens belongs to a relative clause
// within the content: the plan, which would end | if rates rose, was sound.
func (a *Reader) isDeep(i, first int) bool {
	for k := i + 1; k < i+farVerb; k++ {
		v := a.VerbAt(k)
		if v < 0 || a.Verbs[v].Own < 0 {
			continue
		}
		c := a.Verbs[v].Own
		if a.givesReason(c, first) {
			return true
		}
		for n := 0; n < deepClauses && c >= 0; n++ {
			if a.Clauses[c].Kind == extract.RelativeClause && a.Clauses[c].First > first {
				return true
			}
			c = a.Clauses[c].Parent
		}
		return false
	}
	return false
}

// farVerb is how many tokens after "if" its verb is looked for.
const farVerb = 20

// deepClauses bounds how many clauses a condition is looked outwards from.
const deepClauses = 8

// isAhead reports whether the next finite verb from token i tells of what is not past: only
// when doctors | find, not "only when it rained".
func (a *Reader) isAhead(i, last int) bool {
	for ; i < last; i++ {
		switch a.tag(i) {
		case "VBZ", "VBP", "MD":
			return true
		case "VBD":
			return false
		}
	}
	return false
}

// supposes tells the "if" of a condition from that of a question ("asked if") and of
// a concession ("even if", "as if", "if not").
func (a *Reader) supposes(i, first int) bool {
	if a.norm(i) != "if" {
		return true
	}
	switch a.norm(i - 1) {
	case "even", "as":
		return i == first
	}
	switch a.norm(i + 1) {
	case "not", "anything", "any", "only", "ever":
		return false
	}
	for k := i - 1; k >= max(i-2, 0); k-- {
		switch a.lemma(k) {
		case "ask", "wonder", "know", "see", "check", "determine", "decide", "unclear", "sure", "certain", "doubt", "clear", "question", "unsure", "uncertain", "undecided":
			return false
		case "say":
			return i == first
		}
		if !strings.HasPrefix(a.tag(k), "PRP") {
			break
		}
	}
	return true
}

// inverted reports whether a condition by inversion starts at token i: "should it
// rain", "had they known", "were it to fail".
func (a *Reader) inverted(i, first, last int) bool {
	w := a.norm(i)
	if w != "should" && w != "had" && w != "were" || i+2 >= last {
		return false
	}
	if i != first && !a.insertsCondition(i) {
		return false
	}
	for k := i + 2; k < min(i+12, last); k++ {
		switch t := a.tag(k); {
		case i == first && t == ",": // no question: that would have no clause after it
			return true
		case a.isMark(k) || t == "MD":
			return false
		case w == "should" && (t == "VB" || t == "VBP"), w == "had" && t == "VBN", w == "were" && t == "TO":
			return true
		}
	}
	return false
}

// insertsCondition reports whether the verb at token i, inside a clause, can open a condition
// by what stands around it: not "and were factors in it".
func (a *Reader) insertsCondition(i int) bool {
	if w := a.norm(i - 1); w != "," && w != "and" && w != "that" {
		return false
	}
	switch a.tag(i + 1) {
	case "PRP", "DT", "EX", "PRP$", "NNP", "NNPS":
		return true
	}
	return false
}

// mainVerb is the index of the first token of the verb group of the main clause in
// [first, last); last if there is none. Fronted subordinate clauses and relative
// clauses are passed over.
func (a *Reader) mainVerb(first, last int) int {
	i := first
	for i < last-1 && isQuoteMark(a.tag(i)) {
		i++
	}
	if a.tag(i) == "IN" && subordinates[a.norm(i)] || a.norm(i) == "when" || a.norm(i) == "if" {
		for i < last && a.norm(i) != "," {
			i++
		}
		if i == last {
			i = first
		}
	}
	var skip relative
	for k := i; k < last; k++ {
		if !skip.in(a, k, first) && (a.isFinite(k) || k == first && a.tag(k) == "TO") {
			return k
		}
	}
	for k := first; k < last; k++ {
		if strings.HasPrefix(a.tag(k), "V") {
			return k
		}
	}
	return last
}

var subordinates = map[string]bool{
	"if": true, "unless": true, "although": true, "though": true, "while": true, "because": true, "after": true, "before": true,
	"since": true, "as": true, "until": true, "once": true, "whereas": true,
}

// A relative follows a scan through relative clauses.
type relative struct {
	open bool
	verb bool // its verb has been seen
}

// in reports whether token k lies in a relative clause. Tokens must be given in order.
func (s *relative) in(a *Reader, k, first int) bool {
	t := a.tag(k)
	switch {
	case k > first && (t == "WDT" || t == "WP" || t == "WP$" || a.norm(k) == "where") && (a.norm(k-1) == "," || strings.HasPrefix(a.tag(k-1), "N") || a.tag(k-1) == "IN"):
		s.open, s.verb = true, false
	case !s.open:
	case a.norm(k) == "," && s.verb:
		s.open = false
	case a.isFinite(k):
		if s.verb && !a.isFinite(k-1) {
			s.open = false
		}
		s.verb = true
	}
	return s.open
}

func isVerbal(tag string) bool { return strings.HasPrefix(tag, "V") || tag == "MD" || tag == "RB" }

// isNegated reports whether the main clause, whose verb group starts at token main,
// is negated: in the group, by its subject, or by its object.
func (a *Reader) isNegated(first, main, last int) bool {
	for k := first; k < main; k++ {
		if negations().inNoun[a.norm(k)] && !a.bounds(k) && a.tag(k-1) != "IN" && !negations().certain[a.norm(k+1)] && a.norm(k+1) != "," {
			return a.startsSubject(first, k)
		}
		if a.norm(k) == "not" && (a.norm(k+1) == "a" || a.norm(k+1) == "one" || a.norm(k+1) == "all" || a.norm(k+1) == "every" || a.tag(k+1) == "TO") {
			return true
		}
	}
	if main < last && a.isBehindNoun(first, main) {
		return false
	}
	for k := main - 1; k >= first && a.tag(k) == "RB"; k-- { // never said
		if negations().inVerb[a.norm(k)] {
			return true
		}
	}
	k := main
	for ; k < last && (isVerbal(a.tag(k)) || negations().inVerb[a.norm(k)] || a.tag(k) == "TO" && k == main || isQuoteMark(a.tag(k)) && k > main); k++ {
		if negations().inVerb[a.norm(k)] && a.norm(k+1) != "only" && a.norm(k+1) != "just" {
			return true
		}
		if a.norm(k) == "no" && a.norm(k+1) == "longer" {
			return true
		}
	}
	if a.norm(k) == "no" && a.norm(k+1) == "longer" {
		return true
	}
	return k < last && k > main && negations().inNoun[a.norm(k)] && !a.isCertain(k) && a.norm(k+1) != "less" && a.norm(k+1) != "more"
}

// isCertain reports whether the noun behind "no" at token k makes what follows certain: of "there is
// no question that it leaks" that it does, but not of "she had no question".
func (a *Reader) isCertain(k int) bool {
	return negations().certain[a.norm(k+1)] && (a.norm(k+1) == "doubt" || a.lemma(k-1) == "be")
}

func isQuoteMark(tag string) bool { return tag == "``" || tag == "''" }

// isBehindNoun reports whether the verb at token main belongs to a clause that only hangs on the
// noun phrase which opens the content: "an inquiry | if he does not resign".
func (a *Reader) isBehindNoun(first, main int) bool {
	v := a.VerbAt(main)
	if v < 0 || a.Verbs[v].Own < 0 {
		return false
	}
	c := &a.Clauses[a.Verbs[v].Own]
	return c.Kind == extract.AdverbialClause && c.Mark > first
}

// bounds reports whether the "no" at token k only bounds the number after it: no fewer than
// 40 people had left.
func (a *Reader) bounds(k int) bool {
	return (a.tag(k+1) == "JJR" || a.tag(k+1) == "RBR" || in(a.norm(k+1), "fewer", "less", "more", "later", "earlier")) && a.norm(k+2) == "than"
}

// startsSubject reports whether token k heads the first noun phrase after first.
func (a *Reader) startsSubject(first, k int) bool {
	var skip relative
	for i := first; i < k; i++ {
		if skip.in(a, i, first) {
			return false
		}
	}
	return true
}

// self sees a verb of thinking whose subject is the source itself: "he expected".
// Only a pronoun right before the main verb says so.
func (a *Reader) self(r *Reading, first, main int, m manner) {
	if main <= first || main > first+2 || !ofSelf[a.norm(first)] {
		return
	}
	for k := main; isVerbal(a.tag(k)); k++ {
		for _, h := range hedges()[a.norm(k)] {
			if (m.direct || !m.tells) && a.lemma(k) == "want" { // “I want to win” states a wish
				continue
			}
			if h.stance != "" && r.stance == "" && !a.passive(k) && (k == main || a.tag(k) == "VBN" || a.tag(k) == "VB") {
				if h.stance == "believe" && a.negatedWithin(main, k) { // it did not believe
					r.stance = "doubt"
					continue
				}
				r.stance = h.stance
				r.lower(a.Passage(a.Tokens[k].Span), h.level)
			}
		}
	}
}

// negatedWithin reports whether a negation stands in tokens [i, k).
func (a *Reader) negatedWithin(i, k int) bool {
	for ; i < k; i++ {
		if negations().inVerb[a.norm(i)] {
			return true
		}
	}
	return false
}

// thinks sees where a speaker, quoted, calls something a thought: so | I think | it held.
func (a *Reader) thinks(r *Reading, first, last int) {
	for k := first + 1; k < last; k++ {
		if !thoughts[a.norm(k)] && !(a.norm(k) == "expect" && a.norm(k-1) == "i") || in(a.norm(k+1), "about", "of", "in", "back", "so", "like") || a.isWord(a.tag(k)) {
			continue
		}
		i := k - 1
		for i > first && (a.tag(i) == "RB" || a.tag(i) == "MD") {
			i--
		}
		if !in(a.norm(i), "i", "we") || i > first && a.isWord(a.tag(i-1)) || in(a.norm(i-1), "if", "than", "as") {
			continue
		}
		p := a.Passage(a.Tokens[k].Span)
		if !slices.ContainsFunc(r.hedges, func(h extract.Passage) bool { return h.Span == p.Span }) {
			r.lower(p, probable)
		}
	}
}

// isWord reports whether a tag is that of a word that asks or relates, or of a noun or a participle.
func (a *Reader) isWord(tag string) bool {
	switch tag {
	case "WP", "WDT", "WRB", "NN", "NNS", "VBG", "VBN":
		return true
	}
	return false
}

// thoughts are the verbs by which a speaker makes less of what is said.
var thoughts = map[string]bool{"think": true, "believe": true, "guess": true, "suppose": true, "reckon": true, "suspect": true}

// pastThought is the token after "I think" and the like, which open a clause that says what is
// thought: the negation that counts is that of the thought. It is first where nothing of the kind opens it.
func (a *Reader) pastThought(first, last int) int {
	k := first + 1
	for k < last && a.tag(k) == "RB" && !negations().inVerb[a.norm(k)] {
		k++
	}
	if k+1 < last && ofSelf[a.norm(first)] && in(a.lemma(k), "think", "believe", "guess", "suspect", "reckon", "suppose") && a.isFinite(k) {
		if a.norm(k+1) == "that" {
			k++
		}
		return k + 1
	}
	return first
}

// ofSelf are the pronouns by which a source speaks of itself.
var ofSelf = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true}

// passive reports whether a form of be stands in the verb group before token k.
func (a *Reader) passive(k int) bool {
	for i := k - 1; i >= max(0, k-4); i-- {
		switch a.norm(i) {
		case "is", "are", "was", "were", "be", "been", "being", "'s", "'re":
			return true
		}
		if !isVerbal(a.tag(i)) {
			return false
		}
	}
	return false
}

// longestTitle is how many tokens a noun phrase is looked over for.
const longestTitle = 12

// modifies reports whether a token with this tag can stand in a noun phrase before its head.
func modifies(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "DT" || tag == "CD" || tag == "PRP$" || tag == "POS"
}
