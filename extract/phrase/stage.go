// Package phrase finds noun phrases, verb groups and clauses from tokens and their tags
// alone.
//
// Each word has a class, a letter (class.go). Three tables do the rest, row by row, each
// row with an example and its reading, which the tests hold it to: repairs.go mends the
// classes where words tell that a tag is wrong, chunks.go cuts the sentence into noun
// phrases and verb groups, and events.go reads those and the words between them from left
// to right and says which clauses open and close. ends.go then tells how far each noun
// phrase reaches.
package phrase

import (
	"slices"
	"sync"

	"github.com/claimwire/claimwire/extract"
)

// Stage fills Document.Nouns, Document.Verbs and Document.Clauses.
var Stage = extract.Stage{
	Name:  "phrase",
	Needs: extract.Tokens | extract.Sentences | extract.Tags,
	Edits: extract.Tags, // of verbs that the tagger missed
	Gives: extract.Phrases,
	Run: func(d *extract.Document) error {
		r := readers.Get().(*reader)
		defer readers.Put(r)
		r.d = d
		defer func() { r.d = nil }()
		n := len(d.Tokens)
		d.Nouns, d.Verbs, d.Clauses = make([]extract.NounPhrase, 0, n/4), make([]extract.VerbGroup, 0, n/8), make([]extract.Clause, 0, n/8)
		for i := range d.Sentences {
			if err := d.Stopped(); err != nil {
				return err
			}
			r.read(d.Sentences[i].First, d.Sentences[i].Last)
			r.write()
		}
		return nil
	},
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// A reader finds the phrases of one sentence after another. All its token numbers count
// from the first token of the sentence, and all its indexes are into its own slices.
type reader struct {
	d       *extract.Document
	first   int             // token of the document that the sentence begins with
	tokens  []extract.Token // of the sentence
	class   []byte          // of each token
	nouns   []extract.NounPhrase
	verbs   []extract.VerbGroup
	clauses []clause
	nounAt  []int32 // of each token, the phrase it lies in; -1
	verbAt  []int32
	stack   []int // open clauses, the innermost last
	quotes  int   // quotation marks open
	place   []int // of each noun phrase by the order found, where it stands in the text
	event   moment
}

// A clause is one that is being read.
type clause struct {
	extract.Clause
	quotes int  // quotation marks open where it began
	comma  bool // a comma, a dash or a bracket opened it
}

func (r *reader) read(first, last int) {
	r.first, r.tokens = first, r.d.Tokens[first:last]
	r.parse()
	if r.findVerbs() {
		r.parse()
	}
	r.reach()
}

func (r *reader) parse() {
	r.nouns, r.verbs, r.clauses = r.nouns[:0], r.verbs[:0], r.clauses[:0]
	r.stack, r.quotes = r.stack[:0], 0
	r.nounAt, r.verbAt = fill(r.nounAt, len(r.tokens)), fill(r.verbAt, len(r.tokens))
	r.classify()
	r.repair()
	r.chunk()
	r.readClauses()
}

// fill is a slice of n times -1, in the memory of s where it has room.
func fill(s []int32, n int) []int32 {
	if cap(s) < n {
		s = make([]int32, n)
	}
	s = s[:n]
	for i := range s {
		s[i] = -1
	}
	return s
}

// write adds the sentence to the document, noun phrases in the order of the text.
func (r *reader) write() {
	noun, verb, clause := shift(len(r.d.Nouns)), shift(len(r.d.Verbs)), shift(len(r.d.Clauses))
	token := shift(r.first)
	r.sortNouns()
	for _, n := range r.nouns {
		token.all(&n.First, &n.Last, &n.Head, &n.Det, &n.Prep, &n.Tail, &n.Full)
		noun.all(&n.On)
		clause.all(&n.Clause)
		r.d.Nouns = append(r.d.Nouns, n)
	}
	for _, v := range r.verbs {
		token.all(&v.First, &v.Last, &v.Head)
		clause.all(&v.Own, &v.Clause)
		r.d.Verbs = append(r.d.Verbs, v)
	}
	for _, c := range r.clauses {
		token.all(&c.First, &c.Last, &c.Mark)
		noun.all(&c.Subject, &c.OfNoun)
		verb.all(&c.Clause.Verb, &c.OfVerb)
		clause.all(&c.Parent)
		r.d.Clauses = append(r.d.Clauses, c.Clause)
	}
}

// sortNouns puts the pronouns of relative clauses, which were added last, in their places.
func (r *reader) sortNouns() {
	if slices.IsSortedFunc(r.nouns, byFirst) {
		return
	}
	slices.SortFunc(r.nouns, byFirst)
	place := r.place[:0]
	for range r.nouns {
		place = append(place, 0)
	}
	for to := range r.nouns {
		place[r.nounAt[r.nouns[to].First]] = to
	}
	r.place = place
	for i := range r.nouns {
		if on := &r.nouns[i].On; *on >= 0 {
			*on = place[*on]
		}
	}
	for i := range r.clauses {
		for _, n := range []*int{&r.clauses[i].Subject, &r.clauses[i].OfNoun} {
			if *n >= 0 {
				*n = place[*n]
			}
		}
	}
}

func byFirst(a, b extract.NounPhrase) int { return a.First - b.First }

// A shift moves numbers of a sentence to those of the document; -1 stays "none".
type shift int

func (s shift) all(numbers ...*int) {
	for _, n := range numbers {
		if *n >= 0 {
			*n += int(s)
		}
	}
}
