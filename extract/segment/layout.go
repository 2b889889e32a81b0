package segment

import (
	"strings"
	"unicode"
)

// isCredit reports whether token i begins the credit that a caption ends in.
func (b *breaker) isCredit(i int) bool {
	if i+2 >= len(b.tokens) || b.tokens[i+1].Norm != ":" || !startsUpper(b.text, b.tokens[i].Start) {
		return false
	}
	switch b.tokens[i].Norm {
	case "image", "images", "photo", "photos", "photograph", "picture", "credit", "illustration":
		return i == b.start || isAlnum(b.tokens[i-1].Norm[0]) // after a full stop it begins a sentence anyway
	}
	return false
}

// stampTokens is the length of a time stamp.
const stampTokens = 3

// stamp reports whether the time stamp of a message is at token i: 08/16/2000 12:05 PM
func (b *breaker) stamp(i int) bool {
	if i+stampTokens > len(b.tokens) {
		return false
	}
	half := b.tokens[i+2].Norm
	return (half == "pm" || half == "am") && strings.Count(b.tokens[i].Norm, "/") == 2 &&
		strings.IndexByte(b.tokens[i+1].Norm, ':') > 0
}

// isRule reports whether token i is a line drawn with marks, which parts what is above
// from what is below: ***** or -----.
func (b *breaker) isRule(i int) bool {
	t := b.tokens[i]
	if t.End-t.Start < 4 || !unicode.IsSpace(b.before(t.Start)) || !unicode.IsSpace(b.after(t.End)) {
		return false
	}
	switch c := t.Norm[0]; c {
	case '*', '=', '_', '-', '~':
		return strings.Trim(t.Norm, string(rune(c))) == ""
	}
	return false
}

// farewell reports whether token i is the comma after the words that end a letter.
func (b *breaker) farewell(i int) bool {
	if b.tokens[i].Norm != "," || i == b.start || i-b.start > 3 || i+1 >= len(b.tokens) {
		return false
	}
	switch b.tokens[i-1].Norm {
	case "regards", "sincerely", "thanks", "respectfully", "thx", "wishes", "truly", "cheers":
		next := b.tokens[i+1]
		return startsUpper(b.text, next.Start) && !b.words.starters[next.Norm] && (i+2 >= len(b.tokens) || b.tokens[i+2].Norm != ",") // "Thanks, Lee, for coming"
	}
	return false
}

// breaksOff reports whether token i is the dash at which speech breaks off: a new
// sentence starts after it.
func (b *breaker) breaksOff(i int) bool {
	if n := b.tokens[i].Norm; !isDash(n) || n == "-" || i <= b.start || i+1 >= len(b.tokens) || b.joined(i) || b.joined(i+1) || !startsLower(b.text, b.tokens[i-1].Start) {
		return false
	}
	next := b.tokens[i+1]
	return startsUpper(b.text, next.Start) && next.Norm != "i" && b.words.starters[next.Norm]
}

// noteNumber reports whether token i is the number of a note, which web pages write
// like any other number: a new sentence starts right after it.
func (b *breaker) noteNumber(i int) bool {
	if t := b.tokens[i]; t.End-t.Start > 3 || !onlyNumber(t.Norm) || i+1 >= len(b.tokens) || b.joined(i+1) {
		return false
	}
	next := b.tokens[i+1]
	return startsUpper(b.text, next.Start) && b.words.starters[next.Norm]
}
