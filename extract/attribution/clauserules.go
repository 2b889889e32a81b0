package attribution

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// thatClause is "that" after the cue, its addressee and adjuncts.
func (r *reader) thatClause(v *verb) (draft, bool) {
	j := r.complementAt(v, func(j int) bool { return r.is(j, "that") && r.tagged(j, "IN", "DT", "WDT") && !r.isRelative(j, v) })
	if j < 0 || r.isShort(j+1) || v.bare && r.tagged(v.t, "VBN") && r.isNoun(v.group.a-1) && r.finiteWithin(r.first, v.group.a-r.first) {
		return draft{}, false
	}
	d := r.addressed(v)
	start := j + 1
	if r.isFinite(start) && j == v.group.b && (r.upos(start) == "AUX" || r.tagged(start, "VBD") && !r.isNoun(start+1)) { // suggests that is the case; said that led to delays
		start = j
	}
	if r.cues.use[r.norm(start)]&useCount != 0 && r.isFinite(r.skipAdverbs(start+1)) { // believes | that threshold will be reached
		start = j
	}
	if r.is(v.group.b, "no", "little", "scant", "insufficient", "zero") && j > v.group.b+1 { // found no evidence that it leaked
		start = v.group.b
	}
	if c := r.cues.nouns[r.lemma(j-1)]; c != nil && start != v.group.b && j > v.group.b && c.frames&fThat != 0 && v.cue.stance(fThat) == "assert" && r.chunkLeft(j-1).a == v.group.b && binds[c.stance(fThat)] {
		d.stance = c.stance(fThat) // tweeted a proposal that
	}
	end := r.clauseEnd(j+1, v)
	if end-start < 4 && !r.finiteWithin(start, end-start) && r.in(start) && r.quote[start] < 0 || r.is(j-1, "those", "it") && r.isFinite(j+1) { // felt that way; found those that are old
		return draft{}, false
	}
	return r.fill(d, start, end)
}

// binds are the stances that a noun before "that" gives to a plain verb of saying.
var binds = map[string]bool{"demand": true, "intend": true, "predict": true}

// isShort reports whether token j is a verb cut short after "that", which then is its subject: "that’s".
func (r *reader) isShort(j int) bool {
	return r.in(j) && strings.ContainsAny(r.text(j), "'’") && r.isFinite(j)
}

// isRelative reports whether "that" at j opens a relative clause of the noun before it.
func (r *reader) isRelative(j int, v *verb) bool {
	if own, k := r.complement(v), r.d.ClauseAt(j); k >= 0 && r.d.Clauses[k].First == j && own >= 0 && own < j && (own == v.group.b || own == r.skipAside(r.addressee(v).b)) { // told the council the dam | that feeds the town was old
		return true
	}
	if j > v.group.b && r.isNoun(j-1) && r.is(v.group.b, "of", "about") { // reminded of the harm that lies can do
		return true
	}
	if j == v.group.b || !r.isNoun(j-1) || r.isTemporal(j-1) || r.cues.use[r.lemma(v.t)]&useListen != 0 {
		return false
	}
	if r.nounRight(v.group.b, false).b == j && v.cue.stance(fThat) == "demand" { // request the money | that we pay
		return true
	}
	if r.cues.use[r.lemma(v.t)]&useWhole != 0 && r.opensNoun(v.group.b) { // says the type of data | that was lost; says reports | that he lied are wrong
		w := r.nounRight(v.group.b, false)
		return r.isFinite(j+1) || w.b == j && !r.is(j-1, "day", "week", "month", "year", "night", "morning", "evening", "time")
	}
	if w := r.chunkRight(v.group.b); !r.is(j-1, "fact") && (v.cue.takes(r.norm(v.group.b)) || w.b == j && v.cue.frames&fNoun != 0 && v.cue.stance(fThat) != "deny" && r.cues.use[r.lemma(v.t)]&useSense == 0 && !r.tagged(w.a, "PRP$") && (r.isThing(w) || r.isWriting(w)) && r.pastWhen(w.a) == w.a) { // corroborated reports | that it fell
		return true
	}
	return r.isFinite(j+1) && (!r.tagged(j-2, "IN") || r.tagged(j-1, "NNS")) || r.hasThing(v)
}

