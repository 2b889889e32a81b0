// Package coref joins the mentions of one person, organisation or place into chains:
// full names, surnames, acronyms and other names of the same thing, descriptions
// ("the minister", "the company") and third-person pronouns; I and we inside a
// quotation belong to its speaker.
//
// One pass reads the sentences in order. A name joins the chain that its words fit.
// A description joins the last chain whose role or kind it names. A pronoun takes
// the most salient mention that agrees with it (salience.go): near, a subject, in
// the same paragraph, spoken of often. Common nouns compete for pronouns too, so
// that "it" is left alone where it means a thing. Gender and number come from the
// text and the lists only.
package coref

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Stage fills Document.Chains and the Chain of each entity, and adds to
// Document.Entities the pronouns (PRON) and descriptions (NOM) that are in a chain.
var Stage = With(nil)

// With is Stage with a caller's words: cues and organisations.
func With(l *lexicon.Lists) extract.Stage {
	v := sync.OnceValue(func() *vocabulary { return words(l) })
	return extract.Stage{
		Name:  "coref",
		Needs: extract.Entities | extract.Quotes | extract.Attributions,
		Uses:  extract.Phrases,
		Gives: extract.Chains,
		Edits: extract.Entities,
		Run:   func(d *extract.Document) error { return run(d, v()) },
	}
}

var resolvers = sync.Pool{New: func() any { return new(resolver) }}

func run(d *extract.Document, v *vocabulary) error {
	r := resolvers.Get().(*resolver)
	defer resolvers.Put(r)
	r.start(d, v)
	defer r.end()
	for _, step := range []func(){r.collect, r.names, r.read, r.speakers, r.writers, r.write} {
		step()
		if err := d.Stopped(); err != nil {
			return err
		}
	}
	return nil
}

// stopped is asked before mention k, of many.
func (r *resolver) stopped(k int) bool { return k%16 == 0 && r.d.Stopped() != nil }

// A resolver is the working memory of one article.
type resolver struct {
	d        *extract.Document
	v        *vocabulary
	mentions []mention
	chains   []chain
	byName   map[string]int // chain by the text of a name, or its last word
	entity   int            // next entity to read
	quote    int            // next quotation to read
	pair     pair           // under judgement
	from     int            // first mention of the sentence being read
	sources  map[int]int    // attribution by the token that heads its source
	hearers  map[int]bool   // last tokens of addressees
	asked    map[int]bool   // those of whom something is asked
	topic    int            // chain of the person whom the headline names before a colon; -1 without one
	teller   int            // chain of the person who speaks most by name; -1 if none does
	most     [4]int         // of each kind, the chain that the article names most; -1
	contents []int32        // of each token: 1 + the outermost attribution whose content holds it; 0 outside all
}

// A mention is anything that a pronoun or a later name may stand for.
type mention struct {
	first, last int // tokens [first, last)
	head        int // its noun
	sentence    int
	quote       int // index of the outermost quotation around it; -1 outside
	entity      int // index in Document.Entities; -1 for nouns and pronouns
	chain       int // index in chains; -1 without one
	what        what
	form        form
	gender      string
	plural      bool
	role        role
	verb        int  // token that an argument hangs on; -1 without one
	indefinite  bool // a, any, each, someone
	governed    bool // stands after a preposition
	owner       bool // a possessive
	source      int  // attribution whose source it heads; -1 if none
	content     int  // outermost attribution whose content holds it; -1 outside all
}

// What a mention is of.
type what uint8

const (
	thing what = iota
	person
	organisation
	place
)

// A form is how a mention mentions.
type form uint8

const (
	named form = iota
	noun
	pronoun
)

// A chain gathers mentions.
type chain struct {
	extract.Chain
	what  what
	first int    // index of its first mention
	body  int    // 1 + that of its first name in the body; 0 without one
	last  int    // index of the last mention read
	count int    // its mentions
	names int    // those that are names
	seen  int    // those read
	state bool   // the government of a state, as "the U.S. government"
	kind  string // of an organisation, where the lists know it: company, party

	roleStrength int // of the role, as in the entity that gave it

	age    string  // of a person, in years, where a name stands beside it
	spoke  bool    // it has been the source of something
	heard  bool    // it has been told something
	titles []title // what is said that it is, beside its name; a few
}

func (r *resolver) start(d *extract.Document, v *vocabulary) {
	r.d, r.v = d, v
	r.mentions, r.chains = r.mentions[:0], r.chains[:0]
	r.entity, r.quote = 0, 0
	r.hear()
	if r.byName == nil {
		r.byName = map[string]int{}
	}
}

func (r *resolver) end() {
	r.d = nil
	clear(r.chains)
	clear(r.byName)
	clear(r.sources)
	clear(r.hearers)
	clear(r.asked)
}

// hear notes who speaks and what is reported.
func (r *resolver) hear() {
	if r.sources == nil {
		r.sources, r.hearers, r.asked = map[int]int{}, map[int]bool{}, map[int]bool{}
	}
	if cap(r.contents) < len(r.d.Tokens) {
		r.contents = make([]int32, len(r.d.Tokens))
	}
	r.contents = r.contents[:len(r.d.Tokens)]
	clear(r.contents)
	for i := range r.d.Attributions {
		at := &r.d.Attributions[i]
		if _, ok := r.sources[at.Head]; !ok && !at.Source.Empty() {
			r.sources[at.Head] = i
		}
		if _, end := r.d.TokensIn(at.Addressee); !at.Addressee.Empty() {
			r.hearers[end-1] = true
			r.asked[end-1] = r.isQuestion(at)
		}
		for n := 0; at.Parent < 0 && n < len(at.Content); n++ {
			first, end := r.d.TokensIn(at.Content[n])
			for k := first; k < end && r.contents[k] == 0; k++ {
				r.contents[k] = int32(i) + 1
			}
		}
	}
}

