package attribution

import "github.com/claimwire/claimwire/extract"

// opensOther reports whether a clause that tells of another act starts at token j: as Hale warned
// of rain; not "as it had in May", "as the dam was old".
func (r *reader) opensOther(j int) bool {
	w := r.nounRight(j, false)
	return !w.empty() && !r.isComma(w.b) && r.finiteWithin(w.b, 3) && r.speaksWithin(w.b, 3)
}

// opensLed reports whether a phrase starts at token j that leads in to another main clause: in a talk with Hale, | she said.
func (r *reader) opensLed(j int) bool {
	k := r.nextComma(j+1, reachOfClause)
	return r.tagged(j, "IN") && k >= 0 && r.opensMain(k+1)
}

// speaksWithin reports whether one of the n tokens from j is a verb of speech.
func (r *reader) speaksWithin(j, n int) bool {
	return extract.AnyToken(j, j+n, func(i int) bool { return r.isSpeechVerb(i) || r.lemmaIs(i, "think") })
}

// doneWith is the participle that tells behind "with" and the comma j what somebody did: with one guard | calling;
// -1 without one.
func (r *reader) doneWith(j int) int {
	if r.is(j+2, "many", "some", "one", "others") && r.tagged(j+3, "VBG") {
		return j + 3
	}
	if k := r.skipAdverbs(r.nounRight(j+2, false).b); r.tagged(k, "VBG") {
		return k
	}
	return -1
}

// hasActed reports whether a perfect of a cue starts at token j without a subject of its own: has
// called for, have not denied.
func (r *reader) hasActed(j int) bool {
	if !r.lemmaIs(j, "have") {
		return false
	}
	k := r.skipAdverbs(j + 1)
	return r.tagged(k, "VBN") && r.cues.verbs[r.lemma(k)] != nil && r.hasObject(k)
}

// dayAfter reports whether token i begins to tell how long after something the act was: a day
// after the vote.
func (r *reader) dayAfter(i int) bool {
	k := i
	for r.is(k, "just", "only", "a", "an", "less", "than", "more", "few", "several", "two") || r.tagged(k, "CD") {
		k++
	}
	return k < i+5 && r.is(k, "day", "days", "week", "weeks", "month", "months", "hour", "hours", "minutes", "year", "years", "decade", "moments") && r.is(k+1, "after", "before")
}

// quoteWhen reports whether a time or a circumstance of the act starts at token j right behind the
// closing mark of the words that were said.
func (r *reader) quoteWhen(c *content, j int) bool {
	if j < c.start+2 || c.clause && r.is(j, "when") && !r.tagged(j+1, "VBN", "VBG") ||
		extract.AnyToken(j, r.last, func(k int) bool { return r.quote[k] >= 0 }) { // the words that were said go on
		return false
	}
	loose := c.clause && !r.isComma(j-2) // Hale was “very ill” | after falling; would be “safe” | as the town had paid
	return r.tagged(j+1, "VBG") && !(loose && r.is(j, "after")) || (r.tagged(j+1, "PRP", "NNP") || !loose && r.tagged(j+1, "DT")) && r.opensMain(j+1)
}

// quoteSentence reports whether a sentence starts at token j right behind a closing mark, its full
// stop lost.
func (r *reader) quoteSentence(c *content, j int) bool {
	return j > c.start+1 && r.text(j) != r.norm(j)
}

// listGoesOn reports whether the comma j stands between members of a list, of which the last comes behind "and" or
// "or" and no verb behind that: price rises for gas, | heating oil and steel; old, | disabled or poor people.
func (r *reader) listGoesOn(j int) bool {
	for k := j + 1; k < j+reachOfAside; k++ {
		switch {
		case k > j+1 && r.is(k, "and", "or"):
			w := r.chunkRight(k + 1)
			return !w.empty() && !r.isFinite(r.skipAdverbs(w.b)) && r.isNominal(j-1)
		case !r.isNominal(k) && !r.isComma(k) && !r.is(k, "of", "for", "'s") && !(r.isComma(k-1) && r.tagged(k, "VBN", "VBG") && (r.isNominal(k+1) && !r.tagged(k+1, "DT") || r.tagged(k+1, "CC"))):
			return false
		}
	}
	return false
}

