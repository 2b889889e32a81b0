package attribution

import "github.com/claimwire/claimwire/extract"

// tryPreposition drafts "according to" and its kin.
func (r *reader) tryPreposition(t int) {
	switch {
	case r.is(t, "according") && r.is(t+1, "to"):
		r.accordingTo(t, t+2)
	case r.is(t, "per") && r.tagged(t+1, "NNP", "DT", "PRP$") && (t == r.first || r.isComma(t-1)):
		r.accordingTo(t, t+1)
	}
}

// accordingTo takes the noun phrase after the cue as source, and the rest of the sentence
// as content.
func (r *reader) accordingTo(t, j int) {
	s := r.nounRight(j, true)
	if s.empty() && r.tagged(j, "VB") && r.isNoun(j+1) { // "court papers": a noun after "to" that the tagger took for a verb
		s = words{j, r.nounRight(j+1, true).b}
	}
	if s.empty() {
		return
	}
	switch base := r.nounRight(j, false); {
	case r.isComma(t-1) && r.isFinite(t-2): // is, according to Lee, | a hard task
		s = base
	case t <= r.first+2 && !base.empty() && base.b < s.b && !r.tagged(base.b-1, "NNP", "NNPS") && !(r.tagged(s.b-1, "NNP", "NNPS") && r.opensMain(s.b+1)):
		s = base // According to the report, | the capital, which
	default:
		s = r.postModified(s)
	}
	d := draft{rule: "attr.according/1", cue: words{t, j}, cueHead: t, stance: "assert", weak: t > r.first && !r.isComma(t-1)}
	d.source, d.head = r.settleSource(s)
	ok := false
	if about := r.relativeBefore(t); !about.empty() { // a plan that, according to Lee, failed
		end := min(d.source.b+1, r.last)
		for end < r.last && !(r.isComma(end) && r.quote[end] < 0 && (r.opensMain(end+1) || r.isFinite(r.skipAdverbs(end+1)))) && !(r.quote[end] < 0 && r.quote[end-1] >= 0 && r.opensMain(end)) {
			end++
		}
		if d, ok = r.fill(d, about.a, about.b); ok {
			d, ok = r.fill(d, d.source.b, end)
		}
	} else if t > r.first+2 {
		d, ok = r.fill(d, r.lastClause(r.first, t), t)
		if ok && r.isComma(d.source.b) && (r.last-d.source.b > 6 || r.isFinite(t-2)) && r.isComma(t-1) && !r.tagged(d.source.b+1, "WP", "WDT") && !(r.is(d.source.b+1, "a", "an") && r.finiteWithin(r.first, t-r.first) && !r.isFinite(t-2)) {
			d, _ = r.fill(d, d.source.b+1, r.last)
		}
	} else {
		d, ok = r.fill(d, r.pastRelative(d.source.b), r.last)
	}
	if ok {
		r.keep(d)
	}
}

// relativeBefore is what a relative pronoun right before the aside at token t stands for: a plan | that, according to Lee, failed.
func (r *reader) relativeBefore(t int) words {
	k := t - 1
	if r.isComma(k) {
		k--
	}
	if w := r.chunkLeft(k); !w.empty() && (r.tagged(w.a, "WP$") || r.tagged(w.a-1, "WP$")) {
		return words{w.a - 1, w.b}
	}
	if r.isRelativePronoun(k) && (r.isNoun(k-1) || r.isComma(k-1)) || r.is(k, "that") && r.isNoun(k-1) && !r.isTemporal(k-1) && r.cues.nouns[r.lemma(k-1)] == nil {
		return r.antecedent(k)
	}
	return words{}
}

// pastRelative steps from token b over a relative clause between commas: "according to Lee,
// who runs it, | the bridge is closed".
func (r *reader) pastRelative(b int) int {
	if !r.isComma(b) || !r.tagged(b+1, "WP", "WDT") {
		return b
	}
	for j := b + 2; j < r.last; j++ {
		if r.isComma(j) && r.opensMain(j+1) {
			return j
		}
	}
	return b
}

// postModified widens a source by the relative clause, with its pronoun or without, or the
// participle right after it: "figures | her office released".
func (r *reader) postModified(s words) words {
	w := r.chunkRight(s.b)
	if (w.empty() || !r.tagged(w.b, "VBD", "VBN")) && !r.tagged(s.b, "WP", "WDT", "VBN", "VBG", "JJ") && !r.isReduced(s.b) && !(r.is(s.b, "that") && r.isVerb(s.b+1)) {
		return s
	}
	for b := s.b; b < r.last; b++ {
		if r.isMark(b) && !r.tagged(b, "-LRB-", "-RRB-") {
			return words{s.a, b}
		}
	}
	return words{s.a, r.last}
}

