package phrase

import "github.com/claimwire/claimwire/extract"

// An action is what a row of events may do.
type action struct {
	name string
	do   func(r *reader, m *moment)
}

// actions are those that rows of events name.
var actions = []action{
	{"nothing", func(r *reader, m *moment) {}},

	// of a noun phrase
	{"subject", func(r *reader, m *moment) { r.top().Subject = m.noun }},
	{"object", func(r *reader, m *moment) {}},
	{"prep", (*reader).hangByPrep},
	{"apposed", func(r *reader, m *moment) { r.hang(m.noun, max(m.near, -1), r.top().Subject, "apposed") }},
	{"subject-apposed", func(r *reader, m *moment) {
		r.hang(r.top().Subject, m.noun, -1, "apposed")
		r.top().Subject = m.noun
	}},
	{"list", func(r *reader, m *moment) { r.hang(m.noun, m.near, -1, "list") }},

	// of a verb group
	{"verb", (*reader).takeVerb},
	{"finite", (*reader).makeFinite}, // and is read as such
	{"head", func(r *reader, m *moment) {
		r.verbs[m.verb].Own = r.innermost()
		r.verbs[r.top().Verb].Head = r.verbs[m.verb].Head
	}},
	{"invert", func(r *reader, m *moment) { r.top().Inverted = true }},
	{"subject-again", func(r *reader, m *moment) { r.top().Subject = m.from.Subject }},
	{"pronoun", (*reader).takePronoun},

	// A clause opens at the chunk or mark.
	{"open-main", func(r *reader, m *moment) { r.open(m, m.i, extract.MainClause) }},
	{"open-main-behind", func(r *reader, m *moment) { r.open(m, m.i+1, extract.MainClause) }},
	{"open-bracket", func(r *reader, m *moment) { r.open(m, m.i, extract.MainClause).Rule = bracketed }},
	{"open-insertion", func(r *reader, m *moment) { r.open(m, m.i, extract.InsertedClause) }},
	{"open-adverbial", func(r *reader, m *moment) { r.open(m, m.i, extract.AdverbialClause).Mark = m.i }},
	{"open-relative", (*reader).openRelative},
	{"open-complement", (*reader).openComplement},
	{"join", (*reader).join},
	{"join-complement", (*reader).joinComplement},

	// Clauses end before it.
	{"close-all", func(r *reader, m *moment) { r.closeTo(m.i, 0) }},
	{"close-to-empty", func(r *reader, m *moment) { r.closeTo(m.i, r.outer(false)) }},
	{"close-to-waiting", func(r *reader, m *moment) { r.closeTo(m.i, r.outer(true)) }},
	{"close-to-tense", (*reader).closeToTense},
	{"close-to-complement", (*reader).closeToComplement},
	{"close-relative", func(r *reader, m *moment) {
		r.closeWhile(m.i, func(c *clause) bool { return c.Kind == extract.RelativeClause })
	}},
	{"close-adverbial", func(r *reader, m *moment) {
		r.closeWhile(m.i, func(c *clause) bool { return c.Kind == extract.AdverbialClause && c.quotes == r.quotes })
	}},
	{"close-dependent", func(r *reader, m *moment) {
		r.closeWhile(m.i, func(c *clause) bool {
			return c.Kind != extract.MainClause && c.quotes == r.quotes && c.Verb >= 0
		})
	}},
	{"close-asides", func(r *reader, m *moment) {
		r.closeWhile(m.i, func(c *clause) bool {
			return c.Kind == extract.InsertedClause || c.Kind == extract.RelativeClause && c.comma && c.Verb >= 0 && c.quotes == r.quotes
		})
	}},
	{"close-insertion", func(r *reader, m *moment) {
		r.closeWhile(m.i, func(c *clause) bool { return c.Kind == extract.InsertedClause })
	}},
	{"close-relative-aside", func(r *reader, m *moment) {
		if c := r.top(); len(r.stack) > 1 && c.comma && c.Verb >= 0 && c.Kind != extract.ComplementClause {
			r.close(m.i)
		}
	}},
	{"close-set-off", func(r *reader, m *moment) {
		r.closeWhile(m.i, func(c *clause) bool { return c.comma && c.Verb >= 0 })
	}},
	{"close-brackets", func(r *reader, m *moment) {
		r.closeWhile(m.i, func(c *clause) bool { return c.Rule == bracketed || c.comma && r.at(c.First-1) == '(' })
	}},
	{"close-quoted", func(r *reader, m *moment) {
		r.closeWhile(m.i+1, func(c *clause) bool { return r.quotes > 0 && c.quotes >= r.quotes })
	}},

	// Quotation marks are counted.
	{"count-mark", func(r *reader, m *moment) {
		r.quotes++
		if c := r.top(); c.Kind == extract.MainClause && c.Verb < 0 && c.Subject < 0 {
			c.quotes = r.quotes
		}
	}},
	{"leave-quotes", func(r *reader, m *moment) { r.top().quotes = min(r.top().quotes, r.quotes) }},
	{"count-back", func(r *reader, m *moment) { r.quotes = max(0, r.quotes-1) }},
}

