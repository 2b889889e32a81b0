package timex

import (
	"strconv"
	"strings"
	"time"
)

// writtenDates are the forms of dates in figures. Of two readings of a slashed date the
// American stands first.
var writtenDates = []string{
	time.DateOnly, "1/2/2006", "1/2/06", "01/02/2006", "2006/1/2", "2/1/2006", "2-Jan-2006", "2-Jan-06", "2-January-2006", "2.1.2006",
}

// isoDate: 2024-10-23, 2024/10/23, 23-Oct-2024, and the slashed dates of American
// forms, 10/23/2024.
func isoDate(r *reader, i int) (found, bool) {
	if r.class(i).kind != digits && r.class(i).kind != hyphened {
		return found{}, false
	}
	text := r.norm(i)
	end := i + 1
	for end < r.last && end < i+5 && r.adjacent(end-1) && strings.ContainsAny(r.norm(end)[:1], "0123456789-/") {
		text += r.norm(end)
		end++
	}
	if text[0] < '0' || text[0] > '9' || len(text) < len("1/2/06") || len(text) > len("2-September-2006") {
		return found{}, false
	}
	for _, layout := range writtenDates {
		if t, err := time.Parse(layout, text); err == nil {
			return found{end: end, kind: tDate, value: dayValue(t)}, true
		}
	}
	return found{}, false
}

// dayNumber reads 23, 23rd, or an ordinal word as the day of a month.
func (r *reader) dayNumber(i int) (int, bool) {
	switch w := r.class(i); w.kind {
	case digits:
		text := r.norm(i)
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			text = strings.TrimSuffix(text, suffix)
		}
		n, err := strconv.Atoi(text)
		return n, err == nil && n >= 1 && n <= 31 && len(text) <= 2
	case ordinal:
		return w.n, true
	}
	return 0, false
}

// monthDate: Oct. 23, Oct. 23, 2024; October 2024; October; 23 October; the 23rd
// of October; with the weekday before, and of this year or last year after.
func monthDate(r *reader, i int) (found, bool) {
	k, _ := r.pointer(i)
	if kind := r.class(k).kind; kind != weekday && k > i {
		k = i
	} else if kind == weekday || kind == shortWeekday {
		if k++; r.is(k, ",") {
			k++
		}
		if !r.dayOrMonth(k) {
			return found{}, false
		}
	}
	if r.is(k, "the") && r.class(k+1).kind != month {
		k++
	}
	if d, ok := r.dayNumber(k); ok {
		m := k + 1
		m = r.skip(m, "of")
		if r.class(m).kind == month {
			return r.dayOfMonth(i, m+1, r.class(m).n, d)
		}
		return found{}, false
	}
	if k > i && r.norm(k-1) == "the" || r.class(k).kind != month {
		return found{}, false
	}
	m := r.class(k).n
	if d, ok := r.dayNumber(k + 1); ok && (r.class(k+1).kind != ordinal || r.class(k+2).kind != unit) { // not the May first quarter
		if last, end, ok := r.dashedDay(k+2, d); ok { // Oct. 5–20
			f, ok := r.dayOfMonth(i, end, m, d)
			return r.stretch(f, last), ok
		}
		return r.dayOfMonth(i, k+2, m, d)
	}
	return r.monthAlone(i, k+1, m)
}

func (r *reader) dayOrMonth(k int) bool {
	k = r.skip(k, "the")
	_, isDay := r.dayNumber(k)
	return r.class(k).kind == month || isDay && (r.class(k+1).kind == month || r.class(k+2).kind == month)
}

func (r *reader) dayOfMonth(i, end, m, d int) (found, bool) {
	f := found{end: end, kind: tDate, day: dated{0, m, d, false}}
	some := validDay(2024, m, d) // a leap year: 29 February is a day of some year
	y, e, ok := r.yearAfter(end)
	if !ok && some {
		y, e, ok = r.relativeYear(end)
	}
	if !ok && some && r.is(end, "[", "(", "-lrb-") { // on 25 May [2020]
		y, _, ok = r.yearNumber(end + 1)
		e = end
	}
	switch {
	case ok:
		f.day.y, f.day.own, f.end = y, true, e
		if validDay(y, m, d) { // 29 February 2023 is seen, and has no value
			f.value = dayValue(date(y, m, d))
		}
		return f, true
	case !some:
		return found{}, false
	}
	if f.day.y = r.eventYear(m, d); f.day.y > 0 {
		f.value = f.day.value()
		return f, true
	}
	f.anchor = "dct"
	f.day.y, f.dir = r.yearOf(i, end, date(r.dct.Year(), m, d))
	f.value = f.day.value()
	return f, true
}

// Days and months without a year, which lie in the year of publication or beside it: how far a
// day may lie ahead of a clause that is past, as the papers of the day know no better, and how far
// behind or ahead the nearest of a weak hint may lie.
const (
	slackDays  = 28
	nearDays   = 120
	nearMonths = 4
)

