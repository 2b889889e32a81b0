package timex

import (
	"strings"
)

// duration: three days, two and a half years, several weeks, a few minutes; with
// the words that bound or approximate it.
func duration(r *reader, i int) (found, bool) {
	k, mod := r.bound(i)
	if k == i && r.is(i, "the") {
		k++
		k = r.skip(k, "first", "final", "initial")
	}
	if r.is(k, "another") {
		return r.another(i, k, mod)
	}
	c, u, ok := r.measured(k, &mod)
	if !ok {
		return found{}, false
	}
	w := r.class(u)
	if w.kind == part && w.value == "NI" && w.plural { // three nights
		w.kind = unit
	}
	if r.is(i-1, "as") && r.is(i, "many") || r.someDay(i, u) || // the second in as many weeks
		w.kind != unit || w.value == "K" || r.is(i, "one") && w.value == "D" && r.xpos(i-1) == "MD" {
		return found{}, false
	}
	or := r.is(u+1, "or") && r.is(u+2, "two", "so")
	if c.n == 1 && r.is(k, "a", "an") && !or && r.halfAfter(u+1) == 0 && !r.lasting(i, u+1, mod) {
		return found{}, false
	}
	if w.value == "TS" && c.n == 1 && strings.HasPrefix(r.xpos(u+1), "NN") { // a second term
		return found{}, false
	}
	if c.n > 1500 && !w.plural || w.value == "Q" && (!w.plural || c.n == 3 && r.is(u+1, "of") && r.is(u+2, "the", "all", "its", "their", "those")) || w.value == "TS" && !w.plural && c.n != 1 {
		return found{}, false
	}
	if r.is(u+1, "old", "of") && r.is(u+2, "age") || r.is(u+1, "old", "olds") {
		return found{}, false
	}
	if r.is(k-1, "age", "ages", "aged") || r.is(k-1, "of", "is", "was") && r.is(k-2, "age", "ages") { // a mean age of 57 years
		return found{}, false
	}
	if end := r.halfAfter(u + 1); end > 0 { // a year and a half
		c.half = true
		return found{end: end, kind: tDuration, value: period(c, w), mod: mod}, true
	}
	f := found{end: u + 1, kind: tDuration, value: period(c, w), mod: mod}
	if mod == "" && r.inFuture(i, f.end) { // the vote is in two weeks
		if v := r.wayBack(c, w.value, count{}, 1); c.n > 0 && v != "" {
			return found{end: u + 1, kind: tDate, value: v, anchor: "dct", dir: future + ": in"}, true
		}
	}
	if or { // a year or two
		f.end, f.mod = u+3, "APPROX"
	}
	return f, true
}

// measured reads the number at token k, and what may stand between it and its unit at token u:
// two to three | weeks, five dramatic | days, ten or more | years. A range takes its lower bound.
func (r *reader) measured(k int, mod *string) (c count, u int, ok bool) {
	if c, ok = r.count(k); !ok {
		return c, 0, false
	}
	u = c.end
	if r.is(u, "to", "or", "-", "–") {
		if e, ok := r.count(u + 1); ok && r.class(e.end).kind == unit && e.n > c.n && c.n > 0 {
			u, *mod = e.end, "EQUAL_OR_MORE"
		}
	}
	if x := r.xpos(u); (x == "JJ" || r.is(u, "trading", "banking", "school")) && c.n != 1 && r.class(u).kind == other && (r.class(u+1).kind == unit || r.class(u+1).kind == part) && r.class(u+1).plural && r.class(u + 1).value[0] != 'T' {
		u++
	}
	if r.is(u, "more", "additional", "full", "whole", "consecutive", "straight", "fiscal", "business", "working", "calendar", "or", "long", "other") {
		u++
		if r.is(u-1, "or") {
			e, ok := r.count(u)
			if !ok {
				return c, 0, false
			}
			u = e.end
		}
	}
	return c, u, true
}

