package attribution

import (
	"github.com/claimwire/claimwire/extract"
)

// parenthesisInverted is a clause, a comma, the cue, its subject.
func (r *reader) parenthesisInverted(v *verb) (draft, bool) {
	k := v.group.a - 1
	if !r.isComma(k) || v.bare || v.to || !r.tagged(v.t, "VBD", "VBZ", "VBP") {
		return draft{}, false
	}
	s := r.speakerRight(v.group.b)
	if !v.subject.empty() && r.cues.use[r.lemma(v.t)]&useWhole == 0 && !r.closesClause(v, k, s) {
		return draft{}, false
	}
	if r.isRelativePronoun(v.subject.b+1) && r.canSpeak(v.subject) && r.startsClause(v.subject.a) && r.finiteWithin(s.b, r.last-s.b) {
		return draft{}, false // "Ian Moss, who runs the firm, said its pumps, old as they were, would do"
	}
	if r.canSpeak(v.subject) && !r.finiteWithin(r.first, k-r.first) && r.finiteWithin(s.b, r.last-s.b) {
		return draft{}, false // "Ian Moss, the head of the firm, said its pumps, old as they were, would do"
	}
	if s.empty() || !r.canSpeak(s) && !r.isWriting(s) && r.cues.use[r.lemma(v.t)]&useWhole == 0 || r.is(s.b, "that") || r.tagged(s.b, "``") || r.isFinite(r.skipAdverbs(s.b)) || s.b < r.last && !r.isMark(s.b) && !r.tagged(s.b, "IN", "RB") {
		return draft{}, false
	}
	v.subject = r.openName(s)
	return r.around(v, k, v.subject.b)
}

// closesClause reports whether a whole clause ends at the comma k and the speaker s, after the
// cue v, ends the sentence or the aside: "It rained, reported the Daily Post."; "It rained, notes the mayor."
func (r *reader) closesClause(v *verb, k int, s words) bool {
	if s.empty() || s.b < r.last && !r.isMark(s.b) || !r.tagged(s.b-1, "NNP", "NNPS") && !(r.tagged(v.t, "VBZ") && r.canSpeak(s)) {
		return false
	}
	a := k
	for a > r.first && !r.isComma(a-1) {
		a--
	}
	return (r.isTitle() || r.finiteWithin(a, k-a)) && !r.tagged(a, "WP", "WDT", "WRB")
}

// parenthesis is a clause, a comma, the subject and the cue, and perhaps the rest of the clause.
func (r *reader) parenthesis(v *verb) (draft, bool) {
	if v.subject.empty() || v.to || v.bare || r.isRelativePronoun(v.subject.a) || r.is(v.group.a-1, "that") {
		return draft{}, false
	}
	k := v.subject.a - 1
	if k-r.first == 1 && r.tagged(r.first, "CC") && r.isComma(k) && r.isComma(r.afterParenthesis(v)) { // But, he said, it held
		return r.fill(r.begin(v), r.afterParenthesis(v)+1, r.last)
	}
	if r.opensWithQuestion(k) {
		return draft{}, false
	}
	j := r.afterParenthesis(v)
	placed := r.is(v.group.b, "in", "on", "at")
	if r.is(k, "as") && placed {
		j = max(j, r.nextComma(v.group.b, reachOfAside))
	}
	if r.is(k, "as") && (r.isSpeechVerb(v.t) && v.cue.frames&fThat != 0 || r.lemmaIs(v.t, "put") && v.group.b > v.t+1 && k < r.first+3) && (!r.tagged(v.group.b, "IN") || placed && r.isComma(j)) { // The dam, | as Lee said in May, | leaked
		if k--; (k < r.first || k <= r.first+1 && r.tagged(r.first, "CC")) && r.isComma(j) && r.opensMain(j+1) {
			return r.fill(r.begin(v), j+1, r.last)
		}
		if r.isRelativePronoun(k - 1) { // which, as Lee says, means little
			return draft{}, false
		}
	}
	closes := r.in(k) && r.quote[k] >= 0 && r.tagged(k, "''") && j == r.last-1 && r.tagged(j, ".") && !r.isBreak(k) && !r.shortQuote(int(r.quote[k])) // it would be “a blot on the town” | residents said
	if !r.isComma(k) && !r.isDash(k) && !closes || k-r.first < 2 && !r.isComma(j) || v.passive && !r.is(v.subject.a, "it") && r.cues.use[r.lemma(v.t)]&useListen == 0 {
		return draft{}, false
	}
	if j < r.last && !r.isMark(j) || r.is(v.group.b, "like", "to") {
		return draft{}, false
	}
	headline := j == r.last && r.isTitle() // Sick gorilla “on the mend”, keeper says
	if r.tagged(j, "``") || r.norm(min(j, r.last-1)) == ":" || !headline && !r.finiteWithin(r.first, k-r.first) && !(r.isComma(j) && !r.tagged(j+1, "VBG") && r.finiteWithin(j+1, r.last)) {
		return draft{}, false
	}
	if r.leadsIn(k) && !(r.isComma(j) && r.finiteWithin(j+1, r.last)) {
		return draft{}, false
	}
	return r.around(v, k, j)
}

