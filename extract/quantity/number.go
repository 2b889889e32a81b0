package quantity

// A number is what stands for a value in the text, without unit or modifier.
type number struct {
	first, last int // atoms [first, last)
	val         decimal
	low, high   decimal // of a plural: hundreds is 100 to 1000
	vague       bool
	fraction    bool // two-thirds, half
	ratio       bool // one in five
	inWords     bool
	one         bool // the bare word one
	magnitude   bool // a magnitude word or suffix was read
	shift       int  // its power of ten
}

// number reads the number that starts at atom i.
func (s *scan) number(i int) (number, bool) {
	n, ok := s.simple(i)
	if !ok {
		return number{}, false
	}
	s.scientific(&n)
	s.ofMagnitude(&n)
	s.magnitudes(&n)
	s.pointWords(&n)
	s.andHalf(&n)
	return n, true
}

// scientific reads an exponent glued to digits: "1.3e6", "1.3x10^6", "1.1^3". One that no
// news has makes the number unreadable.
func (s *scan) scientific(n *number) {
	if n.inWords {
		return
	}
	j := n.last
	switch {
	case s.isWord(j, "e") && s.glued(j):
		if e, last := s.exponent(j + 1); last > 0 {
			n.val, n.last, n.magnitude = n.val.shift(e), last, true
		}
	case (s.isWord(j, "x") || s.is(j, "×")) && s.is(j+1, "10") && s.is(j+2, "^") && s.glued(j+2):
		if e, last := s.exponent(j + 3); last > 0 {
			n.val, n.last, n.magnitude = n.val.shift(e), last, true
		}
	case s.is(j, "^") && s.glued(j):
		if e, last := s.exponent(j + 1); last > 0 {
			n.val, n.last = n.val.power(e), last
		}
	}
}

// exponent reads the digits at j, with a sign, that are glued to what is before them. last is 0 if there are none.
func (s *scan) exponent(j int) (e, last int) {
	neg := s.is(j, "-") && s.glued(j)
	if neg || s.is(j, "+") && s.glued(j) {
		j++
	}
	if !s.isDigits(j) || !s.glued(j) {
		return 0, 0
	}
	e, ok := s.atoms[j].num.whole(maxDigits)
	if !ok {
		e = 2 * maxDigits
	}
	if neg {
		e = -e
	}
	return e, j + 1
}

// exponentAt reports whether the digits at i have an exponent.
func (s *scan) exponentAt(i int) bool {
	n := number{last: i + 1, val: s.atoms[i].num}
	s.scientific(&n)
	return n.last > i+1
}

func (s *scan) simple(i int) (number, bool) {
	a := s.at(i)
	switch {
	case a == nil:
		return number{}, false
	case a.kind == digits:
		return s.digitNumber(i), true
	case a.kind == mark:
		if r := vulgar(s.text(i)); r[1] != 0 {
			return number{first: i, last: i + 1, val: fromInt(r[0]).times(1, r[1]), fraction: true}, true
		}
		return number{}, false
	case a.word == nil:
		return number{}, false
	}
	for _, read := range [...]func(*scan, int) (number, bool){(*scan).plural, (*scan).half, (*scan).fractionWords, (*scan).article, (*scan).cardinal} {
		if n, ok := read(s, i); ok {
			n.inWords = true
			return n, true
		}
	}
	return number{}, false
}

// digitNumber reads digits with a fraction behind: "10 1/2", "2½", "1/16".
func (s *scan) digitNumber(i int) number {
	n := number{first: i, last: i + 1, val: s.atoms[i].num}
	if a, b, end := s.slash(i); end > 0 {
		n.val, n.last, n.fraction = fromInt(a).times(1, b), end, true
		return n
	}
	if !s.atoms[i].plain {
		return n
	}
	if a := s.at(i + 1); a != nil && a.kind == digits && !a.glued {
		if a, b, end := s.slash(i + 1); end > 0 {
			n.val, n.last = n.val.plus(a, b), end
		}
	} else if a != nil && a.kind == mark {
		if r := vulgar(s.text(i + 1)); r[1] != 0 {
			n.val, n.last = n.val.plus(r[0], r[1]), i+2
		}
	}
	return n
}

