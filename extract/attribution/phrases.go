package attribution

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// phraseSubject is the subject of the verb in the layer of phrases, or of the verb it hangs
// on; empty where that has none.
func (r *reader) phraseSubject(v *verb) words {
	t := v.t
	if v.support >= 0 {
		t = v.support
	}
	group := r.d.VerbAt(t)
	if group < 0 {
		return words{}
	}
	n := r.d.SubjectOf(group)
	if n < 0 {
		return words{}
	}
	a := &r.d.Nouns[n]
	if a.First > v.t {
		k := a.First - 1
		for r.tagged(k, "''") {
			k--
		}
		if v.bare && r.isComma(k) { // Calling it a farce, | Lee | left
			return r.trim(words{a.First, a.Full})
		}
		return words{} // inverted: the rules look right themselves
	}
	w := r.trim(words{a.First, min(r.beforeRelative(a), v.group.a)})
	if r.is(w.a-1, "both", "about", "nearly", "almost", "only") {
		w.a--
	}
	return w
}

// beforeRelative is the end of a noun phrase without the relative clause behind a comma: Lee, | who left.
func (r *reader) beforeRelative(a *extract.NounPhrase) int {
	for t := a.First; t < a.Full; t++ {
		if r.isComma(t) && r.tagged(t+1, "WP", "WDT", "WP$") {
			return t
		}
	}
	return a.Full
}

// opensRelative reports whether a relative clause without a pronoun begins at token k: the man | she met.
func (r *reader) opensRelative(k int) bool {
	if !r.isNoun(k - 1) {
		return false
	}
	c := r.d.ClauseAt(k)
	return c >= 0 && r.d.Clauses[c].First == k
}

// completes reports whether the finite verb j is that of a complement.
func (r *reader) completes(j int) bool {
	c := r.d.ClauseOf(j)
	return c >= 0 && r.d.Clauses[c].Kind == extract.ComplementClause
}

// governs reports whether the clause of the finite verb j lies around that of v, or is the
// one that v stands in as a participle.
func (r *reader) governs(j int, v *verb) bool {
	around, c := r.d.ClauseOf(j), r.d.ClauseOf(v.t)
	if g := r.d.VerbAt(v.t); around < 0 || g < 0 || r.d.Verbs[g].Own < 0 && c == around {
		return around >= 0 && g >= 0
	}
	for n := 0; c >= 0 && n < 8; n++ {
		if c = r.d.Clauses[c].Parent; c == around {
			return true
		}
	}
	return false
}

// complement is where the subject of the clause starts that completes v without "that", in the layer of
// phrases; -1 if none does.
func (r *reader) complement(v *verb) int {
	group := r.d.VerbAt(v.t)
	k := sort.Search(len(r.d.Clauses), func(k int) bool { return r.d.Clauses[k].First >= v.group.b })
	for ; group >= 0 && k < len(r.d.Clauses) && r.d.Clauses[k].First < r.last; k++ {
		c := &r.d.Clauses[k]
		if c.OfVerb == group && c.Mark < 0 && c.Subject >= 0 && c.Verb >= 0 && !c.Joined {
			if a, b := r.d.Nouns[c.Subject].First, r.d.Verbs[c.Verb].First; !r.joinsMore(a, b) && (r.cues.use[r.lemma(v.t)]&useSense == 0 || !r.tagged(b, "VBP")) {
				return a
			}
			return -1
		}
	}
	return -1
}

// joinsMore reports whether tokens [a, b), which the layer of phrases took for a subject, hold the end of an
// object and what another clause is about: expects | no change and only guards | left.
func (r *reader) joinsMore(a, b int) bool {
	for i := a + 1; i < b; i++ {
		switch {
		case r.is(i, "after", "before", "because", "while", "as", "since", "until"):
			if i < b-1 && !r.is(i-1, "such") && !r.is(i+2, "whole") && !r.tagged(i-1, "VBN") {
				return true
			}
		case r.is(i, "but"), r.isComma(i) && r.quote[i] < 0 && r.anyTagged(words{i, b}, "CC") && !r.anyWord(a, i, "such"), i == b-1 && (r.is(i, "that") || r.tagged(i, "PRP")), r.tagged(i, "TO") && r.tagged(b, "VBP"),
			r.is(i, "and") && (r.tagged(i+1, "RB") && i+2 < b || r.anyTagged(words{a, i}, "TO") || r.anyTagged(words{a, i}, "IN") && r.tagged(i+1, "DT", "PRP$")):
			return true
		}
	}
	return false
}
