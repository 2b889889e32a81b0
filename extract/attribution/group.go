package attribution

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// A verb is a verb group with its subject.
type verb struct {
	t       int   // the verb that carries the sense
	group   words // auxiliaries, negation, adverbs, verb, particle
	to      bool  // an infinitive
	passive bool
	negated bool
	bare    bool // a participle without an auxiliary
	subject words
	cue     *cue
	support int    // the verb before "to" that the group takes in; -1
	edge    string // id of the edge that ended its content; "" before one is looked for
}

// group finds the verb group around the verb t.
func (r *reader) verbGroup(t int) verb {
	v := verb{t: t, support: -1}
	aux := false
	k := t - 1
	for ; k >= r.first && r.quote[k] == r.quote[t]; k-- {
		switch tag := r.tag(k); {
		case tag == "MD":
			aux = true
		case tag[0] == 'V' && isAuxiliary(r.lemma(k)):
			aux = true
			if (r.lemma(k) == "be" || r.lemma(k) == "get") && r.tagged(t, "VBN", "VBD") {
				v.passive = true
			}
		case r.isTorn(k):
			goto done
		case tag == "RB" || tag == "RBR" || tag == "RP":
			switch r.norm(k) {
			case "not", "n't", "never":
				v.negated = v.negated || !r.is(k+1, "only", "just", "merely", "simply", "solely")
			case "no":
				v.negated = v.negated || r.is(k+1, "longer")
			case "when", "how", "so", "as", "too":
				if r.is(k, "so") && r.is(k+1, "far") {
					continue
				}
				goto done
			}
		default:
			goto done
		}
	}
done:
	v.group = words{k + 1, t + 1}
	for v.group.a < t && r.is(v.group.a, "online", "offline", "overseas", "worldwide", "ago", "together", "over", "off", "out", "there", "maybe") {
		v.group.a++
	}
	for v.group.a < t && r.is(v.group.a, "however", "then", "now", "so", "yet", "even", "just", "there", "here", "nearby", "locally", "abroad") && !aux {
		v.group.a++
	}
	if c, n := r.particleCue(t); c != nil {
		v.group.b += n
	} else if r.tagged(t+1, "RP") {
		v.group.b++
	}
	if r.tagged(k, "TO") {
		v.to = true
		v.group.a = k
	}
	v.bare = !aux && !v.to && r.tagged(t, "VBG", "VBN") && !r.activeParticiple(t) && !(r.tagged(t, "VBN") && r.trails(t))
	return v
}

func isAuxiliary(lemma string) bool {
	return extract.OneOf(lemma, "be", "have", "do", "get")
}

// takeSupport widens the group of an infinitive by the verb before it that adds no
// sense of its own: "declined to say", "went on to add", "has yet to confirm".
func (r *reader) takeSupport(v *verb) {
	if !v.to {
		return
	}
	k := v.group.a - 1
	if r.is(k, "on") && r.lemmaIs(k-1, "go") || r.is(k, "yet", "able") {
		k--
	}
	if !r.in(k) || !r.isVerb(k) || r.cues.use[r.lemma(k)]&useSupport == 0 && !r.is(k+1, "yet", "able") {
		return
	}
	outer := r.verbGroup(k)
	if r.lemmaIs(k, "plan", "want") && !r.lemmaIs(v.t, "know") && !outer.negated && !outer.to && !r.is(outer.group.a-1, "i", "we") {
		return // an act of its own: plans | to back it
	}
	v.support = k
	v.group.a = outer.group.a
	v.negated = v.negated || outer.negated || r.cues.use[r.lemma(k)]&useDecline != 0
	v.passive = v.passive || outer.passive
	v.to, v.bare = outer.to, outer.bare
}

func (r *reader) lemmaIs(i int, any ...string) bool {
	return r.in(i) && slices.Contains(any, r.lemma(i))
}
