package coref

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// collect gathers the mentions of the article.
func (r *resolver) collect() {
	for i := range r.d.Sentences {
		if r.d.Stopped() != nil {
			return
		}
		r.from = len(r.mentions)
		r.sentence(i)
	}
}

// sentence adds the mentions of a sentence, in text order: the names the entity stage
// found, common nouns that are no part of one, and pronouns.
func (r *resolver) sentence(at int) {
	s := &r.d.Sentences[at]
	seenSubject := false
	for i := s.First; i < s.Last; i++ {
		for r.entity < len(r.d.Entities) && r.d.Entities[r.entity].First < i {
			r.entity++
		}
		if r.entity < len(r.d.Entities) && r.d.Entities[r.entity].First == i {
			e := &r.d.Entities[r.entity]
			r.addName(at, r.entity)
			i = max(i, e.Last-1)
			continue
		}
		t := &r.d.Tokens[i]
		if extract.OneOf(t.UPOS, "PRON", "DET") {
			if _, ok := pronouns[t.Norm]; ok {
				if !r.isExpletive(i, s.Last) { // it is raining
					r.addMention(at, mention{first: i, last: i + 1, head: i, entity: -1, form: pronoun})
				}
				continue
			}
		}
		if plural, ok := quantifiers[t.Norm]; ok && r.stands(i) {
			r.addMention(at, mention{first: i, last: i + 1, head: i, entity: -1, form: noun, what: person, plural: plural, indefinite: true})
			continue
		}
		if (isNoun(t.XPOS) || isAged(t)) && (i+1 >= s.Last || !isNoun(r.d.Tokens[i+1].XPOS) && !(isAged(t) && r.d.Tokens[i+1].UPOS == "ADJ")) {
			r.addNoun(at, i, s.First)
		}
	}
	r.groups()
	for k := r.from; k < len(r.mentions); k++ {
		m := &r.mentions[k]
		r.settle(m, s, seenSubject)
		seenSubject = seenSubject || m.role == subject
	}
}

// isAged reports an age that stands for who has it: "the 29-year-old".
func isAged(t *extract.Token) bool { return strings.HasSuffix(t.Norm, "-year-old") }

func isNoun(xpos string) bool { return strings.HasPrefix(xpos, "NN") }

var whats = map[string]what{extract.PER: person, extract.ORG: organisation, extract.LOC: place}

func (r *resolver) addName(at, entity int) {
	e := &r.d.Entities[entity]
	w, ok := whats[e.Type]
	_, speaks := r.sources[e.Last-1]
	x, plural := r.d.Tokens[e.Last-1].XPOS, strings.HasSuffix(r.norm(e.Last-1), "s") && !strings.HasSuffix(r.norm(e.Last-1), "ss")
	if e.Type == extract.NORP && speaks && !plural && (x == "NNP" || x == "NN") {
		first := e.First
		for first > r.d.Sentences[at].First && r.inPhrase(first-1) {
			first--
		}
		r.addMention(at, mention{first: first, last: e.Last, head: e.Last - 1, entity: entity, what: person, form: noun}) // a senior Tory
	}
	if e.Type == extract.NORP && plural && isNoun(x) {
		r.addMention(at, mention{first: e.First, last: e.Last, head: e.Last - 1, entity: entity, what: person, plural: true, form: noun})
	}
	if !ok {
		return
	}
	m := mention{first: e.First, last: e.Last, head: e.Last - 1, entity: entity, what: w, gender: r.roleGender(e)}
	if w == person && r.isFamily(e) {
		m.plural, m.gender = true, ""
	}
	r.addMention(at, m)
}

// isFamily reports a family by its name: "the Brandts", but not "the Sanders campaign".
func (r *resolver) isFamily(e *extract.Entity) bool {
	if e.Last != e.First+1 || r.norm(e.First-1) != "the" || !strings.HasSuffix(r.norm(e.First), "s") {
		return false
	}
	return e.Last >= len(r.d.Tokens) || !isNoun(r.d.Tokens[e.Last].XPOS)
}

