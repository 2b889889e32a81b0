package attribution

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// verbRules are the constructions around a verb cue, tried in this order: quotations
// first, then parentheses, then what follows the verb.
var verbRules = []rule{
	{"attr.quote-inverted/1", "“The bridge is closed,” said Ann Lee, an engineer.", "Ann Lee, an engineer | said | The bridge is closed,", fQuote, (*reader).quoteInverted},
	{"attr.quote-before/1", "“The bridge is closed,” Lee told the council.", "Lee | told | The bridge is closed,", fQuote, (*reader).quoteBefore},
	{"attr.quote-after/1", "Lee said on Monday: “The bridge is closed.”", "Lee | said | The bridge is closed.", fQuote, (*reader).quoteAfter},
	{"attr.parenthesis-inverted/1", "The bridge is closed, said Ann Lee.", "Ann Lee | said | The bridge is closed", fPre, (*reader).parenthesisInverted},
	{"attr.parenthesis/1", "The bridge, Lee said, is closed.", "Lee | said | The bridge || is closed", fPre, (*reader).parenthesis},
	{"attr.relative-gap/1", "The city closed the bridge, which Lee said was unsafe.", "Lee | said | which || was unsafe", fClause, (*reader).relativeGap},
	{"attr.passive-by/1", "The plan was criticized by the mayor.", "the mayor | was criticized | The plan", fPassive, (*reader).passiveBy},
	{"attr.passive-to/1", "The bridge is expected to close in May.", "- | is expected | The bridge || to close in May", fPassive, (*reader).passiveTo},
	{"attr.svo-that/1", "Lee told the council on Monday that the bridge is closed.", "Lee | told | the bridge is closed", fThat, (*reader).thatClause},
	{"attr.svo-if/1", "Lee asked whether the bridge is closed.", "Lee | asked | whether the bridge is closed", fIf, (*reader).ifClause},
	{"attr.svo-wh/1", "Lee explained why the bridge was closed.", "Lee | explained | why the bridge was closed", fWh, (*reader).whClause},
	{"attr.svo-clause/1", "Lee said the bridge is closed.", "Lee | said | the bridge is closed", fClause, (*reader).bareClause},
	{"attr.svo-person/1", "Lee told drivers to turn back.", "Lee | told | to turn back", fPerson, (*reader).personTo},
	{"attr.svo-to/1", "Lee promised to close the bridge.", "Lee | promised | to close the bridge", fTo, (*reader).toClause},
	{"attr.svo-prep/1", "Lee called for an end to the strike.", "Lee | called for | an end to the strike", fPrep, (*reader).prepPhrase},
	{"attr.svo-ing/1", "Lee denied taking money.", "Lee | denied | taking money", fGerund, (*reader).gerund},
	{"attr.silent/1", "Lee did not elaborate.", "Lee | did not elaborate | ", 0, (*reader).silent},
	{"attr.light/1", "Lee expressed doubt that the bridge would hold.", "Lee | expressed doubt | the bridge would hold", fNoun, (*reader).lightVerb},
	{"attr.svo-np/1", "Lee criticized the plan.", "Lee | criticized | the plan", fNoun, (*reader).object},
}

// quoteInverted is a quotation, the cue, its subject.
func (r *reader) quoteInverted(v *verb) (draft, bool) {
	k := v.group.a - 1
	q := r.quoteEndingAt(v.group.a)
	if q < 0 || v.to || r.tagged(v.t, "VBG") || r.in(k) && !r.isMark(k) {
		return draft{}, false
	}
	s := r.speakerRight(v.group.b)
	if s.empty() || r.isFinite(s.b) {
		return draft{}, false
	}
	v.subject = r.openName(s)
	return r.quoted(r.begin(v), q)
}

