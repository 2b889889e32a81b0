package commitment

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// readCue adds what the words around the cue say of the act of saying.
func (a *Reader) readCue(at *extract.Attribution, r *Reading) {
	r.negatedCue = at.Negated || a.isWithheld(at)
	if at.CueHead < 0 || at.CueHead >= len(a.Tokens) {
		return
	}
	k := at.CueHead
	group := k
	for group > 0 && (strings.HasPrefix(a.tag(k), "V") || a.tag(k) == "JJ" && at.Rule == "attr.adjective/1") && (IsVerbal(a.tag(group-1)) && (!a.IsFinite(group) || a.tag(group-1) == "RB") || in(a.tag(group-1), "TO", "RBR")) {
		group--
	}
	for i := group; i < k; i++ {
		switch w := a.norm(i); {
		case w == "will" && a.lemma(k) == "hope": // they hope now
		case w == "could" && a.norm(i+1) == "only": // were able to, and did
		case unreal[w], w == "would" && !wouldSay[a.lemma(k)]:
			r.unreal = true
		case w == "can" && possibleActs[at.Stance]: // can choose to leave
			r.unreal = true
		case a.tag(i) == "TO":
			r.infinitive = true
		case in(w, "reportedly", "allegedly", "apparently"): // has reportedly said
			r.lower(a.Passage(a.Tokens[i].Span), probable)
		case w == "much" && a.norm(i-1) == "so" && negations().inVerb[a.norm(i-2)]: // not so much saying
			r.negatedCue = true
		}
	}
	if h := hedges()[a.norm(group-1)]; len(h) > 0 && h[0].tag == "" {
		r.unreal = true // likely referring to
	}
	if a.undone(group, k, at.Type) || a.joinedToUnreal(group, k) || a.isGerund(group, k, at) {
		r.unreal = true
	}
	left := group
	if !at.Source.Empty() && at.Source.Start < a.Tokens[k].Start && !(a.tag(group) == "VBG" && a.IsMark(group-1)) { // hedged on whether he would run, | saying that it leaked
		left = min(left, a.TokenAt(at.Source.Start))
	}
	switch a.norm(left - 1) {
	case "if", "unless":
		r.unreal, r.conditional = true, !a.asksWhether(left-1)
	case "whether":
		r.unreal = true
	case "had", "should", "were":
		if strings.HasPrefix(a.tag(k), "V") && a.inverted(left-1, left-1, a.sentenceEnd(left-1, len(a.Tokens))) { // not "had allegedly sold"
			r.unreal, r.conditional = true, true
		}
	}
	if v := a.VerbAt(k); v >= 0 && a.Verbs[v].Own >= 0 && a.Clauses[a.Verbs[v].Own].Kind == extract.RelativeClause {
		r.related = a.Tokens[a.Clauses[a.Verbs[v].Own].First].Start
	} else if at.Rule == "attr.relative-gap/1" { // for what they say | was neglect
		r.related = a.Tokens[k].Start
	} else if a.tag(group) == "VBG" && in(a.norm(group-1), "for", "over", "after") { // apologise for | saying that it leaked
		r.related = a.Tokens[group].Start
	}
	if a.isSupposedClause(k) {
		r.unreal = true
	}
	switch a.lemma(k) {
	case "know", "see", "decide", "determine", "consider", "reconsider", "contemplate", "mull", "ponder", "weigh", "debate", "discuss":
		r.question = r.question || at.Rule == openQuestion
	case "wish":
		r.unreal = r.unreal || a.isCounterfactual(at)
	case "ask", "wonder", "question", "inquire", "enquire", "query":
		r.question = r.question || at.Type != extract.Direct
	}
}

// asksWhether reports whether the "if" at token i opens a question that somebody puts: asked by
// Lee | if he sees it as a win.
func (a *Reader) asksWhether(i int) bool {
	return extract.AnyToken(i-nearCue, i, func(k int) bool {
		return in(a.lemma(k), "ask", "wonder", "question", "inquire", "query")
	})
}

