package quantity

import (
	"math/big"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract/number"
)

// A unitMatch is a unit found in the text: atoms [first, last).
type unitMatch struct {
	*unit
	first, last int
}

// unitsAt returns the unit that stands at atom i, longest reading first; empty if none does.
// The slice is good until the next call.
func (s *scan) unitsAt(i int) []unitMatch {
	s.unit = s.unit[:0]
	w := s.word(i)
	if w == nil {
		return nil
	}
	for _, p := range w.phrases {
		if last := i + len(p.parts); p.suffix && s.Matches(i, p.parts, p.exact) && !s.cutOff(i, last) {
			if last == len(s.Atoms) && len(p.parts) > 1 && s.Is(last-1, ".") {
				last-- // the point ends the sentence
			}
			s.unit = append(s.unit, unitMatch{p.unit, i, last})
		}
	}
	return s.unit
}

// cutOff reports whether a unit of one letter or sign goes on with more letters or digits.
func (s *scan) cutOff(first, last int) bool {
	a := s.At(last)
	if a != nil && a.Kind == number.Digits && last == first+1 && s.Atoms[first].Kind == number.Mark && !s.Glued(first) {
		return true // "1 $10"
	}
	if a == nil || !a.Glued {
		return false
	}
	if s.Text(first) == "'" || s.Text(first) == "′" {
		return a.Kind != number.Mark && !(a.Kind == number.Digits && s.Glued(last+1) && s.inchMark(last+1)) // 6'2"
	}
	return a.Kind == number.Letters || a.Kind == number.Digits
}

// inchMark reports whether atom i is a mark of inches.
func (s *scan) inchMark(i int) bool {
	t := s.Text(i)
	return t == "\"" || t == "″" || t == "”"
}

// prefix returns the currency that ends just before atom i.
func (s *scan) prefix(i int) (unitMatch, bool) {
	if s.Is(i-1, "P") && s.Glued(i) && (!s.Atoms[i].Plain || s.pesos()) {
		return unitMatch{peso(), i - 1, i}, true
	}
	for n := 5; n >= 1; n-- {
		w := s.word(i - n)
		if w == nil {
			continue
		}
		for _, p := range w.phrases {
			if p.prefix && len(p.parts) == n && s.prefixMatches(i-n, p.parts) && s.prefixFits(i-n, i) {
				return unitMatch{p.unit, i - n, i}, true
			}
		}
	}
	return unitMatch{}, false
}

// pesos reports whether the article is of the Philippines, where P before digits is the peso.
func (s *scan) pesos() bool {
	if s.manila == 0 {
		s.manila = -1
		if strings.Contains(s.Doc.Text, "Philippine") || strings.Contains(s.Doc.Text, "peso") || strings.Contains(s.Doc.Text, "Manila") {
			s.manila = 1
		}
	}
	return s.manila > 0
}

var peso = sync.OnceValue(func() *unit { return currency("philippine", "pesos") })

// prefixMatches is matches, but that letters before a dollar sign may be of any
// case and apart from it: "hk $ 10 billion". A single letter is never in capitals then: "A $2 million deal".
func (s *scan) prefixMatches(i int, parts []string) bool {
	if len(parts) == 2 && parts[1] == "$" && s.Is(i+1, "$") {
		return s.Glued(i+1) || len(parts[0]) > 1 || s.Is(i, "c")
	}
	return s.Matches(i, parts, true)
}

// prefixFits keeps letters from being a currency in the middle of a word, and
// short ones such as RM or PS from being one at a distance.
func (s *scan) prefixFits(first, i int) bool {
	last := s.Text(i - 1)
	if next := s.word(i + 1); last == "PS" && s.Atoms[i].Plain && len(s.Text(i)) == 1 && (next == nil || next.Suffix == 0) {
		return false // a console
	}
	if s.Atoms[i-1].Kind == number.Letters && !s.Glued(i) {
		if s.IsDigits(first - 1) {
			return false // "10 rmb 20 usd"
		}
		return len(last) >= 3 || last == "RM" || last == "Rs" || last == "TL" || last == "DM" || last == "Rp" || last == "Dh" || last == "Tk"
	}
	return true
}

// measure finds the unit behind the number n, glued, after a space or a hyphen.
func (s *scan) measure(n number.Number) (unitMatch, bool) {
	i := n.Last
	hyphen := s.Is(i, "-") && s.Glued(i) && s.Glued(i+1)
	if hyphen {
		i++
	}
	for _, m := range s.unitsAt(i) {
		m.unit = s.issuer(m.unit)
		if s.unitFits(n, m, hyphen) {
			return s.refine(n, m, hyphen), true
		}
	}
	return s.bracketed(i)
}

// bracketed reads a unit as tables set it: "20 (kg)", "20 [kg]".
func (s *scan) bracketed(i int) (unitMatch, bool) {
	end := closing[s.Text(i)]
	if end == "" || !s.Glued(i+1) {
		return unitMatch{}, false
	}
	for _, m := range s.unitsAt(i + 1) {
		if s.Is(m.last, end) && len(s.Text(m.first)) > 1 {
			return unitMatch{m.unit, i, m.last + 1}, true
		}
	}
	return unitMatch{}, false
}

// closing are the marks that close brackets.
var closing = map[string]string{"(": ")", "[": "]", "{": "}", "<": ">"}

