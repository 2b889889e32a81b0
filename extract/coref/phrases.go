package coref

import "github.com/claimwire/claimwire/extract"

// phraseOf is the noun phrase that the mention heads; -1 if it heads none, as a name before
// the noun it describes.
func (r *resolver) phraseOf(m *mention) int {
	n := r.d.NounAt(m.head)
	if n < 0 || r.d.Nouns[n].Head < m.first || r.d.Nouns[n].Head >= m.last {
		return -1
	}
	return n
}

// besides is the phrase that the person of mention m stands beside by name, "a spokesman for the
// port, | Ann Pole,", and else the phrase that m heads; -1 if it heads none.
func (r *resolver) besides(m *mention) int {
	n := r.phraseOf(m)
	if n >= 0 && m.entity >= 0 && m.what == person && m.form == named && r.d.Nouns[n].Link == "apposed" && r.d.Nouns[n].On >= 0 && r.d.Nouns[n].On < n {
		for on, deep := r.d.Nouns[n].On, 0; on >= 0 && deep < 4; on, deep = r.d.Nouns[on].On, deep+1 {
			if s, ok := r.v.noun(&r.d.Tokens[r.d.Nouns[on].Head]); ok && s.what == person {
				return on
			}
			if r.d.Nouns[on].Link != "prep" {
				break
			}
		}
	}
	return n
}

// first is the first phrase of the list that n stands in; n itself outside of lists.
func (r *resolver) first(n int) int {
	for k := 0; k < 4 && n >= 0 && r.d.Nouns[n].Link == "list"; k++ {
		n = r.d.Nouns[n].On
	}
	return n
}

// clauseOfSubject is the clause that noun phrase n, or the list that it stands in, is the
// subject of; -1 if of none.
func (r *resolver) clauseOfSubject(n int) int {
	if n = r.first(n); n < 0 {
		return -1
	}
	if c := r.d.Nouns[n].Clause; r.d.Clauses[c].Subject == n && r.d.Clauses[c].Verb >= 0 {
		return c
	}
	return -1
}

// ownVerb is the verb of the clause that noun phrase n stands in; -1.
func (r *resolver) ownVerb(n int) int {
	if n < 0 {
		return -1
	}
	return r.verbOf(r.d.Nouns[n].Clause)
}

// verbOf is the token that carries the sense of the verb of clause c; -1.
func (r *resolver) verbOf(c int) int {
	if v := r.d.Clauses[c].Verb; v >= 0 {
		return r.d.Verbs[v].Head
	}
	return -1
}

// hangsOnNoun reports whether the phrase belongs to another: the mayor | of Bonn.
func (r *resolver) hangsOnNoun(n int) bool {
	a := &r.d.Nouns[n]
	return a.Link == "apposed" || a.Link == "prep" && r.d.Nouns[a.On].Tail >= a.Last
}

// nearVerb is how many tokens before a phrase its verb is looked for.
const nearVerb = 30

// verbBefore is the verb nearest before noun phrase n in its clause: finite, infinitive or
// participle; -1.
func (r *resolver) verbBefore(n int) int {
	a := &r.d.Nouns[n]
	for t := a.First - 1; t >= 0 && t > a.First-nearVerb; t-- {
		if v := r.d.VerbAt(t); v >= 0 {
			if r.d.Verbs[v].Clause == a.Clause {
				return r.d.Verbs[v].Head
			}
			return -1
		}
	}
	return -1
}

// under reports whether a mention stands in the clause of a verb or in one within it, not
// in one beside it.
func (r *resolver) under(m *mention, verb int) bool {
	around, n := r.d.ClauseOf(verb), r.d.NounAt(m.head)
	if around < 0 || n < 0 {
		return false
	}
	c := r.d.Nouns[n].Clause
	for k := 0; k < 8 && c >= 0; k++ {
		if c == around {
			return true
		}
		if kind := r.d.Clauses[c].Kind; kind == extract.MainClause || kind == extract.InsertedClause {
			return false
		}
		c = r.d.Clauses[c].Parent
	}
	return false
}

// sameVerb reports whether a is the subject of the verb that m is an argument of: of the
// verb itself, of an infinitive or a participle in its clause, or of one joined to it.
func (r *resolver) sameVerb(a, m *mention) bool {
	if a.verb < 0 || m.verb < 0 {
		return false
	}
	if a.verb == m.verb {
		return true
	}
	of, c := r.clauseOfSubject(r.phraseOf(a)), r.d.ClauseOf(m.verb)
	return of >= 0 && c >= 0 && (c == of || r.d.Clauses[c].Joined && r.d.Clauses[c].Subject == r.d.Clauses[of].Subject)
}

// nearComplement is how many tokens after the verb of "it" the clause may begin that "it"
// stands for.
const nearComplement = 7

// isExpletive reports whether "it" at token i, of the sentence that ends before token end,
// stands for nothing: it is raining; it is clear that she left.
func (r *resolver) isExpletive(i, end int) bool {
	if r.norm(i) != "it" {
		return false
	}
	n := r.d.NounAt(i)
	c := r.clauseOfSubject(n)
	if c < 0 {
		return false
	}
	v := &r.d.Verbs[r.d.Clauses[c].Verb]
	switch r.d.Tokens[v.Head].Lemma {
	case "rain", "snow":
		return true
	case "be", "seem", "appear", "take", "remain", "become":
	default:
		return false
	}
	for t := v.Last; t < end && t < v.Last+nearComplement; t++ {
		switch k := &r.d.Tokens[t]; {
		case extract.OneOf(k.UPOS, "PUNCT", "VERB"):
			return false
		case k.Norm == "that" || k.XPOS == "TO":
			return t > v.Last || k.Norm == "that"
		}
	}
	return false
}
