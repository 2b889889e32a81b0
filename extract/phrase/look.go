package phrase

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// nounOf is the noun phrase that token i lies in; -1 if none.
func (r *reader) nounOf(i int) int {
	if i < 0 || i >= len(r.nounAt) {
		return -1
	}
	return int(r.nounAt[i])
}

// verbOf is the verb group that token i lies in; -1 if none.
func (r *reader) verbOf(i int) int {
	if i < 0 || i >= len(r.verbAt) {
		return -1
	}
	return int(r.verbAt[i])
}

// lemmaIn reports whether the lemma of a verb group is in the set; false for -1.
func (r *reader) lemmaIn(verb int, set map[string]bool) bool {
	return verb >= 0 && set[r.tokens[r.verbs[verb].Head].Lemma]
}

// before is the token before i, adverbs and quotation marks passed over; -1.
func (r *reader) before(i int) int {
	for i--; i >= 0 && (r.class[i] == 'R' && r.verbAt[i] < 0 || r.class[i] == '"' || r.class[i] == '\''); i-- {
	}
	return i
}

var between = maskOf(",K(-")

// nounNear is the noun phrase that ends at token p, or before the mark or conjunction at p.
func (r *reader) nounNear(p int) int {
	if n := r.nounOf(p); n >= 0 {
		return n
	}
	if !r.is(p, between) {
		return -1
	}
	if n := r.nounOf(p - 1); n >= 0 {
		return n
	}
	if r.at(p) == 'K' && r.at(p-1) == ',' {
		return r.nounOf(p - 2)
	}
	return -1
}

// holder is the noun phrase that n hangs in by prepositions.
func (r *reader) holder(n int) int {
	for k := 0; k < deep && r.nouns[n].Link == "prep"; k++ {
		n = r.nouns[n].On
	}
	return n
}

// lastVerb is the last verb group before token i; -1 if none is near.
func (r *reader) lastVerb(i int) int {
	for k := i - 1; k > i-14; k-- {
		if v := r.verbOf(k); v >= 0 {
			return v
		}
	}
	return -1
}

func (r *reader) isFinite(i int) bool {
	v := r.verbOf(i)
	return v >= 0 && r.verbs[v].Finite
}

// lookAhead is the finite verb of the clause that starts with the noun phrase read, or
// right behind the mark read; -1 if no clause does.
func (r *reader) lookAhead(m *moment) int {
	if !m.looked {
		m.looked = true
		i := m.i
		if m.noun < 0 {
			i++
		}
		m.ahead = r.startsClause(i)
	}
	return m.ahead
}

// A scout walks ahead from a noun phrase to the verb that it may be the subject of.
type scout struct {
	r     *reader
	start int
	seen  bool // a noun phrase has come
	aside bool // a comma is open
	depth int  // relative clauses entered
}

var (
	passed = maskOf("IRn\"A()hxTCr")
	linked = maskOf("IKTS(")
)

// startsClause is the finite verb whose subject begins at token i: a noun phrase with what
// hangs on it, asides and relative clauses, and then the verb; -1 if something else stands
// there.
func (r *reader) startsClause(i int) int {
	s := scout{r: r, start: i}
	for k := i; k < len(r.class) && k < i+far; {
		if n := r.nounAt[k]; n >= 0 {
			if !s.noun(k, int(n)) {
				return -1
			}
			k = r.nouns[n].Last
			continue
		}
		if v := r.verbAt[k]; v >= 0 {
			if found, done := s.verb(k, int(v)); done {
				return found
			}
			k = r.verbs[v].Last
			continue
		}
		if !s.mark(k) {
			return -1
		}
		k++
	}
	return -1
}

// noun reports whether the walk may go on past the noun phrase at token k: it must be
// linked to the one before.
func (s *scout) noun(k, n int) bool {
	r := s.r
	if s.seen && r.at(k-1) == 'K' && r.tokens[k].XPOS == "PRP" { // met Cole and | she left
		return false
	}
	if s.seen && s.depth == 0 && k > 0 && !r.is(k-1, linked) && r.verbAt[k-1] < 0 && r.class[k-1] != ',' {
		if before := r.nounOf(k - 1); !r.nouns[n].Time && (before < 0 || !r.nouns[before].Time) {
			return false
		}
	}
	s.seen = true
	return true
}

