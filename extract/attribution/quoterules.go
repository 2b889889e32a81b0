package attribution

import (
	"strings"
)

// quoteInverted is a quotation, the cue, its subject.
func (r *reader) quoteInverted(v *verb) (draft, bool) {
	k := v.group.a - 1
	q := r.quoteEndingAt(v.group.a)
	if q < 0 || v.to || r.tagged(v.t, "VBG") || r.in(k) && !r.isMark(k) {
		return draft{}, false
	}
	s := r.speakerRight(v.group.b)
	if s.empty() || r.isFinite(s.b) || r.tagged(s.b, "TO") && r.tagged(s.b+1, "VB", "``") || (!r.canSpeak(s) || r.isWriting(s)) && r.cues.use[r.lemma(v.t)]&useReproach != 0 { // “No,” asked Lee | to leave; “bad,” blasted his record
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
	} else if !r.tagged(b, "WP", "VBN") || !r.tagged(b-1, "NN", "NNS", "NNP") {
		return s
	}
	for ; b < r.last && b-s.b < 45; b++ {
		if r.quote[b] >= 0 || r.isDash(b) || r.tagged(b, ".") ||
			r.isComma(b) && (r.quoteSoon(b+1) || r.tagged(b+1, "VBG", "CC", "IN") || r.isRelativeSpeech(b+1)) {
			break
		}
	}
	for b > s.b && r.isMark(b-1) {
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
	if q < 0 || v.negated || !r.opensUpper(q) && r.is(v.group.b, "that") || !r.opensUpper(q) && v.cue.frames&fNoun != 0 && !r.isSpeechVerb(v.t) { // "Calling it “a farce,” she criticized the vote"
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
	if r.isOthers(v, q, at) || v.bare && r.isNaming(v.t) && at >= v.group.b-1 || // after Lee fell ill, | “No”; told the show, titled Drift: “No.”
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

// isOthers reports whether the quotation q, behind token at and not right behind v, is told by another: After Lee | called him,
// she said, “No.”; holding a sign, “No”; who promotes his book, “No,”; voters agree - Lee: “No.”
func (r *reader) isOthers(v *verb, q, at int) bool {
	if at <= max(v.group.b, r.addressee(v).b) {
		return false
	}
	start := r.clauseStart(v)
	within := !v.bare && r.subordinates(start-1) && !r.is(start-1, "as")
	return r.isComma(at) && (within || r.shortQuote(q) && !r.isSpeechVerb(v.t)) || r.lemmaIs(v.t, "hold") || r.anyWord(v.group.b, at, "-", "–", "—")
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
