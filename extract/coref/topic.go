package coref

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
		if a := &r.mentions[k]; a.chain == m.chain && r.d.Sentences[a.sentence].Number > 0 {
			return m.chain
		}
	}
	return -1
}

// isHeadlined reports whether the first mention is a person's name before a colon in the headline.
func (r *resolver) isHeadlined() bool {
	m := &r.mentions[0]
	return r.d.Sentences[m.sentence].Number == 0 && m.form == named && m.what == person && m.chain >= 0 && r.norm(m.last) == ":"
}
