package entity

// personStart reports whether a person's name may begin at i, after a title.
func (r *reader) personStart(i, end int) bool {
	w := &r.words[i]
	if !w.capitalised() && !w.is(particle) && !r.smallStart(i, end) || w.is(orgHead|orgOf|suffix) && !w.is(given|family) || r.d.Tokens[i].XPOS == "WP" {
		return false // Doctor | Who
	}
	if w.is(title) && !w.is(given|family) && !w.is(honorific) && !r.words[i-1].is(honorific) {
		return false // but "Mr. King"
	}
	if r.partyMember(i + 1) {
		return false // Senior | Republican Ann Pole
	}
	if e, last := r.match(i, end, false); e != nil && (last > i+1 || !w.is(given|family)) && !r.goesOn(last, end) {
		if e.kind == group && last == end && !r.words[i-1].is(honorific) {
			return false // Senior | Tory
		}
		called := r.words[i-1].is(honorific) && r.norm(i-1) != "miss"                                        // Mr Berlin, Ms English, not Miss England
		return (called && e.kind == group || e.kind == place && (e.what == "city" || called)) && last == i+1 // "Gov. Sydney"
	}
	if r.words[end-1].is(orgHead|suffix|eventHead) && !r.words[end-1].is(family) {
		return r.words[i-1].is(role) && (!r.words[i-1].is(title) || r.speakers[r.norm(i+1)]) && w.is(given) && end == i+2 // Curator | Alan Day
	}
	return true
}

// goesOn reports whether a further name word follows directly.
func (r *reader) goesOn(i, end int) bool {
	return i < end && !r.words[i].is(orgHead|suffix|placeHead|title)
}

// personEnd returns the end of the person's name that starts at i: up to five
// words, with particles, initials and "Jr.".
func (r *reader) personEnd(i, end int) int {
	j := i
	for j < end && j < i+6 {
		w := &r.words[j]
		if !w.capitalised() && !w.is(particle) && w.shape&inner == 0 {
			break
		}
		if e := r.first(j); j > i && (r.seat(j) || w.caps() && e != nil && e.kind == organisation && r.d.Tokens[j].Len() > 2) {
			break // Hale | KC, Hale | DUP
		}
		if j > i+1 && w.is(usual) && !w.is(given|family|particle) && r.words[j-1].capitalised() && !r.initial(j-1) && !(j == end-1 && r.words[i].is(given) && r.words[j-1].is(given|family) && r.d.Tokens[j].XPOS == "NNP") ||
			j > i+1 && r.norm(j) != "jr." && w.is(title|calendar) && !w.is(given|family|particle) && !r.initial(j-1) {
			break
		}
		j++
	}
	for j > i+1 && !r.words[j-1].capitalised() && r.words[j-1].shape&inner == 0 {
		j--
	}
	return r.nickname(j)
}

// nickname takes in a nickname in quotation marks and the family name after it:
// "Robert “Bobby” Scott".
func (r *reader) nickname(j int) int {
	if j+3 > len(r.words)-1 || !quoteMark(r.norm(j)) || !quoteMark(r.norm(j+2)) && !quoteMark(r.norm(j+3)) {
		return j
	}
	k := j + 3
	if !quoteMark(r.norm(j + 2)) {
		k++
	}
	if k < len(r.words) && r.words[j+1].capitalised() && r.words[k].capitalised() && !r.words[k].is(usual|calendar) && r.d.SentenceAt(r.d.Tokens[j].Start) == r.d.SentenceAt(r.d.Tokens[k].Start) {
		return k + 1
	}
	return j
}

func quoteMark(norm string) bool { return norm == "\"" || norm == "'" }

// personal reads a person's full name by its given name.
func (r *reader) personal(i, end int) int {
	w := &r.words[i]
	if !w.is(given) && !r.initial(i) || !r.words[i].capitalised() {
		return i
	}
	if last := r.nickname(i + 1); last > i+1 {
		r.add(name{first: i, last: last, kind: person, sure: true, rule: "ent.nickname/1"})
		return last
	}
	if i+1 >= end {
		return i
	}
	if two := (&name{first: i, last: i + 2}); r.bandBefore(two) {
		last := r.personEnd(i, end)
		r.add(name{first: i, last: last, kind: organisation, sure: true, rule: "ent.band/1"})
		return last
	} else if e, last := r.match(i, end, false); e != nil && last == i+1 && e.kind == place && (isArticle(r.norm(i-1)) || !(r.initial(i+1) && i+2 < end) && !r.words[i+1].is(family) && !r.surname(i+1, end) && (r.first(i+1) != nil && r.first(i+1).kind != group || !r.personAround(two))) { // The Atlanta Journal
		return i
	}
	next := &r.words[i+1]
	if !next.capitalised() && !next.is(particle) && next.shape&inner == 0 {
		return i
	}
	if next.is(title) && !next.is(given|family) && (i+2 < end && r.words[i+2].capitalised() && !r.words[i+2].is(usual) || !w.is(given)) {
		return i // a name before a title, not one that is also a title: "Larry King"
	}
	if e, last := r.match(i+1, end, false); e != nil && last > i+2 {
		return i
	}
	last := r.personEnd(i, end)
	r.add(name{first: i, last: last, kind: person, sure: last > i+1, rule: "ent.given/1"})
	return last
}

// initial reports "J." and "J.K.".
func (r *reader) initial(i int) bool {
	n := r.d.Tokens[i].Norm
	return len(n) >= 2 && len(n) <= 4 && n[1] == '.' && n[len(n)-1] == '.' && r.words[i].capitalised() && r.first(i) == nil
}