// openName widens the inverted subject by what follows its comma, to the end of the
// sentence or of the aside: "said Ann Lee, 52, head of the fund, who left in May."
func (r *reader) openName(s words) words {
	b := s.b
	if r.isComma(b) && (r.tagged(b+1, "CD", "WP") || r.opensNoun(b+1) || r.is(b+1, "of", "formerly")) {
		if r.isRelativeSpeech(b + 1) { // said Ann Lee, | who added that it leaked
			return s
		}
		b++
	} else if !r.tagged(b, "WP", "VBN") || b == s.b && !r.tagged(b-1, "NN", "NNS", "NNP") {
		return s
	}
	for ; b < r.last && b-s.b < 45; b++ {
		if r.quote[b] >= 0 || r.isDash(b) || r.tagged(b, ".") && b == r.last-1 ||
			r.isComma(b) && (r.quoteSoon(b+1) || r.tagged(b+1, "VBG", "CC", "IN") || r.isRelativeSpeech(b+1)) {
			break
		}
	}
	for b > s.b && r.isMark(b-1) && !r.tagged(b-1, "-RRB-") {
		b--
	}
	return words{s.a, b}
}

// isRelativeSpeech reports whether token i opens a relative clause that tells of another act: who added that.
func (r *reader) isRelativeSpeech(i int) bool {
	k := r.skipAdverbs(i + 1)
	return r.tagged(i, "WP") && r.isSpeechVerb(k) && (r.is(k+1, "that") || r.lemmaIs(k, "add", "say", "note", "warn", "admit", "insist", "concede", "claim", "argue"))
}

// quoteSoon reports whether a quotation opens at token b or the next.
func (r *reader) quoteSoon(b int) bool {
	return r.in(b) && r.quote[b] >= 0 || r.in(b+1) && r.quote[b+1] >= 0
}

// quoteBefore is a quotation, the subject, the cue.
func (r *reader) quoteBefore(v *verb) (draft, bool) {
	if v.subject.empty() || v.subject.a > v.t || v.to || v.bare || r.tagged(v.group.a-1, "CC") || r.isRelativePronoun(v.subject.a) {
		return draft{}, false
	}
	left := min(v.subject.a, v.group.a)
	q := r.quoteEndingAt(left)
	if q < 0 || v.negated && !r.isComma(left-1) && !strings.HasSuffix(r.d.In(r.d.Quotes[q].Inner), ",") || !r.opensUpper(q) && r.is(v.group.b, "that") || !r.opensUpper(q) && v.cue.frames&fNoun != 0 && !r.isSpeechVerb(v.t) { // "Calling it “a farce,” she criticized the vote"
		return draft{}, false
	}
	if e := r.d.In(r.d.Quotes[q].Inner); (!r.opensUpper(q) && r.tagged(r.skipAdverbs(r.first), "IN", "VBG", "TO", ",") || !strings.HasSuffix(strings.TrimRight(e, "'’” "), ",") && !r.isComma(left-1)) && r.hasOwn(v) {
		return draft{}, false
	}
	d := r.begin(v)
	d.addressee = r.addressee(v)
	return r.quoted(d, q)
}

// hasOwn reports whether a content of its own follows the verb v, so that a quotation that ended
// before its sentence is none: “No.” He said | talks would go on; “No.” Lee urged | people to wait.
func (r *reader) hasOwn(v *verb) bool {
	k := v.group.b
	if q, at := r.quoteOpeningAfter(k); q >= 0 && at == k { // “Is it old?” She answered, | “Yes.”
		return true
	}
	if a := r.addressee(v); !a.empty() {
		k = a.b
	} else if r.cues.use[r.lemma(v.t)]&useListen == 0 && (r.opensNoun(k) || r.tagged(k, "PRP")) {
		w := r.chunkRight(k)
		c := r.cues.verbs[r.lemma(w.b)]
		if said := strings.TrimSuffix(r.norm(w.b-1), "ing"); !w.empty() && r.tagged(w.b-1, "NN") && r.cues.verbs[said] != nil { // asking, where the tagger read a noun
			c = r.cues.verbs[said]
			return c.frames&fQuote == 0
		}
		return !(r.tagged(w.b, "VBG") && c != nil && c.frames&fQuote != 0) // “What day is it?” Lee recalled a nurse asking
	}
	return r.is(k, "that", "whether", "how", "why", "it", "there") || r.tagged(k, "TO") && r.tagged(k+1, "VB") || r.opensClause(k, v)
}

