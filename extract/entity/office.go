package entity

import (
	"strings"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// behindOffice finds the person's name at the end of the run of capitals [i, end) that the person's
// office with its field stands before without a comma: Minister for Climate Change | Julie
// James, Head of the Rights Commission | Marcial Boo. It returns where the name and the
// office begin; i and -1 if there is none.
func (r *reader) behindOffice(i, end int) (name, office int) {
	for g := end - 2; g >= max(i, 1); g-- {
		before := &r.words[g-1]
		if before.is(given|title|role|humanNoun|particle) && !before.is(modifier) || !before.capitalised() && lexicon.Does(r.norm(g-1)) || r.initial(g-1) || r.norm(g-1) == "'s" || r.norm(g-1) == "and" || !r.fullName(g, end) {
			continue
		}
		if office := r.office(g); office >= 0 {
			return g, office
		}
	}
	return i, -1
}

// fullName reports whether tokens [g, end) can only be a given name and what follows one; or,
// right behind the last word of a body's name, any two words.
func (r *reader) fullName(g, end int) bool {
	if end-g < 2 || end-g > 4 {
		return false
	}
	for k := g; k < end; k++ {
		w := &r.words[k]
		if !w.capitalised() && !w.is(particle) || w.is(orgHead|orgOf|suffix|placeHead|eventHead|title|role|roles|calendar|owner) && !w.is(given|family) {
			return false
		}
	}
	if e, last := r.match(g, end, false); e != nil && last > g+1 || r.words[end-1].is(orgHead|suffix|placeHead) && !r.words[end-1].is(family) {
		return false
	}
	return r.words[g].is(given) || r.words[g-1].is(orgHead) && end-g == 2 && !r.words[g].is(usual) && !r.words[g+1].is(usual)
}

// longestField is how many tokens the field of an office has at most.
const longestField = 12

// office is where the office begins whose field ends before token g: a role, a preposition,
// and nouns up to g; -1 if none stands there.
func (r *reader) office(g int) int {
	first := r.d.Sentences[r.d.SentenceAt(r.d.Tokens[g].Start)].First
	from := max(first, g-longestField)
	for k := g - 1; k > from; k-- {
		switch r.norm(k) {
		case "of", "for", "to", "at":
			if k == g-1 {
				return -1 // lawyer for the family of | Ann Pole
			}
			if w := r.at(k - 1); w.is(title|role) || w.is(initialism) && w.caps() {
				for k--; k > first && r.words[k-1].capitalised() && r.words[k-1].is(title|role|modifier); k-- {
				}
				return k
			}
			continue
		case "the", "and", "&", "'s":
			continue
		}
		if t := &r.d.Tokens[k]; t.XPOS != "VBG" && (t.XPOS != "VB" || r.norm(k-1) == "to") && t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" && !r.words[k].capitalised() {
			return -1
		}
	}
	return -1
}

// called reports a noun for a person, in no list, that opens a sentence right before a full
// name of it: Bandmate Horace Panter, Six-year-old Madison Cole.
func (r *reader) called(i, end int) bool {
	w := &r.words[i]
	if w.starts && strings.HasSuffix(r.norm(i), "-year-old") && i+1 < end && end-i < 4 && r.first(i+1) == nil {
		return true // Sixteen-year-old Kim
	}
	if !w.starts || w.is(given|family|title) || w.is(role|humanNoun) && !strings.Contains(r.norm(i), "-") || end-i < 3 || end-i > 4 || r.first(i) != nil || !r.words[i+1].is(given) || r.words[i+1].is(role|title|placeLead|orgHead) || !r.words[i+2].capitalised() {
		return false
	}
	n := r.norm(i)
	at := strings.LastIndexByte(n, '-')
	if at < 0 {
		return lexicon.Does(n)
	}
	return n[at+1:] == "old" || strings.Contains(n, "-of-") || w.shape&inner == 0 && lexicon.Does(n[at+1:])
}
