package phrase

import "github.com/claimwire/claimwire/extract"

// reach tells how far each noun phrase goes: Tail with its prepositional phrases, Full with
// all that hangs on it.
func (r *reader) reach() {
	for n := len(r.nouns) - 1; n >= 0; n-- {
		if a := &r.nouns[n]; a.Link == "prep" && r.hangs(a) {
			on := &r.nouns[a.On]
			on.Tail = max(on.Tail, a.Tail)
			on.Full = max(on.Full, a.Full, a.Tail)
		}
	}
	for k := range r.clauses {
		if c := &r.clauses[k]; c.Kind == extract.RelativeClause && c.OfNoun >= 0 {
			r.widen(c.OfNoun, c.Last)
		}
	}
	r.participles()
	for n := len(r.nouns) - 1; n >= 0; n-- {
		if a := &r.nouns[n]; a.On >= 0 && a.On < n && extract.OneOf(a.Link, "apposed", "list") {
			on := &r.nouns[a.On]
			on.Full = max(on.Full, a.Full, a.Tail)
		}
	}
	r.subjects()
}

// widen lets a noun phrase, and those it hangs in, go on to token end.
func (r *reader) widen(n, end int) {
	for k := 0; k < deep; k++ {
		a := &r.nouns[n]
		a.Full = max(a.Full, end)
		if a.Link != "prep" || !r.hangs(a) {
			return
		}
		n = a.On
	}
}

var afterParticiple = maskOf("IRT")

// participles adds to a noun phrase the participle right behind it, with its object and
// prepositions: people | living in Bonn.
func (r *reader) participles() {
	for v := range r.verbs {
		w := &r.verbs[v]
		n := r.nounOf(w.First - 1)
		if w.Rule != "vp.participle/1" || w.Finite || n < 0 || r.nouns[n].Time {
			continue
		}
		end := w.Last
		for end < len(r.class) && end < w.Last+far {
			if n := r.nounAt[end]; n >= 0 {
				end = max(r.nouns[n].Last, r.nouns[n].Tail)
			} else if r.is(end, afterParticiple) {
				end++
			} else {
				break
			}
		}
		r.widen(n, end)
	}
}

// subjects gives the subject of a clause all that stands between it and the verb.
func (r *reader) subjects() {
	for k := range r.clauses {
		c := &r.clauses[k]
		if c.Subject < 0 || c.Verb < 0 || c.Joined {
			continue
		}
		a := &r.nouns[c.Subject]
		end := r.verbs[c.Verb].First
		if a.Last > end || end-a.Last > 2*far || a.Rule == "np.pronoun/1" || a.Rule == relativePronoun {
			continue
		}
		if k+1 < len(r.clauses) && r.clauses[k+1].Kind == extract.InsertedClause { // the bridge, | Lee said, | is closed
			end = max(a.Last, min(end, r.clauses[k+1].First))
		}
		if end = r.withoutAdjuncts(c.Subject, end); r.coversSubject(a, end) {
			a.Full = max(end, a.Last)
			a.Tail = min(a.Tail, a.Full) // what stands beyond the verb does not hang on its subject
		}
	}
}

var adjunctMarks = maskOf(",R-In")

// withoutAdjuncts is end without the times, adverbs and marks before it that belong to the verb.
func (r *reader) withoutAdjuncts(subject, end int) int {
	for end > r.nouns[subject].Last {
		switch n := r.nounOf(end - 1); {
		case n >= 0 && n != subject && r.nouns[n].Time && r.verbOf(r.nouns[n].First-1) < 0:
			end = r.nouns[n].First
		case n < 0 && r.is(end-1, adjunctMarks):
			end--
		default:
			return end
		}
	}
	return end
}

var opensAdjunct = maskOf("SWQGER")

// coversSubject reports whether what stands between a subject and end is part of it: not an
// adjunct between commas, nor anything that a comma opens and none closes.
func (r *reader) coversSubject(a *extract.NounPhrase, end int) bool {
	commas, depth := 0, 0
	for t := a.Last; t < end; t++ {
		switch r.class[t] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 && r.nounAt[t] < 0 {
				commas++
			}
		}
	}
	if closed := r.at(end) == ','; closed != (commas%2 == 1) {
		return commas == 0 && closed
	}
	next := a.Last + 1
	return commas == 0 || !r.is(next, opensAdjunct) && (r.at(next) != 'I' || r.norm(next) == "of")
}

// hangs reports whether the prepositional phrase of a belongs to the noun phrase before it
// and not to the verb.
func (r *reader) hangs(a *extract.NounPhrase) bool {
	on := &r.nouns[a.On]
	prep := r.norm(a.Prep)
	switch {
	case prep == "of":
		return true
	case a.Time || prep == "than" || on.Rule == "np.pronoun/1":
		return false
	case r.beforeVerb(a.Last) && r.opensClause(on):
		return true
	}
	switch prep {
	case "between":
		return true
	case "for", "about", "against", "on", "over", "among":
		return on.Det >= 0
	}
	return false
}

// beforeVerb reports whether only phrases and prepositions stand between token k and a
// finite verb: the subject's side of the clause.
func (r *reader) beforeVerb(k int) bool {
	for end := k + far; k < len(r.class) && k < end; k++ {
		if r.nounAt[k] < 0 && r.class[k] != 'I' && r.class[k] != 'R' {
			return r.isFinite(k)
		}
	}
	return false
}

var opensPhrase = maskOf(",SHK\"R")

// opensClause reports whether the phrase stands where a clause begins.
func (r *reader) opensClause(on *extract.NounPhrase) bool {
	k := on.First - 1
	return k < 0 || r.is(k, opensPhrase) || r.class[k] == 'I' && on.On >= 0
}
