package timex

import (
	"strings"
)

// ago: two years ago, three days earlier, six weeks later, a month from now.
func ago(r *reader, i int) (found, bool) {
	k, mod := r.bound(i)
	bounded := mod
	c, u, ok := r.measured(k, &mod)
	w := r.class(u)
	if !ok || w.kind != unit || w.value == "K" {
		return found{}, false
	}
	end := u + 1
	if e := r.halfAfter(end); e > 0 {
		c.half, end = true, e
	}
	lesser, end := r.lesserUnit(w, end)
	f := found{kind: tDate, anchor: "dct", mod: mod}
	end, sign := r.turned(end, &f)
	if sign == 0 {
		return found{}, false
	}
	f.end = end + 1
	f.dir = r.norm(end)
	if f.anchor == "dct" && (f.mod == "LESS_THAN" || f.mod == "MORE_THAN") || mod != bounded { // a date is near, not less
		f.mod = "APPROX"
	}
	switch {
	case c.text == "X" && f.anchor == "context": // a few minutes later
		f.kind, f.value, f.anchor = tDuration, period(c, w), ""
	case c.text == "X":
		f.value = "PAST_REF"
		if sign > 0 {
			f.value = "FUTURE_REF"
		}
	case f.anchor == "context" && lesser.n == 0 && r.later(i, c, w.value, sign) != "":
		f.value = r.later(i, c, w.value, sign)
	case f.anchor == "context":
		f.kind, f.value, f.anchor = tDuration, period(c, w)+strings.TrimPrefix(lesser.text, "P"), ""
	case w.value[0] != 'T':
		f.value = r.wayBack(c, w.value, lesser, sign)
	default:
		f.kind, f.value = tDuration, period(c, w)
	}
	return f, true
}

// turned reads the word at token end that tells which way a span is counted, and from when:
// ago, later, from now. It returns its last token and -1 or 1; 0 if there is none.
func (r *reader) turned(end int, f *found) (last, sign int) {
	switch r.norm(end) {
	case "ago":
		return end, -1
	case "earlier", "previously":
		f.anchor = "context"
		return end, -1
	case "later", "hence":
		f.anchor = "context"
		return end, 1
	case "from":
		if r.is(end+1, "now", "today") {
			return end + 1, 1
		}
	case "or":
		if r.is(end+1, "so") && r.is(end+2, "ago") {
			f.mod = "APPROX"
			return end + 2, -1
		}
	}
	return end, 0
}

// halfAfter is the end of "and a half" at token k; 0 where there is none.
func (r *reader) halfAfter(k int) int {
	if r.is(k, "and") && r.is(k+1, "a") && r.is(k+2, "half") {
		return k + 3
	}
	return 0
}

// lesserUnit reads a second count, of a lesser unit, that is joined to a first of unit w
// before token k: one month | and two days. Its text is its period.
func (r *reader) lesserUnit(w word, k int) (c count, end int) {
	at := k
	for r.is(at, "and", ",") {
		at++
	}
	if at == k {
		return count{}, k
	}
	c, ok := r.count(at)
	u := r.class(c.end)
	if !ok || c.n == 0 || u.kind != unit || len(u.value) > 1 || strings.Index("YMWD", u.value) <= strings.Index("YMWD", w.value) {
		return count{}, k
	}
	return count{end: c.end, n: c.n, text: period(c, u)}, c.end + 1
}

// wayBack is the day or month that lies a count of units, half a unit and a count of a
// lesser unit from the publication; it is as fine as the finest of them.
func (r *reader) wayBack(c count, letter string, lesser count, sign int) string {
	if c.n > farAway || lesser.n > farAway {
		return ""
	}
	t, grain := moved(r.dct, sign*c.n, letter), letter
	if half, ok := halves[letter]; ok && c.half {
		t = moved(t, sign*half.n, half.value)
		if letter == "Y" {
			grain = "M"
		}
	}
	if lesser.n > 0 {
		grain = lesser.text[len(lesser.text)-1:]
		t = moved(t, sign*lesser.n, grain)
	}
	return valueOf(t, grains[grain])
}

// halves are the halves of units in lesser units; of a day there is none.
var halves = map[string]word{"W": {n: 3, value: "D"}, "Y": {n: 6, value: "M"}, "M": {n: 15, value: "D"}, "E": {n: 5, value: "Y"}, "C": {n: 50, value: "Y"}}

// grains are how fine a date is that lies so many units away.
var grains = map[string]string{"D": "D", "W": "D", "F": "D", "M": "M", "Q": "M", "Y": "Y", "E": "Y", "C": "Y"}

// farAway is the largest count of units that a date is away.
const farAway = 9000