// contrasts reports whether token j opens what only narrows a phrase: but not under their rule.
func (r *reader) contrasts(j int) bool {
	return r.is(j, "but") && r.is(j+1, "not", "only", "rather", "also") && !r.isVerb(j+2) && !r.opensMain(j+2)
}

// holdsClause reports whether tokens [a, b) have a finite verb, so that what follows may be told of it.
func (r *reader) holdsClause(a, b int) bool {
	return extract.AnyToken(a, b, func(i int) bool { return r.isFinite(i) && r.quote[i] < 0 })
}

// readsPast reports whether the participle k of a cue, after the conjunction j, is a past beside that of
// v: accused the port of a lie and | called for a vote. No participle of the content from token a on
// may share its auxiliary.
func (r *reader) readsPast(a, j, k int, v *verb) bool {
	if !r.tagged(k, "VBN") || !r.tagged(v.t, "VBD") || r.cues.verbs[r.lemma(k)] == nil {
		return false
	}
	return !extract.AnyToken(a, j, func(i int) bool { return r.tagged(i, "VBN") || r.upos(i) == "AUX" })
}

// inBracket reports whether token j stands in a bracket that was opened in the content from token a on.
func (r *reader) inBracket(a, j int) bool {
	for i := j - 1; i >= max(a, j-reachOfClause) && !r.tagged(i, "-RRB-"); i-- {
		if r.tagged(i, "-LRB-") {
			return true
		}
	}
	return false
}

// isBreak reports whether token j is a comma, or the closing mark behind one: “a fine dam,|” in a call.
func (r *reader) isBreak(j int) bool {
	return r.isComma(j) && r.quote[j] < 0 || r.in(j+1) && r.quote[j] >= 0 && r.quote[j+1] < 0 && r.norm(j-1) == ","
}

// quotesOn reports whether words that were said follow the conjunction behind the comma j, without a cue of
// their own: it leaked, | but was “safe for all”.
func (r *reader) quotesOn(_ *content, j int) bool {
	for k := j + 2; k < r.last; k++ {
		switch {
		case r.quote[k] >= 0:
			return r.isSpeech(int(r.quote[k])) || r.d.Quotes[r.quote[k]].Use == scare
		case r.isVerb(k) && r.cues.verbs[r.lemma(k)] != nil || extract.OneOf(r.norm(k), "according", ";"):
			return false
		}
	}
	return false
}

// dashed reports whether the dash j opens an aside that another closes.
func (r *reader) dashed(j int) bool { return r.isDash(j) && r.closesDash(j+1, r.last) }

// closesDash reports whether the dash j closes an aside that another opened from token a on.
func (r *reader) closesDash(a, j int) bool { return extract.AnyToken(a, j, r.isDash) }

// speaksOut reports whether one of those who speak goes on from token j with a verb of speech or reproach.
func (r *reader) speaksOut(j int) bool {
	for r.tagged(j, "RB") || r.lemmaIs(j, "have") {
		j++
	}
	c := r.cues.verbs[r.lemma(j)]
	return r.tagged(j, "VBD", "VBZ", "VBN") && c != nil && !r.lemmaIs(j, "feel", "know", "see", "find", "think", "believe") && (c.frames&fQuote != 0 || r.cues.use[r.lemma(j)]&useReproach != 0)
}

// comments reports whether the comma or dash j opens a remark on all that was said, to the end of the
// sentence: a risk that the town had taken. What describes a name or a person does not.
func (r *reader) comments(c *content, j int) bool {
	dash := r.isDash(j)
	if !dash && r.tagged(j-1, "NNP", "NNPS", "-RRB-") || !r.holdsClause(c.start, j) {
		return false
	}
	w := r.chunkRight(j + 1)
	if w.empty() || r.isPerson(w) || r.opensMain(j+1) && !r.isRelativePronoun(w.b) {
		return false
	}
	if extract.AnyToken(c.start, j, func(k int) bool { return r.lemma(k) == r.lemma(w.b-1) || r.is(k, "a", "an") && k > j-5 }) { // falls: a fall that; a fool, a liar
		return false
	}
	list := true
	for k := j + 2; k < r.last; k++ {
		if list = list && (!r.isVerb(k) || r.tagged(k, "VBN") && r.isNoun(k+1)); list && r.tagged(k, "CC") {
			return false
		}
		if dash && r.isDash(k) || !dash && r.isComma(k) && r.tagged(k+1, "CC") {
			return false
		}
	}
	return true
}

