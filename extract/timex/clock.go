package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// clockTime: 9 p.m., 9:30 a.m. EST, noon Friday, 5:00 on Monday, midnight.
func clockTime(r *reader, i int) (found, bool) {
	k := i
	mod := ""
	if r.is(k, "about", "around", "roughly", "shortly") && r.class(k+1).kind == digits {
		k, mod = k+1, "APPROX"
	}
	value, end, ok := r.hour(k)
	if !ok {
		return found{}, false
	}
	f := found{end: end, kind: tTime, mod: mod, value: ""}
	if r.is(end, "sharp", "local") {
		f.end = r.skip(end+1, "time")
	}
	f.end = r.zone(f.end)
	return r.onDay(i, f, value), true
}

// nearClock is how many tokens before a clock time its day may be named, in a sentence before.
const nearClock = 30

// onDay gives a clock time its day: the one right after it, the one right before it
// ("Nov. 5 at 7 a.m."), which it takes in, the last that was named a little before, or else
// that of the article.
func (r *reader) onDay(i int, f found, value string) found {
	day, end := r.dayBeside(f.end)
	if _, to, ok := r.hour(f.end + 1); ok && end == 0 && rowLinks[r.norm(f.end)] { // from 9 p.m. | to 3 a.m. on Friday
		if day, _ = r.dayBeside(r.zone(to)); day != "" {
			end = f.end
		}
	}
	switch before, back := r.dayBefore(i); {
	case end > 0:
		f.end = end
	case back > 0:
		day, f.back = before, back
	case r.dayOfSentence() != "":
		day, f.anchor = r.dayOfSentence(), "sentence"
	case r.day != "" && i-r.ended < nearClock:
		day, f.anchor = r.day, "context"
	case !r.known:
		day = "XXXX-XX-XX"
	default:
		day, f.anchor = dayValue(r.dct), "dct"
	}
	f.value = day + "T" + value
	if n := len(r.found) - 1; n >= 0 && r.known && i == r.found[n].end+1 && rowLinks[r.norm(i-1)] && r.found[n].value > f.value && strings.HasPrefix(r.found[n].value, day+"T") && !strings.HasSuffix(r.found[n].value, "T24:00") { // from 8 p.m. to 1 a.m.
		f.value, f.anchor = dayFrom(day, 1)+"T"+value, "row"
	}
	return f
}

// dayOfSentence is the last day that the sentence has named so far.
func (r *reader) dayOfSentence() string {
	for k := len(r.found) - 1; k >= 0; k-- {
		if v := r.found[k].value; r.found[k].kind == tDate && len(v) == len("2024-10-23") {
			return v
		} else if r.found[k].kind == tTime && len(v) > len("2024-10-23") {
			return v[:len("2024-10-23")]
		}
	}
	return ""
}

// dayBefore is the day that was read right before token i, with the tokens that lead
// from its first to i; none where other words stand between.
func (r *reader) dayBefore(i int) (value string, back int) {
	n := len(r.found)
	if n == 0 {
		return "", 0
	}
	last := &r.found[n-1]
	if last.kind != tDate || len(last.value) != len("2024-10-23") || last.end > i || i > last.end+3 {
		return "", 0
	}
	for k := last.end; k < i; k++ {
		if !r.is(k, "at", ",", "from", "about", "around", "shortly", "before", "after", "by", "just", "until") {
			return "", 0
		}
	}
	return last.value, i - last.first
}

// hour reads a clock time at token k as TIMEX3 writes it: 21:00.
func (r *reader) hour(k int) (value string, end int, ok bool) {
	w := r.class(k)
	if w.kind == clock {
		return w.value, k + 1, true
	}
	if w.kind != digits && w.kind != numeral {
		return "", 0, false
	}
	text := r.norm(k)
	half := ""
	for _, suffix := range []string{"a.m.", "p.m.", "am", "pm", "a.m", "p.m"} {
		if rest, cut := strings.CutSuffix(text, suffix); cut {
			text, half = rest, suffix[:1]
			break
		}
	}
	end = k + 1
	if half == "" {
		switch r.norm(end) {
		case "a.m.", "am", "a.m", "p.m.", "pm", "p.m":
			half = r.norm(end)[:1]
			end++
		case "o'clock":
			half = "?"
			end++
		}
	}
	if half == "?" && r.is(end, "at") && r.is(end+1, "night") { // ten o'clock at night
		half, end = "p", end+2
	}
	hours, minutes, colon := strings.Cut(strings.Replace(text, ".", ":", 1), ":")
	if half == "" && (!colon || strings.Contains(text, ".") || r.zone(end) == end && !r.is(k-1, "at", "by", "from", "until", "around", "about", "before", "after", "and", "to", "between")) {
		return "", 0, false
	}
	h, err := strconv.Atoi(hours)
	if err != nil {
		if w.kind != numeral {
			return "", 0, false
		}
		h = w.n
	}
	m := 0
	if colon {
		if m, err = strconv.Atoi(minutes); err != nil || len(minutes) != 2 {
			return "", 0, false
		}
	}
	if h > 24 || m > 59 || half == "a" && h > 12 {
		return "", 0, false
	}
	if half == "p" && h < 12 {
		h += 12
	}
	if half == "a" && h == 12 {
		h = 0
	}
	return fmt.Sprintf("%02d:%02d", h, m), end, true
}

// zone skips a time zone: EST, GMT, Eastern time, in brackets.
func (r *reader) zone(k int) int {
	end := k
	open := r.is(end, "(")
	if open {
		end++
	}
	if lexicon.Set("time_zones")[r.norm(end)] {
		end++
	} else { // Kyiv time, Eastern Standard Time
		last := r.skip(end+1, "mean", "standard", "daylight", "summer")
		if !r.is(last, "time") || !r.capital(end) {
			return k
		}
		end = last + 1
	}
	switch {
	case !open:
		return end
	case r.is(end, ")"):
		return end + 1
	}
	return k
}

// dayBeside reads the day that a clock time goes with: Friday, on Friday, Nov. 9,
// today.
func (r *reader) dayBeside(k int) (value string, end int) {
	if r.is(k, ",") && r.class(k+1).kind == month {
		k++
	}
	k = r.skip(k, "on")
	for _, match := range []func(*reader, int) (found, bool){monthDate, weekdayName, dayName, isoDate, holiday} {
		if r.class(k).kind == feast && !r.is(k-1, "on") { // at six o'clock | Christmas Eve
			break
		}
		switch f, ok := match(r, k); {
		case ok && f.kind == tDate && len(f.value) == len("2024-10-23"):
			return f.value, f.end
		case ok && f.kind == tTime && len(f.value) == len("2024-10-23TEV"): // on Monday evening
			return f.value[:len("2024-10-23")], f.end
		}
	}
	return "", 0
}
