package attribution

// passiveBy is a passive with its agent.
func (r *reader) passiveBy(v *verb) (draft, bool) {
	if !v.passive || !r.is(v.group.b, "by") || v.subject.empty() {
		return draft{}, false
	}
	s := r.nounRight(v.group.b+1, true)
	if s.empty() || !r.canSpeak(s) {
		return draft{}, false
	}
	object := v.subject
	if use := r.cues.use[r.lemma(v.t)]; (use&useSense != 0 || r.lemmaIs(v.t, "view", "consider", "regard", "rate", "rank")) && !r.is(s.b, "as", "to") {
		return draft{}, false // seen by the police
	}
	if w := r.antecedent(object.a); r.isRelativePronoun(object.a) && !w.empty() { // a claim which was denied by Lee
		object = w
	}
	stance, to := v.cue.stance(fPassive), r.pastNot(s.b)
	demands := stance == "demand"
	if demands && !r.tagged(to, "TO") || !demands && stance != "hearsay" && r.cues.use[r.lemma(v.t)]&useDeed != 0 && !r.sayable(object, object.b) {
		return draft{}, false
	}
	v.subject = s
	d := r.begin(v)
	if stance == "hearsay" { // first reported by the Post
		d.stance = "assert"
	}
	d, ok := r.told(d, v, object)
	if ok && (r.is(s.b, "as", "of") || demands) { // described by Lee | as a fine man; urged by Lee | to go
		d, ok = r.fill(d, s.b, r.phraseEnd(to+1, v))
	}
	return d, ok
}

// told gives the draft the subject of a passive: as who was told where the verb has a listener, else as what was said.
func (r *reader) told(d draft, v *verb, w words) (draft, bool) {
	if v.cue.stance(fPassive) == "demand" && r.cues.use[r.lemma(v.t)]&useListen != 0 {
		d.addressee = w
		return d, true
	}
	return r.fill(d, w.a, w.b)
}

// pastNot is the token behind the adverbs before an infinitive at token j: urged | not, only | to go.
func (r *reader) pastNot(j int) int {
	for r.is(j, "not", "never", "only", "instead", "simply") {
		j++
	}
	return j
}

// passiveTo is a passive without an agent and an infinitive, or what somebody is reproached with: accused | of fraud.
func (r *reader) passiveTo(v *verb) (draft, bool) {
	start := r.pastWhen(v.group.b) // were told | on Monday | to leave
	stance, to := v.cue.stance(fPassive), r.pastNot(start)
	reproach := r.is(v.group.b, "of", "for") && r.lemmaIs(v.t, "accuse", "suspect", "criticize", "criticise", "condemn", "praise", "blame") && !r.is(r.clauseStart(v)-1, "if", "when", "whether")
	held := r.lemmaIs(v.t, "consider") && r.opensNoun(to) && !r.anyTagged(words{v.subject.a, v.group.b}, "MD", "TO", "WP", "WDT")
	if !v.passive || v.subject.empty() || stance == "deny" || !(reproach || held || r.tagged(to, "TO") && r.tagged(to+1, "VB", "RB") && (stance != "assert" || r.is(to+1, "be", "have")) || r.is(v.group.b, "as") && !r.opensMain(v.group.b+1)) {
		return draft{}, false
	}
	object := v.subject
	if w := r.phraseSubject(v); !w.empty() && r.isFinite(v.group.a) && !(w.b <= object.a && r.anyWord(w.b, object.a, "and", "but")) && !r.isRelativePronoun(w.a) && !r.is(w.a, "that") {
		object = w
	}
	for k := object.b - 1; k > object.a; k-- { // rose last year and | tariffs | are expected to go
		if r.is(k, "and", "but") && r.isTemporal(k-1) {
			object.a = k + 1
			break
		}
	}
	if r.is(object.a-1, "that") && (object.a-1 == r.first || r.isMark(object.a-2) || r.tagged(object.a-2, "CC")) && !r.tagged(object.a, "DT", "NNP", "PRP") {
		object.a-- // and | that toll | is expected to rise
	}
	if r.tagged(object.a, "WP") && r.is(v.group.b, "as") { // what is known as a cap
		return draft{}, false
	}
	v.subject = words{}
	end := r.phraseEnd(to, v)
	if by, agent := r.agentWithin(v.group.b, end); by >= 0 && (reproach || held || r.is(v.group.b, "as")) {
		v.subject, end = agent, by
	}
	d := r.begin(v)
	if v.subject.empty() {
		d.kind = "implicit"
	}
	d, ok := r.told(d, v, object)
	if !ok {
		return d, false
	}
	return r.fill(d, start, end)
}

// agentWithin is the "by" in tokens [a, b) that names who acts in a passive, with the one it names:
// described as weak | by | one lawmaker; -1 if there is none.
func (r *reader) agentWithin(a, b int) (int, words) {
	for i := a + 1; i < b; i++ {
		if !r.is(i, "by") || r.tagged(i+1, "VBG") || r.tagged(i-1, "VBN") {
			continue
		}
		if w := r.untilWhen(r.nounRight(i+1, false)); !w.empty() && r.canSpeak(w) {
			if k := r.participleEnd(w.b); k > w.b {
				w.b = min(k, b)
			}
			return i, w
		}
	}
	return -1, words{}
}