// tellsPast reports whether the clause behind the mark j is in the past, as no deed still to be done is.
func (r *reader) tellsPast(j int) bool {
	k := r.skipAdverbs(r.nounRight(j+1, false).b)
	return r.tagged(k, "VBD")
}

// leavesOut reports whether the participle at token i, behind "without", tells what the source left unsaid.
func (r *reader) leavesOut(i int) bool {
	return r.lemmaIs(i, "elaborate", "specify", "name", "identify", "cite", "explain", "mention", "confirm", "deny", "comment", "address", "reveal", "disclose") ||
		r.lemmaIs(i, "give", "offer", "provide") && r.is(i+1, "any", "details", "further", "more", "evidence", "proof", "specifics", "reasons", "names")
}

// trailsOff reports whether the clause does not go on behind what starts at token i.
func (r *reader) trailsOff(i int) bool {
	return !extract.AnyToken(i, r.last, func(k int) bool {
		return r.isComma(k) && (r.quoteSoon(k+1) || r.isFinite(r.skipAdverbs(k+1)))
	})
}

// aims reports whether token i begins, behind "in", what the source wanted of the act: a bid to calm
// the town.
func (r *reader) aims(i int) bool {
	w := r.chunkRight(i)
	return !w.empty() && r.is(w.b-1, "bid", "effort", "attempt", "move") && r.is(w.b, "to") &&
		r.lemmaIs(w.b+1, "reassure", "assure", "calm", "soothe", "ease", "allay", "quell", "dispel", "persuade", "convince", "defuse", "placate", "appease", "rally", "woo", "win", "shore")
}

// meanwhile reports whether the comma j is followed by what the source did when it spoke of what was not
// past: the dam would hold, | as she opened a school.
func (r *reader) meanwhile(c *content, j int) bool {
	if k := r.skipAdverbs(j + 3); !r.tagged(k, "VBD") || r.upos(k) == "AUX" || !r.tagged(c.v.t, "VBD") {
		return false
	}
	return !extract.AnyToken(c.start, j, func(i int) bool { return r.tagged(i, "VBD") && r.quote[i] < 0 })
}

// tellsDeed reports whether the content before token j is or holds an act, of which a means or a time
// may be told: decided | to win by cheating, urged | Rowe to stay, accused Rowe | of winning by cheating.
func (r *reader) tellsDeed(c *content, j int) bool {
	return r.tagged(c.start, "VBG", "TO") || extract.AnyToken(c.start, j, func(i int) bool {
		return r.tagged(i, "TO") && r.tagged(i+1, "VB") || r.is(i, "of", "for") && r.tagged(i+1, "VBG")
	})
}

// goesOnRelative reports whether the conjunction j joins its verb to that of a relative clause in
// the content from token a: a rioter who blocked a road | and wounded a man.
func (r *reader) goesOnRelative(a, j int) bool {
	k := r.skipAdverbs(j + 1)
	if r.isSpeechVerb(k) {
		return false
	}
	relative := false
	for i := a; i < j; i++ {
		switch {
		case r.tagged(i, "WP", "WDT") && r.isNoun(i-1) || r.tagged(i, "WP", "WDT") && r.tagged(i-1, "''"):
			relative = true
		case relative && r.tag(i) == r.tag(k) && r.isFinite(i):
			return true
		}
	}
	return false
}

// reachOfAside bounds an aside, in tokens.
const reachOfAside = 12

