package timex

import (
	"strings"
)

// inFuture reports whether the count of units at token i stands behind "in" and says when, by a
// verb in the present that tells of a timetable: the race is in two weeks.
func (r *reader) inFuture(i, end int) bool {
	if !r.is(i-1, "in") || !r.is(end, ".", ",", ";", "", "and", "so", "but", "when", "\"", "''") && end < r.last {
		return false
	}
	for k := i - 2; k >= r.clause(i); k-- {
		switch x := r.xpos(k); {
		case x == "JJS" || r.is(k, "first", "once", "twice", "times", "time", "only", "last"):
			return false
		case x == "VBZ" || x == "VBP":
			lemma := r.d.Tokens[k].Lemma
			return lemma == "be" || clues()["scheduled"][lemma] || clues()["travel"][lemma]
		case r.is(k, "got"):
			return true
		case x == "VB" || x == "VBG" || x == "VBN" || x == "VBD" || x == "MD":
			return false
		}
	}
	return false
}

// someDayReach is how many tokens behind one day its modal may stand.
const someDayReach = 7

// someDay reports whether one day, tokens i and u, is some day and not a span of 24 hours:
// hopes to play there one day.
func (r *reader) someDay(i, u int) bool {
	if !r.is(i, "one") || u != i+1 || !r.is(u, "day") {
		return false
	}
	if k := r.modalBehind(u + 1); k > 0 { // one day the dam | will go, but not: one day | will do
		return k > u+1
	}
	switch r.xpos(i - 1) {
	case "RB":
		if r.is(i-1, "only", "just", "about", "exactly", "barely") {
			return false
		}
	case "IN", "CD", "JJR", "JJ", "VBD", "VBN", "VBZ", "DT", "CC":
		return false
	}
	return r.is(u+1, ".", ",", "\"", "'", "and", "but", "") || r.xpos(u+1) == "PRP" || r.xpos(u+1) == "TO"
}

// modalBehind is the modal that only words of a noun phrase part from token k; 0 without one.
func (r *reader) modalBehind(k int) int {
	for end := k + someDayReach - 1; k < end; k++ {
		switch x := r.xpos(k); {
		case x == "MD":
			return k
		case x != "PRP" && x != "DT" && x != "PRP$" && x != "JJ" && !strings.HasPrefix(x, "NN"):
			return 0
		}
	}
	return 0
}
