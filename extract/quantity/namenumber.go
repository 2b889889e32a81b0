package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// gluedName takes numbers that are part of a word: F-16, G7, RAV4, 5G, 737s, #1, TA-35.
func gluedName(s *scan, i int) int {
	before, after := s.At(i-1), s.At(i+1)
	if a := &s.Atoms[i]; i == 0 && a.Start > 1 && (s.Doc.Text[a.Start-1] == '.' || s.Doc.Text[a.Start-1] == '-') {
		return s.nameEnd(i) // a sentence that was cut in a name: "JN.1"
	}
	if before != nil && s.Glued(i) {
		switch _, priced := s.prefix(i); {
		case priced && s.Is(i-1, "."): // Rs.500
		case s.Is(i-1, "-") && s.IsWord(i-2, "minus"):
		case before.Kind == number.Letters && !s.Atoms[i].Plain && s.Atoms[i].Num.Scale == 0 && len(s.Text(i)) > 4:
			return 0 // "captured5,000 troops": a blank was lost
		case before.Kind == number.Letters:
			if !priced {
				return s.nameEnd(i)
			}
		case s.Is(i-1, ".") && i >= 2 && s.Atoms[i-2].Kind == number.Letters && s.Capital(i-2), s.Is(i-1, "-") && s.has(i-2, label) && s.Capital(i-2) && !s.percentAfter(i+1):
			return s.nameEnd(i)
		case s.Is(i-1, "/") && before.Glued && i >= 2 && s.Atoms[i-2].Kind == number.Letters && s.Is(i+1, "-"):
			return s.nameEnd(i) // part of an address on the web
		case s.Is(i-1, "#", "№", "_", "@"):
			return s.nameEnd(i)
		case s.Is(i-1, "-") && before.Glued && i >= 2 && s.Atoms[i-2].Kind == number.Letters && !s.IsWord(i-2, "to", "sub", "mid"):
			if !s.percentAfter(i + 1) {
				return s.nameEnd(i)
			}
		}
	}
	if s.Is(i+1, "(") && s.Glued(i+1) && s.Is(i+3, ")") && len(s.Text(i+2)) == 1 {
		return i + 4 // "her 401(k)"
	}
	if after == nil || !after.Glued || after.Kind != number.Letters || s.unitGlued(i) {
		return 0
	}
	if next := s.At(i + 2); s.IsWord(i+1, "x") && (next == nil || !next.Glued) {
		return 0 // "9x as much"
	}
	if w := after.Word; w != nil && (w.Suffix != 0 || w.Mag != 0) {
		if next := s.At(i + 2); next == nil || !next.Glued || next.Kind == number.Mark {
			return 0
		}
		if len(s.unitsAt(i+2)) > 0 {
			return 0
		}
	}
	return s.nameEnd(i)
}

// unitGlued reports whether the letters glued to the digits at i are a unit of theirs.
func (s *scan) unitGlued(i int) bool {
	_, ok := s.measure(number.Number{First: i, Last: i + 1, Val: s.Atoms[i].Num})
	return ok
}

// nameEnd runs over all that is glued to atom i, but for closing marks.
func (s *scan) nameEnd(i int) int {
	j := i + 1
	for j < len(s.Atoms) && s.Atoms[j].Glued {
		if s.Atoms[j].Kind == number.Mark && !s.Is(j, "-") {
			break
		}
		j++
	}
	return j
}

// labelled takes the number of a flight, section, game or the like.
func labelled(s *scan, i int) int {
	if s.Glued(i) || !s.Atoms[i].Plain && s.Atoms[i].Num.Scale == 0 {
		return 0
	}
	j := i - 1
	if s.Is(j, ".") {
		j--
	}
	if s.labels(j, i) {
		return i + 1
	}
	if !s.has(j, label) || s.Tag(j) == "VBD" {
		return 0
	}
	if len(s.unitsAt(i+1)) > 0 && s.Glued(i+1) && !s.Is(i+1, "s") || s.has(i+1, people) {
		return 0
	}
	if !s.Capital(j) && (s.Tag(i+1) == "NNS" && !names(s.Lower(j)) || s.word(i+1) != nil && s.word(i+1).Mag != 0 || !s.Atoms[i].Plain || len(s.unitsAt(i+1)) > 0) {
		return 0
	}
	if w := s.word(j); !s.Capital(j) && !s.inWeek(j) && w.class&(up|down|reach|when|since|street) != 0 {
		return 0
	}
	return s.modelEnd(i)
}

