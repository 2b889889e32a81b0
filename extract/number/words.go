package number

// pointWords reads "five point two".
func (s *Reader) pointWords(n *Number) {
	j := n.Last
	hyphen := s.Is(j, "-") && s.Glued(j) && s.Is(j+2, "-") // "one-point-five"
	if hyphen {
		j++
	}
	if !n.InWords || n.Vague || n.Fraction || n.Shift > 2 || !s.IsWord(j, "point") {
		return
	}
	j++
	if hyphen {
		j++
	}
	for w := s.Word(j); w != nil && w.One >= 0; w = s.Word(j) {
		v := FromInt(w.One)
		j++
		if w.Ten {
			two := s.CardinalFrom(j-1, j-1)
			v, j = two.Val, two.Last
		}
		n.Val.Coef += v.Coef
		n.Val.Scale += len(v.Coef)
		if len(v.Coef) > 1 {
			break // "point seventy-one", "point eleven"
		}
	}
	if n.Val.Scale > 0 {
		n.Last, n.One = j, false
		s.Magnitudes(n)
	}
}

// plural reads "hundreds", "tens of thousands", "hundreds of millions", "several
// hundred", "a few dozen": many, within an order of magnitude.
func (s *Reader) plural(i int) (Number, bool) {
	switch w := s.Word(i); {
	case w.Plural != 0 && !s.IsDigits(i-1) && (w.Text != "scores" && w.Text != "tens" || s.IsWord(i+1, "of")):
		low, last := FromInt(w.Plural), i+1
		if s.IsWord(i+1, "of") {
			if next := s.Word(i + 2); next != nil && next.Plural != 0 && next.Mag != 0 {
				low, last = low.Shift(next.Mag), i+3
			} else if next != nil && next.Plural >= 100 {
				low, last = low.Times(next.Plural, 1), i+3
			}
		}
		n := Number{First: i, Last: last, Vague: true, Low: low}
		if w.Plural%10 == 0 && w.Plural != 20 {
			n.High = low.Shift(1)
		}
		return n, true
	case w.Vague:
		n := Number{First: i, Last: i + 1, Vague: true}
		if next := s.Word(i + 1); next != nil && (next.Mag != 0 || next.Group > 2) {
			n.Last = i + 2
			if next.Mag != 0 {
				n.Low, n.High = FromInt(1).Shift(next.Mag), FromInt(1).Shift(next.Mag+1)
			} else {
				n.Low = FromInt(next.Group * 2)
			}
		}
		return n, true
	}
	return Number{}, false
}

// article reads "a million", "a dozen", "a couple", "a hundred".
func (s *Reader) article(i int) (Number, bool) {
	if !s.IsWord(i, "a", "an") {
		return Number{}, false
	}
	w := s.Word(i + 1)
	if w == nil {
		return Number{}, false
	}
	n, half := s.half(i + 1)
	switch {
	case half && !n.Fraction: // "a half-dozen"
		n.First = i
		return n, true
	case w.Vague && w.Text != "several":
		n, ok := s.plural(i + 1)
		n.First = i
		return n, ok
	case w.Mag != 0:
		n := s.CardinalFrom(i+1, i)
		return n, n.Last > i
	case w.Group != 0 && w.Text != "score" && w.Text != "gross" && w.Text != "pair" && w.Text != "trio":
		n := Number{First: i, Last: i + 2, Val: FromInt(w.Group)}
		if w.Text == "couple" {
			n.Vague = true
		}
		return n, true
	}
	return Number{}, false
}

// cardinal reads number words: "twenty-eight thousand six hundred and forty-two".
func (s *Reader) cardinal(i int) (Number, bool) {
	w := s.Word(i)
	if w.One < 0 && w.Mag == 0 && (w.Text != "dozen" || !s.noun(i+1)) || w.Mag != 0 && i > 0 && s.IsWord(i-1, "the") {
		return Number{}, false
	}
	n := s.CardinalFrom(i, i)
	return n, n.Last > i
}

// CardinalFrom reads number words from atom i; the number starts at first.
func (s *Reader) CardinalFrom(i, first int) Number {
	const limit = int64(1) << 52
	n := Number{First: first, Last: i}
	total, cur := int64(0), int64(-1)
	prevTen, prevOne := false, false
	for j := i; ; {
		at := j
		if at > i {
			at = s.joint(j)
		}
		w := s.Word(at)
		if w == nil {
			break
		}
		switch {
		case w.One >= 0 && at > i && (prevOne || prevTen && (w.Ten || w.One > 9)):
			w = nil
		case w.One >= 0:
			cur = max(cur, 0) + w.One
			prevTen, prevOne = w.Ten, !w.Ten
		case w.Text == "hundred" && cur < 100:
			cur = positive(cur) * 100
			prevTen, prevOne, n.Magnitude, n.Shift = false, false, true, 2
		case w.Mag == 7 && n.Shift == 5: // "three lakh crore"
			total *= tenTo(7)
			n.Shift = 12
		case w.Mag > 2 && w.Mag <= 15:
			total += positive(cur) * tenTo(w.Mag)
			n.Shift = w.Mag
			cur, prevTen, prevOne, n.Magnitude = 0, false, false, true
		case w.Group == 12 && cur < 1000:
			cur = positive(cur) * 12
			prevTen, prevOne = false, true
		default:
			w = nil
		}
		if w == nil || total > limit {
			break
		}
		j = at + 1
		n.Last = j
	}
	if n.Last > i {
		n.Val = FromInt(total + max(cur, 0))
		n.One = n.Last == i+1 && s.IsWord(i, "one")
	}
	return n
}

// joint skips what may stand between two number words: a hyphen, or "and" after
// hundred and thousand, or before hundreds: "a million and two hundred".
func (s *Reader) joint(j int) int {
	next := s.Word(j + 1)
	if next == nil {
		return j
	}
	if s.Is(j, "-") && s.Atoms[j].Glued && s.Atoms[j+1].Glued && (next.One >= 0 || next.Mag != 0 || next.Group == 12) {
		return j + 1
	}
	if rest := s.Word(j + 3); s.Is(j, "-") && s.IsWord(j+1, "and") && s.Is(j+2, "-") && rest != nil && rest.One > 0 {
		if p := s.Word(j - 1); p != nil && p.Mag >= 2 {
			return j + 3 // "nine-hundred-and-forty"
		}
	}
	if p := s.Word(j - 1); s.Is(j, "-") && !s.Atoms[j].Glued && !s.Atoms[j+1].Glued && p != nil && p.Ten && next.One > 0 && next.One < 10 {
		return j + 1 // "fifty - two"
	}
	if f := s.Word(j + 2); f != nil && f.Part != 0 && f.Text[len(f.Text)-1] == 's' {
		return j // "one hundred and three quarters"
	}
	if s.IsWord(j, "and") && next.One > 0 {
		if p := s.Word(j - 1); p != nil && p.Mag >= 2 && (p.Mag <= 3 || s.IsWord(j+2, "hundred")) {
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
