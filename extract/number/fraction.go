package number

import (
	"strconv"
	"strings"
)

// ofMagnitude reads "half million", "a quarter million", "two thirds of a million".
func (s *Reader) ofMagnitude(n *Number) {
	if !n.Fraction {
		return
	}
	j := n.Last
	if s.IsWord(j, "of") && (s.IsWord(j+1, "a", "one") || s.Is(j+1, "1")) {
		j += 2
	}
	if w := s.Word(j); w != nil && w.Mag > 2 {
		n.Val, n.Last = n.Val.Shift(w.Mag), j+1
		n.Fraction, n.Magnitude, n.Shift = false, true, w.Mag
	} else if j == n.Last+2 && s.unit(j).Last > 0 {
		n.Last, n.Fraction = j, false // "a quarter of a mile"
	}
}

// Slash reads "1/2" at i: glued, smaller than one and over a denominator that
// things are divided by, so that 9/11 and 24/7 stay out.
func (s *Reader) Slash(i int) (num, den int64, end int) {
	m, d := s.At(i+1), s.At(i+2)
	if m == nil || d == nil || d.Kind != Digits || !m.Glued || !d.Glued || !s.Is(i+1, "/", "⁄") {
		return 0, 0, 0
	}
	if next := s.At(i + 3); next != nil && next.Glued && (s.Is(i+3, "/") || next.Kind == Digits) {
		return 0, 0, 0
	}
	a, ok1 := s.Atoms[i].Num.Whole(1000)
	b, ok2 := d.Num.Whole(10000)
	if !ok1 || !ok2 || a >= b || b == 0 || a == 0 || !(b <= 6 || b == 8 || b == 10 || b == 16 || b == 32 || b == 64 || b == 100 || b == 128 || b == 1000) {
		return 0, 0, 0
	}
	return int64(a), int64(b), i + 3
}

// Vulgar has the values of the characters for fractions, as numerator and denominator.
var Vulgar = map[string][2]int64{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5},
	"⅙": {1, 6}, "⅚": {5, 6}, "⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8},
}

// half reads "half a million", "half an hour", "half of the votes", "half the condos".
// Halves that name a time or a place ("the second half", "half-staff") are none.
func (s *Reader) half(i int) (Number, bool) {
	if s.IsWord(i, "quarter") && s.Word(i+1) != nil && s.Word(i+1).Mag > 5 {
		return Number{First: i, Last: i + 1, Val: Parse("0.25"), Fraction: true}, true
	}
	if !s.IsWord(i, "half") {
		return Number{}, false
	}
	if p := s.Word(i - 1); p != nil && (p.Ordinal != 0 || p.Text == "this") {
		return Number{}, false
	}
	n := Number{First: i, Last: i + 1, Val: Parse("0.5"), Fraction: true}
	j := i + 1
	for s.IsWord(j, "a", "an") || s.Is(j, "-") && s.Glued(j) && s.Glued(j+1) {
		j++ // "half-a-million", "a half-dozen"
	}
	switch w := s.Word(j); {
	case w != nil && w.Group > 2:
		n.Val, n.Last, n.Fraction = FromInt(w.Group).Times(1, 2), j+1, false
		return n, true
	case w != nil && w.Mag > 2, w != nil && w.Mag != 0 && j > i+1:
		n.Val, n.Last, n.Fraction, n.Magnitude, n.Shift = n.Val.Shift(w.Mag), j+1, false, true, w.Mag
		return n, true
	case s.IsWord(j-1, "a", "an") && s.unit(j).Last > 0:
		n.Last, n.Fraction = j, false
		return n, true
	case j > i+1:
		return Number{}, false
	}
	if m, _ := s.Left(i); m != nil && s.Word(i+1) == nil || s.subjectOf(i) {
		return n, true // "nearly half voted", "Half were women"
	}
	if s.IsWord(i-1, "by", "in") && (s.Ends(i+1) || s.linked(i+1)) {
		return n, true // "fell by half", "cut in half"
	}
	switch s.Lower(i + 1) {
	case "of", "the", "its", "their", "his", "her", "our", "all", "that", "those", "these", "my", "your":
		return n, true
	case "as":
		return n, s.IsWord(i+2, "many", "much")
	}
	m, _ := s.Left(i)
	return n, m != nil
}