// hasThing reports whether the verb has an object for what is no person: "denied
// responsibility for a spill | that residents smelt".
func (r *reader) hasThing(v *verb) bool {
	w := r.chunkRight(v.group.b)
	return v.cue.frames&fNoun != 0 && !w.empty() && !r.isTemporal(w.a) && r.isThing(w) && r.is(w.b, "of", "for", "in", "at", "on", "to", "from", "with")
}

func (r *reader) ifClause(v *verb) (draft, bool) {
	j := r.complementAt(v, func(j int) bool {
		return r.is(j, "whether", "if") || r.tagged(j, "``") && r.is(j+1, "whether") // asked “whether it leaks”
	})
	if condition := r.opensNoun(v.group.b) && r.cues.use[r.lemma(v.t)]&useListen == 0 || r.is(v.subject.a-1, "what"); j < 0 || r.is(j, "if") && (condition || v.cue.frames&fThat != 0 && v.cue.frames&fQuote != 0 && !v.negated) { // would consider a bid | if
		return draft{}, false
	}
	d := r.addressed(v)
	return r.fill(d, j, r.clauseEnd(j, v))
}

func (r *reader) whClause(v *verb) (draft, bool) {
	j := r.complementAt(v, func(j int) bool {
		return r.tagged(j, "WRB", "WP") && !r.is(j, "when", "while", "whenever", "wherever") || r.is(j, "when") && j == v.group.b && (v.negated || r.cues.use[r.lemma(v.t)]&useWhole == 0)
	})
	if j < 0 || v.to || r.isComma(j-1) && r.isNoun(j-2) && r.is(j, "who") || j > v.group.b && r.isNoun(j-1) && r.is(j, "where") || j > v.group.b && r.isNominal(j-1) && r.is(j, "who") && (r.isFinite(r.skipAdverbs(j+1)) || r.cues.use[r.lemma(v.t)]&useListen == 0) {
		return draft{}, false
	}
	d, end := r.addressed(v), r.clauseEnd(j, v)
	if r.is(j-1, "just", "exactly", "precisely") { // showed | just how weak it is
		j--
	}
	return r.fill(d, j, end)
}

// bareClause is a clause without "that" after the cue.
func (r *reader) bareClause(v *verb) (draft, bool) {
	own := r.complement(v)
	if v.passive && !(own >= 0 && (r.is(v.subject.a, "it") || r.cues.use[r.lemma(v.t)]&useListen != 0)) || r.isUndone(v) || v.cue.takes(r.norm(min(v.group.b, r.last-1))) || r.is(v.group.b, "by") && r.tagged(v.t, "VBN") && r.canSpeak(r.chunkRight(v.group.b+1)) { // cuts announced | by the town
		return draft{}, false
	}
	if own == v.group.b { // warned | the dam, which was old, had leaked
		d := r.begin(v)
		r.listener(&d, v)
		k, end := own, r.clauseEnd(own, v)
		for k < end && !r.isFinite(k) {
			k++
		}
		if r.isRelativePronoun(v.subject.a-1) || r.text(v.subject.a) == r.norm(v.subject.a) {
			d = r.withGap(d, v, words{k, end})
		}
		return r.fill(d, own, end)
	}
	j := v.group.b
	if r.cues.use[r.lemma(v.t)]&useListen != 0 {
		if a := r.addressee(v); !a.empty() {
			j = a.b
		}
	}
	if r.is(j, "who") && r.isNoun(j-1) { // told the tale of a man | who left
		return draft{}, false
	}
	day := r.pastWhen(j) // said on Monday they had won
	if r.tagged(day, "IN") {
		day = j
	}
	aside := r.skipAside(j)
	if r.is(j, "without", "despite", "unlike", "by") && r.tagged(j, "IN") && r.opensClause(aside, v) { // argue | without it they would lose
		return r.fill(r.begin(v), j, r.clauseEnd(aside, v))
	}
	if j > v.group.b && r.isFinite(r.skipAdverbs(j)) && r.lemmaIs(v.t, "warn", "advise", "ask", "caution") { // warned | the dam was full
		return r.fill(r.begin(v), v.group.b, r.clauseEnd(v.group.b, v))
	}
	for _, at := range []int{day, j, aside, aside + 1} {
		if at == aside+1 && !(r.isComma(aside) && r.tagged(at, "IN")) { // said, | as a teacher, she was upset
			continue
		}
		if at < r.last && !(r.lemmaIs(v.t, "find", "see", "feel") && r.is(at, "in")) && (r.opensClause(at, v) || own >= 0 && at == max(own, j)) {
			d := r.begin(v)
			if r.listener(&d, v); j > v.group.b {
				d.addressee = words{v.group.b, j}
			}
			end := r.clauseEnd(at, v)
			if r.tagged(at, "IN") && !r.approximates(at) && !r.finiteWithin(at, end-at) && !r.anyTagged(words{at, end}, "WP", "WRB") { // As Lee wrote in the Post, | it leaked
				return d, false
			}
			return r.fill(d, r.scoped(at, j), end)
		}
	}
	return r.anything(v)
}

