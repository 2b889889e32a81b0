package attribution

import "github.com/claimwire/claimwire/extract/lexicon"

// tryAdjective drafts adjectives after a copula: "is confident that", "were critical of". It reports
// whether it did.
func (r *reader) tryAdjective(t int) bool {
	c := r.cues.adjectives[r.norm(t)]
	if c == nil {
		return false
	}
	k := r.beforeAdverbs(t - 1)
	if !r.lemmaIs(k, "be", "seem", "feel", "become", "remain", "appear", "sound", "get", "look") && !(r.is(t, "worried") && r.lemmaIs(k, "have")) {
		return false
	}
	v := r.verbGroup(k)
	v.cue, v.t = c, t
	v.passive = false
	v.group.b = t + 1
	r.findSubject(&v)
	if v.subject.empty() || v.to || r.is(v.subject.b-1, "it", "there", "this", "that", "what") && !(r.is(v.subject.b-1, "it") && feelings[r.norm(t)]) || r.is(t, "happy", "glad", "proud") && r.tagged(t+1, "TO") && !r.hasWould(&v) {
		return false
	}
	d, ok := r.adjectiveContent(&v)
	if ok {
		d.cueHead, d.edge = t, v.edge
		r.keep(d)
	}
	return ok
}

// feelings are the adjectives that tell of who can feel or will, though it is called "it".
var feelings = lexicon.SetOf("worried", "concerned", "confident", "optimistic", "pessimistic", "convinced", "hopeful", "aware", "unaware", "eager", "keen", "willing", "unwilling", "reluctant", "determined", "committed", "proud", "pleased",
	"delighted", "disappointed", "satisfied", "cautious", "grateful", "skeptical", "sceptical", "wary")

func (r *reader) adjectiveContent(v *verb) (draft, bool) {
	if r.is(v.t, "supportive", "opposed", "hostile", "committed", "sympathetic", "passionate", "fond") && r.isPersonName(r.chunkRight(v.t+2)) {
		return draft{}, false // took a person's side
	}
	d := r.begin(v)
	d.rule = "attr.adjective/1"
	return r.predicated(d, v.cue, v.t+1, v)
}

// predicated gives the draft the content that the cue c takes from token j on, in the
// clause of v.
func (r *reader) predicated(d draft, c *cue, j int, v *verb) (draft, bool) {
	switch {
	case c.frames&fThat != 0 && r.is(j, "that"):
		d.stance = c.stance(fThat)
		return r.fill(d, j+1, r.clauseEnd(j+1, v))
	case c.frames&fIf != 0 && r.is(j, "whether", "if"):
		d.stance = c.stance(fIf)
		return r.fill(d, j, r.clauseEnd(j, v))
	case c.frames&fTo != 0 && r.tagged(j, "TO") && r.tagged(j+1, "VB"):
		d.stance = c.stance(fTo)
		end := r.phraseEnd(j, v)
		return r.fill(r.withGap(d, v, words{j, end}), j, end)
	case c.frames&fPrep != 0 && r.in(j+1) && c.takes(r.norm(j)):
		d.stance = c.stance(fPrep)
		d.cue.b = j + 1
		return r.fill(d, j+1, r.phraseEnd(j+1, v))
	case c.frames&fClause != 0 && r.in(j) && r.opensClause(j, v):
		d.stance = c.stance(fClause)
		return r.fill(d, j, r.clauseEnd(j, v))
	}
	return d, false
}

// pastMaker is the "that" behind a phrase at token j that tells who voiced what the noun before it names, or where, with the
// one who did: fears | among miners | that it will fall; her claim | in May | that it fell. It is j itself where none is.
func (r *reader) pastMaker(j int) (int, words) {
	w := r.nounRight(j+1, false)
	k := max(r.pastWhen(j), r.pastWhen(w.b))
	switch speaks := r.canSpeak(w); {
	case !r.is(k, "that") || r.isFinite(r.skipAdverbs(k+1)):
	case speaks && r.is(j, "from", "by", "among"):
		return k, w
	case r.is(j, "in", "on") || speaks && r.is(j, "to"):
		return k, words{}
	}
	return j, words{}
}
