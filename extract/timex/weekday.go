package timex

import (
	"strings"
	"time"
)

// weekdayName: Friday, last Friday, this coming Friday, Friday morning.
func weekdayName(r *reader, i int) (found, bool) {
	k, which := r.pointer(i)
	w := r.class(k)
	if w.kind != weekday && (w.kind != shortWeekday || k > i) {
		return found{}, false
	}
	f := found{end: k + 1, kind: tDate}
	if t, end, ok := r.numberedWeekday(w, k+1); ok && k == i { // Friday 18th
		f.end, f.value, f.anchor, f.dir = end, dayValue(t), "dct", "nearest"
		f.day = dated{t.Year(), int(t.Month()), t.Day(), false}
		return f, true
	}
	if w.kind == shortWeekday || r.is(i-1, "good", "super", "black", "cyber", "fat", "shrove", "giving", "bloody") && r.capital(i-1) ||
		w.plural || k == i && (r.paper(k) || r.titled(k)) {
		return found{}, false
	}
	switch {
	case k == i && r.is(i-1, "the") && (!r.nounish(i+1) || r.class(i+1).kind == part) && !r.is(i+1, "'s", "’s", "of", "before", "after"):
		f.value, f.anchor = r.storyDay(i, w.n), "context"
	case k == i && r.anyWeek(k):
		f.value = "XXXX-WXX-" + itoa(w.n)
	default:
		f.anchor = "dct"
		var t int
		t, f.dir = r.weekdayOffset(i, f.end, w.n, which)
		f.value = dayValue(r.dct.AddDate(0, 0, t))
	}
	last := f.end
	for r.is(last, "and", "or", ",") && r.class(last+1).kind == weekday { // on Monday | and Tuesday nights
		last += 2
	}
	if p := r.class(last); p.kind == part && p.plural {
		if last == f.end {
			f.end++
		}
		return found{end: f.end, kind: tSet, value: "XXXX-WXX-" + itoa(w.n) + "T" + p.value, quant: "EVERY"}, true
	}
	if p := r.class(f.end); p.kind == part {
		f.end++
		f.kind = tTime
		if day, ok := monthDate(r, r.skip(f.end, ",")); ok && day.day.d > 0 && (day.value != "" || !r.known) { // Tuesday evening, Sept. 27
			f.end, f.value, f.anchor, f.dir = day.end, day.value, day.anchor, day.dir
		}
		f.value += "T" + p.value
	}
	return f, true
}

// pointer reads the word that points: last, next, this, this coming, this past.
func (r *reader) pointer(i int) (end int, which string) {
	switch r.norm(i) {
	case "last", "next", "past", "previous":
		return i + 1, r.norm(i)
	case "this":
		if r.is(i+1, "coming", "past") {
			return i + 2, map[string]string{"coming": "next", "past": "last"}[r.norm(i+1)]
		}
		return i + 1, "this"
	case "coming":
		return i + 1, "next"
	}
	return i, ""
}

// weekdayOffset is the day meant, from the publication day. A bare name is that
// very day if the names agree, and otherwise lies in the week past; only a clause
// that looks ahead moves it to the week to come. Counted on the development part
// of TimeBank: 39 of 40, and 51 of 60.
func (r *reader) weekdayOffset(i, end, n int, which string) (days int, dir string) {
	back := (weekdayOf(r.dct) - n + 7) % 7
	switch which {
	case "last", "past", "previous":
		if back == 0 {
			back = 7
		}
		return -back, past + ": " + which
	case "next":
		return 7 - back, future + ": next"
	case "this":
		return n - weekdayOf(r.dct), "this"
	}
	if b := r.class(i - 2); b.kind == day && r.is(i-1, "(", "[", "-lrb-") {
		return r.inBrackets(b.n, n), "bracket"
	}
	if back == 0 {
		return 0, "same day"
	}
	if ahead, evidence := r.ahead(i, end); ahead {
		return 7 - back, evidence
	}
	return -back, past + ": nearest"
}

