package confidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A reader reads the traits of the claims of one document.
type reader struct {
	*extract.Document
	claims []int // in each sentence, how many begin there
	commas []int // in each sentence with a claim, how many there are
}

func newReader(d *extract.Document) *reader {
	r := &reader{d, make([]int, len(d.Sentences)+1), make([]int, len(d.Sentences)+1)}
	for i := range d.Claims {
		r.claims[d.SentenceAt(place(&d.Claims[i]))]++
	}
	for k := range d.Sentences {
		if r.claims[k] == 0 {
			continue
		}
		for i := d.Sentences[k].First; i < d.Sentences[k].Last; i++ {
			if r.Norm(i) == "," {
				r.commas[k]++
			}
		}
	}
	return r
}

// place is where a claim stands: at its cue, or at its first word where it has none.
func place(c *extract.Claim) int {
	switch {
	case c.Cue != nil:
		return c.Cue.Start
	case len(c.Parts) > 0:
		return c.Parts[0].Start
	}
	return 0
}

// traits are what is known of a claim that could say whether it is right, in a fixed order.
func (r *reader) traits(c *extract.Claim) []string {
	rule, _, _ := strings.Cut(c.Rule, "/")
	out := []string{always, "rule " + rule, "factuality " + c.Factuality}
	add := func(holds bool, trait string) {
		if holds {
			out = append(out, trait)
		}
	}
	add(c.Negated, "negated")
	add(c.Conditional, "conditional")
	add(c.Parent != "", "inside another claim")
	if c.Type != extract.None {
		out = append(out, "type "+c.Type, "stance "+c.Stance, "kind "+c.Source.Kind)
	}
	out = append(out, r.source(c)...)
	out = append(out, r.cue(c)...)
	out = append(out, r.content(c)...)
	return append(out, r.sentence(c)...)
}

// source is the form in which the source stands, and what came of it.
func (r *reader) source(c *extract.Claim) []string {
	s := &c.Source
	if s.Mention == "" {
		return []string{"source left out"}
	}
	form := r.form(*s.Span)
	out := []string{"source " + form}
	if form != "name" && isCapital(s.Name) {
		out = append(out, "named "+form)
	}
	switch roles := strings.Count(s.Role, " "); {
	case s.Role == "":
	case roles == 0:
		out = append(out, "role of one word")
	default:
		out = append(out, "role of several words")
	}
	if first, end := r.TokensIn(*s.Span); end-first >= longSource {
		out = append(out, "source of many words")
	}
	if strings.Contains(s.Mention, ",") {
		out = append(out, "source with a comma")
	}
	return out
}

// longSource is how many tokens make a long source.
const longSource = 9

// pronouns are the forms of a source of one word, and openers those of one that a word opens.
var (
	pronouns = map[string]string{
		"he": "he or she", "she": "he or she", "it": "it", "they": "they", "i": "I or we", "we": "I or we",
		"who": "who", "which": "who", "that": "who",
	}
	openers = map[string]string{
		"the": "definite", "this": "definite", "that": "definite", "these": "definite", "those": "definite",
		"his": "possessive", "her": "possessive", "its": "possessive", "their": "possessive", "my": "possessive", "our": "possessive",
		"a": "indefinite", "an": "indefinite", "some": "indefinite", "many": "indefinite", "several": "indefinite", "most": "indefinite",
		"few": "indefinite", "one": "indefinite", "more": "indefinite", "other": "indefinite", "any": "indefinite",
	}
)

// form is the form of a source: a pronoun, a kind of description, a name.
func (r *reader) form(s extract.Span) string {
	first, end := r.TokensIn(s)
	word := r.Norm(first)
	switch {
	case end == first+1 && pronouns[word] != "":
		return pronouns[word]
	case openers[word] != "":
		return openers[word]
	case isCapital(r.In(s)):
		return "name"
	}
	return "bare noun"
}

func isCapital(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// cue is which verb it is, and whether other words belong to it.
func (r *reader) cue(c *extract.Claim) []string {
	if c.Cue == nil {
		return []string{"no cue"}
	}
	first, end := r.TokensIn(c.Cue.Span)
	var out []string
	switch r.Lemma(end - 1) {
	case "say":
		out = append(out, "cue say")
	case "add", "tell":
		out = append(out, "cue add or tell")
	default:
		out = append(out, "other cue")
	}
	if end > first+1 {
		out = append(out, "cue of several words")
	}
	return out
}

// content is how long it is and what stands in it.
func (r *reader) content(c *extract.Claim) []string {
	var out []string
	words := 0
	for i := range c.Parts {
		first, end := r.TokensIn(c.Parts[i].Span)
		words += end - first
	}
	switch {
	case words < 6:
		out = append(out, "content of few words")
	case words < 14:
		out = append(out, "content of some words")
	case words >= 24:
		out = append(out, "content of many words")
	}
	for i := range c.Parts {
		out = append(out, r.joins(c.Parts[i].Span)...)
	}
	return out
}

// joins are the words in a content at which another clause may begin.
func (r *reader) joins(s extract.Span) []string {
	var out []string
	first, end := r.TokensIn(s)
	if r.Norm(first) == "to" {
		out = append(out, "content of an infinitive")
	}
	seen := map[string]bool{}
	for i := first + 1; i < end; i++ {
		word := r.Norm(i)
		if joiners[word] && !seen[word] {
			seen[word] = true
			out = append(out, "content with "+word)
		}
	}
	return out
}

// joiners are words at which another clause may begin.
var joiners = lexicon.SetOf("if", "but", "after", "while", "because")

// sentence is how long it is and how much is said in it.
func (r *reader) sentence(c *extract.Claim) []string {
	at := place(c)
	k := r.SentenceAt(at)
	if k >= len(r.Sentences) {
		return nil
	}
	var out []string
	switch n := r.Sentences[k].Last - r.Sentences[k].First; {
	case n < 18:
		out = append(out, "short sentence")
	case n >= 52:
		out = append(out, "very long sentence")
	case n >= 34:
		out = append(out, "long sentence")
	}
	if r.commas[k] >= 4 {
		out = append(out, "sentence of many commas")
	}
	switch n := r.claims[k]; {
	case n == 2:
		out = append(out, "two claims in the sentence")
	case n > 2:
		out = append(out, "more claims in the sentence")
	}
	return out
}
