package attribution

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// findSubject finds the subject of a verb group: its own noun phrase, the relative
// pronoun, or that of the clause it is joined to or hangs on. The phrases are asked where the words
// tell nothing.
func (r *reader) findSubject(v *verb) {
	r.nearSubject(v)
	w := r.phraseSubject(v)
	switch {
	case v.subject.empty() || r.within(v, w):
		v.subject = w
	case !v.bare && !v.to && !r.tagged(w.a, "CC") && w.a < v.subject.a && v.subject.a < w.b && w.b < v.subject.b: // Lee, author of | “Drift,” a book, | said
		v.subject.a = w.a
	}
	if o := r.resumed(v); !o.empty() {
		v.subject = o
	}
	if !(r.isComma(v.group.b) && r.isFinite(v.group.b+1)) { // "Ann Lee, the mayor said, was ill"
		v.subject = r.withName(v.subject)
	}
	v.subject = r.ownConjunct(v)
	if a := v.subject.a; !v.subject.empty() && r.is(a-1, "than") && r.is(a-2, "more", "less", "fewer") && (r.tagged(a, "CD") || r.is(a, "half")) { // more than half of guards
		v.subject.a -= 2
	}
	if (v.to || v.bare) && r.is(v.subject.a, "it") && v.subject.b == v.subject.a+1 && v.support < 0 && !(r.tagged(v.t, "VBG") && r.isComma(v.group.a-1) && !r.isExpletive(v.subject.b)) {
		v.subject = words{}
	}
}

// resumed is the noun phrase that opens the sentence, where a relative clause goes on from its comma to the one before the
// finite verb v: Ann Lee, who lives in Ashton, Ohio, and works in May, last week | said. It is empty where another
// verb resumes it first.
func (r *reader) resumed(v *verb) words {
	end := r.beforeTime(v.group.a - 1)
	if v.bare || v.to || !r.isComma(end) || r.quote[v.t] >= 0 {
		return words{}
	}
	w := r.nounRight(r.first, false)
	if w.empty() || !r.isComma(w.b) || !r.tagged(w.b+1, "WP", "WP$", "WDT") || w.b >= end {
		return words{}
	}
	for k := w.b + 1; k < end; k++ {
		if r.isMark(k) && !r.isComma(k) || r.isComma(k) && r.isFinite(r.skipAdverbs(k+1)) {
			return words{}
		}
	}
	return w
}

// within reports whether the subject found for the finite verb v is only the end of a clause that
// describes the one of the phrases, w: a poll released on Sunday by | the Post | showed.
func (r *reader) within(v *verb, w words) bool {
	near := v.subject
	if v.bare || v.to || w.b < near.b || w.a >= near.a || !r.startsClause(w.a) && !r.is(w.a-1, "even") || r.tagged(near.a-1, "CC") && w.b == near.b || r.tagged(near.a, "WP", "WDT") || r.is(w.a, "one") || r.is(near.a, "he", "she", "they", "it", "i", "we", "you") {
		return false
	}
	around := w.b > near.b // Ann Lee, a nurse, in Ashton, in Wales, says
	described := false
	for k := w.a; k < near.a && (around || described || !r.tagged(k, "IN", "TO") || r.is(k, "of", "than", "that")); k++ {
		switch {
		case r.isMark(k) && !(around && r.isComma(k)), r.tagged(k, "WP$"), r.subordinates(k), r.is(k, "that") && !r.isFinite(r.skipAdverbs(k+1)):
			return false
		case r.tagged(k, "WP", "WDT") || r.opensRelative(k):
			described = true
		case r.tagged(k, "VBN") && r.tagged(k+1, "IN", "TO", "RB", "RP") || r.tagged(k, "VBG"):
			described = described || r.isNoun(k-1)
		case !described && r.isFinite(k):
			return false
		}
	}
	return described || around
}

