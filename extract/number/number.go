// Package number reads numbers: digits of any script and grouping, number words,
// fractions, magnitudes, and the words before a number that bound it or make it
// rough. It is the only reader of them: the stage of quantities adds units and what
// is counted, the stage of times its calendar.
//
// A sentence is cut into atoms, finer than tokens, and a Reader reads what starts at
// an atom. All words come from numbers.tsv and quantity_modifiers.tsv.
package number

// A Number is what stands for a value in the text, without unit or modifier.
type Number struct {
	First, Last int // atoms [first, last)
	Val         Decimal
	Low, High   Decimal // of a plural: hundreds is 100 to 1000
	Vague       bool
	Fraction    bool // two-thirds, half
	Ratio       bool // one in five
	InWords     bool
	One         bool // the bare word one
	Magnitude   bool // a magnitude word or suffix was read
	Shift       int  // its power of ten
}

// Number reads the number that starts at atom i.
func (s *Reader) Number(i int) (Number, bool) {
	n, ok := s.Simple(i)
	if !ok {
		return Number{}, false
	}
	s.scientific(&n)
	s.ofMagnitude(&n)
	s.Magnitudes(&n)
	s.pointWords(&n)
	s.andHalf(&n)
	return n, true
}

// scientific reads an exponent glued to digits: "1.3e6", "1.3x10^6", "1.1^3". One that no
// news has makes the number unreadable.
func (s *Reader) scientific(n *Number) {
	if n.InWords {
		return
	}
	j := n.Last
	times := (s.IsWord(j, "x") || s.Is(j, "×")) && s.Is(j+1, "10") && s.Is(j+2, "^") && s.Glued(j+2)
	if times {
		j += 2
	}
	e, last := s.exponent(j + 1)
	switch {
	case last == 0:
	case times || s.IsWord(j, "e") && s.Glued(j):
		n.Val, n.Last, n.Magnitude = n.Val.Shift(e), last, true
	case s.Is(j, "^") && s.Glued(j):
		n.Val, n.Last = n.Val.Power(e), last
	}
}

// exponent reads the digits at j, with a sign, that are glued to what is before them. last is 0 if there are none.
func (s *Reader) exponent(j int) (e, last int) {
	neg := s.Is(j, "-") && s.Glued(j)
	if neg || s.Is(j, "+") && s.Glued(j) {
		j++
	}
	if !s.IsDigits(j) || !s.Glued(j) {
		return 0, 0
	}
	e, ok := s.Atoms[j].Num.Whole(MaxDigits)
	if !ok {
		e = 2 * MaxDigits
	}
	if neg {
		e = -e
	}
	return e, j + 1
}

// ExponentAt reports whether the digits at i have an exponent.
func (s *Reader) ExponentAt(i int) bool {
	n := Number{Last: i + 1, Val: s.Atoms[i].Num}
	s.scientific(&n)
	return n.Last > i+1
}

// Simple reads a number without magnitude or exponent at atom i.
func (s *Reader) Simple(i int) (Number, bool) {
	switch a := s.At(i); {
	case a == nil:
		return Number{}, false
	case a.Kind == Digits:
		return s.digitNumber(i), true
	case a.Kind == Mark:
		r, ok := Vulgar[s.Text(i)]
		if !ok {
			return Number{}, false
		}
		return Number{First: i, Last: i + 1, Val: FromInt(r[0]).Times(1, r[1]), Fraction: true}, true
	case a.Word == nil || !a.Word.Begins:
		return Number{}, false
	}
	for _, read := range [...]func(*Reader, int) (Number, bool){(*Reader).plural, (*Reader).half, (*Reader).fractionWords, (*Reader).article, (*Reader).cardinal} {
		if n, ok := read(s, i); ok {
			n.InWords = true
			return n, true
		}
	}
	return Number{}, false
}

