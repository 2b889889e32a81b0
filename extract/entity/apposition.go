package entity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// apposition returns the tokens of the role that stands after a name, between
// commas or in brackets and without its article: "Kyrylo Budanov, [head of Ukraine's
// Military Intelligence Directorate], said". The range is empty without one.
func (r *reader) apposition(i int) (first, end int) {
	i = r.pastAside(i)
	open := r.norm(i)
	if open != "," && open != "(" && !isDash(open) {
		return i, i
	}
	i++
	i = r.skipAge(i)
	if isAside(r.norm(i)) {
		i++ // also | a nurse, himself | a nurse
	}
	if extract.OneOf(r.norm(i), "the", "a", "an", "his", "her", "its", "their") {
		i++
	}
	if pleading[r.norm(i)] && r.closed(i+1) {
		return i, i + 1
	}
	if !r.roleHeaded(i) && !r.oneOfMany(i) {
		return i, i
	}
	if end = r.appositionEnd(i, open); isDash(open) && !isArticle(r.norm(i-1)) && !isDash(r.norm(end)) {
		return i, i
	}
	for k := i; k < end && r.d.Tokens[k].UPOS != "ADP"; k++ {
		if n := r.nameFrom(k); n != nil && n.kind == person && k > i && n.last > n.first+1 && (n.title >= 0 || r.at(k-1).is(role|humanNoun)) && r.norm(n.last) != "'s" {
			return i, i // a list: Tom Hale, the writer and DJ | Ann Pole
		}
	}
	return i, end
}

// pastAside passes over what may stand between a name and its apposition: "(right)" and ", of Leeds".
func (r *reader) pastAside(i int) int {
	switch {
	case r.norm(i) == "(" && r.norm(i+2) == ")" && r.norm(i+3) == ",":
		return i + 3
	case r.norm(i) == "," && extract.OneOf(r.norm(i+1), "of", "from"):
		if n := r.nameFrom(i + 2); n != nil && n.kind == place && r.norm(n.last) == "," {
			return n.last
		}
	}
	return i
}

// pleading are the words for what counsel does, that stand for the role: Ann Lee, prosecuting, said.
var pleading = map[string]bool{"prosecuting": true, "defending": true, "mitigating": true}

// oneOfMany reports "one of the authors of the study" at token i.
func (r *reader) oneOfMany(i int) bool {
	if !extract.OneOf(r.norm(i), "one", "among") || r.norm(i+1) != "of" && r.norm(i) == "one" {
		return false
	}
	for j := i + 1; j < i+8 && j < len(r.words); j++ {
		if t := &r.d.Tokens[j]; t.XPOS == "NNS" && (r.g.words.Get(t.Norm)&roles != 0 || r.g.words.Get(t.Lemma)&(role|humanNoun) != 0) {
			return true
		} else if j > i+1 && !extract.OneOf(t.UPOS, "DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART") {
			return false
		}
	}
	return false
}

func isDash(norm string) bool { return extract.OneOf(norm, "-", "–", "—", "--") }

// skipAge passes over "34," after a name.
func (r *reader) skipAge(i int) int {
	if n := r.norm(i); len(n) == 2 && n[0] >= '1' && n[0] <= '9' && n[1] >= '0' && n[1] <= '9' && r.norm(i+1) == "," {
		return i + 2
	}
	return i
}

// roleHeaded reports whether the noun phrase at i has a role for its head: before
// its first preposition, comma or verb.
func (r *reader) roleHeaded(i int) bool {
	for j := i; j < i+10 && j < len(r.words); j++ {
		if n := r.norm(j); n[len(n)-1] != 's' && r.isParty(j) && !isNoun(r.d.Tag(j+1)) && r.d.Tag(j+1) != "JJ" {
			return true // a Democrat,; a lifelong Republican who
		}
		if n := r.nameFrom(j); n != nil && n.kind != person && !r.words[j].is(role|humanNoun|title) {
			j = n.last - 1 // the Association of Zork | president
			continue
		}
		t := &r.d.Tokens[j]
		if j+2 < len(r.words) && r.words[j].is(role) && r.d.Tokens[j+1].XPOS == "NNS" && !isNoun(r.d.Tokens[j+2].XPOS) && r.words[j+1].parts&(roles|humanNoun) == 0 {
			return false // the terrorist attacks
		}
		if j > i && r.placed(j) || r.works(j) {
			return true
		}
		if r.words[j].is(role) || r.misread(j) || r.g.words.Get(t.Norm)&role != 0 && (t.UPOS == "ADJ" || j == i) || r.words[j].is(humanNoun) && isNoun(t.XPOS) || r.words[j].is(title) && !r.words[j].is(honorific) && isNoun(t.XPOS) {
			return true
		}
		if t.Norm == "'s" || j == i && r.nounForVerb(j) ||
			t.XPOS == "VBN" || t.XPOS == "VBG" && (r.closed(j+1) || r.d.Tokens[j+1].UPOS != "DET" || ranking[t.Norm]) { // a retired boxer
			continue
		}
		if extract.OneOf(t.UPOS, "ADP", "VERB", "AUX", "PUNCT", "SCONJ", "PRON") {
			return false
		}
	}
	return false
}

// works reports the head of an apposition whose ending tells of who does something: a
// phlebologist at the infirmary. Things that end so are none.
func (r *reader) works(j int) bool {
	if r.d.Tokens[j].XPOS != "NN" || j+1 < len(r.words) && isNoun(r.d.Tokens[j+1].XPOS) {
		return false
	}
	switch n := r.norm(j); n {
	case "number", "order", "paper", "letter", "matter", "character", "answer", "cover", "power", "tower", "winter", "summer", "list", "factor":
		return false
	default:
		return lexicon.Does(n)
	}
}

