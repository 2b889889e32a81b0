package attribution

import (
	"sort"
	"strings"
	"time"

	"github.com/claimwire/claimwire/extract"
)

func (r *reader) skipAdverbs(j int) int {
	for r.tagged(j, "RB", "RBR", "RBS") {
		j++
	}
	return j
}

// beforeAdverbs is the nearest token at or before k that is no adverb.
func (r *reader) beforeAdverbs(k int) int {
	for r.tagged(k, "RB", "RBR", "RBS") {
		k--
	}
	return k
}

// turns reports whether a new act of speech begins at token j: "saying that", "though she
// noted that", "and he added".
func (r *reader) turns(j int, v *verb) bool {
	if r.tagged(j, "VBG") {
		c := r.cues.verbs[r.lemma(j)]
		return c != nil && c.frames&fQuote != 0 && c.frames&(fThat|fClause) != 0
	}
	if r.is(j, "and", "but") || r.concedes(j) {
		j++
	}
	for r.tagged(j, "RB") {
		j++
	}
	if !r.tagged(j, "PRP") {
		return r.says(j, v)
	}
	for j++; r.tagged(j, "RB", "MD") || r.in(j) && r.upos(j) == "AUX"; j++ {
	}
	return r.isSpeechVerb(j) && r.tag(j) == r.tag(v.t)
}

// says reports whether another subject with the verb of v starts at token j.
func (r *reader) says(j int, v *verb) bool {
	w := r.nounRight(j, false)
	k := w.b
	for r.in(k) && k < w.b+3 && (r.lemmaIs(k, "have") && r.isFinite(k) || r.tagged(k, "RB")) {
		k++
	}
	return !w.empty() && !r.isRelativePronoun(j) && r.isSpeechVerb(k) && r.lemma(k) == r.lemma(v.t) && (r.tag(k) == r.tag(v.t) || k > w.b || v.group.b-v.group.a > 1)
}

// approximates reports whether token j belongs to the number after it: "said about 600
// people had left".
func (r *reader) approximates(j int) bool { return r.pastBound(j) > j }

// pastBound is the number after the words at token j that bound it, as the stage of
// quantities read them; j if there are none.
func (r *reader) pastBound(j int) int {
	if !r.in(j) {
		return j
	}
	at := r.d.Tokens[j].Start
	k := sort.Search(len(r.d.Quantities), func(k int) bool { return r.d.Quantities[k].Start >= at })
	if k == len(r.d.Quantities) || r.d.Quantities[k].Mod.Start != at {
		return j
	}
	_, past := r.d.TokensIn(r.d.Quantities[k].Mod)
	return past
}

// isSpeechVerb reports whether token j is a verb that takes quotations and clauses.
func (r *reader) isSpeechVerb(j int) bool {
	return r.isVerb(j) && r.speaksAt(j)
}

// speaksAt reports a verb form of speech in any sentence.
func (r *reader) speaksAt(j int) bool {
	c := r.cues.verbs[r.d.Tokens[j].Lemma]
	return c != nil && c.frames&fQuote != 0 && c.frames&(fThat|fClause) != 0
}

// opensMain reports whether a clause with a finite verb starts at token j.
func (r *reader) opensMain(j int) bool {
	w := r.nounRight(r.counted(j), false)
	if r.tagged(j, "EX") || r.is(j, "few", "many", "most", "some", "others") && r.isFinite(j+1) && !r.is(j-1, "as") {
		return true
	}
	if r.is(j, "one", "ones") && w.b == j+1 && r.tagged(w.b, "PRP") { // one | he was excited about
		return false
	}
	if w.empty() || !r.isComma(w.b) || !r.isRelativePronoun(w.b+1) {
		for k := w.b; !w.empty() && k < min(w.b+3, r.last) && !r.isFinite(k); k++ {
			if r.tagged(k, "CC") || r.is(k, "that") || extract.OneOf(r.norm(k), ";", ":") || r.tagged(k, "PRP") && r.isNoun(k-1) && !r.isTemporal(k-1) { // a reason | it leaked; a fine man; and left
				n := r.d.NounAt(w.a)
				return n >= 0 && r.d.Nouns[n].Clause >= 0 && r.d.Clauses[r.d.Nouns[n].Clause].Subject == n && r.d.Clauses[r.d.Nouns[n].Clause].Verb >= 0
			}
		}
		return !w.empty() && r.finiteWithin(w.b, 3)
	}
	for k := w.b + 2; k < r.last; k++ { // the fares, which rose in May, | hurt drivers
		if r.isComma(k) && r.quote[k] < 0 {
			return r.isFinite(r.skipAdverbs(k + 1))
		}
	}
	return false
}

