package timex

import (
	"strings"
	"time"
)

// A story is what times that are counted from the text are counted from: the last date that
// it has named by itself.
type story struct {
	value string // a year, a month or a day
	end   int    // the token after it
}

// nextYear is the year after or before the last that the text has named as a year, if it has near
// token i.
func (r *reader) nextYear(i, step int) string {
	if r.year.value == "" || i-r.year.end > nearStory {
		return ""
	}
	return yearValue(atoi(r.year.value) + step)
}

// nearStory is how many tokens a date may stand before "two years later".
const nearStory = 60

// remember keeps the date of expression f for those that are counted from it.
func (r *reader) remember(f *found) {
	if f.kind != tDate && f.kind != tTime {
		return
	}
	v, _, _ := strings.Cut(f.value, "T")
	if len(v) != len("2024") && len(v) != len("2024-10") && len(v) != len("2024-10-23") || strings.ContainsAny(v, "WQHX_") {
		return
	}
	if len(v) == len("2024-10-23") && (f.kind == tDate || f.anchor != "row") {
		r.day, r.ended = v, f.end
	}
	switch len(v) {
	case len("2024"):
		r.year = story{v, f.end}
	case len("2024-10"):
		r.month = story{v, f.end}
	}
	if f.anchor == "" || len(v) == len("2024-10-23") {
		r.named = story{v, f.end}
	}
}

// later is the date a count of units after or before the one that the text has named: He was
// arrested on 3 May 2017 and died nine days later. It is as fine as the unit, and "" where the
// text names none near, or none so fine.
func (r *reader) later(i int, c count, letter string, sign int) string {
	v := r.named.value
	if v == "" || i-r.named.end > nearStory || c.half || c.n == 0 {
		return ""
	}
	t, err := time.Parse("2006-01-02"[:len(v)], v)
	if err != nil {
		return ""
	}
	fine := map[string]int{"D": 10, "W": 10, "F": 10, "M": 7, "Y": 4, "E": 4}[letter]
	if fine == 0 || len(v) < fine {
		return ""
	}
	from := *r
	from.dct = t
	v = from.wayBack(c, letter, count{}, sign)
	if sign > 0 && t.Year() <= r.dct.Year() && len(v) >= 4 && atoi(v[:4]) > r.dct.Year() {
		return "" // crowned in May 2023 ... two thousand years later, we still
	}
	return v
}

// storyDay is the weekday n of a story, "on the Wednesday": the first from the day on that the
// text has named, or any where it has named none near.
func (r *reader) storyDay(i, n int) string {
	if t, err := time.Parse(time.DateOnly, r.day); err == nil && i-r.ended < nearDay {
		return dayValue(t.AddDate(0, 0, (n-weekdayOf(t)+7)%7))
	}
	return "XXXX-WXX-" + itoa(n)
}

// anyWeek reports whether the weekday at token k is that of every week: treating Friday as a
// working day, Monday is usually quiet.
func (r *reader) anyWeek(k int) bool {
	end := k + 1
	if r.class(end).kind == part {
		end++
	}
	if r.is(k-1, "a", "an") || r.xpos(k-1) == "JJ" && r.is(k-2, "a", "an") { // it was a normal Monday morning, but not "a Monday note"
		return !r.nounish(end)
	}
	if clues()["weekly"][r.norm(end)] && !r.capital(end) { // changes to Sunday working
		return true
	}
	return r.is(k+1, "as") && k > r.first && clues()["any-week"][r.d.Tokens[k-1].Lemma] || r.is(k+1, "is", "'s", "are") && r.is(k+2, "usually", "always", "often", "normally", "typically", "generally", "traditionally")
}

// titled reports whether the weekday at token k is part of the name of a programme or a paper:
// Sky's Sophy Ridge on Sunday, the BBC's Sunday with Ann Lee, told Sunday Morning on Sky.
func (r *reader) titled(k int) bool {
	if r.xpos(k-1) == "POS" && r.is(k+1, "with") || r.class(k+1).kind == part && r.capital(k+1) && (verbal(r.xpos(k-1)) || clues()["programme"][r.norm(k+2)]) {
		return true
	}
	if !r.is(k-1, "on") {
		return false
	}
	j := k - 2
	if r.is(k, "sunday") && r.is(j, "mail", "independent", "scotland", "ridge") {
		return true
	}
	for j > r.first && r.capital(j) && strings.HasPrefix(r.xpos(j), "NNP") {
		j--
	}
	return j < k-2 && r.xpos(j) == "POS" && r.is(j-1, "bbc", "sky", "itv", "cnn", "nbc", "abc", "cbs", "gb", "news", "fox", "radio", "channel")
}
