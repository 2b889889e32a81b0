package commitment

import "strings"

// isNegated reports whether the main clause, whose verb group starts at token main,
// is negated: in the group, by its subject, or by its object.
func (a *Reader) isNegated(first, main, last int) bool {
	for k := first; k < main; k++ {
		switch w := a.norm(k); {
		case (w == "nor" || w == "never") && k == first, w == "not" && (in(a.norm(k+1), "a", "one", "all", "every") && a.norm(k+2) != "," || a.tag(k+1) == "TO" && (k == first || !negations().choice[a.norm(k-1)])):
			return true
		case negations().inNoun[w] && a.deniesNoun(k):
			return !a.isAside(k, first) && (a.ClauseAt(k) == a.ClauseAt(main) || !a.isAside(k, first-1))
		}
	}
	for k := main - 1; k >= first && a.tag(k) == "RB"; k-- { // never said
		if negations().inVerb[a.norm(k)] && !a.isOnly(k+1) {
			return true
		}
	}
	k := main
	for ; k < last && (IsVerbal(a.tag(k)) && (a.norm(k) != "no" || a.norm(k+1) == "longer") || negations().inVerb[a.norm(k)] || a.tag(k) == "TO" && k == main || isQuoteMark(a.tag(k)) && k > main); k++ {
		if a.tag(k+1) == "TO" && k > main && strings.HasPrefix(a.tag(k-1), "V") && !in(a.lemma(k-1), "be", "have", "do", "seem", "appear", "tend", "use") {
			return false // was told | not to leave
		}
		if negations().inVerb[a.norm(k)] && !a.isOnly(k+1) || a.norm(k) == "no" && a.norm(k+1) == "longer" {
			return true
		}
	}
	if k < last && k > main && a.tag(k) == "IN" && a.norm(k+1) == "no" && in(a.norm(k+2), "means", "way") { // is by no means over
		return true
	}
	return k < last && k > main && negations().inNoun[a.norm(k)] && !a.isCertain(k) && !a.bounds(k) && !in("say", a.lemma(k-1), a.lemma(k-2)) && a.norm(k+1) != "but" && !(a.norm(k+1) == "comment" && isQuoteMark(a.tag(k-1)))
}

// deniesNoun reports whether the word at token k, such as "no" or "nobody", negates the clause whose
// subject it opens: not "with no lights", "no fewer than 40", "no doubt", "nothing but rain".
func (a *Reader) deniesNoun(k int) bool {
	if a.isOfName(k) {
		return false
	}
	return !a.bounds(k) && (a.tag(k-1) != "IN" || a.norm(k-1) == "that") && !(isQuoteMark(a.tag(k-1)) && in(a.norm(k-2), "of", "with")) && (a.tag(k+1) != "CD" || a.norm(k+1) == "one") && !(a.tag(k-1) == "CC" && a.IsMark(k+1)) && !negations().certain[a.norm(k+1)] && !in(a.norm(k+1), ",", "but", "matter")
}

// isOnly reports whether the word at token k makes a "not" before it negate nothing: not only.
func (a *Reader) isOnly(k int) bool { return in(a.norm(k), "only", "just", "merely", "simply") }

// isOfName reports whether the "no" at token k opens a name: the No Outsiders programme.
func (a *Reader) isOfName(k int) bool {
	return !a.IsMark(k-1) && a.IsCapital(k) && a.IsCapital(k+1)
}

// isCertain reports whether the noun behind "no" at token k makes what follows certain: of "there is
// no question that it leaks" that it does, but not of "she had no question".
func (a *Reader) isCertain(k int) bool {
	return negations().certain[a.norm(k+1)] && (a.norm(k+1) == "doubt" || a.lemma(k-1) == "be")
}

func isQuoteMark(tag string) bool { return tag == "``" || tag == "''" }

// bounds reports whether the "no" at token k only bounds the number after it: no fewer than
// 40 people had left.
func (a *Reader) bounds(k int) bool {
	return (in(a.tag(k+1), "JJR", "RBR") || in(a.norm(k+1), "fewer", "less", "more", "later", "earlier")) && a.norm(k+2) == "than" || a.norm(k+1) == "less"
}
