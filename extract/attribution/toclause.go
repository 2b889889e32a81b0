package attribution

import (
	"github.com/claimwire/claimwire/extract"
)

// personTo is the addressee and an infinitive.
func (r *reader) personTo(v *verb) (draft, bool) {
	a := r.untilWhen(r.nounRight(v.group.b, false))
	at := r.pastWhen(a.b)
	to := at
	if r.is(to, "not", "never") {
		to++
	}
	if a.empty() || !r.tagged(to, "TO") || !r.tagged(to+1, "VB", "RB") || !r.toldOf(v).empty() {
		return draft{}, false
	}
	d := r.begin(v)
	d.addressee = a
	return r.fill(d, at, r.phraseEnd(to, v))
}

func (r *reader) toClause(v *verb) (draft, bool) {
	at := r.pastWhen(v.group.b)
	to := at
	if r.is(to, "not", "never") { // promised not to
		to++
	}
	if !r.tagged(to, "TO") || !(r.tagged(to+1, "VB", "RB") || r.tagged(to+1, "``") && r.tagged(to+2, "VB", "RB")) || !r.intends(v) {
		return draft{}, false
	}
	d := r.begin(v)
	if v.cue.stance(fTo) == "hearsay" && !v.subject.empty() && v.support < 0 {
		object := d.source
		d.source, d.head, d.kind = words{}, -1, "implicit"
		if d, ok := r.fill(d, object.a, object.b); ok {
			return r.fill(d, at, r.phraseEnd(to, v))
		}
	}
	end := r.phraseEnd(to, v)
	if r.tagged(v.t, "NNS") { // board plans to scrap the dam | should be dropped
		end = min(end, r.outerVerb(to, 0))
	}
	return r.fill(r.withGap(d, v, words{to, end}), at, end)
}

// withGap gives the draft the noun that the infinitive, or the clause from its verb on, lacks, where v stands in a relative clause about it:
// a theme | she wants to explore, the claims, | which Hale has vowed to ignore, what | he plans to do.
func (r *reader) withGap(d draft, v *verb, infinitive words) draft {
	k, c, end := v.subject.a-1, r.d.ClauseAt(v.t), infinitive.a+1
	if c >= 0 && r.d.Clauses[c].Kind == extract.RelativeClause && r.d.Clauses[c].First == v.subject.a && r.isNoun(k) {
		k++
	} else if !r.isRelativePronoun(k) || r.tagged(k-1, "IN") && !r.is(k, "what") {
		return d
	}
	for r.tagged(end, "VB", "VBN", "RB", "RP", "JJ", "``", "''") {
		end++
	}
	noun := r.cues.nouns[r.lemma(k-1)]
	tells := noun != nil && noun.frames&fThat != 0 && r.is(k, "he", "she", "they", "it", "we", "i")          // rumours | she was planning to leave
	stranded := r.tagged(r.trim(infinitive).b-1, "IN", "RP", "TO") && !r.finiteWithin(end, infinitive.b-end) // but: to be a pilot when he grew up
	hasObject := end < infinitive.b && (r.tagged(end, "VBG", "TO") || r.opensNoun(end)) && !stranded
	if hasObject || tells || r.isRelativePronoun(v.subject.a) || r.isTemporal(k-1) || r.is(k-1, "time", "moment", "way", "reason", "place") {
		return d
	}
	if w := r.antecedent(k); !r.is(k, "what") {
		d, _ = r.fill(d, w.a, w.b)
		return d
	}
	d, _ = r.fill(d, k, k+1)
	return d
}