// opensAround reports whether a clause of speech starts at token j, with an aside between its
// subject and its verb: "two officials, speaking in Ashton, said".
func (r *reader) opensAround(j int) bool {
	w := r.nounRight(j, false)
	if w.empty() || !r.isComma(w.b) {
		return false
	}
	k := r.nextComma(w.b+1, reachOfClause-1)
	return k >= 0 && r.isSpeechVerb(k+1)
}

// nextComma is the first comma among the n tokens from j; -1 without one.
func (r *reader) nextComma(j, n int) int {
	for k := j; k < min(j+n, r.last); k++ {
		if r.isComma(k) {
			return k
		}
	}
	return -1
}

// speaksSoon reports whether somebody else speaks from token i on, behind a colon: "suggest that it is
// popular: in May, most drivers said".
func (r *reader) speaksSoon(i int) bool {
	return extract.AnyToken(i, min(r.last, i-1+reachOfClause), func(k int) bool {
		return r.quote[k] < 0 && r.isSpeechVerb(k) && r.tagged(k, "VBD", "VBZ") && r.isNoun(k-1)
	})
}

// resumes reports whether the source's own clause goes on at the conjunction j: a cue in
// the form of v without a subject of its own.
func (r *reader) resumes(j int, v *verb) bool {
	k := r.pastWhen(j + 1)
	for r.tagged(k, "RB") || r.in(k) && r.upos(k) == "AUX" && k < j+4 {
		k++
	}
	if !r.isSpeechVerb(k) || r.lemmaIs(k, "feel", "know", "see", "find") && !r.lemmaIs(v.t, "feel", "think", "believe") ||
		r.tagged(k+1, "TO") && r.cues.use[r.lemma(k)]&useListen != 0 { // was sworn at | and told to go
		return false
	}
	if r.tag(k) == r.tag(v.t) {
		return r.tagged(k, "VBD", "VBZ", "VBG")
	}
	if r.tagged(k, "VBN") && r.tag(k-1) == r.tag(v.t) && r.cues.use[r.lemma(k)]&useListen != 0 {
		return true // asked why, and was told that
	}
	if r.tagged(v.t, "VB") && r.isFinite(v.group.a) && r.is(j, "but") { // would not say whether it was so, | but said
		return r.tagged(k, "VBD", "VBZ")
	}
	if r.tagged(k, "VB") && r.anyWord(j+1, k, "not", "n't") { // said it leaked, | but would not say where
		return r.tagged(v.t, "VBD", "VBZ", "VBN") && r.is(j, "but")
	}
	return r.tagged(k, "VBD", "VBZ") && r.tagged(v.t, "VBD", "VBZ", "VBP", "VBN") && r.is(j, "but")
}

// returns reports whether the verb after the conjunction j goes on with the clause of v and
// not with the content from token i: "said she would stay | and left", where no verb of the
// content is in the past.
func (r *reader) returns(i, j int, v *verb) bool {
	if k := r.skipAdverbs(j + 1); r.tag(v.t) != "VBD" || !r.tagged(k, "VBD") || r.lemmaIs(k, "be", "have") {
		return false
	}
	finite := r.tagged(i, "WP", "WRB", "IN") && r.tagged(i+1, "WP", "TO") // on whom to ask | and offered

	for ; i < j; i++ {
		if r.tagged(i, "VBD", "VBN") && r.quote[i] < 0 {
			return false
		}
		finite = finite || r.tagged(i, "MD", "VBZ", "VBP")
	}
	return finite
}

// parallel reports whether token k is a verb that stands beside the group of v: in the past
// or present where v is, or a participle where v is.
func (r *reader) parallel(k int, v *verb) bool {
	if r.tagged(v.t, "VBG") && v.bare {
		return r.tagged(k, "VBG") && (r.cues.verbs[r.lemma(k)] != nil || !r.isNoun(k+1) || !r.isNoun(k+2)) // the cuts and | falling crime figures
	}
	return r.tagged(k, "VBD", "VBZ", "MD") && (r.tagged(v.t, "VBD", "VBZ", "MD") || r.tagged(v.group.a, "VBD", "VBZ", "MD") || r.lemmaIs(v.group.a, "have"))
}