// bracketed is the row whose clauses a closing bracket ends.
const bracketed = "noun.bracket/1"

// hang notes that noun phrase n hangs on another, or where that is none on a second one.
func (r *reader) hang(n, on, or int, link string) {
	if on < 0 {
		on = or
	}
	if on >= 0 && on != n {
		r.nouns[n].On, r.nouns[n].Link = on, link
	}
}

func (r *reader) hangByPrep(m *moment) {
	r.nouns[m.noun].Prep = m.prev
	r.hang(m.noun, r.nounOf(m.prev-1), -1, "prep")
}

func (r *reader) takeVerb(m *moment) {
	r.top().Verb = m.verb
	r.verbs[m.verb].Own = r.innermost()
}

// takePronoun makes the pronoun that is read the subject of its clause if a verb comes
// right behind it: who | left, but who | Lee met.
func (r *reader) takePronoun(m *moment) {
	k := m.i + 1
	for k < len(r.class) && (r.class[k] == 'R' || r.class[k] == ',') && r.nounAt[k] < 0 {
		k++
	}
	v := r.verbOf(k)
	if v < 0 || !r.verbs[v].Finite {
		return
	}
	w := &r.verbs[v]
	if r.top().Kind != extract.RelativeClause && w.Last-w.First == 1 && r.is(k, auxiliaryOrModal) && r.nounOf(w.Last) >= 0 {
		return // what do you think
	}
	n := extract.NounPhrase{
		First: m.i, Last: m.i + 1, Head: m.i, Det: -1, Prep: -1, On: -1, Tail: m.i + 1, Full: m.i + 1,
		Clause: r.innermost(), Rule: relativePronoun,
	}
	r.nounAt[m.i] = int32(len(r.nouns))
	r.top().Subject = len(r.nouns)
	r.nouns = append(r.nouns, n)
}

// relativePronoun is the rule of noun phrases that are a pronoun like who or that.
const relativePronoun = "np.relative/1"

var auxiliaryOrModal = maskOf("vM")

// openRelative opens the clause that describes the noun phrase before it, with the
// preposition before the pronoun: in which.
func (r *reader) openRelative(m *moment) {
	start, of := m.i, m.near
	if r.at(m.prev) == 'I' {
		start = m.prev
		if of = r.nounOf(m.prev - 1); of < 0 {
			of = r.nounOf(m.prev - 2)
		}
	}
	c := r.open(m, start, extract.RelativeClause)
	c.OfNoun = of
	if m.noun < 0 || r.tokens[m.i].XPOS == "WP$" {
		c.Mark = m.i
	}
}

// openComplement opens a clause that completes the verb right before it, or else the last
// one, or that of the clause it stands in.
func (r *reader) openComplement(m *moment) {
	of := r.verbOf(m.prev)
	if of < 0 && m.noun < 0 && r.at(m.i) != '"' {
		of = r.lastVerb(m.i)
	}
	if of < 0 {
		of = r.top().Verb
	}
	c := r.open(m, m.i, extract.ComplementClause)
	c.OfVerb = of
	if m.noun < 0 && r.at(m.i) != '"' {
		c.Mark = m.i
	}
}

// join closes the innermost clause and opens another of its kind in its place.
func (r *reader) join(m *moment) {
	m.from = *r.top()
	r.close(m.i)
	c := r.open(m, m.i, m.from.Kind)
	c.Parent, c.OfNoun, c.OfVerb, c.Joined = m.from.Parent, m.from.OfNoun, m.from.OfVerb, true
}

func (r *reader) joinComplement(m *moment) {
	if r.top().Kind == extract.ComplementClause {
		r.join(m)
	} else {
		r.open(m, m.i, extract.ComplementClause).Joined = true
	}
	r.top().Mark = m.i
}

// closeToTense closes clauses up to the innermost whose verb has the tense of the one read.
func (r *reader) closeToTense(m *moment) {
	tense := r.tokens[r.verbs[m.verb].First].XPOS
	for n := len(r.stack); n > 0 && len(r.stack)-n < deep; n-- {
		c := &r.clauses[r.stack[n-1]]
		if c.Verb < 0 || c.quotes != r.quotes {
			return
		}
		if r.tokens[r.verbs[c.Verb].First].XPOS == tense {
			r.closeTo(m.i, n)
			return
		}
	}
}

// closeToComplement closes clauses up to the innermost complement; none without one.
func (r *reader) closeToComplement(m *moment) {
	for n := len(r.stack); n > 0 && len(r.stack)-n < deep; n-- {
		if r.clauses[r.stack[n-1]].Kind == extract.ComplementClause {
			r.closeTo(m.i, n)
			return
		}
	}
}
