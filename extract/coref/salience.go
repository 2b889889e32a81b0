package coref

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// reach is how many sentences back a pronoun may look.
const reach = 5

// resolve finds what a pronoun stands for.
func (r *resolver) resolve(k int) {
	m := &r.mentions[k]
	p := pronouns[r.norm(m.head)]
	m.gender, m.plural = p.gender, p.plural
	if p.person == 1 {
		return // its speaker may come later
	}
	if p.animate {
		m.what = person
	}
	best, bestScore := -1, 0
	for j := k - 1; j >= 0; j-- {
		a := &r.mentions[j]
		if m.sentence-a.sentence > reach {
			break
		}
		if score := r.salience(k, j, &p); score > bestScore {
			best, bestScore = j, score
		}
	}
	if best < 0 {
		return
	}
	r.follow(k, best)
}

// follow puts pronoun k into the chain of mention j, which it opens where j is a
// person or a body so far in none.
func (r *resolver) follow(k, j int) {
	a := &r.mentions[j]
	if a.chain < 0 {
		if a.what == thing {
			return
		}
		r.open(j, r.text(a.first, a.last))
	}
	r.mentions[k].what = a.what
	r.join(k, a.chain)
}

// salience scores mention j as what pronoun k stands for; 0 rules it out.
func (r *resolver) salience(k, j int, p *pronounSense) int {
	m, a := &r.mentions[k], &r.mentions[j]
	if a.form == pronoun && a.chain < 0 || !r.agree(m, a, p) {
		return 0
	}
	if a.quote >= 0 && a.quote != m.quote {
		return 0 // from inside a quotation to outside, or into another
	}
	score := 100 - distance(m.sentence-a.sentence)
	if a.subject {
		score += 14
	}
	if a.governed {
		score -= 8
	}
	if a.owner {
		score -= 4
	}
	score += r.number(a, p)
	score += r.familiarity(m, a)
	if m.sentence == a.sentence && r.barred(m, a, p) {
		return 0
	}
	score += r.clause(m, a, p)
	if a.speaks && m.sentence-a.sentence == 1 && m.subject {
		score += 4
	}
	score -= min((m.first-a.last)/4, 10)
	return max(score, 0)
}

// distance is what each sentence between costs.
func distance(sentences int) int {
	switch sentences {
	case 0:
		return 0
	case 1:
		return 6
	case 2:
		return 20
	case 3:
		return 32
	}
	return 30 + 8*(sentences-2)
}

// agree reports whether gender, number and kind allow the pair.
func (r *resolver) agree(m, a *mention, p *pronounSense) bool {
	gender := a.gender
	if a.chain >= 0 && gender == "" {
		gender = r.chains[a.chain].Gender
	}
	switch {
	case p.animate:
		return a.what == person && !a.plural && agrees(gender, p.gender)
	case p.neuter:
		return a.what != person && !a.plural
	}
	return a.plural || a.what == organisation || a.what == person && a.form == pronoun && a.plural
}

// number prefers plurals for they, and what is no place for it.
func (r *resolver) number(a *mention, p *pronounSense) int {
	switch {
	case p.plural && a.plural && a.what == person:
		return 12
	case p.plural && a.plural:
		return 0
	case p.plural && a.form == pronoun:
		return 2
	case p.plural:
		return -10
	case p.neuter && a.what == place:
		return -8
	case p.neuter && a.what == thing:
		return -4
	}
	return 0
}

// familiarity prefers names, what is spoken of often, the same paragraph, and what
// the same pronoun meant before.
func (r *resolver) familiarity(m, a *mention) int {
	score := 0
	if a.form == named {
		score += 4
	}
	if a.form == pronoun && r.d.Tokens[a.head].Norm == r.d.Tokens[m.head].Norm {
		score += 6
	}
	if a.chain >= 0 {
		score += min(r.chains[a.chain].count, 12)
	}
	if r.d.Sentences[m.sentence].Paragraph == r.d.Sentences[a.sentence].Paragraph {
		score += 4
	}
	return score
}

