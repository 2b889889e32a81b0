package attribution

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// controlled is the object of the verb before that does what v says: "wants | voters | to
// recall", "blamed | her | for supporting"; empty if there is none.
func (r *reader) controlled(v *verb, k int) words {
	end, use := k, useBid
	if !v.to {
		if !r.tagged(v.t, "VBG") || !r.is(k, "for", "of") {
			return words{}
		}
		end, use = k-1, useReproach
	}
	if !r.isNominal(end) && !r.tagged(end, "PRP") {
		return words{}
	}
	w := r.chunkLeft(end)
	if r.tagged(end, "PRP") {
		w = words{end, end + 1}
	}
	if w.empty() || !r.isVerb(w.a-1) || r.cues.use[r.lemma(w.a-1)]&use == 0 {
		return words{}
	}
	return w
}

// described is the noun phrase that ends at token k, where a participle after it says what
// it does: "with the mayor | saying", "voters | backing"; empty where the participle goes
// on with the clause: "left the room | saying".
func (r *reader) described(k int) words {
	w := r.chunkLeft(k)
	if w.empty() {
		return w
	}
	left := w
	for r.is(left.a-1, "of", "from", "in") && r.isNominal(left.a-2) { // with a majority of voters | saying
		if left = r.chunkLeft(left.a - 2); left.empty() {
			break
		}
		if r.is(left.a-1, "with") {
			return words{left.a, w.b}
		}
	}
	if v := w.a - 1; r.isFinite(v) && (r.lemmaIs(v, "keep", "notice", "receive") || r.lemmaIs(v, "leave") && r.canSpeak(w)) || r.tagged(v, "VBN") && r.lemmaIs(v, "leave", "notice") { // has left | fans | wondering
		return w
	}
	switch v := w.a - 1; {
	case r.isVerb(v) && r.lemmaIs(v, "show", "hear", "overhear", "remember", "recall", "feature", "include", "film"),
		r.is(v, "of") && r.is(v-1, "footage", "video", "videos", "photo", "photos", "clip", "clips", "recording", "recordings", "audio"):
		return w // recalled | Lee | saying; footage of | Lee | saying
	case writings()[r.lemma(k)] && (r.isVerb(v) && r.lemmaIs(v, "slam", "reject", "dismiss", "cite", "call", "read", "see", "get", "obtain", "receive", "back", "order", "review", "support", "approve", "adopt", "pass") || r.is(v, "to", "after", "following", "despite", "amid")):
		return w // replied to | the letter | saying
	case r.is(v, "by") && r.tagged(v-1, "VBN") && writings()[r.lemma(v-2)]:
		return words{r.chunkLeft(v - 2).a, w.b} // slammed | a lawsuit filed by a guard | saying
	}
	if m := r.mentionedBefore(w); !m.empty() {
		return m
	}
	if r.is(w.a-1, "with") || r.is(k, "those", "people") || r.startsClause(w.a) && r.cues.use[r.norm(k)]&useVenue == 0 {
		return w
	}
	return words{}
}

// mentionedBefore is noun phrase w, with a group that it is part of, where it can speak and is only mentioned, not told
// something: a participle right behind it is its own. Posts from users | claiming, a video of Lee | joking, Lee and voters | backing him.
func (r *reader) mentionedBefore(w words) words {
	for r.is(w.a-1, "of") && r.isNominal(w.a-2) && r.canSpeak(r.chunkLeft(w.a-2)) { // members of his staff
		w.a = r.chunkLeft(w.a - 2).a
	}
	switch k := w.a - 1; {
	case !r.canSpeak(w), writings()[r.lemma(w.b-1)]: // a series of tweets
		return words{}
	case r.is(k, "from", "by", "among", "like", "against", "about"):
		return w
	case r.is(k, "of") && r.isNoun(k-1) && !r.tagged(k-2, "IN", "TO") && !r.startsClause(r.chunkLeft(k-1).a): // but in front of Lee
		return w
	}
	return words{}
}

// leads reports whether token k ends what comes before a clause that leads in to the main
// one: a preposition at the start, or the start itself.
func (r *reader) leads(k int) bool {
	return r.tagged(k, "IN", "WRB") && !r.finiteWithin(r.first, k-r.first)
}

// mainSubject is the subject of the main clause after the clause of v that leads in to it:
// "after closing the bridge, | the city | said".
func (r *reader) mainSubject(v *verb) words {
	for j := v.group.b; j < r.last-2; j++ {
		if r.isComma(j) && r.quote[j] < 0 && r.opensMain(j+1) && !r.tagged(j+1, "EX") {
			return r.nounRight(j+1, false)
		}
	}
	return words{}
}