func (r *reader) monthAlone(i, end, m int) (found, bool) {
	f := found{end: end, kind: tDate, day: dated{0, m, 0, false}}
	if i > r.first && r.xpos(i-1) == "NNP" && r.plainWord(i-1) && r.class(end).kind != digits { // Theresa May
		return found{}, false
	}
	if y, e, ok := r.yearAfter(end); ok && r.norm(end) != "," || ok && y >= 1900 {
		f.day.y, f.day.own = y, true
		f.end, f.value = e, monthValue(y, m)
		return f, true
	}
	if y, e, ok := r.relativeYear(end); ok {
		f.day.y, f.day.own = y, true
		f.end, f.value = e, monthValue(y, m)
		return f, true
	}
	if r.class(end).kind == digits && r.adjacent(end-1) {
		return found{}, false
	}
	y, now := r.dct.Year(), int(r.dct.Month())
	if v := r.named.value; v != "" && r.is(i-1, "that") && i-r.named.end < nearStory { // opened in 2019. That August, it closed
		f.day.y, f.anchor = atoi(v[:4]), "context"
		f.value = monthValue(f.day.y, m)
		return f, true
	}
	ahead, evidence := r.ahead(i, end)
	switch {
	case ahead && m < now && strings.HasSuffix(evidence, likely) && now-m <= nearMonths:
		evidence = past + ": nearest"
	case ahead && m < now:
		y++
	case !ahead && m > now && (m-now > nearMonths || !r.occasion(i, end)): // but agreed to the December date
		y--
	}
	f.day.y = y
	f.value, f.anchor, f.dir = monthValue(y, m), "dct", evidence
	return f, true
}

// lastMonthName: last March, next May, this June.
func lastMonthName(r *reader, i int) (found, bool) {
	k := i
	if r.is(i, "this") && r.is(i+1, "coming", "past") {
		k++
	}
	w := r.class(k + 1)
	if w.kind != month || !r.is(k, "last", "next", "this", "past", "coming") {
		return found{}, false
	}
	f := found{end: k + 2, kind: tDate, anchor: "dct", dir: r.norm(k)}
	day, hasDay := r.dayNumber(k + 2)
	if hasDay {
		f.end++
	}
	y, now := r.dct.Year(), int(r.dct.Month())
	switch {
	case r.is(k, "last", "past") && w.n >= now-1: // in March, last February is that of the year before
		y--
	case r.is(k, "next") && w.n <= now, r.is(k, "coming") && w.n < now:
		y++
	}
	f.value = monthValue(y, w.n)
	if hasDay {
		f.value = dayValue(date(y, w.n, day))
	}
	return f, true
}

// year: 1996, where it stands as years do.
func year(r *reader, i int) (found, bool) {
	k := i
	fiscal := false
	if y, end, ok := r.yearNumber(r.skip(k, "the")); ok && r.businessYear(end) && r.is(end+1, "year") { // the 2023 financial year
		return found{end: end + 2, kind: tDate, value: yearValue(y), fiscal: !r.is(end, "calendar")}, true
	}
	if r.is(k, "the") && r.is(k+1, "year") {
		k += 2
	} else if r.is(k, "fiscal", "calendar") {
		fiscal = r.is(k, "fiscal")
		if k++; r.is(k, "year") {
			k++
		}
	}
	y, end, ok := r.yearNumber(k)
	if !ok || k == i && r.class(k).kind == digits && !r.yearlike(k, y) {
		return found{}, false
	}
	f := found{end: end, kind: tDate, value: yearValue(y), fiscal: fiscal}
	if last, end, ok := r.splitYear(y, end); ok { // 2022–23
		f.end, f.value = end, f.value+"/"+yearValue(last)
	} else if k == i && r.is(i-1, "in") && r.is(i-2, "early", "late") {
		f.mod = edges[r.norm(i-2)]
	} else if k == i && r.is(i-1, "around", "about", "circa") {
		f.mod, f.back = "APPROX", 1
	}
	return f, true
}

// businessYear reports whether token k says of what calendar the year behind it is.
func (r *reader) businessYear(k int) bool {
	return r.is(k, "fiscal", "financial", "academic", "tax", "calendar") || r.is(k, "school") && r.is(k+1, "year")
}

// yearlike tells a year from a number of four digits.
func (r *reader) yearlike(k, y int) bool {
	if r.norm(k)[0] == '\'' {
		return true
	}
	if y < 1500 {
		return false
	}
	before := r.norm(k - 1)
	if r.is(k-1, "about") && r.is(k-2, "in", "since", "until", "from", "by") {
		return true
	}
	switch before {
	case "$", "£", "€", "#", "no.", "flight", "route", "section", "room", "about", "nearly", "than", "least", "roughly", "approximately", "some", ".", "/", "film", "movie", "album", "novel", "musical":
		return false
	case "in", "since", "by", "until", "till", "during", "through", "for", "before", "after", "from", "to", "of", "between", "around", "late", "early", "mid", "and", "back", "class", "(", "spring", "summer", "autumn", "fall", "winter":
		return !r.counts(k + 1)
	}
	if y < 1900 || y > 2100 {
		return false
	}
	if y%10 != 0 && r.class(k+1).kind == other && (r.xpos(k-1) == "PRP$" || r.xpos(k-1) == "POS" || r.is(k-1, "the")) {
		return true // the 2011 riots, their 1994 ceasefires
	}
	return !r.counts(k+1) || r.xpos(k+1) == "NN"
}

// counts reports whether token k is what a number before it would count.
func (r *reader) counts(k int) bool {
	x := r.xpos(k)
	return x == "NNS" || r.is(k, "%", "percent", "million", "billion", "people", "miles", "km") || r.class(k).kind == unit
}