// isQuestion reports whether an act asks something: “Is it late?”, asked whether it was, asked about it.
func (r *resolver) isQuestion(at *extract.Attribution) bool {
	if len(at.Content) == 0 {
		return false
	}
	text := r.d.In(at.Content[len(at.Content)-1])
	return at.Type == extract.Direct && strings.HasSuffix(strings.TrimSpace(text), "?") || at.Rule == "attr.svo-if/1" ||
		(at.Rule == "attr.svo-wh/1" || strings.HasPrefix(text, "about ")) && r.d.Tokens[at.CueHead].Lemma == "ask"
}

// names puts the names of the article into chains.
func (r *resolver) names() {
	for k := range r.mentions {
		if r.stopped(k) {
			return
		}
		if r.mentions[k].form == named {
			r.name(k)
		}
	}
	r.topic, r.teller = r.findTopic(), r.mainSpeaker()
	for kind := range r.most {
		r.most[kind] = r.mostNamed(what(kind))
	}
}

// read goes through the mentions in order and resolves those that are no names.
func (r *resolver) read() {
	r.from = 0
	for k := range r.mentions {
		if r.stopped(k) {
			return
		}
		m := &r.mentions[k]
		if m.sentence != r.mentions[r.from].sentence {
			r.lookAhead(r.from, k)
			r.from = k
		}
		switch m.form {
		case named:
			ch := &r.chains[m.chain]
			ch.last, ch.seen = k, ch.seen+1
			if m.what == person && ch.age == "" {
				ch.age = r.ageBeside(m)
			}
			ch.spoke = ch.spoke || m.source >= 0
			ch.heard = ch.heard || r.hearers[m.head]
		case noun:
			r.describe(k)
		case pronoun:
			r.resolve(k)
		}
	}
	r.lookAhead(r.from, len(r.mentions))
}

// join puts mention k into chain c.
func (r *resolver) join(k, c int) {
	m, ch := &r.mentions[k], &r.chains[c]
	m.chain = c
	ch.count++
	if m.form == named {
		if ch.names++; ch.body == 0 && r.d.Sentences[m.sentence].Number > 0 {
			ch.body = k + 1
		}
	} else {
		ch.last, ch.seen = k, ch.seen+1
		ch.spoke = ch.spoke || m.source >= 0
	}
	if ch.Gender == "" && !m.plural {
		ch.Gender = m.gender
	}
}

// open starts a chain with mention k.
func (r *resolver) open(k int, name string) int {
	m := &r.mentions[k]
	r.chains = append(r.chains, chain{Chain: extract.Chain{Name: name, Gender: m.gender, Plural: m.plural}, what: m.what, first: k, last: k})
	c := len(r.chains) - 1
	r.join(k, c)
	return c
}

// oldest is the first chain that a new mention is compared with: so many people and
// bodies are not alive in a reader's mind, and the work stays linear.
func (r *resolver) oldest() int { return max(0, len(r.chains)-300) }

// norm is the lower-case form of token i; "" outside the article.
func (r *resolver) norm(i int) string { return r.d.Norm(i) }

func (r *resolver) text(first, last int) string { return r.d.In(r.d.TokenSpan(first, last)) }

var chainTypes = [...]string{thing: "", person: extract.PER, organisation: extract.ORG, place: extract.LOC}

// write adds the chains that hold a name, or two mentions, and their mentions that
// are no entities yet, and keeps the entities in text order.
func (r *resolver) write() {
	number, order := make([]int, len(r.chains)), make([]int, len(r.chains))
	for c := range order {
		order[c] = c
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(r.chains[a].first, r.chains[b].first) })
	for _, c := range order {
		ch := &r.chains[c]
		number[c] = -1
		if ch.count > 1 || ch.names > 0 {
			number[c] = len(r.d.Chains)
			ch.Type = chainTypes[ch.what]
			r.d.Chains = append(r.d.Chains, ch.Chain)
		}
	}
	for k := range r.mentions {
		m := &r.mentions[k]
		if m.chain < 0 || number[m.chain] < 0 {
			continue
		}
		if m.entity >= 0 {
			e := &r.d.Entities[m.entity]
			e.Chain = number[m.chain]
			if r.chains[m.chain].what == person && e.Type == extract.ORG {
				e.Type = extract.PER // he or she took up a name in doubt
			}
			continue
		}
		r.d.Entities = append(r.d.Entities, r.newEntity(m, number[m.chain]))
	}
	sort.SliceStable(r.d.Entities, func(a, b int) bool {
		x, y := &r.d.Entities[a], &r.d.Entities[b]
		return x.First < y.First || x.First == y.First && x.Last > y.Last
	})
	for i := range r.d.Entities {
		e := &r.d.Entities[i]
		if e.Chain < 0 {
			continue
		}
		ch := &r.d.Chains[e.Chain]
		ch.Mentions = append(ch.Mentions, i)
		if e.Name == "" || ch.Type == extract.ORG {
			e.Name = ch.Name
		}
	}
}

func (r *resolver) newEntity(m *mention, c int) extract.Entity {
	s := r.d.TokenSpan(m.first, m.last)
	e := extract.Entity{Span: s, Full: s, First: m.first, Last: m.last, Type: extract.NOM, Gender: m.gender, Chain: c, Rule: "coref.description/1"}
	if m.form == pronoun {
		e.Type, e.Rule = extract.PRON, "coref.pronoun/1"
	} else if ch := &r.chains[m.chain]; ch.state {
		e.ISO, e.Metonym = ch.ISO, ch.Name
	}
	return e
}
