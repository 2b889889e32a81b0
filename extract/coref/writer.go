package coref

// nearEnd is how many paragraphs at the end of an article may say who wrote it.
const nearEnd = 3

// writers gives I outside quotations to whoever signs the text below it: a letter by his name alone, a
// piece of opinion by a line that says what he is, "Ann Pole is a teacher in Hull." Nobody signs who was
// named before.
func (r *resolver) writers() {
	next := -1 // mention of the next name that signs
	for k := len(r.mentions) - 1; k >= 0; k-- {
		switch m := &r.mentions[k]; {
		case r.signs(k):
			next = k
		case next >= 0 && m.form == pronoun && m.chain < 0 && m.quote < 0 && r.d.Sentences[m.sentence].Number > 0 && pronouns[r.norm(m.head)].person == 1 && !m.plural:
			m.what = person
			r.choose(k, next, "coref.writer/1")
			r.join(k, r.mentions[next].chain)
		}
	}
}

// signs reports whether mention k is a name that signs the text before it.
func (r *resolver) signs(k int) bool {
	m := &r.mentions[k]
	if m.form != named || m.what != person || m.plural || m.chain < 0 || m.source >= 0 || m.last-m.first < 2 || !r.opensParagraph(m.sentence) {
		return false
	}
	s := &r.d.Sentences[m.sentence]
	full, _ := r.d.TokensIn(r.d.Entities[m.entity].Full)
	if full > s.First && !(full == s.First+1 && r.norm(s.First) == "follow") || r.chains[m.chain].first != k {
		return false
	}
	if m.last == s.Last || m.last == s.Last-1 && r.norm(m.last) == "." {
		return m.sentence > 0 && r.d.Sentences[m.sentence-1].Number > 0 && (m.sentence+1 == len(r.d.Sentences) || r.opensParagraph(m.sentence+1))
	}
	if s.Paragraph < len(r.d.Paragraphs)-nearEnd {
		return false
	}
	return full > s.First || r.norm(m.last) == "is" || r.norm(m.last) == "was" || r.norm(m.last) == ","
}