// isCounterfactual reports whether what is wished for is known not to be so: "wishes | he had stayed".
func (a *Reader) isCounterfactual(at *extract.Attribution) bool {
	for _, p := range at.Content {
		first, end := a.TokensIn(p)
		if k := a.mainVerb(first, end); k < end && a.tag(first) != "TO" {
			return in(a.norm(k), "had", "'d", "were", "was", "could", "would")
		}
	}
	return false
}

// joinedToUnreal reports whether a cue without a verb of its own in front is joined to one
// that stands under may, might and the like: "may listen and | conclude".
func (a *Reader) joinedToUnreal(group, k int) bool {
	v := a.VerbAt(a.verbBefore(k))
	if t := a.tag(k); v < 0 || t != "VB" && t != "VBP" || group != k || a.tag(k-1) != "CC" {
		return false
	}
	w := a.norm(a.Verbs[v].First)
	return unreal[w] || w == "would" && !wouldSay[a.lemma(k)]
}

// isGerund reports whether a cue is a name for the act that nobody is said to have done:
// "denying the leak carries risks".
func (a *Reader) isGerund(group, k int, at *extract.Attribution) bool {
	return group == k && a.tag(k) == "VBG" && at.Source.Empty() && at.Stance == extract.Deny
}

// wouldSay are the verbs with which "would" tells of habit, of what came later, or of a
// wish that is there already: "he would say", "she would like".
var wouldSay = map[string]bool{
	"say": true, "tell": true, "add": true, "argue": true, "note": true, "write": true, "call": true, "claim": true, "insist": true, "suggest": true,
	"like": true, "love": true, "prefer": true, "hate": true, "hope": true, "want": true, "welcome": true, "glad": true, "happy": true, "open": true, "comment": true, "confirm": true, "rule": true, "go": true, "point": true, "describe": true, "remind": true, "explain": true, "ask": true,
	"joke": true, "boast": true, "brag": true, "complain": true, "reply": true, "answer": true, "quip": true, "lament": true,
}

// undone reports whether the words before a cue say that its act has not taken place:
// "hopes to thank", "reasons to question", "struggles to understand", "instead of
// defending". The verb group of the cue starts at token group and has its head at k.
// What is quoted has been said all the same.
func (a *Reader) undone(group, k int, kind string) bool {
	if kind == extract.Direct {
		return false
	}
	for i := k; i >= max(group, 1); i-- {
		if a.tag(i) == "TO" {
			return !a.takesPlace(i)
		}
	}
	if a.tag(k) != "VBG" {
		return false
	}
	switch w := a.norm(group - 1); w {
	case "of":
		return a.norm(group-2) == "instead" || a.charged(group-1)
	case "to":
		return a.norm(group-2) == "opposed"
	case "than":
		return a.norm(group-2) == "rather"
	}
	return false
}

// charged reports whether the "of" at token i follows a charge, so that what comes after it
// is only alleged: "accused by critics of | misleading". Who accuses somebody says so.
func (a *Reader) charged(i int) bool {
	return extract.AnyToken(i-nearCue, i, func(k int) bool {
		if a.lemma(k) == "accuse" {
			return a.tag(k) == "VBN"
		}
		return in(a.lemma(k), "suspect", "acquit", "clear", "accusation", "allegation", "suspicion")
	})
}

// takesPlace reports whether the act of the to-infinitive, whose "to" is token to,
// has taken place by the word that governs it: "went on to say",
// "called to say", "was the first to admit".
func (a *Reader) takesPlace(to int) bool {
	before := to - 1
	for before > 0 && a.tag(before) == "RB" {
		before--
	}
	if before < 0 {
		return false
	}
	if before > 0 && a.tag(before-1) == "TO" { // agreed to continue | to discuss
		return done[a.lemma(before)] && a.takesPlace(before-1)
	}
	if a.tag(before-1) == "MD" && unreal[a.norm(before-1)] || // will come | to discuss
		in(a.lemma(to+1), "prove", "demonstrate", "show", "convince", "persuade") && in(a.lemma(before), "attempt", "try", "seek") {
		return false
	}
	if done[a.lemma(before)] || moved[a.norm(before)] || a.norm(before) == "had" || a.isFirst(before) {
		return true
	}
	h := a.verbBefore(to)
	return h >= 0 && done[a.lemma(h)] && a.tag(h-1) != "MD"
}

