package claim

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// readCue adds what the words around the cue say of the act of saying.
func (a *assembler) readCue(at *extract.Attribution, r *reading) {
	r.negatedCue = at.Negated || a.negatesCue(at.Cue)
	if at.CueHead < 0 || at.CueHead >= len(a.Tokens) {
		return
	}
	k := at.CueHead
	group := k
	for group > 0 && strings.HasPrefix(a.tag(k), "V") && (isVerbal(a.tag(group-1)) || a.tag(group-1) == "TO") {
		group--
	}
	for i := group; i < k; i++ {
		switch w := a.norm(i); {
		case unreal[w], w == "would" && !wouldSay[a.lemma(k)]:
			r.unreal = true
		case a.tag(i) == "TO":
			r.infinitive = true
		}
	}
	if a.undone(group, k) {
		r.unreal = true
	}
	left := group
	if !at.Source.Empty() && at.Source.Start < a.Tokens[k].Start {
		left = min(left, a.TokenAt(at.Source.Start))
	}
	switch a.norm(left - 1) {
	case "if", "unless":
		r.unreal, r.conditional = true, true
	case "whether":
		r.unreal = true
	}
	switch a.lemma(k) {
	case "ask", "wonder", "question", "inquire", "enquire", "query":
		r.question = r.question || at.Type != extract.Direct
	}
}

// wouldSay are the verbs with which "would" tells of habit, of what came later, or of a
// wish that is there already: "he would say", "she would like".
var wouldSay = map[string]bool{
	"say": true, "tell": true, "add": true, "argue": true, "note": true, "write": true, "call": true, "claim": true, "insist": true, "suggest": true,
	"like": true, "love": true, "prefer": true, "hate": true, "hope": true, "welcome": true, "comment": true, "confirm": true, "rule": true, "go": true, "point": true, "describe": true, "remind": true, "explain": true, "ask": true,
}

// undone reports whether the words before a cue say that its act has not taken place:
// "hopes to thank", "reasons to question", "struggles to understand", "instead of
// defending". The verb group of the cue starts at token group and has its head at k.
func (a *assembler) undone(group, k int) bool {
	for i := k; i >= max(group, 1); i-- {
		if a.tag(i) != "TO" {
			continue
		}
		before := i - 1
		for before > 0 && a.tag(before) == "RB" {
			before--
		}
		return before >= 0 && idle[a.lemma(before)]
	}
	if a.tag(k) != "VBG" {
		return false
	}
	switch w := a.norm(group - 1); w {
	case "of":
		return a.norm(group-2) == "instead"
	case "to":
		return a.norm(group-2) == "opposed"
	case "than":
		return a.norm(group-2) == "rather"
	}
	return false
}

// idle are the lemmas after which "to say" tells of no saying.
var idle = map[string]bool{
	"struggle": true, "hope": true, "plan": true, "expect": true, "refuse": true, "decline": true, "fail": true, "reason": true, "chance": true,
	"opportunity": true, "unable": true, "reluctant": true, "ready": true, "prepare": true, "likely": true, "unlikely": true, "due": true,
	"inclined": true, "want": true, "intend": true, "promise": true, "vow": true, "pledge": true, "threaten": true, "effort": true,
}

// negatesCue reports whether the words of a cue, or the one before it, take it back:
// "has yet to confirm", "neither confirmed nor | denied", "never said", "failed to say".
func (a *assembler) negatesCue(cue extract.Span) bool {
	if cue.Empty() {
		return false
	}
	first, end := a.TokensIn(cue)
	if w := a.norm(first - 1); w == "neither" || w == "nor" || w == "never" || w == "without" {
		return true
	}
	for i := first; i < end-1; i++ {
		switch w := a.norm(i); {
		case negations().inVerb[w] && a.norm(i+1) != "only" && a.norm(i+1) != "just":
			return true
		case w == "yet" && a.norm(i+1) == "to", w == "without":
			return true
		case a.norm(i+1) == "to" && (a.lemma(i) == "fail" || a.lemma(i) == "decline" || a.lemma(i) == "refuse"):
			return true
		}
	}
	return false
}

// unreal are the words in a cue by which the act of saying is possible, due or to come.
var unreal = map[string]bool{"may": true, "might": true, "could": true, "will": true, "'ll": true, "should": true, "must": true, "shall": true}

// isEpithet reports whether a cue is no act of the source, but qualifies the noun after
// it: "the alleged fraud", "about alleged fraud".
func (a *assembler) isEpithet(at *extract.Attribution) bool {
	k := at.CueHead
	if k < 1 || a.norm(k) != "alleged" || at.Cue != a.Tokens[min(k, len(a.Tokens)-1)].Span {
		return false
	}
	switch a.tag(k - 1) {
	case "IN", "DT", "JJ", "PRP$", "POS":
		return strings.HasPrefix(a.tag(k+1), "NN") || a.tag(k+1) == "JJ"
	}
	return false
}
