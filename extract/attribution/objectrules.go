package attribution

func (r *reader) prepPhrase(v *verb) (draft, bool) {
	j := v.group.b
	if w := r.toldOf(v); !w.empty() { // told guards | about the dam
		d := r.begin(v)
		d.addressee, d.stance = r.untilWhen(words{j, w.a}), v.cue.stanceWith(r.norm(w.a))
		return r.fill(d, w.a, r.withoutTime(w.a, r.phraseEnd(w.a+1, v), v))
	}
	if first, _ := r.timeFrom(j); !v.passive && !v.subject.empty() && (first == j+1 || !v.cue.takes(r.norm(min(j, r.last-1)))) {
		j = r.pastWhen(j) // called on Monday | for
	}
	if r.tagged(j, "RB") {
		j++
	}
	if !r.in(j+1) || r.isComma(j+1) || r.isTemporalDay(j+1) || r.is(j, "to") && r.tagged(j+1, "VB") || r.is(j, "for") && r.isTemporal(j+1) || r.is(j+1, "while", "when", "because", "after", "before", "in", "at", "on") || !v.cue.takes(r.norm(j)) || v.passive && !r.is(j, "as") || r.isUndone(v) || r.isBid(v) {
		return draft{}, false
	}
	if r.is(j, "for") && r.isFinite(r.skipAdverbs(r.nounRight(j+1, false).b)) && r.lemmaIs(v.t, "ask", "press") { // voters asked for the study | said
		return draft{}, false
	}
	if r.lemmaIs(v.t, "admit", "confess", "commit") && (v.bare || r.is(j+1, "police") || r.canSpeak(r.chunkRight(j+1))) { // refugees admitted to the country; confessed to police; committed to Lee
		return draft{}, false
	}
	end := r.phraseEnd(j+1, v)
	if w := r.chunkRight(j + 1); r.cues.use[r.lemma(v.t)]&useDeed != 0 && !r.sayable(w, end) || (r.cues.use[r.lemma(v.t)]&(useDeed|useAttitude) != 0 || !v.subject.empty()) && !r.canSpeak(v.subject) {
		return draft{}, false
	}
	d := r.begin(v)
	d.cue.b = j + 1
	d.stance = v.cue.stanceWith(r.norm(j))
	if k := v.subject.a - 1; r.is(j, "as") && r.isRelativePronoun(k) { // the town, which he described as a home
		if r.isComma(k - 1) {
			k--
		}
		if w := r.chunkLeft(k - 1); !w.empty() {
			d, _ = r.fill(d, w.a, w.b)
		}
	}
	return r.fill(d, j+1, r.withoutTime(j+1, end, v))
}

// toldOf is the preposition that v takes behind who is spoken to: told guards | about the dam.
func (r *reader) toldOf(v *verb) words {
	w := r.untilWhen(r.chunkRight(v.group.b))
	k := r.pastWhen(w.b)
	if w.empty() || v.passive || r.cues.use[r.lemma(v.t)]&useListen == 0 || !v.cue.takes(r.norm(k)) || r.lemmaIs(v.t, "ask") || r.lemmaIs(v.t, "remind") && r.tagged(w.a, "PRP") ||
		r.is(k, "of") && r.tagged(r.nounRight(k+1, false).b, "TO") || !r.canSpeak(w) || r.isWriting(w) || !r.canSpeak(v.subject) { // told the head | of the board to go
		return words{}
	}
	return words{k, k + 1}
}

func (r *reader) gerund(v *verb) (draft, bool) {
	if !r.tagged(v.group.b, "VBG") || r.isUndone(v) {
		return draft{}, false
	}
	return r.fill(r.begin(v), v.group.b, r.phraseEnd(v.group.b, v))
}

// lightVerb is a verb that only presents the noun cue after it, which has the sense: "voiced
// concerns over the plan".
func (r *reader) lightVerb(v *verb) (draft, bool) {
	w := r.chunkRight(v.group.b)
	if raises := r.lemmaIs(v.t, "raise") && v.bare; raises || v.passive || !r.canSpeak(v.subject) || w.empty() || r.cues.use[r.lemma(v.t)]&useLight == 0 { // but figures fell, raising doubts
		return draft{}, false
	}
	t := w.b - 1
	c := r.cues.nouns[r.lemma(t)]
	if c == nil || r.tagged(w.a, "PRP$") {
		return draft{}, false
	}
	d := r.begin(v)
	d.cue.b, d.cueHead = w.b, t
	return r.predicated(d, c, w.b, v)
}

