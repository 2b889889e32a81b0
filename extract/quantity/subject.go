package quantity

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// things finds for each reading what it counts or measures, in text order, since
// a reading may share the subject of the one before it.
func (s *scan) things() {
	for i := range s.found {
		switch r := &s.found[i]; {
		case extract.OneOf(r.kind, "identifier", "ordinal", "score") || !r.of.head.Empty():
			continue
		case r.class:
			r.bound = "<="
			if s.weightClass(r.last) {
				s.attributive(r)
			}
			continue
		case r.unit.unit == nil && !extract.OneOf(r.kind, "ratio", "multiple", "age"):
			s.first(countRules, i)
			if r.of.head.Empty() {
				s.uncounted(i)
			} else if name, last := s.rateAt(s.atomAt(r.of.full.End), false); last > 0 {
				r.rate = name
				s.denominator(i, last)
			}
			continue
		}
		s.measured(i)
	}
	for i := range s.found {
		s.of(&s.found[i].of)
		s.listed(&s.found[i])
		s.ofName(&s.found[i])
	}
	for i := len(s.found) - 2; i >= 0; i-- {
		switch r, next := &s.found[i], &s.found[i+1]; {
		case s.before(i) && (r.of.head.Empty() || r.of.full.End < s.Atoms[r.first].Start):
			r.of = next.of // "20 9-mm cartridges"
		case r.kind == "age" && next.kind == "age" && r.of.head.Empty() && r.rule == "qty.shared-unit/1":
			r.of = next.of // "16 and 17-year-old pupils"
		case r.hanging && r.of.head.Empty(), (s.Is(r.unit.first-1, "-") || s.Is(next.unit.first-1, "-")) && s.Is(r.last, ",") && next.start == r.last+1 && !next.of.head.Empty():
			r.of, r.subject = next.of, thing{} // "a five-year, 40-mile journey", "a $2 billion, two-year plan"
		case r.kind == next.kind && r.of.head.Empty() && (r.kind == "cardinal" || r.kind != "duration" && next.of.full.Start > s.Atoms[next.first].Start && !s.IsWord(r.last, "to")) && s.gap(r.last, next.first) != "":
			r.of = next.of // "the $5 and $10 gifts"
		}
	}
}

// respective gives each of two figures its own of two things: "Velmo and Hale rose 5% and 7%, respectively".
func (s *scan) respective(i int) {
	r, next := &s.found[i], &s.found[i+1]
	n, _ := s.doer(s.Atoms[r.first].Token)
	k := s.past(max(next.last, s.atomAt(next.of.full.End)), 1, ",")
	if n < 0 || n+1 == len(s.Doc.Nouns) || !s.IsWord(k, "respectively") || s.gap(r.last, next.first) != "and" || s.Doc.Nouns[n+1].Link != "list" {
		return
	}
	a, b := &r.of, &next.of
	if r.of.full.End > s.Atoms[r.first].Start {
		a, b = &r.subject, &next.subject
	}
	*a, _ = s.tokensEnding(s.Doc.Nouns[n].Head)
	*b, _ = s.tokensEnding(s.Doc.Nouns[n+1].Head)
}

// ofName takes the whole name that the thing of r stands in. A count that is part of it is none: the Six Nations.
func (s *scan) ofName(r *reading) {
	switch t := s.wholeName(r.of); {
	case !t.full.Overlaps(s.Span(r.first, r.last)):
		r.of = t
	case r.kind == "cardinal" && !r.of.full.Overlaps(s.Span(r.first, r.last)):
		r.kind, r.of = "identifier", thing{}
	}
}

// denominator takes the number that reading i is per, which ends at atom last, out of the counts:
// "12 cases per 1,000 people".
func (s *scan) denominator(i, last int) {
	if i+1 < len(s.found) {
		if next := &s.found[i+1]; next.kind == "cardinal" && next.first < last {
			next.kind, next.of = "identifier", thing{}
		}
	}
}

// before reports whether reading i is a bare number that counts what the measure behind it
// describes: "two $500 checks", "four 5,000-ton frigates".
func (s *scan) before(i int) bool {
	if i+1 >= len(s.found) {
		return false
	}
	r, next := &s.found[i], &s.found[i+1]
	return r.kind == "cardinal" && !r.vague && r.unit.unit == nil && next.first == r.last && next.unit.unit != nil && next.kind != "percent" && next.of.full.Start >= s.Atoms[next.last-1].End
}

