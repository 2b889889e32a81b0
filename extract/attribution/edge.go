package attribution

import "strings"

// reachOfAdjuncts bounds how many tokens may stand between a cue and its complement.
const reachOfAdjuncts = 20

// complementAt is the token after the cue at which is holds, with nothing but the
// addressee and adjuncts between; -1 if there is none.
func (r *reader) complementAt(v *verb, is func(int) bool) int {
	j := v.group.b
	for n := 0; j < r.last && n < reachOfAdjuncts; n++ {
		if is(j) {
			return j
		}
		next := r.skipOne(j)
		if next == j {
			return -1
		}
		j = next
	}
	return -1
}

// skipOne is the token after one adjunct or noun phrase at j; j if there is none.
func (r *reader) skipOne(j int) int {
	switch {
	case r.tagged(j, "RB", "RBR") || r.isTemporal(j):
		return j + 1
	case r.tagged(j, "IN", "TO", "VBG", "RP") && !r.is(j, "that"):
		if w := r.chunkRight(j + 1); !w.empty() {
			return w.b
		}
		return j
	case r.isComma(j):
		// an aside between two commas
		for k := j + 1; k < min(j+14, r.last); k++ {
			if r.isComma(k) {
				return k + 1
			}
		}
		return j
	}
	if w := r.chunkRight(j); !w.empty() {
		return w.b
	}
	return j
}

// skipAside skips times and places after a cue: "on Tuesday", "in a statement", "earlier".
func (r *reader) skipAside(j int) int {
	for j < r.last {
		switch {
		case r.isTemporal(j) || r.tagged(j, "RB") && !r.is(j, "not", "so"):
			j++
		case r.tagged(j, "IN", "TO") && !r.is(j, "that", "if", "because", "as", "whether"):
			w := r.nounRight(j+1, false)
			if w.empty() {
				return j
			}
			j = w.b
		case r.tagged(j, "DT") && (r.isTemporal(j+1) || r.isTemporal(j+2)):
			j += 2
		default:
			return j
		}
	}
	return j
}

// addressee is the noun phrase after a verb that takes one.
func (r *reader) addressee(v *verb) words {
	if r.cues.use[r.lemma(v.t)]&useListen == 0 || r.isTemporal(v.group.b) {
		return words{}
	}
	return r.nounRight(v.group.b, false)
}

// clauseEnd is the end of the clause that starts at token i and is content of v.
func (r *reader) clauseEnd(i int, v *verb) int {
	for j := i + 2; j < r.last-2; j++ {
		if r.quote[j] >= 0 {
			continue
		}
		switch {
		case r.isComma(j) && r.is(j+1, "but", "while", "though", "although", "whereas") && !r.is(j+1, "but"),
			r.isComma(j) && r.is(j+1, "but") && r.opensMain(j+2),
			r.norm(j) == ";",
			r.isComma(j) && r.is(j+1, "according"):
			return j
		case r.is(j, "and", "but") && r.resumes(j, v):
			if r.isComma(j - 1) {
				return j - 1
			}
			return j
		}
	}
	return r.last
}

// opensMain reports whether a clause with a finite verb starts at token j.
func (r *reader) opensMain(j int) bool {
	w := r.nounRight(j, false)
	return !w.empty() && r.finiteWithin(w.b, 3)
}

// resumes reports whether the source's own clause goes on at the conjunction j: a cue in
// the same tense as v without a subject of its own.
func (r *reader) resumes(j int, v *verb) bool {
	k := j + 1
	for r.tagged(k, "RB") {
		k++
	}
	if !r.in(k) || r.tag(k) != r.tag(v.t) || !r.tagged(k, "VBD", "VBZ") {
		return false
	}
	c := r.cues.verbs[r.lemma(k)]
	return c != nil && c.frames&(fQuote|fThat) != 0
}

// phraseEnd is the end of the phrase that starts at token i: an object, an infinitive, a
// prepositional phrase.
func (r *reader) phraseEnd(i int, v *verb) int {
	for j := i + 1; j < r.last; j++ {
		if r.quote[j] >= 0 {
			continue
		}
		switch {
		case r.isComma(j) && r.breaksAt(j):
			return j
		case r.isDash(j) && !strings.Contains(r.norm(j), "-"), r.is(j, "--"), r.norm(j) == ";":
			return j
		case r.tagged(j, "CC") && r.tagged(j+1, "VBD", "VBZ", "MD") && r.tagged(v.t, "VBD", "VBZ", "MD"):
			return j
		case r.is(j, "while", "after", "because", "as", "although") && r.opensMain(j+1) && j > i+2:
			return j
		}
	}
	return r.last
}

// breaksAt reports whether the comma j ends a phrase rather than divides a list.
func (r *reader) breaksAt(j int) bool {
	return r.tagged(j+1, "CC", "VBG", "WDT", "WP", "RB", "IN", "PRP", "WRB", "DT", "NNP", "VBN", "VBD") && !r.is(j+1, "and", "or") ||
		r.is(j+1, "and") && (r.opensMain(j+2) || r.isVerb(j+2))
}
