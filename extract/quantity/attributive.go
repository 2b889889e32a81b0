package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract/number"
)

// weightClass reports whether atom j names a class by weight: "the -63kg category".
func (s *scan) weightClass(j int) bool {
	return s.IsWord(j, "category", "class", "division", "weight", "event", "final", "title", "bout")
}

// personsOver reads "those over 68 years of age".
func (s *scan) personsOver(r *reading) bool {
	if r.kind == "age" && s.IsWord(r.first, "younger", "older") && r.takes(s.phraseEnding(r.first-1)) {
		return true
	}
	if r.kind != "age" || r.bound == "" || !s.isPerson(r.first-1) {
		return false
	}
	r.of = s.alone(r.first - 1)
	return true
}

// fronted reads the subject that a level stands before: "At 7.4%, the jobless rate is low".
func (s *scan) fronted(r *reading) bool {
	t, ok := s.phraseAt(s.past(r.last+1, 1, "DT"))
	return r.first == 1 && s.IsWord(0, "at") && s.Is(r.last, ",") && r.takes(t, ok && !s.entity(s.Doc.TokenAt(t.head.Start), "PER"))
}

// agedOne reports whether a reading is itself the thing: "a 13-year-old", "the richest 1 percent".
func (s *scan) agedOne(r *reading) bool {
	tier := s.Tag(r.first-2) == "DT" && s.IsWord(r.first-1, "top", "bottom", "richest", "wealthiest", "poorest")
	return tier || r.kind == "age" && (r.rule == "qty.shared-unit/1" || s.Is(r.num.Last, "-") || s.Is(r.last-2, "-") || s.IsWord(r.last-1, "olds"))
}

// raced reports whether atom i stands behind the class of an event: "the women's T54 | 400m".
func (s *scan) raced(i int) bool {
	for k := i - 1; k > i-5; k-- {
		if s.Tag(k) == "POS" {
			for s.Tag(k-1) == "POS" {
				k--
			}
			return s.IsWord(k-1, "men", "women")
		}
	}
	return false
}

// attributive reads the noun that a measure stands before: "a 6kW electric motor",
// "a $3 billion fine", "a 19% drop in sales", of which the drop is in sales.
func (s *scan) attributive(r *reading) bool {
	j := r.last
	for s.Is(j, "-") && s.Glued(j) || s.has(j, high) && s.Is(j-1, "-") { // "a 12-foot-tall mast"
		j++
	}
	if (s.IsWord(j, "more", "fewer") || s.IsWord(j, "less") && r.kind == "percent") && (r.unit.unit != nil || r.kind == "multiple") && s.nounAt(j+1) {
		j++ // "60% more homes"
	}
	a := s.At(j)
	if r.rule == "qty.age/2" || r.kind == "age" && s.IsWord(j-1, "olds") {
		return false // "those aged 18 to 24 agree"
	}
	if s.verbal(r, j) {
		return r.kind == "cardinal"
	}
	if s.IsWord(j, "as") && s.IsWord(j+1, "many", "much") && r.kind == "multiple" {
		r.of, _ = s.phraseAt(j + 2) // "three times as many nurses"
		return !r.of.head.Empty()
	}
	if s.IsWord(j, "fine") && (s.Tag(r.first-1) == "DT" || s.Ends(j+1) || s.Tag(j+1) == "IN") {
		r.of = thing{a.Span, a.Span} // whatever the tagger takes it for
		return true
	}
	if s.IsWord(r.start, "from") || s.has(j, when) || s.IsWord(j, "plus") {
		return false
	}
	if s.changeNoun(r, j) {
		return true
	}
	if a == nil || a.Kind == number.Mark || (s.has(j, high|upword|downword) || r.kind == "percent" && s.comparedBy(j) != "") && !s.nounAt(j+1) && (s.Tag(j) != "NN" || s.Tag(r.start-1) != "DT") || r.per != "" || s.pluralUnit(r) {
		return false
	}
	t, ok := s.describedNoun(r, j)
	if !ok ||
		r.kind == "age" && (s.participle(j) || s.doesNow(r, j)) { // "the 30-year-old jailed on Friday"
		return false
	}
	head := s.Doc.TokenAt(t.head.Start)
	if s.calendar(head) {
		return false
	}
	r.of = t
	if r.role == "change" && r.kind == "money" && !s.has(s.atomAt(t.head.Start), changenoun) {
		r.role, r.dir = "", "" // "loses a $100m gift"
	}
	if head := s.atomAt(t.head.Start); !s.changeNoun(r, head) && r.role == "change" {
		if k := s.atomAt(t.full.Start); r.kind == "percent" && head > k && s.noun(s.Atoms[head-1].Token) {
			r.of = s.thing(t.full.Start, s.Atoms[head-1].Token) // "a 5% pay rise"
		}
		s.undergone(r)
	}
	return true
}

// describedNoun is the noun phrase at atom j that a measure describes, whatever the tagger takes
// its head for.
func (s *scan) describedNoun(r *reading, j int) (thing, bool) {
	one, next := thing{s.Atoms[j].Span, s.Atoms[j].Span}, s.Tag(j+1)
	switch s.Tag(j) {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJS":
	case "VB", "VBP", "CD": // no verb follows a sum so: "a £295k revamp"
		if s.noun(s.Atoms[j].Token) {
			break // "a 5% pay rise"
		}
		return one, r.kind == "money" && s.At(j).Kind == number.Letters && !s.IsWord(j, "have", "are") && (s.Tag(r.start-1) == "DT" || s.Ends(j+1) || next == "IN" || len(next) > 2 && next[:2] == "VB")
	case "VBG", "VBN":
		if t := s.Atoms[j].Token + 1; t == s.Sent.Last || !strings.Contains("NN NNS JJ", s.Doc.Tokens[t].XPOS) {
			return thing{}, false
		}
	default:
		return thing{}, false
	}
	t, ok := s.phraseAt(j)
	if !ok && s.Tag(r.start-1) == "DT" && (s.Ends(j+1) || next == "TO" || next == "IN") {
		t, ok = one, true
	}
	return t, ok && (r.dir == "" || !s.Capital(j))
}

// pluralUnit reports whether a unit is in the plural, as no unit before a noun is: "7 miles north".
func (s *scan) pluralUnit(r *reading) bool {
	if r.unit.unit == nil || r.unit.first < r.num.First || r.unit.first == 0 || r.rate != "" {
		return r.rate != "" && !s.Is(r.last-2, "-") // "a $7-a-month service"
	}
	w := s.Lower(r.unit.last - 1)
	return len(w) > 3 && strings.HasSuffix(w, "s") || w == "feet"
}

// doesNow reports whether the word at atom j is what somebody of the age r does, a verb that the
// tagger takes for a noun: "the 65-year-old | worries that", "a 30-year-old | suffers from".
func (s *scan) doesNow(r *reading, j int) bool {
	if s.Tag(j) != "NNS" || s.nounAt(j+1) {
		return false
	}
	return s.IsWord(j+1, "that")
}

// participle reports whether atom j is a participle or a verb, whatever the tagger takes it for,
// and no noun follows that it describes.
func (s *scan) participle(j int) bool {
	w, next := s.Lower(j), s.Tag(j+1)
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasPrefix(next, "NN") && !strings.HasPrefix(next, "JJ")
}
