package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// layouts are how feeds, databases and spreadsheets write the time of publication. A
// fraction of a second is read with all of them.
var layouts = []string{
	"2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700", "2006-01-02T15:04:05 Z0700", "20060102T150405Z0700",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05Z0700", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 Z0700",
	"2006-01-02 15:04:05Z07", "2006-01-02 15:04:05 MST", "2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04Z07:00", "2006-01-02 15:04Z0700", "2006-01-02 15:04",
	"2006/01/02 15:04:05", "2006/01/02 15:04",
	time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700", time.RFC850, time.RFC822, time.RFC822Z, time.UnixDate, time.RubyDate, time.ANSIC,
	"2 January 2006 15:04:05 MST", "2 January 2006 15:04:05", "2 January 2006 15:04 MST", "2 January 2006 15:04", "2 January 2006, 15:04", "2 Jan 2006 15:04",
	"January 2, 2006 15:04", "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "January 2, 2006 at 3:04 PM",
}

var dayLayouts = []string{
	"2006-1-2", "2006/1/2", "20060102", "2 January 2006", "2 Jan 2006", "2 Jan. 2006", "2-Jan-2006", "January 2, 2006", "January 2 2006", "Jan 2, 2006", "Jan. 2, 2006",
	"Monday, 2 January 2006", "Monday 2 January 2006", "Monday, January 2, 2006", "Mon, 2 Jan 2006",
}

// ReadTimestamp reads a time of publication as others write it: besides what
// ParseTimestamp reads, the forms of RFC 1123 and its kin, those of databases, days in
// words, and seconds or milliseconds since 1970. A date that reads otherwise in
// Britain and America (3/4/2024) is not read.
func ReadTimestamp(s string) (Timestamp, error) {
	s = strings.TrimSpace(s)
	if t, err := ParseTimestamp(s); err == nil {
		return t, nil
	}
	if t := epoch(s); !t.IsZero() {
		return t, nil
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return Timestamp{Time: t}, nil
		}
	}
	for _, layout := range layouts {
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil {
			return Timestamp{Time: zoned(t), Clock: true}, nil
		}
	}
	return Timestamp{}, fmt.Errorf("%.80q is no date: write 2024-10-24 or 2024-10-24T15:04:05Z", s)
}

// american are the zones by letters that RFC 5322 (section 4.3) gives an offset. All other
// letters than these, and UTC, mean nothing that can be told, and count as UTC.
var american = map[string]int{"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}

// zoned gives a zone by letters, which the parser leaves at no offset, its hours.
func zoned(t time.Time) time.Time {
	name, offset := t.Zone()
	if offset != 0 || name == "" {
		return t
	}
	hours := american[name]
	if t = t.UTC(); hours == 0 {
		return t
	}
	return t.Add(-time.Duration(hours) * time.Hour).In(time.FixedZone("", hours*3600))
}

// epoch reads seconds or milliseconds since 1970, of the years from 1985 to 2096.
func epoch(s string) Timestamp {
	whole, _, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if len(whole) == 12 || len(whole) == 13 {
		n /= 1000
	}
	if err != nil || len(whole) < 9 || len(whole) == 11 || len(whole) > 13 || n < 5e8 || n > 4e9 {
		return Timestamp{}
	}
	return Timestamp{Time: time.Unix(n, 0).UTC(), Clock: true}
}
