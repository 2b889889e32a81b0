package timex

import (
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// endsQuarter is the quarter whose last day stands at token k; "" where none does.
func (r *reader) endsQuarter(k int) string {
	f, ok := monthDate(r, r.skip(k, "on"))
	if !ok || f.day.m%3 > 0 {
		return ""
	}
	return quarterValue(f.day.y, f.day.m/3)
}

// quarterOf: the third quarter, third-quarter, the fourth quarter of 1988, this
// year's third quarter, Q3 2024, the first half.
func quarterOf(r *reader, i int) (found, bool) {
	k := i
	y := 0
	if r.is(k, "this", "last", "next") && r.is(k+1, "year") && r.is(k+2, "'s") {
		y = r.dct.Year() + map[string]int{"this": 0, "last": -1, "next": 1}[r.norm(k)]
		k += 3
	} else if r.is(k, "the") {
		k++
		if n, e, ok := r.yearNumber(k); ok {
			y, k = n, e
		}
	}
	fiscal := r.is(k, "fiscal", "financial")
	if fiscal {
		k++
	}
	q, end, half, ok := r.quarterNumber(k)
	if !ok || k > i && y == 0 && r.class(k).kind == hyphened { // the third-quarter loss: the article is the loss's
		return found{}, false
	}
	f := found{end: end, kind: tDate, fiscal: fiscal}
	if y == 0 {
		if n, e, ok := r.yearAfter(end); ok {
			y, f.end = n, e
		} else if n, e, ok := r.relativeYear(end); ok {
			y, f.end = n, e
		}
	}
	if y == 0 {
		y, f.dir = r.quarterYear(i, end, q, half)
		f.anchor = "dct"
	}
	f.value = quarterValue(y, q)
	if half {
		f.value = yearValue(y) + "-H" + strconv.Itoa(q)
	}
	return f, true
}

func (r *reader) quarterNumber(k int) (q, end int, half, ok bool) {
	text := r.norm(k)
	if len(text) == 2 && text[0] == 'q' && text[1] >= '1' && text[1] <= '4' {
		return int(text[1] - '0'), k + 1, false, true
	}
	if a, b, found := strings.Cut(text, "-"); found && (b == "quarter" || b == "half") {
		w := words().Get(a)
		if a == "second" {
			w = word{kind: ordinal, n: 2}
		}
		return w.n, k + 1, b == "half", w.kind == ordinal && (w.n <= 4 && b == "quarter" || w.n <= 2 && !r.sporting())
	}
	w := r.class(k)
	n := w.n
	if r.is(k, "second", "2nd") || r.is(k, "last", "latter") && r.is(k+1, "half") {
		n, w.kind = 2, ordinal
	}
	if w.kind != ordinal {
		return 0, 0, false, false
	}
	switch {
	case r.is(k+1, "quarter") && n <= 4:
		return n, k + 2, false, true
	case r.is(k+1, "half") && n <= 2 && r.is(k-1, "the"):
		return n, k + 2, true, r.halfYear(k + 2)
	}
	return 0, 0, false, false
}

// halfYear tells by what follows, and by the words of sport in its sentence, half of a
// year from half of a match.
func (r *reader) halfYear(end int) bool {
	if r.is(end, "of") {
		_, _, ok := r.yearNumber(end + 1)
		return ok || r.is(end+1, "this", "last", "next", "the") && r.is(end+2, "year")
	}
	return r.is(end, "year", "from", "compared", "as", ",", ".") && !r.sporting()
}

// sporting reports words of sport in the sentence.
func (r *reader) sporting() bool {
	return extract.AnyToken(r.first, r.last, func(k int) bool {
		return clues()["sport"][r.d.Tokens[k].Lemma] || clues()["sport"][r.norm(k)]
	})
}

// quarterYear is the year of a quarter without one: the last that has begun, or
// the next where the clause looks ahead.
func (r *reader) quarterYear(i, end, q int, half bool) (int, string) {
	y := r.dct.Year()
	start := 3*q - 2
	if half {
		start = 6*q - 5
	}
	ahead, evidence := r.ahead(i, end)
	switch now := int(r.dct.Month()); {
	case start > now && !ahead && start-now > 2:
		return y - 1, evidence
	case ahead && start+8 <= now: // one that has just ended is still to be reported
		return y + 1, evidence
	}
	return y, evidence
}

// samePeriod: the same period last year, the corresponding quarter of 2021, last year's quarter, the
// 2023 period: the quarter that was named last, of another year.
func samePeriod(r *reader, i int) (found, bool) {
	k := r.skip(i, "the")
	y, end, ok := r.yearNumber(k)
	switch {
	case ok: // the 1988 period
		ok = k > i && r.is(end, "quarter", "period")
		end++
	case r.is(k, "same", "corresponding", "comparable", "like", "equivalent") && r.is(k+1, "period", "quarter"):
		if y, end, ok = r.relativeYear(r.skip(k+2, "in")); !ok {
			y, end, ok = r.yearAfter(r.skip(k+2, "in"))
		}
	case r.is(i, "last") && r.is(i+1, "year") && r.is(i+2, "'s") && r.is(i+3, "period", "quarter"):
		y, end, ok = r.dct.Year()-1, i+4, true
	}
	if !ok || r.quarter == "" && r.class(k).kind != digits {
		return found{}, false
	}
	f := found{end: end, kind: tDate, value: yearValue(y)}
	if r.quarter != "" {
		f.value, f.anchor = f.value+r.quarter[4:], "quarter"
	}
	return f, true
}

// yearEarlier: a year earlier, the year-earlier quarter, year-ago: in a report on a
// quarter, the same quarter of the year before.
func yearEarlier(r *reader, i int) (found, bool) {
	k := r.skip(i, "the")
	end := k + 1
	if k > i && r.is(k, "year") && r.is(k+1, "after") && r.is(k+2, "that", ",", ".", "and", ";", "") {
		v := r.nextYear(i, 1) // next year and the year after
		return found{end: r.skip(k+2, "that"), kind: tDate, value: v, anchor: "context"}, v != ""
	}
	if !r.is(k, "year-earlier", "year-ago") {
		if k = r.skip(k, "a", "one"); !r.is(k, "year") || !r.is(k+1, "earlier", "ago", "before") || r.is(k+1, "before") && !r.plainWord(k+2) {
			return found{}, false
		}
		end = k + 2
	}
	if c, ok := r.count(end); ok && r.class(c.end).kind == unit { // the year-earlier nine months
		return found{end: c.end + 1, kind: tDuration, value: period(c, r.class(c.end))}, r.is(k, "year-earlier", "year-ago")
	}
	switch {
	case r.is(end, "quarter", "period", "month"):
		end++
	case r.class(end).kind == ordinal:
		if q, e, _, ok := r.quarterNumber(end); ok {
			y, _ := r.quarterYear(i, e, q, false)
			return found{end: e, kind: tDate, value: quarterValue(y-1, q), anchor: "dct", dir: past + ": earlier"}, true
		}
	case r.is(k+1, "before") && !r.is(end, ",", ".", ";", ":", "(", "-lrb-", "-", "–", "—", "and", "but", "\"", "”", "''", ""):
		return found{}, false // the year before the vote
	case r.is(i, "the") && !r.is(k+1, "before"):
		return found{}, false
	}
	f := found{end: end, kind: tDate, anchor: "dct", dir: past + ": earlier"}
	month := r.lastMonth()
	switch bracket, _, told := r.yearNumber(end + 1); {
	case told && r.is(end, "(", "-lrb-"): // the year before (2017)
		f.value, f.anchor = yearValue(bracket), "context"
	case month.m > 0: // of prices in February
		f.value, f.anchor = monthValue(month.y-1, month.m), "context"
	case r.lastYear() > 0: // in 2021 compared with the year before
		f.value, f.anchor = yearValue(r.lastYear()-1), "context"
	case r.quarter != "":
		y, _ := strconv.Atoi(r.quarter[:4])
		f.value, f.anchor = yearValue(y-1)+r.quarter[4:], "quarter"
	default:
		f.value = yearValue(r.dct.Year() - 1)
	}
	return f, true
}

// lastMonth is the month that the sentence has named last, before any other period.
func (r *reader) lastMonth() dated {
	for n := len(r.found) - 1; n >= 0; n-- {
		switch f := &r.found[n]; {
		case f.kind != tDate || len(f.value) < 4 || len(f.value) > 7:
			continue
		case f.day.m > 0 && f.day.y > 0:
			return f.day
		}
		return dated{}
	}
	return dated{}
}

// lastYear is the year that the sentence has named last, as a year; 0 without one.
func (r *reader) lastYear() int {
	if n := len(r.found); n > 0 && r.found[n-1].kind == tDate && len(r.found[n-1].value) == len("2024") && r.found[n-1].anchor == "" {
		return atoi(r.found[n-1].value)
	}
	return 0
}
