package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark adds the token or tokens that start with the ASCII mark at i.
func (s *scanner) mark(i int) int {
	switch c := s.text[i]; c {
	case '.':
		return s.periods(i)
	case '\'', '`':
		return s.tick(i)
	case '-':
		return s.dash(i)
	case '!', '?':
		return s.emit(i, s.runOf(i, "!?"))
	case '*', '=', '_', '~', '+', '^', '<', '>', '|', '\\':
		return s.emit(i, s.run(i, c))
	case '@', '#':
		return s.handle(i)
	case '[':
		for _, gap := range [...]string{"[...]", "[…]"} {
			if strings.HasPrefix(s.text[i:], gap) {
				return s.emit(i, i+len(gap))
			}
		}
	case ':', ';':
		if end := s.smiley(i); end > i {
			return s.emit(i, end)
		}
	}
	return s.emit(i, i+1)
}

// runOf returns the end of the run of any of the bytes at i.
func (s *scanner) runOf(i int, bytes string) int {
	for i < len(s.text) && strings.IndexByte(bytes, s.text[i]) >= 0 {
		i++
	}
	return i
}

// periods adds a full stop, an ellipsis, or the point of a decimal written .5
func (s *scanner) periods(i int) int {
	end := s.run(i, '.')
	if end == i+1 && end < len(s.text) && isDigit(s.text[end]) && !startsWordBefore(s.before(i)) {
		return s.number(i, s.wordEnd(end))
	}
	if end == i+1 && startsLower(s.text, end) && opensAfter(s.before(i)) { // .com
		return s.emit(i, s.letters(end))
	}
	return s.emit(i, end)
}

func startsWordBefore(r rune) bool {
	return wordRune(r) || r == ')' || r == ']' || r == '”' || r == '"'
}

// tick adds what an apostrophe, a single quotation mark or a pair of them starts.
func (s *scanner) tick(i int) int {
	if c := s.text[i]; s.is(i+1, c) && !s.is(i+2, c) { // two, no more
		return s.emit(i, i+2)
	}
	return s.afterApostrophe(i, 1)
}

// is reports whether byte i is c.
func (s *scanner) is(i int, c byte) bool { return i < len(s.text) && s.text[i] == c }

// elided are the words written with an apostrophe in front.
var elided = map[string]bool{
	"em": true, "til": true, "tis": true, "twas": true, "cause": true, "bout": true, "round": true, "n": true,
}

// afterApostrophe adds the apostrophe of n bytes at i, with the word it belongs to if
// there is one: ’90s, ’em, and a clitic that white space has parted from its word.
func (s *scanner) afterApostrophe(i, n int) int {
	j := i + n
	if !startsWord(s.text, j) {
		return s.emit(i, j)
	}
	end := s.letters(j)
	if isDigit(s.text[j]) {
		end = s.wordEnd(j)
		if decade := s.text[j:end]; len(decade) == 3 && decade[2] == 's' || len(decade) == 2 && onlyNumber(decade) {
			return s.emit(i, end)
		}
		return s.emit(i, j)
	}
	w := s.lower[j:end]
	if startsWord(s.text, end) || s.text[i] == '`' {
		return s.emit(i, j)
	}
	if elided[w] && !s.closedSoon(end) || s.isClitic(w) {
		return s.emit(i, end)
	}
	return s.emit(i, j)
}

// closedSoon reports whether a single quotation mark follows at once.
func (s *scanner) closedSoon(i int) bool { return apostrophe(s.text, i) > 0 }

func (s *scanner) isClitic(w string) bool {
	switch w {
	case "s", "re", "ve", "ll", "d", "m":
		return true
	}
	return false
}

// dash adds a hyphen or a dash, or the number whose sign it is.
func (s *scanner) dash(i int) int {
	end := s.run(i, '-')
	if end == i+1 && end < len(s.text) && isDigit(s.text[end]) && unicode.IsSpace(s.before(i)) {
		return s.signed(i, end)
	}
	return s.emit(i, end)
}

// signed adds a number with its sign [i, digits).
func (s *scanner) signed(i, digits int) int {
	first := len(s.tokens)
	end := s.number(digits, s.wordEnd(digits))
	s.tokens[first].Start = i
	s.tokens[first].Norm = s.norm(i, s.tokens[first].End)
	return end
}

// handle adds an @handle or a #hashtag. A number sign before a number stands alone.
func (s *scanner) handle(i int) int {
	j := i + 1
	for j < len(s.text) && (startsWord(s.text, j) || s.text[j] == '_' || s.text[j] == '.' && startsWord(s.text, j+1) && j > i+1) {
		_, n := utf8.DecodeRuneInString(s.text[j:])
		j += n
	}
	if j == i+1 || wordRune(s.before(i)) || s.text[i] == '#' && onlyNumber(s.text[i+1:j]) {
		return s.emit(i, i+1)
	}
	return s.emit(i, j)
}

var smileys = [...]string{":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)", ":(", ";)", ":D", ":P"}

// smiley returns the end of the face drawn at i; i without one.
func (s *scanner) smiley(i int) int {
	for _, face := range smileys {
		if end := i + len(face); strings.HasPrefix(s.text[i:], face) && unicode.IsSpace(s.before(i)) && unicode.IsSpace(s.after(end)) {
			return end
		}
	}
	return i
}

// wideMark adds the token that starts with r, a mark beyond ASCII of n bytes.
func (s *scanner) wideMark(i int, r rune, n int) int {
	switch r {
	case '’', '‘':
		if strings.HasPrefix(s.text[i+n:], s.text[i:i+n]) {
			return s.emit(i, i+2*n)
		}
		return s.afterApostrophe(i, n)
	case '…':
		end := i + n
		for strings.HasPrefix(s.text[end:], "…") {
			end += n
		}
		return s.emit(i, s.run(end, '.'))
	case '\u2212': // minus
		if j := i + n; j < len(s.text) && isDigit(s.text[j]) && !startsWordBefore(s.before(i)) {
			return s.signed(i, j)
		}
	case '°', 'º':
		if end := i + n; s.letters(end) == end+1 && strings.IndexByte("CF", s.text[end]) >= 0 {
			return s.emit(i, end+1)
		}
	}
	return s.emit(i, s.cluster(i+n, r))
}

// cluster returns the end of the pictogram whose first rune r ends at i: what
// modifies it, what a joiner ties to it, the second half of a flag.
func (s *scanner) cluster(i int, r rune) int {
	if flag(r) {
		if next, n := utf8.DecodeRuneInString(s.text[i:]); flag(next) {
			return i + n
		}
		return i
	}
	for i < len(s.text) {
		next, n := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case next == joiner:
			_, m := utf8.DecodeRuneInString(s.text[i+n:])
			if m == 0 || unicode.IsSpace(s.after(i+n)) {
				return i + n
			}
			n += m
		case unicode.IsMark(next), 0x1F3FB <= next && next <= 0x1F3FF, 0xE0020 <= next && next <= 0xE007F:
		default:
			return i
		}
		i += n
	}
	return i
}

func flag(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }
