package source

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// veiling are the words after "not", "declined to be" and the like by which a sentence
// says that somebody is not named, and those of what he may not do.
var veiling = map[string]bool{
	"named": true, "identified": true, "quoted": true, "authorized": true, "authorised": true, "permitted": true, "allowed": true,
}

// findVeils notes the token by which each sentence says that a source is not named:
// "on condition of anonymity", "asked not to be named", "was not authorised to speak".
// It is -1 in all others.
func (a *resolver) findVeils() {
	a.veils = make([]int, len(a.Sentences))
	for i := range a.Sentences {
		if a.Stopped() != nil {
			return
		}
		a.veils[i] = -1
		for k := a.Sentences[i].First; k < a.Sentences[i].Last && a.veils[i] < 0; k++ {
			if a.isVeil(k) {
				a.veils[i] = k
			}
		}
	}
}

func (a *resolver) isVeil(k int) bool {
	switch w := a.norm(k); {
	case w == "anonymity" || w == "anonymously":
		return true
	case w == "anonymous":
		return extract.OneOf(a.lemma(k-1), "remain", "stay", "be") && a.norm(k-2) == "to"
	case extract.OneOf(w, "authorized", "authorised", "permitted", "allowed"):
		return a.within(k, "not", "n't") && a.norm(k+1) == "to" && speaking[a.norm(k+2)]
	case veiling[w]:
		return a.norm(k-1) == "be" && a.within(k, "not", "declined", "refused")
	}
	return false
}

var speaking = map[string]bool{"speak": true, "comment": true, "discuss": true, "talk": true, "brief": true, "disclose": true, "be": true, "release": true}

// within reports whether one of words stands in the five tokens before k.
func (a *resolver) within(k int, words ...string) bool {
	return extract.AnyToken(k-5, k, func(i int) bool { return slices.Contains(words, a.norm(i)) })
}

// veil is the token that veils the source which starts at token first: in its sentence,
// or in the next if that goes on about it ("The official spoke on condition of
// anonymity"). It is -1 if none does.
func (a *resolver) veil(first int) int {
	s := a.SentenceAt(a.Tokens[first].Start)
	if s >= len(a.Sentences) {
		return -1
	}
	if k := a.veils[s]; k >= 0 {
		return k
	}
	if s+1 < len(a.Sentences) && a.veils[s+1] >= 0 && a.Sentences[s+1].Paragraph == a.Sentences[s].Paragraph && goingOn[a.norm(a.Sentences[s+1].First)] {
		return a.veils[s+1]
	}
	return -1
}

var goingOn = map[string]bool{"the": true, "he": true, "she": true, "they": true, "both": true, "all": true, "that": true, "those": true}

func (a *resolver) veiled(first int) bool { return a.veil(first) >= 0 }

// reason is why an anonymous source is not named, as written: "because the talks are
// private", "not authorised to speak publicly".
func (a *resolver) reason(at *extract.Attribution) string {
	first, end := a.TokensIn(at.Source)
	if first >= end {
		return ""
	}
	k := a.veil(first)
	if k < 0 {
		return ""
	}
	last := a.Sentences[a.SentenceAt(a.Tokens[k].Start)].Last
	for i := k + 1; i < last; i++ {
		switch w := a.norm(i); {
		case extract.OneOf(w, "because", "citing", "as", "since", "due") || w == "for" && a.norm(i+1) == "fear":
			return a.In(a.TokenSpan(i, a.reasonEnd(i+1, last)))
		case ends(w):
			i = last
		}
	}
	if w := a.norm(k); extract.OneOf(w, "authorized", "authorised", "permitted", "allowed") {
		return a.In(a.TokenSpan(k-1, a.reasonEnd(k, last)))
	}
	return ""
}

func (a *resolver) reasonEnd(i, last int) int {
	for i < last && !ends(a.norm(i)) {
		i++
	}
	return i
}

func ends(norm string) bool {
	return extract.OneOf(norm, ",", ".", ";", ":", "\"", "--")
}
