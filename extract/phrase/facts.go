package phrase

import (
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A moment is the chunk or mark that is being read, with what is known of it.
type moment struct {
	i      int // its first token
	noun   int // the phrase that is read; -1
	verb   int // the verb group that is read; -1
	prev   int // the token before it, adverbs and quotation marks passed over; -1
	near   int // the phrase before it, past a comma, a dash, a bracket or "and"; -1
	ahead  int // verb group that finiteAhead found; -1; unread until looked
	looked bool
	facts  [maxFacts]answer
	from   clause // what a joined clause goes on with
	row    string // the row that acts
}

// maxFacts bounds how many facts there are.
const maxFacts = 80

// An answer is whether a fact holds, once it was asked.
type answer int8

const (
	unasked answer = iota
	no
	yes
)

// A fact is what a row of events may ask.
type fact struct {
	name  string
	holds func(r *reader, m *moment) bool
}

// far bounds how many words a fact looks ahead, and deep how many clauses outwards, so that
// the time stays linear in the length of a sentence.
const (
	far  = 40
	deep = 12
)

// onlyClause are the verbs that take a clause and hardly ever a noun.
var onlyClause = map[string]bool{"say": true, "think": true}

// facts are those that events may ask for, by name.
var facts = []fact{
	// of the innermost open clause
	{"has-verb", func(r *reader, m *moment) bool { return r.top().Verb >= 0 }},
	{"has-subject", func(r *reader, m *moment) bool { return r.top().Subject >= 0 }},
	{"main", func(r *reader, m *moment) bool { return r.top().Kind == extract.MainClause }},
	{"adverbial", func(r *reader, m *moment) bool { return r.top().Kind == extract.AdverbialClause }},
	{"inverted", func(r *reader, m *moment) bool { return r.top().Inverted }},
	{"says", func(r *reader, m *moment) bool { return r.lemmaIn(r.top().Verb, words().takesClause) }},
	{"asks", func(r *reader, m *moment) bool {
		return r.norm(m.i) == "whether" || r.besideVerb(m) && r.lemmaIn(r.top().Verb, words().asks)
	}},
	{"listens", func(r *reader, m *moment) bool { return r.lemmaIn(r.top().Verb, words().listens) }},
	{"tells", func(r *reader, m *moment) bool {
		v := r.verbOf(m.prev)
		return r.lemmaIn(v, words().tells) && !r.verbs[v].Passive
	}},
	{"never-object", func(r *reader, m *moment) bool { // who said | they left, who think | the town left
		return extract.OneOf(r.norm(m.i), "he", "she", "they", "we", "i") || r.lemmaIn(r.top().Verb, onlyClause)
	}},
	{"subject-circumstance", func(r *reader, m *moment) bool {
		s := r.top().Subject
		return s >= 0 && r.nouns[s].Time
	}},
	{"auxiliary-opens", (*reader).auxiliaryOpens},
	{"quoted-main", func(r *reader, m *moment) bool {
		c := &r.clauses[r.stack[0]]
		return c.quotes >= r.quotes && c.Verb >= 0
	}},

	// of the clauses around it
	{"outer-waits", func(r *reader, m *moment) bool { return r.outer(true) > 0 }},
	{"outer-empty", func(r *reader, m *moment) bool { return r.outer(false) > 0 }},

	// of what stands before
	{"governed", (*reader).isGoverned},
	{"near-noun", func(r *reader, m *moment) bool { return m.near >= 0 }},
	{"near-governed", func(r *reader, m *moment) bool { return m.near >= 0 && r.nouns[m.near].Prep >= 0 }},
	{"near-circumstance", func(r *reader, m *moment) bool {
		return m.near >= 0 && (r.nouns[m.near].Time || r.nouns[m.near].Prep >= 0)
	}},
	{"beside-noun", func(r *reader, m *moment) bool { return r.nounOf(m.prev) >= 0 }},
	{"beside-time", func(r *reader, m *moment) bool { n := r.nounOf(m.prev); return n >= 0 && r.nouns[n].Time }},
	{"beside-verb", (*reader).besideVerb},
	{"beside-adjective", func(r *reader, m *moment) bool { return r.at(m.prev) == 'A' }},
	{"after-nonfinite", func(r *reader, m *moment) bool { v := r.verbOf(m.prev); return v >= 0 && !r.verbs[v].Finite }},
	{"and", func(r *reader, m *moment) bool { return r.at(m.prev) == 'K' }},
	{"comma-before-and", func(r *reader, m *moment) bool { return r.at(m.prev-1) == ',' }},
	{"after-comma", func(r *reader, m *moment) bool { return r.at(m.prev) == ',' }},
	{"after-mark", func(r *reader, m *moment) bool {
		return r.at(m.prev) == ',' || r.at(m.i-1) == '\'' || r.at(m.i-1) == '"'
	}},
	{"after-colon", func(r *reader, m *moment) bool { return r.at(m.prev) == ':' }},
	{"after-bracket", func(r *reader, m *moment) bool { return r.at(m.prev) == '(' }},
	{"set-off", func(r *reader, m *moment) bool {
		c := r.at(m.prev)
		return c == ',' || c == '-' || c == '(' || c == ';'
	}},
	{"comma-or-verb-before", func(r *reader, m *moment) bool { c := r.at(m.prev); return c == ',' || c == ':' || r.besideVerb(m) }},
	{"first-comma", (*reader).isFirstComma},
	{"leads", func(r *reader, m *moment) bool {
		c := r.at(m.i - 1)
		return m.prev < 0 || r.at(m.prev) == ',' || c == '\'' || c == '"'
	}},
	{"described", (*reader).isDescribed},
	{"within", func(r *reader, m *moment) bool { return m.i > 0 }},

	// of what follows
	{"ahead", func(r *reader, m *moment) bool { return r.lookAhead(m) >= 0 }},
	{"ahead-only", (*reader).aheadOnly},
	{"ahead-says", func(r *reader, m *moment) bool { return r.lemmaIn(r.lookAhead(m), words().takesClause) }},
	{"ahead-inserts", func(r *reader, m *moment) bool { return r.at(r.verbs[r.lookAhead(m)].Last) == ',' }},
	{"ahead-goes-on", (*reader).aheadGoesOn},
	{"straight", (*reader).isStraight},
	{"time-next", func(r *reader, m *moment) bool { return r.timeFollows(m.i) }},
	{"and-next", func(r *reader, m *moment) bool { return r.at(m.i+1) == 'K' }},
	{"noun-then-comma", (*reader).nounThenComma},
	{"comma-before-verb", (*reader).commaBeforeVerb},
	{"text-behind", func(r *reader, m *moment) bool { return m.i+2 < len(r.class) }},

	// of the chunk or mark itself
	{"whose", func(r *reader, m *moment) bool { return r.tokens[m.i].XPOS == "WP$" }},
	{"reflexive", func(r *reader, m *moment) bool {
		n := r.norm(m.i)
		return strings.HasSuffix(n, "self") || strings.HasSuffix(n, "selves")
	}},
	{"time", func(r *reader, m *moment) bool { return r.nouns[m.noun].Time }},
	{"verb-says", func(r *reader, m *moment) bool { return r.lemmaIn(m.verb, words().takesClause) }},
	{"gerund", func(r *reader, m *moment) bool { return r.at(m.i) == 'G' }},
	{"past", (*reader).isPast},
	{"helped", (*reader).isHelped},
	{"that-completes", (*reader).thatCompletes},
	{"when", func(r *reader, m *moment) bool {
		return r.norm(m.i) == "when" || r.norm(m.i) == "where" && r.at(m.prev) == ','
	}},
	{"where", func(r *reader, m *moment) bool { return r.norm(m.i) == "where" }},
	{"contrast", func(r *reader, m *moment) bool { return lexicon.Subordinates(r.norm(m.i), "contrast") }},
	{"may-govern", func(r *reader, m *moment) bool { return lexicon.Subordinates(r.norm(m.i), "preposition") }},
	{"reported", func(r *reader, m *moment) bool { return lexicon.Subordinates(r.norm(m.i), "reported") }},
	{"in-place", (*reader).isInPlace},
}

// ask reports whether fact k holds, which is found out once a moment.
func (r *reader) ask(m *moment, k int) bool {
	if m.facts[k] == unasked {
		m.facts[k] = no
		if facts[k].holds(r, m) {
			m.facts[k] = yes
		}
	}
	return m.facts[k] == yes
}

// A compiledEvent is a row with its names looked up.
type compiledEvent struct {
	id    string
	asked []asked
	do    []func(*reader, *moment)
}

type asked struct {
	fact int
	want bool
}

// compiledEvents are the rows by kind. A name that is not known is a fault of the table,
// which the test over it rules out.
var compiledEvents = sync.OnceValue(func() map[string][]compiledEvent {
	out := map[string][]compiledEvent{}
	for _, e := range events {
		c := compiledEvent{id: e.id}
		for _, name := range strings.Fields(e.when) {
			name, not := strings.CutPrefix(name, "!")
			c.asked = append(c.asked, asked{factNamed(name), !not})
		}
		for _, name := range strings.Fields(e.do) {
			c.do = append(c.do, actionNamed(name))
		}
		out[e.at] = append(out[e.at], c)
	}
	return out
})

func factNamed(name string) int {
	if i := slices.IndexFunc(facts, func(f fact) bool { return f.name == name }); i >= 0 {
		return i
	}
	panic("phrase: no fact " + name)
}

func actionNamed(name string) func(*reader, *moment) {
	if i := slices.IndexFunc(actions, func(a action) bool { return a.name == name }); i >= 0 {
		return actions[i].do
	}
	panic("phrase: no action " + name)
}