// another: another week, another two years.
func (r *reader) another(i, k int, mod string) (found, bool) {
	c := count{end: k + 1, n: 1, text: "1"}
	if r.class(k+1).kind != unit {
		var ok bool
		if c, ok = r.count(k + 1); !ok || c.n == 1 {
			return found{}, false
		}
	}
	w := r.class(c.end)
	if w.kind != unit || w.value == "Q" || w.plural != (c.end > k+1) || r.is(i-1, "on", "at", "in") {
		return found{}, false
	}
	return found{end: c.end + 1, kind: tDuration, value: period(c, w), mod: mod}, true
}

// lasting tells a week that lasts from five percent a week, once a week.
func (r *reader) lasting(i, end int, mod string) bool {
	if r.is(end, "after", "before") && r.is(i-1, "barely", "just", "only", "exactly", "less", "quite") {
		return true
	}
	if r.is(i-1, "of") && r.is(i-2, "half", "quarter", "part", "end", "start", "beginning", "middle") { // the first half of a year
		return false
	}
	if r.spent(i, end) {
		return true
	}
	if mod != "" || r.is(i-1, "for", "in", "within", "over", "than", "after", "about", "took", "take", "takes", "lasted", "last", "during", "every", "of", "spent", "nearly") {
		return !r.is(end, "ago", "earlier") && r.xpos(end) != "NN"
	}
	return false
}

// spent reports whether "a week" at token i is what somebody takes, and no rate: waited an hour,
// took him a year, 18 months or a year.
func (r *reader) spent(i, end int) bool {
	if r.is(end, "ago", "earlier") || strings.HasPrefix(r.xpos(end), "NN") && !r.is(end, "wading") {
		return false
	}
	if r.is(end, "after", "before") && !r.is(end+1, "he", "she", "it", "they", "we", "i", "you") { // a day after the vote
		return r.xpos(i-1) != "CD" && r.xpos(i-1) != "NNS"
	}
	k := i - 1
	if r.is(k, "just", "only", "exactly", "barely", "about", "quite", "almost", "nearly", "roughly") {
		if k--; r.is(k, "in", "for", "within", "over", "after") {
			return true
		}
	}
	if strings.HasPrefix(r.xpos(k), "PRP") {
		k--
	}
	switch {
	case r.is(k, "or", "and"):
		n := len(r.found)
		return n > 0 && r.found[n-1].kind == tDuration && r.found[n-1].end == k
	}
	return r.takesTime(k)
}

// takesTime reports a verb at token k whose object may be a stretch of time.
func (r *reader) takesTime(k int) bool {
	return r.is(k, "spent", "spend", "spends", "spending", "wait", "waits", "waited", "waiting", "took", "take", "takes", "taken", "last", "lasts", "lasted", "stayed", "stay", "stays", "need", "needs", "needed", "lose", "lost", "served", "serve", "serves", "gave", "given")
}

// bound reads the words before a number that bound it, by quantity_modifiers.tsv: more than,
// at least, nearly.
func (r *reader) bound(i int) (end int, mod string) {
	if w := r.class(i); (w.kind != opener || !w.bounds) && !r.is(i, "some") {
		return i, ""
	}
	a := r.atom(i)
	if a < 0 {
		return i, ""
	}
	m, past := r.numbers.Bound(a)
	if m == nil || past == len(r.numbers.Atoms) || r.is(i, "over") && r.class(i+1).kind == vague {
		return i, ""
	}
	if r.is(i+1, "than") && !r.is(i, "more", "less", "fewer", "longer", "shorter", "over") || r.is(i, "barely") && r.is(i+1, "a", "an") {
		return i, "" // "higher than a year ago"
	}
	if r.is(i, "nearly", "almost") {
		return r.numbers.Atoms[past].Token, "LESS_THAN" // as TimeBank has it
	}
	return r.numbers.Atoms[past].Token, mods[m.Bound+m.Kind]
}

