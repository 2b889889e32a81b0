package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isAlnum(c byte) bool { return isDigit(c) || isUpper(c) || isLower(c) }

// wordRune reports whether r is part of a word: a letter, digit or combining mark
// of any script, or one of the marks without width that stand inside words.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r))
	}
	return unicode.IsLetter(r) && !ideograph(r) || unicode.IsMark(r) || unicode.IsDigit(r) ||
		r == softHyphen || r == joiner || r == nonJoiner
}

const (
	softHyphen = '\u00AD'
	nonJoiner  = '\u200C'
	joiner     = '\u200D'
)

// ideograph reports the scripts that write no spaces and whose characters are
// words or syllables: each is a token.
func ideograph(r rune) bool {
	return r >= 0x3040 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// spaceRune counts marks of no width and of direction among white space.
func spaceRune(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u200E' || r == '\u200F' ||
		'\u202A' <= r && r <= '\u202E' || '\u2060' <= r && r <= '\u2069' || r < ' '
}

// runeAt is the rune that starts at i; a space at the end.
func runeAt(text string, i int) rune {
	if i >= len(text) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
}

// startsWord reports whether a word goes on or begins at i.
func startsWord(text string, i int) bool { return wordRune(runeAt(text, i)) }

// startsUpper and startsLower look at the letter at i.
func startsUpper(text string, i int) bool { return unicode.IsUpper(runeAt(text, i)) }
func startsLower(text string, i int) bool { return unicode.IsLower(runeAt(text, i)) }

// apostrophe returns the length in bytes of the apostrophe at i, or of the accent
// typed in its place; 0 if there is none.
func apostrophe(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] == '\'', text[i] == '`':
		return 1
	case strings.HasPrefix(text[i:], "’"):
		return len("’")
	case strings.HasPrefix(text[i:], "´"):
		return len("´")
	}
	return 0
}

// hyphen returns the length in bytes of the hyphen at i; 0 if there is none.
func hyphen(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] == '-':
		return 1
	case strings.HasPrefix(text[i:], "\u2010"), strings.HasPrefix(text[i:], "\u2011"):
		return len("\u2010")
	}
	return 0
}

// lowerASCII is text with A to Z in lower case, byte for byte at the same places.
func lowerASCII(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && !isUpper(text[i]) {
			i++
		}
		b.WriteString(text[start:i])
		if i < len(text) {
			b.WriteByte(text[i] + 'a' - 'A')
			i++
		}
	}
	return b.String()
}
