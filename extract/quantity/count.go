package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract/number"
)

// behind is the atom behind a count, past "more" and "fewer" and its share in brackets.
func (s *scan) behind(r *reading) int {
	j := r.last
	if s.IsWord(j, "more", "less", "fewer") {
		j++
	}
	if s.Is(j, "]") || s.unquoted(j) && quoted(s.Text(s.past(r.first-1, -1, "RB"))) {
		j++ // a number that a quotation was given, or is all of one: "[40] people", "“several” people"
	}
	k := s.foundAt(s.Atoms[r.first].Start) + 1
	if k < len(s.found) && s.Is(j, "(") && s.found[k].first == j+1 && s.found[k].kind == "percent" && s.Is(s.found[k].last, ")") {
		j = s.found[k].last + 1 // "half (52%) of the adults"
	}
	return j
}

// hyphened reads a count that a hyphen joins to its noun: "six-cylinder", "a 13-strong board",
// "a seven-point lead".
func (s *scan) hyphened(r *reading) bool {
	j := r.last
	if !s.Is(j, "-") || !s.Glued(j) || !s.Glued(j+1) {
		return false
	}
	j++
	r.hyphen = true
	if s.Is(j+1, "-") && s.IsWord(j, "on", "a") || s.IsWord(j, "way") {
		r.kind = "identifier" // "three-on-three", "five-a-side", "a two-way street"
		return true
	}
	if s.IsWord(j, "point") && s.has(j+1, pointed) {
		r.unit, r.kind, r.rule, r.last, r.core = unitMatch{indexPoint, j, j + 1}, "measure", "qty.measure/2", j+1, j+1
		r.of, _ = s.phraseAt(j + 1)
		return true
	}
	if s.IsWord(j, "strong") {
		r.of, _ = s.phraseAt(j + 1)
		return true
	}
	if strings.HasSuffix(s.Lower(j), "ed") && s.Tag(j) != "NN" || s.IsWord(j, "figure") {
		r.kind = "identifier" // "a three-legged stool", "a six-figure sum"
	} else if a := s.At(j); a != nil && a.Kind == number.Letters && !s.IsWord(j, "to", "and") {
		r.of = thing{a.Span, a.Span}
	}
	return true
}

// setBeside reads "63 medals, one more than in London", "63 medals, seven behind Rio".
func (s *scan) setBeside(r *reading) bool {
	j := s.behind(r)
	if (j == r.last || !s.IsWord(j, "than")) && !s.has(j, apart) {
		return false
	}
	s.likeBefore(r)
	return true
}

// nounBehind reads the noun phrase right behind a count. A participle of what the counted do
// is none: "84 Democrats voting in favour and 125 voting against".
func (s *scan) nounBehind(r *reading) bool {
	j := s.behind(r)
	t, ok := s.phraseAt(j)
	if !ok || s.afterBreak(j) || s.IsWord(j, "last", "next") && s.has(j+1, perthing|stretchword|when) { // "up from 90 last year"
		return false
	}
	if s.verbal(r, j) {
		return true
	}
	if !s.doing(j) || t.full != t.head {
		r.of = t
	}
	if s.has(s.atomAt(t.full.End), each) {
		r.per = "each"
	}
	return true
}

// verbal reports whether the word behind r is what they did whom r counts, a verb that the tagger
// takes for a noun: "96% vote for a strike", "16 million watch England".
func (s *scan) verbal(r *reading, j int) bool {
	if s.IsWord(j, "supported", "backed", "opposed", "rejected", "favoured", "favored") {
		return r.kind == "percent"
	}
	if t := s.Tag(r.first - 1); r.num.One || !s.has(j, acting) || t == "DT" || t == "PRP$" || t == "POS" {
		return false
	}
	switch next := s.Tag(j + 1); next {
	case "IN":
		return !s.IsWord(j+1, "of")
	case "DT", "TO", "PRP", "PRP$", "NNP":
		return true
	}
	return false
}