// mods are the TIMEX3 modifiers of the bounds of quantity_modifiers.tsv.
var mods = map[string]string{
	">": "MORE_THAN", ">=": "EQUAL_OR_MORE", "<": "LESS_THAN", "<=": "EQUAL_OR_LESS", "approx": "APPROX",
}

// pastUnits: the past two months, the next few days, the first nine months, the
// last three years: a duration, whatever it is counted from.
func pastUnits(r *reader, i int) (found, bool) {
	k := r.skip(i, "the", "these", "those")
	switch r.norm(k) {
	case "past", "last", "next", "coming", "previous", "first", "final", "following", "latest", "recent":
		if verbal(r.xpos(k)) || r.is(k, "last") && k == i && r.is(k-1, "to", "n't", "not") {
			return found{}, false
		}
		k++
	default:
		return found{}, false
	}
	c, ok := r.count(k)
	if !ok || r.is(k, "a", "an") {
		return found{}, false
	}
	mod := ""
	if r.is(c.end, "to", "or") {
		if e, ok := r.count(c.end + 1); ok && e.n > c.n && c.n > 0 {
			c.end, mod = e.end, "EQUAL_OR_MORE"
		}
	}
	w := r.class(c.end)
	if r.is(c.end, "seasons") { // the past two
		w = word{kind: unit, value: "Y", plural: true}
	}
	if w.kind != unit {
		return found{}, false
	}
	return found{end: c.end + 1, kind: tDuration, value: period(c, w), mod: mod}, true
}

// compound: two-year, 10-day, several-year; not 34-year-old, which is an age.
func compound(r *reader, i int) (found, bool) {
	if r.class(i).kind != hyphened && r.class(i).kind != digits {
		return found{}, false
	}
	norm, numbered := r.norm(i), ""
	if a := r.atom(i); a >= 0 {
		if n, ok := r.numbers.Number(a); ok && !n.Vague && !n.Fraction && n.First == a && r.numbers.Atoms[n.Last-1].End <= r.d.Tokens[i].End {
			end := r.numbers.Atoms[n.Last-1].End - r.d.Tokens[i].Start
			if rest := r.d.In(r.d.Tokens[i].Span)[end:]; len(rest) > 1 && rest[0] == '-' {
				numbered, norm = n.Val.Text(), "#"+strings.ToLower(rest)
			}
		}
	}
	if u, ok := longUnit(words(), norm); ok { // weeklong, decades-long
		n := count{n: 1, text: "1"}
		if u.plural {
			n.text = "X"
		}
		return found{end: i + 1, kind: tDuration, value: period(n, u)}, true
	}
	parts := strings.SplitN(norm, "-", 4)
	if len(parts) < 2 || parts[len(parts)-1] == "old" || r.is(i+1, "old", "olds") || len(parts) == 3 && (parts[1] == "a" || parts[1] == "an") { // $15-an-hour
		return found{}, false
	}
	m := words()
	u := m.Get(parts[len(parts)-1])
	if u.kind == set && len(parts) == 2 && numbered != "" && len(numbered) < 5 && len(u.value) == 3 { // four-yearly
		return found{end: i + 1, kind: tSet, value: "P" + numbered + u.value[2:], quant: "EVERY"}, true
	}
	if u.plural && u.value == "Q" { // three-quarters
		return found{}, false
	}
	if u.kind != unit || len(parts) > 3 {
		// 10-hour-per-week, week-long
		if len(parts) == 3 && parts[2] == "long" || len(parts) == 4 && (parts[2] == "per" || parts[2] == "a") {
			u = m.Get(parts[1])
		}
		if u.kind != unit {
			return found{}, false
		}
	}
	n := parts[0]
	switch {
	case numbered != "" && len(numbered) < 10:
		n = period(count{n: atoi(numbered), text: numbered}, u)
	case m.Get(n).kind == vague:
		n = period(count{text: "X"}, u)
	default:
		return found{}, false
	}
	return found{end: i + 1, kind: tDuration, value: n}, true
}