// clause scores what the place in the sentence says: a reflexive and a possessive go
// back to the subject, an object never does.
func (r *resolver) clause(m, a *mention, p *pronounSense) int {
	if m.sentence != a.sentence {
		if m.subject && a.subject {
			return 4
		}
		return 0
	}
	switch {
	case p.reflexive && a.subject:
		return 20
	case (p.possessive || m.owner) && a.subject:
		return 8
	}
	return 0
}

// barred reports what grammar rules out within a sentence: an object that is its own
// subject, an owner that owns itself.
func (r *resolver) barred(m, a *mention, p *pronounSense) bool {
	if !m.subject && !m.owner && !p.reflexive && a.subject && (r.oneClause(a, m) || r.sameVerb(a, m)) {
		return true
	}
	if r.norm(a.last) == "who" && !m.owner && !p.reflexive && r.whoClause(a, m) {
		return true
	}
	return a.owner && m.last-1 <= a.last
}

// whoClause reports whether the pronoun stands in the relative clause that follows
// the mention, before its second verb: "the man who rode beside him".
func (r *resolver) whoClause(a, m *mention) bool {
	verbs := 0
	for i := a.last + 1; i < m.first; i++ {
		switch t := &r.d.Tokens[i]; {
		case t.UPOS == "VERB":
			verbs++
		case t.UPOS == "PUNCT":
			return false
		}
	}
	return verbs <= 1
}

// oneClause reports whether a single verb stands between subject and pronoun and no
// word that starts a clause.
func (r *resolver) oneClause(a, m *mention) bool {
	verbs := 0
	for i := a.last; i < m.first; i++ {
		switch t := &r.d.Tokens[i]; t.UPOS {
		case "VERB":
			verbs++
		case "SCONJ", "CCONJ", "PUNCT":
			return false
		case "PRON":
			if t.XPOS == "WP" || t.XPOS == "WDT" {
				return false
			}
		}
	}
	return verbs <= 1
}

// lookAhead gives a pronoun at the start of a sentence that found nothing the
// subject that the main clause names: "When he came, Smith spoke."
func (r *resolver) lookAhead() {
	for k := r.from; k < len(r.mentions); k++ {
		m := &r.mentions[k]
		p := pronouns[r.norm(m.head)]
		if m.form != pronoun || m.chain >= 0 || p.person != 3 || !p.animate {
			continue
		}
		for j := k + 1; j < len(r.mentions); j++ {
			if a := &r.mentions[j]; a.form == named && a.subject && a.what == person && a.chain >= 0 && agrees(r.chains[a.chain].Gender, p.gender) {
				m.what, m.chain = person, a.chain
				r.chains[a.chain].count++
				break
			}
		}
	}
}

// speakers gives I and we inside quotations to the sources of their attributions.
func (r *resolver) speakers() {
	for k := range r.mentions {
		m := &r.mentions[k]
		if m.form != pronoun || m.quote < 0 || pronouns[r.norm(m.head)].person != 1 {
			continue
		}
		if s := r.speaker(m.quote); s >= 0 && (r.mentions[s].what == person || m.plural) {
			m.what = r.mentions[s].what
			r.join(k, r.mentions[s].chain)
		}
	}
}

// speaker is the mention that heads the source of a quotation; -1 if none in a chain
// does.
func (r *resolver) speaker(quote int) int {
	q := &r.d.Quotes[quote]
	if q.Attributed < 0 || q.Attributed >= len(r.d.Attributions) {
		return -1
	}
	head := r.d.Attributions[q.Attributed].Head
	j := sort.Search(len(r.mentions), func(j int) bool { return r.mentions[j].last > head })
	for ; j < len(r.mentions) && r.mentions[j].first <= head; j++ {
		if r.mentions[j].chain >= 0 {
			return j
		}
	}
	return -1
}

// sameVerb reports whether the parse hangs both on one verb.
func (r *resolver) sameVerb(a, m *mention) bool {
	if r.d.Has&extract.Heads == 0 {
		return false
	}
	h := r.d.Tokens[r.root(a)].Head
	return h >= 0 && h == r.d.Tokens[r.root(m)].Head
}
