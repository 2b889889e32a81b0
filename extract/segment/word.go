package segment

import (
	"strings"
	"unicode/utf8"
)

// word adds the tokens of the word that starts at i.
func (s *scanner) word(i int) int {
	end := s.wordEnd(i)
	if address := s.addressEnd(i, end); address > end {
		return s.emit(i, address)
	}
	if isDigit(s.text[i]) {
		return s.number(i, end)
	}
	if end < len(s.text) {
		switch s.text[end] {
		case '.':
			if s.keepsPeriod(i, end) {
				return s.emit(i, end+1)
			}
		case '$': // US$2m, A$40
			if end-i <= 3 && allUpper(s.text[i:end]) {
				return s.emit(i, end+1)
			}
		}
	}
	return s.clitics(i, end)
}

// wordEnd returns where the word that starts at i ends: behind its letters, digits
// and what connects them.
func (s *scanner) wordEnd(i int) int {
	j := i
	for j < len(s.text) {
		c := s.text[j]
		if isAlnum(c) {
			j++
			continue
		}
		if c >= utf8.RuneSelf {
			if r, n := utf8.DecodeRuneInString(s.text[j:]); wordRune(r) {
				j += n
				continue
			}
		}
		n := s.connects(i, j)
		if n == 0 {
			break
		}
		j += n
	}
	return j
}

// connects returns the length of the mark at j if it joins the word [i, j) to what
// follows, else 0.
func (s *scanner) connects(i, j int) int {
	prev := s.text[j-1]
	next := byte(' ')
	if j+1 < len(s.text) {
		next = s.text[j+1]
	}
	switch s.text[j] {
	case '.':
		return one(s.periodJoins(i, j))
	case ',':
		return one(isDigit(prev) && s.thousands(j+1))
	case ':':
		return one(isDigit(prev) && isDigit(next) && isDigit(s.text[i]))
	case '/':
		return one(isDigit(prev) && isDigit(next) && isDigit(s.text[i]) || j == i+1 && startsLower(s.text, j+1) && isLower(prev))
	case '&':
		return one(isUpper(prev) && isUpper(next) && j-i <= 3)
	case '_':
		return one(isAlnum(next) || next == '_')
	}
	if n := apostrophe(s.text, j); n > 0 {
		if startsWord(s.text, j+n) {
			return n
		}
		return 0
	}
	if n := hyphen(s.text, j); n > 0 && startsWord(s.text, j+n) && !s.isRange(i, j, j+n) {
		return n
	}
	return 0
}

func one(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// allUpper reports whether w is capitals from A to Z only.
func allUpper(w string) bool {
	for i := 0; i < len(w); i++ {
		if !isUpper(w[i]) {
			return false
		}
	}
	return true
}

// thousands reports whether the digits at i are a group behind a thousands comma:
// three of them, or, as India writes, pairs before the last three.
func (s *scanner) thousands(i int) bool {
	n := s.digits(i)
	for range 3 {
		if n != 2 || i+n >= len(s.text) || s.text[i+n] != ',' {
			break
		}
		i += n + 1
		n = s.digits(i)
	}
	return n == 3
}

// digits is the number of digits at i.
func (s *scanner) digits(i int) int {
	n := 0
	for i+n < len(s.text) && n < 4 && isDigit(s.text[i+n]) {
		n++
	}
	return n
}

// isRange reports whether the hyphen at j parts two numbers: 40-60, 2021-22. Three
// groups are a date or a telephone number, and so are three digits before four.
func (s *scanner) isRange(i, j, right int) bool {
	if !isDigit(s.text[right]) || !onlyNumber(s.text[i:j]) {
		return false
	}
	k := right
	for k < len(s.text) && (isDigit(s.text[k]) || (s.text[k] == '.' || s.text[k] == ',') && k+1 < len(s.text) && isDigit(s.text[k+1])) {
		k++
	}
	return hyphen(s.text, k) == 0 && !(j-i == 3 && k-right == 4)
}

func onlyNumber(w string) bool {
	for i := 0; i < len(w); i++ {
		if !isDigit(w[i]) && w[i] != '.' && w[i] != ',' {
			return false
		}
	}
	return true
}

// periodJoins reports whether the full stop at j is inside a word: 3.5, U.S, e.g,
// example.com. A capital and a small letter after it begin a new sentence whose
// space was lost (yesterday.She), or a name (J.Smith).
func (s *scanner) periodJoins(i, j int) bool {
	if n := hyphen(s.text, j+1); n > 0 { // U.S.-led
		return startsWord(s.text, j+1+n) && dotted(s.lower[i:j])
	}
	if !startsWord(s.text, j+1) {
		return false
	}
	if next := s.text[j+1]; isDigit(next) {
		return isDigit(s.text[j-1]) || j-i < 2 || strings.ContainsAny(s.text[i:j], "0123456789")
	}
	if startsUpper(s.text, j+1) && startsLower(s.text, j+2) {
		return s.words.abbreviations[s.lower[i:s.letters(j+1)]] != notAbbreviated // M.Sc
	}
	return true
}

// letters returns the end of the run of ASCII letters at i.
func (s *scanner) letters(i int) int {
	for i < len(s.text) && (isUpper(s.text[i]) || isLower(s.text[i])) {
		i++
	}
	return i
}

// clitics adds the word [i, end) with what English writes onto it: n't, 's, 'll,
// and the two halves of cannot and gonna.
func (s *scanner) clitics(i, end int) int {
	if n := end - i; 5 <= n && n <= 6 {
		if cut := s.words.fused[s.lower[i:end]]; cut > 0 {
			s.emit(i, i+cut)
			return s.emit(i+cut, end)
		}
	}
	if cut := s.glued(i, end); cut > 0 {
		s.clitics(i, cut)
		return s.clitics(cut, end)
	}
	cut := s.cliticStart(i, end)
	if cut == end {
		return s.emit(i, end)
	}
	s.clitics(i, cut) // who'd've has two
	return s.emit(cut, end)
}

// cliticStart returns where the last clitic of [i, end) starts; end without one.
func (s *scanner) cliticStart(i, end int) int {
	if s.letters(i) >= end {
		return end
	}
	w := s.lower[i:end]
	at := strings.LastIndexAny(w[max(0, len(w)-5):], "'’`´")
	if at < 0 {
		return end
	}
	at += max(0, len(w)-5)
	if at == 0 {
		return end
	}
	switch w[at+apostrophe(w, at):] {
	case "s", "re", "ve", "ll", "d", "m":
		return i + at
	case "t":
		if at > 1 && w[at-1] == 'n' {
			return i + at - 1
		}
	}
	return end
}