// leadsIn reports whether all before the comma k is a clause or participle that leads in to
// what follows: "Though it rained, he promised a speech".
func (r *reader) leadsIn(k int) bool {
	if !r.subordinates(r.first) && !r.is(r.first, "despite") && !(r.tagged(r.first, "VBG") && r.isSpeechVerb(r.first)) {
		return false
	}
	return !extract.AnyToken(r.first, k, func(i int) bool {
		return r.isComma(i) && r.opensMain(i+1) || r.isFinite(i) && r.d.ClauseOf(i) >= 0 && r.d.Clauses[r.d.ClauseOf(i)].Kind == extract.MainClause
	})
}

// afterParenthesis is the token after the cue, its addressee and its adjuncts.
func (r *reader) afterParenthesis(v *verb) int {
	j := v.group.b
	if a := r.addressee(v); !a.empty() {
		j = a.b
	}
	j = r.skipAside(j)
	if !r.tagged(j, "IN", "TO") || r.is(j, "that", "once") {
		return j
	}
	for k := j; k < r.last; k++ {
		if q := r.quote[k]; q < 0 && r.isComma(k) || q >= 0 && r.d.Quotes[q].Use != title {
			return j
		}
	}
	return r.last
}

func (r *reader) isRelativePronoun(i int) bool { return r.tagged(i, "WP", "WDT") }

// around makes the content what stands before token k and what follows token j, unless an edge has the
// reporter go on there: it fell, Lee said, | in the latest sign of trouble.
func (r *reader) around(v *verb, k, j int) (draft, bool) {
	a, d := r.lastClause(r.first, k), r.begin(v)
	r.listener(&d, v)
	d, ok := r.fill(d, a, k)
	ends, weight := r.weigh(clauseEdges, &content{v, a, true}, j)
	leaves := weight > 0 && ends != "edge.mark-cue" && ends != "edge.comma-as" && r.finiteWithin(a, k-a) && !r.isVerb(k-1)
	if ok && !leaves && r.isComma(j) && r.last-j > 3 && !r.speaks(j+1) && !r.isRelativeSpeech(j+1) && !(j == v.subject.b && r.isRelativePronoun(j+1)) && !((r.is(j+1, "but") || r.concedes(j+1)) && r.finiteWithin(r.first, k-r.first) && r.finiteWithin(j+2, r.last-j)) {
		d, _ = r.fill(d, j+1, r.last)
	}
	return d, ok
}

// lastClause is the start of the last of the clauses from token a to k: a source in passing is
// that of the nearest, unless it goes on about the same thing with a pronoun.
func (r *reader) lastClause(a, k int) int {
	for i := k - 3; i > a+2; i-- {
		if r.quote[i] >= 0 {
			continue
		}
		b := i + 1
		switch {
		case r.isComma(i) && r.is(b, "but"):
			b++
		case !extract.OneOf(r.norm(i), ":", ";") && !(r.isDash(i) && !r.closesDash(a, i) && !r.closesDash(i+1, k)):
			continue
		}
		if !r.tagged(b, "PRP") && r.quote[b] < 0 && r.opensMain(b) {
			return b
		}
	}
	return a
}

// speaks reports whether token j is a participle that tells how something was said, and
// so is no part of it: "he said, asking not to be named".
func (r *reader) speaks(j int) bool {
	return r.tagged(j, "VBG") && (r.isSpeechVerb(j) || r.lemmaIs(j, "ask", "cite", "speak", "refer", "request"))
}

// relativeGap is a relative or indirect pronoun, the subject and the cue, and the verb that
// the pronoun is subject of: "what he said was a mistake".
func (r *reader) relativeGap(v *verb) (draft, bool) {
	k := v.subject.a - 1
	if v.subject.empty() || v.subject.a > v.t || !r.isFinite(v.group.b) && !(r.tagged(v.group.b, "VBN") && (r.isNoun(k) || r.isRelativePronoun(k) && !v.bare && r.isSpeechVerb(v.t))) || !r.isRelativePronoun(k) && !r.is(k, "that", "what") && !(r.isNoun(k) && r.tagged(v.subject.a, "PRP") && (r.isSpeechVerb(v.t) || r.lemmaIs(v.t, "believe", "think"))) {
		return draft{}, false
	}
	about := words{k, k + 1}
	if w := r.antecedent(k); !w.empty() && !r.isNoun(k) {
		about = w
	} else if r.isNoun(k) { // an incident he said was bad
		about = r.chunkLeft(k)
	}
	d, ok := r.fill(r.begin(v), about.a, about.b)
	if !ok {
		return d, false
	}
	return r.fill(d, v.group.b, r.clauseEnd(v.group.b, v))
}

// reachOfAntecedent is how many phrases outwards an antecedent is looked for.
const reachOfAntecedent = 4

// antecedent is the noun phrase that the relative pronoun k stands for, in the layer of phrases:
// closed | the bridge |, which Lee said was unsafe.
func (r *reader) antecedent(k int) words {
	end := k
	for end > r.first && r.isMark(end-1) {
		end--
	}
	n := r.d.NounAt(end - 1)
	if n < 0 || r.quote[end-1] != r.quote[k] {
		return words{}
	}
	for range reachOfAntecedent {
		on, prep := r.d.Nouns[n].On, r.d.Nouns[n].Prep
		if on < 0 && prep > r.first && r.tagged(prep-1, "VBN") { // a tool made with | sand
			on = r.d.NounAt(prep - 2)
		}
		if on < 0 || r.tagged(r.d.Nouns[on].Head, "DT", "PRP") {
			break
		}
		n = on
	}
	return words{max(r.d.Nouns[n].First, r.first), end}
}
