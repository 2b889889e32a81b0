package phrase

import (
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
)

// A repair changes the class of a word where the words around it tell that its tag, or the
// class that goes with the tag, is wrong for it. Rows are tried in order at each word, and
// each row whose text fits acts.
//
// The text is one term for each word in turn:
//
//	<ABC>       of one of these classes; <^ABC> of none of them, or outside the sentence
//	more|less   one of these words
//	<D>&!this   both: a determiner, but not "this"
//	<A>&last    both: an adjective, and "last"
//	@third      a word that may be the third person of a verb of speech, @past the past of a verb
//	term>N      a word that fits, which gets class N
type repair struct {
	id      string
	text    string
	example string
	want    string // the chunks of the example, see chunksOf, or its clauses, see clausesOf
}

var repairs = []repair{
	{"tag.described-noun/1", "<^NPtACvbgeEGOMnR,> <E>>A <NP>", "They saw tired men.", "[They] {saw} [tired men]"},
	{"tag.at-least/1", "at>a least|most>a <CD$>", "It cost at least two jobs.", "[It] {cost} [at least two jobs]"},
	{"tag.more-than/1", "more|less|fewer>a than>a <C$>", "More than 40 people left.", "[More than 40 people] {left}"},
	{"tag.up-to/1", "up>a to>a <C$>", "Up to 40 people left.", "[Up to 40 people] {left}"},
	{"tag.all-behind/1", "<DNOPt> all|both|each>R <VvM>", "They all left.", "[They] all {left}"},
	{"tag.such-as/1", "such|well as>I", "Lee hopes work such as this could help.", "main([Lee] {hopes} <work such as this> could help) complement/hopes([work such as this] {could help})"},
	{"tag.as-whole/1", "as>I a whole", "Lee said the town as a whole was full.", "main([Lee] {said} <the town as a whole> was full) complement/said([the town as a whole] {was} full) whole-prep-town"},
	{"tag.and-elsewhere/1", "and elsewhere|abroad|overseas>x", "Lee said men here and abroad left.", "main([Lee] {said} <men here and abroad> left) complement/said([men here and abroad] {left})"},
	{"tag.both-and/1", "both&<K>>D <DYNPAC>", "Lee said both the mayor and Cole left.", "[Lee] {said} [both the mayor] and [Cole] {left}"},
	{"tag.read/1", "<NPOC)> read&<NBE>>V <,:> <\">", "A sign read, “It fell.”", "[A sign] {read} [It] {fell}"},
	{"tag.reads/1", "<NPOC)> <N>&@third>V <,:> <\">", "One of his posts reads, “It fell.”", "[One] of [his posts] {reads} [It] {fell}"},
	{"tag.time-describes/1", "<DCY>&!this|that|each|every|some <t>>N <NP>", "The Monday meeting failed.", "[The Monday meeting] {failed}"},
	{"tag.mark-opens/1", "<s> <'>>\" <PNVBA>", "Lee said on NBC's ''New Day'' on Monday it was over.", "main([Lee] {said} on NBC's ''New Day'' on Monday it was over) complement/said([it] {was} over)"},
	{"tag.title-owned/1", "<s> <\"> <VBP>>P <D>>P <NP>", "Lee said on NBC's “Meet the Press” it was over.", "[Lee] {said} on [NBC] 's [Meet the Press] [it] {was} over"},
	{"tag.time-owns/1", "<t>>N <s> <NPA>", "Monday's meeting failed.", "[Monday's meeting] {failed}"},
}

// missing are the verbs that the tagger took for nouns, looked for in clauses with a subject and no
// verb. The word that gets class V gets the tag of a verb too, and the sentence is read again.
var missing = []repair{
	{"verb.third/1", "<NPO)> <NPt>&@third>V <IQWTDYO\"RHS>", "The minister points to his time in office.", "[The minister] {points} to [his time] in [office]"},
	{"verb.read/1", "<NPA> read|reads|states&<N>>V <.>", "“Today is historic,” the statement read.", "[Today]t {is} historic [the statement] {read}"},
	{"verb.base/1", "<NPO)C> stay|last|cost|average|total|number|range&<N>>V <DCQ$>", "Homes from $1 million to $2 million stay an average of 70 days.", "[Homes] from [$1 million] to [$2 million] {stay} [an average] of [70 days]t"},
	{"verb.past/1", "<NPOC)> <NA>&@past>V <DYOIHSQC$\">", "But each one spoke about the dam.", "But [each one] {spoke} about [the dam]"},
}

