// Package entity finds the names of people, organisations, places, nationalities
// and other things, with their titles, roles and appositions.
//
// It reads every run of capitalised words once. Lists of names (extract/lexicon)
// settle what they know, words that head names ("Ministry", "Inc.", "River", "Cup")
// settle what they end, titles and given names find people; what is left is weighed
// by the words around it (evidence.go). A name that is plain in one place of the
// article decides its other mentions: a surname, the first word of a company, an
// acronym. Headlines, whose capitals say nothing, are read last, with the names of
// the body.
package entity

import (
	"sort"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Stage fills Document.Entities, in text order and without overlap. Chain is -1
// in all of them.
var Stage = With(nil)

// With is Stage with a caller's words: organisations and titles of persons.
func With(l *lexicon.Lists) extract.Stage {
	g := sync.OnceValue(func() *gazetteer { return lists(l) })
	return extract.Stage{
		Name:  "entity",
		Needs: extract.Tokens | extract.Sentences | extract.Tags,
		Uses:  extract.Phrases,
		Gives: extract.Entities,
		Run:   func(d *extract.Document) error { return run(d, g()) },
	}
}

var readers = sync.Pool{New: func() any { return new(reader) }}

func run(d *extract.Document, g *gazetteer) error {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.start(d, g)
	defer r.end()
	for i := range d.Sentences {
		if err := d.Stopped(); err != nil {
			return err
		}
		if r.styles[i] == plain {
			r.sentence(&d.Sentences[i])
		}
	}
	for _, step := range []func(){r.acronyms, r.weigh, r.companions, r.learn, r.shorten, r.lengthen, r.settle, r.namesakes, r.wholeBodies, r.index} {
		if err := d.Stopped(); err != nil {
			return err
		}
		step()
	}
	for i := range d.Sentences {
		if r.styles[i] == plain {
			continue
		}
		if err := d.Stopped(); err != nil {
			return err
		}
		r.headline(i)
	}
	sort.SliceStable(r.names, func(a, b int) bool { return r.names[a].first < r.names[b].first })
	if r.sport {
		r.teams()
	}
	r.locate()
	d.Entities = r.entities()
	return nil
}

// A reader is the working memory of one article.
type reader struct {
	d        *extract.Document
	g        *gazetteer
	words    []word  // of each token
	styles   []style // of each sentence
	names    []name  // in text order once settled
	known    map[string]knowledge
	families map[string]int   // first token that is a person's family name, by the name
	common   map[string]bool  // words that the article also writes small
	speakers map[string]bool  // words in lower case that speak alone somewhere in the article: "Forest said"
	parted   map[string]bool  // words of names of several words
	byWord   map[string][]int // names of the body by a word they may be known by, in lower case
	sport    bool             // the article is about sport: towns play
}

// A name is a stretch of tokens under decision.
type name struct {
	first, last int // tokens [first, last)
	sentence    int
	kind        kind
	sure        bool // the kind is beyond doubt
	entry       *entry
	iso         string // of a place, where the text says which it is
	astray      bool   // a small town of another country than the article's
	rule        string
	scores      [kinds]int
	title       int    // first token of the title before the name; -1 without one
	long        [2]int // tokens of the name that this one is an acronym of, in brackets after it
	short       bool   // an acronym in brackets follows
}

// A kind is what a name is of.
type kind uint8

const (
	none kind = iota
	person
	organisation
	place
	group
	other
	kinds
)

var types = [kinds]string{"", extract.PER, extract.ORG, extract.LOC, extract.NORP, extract.MISC}

func (r *reader) start(d *extract.Document, g *gazetteer) {
	r.d, r.g = d, g
	r.names = r.names[:0]
	r.look()
	r.classify()
	r.lowercase()
	r.hearSpeakers()
}

// hearSpeakers notes the capitalised words that speak alone, which is evidence that a given name
// before them elsewhere makes a person's name.
func (r *reader) hearSpeakers() {
	if r.speakers == nil {
		r.speakers = map[string]bool{}
	}
	for i := range r.words {
		if w := &r.words[i]; w.is(placeHead|orgHead|eventHead) && w.capitalised() && speaks(r.norm(i+1)) && !r.at(i-1).capitalised() && !isArticle(r.norm(i-1)) {
			r.speakers[r.norm(i)] = true
		}
	}
}

func (r *reader) end() {
	r.d = nil
	clear(r.names[:cap(r.names)])
	clear(r.known)
	clear(r.families)
	clear(r.common)
	clear(r.speakers)
	clear(r.parted)
	clear(r.byWord)
}

// text is the text of tokens [first, last).
func (r *reader) text(first, last int) string { return r.d.In(r.d.TokenSpan(first, last)) }

// norm is the lower-case form of token i; "" outside the article.
func (r *reader) norm(i int) string { return r.d.Norm(i) }

// add records a name.
func (r *reader) add(n name) {
	n.title = -1
	r.names = append(r.names, n)
}
