package timex

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// holidays maps names to the rule of their date.
var holidays = sync.OnceValue(func() map[string]string { return lexicon.Pairs("holidays") })

// longestHoliday is how many tokens a name of the list has.
const longestHoliday = 6

// holiday: Christmas, Labor Day, Good Friday, Easter 2024.
func holiday(r *reader, i int) (found, bool) {
	if r.is(i, "last", "next") && r.capital(i+1) && !r.is(i-1, "the", "my", "our", "his", "her", "its", "their") {
		f, ok := holiday(r, i+1)
		if day, err := time.Parse(time.DateOnly, f.value); ok && f.anchor == "dct" && err == nil { // last Christmas
			switch {
			case r.is(i, "last") && day.After(r.dct):
				f.value = dayValue(day.AddDate(-1, 0, 0))
			case r.is(i, "next") && day.Before(r.dct):
				f.value = dayValue(day.AddDate(1, 0, 0))
			}
			return f, true
		}
	}
	if !r.capital(i) {
		return found{}, false
	}
	name := ""
	for k := i; k < min(i+longestHoliday, r.last); k++ {
		if k > i {
			name += " "
		}
		name += r.norm(k)
		rule, ok := holidays()[name]
		if !ok || r.longer(name, k+1) || k == i && r.describes(i, k+1) || r.is(k+1, "agreement", "accord", "island", "islands", "rising") { // the Good Friday Agreement
			continue
		}
		if strings.Contains(rule, "=") {
			if rule = r.national(rule); rule == "" {
				continue
			}
		}
		f := found{end: k + 1, kind: tDate}
		if y, e, ok := r.yearNumber(k + 1); ok {
			f.end, f.value = e, dayValue(holidayDate(rule, y))
		} else {
			f.value, f.dir = r.nearest(rule, i, f.end)
			f.anchor = "dct"
		}
		if r.is(f.end, "period", "season", "break") { // the days around it
			f.end, f.mod = f.end+1, "APPROX"
		}
		return f, true
	}
	return found{}, false
}

// national is the day that a feast of many states has in the one told of; "" where none is, or it has none here.
func (r *reader) national(days string) string {
	state := r.state()
	if state == "" {
		return ""
	}
	_, day, _ := strings.Cut(days, state+"=")
	day, _, _ = strings.Cut(day, "|")
	return day
}

func (r *reader) longer(name string, k int) bool {
	next := r.norm(k)
	if next == "" {
		return false
	}
	for h := range holidays() {
		if strings.HasPrefix(h, name+" "+next) {
			return true
		}
	}
	return false
}

// describes reports whether the noun at token k is what a feast at token i only describes: a
// Christmas meal, but not the Christmas period, nor what follows "nearly Christmas".
func (r *reader) describes(i, k int) bool {
	return !strings.HasPrefix(r.xpos(i-1), "RB") && (strings.HasPrefix(r.xpos(k), "NN") && r.class(k).kind == other || r.is(k, "present", "presents")) && !r.capital(k) && !r.is(k, "period", "holiday", "holidays", "break", "time")
}

// nearest is the holiday of the publication year, or of the one before or after
// where the clause points there.
func (r *reader) nearest(rule string, i, end int) (value, dir string) {
	y := r.dct.Year()
	t := holidayDate(rule, y)
	ahead, evidence := r.ahead(i, end)
	switch {
	case ahead && t.Before(r.dct):
		t = holidayDate(rule, y+1)
	case t.AddDate(1, 0, 0).Before(r.dct.AddDate(0, 1, 0)) || !strings.HasPrefix(evidence, past) && t.AddDate(1, 0, 0).Before(r.dct.AddDate(0, 2, 0)): // in December, New Year's Day
		t = holidayDate(rule, y+1)
	case !ahead && t.After(r.dct.AddDate(0, 2, 0)):
		t = holidayDate(rule, y-1)
	}
	return dayValue(t), evidence
}

func holidayDate(rule string, y int) time.Time {
	if days, ok := strings.CutPrefix(rule, "easter"); ok {
		n, _ := strconv.Atoi(days)
		return easter(y).AddDate(0, 0, n)
	}
	rule, after, _ := strings.Cut(rule, "+")
	if parts := strings.Split(rule, "/"); len(parts) == 3 {
		m, _ := strconv.Atoi(parts[0])
		w, _ := strconv.Atoi(parts[1])
		n, _ := strconv.Atoi(parts[2])
		days, _ := strconv.Atoi(after)
		return nthWeekday(y, m, w, n).AddDate(0, 0, days)
	}
	t, _ := time.Parse("01-02", rule)
	return date(y, int(t.Month()), t.Day())
}