// verbBefore is the verb nearest before token i, in the clause that this stands in; -1.
func (a *Reader) verbBefore(i int) int {
	for k := i - 1; k >= max(0, i-nearCue); k-- {
		if v := a.VerbAt(k); v >= 0 {
			return a.Verbs[v].Head
		}
	}
	return -1
}

// isFirst reports whether the noun phrase that ends at token i tells somebody from others by
// what was done: the latest official | to offer.
func (a *Reader) isFirst(i int) bool {
	n := a.NounAt(i)
	return n >= 0 && extract.AnyToken(a.Nouns[n].First, i+1, func(k int) bool {
		return in(a.norm(k), "first", "second", "third", "last", "latest", "only")
	})
}

// done are the lemmas after which "to say" tells of something said, or of what its
// source means to be taken for said.
var done = map[string]bool{
	"go": true, "continue": true, "begin": true, "start": true, "come": true, "move": true, "proceed": true, "turn": true, "return": true, "on": true,
	"quick": true, "first": true, "last": true, "latest": true, "correct": true, "right": true, "wrong": true, "careful": true, "happy": true, "glad": true,
	"thrilled": true, "proud": true, "pleased": true, "sorry": true, "able": true, "only": true, "bold": true, "one": true, "among": true,
	"seek": true, "try": true, "attempt": true, "manage": true, "dare": true, "bother": true, "use": true, "force": true, "lead": true, "prompt": true, "cause": true, "compel": true, "oblige": true,
	"call": true, "write": true, "phone": true, "tweet": true, "take": true, "step": true, "rise": true, "stand": true, "pause": true,
	"vote": true, "rule": true, "join": true, "interrupt": true, "rush": true, "hasten": true, "hurry": true, "pain": true, "keen": true, "respond": true, "reply": true, "testify": true, "side": true,
}

// moved are the words for what somebody felt on what he learnt or said: shocked | to discover that it leaked.
var moved = map[string]bool{
	"dismayed": true, "troubled": true, "surprised": true, "shocked": true, "stunned": true, "delighted": true, "disappointed": true, "saddened": true, "relieved": true,
	"amazed": true, "astonished": true, "horrified": true, "appalled": true, "alarmed": true, "excited": true, "honoured": true, "honored": true,
}

// unreal are the words in a cue by which the act of saying is possible, due or to come.
var unreal = map[string]bool{"may": true, "might": true, "could": true, "will": true, "'ll": true, "should": true, "must": true, "shall": true, "likely": true, "probably": true, "possibly": true, "perhaps": true, "maybe": true}

// possibleActs are the stances that "can" makes possible only; "I can confirm" confirms.
var possibleActs = map[string]bool{"decide": true, "intend": true, "demand": true}

// IsEpithet reports whether a cue is no act of the source, but qualifies the noun after
// it: "the alleged fraud", "about alleged fraud".
func (a *Reader) IsEpithet(at *extract.Attribution) bool {
	k := at.CueHead
	if k < 1 || a.norm(k) != "alleged" || at.Cue != a.Tokens[min(k, len(a.Tokens)-1)].Span {
		return false
	}
	switch a.tag(k - 1) {
	case "CC":
		return a.tag(k) != "VBD" && strings.HasPrefix(a.tag(k+1), "NN")
	case "IN", "DT", "JJ", "PRP$", "POS":
		return strings.HasPrefix(a.tag(k+1), "NN")
	}
	return false
}
