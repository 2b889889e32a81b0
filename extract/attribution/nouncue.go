package attribution

import "github.com/claimwire/claimwire/extract"

// tryNoun drafts noun cues: "his claim that", "the mayor's criticism of".
func (r *reader) tryNoun(t int) {
	if r.isVerbAfterAll(t) {
		r.tryVerb(t)
		return
	}
	c := r.cues.nouns[r.lemma(t)]
	if c == nil || t+2 >= r.last {
		return
	}
	source, a := r.possessor(t)
	if source.empty() {
		source = r.presenter(t)
	}
	at, maker := r.pastMaker(t + 1)
	if source.empty() {
		source = maker
	}
	owned := !source.empty()
	if !owned && t > r.first && r.endsName(t-1) && r.tagged(t-1, "NNP", "NNPS") {
		source, a = r.chunkLeft(t-1), t // a Supreme Court | ruling that
	}
	v := verb{t: t, group: words{a, t + 1}, cue: c}
	d := draft{rule: "attr.noun/1", source: source, head: source.b - 1, cue: words{a, t + 1}, cueHead: t}
	if !source.empty() {
		d.source, d.head = r.settleSource(source)
	}
	if d, ok := r.nounContent(d, &v, at, owned); ok {
		d.edge = v.edge
		r.keep(d)
	}
}

// presenter is the subject of the verb that leads to the noun cue at token t: Lee | made the claim that,
// came to the view that, is of the view that.
func (r *reader) presenter(t int) words {
	w := r.chunkLeft(t)
	at := w.a - 1
	switch {
	case w.empty():
		return words{}
	case r.is(at, "to", "at") && r.lemmaIs(at-1, "come", "arrive"), r.is(at, "of", "under") && r.lemmaIs(at-1, "be"):
		at--
	case r.cues.use[r.lemma(at)]&useLight == 0:
		return words{}
	}
	if !r.isFinite(at) && !r.tagged(at, "VBN") {
		return words{}
	}
	v := r.verbGroup(at)
	if r.findSubject(&v); v.passive || v.bare {
		return words{}
	}
	return v.subject
}

// trails reports whether token t is a cue at the end of its sentence, with its subject and a comma
// before it, whatever the tagger took it for: “It will rain, the ministry | forecasts.”
func (r *reader) trails(t int) bool {
	c := r.cues.verbs[r.lemma(t)]
	if c == nil || c.frames&fPre == 0 || c.frames&(fThat|fClause) == 0 || r.last-t > 2 || !r.isNominal(t-1) || !r.tagged(t, "NN", "NNS", "VBN", "VBD", "VBZ") {
		return false
	}
	w := r.chunkLeft(t - 1)
	if w.empty() || r.anyTagged(w, "CC") { // charts, speed and policy | rules
		return false
	}
	for w.a-1 > r.first && r.tagged(w.a-1, "VBG", "VBN", "JJ") {
		w.a--
	}
	return r.isComma(w.a-1) && r.finiteWithin(r.first, w.a-1-r.first)
}

// isVerbAfterAll reports whether the tagger took the verb of a clause for a noun: "analysts
// estimate that", "the party plans to".
func (r *reader) isVerbAfterAll(t int) bool {
	c := r.cues.verbs[r.lemma(t)]
	if r.trails(t) {
		return true
	}
	if c == nil || !r.isNominal(t-1) || r.tagged(t-1, "JJ", "DT", "CD") || r.finiteWithin(r.first, t-r.first) {
		return false
	}
	return c.frames&fThat != 0 && r.is(t+1, "that") && !r.isFinite(t+2) ||
		c.frames&fTo != 0 && r.tagged(t+1, "TO") && r.tagged(t, "NNS")
}

// possessor is the owner of the noun t, and the first token of the noun phrase after it.
func (r *reader) possessor(t int) (words, int) {
	a := t
	for r.tagged(a-1, "JJ", "NN", "JJR", "JJS", "VBN", "VBG") && t-a < 4 {
		a--
	}
	switch {
	case r.tagged(a-1, "PRP$"):
		return words{a - 1, a}, a
	case r.tagged(a-1, "POS"):
		w := r.chunkLeft(a - 2)
		if w.empty() {
			return w, a
		}
		return words{w.a, w.b}, a
	}
	have := a - 1
	if r.tagged(have, "DT") {
		have--
	}
	if r.lemmaIs(have, "have") && !r.anyTagged(words{have + 1, t}, "VBN", "VBG") && r.is(t+1, "that") { // Lee has no doubt that
		g := r.verbGroup(have)
		r.findSubject(&g)
		return g.subject, t
	}
	return words{}, t
}

