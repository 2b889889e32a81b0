package clean

import (
	"regexp"
	"strconv"
	"time"

	"github.com/claimwire/claimwire/extract"
)

var (
	shownClock = regexp.MustCompile(`(?i)^[\s,|·•–-]*(?:at\s+)?(\d{1,2})[:.](\d\d)\s*(a\.?m|p\.?m)?`)
	laterDate  = regexp.MustCompile(`(?i)\b(?:updated|modified|edited|corrected)\b`)
)

// zoned puts the moment of publication into the zone in which the page shows it.
// Machine data give it in UTC, which is the zone of no newsroom and can be a day
// ahead of the one that readers saw.
func zoned(t extract.Timestamp, lines []*chunk) extract.Timestamp {
	if _, offset := t.Zone(); !t.Clock || offset != 0 {
		return t
	}
	for _, c := range lines {
		if c.words > 20 || laterDate.MatchString(c.text) {
			continue
		}
		shown, ok := momentInWords(c.text)
		if !ok {
			continue
		}
		ahead := shown.Sub(t.Truncate(time.Minute))
		if ahead.Abs() <= 14*time.Hour && ahead%(15*time.Minute) == 0 { // as zones are
			t.Time = t.In(time.FixedZone("", int(ahead.Seconds())))
			return t
		}
	}
	return t
}

// momentInWords reads a date with the time of day after it, as if it were in UTC.
func momentInWords(s string) (time.Time, bool) {
	if !holdsAny(s, "19", "20") { // no year
		return time.Time{}, false
	}
	at := wordDate.FindStringIndex(s)
	day := dateInWords(s)
	if at == nil || day.IsZero() {
		return time.Time{}, false
	}
	m := shownClock.FindStringSubmatch(s[at[1]:])
	if m == nil {
		return time.Time{}, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	if m[3] != "" {
		hour %= 12
		if m[3][0] == 'p' || m[3][0] == 'P' {
			hour += 12
		}
	}
	return day.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute), hour < 24 && minute < 60
}
