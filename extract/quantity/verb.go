package quantity

import (
	"strings"
)

// verbSubject reads the subject of the verb that takes the value, as far as that can have a
// measure: whoever pays, eats or reads so much is not what is measured.
func (s *scan) verbSubject(r *reading) bool {
	if !s.clauseSubject(r) {
		return !r.of.head.Empty()
	}
	s.mended(r)
	if !r.of.head.Empty() && !s.gauges(r) && (s.acts(r) || !s.hangs(r)) {
		if s.acts(r) && s.objectOf(r, r.verb) {
			r.subject = r.of
		}
		r.of = thing{}
	}
	if all := s.allOf(r.of); !all.head.Empty() {
		r.of = all // "Cars and vans rose by 4%"
	}
	return !r.of.head.Empty()
}

// gauges reports whether the verb that takes r gives a measure, a change or a level of its subject.
func (s *scan) gauges(r *reading) bool {
	w := s.find(s.Doc.Tokens[r.verb].Norm)
	if s.has(r.first-1, gauging) {
		return true // "cost $640 million", whatever the tagger takes the verb for
	}
	if r.role == "" && ((r.kind == "point" || r.unit.unit == indexPoint) && s.IsWord(r.first-1, "by") || r.kind == "money" && strings.HasPrefix(s.Doc.Tokens[r.verb].Norm, "rais")) {
		return false // "went to Rowe by 20 points", "the museum raised $2 million"
	}
	gains := r.kind == "cardinal" && r.role == "" && w != nil && w.class&(up|down) != 0 && s.acts(r) // "Lee will gain at least 24"
	return !gains && (r.kind == "multiple" || r.kind == "age" || r.role != "" || r.per != "" || w != nil && w.class&(gauging|reach|up|down|measuring|expecting) != 0 || r.kind == "duration" && w != nil && w.class&lasting != 0)
}

// hangs reports whether nothing but a preposition joins r to the verb that takes it, or it is a
// participle that tells of its noun: "stored at -20C", "sold for £8,000", "a mill located 40 km". What
// any other verb has as its object is no measure of its subject.
func (s *scan) hangs(r *reading) bool {
	verb := s.Doc.Tokens[r.verb].XPOS
	if r.kind == "duration" || r.kind == "measure" && r.unit.dimension != "temperature" && (verb != "VBG" || s.progressive(r.verb)) {
		return true
	}
	joined := verb == "VBN" && !s.perfect(r.verb) && r.kind != "money"
	for k := r.verb + 1; k < s.Atoms[r.first].Token; k++ {
		switch tag := s.Doc.Tokens[k].XPOS; {
		case tag == "IN" || tag == "TO" || tag == "RP":
			joined = true
		case s.Doc.Tokens[k].Norm == "low" || s.Doc.Tokens[k].Norm == "high" || r.kind != "money" && s.amounts(k): // "sank to a low of", "missed by an average of"
		case tag == "DT" || tag == "PRP$" || strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "RB"):
		default:
			return false
		}
	}
	return joined
}

// acts reports whether what r was taken for has a name, or is of persons that have, get or go so much.
func (s *scan) acts(r *reading) bool {
	t := r.of
	if strings.HasPrefix(s.Doc.Tokens[s.Doc.TokenAt(t.head.End-1)].XPOS, "NNP") {
		return true
	}
	k := s.atomAt(t.head.Start)
	return (r.kind == "money" || r.kind == "measure") && (s.isPerson(k) || s.has(k, person|people))
}

// undergone puts what moved for the noun of its change: "Living costs have seen a 14% increase".
func (s *scan) undergone(r *reading) {
	j := s.past(r.first-1, -1, "DT")
	if !s.IsWord(j, "see", "sees", "saw", "seen", "seeing", "record", "recorded", "show", "showed", "shown", "post", "posted") {
		return
	}
	c := *r
	c.of, c.role = thing{}, ""
	if s.clauseSubject(&c) && !c.of.head.Empty() {
		r.of = c.of
	}
}
