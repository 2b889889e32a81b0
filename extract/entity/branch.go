package entity

// national reads the name of a body that is a common word and its nation: Police Scotland, Public
// Health Wales, Scottish Enterprise.
func (r *reader) national(i, end int) int {
	last := r.nationalEnd(i, end)
	if last > i {
		r.add(name{first: i, last: last, kind: organisation, sure: true, rule: "ent.national/1"})
	}
	return last
}

// nationalEnd is the end of such a name from token i on; i if there is none.
func (r *reader) nationalEnd(i, end int) int {
	if _, last := r.match(i, end, false); last > i+1 {
		return i
	}
	k := i
	plain := true
	for k < end && k < i+3 && (r.plainNoun(k) || r.words[k].is(modifier) && r.words[k].is(usual) && !r.words[k].is(title) && isNoun(r.d.Tokens[k].XPOS)) {
		plain = plain && r.plainNoun(k)
		k++
	}
	if k > i && k < end && (plain && isNoun(r.d.Tokens[k-1].XPOS) || r.acts(k+1)) {
		e, last := r.match(k, end, false)
		if e != nil && e.kind == place && (e.what == "state" || e.what == "region") && last == k+1 && (last == end || !r.words[last].capitalised()) {
			return last
		}
	}
	if e, last := r.match(i, end, false); e != nil && e.kind == group && e.iso != "" && last+1 == end && (r.plainNoun(last) || r.d.Tokens[i].UPOS == "ADJ" && r.words[last].parts == 0 && r.words[last].shape == letters|capital|small) && !r.words[last].is(government|orgHead) && isNoun(r.d.Tokens[last].XPOS) && r.acts(end) {
		return end
	}
	return i
}

// plainNoun reports a common noun, or what may stand before one, with a capital: Police, Public.
func (r *reader) plainNoun(i int) bool {
	w := &r.words[i]
	if u := r.d.Tokens[i].UPOS; u != "NOUN" && u != "PROPN" && u != "ADJ" {
		return false
	}
	return w.capitalised() && !w.caps() && w.is(usual) && !w.is(title|role|roles|humanNoun|adverb|given|family|calendar|eventHead|eventLead|placeHead|placeLead|suffix) && (!w.is(modifier) || w.is(government)) && r.first(i) == nil
}

// longListed takes a listed name of several words, unless a longer name goes on
// from it to a head ("New York University").
func (r *reader) longListed(i, end int) int {
	e, last := r.match(i, end, false)
	if e == nil || last < i+2 || e.kind == place && r.headAfter(i, last, end) > last {
		return i
	}
	n := name{first: i, last: last, kind: e.kind, sure: true, entry: e, rule: "ent.listed/1"}
	if e.kind == organisation {
		n.last = r.withSuffix(last, end)
		if branch := r.branch(n.last, end); branch > n.last {
			n.last, n.entry, n.rule = branch, nil, "ent.branch/1"
		}
	}
	r.add(n)
	return n.last
}

// branch is the end of the place after a body's name that tells which of its branches is meant:
// "Politico EU", "BBC Africa", "Greenpeace UK"; i if nothing does, or if the name goes on.
func (r *reader) branch(i, end int) int {
	if r.at(i).shape == digits && r.first(i-1) != nil && r.first(i-1).what == "media" && r.d.Tokens[i].Len() < 3 && !isNoun(r.d.Tokens[min(i+1, len(r.words)-1)].XPOS) {
		return i + 1 // ABC 7
	}
	if i >= end || !r.words[i].capitalised() {
		return i
	}
	e, last := r.match(i, end, false)
	if e == nil && foreignPlaces[r.norm(i)] {
		e, last = &entry{kind: place, what: "state"}, i+1
	}
	if e == nil || e.kind != place && e.text != "EU" || e.what == "city" || last < end && r.words[last].capitalised() {
		return i
	}
	if n := r.norm(last); n == "'s" || n == "," || last < len(r.words) && isNoun(r.d.Tokens[last].XPOS) {
		return i
	}
	return last
}

// foreignPlaces are names of places in the tongue of the place, in the names of branches.
var foreignPlaces = map[string]bool{"brasil": true, "deutschland": true, "españa": true, "italia": true, "cymru": true, "africa": true, "asia": true, "europe": true, "arabia": true, "america": true, "türk": true}

// withSuffix takes in legal forms after a company's name: "Apple Inc.".
func (r *reader) withSuffix(last, end int) int {
	for last < end && r.words[last].capitalised() && r.words[last].is(suffix) {
		last++
	}
	return last
}
