package commitment

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Reading is what the words of a content, and of its cue, say about commitment.
type Reading struct {
	negated     bool // the first main clause is negated
	conditional bool
	question    bool
	command     bool   // all of it only asks for something: “Stay at home”
	level       string // possible or probable, by the weakest hedge; "" without one
	hedges      []extract.Passage
	stance      string // of a verb by which the source speaks of itself: "said he expected"

	negatedCue bool // "did not say"
	unreal     bool // the act of saying itself is supposed, possible or yet to come
	related    int  // byte at which the relative clause of the cue starts, or what it was blamed or thanked for; 0 in none
	infinitive bool // the cue is a bare or to-infinitive
}

// A manner is how a content is told.
type manner struct {
	direct bool           // all of it is quoted
	tells  bool           // by a plain verb of saying, so that "he wants" is most often the source's own wish
	object bool           // as an object, without a clause of its own
	others []extract.Span // stretches that are another's: quoted in the quotation, or told by somebody else
}

// read reads the content in parts, sentence by sentence. The weakest sentence
// decides for all.
func (a *Reader) read(parts []extract.Span, m manner) Reading {
	r := Reading{command: m.direct && len(parts) > 0}
	told := m.others
	for n, p := range parts {
		first, end := a.TokensIn(p)
		m.others = append(slices.Clip(told), a.quotedIn(p)...)
		if n == 0 {
			last := a.sentenceEnd(first, end)
			from := max(first, a.pastThought(first, last))
			main := a.mainVerb(from, last)
			if c := a.ClauseAt(main); m.object && c >= 0 && a.IsFinite(main) && a.Clauses[c].First > first { // dismissed questions | she did not like
				main = last
			}
			quotesOther := isQuoteMark(a.tag(first)) && a.inOthers(main, m) // “It is not old,” Lee said
			r.negated = !quotesOther && a.isNegated(from, main, last)
			if main == last && len(parts) > 1 && a.SentenceAt(p.Start) == a.SentenceAt(parts[1].Start) { // this, they say, | will not end well
				next, e := a.TokensIn(parts[1])
				last = a.sentenceEnd(next, e)
				r.negated = r.negated || a.isNegated(from, a.mainVerb(next, last), last)
			}
		}
		if n > 0 && a.norm(first) == "because" && a.In(a.Tokens[first].Span) == "because" { // “We stayed,” she said, “because it would fall if it rained”
			continue
		}
		for start := first; first < end; {
			last, own := a.sentenceEnd(first, end), r.stance
			if a.readClause(&r, first, last, n == 0, m); first != start { // the first sentence tells the stance
				r.stance = own
			}
			r.question = r.question || a.asked(last, m)
			r.command = r.command && a.isCommand(first, last)
			first = last
		}
	}
	return r
}

// sentenceEnd is where the sentence of token first ends, or end if that comes first.
func (a *Reader) sentenceEnd(first, end int) int {
	s := a.SentenceAt(a.Tokens[first].Start)
	if s >= len(a.Sentences) || a.Sentences[s].Last <= first {
		return end
	}
	return min(end, a.Sentences[s].Last)
}

// asked reports whether the clause that ends before token end is a question: a
// question mark ends it, or ends the sentence that it is an indirect part of.
func (a *Reader) asked(end int, m manner) bool {
	if a.norm(end-1) == "?" && a.norm(end-2) == "know" && a.norm(end-3) == "you" && a.IsMark(end-4) { // it was late, you know?
		return false
	}
	for _, k := range []int{end - 1, end, end - 2} {
		if a.norm(k) == "?" && (k != end-2 || isQuoteMark(a.tag(end-1))) {
			return !a.inOthers(k, m)
		}
	}
	if m.direct || end < 1 {
		return false
	}
	s := a.SentenceAt(a.Tokens[end-1].Start)
	if s >= len(a.Sentences) {
		return false
	}
	last := a.Sentences[s].Last - 1
	return last >= end && a.norm(last) == "?"
}

