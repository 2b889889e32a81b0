package timex

import (
	"cmp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// holidays maps names to the rule of their date.
var holidays = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range lexicon.Must("holidays").Rows {
		for _, name := range lexicon.Split(r.Cells[0]) {
			m[name] = r.Cells[1]
		}
	}
	return m
})

// longestHoliday is how many tokens a name of the list has.
const longestHoliday = 6

// holiday: Christmas, Labor Day, Good Friday, Easter 2024.
func holiday(r *reader, i int) (found, bool) {
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
		if !ok || r.longer(name, k+1) || k == i && r.describes(i, k+1) || r.is(k+1, "agreement", "accord", "island", "islands", "rising") && r.capital(k+1) { // the Good Friday Agreement
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
		return f, true
	}
	return found{}, false
}

// national is the day that a feast of many states has in the one that the sentence, or else the
// article, names most; "" where they name none, two alike, or one without a day here.
func (r *reader) national(days string) string {
	for _, text := range [2]string{r.d.Text[r.d.Tokens[r.first].Start:r.d.Tokens[r.last-1].End], r.d.Text} {
		most, state := 0, ""
		for _, row := range lexicon.Must("countries").Rows {
			n := 0
			for _, name := range lexicon.Split(row.Cells[1] + "|" + row.Cells[2] + "|" + row.Cells[3]) {
				if name != "" {
					n = max(n, mentions(text, name))
				}
			}
			if n == most {
				state = ""
			} else if n > most {
				most, state = n, row.Cells[0]
			}
		}
		if most > 0 {
			_, day, _ := strings.Cut(days, cmp.Or(state, "none")+"=")
			day, _, _ = strings.Cut(day, "|")
			return day
		}
	}
	return ""
}

// mentions counts name in text, where no letters go on but those of a plural: Niger is not in Nigeria.
func mentions(text, name string) (n int) {
	for _, rest := range strings.Split(text, name)[1:] {
		if rest = strings.TrimPrefix(rest, "s"); rest == "" || notWord(rune(rest[0])) {
			n++
		}
	}
	return n
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
	return !strings.HasPrefix(r.xpos(i-1), "RB") && strings.HasPrefix(r.xpos(k), "NN") && r.class(k).kind == other && !r.capital(k) && !r.is(k, "period", "holiday", "holidays", "break", "time")
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
