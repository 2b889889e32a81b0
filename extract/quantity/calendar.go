package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/extract/number"
)

// clockTime takes "5:25 a.m.", "10am", "1.05am", "9 o'clock", "1:36.6".
func clockTime(s *scan, i int) int {
	j := i + 1
	colon := false
	for s.Is(j, ":") && s.IsDigits(j+1) && s.Glued(j+1) {
		colon = true
		j += 2
	}
	if s.Is(j, "-") && s.Glued(j) && s.IsDigits(j+1) {
		if end := clockTime(s, j+1); end > 0 && s.meridiem(end-1) {
			return end
		}
	}
	if n := s.clockWord(j); n > 0 {
		return n
	}
	if s.IsWord(j, "to", "and", "or") && s.IsDigits(j+1) {
		if n := s.clockWord(j + 2); n > 0 {
			return n // "from 6 to 10 o'clock"
		}
	}
	if colon {
		return j
	}
	if s.Is(i-1, ":") && s.Glued(i) && s.IsDigits(i-2) {
		return i + 1
	}
	return 0
}

func (s *scan) meridiem(i int) bool {
	return s.Is(i, ".") || s.IsWord(i, "am", "pm", "m")
}

// clockWord returns the end of "a.m.", "pm", "o'clock" at j, or 0.
func (s *scan) clockWord(j int) int {
	switch s.Lower(j) {
	case "am", "pm":
		return j + 1
	case "a", "p":
		if s.Is(j+1, ".") && s.Glued(j+1) && s.IsWord(j+2, "m") {
			if s.Is(j+3, ".") && j+4 < len(s.Atoms) {
				return j + 4
			}
			return j + 3
		}
	case "o":
		if s.Is(j+1, "'", "’") && s.IsWord(j+2, "clock") {
			return j + 3
		}
	case "gmt", "utc", "bst", "cet":
		if a := s.At(j - 1); a != nil && len(a.Num.Coef) == 4 {
			return j + 1
		}
	}
	return 0
}

// date takes "29 March", "March 29, 2019", "2019-10-24", "10/2/2019", "9/11".
func date(s *scan, i int) int {
	n, ok := s.Atoms[i].Num.Whole(10000)
	if !ok || !s.Atoms[i].Plain {
		return 0
	}
	j := i + 1
	if s.Is(j, "/", "-") && s.Glued(j) && s.IsDigits(j+1) && s.Glued(j+1) {
		if s.Text(j+2) == s.Text(j) && s.IsDigits(j+3) {
			return j + 4
		}
		if s.Is(j, "/") {
			if _, _, end := s.Slash(i); end == 0 {
				return j + 2
			}
		}
	}
	if end := s.moreDays(i, n); end > 0 {
		return end
	}
	switch {
	case n >= 1 && n <= 31 && s.month(i-1) && !s.Glued(i):
		if s.Is(j, "-", "–") {
			if d, ok := s.numAt(j+1, 32); ok && d > n {
				j += 2
			}
		}
		if s.Is(j, ",") && s.isYear(j+1) {
			return j + 2
		}
		if s.isYear(j) {
			return j + 1
		}
		if s.Tag(j) == "NNS" && s.IsWord(i-1, "may") {
			return 0
		}
		return j
	case n >= 1 && n <= 31 && s.month(j):
		if s.isYear(j + 1) {
			return j + 2
		}
		return j + 1
	}
	return 0
}

// moreDays takes a day that shares its month with another: the first of "15 and 20 December",
// the last of "June 11 and 12".
func (s *scan) moreDays(i, n int) int {
	if n < 1 || n > 31 || s.Glued(i) {
		return 0
	}
	j := i
	for j < i+8 && s.IsDigits(j) && (s.IsWord(j+1, "and", "or") || s.Is(j+1, ",") || s.IsWord(j+1, "to")) {
		j += 2
		if d, ok := s.numAt(j, 32); ok && d > 0 && s.month(j+1) {
			return i + 1
		}
	}
	if s.IsWord(i-1, "and", "or") && s.month(i-3) {
		if d, ok := s.numAt(i-2, 32); ok && d < n && len(s.unitsAt(i+1)) == 0 {
			return i + 1
		}
	}
	return 0
}