// object is the noun phrase after the cue, with what is said of it.
func (r *reader) object(v *verb) (draft, bool) {
	reduced := v.bare && r.tagged(v.t, "VBN") && r.cues.use[r.lemma(v.t)]&useNaming != 0 && v.subject.b < r.beforeAdverbs(v.group.a-1) && r.isNoun(r.beforeAdverbs(v.group.a-1)) // data | now considered a must
	if reduced || v.passive || v.subject.empty() && !v.to {
		return draft{}, false
	}
	j := r.pastWhen(v.group.b)
	start := j
	if r.tagged(start, "``") {
		start++
	}
	w := r.chunkRight(start)
	if w.empty() || r.isTemporal(start) || r.is(start, "this", "last", "next") && r.isTemporal(start+1) || r.names(w, v) || r.lemmaIs(v.t, "dismiss") && r.isPerson(w) {
		return draft{}, false
	}
	end := r.phraseEnd(j, v)
	if !r.tellsOfWords(v, w, end) {
		return draft{}, false
	}
	d := r.begin(v)
	if to := r.nounRight(start, false).b; r.lemmaIs(v.t, "want", "wish", "like", "prefer") && r.canSpeak(w) && r.tagged(to, "TO") && r.tagged(to+1, "VB", "RB", "``") { // wants | the firm | to pay
		d.stance = "demand"
	} else if r.lemmaIs(v.t, "challenge") && r.is(w.b, "to") { // challenged | him to a debate
		d.stance = "demand"
	} else if v.cue.stance(fNoun) == "deny" && r.is(w.b, "as") && r.canSpeak(w) && !r.isWriting(w) { // dismissed | him as a fool
		d.stance = "assert"
	}
	if a := r.addressee(v); r.lemmaIs(v.t, "ask") && !a.empty() && a.b < end && !r.is(a.b-1, "question", "questions") && (r.is(a.b, "about") || r.opensNoun(a.b) || r.tagged(a.b, "WDT") && !r.is(a.b, "that")) { // asked her | about it
		d.addressee, j = a, a.b
	}
	if r.lemmaIs(v.t, "ask") && r.putsQuestion(words{j, end}) {
		d.stance = "assert"
	}
	if np, past := r.whenBetween(start, end); past > np && !r.tagged(v.group.a, "MD") {
		d, _ = r.fill(d, j, np)
		j = past
	}
	return r.fill(d, j, r.withoutTime(j, end, v))
}

// putsQuestion reports whether the object w of "ask" is what one would know and not what one would have: asked | about the dam, a question,
// which way it fell, “Why?”
func (r *reader) putsQuestion(w words) bool {
	np := r.chunkRight(w.a)
	return r.is(w.a, "about", "which") || r.is(np.b, "about") && np.b < w.b || !np.empty() && r.is(np.b-1, "question", "questions", "thoughts", "opinion", "view", "views") ||
		!np.empty() && (r.tagged(np.b, "WDT", "WRB", "``") && !r.is(np.b, "that") || r.is(np.b, "what"))
}

// whenBetween are the ends of the object at token j and of the time of the act behind it, where more of the
// content follows before token end: urged owners | on Monday | to leave, blasted the mayor | Tuesday | for it.
func (r *reader) whenBetween(j, end int) (object, past int) {
	w := r.untilWhen(r.nounRight(j, false))
	past = r.pastWhen(w.b)
	if w.empty() || past >= end || !r.is(past, "to", "not", "for", "over", "about", "of", "as") || !r.canSpeak(w) && (r.cues.nouns[r.lemma(w.b-1)] == nil || r.is(past, "of", "as")) {
		return 0, 0
	}
	return w.b, past
}

// names reports whether the verb of v only gives a name, w, to the noun right before it: "a
// group called Forward", "Democrats like Ann Lee".
func (r *reader) names(w words, v *verb) bool {
	if q := r.quote[min(v.group.b, r.last-1)]; q >= 0 && r.d.Quotes[q].Use == title && r.lemma(v.t) == "call" { // a report called “The Long Winter”
		return true
	}
	if k := v.group.a - 1; r.cues.use[r.lemma(v.t)]&useNaming != 0 && v.group.b-k < 4 && r.isComma(k) && v.subject.b == k && r.tagged(v.t, "VBN", "VBD") && !r.anyWord(v.subject.a, v.subject.b, ",") { // the fever, often called the “red death”, has
		return true
	}
	if k := v.group.a - 1; v.group.b-k == 2 && r.isComma(k) && r.isNoun(k-1) && v.subject.b != k && r.tagged(v.group.b, "``") && r.lemmaIs(v.t, "call", "dub", "name") { // said workers, called “hands”, would stay
		return true
	}
	if v.group.b-v.group.a > 1 || !r.tagged(v.group.a-1, "NN", "NNS") || !r.tagged(w.b-1, "NNP") || !r.tagged(w.a, "NNP") {
		return false
	}
	return r.lemma(v.t) == "call" && (r.isFinite(w.b) || r.isFinite(r.skipAdverbs(w.b+1)) || r.isMark(w.b) || w.b == r.last)
}
