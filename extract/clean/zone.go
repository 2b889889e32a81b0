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

// asDated is the moment of publication as the page shows it to readers: in the zone that it
// shows it in, for machine data give it in UTC or in that of another desk, which can be a day
// off; and the moment of the last change, if the page puts that, within three days and without
// calling it an update, where its date stands: such a page has no other date, and the days that
// its text names count from there.
func asDated(t, changed extract.Timestamp, lines []*chunk) extract.Timestamp {
	if !t.Clock {
		return t
	}
	late := t
	for i, c := range lines {
		if c.words > 20 || laterDate.MatchString(c.text) || i > 0 && lines[i-1].words < 4 && laterDate.MatchString(lines[i-1].text) {
			continue
		}
		shown, ok := momentInWords(c.text)
		if !ok {
			continue
		}
		if seen, ok := inZone(t, shown); ok {
			return seen
		}
		if seen, ok := inZone(changed, shown); ok && changed.Sub(t.Time) < 72*time.Hour {
			late = seen
		}
	}
	return late
}

// inZone is t in the zone where the clock reads shown, if there is such a zone.
func inZone(t extract.Timestamp, shown time.Time) (extract.Timestamp, bool) {
	ahead := shown.Sub(t.Truncate(time.Minute))
	if !t.Clock || ahead < -11*time.Hour || ahead > 14*time.Hour || ahead%(15*time.Minute) != 0 { // as zones are
		return t, false
	}
	t.Time = t.In(time.FixedZone("", int(ahead.Seconds())))
	return t, true
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
