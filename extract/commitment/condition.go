package commitment

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// condition reports whether tokens [first, last) hold the antecedent of a condition.
func (a *Reader) condition(first, last int, m manner) bool {
	return extract.AnyToken(first, last, func(i int) bool {
		return a.opensCondition(i, first, last) && !a.isDeep(i, first) && !a.inOthers(i, m)
	})
}

// opensCondition reports whether a condition starts at token i of [first, last).
func (a *Reader) opensCondition(i, first, last int) bool {
	w, next := a.norm(i), a.norm(i+1)
	if need, ok := conditions()[w]; ok && (need == "" || next == need) && a.supposes(i, first) && !(i > first && a.norm(i-1) == "because") {
		return true
	}
	switch w {
	case "only":
		return in(next, "when", "once", "after") && a.isAhead(i+2, last)
	case "without": // without it | the town would drown
		return i == first && in(a.norm(a.mainVerb(first, last)), "would", "could", "'d")
	case "in":
		return (next == "case" || next == "the" && a.norm(i+2) == "event") && i+2 < last
	case "so", "as":
		return next == "long" && a.norm(i+2) == "as" && a.norm(i+5) != "remember" && !in(a.norm(i+3), "possible", "necessary", "needed", "required") && a.tag(i+3) != "CD" && !in(a.norm(i-1), "twice", "times", "just", "for")
	}
	return !(i == first && a.hasSubject(i)) && a.inverted(i, first, last)
}

// hasSubject reports whether the verb at token i has its subject before it: a gate, which Lee says | had leaked.
func (a *Reader) hasSubject(i int) bool {
	v := a.VerbAt(i)
	if v < 0 || a.SubjectOf(v) < 0 {
		return false
	}
	n := &a.Nouns[a.SubjectOf(v)]
	return n.First >= a.Clauses[a.ClauseAt(i)].First && n.Last <= i && !(a.startsNoun(i+1) && extract.AnyToken(n.Last, i, a.IsFinite))
}

// isDeep reports whether the condition that token i opens belongs to a clause which the content
// only mentions: the plan, which would end | if rates rose, was sound.
func (a *Reader) isDeep(i, first int) bool {
	c := a.ClauseAt(i)
	if c >= 0 && a.Clauses[c].Mark == i {
		if c = a.Clauses[c].Parent; in(a.norm(i-1), ":", ";") || c >= 0 && a.isSuspended(c, first) {
			return false
		}
	}
	return a.isAsideFrom(c, -1, first)
}

// isSuspended reports whether clause c tells of what is, and the clause around it, in the content from token first on, of
// what would be, so that a condition behind both is that of the outer: it will not keep the staff it needs | if it does not pay.
func (a *Reader) isSuspended(c, first int) bool {
	p := a.Clauses[c].Parent
	if p < 0 || a.Clauses[p].Verb < 0 || a.Clauses[c].Verb < 0 {
		return false
	}
	outer, inner := &a.Verbs[a.Clauses[p].Verb], &a.Verbs[a.Clauses[c].Verb]
	if outer.First < first || outer.First > inner.First || inner.Modal || a.norm(inner.First) == "had" {
		return false
	}
	return outer.Modal || a.norm(outer.Head) == "going"
}

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
	if in(a.norm(i-1), "even", "as") {
		return i == first
	}
	if in(a.norm(i-1), "than", "few", "little") || a.norm(i-1) == "like" && a.lemma(i-2) == "be" || in(a.norm(i+1), "not", "only", "need", "possible", "necessary") || in(a.norm(i+1), "anything", "any", "ever") && !a.opensClause(i+2, a.sentenceEnd(i, len(a.Tokens))) {
		return false
	}
	if in(a.norm(i+1), "i", "we", "you", "they", "he", "she") && a.isPolite(i+2) || a.asksNext(i, first) {
		return false
	}
	for k := i - 1; k >= max(i-2, 0); k-- {
		switch a.lemma(k) {
		case "ask", "wonder", "know", "see", "check", "determine", "decide", "unclear", "sure", "certain", "doubt", "clear", "question", "unsure", "uncertain", "undecided", "idea", "tell", "what":
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

// isPolite reports whether "if" and a pronoun before token i only soften what is said: if I | am
// honest, if you | like, if they | see fit.
func (a *Reader) isPolite(i int) bool {
	switch a.lemma(i) {
	case "be":
		return in(a.norm(i+2), "honest", "fair", "frank", "blunt")
	case "like", "will", "please", "want":
		return a.IsMark(i + 1)
	case "see":
		return a.norm(i+1) == "fit"
	case "look": // if you look at the town, it has grown
		return a.norm(i-1) == "you"
	case "ask":
		return a.norm(i+1) == "me"
	}
	return false
}

// asksNext reports whether the "if" at token i goes on with a question: no idea when he comes, or | if he will.
func (a *Reader) asksNext(i, first int) bool {
	return a.norm(i-1) == "or" && extract.AnyToken(first+1, i-1, func(k int) bool { return a.tag(k) == "WRB" || a.norm(k) == "if" })
}

// inverted reports whether a condition by inversion starts at token i: "should it
// rain", "had they known", "were it to fail".
func (a *Reader) inverted(i, first, last int) bool {
	w := a.norm(i)
	if !in(w, "should", "had", "were") || i+2 >= last {
		return false
	}
	if a.norm(i+1) == "it" && a.norm(i+2) == "not" && (w == "were" && a.norm(i+3) == "for" || w == "had" && a.norm(i+3) == "been") { // empty | were it not for the fair
		return true
	}
	opens := i == first || i == first+1 && in(a.norm(first), "and", "but", "so", "that") && a.startsNoun(i+1)
	after := a.followsWould(i, first)
	if after && w == "should" {
		return true
	}
	if !opens && !after && !a.insertsCondition(i) && !(w == "should" && a.tag(i+1) == "PRP") {
		return false
	}
	for k := i + 2; k < min(i+12, last); k++ {
		switch t := a.tag(k); {
		case opens && t == ",": // no question: that would have no clause after it
			return true
		case a.IsMark(k) || t == "MD":
			return false
		case w == "should" && t == "VB", w == "had" && (t == "VBN" || t == "VBD" && (opens || after)), w == "were" && (t == "TO" || t == "VBN"):
			return true
		}
	}
	return false
}

// followsWould reports whether a noun phrase follows the verb at token i, and before it stands a clause whose main
// verb has a modal, so that they can only be inverted: it could fail | were the toll not paid.
func (a *Reader) followsWould(i, first int) bool {
	if !a.startsNoun(i+1) || a.tag(i) == "VBN" || a.IsMark(i-1) || a.tag(i-1) == "CC" || strings.HasPrefix(a.tag(i-1), "W") {
		return false
	}
	for k := i - 1; k > first; k-- {
		if a.tag(k) == "MD" {
			return true
		}
		if a.IsFinite(k) && k < i-1 {
			return false
		}
	}
	return false
}

// startsNoun reports whether a noun phrase or a pronoun starts at token i.
func (a *Reader) startsNoun(i int) bool {
	n := a.NounAt(i)
	return n >= 0 && a.Nouns[n].First == i
}

// insertsCondition reports whether the verb at token i, inside a clause, can open a condition
// by what stands around it: not "and were factors in it".
func (a *Reader) insertsCondition(i int) bool {
	if w := a.norm(i - 1); !in(w, ",", "and", "that") || a.norm(i) == "had" && a.hasSubject(i) {
		return false
	}
	return in(a.tag(i+1), "PRP", "DT", "EX", "PRP$", "NNP", "NNPS")
}