// dayName: today, yesterday, tomorrow, tonight, and with a part of the day.
func dayName(r *reader, i int) (found, bool) {
	if k := r.skip(i, "the"); r.is(k, "day") && (r.is(k+1, "after") && r.is(k+2, "tomorrow") || r.is(k+1, "before") && r.is(k+2, "yesterday")) {
		return found{end: k + 3, kind: tDate, anchor: "dct", value: dayValue(r.dct.AddDate(0, 0, 2*r.class(k+2).n))}, true
	}
	w := r.class(i)
	if w.kind != day || r.is(i, "today", "tonight") && r.programme(i) {
		return found{}, false
	}
	f := found{end: i + 1, kind: tDate, anchor: "dct", value: dayValue(r.dct.AddDate(0, 0, w.n))}
	if b := r.class(i + 2); b.kind == weekday && r.is(i+1, "(", "[", "-lrb-") { // tomorrow [Sunday], as it was said
		f.value = dayValue(r.dct.AddDate(0, 0, r.inBrackets(w.n, b.n)))
	}
	mark := ""
	if r.is(i, "tonight") {
		mark = "NI"
	} else if p := r.class(i + 1); p.kind == part {
		f.end, mark = i+2, p.value
	}
	if mark != "" {
		f.kind = tTime
		f.value += "T" + mark
	}
	return f, true
}

// inBrackets is the weekday that a bracket gives for a day n days from the publication: that day, or
// else, of what was said before, the last one of its name.
func (r *reader) inBrackets(n, day int) int {
	if weekdayOf(r.dct.AddDate(0, 0, n)) == day {
		return n
	}
	return -((weekdayOf(r.dct) - day + 7) % 7)
}

// programme reports whether the Today at token i is the name of a programme or a paper:
// Radio 4's Today, the Today show.
func (r *reader) programme(i int) bool {
	if i == r.first || !r.capital(i) || r.xpos(i-1) == "``" && r.xpos(i+1) == "POS" { // “Today's vote is over.”
		return false
	}
	return r.is(i+1, "'s", "programme", "program", "show", "newspaper") || r.xpos(i-1) == "POS" || r.is(i-1, "usa") || r.xpos(i-1) == "NNP" && (r.is(i, "tonight") || r.runs())
}

// runs reports whether a verb in small letters stands in the sentence, which is no headline then.
func (r *reader) runs() bool {
	for k := r.first; k < r.last; k++ {
		if verbal(r.xpos(k)) && !r.capital(k) && r.d.Tokens[k].Start < r.d.Tokens[k].End-2 {
			return true
		}
	}
	return false
}

// paper reports whether the weekday at token i begins the name of a paper, a programme or a
// club: the Sunday Telegraph.
func (r *reader) paper(i int) bool {
	if i+1 >= r.last || !r.capital(i+1) {
		return false
	}
	if r.is(i+1, "club") || r.xpos(i-1) == "POS" && r.plainWord(i+1) { // the BBC's Sunday Supplement
		return true
	}
	return (i == r.first || r.is(i-1, "the")) && i+1 < r.last && r.is(i+1, "show", "times", "telegraph", "mail", "mirror", "express", "post", "people", "world", "herald", "club", "politics", "programme", "magazine", "review")
}