// verb reads the verb group at token k: done with the group if it is the one looked for.
func (s *scout) verb(k, v int) (found int, done bool) {
	switch r, w := s.r, &s.r.verbs[v]; {
	case w.Finite && r.at(r.before(k)) == 'K' && r.before(k) >= s.start:
		return -1, true
	case w.Finite && s.depth > 0:
		s.depth--
	case w.Finite && s.seen && !s.aside:
		return v, true
	case w.Finite, !s.seen:
		return -1, true
	case w.Rule == "vp.base/1":
		if r.nounOf(k-1) >= 0 && s.depth == 0 && r.verbOf(s.start-1) < 0 {
			return v, true
		}
		return -1, true
	}
	return -1, false
}

// mark reports whether the walk may go on past the word or mark at token k.
func (s *scout) mark(k int) bool {
	r := s.r
	switch c := r.class[k]; c {
	case 'W':
		s.depth++
		return s.seen
	case '\'':
		return r.at(k-1) != ',' && r.at(k-1) != '.'
	case 'K':
		if r.norm(k) != "or" {
			s.aside = false // a list
		}
		return s.seen
	case ',', '-':
		s.aside = !s.aside
		next := r.at(k + 1)
		return s.seen && k-s.start <= 25 && next != 'S' && (next != 'K' || r.norm(k+1) == "or")
	case 'S':
		if !lexicon.Subordinates(r.norm(k), "preposition") {
			return false
		}
		if r.nounOf(k+1) >= 0 && r.beforeVerb(k+1) { // before the police | came
			s.depth++
		}
		return true
	}
	return r.is(k, passed)
}

// isGoverned reports a noun phrase behind a preposition.
func (r *reader) isGoverned(m *moment) bool {
	switch r.at(m.prev) {
	case 'I':
		return r.nounOf(m.prev) < 0
	case 'T':
		return r.verbOf(m.prev) < 0
	case 'S':
		return r.top().Mark != m.prev
	}
	return false
}

func (r *reader) besideVerb(m *moment) bool { return r.verbOf(m.prev) >= 0 }

// auxiliaryOpens reports an auxiliary that opens its clause right before the noun phrase:
// did | Lee.
func (r *reader) auxiliaryOpens(m *moment) bool {
	c := r.top()
	v := &r.verbs[c.Verb]
	return c.Kind != extract.RelativeClause && v.Last == m.prev+1 && r.is(v.Last-1, auxiliaryOrModal) && c.First >= v.First-1
}

// isFirstComma reports whether the comma before the noun phrase is the only mark since the
// subject of the clause.
func (r *reader) isFirstComma(m *moment) bool {
	s := r.top().Subject
	return s >= 0 && m.prev-r.nouns[s].Last <= far && !r.holds(r.nouns[s].Last, m.prev, setOff)
}

// holds reports whether one of the tokens [first, end) outside noun phrases is of one of the classes.
func (r *reader) holds(first, end int, classes mask) bool {
	return extract.AnyToken(first, end, func(k int) bool { return r.nounAt[k] < 0 && r.is(k, classes) })
}

// isStraight reports whether no mark stands between the noun phrase and the verb ahead.
func (r *reader) isStraight(m *moment) bool {
	return !r.holds(r.nouns[m.noun].Last, r.verbs[r.lookAhead(m)].First, breaks)
}

var breaks = maskOf(",-WK")

// isDescribed reports whether a noun phrase stands before "who", maybe with a comma or a
// preposition between.
func (r *reader) isDescribed(m *moment) bool {
	switch {
	case m.prev < 0:
		return false
	case r.nounAt[m.prev] >= 0:
		return true
	case r.is(m.prev, setOff):
		return r.nounOf(m.prev-1) >= 0
	}
	return r.class[m.prev] == 'I' && (r.nounOf(m.prev-1) >= 0 || r.at(m.prev-1) == ',')
}

