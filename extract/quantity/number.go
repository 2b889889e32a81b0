package quantity

import "strconv"

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

// scientific reads an exponent glued to digits: "1.3e6". One that no news has makes the number unreadable.
func (s *scan) scientific(n *number) {
	if n.inWords || !s.isWord(n.last, "e") || !s.glued(n.last) {
		return
	}
	j := n.last + 1
	neg := s.is(j, "-") && s.glued(j)
	if neg || s.is(j, "+") && s.glued(j) {
		j++
	}
	if !s.isDigits(j) || !s.glued(j) {
		return
	}
	e, ok := s.atoms[j].num.whole(maxDigits)
	if !ok {
		e = 2 * maxDigits
	}
	if neg {
		e = -e
	}
	n.val, n.last, n.magnitude = n.val.shift(e), j+1, true
}

// exponentAt reports whether the digits at i have an exponent.
func (s *scan) exponentAt(i int) bool {
	n := number{last: i + 1, val: s.atoms[i].num}
	s.scientific(&n)
	return n.last > i+1
}

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
	}
}

// pointWords reads "five point two".
func (s *scan) pointWords(n *number) {
	if !n.inWords || n.vague || n.fraction || n.shift > 2 || !s.isWord(n.last, "point") {
		return
	}
	j := n.last + 1
	for w := s.word(j); w != nil && w.one >= 0 && !w.ten && w.one < 10; w = s.word(j) {
		n.val.coef += string(rune('0' + w.one))
		n.val.scale++
		j++
	}
	if n.val.scale > 0 {
		n.last, n.one = j, false
		s.magnitudes(n)
	}
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

// plural reads "hundreds", "tens of thousands", "hundreds of millions", "several
// hundred", "a few dozen": many, within an order of magnitude.
func (s *scan) plural(i int) (number, bool) {
	w := s.word(i)
	switch {
	case w.plural != 0 && !s.isDigits(i-1):
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
	next := s.word(i + 1)
	if next == nil {
		return number{}, false
	}
	if next.mag > 2 && next.plural == 0 {
		return n, true
	}
	if next.text == "a" || next.text == "an" {
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
	switch next.text {
	case "of", "the", "its", "their", "his", "her", "our", "all", "that", "those", "these", "my", "your":
		return n, true
	}
	return number{}, false
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
	if n := s.cardinalFrom(i, i); n.last > j {
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
	d := s.word(j)
	if d == nil || d.part == 0 || d.text == "half" && !hyphen {
		return number{}, false
	}
	plural := d.text[len(d.text)-1] == 's'
	of := s.isWord(j+1, "of") || s.isWord(j+1, "the")
	after := s.at(j + 1)
	ends := after == nil || after.kind == mark && !after.glued || s.word(j+1) != nil && s.word(j+1).mag > 2
	if plural != (num > 1) || num == 1 && !of && !ends && (!hyphen || w.one < 0) {
		return number{}, false
	}
	if d.text == "second" || num == 1 && d.text == "quarter" && s.isWord(j+2, "year") {
		return number{}, false
	}
	return number{first: i, last: j + 1, val: fromInt(num).times(1, d.part), fraction: true}, true
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
// hundred and thousand.
func (s *scan) joint(j int) int {
	next := s.word(j + 1)
	if next == nil {
		return j
	}
	if s.is(j, "-") && s.atoms[j].glued && s.atoms[j+1].glued && (next.one >= 0 || next.mag != 0) {
		return j + 1
	}
	if f := s.word(j + 2); f != nil && f.part != 0 && f.text[len(f.text)-1] == 's' {
		return j // "one hundred and three quarters"
	}
	if s.isWord(j, "and") && next.one > 0 {
		if p := s.word(j - 1); p != nil && p.mag >= 2 && p.mag <= 3 {
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
	if n.magnitude && n.shift > 2 {
		n.val = n.val.shift(-n.shift).plus(a, b).shift(n.shift)
	} else {
		n.val = n.val.plus(a, b)
	}
	n.last, n.one = last, false
	if m := s.word(n.last); m != nil && m.mag > 2 && m.plural == 0 && !n.magnitude {
		n.val = n.val.shift(m.mag)
		n.magnitude, n.shift = true, m.mag
		n.last++
	}
}

// fractionAt reads "a half", "one fourth", "two-thirds" at j.
func (s *scan) fractionAt(j int) (num, den int64, last int) {
	w := s.word(j)
	if w == nil || w.ten {
		return 0, 0, 0
	}
	num = w.one
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
