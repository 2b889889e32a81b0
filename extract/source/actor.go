package source

import (
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// minded are the stances that only somebody with a mind can take.
var minded = map[string]bool{"believe": true, "doubt": true, "intend": true}

// bars are the rules by which nobody, or nobody of this kind, can be behind an attribution.
// The first that holds is named, and no claim is made of the attribution.
var bars = []struct {
	id, example string // the example makes no claim
	holds       func(a *resolver, i int) bool
}{
	{"source.retold/1", "Boone denied the notion that the dam was safe.", (*resolver).retold},
	{"source.empty/1", "There said the dam was safe.", (*resolver).isEmpty},
	{"source.time/1", "Monday said the dam was safe.", (*resolver).isTime},
	{"source.mindless/1", "The shuttle saw that its last flight was over.", (*resolver).mindless},
}

// barred is the id of the rule by which attribution i makes no claim; "" if none holds.
func (a *resolver) barred(i int) string {
	for k := range bars {
		if bars[k].holds(a, i) {
			return bars[k].id
		}
	}
	return ""
}

// spoken reports whether an attribution needs nothing of its source: it names none, or what
// is quoted has been said all the same.
func spoken(at *extract.Attribution) bool { return at.Source.Empty() || at.Type == extract.Direct }

// isEmpty reports whether the source is a word that, alone, names nobody: there, an.
func (a *resolver) isEmpty(i int) bool {
	at := &a.Attributions[i]
	first, end := a.TokensIn(at.Source)
	return !spoken(at) && first+1 == end && (a.isEmptyWord(first) || a.isFragment(first))
}

// mindless reports whether the cue is one of thinking, and the source a thing.
func (a *resolver) mindless(i int) bool {
	at := &a.Attributions[i]
	return !spoken(at) && a.Sources[i].Kind == document && minded[at.Stance]
}

// retold reports whether another attribution with the same content is the right one. "Lee
// denied the notion that it leaks" is Lee's alone; "the test refuted Lee's claim that it
// leaks", or shows faults in it, leaves the claim to Lee.
func (a *resolver) retold(n int) bool {
	at := &a.Attributions[n]
	if len(at.Content) == 0 || at.CueHead < 0 {
		return false
	}
	for _, i := range a.told[at.Content[0]] {
		switch other := &a.Attributions[i]; {
		case a.nominal(at) == a.nominal(other):
		case a.nominal(at) && at.Source.Empty():
			return true
		case a.nominal(other) && !other.Source.Empty() && at.Stance == "assert" && at.CueHead < other.CueHead:
			return a.Sources[n].Name != a.Sources[i].Name
		}
	}
	return false
}

// isEmptyWord reports whether token i, alone, names nobody: there, an, wary.
func (a *resolver) isEmptyWord(i int) bool {
	return slices.Contains([]string{"there", "a", "an", "the"}, a.norm(i)) || a.tag(i) == "JJ" && a.listedKind(i) == "" && !a.IsCapital(i)
}

// isTime reports whether the source is an expression of time.
func (a *resolver) isTime(n int) bool {
	at := &a.Attributions[n]
	i := sort.Search(len(a.Times), func(i int) bool { return a.Times[i].Start >= at.Source.Start })
	return !spoken(at) && i < len(a.Times) && a.Times[i].Span == at.Source
}

// isExpletive reports whether the source is the "it" of "it is unclear" or "it has been
// confirmed", which stands for nobody.
func (a *resolver) isExpletive(at *extract.Attribution) bool {
	first, end := a.TokensIn(at.Source)
	if first+1 != end || a.norm(first) != "it" || at.CueHead <= first {
		return false
	}
	switch a.tag(at.CueHead) {
	case "JJ":
		return true
	case "VBN":
		for i := first + 1; i < at.CueHead && i < first+6; i++ {
			if w := a.norm(i); extract.OneOf(w, "is", "was", "been", "be", "being") {
				return true
			}
		}
	}
	return extract.OneOf(a.lemma(at.CueHead), "seem", "appear")
}

// nominal reports whether the cue is a noun.
func (a *resolver) nominal(at *extract.Attribution) bool {
	return strings.HasPrefix(a.tag(at.CueHead), "NN")
}
