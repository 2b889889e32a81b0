package coref

import "github.com/claimwire/claimwire/extract"

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
	n := r.first(r.besides(m))
	m.verb = -1
	switch {
	case m.owner:
		m.role = other
	case r.isSubject(m, s, seenSubject):
		m.role, m.verb = subject, r.ownVerb(n)
	case n < 0 || r.hangsOnNoun(n):
	case r.d.Nouns[n].Prep >= 0:
		m.role, m.verb = oblique, r.verbBefore(n)
	case r.d.Nouns[n].Link == "":
		if m.verb = r.verbBefore(n); m.verb >= 0 {
			m.role = object
		}
	}
}

// isSubject judges whether a mention is the subject of a finite verb: by the phrases, and by
// what stands around it.
func (r *resolver) isSubject(m *mention, s *extract.Sentence, seen bool) bool {
	if m.governed {
		return false
	}
	return r.clauseOfSubject(r.besides(m)) >= 0 || r.verbAfter(m, s) || !seen && m.first-s.First < 3 && m.form != noun
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
		case extract.OneOf(t.XPOS, "VBD", "VBZ", "VBP", "MD"):
			return true
		default:
			return false
		}
	}
	return false
}