// opensAside reports whether the comma j opens an aside after which the phrase goes on: accused the
// party, | then led by Lee, | of making a mess.
func (r *reader) opensAside(c *content, j int) bool {
	for k := j + 2; k < j+reachOfAside && r.in(k); k++ {
		if r.isFinite(k) && !r.tagged(j+1, "WP", "WDT", "WP$") || r.quote[k] >= 0 {
			return false
		}
		if r.isComma(k) {
			goes := r.is(k+1, "of", "as", "about") && !r.is(k+2, "well", "soon") || r.is(k+1, "for") && !r.isRelativePronoun(j+1) || r.tagged(k+1, "TO") && r.tagged(k+2, "VB") && !r.tellsDeed(c, j)
			return goes && !r.opensMain(k+2)
		}
	}
	return false
}

// closesLead reports whether the comma j ends what leads in to the main clause of the content from token i, or
// of a that-clause in it: said that when she complained, | the minister told her; that with rain, | it filled.
func (r *reader) closesLead(i, j int) bool {
	finite := false
	for k := j - 1; k >= i-1 && !r.isComma(k); k-- {
		if r.is(k, "that") && k < j-1 && (!finite && r.tagged(k+1, "IN") ||
			r.subordinates(k+1)) {
			return true
		}
		finite = finite || r.isFinite(k)
	}
	return false
}

// inverted reports whether the comma j is followed by a cue and its subject, to the end or the next
// mark: the club hopes to win, | says head coach Lee.
func (r *reader) inverted(_ *content, j int) bool {
	w := r.speakerRight(j + 2)
	return !w.empty() && (w.b >= r.last || r.isMark(w.b) || r.tagged(w.b, "IN", "WP", "VBN"))
}

// declines reports whether the source goes on, at token i behind "but" or "and", by not saying
// something: but declined to comment, but would not say who.
func (r *reader) declines(i int) bool {
	k := r.skipAdverbs(i)
	if r.tagged(k, "VBD", "VBZ") && r.lemmaIs(k, "decline", "refuse") {
		return r.isSpeechVerb(k + 2)
	}
	return r.is(k, "would", "did", "could", "will", "does", "can") && r.is(k+1, "not", "n't") && r.is(k+2, "say", "comment", "elaborate", "specify", "name", "identify", "discuss", "disclose")
}

// strays reports whether the finite verb j has no clause of the content to stand in, so that it is that of
// the clause around the cue: a guard who said the dam leaked | was fired. Nothing else may open one.
func (r *reader) strays(c *content, j int) bool {
	if r.tagged(j-1, "CC", "PRP", "MD", "RB", "EX") || r.isMark(j-1) || r.isReduced(j) || !r.wantsVerb(c.v) {
		return false
	}
	if k := r.d.ClauseOf(j); k >= 0 && r.d.Clauses[k].Kind == extract.RelativeClause && r.d.Clauses[k].First > c.start { // the mark his bid | has had
		return false
	}
	had := 0
	for i := c.start; i < j; i++ {
		cue := r.cues.verbs[r.lemma(i)]
		if r.isMark(i) || r.quote[i] >= 0 || r.tagged(i, "CC", "IN", "WP", "WDT", "WRB", "WP$") && !r.is(i, "of", "in", "on", "at", "for", "by", "with", "from", "to", "against", "over") || r.isVerb(i) && cue != nil && cue.frames&(fThat|fClause) != 0 {
			return false
		}
		if r.isFinite(i) {
			had++
		}
	}
	return had == 1 || !c.clause
}

// wantsVerb reports whether the clause around that of v opens its sentence and has no verb before v.
func (r *reader) wantsVerb(v *verb) bool {
	w := v.subject
	if k := r.relativeAt(v); k >= 0 {
		for r.isComma(k - 1) {
			k--
		}
		w = r.nounLeft(k - 1)
	} else if !v.bare || w.b != v.group.a {
		return false
	}
	return !w.empty() && r.startsClause(w.a)
}

// outerClause reports whether the clause around that of the cue goes on at token j, or another is joined to that of the
// cue: complaining about the town | is not enough; called for a vote, | and the board agreed.
func (r *reader) outerClause(c *content, j int) bool {
	k := j
	if r.isBreak(k) {
		k++
	}
	if r.tagged(k, "CC") {
		return !r.tagged(j-1, "-LRB-") && !r.holdsClause(c.start, j) && r.opensJoined(c, r.skipAdverbs(k+1), k > j)
	}
	return r.outerResumes(c, j)
}

