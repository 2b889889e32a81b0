package phrase

import (
	"slices"
	"strings"
	"sync"
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
//	term>N      a word that fits, which gets class N
type repair struct {
	id      string
	text    string
	example string
	want    string // the chunks of the example, see chunksOf
}

var repairs = []repair{
	{"tag.described-noun/1", "<^NPtACvbgeEGOMnR> <E>>A <NP>", "They saw tired men.", "[They] {saw} [tired men]"},
	{"tag.at-least/1", "at>a least|most>a <CD$>", "It cost at least two jobs.", "[It] {cost} [at least two jobs]"},
	{"tag.more-than/1", "more|less|fewer>a than>a <C$>", "More than 40 people left.", "[More than 40 people] {left}"},
	{"tag.up-to/1", "up>a to>a <C$>", "Up to 40 people left.", "[Up to 40 people] {left}"},
	{"tag.time-describes/1", "<DCY>&!this|that|each|every|some <t>>N <NP>", "The Monday meeting failed.", "[The Monday meeting] {failed}"},
	{"tag.time-owns/1", "<t>>N <s> <NPA>", "Monday's meeting failed.", "[Monday's meeting] {failed}"},
}

// A term is one word of the text of a repair.
type term struct {
	classes mask // 0 for any
	not     bool // none of classes
	words   []string
	notWord []string
	to      byte // the class it gets; 0 for none
}

type compiledRepair struct {
	id    string
	terms []term
}

var compiledRepairs = sync.OnceValue(func() []compiledRepair {
	out := make([]compiledRepair, len(repairs))
	for i, r := range repairs {
		out[i].id = r.id
		for _, word := range strings.Fields(r.text) {
			out[i].terms = append(out[i].terms, parseTerm(word))
		}
	}
	return out
})

func parseTerm(text string) (t term) {
	if i := strings.LastIndexByte(text, '>'); i == len(text)-2 && i > 0 {
		text, t.to = text[:i], text[i+1]
	}
	for part := range strings.SplitSeq(text, "&") {
		switch {
		case strings.HasPrefix(part, "<^"):
			t.classes, t.not = maskOf(part[2:len(part)-1]), true
		case strings.HasPrefix(part, "<"):
			t.classes = maskOf(part[1 : len(part)-1])
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
			if r.suits(table[k].terms, i) {
				for n, t := range table[k].terms {
					if t.to != 0 {
						r.class[i+n] = t.to
					}
				}
			}
		}
	}
}

func (r *reader) suits(terms []term, i int) bool {
	for n := range terms {
		if !r.fits(&terms[n], i+n) {
			return false
		}
	}
	return true
}

func (r *reader) fits(t *term, i int) bool {
	if t.not {
		return !r.is(i, t.classes)
	}
	if i < 0 || i >= len(r.class) || t.classes != 0 && !r.is(i, t.classes) {
		return false
	}
	return (t.words == nil || slices.Contains(t.words, r.tokens[i].Norm)) &&
		(t.notWord == nil || !slices.Contains(t.notWord, r.tokens[i].Norm))
}
