package timex

import (
	"strings"
)

// bareUnits: within weeks, for centuries, after months of talks.
func bareUnits(r *reader, i int) (found, bool) {
	w := r.class(i)
	if w.kind != unit || !w.plural || w.value == "K" || w.value == "Q" || w.value == "TS" {
		return found{}, false
	}
	if r.is(i+1, "ago") {
		return found{end: i + 2, kind: tDate, value: "PAST_REF", anchor: "dct", dir: "ago"}, true
	}
	f := found{end: r.andUnits(i + 1), kind: tDuration, value: period(count{text: "X"}, w)}
	if r.is(i+1, "later") && (i == r.first || r.is(i-1, ",", "and", "but", "\"", "then", "just", "only", "came")) {
		f.end, f.dir = i+2, "later"
		return f, true
	}
	return f, r.bareSpan(i)
}

// bareSpan reports whether the plural of a unit at token i stands for a stretch of time that nobody
// counts: spent years in jail, years of low pay, hours after the vote. Its words before tell it from
// the days of the week, long hours of work and a count.
func (r *reader) bareSpan(i int) bool {
	switch before := r.xpos(i - 1); {
	case r.is(i-1, "within", "for", "after", "over", "in", "following", "follows", "followed") || r.is(i+1, "out"):
		return true
	case r.is(i-1, "of"):
		return r.is(i-2, "matter") || r.is(i-2, "number") && r.is(i-3, "a")
	case r.is(i+1, "after", "before"):
		return (i == r.first || r.is(i-1, "just", "only", ",", "until") || strings.HasPrefix(before, "VB")) && r.xpos(i+2) != "PRP"
	case r.is(i+1, "of") && (strings.HasPrefix(before, "VB") || r.is(i-1, "by", "through", "from", "with")):
		return !r.is(i+2, "the", "age")
	case strings.HasPrefix(before, "PRP"):
		return r.takesTime(i - 2)
	}
	return r.takesTime(i - 1)
}

// andUnits is the end of a second unit joined at k: weeks or months.
func (r *reader) andUnits(k int) int {
	if r.is(k, "or", "and") && r.class(k+1).kind == unit {
		return k + 2
	}
	return k
}

// vagueUnits: recent years, coming months, weeks, the early years.
func vagueUnits(r *reader, i int) (found, bool) {
	k := i
	if r.is(k, "the") && r.is(k+1, "coming") {
		k++
	}
	if r.is(i, "the") && r.class(i+1).kind == unit && r.class(i+1).plural {
		return r.theUnits(i)
	}
	if r.is(k, "a", "some") && r.is(k-1, "for") && r.is(k+1, "while", "time") && r.is(k, "a") == r.is(k+1, "while") { // for a while
		return found{end: k + 2, kind: tDuration, value: "PXX"}, true
	}
	if !r.is(k, "recent", "coming", "past", "previous", "future") {
		return found{}, false
	}
	w := r.class(k + 1)
	if w.kind != unit || !w.plural {
		return found{}, false
	}
	if r.is(k, "previous", "future") { // in previous years
		value := map[string]string{"previous": "PAST_REF", "future": "FUTURE_REF"}[r.norm(k)]
		return found{end: k + 2, kind: tDate, value: value}, w.value == "Y" || w.value == "W"
	}
	f := found{end: r.andUnits(k + 2), kind: tDuration, value: period(count{text: "X"}, w)}
	if r.is(k, "coming") {
		f.kind, f.value = tDate, "FUTURE_REF"
		return f, true
	}
	if w.value == "D" || w.value == "W" {
		f.kind, f.value = tDate, "PAST_REF"
	}
	return f, true
}

// theUnits: the weeks ahead, the months to come, over the years.
func (r *reader) theUnits(i int) (found, bool) {
	w, end := r.class(i+1), i+2
	switch {
	case r.is(end, "ahead") && !r.is(end+1, "of"):
		end++
	case r.is(end, "to") && r.is(end+1, "come"):
		end += 2
	case r.is(i-1, "over", "through") && w.value == "Y" && !r.is(end, "of", "that", "when", "since", "in", "he", "she", "they"):
	default:
		return found{}, false
	}
	return found{end: end, kind: tDuration, value: period(count{text: "X"}, w)}, true
}
