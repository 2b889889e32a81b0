package number

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// A Modifier is one alternative of a row of quantity_modifiers.tsv.
type Modifier struct {
	Parts       []string
	Bound, Kind string
	unless      []string
}

// Left is the modifier that ends before atom i, where a number starts, and its first atom;
// nil if there is none. Of several the longest counts.
func (s *Reader) Left(i int) (*Modifier, int) {
	w := s.Word(i - 1)
	if w == nil {
		return nil, 0
	}
	for k := range w.Left {
		m := &w.Left[k]
		if first := i - len(m.Parts); first >= 0 && s.Matches(first, m.Parts, false) && s.fits(m, first, i) {
			return m, first
		}
	}
	return nil, 0
}

// fits rules out prepositions that look like modifiers of the number at i.
func (s *Reader) fits(m *Modifier, first, i int) bool {
	switch {
	case first > 0 && slices.Contains(m.unless, s.Lower(first-1)):
		return false
	case m.Parts[0] == "over":
		return !s.stretch(first, i) && !s.takes(first, i)
	case m.Parts[0] == "sub":
		return len(m.Parts) == 2
	}
	return true
}

// stretch reports whether "over" at first leads the time that something took, and no bound:
// "testified over three weeks".
func (s *Reader) stretch(first, i int) bool {
	if s.IsWord(i, "half") {
		return false // what half is asks in turn for the words before it
	}
	n, ok := s.Number(i)
	if s.IsWord(i, "a", "an") {
		n.Last, ok = i+1, true
	}
	if !ok || !s.unit(n.Last).Time || s.lasting(first-1) {
		return false
	}
	if t := s.Tag(first - 1); extract.OneOf(t, "VBD", "VBN", "NN", "NNS", "NNP", "PRP", ",") {
		return !s.IsWord(first-1, "took")
	}
	return false
}

// takes reports whether "over" at first belongs to the verb before it, "took over three banks",
// "turned over 40 papers". A time or a sum is more than what it says: "took over three weeks". Nobody
// has over two of what is counted: "a row over two ferries".
func (s *Reader) takes(first, i int) bool {
	if s.IsWord(i, "one", "two", "three") && s.unit(i+1).Last == 0 && (s.IsWord(i+1, "of") || s.noun(i+1) && !s.IsWord(i+1, "times")) {
		n, ok := s.Number(i)
		return ok && n.Last == i+1
	}
	if !s.IsWord(first-1, "take", "takes", "took", "taken", "taking", "turn", "turns", "turned", "turning") {
		return false
	}
	if w := s.Word(i); w != nil && w.Measures && w.One < 0 {
		return false
	}
	n, ok := s.Number(i)
	return ok && !s.unit(n.Last).Time
}

// BeforeModifiers is the atom before number, prefix and modifiers that start at i.
func (s *Reader) BeforeModifiers(i int) int {
	for range 4 {
		m, first := s.Left(i)
		if m == nil {
			break
		}
		i = first
	}
	return i - 1
}

// Bound is the modifier of a number, of several the one next to it, where modifiers start
// at atom j, and the first atom behind them; nil and j if none does. Words that bound
// nothing, "exactly", are passed over.
func (s *Reader) Bound(j int) (*Modifier, int) {
	var inner *Modifier
	for range 4 {
		w := s.Word(j)
		if w == nil {
			break
		}
		k := slices.IndexFunc(w.Opening, func(m Modifier) bool {
			return s.Matches(j, m.Parts, false) && s.fits(&m, j, j+len(m.Parts))
		})
		if k < 0 {
			break
		}
		if m := &w.Opening[k]; m.Bound != "" || m.Kind != "" {
			inner = m
		}
		j += len(w.Opening[k].Parts)
	}
	return inner, j
}

// PastModifiers is the number or currency behind modifiers that start at j: "to about $5",
// "to more than $1 million"; j if there is none.
func (s *Reader) PastModifiers(j int) int {
	_, k := s.Bound(j)
	if w := s.Word(k); s.IsDigits(k) || w != nil && (w.One >= 0 || w.Measures) {
		return k
	}
	return j
}
