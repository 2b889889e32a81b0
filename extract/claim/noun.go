package claim

import (
	"cmp"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// shares are the nouns for a part of those asked: they speak for a group.
var shares = map[string]bool{
	"%": true, "percent": true, "per": true, "pc": true, "cent": true, "majority": true, "minority": true, "plurality": true, "half": true, "third": true,
	"quarter": true, "most": true, "many": true, "few": true, "number": true, "two": true, "three": true, "both": true, "none": true, "one": true,
}

// things are the endings of nouns for what is no person and no body of persons; such a
// source tells as a document does: the investigation, his success.
var things = []string{"ion", "ness", "ity", "ism", "ance", "ence", "ment", "ship", "age", "ure", "cess", "ysis"}

// doers are the endings of nouns for who does or is something; the things that end so too
// are listed as documents.
var doers = []string{"er", "or", "ist", "eer", "ee", "crat", "man", "men", "woman", "women", "person", "people"}

// nounKind is the kind of source that the noun at token head makes; "" if its form
// does not tell.
func (a *assembler) nounKind(head int) string {
	norm, tag := a.norm(head), a.tag(head)
	kind := a.listedKind(head)
	switch {
	case a.gathers(head):
		return group
	case a.isPartOf(head, document):
		return document
	case a.isPartOf(head, organisation):
		return organisation
	case kind == person && (tag == "NNS" || tag == "NNPS"):
		return group
	case kind != "":
		return kind
	case norm == "government":
		return organisation
	case shares[norm] || tag == "CD":
		return group
	case tag == "JJ" && a.norm(head-1) == "the": // the poor
		return group
	case strings.HasSuffix(norm, "-year-old"):
		return person
	case tag == "NNPS":
		return group
	case tag != "NN" && tag != "NNS" || a.isAcronym(head):
		return ""
	case endsIn(things, a.lemma(head)) || !endsIn(doers, a.lemma(head)):
		return document
	case tag == "NNS":
		return group
	}
	return person
}

// isAcronym reports whether token i is written in capitals.
func (a *assembler) isAcronym(i int) bool {
	if i < 0 || i >= len(a.Tokens) {
		return false
	}
	s := a.In(a.Tokens[i].Span)
	return len(s) > 1 && s == strings.ToUpper(s) && capital(s)
}

// gathers reports whether the noun at token i counts or gathers others, and persons follow:
// a group of | comedians.
func (a *assembler) gathers(i int) bool {
	if a.norm(i+1) != "of" || !gatherers[a.norm(i)] {
		return false
	}
	i += 2
	for last := i + longestTitle; i < last && (modifies(a.tag(i)) || a.norm(i) == "of"); i++ {
		if a.listedKind(i) == group || a.tag(i) == "NNS" && (a.listedKind(i) == person || roleNouns()[a.norm(i)] != "") {
			return true
		}
	}
	return false
}

// partitives are the words for some of those who follow.
var partitives = set("one", "some", "many", "most", "all", "each", "several", "both", "few", "any")

// isPartOf reports whether token i speaks of some of others, which are of this kind: one of
// her ads.
func (a *assembler) isPartOf(i int, kind string) bool {
	return partitives[a.norm(i)] && a.norm(i+1) == "of" && a.listedKind(a.lastNoun(i+2)) == kind
}

// lastNoun is the last token of the plain noun phrase that starts at token i.
func (a *assembler) lastNoun(i int) int {
	for last := i + longestTitle; i < last && modifies(a.tag(i+1)); i++ {
	}
	return i
}

var gatherers = set("group", "team", "pair", "trio", "crowd", "band", "bunch", "panel", "number", "handful", "dozen", "coalition", "delegation", "series", "couple")

// listedKind is the kind that the lists give to the noun at token head, of a compound
// ("nominee-in-waiting") its first word; "" where they say nothing.
func (a *assembler) listedKind(head int) string {
	norm := a.norm(head)
	first, _, _ := strings.Cut(norm, "-in-")
	for _, w := range [...]string{norm, strings.ToLower(a.lemma(head)), first} {
		if s, ok := sourceWords()[w]; ok {
			if s.kind == document && strings.HasPrefix(a.tag(head), "NNP") && (strings.HasPrefix(a.tag(head-1), "NNP") || a.norm(head-1) == "the") {
				return organisation // the Harbor Post
			}
			return s.kind
		}
	}
	return roleNouns()[first]
}

// endsIn reports whether a lemma has one of the endings, after two letters or more.
func endsIn(endings []string, lemma string) bool {
	for _, end := range endings {
		if len(lemma) > len(end)+1 && strings.HasSuffix(lemma, end) {
			return true
		}
	}
	return false
}

// refine moves the head of a source to the name that a title stands before (Secretary
// of Defense Ann Lee), and back from a bracket (Lee (R-Ohio)) or a participle that
// follows the noun (polls released Sunday).
func (a *assembler) refine(first, end, head int) int {
	for i := first + 1; i <= head; i++ {
		if a.norm(i) == "(" && !a.closes(i, head) || (a.tag(i) == "VBN" || a.tag(i) == "VBG") && (a.tag(i-1) == "NNS" || a.tag(i-1) == "NN") {
			head = i - 1
		}
	}
	for a.norm(head+1) == "/" && head+2 < end { // a Times/Herald poll
		for head += 2; head+1 < end && strings.HasPrefix(a.tag(head+1), "NN"); {
			head++
		}
	}
	if a.tag(head) == "DT" && head == end-2 && (a.tag(end-1) == "CD" || a.tag(end-1) == "JJ" || a.isAcronym(end-1)) {
		return end - 1 // the two, the poor, the WHO
	}
	if roleNouns()[a.norm(head)] != person {
		return head
	}
	if e := cmp.Or(a.bearer(head, end), a.called(head, end)); e != nil {
		return e.Last - 1
	}
	for i := head + 1; i < end && (strings.HasPrefix(a.tag(i), "NN") || a.tag(i) == "IN" || a.tag(i) == "DT" || a.norm(i) == "of"); i++ {
		if e := a.entityAt(i); e != nil && e.Type == extract.PER && e.First == i && strings.HasPrefix(a.tag(i-1), "NN") && e.Last <= end {
			return e.Last - 1
		}
	}
	return head
}

// closes reports whether the bracket that opens at token i closes before token head.
func (a *assembler) closes(i, head int) bool {
	for ; i < head; i++ {
		if a.norm(i) == ")" {
			return true
		}
	}
	return false
}

// bearer is the person, before token end, whose role the noun at token i is: the club's
// manager, Ann Lee; nil if there is none.
func (a *assembler) bearer(i, end int) *extract.Entity {
	at := a.Tokens[i].Start
	k := sort.Search(len(a.Entities), func(k int) bool { return a.Entities[k].First > i })
	for ; k < len(a.Entities) && a.Entities[k].First < end && a.Entities[k].First < i+longestTitle; k++ {
		if e := &a.Entities[k]; e.Type == extract.PER && e.Last <= end && e.Full.Start <= at {
			return e
		}
	}
	return nil
}

// called is the person whose name stands after a comma, before token end, beside a singular
// noun at token i that has no other: one pastor from Leeds, Ann Lee; nil if there is none.
func (a *assembler) called(i, end int) *extract.Entity {
	for k := i + 1; k < min(end-1, i+longestTitle) && (a.tag(i) == "NN" || a.tag(i) == "NNP"); k++ {
		if a.norm(k) != "," {
			continue
		}
		if e := a.nameAt(k+1, end); e != nil && e.Type == extract.PER && !(e.Last < end && a.isFinite(e.Last)) {
			return e
		}
		return nil
	}
	return nil
}

// apposedRole is what the apposition after the comma at token i says a person is; ""
// if there is none, or if no noun for a person heads it.
func (a *assembler) apposedRole(i, end int) string {
	if a.norm(i) != "," || i+1 >= end {
		return ""
	}
	head := i + 1
	for k := i + 1; k < end && a.tag(k) != "IN" && a.norm(k) != "," && !strings.HasPrefix(a.tag(k), "W"); k++ {
		if strings.HasPrefix(a.tag(k), "NN") {
			head = k
		}
	}
	if roleNouns()[a.norm(head)] != person {
		return ""
	}
	return a.plain(i+1, end)
}

// isRelative reports whether a source that ends before token end is nothing but a
// relative pronoun.
func (a *assembler) isRelative(head, end int) bool {
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
func (a *assembler) antecedent(at *extract.Attribution, pronoun int) phrase {
	head := a.antecedentHead(at, pronoun)
	if head < 0 {
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
	if w := a.norm(pronoun); w == "who" || w == "whom" {
		return a.persons(p, head)
	}
	return p
}

// phraseEnd is where the noun phrase with its head at token head ends, at token last or
// before: "enough delegates of the party | to win".
func (a *assembler) phraseEnd(head, last int) int {
	end := head + 1
	for end < last-1 && joinsNouns[a.norm(end)] && modifies(a.tag(end+1)) {
		end = a.lastNoun(end+1) + 1
	}
	if a.norm(end) == "," {
		if e := a.nameAt(end+1, last); e != nil && e.Type == extract.PER { // the eldest daughter, Ann
			end = e.Last
		}
	}
	return min(end, last)
}

// joinsNouns are the words that tie a noun to the one before it.
var joinsNouns = set("of", "and", "or", "for", "in", "at", "from", "with", "&")

// persons corrects what "who" stands for, which is no thing and no body: the person named
// before ("Lee of Leeds, who"), persons where the noun is a plural, or somebody.
func (a *assembler) persons(p phrase, head int) phrase {
	if p.kind == person || p.kind == group || p.kind == anonymous {
		return p
	}
	if e := a.entityAt(head); e == nil && a.tag(head) == "NNS" {
		p.kind = group
		return p
	}
	first := a.Sentences[a.SentenceAt(a.Tokens[head].Start)].First
	for k := head; k > head-longestTitle && k >= first && !a.isFinite(k); k-- {
		if e := a.entityAt(k); e != nil && e.Type == extract.PER {
			return a.entity(e, e.First, e.Last, k)
		}
	}
	return phrase{kind: person}
}

func modifies(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "DT" || tag == "CD" || tag == "PRP$" || tag == "POS"
}

// antecedentHead is the source that ends before the pronoun and its mark, the noun that the
// relative clause of the cue depends on, or else the name or noun right before; -1 if
// there is none.
func (a *assembler) antecedentHead(at *extract.Attribution, pronoun int) int {
	before := pronoun - 1
	for before > 0 && (a.tag(before) == "," || a.tag(before) == ":") {
		before--
	}
	if before < 0 {
		return -1
	}
	if head, ok := a.heads[a.Tokens[before].End]; ok && a.tag(before) != "WP" && head <= before && a.fits(pronoun, head) {
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

// clauseHead is the noun that the relative clause of the cue depends on in the tree; -1 if
// there is none, or if it is no listed source while the tree passes over the noun right
// before "which".
func (a *assembler) clauseHead(at *extract.Attribution, pronoun int) int {
	if a.Has&extract.Heads == 0 {
		return -1
	}
	for i, n := at.CueHead, 0; i >= 0 && i < len(a.Tokens) && n < deepest; i, n = a.Tokens[i].Head, n+1 {
		h := a.Tokens[i].Head
		if !strings.HasPrefix(a.Tokens[i].Deprel, "acl") || h < 0 || h >= pronoun || !strings.HasPrefix(a.tag(h), "NN") {
			continue
		}
		if h = a.apposed(h); a.fits(pronoun, h) && (a.norm(pronoun) != "which" || a.listedKind(h) != "" || a.entityAt(h) != nil) {
			return h
		}
	}
	return -1
}

// fits reports whether a relative pronoun can stand for the noun at token head: which for
// no person, and hardly for a place, which does not act; who for no thing.
func (a *assembler) fits(pronoun, head int) bool {
	e := a.entityAt(head)
	named := e != nil && e.Type != extract.NOM
	switch a.norm(pronoun) {
	case "which":
		if named {
			return e.Type != extract.PER && e.Type != extract.LOC
		}
		return a.nounKind(head) != person
	case "who", "whom":
		return named || a.nounKind(head) != document
	}
	return true
}

// apposed is the name that the noun at token i stands beside: Lee, a judge, who; or i.
func (a *assembler) apposed(i int) int {
	h := a.Tokens[i].Head
	if h < 0 || h >= i || a.Tokens[i].Deprel != "appos" {
		return i
	}
	if e := a.entityAt(h); e != nil && e.Type == extract.PER {
		return h
	}
	return i
}