// anything takes what follows a verb that has no object but what is said.
func (r *reader) anything(v *verb) (draft, bool) {
	j := r.skipAside(v.group.b)
	if r.isFinite(j) {
		j = v.group.b
	}
	if r.cues.use[r.lemma(v.t)]&useWhole == 0 || v.subject.empty() || r.last-j < 4 || r.isMark(j) && !r.tagged(j, "``", "-LRB-") || r.tagged(j, "CC", "WP", "WDT") || r.isFinite(j) {
		return draft{}, false
	}
	return r.fill(r.begin(v), r.scoped(j, v.group.b), r.clauseEnd(j, v))
}

// scoped is token at with the adverbs before it, from token j on, that limit what is said: said | only one in five left.
func (r *reader) scoped(at, j int) int {
	for at > j && r.is(at-1, "only", "just", "nearly", "almost") {
		at--
	}
	return at
}

// opensClause reports whether a clause with its subject starts at token j.
func (r *reader) opensClause(j int, v *verb) bool {
	speech := v.cue.frames&(fQuote|fPre) == fQuote|fPre
	if (r.subordinates(j) || r.is(j, "despite", "in", "under", "on", "by", "with", "at", "unlike")) && r.tagged(j, "IN", "WRB") {
		return speech && !(v.bare && v.group.a == r.first) && r.commaThenClause(j)
	}
	if r.tagged(j, "EX") || r.is(j, "there") {
		return true
	}
	if r.tagged(j, "``") {
		j++
	}
	if r.is(j, "between") && r.tagged(j+1, "CD") && r.is(j+2, "and") { // estimates | between 150 and 200 people came
		j += 3
	}
	w := r.nounRight(r.pastBound(j), false)
	if w.empty() {
		return speech && r.tagged(j, "VBG") && !r.speaks(j) && r.finiteWithin(j, 8)
	}
	k := w.b
	if r.isComma(k) && speech && !r.tagged(k+1, "CC") { // an aside after the subject
		for k++; k < r.last && !r.isComma(k) && k-w.b < 20; k++ {
		}
		k++
	}
	if r.tagged(k, "``") && r.quote[k] >= 0 { // the “old” dam | leaked
		_, k = r.d.TokensIn(r.d.Quotes[r.quote[k]].Span)
		k = max(k, r.nounRight(k, false).b)
	}
	for r.tagged(k, "RB", "MD", "-RRB-", "''", "``") {
		if r.tagged(k, "MD") {
			return true
		}
		k++
	}
	if r.isFinite(k) || r.tagged(k, "VBN") && isPronoun(r.tag(w.a)) {
		return true
	}
	if r.tagged(k, "VBN") && r.tagged(k-1, "NN", "NNS") && r.tagged(k+1, "DT", "PRP", "PRP$", "NNS") && !r.finiteWithin(k, reachOfClause) { // found | staff treated people well
		return true
	}
	if c := r.cues.verbs[r.lemma(k)]; r.tagged(k, "VBN") && (r.tagged(k+1, "RP") && speech || r.tagged(k+1, "TO") && (c != nil && c.frames&fTo != 0 || r.lemmaIs(k, "need", "have"))) && !r.finiteWithin(k, reachOfClause) { // found 57% of nurses | planned to leave
		return true
	}
	return false
}

func (r *reader) finiteWithin(j, n int) bool {
	return extract.AnyToken(j, min(j+n, r.last), r.isFinite)
}

func (r *reader) commaThenClause(j int) bool {
	i := r.nextComma(j+1, 24)
	return i >= 0 && r.finiteWithin(i, 10) && !r.isFinite(i+1) && !r.tagged(i+1, "WDT", "WP", "CC", "WP$")
}
