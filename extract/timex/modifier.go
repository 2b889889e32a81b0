package timex

import (
	"strings"
	"time"
)

// edges are the words that take one end of a period.
var edges = map[string]string{
	"end": "END", "close": "END", "beginning": "START", "start": "START", "middle": "MID", "early": "START", "late": "END", "mid": "MID",
	"earlier": "START", "later": "END", "rest": "END", "remainder": "END",
}

// endOf: the end of December, the middle of the week, the beginning of 1990. After
// by, the deadline is a day: by the end of December is the 31st.
func endOf(r *reader, i int) (found, bool) {
	by := r.is(i, "by")
	k := r.skip(r.skip(i, "by"), "the")
	mod := edges[r.norm(k)]
	if r.is(k+1, "half") && r.is(k+2, "of") && r.is(k, "first", "second", "latter") { // the first half of November
		f, ok := r.period(k + 3)
		if f.mod = "END"; r.is(k, "first") {
			f.mod = "START"
		}
		return f, ok && !by && f.day.m > 0
	}
	if mod == "" || !r.is(k+1, "of") {
		return found{}, false
	}
	f, ok := r.period(k + 2)
	if !ok || r.is(i-1, "at") && r.is(k+3, "day") && (!r.told(i, f.end) || r.is(f.end, ",") && r.capital(i-1)) { // at the end of the day, it is our money
		return found{}, false
	}
	f.mod = mod
	if by && mod == "END" {
		f.value, f.mod = r.deadline(lastDayOf(f.value), f.anchor), "ON_OR_BEFORE"
	}
	return f, !by || mod == "END"
}

// deadline moves a day without a year that has passed to the next year.
func (r *reader) deadline(day, anchor string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || anchor != "dct" || !t.Before(r.dct) {
		return day
	}
	return dayValue(date(t.Year()+1, int(t.Month()), lastDay(t.Year()+1, int(t.Month()))))
}

// period reads a date of some length at k, by the rules that give one, or the
// year, the month, the week, this week.
func (r *reader) period(k int) (found, bool) {
	best := found{}
	for _, match := range []func(*reader, int) (found, bool){relativeUnit, quarterOf, monthDate, lastMonthName, year, decadeName, seasonOf, century} {
		if f, ok := match(r, k); ok && f.end > best.end {
			best = f
		}
	}
	if best.end > 0 {
		return best, true
	}
	if r.is(k, "the") && r.class(k+1).kind == unit {
		f := found{end: k + 2, kind: tDate, anchor: "dct", value: r.unitValue(r.class(k+1).value, 0)}
		if r.class(k+1).value == "Q" && r.quarter != "" {
			f.value, f.anchor = r.quarter, "quarter"
		}
		return f, true
	}
	return found{}, false
}

// lastDayOf is the last day of a period; the value itself where it has none.
func lastDayOf(value string) string {
	_, to := interval(value)
	t, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return value
	}
	return dayValue(t.AddDate(0, 0, -1))
}

// part of a period: early next year, late last week, earlier this month, mid-May,
// later this afternoon.
func partOf(r *reader, i int) (found, bool) {
	if rest, ok := strings.CutPrefix(r.norm(i), "mid-"); ok {
		return r.midMonth(i, rest)
	}
	mod := edges[r.norm(i)]
	if mod == "" || !r.is(i, "early", "late", "mid", "earlier", "later") {
		return found{}, false
	}
	k := i + 1
	if r.is(k, "in") && r.is(i, "earlier", "later") && (r.class(k+1).kind == month || r.is(k+1, "the") && (r.class(k+2).kind == unit || r.class(k+2).kind == season)) { // earlier in the week
		k++
	}
	if r.is(k, "in", "on") {
		return found{}, false
	}
	f, ok := r.period(k)
	if w := r.class(k); !ok && w.kind == season {
		f, ok = r.relativeSeason(k+1, w, 0)
	}
	if !ok {
		for _, match := range []func(*reader, int) (found, bool){weekdayName, dayName, partOfDay, namedUnit} {
			if f, ok = match(r, k); ok {
				break
			}
		}
	}
	if !ok {
		return found{}, false
	}
	if r.is(k, "that") && r.class(k+1).kind == part { // later that evening: of the day, not of the evening
		mod = ""
	}
	if f.mod = mod; r.is(f.end-1, "day") && i-r.ended < nearClock && r.told(i, f.end) { // later in the day
		f.value, f.anchor = r.day, "context"
	}
	return f, true
}

func (r *reader) midMonth(i int, rest string) (found, bool) {
	w := words().Get(rest)
	if w.kind != month {
		return found{}, false
	}
	f, ok := r.monthAlone(i, i+1, w.n)
	f.mod = "MID"
	return f, ok
}

// yearEnd: year-end, year end, year to date.
func yearEnd(r *reader, i int) (found, bool) {
	end := i + 1
	switch {
	case r.is(i, "year-end"):
	case r.is(i, "year") && r.is(i+1, "end"):
		end++
	case r.is(i, "year") && r.is(i+1, "'s") && r.is(i+2, "end"):
		end += 2
	case r.is(i, "year-to-date"):
		return found{end: end, kind: tDate, anchor: "dct", value: r.unitValue("Y", 0)}, true
	case r.is(i, "year") && r.is(i+1, "to") && r.is(i+2, "date"):
		return found{end: i + 3, kind: tDate, anchor: "dct", value: r.unitValue("Y", 0)}, true
	default:
		return found{}, false
	}
	f := found{end: end, kind: tDate, anchor: "dct"}
	if y, e, ok := r.yearNumber(end); ok {
		f.value, f.end = yearValue(y)+"-12-31", e
	} else {
		f.value = yearValue(r.dct.Year()) + "-12-31"
	}
	return f, true
}

// widen takes in the words before an expression that belong to it: as early as.
func (r *reader) widen(i int, f found) (int, found) {
	if f.kind != tDate && f.kind != tTime {
		return i, f
	}
	if r.is(i-1, "time") && r.is(i-2, "this") && len(f.value) == 4 && r.known { // this time last year
		f.value, f.mod = monthValue(atoi(f.value), int(r.dct.Month())), "APPROX"
		return i - 2, f
	}
	if r.is(i, "recently") && r.is(i-1, "more", "most") {
		return i - 1, f
	}
	if r.is(i-1, "as") && r.is(i-2, "early", "soon", "late") && r.is(i-3, "as") {
		f.mod = "ON_OR_AFTER"
		if r.is(i-2, "late") {
			f.mod = "ON_OR_BEFORE"
		}
		return i - 3, f
	}
	return i, f
}