// quoteAfter is the cue and a quotation that opens in upper case after a comma or a colon.
func (r *reader) quoteAfter(v *verb) (draft, bool) {
	if s := r.speakerRight(v.group.b); v.group.a == r.first && r.tagged(v.t, "VBD", "VBZ", "VBN") && !s.empty() { // Said Ann Lee, an engineer: “No.”
		s = r.openName(s)
		if q, at := r.quoteOpeningAfter(s.b); q >= 0 && at == s.b {
			v.subject = s
			return r.quoted(r.begin(v), q)
		}
	}
	if v.subject.empty() && !v.to && !v.bare {
		return draft{}, false
	}
	q, at := r.quoteOpeningAfter(v.group.b)
	if q < 0 {
		return r.block(v)
	}
	if v.bare && r.isNaming(v.t) && at >= v.group.b-1 || // told the show, titled Drift: “No.”
		!r.opensUpper(q) && r.isComma(at) && (v.passive || r.isComma(v.subject.a-1)) { // The dam, he said, “is old”; Rowe, as he was known, “is old”
		return draft{}, false
	}
	d := r.begin(v)
	if r.norm(at) == ":" && at == v.group.b {
		d.cue.b = at + 1
	}
	d.addressee = r.addressee(v)
	if r.cues.use[r.lemma(v.t)]&useListen != 0 && v.group.b-v.group.a > 1 {
		r.listener(&d, v) // They were asked by Lee: “Is it open?”
	}
	return r.quoted(d, q)
}

