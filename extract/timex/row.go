package timex

import "time"

// A dated is a date of the calendar as it stands in the text: the year may be left
// to a later one of its row.
type dated struct {
	y, m, d int  // d is 0 for a month
	own     bool // the year is written, or said by "last year"
}

// rowLinks are the words between the dates of a row; those of a stretch of time go
// from its first to its last day.
var rowLinks = map[string]bool{
	",": false, "and": false, "or": false, "&": false, "/": false, "on": false, "in": false,
	"to": true, "until": true, "till": true, "through": true, "-": true, "–": true, "—": true,
}

// share gives a year that stands at the end of a row to the dates before it: April,
// June and September 2019; from 3 May to 6 June 2021.
func (r *reader) share() {
	times := r.d.Times[r.base:]
	for k := len(times) - 2; k >= 0; k-- {
		f, last := &r.found[k], &r.found[k+1]
		if f.day.m == 0 || f.day.own || !last.day.own {
			continue
		}
		stretch, ok := r.linked(f.end, last.first)
		if !ok {
			continue
		}
		f.day.y, f.day.own = last.day.y, true
		if stretch && f.day.later(last.day) {
			f.day.y-- // from November to March 2021
		}
		t := &times[k]
		if t.Value = f.day.value(); t.Type == tDate {
			t.From, t.To = interval(t.Value)
		}
		t.Anchor, t.Direction = "row", ""
	}
}

// linked reports whether only links of a row stand between two dates, and whether they
// are those of a stretch.
func (r *reader) linked(from, to int) (stretch, ok bool) {
	if from >= to || to > from+3 {
		return false, false
	}
	for k := from; k < to; k++ {
		s, known := rowLinks[r.norm(k)]
		if !known {
			return false, false
		}
		stretch = stretch || s
	}
	return stretch, true
}

// later reports whether a comes after b in a year.
func (a dated) later(b dated) bool { return a.m > b.m || a.m == b.m && a.d > 0 && b.d > 0 && a.d > b.d }

// value is the TIMEX3 value of a day or month; "" for one that no calendar has.
func (a dated) value() string {
	switch {
	case a.d == 0:
		return monthValue(a.y, a.m)
	case !validDay(a.y, a.m, a.d):
		return ""
	}
	return dayValue(date(a.y, a.m, a.d))
}

// rowDay reads the day at token k after a link in a row of days of one month: June 11
// | and 12. It is the day's token and its number.
func (r *reader) rowDay(k, after int) (at, d int, ok bool) {
	at = k + 1
	stretch, known := rowLinks[r.norm(k)]
	if !known || r.is(k, "in", "/") {
		return 0, 0, false
	}
	if r.is(k, ",", "and") && r.is(at, "and", "on") {
		at++
	}
	d, ok = r.figureDay(at)
	if !ok || d <= after || r.class(at+1).kind == month {
		return 0, 0, false
	}
	if _, _, year := r.yearAfter(at + 1); !year && !r.endsRow(at+1, r.is(k, ","), d == after+1 || stretch) {
		return 0, 0, false
	}
	return at, d, true
}

// endsRow reports whether the number before token k is no count of something. After a
// bare comma the row must go on; a number that is not the next day may count.
func (r *reader) endsRow(k int, comma, next bool) bool {
	if comma {
		return r.is(k, "and", ",") && r.class(k+1).kind == digits
	}
	if r.class(k).kind == unit {
		return false
	}
	switch x := r.xpos(k); x {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "$", "PDT":
		return false
	case "VBD", "VBP", "VBZ", "MD":
		return next
	}
	return true
}

// dashedDay reads the second of two days of a month that a dash joins, which are one
// expression: Oct. 5 | –20.
func (r *reader) dashedDay(k, after int) (d, end int, ok bool) {
	if !r.is(k, "-", "–", "—") {
		return 0, 0, false
	}
	at, d, ok := r.rowDay(k, after)
	return d, at + 1, ok
}

// rowOfDays: the second and later days of June 11 and 12, and of Oct. 14, 15 and 16. They
// take month and year from the day before them in the row.
func rowOfDays(r *reader, i int) (found, bool) {
	n := len(r.found)
	if n == 0 {
		return found{}, false
	}
	last := &r.found[n-1]
	if last.day.d == 0 || last.end >= i || i > last.end+2 || last.monthLast {
		return found{}, false
	}
	at, d, ok := r.rowDay(last.end, last.day.d)
	if !ok || at != i {
		return found{}, false
	}
	f := found{end: i + 1, kind: tDate, anchor: "row", day: dated{last.day.y, last.day.m, d, last.day.own}}
	if y, e, ok := r.yearAfter(f.end); ok {
		f.end, f.day.y, f.day.own, f.anchor = e, y, true, ""
	}
	f.value = f.day.value()
	return f, true
}

// firstOfRow: the 3 of 3 to 5 May, and of 11 and 12 June: a day whose month comes with
// the last of its row.
func firstOfRow(r *reader, i int) (found, bool) {
	d, ok := r.figureDay(i)
	if !ok {
		return found{}, false
	}
	k, last := i+1, d
	for n := 0; n < 4; n++ {
		if _, known := rowLinks[r.norm(k)]; !known || r.is(k, "in", "on", "/") {
			return found{}, false
		}
		if k++; r.is(k, "and") {
			k++
		}
		next, ok := r.figureDay(k)
		if !ok || next <= last {
			return found{}, false
		}
		m := k + 1
		m = r.skip(m, "of")
		if r.class(m).kind != month {
			k, last = k+1, next
			continue
		}
		f, ok := monthDate(r, k)
		if !ok {
			return found{}, false
		}
		f.day.d = d
		f.value = f.day.value()
		if r.is(k-1, "-", "–", "—") {
			return r.stretch(f, next), n == 0
		}
		f.end, f.anchor, f.monthLast = i+1, "row", true
		return f, true
	}
	return found{}, false
}

// stretch makes an expression one that runs to day last of its month.
func (r *reader) stretch(f found, last int) found {
	end := f.day
	end.d = last
	f.value += "/" + end.value()
	return f
}

// numberedWeekday reads a weekday with a day of the month and no month: Friday 18th,
// Monday 7. The month is the nearest in which the two agree.
func (r *reader) numberedWeekday(w word, k int) (t time.Time, end int, ok bool) {
	if r.is(k, ",") && r.is(k+1, "the") {
		k++
	}
	k = r.skip(k, "the")
	d, ok := r.figureDay(k)
	if !ok || !r.known || !r.endsRow(k+1, false, true) {
		return t, 0, false
	}
	best := 1 << 30
	for n := -2; n <= 2; n++ {
		m := addMonths(date(r.dct.Year(), int(r.dct.Month()), 1), n)
		if !validDay(m.Year(), int(m.Month()), d) {
			continue
		}
		c := date(m.Year(), int(m.Month()), d)
		if away := int(c.Sub(r.dct).Hours() / 24); weekdayOf(c) == w.n && max(away, -away) < best {
			best, t = max(away, -away), c
		}
	}
	return t, k + 1, best < 1<<30
}

// figureDay reads a day of a month in figures: 3, 3rd.
func (r *reader) figureDay(k int) (int, bool) {
	if n := r.norm(k); n == "" || n[0] < '0' || n[0] > '9' {
		return 0, false
	}
	return r.dayNumber(k)
}
