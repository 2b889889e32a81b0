package quantity

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// verbOver is the verb group that governs token t, which stands behind it in its clause; -1 if
// none does.
func (s *scan) verbOver(t int) int {
	d := s.Doc
	v := sort.Search(len(d.Verbs), func(i int) bool { return d.Verbs[i].Last > t }) - 1
	if v < 0 || d.Verbs[v].First < s.Sent.First {
		return -1
	}
	n := d.NounAt(t)
	if n < 0 {
		return v
	}
	c := d.Nouns[n].Clause
	for ; v >= 0 && c >= 0 && d.Verbs[v].First >= d.Clauses[c].First; v-- {
		if d.Verbs[v].Own == c || d.Verbs[v].Own < 0 && d.Verbs[v].Clause == c {
			return v
		}
	}
	return -1
}

// subjectOf is the noun phrase that does what verb group v says: the subject of its clause, the
// noun that its relative clause or participle describes. It is -1 for an infinitive behind an
// object, which may be the doer, and where no subject was found.
func (s *scan) subjectOf(v int) int {
	d := s.Doc
	g := &d.Verbs[v]
	if g.Own < 0 {
		switch before := d.NounAt(g.First - 1); {
		case g.Clause < 0:
			return -1
		case before >= 0 && g.To:
			if c := &d.Clauses[g.Clause]; c.Subject != before {
				return -1
			}
		case before >= 0:
			return before // "stocks listed in", "a revamp lasting"
		}
		c := &d.Clauses[g.Clause]
		if c.Subject < 0 {
			return c.OfNoun
		}
		return c.Subject
	}
	c := &d.Clauses[g.Own]
	if c.Subject < 0 && c.Kind == extract.RelativeClause {
		return c.OfNoun
	}
	return c.Subject
}

// doer is the subject of the verb over token t, an index in Document.Nouns; -1 if that has
// none, or a pronoun.
func (s *scan) doer(t int) (noun, verb int) {
	v := s.verbOver(t)
	if v < 0 {
		return -1, -1
	}
	n := s.subjectOf(v)
	if n < 0 || !strings.HasPrefix(s.Doc.Tokens[s.Doc.Nouns[n].Head].XPOS, "NN") || s.Doc.Nouns[n].First > t {
		return -1, -1
	}
	return n, v
}

// trails reports whether a participle at token t tells how the subject of its clause moves, behind a comma, "before" or
// "after": "It had its best day, soaring 6.7%".
func (s *scan) trails(t int) bool {
	if s.Doc.Tokens[t].XPOS != "VBG" || !s.has(s.atomAt(s.Doc.Tokens[t].Start), up|down|reach) {
		return false
	}
	return extract.OneOf(s.Doc.Tokens[t-1].Norm, ",", "before", "after")
}

// mended puts the subject of the clause for the noun that the walk to its verb stopped at, where
// that hangs on the subject or on a preposition: the prices of "prices of homes in those cities
// fell 7%", the index of "The index swung between gains and losses before ending down 1%".
func (s *scan) mended(r *reading) {
	if r.of.head.Empty() {
		return
	}
	n, v := s.doer(s.Atoms[r.first].Token)
	w := s.Doc.NounAt(s.Doc.TokenAt(r.of.head.Start))
	if n < 0 && w >= 0 && s.Doc.Nouns[w].Prep >= 0 && s.trails(r.verb) {
		r.of = thing{} // "It fell in most states, dropping 5%"
	}
	if n < 0 || w <= n || s.tells(s.Doc.Nouns[n].Last) || s.counting(s.Doc.Nouns[n].Head) || s.Doc.Tokens[s.Doc.Nouns[n].Last].XPOS == "POS" {
		return
	}
	for s.Doc.Nouns[w].Link == "list" && s.Doc.Nouns[w].On > n && !s.Doc.Verbs[v].To {
		w = s.Doc.Nouns[w].On // "sales of duvets and blankets"
	}
	subject, found := &s.Doc.Nouns[n], &s.Doc.Nouns[w]
	if k := s.atomAt(s.Doc.Tokens[subject.Head].Start); s.has(k, numbernoun) && !s.has(k, counting) {
		if t, ok := s.phraseAt(k + 2); ok && s.IsWord(k+1, "of") && found.First < subject.Full {
			r.of = t // "the share of women who read rose to 36%"
		}
		return
	}
	inside := found.First < subject.Full && (found.Prep >= 0 || found.Clause == subject.Clause || found.Clause >= 0 && s.Doc.Tokens[s.Doc.Clauses[found.Clause].First].Norm == "who")
	for k := subject.Last; k < found.First; k++ {
		if u := s.Doc.VerbAt(k); u >= 0 && s.Doc.Verbs[u].Own == subject.Clause || s.Doc.In(s.Doc.Tokens[k].Span) == "(" {
			inside = false // it stands behind the verb, or in brackets
		}
	}
	trails := s.Doc.VerbAt(r.verb) == v && s.Doc.Verbs[v].First > subject.Full && s.trails(s.Doc.Verbs[v].First)
	if found.Link == "list" || !inside && !trails && (found.Prep < 0 || !s.Doc.Verbs[v].Finite) {
		return
	}
	if t, ok := s.tokensEnding(subject.Head); ok {
		r.of = t
	}
}