// linked reports whether atom i joins what follows to what stands before it.
func (s *Reader) linked(i int) bool {
	t := s.Tag(i)
	return t == "IN" || t == "TO" || t == "CC" || t == "DT" || s.IsWord(i, "last")
}

// subjectOf reports whether a finite verb follows atom i, which no article leads.
func (s *Reader) subjectOf(i int) bool {
	t := s.Tag(i + 1)
	return t == "VBD" || t == "MD"
}

// fractionWords reads "two-thirds", "three quarters", "a third of", "one-fifth".
func (s *Reader) fractionWords(i int) (Number, bool) {
	w := s.Word(i)
	num, j := w.One, i+1
	if w.Text == "a" || w.Text == "an" {
		num = 1
	}
	if num < 1 {
		return Number{}, false
	}
	from := i
	if m := s.Word(i + 1); w.One < 0 && m != nil && m.Mag != 0 {
		from = i + 1 // "a hundred billionths"
	}
	if n := s.CardinalFrom(from, i); n.Last > j {
		v, ok := n.Val.Whole(1000000)
		if !ok {
			return Number{}, false
		}
		num, j = int64(v), n.Last
	}
	hyphen := s.Is(j, "-")
	if hyphen {
		j++
	}
	den, j := s.denominator(j)
	if den == 0 || s.IsWord(j, "half") && !hyphen {
		return Number{}, false
	}
	plural := strings.HasSuffix(s.Lower(j), "s")
	of := s.IsWord(j+1, "of", "the")
	by := i - 2
	if !s.IsWord(i-1, "over") { // whether that is a bound hangs on what is read here
		by = s.BeforeModifiers(i)
	}
	after := s.At(j + 1)
	ends := s.Tag(j+1) == "JJR" || s.IsWord(by, "by") || after == nil || after.Kind == Mark && !after.Glued || s.Word(j+1) != nil && s.Word(j+1).Mag > 2
	if plural != (num > 1) || num == 1 && !of && !ends && (!hyphen || w.One < 0) || s.businessQuarters(i, j, num) {
		return Number{}, false
	}
	return Number{First: i, Last: j + 1, Val: FromInt(num).Times(1, den), Fraction: true}, true
}

// businessQuarters reports whether the quarters at j, num of them, are of a year: more or
// fewer than a thing has, in a row, or counted as a time is: "for three quarters of growth".
func (s *Reader) businessQuarters(i, j int, num int64) bool {
	if !s.IsWord(j, "quarters") {
		return false
	}
	if num != 3 || s.IsWord(j+1, "in", "ago", "later", "earlier", "before", "running") {
		return num != 3 || !s.IsWord(j+1, "in") || s.IsWord(j+2, "a")
	}
	return s.IsWord(i-1, "after", "for", "last", "past", "first", "next", "previous", "consecutive", "straight", "successive", "over", "in", "the", "within") &&
		(!s.IsWord(j+1, "of") || s.Tag(j+2) == "NN")
}

// denominator reads the name of a part at j, and its last atom: "fifths", "twenty-firsts".
func (s *Reader) denominator(j int) (den int64, last int) {
	w, k := s.Word(j), j+1
	if w == nil {
		return 0, j
	}
	if !w.Ten {
		return w.Part, j
	}
	if s.Is(k, "-") {
		k++
	}
	switch o := s.Word(k); {
	case s.IsWord(k, "first", "firsts"):
		return w.One + 1, k
	case o == nil:
		return 0, j
	case o.Part > 2 && o.Part < 10:
		return w.One + o.Part, k
	}
	return 0, j
}

