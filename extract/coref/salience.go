package coref

import (
	"slices"
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// reach is how many sentences back a pronoun may look: he and she stand for less than
// they and it, and are looked for longer.
func (p *pronounSense) reach() int {
	if p.animate {
		return 8
	}
	return 5
}

// span is how many tokens back it may look: a sentence may have no end.
const span = 400

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
	c := &r.pair
	*c = pair{r: r, m: m, p: &p}
	c.ruleOut(k)
	c.opens = p.animate && !slices.ContainsFunc(r.mentions[r.from:k], func(a mention) bool {
		return a.quote < 0 && a.what == person && r.agree(&a, &p) && (a.form == pronoun || a.chain >= 0) && (a.owner || a.form != named || a.role != other || !isNoun(r.d.Tokens[a.last].XPOS))
	})
	best, bestScore, next, nextScore := -1, 0, -1, 0
	for j := k - 1; j >= 0; j-- {
		c.a = &r.mentions[j]
		if c.far = m.sentence - c.a.sentence; c.far > p.reach() || m.first-c.a.last > span {
			break
		}
		if !c.allowed() {
			continue
		}
		switch score := c.score(); {
		case score > bestScore:
			if !r.sameChain(best, j) {
				next, nextScore = best, bestScore
			}
			best, bestScore = j, score
		case score > nextScore && !r.sameChain(best, j):
			next, nextScore = j, score
		}
	}
	if best >= 0 {
		r.note(k, best, next, bestScore, nextScore)
		r.follow(k, best)
	}
}

// follow puts pronoun k into the chain of mention j, which it opens where j is a
// person or a body so far in none.
func (r *resolver) follow(k, j int) {
	a := &r.mentions[j]
	if a.chain < 0 {
		if a.what == thing && !(r.mentions[k].source >= 0 && r.v.documents[r.norm(a.head)]) {
			return // but "The report is out. It says ..."
		}
		r.open(j, r.text(a.first, a.last))
	}
	if ch := &r.chains[a.chain]; r.mentions[k].what == person && ch.what == organisation {
		ch.what = person
		a.what = person
	}
	r.mentions[k].what = r.chains[a.chain].what
	r.join(k, a.chain)
}

// doubtful reports a name that passes for an organisation's for want of evidence; he
// and she are evidence of a person.
func (r *resolver) doubtful(a *mention) bool {
	if a.form != named || a.what != organisation || a.chain < 0 || a.last-a.first > 2 || r.d.Entities[a.entity].Rule != "ent.unknown/1" {
		return false
	}
	return r.norm(a.first-1) != "the" && !isAcronym(r.text(a.first, a.last))
}

// score says how good an antecedent the mention is; 0 or less is none.
func (c *pair) score() int {
	score := 100 - distance(c.far) - min(c.m.first-c.a.last, 20)
	if c.a.chain >= 0 {
		score += min(c.r.chains[c.a.chain].seen, 12) // what is spoken of often
	}
	for i := range preferences {
		if preferences[i].holds(c) {
			score += preferences[i].weight
		}
	}
	return score
}

// ruleOut notes who the subject of a verb cannot be: whom its own clause, or one within
// it, goes on to name. "He said Ann Pole was late": he is not Ann Pole.
func (c *pair) ruleOut(k int) {
	r, m := c.r, c.m
	if m.source >= 0 {
		c.ruleOutSpoken(&r.d.Attributions[m.source])
	}
	if m.role != subject || m.verb < 0 {
		return
	}
	for j := k + 1; j < len(r.mentions) && j < k+20 && c.known < len(c.others); j++ {
		b := &r.mentions[j]
		if b.sentence != m.sentence {
			return
		}
		if b.form == named && r.under(b, m.verb) {
			c.others[c.known] = b.chain
			c.known++
		}
	}
}

// ruleOutSpoken notes whom a quotation names: who says it does not call himself by name. A body does.
func (c *pair) ruleOutSpoken(at *extract.Attribution) {
	if at.Type != extract.Direct {
		return
	}
	r := c.r
	for _, s := range at.Content {
		first, end := r.d.TokensIn(s)
		if end-first > longQuote || slices.ContainsFunc(r.d.Tokens[first:end], isQuoteMark) {
			continue // marks that do not pair may take in the reporter's own words
		}
		j := sort.Search(len(r.mentions), func(j int) bool { return r.mentions[j].last > first })
		for ; j < len(r.mentions) && r.mentions[j].last <= end && c.known < len(c.others); j++ {
			if b := &r.mentions[j]; b.form == named && b.what != organisation && b.chain >= 0 && !slices.Contains(c.others[:c.known], b.chain) {
				c.others[c.known] = b.chain
				c.known++
			}
		}
	}
}

// longQuote is how many tokens a quotation may have to tell who does not say it.
const longQuote = 80

func isQuoteMark(t extract.Token) bool { return extract.OneOf(t.XPOS, "``", "''") }

