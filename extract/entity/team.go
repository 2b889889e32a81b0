package entity

// teams turns towns and counties into the sides that bear their names, in articles
// about sport: "Leicestershire beat Somerset", "Leeds 3 Hull 0", but "at Leeds".
// States stay places, and so do the nations of the kingdom.
func (r *reader) teams() {
	for k := range r.names {
		n := &r.names[k]
		if n.kind == place && n.title < 0 && (n.entry == nil || n.entry.what == "city" || n.entry.what == "region" && !homeNations[n.entry.iso] || n.entry.what == "capital") && r.plays(n, 1) {
			n.kind, n.entry, n.rule = organisation, nil, "ent.team/1"
		}
	}
}

// plays judges by the words around a town's name whether it is a side; depth bounds
// how far it looks along "X and Y".
func (r *reader) plays(n *name, depth int) bool {
	before, after := r.norm(n.first-1), r.norm(n.last)
	if r.located(n, before, after) {
		return false
	}
	if n.last >= len(r.words) {
		return plays(before)
	}
	switch next := &r.d.Tokens[n.last]; {
	case r.words[n.last].shape == digits:
		return !isDate(after)
	case plays(before), plays(after), companyNouns[after], r.words[n.last].is(role|sport) && !r.words[n.last].capitalised():
		return true
	case before == "against" || before == "over" || before == "for" || before == "with", next.UPOS == "VERB" || next.UPOS == "AUX":
		return true
	case n.first > 0 && r.d.Tokens[n.first-1].UPOS == "VERB":
		return true
	case (after == "and" || after == "," || after == "or") && depth > 0:
		if m := r.nameFrom(n.last + 1); m != nil && (m.kind == place || m.kind == organisation) {
			return m.kind == organisation || r.plays(m, depth-1)
		}
	}
	return r.row(n)
}

// located reports signs of a place: a preposition of place before it, a colon after
// it, brackets, a wider place beside it.
func (r *reader) located(n *name, before, after string) bool {
	switch before {
	case "in", "at", "near", "from", "outside", "of", "the", "(", "around", "@":
		return true
	case "to":
		p := r.norm(n.first - 2)
		return p != "lost" && p != "loss" && p != "defeat" && p != "losing" && p != "lose"
	case ",":
		if m := r.nameEnding(n.first-1, 0); m != nil && m.kind == place {
			return true
		}
	}
	if after == ":" || after == ")" {
		return true
	}
	if after == "," {
		m := r.nameFrom(n.last + 1)
		return m != nil && m.kind == place && m.entry != nil && (m.entry.what == "state" || m.entry.what == "region" && n.entry != nil && n.entry.what == "city")
	}
	return false
}

// row reports a line of a table: most of what stands in it are numbers.
func (r *reader) row(n *name) bool {
	s := &r.d.Sentences[n.sentence]
	numbers := 0
	for i := s.First; i < s.Last; i++ {
		if sh := r.words[i].shape; sh&digits != 0 && sh&letters == 0 {
			numbers++
		}
	}
	return numbers >= 2 && numbers*2 >= s.Last-s.First
}

// isDate reports a date in digits: 1996-08-30.
func isDate(norm string) bool {
	marks := 0
	for i := range len(norm) {
		if norm[i] == '-' || norm[i] == '/' {
			marks++
		}
	}
	return marks == 2
}
