package quantity

import "strings"

// An identRule recognises a number that names or orders something and counts
// nothing. match returns the end of what it takes, or 0.
type identRule struct {
	id, example string
	kind        string
	match       func(s *scan, i int) int
}

// identRules are tried in order at each number in digits.
var identRules = []identRule{
	{"qty.ident-dotted/1", "It runs version 12.34.56 of the program.", "identifier", dottedNumber},
	{"qty.ident-web/1", "See https://example.com/?q=a%20b for more.", "identifier", webAddress},
	{"qty.ident-list/1", "4. Wash the rice.", "identifier", listNumber},
	{"qty.ident-in-one/1", "It is a 3-in-1 charger.", "identifier", inOne},
	{"qty.ident-hotline/1", "A neighbour called 911.", "identifier", hotline},
	{"qty.ident-zero/1", "Quote file 0061947 when you write.", "identifier", leadingZero},
	{"qty.ident-phone/1", "Call 212-555-0123 for help.", "identifier", phone},
	{"qty.ident-clock/1", "Talks began at 5:25 a.m. on the coast.", "identifier", clockTime},
	{"qty.ident-date/1", "The law passed on March 29.", "identifier", date},
	{"qty.ident-decade/1", "It was built in the 1990s.", "identifier", decade},
	{"qty.ordinal/1", "He finished 10th in the race.", "ordinal", digitOrdinal},
	{"qty.score/1", "They won 3-2 after extra time.", "score", score},
	{"qty.ident-glued/1", "The F-16 landed.", "identifier", gluedName},
	{"qty.ident-address/1", "She lives at 1600 Pennsylvania Avenue.", "identifier", address},
	{"qty.ident-year/1", "Sales fell in 2019.", "identifier", year},
	{"qty.ident-label/1", "Flight 370 never arrived.", "identifier", labelled},
	{"qty.ident-model/1", "Two 737 Max jets stood idle.", "identifier", modelBefore},
	{"qty.ident-name/1", "The Stoxx Europe 600 was flat.", "identifier", nameNumber},
}

// identifier applies the rules at atom i, which holds digits.
func (s *scan) identifier(i int) (reading, bool) {
	for k := range identRules {
		rule := &identRules[k]
		if last := rule.match(s, i); last > i {
			r := reading{first: i, start: i, last: last, core: last, mod: i, kind: rule.kind, rule: rule.id}
			r.num = number{first: i, last: last, val: s.atoms[i].num}
			if rule.kind == "ordinal" {
				r.rank = r.num.val.text()
			}
			return r, true
		}
	}
	return reading{}, false
}

func dottedNumber(s *scan, i int) int {
	if s.atoms[i].odd || len(s.atoms[i].num.coef) > maxDigits {
		return i + 1
	}
	return 0
}

// webAddress takes all of a token that is an address on the web.
func webAddress(s *scan, i int) int {
	t := s.atoms[i].token
	if text := s.doc.In(s.doc.Tokens[t].Span); len(text) < 8 || !strings.Contains(text, "://") && !strings.HasPrefix(text, "www.") {
		return 0
	}
	j := i + 1
	for j < len(s.atoms) && s.atoms[j].token == t {
		j++
	}
	return j
}

// listNumber takes the number of an item at the head of its sentence: "4. Wash the rice."
func listNumber(s *scan, i int) int {
	if i == 0 && s.atoms[i].plain && len(s.atoms[i].num.coef) < 3 && (s.is(1, ".") || s.is(1, ")")) && s.glued(1) && !s.glued(2) {
		return 1
	}
	return 0
}

// inOne takes "3-in-1".
func inOne(s *scan, i int) int {
	if s.is(i+1, "-") && s.isWord(i+2, "in") && s.is(i+3, "-") && (s.isDigits(i+4) || s.isWord(i+4, "one")) && s.glued(i+4) {
		return i + 5
	}
	return 0
}

// hotline takes the numbers of emergency services beside a word of calling.
func hotline(s *scan, i int) int {
	switch s.text(i) {
	case "911", "999", "112", "000", "988":
	default:
		return 0
	}
	for _, w := range [...]string{s.lower(i - 1), s.lower(i + 1)} {
		switch w {
		case "call", "called", "calls", "calling", "caller", "callers", "dial", "dialed", "dialled", "dials", "dialing", "operator", "operators", "dispatcher", "dispatchers":
			return i + 1
		}
	}
	return 0
}

// leadingZero takes digits that no one would count with: "0061947".
func leadingZero(s *scan, i int) int {
	if a := &s.atoms[i]; a.plain && len(a.num.coef) > 2 && a.num.coef[0] == '0' && !s.is(i+1, ":") {
		return i + 1
	}
	return 0
}