// block is the paragraph after one that ends with the cue and a colon.
func (r *reader) block(v *verb) (draft, bool) {
	s := r.d.Sentences[r.index]
	p := s.Paragraph
	if r.norm(r.last-1) != ":" || r.last-v.group.b > 12 || p+1 >= len(r.d.Paragraphs) {
		return draft{}, false
	}
	next := r.d.Paragraphs[p+1]
	d := r.begin(v)
	if v.group.b == r.last-1 {
		d.cue.b = r.last
	}
	d.direct = true
	span := next.Span
	if a, _ := r.d.TokensIn(span); a < len(r.quote) && r.quote[a] >= 0 && r.d.Quotes[r.quote[a]].Start == span.Start {
		span = r.d.Quotes[r.quote[a]].Inner
	}
	d.content = append(d.content, span)
	return d, !span.Empty()
}

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
	if r.isRelativePronoun(v.subject.b+1) && r.isComma(v.subject.b) && r.canSpeak(v.subject) && r.startsClause(v.subject.a) && r.finiteWithin(s.b, r.last-s.b) {
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
	if r.is(k, "as") && r.isSpeechVerb(v.t) && v.cue.frames&fThat != 0 && (!r.tagged(v.group.b, "IN") || placed && r.isComma(j)) { // The dam, | as Lee said in May, | leaked
		if k--; (k < r.first || k <= r.first+1 && r.tagged(r.first, "CC")) && r.isComma(j) && r.opensMain(j+1) {
			return r.fill(r.begin(v), j+1, r.last)
		}
		if r.isRelativePronoun(k - 1) { // which, as Lee says, means little
			return draft{}, false
		}
	}
	closes := r.in(k) && r.quote[k] >= 0 && r.tagged(k, "''") && j == r.last-1 && r.tagged(j, ".") && !r.isBreak(k) && !r.shortQuote(int(r.quote[k])) // it would be “a blot on the town” | residents said
	if !r.isComma(k) && !r.isDash(k) && !closes || k-r.first < 2 && !r.isComma(j) || k == r.first || v.passive && !r.is(v.subject.a, "it") && r.cues.use[r.lemma(v.t)]&useListen == 0 {
		return draft{}, false
	}
	if j < r.last && !r.isMark(j) || r.is(v.group.b, "like", "to") {
		return draft{}, false
	}
	headline := j == r.last && r.isTitle() // Sick gorilla “on the mend”, keeper says
	if r.tagged(j, "``") || r.norm(min(j, r.last-1)) == ":" || !headline && !r.finiteWithin(r.first, k-r.first) && !(r.isComma(j) && r.finiteWithin(j+1, r.last)) {
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
	leaves := weight > 0 && ends != "edge.mark-cue" && ends != "edge.comma-as" && !r.is(j+1, "so") && r.finiteWithin(a, k-a) && !r.isVerb(k-1)
	if ok && !leaves && r.isComma(j) && r.last-j > 3 && !r.speaks(j+1) && !r.isRelativeSpeech(j+1) && !((r.is(j+1, "but") || r.concedes(j+1)) && r.finiteWithin(r.first, k-r.first) && r.finiteWithin(j+2, r.last-j)) {
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
		case r.norm(i) != ":" && r.norm(i) != ";" && !(r.isDash(i) && !r.closesDash(a, i) && !r.closesDash(i+1, k)):
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
	if v.subject.empty() || v.subject.a > v.t || !r.isFinite(v.group.b) && !(r.tagged(v.group.b, "VBN") && (r.isNoun(k) || r.isRelativePronoun(k) && !v.bare && (r.isSpeechVerb(v.t) || r.lemmaIs(v.t, "believe")))) || !r.isRelativePronoun(k) && !r.is(k, "that", "what") && !(r.isNoun(k) && r.tagged(v.subject.a, "PRP") && (r.isSpeechVerb(v.t) || r.lemmaIs(v.t, "believe", "think"))) {
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

// thatClause is "that" after the cue, its addressee and adjuncts.
func (r *reader) thatClause(v *verb) (draft, bool) {
	j := r.complementAt(v, func(j int) bool { return r.is(j, "that") && r.tagged(j, "IN", "DT", "WDT") && !r.isRelative(j, v) })
	if j < 0 || r.isShort(j+1) || v.bare && r.tagged(v.t, "VBN") && r.isNoun(v.group.a-1) && r.finiteWithin(r.first, v.group.a-r.first) {
		return draft{}, false
	}
	d := r.begin(v)
	d.addressee = r.addressee(v)
	r.listener(&d, v)
	start := j + 1
	if r.isFinite(start) && j == v.group.b && (r.upos(start) == "AUX" || r.tagged(start, "VBD") && !r.isNoun(start+1)) { // suggests that is the case; said that led to delays
		start = j
	}
	if r.is(v.group.b, "no", "little", "scant", "insufficient", "zero") && j > v.group.b+1 && r.isNoun(j-1) { // found no evidence that it leaked
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
	if j < 0 || r.is(j, "if") && v.cue.frames&fThat != 0 && v.cue.frames&fQuote != 0 && !v.negated {
		return draft{}, false
	}
	d := r.begin(v)
	d.addressee = r.addressee(v)
	r.listener(&d, v)
	return r.fill(d, j, r.clauseEnd(j, v))
}

func (r *reader) whClause(v *verb) (draft, bool) {
	j := r.complementAt(v, func(j int) bool {
		return r.tagged(j, "WRB", "WP") && !r.is(j, "when", "while") || r.is(j, "when") && j == v.group.b && (v.negated || r.cues.use[r.lemma(v.t)]&useWhole == 0)
	})
	if j < 0 || v.to || r.isComma(j-1) && r.isNoun(j-2) && r.is(j, "who") || j > v.group.b && r.isNoun(j-1) && r.is(j, "where") || j > v.group.b && r.isNominal(j-1) && r.is(j, "who") && (r.isFinite(r.skipAdverbs(j+1)) || r.cues.use[r.lemma(v.t)]&useListen == 0) {
		return draft{}, false
	}
	d := r.begin(v)
	d.addressee = r.addressee(v)
	r.listener(&d, v)
	return r.fill(d, j, r.clauseEnd(j, v))
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
		return r.fill(d, own, r.clauseEnd(own, v))
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
	if r.is(j, "without", "despite", "unlike", "by") && r.tagged(j, "IN") && !v.passive && r.opensClause(aside, v) { // argue | without it they would lose
		return r.fill(r.begin(v), j, r.clauseEnd(aside, v))
	}
	if j > v.group.b && r.isFinite(r.skipAdverbs(j)) && r.lemmaIs(v.t, "warn", "advise", "ask", "caution") && !v.passive { // warned | the dam was full
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
	for r.tagged(k, "RB", "MD") || r.tagged(k, "-RRB-", "''", "``") {
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

// withGap gives the draft the noun that the infinitive lacks, where v stands in a relative clause about it:
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
	hasObject := end < infinitive.b && (r.tagged(end, "VBG", "TO") || r.opensNoun(end)) && !r.tagged(r.trim(infinitive).b-1, "IN", "RP", "TO")
	if hasObject || r.isRelativePronoun(v.subject.a) || r.isTemporal(k-1) || r.is(k-1, "time", "moment", "way", "reason", "place") {
		return d
	}
	if w := r.antecedent(k); !r.is(k, "what") {
		d, _ = r.fill(d, w.a, w.b)
		return d
	}
	d, _ = r.fill(d, k, k+1)
	return d
}

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
	if !r.in(j+1) || r.isComma(j+1) || r.isTemporalDay(j+1) || r.is(j, "to") && r.tagged(j+1, "VB") || r.is(j, "for") && r.isTemporal(j+1) || r.is(j+1, "while", "when", "because", "after", "before", "in", "at", "on") || !v.cue.takes(r.norm(j)) || v.passive && !r.is(j, "as") || r.isUndone(v) {
		return draft{}, false
	}
	if r.is(j, "for") && r.isFinite(r.skipAdverbs(r.nounRight(j+1, false).b)) && r.lemmaIs(v.t, "ask", "press") { // voters asked for the study | said
		return draft{}, false
	}
	if r.lemmaIs(v.t, "admit", "confess") && (v.bare || r.is(j+1, "police") || r.canSpeak(r.chunkRight(j+1))) { // refugees admitted to the country; confessed to police
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

// silent is a verb of answering that is negated and has nothing behind it: Lee did not elaborate.
func (r *reader) silent(v *verb) (draft, bool) {
	k := r.skipAdverbs(r.pastWhen(v.group.b))
	ends := k >= r.last || r.isMark(k) || r.tagged(k, "CC", "WRB", "IN")
	if !ends || r.anyBefore(v, "could", "can") || !v.negated && !r.anyBefore(v, "yet") || !r.canSpeak(v.subject) || !r.lemmaIs(v.t, "comment", "elaborate", "respond", "reply") {
		return draft{}, false
	}
	d := r.begin(v)
	d.stance, d.negated = "decline", false
	return r.fill(d, v.t, v.group.b)
}

// lightVerb is a verb that only presents the noun cue after it, which has the sense: "voiced
// concerns over the plan".
func (r *reader) lightVerb(v *verb) (draft, bool) {
	w := r.chunkRight(v.group.b)
	if v.passive || v.subject.empty() || w.empty() || r.cues.use[r.lemma(v.t)]&useLight == 0 {
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
	if v.passive || v.subject.empty() && !v.to {
		return draft{}, false
	}
	j := r.pastWhen(v.group.b)
	start := j
	if r.tagged(start, "``") {
		start++
	}
	w := r.chunkRight(start)
	if w.empty() || r.isTemporal(start) || r.is(start, "this", "last", "next") && r.isTemporal(start+1) || r.names(w, v) || r.lemmaIs(v.t, "dismiss") && r.isPerson(w) && !r.is(w.b, "as") {
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