// aheadGoesOn reports whether the clause around goes on after the verb ahead: Lee said, | and hit.
func (r *reader) aheadGoesOn(m *moment) bool {
	k := r.verbs[r.lookAhead(m)].Last
	return r.at(k) == ',' && (r.verbOf(k+1) >= 0 || r.at(k+1) == 'K' && r.verbOf(k+2) >= 0)
}

// timeFollows reports whether a time stands right behind token k: since | Monday.
func (r *reader) timeFollows(k int) bool { n := r.nounOf(k + 1); return n >= 0 && r.nouns[n].Time }

// aheadOnly reports whether a finite verb comes ahead, and none behind it that could be that of a
// clause around: who runs the club | says it will close.
func (r *reader) aheadOnly(m *moment) bool {
	v := r.lookAhead(m)
	if v < 0 {
		return false
	}
	for k := r.verbs[v].Last; k < len(r.class) && k < m.i+far; k++ {
		switch {
		case r.isFinite(k):
			return false
		case r.class[k] == ';' || r.class[k] == '.':
			return true
		case r.is(k, opensOther):
			for k++; k < len(r.class)-1 && k < m.i+far && !r.isFinite(k); k++ {
			}
			fallthrough
		case r.nounAt[k] >= 0:
			if w := r.startsClause(k); w >= 0 {
				k = r.verbs[w].Last - 1
			}
		}
		if n := r.nounOf(k); n >= 0 {
			k = r.nouns[n].Last - 1
		} else if v := r.verbOf(k); v >= 0 {
			k = r.verbs[v].Last - 1
		}
	}
	return true
}

var opensOther = maskOf("HWSQK")

// nounThenComma reports whether a noun phrase, a comma and a verb follow the verb read:
// said | Lee, are.
func (r *reader) nounThenComma(m *moment) bool {
	n := r.nounOf(r.verbs[m.verb].Last)
	return n >= 0 && r.at(r.nouns[n].Last) == ',' && r.verbOf(r.nouns[n].Last+1) >= 0
}

// commaBeforeVerb reports whether a comma comes before the next finite verb: after the vote, | Lee left.
func (r *reader) commaBeforeVerb(m *moment) bool {
	for k := m.i + 1; k < len(r.class) && k < m.i+far && !r.isFinite(k); k++ {
		if r.class[k] == ',' && r.at(k+1) != 'W' {
			return true
		}
	}
	return false
}

// isHelped reports whether the verb group is the one that the auxiliary before the subject
// belongs to: did he | say.
func (r *reader) isHelped(m *moment) bool {
	c := r.top()
	if !c.Inverted || c.Verb < 0 || c.Subject < 0 {
		return false
	}
	w, aux := &r.verbs[m.verb], &r.verbs[c.Verb]
	return extract.OneOf(w.Rule, "vp.base/1", "vp.participle/1") && aux.Last-aux.First <= 2 && r.is(aux.Last-1, auxiliaryOrModal) && r.nouns[c.Subject].Last >= m.prev
}

// thatCompletes reports whether "that" behind a noun completes the verb before it and does
// not describe the noun: told reporters | that.
func (r *reader) thatCompletes(m *moment) bool {
	if k := m.i + 1; r.isFinite(k) || r.at(k) == 'R' && r.isFinite(k+1) {
		return false
	}
	v := r.lastVerb(m.i)
	if v < 0 {
		return false
	}
	n := r.holder(r.nounOf(m.prev))
	return r.lemmaIn(v, words().listens) || r.lemmaIn(v, words().takesClause) && (r.nouns[n].Prep >= 0 || r.nouns[n].Time)
}

// isInPlace reports whether the comma stands within the name of a place that another
// closes: Bonn, | Germany,
func (r *reader) isInPlace(m *moment) bool {
	n := r.nounOf(m.i + 1)
	if r.at(m.i-1) != 'P' || n < 0 || r.class[m.i+1] != 'P' {
		return false
	}
	a := &r.nouns[n]
	return a.Last-a.First <= 2 && r.at(a.Last) == ',' && r.at(m.i-2) != ','
}
