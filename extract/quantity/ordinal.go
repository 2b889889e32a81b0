package quantity

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

func (s *scan) wordOrdinal(i int) (reading, bool) {
	w := s.word(i)
	if w == nil {
		return reading{}, false
	}
	r := reading{first: i, start: i, last: i + 1, mod: i, kind: "ordinal", rule: "qty.ordinal/2"}
	last, rank := s.compoundOrdinal(i)
	switch {
	case last > 0:
		r.last, r.rank = last, rank
	case w.ordinal != 0:
		if w.text == "second" && s.tag(i) == "NN" && (s.isWord(i-1, "per") || s.isWord(i-1, "a") && s.tag(i+1) != "NN") {
			return reading{}, false
		}
		r.rank = fromInt(w.ordinal)
	default:
		return reading{}, false
	}
	r.core = r.last
	r.num = number{first: i, last: r.last}
	return r, true
}

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
