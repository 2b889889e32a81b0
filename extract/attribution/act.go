package attribution

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// cannotAct reports whether the verb after the conjunction j is an act of speech that the
// subject of the content from token i cannot do, so that it is the source's own: "said the
// dam was full | and blamed the council", "said it had not been asked | and accused".
func (r *reader) cannotAct(i, j int, v *verb) bool {
	k := r.skipAdverbs(j + 1)
	if s := r.nounRight(i, false); r.is(k, "would") && r.lemmaIs(k+1, "advise", "urge", "encourage", "ask", "welcome") && r.hasObject(k+1) {
		return r.is(s.a, "it", "there") || !s.empty() && r.isThing(s) // told us it was open | but would advise
	}
	c := r.cues.verbs[r.lemma(k)]
	s := r.nounRight(i, false)
	if r.isPast(k) && r.speaksOut(k) && (r.isPast(v.t) || r.is(v.group.a, "has", "had", "did", "went") || v.bare) && (r.hasObject(k) || r.is(k+1, "that") || r.isMark(k+1)) && r.cues.use[r.lemma(k)]&useAttitude == 0 && !r.is(k, "alleged") && r.states(i, j) {
		return !isPronoun(r.tag(i)) || r.is(i, "it", "there") || !r.lemmaIs(k, "tell", "call", "ask") // said he was “sad” | and praised her
	}
	if c == nil || !r.sameTense(k, v.t) || !r.tagged(v.t, "VBD", "VBZ") || !r.hasObject(k) || s.empty() {
		return false
	}
	if r.tagged(s.a, "PRP") {
		return !r.is(s.a, "he", "she", "i", "we", "you") && r.suffers(s.b, j)
	}
	return r.isThing(s) || ownActs[r.lemma(k)] && r.tagged(s.b-1, "NN", "NNS") && !r.isPerson(s)
}

// states reports whether tokens [a, b) tell how something is and not what somebody did: he was sad, it had been full, it
// would go.
func (r *reader) states(a, b int) bool {
	n := 0
	for ; a < b; a++ {
		if next := r.skipAdverbs(a + 1); r.isFinite(a) && r.quote[a] < 0 {
			if n++; !r.tagged(a, "MD") && !r.lemmaIs(a, "be", "have", "become", "remain") || r.tagged(next, "VBG") || r.lemmaIs(a, "have") && r.tagged(next, "VBN") && !r.lemmaIs(next, "be", "become") {
				return false
			}
		}
	}
	return n > 0
}

// ownActs are the verbs that after "and" go on with the act of who spoke, not with what was said.
var ownActs = map[string]bool{"call": true, "urge": true, "appeal": true, "pledge": true, "vow": true, "promise": true, "accuse": true, "condemn": true, "thank": true, "apologise": true, "apologize": true}

// sameTense reports whether two verbs have one form; the participle after a conjunction, with
// an object, is a past tense that the tagger missed.
func (r *reader) sameTense(a, b int) bool {
	return r.tag(a) == r.tag(b) || r.isPast(a) && r.isPast(b)
}

func (r *reader) isPast(t int) bool { return r.tagged(t, "VBD") || r.activeParticiple(t) }

// activeParticiple reports whether the participle t stands for a past tense: after a
// conjunction, with an object of its own, where no perfect before goes on: "was full and
// blamed the council", not "had lied and denied it".
func (r *reader) activeParticiple(t int) bool {
	if r.tagged(t, "VBN") && r.isNominal(t-1) {
		k := r.chunkLeft(t-1).a - 1
		if c := r.cues.verbs[r.lemma(t)]; r.cues.use[r.lemma(t)]&useWhole != 0 || r.in(k) && r.quote[k] >= 0 && r.quote[t] < 0 && c != nil && c.frames&fQuote != 0 {
			return true // "officials | said", where the tagger looked for a form of have; “No,” Lee | added
		}
	}
	if !r.tagged(t, "VBN") || !r.is(t-1, "and", "but") || !r.hasObject(t) {
		return false
	}
	for k := t - 2; k >= r.first; k-- {
		switch {
		case r.tagged(k, "VBN"):
			return r.lemmaIs(k-1, "be") || r.lemmaIs(k-2, "be")
		case r.tagged(k, "VBD", "VBZ", "VBP", "MD"):
			return true
		}
	}
	return false
}

// hasObject reports whether the verb t has an object, or a phrase that its cue takes.
func (r *reader) hasObject(t int) bool {
	c := r.cues.verbs[r.lemma(t)]
	return r.opensNoun(t+1) || r.tagged(t+1, "PRP") || c != nil && c.takes(r.norm(t+1))
}

// suffers reports whether the verb group at token a is passive: had not been asked.
func (r *reader) suffers(a, limit int) bool {
	be := false
	for ; a < limit && r.in(a); a++ {
		switch {
		case r.lemmaIs(a, "be"):
			be = true
		case be && r.tagged(a, "VBN"):
			return true
		case !r.tagged(a, "MD", "RB", "VBD", "VBZ", "VBP", "VBN"):
			return false
		}
	}
	return false
}

// isThing reports whether a noun phrase is headed by a common noun for what neither speaks
// nor is written.
func (r *reader) isThing(w words) bool {
	_, head := r.settleSource(w)
	return r.tagged(head, "NN", "NNS") && !speakers()[r.norm(head)] && !speakers()[r.lemma(head)]
}

// isPerson reports whether a noun phrase is headed by what a person is or does.
func (r *reader) isPerson(w words) bool {
	_, head := r.settleSource(w)
	return persons()[r.norm(head)]
}

// persons are the roles, singular and plural.
var persons = sync.OnceValue(func() map[string]bool { return nouns(map[string]bool{}, "roles", 2) })

// speakers are the nouns for persons, bodies and writings.
var speakers = sync.OnceValue(func() map[string]bool {
	m := nouns(map[string]bool{}, "roles", 2)
	for _, list := range []string{"persons", "source_nouns", "groups"} {
		nouns(m, list, 1)
	}
	return m
})

// nouns adds to m those in the first columns of a list.
func nouns(m map[string]bool, list string, columns int) map[string]bool {
	for _, row := range lexicon.Must(list).Rows {
		for _, cell := range row.Cells[:columns] {
			for _, w := range lexicon.Split(cell) {
				m[strings.ToLower(w)] = true
			}
		}
	}
	return m
}
