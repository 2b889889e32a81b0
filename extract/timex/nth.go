package timex

import "time"

// nthOf: the last Friday in August, the second Sunday of May, the third week of
// February, the last weekend of October, the first day of June, one evening in May.
func nthOf(r *reader, i int) (found, bool) {
	if w := r.class(i + 1); r.is(i, "one") && (w.value == "D" || w.kind == part) && r.is(i+2, "in") { // one day in June
		f, ok := r.period(i + 3)
		f.kind, f.value = tDate, f.value+"-XX"
		if w.kind == part {
			f.kind, f.value = tTime, f.value+"T"+w.value
		}
		return f, ok && f.day.m > 0
	}
	k := r.skip(i, "the")
	n, ok := r.place(k)
	if !ok {
		return found{}, false
	}
	k++
	k = r.skip(k, "full")
	w := r.class(k)
	if w.plural || !r.is(k+1, "of", "in") || !(w.kind == weekday || w.kind == unit && (w.value == "W" || w.value == "K" || w.value == "D")) {
		return found{}, false
	}
	f, ok := r.period(k + 2)
	t, err := time.Parse("2006-01", f.value)
	if err == nil {
		f.value = nthValue(t.Year(), int(t.Month()), w, n)
	}
	f.day = dated{}
	return f, ok && (err == nil || f.value == "")
}

// place reads first, second, third, last as a place in a row; the last is -1.
func (r *reader) place(k int) (int, bool) {
	switch w := r.class(k); {
	case r.is(k, "last", "final"):
		return -1, true
	case r.is(k, "second", "2nd"):
		return 2, true
	case w.kind == ordinal && w.n <= 5:
		return w.n, true
	}
	return 0, false
}

// nthValue is the value of the nth weekday, week, weekend or day of a month. A week
// belongs to the month that has most of its days.
func nthValue(y, m int, w word, n int) string {
	if w.kind == weekday {
		if t := nthWeekday(y, m, w.n, n); int(t.Month()) == m {
			return dayValue(t)
		}
		return ""
	}
	switch {
	case w.value == "K":
		return weekValue(nthWeekday(y, m, 6, n)) + "-WE"
	case w.value == "D" && n < 0:
		return dayValue(date(y, m, lastDay(y, m)))
	case w.value == "D":
		return dayValue(date(y, m, n))
	case n < 0:
		return weekValue(date(y, m, lastDay(y, m)-3))
	}
	return weekValue(date(y, m, 4+7*(n-1)))
}
