package claim

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// minded are the stances that only somebody with a mind can take.
var minded = map[string]bool{"believe": true, "doubt": true, "intend": true}

// canAct reports whether the source of an attribution, which is of this kind, can be
// behind it: no bare "there" or "an", no time, and nothing without a mind where the cue is
// one of thinking ("the shuttle saw its last flight"). What is quoted has been said all
// the same.
func (a *assembler) canAct(at *extract.Attribution, kind string) bool {
	if a.retold(at) {
		return false
	}
	if at.Source.Empty() || at.Type == extract.Direct {
		return true
	}
	first, end := a.TokensIn(at.Source)
	if first+1 == end && a.isEmptyWord(first) {
		return false
	}
	return !a.isTime(at.Source) && !(kind == document && minded[at.Stance])
}

// retold reports whether another attribution with the same content is the right one. "Lee
// denied the notion that it leaks" is Lee's alone; "the test refuted Lee's claim that it
// leaks", or shows faults in it, leaves the claim to Lee.
func (a *assembler) retold(at *extract.Attribution) bool {
	if len(at.Content) == 0 || at.CueHead < 0 {
		return false
	}
	for _, i := range a.told[at.Content[0]] {
		other := &a.Attributions[i]
		switch {
		case a.nominal(at) == a.nominal(other):
		case a.nominal(at) && at.Source.Empty():
			return true
		case a.nominal(other) && !other.Source.Empty() && at.Stance == assert && at.CueHead < other.CueHead:
			return a.phrase(at).name != a.phrase(other).name
		}
	}
	return false
}

// isEmptyWord reports whether token i, alone, names nobody: there, an, wary.
func (a *assembler) isEmptyWord(i int) bool {
	switch a.norm(i) {
	case "there", "a", "an", "the":
		return true
	}
	return a.tag(i) == "JJ" && a.listedKind(i) == "" && !shares[a.norm(i)] && !capital(a.In(a.Tokens[i].Span))
}

// isTime reports whether s is an expression of time.
func (a *assembler) isTime(s extract.Span) bool {
	i := sort.Search(len(a.Times), func(i int) bool { return a.Times[i].Start >= s.Start })
	return i < len(a.Times) && a.Times[i].Span == s
}

// isExpletive reports whether the source is the "it" of "it is unclear", which stands for
// nobody.
func (a *assembler) isExpletive(at *extract.Attribution) bool {
	first, end := a.TokensIn(at.Source)
	return first+1 == end && a.norm(first) == "it" && at.CueHead > first && a.tag(at.CueHead) == "JJ"
}
