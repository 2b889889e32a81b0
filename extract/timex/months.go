package timex

import (
	"strings"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// monthRange is a run of months: July-September, January–March 2023, May through June. Three
// or six that are a quarter or a half of the year have its value, others an ISO 8601 interval.
func monthRange(r *reader, i int) (found, bool) {
	first, last, end := r.twoMonths(i)
	if end == 0 || first == last {
		return found{}, false
	}
	f := found{end: end, kind: tDate}
	y, e, ok := r.yearAfter(end)
	if ok {
		f.end = e
	} else {
		y, f.dir = r.yearOf(i, end, date(r.dct.Year(), last, 1))
		f.anchor = "dct"
	}
	f.value = monthsValue(y, first, last)
	return f, true
}

// twoMonths are the months that a run from token i opens and closes with.
func (r *reader) twoMonths(i int) (first, last, end int) {
	if a, b, ok := strings.Cut(r.norm(i), "-"); ok && r.capital(i) {
		first, last, end = lexicon.Months()[a], lexicon.Months()[b], i+1
	} else if r.class(i).kind == month && r.class(i+2).kind == month && r.is(i+1, "-", "–", "—", "through", "to") && !r.is(i-1, "from") {
		first, last, end = r.class(i).n, r.class(i+2).n, i+3
	}
	if first == 0 || last == 0 {
		return 0, 0, 0
	}
	return first, last, end
}

// monthsValue is the value of the months from first to last, which is in year y.
func monthsValue(y, first, last int) string {
	switch n := last - first + 1; {
	case n == 3 && first%3 == 1:
		return quarterValue(y, last/3)
	case n == 6:
		return yearValue(y) + "-H" + string(rune('0'+last/6))
	case n < 0:
		return monthValue(y-1, first) + "/" + monthValue(y, last)
	}
	return monthValue(y, first) + "/" + monthValue(y, last)
}
