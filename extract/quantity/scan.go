package quantity

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// A scan is the state of reading one sentence.
type scan struct {
	number.Reader
	words *vocabulary
	found []reading
	money *unit // currency before the number being read
	unit  []unitMatch

	manila  int             // 1 if the article is of the Philippines, -1 if not, 0 while nobody has asked
	votes   int             // the same for an article of votes
	issuers map[*unit]*unit // by the unit whose name they share; nil until one is met
}

func newScan() *scan {
	s := &scan{}
	s.Around = number.Around{Unit: s.unitAround, Noun: s.nounAt, Many: s.countsAfter}
	return s
}

// unitAround is the unit at atom i as the reader of numbers asks for it.
func (s *scan) unitAround(i int) number.Unit {
	u := s.unitsAt(i)
	if len(u) == 0 {
		return number.Unit{}
	}
	return number.Unit{Last: u[0].last, Time: u[0].dimension == "time", Percent: u[0].code == "%"}
}

// pay sets the currency that stands before the number being read.
func (s *scan) pay(u *unit) { s.money, s.Money = u, u != nil }

// word is what the lists know of atom i; nil if they do not know it.
func (s *scan) word(i int) *word {
	if w := s.Word(i); w != nil {
		return &s.words.known[w.ID]
	}
	return nil
}

// find is what the lists know of a word in lower case; nil if they do not know it.
func (s *scan) find(norm string) *word { return s.words.find(norm) }

// has reports whether atom i is of one of the classes.
func (s *scan) has(i int, c class) bool {
	w := s.word(i)
	return w != nil && w.class&c != 0
}

// anyHas reports whether one of the atoms [i, j) is of a class.
func (s *scan) anyHas(i, j int, c class) bool {
	return extract.AnyToken(i, j, func(k int) bool { return s.has(k, c) })
}

// past is the first atom from i on, in steps, that has none of the tags.
func (s *scan) past(i, step int, tags ...string) int {
	for ; slices.Contains(tags, s.Tag(i)); i += step {
	}
	return i
}

// alone is atom i as a thing.
func (s *scan) alone(i int) thing { return thing{s.Atoms[i].Span, s.Atoms[i].Span} }

// takes makes t, if it was read, the thing of r.
func (r *reading) takes(t thing, ok bool) bool {
	if ok {
		r.of = t
	}
	return ok
}
