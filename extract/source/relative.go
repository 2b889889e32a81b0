package source

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// isRelative reports whether a source that ends before token end is nothing but a
// relative pronoun.
func (a *resolver) isRelative(head, end int) bool {
	if head != end-1 || a.isAcronym(head) && !a.isAcronym(head+1) { // the WHO
		return false
	}
	switch a.norm(head) {
	case "who", "which", "whom":
		return true
	case "that":
		return head > 0 && strings.HasPrefix(a.tag(head-1), "NN")
	}
	return false
}

// antecedent resolves a relative pronoun at token pronoun to the noun phrase that its
// clause belongs to. Where none is found, the source has no name.
func (a *resolver) antecedent(at *extract.Attribution, pronoun int) phrase {
	head := a.antecedentHead(at, pronoun)
	if before := a.norm(pronoun - 1); pronouns[before] {
		return phrase{kind: pronounKind(before), name: a.plain(pronoun-1, pronoun)}
	}
	if head < 0 {
		if a.norm(pronoun) != "which" {
			return a.persons(phrase{}, max(pronoun-1, 0))
		}
		return phrase{kind: pronounKind(a.norm(pronoun))}
	}
	first := head
	if e := a.entityAt(head); e != nil {
		first = min(first, e.First)
	}
	for s := a.Sentences[a.SentenceAt(a.Tokens[head].Start)].First; first > s && modifies(a.tag(first-1)); {
		first--
	}
	end := a.phraseEnd(head, pronoun)
	p := a.nounPhrase(first, end, a.refine(first, end, head))
	if w := a.norm(pronoun); w == "who" {
		return a.persons(p, head)
	}
	return p
}

// pronouns are those that a relative clause tells more of: those who fear the dam.
var pronouns = lexicon.SetOf("those", "some", "many", "others", "few", "anyone", "everyone", "someone", "somebody", "anybody", "everybody")

// phraseEnd is where the noun phrase with its head at token head ends, at token last or
// before: "enough delegates of the party | to win".
func (a *resolver) phraseEnd(head, last int) int {
	end := head + 1
	for end < last-1 && joinsNouns[a.norm(end)] {
		end = a.lastNoun(end+1) + 1
	}
	if a.norm(end) == "," {
		if e := a.nameAt(end+1, last); e != nil { // the eldest daughter, Ann
			end = e.Last
		}
	}
	return min(end, last)
}

// joinsNouns are the words that tie a noun to the one before it.
var joinsNouns = lexicon.SetOf("of", "and", "or", "for", "in", "at", "from", "with", "&")

// persons corrects what "who" stands for, which is no thing and no body: the person named
// before ("Lee of Leeds, who", but not of "the Lee campaign"), persons where the noun is a plural, the noun for persons before it
// ("workers in Leeds who"), or somebody.
func (a *resolver) persons(p phrase, head int) phrase {
	if p.kind == person || p.kind == group || p.kind == anonymous {
		return p
	}
	for head > 0 && a.IsMark(head) {
		head--
	}
	plain := a.entityAt(head) == nil
	first := a.Sentences[a.SentenceAt(a.Tokens[head].Start)].First
	noun := -1
	for k := head; k > head-longestTitle && k >= first && !a.IsFinite(k); k-- {
		e := a.entityAt(k)
		if e != nil && e.Type == extract.PER && !strings.HasPrefix(a.tag(e.Last), "NN") && a.tag(e.Last) != "POS" {
			return a.entity(e, e.First, e.Last, k)
		}
		if kind := a.nounKind(k); noun < 0 && strings.HasPrefix(a.tag(k), "NN") && (e == nil || e.Type == extract.NOM) && (kind == person || kind == group) && a.tag(k+1) != "POS" && !strings.HasPrefix(a.tag(k+1), "NN") {
			noun = k
		}
	}
	if noun < 0 && plain && a.tag(head) == "NN" && a.listedKind(head) == "" {
		noun = head // a neophyte | who
	}
	if noun >= 0 {
		for first = noun; modifies(a.tag(first - 1)); first-- {
		}
		if p = a.nounPhrase(first, noun+1, noun); p.kind == person || p.kind == group {
			return p
		}
		return phrase{kind: person, name: p.name, role: a.In(a.Tokens[noun].Span)}
	}
	return phrase{kind: person}
}

