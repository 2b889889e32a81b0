package attribution

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/claimwire/claimwire/extract/lexicon"

	"github.com/claimwire/claimwire/extract"
)

// tellsOfWords reports whether the verb v with the object w, whose phrase ends at token end, is an
// act of saying or thinking and no deed: "supported the plan", not "supports the roof". What
// somebody is about to do, an infinitive, has not been said.
func (r *reader) tellsOfWords(v *verb, w words, end int) bool {
	if r.isUndone(v) || v.bare && r.is(v.group.a-1, "of", "for", "on", "without", "against", "about", "with", "as", "from") {
		return false
	}
	if r.isBid(v) {
		return false
	}
	use := r.cues.use[r.lemma(v.t)]
	switch {
	case r.lemma(v.t) == "deny" && (r.isFavor(w, end) || r.isGiven(w, end)): // denied the appeal, denied them food
		return false
	case r.lemma(v.t) == "decline" && r.tagged(w.a, "CD"): // shares declined 1%
		return false
	case use&useNaming != 0 && r.takesName(w, end):
		return true
	case use&useDeed != 0:
		return r.hasAs(w.b, end) || r.canSpeak(v.subject) && (r.isWriting(v.subject) || r.sayable(w, end))
	case use&useAttitude != 0:
		return r.canSpeak(v.subject)
	case use&useSense != 0:
		return r.hasAs(w.b, end) || !w.empty() && r.cues.use[r.lemma(w.b-1)]&useProof != 0
	}
	return use&useNaming == 0
}

// isBid reports whether v is what somebody is only asked to do: asked them | to condemn it, but led them | to condemn it.
func (r *reader) isBid(v *verb) bool {
	who := r.controlled(v, v.group.a-1)
	return v.to && !who.empty() && !r.lemmaIs(who.a-1, "force", "lead", "prompt", "cause", "get", "persuade", "convince")
}

// isUndone reports whether v is an infinitive that nothing says was done: "to discuss the price", not "the first
// official to back it", "came to announce it".
func (r *reader) isUndone(v *verb) bool {
	return v.to && !r.isFirstTo(v.group.a) && r.controlled(v, v.group.a-1).empty() && !r.tookFloor(v.group.a)
}

// tookFloor reports whether the verb before token a says that what the infinitive there tells of was done: used the
// inquest | to call for change, wrote | to complain.
func (r *reader) tookFloor(a int) bool {
	for i := a - 1; i >= max(r.first, a-8) && !r.isMark(i); i-- {
		if r.isVerb(i) {
			return r.cues.use[r.lemma(i)]&useFloor != 0 && !r.tagged(i, "VB", "VBG")
		}
	}
	return false
}

// isFavor reports whether the object w, whose phrase ends at token end, is what one refuses
// to somebody and does not call untrue.
func (r *reader) isFavor(w words, end int) bool {
	return extract.AnyToken(w.a, min(w.b, end), func(i int) bool {
		return r.tagged(i, "NN", "NNS") && r.cues.use[r.lemma(i)]&useFavor != 0
	})
}

// isGiven reports whether the object w, whose phrase ends at token end, is kept from somebody: food | to
// the town, children | food.
func (r *reader) isGiven(w words, end int) bool {
	last := w.b - 1
	return r.is(w.b, "to") && r.opensNoun(w.b+1) && !r.sayable(w, w.b) || w.b < end && (r.tagged(last, "PRP") && r.opensNoun(w.b) || r.isNominal(last) && r.tagged(w.b, "DT", "PRP$")) ||
		w.a < last && r.tagged(w.a, "NNS", "NN") && r.is(w.a, "people")
}

// isFirstTo reports whether the infinitive at token a tells what was done: "became the first official
// | to back the plan".
func (r *reader) isFirstTo(a int) bool {
	for i := a - 1; i >= r.first && a-i < 5 && (r.isNominal(i) || r.tagged(i, "RB")); i-- {
		if r.is(i, "first", "last", "latest", "only") {
			return true
		}
	}
	return false
}

// intends reports whether the subject of a verb before an infinitive is one that can mean to do
// it, or that others speak of: not "the door refused to open", "which seemed to match", "she likes to sing".
func (r *reader) intends(v *verb) bool {
	if r.cues.use[r.lemma(v.t)]&useWould != 0 && !r.hasWould(v) {
		return false
	}
	if v.cue.stance(fTo) == "hearsay" {
		return !r.tagged(v.subject.b-1, "WDT", "WP", "PRP") && !v.bare
	}
	return v.subject.empty() || r.canSpeak(v.subject) && !r.isWriting(v.subject)
}

// isWriting reports whether a noun phrase is headed by a noun for what is written, or for a thing.
func (r *reader) isWriting(w words) bool {
	_, head := r.settleSource(w)
	return r.tagged(head, "NN", "NNS") && writings()[r.lemma(head)]
}

