package timex

import "fmt"

// spokenClock: half past ten, quarter to five, ten to twelve, five past nine in the
// morning. Without a part of the day the hour is written as it is said.
func spokenClock(r *reader, i int) (found, bool) {
	k := i
	if r.is(k, "a") && r.is(k+1, "quarter") {
		k++
	}
	minutes := 0
	switch w := r.class(k); {
	case r.is(k, "half"):
		minutes = 30
	case r.is(k, "quarter"):
		minutes = 15
	case w.kind == numeral && (w.n == 5 || w.n == 10 || w.n == 20):
		minutes = w.n
	default:
		return found{}, false
	}
	to := r.is(k+1, "to")
	if !to && !r.is(k+1, "past") || to && minutes == 30 {
		return found{}, false
	}
	h := r.class(k + 2)
	if h.kind != numeral || h.n < 1 || h.n > 12 {
		return found{}, false
	}
	if to && !(r.is(k, "quarter") || r.is(i-1, "at", "by", "until", "till", "before", "after", "around", "about", "from")) || r.nounish(k+3) {
		return found{}, false // from ten to twelve people
	}
	hour := h.n
	if to {
		hour, minutes = hour-1, 60-minutes
	}
	f := found{end: k + 3, kind: tTime}
	if r.is(f.end, "at") && r.is(f.end+1, "night") { // but half past two at night
		if hour > 5 && hour < 12 {
			hour += 12
		}
		f.end += 2
	} else if r.is(f.end, "in") {
		if r.class(f.end+2).value != "MO" && hour < 12 {
			hour += 12
		}
		f.end += 3
	}
	return r.onDay(i, f, fmt.Sprintf("%02d:%02d", hour, minutes)), true
}