// ownConjunct leaves out of the subject of a finite verb what ends the clause before it: "It fell on Ashton and | Hale said".
func (r *reader) ownConjunct(v *verb) words {
	w := v.subject
	if w.empty() || v.bare || v.to || !r.tagged(w.a-1, "IN", "TO") || r.subordinates(w.a-1) || r.is(w.a-1, "that", "whether", "than", "like") || r.anyWord(w.a, w.b, ",") {
		return w
	}
	start := w.a - 1
	for start > r.first && !r.isMark(start-1) {
		start--
	}
	for k := w.a + 1; k < w.b-1; k++ {
		if r.is(k, "and") && r.tagged(k+1, "DT", "PRP", "PRP$", "NNP", "CD") && r.isNoun(k-1) && r.finiteWithin(start, w.a-start) {
			return words{k + 1, w.b}
		}
	}
	return w
}

// isExpletive reports whether the verb at token i, or after it, makes "it" stand for nobody: it | is clear.
func (r *reader) isExpletive(i int) bool {
	for ; r.tagged(i, "RB", "MD"); i++ {
	}
	return r.lemmaIs(i, "be", "have", "seem", "appear", "take", "become", "make", "mean", "feel", "look", "remain", "get", "help", "come", "do")
}

// isNaming reports whether the verb at token i gives a name: a book | called “Drift”.
func (r *reader) isNaming(i int) bool {
	return r.lemmaIs(i, "title", "headline", "entitle", "caption", "name", "dub", "nickname", "call")
}

// withName widens a subject that is only the last thing said of a person to the name that
// opens the clause: "Ann Lee, 59, of Ashton, Md., said".
func (r *reader) withName(w words) words {
	if r.d.Has&extract.Entities == 0 || w.empty() || !r.isComma(w.a-1) && !r.is(w.a-1, "of") || r.tagged(w.a, "PRP", "WP", "WDT") {
		return w
	}
	i := sort.Search(len(r.d.Entities), func(i int) bool { return r.d.Entities[i].First >= w.a })
	place := i < len(r.d.Entities) && r.d.Entities[i].First == w.a && r.d.Entities[i].Type == extract.LOC // a nurse from Ashton, | Md., who said
	for k := w.a - 1; k > r.first && w.a-k < reachOfAside; k-- {
		if r.isComma(k) {
			if a := r.personBefore(k); a >= 0 && r.startsClause(a) {
				return words{a, w.b}
			}
		} else if !r.tagged(k, "CD", "NNP") && !r.is(k, "of", "from", "in") && !(place && (isPremodifier(r.tag(k)) || r.attaches(k))) {
			break
		}
	}
	return w
}

// personBefore is the first token of the person's name, title included, that ends right
// before token k; -1 if none does.
func (r *reader) personBefore(k int) int {
	i := sort.Search(len(r.d.Entities), func(i int) bool { return r.d.Entities[i].Last >= k })
	if i == len(r.d.Entities) || r.d.Entities[i].Last != k || r.d.Entities[i].Type != extract.PER {
		return -1
	}
	first, _ := r.d.TokensIn(r.d.Entities[i].Full)
	return max(min(first, r.d.Entities[i].First), r.first)
}

