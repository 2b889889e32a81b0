package tag

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// A morphology says how inflected forms become lemmas.
type morphology struct {
	words, verbs, nouns, adjectives *hashed.Map[string] // form: lemma
	verb, plural, comparative       endings
}

// endings maps the ending of a stem to the change it needs.
type endings struct{ *hashed.Map[change] }

// A change turns a stem into a lemma.
type change uint8

const (
	keep  change = iota
	addE         // hop-ing: hope
	cut          // plann-ed: plan
	toY          // denie-s: deny
	intoI        // dy-ing: die
)

var changes = map[string]change{"=": keep, "+e": addE, "-": cut, "y": toY, "ie": intoI}

var english = sync.OnceValue(func() *morphology {
	m := &morphology{
		words: &hashed.Map[string]{}, verbs: &hashed.Map[string]{}, nouns: &hashed.Map[string]{}, adjectives: &hashed.Map[string]{},
		verb: endings{&hashed.Map[change]{}}, plural: endings{&hashed.Map[change]{}}, comparative: endings{&hashed.Map[change]{}},
	}
	lists := map[string]*hashed.Map[string]{"word": m.words, "verb": m.verbs, "noun": m.nouns, "adjective": m.adjectives}
	for _, r := range lexicon.Must("lemmas").Rows {
		*lists[r.Cells[1]].At(r.Cells[0]) = r.Cells[2]
	}
	stems := map[string]endings{"verb": m.verb, "plural": m.plural, "comparative": m.comparative}
	for _, r := range lexicon.Must("stem_endings").Rows {
		*stems[r.Cells[0]].At(r.Cells[1]) = changes[r.Cells[2]]
	}
	return m
})

// lemma is the dictionary form of token i, whose tags are known.
func (m *morphology) lemma(d *extract.Document, i int) string {
	t := &d.Tokens[i]
	if t.UPOS == "PROPN" {
		return d.In(t.Span)
	}
	if extract.OneOf(t.UPOS, "AUX", "PRON") || t.Norm[0] == '\'' {
		if l := closedLemma(d, i); l != "" {
			return l
		}
	}
	if l, ok := m.words.Find(t.Norm); ok {
		return l
	}
	switch t.XPOS {
	case "VBD", "VBN", "VBG":
		return m.past(t.Norm)
	case "VBZ":
		if strings.HasSuffix(t.Norm, "ises") || strings.HasSuffix(t.Norm, "yses") { // realises, paralyses: no verb ends in -is
			return t.Norm[:len(t.Norm)-1]
		}
		return m.without(t.Norm, "s", m.verbs, m.plural)
	case "NNS":
		return m.without(t.Norm, "s", m.nouns, m.plural)
	case "JJR", "RBR":
		return m.without(t.Norm, "er", m.adjectives, m.comparative)
	case "JJS", "RBS":
		return m.without(t.Norm, "est", m.adjectives, m.comparative)
	}
	return t.Norm
}

// closedLemma is the lemma of auxiliaries and pronouns that the word alone does not
// tell; "" for all others.
func closedLemma(d *extract.Document, i int) string {
	switch t := &d.Tokens[i]; t.Norm {
	case "'s":
		switch t.XPOS {
		case "PRP":
			return "we"
		case "POS":
			return ""
		}
		if i+1 < len(d.Tokens) && extract.OneOf(d.Tokens[i+1].Norm, "been", "got", "had") {
			return "have"
		}
		return "be"
	case "'d":
		if t.XPOS == "MD" {
			return "would"
		}
		return "have"
	case "her":
		if t.XPOS == "PRP" {
			return "she"
		}
	}
	return ""
}

// past is the lemma of a participle, a gerund or a past tense.
func (m *morphology) past(form string) string {
	if l, ok := m.verbs.Find(form); ok {
		return l
	}
	if stem, ok := strings.CutSuffix(form, "ing"); ok && hasVowel(stem) {
		return m.verb.apply(stem, form)
	}
	if stem, ok := strings.CutSuffix(form, "ed"); ok && hasVowel(stem) {
		return m.verb.apply(stem, form)
	}
	if l, ok := m.prefixed(form); ok {
		return l
	}
	return form
}

// prefixed is the lemma of an irregular verb behind a prefix: re-told, overtook.
func (m *morphology) prefixed(form string) (string, bool) {
	for _, prefix := range [...]string{"re", "over", "out", "under", "un", "mis", "fore", "pre", "up", "with", "inter"} {
		rest, ok := strings.CutPrefix(form, prefix)
		if !ok {
			continue
		}
		rest, hyphen := strings.CutPrefix(rest, "-")
		if l, ok := m.verbs.Find(rest); ok && len(rest) > 2 {
			if hyphen {
				prefix += "-"
			}
			return prefix + l, true
		}
	}
	return "", false
}

// without is the lemma of a form with a suffix that leaves a stem of its own.
func (m *morphology) without(form, suffix string, irregular *hashed.Map[string], e endings) string {
	if l, ok := irregular.Find(form); ok {
		return l
	}
	stem, ok := strings.CutSuffix(form, suffix)
	if !ok || len(stem) < 2 || suffix == "s" && strings.HasSuffix(stem, "'") || suffix == "s" && strings.HasSuffix(stem, "s") {
		return form
	}
	return e.apply(stem, form)
}

// longestEnding bounds the look-up; the words listed whole are shorter.
const longestEnding = 16

// apply changes a stem, which form starts with, as its longest listed ending says.
func (e endings) apply(stem, form string) string {
	switch e.of(stem) {
	case addE:
		if strings.HasPrefix(form[len(stem):], "e") {
			return form[:len(stem)+1]
		}
		return stem + "e"
	case cut:
		return stem[:len(stem)-1]
	case toY:
		return strings.TrimSuffix(strings.TrimSuffix(stem, "e"), "i") + "y"
	case intoI:
		return stem[:len(stem)-1] + "ie"
	}
	return stem
}

func (e endings) of(stem string) change {
	if len(stem) < longestEnding {
		var whole [longestEnding]byte
		whole[0] = '^'
		n := 1 + copy(whole[1:], stem)
		if c, ok := e.FindBytes(whole[:n]); ok {
			return c
		}
	}
	for i := max(0, len(stem)-longestEnding); i <= len(stem); i++ {
		if c, ok := e.Find(stem[i:]); ok {
			return c
		}
	}
	return keep
}

// hasVowel tells hoping from thing.
func hasVowel(stem string) bool { return strings.ContainsAny(stem, "aeiouy") }