// magnitudes applies "million", "bn", "m", "hundred million" behind n.
func (s *scan) magnitudes(n *number) {
	for range 3 {
		if n.vague && !n.low.none() || n.fraction {
			return
		}
		w := s.word(n.last)
		if w == nil {
			return
		}
		j := n.last
		if w.suffix != 0 && s.longUnit(j) {
			return
		}
		switch {
		case w.text == "dozens" && !n.vague && n.val.scale == 0 && len(n.val.coef) < 3:
			n.val = n.val.times(12, 1)
			n.last++
			return
		case n.inWords && !n.magnitude && w.mag != 0 && w.plural == 0:
		case !n.inWords && w.mag != 0:
		case !n.inWords && w.text == "dozen":
			n.val = n.val.times(12, 1)
			n.last++
			return
		case !n.inWords && w.suffix != 0 && s.suffixFits(n, w):
			n.val = n.val.shift(w.suffix)
			n.last, n.magnitude, n.shift = j+1, true, n.shift+w.suffix
			return
		default:
			return
		}
		n.val = n.val.shift(w.mag)
		n.last, n.magnitude, n.shift = j+1, true, n.shift+w.mag
		s.smaller(n)
		s.andRest(n)
	}
}

// smaller adds the smaller magnitudes behind one: "4 thousand 3 hundred".
func (s *scan) smaller(n *number) {
	for !n.inWords && s.isDigits(n.last) && !s.glued(n.last) {
		w := s.word(n.last + 1)
		v, ok := s.atoms[n.last].num.whole(1000)
		if !ok || w == nil || w.mag == 0 || w.mag >= n.shift || w.plural != 0 {
			return
		}
		n.val, n.last, n.shift = n.val.plus(int64(v)*tenTo(w.mag), 1), n.last+2, w.mag
	}
}

// andRest reads the rest of "3 hundred and 21", "3 hundred and one".
func (s *scan) andRest(n *number) {
	if n.inWords || n.shift != 2 || !s.isWord(n.last, "and") {
		return
	}
	rest := number{last: n.last + 2}
	if w := s.word(n.last + 1); w != nil && w.one > 0 {
		rest = s.cardinalFrom(n.last+1, n.last+1)
	} else if s.isDigits(n.last + 1) {
		rest.val = s.atoms[n.last+1].num
	}
	if w := s.word(rest.last); w != nil && w.mag != 0 || len(s.unitsAt(rest.last)) > 0 && s.unitsAt(rest.last)[0].code == "%" {
		return
	}
	if v, ok := rest.val.whole(100); ok && v > 0 {
		n.val, n.last = n.val.plus(int64(v), 1), rest.last
	}
}

// longUnit reports whether a unit of several atoms starts at j, such as m.p.h.
func (s *scan) longUnit(j int) bool {
	u := s.unitsAt(j)
	return len(u) > 0 && u[0].last > j+1
}

// suffixFits decides whether letters behind digits are a magnitude: 1.2m, 35m, 3.5bn, 8 B, 300k.
func (s *scan) suffixFits(n *number, w *word) bool {
	j := n.last
	a := s.atoms[j]
	if next := s.at(j + 1); next != nil && next.glued && (next.kind == digits || next.kind == letters) {
		return false
	}
	money := s.money != nil
	text := s.text(j)
	switch w.text {
	case "m", "mm":
		if w.text == "mm" {
			return money && a.glued
		}
		return money || text == "M" && a.glued || s.countsAfter(j+1)
	case "b":
		return money || text == "B" || a.glued
	case "k":
		return a.glued
	case "t":
		return money
	case "mil", "mio":
		return money || a.glued
	}
	return true
}
