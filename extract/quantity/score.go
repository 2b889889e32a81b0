package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract/number"
)

// eventLength takes the length that names an event: "the 10m platform title", "the 4 x 100m medley
// relay", "the men's T52 100m".
func eventLength(s *scan, i int) int {
	if s.Is(i+1, "x", "×") && s.IsDigits(i+2) {
		return eventLength(s, i+2)
	}
	m, ok := s.measure(number.Number{First: i, Last: i + 1, Val: s.Atoms[i].Num})
	if !ok || m.dimension != "length" {
		return 0
	}
	if s.Glued(m.last) && s.Is(m.last, "-") {
		m.last++
	}
	end := m.last
	for ; end < m.last+3 && s.At(end) != nil && s.At(end).Kind != number.Mark; end++ {
	}
	if s.anyHas(m.last, end, event) || s.raced(i) && !s.nounAt(m.last) || s.IsWord(i-1, "the") && s.Glued(m.first) && s.afterBreak(m.last) && !s.Is(m.last, "(") {
		return m.last
	}
	return 0
}

// score takes "3-2", "52-48", "6-4, 7-5", and "7 to 2" near a word of voting.
func score(s *scan, i int) int {
	a, ok := s.numAt(i, 1000)
	if !ok || s.money != nil {
		return 0
	}
	if p, is := s.prefix(i); is && p.unit != nil {
		return 0
	}
	if s.IsWord(i+1, "to") && s.scoreNear(i, 3) {
		if b, ok := s.numAt(i+2, 1000); ok && a > b && len(s.unitsAt(i+3)) == 0 {
			return i + 3
		}
	}
	if !s.Is(i+1, "-", "–") || !s.Glued(i+1) || !s.Glued(i+2) {
		return 0
	}
	if b, ok := s.numAt(i+4, 1000); ok && s.IsWord(i+2, "to") && s.Is(i+3, "-") && a >= b && s.nounAt(i+5) {
		return i + 5 // "a 9-to-6 vote"
	}
	b, ok := s.numAt(i+2, 10000)
	if !ok || len(s.unitsAt(i+3)) > 0 || s.Is(i+3, "-") && len(s.unitsAt(i+4)) > 0 || s.Glued(i+3) && s.At(i+3).Kind != number.Mark ||
		s.IsWord(i+3, "million", "billion", "trillion", "percentage") {
		return 0
	}
	if a >= b || s.scoreNear(i, 4) || !s.nounAt(i+3) {
		return i + 3
	}
	return 0
}

// breakOf takes the points of a break or a checkout, and of the next in a row.
func breakOf(s *scan, i int) int {
	j := i - 1
	k := len(s.found) - 1
	if scale := s.Atoms[i].Num.Scale; scale > 0 && len(s.unitsAt(i+1)) == 0 && !s.nounAt(i+1) && (strings.HasPrefix(s.Lower(j), "scor") || k >= 0 && s.found[k].rule == "qty.score/2") {
		return i + 1 // "scored 15.300, with 6.400 for difficulty"
	}
	if s.IsWord(j, "and") {
		j--
	}
	if s.Is(j, ",") || j < i-1 {
		if k >= 0 && s.found[k].rule == "qty.score/2" {
			return s.rankEnd(i)
		}
		return 0
	}
	if s.IsWord(j-1, "break", "breaks", "checkout", "checkouts") && s.IsWord(j, "of") && len(s.unitsAt(i+1)) == 0 {
		return s.rankEnd(i)
	}
	return 0
}

func (s *scan) scoreNear(i, n int) bool { return s.anyHas(i-n, i+n+3, scoreword|vote) }
