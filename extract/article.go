package extract

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"time"
)

// An Article is one piece of news: running text with what is known about it.
//
// It comes either as Text, which is then canonical byte for byte, or as a page
// in HTML, from which the clean stage makes Text.
type Article struct {
	ID  string
	URL string

	// Input is the file, stream or address the article was read from, and Offset the
	// byte at which its record, line or entry starts there: of the file as stored for
	// WARC, of its text once unpacked for the other formats. Set by corpus.
	Input  string
	Offset int64

	// Page is the page as fetched, in the encoding it was sent in; nil for plain text.
	Page []byte
	// MediaType is the Content-Type that came with Page; "" if none did.
	MediaType string

	Text    string // canonical text, UTF-8; every span of every layer points into it
	Title   string
	Dek     string // the line under the headline
	Lang    string // "en", or "" where the text is not English or too short to tell
	Foreign bool   // there is enough text to tell that it is not English: no claims are made of it

	Published     Timestamp
	PublishedFrom string // what said so: caller, jsonld, meta, time, url, dateline

	Authors []string // people; the agency where the page names no person
	Agency  string   // "Reuters", "AP"
	Site    string
	Paywall bool // the text is a stub before a paywall

	// Warnings say what was lost on the way here without the article being lost: a date that
	// cannot be read, bytes that are no text, claims beyond a limit. They are part of the record.
	Warnings []string

	Sections []Section // in text order, each block of the page with its role; set by clean
	Origin   []Run     // sorted by Text.Start; the way back to the bytes of Page

	// Extra holds the caller's own fields of a JSON line, as they came.
	Extra map[string]any
}

// Warn adds a warning, once. Other copies of the article keep theirs.
func (a *Article) Warn(format string, values ...any) {
	if w := fmt.Sprintf(format, values...); !slices.Contains(a.Warnings, w) {
		a.Warnings = append(slices.Clip(a.Warnings), w)
	}
}

// A Section is one block of an article: a paragraph, a heading, a caption.
type Section struct {
	Name string `json:"name"`
	Span
}

// The names of sections. Only Title and Body yield claims.
const (
	Title       = "title"
	Dek         = "dek"
	Byline      = "byline"
	Dateline    = "dateline"
	Caption     = "caption"
	Credit      = "credit"
	Body        = "body"
	Promo       = "promo"
	Bio         = "bio"
	Related     = "related"
	Correction  = "correction"
	Boilerplate = "boilerplate"
)

// A Run says which bytes of Page a stretch of Text came from. The two lengths
// differ where cleaning replaced something: "&" from "&amp;".
type Run struct{ Text, Raw Span }

// Raw returns where s lies in Page. It is false if any byte of s was made by
// cleaning, or came from plain text.
func (a *Article) Raw(s Span) (Span, bool) {
	var raw Span
	i := sort.Search(len(a.Origin), func(i int) bool { return a.Origin[i].Text.End > s.Start })
	at := s.Start
	for ; i < len(a.Origin) && at < s.End; i++ {
		r := a.Origin[i]
		if r.Text.Start > at {
			return Span{}, false
		}
		part := r.Raw
		if r.Text.Len() == r.Raw.Len() { // copied: cut to the bytes asked for
			part.Start += at - r.Text.Start
			part.End -= max(0, r.Text.End-s.End)
		}
		raw = raw.Cover(part)
		at = r.Text.End
	}
	return raw, at >= s.End && !s.Empty()
}

// A Timestamp is a day, or a moment of a day with its zone. The zero value is unknown.
type Timestamp struct {
	time.Time
	Clock bool // the time of day is known
}

// ParseTimestamp reads an RFC 3339 date or time. The time may lack seconds or a zone (then UTC).
func ParseTimestamp(s string) (Timestamp, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Timestamp{Time: t}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateTime} {
		if t, err := time.Parse(layout, s); err == nil {
			return Timestamp{Time: t, Clock: true}, nil
		}
	}
	return Timestamp{}, fmt.Errorf("%q is no date: write 2024-10-24 or 2024-10-24T15:04:05Z", s)
}

// String is RFC 3339: a date, or a time where the clock is known. It is "" for the zero value.
func (t Timestamp) String() string {
	switch {
	case t.IsZero():
		return ""
	case t.Clock:
		return t.Format(time.RFC3339)
	}
	return t.Format(time.DateOnly)
}

// MarshalText implements encoding.TextMarshaler by String.
func (t Timestamp) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Timestamp) UnmarshalText(data []byte) (err error) {
	*t = Timestamp{}
	if len(data) > 0 {
		*t, err = ParseTimestamp(string(data))
	}
	return err
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Timestamp) UnmarshalJSON(data []byte) error {
	return t.UnmarshalText(bytes.Trim(data, `"`))
}

// MarshalJSON writes the string form, in place of the one that time.Time would write.
func (t Timestamp) MarshalJSON() ([]byte, error) { return []byte(`"` + t.String() + `"`), nil }