// andHalf reads a fraction added with "and": "two and a half million", "a million and
// a half", of which the half is of a million, "twenty and three fifths".
func (s *Reader) andHalf(n *Number) {
	if n.Vague || n.Val.None() || n.Fraction {
		return
	}
	j := n.Last
	if s.Is(j, "-") {
		j++
	}
	if !s.IsWord(j, "and") {
		return
	}
	if j++; j > n.Last+1 && s.Is(j, "-") {
		j++
	}
	a, b, last := s.fractionAt(j)
	if b == 0 {
		return
	}
	m := s.Word(last)
	switch {
	case n.Magnitude && m != nil && m.Mag > 2 && m.Mag < n.Shift: // "a billion and a half million"
		n.Val = n.Val.Shift(-m.Mag).Plus(a, b).Shift(m.Mag)
		n.Last, n.One = last+1, false
		return
	case n.Magnitude && n.Shift > 2:
		n.Val = n.Val.Shift(-n.Shift).Plus(a, b).Shift(n.Shift)
	default:
		n.Val = n.Val.Plus(a, b)
	}
	n.Last, n.One = last, false
	if m != nil && m.Mag > 2 {
		n.Val = n.Val.Shift(m.Mag)
		n.Magnitude, n.Shift = true, m.Mag
		n.Last++
	}
}

// fractionAt reads "a half", "one fourth", "two-thirds" at j.
func (s *Reader) fractionAt(j int) (num, den int64, last int) {
	w := s.Word(j)
	if w == nil {
		return 0, 0, 0
	}
	if s.IsWord(j, "half") && s.unit(j+1).Last > 0 {
		return 1, 2, j + 1 // "two and half years"
	}
	num = w.One
	if w.Ten { // "and fifty-four hundredths"
		n := s.CardinalFrom(j, j)
		den, last := s.denominator(n.Last)
		v, ok := n.Val.Whole(100)
		if !ok || den < 100 || !strings.HasSuffix(s.Lower(last), "s") {
			return 0, 0, 0
		}
		return int64(v), den, last + 1
	}
	if w.Text == "a" || w.Text == "an" {
		num = 1
	}
	if s.Is(j+1, "-") {
		j++
	}
	d := s.Word(j + 1)
	if num < 1 || d == nil || d.Part == 0 || (d.Text[len(d.Text)-1] == 's') != (num > 1) {
		return 0, 0, 0
	}
	return num, d.Part, j + 2
}

// Over reads the denominator of "one over twenty" where nothing follows it; "one over
// 20 years" is no fraction.
func (s *Reader) Over(n Number) (Number, bool) {
	if n.Fraction || n.Vague || n.Val.Coef != "1" || n.Val.Scale != 0 || !s.IsWord(n.Last, "over") {
		return n, false
	}
	m, ok := s.Simple(n.Last + 1)
	if !ok {
		return n, false
	}
	b, ok := m.Val.Whole(1000000)
	if !ok || b < 2 {
		return n, false
	}
	n.Val, n.Last, n.Fraction, n.One = n.Val.Times(1, int64(b)), m.Last, true, false
	return n, true
}

// InRatio reads "in five", "out of 10" behind a small number, and the end of "by 80 to 1", "a 3-to-1 margin".
func (s *Reader) InRatio(n Number) (Number, bool) {
	j := n.Last
	end := j + 1
	hyphen := s.Is(j, "-") && s.IsWord(j+1, "to") && s.Is(j+2, "-")
	if hyphen {
		j, end = j+1, j+3
	}
	if one := s.IsWord(end, "one") || s.Is(end, "1"); one && s.IsWord(j, "to") && (hyphen || s.IsWord(s.BeforeModifiers(n.First), "by", "of")) && !n.Val.None() && s.unit(end+1).Last == 0 {
		n.Last, n.Ratio = end+1, true
		return n, true
	}
	if s.IsWord(j, "out") && s.IsWord(j+1, "of") {
		end = j + 2
	} else if !s.IsWord(j, "in") {
		return n, false
	}
	if s.IsWord(end, "every") {
		end++
	}
	m, ok := s.Simple(end)
	if !ok || m.One {
		return n, false
	}
	s.Magnitudes(&m)
	a, okA := n.Val.Whole(1000)
	b, err := strconv.ParseInt(m.Val.Text(), 10, 64)
	if !okA || err != nil || a < 1 || b <= int64(a) || !m.InWords && !roundish(b) && (a > 1 || b > 999) {
		return n, false
	}
	n.Val, n.Last, n.Ratio, n.One = n.Val.Times(1, b), m.Last, true, false
	return n, true
}

// roundish are the denominators that people quote: up to 20, and multiples of five that are no year.
func roundish(b int64) bool { return b <= 20 || b%5 == 0 }