// tryAdverb drafts adverbs that tell hearsay: "reportedly", "allegedly".
func (r *reader) tryAdverb(t int) {
	c := r.cues.adverbs[r.norm(t)]
	if c == nil {
		return
	}
	if r.tagged(t+1, "JJ", "VBN", "NN") && (r.isNoun(t+2) || r.tagged(t+2, "JJ")) && !(r.isVerb(t-1) && r.upos(t-1) == "AUX") || r.tagged(t-1, "IN") && r.tagged(t+1, "VBG") {
		return // allegedly forged letters; for allegedly failing
	}
	d, ok := draft{rule: "attr.adverb/1", cue: words{t, t + 1}, cueHead: t, stance: c.senses[0].stance, kind: "implicit"}, false
	for _, w := range r.hearsay(t) {
		d, ok = r.fill(d, w.a, w.b)
	}
	if ok {
		r.keep(d)
	}
}

// hearsay is what the adverb t tells of, on both sides of it: the clause of its verb, with the subject that it
// shares or the noun that it describes; else the noun before it; or what a comma sets off.
func (r *reader) hearsay(t int) []words {
	v := r.d.VerbAt(r.skipAdverbs(t))
	if v < 0 {
		v = r.d.VerbAt(t - 1)
	}
	c := &extract.Clause{First: r.first, Last: r.last, Kind: extract.MainClause, Subject: -1, Verb: v, OfNoun: -1}
	if v >= 0 && r.d.Verbs[v].Own >= 0 {
		c = &r.d.Clauses[r.d.Verbs[v].Own]
	} else if k := r.d.ClauseAt(t); k >= 0 {
		c = &r.d.Clauses[k]
	}
	finite, a, b := c.Verb == v, t, t+1
	for b < r.last && !r.endsHearsay(t, b, c, finite && c.Kind != extract.MainClause) && (finite || b == t+1 || !r.isComma(b)) {
		b++
	}
	switch own := c.Subject >= 0 && r.d.Nouns[c.Subject].First >= c.First; {
	case r.isComma(t-1) && (!finite || v < 0 || r.d.Verbs[v].First < t): // had won, reportedly | beating two rivals
		return []words{{t + 1, b}}
	case !finite:
		if a = r.nounLeft(t - 1).a; a == 0 {
			return nil
		}
	case c.Subject >= 0 && !own: // he left and | reportedly fled
		s := &r.d.Nouns[c.Subject]
		return []words{{s.First, s.Last}, {r.d.Verbs[v].First, b}}
	case c.Kind == extract.RelativeClause && c.OfNoun >= 0 && (c.Mark < 0 || own && r.isRelativePronoun(r.d.Nouns[c.Subject].First)):
		a = r.d.Nouns[c.OfNoun].First
	case own && c.Kind != extract.MainClause:
		a = r.d.Nouns[c.Subject].First
	default:
		for a > c.First && (a == t || !r.isComma(a-1) || r.isAsideBefore(a-1)) && !(a-1 == r.first && r.tagged(a-1, "CC")) && !r.tagged(a-1, "-LRB-") {
			a--
		}
	}
	return []words{{a, b}}
}

// endsHearsay reports whether the clause c of the adverb t ends before token b: at a mark behind which another
// starts or, within a clause around it, the verb of that.
func (r *reader) endsHearsay(t, b int, c *extract.Clause, within bool) bool {
	switch mark := r.isMark(b) && r.quote[b] < 0; {
	case mark && (r.norm(b) == ";" || r.tagged(b, "-RRB-") && !r.anyTagged(words{t, b}, "-LRB-") || r.tagged(b+1, "CC", "WDT", "WP") || r.tagged(b+2, "WDT") || r.concedes(b+1)):
		return true
	case within && mark:
		return r.isFinite(r.skipAdverbs(b+1)) || r.opensMain(b+1)
	}
	return within && b >= c.Last && r.isFinite(b) && !r.d.Clauses[r.d.ClauseAt(b)].Joined
}

// isAsideBefore reports whether the comma a closes an aside.
func (r *reader) isAsideBefore(a int) bool {
	return r.anyWord(max(r.first+1, a-19), a, ",")
}

// tryAdjective drafts adjectives after a copula: "is confident that", "were critical of". It reports
// whether it did.
func (r *reader) tryAdjective(t int) bool {
	c := r.cues.adjectives[r.norm(t)]
	if c == nil {
		return false
	}
	k := t - 1
	for r.tagged(k, "RB", "RBR", "RBS") {
		k--
	}
	if !r.lemmaIs(k, "be", "seem", "feel", "become", "remain", "appear", "sound", "get", "look") {
		return false
	}
	v := r.verbGroup(k)
	v.cue, v.t = c, t
	v.passive = false
	v.group.b = t + 1
	r.findSubject(&v)
	if v.subject.empty() || v.to || r.is(v.subject.b-1, "it", "there", "this", "that", "what") || r.is(t, "happy", "glad", "proud") && r.tagged(t+1, "TO") && !r.hasWould(&v) {
		return false
	}
	d, ok := r.adjectiveContent(&v)
	if ok {
		d.cueHead, d.edge = t, v.edge
		r.keep(d)
	}
	return ok
}

