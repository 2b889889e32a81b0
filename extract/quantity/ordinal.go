package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract/number"
)

func digitOrdinal(s *scan, i int) int {
	j := i + 1
	if !s.Glued(j) || s.Atoms[i].Num.Scale != 0 {
		return 0
	}
	if s.IsWord(j, "st", "nd", "rd", "th") {
		return j + 1
	}
	return 0
}

// wordOrdinal takes "first", "third", "twenty-first" where they order things.
func (s *scan) wordOrdinal(i int) (reading, bool) {
	w := s.word(i)
	if w == nil {
		return reading{}, false
	}
	r := reading{first: i, start: i, last: i + 1, mod: i, kind: "ordinal", rule: "qty.ordinal/2"}
	last, rank := s.compoundOrdinal(i)
	switch {
	case last > 0:
		r.last, r.rank = last, rank.Text()
	case w.Ordinal != 0:
		if w.Text == "second" && s.Tag(i) == "NN" && s.IsWord(i-1, "per") {
			return reading{}, false
		}
		r.rank = number.FromInt(w.Ordinal).Text()
		if end := s.fromEnd(i + 1); end > 0 {
			r.last, r.rank, r.rule = end, rankFromEnd(w.Ordinal-1), "qty.ordinal/3"
		}
	default:
		return reading{}, false
	}
	r.core = r.last
	r.num = number.Number{First: i, Last: r.last}
	return r, true
}

// fromEnd is the end of "to last" or "from last" at j, with hyphens or without: "third-to-last"; 0 if it is not there.
func (s *scan) fromEnd(j int) int {
	if s.Is(j, "-") && s.Glued(j) {
		j++
	}
	if !s.IsWord(j, "to", "from") {
		return 0
	}
	j++
	if s.Is(j, "-") {
		j++
	}
	if !s.IsWord(j, "last") {
		return 0
	}
	return j + 1
}

func rankFromEnd(n int64) string {
	if n <= 0 {
		return "end"
	}
	return "end-" + number.FromInt(n).Text()
}

// relativeOrdinal takes "last", "next", "previous" and "current" where they rank a thing
// ("the next three launches", "the previous one"), not where they place a time; and
// "next to last", "last but one", "penultimate".
func (s *scan) relativeOrdinal(i int) (reading, bool) {
	w := s.word(i)
	r := reading{first: i, start: i, last: i + 1, kind: "ordinal", rule: "qty.ordinal/3", mod: i, rank: w.Relative}
	switch end := s.fromEnd(i + 1); {
	case w.Text == "next" && end > 0:
		r.last, r.rank = end, rankFromEnd(1)
	case w.Text == "last" && s.IsWord(i-1, "the") && s.IsWord(i-2, "before") && s.IsWord(i-3, "one") && s.IsWord(i-4, "the"):
		r.rank = rankFromEnd(1)
		if s.IsWord(i+1, "one") {
			r.last++
		}
		r.first, r.start, r.mod = i-4, i-4, i-4
	case s.IsWord(i+1, "one") && !s.nounAt(i+2) && w.Text != "last":
		r.last++
	case w.Text != "penultimate" && w.Text != "antepenultimate" && !s.ranks(i):
		return r, false
	}
	r.core = r.last
	r.num = number.Number{First: r.first, Last: r.last}
	return r, true
}

// ranks reports whether the word at i ranks the things behind it, with their number or without.
func (s *scan) ranks(i int) bool {
	if !strings.HasPrefix(s.Tag(i), "JJ") || s.IsWord(i+1, "account") {
		return false
	}
	j := i + 1
	if n, ok := s.Number(j); ok {
		j = n.Last
	}
	a := s.At(j)
	return a != nil && a.Kind == number.Letters && !s.has(j, when|stretchword) && len(s.unitsAt(j)) == 0 && s.nounAt(j) && !s.periodAhead(j)
}

// periodAhead reports whether the noun phrase at j is a stretch of time, of which the
// word before it is part: "the last fiscal quarter".
func (s *scan) periodAhead(j int) bool {
	t, ok := s.phraseAt(j)
	if !ok {
		return false
	}
	k := s.atomAt(t.head.Start)
	return s.has(k, when|stretchword) || len(s.unitsAt(k)) > 0 && s.unitsAt(k)[0].dimension == "time"
}

// compoundOrdinal reads "twenty-first", "one hundred and fifth", "two hundredth".
func (s *scan) compoundOrdinal(i int) (last int, rank number.Decimal) {
	if s.Atoms[i].Word.One <= 0 {
		return 0, number.Decimal{}
	}
	n := s.CardinalFrom(i, i)
	if n.Last == i {
		return 0, number.Decimal{}
	}
	j := n.Last
	if s.Is(j, "-") && s.Glued(j) || s.IsWord(j, "and") {
		j++
	}
	switch o, before := s.word(j), s.word(n.Last-1); {
	case o == nil || o.Ordinal == 0:
		return 0, number.Decimal{}
	case o.Ordinal < 10 && before.Ten, o.Ordinal < 100 && before.Mag != 0:
		return j + 1, n.Val.Plus(o.Ordinal, 1)
	case o.Ordinal >= 100 && j == n.Last:
		return j + 1, n.Val.Times(o.Ordinal, 1)
	}
	return 0, number.Decimal{}
}
