package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Values are TIMEX3 values: 2024, 2024-10, 2024-10-23, 2024-W43, 2024-Q3, 2024-SU.

func yearValue(y int) string { return fmt.Sprintf("%04d", y) }

func monthValue(y, m int) string { return fmt.Sprintf("%04d-%02d", y, m) }

func dayValue(t time.Time) string { return t.Format(time.DateOnly) }

func weekValue(t time.Time) string {
	y, w := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

func quarterValue(y, q int) string { return fmt.Sprintf("%04d-Q%d", y, q) }

// validDay reports whether a calendar has such a day.
func validDay(y, m, d int) bool {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t.Day() == d && y > 0 && y < 10000
}

// weekdayOf is 1 for Monday to 7 for Sunday (ISO 8601).
func weekdayOf(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// addMonths moves by whole months, to the last day of a month that is too short.
func addMonths(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// moved is day t moved by n units.
func moved(t time.Time, n int, letter string) time.Time {
	switch letter {
	case "D":
		return t.AddDate(0, 0, n)
	case "W", "K":
		return t.AddDate(0, 0, 7*n)
	case "F":
		return t.AddDate(0, 0, 14*n)
	}
	return addMonths(t, n*map[string]int{"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[letter])
}

// dayFrom is the day n days from day; "" where that is none.
func dayFrom(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return dayValue(t.AddDate(0, 0, n))
}

// valueOf is the unit of the calendar in which t lies; "" where there is none, or it is not of our era.
func valueOf(t time.Time, letter string) string {
	y, m := t.Year(), int(t.Month())
	if y < 1 || y > 9999 {
		return ""
	}
	switch letter {
	case "D":
		return dayValue(t)
	case "W":
		return weekValue(t)
	case "K":
		return weekValue(t) + "-WE"
	case "M":
		return monthValue(y, m)
	case "Q":
		return quarterValue(y, (m+2)/3)
	case "Y":
		return yearValue(y)
	case "E":
		return strconv.Itoa(y / 10)
	case "C":
		return twoDigits(y / 100)
	}
	return ""
}

func lastDay(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// easter is Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	p := (h + l - 7*m + 33*n + 19) % 32
	return time.Date(y, time.Month(n), p, 0, 0, 0, 0, time.UTC)
}

// nthWeekday is the nth weekday (1 Monday) of a month; n = -1 is the last.
func nthWeekday(y, m, weekday, n int) time.Time {
	if n < 0 {
		t := time.Date(y, time.Month(m), lastDay(y, m), 0, 0, 0, 0, time.UTC)
		return t.AddDate(0, 0, -((weekdayOf(t) - weekday + 7) % 7))
	}
	t := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, (weekday-weekdayOf(t)+7)%7+7*(n-1))
}

// interval is the half-open range of days or of a clock time that a value of type
// DATE or TIME covers; "" where it covers none that is known.
func interval(value string) (from, to string) {
	if a, b, ok := strings.Cut(value, "/"); ok {
		if len(a) == len("2024") && atoi(b) == atoi(a)+1 {
			return "", "" // a season, or the year of a business: 2022/23
		}
		from, _ = interval(a)
		_, to = interval(b)
		return from, to
	}
	year, rest, more := strings.Cut(value, "-")
	y, err := strconv.Atoi(year)
	if err != nil || strings.ContainsAny(value, "X") {
		return "", ""
	}
	if !more {
		switch len(year) {
		case 4:
			return dayRange(date(y, 1, 1), date(y+1, 1, 1))
		case 3:
			return dayRange(date(10*y, 1, 1), date(10*y+10, 1, 1))
		case 2:
			return dayRange(date(100*y, 1, 1), date(100*y+100, 1, 1))
		}
		return "", ""
	}
	if t, err := time.Parse("2006-01-02T15:04", value); err == nil {
		return t.Format("2006-01-02T15:04"), t.Add(time.Minute).Format("2006-01-02T15:04")
	}
	rest, _, _ = strings.Cut(rest, "T")
	switch {
	case len(rest) == 2 && rest[0] == 'Q':
		m := 3*int(rest[1]-'0') - 2
		return dayRange(date(y, m, 1), date(y, m+3, 1))
	case len(rest) == 2 && rest[0] == 'H':
		m := 6*int(rest[1]-'0') - 5
		return dayRange(date(y, m, 1), date(y, m+6, 1))
	case strings.HasPrefix(rest, "W"):
		return weekRange(y, rest[1:])
	}
	if t, err := time.Parse("01-02", rest); err == nil {
		start := date(y, int(t.Month()), t.Day())
		return dayRange(start, start.AddDate(0, 0, 1))
	}
	if m, err := strconv.Atoi(rest); err == nil && m >= 1 && m <= 12 {
		return dayRange(date(y, m, 1), date(y, m+1, 1))
	}
	return "", ""
}

func weekRange(y int, rest string) (from, to string) {
	number, weekend, _ := strings.Cut(rest, "-")
	w, err := strconv.Atoi(number)
	if err != nil {
		return "", ""
	}
	fourth := date(y, 1, 4) // always in week 1
	monday := fourth.AddDate(0, 0, 1-weekdayOf(fourth)+7*(w-1))
	if weekend == "WE" {
		return dayRange(monday.AddDate(0, 0, 5), monday.AddDate(0, 0, 7))
	}
	return dayRange(monday, monday.AddDate(0, 0, 7))
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func dayRange(a, b time.Time) (string, string) { return dayValue(a), dayValue(b) }