func (r *reader) adjectiveContent(v *verb) (draft, bool) {
	if r.is(v.t, "supportive", "opposed", "hostile", "committed", "sympathetic", "passionate", "fond") && r.isPersonName(r.chunkRight(v.t+2)) {
		return draft{}, false // took a person's side
	}
	d := r.begin(v)
	d.rule = "attr.adjective/1"
	return r.predicated(d, v.cue, v.t+1, v)
}

// predicated gives the draft the content that the cue c takes from token j on, in the
// clause of v.
func (r *reader) predicated(d draft, c *cue, j int, v *verb) (draft, bool) {
	switch {
	case c.frames&fThat != 0 && r.is(j, "that"):
		d.stance = c.stance(fThat)
		return r.fill(d, j+1, r.clauseEnd(j+1, v))
	case c.frames&fIf != 0 && r.is(j, "whether", "if"):
		d.stance = c.stance(fIf)
		return r.fill(d, j, r.clauseEnd(j, v))
	case c.frames&fTo != 0 && r.tagged(j, "TO") && r.tagged(j+1, "VB"):
		d.stance = c.stance(fTo)
		end := r.phraseEnd(j, v)
		return r.fill(r.withGap(d, v, words{j, end}), j, end)
	case c.frames&fPrep != 0 && r.in(j+1) && c.takes(r.norm(j)):
		d.stance = c.stance(fPrep)
		d.cue.b = j + 1
		return r.fill(d, j+1, r.phraseEnd(j+1, v))
	case c.frames&fClause != 0 && r.in(j) && r.opensClause(j, v):
		d.stance = c.stance(fClause)
		return r.fill(d, j, r.clauseEnd(j, v))
	}
	return d, false
}

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
		c.frames&fTo != 0 && r.tagged(t+1, "TO") && r.tagged(t+2, "VB") && r.tagged(t, "NNS")
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

// pastMaker is the "that" behind a phrase at token j that tells who voiced what the noun before it names, or where, with the
// one who did: fears | among miners | that it will fall; her claim | in May | that it fell. It is j itself where none is.
func (r *reader) pastMaker(j int) (int, words) {
	w := r.nounRight(j+1, false)
	k := max(r.pastWhen(j), r.pastWhen(w.b))
	switch speaks := r.canSpeak(w); {
	case !r.is(k, "that") || r.isFinite(r.skipAdverbs(k+1)):
	case speaks && r.is(j, "from", "by", "among"):
		return k, w
	case r.is(j, "in", "on") || speaks && r.is(j, "to"):
		return k, words{}
	}
	return j, words{}
}

func (r *reader) nounContent(d draft, v *verb, j int, owned bool) (draft, bool) {
	switch c := v.cue; {
	case c.frames&fThat != 0 && r.is(j, "that") && !r.isFinite(r.skipAdverbs(j+1)) && !(r.tagged(j+1, "``") && r.isFinite(r.skipAdverbs(j+2))):
		d.stance = c.stance(fThat)
		return r.fill(d, j+1, min(r.clauseEnd(j+1, v), r.outerEnd(v, j+1, 1)))
	case c.frames&fThat != 0 && r.tagged(v.t, "NNS") && !r.lemmaIs(v.t, "remark", "comment", "statement", "promise") && r.tagged(v.t-1, "IN", "VBD", "VBZ", "VBP", "VB", "VBG", "TO", "CC") && (r.tagged(j, "EX") || r.tagged(j, "PRP", "DT") && r.opensMain(j)): // amid claims | he lied
		d.stance = c.stance(fThat)
		return r.fill(d, j, min(r.clauseEnd(j, v), r.outerEnd(v, j, 1)))
	case !owned:
		return d, false
	case c.frames&(fThat|fClause) != 0 && r.lemmaIs(j, "be") && r.is(j+1, "that") && !r.isFinite(j+2) && !r.is(v.t, "appeal"): // her view | is that it will fall
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
		if !r.counts(w) && c.stance(fPrep) != "demand" {
			return d, false
		}
		return r.fill(d, w.a, w.b)
	}
	return d, false
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
	if r.isVerb(v.group.a-1) && !r.tagged(v.group.a-1, "VBN") || r.tagged(v.group.a-1, "IN") && r.isVerb(v.group.a-2) && r.isFinite(v.group.a-2) && r.lemmaIs(v.group.a-2, "campaign", "insist", "rely") {
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