// nearSubject finds the subject by the words before the verb group.
func (r *reader) nearSubject(v *verb) {
	k := v.group.a - 1
	switch before := r.beforeQuestion(k); {
	case !r.in(k):
		if r.tagged(v.group.a, "VBG") || r.lemmaIs(v.t, "worry", "convince") { // Noting that it leaked, | Lee | left
			v.subject = r.mainSubject(v)
		}
	case before >= 0:
		v.subject = r.subjectBefore(before)
	case v.bare && r.tagged(v.t, "VBN") && r.isNominal(r.beforeTime(k)) && (r.tagged(v.group.b, "``") && !r.isNaming(v.t) || !r.finiteWithin(r.first, k-r.first)):
		v.subject = r.subjectBefore(k) // past tense after all
	case v.bare && r.tagged(v.t, "VBN") && r.isComma(k) && (r.closesRelative(k) || !r.finiteWithin(r.first, k-r.first)):
		v.subject = r.nounLeft(k)
	case v.bare && r.tagged(v.t, "VBG") && r.is(k, "as") && !r.nounLeft(k-1).empty(): // quoted the guard as saying
		if v.subject = r.chunkLeft(k - 1); r.is(v.subject.a-1, "of") {
			v.subject = r.nounLeft(k - 1)
		}
	case v.bare && r.tagged(v.t, "VBG") && (r.isComma(k) || r.isDash(k) && r.beforeAside(k).empty()): // denied that it burned, saying it stood
		if v.subject = r.commentator(k); v.subject.empty() {
			v.subject = r.doer(k)
		}
	case v.bare && r.tagged(v.t, "VBG") && r.is(k, "them", "whom", "which") && r.is(k-1, "of") && r.in(k-2):
		v.subject = words{k - 2, k + 1} // most of them urging calm
	case v.bare && r.tagged(v.t, "VBG") && (r.isNoun(k) || r.tagged(k, "CD", "DT")):
		if v.subject = r.described(k); v.subject.empty() {
			v.subject = r.controller(k)
		}
	case v.bare && r.tagged(v.t, "VBG") && r.tagged(k, "CC"):
		v.subject = r.speaker(k-1, v)
	case (v.to || v.bare) && !r.controlled(v, k).empty():
		v.subject = r.controlled(v, k)
	case v.to || v.bare:
		if v.subject = r.controller(k); v.subject.empty() && r.leads(k) {
			v.subject = r.mainSubject(v)
		}
	case r.is(k, "whom", "which") && r.is(k-1, "of") && r.in(k-2):
		v.subject = words{k - 2, k + 1}
	case r.is(k, "that") && r.isNoun(k-1):
		v.subject = r.chunkLeft(k - 1)
	case r.tagged(k, "WP", "WDT"):
		v.subject = words{k, k + 1}
	case r.tagged(k, "CC"):
		v.subject = r.speaker(k-1, v)
	default:
		v.subject = r.subjectBefore(k)
		if v.subject.empty() && r.isComma(k) && r.tagged(v.t, "VBZ") && v.group.a == v.t && r.isSpeechVerb(v.t) { // Lee hails the deal, says
			v.subject = r.controller(k - 1)
		}
	}
}

// closesRelative reports whether the comma k ends a relative clause of the noun that opens the
// sentence, after which a participle is the past tense that the tagger missed: "Lee, who left
// in May, | praised".
func (r *reader) closesRelative(k int) bool {
	w := r.nounRight(r.first, false)
	return !w.empty() && r.isComma(w.b) && r.tagged(w.b+1, "WP", "WDT") && !r.anyWord(w.b+1, k, ",")
}

// subjectBefore is the noun phrase that ends at token k, or before the time that does.
func (r *reader) subjectBefore(k int) words {
	j := r.beforeTime(k)
	w := r.nounLeft(j)
	if q := r.first; w.empty() && j == k && r.tagged(k, "VBG", "VBN", "VB") && r.text(k) != r.norm(k) && k == q {
		return words{k, k + 1} // “No,” | Stirling | said, where the tagger read a verb
	}
	if !w.empty() && j < k && (r.tagged(j+1, "VBN") || r.is(j+1, "for")) { // a report released last year, figures for May
		w.b = k + 1
	}
	return w
}

// beforeTime steps left over a time between subject and verb: "The Times | on Saturday", "Ann Lee | two weeks ago".
func (r *reader) beforeTime(k int) int {
	n := sort.Search(len(r.d.Times), func(n int) bool { return r.in(k) && r.d.Times[n].End >= r.d.Tokens[k].End })
	if n == len(r.d.Times) || !r.in(k) || r.d.Times[n].Start > r.d.Tokens[k].Start {
		return k
	}
	j, _ := r.d.TokensIn(r.d.Times[n].Span)
	if j--; r.is(k, "time") && r.tagged(j, "NN", "NNS") { // classmates at the time
		return k
	}
	if r.is(j, "for") && r.isNoun(j-1) { // figures for May
		return j - 1
	}
	for r.is(j, "this", "last", "late", "early", "next", "the", "on", "in", "earlier", "just", "during", "since", "that", "of") {
		j--
	}
	if r.in(j) && r.isNominal(j) {
		return j
	}
	if r.tagged(j, "VBN") && r.isNoun(j-1) { // a report released last year
		return j - 1
	}
	if r.isComma(j) && r.beforeAside(j).empty() {
		return k
	}
	return j
}
