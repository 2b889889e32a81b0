package attribution

import "github.com/claimwire/claimwire/extract"

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

// clauseOf is the clause that token t stands in, by its verb group; -1 if it is in none.
func (r *reader) clauseOf(t int) int {
	v := r.d.VerbAt(t)
	if v < 0 {
		return -1
	}
	if own := r.d.Verbs[v].Own; own >= 0 {
		return own
	}
	return r.d.Verbs[v].Clause
}

// completes reports whether the finite verb j is that of a complement.
func (r *reader) completes(j int) bool {
	c := r.clauseOf(j)
	return c >= 0 && r.d.Clauses[c].Kind == extract.ComplementClause
}

// governs reports whether the clause of the finite verb j lies around that of v, or is the
// one that v stands in as a participle.
func (r *reader) governs(j int, v *verb) bool {
	around, c := r.clauseOf(j), r.clauseOf(v.t)
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