// phone takes groups of digits with hyphens that no range is written as.
func phone(s *scan, i int) int {
	j, n, total := i+1, 1, len(s.atoms[i].num.coef)
	for s.is(j, "-") && s.glued(j) && s.isDigits(j+1) && s.glued(j+1) && s.atoms[j+1].plain {
		total += len(s.atoms[j+1].num.coef)
		n++
		j += 2
	}
	if n >= 3 && total >= 7 || n == 2 && total >= 7 && s.atoms[i].plain && len(s.atoms[i].num.coef) == 3 && len(s.atoms[i+2].num.coef) == 4 {
		return j
	}
	if s.is(i-1, "+") && s.glued(i) && s.isDigits(i+1) && !s.glued(i+1) && total <= 3 {
		for s.isDigits(j) && s.atoms[j].plain {
			j++
		}
		return j
	}
	return 0
}

// score takes "3-2", "52-48", "6-4, 7-5", and "7 to 2" near a word of voting.
func score(s *scan, i int) int {
	a, ok := s.numAt(i, 1000)
	if !ok || !s.atoms[i].plain || s.money != nil {
		return 0
	}
	if p, is := s.prefix(i); is && p.unit != nil {
		return 0
	}
	if s.isWord(i+1, "to") && s.scoreNear(i, 3) {
		if b, ok := s.numAt(i+2, 1000); ok && a > b && !s.has(i+1, up|down) && len(s.unitsAt(i+3)) == 0 {
			return i + 3
		}
	}
	if !s.is(i+1, "-") && !s.is(i+1, "–") || !s.glued(i+1) || !s.glued(i+2) {
		return 0
	}
	b, ok := s.numAt(i+2, 10000)
	if !ok || len(s.unitsAt(i+3)) > 0 || s.is(i+3, "-") && len(s.unitsAt(i+4)) > 0 || s.glued(i+3) && s.at(i+3).kind != mark {
		return 0
	}
	if s.isWord(i+3, "million") || s.isWord(i+3, "billion") || s.isWord(i+3, "trillion") || s.isWord(i+3, "percentage") {
		return 0
	}
	if a >= b || s.scoreNear(i, 4) || !s.nounAt(i+3) {
		return i + 3
	}
	return 0
}

func (s *scan) scoreNear(i, n int) bool {
	for k := max(0, i-n); k < min(len(s.atoms), i+n+3); k++ {
		if s.has(k, scoreword|vote) {
			return true
		}
	}
	return false
}

// gluedName takes numbers that are part of a word: F-16, G7, RAV4, 5G, 737s, #1, TA-35.
func gluedName(s *scan, i int) int {
	before, after := s.at(i-1), s.at(i+1)
	if before != nil && s.glued(i) {
		switch {
		case before.kind == letters:
			if _, ok := s.prefix(i); !ok {
				return s.nameEnd(i)
			}
		case s.is(i-1, ".") && before.glued && i >= 2 && s.atoms[i-2].kind == letters && s.capital(i-2), s.is(i-1, "-") && s.has(i-2, label) && s.capital(i-2) && !s.percentAfter(i+1):
			return s.nameEnd(i)
		case s.is(i-1, "/") && before.glued && i >= 2 && s.atoms[i-2].kind == letters && s.is(i+1, "-") && s.glued(i+1):
			return s.nameEnd(i) // part of an address on the web
		case s.is(i-1, "#") || s.is(i-1, "№") || s.is(i-1, "_") || s.is(i-1, "@"):
			return s.nameEnd(i)
		case s.is(i-1, "-") && before.glued && i >= 2 && s.atoms[i-2].kind == letters && !s.isWord(i-2, "to") && !s.isWord(i-2, "sub") && !s.isWord(i-2, "mid"):
			if !s.percentAfter(i + 1) {
				return s.nameEnd(i)
			}
		}
	}
	if after == nil || !after.glued || after.kind != letters || s.unitGlued(i) {
		return 0
	}
	if next := s.at(i + 2); s.isWord(i+1, "x") && (next == nil || !next.glued || next.kind == mark) {
		return 0 // "9x as much"
	}
	if w := after.word; w != nil && (w.suffix != 0 || w.mag != 0 || w.text == "x" || w.text == "s" && !s.atoms[i].plain) {
		if next := s.at(i + 2); next == nil || !next.glued || next.kind == mark {
			return 0
		}
		if w.suffix != 0 && len(s.unitsAt(i+2)) > 0 {
			return 0
		}
	}
	return s.nameEnd(i)
}