// roleGender is the gender that the role of a name tells, which is surer than a list of
// first names: "Robin Hale, a spokeswoman".
func (r *resolver) roleGender(e *extract.Entity) string {
	for word := range strings.FieldsSeq(e.Role) {
		if s, ok := r.v.nouns.Find(word); ok && s.what == person && s.gender != "" {
			return s.gender
		}
	}
	return e.Gender
}

// addNoun adds the noun phrase that the noun at i ends, unless a name follows at
// once whose title it is.
func (r *resolver) addNoun(at, i, start int) {
	if r.entity < len(r.d.Entities) && r.d.Entities[r.entity].Type == extract.PER {
		if f := r.d.Entities[r.entity].First; f == i+1 || f == i+2 && r.norm(i+1) == "," && r.v.nouns.Get(r.norm(i)).what == person {
			return // "the lawyer Ann Pole", "his lawyer, Ann Pole"
		}
	}
	first := i
	for first > start && r.inPhrase(first-1) && !r.opensPhrase(first) {
		first--
	}
	if k := len(r.mentions) - 1; k >= r.from && r.mentions[k].last > first && r.mentions[k].form == named {
		if m := &r.mentions[k]; m.what == person && (m.last != i || first >= m.first) {
			first = max(first, m.last)
		} else if m.first < first { // a Ministry of Health | spokeswoman
			for first = m.first; first > start && r.inPhrase(first-1); {
				first--
			}
		}
	}
	t := &r.d.Tokens[i]
	if r.inApposition(t.Span) || r.inRole(t.Span) {
		return // "Ann Pole, a lawyer": the lawyer is Ann Pole
	}
	m := mention{first: first, last: i + 1, head: i, entity: -1, form: noun, plural: extract.OneOf(t.XPOS, "NNS", "NNPS")}
	if s, ok := r.v.noun(t); ok {
		m.what, m.gender, m.plural = s.what, s.gender, s.plural || m.plural
	} else if !m.plural && r.announces(m.head) {
		if m.what = organisation; lexicon.Ending(t.Norm) == lexicon.Person { // the service said
			m.what = person
		}
	}
	if extract.OneOf(r.norm(first), "a", "an", "any", "each", "every", "another", "no", "one") {
		m.indefinite = true
	}
	r.addMention(at, m)
}

// announces reports whether a noun that no list has is the source of an act of saying, which
// makes it a body's.
func (r *resolver) announces(head int) bool {
	i, ok := r.sources[head]
	if !ok || r.v.documents[r.norm(head)] {
		return false
	}
	at := &r.d.Attributions[i]
	if at.CueHead < 0 || at.Type == extract.Direct && at.Cue.Empty() {
		return false
	}
	return slices.Contains([]string{"say", "tell", "add", "announce", "quote", "warn", "confirm", "deny"}, r.d.Tokens[at.CueHead].Lemma)
}

// inApposition reports whether s lies in what a name of the sentence is said to be.
func (r *resolver) inApposition(s extract.Span) bool {
	return extract.AnyToken(max(r.from, len(r.mentions)-30), len(r.mentions), func(k int) bool {
		m := &r.mentions[k]
		return m.entity >= 0 && m.what == person && r.d.Entities[m.entity].Full.Contains(s)
	})
}

// inRole reports whether s lies in what is said before a name that its bearer is: "the head of
// the water board, Ann Pole".
func (r *resolver) inRole(s extract.Span) bool {
	return extract.AnyToken(r.entity, min(r.entity+4, len(r.d.Entities)), func(k int) bool {
		e := &r.d.Entities[k]
		return e.Type == extract.PER && e.Full.Start <= s.Start && s.End <= e.Start
	})
}

// opensPhrase reports whether token i is a word before which no noun phrase goes on: "last
// year | the agency". All and both stand before such words.
func (r *resolver) opensPhrase(i int) bool {
	x := r.d.Tokens[i].XPOS
	return (x == "DT" || x == "PRP$") && isNoun(r.d.Tokens[i-1].XPOS)
}