// digitNumber reads digits with a fraction behind: "10 1/2", "2½", "1/16".
func (s *Reader) digitNumber(i int) Number {
	n := Number{First: i, Last: i + 1, Val: s.Atoms[i].Num}
	if a, b, end := s.Slash(i); end > 0 {
		n.Val, n.Last, n.Fraction = FromInt(a).Times(1, b), end, true
		return n
	}
	if !s.Atoms[i].Plain {
		return n
	}
	if a := s.At(i + 1); a != nil && a.Kind == Digits {
		if a, b, end := s.Slash(i + 1); end > 0 {
			n.Val, n.Last = n.Val.Plus(a, b), end
		}
	} else if a != nil && a.Kind == Mark {
		if r, ok := Vulgar[s.Text(i+1)]; ok {
			n.Val, n.Last = n.Val.Plus(r[0], r[1]), i+2
		}
	}
	return n
}

// Magnitudes applies "million", "bn", "m", "hundred million" behind n.
func (s *Reader) Magnitudes(n *Number) {
	for range 3 {
		if n.Vague && !n.Low.None() || n.Fraction {
			return
		}
		j, w := n.Last, s.Word(n.Last)
		if w == nil || w.Suffix != 0 && s.unit(j).Last > j+1 { // a unit of several atoms: m.p.h.
			return
		}
		switch {
		case w.Text == "dozens" && !n.Vague && len(n.Val.Coef) < 3, !n.InWords && w.Text == "dozen":
			n.Val = n.Val.Times(12, 1)
			n.Last++
			return
		case n.InWords && !n.Magnitude && w.Mag != 0, !n.InWords && w.Mag != 0:
		case !n.InWords && w.Suffix != 0 && s.suffixFits(n, w):
			n.Val = n.Val.Shift(w.Suffix)
			n.Last, n.Magnitude, n.Shift = j+1, true, n.Shift+w.Suffix
			return
		default:
			return
		}
		n.Val = n.Val.Shift(w.Mag)
		n.Last, n.Magnitude, n.Shift = j+1, true, n.Shift+w.Mag
		s.smaller(n)
		s.andRest(n)
	}
}

// smaller adds the smaller magnitudes behind one: "4 thousand 3 hundred".
func (s *Reader) smaller(n *Number) {
	for !n.InWords && s.IsDigits(n.Last) && !s.Glued(n.Last) {
		w := s.Word(n.Last + 1)
		v, ok := s.Atoms[n.Last].Num.Whole(1000)
		if !ok || w == nil || w.Mag == 0 || w.Mag >= n.Shift {
			return
		}
		n.Val, n.Last, n.Shift = n.Val.Plus(int64(v)*tenTo(w.Mag), 1), n.Last+2, w.Mag
	}
}

// andRest reads the rest of "3 hundred and 21", "3 hundred and one".
func (s *Reader) andRest(n *Number) {
	if n.InWords || n.Shift != 2 || !s.IsWord(n.Last, "and") {
		return
	}
	rest := Number{Last: n.Last + 2}
	if w := s.Word(n.Last + 1); w != nil && w.One > 0 {
		rest = s.CardinalFrom(n.Last+1, n.Last+1)
	} else if s.IsDigits(n.Last + 1) {
		rest.Val = s.Atoms[n.Last+1].Num
	}
	if w := s.Word(rest.Last); w != nil && w.Mag != 0 {
		return
	}
	if v, ok := rest.Val.Whole(100); ok && v > 0 {
		n.Val, n.Last = n.Val.Plus(int64(v), 1), rest.Last
	}
}

// suffixFits decides whether letters behind digits are a magnitude: 1.2m, 35m, 3.5bn, 8 B, 300k.
func (s *Reader) suffixFits(n *Number, w *Word) bool {
	j, glued := n.Last, s.Glued(n.Last)
	if next := s.At(j + 1); next != nil && next.Glued && (next.Kind == Digits || next.Kind == Letters) {
		return false
	}
	switch w.Text {
	case "m":
		return s.Money || s.Is(j, "M") && glued || s.many(j+1)
	case "mm":
		return s.Money && glued
	case "b":
		return s.Money || s.Is(j, "B") || glued
	case "k":
		return glued
	case "t":
		return s.Money
	case "mil", "mio":
		return s.Money || glued
	}
	return true
}
