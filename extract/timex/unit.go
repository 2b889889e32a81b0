package timex

import (
	"strings"
)

// relativeUnit: last week, this year, next month, the past year, the current
// quarter, last fall.
func relativeUnit(r *reader, i int) (found, bool) {
	k := i
	article := r.is(k, "the")
	if article {
		k++
	}
	end, step, ok := r.step(k, article)
	if !ok {
		return found{}, false
	}
	fiscal := r.businessYear(end)
	if fiscal {
		end++
	}
	w := r.class(end)
	if w.kind == season {
		return r.relativeSeason(end+1, w, step)
	}
	if w.kind != unit && r.is(i, "last") && r.is(i-1, "than", "as") {
		if n := len(r.found) - 1; n >= 0 { // higher this year than last
			end, w = i, r.class(r.found[n].end-1)
			if !r.is(r.found[n].end-2, "this") {
				return found{}, false
			}
		}
	}
	if w.kind != unit || w.plural || w.value[0] == 'T' {
		return found{}, false
	}
	if !fiscal && r.rolling(i, k, w.value) {
		return found{end: end + 1, kind: tDuration, value: period(count{n: 1, text: "1"}, w)}, true
	}
	f := found{end: end + 1, kind: tDate, anchor: "dct", dir: r.norm(end - 1), fiscal: fiscal}
	ahead, _ := r.ahead(i, end+1)
	switch anchored := r.anchored(i, k, w.value, step); {
	case anchored != "":
		f.value, f.anchor = anchored, "context"
	case article && step > 0 && r.told(i, end):
		// he left the next day: the one after that which the text has named, if it has
		f.anchor, f.value = "context", r.later(i, count{n: 1, text: "1"}, w.value, step)
	case w.value == "Q" && step == 0 && r.quarter != "" && r.xpos(f.end) == "POS": // in a report on it, this quarter's loss
		f.value, f.anchor = r.quarter, "quarter"
	case w.value == "K":
		f.value = r.weekend(i, end, step)
	case article && w.value == "D" && !ahead: // won gold on the last day
	default:
		f.value = r.unitValue(w.value, step)
		if w.value == "Y" && step < 0 && r.quarter != "" && r.compared(i) {
			f.value, f.anchor = f.value+r.quarter[4:], "quarter" // of a quarter: compared with a loss of $3 million last year
		}
	}
	return f, true
}

// compared reports whether a sum stands before token i that another is compared with.
func (r *reader) compared(i int) bool {
	if !r.is(i-1, "million", "billion") && !r.is(i-2, "a") {
		return false
	}
	for k := i - 2; k > i-10 && k >= r.first; k-- {
		if r.is(k, "with", "to", "from") {
			return true
		}
		if verbal(r.xpos(k)) {
			return false
		}
	}
	return false
}

// told reports whether the clause of an expression is past, so that what comes next in it was
// next then.
func (r *reader) told(i, end int) bool {
	dir, _ := r.direction(i, end+1)
	return dir == past
}

// rolling reports whether a unit is one up to the publication, or from it on, and none of the
// calendar: over the past year, within the next decade.
func (r *reader) rolling(i, k int, letter string) bool {
	switch {
	case k == i || len(letter) != 1 || !strings.Contains("YEMWF", letter) || r.xpos(k+2) == "POS":
		return false
	case r.is(k, "past"):
		return true
	}
	return r.is(k, "last", "next", "coming") && r.is(i-1, "over", "within", "during", "in", "throughout", "for")
}

// nearDay is how many tokens a day may stand before "the next day".
const nearDay = 70

// anchored is the unit before or after the one that the text has named: prices rose in 2019
// from the previous year; on Monday ... the next day. It is "" where it has named none.
func (r *reader) anchored(i, k int, unit string, step int) string {
	if step == 0 || r.is(k, "last", "past", "coming", "latest", "this") || r.is(k, "next") && (unit != "D" || i == k) {
		return ""
	}
	if unit == "D" {
		if i-r.ended < nearDay {
			return dayFrom(r.day, step)
		}
		return ""
	}
	if unit == "Y" && r.is(k, "following") { // it rose this year. The following year it fell
		return r.nextYear(i, step)
	}
	for n := len(r.found) - 1; n >= 0; n-- {
		f := &r.found[n]
		if f.kind != tDate {
			continue
		}
		switch v := f.value; {
		case unit == "Y" && len(v) == 4 && f.anchor != "dct":
			if y := atoi(v); y > 0 {
				return yearValue(y + step)
			}
		case unit == "M" && len(v) == 7 && f.day.m > 0:
			t := addMonths(date(f.day.y, f.day.m, 1), step)
			return monthValue(t.Year(), int(t.Month()))
		case unit == "Q" && len(v) == 7 && f.mod == "END" && n > 0 && r.found[n-1].value == "P3M": // in the three months to the end of June
			q := 4*f.day.y + f.day.m/3 - 1 + step
			return quarterValue(q/4, q%4+1)
		case unit == "Q" && len(v) == 7 && v[5] == 'Q':
			q := 4*atoi(v[:4]) + int(v[6]-'1') + step
			return quarterValue(q/4, q%4+1)
		}
	}
	return ""
}

// step reads the word that moves by units: last -1, this 0, next 1.
func (r *reader) step(k int, article bool) (end, step int, ok bool) {
	switch r.norm(k) {
	case "last", "previous", "preceding":
		return k + 1, -1, true
	case "past":
		return k + 1, -1, article
	case "this":
		if r.is(k+1, "past") {
			return k + 2, -1, true
		}
		if r.is(k+1, "coming") {
			return k + 2, 1, true
		}
		return k + 1, 0, true
	case "current":
		return k + 1, 0, true
	case "latest":
		return k + 1, -1, r.class(k+1).value == "Q" || r.is(k+1, "fiscal")
	case "next", "coming", "following":
		return k + 1, 1, true
	}
	return 0, 0, false
}