// inPhrase reports whether token i can stand before the noun in its phrase.
func (r *resolver) inPhrase(i int) bool {
	t := &r.d.Tokens[i]
	switch t.UPOS {
	case "DET", "ADJ", "NUM", "NOUN", "PROPN":
		return true
	case "PRON":
		return t.XPOS == "PRP$"
	}
	return extract.OneOf(t.XPOS, "VBG", "VBN") && i > 0 && r.d.Tokens[i-1].XPOS == "DT" // the governing body
}

func (r *resolver) addMention(at int, m mention) {
	m.sentence, m.chain, m.quote, m.source = at, -1, -1, -1
	for i := m.first; i < m.last; i++ {
		if a, ok := r.sources[i]; ok {
			m.source = a
		}
	}
	if n := r.besides(&m); n >= 0 && m.source < 0 {
		if a, ok := r.sources[r.d.Nouns[n].Head]; ok {
			m.source = a // a spokesman for the port, Ann Pole, said
		}
	}
	if m.source < 0 && m.entity >= 0 && m.what == person {
		m.source = r.sourceBeside(&m)
	}
	m.content = int(r.contents[m.first]) - 1
	m.quote = r.quoteAround(r.d.Tokens[m.first].Start)
	if p := r.before(&m); p >= 0 {
		u := r.d.Tokens[p].UPOS
		m.governed = u == "ADP" || r.d.Tokens[p].XPOS == "TO"
	}
	next := r.norm(m.last)
	m.owner = next == "'s" || next == "'" || r.d.Tokens[m.head].XPOS == "PRP$"
	r.mentions = append(r.mentions, m)
}

// sourceBeside is the attribution whose source ends with a name after what its bearer is and a
// comma: "Another MP, Ann Pole, said"; -1 without one.
func (r *resolver) sourceBeside(m *mention) int {
	at := m.first
	for at > 0 && r.norm(at-1) != "," && isNoun(r.d.Tokens[at-1].XPOS) {
		at--
	}
	if r.norm(at-1) != "," {
		return -1
	}
	for i := at - 2; i >= 0 && i > at-nearTitle; i-- {
		a, ok := r.sources[i]
		if !ok {
			continue
		}
		if s, ok := r.v.noun(&r.d.Tokens[i]); !ok || s.what != person || s.plural || r.lastEntityBefore(at) > r.lastEntityBefore(i+1) {
			return -1
		}
		if _, end := r.d.TokensIn(r.d.Attributions[a].Source); end == m.last {
			return a
		}
		return -1
	}
	return -1
}

// nearTitle is how many tokens before a name what its bearer is may begin.
const nearTitle = 12

// before is the token before the mention's phrase, its title and article passed
// over; -1 at the start of the article.
func (r *resolver) before(m *mention) int {
	i := m.first - 1
	if m.entity >= 0 {
		i = r.d.TokenAt(r.d.Entities[m.entity].Full.Start) - 1
		if i >= 0 && extract.OneOf(r.d.Tokens[i].UPOS, "DET", "ADJ") {
			i--
		}
	}
	if i > 0 && m.entity >= 0 && r.d.Tokens[i].XPOS == "POS" { // by the board's | Ann Pole
		for i--; i > 0 && i > m.first-nearTitle && r.inPhrase(i); i-- {
		}
	}
	return i
}

// quoteAround is the index of the outermost quotation of speech around byte pos; -1
// outside all. Calls must be in text order.
func (r *resolver) quoteAround(pos int) int {
	for r.quote < len(r.d.Quotes) && (r.d.Quotes[r.quote].End <= pos || r.d.Quotes[r.quote].Depth > 0) {
		r.quote++
	}
	if r.quote < len(r.d.Quotes) {
		if q := &r.d.Quotes[r.quote]; q.Start <= pos && q.Use == "speech" {
			return r.quote
		}
	}
	return -1
}
