package attribution

import (
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A verb is a verb group with its subject.
type verb struct {
	t       int   // the verb that carries the sense
	group   words // auxiliaries, negation, adverbs, verb, particle
	to      bool  // an infinitive
	passive bool
	negated bool
	bare    bool // a participle without an auxiliary
	subject words
	cue     *cue
	support int    // the verb before "to" that the group takes in; -1
	edge    string // id of the edge that ended its content; "" before one is looked for
}

// group finds the verb group around the verb t.
func (r *reader) verbGroup(t int) verb {
	v := verb{t: t, support: -1}
	aux := false
	k := t - 1
	for ; k >= r.first && r.quote[k] == r.quote[t]; k-- {
		switch tag := r.tag(k); {
		case tag == "MD":
			aux = true
		case tag[0] == 'V' && isAuxiliary(r.lemma(k)):
			aux = true
			if (r.lemma(k) == "be" || r.lemma(k) == "get") && r.tagged(t, "VBN", "VBD") {
				v.passive = true
			}
		case r.isTorn(k):
			goto done
		case tag == "RB" || tag == "RBR" || tag == "RP":
			switch r.norm(k) {
			case "not", "n't", "never":
				v.negated = v.negated || !r.is(k+1, "only", "just", "merely", "simply", "solely")
			case "no":
				v.negated = v.negated || r.is(k+1, "longer")
			case "when", "how", "so", "as", "too":
				if r.is(k, "so") && r.is(k+1, "far") {
					continue
				}
				goto done
			}
		default:
			goto done
		}
	}
done:
	v.group = words{k + 1, t + 1}
	for v.group.a < t && r.is(v.group.a, "online", "offline", "overseas", "worldwide") {
		v.group.a++
	}
	for v.group.a < t && r.is(v.group.a, "however", "then", "now", "so", "yet", "even", "just", "there", "here", "nearby", "locally", "abroad") && !aux {
		v.group.a++
	}
	if c, n := r.particleCue(t); c != nil {
		v.group.b += n
	} else if r.tagged(t+1, "RP") {
		v.group.b++
	}
	if r.tagged(k, "TO") {
		v.to = true
		v.group.a = k
	}
	v.bare = !aux && !v.to && r.tagged(t, "VBG", "VBN") && !r.activeParticiple(t) && !(r.tagged(t, "VBN") && r.trails(t))
	return v
}

func isAuxiliary(lemma string) bool {
	return slices.Contains([]string{"be", "have", "do", "get"}, lemma)
}

// takeSupport widens the group of an infinitive by the verb before it that adds no
// sense of its own: "declined to say", "went on to add", "has yet to confirm".
func (r *reader) takeSupport(v *verb) {
	if !v.to {
		return
	}
	k := v.group.a - 1
	if r.is(k, "on") && r.lemmaIs(k-1, "go") || r.is(k, "yet", "able") {
		k--
	}
	if !r.in(k) || !r.isVerb(k) || r.cues.use[r.lemma(k)]&useSupport == 0 && !r.is(k+1, "yet", "able") {
		return
	}
	outer := r.verbGroup(k)
	if r.lemmaIs(k, "plan", "want") && !r.lemmaIs(v.t, "know") && !outer.negated && !outer.to && !r.is(outer.group.a-1, "i", "we") {
		return // an act of its own: plans | to back it
	}
	v.support = k
	v.group.a = outer.group.a
	v.negated = v.negated || outer.negated || r.cues.use[r.lemma(k)]&useDecline != 0
	v.passive = v.passive || outer.passive
	v.to, v.bare = outer.to, outer.bare
}

func (r *reader) lemmaIs(i int, any ...string) bool {
	return r.in(i) && slices.Contains(any, r.lemma(i))
}

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
		if r.isMark(k) && !r.isComma(k) && !r.tagged(k, "HYPH") || r.isComma(k) && r.isFinite(r.skipAdverbs(k+1)) {
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
		case r.isMark(k) && !(around && r.isComma(k)), r.tagged(k, "WP$"), r.subordinates(k) && !r.is(k, "that"), r.is(k, "that") && !r.isFinite(r.skipAdverbs(k+1)):
			return false
		case r.tagged(k, "WP", "WDT") || r.is(k, "that") || r.opensRelative(k):
			described = true
		case r.tagged(k, "VBN") && r.tagged(k+1, "IN", "TO", "RB", "RP") || r.tagged(k, "VBG"):
			described = described || r.isNoun(k-1) || r.is(k-1, "those")
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
		if r.is(k, "and") && r.tagged(k+1, "DT", "PRP", "PRP$", "NNP", "CD") && (r.isNoun(k-1) || r.tagged(k-1, "CD", "PRP")) && r.finiteWithin(start, w.a-start) {
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

// controlled is the object of the verb before that does what v says: "wants | voters | to
// recall", "blamed | her | for supporting"; empty if there is none.
func (r *reader) controlled(v *verb, k int) words {
	end, use := k, useBid
	if !v.to {
		if !r.tagged(v.t, "VBG") || !r.is(k, "for", "of") {
			return words{}
		}
		end, use = k-1, useReproach
	}
	if !r.isNominal(end) && !r.tagged(end, "PRP") {
		return words{}
	}
	w := r.chunkLeft(end)
	if r.tagged(end, "PRP") {
		w = words{end, end + 1}
	}
	if w.empty() || !r.isVerb(w.a-1) || r.cues.use[r.lemma(w.a-1)]&use == 0 {
		return words{}
	}
	return w
}

// described is the noun phrase that ends at token k, where a participle after it says what
// it does: "with the mayor | saying", "voters | backing"; empty where the participle goes
// on with the clause: "left the room | saying".
func (r *reader) described(k int) words {
	w := r.chunkLeft(k)
	if w.empty() {
		return w
	}
	left := w
	for r.is(left.a-1, "of", "from", "in") && r.isNominal(left.a-2) { // with a majority of voters | saying
		if left = r.chunkLeft(left.a - 2); left.empty() {
			break
		}
		if r.is(left.a-1, "with") {
			return words{left.a, w.b}
		}
	}
	if v := w.a - 1; r.isFinite(v) && (r.lemmaIs(v, "keep", "notice", "receive") || r.lemmaIs(v, "leave") && r.canSpeak(w)) || r.tagged(v, "VBN") && r.lemmaIs(v, "leave", "notice") && r.lemmaIs(r.verbGroup(v).group.a, "have") { // has left | fans | wondering
		return w
	}
	switch v := w.a - 1; {
	case r.isVerb(v) && r.lemmaIs(v, "show", "hear", "overhear", "remember", "recall", "feature", "include", "film"),
		r.is(v, "of") && r.is(v-1, "footage", "video", "videos", "photo", "photos", "clip", "clips", "recording", "recordings", "audio"):
		return w // recalled | Lee | saying; footage of | Lee | saying
	case writings()[r.lemma(k)] && (r.isVerb(v) && r.lemmaIs(v, "slam", "reject", "dismiss", "cite", "call", "read", "see", "get", "obtain") || r.is(v, "to", "after", "following", "despite", "amid")):
		return w // replied to | the letter | saying
	case r.is(v, "by") && r.tagged(v-1, "VBN") && writings()[r.lemma(v-2)]:
		return words{r.chunkLeft(v - 2).a, w.b} // slammed | a lawsuit filed by a guard | saying
	}
	if m := r.mentionedBefore(w); !m.empty() {
		return m
	}
	if r.is(w.a-1, "with") || r.is(k, "those", "people") || r.startsClause(w.a) && r.cues.use[r.norm(k)]&useVenue == 0 {
		return w
	}
	return words{}
}

// mentionedBefore is noun phrase w, with a group that it is part of, where it can speak and is only mentioned, not told
// something: a participle right behind it is its own. Posts from users | claiming, a video of Lee | joking, Lee and voters | backing him.
func (r *reader) mentionedBefore(w words) words {
	for r.is(w.a-1, "of") && r.isNominal(w.a-2) && r.canSpeak(r.chunkLeft(w.a-2)) { // members of his staff
		w.a = r.chunkLeft(w.a - 2).a
	}
	switch k := w.a - 1; {
	case !r.canSpeak(w), writings()[r.lemma(w.b-1)]: // a series of tweets
		return words{}
	case r.is(k, "from", "by", "among", "like", "against", "about"):
		return w
	case r.is(k, "of") && r.isNoun(k-1) && !r.tagged(k-2, "IN", "TO") && !r.startsClause(r.chunkLeft(k-1).a): // but in front of Lee
		return w
	case r.tagged(k, "CC") && r.isNominal(k-1) && !r.startsClause(w.a):
		if c := r.cues.verbs[r.lemma(w.b)]; c != nil && c.frames&(fThat|fClause|fQuote) == 0 { // Lee and voters | backing him
			return w
		}
	}
	return words{}
}

// leads reports whether token k ends what comes before a clause that leads in to the main
// one: a preposition at the start, or the start itself.
func (r *reader) leads(k int) bool {
	return r.tagged(k, "IN", "WRB") && !r.finiteWithin(r.first, k-r.first)
}

// mainSubject is the subject of the main clause after the clause of v that leads in to it:
// "after closing the bridge, | the city | said".
func (r *reader) mainSubject(v *verb) words {
	for j := v.group.b; j < r.last-2; j++ {
		if r.isComma(j) && r.quote[j] < 0 && r.opensMain(j+1) && !r.tagged(j+1, "EX") {
			return r.nounRight(j+1, false)
		}
	}
	return words{}
}

// subjectBefore is the noun phrase that ends at token k, or before the time that does.
func (r *reader) subjectBefore(k int) words {
	j := r.beforeTime(k)
	w := r.nounLeft(j)
	if q := r.first; w.empty() && j == k && r.tagged(k, "VBG", "VBN", "VB") && r.text(k) != r.norm(k) && (k > q && r.tagged(k-1, "''") || k == q) {
		return words{k, k + 1} // “No,” | Stirling | said, where the tagger read a verb
	}
	if !w.empty() && j < k && (r.tagged(j+1, "VBN") || r.is(j+1, "for")) { // a report released last year, figures for May
		w.b = k + 1
	}
	return w
}

// speaker is the subject of the verb of speech that a verb after "and" is joined to, or
// else of the nearest verb.
func (r *reader) speaker(k int, v *verb) words {
	if n := len(r.drafts) - 1; n >= 0 && k > r.first+1 { // had said it was sad | and praised her
		if d := &r.drafts[n]; strings.HasPrefix(d.edge, "edge.and-act") && len(d.content) > 0 && d.content[0].End > r.d.Tokens[k-2].Start && d.content[0].End <= r.d.Tokens[k].End {
			return d.source
		}
	}
	for i := k; i >= r.first; i-- {
		if r.tagged(i, "VB") && r.quote[i] < 0 && r.isSpeechVerb(i) && r.tagged(v.t, "VBD", "VBZ") { // would not say if it was so, but | said
			if g := r.verbGroup(i); r.isFinite(g.group.a) && g.negated {
				if w := r.controller(i); !w.empty() {
					return w
				}
			}
		}
		speaks := r.isVerb(i) && r.upos(i) != "AUX" && r.cues.verbs[r.lemma(i)] != nil && !r.inRelative(i)
		if speaks && r.quote[i] < 0 && r.isFinite(i) && (r.sameTense(v.t, i) || v.passive && r.tag(i) == r.tag(v.group.a) || r.tagged(v.t, "VB") && r.is(k+1, "but") && (r.tagged(v.group.a, "MD") || r.tag(i) == r.tag(v.group.a))) {
			if w := r.controller(i); !w.empty() {
				return w
			}
		}
	}
	for i := k; r.isComma(k) && i >= r.first; i-- { // uncovered care that had failed, | and said
		if r.isFinite(i) && r.quote[i] < 0 && !r.inRelative(i) {
			return r.controller(i)
		}
	}
	return r.controller(k)
}

// inRelative reports whether the verb i has a relative pronoun for a subject, or one of its own
// right after a noun: "the plan | which Hale | backed".
func (r *reader) inRelative(i int) bool {
	g := r.verbGroup(i)
	k := g.group.a - 1
	return r.tagged(k, "WP", "WDT") || r.is(k, "that") || r.tagged(k, "PRP") && (r.isNoun(k-1) || r.is(k-1, "that", "what"))
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

// commentator is the subject of the nearest verb before token k that tells of an act of
// speech: a participle after a comma goes on with that act, not with what was said. A verb that
// takes a clause comes before one that takes a quotation.
func (r *reader) commentator(k int) words {
	for _, f := range [...]frame{fThat | fClause, fQuote} {
		for i := k; i >= r.first; i-- {
			c := r.cues.verbs[r.lemma(i)]
			if c == nil || c.frames&f == 0 || r.quote[i] >= 0 || !r.isFinite(i) && !(r.tagged(i, "VB") && r.isFinite(r.verbGroup(i).group.a)) || r.inRelative(i) {
				continue
			}
			if r.isMark(i-1) && !r.tagged(i-1, "-RRB-") && (r.quote[i-1] >= 0 || r.beforeAside(i-1).empty()) { // “It burned,” said Lee, adding that it stood
				if w := r.speakerRight(i + 1); !w.empty() {
					return w
				}
			}
			return r.controller(i)
		}
	}
	return words{}
}

// doer is the subject of the nearest finite verb before token k that tells of an act or is that of a main
// clause whose subject speaks: a participle after a comma does not go on with what is only mentioned:
// Lee resigned after the vote failed | , saying it was late.
func (r *reader) doer(k int) words {
	for i := k; i >= r.first; i-- {
		if !r.isFinite(i) || r.quote[i] >= 0 {
			continue
		}
		g := r.verbGroup(i)
		c, w := r.d.ClauseOf(i), r.controller(i)
		main := r.tagged(w.a-1, "CC", ",") || c >= 0 && r.d.Clauses[c].Kind == extract.MainClause && r.canSpeak(w)
		if r.cues.verbs[r.lemma(g.t)] != nil || main && !r.tagged(w.b-1, "DT", "WP", "WDT") {
			return w
		}
		i = g.group.a
	}
	return r.controller(k)
}

// controller is the subject of the nearest finite verb at or before token k.
func (r *reader) controller(k int) words {
	for ; k >= r.first; k-- {
		if !r.isFinite(k) || r.quote[k] >= 0 {
			continue
		}
		g := r.verbGroup(k)
		left := g.group.a - 1
		if r.tagged(left, "WP", "WDT") {
			return words{left, left + 1}
		}
		g.subject = r.nounLeft(r.beforeTime(left))
		if g.subject.empty() && r.isComma(left) { // the man I met, Ann Lee, | left
			if w := r.phraseSubject(&g); !w.empty() && r.startsClause(w.a) {
				g.subject = w
			}
		}
		if !g.subject.empty() {
			return g.subject
		}
		k = g.group.a
	}
	return words{}
}