func (s *scan) numAt(i, limit int) (int, bool) {
	if !s.IsDigits(i) {
		return 0, false
	}
	return s.Atoms[i].Num.Whole(limit)
}

// month reports whether atom i is the name of a month, or its short form with or without its point.
func (s *scan) month(i int) bool {
	if s.Is(i, ".") && s.Glued(i) {
		i--
	}
	name := s.Text(i)
	return s.Capital(i) && name != strings.ToUpper(name) && lexicon.Months()[s.Lower(i)] > 0 // not DEC
}

func (s *scan) isYear(i int) bool {
	n, ok := s.numAt(i, 2200)
	return ok && n >= 1000 && s.Atoms[i].Plain && len(s.Atoms[i].Num.Coef) == 4
}

// decade takes "1990s", "the '90s", "mid-30s".
func decade(s *scan, i int) int {
	if !s.Atoms[i].Plain {
		return 0
	}
	j := i + 1
	if s.Is(j, "'", "’") && s.Glued(j) {
		j++
	}
	n, ok := s.Atoms[i].Num.Whole(2200)
	next := s.At(j + 1)
	if ok && s.Is(j, "s") && s.Glued(j) && (next == nil || !next.Glued || next.Kind == number.Mark) && n%10 == 0 && n > 0 {
		return j + 1
	}
	return 0
}

// levels reports whether a word after a year sets it as a measure of another.
func levels(w string) bool {
	return extract.OneOf(w, "level", "levels", "figure", "figures", "average", "averages", "prices", "peak", "total", "totals", "baseline")
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
	n, _ := s.Atoms[i].Num.Whole(2200)
	if s.has(i+1, era) || s.Is(i-1, ".") && s.IsWord(i-2, "d") && s.Is(i-3, ".") {
		return i + 1
	}
	end := i + 1
	if s.Is(end, "-", "–", "/") && s.Glued(end) && s.IsDigits(end+1) && s.Glued(end+1) {
		if _, ok := s.numAt(end+1, 2200); ok && (!s.Glued(end+2) || !s.Glued(end+3)) && n >= 1800 {
			if m, _ := s.numAt(end+1, 2200); m < 100 || m >= 1000 {
				return end + 2
			}
		}
	}
	if _, ok := s.measure(number.Number{First: i, Last: i + 1, Val: s.Atoms[i].Num}); ok && !s.Is(i+1, "'") {
		return 0
	}
	if s.word(i+1) != nil && (s.word(i+1).Mag != 0 || s.has(i+1, people)) ||
		s.IsWord(end, "to") && s.IsWord(i-1, "from", "between") && s.IsDigits(end+1) && s.nounAt(end+2) {
		return 0
	}
	modified, _ := s.Left(i)
	near := s.has(i-1, yearword) || s.month(i-1)
	switch counts := s.Tag(i+1) == "NNS" || s.Tag(i+1) == "JJ" && s.Tag(i+2) == "NNS"; {
	case modified != nil && n >= 1900 && n <= 2050 && levels(s.Lower(i+1)):
		return end // "above 2016 levels"
	case modified != nil && !extract.OneOf(modified.Parts[0], "around", "circa", "about"):
		return 0
	case s.IsWord(i-1, "the") && s.Tag(i+1) == "NNP" && n > 1000 && n < 2051:
		return end // "the 1858 Treaty of Ashton"
	case n >= 1900 && n <= 2050:
		if n%500 == 0 && counts || n%50 == 0 && !near && !s.nounAt(i+1) && n != 1950 {
			return 0
		}
		return end
	case near && !counts && !s.IsWord(i-1, "of", "the", "at", "to", "as"):
		return end
	}
	return 0
}
