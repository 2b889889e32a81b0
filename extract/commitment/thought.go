package commitment

import (
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// self sees a verb of thinking whose subject is the source itself, or an adjective behind "be": "he expected",
// "he was confident". Only a pronoun right before the main verb says so.
func (a *Reader) self(r *Reading, first, main int, m manner) {
	if main <= first || main > first+2 || !isSelf(a.norm(first), m.direct) {
		return
	}
	for k := main; (IsVerbal(a.tag(k)) || a.tag(k) == "JJ") && r.stance == ""; k++ {
		for _, h := range hedges()[a.norm(k)] {
			if h.stance == "" || (h.tag == "JJ") != a.Passive(k) && a.tag(k) != "VBG" || h.tag == "JJ" && m.direct || h.tag != "JJ" && (in(a.norm(k+1), "about", "long", "hard") || a.norm(k+1) == "in" && a.lemma(k) == "believe") || k > main && a.IsFinite(k) || a.isMood(k) ||
				(m.direct || !m.tells) && in(a.lemma(k), "want", "like", "love", "prefer", "consider") || a.lemma(k) == "consider" && (a.tag(main) == "MD" || a.denial(k) != "") || in(a.lemma(k), "like", "love", "prefer") && !a.isWish(k) { // “I want to win” states a wish
				continue
			}
			switch no := a.denial(k); {
			case no != "" && in(a.norm(k), "worried", "concerned", "afraid", "fearful"):
			case no == "" && h.stance == "intend" && a.asksAnother(k):
				r.stance = "demand"
			case no == beyond, no == plain && m.direct:
			case no != "" && !m.direct && h.stance == "believe": // it did not believe
				r.stance = "doubt"
			case no != "" && h.stance == "intend": // it did not plan to sell: that is sure
			default:
				r.stance = h.stance
				r.lower(a.Passage(a.Tokens[k].Span), h.level)
			}
		}
	}
}

// asksAnother reports whether the verb of wanting at token k has somebody else for its object, who is to act: it
// wanted | the board to pay.
func (a *Reader) asksAnother(k int) bool {
	if n := a.NounAt(k + 1); in(a.lemma(k), "like", "love", "prefer") && n >= 0 && a.tag(a.Nouns[n].Last) == "TO" && !in(a.lemma(a.Nouns[n].Head), "chance", "opportunity") {
		return true
	}
	i := sort.Search(len(a.Attributions), func(i int) bool { return a.Attributions[i].CueHead >= k })
	return i < len(a.Attributions) && a.Attributions[i].CueHead == k && a.Attributions[i].Stance == "demand"
}

// isWish reports whether the verb at token k stands under "would": would | like to go.
func (a *Reader) isWish(k int) bool {
	for k--; a.tag(k) == "RB"; k-- {
	}
	return in(a.norm(k), "would", "'d", "’d")
}

// isMood reports whether a form of feel at token k tells of a mood and not of a view: I | feel better,
// but not "I feel like", "I feel that", "I felt the vote was lost".
func (a *Reader) isMood(k int) bool {
	if a.lemma(k) != "feel" {
		return false
	}
	return a.norm(k-1) == "it" || !(a.norm(k) == "feel" && a.norm(k+1) == "like" && a.tag(k+2) != "VBG" || a.norm(k+1) == "that" || a.opensThought(k+1))
}

// opensThought reports whether a clause with its subject opens at token i, before any word that opens a clause
// of another kind: he felt | the vote was lost.
func (a *Reader) opensThought(i int) bool {
	if !modifies(a.tag(i)) && !in(a.tag(i), "PRP", "EX") || strings.HasPrefix(a.tag(i), "JJ") {
		return false
	}
	for k := i + 1; k < i+longestTitle; k++ {
		switch t := a.tag(k); {
		case a.IsFinite(k):
			return true
		case a.IsMark(k), t == "CC", t == "WRB", t == "WP", t == "WDT", t == "TO", in(a.norm(k), "because", "that", "as", "after", "before", "if", "while"):
			return false
		}
	}
	return false
}

// The ways in which a thought is negated.
const (
	raised = "raised" // the thought is of the contrary: I do n't | think
	plain  = "plain"  // it was not thought: I never | thought, did n't | expect
	beyond = "beyond" // an idiom of wonder: ca n't | believe, cannot | imagine
)

// denial is how the verb of thinking at token k is negated; "" if it is not.
func (a *Reader) denial(k int) string {
	no := ""
	for i := k - 1; i >= max(0, k-nearCue) && IsVerbal(a.tag(i)); i-- {
		switch w := a.norm(i); {
		case no == "" && !negations().inVerb[w]:
		case w == "never", no != "" && a.tag(i) == "VBD":
			no = plain
		case no != "" && in(w, "ca", "can", "could", "would"):
			return beyond
		case no == "":
			no = raised
		}
	}
	return no
}

// thinks sees where a speaker, quoted, calls something a thought: so | I think | it held.
func (a *Reader) thinks(r *Reading, first, last int, m manner) {
	for k := first + 1; k < last; k++ {
		if in(a.norm(k), "hope", "guess", "fear", "hunch") && in(a.norm(k-1), "my", "our") && a.lemma(k+1) == "be" { // my hope is that it holds
			r.lower(a.Passage(a.Tokens[k].Span), probable)
			continue
		}
		if !a.isThought(k) || a.isWord(a.tag(k)) {
			continue
		}
		i := k - 1
		for i > first && (in(a.tag(i), "RB", "MD") || a.norm(i) == "do") {
			i--
		}
		if a.norm(i) == "]" {
			i-- // [We] hope
		}
		if !in(a.norm(i), "i", "we") || i > first && a.isWord(a.tag(i-1)) && a.norm(k) != "guess" || in(a.norm(i-1), "if", "than", "as") || in(a.denial(k), plain, beyond) || a.inOthers(k, m) {
			continue
		}
		if p := a.Passage(a.Tokens[k].Span); !slices.ContainsFunc(r.hedges, func(h extract.Passage) bool { return h.Span == p.Span }) {
			r.lower(p, probable)
		}
	}
}

// isThought reports whether the verb at token k is one by which a speaker makes less of what is said: I | think it
// held, I | fear it fell, not "I think about it", "we fear the wind".
func (a *Reader) isThought(k int) bool {
	next := a.norm(k + 1)
	switch w := a.norm(k); w {
	case "expect":
		return in(a.norm(k-1), "i", "we") && !in(next, "of", "so")
	case "feel":
		return !a.isMood(k)
	case "fear":
		return next == "that" || a.opensThought(k+1)
	default:
		return thoughts[w] && !in(next, "about", "of", "back", "so", "like", "long", "hard") && !(w == "believe" && next == "in")
	}
}

// isWord reports whether a tag is that of a word that asks or relates, or of a noun or a participle.
func (a *Reader) isWord(tag string) bool {
	return in(tag, "WP", "WDT", "WRB", "NN", "NNS", "VBG", "VBN")
}

// thoughts are the verbs by which a speaker makes less of what is said.
var thoughts = map[string]bool{"think": true, "believe": true, "guess": true, "suppose": true, "reckon": true, "suspect": true, "hope": true, "assume": true, "presume": true}

// pastThought is the token after "I think" and the like, which open a clause that says what is
// thought: the negation that counts is that of the thought. It is first where nothing of the kind opens it.
func (a *Reader) pastThought(first, last int) int {
	for k := first + 2; a.norm(first) == "no" && a.norm(first+1) == "matter" && k < last; k++ {
		if a.norm(k) == "," { // no matter what he says, | it will fall
			return k + 1
		}
	}
	if in(a.norm(first), "i", "you") && in(a.norm(first+1), "mean", "know", "see") && a.norm(first+2) == "," && first+3 < last { // I mean, | it fell
		return a.pastThought(first+3, last)
	}
	k := first + 1
	for k < last && a.tag(k) == "RB" && !negations().inVerb[a.norm(k)] {
		k++
	}
	if k+1 < last && ofSelf[a.norm(first)] && in(a.lemma(k), "think", "believe", "guess", "suspect", "reckon", "suppose") {
		if a.norm(k+1) == "that" {
			k++
		}
		return k + 1
	}
	return first
}

// ofSelf are the pronouns by which a source speaks of itself.
var ofSelf = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true}
