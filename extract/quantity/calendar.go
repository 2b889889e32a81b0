package quantity

// clockTime takes "5:25 a.m.", "10am", "1.05am", "9 o'clock", "1:36.6".
func clockTime(s *scan, i int) int {
	j := i + 1
	colon := false
	for s.is(j, ":") && s.glued(j) && s.isDigits(j+1) && s.glued(j+1) {
		colon = true
		j += 2
	}
	if s.is(j, "-") && s.glued(j) && s.isDigits(j+1) {
		if end := clockTime(s, j+1); end > 0 && s.meridiem(end-1) {
			return end
		}
	}
	if n := s.clockWord(j); n > 0 {
		return n
	}
	if colon {
		return j
	}
	if s.is(i-1, ":") && s.glued(i) && s.isDigits(i-2) {
		return i + 1
	}
	return 0
}

func (s *scan) meridiem(i int) bool {
	return s.is(i, ".") || s.isWord(i, "am") || s.isWord(i, "pm") || s.isWord(i, "m")
}

// clockWord returns the end of "a.m.", "pm", "o'clock" at j, or 0.
func (s *scan) clockWord(j int) int {
	switch s.lower(j) {
	case "am", "pm":
		return j + 1
	case "a", "p":
		if s.is(j+1, ".") && s.glued(j+1) && s.isWord(j+2, "m") && s.glued(j+2) {
			if s.is(j+3, ".") && s.glued(j+3) && j+4 < len(s.atoms) {
				return j + 4
			}
			return j + 3
		}
	case "o":
		if (s.is(j+1, "'") || s.is(j+1, "’")) && s.isWord(j+2, "clock") {
			return j + 3
		}
	case "gmt", "utc", "bst", "cet":
		if a := s.at(j - 1); a != nil && a.kind == digits && len(a.num.coef) == 4 {
			return j + 1
		}
	}
	return 0
}

// date takes "29 March", "March 29, 2019", "2019-10-24", "10/2/2019", "9/11".
func date(s *scan, i int) int {
	n, ok := s.atoms[i].num.whole(10000)
	if !ok || !s.atoms[i].plain {
		return 0
	}
	j := i + 1
	if (s.is(j, "/") || s.is(j, "-")) && s.glued(j) && s.isDigits(j+1) && s.glued(j+1) {
		if s.text(j+2) == s.text(j) && s.isDigits(j+3) && s.glued(j+3) {
			return j + 4
		}
		if s.is(j, "/") {
			if _, _, end := s.slash(i); end == 0 {
				return j + 2
			}
		}
	}
	switch {
	case n >= 1 && n <= 31 && s.month(i-1) && !s.glued(i):
		if s.is(j, "-") || s.is(j, "–") {
			if d, ok := s.numAt(j+1, 32); ok && d > n {
				j += 2
			}
		}
		if s.is(j, ",") && s.isYear(j+1) {
			return j + 2
		}
		if s.isYear(j) {
			return j + 1
		}
		if s.has(j, people) || s.tag(j) == "NNS" && s.month(i-1) && s.isWord(i-1, "may") {
			return 0
		}
		return j
	case n >= 1 && n <= 31 && s.month(j) && s.capital(j):
		if s.isYear(j + 1) {
			return j + 2
		}
		return j + 1
	}
	return 0
}

func (s *scan) numAt(i, limit int) (int, bool) {
	if !s.isDigits(i) {
		return 0, false
	}
	return s.atoms[i].num.whole(limit)
}

// month reports whether atom i is the name of a month, or its short form with or without its point.
func (s *scan) month(i int) bool {
	if s.is(i, ".") && s.glued(i) {
		i--
	}
	return s.capital(i) && s.isMonth(s.text(i))
}

func (s *scan) isMonth(t string) bool {
	if len(t) < 3 {
		return false
	}
	switch t {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

func (s *scan) isYear(i int) bool {
	n, ok := s.numAt(i, 2200)
	return ok && n >= 1000 && s.atoms[i].plain && len(s.atoms[i].num.coef) == 4
}

// decade takes "1990s", "the '90s", "mid-30s".
func decade(s *scan, i int) int {
	if !s.atoms[i].plain {
		return 0
	}
	j := i + 1
	if (s.is(j, "'") || s.is(j, "’")) && s.glued(j) {
		j++
	}
	n, ok := s.atoms[i].num.whole(2200)
	next := s.at(j + 1)
	if ok && s.is(j, "s") && s.glued(j) && (next == nil || !next.glued || next.kind == mark) && n%10 == 0 && n > 0 {
		return j + 1
	}
	return 0
}

// year takes a number of four digits that stands for a year: after a word that
// leads to one, before a noun as in "2019 sales", or by itself.
func year(s *scan, i int) int {
	if !s.isYear(i) || s.money != nil {
		return 0
	}
	if _, ok := s.prefix(i); ok {
		return 0
	}
	n, _ := s.atoms[i].num.whole(2200)
	if s.has(i+1, era) && s.capital(i+1) || (s.isWord(i-1, "ad") || s.is(i-1, ".") && s.isWord(i-2, "d") && s.is(i-3, ".")) {
		return i + 1
	}
	end := i + 1
	if (s.is(end, "-") || s.is(end, "–") || s.is(end, "/")) && s.glued(end) && s.isDigits(end+1) && s.glued(end+1) {
		if _, ok := s.numAt(end+1, 2200); ok && !s.glued(end+2) && n >= 1800 {
			if m, _ := s.numAt(end+1, 2200); m < 100 || m >= 1000 {
				return end + 2
			}
		}
	}
	if _, ok := s.measure(number{first: i, last: i + 1, val: s.atoms[i].num}); ok && !s.is(i+1, "'") {
		return 0
	}
	if s.word(i+1) != nil && (s.word(i+1).mag != 0 || s.has(i+1, people)) {
		return 0
	}
	if s.isWord(end, "to") && (s.isWord(i-1, "from") || s.isWord(i-1, "between")) && s.isDigits(end+1) && (!s.isYear(end+1) || s.nounAt(end+2) && !s.atoms[end+2].glued) {
		return 0
	}
	modified, _ := s.leftModifier(i)
	near := s.has(i-1, yearword) || s.month(i-1)
	counts := s.tag(i+1) == "NNS" || s.tag(i+1) == "JJ" && s.tag(i+2) == "NNS"
	switch {
	case modified != nil && modified.parts[0] != "around" && modified.parts[0] != "circa" && modified.parts[0] != "about":
		return 0
	case n >= 1900 && n <= 2050:
		if n%500 == 0 && counts && !s.isWord(i-1, "in") && !s.isWord(i-1, "since") {
			return 0
		}
		if n%50 == 0 && !near && !s.nounAt(i+1) && n != 1950 && n != 2050 {
			return 0
		}
		return end
	case near && !counts && !s.isWord(i-1, "than") && !s.isWord(i-1, "of") && !s.isWord(i-1, "for") && !s.isWord(i-1, "with") && !s.isWord(i-1, "the") && !s.isWord(i-1, "at") && !s.isWord(i-1, "to") && !s.isWord(i-1, "as"):
		return end
	}
	return 0
}
