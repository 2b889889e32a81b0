package coref

import (
	"slices"
	"strings"
)

// leadSentences is how many sentences at the start of the body tell who speaks before his name;
// nearLead is how many sentences later the name comes.
const (
	leadSentences = 2
	nearLead      = 2
)

// lead is the mention of the person whom a lead tells of before it names him: "A pub landlord has
// said beer costs too much. Ann Pole said ..." It is the first person that the next sentences
// name, anew, as one who speaks, or the only one in the article whose role that is; -1 if there is none.
func (r *resolver) lead(k int) int {
	if j := r.nextNamed(k); j >= 0 {
		return j
	}
	return r.bearer(k)
}

// nextNamed is the person whom the sentences after description k of a lead name first.
func (r *resolver) nextNamed(k int) int {
	m := &r.mentions[k]
	number := r.d.Sentences[m.sentence].Number
	if m.source < 0 || m.what != person || m.plural || number > leadSentences || m.quote >= 0 {
		return -1
	}
	for j := k + 1; j < len(r.mentions) && r.mentions[j].sentence <= m.sentence+nearLead; j++ {
		a := &r.mentions[j]
		if a.form != named || a.what != person || a.plural || a.chain < 0 || a.quote >= 0 {
			continue
		}
		if a.sentence == m.sentence {
			if a.role == subject && !r.hearers[a.head] || a.source >= 0 {
				return -1 // another speaks beside him
			}
			continue
		}
		if a.owner || a.governed || a.role != subject && a.source < 0 {
			continue
		}
		if r.isNew(j, m.sentence) && r.speaksSoon(j) && r.isLead(k, j) {
			return j
		}
		return -1
	}
	return -1
}

// bearer is the first mention by name of the only person in the article who bears the role by which
// a headline or lead calls who speaks, in description k; -1 if none or several do.
func (r *resolver) bearer(k int) int {
	m, found := &r.mentions[k], -1
	s, ok := r.v.noun(&r.d.Tokens[m.head])
	if number := r.d.Sentences[m.sentence].Number; number > leadSentences || m.source < 0 || m.plural || m.quote >= 0 || r.restricted(m) || r.d.Tokens[m.head].XPOS != "NN" {
		return -1
	}
	if !ok || s.what != person || anyone[s.single] || r.v.noRoles[s.single] {
		return -1
	}
	p := r.phrase(m)
	for c := range r.chains[:min(len(r.chains), 300)] {
		ch := &r.chains[c]
		if ch.what != person || ch.Plural || ch.names == 0 || !agrees(ch.Gender, s.gender) || !agrees(ch.Gender, r.genderIn(k)) {
			continue
		}
		for i := range ch.titles {
			q := &ch.titles[i].portrait
			if !strings.Contains(q.heads, " "+s.single+" ") && !r.covered(s.single, q) {
				continue
			}
			if found >= 0 && r.mentions[found].chain != c || !r.sameOffice(&p, q) || !r.modified(m, q, "NOUN", "PROPN", "ADJ") {
				return -1
			}
			found = ch.first
		}
	}
	return found
}

// modified reports whether a role has all words of these parts of speech that stand before the
// noun of description m.
func (r *resolver) modified(m *mention, q *portrait, parts ...string) bool {
	for i := m.first; i < m.head; i++ {
		if slices.Contains(parts, r.d.Tokens[i].UPOS) && !strings.Contains(q.words, " "+r.norm(i)+" ") {
			return false
		}
	}
	return true
}

// isNew reports whether the body has not named the bearer of mention j up to a sentence.
func (r *resolver) isNew(j, sentence int) bool {
	for i := 0; i < j && r.mentions[i].sentence <= sentence; i++ {
		a := &r.mentions[i]
		if a.form == named && a.chain == r.mentions[j].chain && r.d.Sentences[a.sentence].Number > 0 {
			return false
		}
	}
	return true
}

// speaksSoon reports whether the bearer of mention j is the source of something by name there or
// a few sentences on.
func (r *resolver) speaksSoon(j int) bool {
	c := r.mentions[j].chain
	for i := j; i < len(r.mentions) && r.mentions[i].sentence <= r.mentions[j].sentence+3; i++ {
		if a := &r.mentions[i]; a.chain == c && a.source >= 0 {
			return true
		}
	}
	return false
}

// isLead reports whether nothing speaks against description k of the person named at j. A noun
// for who judges or pleads, as courts have several, must be said of him too.
func (r *resolver) isLead(k, j int) bool {
	m, ch := &r.mentions[k], &r.chains[r.mentions[j].chain]
	s, ok := r.v.noun(&r.d.Tokens[m.head])
	if m.entity >= 0 { // a senior Tory
		s, ok = nounSense{what: person, single: r.norm(m.head)}, true
	}
	if !ok || s.what != person || !agrees(ch.Gender, s.gender) || !agrees(ch.Gender, r.genderIn(k)) {
		return false
	}
	p := r.phrase(m)
	for i := range ch.titles {
		q := &ch.titles[i].portrait
		if strings.Contains(q.heads, " "+s.single+" ") || r.covered(s.single, q) {
			return r.sameOffice(&p, q)
		}
		if r.holds(q) && r.office(&p, "past") != r.office(q, "past") {
			return false
		}
	}
	return !r.v.office["court"][s.single]
}