func (r *reader) nounContent(d draft, v *verb, j int, owned bool) (draft, bool) {
	switch c := v.cue; {
	case c.frames&fThat != 0 && r.is(j, "that") && r.lacksObject(j+1):
		return d, false
	case c.frames&fThat != 0 && r.is(j, "that") && !r.isFinite(r.skipAdverbs(j+1)) && !(r.tagged(j+1, "``") && r.isFinite(r.skipAdverbs(j+2))):
		d.stance = c.stance(fThat)
		return r.fill(d, j+1, min(r.clauseEnd(j+1, v), r.outerEnd(v, j+1, 1)))
	case c.frames&fThat != 0 && r.tagged(v.t, "NNS") && !r.lemmaIs(v.t, "remark", "comment", "statement", "promise") && r.tagged(v.t-1, "IN", "VBD", "VBZ", "VBP", "VB", "VBG", "TO", "CC") && (r.tagged(j, "EX") || r.tagged(j, "PRP", "DT") && r.opensMain(j)): // amid claims | he lied
		d.stance = c.stance(fThat)
		return r.fill(d, j, min(r.clauseEnd(j, v), r.outerEnd(v, j, 1)))
	case !owned:
		return d, false
	case c.frames&(fThat|fClause) != 0 && r.lemmaIs(j, "be") && r.is(j+1, "that") && !r.is(v.t, "appeal"): // her view | is that it will fall
		d.stance = c.stance(fThat | fClause)
		return r.fill(d, j+2, r.clauseEnd(j+2, v))
	case c.frames&fTo != 0 && r.tagged(j, "TO") && r.tagged(j+1, "VB"):
		d.stance = c.stance(fTo)
		had := 0
		if r.isSpeechVerb(j+1) && (!r.opensNoun(j+2) || r.cues.verbs[r.lemma(j+1)].frames&fNoun == 0 || r.finiteWithin(r.first, v.t-r.first)) { // to say that it would go; not: her refusal to disavow the club could
			had = 1
		}
		return r.fill(d, j, min(r.phraseEnd(j, v), r.outerEnd(v, j, had)))
	case c.frames&fPrep != 0 && r.in(j+1) && c.takes(r.norm(j)):
		d.stance = c.stance(fPrep)
		d.cue.b = j + 1
		w := r.nounRight(j+1, false)
		if w.empty() || r.in(w.b) && r.quote[w.b] >= 0 { // a call for a “badly needed” inquiry
			w = words{j + 1, r.phraseEnd(j+1, v)}
		}
		w.b = max(r.participleEnd(w.b), r.dueEnd(w, v))
		if r.pastWhen(j) > j || !r.counts(w) && c.stance(fPrep) != "demand" { // his account | on 19 May
			return d, false
		}
		return r.fill(d, w.a, w.b)
	}
	return d, false
}

// lacksObject reports whether the clause from token i only says which claim or danger is meant, as its verb lacks
// the object that the noun before it is: the claims that Lee | made, the threat that floods | pose.
func (r *reader) lacksObject(i int) bool {
	if r.tagged(i, "``") {
		i++
	}
	k := r.skipAdverbs(r.chunkRight(i).b)
	if r.tagged(k, "''") {
		k++
	}
	if k <= i || !r.isFinite(k) {
		return false
	}
	for r.isVerb(k+1) && !r.isFinite(k+1) || r.tagged(k+1, "RB") {
		k++
	}
	left := r.cues.use[r.lemma(k)]&useLight != 0 || r.lemmaIs(k, "pose", "present", "represent", "bring", "have", "face", "deny", "reject", "dismiss")
	return left && (!r.in(k+1) || r.isMark(k+1) || r.isFinite(k+1) || r.tagged(k+1, "IN", "CC") || r.tagged(k+1, "TO") && !r.tagged(k+2, "VB"))
}

// counts reports whether a phrase has a number: "her estimate of | 3,000", not "his view of |
// the plan", which tells of no claim.
func (r *reader) counts(w words) bool {
	return w.b > w.a+1 && r.anyTagged(w, "CD")
}

// participleEnd is the end of a participle that describes the noun before token b: "troops |
// already training in Russia"; b if there is none.
func (r *reader) participleEnd(b int) int {
	k := r.skipAdverbs(b)
	if !r.tagged(k, "VBG") {
		return b
	}
	for ; r.in(k) && !r.isMark(k) && !r.isFinite(k); k++ {
		b = k + 1
	}
	return b
}

// dueEnd is the end of what somebody is called on to do, after the noun phrase w: his call for
// Britons | still there to leave; w.b if there is none.
func (r *reader) dueEnd(w words, v *verb) int {
	if v.cue.stance(fPrep) != "demand" {
		return w.b
	}
	end := r.phraseEnd(w.a, v)
	for k := w.b; k < min(end, w.b+6); k++ {
		if r.tagged(k, "TO") {
			return min(end, r.outerVerb(k, 0))
		}
		if r.isMark(k) || r.isFinite(k) {
			break
		}
	}
	return w.b
}

// outerEnd is where the clause around the noun cue of v goes on after its content, which starts at
// token i and has as many finite verbs as given: at the verb that the noun is the subject of. As
// the object of a verb it has none.
func (r *reader) outerEnd(v *verb, i, had int) int {
	if r.isVerb(v.group.a-1) && !r.tagged(v.group.a-1, "VBN") {
		return r.last
	}
	return r.outerVerb(i, had)
}

// outerVerb is the finite verb whose subject is the noun cue itself: the first without a
// subject of its own after the clause from token i has had as many as given.
func (r *reader) outerVerb(i, had int) int {
	for j := i + 1; j < r.last; j++ {
		if r.quote[j] >= 0 || !r.isFinite(j) {
			continue
		}
		if c := r.d.ClauseOf(j); had == 0 && c >= 0 && r.d.Clauses[c].First > i && (r.d.Clauses[c].Mark >= 0 || r.d.Clauses[c].Kind == extract.RelativeClause) { // because they | were old
			continue
		}
		if had > 0 {
			had--
			for r.in(j+1) && !r.isFinite(j+1) && (r.tagged(j+1, "RB") || r.isVerb(j+1)) {
				j++
			}
			continue
		}
		if !r.tagged(j-1, "PRP", "WP", "WDT", "CC", "EX", ",") || r.is(j-1, "him", "them", "us", "me") {
			return j
		}
	}
	return r.last
}
