package attribution

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// sharedWords is how many words of meaning a headline after a label must share with what the body
// reports of the one it names.
const sharedWords = 2

// dropTopics drops the headlines after a label that names what the story is about and nobody who
// speaks: "Port strike: Talks to resume", "Ann Lee: Actress dies at 90". A label names a speaker
// where a quotation follows a person, or where the body reports the like of the one it names.
func (r *reader) dropTopics() {
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool {
		return d.rule == "attr.headline-colon/1" && !r.namesSpeaker(&d)
	})
}

// namesSpeaker reports whether the label of a headline is the source of what follows it.
func (r *reader) namesSpeaker(d *draft) bool {
	told := r.meaning(d.content)
	spoke, shared := false, map[string]bool{}
	for i := range r.drafts {
		switch o := &r.drafts[i]; {
		case o.sentence == d.sentence:
			if o.cue != d.cue && r.quote[o.cueHead] < 0 {
				return false // the headline says who speaks: "Ann Lee: Jockey says he will ride"
			}
		case o.head >= 0 && r.tag(o.head) != "" && r.holdsName(o.source, d.head):
			spoke = true
			for w := range r.meaning(o.content) {
				if told[w] {
					shared[w] = true
				}
			}
		}
	}
	if d.source.a > d.cueHead { // Bridge must close - survey
		return spoke || r.upos(d.head) != "PROPN"
	}
	if r.isOneQuote(d) {
		return spoke || r.d.Has&extract.Entities == 0 || r.personBefore(d.head+1) >= 0
	}
	return spoke && len(shared) >= sharedWords && r.isStatement(d)
}

// holdsName reports whether a source has the name at token k in it.
func (r *reader) holdsName(source words, k int) bool {
	return extract.AnyToken(source.a, source.b, func(i int) bool { return r.norm(i) == r.norm(k) && r.upos(i) == "PROPN" })
}

// isStatement reports whether a headline has a verb that is finite beyond doubt: "Ann Lee: Bridge
// will close", not "Ann Lee: Singer suspended", where the participle tells of her.
func (r *reader) isStatement(d *draft) bool {
	for _, s := range d.content {
		a, b := r.d.TokensIn(s)
		for i := a; i < b; i++ {
			if t := r.tag(i); r.quote[i] < 0 && (extract.OneOf(t, "MD", "VBZ", "VBP") || t == "VBD" && (r.upos(i) == "AUX" || r.upos(i-1) == "PRON")) {
				return true
			}
		}
	}
	return false
}

// isOneQuote reports whether the content of a draft is the inside of one quotation.
func (r *reader) isOneQuote(d *draft) bool {
	a, _ := r.d.TokensIn(d.content[0])
	q := r.quote[a]
	return len(d.content) == 1 && q >= 0 && r.d.Quotes[q].Inner == d.content[0]
}

// meaning is the lemmas of the nouns, verbs, adjectives and numbers of a content.
func (r *reader) meaning(content []extract.Span) map[string]bool {
	m := map[string]bool{}
	for _, s := range content {
		a, b := r.d.TokensIn(s)
		for i := a; i < b; i++ {
			if extract.OneOf(r.upos(i), "NOUN", "PROPN", "VERB", "ADJ", "NUM") {
				m[strings.ToLower(r.lemma(i))] = true
			}
		}
	}
	return m
}