// of puts what is counted for a noun that only says so: of "the number of trips" the trips. Some nouns say nothing
// without the one behind "of": the cost of living.
func (s *scan) of(t *thing) {
	k := s.atomAt(t.head.Start)
	if t.head.Empty() {
		return
	}
	if whole, ok := s.phraseEnding(k - 2); ok && s.IsWord(k, "error", "living") {
		t.full.Start, t.head = whole.full.Start, whole.head
		return
	}
	if !s.IsWord(k+1, "of") {
		return
	}
	if s.IsWord(k, "cost", "margin", "rate", "standard") && s.IsWord(k+2, "living", "error", "inflation", "unemployment", "interest", "growth") {
		t.full.End = s.Atoms[k+2].End
		return
	}
	inner, ok := s.phraseAt(s.past(k+2, 1, "DT", "PRP$"))
	if ok && s.has(k, counting) {
		*t = inner
	}
}

// uncounted gives a bare number a thing: that of a list it belongs to, or what it measures.
func (s *scan) uncounted(i int) {
	r := &s.found[i]
	if r.kind == "fraction" && s.subject(i) {
		return
	}
	s.elided(i)
	if i > 0 && r.kind == "cardinal" && s.found[i-1].kind == "cardinal" && s.found[i-1].of.full.End < s.Atoms[s.found[i-1].start].Start && s.gap(s.found[i-1].last, r.first) != "" {
		r.of = s.found[i-1].of // "breaks of 110, 122 and 67"
	}
	if s.Tag(r.first-2) == "DT" && s.has(r.first-1, when) || s.IsWord(r.first-1, "the") && quoted(s.Text(r.last)) || s.IsWord(r.first-1, "of") && s.Tag(r.last) == "VBG" || s.IsWord(r.first-1, "all") {
		return // "in the next 10", "the arrest of 12 working there": of what it counts only the text before may tell
	}
	if !r.of.head.Empty() || r.vague || r.hyphen || r.hanging || r.num.InWords && !r.num.Magnitude && r.role == "" || r.role == "" && !s.level(r) || s.gapTo(r) {
		return
	}
	s.measured(i)
}

// level reports whether what stands before a bare number makes it a level or an amount of
// something: a verb, a preposition, a word of direction, a bracket or colon. A number that
// nothing joins to its sentence measures nothing.
func (s *scan) level(r *reading) bool {
	j := s.past(r.first-1, -1, "RB", "DT", "RBR")
	switch t := s.Tag(j); {
	case extract.OneOf(t, "IN", "TO", "MD", "CC") || strings.HasPrefix(t, "VB"):
		return r.first > 0 && !s.IsWord(j, "with")
	}
	return s.has(j, up|down|upword|downword|reach|gauging) || s.IsWord(j, "worth") || s.Is(j, ":", "(") || r.mod < r.start || s.Is(j, ",")
}

// atomAt is the first atom at or after byte pos.
func (s *scan) atomAt(pos int) int {
	return sort.Search(len(s.Atoms), func(i int) bool { return s.Atoms[i].Start >= pos })
}

// several reports whether t is of more than one.
func (s *scan) several(t thing) bool {
	k := s.Doc.TokenAt(t.head.Start)
	return strings.HasSuffix(s.Doc.Tokens[k].XPOS, "S") || s.peopleToken(k)
}

// takesUp reports whether a bare number goes on counting what the one before it counted: "six medals, with two in
// Ashton", "With 107 seats at stake, they will win 56", "Of the 90 held, 12 have left", "40 marchers, plus another 20".
func (s *scan) takesUp(r *reading) bool {
	j, next := r.first-1, s.Tag(r.last)
	verb := extract.OneOf(next, "VBP", "VBD", "MD")
	switch {
	case r.rule == "qty.range/1":
		return false
	case s.IsWord(j, "another"), s.Is(j, ",") && next == "IN", s.Tag(j) == "POS":
		return true
	case s.IsWord(j, "with"):
		return next == "IN" || s.doing(r.last)
	case s.IsWord(j, "the"):
		return next == "VBN" || next == "VBD"
	case !strings.HasPrefix(s.Tag(j), "VB") || s.Being(j) || s.has(j, reach|gauging|up|down) || s.IsWord(j, "killed", "are", "were", "scored", "scoring"):
		return verb
	}
	return true
}

// measured finds what reading i measures.
func (s *scan) measured(i int) { s.first(measureRules, i) }

// passage is t's text, or "" for none.
func passage(d *extract.Document, s extract.Span) string {
	if s.Empty() {
		return ""
	}
	return d.In(s)
}
