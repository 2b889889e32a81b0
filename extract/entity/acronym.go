package entity

// acronyms joins each name to the acronym in brackets after it: both are the same
// organisation. "Zork Blorb Union (ZBU)".
func (r *reader) acronyms() {
	for k := 0; k+1 < len(r.names); k++ {
		n, s := &r.names[k], &r.names[k+1]
		if s.first != n.last+1 || s.last != s.first+1 || r.norm(n.last) != "(" || r.norm(s.last) != ")" || !r.spells(n, s) {
			continue
		}
		if !n.sure || n.kind == person {
			n.kind, n.sure, n.rule = organisation, true, "ent.acronym/1"
		}
		s.kind, s.sure, s.rule = n.kind, true, "ent.acronym/2"
		n.short, s.long = true, [2]int{n.first, n.last}
	}
}

// spells reports whether s is made of capitals that head words of n, in their order.
func (r *reader) spells(n, s *name) bool {
	if !r.words[s.first].caps() || n.last == n.first+1 {
		return false
	}
	short := r.text(s.first, s.last)
	at := 0
	for i := n.first; i < n.last && at < len(short); i++ {
		if lower(short[at]) == r.norm(i)[0] {
			at++
		}
	}
	return at*3 >= len(short)*2
}