// unitGlued reports whether the letters glued to the digits at i are a unit of theirs.
func (s *scan) unitGlued(i int) bool {
	_, ok := s.measure(number{first: i, last: i + 1, val: s.atoms[i].num})
	return ok
}

// nameEnd runs over all that is glued to atom i, but for closing marks.
func (s *scan) nameEnd(i int) int {
	j := i + 1
	for j < len(s.atoms) && s.atoms[j].glued {
		if s.atoms[j].kind == mark && (!s.is(j, "-") || !s.glued(j+1)) {
			break
		}
		j++
	}
	return j
}

// address takes "1600 Pennsylvania Avenue", "16-18 Industrial Avenue".
func address(s *scan, i int) int {
	j := i + 1
	if s.is(j, "-") && s.glued(j) && s.isDigits(j+1) {
		j += 2
	}
	if !s.atoms[i].plain {
		return 0
	}
	for k := j; k < j+4 && (s.capital(k) || k == j+1 && s.is(k, ".") && s.glued(k)); k++ {
		if k > j && s.has(k, street) {
			return j
		}
	}
	return 0
}

// labelled takes the number of a flight, section, game or the like.
func labelled(s *scan, i int) int {
	if s.glued(i) || !s.atoms[i].plain && s.atoms[i].num.scale == 0 {
		return 0
	}
	j := i - 1
	if s.is(j, ".") && s.glued(j) {
		j--
	}
	if !s.has(j, label) || s.tag(j) == "VBD" || s.tag(j) == "VBZ" {
		return 0
	}
	if len(s.unitsAt(i+1)) > 0 && s.glued(i+1) && !s.is(i+1, "s") || s.has(i+1, people) || s.percentAfter(i+1) {
		return 0
	}
	if !s.capital(j) && (s.tag(i+1) == "NNS" || s.word(i+1) != nil && s.word(i+1).mag != 0 || !s.atoms[i].plain || len(s.unitsAt(i+1)) > 0) {
		return 0
	}
	if w := s.word(j); !s.capital(j) && (w.class&(up|down|reach|when|since|street) != 0) {
		return 0
	}
	return s.modelEnd(i)
}

// modelEnd takes a second number and letters of a name: "737-800", "16 Pro" keeps the number only.
func (s *scan) modelEnd(i int) int {
	j := i + 1
	for (s.is(j, "-") || s.is(j, "/")) && s.glued(j) && s.glued(j+1) && s.isDigits(j+1) {
		j += 2
	}
	return j
}

// nameNumber takes a bare small number right after a name: "S&P 500", "World Cup 2018", "Galaxy S23 12".
func nameNumber(s *scan, i int) int {
	n, ok := s.atoms[i].num.whole(100000)
	if !ok || !s.atoms[i].plain || s.glued(i) || !s.capital(i-1) || s.at(i-1).kind != letters {
		return 0
	}
	t := s.tag(i - 1)
	if t != "NNP" && t != "NNPS" && t != "NN" && t != "CD" || s.month(i-1) || s.has(i-1, up|down|when) || i < 2 && s.sentenceWord(i-1) {
		return 0
	}
	if w := s.word(i - 1); w != nil && (w.leftEnd != nil || w.class&(yearword|people|each|reach|upword|downword) != 0 && i < 2 || w.one >= 0) {
		return 0
	}
	if _, isUnit := s.measure(number{first: i, last: i + 1, val: s.atoms[i].num}); isUnit {
		return 0
	}
	next := s.tag(i + 1)
	w := s.word(i + 1)
	switch {
	case w != nil && (w.mag != 0 || w.suffix != 0 && s.glued(i+1) || w.class&people != 0 || w.group != 0):
		return 0
	case (s.is(i+1, "-") || s.is(i+1, "–")) && (!s.glued(i+1) || !s.isDigits(i+2)), s.isWord(i+1, "to") && (s.isDigits(i+2) || s.isDigits(i+3)):
		return 0
	case next == "NNS" && !s.capital(i+1):
		return 0
	case next == "JJ" && s.tag(i+2) == "NNS":
		return 0
	case n < 2 && s.is(i+1, ","):
		return 0
	}
	if _, money := s.prefix(i); money {
		return 0
	}
	return s.modelEnd(i)
}

// modelBefore takes the number of a model or a code that its name follows: "737 Max jets", "the 90049 ZIP code".
func modelBefore(s *scan, i int) int {
	if s.atoms[i].plain && s.capital(i+1) && s.has(i+1, modelword) && !s.glued(i+1) {
		return i + 1
	}
	return 0
}

// sentenceWord reports whether a capital at the head of a sentence is no name.
func (s *scan) sentenceWord(i int) bool { return i == 0 && s.tag(i) != "NNP" }
