package timex

import (
	"strconv"
	"strings"
)

// repeated: every day, each Monday, daily, twice a week, Mondays.
func repeated(r *reader, i int) (found, bool) {
	switch w := r.class(i); {
	case w.kind == set:
		return found{end: i + 1, kind: tSet, value: w.value, quant: "EVERY"}, true
	case w.value == "K" && w.plural && r.is(i-1, "at", "on"):
		return found{end: i + 1, kind: tSet, value: "XXXX-WXX-WE", quant: "EVERY"}, true
	case w.kind == weekday && w.plural && !(r.is(i+1, "for") && r.is(i+2, "future")): // Fridays for Future, a movement
		return found{end: i + 1, kind: tSet, value: "XXXX-WXX-" + strconv.Itoa(w.n), quant: "EVERY"}, true
	case r.is(i, "every", "each"):
		return r.every(i)
	}
	return r.frequency(i)
}

// frequency: twice a week, five days a week, three times a year, four hours a night.
func (r *reader) frequency(i int) (found, bool) {
	n, k := 0, i+1
	switch {
	case r.is(i, "once"):
		n = 1
	case r.is(i, "twice"):
		n = 2
	default:
		c, ok := r.count(i)
		if u := r.class(c.end); !ok || c.half || c.n < 1 || r.is(i, "a", "an") || !r.is(c.end, "times", "nights") && (u.kind != unit || !u.plural) {
			return found{}, false
		}
		n, k = c.n, c.end+1
	}
	w, freq := r.class(k+1), itoa(n)+"X"
	if !r.is(k, "a", "an", "each", "every", "per") || w.kind != unit && w.kind != part {
		return found{}, false
	}
	if k > i+1 && !r.is(k-1, "times") {
		freq = itoa(n) + "D"
		if u := r.class(k - 1); u.kind == unit {
			freq = itoa(n) + strings.TrimPrefix(u.value, "T")
		}
	}
	if w.kind == part { // four hours a night
		return found{end: k + 2, kind: tSet, value: "XXXX-XX-XXT" + w.value, freq: freq}, true
	}
	return found{end: k + 2, kind: tSet, value: period(count{n: 1, text: "1"}, w), freq: freq}, true
}

func (r *reader) every(i int) (found, bool) {
	k := r.skip(i+1, "single")
	c := count{end: k, n: 1, text: "1"}
	if r.class(k).kind == numeral || r.class(k).kind == digits || r.is(k, "few") {
		var ok bool
		if c, ok = r.count(k); !ok {
			return found{}, false
		}
	} else if r.is(k, "other") || r.is(k, "second") && r.class(k+1).kind == unit {
		c = count{end: k + 1, n: 2, text: "2"}
	}
	f := found{end: c.end + 1, kind: tSet, quant: "EVERY"}
	if r.is(i, "each") {
		f.quant = "EACH"
	}
	switch w := r.class(c.end); w.kind {
	case unit:
		f.value = period(c, w)
	case weekday:
		f.value = "XXXX-WXX-" + strconv.Itoa(w.n)
	case month:
		f.value = "XXXX-" + twoDigits(w.n)
	case season:
		f.value = "XXXX-" + w.value
	case part:
		f.value = "XXXX-XX-XXT" + w.value
	default:
		return found{}, false
	}
	return f, true
}
