// Package commitment reads how far the source of an act of saying commits itself to the
// content: whether that is negated, hangs on a condition, is asked or hedged, whether the
// act itself was done, and what factuality follows (docs/schema.md, after FactBank).
package commitment

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// A Reader reads the words of one document.
type Reader struct {
	*extract.Document
	contents []extract.Span
	others   map[*extract.Attribution][]extract.Span
}

// norm, lemma and tag are those of token i; "" outside the article.
func (a *Reader) norm(i int) string  { return a.Norm(i) }
func (a *Reader) lemma(i int) string { return a.Lemma(i) }
func (a *Reader) tag(i int) string   { return a.Tag(i) }

// NewReader reads d, whose attributions have the contents given, apart and in text order.
func NewReader(d *extract.Document, contents []extract.Span) *Reader {
	return &Reader{d, contents, othersIn(d)}
}

// indirectQuestion is the rule of a content that "if" or "whether" opens.
const indirectQuestion = "attr.svo-if/1"

// openQuestion is the rule of a content that "who", "what" or "how" opens.
const openQuestion = "attr.svo-wh/1"

// turn is the rule of a turn of a transcript, which is quoted without marks.
const turn = "attr.transcript/1"

// Attribution reads the cue and the content of an attribution.
func (a *Reader) Attribution(at *extract.Attribution) Reading {
	r := a.read(at.Content, manner{at.Type == extract.Direct || at.Rule == turn, at.CueHead >= 0 && in(a.lemma(at.CueHead), "say", "tell", "add", "insist", "stress"), in(at.Rule, "attr.svo-np/1", "attr.svo-prep/1"), a.others[at]})
	if at.Type != extract.Direct {
		a.hedgeBefore(at.Content, &r)
	}
	if at.Rule == indirectQuestion { // its "if" asks
		r.conditional = false
	}
	a.readCue(at, &r)
	return r
}

// Clause reads a clause of the reporter's.
func (a *Reader) Clause(s extract.Span) Reading { return a.read([]extract.Span{s}, manner{}) }

// Stance is what the words around a cue make of its stance: hearsay of an epithet (the
// alleged fraud), a statement of a doubt denied (no doubt that); "" where they change nothing.
func (a *Reader) Stance(at *extract.Attribution) string {
	switch {
	case a.IsEpithet(at):
		return extract.Hearsay
	case a.isUndoubted(at):
		return extract.Assert
	case at.Stance == extract.Assert && at.CueHead >= 0 && in(a.lemma(at.CueHead), "suggest", "suggestion", "insist") && a.isDue(at):
		return "demand" // suggested all clubs stop
	case at.Stance == "predict" && at.CueHead >= 0 && a.lemma(at.CueHead) == "warn" && a.isDone(at):
		return extract.Assert // warned that it had burned
	}
	return ""
}

// isDue reports whether the main verb of a content's first part is a bare form or has "should": it is asked for.
func (a *Reader) isDue(at *extract.Attribution) bool {
	first, k, end := a.firstVerb(at)
	if k >= end || k == first {
		return false
	}
	past := in(a.tag(at.CueHead), "VBD", "VBN")
	if a.norm(k) == "should" {
		return !negations().inVerb[a.norm(k+1)]
	}
	bare := a.tag(k) == "VB" || past && a.tag(k) == "VBP" && !in(a.lemma(k), "be", "have", "do")
	return bare && !in(a.lemma(k), "think", "believe", "know", "want", "need") // most think it leaks
}

// firstVerb is the main verb of a content's first part [first, end); end without one.
func (a *Reader) firstVerb(at *extract.Attribution) (first, verb, end int) {
	if len(at.Content) == 0 {
		return 0, 0, 0
	}
	first, end = a.TokensIn(at.Content[0])
	return first, a.mainVerb(first, end), end
}

// isDone reports whether the main verb of a content's first part is a perfect: what it tells lies behind.
func (a *Reader) isDone(at *extract.Attribution) bool {
	_, k, end := a.firstVerb(at)
	if k >= end || !in(a.norm(k), "had", "has", "have", "'d", "'s", "'ve") {
		return false
	}
	for k++; k < end && a.tag(k) == "RB"; k++ {
	}
	return k < end && a.tag(k) == "VBN"
}

// nearCue is how far from the cue, in tokens, words that bear on it may stand.
const nearCue = 12

// inContent reports whether s lies in the content of any attribution.
func (a *Reader) inContent(s extract.Span) bool {
	i := sort.Search(len(a.contents), func(i int) bool { return a.contents[i].End > s.Start })
	return i < len(a.contents) && a.contents[i].Start < s.End
}

// longestLook is how many tokens a clause is looked for its verb.
const longestLook = 40

// opensClause reports whether a finite verb follows token i before the next comma.
func (a *Reader) opensClause(i, end int) bool {
	for k := i; k < min(end, i+longestLook); k++ {
		if a.IsFinite(k) {
			return true
		}
		if t := a.tag(k); t == "," || t == ":" {
			return false
		}
	}
	return false
}
