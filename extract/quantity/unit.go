package quantity

import (
	"math/big"
	"strings"
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
		last := i + len(p.parts)
		if p.suffix && s.matches(i, p.parts, p.exact) && !s.cutOff(i, last) {
			if last == len(s.atoms) && len(p.parts) > 1 && s.is(last-1, ".") {
				last-- // the point ends the sentence
			}
			s.unit = append(s.unit, unitMatch{p.unit, i, last})
		}
	}
	return s.unit
}

// cutOff reports whether a unit of one letter or sign goes on with more letters or digits.
func (s *scan) cutOff(first, last int) bool {
	a := s.at(last)
	if a != nil && a.kind == digits && last == first+1 && s.atoms[first].kind == mark && !s.glued(first) {
		return true // "1 $10"
	}
	if a == nil || !a.glued {
		return false
	}
	if s.text(first) == "'" || s.text(first) == "′" {
		return a.kind != mark
	}
	return a.kind == letters || a.kind == digits
}

// prefix returns the currency that ends just before atom i.
func (s *scan) prefix(i int) (unitMatch, bool) {
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

// prefixMatches is matches, but that letters before a dollar sign may be of any
// case and apart from it: "hk $ 10 billion". A single letter is never in capitals then: "A $2 million deal".
func (s *scan) prefixMatches(i int, parts []string) bool {
	if len(parts) == 2 && parts[1] == "$" && s.is(i+1, "$") && strings.EqualFold(s.text(i), parts[0]) {
		return s.glued(i+1) || len(parts[0]) > 1 || s.is(i, "c")
	}
	return s.matches(i, parts, true)
}

// prefixFits keeps letters from being a currency in the middle of a word, and
// short ones such as RM or PS from being one at a distance.
func (s *scan) prefixFits(first, i int) bool {
	if s.atoms[first].glued && s.atoms[first].kind == letters {
		if p := s.at(first - 1); p.kind != mark || s.is(first-1, "-") {
			return false
		}
	}
	last := s.text(i - 1)
	if s.atoms[i-1].kind == letters && !s.glued(i) {
		if s.isDigits(first - 1) {
			return false // "10 rmb 20 usd"
		}
		return len(last) >= 3 || last == "RM" || last == "Rs" || last == "TL" || last == "DM" || last == "Rp" || last == "Dh" || last == "Tk"
	}
	return true
}

// measure finds the unit behind the number n, glued, after a space or a hyphen.
func (s *scan) measure(n number) (unitMatch, bool) {
	i := n.last
	hyphen := s.is(i, "-") && s.glued(i) && s.glued(i+1)
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
	end := closing(s.text(i))
	if end == "" || !s.glued(i+1) {
		return unitMatch{}, false
	}
	for _, m := range s.unitsAt(i + 1) {
		if s.is(m.last, end) && len(s.text(m.first)) > 1 && m.dimension != "time" {
			return unitMatch{m.unit, i, m.last + 1}, true
		}
	}
	return unitMatch{}, false
}

// closing is the mark that closes the bracket open; "" if that is none.
func closing(open string) string {
	switch open {
	case "(":
		return ")"
	case "[":
		return "]"
	case "{":
		return "}"
	case "<":
		return ">"
	}
	return ""
}

// unitFits rules out readings that the writing does not bear.
func (s *scan) unitFits(n number, m unitMatch, hyphen bool) bool {
	text := s.text(m.first)
	single := m.last == m.first+1
	switch {
	case single && len(text) == 1 && text[0] < 128 && strings.ContainsAny(text, "ABCFGHJKLMNRSTVWacdghlmnrstuvwy"):
		return s.letterFits(n, m)
	case single && (text == "P" || text == "p" && n.inWords):
		return false
	case text == "\"":
		return !n.inWords && s.has(m.last, high) && s.marksBefore(m.first, "\"")%2 == 0
	case text == "'" || text == "′":
		return s.glued(m.first) && !n.inWords && s.marksBefore(m.first, "'")%2 == 0
	case m.dimension == "time" && (text == "second" || text == "Second") && !hyphen:
		return false
	case n.inWords && single && (text == "min" || text == "in" || text == "pt"):
		return false
	case single && (text == "score" || text == "c"):
		return false
	case m.code == "bar" && !s.glued(m.first) || m.code == "BTC":
		return n.val.float() < 5000
	case text == "won" || text == "Won":
		return n.magnitude || n.val.float() >= 100 && s.tag(m.first) != "VBD" || s.tag(m.first) == "NN"
	case m.code == "crown": // of a king, a tooth or a race, as far as the article tells
		return false
	case text == "real" || text == "som" || text == "top" || text == "all":
		return false
	case (text == "kip" || text == "lat" || text == "try") && n.one:
		return false
	}
	return true
}

// letterFits judges a unit of one letter: it must be glued, or stand in the clear
// after a digit ("5 W", "500 C"), and m must not be million.
func (s *scan) letterFits(n number, m unitMatch) bool {
	text := s.text(m.first)
	if s.is(m.last, "-") && s.glued(m.last) && s.glued(m.last+1) || s.is(m.last, "/") && s.glued(m.last) {
		return false // "800,000 F-Series"
	}
	if (text == "C" || text == "F") && (n.val.float() > 200 || s.capital(n.first-1) && s.has(n.first-1, label)) {
		return false // "a Boeing 777F"
	}
	if next := s.lower(m.last); text == "F" && s.glued(m.first) && (strings.HasPrefix(next, "filing") || strings.HasPrefix(next, "form") || strings.HasPrefix(next, "report")) {
		return false // the number of a form: "the 13F filing"
	}
	if n.inWords || n.magnitude {
		return m.money && s.glued(m.first)
	}
	switch text {
	case "p":
		return true
	case "K", "T", "G", "R", "A", "y", "a", "d", "c", "r", "n", "u", "v", "w", "S", "M", "B", "H", "J", "N", "F":
		if text != "F" && text != "A" && text != "N" && text != "J" {
			return false
		}
		return s.glued(m.first) && text != "A" || text == "F" && !s.capital(m.first+1)
	case "W":
		return !s.is(m.last, ".") || !s.capital(m.last+1) // "3170 W. County Road"
	case "t", "h", "s":
		return s.glued(m.first) && !(text == "s" && n.val.scale == 0 && len(n.val.coef) != 1 && len(n.val.coef) != 2)
	}
	return s.glued(m.first) || !s.capital(m.first+1) && !(s.is(m.first+1, ".") && s.glued(m.first+1) && s.capital(m.first+2))
}

// marksBefore counts the quotation marks before atom i, to tell feet and inches from a closing one.
func (s *scan) marksBefore(i int, mark string) int {
	n := 0
	for k := max(0, i-200); k < i; k++ {
		if s.is(k, mark) && !(k > 0 && s.atoms[k].glued && s.atoms[k-1].kind == letters) {
			n++
		}
	}
	return n
}

// refine settles the units that share a word: pounds of mass and of money, degrees of
// temperature and of an angle.
func (s *scan) refine(n number, m unitMatch, hyphen bool) unitMatch {
	if m.code == "deg" && s.turns(m) {
		m.unit = angle
	}
	if m.code == "GBP" && s.atoms[m.first].kind == letters && strings.HasPrefix(strings.ToLower(s.text(m.first)), "pound") && (s.isMass(m, hyphen) || s.bodily(n, m)) {
		m.unit = pound
	}
	return m
}

var inch = &unit{code: "[in_i]", dimension: "length", factor: "0.0254", base: "m"}

var pound = &unit{code: "[lb_av]", dimension: "mass", factor: "0.45359237", base: "kg"}

var angle = &unit{code: "deg", dimension: "angle", factor: "0.01745329251994329577", base: "rad"}

// turns looks for words of turning and of direction near degrees: "rotate 90 degrees", "30 degrees north".
func (s *scan) turns(m unitMatch) bool {
	for k := max(0, m.first-5); k < min(len(s.atoms), m.last+3); k++ {
		if s.has(k, turn) {
			return true
		}
	}
	return false
}

// isMass looks for words of weight near pounds: "a 200-pound man", "12 pounds of cocaine", "weighs 300 pounds".
func (s *scan) isMass(m unitMatch, hyphen bool) bool {
	if hyphen && m.last == m.first+1 && !s.isWord(m.first, "pounds") && !s.is(m.last, "-") {
		return true
	}
	if s.isWord(m.last, "of") && !s.isWord(m.last+1, "the") && !s.has(m.last+1, people) {
		return true
	}
	for k := max(0, m.first-8); k < min(len(s.atoms), m.last+4); k++ {
		if s.has(k, weight) {
			return true
		}
	}
	return false
}

// bodily reports whether pounds in the hundreds stand with a word of a body and none of
// money: "at his exam he clocked in at 243 pounds".
func (s *scan) bodily(n number, m unitMatch) bool {
	if n.magnitude || n.val.float() >= 1000 {
		return false
	}
	found := false
	for k := max(0, m.first-20); k < min(len(s.atoms), m.last+12); k++ {
		if s.has(k, paying) {
			return false
		}
		found = found || s.has(k, body)
	}
	return found
}

// inBase converts to the base unit of u's dimension, exactly where that is possible.
func (u *unit) inBase(d decimal) (value decimal, base string) {
	if d.none() || u == nil || u.factor == "" || u.base == "" {
		return decimal{}, ""
	}
	f, ok := new(big.Rat).SetString(u.factor)
	if !ok {
		return decimal{}, ""
	}
	r := d.rat()
	switch u.code {
	case "Cel":
		r.Add(r, big.NewRat(27315, 100))
	case "[degF]":
		r.Add(r, big.NewRat(45967, 100))
		f = big.NewRat(5, 9)
	}
	return fromRat(r.Mul(r, f), 12), u.base
}