// isCommand reports whether the sentence in tokens [first, last) only asks for something: stay at
// home, please do not call, let 's wait.
func (a *Reader) isCommand(first, last int) bool {
	k := first
	for k < last && (a.IsMark(k) || in(a.norm(k), "please", "so", "and", "but", "now", "just", "never", "always")) {
		k++
	}
	if a.norm(k) == "let" && in(a.norm(k+1), "'s", "’s", "us") && k+2 < last {
		return a.norm(k+2) != "face" && !in(a.norm(k+3), "honest", "clear", "real", "frank")
	}
	if a.norm(k) == "may" && a.tag(k) == "MD" || a.norm(last-1) == "please" || a.norm(last-2) == "please" && a.IsMark(last-1) {
		return true
	}
	if k >= last || a.norm(k) == "see" && a.norm(k+1) == "you" || in(a.norm(k), "thank", "hope", "bless", "congratulations", "welcome", "love", "guess", "bet", "may", "suppose", "fancy") || !in(a.tag(k), "VB", "VBP") {
		return false
	}
	for _, c := range a.Clauses[max(a.ClauseAt(k), 0):] {
		if c.First >= last {
			break
		}
		if s := c.Subject; c.Kind == extract.MainClause && s >= 0 && a.Nouns[s].First >= first && a.Nouns[s].First < last {
			return false
		}
	}
	c := a.ClauseAt(k)
	if c < 0 || a.Clauses[c].Verb < 0 {
		return c >= 0
	}
	v := a.Verbs[a.Clauses[c].Verb].First
	return v <= k || v >= last || !in(a.tag(v), "VBD", "VBZ", "MD") // not “Handset makers failed”
}

// readClause reads tokens [first, last), which lie in one sentence.
func (a *Reader) readClause(r *Reading, first, last int, opening bool, m manner) {
	if opening && a.norm(first) == "whether" && !a.concedes(first, last) {
		r.question = true
	}
	if a.condition(first, last, m) {
		r.conditional = true
	}
	a.hedge(r, first, last, m)
	if opening {
		a.self(r, first, a.mainVerb(first, last), m)
	}
	a.thinks(r, first, last, m)
}

// concedes tells "whether" that opens a sentence, and with it a concession ("Whether it
// rains or not, the race is on") or is the subject of a verb, from that of an indirect question.
func (a *Reader) concedes(first, last int) bool {
	if s := a.SentenceAt(a.Tokens[first].Start); s < len(a.Sentences) && a.Sentences[s].First != first && a.tag(first-1) != "``" {
		return false
	}
	choice := false
	for i := first + 1; i < last; i++ {
		if v := a.VerbAt(i); v >= 0 && a.SubjectOf(v) < 0 && a.Verbs[v].Own >= 0 && a.Clauses[a.Verbs[v].Own].First <= first && a.IsFinite(i) {
			return true // whether it leaks | is another matter
		}
		switch a.norm(i) {
		case "or":
			choice = true
		case ",", "-", "–", "—":
			if choice && a.opensClause(i+1, last) {
				return true
			}
		}
	}
	return false
}

// IsVerbal reports whether a token with this tag can stand in a verb group.
func IsVerbal(tag string) bool { return strings.HasPrefix(tag, "V") || tag == "MD" || tag == "RB" }

// Passive reports whether a form of be stands in the verb group before token k.
func (a *Reader) Passive(k int) bool {
	for i := k - 1; i >= max(0, k-4); i-- {
		if in(a.norm(i), "is", "are", "was", "were", "be", "been", "being", "'s", "'re") {
			return true
		}
		if !IsVerbal(a.tag(i)) {
			return false
		}
	}
	return false
}

// longestTitle is how many tokens a noun phrase is looked over for.
const longestTitle = 12

// modifies reports whether a token with this tag can stand in a noun phrase before its head.
func modifies(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || in(tag, "DT", "CD", "PRP$", "POS")
}