// antecedentHead is the source that ends before the pronoun and its mark, the noun that the
// relative clause of the cue depends on, or else the name or noun right before; -1 if
// there is none.
func (a *resolver) antecedentHead(at *extract.Attribution, pronoun int) int {
	before := pronoun - 1
	for before > 0 && extract.OneOf(a.tag(before), ",", ":") {
		before--
	}
	if before < 0 {
		return -1
	}
	if t, _ := a.timeAround(before); t > 0 { // a post on Wednesday | that
		for before = t - 1; before > 0 && extract.OneOf(a.tag(before), "IN", "VBN"); {
			before-- // a report released in May, | which
		}
	}
	for k, dash := before, a.norm(pronoun-1); a.tag(pronoun-1) == ":" && k > before-longestTitle*2 && k > 0 && a.tag(k) != "."; k-- {
		if a.norm(k) == dash && strings.HasPrefix(a.tag(k-1), "NN") {
			return k - 1 // Ann - the daughter of Tom Hale - | who
		}
	}
	if head, ok := a.heads[a.Tokens[before].End]; ok && head <= before && a.fits(pronoun, head) {
		return head
	}
	if e := a.entityAt(before); a.norm(pronoun) == "which" && e != nil && e.Type == extract.ORG {
		return before
	}
	if h := a.clauseHead(at, pronoun); h >= 0 {
		return h
	}
	if !strings.HasPrefix(a.tag(before), "NN") || !a.fits(pronoun, before) {
		return -1
	}
	return before
}

// clauseHead is the noun that the relative clause of the cue describes, or the nearest that
// this one hangs on which the pronoun can stand for; -1 if there is none.
func (a *resolver) clauseHead(at *extract.Attribution, pronoun int) int {
	for n, deep := a.described(at.CueHead), 0; n >= 0 && deep < deepest; deep++ {
		h := a.apposed(n)
		e := a.entityAt(h)
		in := a.norm(pronoun) == "who" && e != nil && e.Type == extract.LOC && a.Nouns[n].Link == "prep" // tourists in Leeds, who
		if strings.HasPrefix(a.tag(h), "NN") && h < pronoun && !in && a.fits(pronoun, h) &&
			(a.norm(pronoun) != "which" || a.listedKind(h) != "" || e != nil) {
			return h
		}
		if a.Nouns[n].Link != "prep" {
			break
		}
		n = a.Nouns[n].On
	}
	return -1
}

// described is the noun phrase that the relative clause around the verb at token i
// describes; -1 if there is none.
func (a *resolver) described(i int) int {
	v := a.VerbAt(i)
	if v < 0 {
		return -1
	}
	for c, deep := a.Verbs[v].Clause, 0; c >= 0 && deep < deepest; c, deep = a.Clauses[c].Parent, deep+1 {
		if of := a.Clauses[c].OfNoun; of >= 0 {
			return of
		}
	}
	return -1
}

// timeAround are the tokens [first, last) of the time that token i is in; -1 if it is in none.
func (a *resolver) timeAround(i int) (first, last int) {
	end := a.Tokens[i].End
	n := sort.Search(len(a.Times), func(n int) bool { return a.Times[n].End >= end })
	if n == len(a.Times) || a.Times[n].Start > a.Tokens[i].Start {
		return -1, -1
	}
	return a.TokensIn(a.Times[n].Span)
}

// fits reports whether a relative pronoun can stand for the noun at token head: which for
// no person, and hardly for a place but a state, which acts; who for no thing.
func (a *resolver) fits(pronoun, head int) bool {
	if t, _ := a.timeAround(head); t >= 0 {
		return false
	}
	e := a.entityAt(head)
	switch named := e != nil && e.Type != extract.NOM; a.norm(pronoun) {
	case "which":
		if named {
			return e.Type != extract.PER && (e.Type != extract.LOC || len(e.ISO) == 2)
		}
		return a.nounKind(head) != person
	case "who", "whom":
		return named || a.nounKind(head) != document
	}
	return true
}

// apposed is the head of the name that noun phrase n stands beside, or of n itself: Lee, a
// judge, who; Harland, a firm, which.
func (a *resolver) apposed(n int) int {
	if on := a.Nouns[n].On; on >= 0 && on < n && a.Nouns[n].Link == "apposed" {
		if e := a.entityAt(a.Nouns[on].Head); e != nil && (e.Type == extract.PER || e.Type == extract.ORG && a.listedKind(a.Nouns[n].Head) == organisation) {
			return a.Nouns[on].Head
		}
	}
	return a.Nouns[n].Head
}
