package segment

// number adds the tokens of the word [i, end), which starts with a digit: the number
// and, where one is written onto it, its unit (3.5|m, 5|pm, 10|km).
func (s *scanner) number(i, end int) int {
	k := i
	for k < end && !startsLetter(s.text, k) && apostrophe(s.text, k) == 0 {
		k++
	}
	switch {
	case k == end:
		if s.isItem(i, end) {
			return s.emit(i, end+1)
		}
		return s.emit(i, end)
	case apostrophe(s.text, k) > 0:
		if s.text[k-1] == '0' && end == k+apostrophe(s.text, k)+1 { // 1980's
			return s.emit(i, end)
		}
		return s.clitics(i, end)
	case !s.words.units[s.lower[k:end]] || isMark(s.text[k-1]):
		return s.clitics(i, end)
	}
	s.emit(i, k)
	if end < len(s.text) && s.text[end] == '.' && s.keepsPeriod(k, end) { // 5p.m.
		end++
	}
	return s.emit(k, end)
}

func isMark(c byte) bool { return !isAlnum(c) }

func startsLetter(text string, i int) bool {
	return !isDigit(text[i]) && startsWord(text, i)
}

// isItem reports whether the number [i, end) with the full stop after it counts a
// list item or a heading: it opens its paragraph.
func (s *scanner) isItem(i, end int) bool {
	return i == s.begin && end-i <= 3 && onlyNumber(s.text[i:end]) && end+1 < len(s.text) &&
		s.text[end] == '.' && s.text[end+1] == ' '
}
