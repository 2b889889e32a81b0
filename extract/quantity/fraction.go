package quantity

import (
	"strconv"
	"strings"
)

// ofMagnitude reads "half million", "a quarter million", "two thirds of a million".
func (s *scan) ofMagnitude(n *number) {
	if !n.fraction || !n.inWords {
		return
	}
	j := n.last
	if s.isWord(j, "of") && s.isWord(j+1, "a") {
		j += 2
	}
	if w := s.word(j); w != nil && w.mag > 2 && w.plural == 0 {
		n.val, n.last = n.val.shift(w.mag), j+1
		n.fraction, n.magnitude, n.shift = false, true, w.mag
	} else if u := s.unitsAt(j); j == n.last+2 && len(u) > 0 && s.atoms[j].kind == letters {
		n.last, n.fraction = j, false // "a quarter of a mile"
	}
}

// slash reads "1/2" at i: glued, smaller than one and over a denominator that
// things are divided by, so that 9/11 and 24/7 stay out.
func (s *scan) slash(i int) (num, den int64, end int) {
	m, d := s.at(i+1), s.at(i+2)
	if m == nil || d == nil || d.kind != digits || !m.glued || !d.glued || !s.is(i+1, "/") && !s.is(i+1, "⁄") {
		return 0, 0, 0
	}
	if next := s.at(i + 3); next != nil && next.glued && (s.is(i+3, "/") || next.kind == digits) {
		return 0, 0, 0
	}
	a, ok1 := s.atoms[i].num.whole(1000)
	b, ok2 := d.num.whole(10000)
	if !ok1 || !ok2 || a >= b || b == 0 || a == 0 || !(b <= 6 || b == 8 || b == 10 || b == 16 || b == 32 || b == 64 || b == 100 || b == 128 || b == 1000) {
		return 0, 0, 0
	}
	return int64(a), int64(b), i + 3
}

// vulgar is the value of a character such as ½, as numerator and denominator.
func vulgar(s string) [2]int64 {
	switch s {
	case "½":
		return [2]int64{1, 2}
	case "¼":
		return [2]int64{1, 4}
	case "¾":
		return [2]int64{3, 4}
	case "⅓":
		return [2]int64{1, 3}
	case "⅔":
		return [2]int64{2, 3}
	case "⅛":
		return [2]int64{1, 8}
	case "⅜":
		return [2]int64{3, 8}
	case "⅝":
		return [2]int64{5, 8}
	case "⅞":
		return [2]int64{7, 8}
	case "⅙":
		return [2]int64{1, 6}
	case "⅚":
		return [2]int64{5, 6}
	case "⅕":
		return [2]int64{1, 5}
	case "⅖":
		return [2]int64{2, 5}
	case "⅗":
		return [2]int64{3, 5}
	case "⅘":
		return [2]int64{4, 5}
	}
	return [2]int64{}
}

// half reads "half a million", "half an hour", "half of the votes", "half the condos".
// Halves that name a time or a place ("the second half", "half-staff") are none.
func (s *scan) half(i int) (number, bool) {
	if s.isWord(i, "quarter") && s.word(i+1) != nil && s.word(i+1).mag > 5 && s.word(i+1).plural == 0 {
		return number{first: i, last: i + 1, val: parseDecimal("0.25"), fraction: true}, true
	}
	if !s.isWord(i, "half") || s.isWord(i+1, "-") {
		return number{}, false
	}
	if p := s.word(i - 1); p != nil && (p.ordinal != 0 || p.class&(yearword|when) != 0 && s.isWord(i-1, "this") || p.text == "that") {
		return number{}, false
	}
	n := number{first: i, last: i + 1, val: parseDecimal("0.5"), fraction: true}
	if m, _ := s.leftModifier(i); m != nil && s.word(i+1) == nil || s.subjectOf(i) {
		return n, true // "nearly half voted", "Half were women"
	}
	if (s.isWord(i-1, "by") || s.isWord(i-1, "in")) && (s.ends(i+1) || s.has(i+1, yearword)) && !s.nounAt(i+1) {
		return n, true // "fell by half", "cut in half"
	}
	if next := s.word(i + 1); next != nil && next.mag > 2 && next.plural == 0 {
		return n, true
	}
	next := s.lower(i + 1)
	if next == "a" || next == "an" {
		if w := s.word(i + 2); w != nil && (w.mag != 0 || w.group > 2) {
			n.last, n.fraction = i+3, false
			if w.mag != 0 {
				n.val = n.val.shift(w.mag)
			} else {
				n.val = fromInt(w.group).times(1, 2)
			}
			return n, true
		}
		if len(s.unitsAt(i+2)) > 0 {
			n.last, n.fraction = i+2, false
			return n, true
		}
		return number{}, false
	}
	switch next {
	case "of", "the", "its", "their", "his", "her", "our", "all", "that", "those", "these", "my", "your":
		return n, true
	}
	m, _ := s.leftModifier(i)
	return n, m != nil
}

