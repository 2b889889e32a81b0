package extract

import (
	"fmt"
	"sort"
)

// A NounPhrase is a noun with what stands before it: "the city's two old bridges", "she".
// What hangs on it from the right is told by Tail and Full.
type NounPhrase struct {
	First, Last int    // tokens [First, Last)
	Head        int    // token of the noun
	Det         int    // token of the determiner or possessive; -1 without one
	Prep        int    // token of the preposition that governs it; -1 without one
	On          int    // index in Document.Nouns of the phrase it hangs on; -1 if on none
	Link        string // how it hangs on that: prep, apposed, list; "" if it does not
	Tail        int    // end with the prepositional phrases that hang on it
	Full        int    // end with appositions, the rest of its list, relative clauses and participles too
	Clause      int    // index in Document.Clauses of the innermost clause around it
	Time        bool   // its head names a time: "last week"
	Rule        string
}

// A VerbGroup is a verb with its auxiliaries, negation, inner adverbs and particle: "has not yet been closed".
type VerbGroup struct {
	First, Last int  // tokens [First, Last)
	Head        int  // token that carries the sense
	Finite      bool // not an infinitive, participle or base form
	To          bool // an infinitive with "to"
	Passive     bool
	Negated     bool
	Modal       bool
	Own         int // index in Document.Clauses of the clause whose verb it is; -1 for infinitives and participles
	Clause      int // index in Document.Clauses of the innermost clause around it
	Rule        string
}

// A Clause has one finite verb, or is a fragment without one.
type Clause struct {
	First, Last int // tokens [First, Last), with its mark and the clauses in it
	Kind        ClauseKind
	Mark        int  // token that opens it: that, who, because; -1 without one
	Subject     int  // index in Document.Nouns; -1 without one
	Verb        int  // index in Document.Verbs; -1 without one
	Parent      int  // index in Document.Clauses; -1 at top
	OfNoun      int  // the phrase that a relative clause describes, index in Document.Nouns; -1
	OfVerb      int  // the verb that a complement completes, index in Document.Verbs; -1
	Joined      bool // goes on with the clause before it, by and, or, but
	Inverted    bool // the subject stands behind the verb
	Rule        string
}

// A ClauseKind is what a clause is to the one around it.
type ClauseKind string

// Kinds of clauses.
const (
	MainClause       ClauseKind = "main"
	ComplementClause ClauseKind = "complement" // (that) it burned, whether it burned
	RelativeClause   ClauseKind = "relative"   // who left
	AdverbialClause  ClauseKind = "adverbial"  // because it burned
	InsertedClause   ClauseKind = "insertion"  // the mayor said, between two halves of another clause
)

// NounAt returns the index of the noun phrase that token t lies in; -1 if there is none.
func (d *Document) NounAt(t int) int {
	i := sort.Search(len(d.Nouns), func(i int) bool { return d.Nouns[i].Last > t })
	if i == len(d.Nouns) || d.Nouns[i].First > t {
		return -1
	}
	return i
}

// VerbAt returns the index of the verb group that token t lies in; -1 if there is none.
func (d *Document) VerbAt(t int) int {
	i := sort.Search(len(d.Verbs), func(i int) bool { return d.Verbs[i].Last > t })
	if i == len(d.Verbs) || d.Verbs[i].First > t {
		return -1
	}
	return i
}

// ClauseAt returns the index of the innermost clause around token t, of a verb group that of which
// it is the verb; -1 if there is none.
func (d *Document) ClauseAt(t int) int {
	if v := d.VerbAt(t); v >= 0 && d.Verbs[v].Own >= 0 {
		return d.Verbs[v].Own
	}
	c := sort.Search(len(d.Clauses), func(i int) bool { return d.Clauses[i].First > t }) - 1
	for c >= 0 && d.Clauses[c].Last <= t {
		c = d.Clauses[c].Parent
	}
	return c
}

// ClauseOf returns the index of the clause that the verb at token t stands in, of a finite one
// its own; -1 if token t is no verb.
func (d *Document) ClauseOf(t int) int {
	v := d.VerbAt(t)
	if v < 0 {
		return -1
	}
	return clauseOf(&d.Verbs[v])
}

// SubjectOf returns the index of the noun phrase that is the subject of verb group v: of an
// infinitive or a participle that of the clause it stands in; -1 if none was found.
func (d *Document) SubjectOf(v int) int {
	return d.Clauses[clauseOf(&d.Verbs[v])].Subject
}

// clauseOf is the clause of a verb group: that of which it is the verb, or else the one around it.
func clauseOf(v *VerbGroup) int {
	if v.Own >= 0 {
		return v.Own
	}
	return v.Clause
}

// checkPhrases reports the first phrase or clause that lies outside the tokens or points at nothing.
func (d *Document) checkPhrases() error {
	tokens, nouns, verbs, clauses := len(d.Tokens), len(d.Nouns), len(d.Verbs), len(d.Clauses)
	for i, n := range d.Nouns {
		if n.First < 0 || n.First > n.Head || n.Head >= n.Last || n.Last > n.Tail || n.Tail > n.Full || n.Full > tokens ||
			i > 0 && n.First < d.Nouns[i-1].Last || !index(n.Det, tokens) || !index(n.Prep, tokens) || !index(n.On, nouns) || !index(n.Clause, clauses) {
			return fmt.Errorf("noun phrase %d: %+v among %d tokens, %d noun phrases, %d clauses", i, n, tokens, nouns, clauses)
		}
	}
	for i, v := range d.Verbs {
		if v.First < 0 || v.First > v.Head || v.Last > tokens || i > 0 && v.First < d.Verbs[i-1].Last || !index(v.Own, clauses) || !index(v.Clause, clauses) {
			return fmt.Errorf("verb group %d: %+v among %d tokens, %d clauses", i, v, tokens, clauses)
		}
	}
	for i, c := range d.Clauses {
		if c.First < 0 || c.First > c.Last || c.Last > tokens || !index(c.Mark, tokens) || !index(c.Subject, nouns) || !index(c.Verb, verbs) ||
			!index(c.Parent, clauses) || !index(c.OfNoun, nouns) || !index(c.OfVerb, verbs) {
			return fmt.Errorf("clause %d: %+v among %d tokens, %d noun phrases, %d verb groups", i, c, tokens, nouns, verbs)
		}
	}
	return nil
}

// index reports whether i is -1 or counts one of n.
func index(i, n int) bool { return -1 <= i && i < n }