// allowed reports whether grammar lets the pronoun stand for the mention.
func (c *pair) allowed() bool {
	if c.a.chain >= 0 && slices.Contains(c.others[:c.known], c.a.chain) {
		return false
	}
	if c.a.form == pronoun && c.a.chain < 0 || !c.r.agree(c.a, c.p) {
		return false
	}
	if c.a.form == named && c.r.isCredit(c.a) {
		return false
	}
	if c.m.source >= 0 && c.a.content == c.m.source && (c.a.what == thing || c.a.what == place) && !c.r.v.documents[c.r.norm(c.a.head)] {
		return false // of what is reported
	}
	if c.a.quote >= 0 && c.a.quote != c.m.quote {
		return false // from inside a quotation to outside, or into another
	}
	if c.m.quote >= 0 && c.r.says(c.m.quote, c.a) {
		return false // who speaks says I
	}
	return c.far > 0 || !c.r.barred(c.m, c.a, c.p)
}

// longestCredit is how many tokens the credit of a picture may have.
const longestCredit = 16

// isCredit reports whether a mention stands in the credit of a picture: "(Ann Pole/Velmo Images)",
// "(Photo by Ann Pole via VFP)".
func (r *resolver) isCredit(a *mention) bool {
	open := -1
	for i := a.first; i >= 0 && i > a.first-longestCredit && open < 0; i-- {
		switch r.norm(i) {
		case ")":
			return false
		case "(":
			open = i
		}
	}
	for i := open; open >= 0 && i < open+longestCredit && r.norm(i) != ")"; i++ {
		switch r.norm(i) {
		case "/", "via", "images", "photo":
			return true
		}
	}
	return false
}

// says reports whether a mention is the source of a quotation, or in the chain of it.
func (r *resolver) says(quote int, a *mention) bool {
	if head := r.sourceOf(quote); a.first <= head && head < a.last {
		return true
	}
	s := r.speaker(quote)
	return s >= 0 && a.chain >= 0 && a.chain == r.mentions[s].chain
}

// distance is what each sentence between costs.
func distance(sentences int) int {
	near := [...]int{0, 6, 20, 32}
	if sentences >= 0 && sentences < len(near) {
		return near[sentences]
	}
	return 30 + 8*(sentences-2)
}

// agree reports whether gender, number and kind of a mention allow the pronoun.
func (r *resolver) agree(a *mention, p *pronounSense) bool {
	switch {
	case p.animate:
		return (a.what == person || r.doubtful(a)) && !a.plural && agrees(r.genderOf(a), p.gender)
	case p.neuter:
		return a.what != person && !a.plural
	}
	nameless := a.indefinite || a.form == noun && a.source >= 0 && (a.chain < 0 || r.chains[a.chain].names == 0) // the spokesperson
	return a.plural || a.what == organisation || a.what == person && nameless && a.gender == ""
}

// barred reports what grammar rules out within a sentence: an object that is its own
// subject, an owner that owns itself.
func (r *resolver) barred(m, a *mention, p *pronounSense) bool {
	if m.role != subject && !m.owner && !p.reflexive && a.role == subject && (r.oneClause(a, m) || r.sameVerb(a, m)) {
		return true
	}
	if (m.role == object || m.role == oblique) && !p.reflexive && (a.role == object || a.role == oblique) && a.verb >= 0 && a.verb == m.verb {
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
			if extract.OneOf(t.XPOS, "WP", "WDT") {
				return false
			}
		}
	}
	return verbs <= 1
}

// lookAhead gives a pronoun at the start of a sentence that found nothing the
// subject that the main clause names: "When he came, Smith spoke."
func (r *resolver) lookAhead(from, end int) {
	for k := from; k < end; k++ {
		m := &r.mentions[k]
		p := pronouns[r.norm(m.head)]
		if m.form != pronoun || m.chain >= 0 || p.person != 3 || !p.animate {
			continue
		}
		for j := k + 1; j < end && r.mentions[j].first-m.first < span; j++ {
			if a := &r.mentions[j]; a.form == named && a.quote == m.quote && a.role == subject && a.what == person && a.chain >= 0 && agrees(r.chains[a.chain].Gender, p.gender) {
				m.what, m.chain = person, a.chain
				r.chains[a.chain].count++
				r.choose(k, j, "coref.ahead/1")
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
			r.choose(k, s, "coref.own-speech/1")
			r.join(k, r.mentions[s].chain)
		}
	}
}

// speaker is the mention that heads the source of a quotation; -1 if none in a chain
// does.
func (r *resolver) speaker(quote int) int {
	head := r.sourceOf(quote)
	j := sort.Search(len(r.mentions), func(j int) bool { return r.mentions[j].last > head })
	for ; j < len(r.mentions) && r.mentions[j].first <= head; j++ {
		if r.mentions[j].chain >= 0 {
			return j
		}
	}
	return -1
}

// sourceOf is the token that heads the source of a quotation; -1 without one.
func (r *resolver) sourceOf(quote int) int {
	if at := r.d.Quotes[quote].Attributed; at >= 0 && at < len(r.d.Attributions) {
		return r.d.Attributions[at].Head
	}
	return -1
}