// opensSpeech reports whether a subject and its verb of speech start at token j.
func (r *reader) opensSpeech(j int) bool {
	w := r.nounRight(r.skipAdverbs(j), false)
	k := w.b
	for r.in(k) && k < w.b+2 && (r.lemmaIs(k, "have") && r.isFinite(k) || r.tagged(k, "RB", "RBR")) {
		k++
	}
	return !w.empty() && r.isSpeechVerb(k)
}

// opensVenue reports whether token j begins the place of the act of speech: "in an interview".
func (r *reader) opensVenue(j int) bool {
	if !r.is(j, "in", "on", "at") {
		return false
	}
	w := r.chunkRight(r.skipAdverbs(j + 1))
	if r.is(w.b, "of") && r.is(w.b-1, "start", "end", "beginning", "one") { // at the start of his speech
		w = r.chunkRight(w.b + 1)
	}
	for w.b > w.a+1 && r.isTemporal(w.b-1) {
		w.b--
	}
	return !w.empty() && r.cues.use[r.norm(w.b-1)]&useVenue != 0
}

// withoutTime takes a time at the end off a phrase [a, b): when the act happened, not what
// it was about.
func (r *reader) withoutTime(a, b int, v *verb) int {
	e := b
	for e > a && r.isMark(e-1) {
		e--
	}
	if k := e - 1; k > a && r.tagged(k, "RB") && strings.HasSuffix(r.norm(k), "ly") && !r.is(k, "likely", "only", "nationally", "annually") && !r.anyTagged(words{a, k}, "VB", "VBG", "VBN", "VBD", "VBZ", "VBP", "MD", "TO") {
		if r.is(k-1, "more", "very", "so") { // responded to him | more sharply
			k--
		}
		return max(k, a+1)
	}
	for i := a; i < e && !r.isTemporalDay(e-1); i++ {
		if r.tagged(i, "TO") && r.tagged(i+1, "VB") || r.isFinite(i) || r.tagged(i, "VBG") && i > a || r.tagged(i, "VBN") && r.isNoun(i-1) {
			return b // the time is that of what is to be done, or of what was
		}
	}
	t := e
	for t > a+1 && r.isTemporal(t-1) && r.quote[t-1] < 0 {
		t--
	}
	if t = min(t, r.dated(a, e, v)); t == e || r.liesAhead(e-1) {
		return b
	}
	for t > a+1 && r.is(t-1, "last", "this", "late", "early", "next", "the", "earlier") {
		t--
	}
	if t > a+1 && r.is(t-1, "on", "in", "since", "late", "over", "during", "at") {
		t--
	} else if t > a+1 && r.tagged(t-1, "IN", "POS", "DT", "PRP$", "CC", "CD", "TO", "JJ") {
		return b
	}
	return t
}

// dated is the first token of the time that ends the object [a, e) of the verb v in the past and says when: two years ago,
// 7 July, the past; e without one. A bare year is as a rule that of the noun before it, but not of what somebody has.
func (r *reader) dated(a, e int, v *verb) int {
	end := r.d.Tokens[e-1].End
	k := sort.Search(len(r.d.Times), func(k int) bool { return r.d.Times[k].Span.End >= end })
	if k == len(r.d.Times) || r.d.Times[k].Span.End != end {
		return e
	}
	t := &r.d.Times[k]
	first, _ := r.d.TokensIn(t.Span)
	switch {
	case first <= a, !r.tagged(v.t, "VBD", "VBN") && !v.bare, r.is(first, "later", "as"), r.is(first-1, "since"), r.is(e-1, "quarter"):
		return e
	case t.Type == "SET", t.Type == "DURATION" && !r.is(e-1, "later", "earlier"), t.Type == "DATE" && len(t.Value) == 3: // 199, a decade
		return e
	case strings.HasSuffix(t.Value, "_REF") && !(t.Value == "PAST_REF" && r.is(first, "the", "at") && !extract.AnyToken(a, first, r.isComma)):
		return e
	case t.Text == t.Value && !r.tagged(a, "PRP$"):
		return e
	}
	return first
}

// liesAhead reports whether token i belongs to a time after publication. That is no time
// at which an act could have been reported, so it is what the act was about.
func (r *reader) liesAhead(i int) bool {
	if r.d.Published.IsZero() {
		return false
	}
	at := r.d.Tokens[i].Start
	k := sort.Search(len(r.d.Times), func(k int) bool { return r.d.Times[k].Span.End > at })
	return k < len(r.d.Times) && r.d.Times[k].Start <= at && r.d.Times[k].From > r.d.Published.Format(time.DateOnly)
}
