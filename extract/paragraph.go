package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what counts as text wrapped by hand or by a mail program, in runes.
const (
	narrowest = 30  // below this, short lines are a list or verse
	widest    = 132 // a longer line that goes on below is a whole paragraph
	ragged    = 8   // how much shorter than the widest a wrapped line may be, its next word included
	enough    = 4   // line breaks needed before their fill alone shows wrapping
)

// SplitParagraphs returns the paragraphs of plain text in order, each without the
// white space around it.
//
// A blank line always ends a paragraph. A single line break ends one too, unless
// the text is hard-wrapped: lines of much the same width, each so full that the
// first word of the next would not have fitted.
func SplitParagraphs(text string) []Span {
	lines := splitLines(text)
	width := wrapWidth(text, lines)
	var out []Span
	for i, l := range lines {
		if l.Empty() {
			continue
		}
		if i > 0 && !lines[i-1].Empty() && len(out) > 0 && wraps(text, lines[i-1], l, width) {
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l)
	}
	return out
}

// splitLines returns every line, trimmed; a blank line is an empty span.
func splitLines(text string) []Span {
	var lines []Span
	for start := 0; start <= len(text); {
		n, mark := lineLength(text[start:])
		line := text[start : start+n]
		left := strings.TrimLeftFunc(line, isBlank)
		trimmed := strings.TrimRightFunc(left, isBlank)
		s := start + len(line) - len(left)
		lines = append(lines, Span{s, s + len(trimmed)})
		if mark == 0 {
			break
		}
		start += n + mark
	}
	return lines
}

// lineLength returns the length of the first line of text and of the mark that
// ends it, which is 0 at the end of the text.
func lineLength(text string) (line, mark int) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
			return i, 2
		case '\n' <= c && c <= '\r':
			return i, 1
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, 2
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, 3
		}
	}
	return len(text), 0
}

// isBlank counts the marks without width among white space.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || '\u200B' <= r && r <= '\u200F'
}

// wrapWidth is the width at which the text is wrapped; 0 if it is not.
func wrapWidth(text string, lines []Span) int {
	width, breaks := 0, 0
	for i := 1; i < len(lines); i++ {
		above, below := lines[i-1], lines[i]
		if above.Empty() || below.Empty() || firstWord(text, above) == above.Len() {
			continue
		}
		breaks++
		width = max(width, runes(text, above))
	}
	if width < narrowest || width > widest {
		return 0
	}
	full, low := 0, 0
	for i := 1; i < len(lines); i++ {
		above, below := lines[i-1], lines[i]
		if above.Empty() || below.Empty() {
			continue
		}
		if fills(text, above, below, width) {
			full++
		}
		if startsLower(text, below) {
			low++
		}
	}
	// One break always fills its own line, so few breaks need words that go on.
	if 4*full < 3*breaks || breaks < enough && low == 0 || 6*low < breaks {
		return 0
	}
	return width
}

// wraps reports whether the line break between two lines is only a wrap.
func wraps(text string, above, below Span, width int) bool {
	return width > 0 && runes(text, above) <= width && fills(text, above, below, width) && !startsItem(text, below)
}

// fills reports whether the first word of the line below would not have fitted above.
func fills(text string, above, below Span, width int) bool {
	room := width - runes(text, above) - 1
	return utf8.RuneCountInString(text[below.Start:below.Start+firstWord(text, below)]) > room-ragged
}

// firstWord is the length in bytes of the first word of a line.
func firstWord(text string, line Span) int {
	if i := strings.IndexFunc(text[line.Start:line.End], unicode.IsSpace); i >= 0 {
		return i
	}
	return line.Len()
}

func runes(text string, s Span) int { return utf8.RuneCountInString(text[s.Start:s.End]) }

func startsLower(text string, line Span) bool {
	r, _ := utf8.DecodeRuneInString(text[line.Start:line.End])
	return unicode.IsLower(r)
}

// startsItem reports whether a line opens with the mark of a list item.
func startsItem(text string, line Span) bool {
	r, n := utf8.DecodeRuneInString(text[line.Start:line.End])
	next, _ := utf8.DecodeRuneInString(text[line.Start+n : line.End])
	return strings.ContainsRune("•*-–—·▪■●", r) && unicode.IsSpace(next)
}
