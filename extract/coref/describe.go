package coref

import (
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// describe resolves a noun phrase: a definite one goes back to a chain whose role,
// kind or earlier description it names, or to an earlier phrase with its noun; the
// government of a state or region is a chain of its own.
func (r *resolver) describe(k int) {
	m := &r.mentions[k]
	if j := r.both(k); j >= 0 {
		if r.mentions[j].chain < 0 {
			r.open(j, r.text(r.mentions[j].first, r.mentions[j].last))
		}
		r.choose(k, j, "coref.both/1")
		r.join(k, r.mentions[j].chain)
		return
	}
	s, ok := r.v.noun(&r.d.Tokens[m.head])
	if t := &r.d.Tokens[m.first]; !ok && m.last == m.first+1 && len(t.Norm) > t.Len() { // | witter, of Twitter
		if c := slices.IndexFunc(r.chains, func(ch chain) bool { return ch.names > 0 && hasWord(ch.Name, t.Norm) }); c >= 0 {
			m.what = r.chains[c].what
			r.join(k, c)
			return
		}
	}
	if !ok && m.what == organisation { // it speaks
		s, ok = nounSense{what: organisation, single: r.d.Tokens[m.head].Lemma, fits: []string{r.norm(m.head)}}, true
	}
	if !ok && m.what == person && !m.plural { // the Serb, the phlebologist
		s, ok = nounSense{what: person, single: r.norm(m.head)}, true
	}
	if !ok {
		return
	}
	if s.single == "government" && !m.plural {
		if name, key, iso := r.governmentName(k); name != "" {
			ch := &r.chains[r.government(k, name, key)]
			if !ch.state {
				ch.Name = name // London before the UK government
			}
			ch.call(name)
			ch.ISO, ch.state = iso, true
			return
		}
	}
	if c := r.apposedTo(m); c >= 0 && s.what == organisation {
		r.join(k, c)
		r.called(c, m.first, &s)
		return
	}
	p := r.pick(k, &s)
	if b, ok := r.v.bodies[s.single]; ok {
		if body := r.pick(k, &b); body.c >= 0 && body.score > p.score {
			p, m.what = body, organisation
		}
	}
	if j := r.earlier(k); j >= 0 && r.definite(m) && (p.c < 0 || r.chains[p.c].names == 0 && r.mentions[j].indefinite) { // nearer than the spokesman of another
		r.choose(k, j, "coref.same-noun/1")
		r.join(k, r.open(j, r.text(r.mentions[j].first, r.mentions[j].last)))
		return
	}
	if p.c >= 0 {
		r.settleOn(k, &p)
	}
}

// both is the last list of two that description k takes up, a few sentences on at most: Ann Pole and Ian Hale sang. | The
// couple | left; -1 if there is none.
func (r *resolver) both(k int) int {
	m := &r.mentions[k]
	switch r.norm(m.head) {
	case "couple", "pair", "duo", "two":
	default:
		return -1
	}
	if m.head != m.first+1 || r.norm(m.first) != "the" || r.restricted(m) {
		return -1
	}
	for j := k - 1; j >= max(0, k-memory) && m.sentence-r.mentions[j].sentence <= 8; j-- {
		if a := &r.mentions[j]; a.form == noun && a.entity < 0 && a.plural && a.what != thing && a.what != place && a.quote == m.quote && r.isTwo(a) {
			return j
		}
	}
	return -1
}

// isTwo reports a list of two names with nothing but and between them.
func (r *resolver) isTwo(a *mention) bool {
	e := r.lastEntityBefore(a.last)
	return e > 0 && r.d.Entities[e].Last == a.last && r.d.Entities[e-1].First >= a.first && r.d.Entities[e-1].Last <= r.d.Entities[e].First && r.norm(r.d.TokenAt(r.d.Entities[e].Full.Start)-1) == "and"
}

// apposedTo is the chain of the body whose name stands beside noun phrase m and a comma, or before
// its noun: "Harland, a charity"; "the golf body, Harland"; "the Harland charity"; -1 if none does.
func (r *resolver) apposedTo(m *mention) int {
	if last := m.head; r.v.office["called"][r.norm(last)] {
		for last > m.first && r.v.office["trade"][r.norm(last-1)] { // the Harland | rights group
			last--
		}
		for k := range r.mentions[r.from:] {
			if a := &r.mentions[r.from+k]; a.form == named && a.what == organisation && a.last == last && a.first >= m.first && a.chain >= 0 {
				return a.chain
			}
		}
	}
	n := r.phraseOf(m)
	if n < 0 {
		return -1
	}
	of := -1
	if a := &r.d.Nouns[n]; a.Link == "apposed" {
		of = a.On
	} else if n+1 < len(r.d.Nouns) && r.d.Nouns[n+1].Link == "apposed" && r.d.Nouns[n+1].On == n {
		of = n + 1
	}
	if of < 0 {
		return -1
	}
	for k := range r.mentions[r.from:] {
		a := &r.mentions[r.from+k]
		if a.sentence != m.sentence {
			break
		}
		if a.form == named && a.what == organisation && a.head == r.d.Nouns[of].Head && a.chain >= 0 {
			return a.chain
		}
	}
	return -1
}

// called notes that noun s, at token i, is said of the body with chain c.
func (r *resolver) called(c, i int, s *nounSense) {
	if ch := &r.chains[c]; len(ch.titles) < 6 {
		ch.titles = append(ch.titles, title{i, portrait{heads: " " + s.single + " ", words: " " + s.single + " "}, -1})
	}
}

// earlier is the last mention, in no chain, that phrase k takes up with the same noun, a few
// sentences on at most; -1 if there is none.
func (r *resolver) earlier(k int) int {
	m := &r.mentions[k]
	if m.what == place {
		return -1
	}
	for j := k - 1; j >= max(0, k-memory) && m.sentence-r.mentions[j].sentence <= 8; j-- {
		a := &r.mentions[j]
		if a.form != noun || a.what != m.what && !(m.what == organisation && r.holdsName(a)) || a.plural != m.plural || r.norm(a.head) != r.norm(m.head) {
			continue
		}
		if a.chain >= 0 {
			return -1
		}
		if a.quote == m.quote && r.sameNoun(m, a) {
			a.what = m.what // Velmo port, which speaks
			return j
		}
	}
	return -1
}

// governmentName is the name of the government that a phrase like "the U.S.
// government" means, the key of its chain, which is one for a state whatever the article calls it, and
// the code of its state or region; "" if it names none.
func (r *resolver) governmentName(k int) (name, key, iso string) {
	m := &r.mentions[k]
	for e := r.lastEntityBefore(m.last); e >= 0 && r.d.Entities[e].Last >= m.first-1; e-- {
		en := &r.d.Entities[e]
		owns := en.Last == m.first-1 && r.norm(en.Last) == "'s" // Norway's | government
		if en.ISO == "" || en.Last != m.head && !owns {
			continue
		}
		if name = r.text(en.First, en.Last); owns {
			name = r.text(en.First, m.first)
		} else if en.ISO == "US" && en.Name != "" {
			name = en.Name // U.S.
		}
		name += " government"
		if key = name; len(en.ISO) == 2 && (en.Name != "" || en.Type == extract.NORP) {
			key = "government of " + en.ISO
		}
		return name, key, en.ISO
	}
	return "", "", ""
}

// government is the chain of the government with this key.
func (r *resolver) government(k int, name, key string) int {
	if c, ok := r.byName[key]; ok {
		r.join(k, c)
		return c
	}
	c := r.byKey(k, name)
	r.byName[key] = c
	return c
}

// holdsName reports a phrase with a name in it, which says itself what it means.
func (r *resolver) holdsName(m *mention) bool {
	e := r.lastEntityBefore(m.last)
	return e >= 0 && r.d.Entities[e].First >= m.first && r.d.Entities[e].Type != extract.NORP
}

// lastEntityBefore is the last entity that starts before token i; -1 if none does.
func (r *resolver) lastEntityBefore(i int) int {
	return sort.Search(len(r.d.Entities), func(e int) bool { return r.d.Entities[e].First >= i }) - 1
}

// definite reports a phrase with the, this, that or these.
func (r *resolver) definite(m *mention) bool {
	if extract.OneOf(r.norm(m.first), "the", "this", "that", "these", "those") {
		return m.first < m.head
	}
	return r.owned(m) || r.bare(m)
}

// owned reports a singular noun for a person behind a name that owns him: Norway's | finance minister.
func (r *resolver) owned(m *mention) bool {
	if w := r.norm(m.first - 1); w != "'s" && w != "'" || m.plural || m.what != person {
		return false
	}
	e := r.lastEntityBefore(m.first - 1)
	return e >= 0 && r.d.Entities[e].Last == m.first-1 && r.d.Entities[e].Type != extract.PER
}

// bare reports a singular noun for a person or a body that opens a sentence of the body
// without an article and acts: telegrams, and scrapers, drop it. "Firm said it was late.", and,
// at the start of a paragraph, "Hull-born skipper said it was late."
func (r *resolver) bare(m *mention) bool {
	if m.plural || m.indefinite || r.d.Sentences[m.sentence].Number == 0 || r.d.Sentences[m.sentence].First != m.first || m.role != subject {
		return false
	}
	if isAged(&r.d.Tokens[m.first]) {
		return m.first == m.head
	}
	if m.source < 0 || r.d.Tokens[m.head].XPOS != "NN" && m.entity < 0 { // Serb
		return false
	}
	x := r.d.Tokens[m.first].XPOS
	return m.first == m.head || r.opensParagraph(m.sentence) && extract.OneOf(x, "JJ", "NN", "NNP") && m.what == person
}

// opensParagraph reports the first sentence of a paragraph.
func (r *resolver) opensParagraph(sentence int) bool {
	return sentence == 0 || r.d.Sentences[sentence-1].Paragraph != r.d.Sentences[sentence].Paragraph
}

// isKin reports a noun for a relative with a pronoun that says whose: her father.
func (r *resolver) isKin(first, head int) bool {
	return first >= 0 && first+1 == head && r.d.Tokens[first].XPOS == "PRP$" && r.v.noRoles[r.norm(head)]
}

// ownerAt is the chain of the pronoun at token i; -1 if it is in none, -2 without a pronoun.
func (r *resolver) ownerAt(i int) int {
	for j := sort.Search(len(r.mentions), func(j int) bool { return r.mentions[j].last > i }); j < len(r.mentions) && r.mentions[j].first <= i; j++ {
		if r.mentions[j].head == i {
			return r.mentions[j].chain
		}
	}
	return -2
}

// memory is how many mentions back a description may look: more is not alive in a
// reader's mind, and the work stays linear.
const memory = 600

// covered reports whether one of the nouns of a role is among those that a noun covers: "the
// player", of a striker.
func (r *resolver) covered(noun string, q *portrait) bool {
	covers := r.v.covers[noun]
	for w := range strings.FieldsSeq(q.heads) {
		if strings.Contains(covers, " "+w+" ") {
			return true
		}
	}
	return false
}

// sameField reports whether what stands after "of" in a phrase also stands in a role that has
// an "of": not "the head of the port" of who heads a hospital, nor of a health secretary.
func (r *resolver) sameField(p, q *portrait) bool {
	_, tail, ok := strings.Cut(p.words, " of ")
	words := strings.Fields(tail)
	if !ok || len(words) == 0 {
		return true
	}
	if !strings.Contains(q.words, " of ") {
		return r.office(q, "field") == ""
	}
	return strings.Contains(q.words, " "+words[len(words)-1]+" ")
}

// identified reports a phrase whose relative clause says which one it means: "the man who".
func (r *resolver) identified(m *mention) bool {
	return slices.Contains([]string{"who", "whose", "whom", "that", "which"}, r.norm(m.last))
}

// aged reports a phrase that tells an age, as news does of whom it has named: "the
// 29-year-old midfielder", "the 29-year-old".
func (r *resolver) aged(m *mention) bool {
	return m.first+1 < m.last && isAged(&r.d.Tokens[m.first+1]) || isAged(&r.d.Tokens[m.first])
}

// ageBeside is the age in years that stands beside the name of a person, as news tells it
// once: "Ann Pole, 42,", "Ann Pole (42)", "Ann Pole, aged 42,", "42-year-old driver Ann Pole";
// "" if none does.
func (r *resolver) ageBeside(m *mention) string {
	i := m.last
	if open := r.norm(i); open == "," || open == "(" {
		if i++; r.norm(i) == "aged" {
			i++
		}
		if years := r.norm(i); isYears(years) {
			if extract.OneOf(r.norm(i+1), ",", ")", ".", "from", "of", "and", ";") {
				return years
			}
		}
	} else if open == "aged" {
		return r.norm(i + 1)
	}
	for i := m.first - 1; i >= max(0, m.first-6) && r.inPhrase(i); i-- {
		if isAged(&r.d.Tokens[i]) {
			years, _, _ := strings.Cut(r.norm(i), "-")
			return years
		}
	}
	return ""
}

// isYears reports a number of one to three digits.
func isYears(norm string) bool {
	for i := range len(norm) {
		if norm[i] < '0' || norm[i] > '9' {
			return false
		}
	}
	return len(norm) > 0 && len(norm) < 4
}

// anyone holds the nouns that may stand for a person of whom nothing else is known.
var anyone = map[string]bool{
	"man": true, "woman": true, "boy": true, "girl": true, "child": true, "kid": true, "guy": true, "lady": true, "teenager": true, "teen": true, "baby": true, "youth": true,
}

// plain reports a noun with nothing but the before it, that the article has not used
// just before of somebody else.
func (r *resolver) plain(k int) bool {
	m := &r.mentions[k]
	if m.plural || m.head != m.first+1 || r.norm(m.first) != "the" || r.restricted(m) {
		return false
	}
	for j := k - 1; j >= max(0, k-60); j-- {
		if a := &r.mentions[j]; a.form == noun && r.norm(a.head) == r.norm(m.head) {
			return false
		}
	}
	return true
}

// restricted reports a phrase that goes on to say which one it means: "the man who".
func (r *resolver) restricted(m *mention) bool {
	return r.identified(m) || r.norm(m.last) == "of" && r.d.Tag(m.last+1) != "VBG" // but "accused the firm of lying"
}

// hasWord reports whether word stands in text, capitals aside.
func hasWord(text, word string) bool {
	for w := range strings.FieldsSeq(text) {
		if strings.EqualFold(strings.Trim(w, ",.()"), word) {
			return true
		}
	}
	return false
}