// speaker is the subject of the verb of speech that a verb after "and" is joined to, or
// else of the nearest verb.
func (r *reader) speaker(k int, v *verb) words {
	if n := len(r.drafts) - 1; n >= 0 && k > r.first+1 { // had said it was sad | and praised her
		if d := &r.drafts[n]; strings.HasPrefix(d.edge, "edge.and-act") && len(d.content) > 0 && d.content[0].End > r.d.Tokens[k-2].Start && d.content[0].End <= r.d.Tokens[k].End {
			return d.source
		}
	}
	for i := k; i >= r.first; i-- {
		if r.tagged(i, "VB") && r.quote[i] < 0 && r.isSpeechVerb(i) && r.tagged(v.t, "VBD", "VBZ") { // would not say if it was so, but | said
			if g := r.verbGroup(i); r.isFinite(g.group.a) && g.negated {
				if w := r.controller(i); !w.empty() {
					return w
				}
			}
		}
		speaks := r.isVerb(i) && r.upos(i) != "AUX" && r.cues.verbs[r.lemma(i)] != nil && !r.inRelative(i)
		if speaks && r.quote[i] < 0 && r.tagged(i, "VBG") && r.tag(v.t) == "VBG" && r.isFinite(r.verbGroup(i).group.a) { // are asking why it fell and | demanding a reply
			return r.controller(i)
		}
		if speaks && r.quote[i] < 0 && r.isFinite(i) && (r.sameTense(v.t, i) || v.passive && r.tag(i) == r.tag(v.group.a) || r.tagged(v.t, "VB") && r.is(k+1, "but") && (r.tagged(v.group.a, "MD") || r.tag(i) == r.tag(v.group.a))) {
			if w := r.controller(i); !w.empty() {
				return w
			}
		}
	}
	for i := k; r.isComma(k) && i >= r.first; i-- { // uncovered care that had failed, | and said
		if r.isFinite(i) && r.quote[i] < 0 && !r.inRelative(i) {
			return r.controller(i)
		}
	}
	return r.controller(k)
}

// inRelative reports whether the verb i has a relative pronoun for a subject, or one of its own
// right after a noun: "the plan | which Hale | backed".
func (r *reader) inRelative(i int) bool {
	g := r.verbGroup(i)
	k := g.group.a - 1
	return r.tagged(k, "WP", "WDT") || r.is(k, "that") || r.tagged(k, "PRP") && (r.isNoun(k-1) || r.is(k-1, "that", "what"))
}

// commentator is the subject of the nearest verb before token k that tells of an act of
// speech: a participle after a comma goes on with that act, not with what was said. A verb that
// takes a clause comes before one that takes a quotation.
func (r *reader) commentator(k int) words {
	for _, f := range [...]frame{fThat | fClause, fQuote} {
		for i := k; i >= r.first; i-- {
			c := r.cues.verbs[r.lemma(i)]
			if c == nil || c.frames&f == 0 || r.quote[i] >= 0 || !r.isFinite(i) && !(r.tagged(i, "VB") && r.isFinite(r.verbGroup(i).group.a)) || r.inRelative(i) {
				continue
			}
			if r.isMark(i-1) && !r.tagged(i-1, "-RRB-") && (r.quote[i-1] >= 0 || r.beforeAside(i-1).empty()) { // “It burned,” said Lee, adding that it stood
				if w := r.speakerRight(i + 1); !w.empty() {
					return w
				}
			}
			return r.controller(i)
		}
	}
	return words{}
}

// doer is the subject of the nearest finite verb before token k that tells of an act or is that of a main
// clause whose subject speaks: a participle after a comma does not go on with what is only mentioned:
// Lee resigned after the vote failed | , saying it was late.
func (r *reader) doer(k int) words {
	for i := k; i >= r.first; i-- {
		if !r.isFinite(i) || r.quote[i] >= 0 {
			continue
		}
		g := r.verbGroup(i)
		c, w := r.d.ClauseOf(i), r.controller(i)
		main := r.tagged(w.a-1, "CC", ",") || c >= 0 && r.d.Clauses[c].Kind == extract.MainClause && r.canSpeak(w)
		if r.cues.verbs[r.lemma(g.t)] != nil || main && !r.tagged(w.b-1, "DT", "WP", "WDT") {
			return w
		}
		i = g.group.a
	}
	return r.controller(k)
}

// controller is the subject of the nearest finite verb at or before token k.
func (r *reader) controller(k int) words {
	for ; k >= r.first; k-- {
		if !r.isFinite(k) || r.quote[k] >= 0 {
			continue
		}
		g := r.verbGroup(k)
		left := g.group.a - 1
		if r.tagged(left, "WP", "WDT") {
			return words{left, left + 1}
		}
		g.subject = r.nounLeft(r.beforeTime(left))
		if g.subject.empty() && r.isComma(left) { // the man I met, Ann Lee, | left
			if w := r.phraseSubject(&g); !w.empty() && r.startsClause(w.a) {
				g.subject = w
			}
		}
		if !g.subject.empty() {
			return g.subject
		}
		k = g.group.a
	}
	return words{}
}
