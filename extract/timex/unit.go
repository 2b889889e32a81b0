package timex

import (
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract"
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
	if w.kind != unit && r.is(i, "last") && r.is(i-1, "than", "as") && !r.nounish(end) {
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
	if !r.is(i-1, "million", "billion") && !r.is(i-2, "a") && !r.is(i-1, "%") && r.class(i-1).kind != digits {
		return false
	}
	for k := i - 2; k > i-10 && k >= r.first; k-- {
		if r.is(k, "with", "to") && r.is(k-1, "compared") || r.is(k, "from") && !r.is(i-1, "%") {
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
		case unit == "M" && len(v) == 7 && f.day.m > 0 && f.day.d == 0:
			t := addMonths(date(f.day.y, f.day.m, 1), step)
			return monthValue(t.Year(), int(t.Month()))
		case unit == "Q" && len(v) == 7 && f.mod == "END" && f.day.m%3 == 0 && n > 0 && r.found[n-1].value == "P3M": // in the three months to the end of June
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
	if !ok || r.norm(k+1) == "," {
		return r.bareSeason(i, k, w)
	}
	return found{end: end, kind: tDate, value: yearValue(y) + "-" + w.value}, true
}

// bareSeason: over the summer, in the autumn: the nearest in the direction of the
// clause.
func (r *reader) bareSeason(i, k int, w word) (found, bool) {
	if k == i && !r.is(i-1, "since", "until", "till", "by") && !(r.is(i-1, "in") && r.told(i, i+1)) || r.is(k+1, "of") || w.plural || !r.is(i-1, "in", "into", "over", "during", "through", "throughout", "since", "until", "by", "before", "after") || !r.is(k+1, "months") && (!r.plainWord(k+1) || r.nounish(k+1)) {
		return found{}, false
	}
	f := found{end: k + 1, kind: tDate}
	if r.is(f.end, "months") { // of any year
		return found{end: k + 2, kind: tDate, value: "XXXX-" + w.value}, true
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

// steps lead from the day that was named to the day before and after.
var steps = map[string]int{"before": -1, "after": 1}

// namedUnit: that year, that day, the same month, that summer, of one that the text has named; the day before.
func namedUnit(r *reader, i int) (found, bool) {
	k := r.skip(i+1, "same")
	w := r.class(k)
	if step := steps[r.norm(i+2)]; step != 0 && r.is(i, "the") && w.value == "D" && (i+3 >= r.last || r.is(i+3, ",", ".", "and", "but")) && i-r.ended < nearClock {
		v := dayFrom(r.day, step)
		return found{end: i + 3, kind: tDate, value: v, anchor: "context"}, v != ""
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
	if r.xpos(i-1) == "IN" && !r.is(i-1, "in", "on", "during", "by", "since") || r.is(i-1, "to") || r.is(end, "of", "after", "by", "when") || !r.plainWord(end) {
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

// endsQuarter is the quarter whose last day stands at token k; "" where none does.
func (r *reader) endsQuarter(k int) string {
	f, ok := monthDate(r, r.skip(k, "on"))
	if !ok || f.day.m == 0 || f.day.m%3 > 0 {
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
	if !ok || k > i && y == 0 && r.class(k).kind == hyphened && r.is(k-1, "the") { // the third-quarter loss: the article is the loss's
		return found{}, false
	}
	f := found{end: end, kind: tDate, fiscal: fiscal}
	if y == 0 {
		if n, e, ok := r.yearAfter(end); ok && r.norm(end) != "," {
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
	if c, ok := r.count(end); ok && r.class(c.end).kind == unit && r.class(c.end).plural { // the year-earlier nine months
		return found{end: c.end + 1, kind: tDuration, value: period(c, r.class(c.end))}, r.is(k, "year-earlier", "year-ago")
	}
	switch {
	case r.is(end, "quarter", "period", "month"):
		end++
	case r.class(end).kind == ordinal && r.is(end+1, "quarter"):
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
		case f.day.m > 0 && f.day.d == 0 && f.day.y > 0:
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
