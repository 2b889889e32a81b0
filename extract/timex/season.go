package timex

import (
	"strings"
)

// weekend: on the first days of a week, this weekend is the one before if the clause
// is past; the coming one is never that of the week after, but on a weekend.
func (r *reader) weekend(i, end, step int) string {
	switch day := weekdayOf(r.dct); {
	case step == 0 && day <= 3:
		if dir, _ := r.direction(i, end); dir == past {
			step = -1
		}
	case r.is(end-1, "coming") && day <= 5:
		step = 0
	}
	return r.unitValue("K", step)
}

// theWeekend is the one before, but for a clause that looks ahead, and in an article
// of that very weekend.
func (r *reader) theWeekend(i, end int) (value, dir string) {
	if ahead, evidence := r.ahead(i, end); ahead || weekdayOf(r.dct) >= 6 {
		return weekValue(r.dct) + "-WE", evidence
	}
	return weekValue(r.dct.AddDate(0, 0, -7)) + "-WE", past + ": nearest"
}

var seasonMonths = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

func (r *reader) relativeSeason(end int, w word, step int) (found, bool) {
	if r.is(end, "quarter", "semester", "term") { // last spring quarter
		end++
	}
	f := found{end: end, kind: tDate, anchor: "dct"}
	y, now, start := r.dct.Year(), int(r.dct.Month()), seasonMonths[w.value]
	if w.value == "WI" && now <= 2 { // a winter has the year in which it began
		y, now = y-1, now+12
	}
	switch {
	case step < 0 && now < start+3:
		y--
	case step > 0 && now >= start:
		y++
	}
	f.value = yearValue(y) + "-" + w.value
	return f, true
}

// seasonOf: the winter of 1994, summer 1994, the summer.
func seasonOf(r *reader, i int) (found, bool) {
	k := r.skip(i, "the")
	w := r.class(k)
	if w.kind != season || verbal(r.xpos(k)) {
		return found{}, false
	}
	y, end, ok := r.yearAfter(k + 1)
	if !ok {
		return r.bareSeason(i, k, w)
	}
	return found{end: end, kind: tDate, value: yearValue(y) + "-" + w.value}, true
}

// bareSeason: over the summer, in the autumn: the nearest in the direction of the
// clause.
func (r *reader) bareSeason(i, k int, w word) (found, bool) {
	if n := len(r.found) - 1; r.is(i-1, "and", "or") && r.class(i-2).kind == season && n >= 0 && r.found[n].end == i-1 { // this summer and | autumn
		f := found{end: k + 1, kind: tDate, value: r.found[n].value, anchor: "row"}
		if year, _, ok := strings.Cut(f.value, "-"); ok {
			f.value = year + "-" + w.value
		}
		return f, true
	}
	if r.is(k+1, "of") || w.plural || !r.is(i-1, "in", "into", "over", "during", "through", "throughout", "since", "until", "by", "before", "after") && !(r.is(i-1, "of") && r.is(i-2, "much", "most", "part", "half", "rest", "all", "majority")) || !r.is(k+1, "months") && (!r.plainWord(k+1) || r.nounish(k+1)) {
		return found{}, false
	}
	f := found{end: k + 1, kind: tDate, value: "XXXX-" + w.value}
	if r.is(f.end, "months") { // of any year
		f.end++
		return f, true
	}
	if k == i && !r.is(i-1, "since", "until", "till", "by") && !(r.is(i-1, "in") && r.told(i, i+1)) {
		return f, r.is(i-1, "in", "during", "over", "throughout") // an ice rink in winter
	}
	ahead, evidence := r.ahead(i, f.end)
	y, now, start := r.dct.Year(), int(r.dct.Month()), seasonMonths[w.value]
	switch {
	case ahead && now >= start+3 && !(strings.HasSuffix(evidence, likely) && now-start <= nearMonths):
		y++
	case !ahead && now < start && !r.is(i-1, "into"):
		y--
	}
	f.value, f.anchor, f.dir = yearValue(y)+"-"+w.value, "dct", evidence
	return f, true
}