// outerResumes reports whether the verb of the clause around that of the cue stands at token j, perhaps behind a comma.
func (r *reader) outerResumes(c *content, j int) bool {
	k := j
	if r.isBreak(k) {
		k++
	}
	at := r.d.ClauseOf(k)
	if j <= c.start || at < 0 || r.d.Clauses[at].First > c.v.group.a || !r.startsVerb(at, k) {
		return false
	}
	if subject := r.d.Clauses[at].Subject; subject >= 0 {
		return r.d.Nouns[subject].First < c.v.group.a
	}
	return r.tagged(c.v.t, "VBG") && r.chunkRight(c.start).b == j
}

// startsVerb reports whether the verb of the clause at starts at token k. Names and forms that infinitives share are none.
func (r *reader) startsVerb(at, k int) bool {
	v := r.d.Clauses[at].Verb
	if v < 0 || r.d.Verbs[v].First != k || r.is(k, "provided") || r.text(k) != r.norm(k) {
		return false
	}
	return r.upos(k) == "AUX" || r.tagged(k, "VBD", "VBZ") || r.tagged(k, "VBP") && r.tagged(k-1, "PRP")
}

// opensJoined reports whether a clause joined to that of the cue starts at token k, behind a conjunction and perhaps a comma,
// with its subject and verb or its verb alone.
func (r *reader) opensJoined(c *content, k int, comma bool) bool {
	at, own := r.d.ClauseAt(k), r.d.ClauseAt(c.v.t)
	if own < 0 || at <= own || !r.d.Clauses[at].Joined || r.d.Clauses[at].Verb < 0 {
		return false
	}
	if r.startsVerb(at, k) {
		return r.upos(k) == "AUX" || !r.isNoun(k+1)
	}
	subject, verb := r.d.Clauses[at].Subject, r.d.Verbs[r.d.Clauses[at].Verb].First
	if subject < 0 || r.d.Nouns[subject].First != k || !comma && !r.tagged(k, "PRP", "PRP$", "DT", "EX", "CD") {
		return false
	}
	return r.isFinite(verb) && !r.anyTagged(words{k, verb}, "WP", "WDT", "WRB", "IN", "TO")
}

// throwsIn reports whether the comma j opens or closes a few words that are thrown into the content: the rain, | at least
// in part, | broke it; his motives for, | as he saw it, | closing it.
func (r *reader) throwsIn(c *content, j int) bool {
	i, k := j, r.nextComma(j+1, 9)
	if k < 0 {
		for i, k = j-1, j; i > max(c.start, j-9) && !r.isComma(i); i-- {
		}
	}
	return r.isComma(i) && (r.tagged(i-1, "IN", "TO", "WRB") || r.is(i-1, "that") || r.is(i+1, "at") && r.is(i+2, "least") ||
		r.is(i+1, "in", "of", "for", "among") && r.is(k-1, "fact", "part", "view", "turn", "opinion", "course", "example", "instance", "others"))
}

// keepsTense reports whether the clause behind the comma j and its conjunction is told as what came before it was, in
// the tense that reported words take: it leaked, | but the guards could mend it. A name in the past is as a rule the
// reporter's, and so is a pronoun that may be the source.
func (r *reader) keepsTense(c *content, j int) bool {
	w := r.nounRight(j+2, false)
	k := r.skipAdverbs(max(w.b, j+3))
	if same := r.is(j+2, "it", "this", "these"); !r.tagged(c.v.t, "VBD") && !r.is(c.v.group.a, "had") || !same && !r.lemmaIs(c.v.t, "say", "tell", "add", "note", "explain", "warn", "point", "write") {
		return false
	}
	if r.is(k, "could", "would", "might", "must", "had") {
		return !r.is(j+2, "he", "she", "they") || !r.is(k, "had")
	}
	own := r.is(j+2, "they") && r.tagged(c.v.subject.b-1, "NNS", "PRP") || r.is(j+2, "he", "she", "i", "we")
	return !own && !r.tagged(w.b-1, "NNP", "NNPS") && (r.is(k, "was", "were") || r.is(k, "did") && r.tagged(r.skipAdverbs(k+1), "VB"))
}
