package quantity

// pointWords reads "five point two".
func (s *scan) pointWords(n *number) {
	if !n.inWords || n.vague || n.fraction || n.shift > 2 || !s.isWord(n.last, "point") {
		return
	}
	j := n.last + 1
	for w := s.word(j); w != nil && w.one >= 0; w = s.word(j) {
		v := fromInt(w.one)
		j++
		if w.ten {
			two := s.cardinalFrom(j-1, j-1)
			v, j = two.val, two.last
		}
		n.val.coef += v.coef
		n.val.scale += len(v.coef)
		if len(v.coef) > 1 {
			break // "point seventy-one", "point eleven"
		}
	}
	if n.val.scale > 0 {
		n.last, n.one = j, false
		s.magnitudes(n)
	}
}

// plural reads "hundreds", "tens of thousands", "hundreds of millions", "several
// hundred", "a few dozen": many, within an order of magnitude.
func (s *scan) plural(i int) (number, bool) {
	w := s.word(i)
	switch {
	case w.plural != 0 && !s.isDigits(i-1) && (w.text != "scores" && w.text != "tens" || s.isWord(i+1, "of")):
		low, last := fromInt(w.plural), i+1
		if s.isWord(i+1, "of") {
			if next := s.word(i + 2); next != nil && next.plural != 0 && next.mag != 0 {
				low, last = low.shift(next.mag), i+3
			} else if next != nil && next.plural >= 100 {
				low, last = low.times(next.plural, 1), i+3
			}
		}
		n := number{first: i, last: last, vague: true, low: low}
		if w.plural%10 == 0 && w.plural != 20 {
			n.high = low.shift(1)
		}
		return n, true
	case w.vague:
		n := number{first: i, last: i + 1, vague: true}
		if next := s.word(i + 1); next != nil && (next.mag != 0 || next.group > 2) && next.plural == 0 {
			n.last = i + 2
			if next.mag != 0 {
				n.low, n.high = fromInt(1).shift(next.mag), fromInt(1).shift(next.mag+1)
			} else {
				n.low = fromInt(next.group * 2)
			}
		}
		return n, true
	}
	return number{}, false
}

// article reads "a million", "a dozen", "a couple", "a hundred".
func (s *scan) article(i int) (number, bool) {
	if !s.isWord(i, "a") && !s.isWord(i, "an") {
		return number{}, false
	}
	w := s.word(i + 1)
	if w == nil {
		return number{}, false
	}
	switch {
	case w.vague && w.text != "several":
		n, ok := s.plural(i + 1)
		n.first = i
		return n, ok
	case w.mag != 0 && w.plural == 0:
		n := s.cardinalFrom(i+1, i)
		return n, n.last > i
	case w.group != 0 && w.text != "score" && w.text != "gross" && w.text != "pair" && w.text != "trio":
		n := number{first: i, last: i + 2, val: fromInt(w.group)}
		if w.text == "couple" {
			n.vague = true
		}
		return n, true
	}
	return number{}, false
}

// cardinal reads number words: "twenty-eight thousand six hundred and forty-two".
func (s *scan) cardinal(i int) (number, bool) {
	w := s.word(i)
	if w.one < 0 && w.mag == 0 && (w.text != "dozen" || !s.nounAt(i+1)) {
		return number{}, false
	}
	if w.mag != 0 && w.plural == 0 && i > 0 && s.isWord(i-1, "the") && w.text != "hundred" {
		return number{}, false
	}
	n := s.cardinalFrom(i, i)
	return n, n.last > i
}

// cardinalFrom reads number words from atom i; the number starts at first.
func (s *scan) cardinalFrom(i, first int) number {
	const limit = int64(1) << 52
	n := number{first: first, last: i}
	total, cur := int64(0), int64(-1)
	prevTen, prevOne := false, false
	for j := i; ; {
		at := j
		if at > i {
			at = s.joint(j)
		}
		w := s.word(at)
		if w == nil {
			break
		}
		switch {
		case w.one >= 0 && at > i && (prevOne || prevTen && (w.ten || w.one > 9 || w.one == 0)):
			w = nil
		case w.one >= 0:
			cur = max(cur, 0) + w.one
			prevTen, prevOne = w.ten, !w.ten
		case w.text == "hundred" && cur < 100:
			cur = positive(cur) * 100
			prevTen, prevOne, n.magnitude, n.shift = false, false, true, 2
		case w.mag == 7 && n.shift == 5 && cur == 0 && at == n.last && total < limit/tenTo(7): // "three lakh crore"
			total *= tenTo(7)
			n.shift = 12
		case w.mag > 2 && w.plural == 0 && w.mag <= 15 && positive(cur) < 1000000:
			total += positive(cur) * tenTo(w.mag)
			n.shift = w.mag
			cur, prevTen, prevOne, n.magnitude = 0, false, false, true
		case w.group == 12 && cur < 1000:
			cur = positive(cur) * 12
			prevTen, prevOne = false, true
		default:
			w = nil
		}
		if w == nil || total > limit {
			break
		}
		j = at + 1
		n.last = j
	}
	if n.last > i {
		n.val = fromInt(total + max(cur, 0))
		n.one = n.last == i+1 && s.isWord(i, "one")
	}
	return n
}

// joint skips what may stand between two number words: a hyphen, or "and" after
// hundred and thousand, or before hundreds: "a million and two hundred".
func (s *scan) joint(j int) int {
	next := s.word(j + 1)
	if next == nil {
		return j
	}
	if s.is(j, "-") && s.atoms[j].glued && s.atoms[j+1].glued && (next.one >= 0 || next.mag != 0) {
		return j + 1
	}
	if p := s.word(j - 1); s.is(j, "-") && !s.atoms[j].glued && !s.atoms[j+1].glued && p != nil && p.ten && next.one > 0 && next.one < 10 {
		return j + 1 // "fifty - two"
	}
	if f := s.word(j + 2); f != nil && f.part != 0 && f.text[len(f.text)-1] == 's' {
		return j // "one hundred and three quarters"
	}
	if s.isWord(j, "and") && next.one > 0 {
		p := s.word(j - 1)
		if p != nil && p.mag >= 2 && (p.mag <= 3 || s.isWord(j+2, "hundred")) {
			return j + 1
		}
	}
	return j
}

func positive(n int64) int64 {
	if n <= 0 {
		return 1
	}
	return n
}

func tenTo(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