// subjectOf reports whether a finite verb follows atom i, which no article leads.
func (s *scan) subjectOf(i int) bool {
	t := s.tag(i + 1)
	return (t == "VBD" || t == "VBP" || t == "MD") && s.tag(i-1) != "DT" && s.tag(i-1) != "JJ"
}

// fractionWords reads "two-thirds", "three quarters", "a third of", "one-fifth".
func (s *scan) fractionWords(i int) (number, bool) {
	w := s.word(i)
	num, j := w.one, i+1
	if w.text == "a" || w.text == "an" {
		num = 1
	}
	if num < 1 {
		return number{}, false
	}
	from := i
	if m := s.word(i + 1); w.one < 0 && m != nil && m.mag != 0 {
		from = i + 1 // "a hundred billionths"
	}
	if n := s.cardinalFrom(from, i); n.last > j {
		v, ok := n.val.whole(1000000)
		if !ok {
			return number{}, false
		}
		num, j = int64(v), n.last
	}
	hyphen := s.is(j, "-")
	if hyphen {
		j++
	}
	den, j := s.denominator(j)
	if den == 0 || s.isWord(j, "half") && !hyphen {
		return number{}, false
	}
	plural := strings.HasSuffix(s.lower(j), "s")
	of := s.isWord(j+1, "of") || s.isWord(j+1, "the")
	after := s.at(j + 1)
	ends := s.tag(j+1) == "JJR" || s.tag(j+1) == "RBR" || s.isWord(j+1, "off") || s.isWord(i-1, "by") || after == nil || after.kind == mark && !after.glued || s.word(j+1) != nil && s.word(j+1).mag > 2
	if plural != (num > 1) || num == 1 && !of && !ends && (!hyphen || w.one < 0) {
		return number{}, false
	}
	if s.isWord(j, "second") || num == 1 && s.isWord(j, "quarter") && s.isWord(j+2, "year") {
		return number{}, false
	}
	return number{first: i, last: j + 1, val: fromInt(num).times(1, den), fraction: true}, true
}

// denominator reads the name of a part at j, and its last atom: "fifths", "twenty-firsts".
func (s *scan) denominator(j int) (den int64, last int) {
	w := s.word(j)
	if w == nil || !w.ten {
		if w == nil {
			return 0, j
		}
		return w.part, j
	}
	k := j + 1
	if s.is(k, "-") && s.glued(k) {
		k++
	}
	o := s.word(k)
	switch {
	case s.isWord(k, "first") || s.isWord(k, "firsts"):
		return w.one + 1, k
	case o == nil:
		return 0, j
	case o.part > 2 && o.part < 10 && o.text != "quarter" && o.text != "quarters":
		return w.one + o.part, k
	}
	return 0, j
}