// unitValue is the unit step units from the publication day's own.
func (r *reader) unitValue(letter string, step int) string {
	return valueOf(moved(r.dct, step, letter), letter)
}

// steps lead from the day that was named to the day before and after.
var steps = map[string]int{"before": -1, "after": 1}

// namedUnit: that year, that day, the same month, that summer, of one that the text has named; the day before.
func namedUnit(r *reader, i int) (found, bool) {
	k := r.skip(i+1, "same")
	w := r.class(k)
	if step := steps[r.norm(i+2)]; step != 0 && r.is(i, "the") && w.value == "D" && (i+3 >= r.last || r.is(i+3, ",", ".", "and", "but")) {
		f := found{end: i + 3, kind: tDate}
		if i-r.ended < nearClock {
			f.value, f.anchor = dayFrom(r.day, step), "context"
		}
		return f, true
	}
	if !r.is(i, "that") && (!r.is(i, "the") || k == i+1) || w.kind != unit && w.kind != season || w.plural || r.nounish(k+1) || r.is(k+1, "as", "that") {
		return found{}, false
	}
	fine, named, near, season := len("2024"), r.named, nearStory, ""
	switch {
	case w.value == "D":
		fine, named, near = len("2024-10-23"), story{r.day, r.ended}, nearClock
	case w.value == "M":
		if fine = len("2024-10"); r.month.end > named.end {
			named = r.month
		}
	case w.kind != unit:
		season = "-" + w.value
	case w.value != "Y":
		return found{}, false
	}
	if len(named.value) < fine || i-named.end >= near { // one that the text has told otherwise
		return found{end: k + 1, kind: tDate}, w.kind == unit && r.standsAlone(i, k+1)
	}
	return found{end: k + 1, kind: tDate, value: named.value[:fine] + season, anchor: "context"}, true
}

// standsAlone reports whether the words of time from token i to end tell when by themselves: they met that
// day, on the same day they left; but not "dedicated to that day", "that day care is dear".
func (r *reader) standsAlone(i, end int) bool {
	if r.xpos(i-1) == "IN" && !r.is(i-1, "in", "on", "during", "by", "since") || r.is(end, "of", "after", "by", "when") {
		return false
	}
	x := r.xpos(end)
	return end == r.last || x == "IN" || x == "CC" || x == "RB" || x == "TO" || x == "PRP" && !r.is(i, "the") || len(x) == 1 || x == "''"
}

// newYear: in the new year, the one that comes next.
func newYear(r *reader, i int) (found, bool) {
	if !r.is(i, "the") || !r.is(i+1, "new") || !r.is(i+2, "year") || r.nounish(i+3) || r.xpos(i+3) == "POS" {
		return found{}, false
	}
	f := found{end: i + 3, kind: tDate, mod: "START", anchor: "dct", value: r.unitValue("Y", 0)}
	if r.dct.Month() > 6 {
		f.value = r.unitValue("Y", 1)
	}
	return f, true
}

// thatUnit: the weekend, the quarter, the year, the latest period.
func thatUnit(r *reader, i int) (found, bool) {
	if !r.is(i, "the") {
		return found{}, false
	}
	k := i + 1
	latest := r.is(k, "latest", "most")
	if latest {
		if k++; r.is(k, "recent") {
			k++
		}
	}
	w := r.class(k)
	isPeriod := latest && r.is(k, "period")
	if !isPeriod && (w.kind != unit || w.plural) || r.class(k+1).kind == digits || r.is(k+1, "when") && w.value != "K" || r.is(k+1, "of", "before", "after", "he", "she", "they", "it", "we", "-") {
		return found{}, false
	}
	if w.value == "Y" && (r.is(i-1, "on") || r.is(i-1, "of") && (r.capital(k) || clues()["award"][r.norm(i-2)])) {
		return found{}, false // 2.1% on the year, Person of the Year
	}
	f := found{end: k + 1, kind: tDate, anchor: "dct"}
	switch {
	case !isPeriod && r.is(k+1, "ahead") && !r.is(k+2, "of"):
		return found{end: k + 2, kind: tDuration, value: period(count{n: 1, text: "1"}, w)}, true
	case w.value == "Y" && r.is(k+1, "ended", "ending", "to"):
		return found{end: k + 1, kind: tDuration, value: "P1Y"}, true
	case w.value == "Q" && r.is(k+1, "ended", "ending", "to") && r.endsQuarter(k+2) != "": // the quarter ended Sept. 30
		f.value = r.endsQuarter(k + 2)
	case isPeriod || w.value == "Q": // the one that was named last, or that had ended
		if f.value, f.anchor = r.quarter, "quarter"; f.value == "" && r.known {
			f.value = r.unitValue("Q", -1)
		}
	case w.value == "K":
		f.value, f.dir = r.theWeekend(i, f.end)
	case w.value == "W" && r.is(i-1, "for") && weekdayOf(r.dct) == 1: // up 2% for the week
		f.value = r.unitValue(w.value, -1)
	case w.value == "Y", (w.value == "W" || w.value == "M") && r.is(i-1, "for") && !r.nounish(k+1):
		f.value = r.unitValue(w.value, 0)
	default:
		return found{}, false
	}
	return f, true
}
