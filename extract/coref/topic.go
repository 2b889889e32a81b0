package coref

import "strings"

// findTopic is the chain of the person whose name, with a colon, opens the headline, and whom the
// body names too: "Ann Pole: Judge says she will stop". -1 if none does.
func (r *resolver) findTopic() int {
	if len(r.mentions) == 0 || !r.isHeadlined() {
		return -1
	}
	m := &r.mentions[0]
	if first := r.d.Sentences[m.sentence].First; m.first > first && r.d.Entities[m.entity].Full.Start > r.d.Tokens[first].Start {
		return -1
	}
	for k := range r.mentions {
		if a := &r.mentions[k]; a.chain == m.chain && a.form == named && r.d.Sentences[a.sentence].Number > 0 {
			return m.chain
		}
	}
	return -1
}

// isHeadlined reports whether the first mention is a person's name before a colon in the headline.
func (r *resolver) isHeadlined() bool {
	m := &r.mentions[0]
	return r.d.Sentences[m.sentence].Number == 0 && m.form == named && m.what == person && !m.plural && m.chain >= 0 && r.norm(m.last) == ":"
}

// headlined is the chain of the headline's topic where mention k, right behind its colon, is a noun
// for a person that taggers take for a name: "Ann Pole: Judge says ..."; -1 otherwise.
func (r *resolver) headlined(k int) int {
	m, first := &r.mentions[k], &r.mentions[0]
	if k == 0 || m.sentence != first.sentence || m.first != first.last+1 || m.last != m.first+1 || !r.isHeadlined() {
		return -1
	}
	if s, ok := r.v.nouns.Find(strings.ToLower(r.text(m.first, m.last))); !ok || s.what != person || s.plural || !agrees(r.chains[first.chain].Gender, s.gender) {
		return -1
	}
	return first.chain
}
