package coref

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A role is a mention's place in its clause.
type role uint8

const (
	other role = iota
	subject
	object
	oblique // after a preposition, of a verb
)

// settle finds the place of a mention in its clause.
func (r *resolver) settle(m *mention, s *extract.Sentence, seenSubject bool) {
	root := r.root(m)
	for n := 0; n < 4 && r.d.Tokens[root].Deprel == "conj" && r.d.Tokens[root].Head >= 0; n++ {
		root = r.d.Tokens[root].Head
	}
	m.verb = -1
	t := &r.d.Tokens[root]
	if r.isSubject(m, s, seenSubject) {
		m.role = subject
		m.verb = t.Head
		return
	}
	switch t.Deprel {
	case "obj", "iobj":
		m.role, m.verb = object, t.Head
	case "obl":
		m.role, m.verb = oblique, t.Head
	}
	if m.owner {
		m.role, m.verb = other, -1
	}
}

// isSubject judges whether a mention is the subject of a finite verb: by the parse
// where there is one, and by what stands around it.
func (r *resolver) isSubject(m *mention, s *extract.Sentence, seen bool) bool {
	if m.governed || m.owner {
		return false
	}
	if r.d.Has&extract.Heads != 0 && strings.HasPrefix(r.d.Tokens[r.root(m)].Deprel, "nsubj") {
		return true
	}
	return r.verbAfter(m, s) || !seen && m.first-s.First < 3 && m.form != noun
}

// root is the token of a mention whose head lies outside it.
func (r *resolver) root(m *mention) int {
	for i := m.first; i < m.last; i++ {
		if h := r.d.Tokens[i].Head; h < m.first || h >= m.last {
			return i
		}
	}
	return m.head
}

// verbAfter reports whether a finite verb follows the mention, adverbs and an
// apposition passed over.
func (r *resolver) verbAfter(m *mention, s *extract.Sentence) bool {
	i := m.last
	if m.entity >= 0 {
		i = max(i, r.d.TokenAt(r.d.Entities[m.entity].Full.End-1)+1)
	}
	for steps := 0; i < s.Last && steps < 4; steps++ {
		switch t := &r.d.Tokens[i]; {
		case t.UPOS == "ADV" || t.Norm == "," && m.entity >= 0 && i > m.last:
			i++
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD":
			return true
		default:
			return false
		}
	}
	return false
}
