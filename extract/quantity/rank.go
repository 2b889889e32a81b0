package quantity

import "github.com/claimwire/claimwire/extract/number"

// Numbers that say how high something stands, or how many are left in a contest.

// topRank takes the number of the best of a list: "the world's top 100", "a top 10 finish".
// What it counts stays a count: "the top 10 schools", and "sales could top 100" is a bound.
func topRank(s *scan, i int) int {
	if !s.IsWord(i-1, "top") || s.Tag(i-2) == "MD" || s.Tag(i-2) == "TO" {
		return 0
	}
	n := s.rankEnd(i)
	if n == 0 || s.has(n, people) || s.Tag(n) == "NNS" || s.countsAfter(n) || len(s.unitsAt(n)) > 0 {
		return 0
	}
	return n
}

// rankOf takes the number behind a noun of rank: "a ranking of 49".
func rankOf(s *scan, i int) int {
	if !s.IsWord(i-1, "of", "at") {
		return 0
	}
	if s.IsWord(i-2, "ranking", "rank", "seeding") {
		if n := s.rankEnd(i); n > 0 {
			return n
		}
	}
	return 0
}

// knockout takes the number of a round, which counts who are left in it: "the round of 64",
// "the last 16", "the final four", "the best of seven".
func knockout(s *scan, i int) int {
	n := s.rankEnd(i)
	if n == 0 || len(s.unitsAt(n)) > 0 {
		return 0
	}
	switch s.Lower(i - 1) {
	case "of", "-":
		before := s.Lower(i - 2)
		if before == "of" {
			before = s.Lower(i - 4) // best-of-seven
		}
		if before == "round" {
			return n
		}
	case "last", "final":
		if !s.IsWord(i-2, "the") && !(s.IsWord(i-1, "last") && s.Capital(i-2)) || s.nounAt(n) || s.IsWord(n, "or", "to") {
			return 0
		}
		if s.IsWord(i, "4", "8", "16", "32", "64", "128", "four", "eight", "sixteen") {
			return n
		}
	}
	return 0
}

// rankEnd is the end of a plain whole number at atom i, in digits or words; 0 if that is none.
func (s *scan) rankEnd(i int) int {
	if s.IsDigits(i) {
		if next := s.At(i + 1); !s.Atoms[i].Plain || next != nil && next.Glued && next.Kind != number.Mark {
			return 0
		}
		return i + 1
	}
	n := s.CardinalFrom(i, i)
	if n.Last == i {
		return 0
	}
	return n.Last
}
