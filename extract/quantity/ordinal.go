package quantity

import "strings"

func digitOrdinal(s *scan, i int) int {
	j := i + 1
	if !s.glued(j) || s.atoms[i].num.scale != 0 {
		return 0
	}
	switch s.lower(j) {
	case "st", "nd", "rd", "th":
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
		r.last, r.rank = last, rank.text()
	case w.ordinal != 0:
		if w.text == "second" && s.tag(i) == "NN" && (s.isWord(i-1, "per") || s.isWord(i-1, "a") && s.tag(i+1) != "NN") {
			return reading{}, false
		}
		r.rank = fromInt(w.ordinal).text()
		if end := s.fromEnd(i + 1); end > 0 {
			r.last, r.rank, r.rule = end, rankFromEnd(w.ordinal-1), "qty.ordinal/3"
		}
	default:
		return reading{}, false
	}
	r.core = r.last
	r.num = number{first: i, last: r.last}
	return r, true
}

// fromEnd is the end of "to last" or "from last" at j, with hyphens or without: "third-to-last"; 0 if it is not there.
func (s *scan) fromEnd(j int) int {
	if s.is(j, "-") && s.glued(j) {
		j++
	}
	if !s.isWord(j, "to") && !s.isWord(j, "from") {
		return 0
	}
	j++
	if s.is(j, "-") && s.glued(j) {
		j++
	}
	if !s.isWord(j, "last") || s.has(j+1, when) {
		return 0
	}
	return j + 1
}

func rankFromEnd(n int64) string {
	if n <= 0 {
		return "end"
	}
	return "end-" + fromInt(n).text()
}

// relativeOrdinal takes "last", "next", "previous" and "current" where they rank a thing
// ("the next three launches", "the previous one"), not where they place a time; and
// "next to last", "last but one", "penultimate".
func (s *scan) relativeOrdinal(i int) (reading, bool) {
	w := s.word(i)
	r := reading{first: i, start: i, last: i + 1, kind: "ordinal", rule: "qty.ordinal/3", mod: i, rank: w.relative}
	end := s.fromEnd(i + 1)
	switch {
	case w.text == "next" && end > 0:
		r.last, r.rank = end, rankFromEnd(1)
	case w.text == "last" && s.isWord(i+1, "but"):
		n := s.word(i + 2)
		if n == nil || n.one < 1 || s.nounAt(i+3) {
			return r, false
		}
		r.last, r.rank = i+3, rankFromEnd(n.one)
	case w.text == "last" && s.isWord(i-1, "the") && s.isWord(i-2, "before") && s.isWord(i-3, "one"):
		r.rank = rankFromEnd(1)
		if s.isWord(i+1, "one") {
			r.last++
		}
		r.first, r.start, r.mod = i-3, i-3, i-3
		if s.isWord(i-4, "the") {
			r.first, r.start, r.mod = i-4, i-4, i-4
		}
	case s.isWord(i+1, "one") && !s.nounAt(i+2) && w.text != "last":
		r.last++
	case w.text != "penultimate" && w.text != "antepenultimate" && !s.ranks(i):
		return r, false
	}
	r.core = r.last
	r.num = number{first: r.first, last: r.last}
	return r, true
}

// ranks reports whether the word at i ranks the things behind it, with their number or without.
func (s *scan) ranks(i int) bool {
	if !strings.HasPrefix(s.tag(i), "JJ") || s.isWord(i+1, "account") {
		return false
	}
	j := i + 1
	if n, ok := s.number(j); ok {
		j = n.last
	}
	a := s.at(j)
	return a != nil && a.kind == letters && !s.has(j, when|stretchword) && len(s.unitsAt(j)) == 0 && s.nounAt(j) && !s.periodAhead(j)
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
func (s *scan) compoundOrdinal(i int) (last int, rank decimal) {
	if s.atoms[i].word.one <= 0 {
		return 0, decimal{}
	}
	n := s.cardinalFrom(i, i)
	if n.last == i {
		return 0, decimal{}
	}
	j := n.last
	if s.is(j, "-") && s.glued(j) || s.isWord(j, "and") {
		j++
	}
	o, before := s.word(j), s.word(n.last-1)
	switch {
	case o == nil || o.ordinal == 0:
		return 0, decimal{}
	case o.ordinal < 10 && before.ten, o.ordinal < 100 && before.mag != 0:
		return j + 1, n.val.plus(o.ordinal, 1)
	case o.ordinal >= 100 && j == n.last:
		return j + 1, n.val.times(o.ordinal, 1)
	}
	return 0, decimal{}
}