// pluralVerb reads a noun that the tagger takes for a verb: "two million downloads worldwide", "7,000 fewer employed".
func (s *scan) pluralVerb(r *reading) bool {
	j := s.behind(r)
	fewer := j != r.last && asked(s.Lower(j))
	if !fewer && (s.nounAt(j) || s.Tag(j) != "VBZ" || s.Tag(j+1) == "DT" || s.Tag(j+1) == "PRP" || s.being(j) || s.IsWord(r.first-1, "all")) {
		return false
	}
	r.of = s.alone(j)
	return true
}

// unquoted reports whether the mark at atom j closes a quotation right behind a number.
func (s *scan) unquoted(j int) bool {
	single := s.Is(j, "'") && s.IsWord(j+1, "of") && s.Atoms[j-1].Kind == number.Letters // 'dozens' of times, but not 6' of snow
	return s.Glued(j) && (single || s.Is(j, "\"", "”", "’"))
}

// doing reports whether atom j is a participle of what the counted do: "125 | voting against".
func (s *scan) doing(j int) bool {
	next := s.Tag(j + 1)
	verb := next == "PRP" || next == "PRP$" || next == "DT"
	return strings.HasSuffix(s.Lower(j), "ing") && (s.Tag(j) == "NN" || s.Tag(j) == "VBG") && (next == "IN" || next == "RB" || verb || s.Ends(j+1))
}

// likeBefore gives a count that is compared with another what that one counts: "63 medals, one
// more than in London".
func (s *scan) likeBefore(r *reading) {
	for k := len(s.found) - 1; k >= 0; k-- {
		if p := &s.found[k]; p.last <= r.first && p.kind == "cardinal" && !p.hyphen && !p.of.head.Empty() {
			r.of = p.of
			return
		}
	}
}

// ofThose gives a count behind "Of these," what the last count of the text before it counts.
func (s *scan) ofThose(r *reading) bool {
	j := r.first - 1
	if s.Is(j, ",") {
		j--
	}
	if j > 2 || !s.IsWord(j-1, "of") || !s.IsWord(j, "these", "those", "them") {
		return false
	}
	for k := len(s.Doc.Quantities) - 1; k >= 0; k-- {
		if q := &s.Doc.Quantities[k]; q.Kind == "cardinal" {
			r.of = thing{q.OfSpan, q.OfHead}
			return s.Sent.Start-q.End < 400
		}
	}
	return false
}

// being reports whether atom i is a form of be, have or do, as a plural of a noun never is.
func (s *scan) being(i int) bool {
	return s.IsWord(i, "is", "has", "does", "was")
}

// members reads the body whose members are counted: "a crew of nine", "a family of five".
// What a mother of two has is not said.
func (s *scan) members(r *reading) bool {
	j := r.first - 2
	if !s.IsWord(j+1, "of") || s.gapTo(r) {
		return false
	}
	switch s.Lower(j) {
	case "family", "household", "crew", "jury", "staff", "panel", "squad", "group", "gang", "team", "field", "cast":
		if s.nounAt(r.last) {
			return false
		}
	case "father", "mother", "parent", "dad", "mum", "mom", "grandmother", "grandfather":
		return true
	default:
		return false
	}
	r.of, _ = s.phraseEnding(j)
	return true
}

// afterBreak reports whether a mark parts the number from what follows.
func (s *scan) afterBreak(j int) bool {
	a := s.At(j)
	return a == nil || a.Kind == number.Mark && !s.Is(j, "“", "\"", "‘", "'")
}

// gapTo reports whether another number takes up r with what both count: "a list of 15 or 20 ideas".
func (s *scan) gapTo(r *reading) bool {
	i := s.foundAt(s.Atoms[r.first].Start) + 1
	return r.role == "" && i < len(s.found) && s.found[i].kind == r.kind && s.gap(r.last, s.found[i].first) != "" && s.nounAt(s.found[i].last)
}