// labels reports whether the number at atom i is one of those that name the nouns at atom j, or one
// further on in their row: "reactors 1, 2 and 4".
func (s *scan) labels(j, i int) bool {
	a := &s.Atoms[i]
	if !a.Plain || len(a.Num.Coef) > 4 || s.nounAt(i+1) || len(s.unitsAt(i+1)) > 0 || s.Tag(i+1) == "CD" {
		return false
	}
	if k := len(s.found) - 1; k >= 0 && s.found[k].rule == "qty.ident-label/1" && (s.found[k].last == j || s.found[k].last == j-1 && s.Is(j-1, ",")) {
		before := s.found[k].first - 1
		return (s.Is(before, ",") || strings.HasSuffix(s.Tag(before), "S")) && (s.Is(j, ",") || s.IsWord(j, "and", "or") || s.Is(j, "&"))
	}
	w := s.find(strings.TrimSuffix(s.Lower(j), "s"))
	if w == nil || w.class&label == 0 || w.class&(up|down|reach|when|since|scoreword|people|person) != 0 || !strings.HasSuffix(s.Tag(j), "S") {
		return false
	}
	return s.IsDigits(i+2) && (s.Is(i+1, ",") || s.IsWord(i+1, "and", "or") || s.Is(i+1, "&"))
}

// inWeek reports whether the unit of time at atom j is one that a number names: "in week seven".
func (s *scan) inWeek(j int) bool { return s.Tag(j) == "NN" && s.Tag(j-1) == "IN" }

// names reports whether a noun before a number always names what the number is of, whatever
// follows: "the class 14 doubles", "category 5 hurricanes".
func names(label string) bool {
	return extract.OneOf(label, "class", "category", "grade", "level", "tier", "type", "version", "page", "room", "gate", "channel", "zone", "chapter", "section", "article", "stage", "phase")
}

// modelEnd takes a second number and letters of a name: "737-800", "16 Pro" keeps the number only.
func (s *scan) modelEnd(i int) int {
	j := i + 1
	for s.Is(j, "-", "/") && s.Glued(j) && s.IsDigits(j+1) {
		j += 2
	}
	return j
}

// nameNumber takes a bare small number right after a name: "S&P 500", "World Cup 2018", "Galaxy S23 12".
func nameNumber(s *scan, i int) int {
	n, ok := s.Atoms[i].Num.Whole(100000)
	if !ok || !s.Atoms[i].Plain || s.Glued(i) || !s.Capital(i-1) {
		return 0
	}
	t := s.Tag(i - 1)
	fixed := i > 2 && (t == "VBG" || t == "RB") && !s.Capital(i-2) && s.afterBreak(i+1) // "from Racing 92."
	if quoted(s.Text(i-2)) && (quoted(s.Text(i+1)) || s.Is(i+1, ",") && quoted(s.Text(i+2))) {
		return i + 1 // a class called “Perceptions 301,”
	}
	if !extract.OneOf(t, "NNP", "NNPS", "NN", "CD") && !fixed || s.month(i-1) || s.has(i-1, up|down|when) || i < 2 && s.sentenceWord(i-1) {
		return 0
	}
	if w := s.word(i - 1); w != nil && (w.Left != nil || w.class&(yearword|people|each|reach|upword|downword) != 0 && i < 2 || w.One >= 0) {
		return 0
	}
	if _, isUnit := s.measure(number.Number{First: i, Last: i + 1, Val: s.Atoms[i].Num}); isUnit {
		return 0
	}
	next := s.Tag(i + 1)
	switch w := s.word(i + 1); {
	case w != nil && (w.Mag != 0 || w.Suffix != 0 || w.class&people != 0):
		return 0
	case s.Is(i+1, "-", "–") && (!s.Glued(i+1) || !s.IsDigits(i+2)), s.IsWord(i+1, "to") && (s.IsDigits(i+2) || s.IsDigits(i+3)):
		return 0
	case next == "NNS" && !s.Capital(i+1), next == "JJ" && s.Tag(i+2) == "NNS", n < 2 && s.Is(i+1, ","):
		return 0
	}
	if _, money := s.prefix(i); money {
		return 0
	}
	return s.modelEnd(i)
}

// modelBefore takes the number of a model or a code that its name follows: "737 Max jets", "the 90049 ZIP code".
func modelBefore(s *scan, i int) int {
	if n := s.At(i + 1); s.Is(i, "4", "8") && n != nil && n.Glued && s.Is(i+1, "K") && !s.Is(i-1, "$") && s.Tag(i+2) != "NNS" && !s.IsWord(i+2, "race", "run") {
		return i + 2 // a picture "in 4K"
	}
	if t := s.Text(i); extract.OneOf(t, "720", "1080", "1440", "2160") && s.Glued(i+1) && s.IsWord(i+1, "p", "i") {
		return i + 2 // a film "in 1080p"
	}
	if _, money := s.prefix(i); !money && !s.Atoms[i].Plain && strings.Contains(s.Text(i), ".") && i > 0 && s.Tag(i-1) == "NNP" && !s.has(i-1, up|down|when) && (s.word(i+1) == nil && s.Tag(i+1) == "NNP" || !s.nounAt(i+1) && len(s.unitsAt(i+1)) == 0 && (s.word(i+1) == nil || s.word(i+1).Mag == 0)) {
		return i + 1 // "Ironman 70.3 Weymouth", "Python 3.11 is out"
	}
	if s.Atoms[i].Plain && s.Capital(i+1) && s.has(i+1, modelword) {
		return i + 1
	}
	return 0
}

// sentenceWord reports whether a capital at the head of a sentence is no name.
func (s *scan) sentenceWord(i int) bool { return i == 0 && s.Tag(i) != "NNP" }
