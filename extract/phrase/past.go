package phrase

// isPast reports whether the participle that is read is the past tense that the tagger
// missed: the clause has a subject right before it and no finite verb of its own.
func (r *reader) isPast(m *moment) bool {
	w, c := &r.verbs[m.verb], r.top()
	if w.Last-w.First > 2 || c.Verb >= 0 || c.Subject < 0 || m.prev < 0 || !r.isBesideSubject(m) {
		return false
	}
	switch r.class[m.i] {
	case 'B', 'b': // but: helped the girls | enter
		return r.verbOf(r.nouns[c.Subject].First-1) < 0
	case 'E', 'e':
		return !r.verbFollows(m)
	}
	return false
}

// isBesideSubject reports whether the subject, or the last of what hangs on it, stands right
// before the verb group, or before the comma that closes an apposition.
func (r *reader) isBesideSubject(m *moment) bool {
	c := r.top()
	n := r.nounOf(m.prev)
	if n < 0 {
		n = r.nounOf(m.prev - 1)
		if r.class[m.prev] != ',' || n < 0 {
			return false
		}
		last := &r.clauses[len(r.clauses)-1]
		return r.nouns[r.holder(n)].Link == "apposed" || last.Last < len(r.class) && last.Last <= m.prev
	}
	n = r.holder(n)
	return n == c.Subject || r.nouns[n].Link == "list"
}

// verbFollows reports whether the clause has its finite verb after the participle: the
// bridge closed in May | fell.
func (r *reader) verbFollows(m *moment) bool {
	w := &r.verbs[m.verb]
	for k := w.Last; k < len(r.class) && k < m.i+far; k++ {
		if r.isFinite(k) {
			return true
		}
		if r.nounAt[k] >= 0 && (r.is(k-1, afterThat) || k == w.Last && r.lemmaIn(m.verb, words().takesClause)) && r.startsClause(k) >= 0 {
			return false
		}
		switch r.class[k] {
		case 'H', 'W', 'Q', ';', ':', '-', '"':
			return false
		case 'S':
			if r.startsClause(k+1) >= 0 {
				return false
			}
		}
	}
	return false
}
