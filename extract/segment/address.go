package segment

import "strings"

// addressEnd returns the end of the web or mail address that begins with the word
// [i, end); end if it is none.
func (s *scanner) addressEnd(i, end int) int {
	if end >= len(s.text) {
		return end
	}
	switch s.text[end] {
	case ':':
		if strings.HasPrefix(s.text[end:], "://") || s.lower[i:end] == "mailto" {
			return s.link(end)
		}
	case '@':
		if to := s.mailHost(end + 1); to > end+1 {
			return to
		}
	case '/', '?', '#':
		if s.isHost(i, end) {
			return s.link(end)
		}
	case '.', '+', '%':
		if to := s.mailUser(end); to > end {
			return to
		}
	}
	return end
}

// isHost reports whether the word is the name of a web host.
func (s *scanner) isHost(i, end int) bool {
	w := s.lower[i:end]
	dot := strings.LastIndexByte(w, '.')
	return dot > 0 && (strings.HasPrefix(w, "www.") || s.words.domains[w[dot+1:]])
}

// link returns the end of a web address that is known to reach to i. Marks that end
// a sentence or close a bracket opened before it are not part of it.
func (s *scanner) link(i int) int {
	start, open := i, 0
	for i < len(s.text) {
		c := s.text[i]
		if c <= ' ' || strings.IndexByte(`"<>{}|^`+"`", c) >= 0 || strings.HasPrefix(s.text[i:], "\xe2\x80") || strings.HasPrefix(s.text[i:], "\u00a0") {
			break
		}
		if c == '(' {
			open++
		} else if c == ')' {
			if open == 0 {
				break
			}
			open--
		}
		i++
	}
	for i > start && strings.IndexByte(".,;:!?'[]*", s.text[i-1]) >= 0 {
		i--
	}
	return i
}

// mailHost returns the end of the host of a mail address at i; i if there is none.
func (s *scanner) mailHost(i int) int {
	j, dots := i, 0
	for j < len(s.text) && (isAlnum(s.text[j]) || strings.IndexByte(".-_", s.text[j]) >= 0) {
		if s.text[j] == '.' {
			if j+1 >= len(s.text) || !isAlnum(s.text[j+1]) {
				break
			}
			dots++
		}
		j++
	}
	if dots == 0 || !isAlnum(s.text[j-1]) {
		return i
	}
	return j
}

// mailUser returns the end of a mail address whose user goes on with a mark at i;
// i if it is none. A user has at most 64 bytes.
func (s *scanner) mailUser(i int) int {
	j := i
	for j < len(s.text) && j < i+64 && (isAlnum(s.text[j]) || strings.IndexByte("._%+-", s.text[j]) >= 0) {
		j++
	}
	if j < len(s.text) && s.text[j] == '@' {
		if to := s.mailHost(j + 1); to > j+1 {
			return to
		}
	}
	return i
}