// genderIn is the gender of the first he or she that follows mention k in its sentence.
func (r *resolver) genderIn(k int) string {
	for j := k + 1; j < len(r.mentions) && r.mentions[j].sentence == r.mentions[k].sentence; j++ {
		if p := pronouns[r.norm(r.mentions[j].head)]; r.mentions[j].form == pronoun && p.animate {
			return p.gender
		}
	}
	return ""
}

// tell puts description k, which tells something new, into the chain of mention j.
func (r *resolver) tell(k, j int, rule string) {
	r.choose(k, j, rule)
	r.join(k, r.mentions[j].chain)
	m, ch := &r.mentions[k], &r.chains[r.mentions[j].chain]
	if anyone[r.norm(m.head)] || m.what != person {
		return
	}
	ch.titles = append(ch.titles, title{m.first, r.phrase(m), -1})
	if first := m.first; ch.Role == "" && !r.v.noRoles[r.norm(m.head)] {
		if x := r.d.Tokens[first].XPOS; x == "DT" || x == "PRP$" {
			first++
		}
		ch.Role = r.text(first, m.last)
	}
}

// goesOn is the chain of who has just spoken, whom phrase k calls by something new: "“It is
// late,” Ann Pole said. The founder of the choir said it was cold." -1 if others may be meant.
func (r *resolver) goesOn(k int, s *nounSense) int {
	m := &r.mentions[k]
	if m.source < 0 || s.what != person || m.plural || m.quote >= 0 || anyone[s.single] || r.v.office["court"][s.single] || r.earlier(k) >= 0 || r.identified(m) {
		return -1
	}
	if w := r.norm(r.d.Sentences[m.sentence].First); w == "however" || w == "meanwhile" {
		return -1
	}
	found := -1
	for j := k - 1; j >= 0 && m.sentence-r.mentions[j].sentence <= 2 && r.d.Sentences[r.mentions[j].sentence].Number > 0; j-- {
		a := &r.mentions[j]
		if a.what != person || a.plural || a.quote >= 0 || a.content >= 0 || a.source < 0 && a.role != subject || a.chain >= 0 && a.chain == found {
			continue
		}
		if found >= 0 && a.source < 0 && (a.chain < 0 || r.chains[a.chain].names == 0) {
			continue
		}
		if found >= 0 || a.source < 0 || a.sentence == m.sentence || a.chain < 0 || r.chains[a.chain].names == 0 {
			return -1
		}
		found = a.chain
	}
	if found < 0 || !agrees(r.chains[found].Gender, s.gender) {
		return -1
	}
	p := r.phrase(m)
	for j := k + 1; j < len(r.mentions) && r.mentions[j].sentence == m.sentence; j++ {
		if r.mentions[j].form == named && r.mentions[j].chain == found {
			return -1 // he does not name himself
		}
	}
	for i := range r.chains[found].titles {
		if q := &r.chains[found].titles[i].portrait; (r.holds(q) || r.office(&p, "head") != "") && r.v.offices[s.single] || r.differ(p.names, q.names) {
			return -1 // the chancellor, after a minister
		}
	}
	return found
}

// ownBody is the chain of the body that somebody speaks for and calls by a noun in what he says:
// "A spokesman for Harland said the company was sorry." -1 if there is none.
func (r *resolver) ownBody(k int, s *nounSense) int {
	m := &r.mentions[k]
	if s.what != organisation || m.plural || m.content < 0 || r.commonBody(s) {
		return -1
	}
	at := &r.d.Attributions[m.content]
	found := -1
	for j := k - 1; j >= 0 && r.mentions[j].sentence == m.sentence; j-- {
		a := &r.mentions[j]
		if t := r.d.TokenSpan(a.first, a.last); a.form != named || a.what != organisation || a.chain < 0 || !at.Source.Contains(t) || a.source >= 0 {
			continue
		}
		if found >= 0 && found != a.chain {
			return -1
		}
		found = a.chain
	}
	if found < 0 || r.fitBody(&r.chains[found], s, m.head > m.first+1) == 0 && r.chains[found].kind != "" {
		return -1
	}
	return found
}

// commonBody reports a noun for a body of which a place has one, named seldom: the court.
func (r *resolver) commonBody(s *nounSense) bool {
	if len(s.fits) == 0 {
		return true
	}
	switch s.fits[0] {
	case "court", "government", "police", "parliament", "council", "force", "committee":
		return true
	}
	return false
}