// andHalf reads a fraction added with "and": "two and a half million", "a million and
// a half", of which the half is of a million, "twenty and three fifths".
func (s *scan) andHalf(n *number) {
	if n.vague || n.val.none() || n.fraction {
		return
	}
	j := n.last
	hyphen := 0
	if s.is(j, "-") {
		hyphen = 1
	}
	if !s.isWord(j+hyphen, "and") {
		return
	}
	j += 1 + hyphen
	if hyphen == 1 && s.is(j, "-") {
		j++
	}
	a, b, last := s.fractionAt(j)
	if b == 0 {
		return
	}
	m := s.word(last)
	switch {
	case n.magnitude && m != nil && m.mag > 2 && m.mag < n.shift && m.plural == 0: // "a billion and a half million"
		n.val = n.val.shift(-m.mag).plus(a, b).shift(m.mag)
		n.last, n.one = last+1, false
		return
	case n.magnitude && n.shift > 2:
		n.val = n.val.shift(-n.shift).plus(a, b).shift(n.shift)
	default:
		n.val = n.val.plus(a, b)
	}
	n.last, n.one = last, false
	if m != nil && m.mag > 2 && m.plural == 0 && !n.magnitude {
		n.val = n.val.shift(m.mag)
		n.magnitude, n.shift = true, m.mag
		n.last++
	}
}

// fractionAt reads "a half", "one fourth", "two-thirds" at j.
func (s *scan) fractionAt(j int) (num, den int64, last int) {
	w := s.word(j)
	if w == nil {
		return 0, 0, 0
	}
	num = w.one
	if w.ten { // "and fifty-four hundredths"
		n := s.cardinalFrom(j, j)
		den, last := s.denominator(n.last)
		v, ok := n.val.whole(100)
		if !ok || den < 100 || !strings.HasSuffix(s.lower(last), "s") {
			return 0, 0, 0
		}
		return int64(v), den, last + 1
	}
	if w.text == "a" || w.text == "an" {
		num = 1
	}
	if s.is(j+1, "-") {
		j++
	}
	d := s.word(j + 1)
	if num < 1 || d == nil || d.part == 0 || (d.text[len(d.text)-1] == 's') != (num > 1) {
		return 0, 0, 0
	}
	return num, d.part, j + 2
}

// over reads the denominator of "one over twenty" where nothing follows it; "one over
// 20 years" is no fraction.
func (s *scan) over(n number) (number, bool) {
	if n.fraction || n.vague || n.val.coef != "1" || n.val.scale != 0 || !s.isWord(n.last, "over") {
		return n, false
	}
	m, ok := s.simple(n.last + 1)
	if !ok || m.vague || m.fraction {
		return n, false
	}
	b, ok := m.val.whole(1000000)
	if !ok || b < 2 || !s.ends(m.last) {
		return n, false
	}
	n.val, n.last, n.fraction, n.one = n.val.times(1, int64(b)), m.last, true, false
	return n, true
}

// inRatio reads "in five", "out of 10" behind a small number.
func (s *scan) inRatio(n number) (number, bool) {
	j := n.last
	end := j + 1
	if s.isWord(j, "out") && s.isWord(j+1, "of") {
		end = j + 2
	} else if !s.isWord(j, "in") {
		return n, false
	}
	if s.isWord(end, "every") {
		end++
	}
	m, ok := s.simple(end)
	if !ok || m.vague || m.fraction || m.one {
		return n, false
	}
	s.magnitudes(&m)
	a, okA := n.val.whole(1000)
	b, err := strconv.ParseInt(m.val.text(), 10, 64)
	if !okA || err != nil || a < 1 || b <= int64(a) || !m.inWords && !roundish(b) || len(s.unitsAt(m.last)) > 0 && s.unitsAt(m.last)[0].dimension == "time" {
		return n, false
	}
	n.val, n.last, n.ratio, n.one = n.val.times(1, b), m.last, true, false
	return n, true
}

// roundish are the denominators that people quote: up to 20, and multiples of five that are no year.
func roundish(b int64) bool { return b <= 20 || b%5 == 0 && (b < 1900 || b > 2100) }