// unitFits rules out readings that the writing does not bear.
func (s *scan) unitFits(n number.Number, m unitMatch, hyphen bool) bool {
	text := s.Text(m.first)
	switch single := m.last == m.first+1; {
	case single && len(text) == 1 && strings.ContainsAny(text, "ABCFGHJKLMNRSTVWacdghlmnrstuvwy"):
		return s.letterFits(n, m)
	case single && (text == "P" || text == "p" && n.InWords):
		return false
	case text == "\"":
		return !n.InWords && s.has(m.last, high) && s.marksBefore(m.first, "\"")%2 == 0
	case text == "'" || text == "′":
		return !n.InWords && s.marksBefore(m.first, "'")%2 == 0
	case m.dimension == "time" && (text == "second" || text == "Second") && !hyphen, n.InWords && single && text == "min":
		return false
	case text == "MP" && !s.Glued(m.first): // a member of parliament
		return false
	case text == "won" || text == "Won":
		return n.Magnitude || n.Val.Float() >= 100 && s.Tag(m.first) != "VBD" || s.Tag(m.first) == "NN"
	case m.code == "crown": // of a king, a tooth or a race, as far as the article tells
		return false
	}
	return true
}

// letterFits judges a unit of one letter: it must be glued, or stand in the clear
// after a digit ("5 W", "500 C"), and m must not be million.
func (s *scan) letterFits(n number.Number, m unitMatch) bool {
	text := s.Text(m.first)
	if s.Is(m.last, "/") && s.Glued(m.last) {
		return !m.money && s.has(m.last+1, perthing) // "2 g/day"
	}
	if s.Is(m.last, "-") && s.Glued(m.last) && s.Glued(m.last+1) && !(text == "m" && s.has(m.last+1, high)) || // "800,000 F-Series"
		(text == "C" || text == "F") && n.Val.Float() > 200 {
		return false
	}
	if next := s.Lower(m.last); text == "F" && s.Glued(m.first) && strings.HasPrefix(next, "filing") {
		return false // the number of a form: "the 13F filing"
	}
	if n.InWords {
		return m.money && s.Glued(m.first)
	}
	switch text {
	case "p", "t":
		return true
	case "K", "T", "G", "R", "A", "y", "a", "d", "c", "r", "n", "u", "v", "w", "S", "M", "B", "H":
		return false
	case "J", "N", "F":
		return s.Glued(m.first) || text == "F"
	case "W":
		return !s.Is(m.last, ".") || !s.Capital(m.last+1) // "3170 W. County Road"
	case "h", "s":
		return s.Glued(m.first) && !(text == "s" && n.Val.Scale == 0 && len(n.Val.Coef) != 1 && len(n.Val.Coef) != 2)
	}
	return s.Glued(m.first) || !s.Capital(m.first+1) && !(s.Is(m.first+1, ".") && s.Capital(m.first+2))
}

// marksBefore counts the quotation marks before atom i, to tell feet and inches from a closing one.
func (s *scan) marksBefore(i int, mark string) int {
	n := 0
	for k := max(0, i-200); k < i; k++ {
		if s.Is(k, mark) && !(k > 0 && s.Atoms[k].Glued && s.Atoms[k-1].Kind == number.Letters) {
			n++
		}
	}
	return n
}

// refine settles the units that share a word: pounds of mass and of money, degrees of
// temperature and of an angle.
func (s *scan) refine(n number.Number, m unitMatch, hyphen bool) unitMatch {
	if m.code == "deg" && s.anyHas(m.first-5, m.last+3, turn) { // "rotate 90 degrees", "30 degrees north"
		m.unit = angle
	}
	if m.code == "GBP" && strings.HasPrefix(strings.ToLower(s.Text(m.first)), "pound") && (s.isMass(m, hyphen) || s.bodily(n, m)) {
		m.unit = pound
	}
	return m
}

var inch = &unit{code: "[in_i]", dimension: "length", factor: "0.0254", base: "m"}

var pound = &unit{code: "[lb_av]", dimension: "mass", factor: "0.45359237", base: "kg"}

var angle = &unit{code: "deg", dimension: "angle", factor: "0.01745329251994329577", base: "rad"}

// isMass looks for words of weight near pounds: "a 200-pound man", "12 pounds of cocaine", "weighs 300 pounds".
func (s *scan) isMass(m unitMatch, hyphen bool) bool {
	return hyphen || s.IsWord(m.last, "of") || s.anyHas(m.first-8, m.last+4, weight)
}

// bodily reports whether pounds in the hundreds stand with a word of a body and none of
// money: "at his exam he clocked in at 243 pounds".
func (s *scan) bodily(n number.Number, m unitMatch) bool {
	return !n.Magnitude && n.Val.Float() < 1000 && !s.anyHas(m.first-20, m.last+12, paying) && s.anyHas(m.first-20, m.last+12, body)
}

// inBase converts to the base unit of u's dimension, exactly where that is possible.
func (u *unit) inBase(d number.Decimal) (value number.Decimal, base string) {
	if d.None() || u == nil || u.factor == "" {
		return number.Decimal{}, ""
	}
	f, ok := new(big.Rat).SetString(u.factor)
	if !ok {
		return number.Decimal{}, ""
	}
	r := d.Rat()
	switch u.code {
	case "Cel":
		r.Add(r, big.NewRat(27315, 100))
	case "[degF]":
		r.Add(r, big.NewRat(45967, 100))
		f = big.NewRat(5, 9)
	}
	return number.FromRat(r.Mul(r, f), 12), u.base
}