// A term is one word of the text of a repair.
type term struct {
	classes mask // 0 for any
	not     bool // none of classes
	words   []string
	notWord []string
	form    func(r *reader, t *extract.Token) bool
	to      byte // the class it gets; 0 for none
}

// The tables compiled: the terms of each row.
var (
	compiledRepairs = sync.OnceValue(func() []pattern { return compileRepairs(repairs) })
	compiledMissing = sync.OnceValue(func() []pattern { return compileRepairs(missing) })
)

// A pattern is the terms of a row. The first that changes a word is of few classes, and is asked first.
type pattern struct {
	terms   []term
	changes int
}

func compileRepairs(table []repair) []pattern {
	out := make([]pattern, len(table))
	for i, r := range table {
		p := &out[i]
		for _, word := range strings.Fields(r.text) {
			p.terms = append(p.terms, parseTerm(word))
		}
		p.changes = slices.IndexFunc(p.terms, func(t term) bool { return t.to != 0 })
	}
	return out
}

func parseTerm(text string) (t term) {
	t.classes = maskOf(classes)
	if i := strings.LastIndexByte(text, '>'); i == len(text)-2 && i > 0 {
		text, t.to = text[:i], text[i+1]
	}
	for part := range strings.SplitSeq(text, "&") {
		switch {
		case strings.HasPrefix(part, "<^"):
			t.classes, t.not = maskOf(part[2:len(part)-1]), true
		case strings.HasPrefix(part, "<"):
			t.classes = maskOf(part[1 : len(part)-1])
		case part == "@third":
			t.form = func(r *reader, t *extract.Token) bool {
				return t.XPOS[0] == 'N' && strings.HasSuffix(t.Norm, "s") && t.Norm == r.d.In(t.Span) && (words().third[t.Norm] ||
					words().takesClause[t.Lemma] && t.XPOS == "NNS" || words().takesClause[strings.TrimSuffix(t.Norm, "s")] && t.XPOS == "NNP")
			}
		case part == "@past":
			t.form = func(_ *reader, t *extract.Token) bool { return words().past[t.Norm] != "" }
		case strings.HasPrefix(part, "!"):
			t.notWord = strings.Split(part[1:], "|")
		default:
			t.words = strings.Split(part, "|")
		}
	}
	return t
}

// repair applies the table.
func (r *reader) repair() {
	table := compiledRepairs()
	for i := -1; i < len(r.class); i++ {
		for k := range table {
			if r.suits(&table[k], i) {
				r.apply(table[k].terms, i)
			}
		}
	}
}

// apply gives the words from token i on their classes, and verbs their tags.
func (r *reader) apply(terms []term, i int) {
	for n, t := range terms {
		if t.to == 0 {
			continue
		}
		r.class[i+n] = t.to
		if w := &r.tokens[i+n]; t.to == 'V' {
			w.UPOS, w.XPOS = "VERB", "VBZ"
			if w.Lemma == w.Norm {
				w.Lemma = strings.TrimSuffix(w.Norm, "s")
			}
			if lemma := words().past[w.Norm]; lemma != "" {
				w.XPOS, w.Lemma = "VBD", lemma
			}
		}
	}
}

func (r *reader) suits(p *pattern, i int) bool {
	if !r.is(i+p.changes, p.terms[p.changes].classes) {
		return false
	}
	for n := range p.terms {
		if !r.fits(&p.terms[n], i+n) {
			return false
		}
	}
	return true
}

func (r *reader) fits(t *term, i int) bool {
	if t.not {
		return !r.is(i, t.classes)
	}
	return r.is(i, t.classes) && (t.words == nil || slices.Contains(t.words, r.tokens[i].Norm)) &&
		(t.notWord == nil || !slices.Contains(t.notWord, r.tokens[i].Norm)) &&
		(t.form == nil || t.form(r, &r.tokens[i]))
}

// findVerbs gives each clause that has a subject and no verb the verb that the tagger missed, and
// reports whether it found one.
func (r *reader) findVerbs() (found bool) {
	if r.at(len(r.class)-1) != '.' && r.at(len(r.class)-1) != '\'' {
		return false // a headline
	}
	table := compiledMissing()
	for c := range r.clauses {
		if c := &r.clauses[c]; c.Verb < 0 && c.Subject >= 0 {
			found = r.findVerb(table, c.First, c.Last) || found
		}
	}
	return found
}

func (r *reader) findVerb(table []pattern, first, last int) bool {
	for i := first; i < last; i++ {
		for k := range table {
			if r.suits(&table[k], i) {
				r.apply(table[k].terms, i)
				return true
			}
		}
	}
	return false
}