// placed reports the head of an apposition that is no role elsewhere: the number 31 seed, the
// public health lead, the senior House Republican.
func (r *reader) placed(j int) bool {
	if j+1 < len(r.words) && isNoun(r.d.Tokens[j+1].XPOS) {
		return false
	}
	if n := r.norm(j); extract.OneOf(n, "seed", "lead", "forward", "half", "winger", "representative", "figure", "voice") {
		return r.d.Tokens[j].XPOS == "NN" || n == "lead" && isNoun(r.d.Tokens[j-1].XPOS)
	}
	return r.isParty(j)
}

// isParty reports the word for one of a party: Republican.
func (r *reader) isParty(i int) bool {
	e := r.first(i)
	return e != nil && e.kind == group && e.what == "party"
}

// nounForVerb reports whether token i, the first of an apposition, is a noun that passes for a
// verb: ", research programme manager at Zork,", ", professor at Zork,".
func (r *reader) nounForVerb(i int) bool {
	if x := r.d.Tokens[i].XPOS; x != "VB" && x != "VBP" || i+1 >= len(r.words) {
		return false
	}
	return isNoun(r.d.Tokens[i+1].XPOS) || r.g.words.Get(r.norm(i))&role != 0 && r.d.Tokens[i+1].UPOS == "ADP"
}

// appositionEnd returns the end of the phrase: the comma or bracket that closes it,
// a relative clause, or the end of the sentence.
func (r *reader) appositionEnd(i int, open string) int {
	s := r.d.SentenceAt(r.d.Tokens[i].Start)
	if s >= len(r.d.Sentences) {
		return i
	}
	last := min(r.d.Sentences[s].Last, i+40)
	for j := i; j < last; j++ {
		switch n := r.norm(j); {
		case j > i && (r.d.Tokens[j].XPOS == "``" || closesQuote(&r.d.Tokens[j]) && r.d.Tokens[j-1].UPOS == "ADP"): // the host of “Harbour Live,”
			for j++; j < last && !closesQuote(&r.d.Tokens[j]); j++ {
			}
			if j < last && r.norm(j-1) == "," {
				return j + 1
			}
		case n == "," && isDash(open):
			continue
		case n == "-" && r.d.Tokens[j].Start > r.d.Tokens[j-1].End:
			return j
		case n == "," && open == ",":
			if r.listComma(j, last) {
				continue
			}
			return j
		case n == ")" && open == "(", n == ";", n == ":", n == "—", n == "–", n == "--", n == "that", r.d.Tokens[j].XPOS[0] == 'W', n == "\"":
			return j
		case n == "." && j == last-1, speaks(n), j > i && open == "," && r.passed(j):
			return j
		case finite(r.d.Tokens[j].XPOS) && !(j == i && r.nounForVerb(j)) && !r.misread(j):
			at := i - 1
			if isArticle(r.norm(at)) {
				at--
			}
			if p := r.personEnding(at); j > i && p != nil && p.first == r.d.Sentences[s].First && r.norm(i-1) != "the" && isNoun(r.d.Tokens[j-1].XPOS) && (isArticle(r.norm(i-1)) || r.nameFrom(i) == nil) {
				return j // Ann Lee, a Democrat | locked in a race, said; Ann Lee, head of the mill | claimed
			}
			return i // a clause, not a role
		}
	}
	return last
}

// passed reports the participle of what was done to somebody, behind his role: a reporter for the Mail | arrested in Zork.
func (r *reader) passed(j int) bool {
	t := r.d.Tag(j)
	return (t == "VBN" || t == "VBD" && strings.HasSuffix(r.norm(j), "ed")) && isNoun(r.d.Tag(j-1)) && r.d.Tag(j-2) != "PRP$" && j+1 < len(r.d.Tokens) && r.d.Tokens[j+1].UPOS == "ADP" && r.norm(j) != "based"
}

// misread reports a noun for a person that passes for a plural verb: an international relations | expert.
func (r *reader) misread(i int) bool {
	return r.d.Tag(i) == "VBP" && r.g.words.Get(r.norm(i))&(role|humanNoun) != 0
}

// listComma reports a comma inside the apposition: one before "Inc." or a state.
func (r *reader) listComma(j, last int) bool {
	if j+1 >= last {
		return false
	}
	if r.words[j+1].is(suffix) || r.listGoesOn(j, last) {
		return true
	}
	e, after := r.match(j+1, last, false)
	return e != nil && e.kind == place && e.what == "region" && after < last && r.norm(after) == ","
}

// listGoesOn reports the comma between roles of one person or fields of one office, the last of which
// "and" joins: novelist, | farmer and mother; Minister of Industry, | Mine and Trade.
func (r *reader) listGoesOn(j, last int) bool {
	roles, field := r.roleNoun(j-1), r.office(j) >= 0
	for k := j + 1; k+1 < min(last, j+8); k++ {
		switch n := r.norm(k); {
		case n == "and" || n == "&":
			return k > j+1 && (roles && r.roleNoun(k-1) || field && (isNoun(r.d.Tokens[k+1].XPOS) || r.d.Tokens[k+1].UPOS == "ADJ"))
		case r.nameFrom(k) != nil || n != "," && !isNoun(r.d.Tokens[k].XPOS) && r.d.Tokens[k].UPOS != "ADJ":
			return false
		}
	}
	return false
}

// closed reports whether a mark stands at token i.
func (r *reader) closed(i int) bool {
	return i < 0 || i >= len(r.words) || r.d.Tokens[i].UPOS == "PUNCT"
}

func finite(xpos string) bool { return extract.OneOf(xpos, "VBD", "VBZ", "VBP", "MD") }