// hasWould reports whether the group of v has "would" or its short form.
func (r *reader) hasWould(v *verb) bool {
	return r.anyTagged(words{v.group.a, v.t}, "MD")
}

// hasAs reports whether "as" stands in tokens [a, b): "sees the vote | as a test".
func (r *reader) hasAs(a, b int) bool {
	return extract.AnyToken(a, b, func(i int) bool {
		return r.is(i, "as") && !r.is(i-1, "such") && !r.is(i+1, "well", "soon", "long", "far")
	})
}

// takesName reports whether a name for the object w follows it before token end: "called | the
// plan | a farce", not "called | the police".
func (r *reader) takesName(w words, end int) bool {
	if extract.AnyToken(w.a, end, func(i int) bool {
		return r.quote[i] >= 0 || i > w.a && (r.is(i, "as") || r.is(i, "to") && r.is(i+1, "be") && !r.is(i-1, "only"))
	}) {
		return true
	}
	return r.tagged(w.b-1, "JJ", "JJR") || w.b-w.a > 2 && describesOnly(r.norm(w.b-1)) || w.b < end && (r.tagged(w.b, "DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "PRP$", "VBG", "VBN", "CD") || r.tagged(w.b, "RB") && r.tagged(w.b+1, "JJ", "DT"))
}

// describesOnly reports whether a word that the tagger took for a noun is built as adjectives are:
// "called the toll | unfair".
func describesOnly(word string) bool {
	return slices.ContainsFunc([]string{"ful", "ous", "less", "able", "ible", "ish"}, func(end string) bool { return strings.HasSuffix(word, end) }) ||
		strings.HasPrefix(word, "un") && !strings.HasPrefix(word, "uni") && !strings.HasPrefix(word, "under")
}

// canSpeak reports whether a source is one who speaks: a name, a pronoun, a noun for people,
// bodies or writings.
func (r *reader) canSpeak(w words) bool {
	if w.empty() {
		return false
	}
	_, head := r.settleSource(w)
	if r.tagged(head, "NN", "NNS") && r.cues.use[r.lemma(head)]&useMute != 0 && !(r.is(head+1, "of") && head+2 < w.b) {
		return false
	}
	switch {
	case isPronoun(r.tag(head)), r.tagged(head, "NNP", "NNPS", "CD", "DT"):
		return !r.is(head, "there") && !(r.tagged(head, "CD") && strings.HasSuffix(r.text(head), ".")) // 4. Questioning the deal
	case r.tagged(head, "WDT"):
		return r.isNoun(head-1) && r.canSpeak(words{head - 1, head}) || r.isMark(head-1) && r.isNoun(head-2) && r.canSpeak(words{head - 2, head - 1})
	}
	if speakers()[r.norm(head)] || speakers()[r.lemma(head)] || lexicon.Does(r.lemma(head)) || r.isNoun(head) && r.text(head) != r.norm(head) && (head > r.first || r.isEntity(head)) || r.isTorn(w.a) {
		return true
	}
	return r.is(head+1, "of") && head+2 < w.b && r.canSpeak(words{head + 2, w.b}) // a string of officials
}

// isEntity reports whether token i is in a name that the layer of entities has.
func (r *reader) isEntity(i int) bool {
	k := sort.Search(len(r.d.Entities), func(k int) bool { return r.d.Entities[k].Last > i })
	return k < len(r.d.Entities) && r.d.Entities[k].First <= i
}

// isTorn reports whether the sentence opens with token i in small letters: the first of its letters
// are lost, and nobody knows what it named.
func (r *reader) isTorn(i int) bool {
	return i == r.first && r.text(i) == r.norm(i) && unicode.IsLower([]rune(r.text(i))[0])
}

// sayable reports whether the object w, whose phrase ends at token end, can be said or thought of: a
// name, a pronoun, a quotation, a number with what it counts, a noun for an idea.
func (r *reader) sayable(w words, end int) bool {
	for i := w.a; i < min(end, r.last); i++ {
		if r.quote[i] >= 0 && r.d.Quotes[r.quote[i]].Use == speech || r.tagged(i, "TO") && r.tagged(i+1, "VB") && i >= w.b {
			return true
		}
	}
	if w.empty() {
		return false
	}
	head := w.b - 1
	return r.anyTagged(w, "CD") || r.tagged(head, "PRP", "NNP", "NNPS") || sayable()[r.norm(head)] || sayable()[r.lemma(head)] || r.cues.nouns[r.lemma(head)] != nil || lexicon.Ending(r.lemma(head)) == lexicon.Idea
}

// writings are the nouns for what is written, and for things whose names end as those of people do.
var writings = sync.OnceValue(func() map[string]bool { return lexicon.Where("source_nouns", "kind", "document") })

// sayable are the nouns for what can be said.
var sayable = sync.OnceValue(func() map[string]bool { return nouns(map[string]bool{}, "sayable", 1) })