// partOfDay: this morning, last night, early this afternoon.
func partOfDay(r *reader, i int) (found, bool) {
	if r.is(i, "the") && r.is(i+1, "next", "following") { // the night after a day that was named
		return r.partAfter(i+2, 1)
	}
	w := r.class(i + 1)
	if r.is(i, "overnight") && !r.nounish(i+1) && !strings.HasPrefix(r.xpos(i), "JJ") {
		return r.overnight(i)
	}
	if w.kind == part && !w.plural && !r.nounish(i+2) && (r.is(i, "the") && r.is(i-1, "in") && !r.is(i+2, "of") || r.is(i, "at") && r.is(i+1, "night")) { // in the morning, at night
		if f, _ := r.partAfter(i+1, 0); r.is(i, "the") && i-r.ended < nearClock {
			return f, true
		}
		return found{end: i + 2, kind: tTime, value: "XXXX-XX-XXT" + w.value}, true
	}
	if w.kind != part || w.plural || !r.is(i, "this", "last", "that") || r.is(i, "that") && (r.is(i+1, "overnight") || r.xpos(i+2) == "NN") {
		return found{}, false // but "said that night work is hard"
	}
	if r.is(i, "that") {
		return r.partAfter(i+1, 0)
	}
	if i > r.first && r.capital(i) && r.capital(i+1) { // told ITV's This Morning
		return found{}, false
	}
	f := found{end: i + 2, kind: tTime, anchor: "dct"}
	t := r.dct
	if r.is(i, "last") {
		t = t.AddDate(0, 0, -1)
	}
	f.value = dayValue(t) + "T" + w.value
	return f, true
}

// overnight is the night before the publication, or after it where the clause looks ahead, or that of
// a day of the sentence.
func (r *reader) overnight(i int) (found, bool) {
	k := i - 1
	for k >= r.clause(i) && !verbal(r.xpos(k)) {
		k--
	}
	day, end := r.dayBeside(r.skip(i+1, "into"))
	if x := r.xpos(k); x != "VBD" && x != "VBN" && x != "VB" || clues()["overnight"][r.d.Tokens[k].Lemma] || end > 0 && !r.is(i+1, "on") {
		return found{}, false // became a star overnight, overnight into Friday
	}
	if end == 0 {
		day, end = dayValue(r.dct.AddDate(0, 0, -1)), i+1
		if ahead, _ := r.ahead(i, i+1); ahead {
			day = dayValue(r.dct)
		}
	}
	return found{end: end, kind: tTime, value: day + "TNI", anchor: "dct"}, true
}

// partAfter is the part of the day at token k, so many days after the one that the text has named.
func (r *reader) partAfter(k, days int) (found, bool) {
	w := r.class(k)
	if w.kind != part {
		return found{}, false
	}
	f := found{end: k + 1, kind: tTime, value: "XXXX-XX-XXT" + w.value}
	if day := dayFrom(r.day, days); day != "" && k-r.ended < nearDay {
		f.value, f.anchor = day+"T"+w.value, "context"
	}
	return f, true
}

// partOfDate: the early hours of Sunday, the evening of 3 March.
func partOfDate(r *reader, i int) (found, bool) {
	k := i + 1
	w, mod := r.class(k), ""
	if r.is(k, "early", "small") && r.is(k+1, "hours") {
		w, mod, k = word{kind: part, value: "MO"}, "START", k+1
	}
	if !r.is(i, "the") || w.kind != part || !r.is(k+1, "of") {
		return found{}, false
	}
	for _, match := range []func(*reader, int) (found, bool){weekdayName, dayName, monthDate} {
		f, ok := match(r, k+2)
		if !ok || len(f.value) == len("2024-10") {
			continue
		}
		if len(f.value) == len("2024-10-20") {
			f.value += "T" + w.value
		}
		f.kind, f.mod = tTime, mod
		return f, true
	}
	return found{}, false
}

// weekOf: the week of March 3, the week beginning 6 May.
func weekOf(r *reader, i int) (found, bool) {
	if !r.is(i, "the") || !r.is(i+1, "week") || !r.is(i+2, "of", "beginning", "starting", "ending") {
		return found{}, false
	}
	f, ok := monthDate(r, i+3)
	if !ok || f.kind != tDate {
		return found{}, false
	}
	if t, err := time.Parse(time.DateOnly, f.value); err == nil {
		f.value = weekValue(t)
	}
	return f, true
}
