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
	if w.kind != unit || w.value == "Q" || w.plural != (c.end > k+1) || r.is(i-1, "on", "at", "in") ||
		strings.HasPrefix(r.xpos(c.end+1), "NN") { // another day trip
		return found{}, false
	}
	return found{end: c.end + 1, kind: tDuration, value: period(c, w), mod: mod}, true
}

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
			if r.is(k, "'s", "is", "are", "'re") && r.xpos(k+1) == "VBN" {
				return false
			}
			lemma := r.d.Tokens[k].Lemma
			return lemma == "be" || lemma == "have" && r.xpos(k+1) != "VBN" || clues()["scheduled"][lemma] || clues()["travel"][lemma]
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
