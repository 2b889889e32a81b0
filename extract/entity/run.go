package entity

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// run reads the names in a run of capitalised words, tokens [i, end).
func (r *reader) run(i, end int) {
	office := -1
	if r.called(i, end) {
		i, office = i+1, i
	} else if at, from := r.behindOffice(i, end); from >= 0 {
		r.run(i, at)
		i, office = at, from
	}
	for i < end {
		next := max(r.next(i, end), i+1)
		if k := len(r.names) - 1; office >= 0 && k >= 0 && r.names[k].first == i {
			if r.names[k].kind == person {
				r.names[k].title = office
				r.spare(office, k)
			} else if strings.HasSuffix(r.norm(office), "-year-old") {
				r.names[k].kind, r.names[k].sure = person, true
			}
		}
		i, office = next, -1
	}
}

// spare drops the names that are in no list from the office that begins at token office, and
// its field, before name k: Director; Climate Change.
func (r *reader) spare(office, k int) {
	first := k
	for first > 0 && r.names[first-1].first >= office {
		first--
	}
	kept := slices.DeleteFunc(r.names[first:], func(n name) bool { return n.rule == "ent.unknown/1" })
	r.names = r.names[:first+len(kept)]
}

// next reads the name at i and returns the token after it. The ways to read it are
// in order, the surest first.
func (r *reader) next(i, end int) int {
	readings := [...]func(*reader, int, int) int{
		(*reader).filler,
		(*reader).national,
		(*reader).longListed,
		(*reader).titled,
		(*reader).headed,
		(*reader).personal,
		(*reader).listedName,
		(*reader).unknown,
	}
	for _, try := range readings {
		if last := try(r, i, end); last > i {
			return last
		}
	}
	return i + 1
}

// filler skips small words and marks that a run may hold between names.
func (r *reader) filler(i, end int) int {
	w := &r.words[i]
	if w.shape&(capital|inner|digits) == 0 && !r.smallStart(i, end) || r.seat(i) && r.personEnding(i) != nil {
		return i + 1
	}
	if n := r.norm(i); (n == "paralympics" || n == "olympics") && i+2 < end && r.words[i+1].is(given) {
		return i + 1 // Paris 2024 Paralympics | Ann Pole
	}
	if k := len(r.names) - 1; k >= 0 && w.is(suffix) && !w.is(usual|given|family) && r.norm(i-1) == "," && r.names[k].last == i-1 && (strings.HasSuffix(r.norm(i), ".") || !isNoun(r.d.Tokens[min(i+1, len(r.words)-1)].XPOS)) {
		r.names[k].last, r.names[k].kind, r.names[k].rule = i+1, organisation, "ent.suffix/1" // Zork Foods, Inc.
		return i + 1
	}
	if r.norm(end-2) == "chief" && r.norm(end-1) == "justice" && (i == end-2 || i == end-3 && r.norm(i) == "lord") {
		return end // the Lord Chief Justice, a surname too
	}
	if w.starts && i+1 < end && r.usualStart(i, end) && r.nationalEnd(i, end) == i || r.money(i) {
		return i + 1
	}
	return i
}

// money reports the currency of a sum: "US$ 40", "EUR 20".
func (r *reader) money(i int) bool {
	return strings.HasSuffix(r.norm(i), "$") ||
		r.words[i].is(currency) && r.words[i].caps() && (r.at(i+1).shape&(digits|letters) == digits || r.at(i-1).shape&(digits|letters) == digits)
}

// usualStart reports a common word that only begins a sentence before a name:
// "Former Zork officials", "Later Lee said".
func (r *reader) usualStart(i, end int) bool {
	w := &r.words[i]
	if w.is(adverb) {
		return r.words[i+1].capitalised()
	}
	if (ownsBodies[r.norm(i)] || bands[r.norm(i)]) && r.words[i+1].capitalised() && !r.words[i+1].is(given|family|title|role) && !r.listed(i, end) {
		return true // Developer | Zork
	}
	if w.is(roles) && !w.is(title|given|family) && i+2 < end && !r.words[i+1].is(given|orgHead|orgOf|suffix) && !r.listed(i, end) {
		return true // Analysts | Zork Insight
	}
	return w.is(usual) && !w.is(given|title|role) && r.d.Tokens[i].UPOS != "PROPN" && !r.listed(i, end) && r.headAfter(i, i+1, end) == i
}

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
		if e != nil && e.kind == place && (e.what == "state" || e.what == "region") && last == k+1 && !r.words[k].is(given|family) && (last == end || !r.words[last].capitalised() || r.words[last].is(title|role)) {
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
	if r.at(i).shape == digits && i == end && r.first(i-1) != nil && r.first(i-1).what == "media" && r.d.Tokens[i].Len() < 3 && r.d.Tokens[i].Start == r.d.Tokens[i-1].End+1 && !isNoun(r.d.Tokens[min(i+1, len(r.words)-1)].XPOS) {
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

// titled reads titles with the person after them: the longest stretch of title,
// role and modifier words whose last is a title or role, followed by a name.
func (r *reader) titled(i, end int) int {
	j := i
	for j < end && r.titleWord(j, end) {
		j++
	}
	for t := j - 1; t >= i; t-- {
		if !r.words[t].capitalised() || !r.words[t].is(title|role) && (t == i || r.norm(t-1) != "of") && !(r.words[t].is(humanNoun) && !r.words[t].is(given|family) && r.at(t+1).is(given)) {
			continue // the field of "Secretary of Defense" ends the title too
		}
		if t > i && r.words[t].is(given) || t == i && givenTitles[r.norm(t)] {
			continue // "Rep. Dean Zork"; "Hunter Zork"
		}
		if r.officeFrom(t + 1) {
			continue // Lord | Chief Justice of Zork
		}
		if t+1 < end && r.personStart(t+1, end) {
			last := r.personEnd(t+1, end)
			if w := &r.words[last-1]; !r.words[t].is(honorific) && (r.titlesOnly(t+1, last) || last == end && w.is(title|role) && !w.is(given|family) && !r.words[t+1].is(given)) {
				continue // Deputy | Prime Minister; Chief | Veterinary Officer; but Rep. | Peter King
			}
			r.add(name{first: t + 1, last: last, kind: person, sure: true, rule: "ent.titled/1"})
			r.names[len(r.names)-1].title = i
			return last
		}
	}
	return i
}

// officeFrom reports words of a title from token i on that "of" follows.
func (r *reader) officeFrom(i int) bool {
	k := i
	for r.at(k).is(title|modifier) && r.words[k].capitalised() {
		k++
	}
	return k > i && r.norm(k) == "of"
}

// titlesOnly reports whether tokens [i, last) are words of titles that nobody is called.
func (r *reader) titlesOnly(i, last int) bool {
	return !extract.AnyToken(i, last, func(k int) bool { return !r.words[k].is(title|role|modifier) || r.words[k].is(given|family) })
}

// givenTitles are the titles and roles that, alone before a name, are a given name more often.
var givenTitles = map[string]bool{"dean": true, "duke": true, "earl": true, "guy": true, "hunter": true, "buddy": true, "ally": true}

// titleWord reports a word of a title: "Deputy Prime Minister", "Secretary of State".
func (r *reader) titleWord(j, end int) bool {
	w := &r.words[j]
	if w.capitalised() && w.is(title|role|modifier|humanNoun) {
		return true
	}
	if e := r.first(j); e != nil && e.kind == group && j+1 < end && r.words[j+1].capitalised() && r.words[j+1].is(title) && r.at(j-1).capitalised() {
		return true // Former Conservative Welsh Secretary
	}
	switch n := r.norm(j); {
	case n == "of" || n == "for" || n == "the" || n == "and":
		return j+1 < end && r.words[j+1].capitalised()
	case w.capitalised() && r.norm(j-1) == "of":
		return w.is(modifier | orgHead)
	}
	return false
}

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
	return i < end && r.words[i].capitalised() && !r.words[i].is(orgHead|suffix|placeHead|title)
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

// headed reads a name that a word of its own tells the kind of, at its end
// ("Oxford University", "Hudson River", "World Cup") or its start ("Ministry of
// Defence", "Mount Everest").
func (r *reader) headed(i, end int) int {
	if e, after := r.match(i, end, false); e != nil && e.what == "state" && after < end {
		if body, last := r.match(after, end, false); body != nil && body.kind == organisation && last > after+1 {
			r.run(i, after)
			return r.longListed(after, end) // the US | Centers for Disease Control and Prevention
		}
	}
	last := r.headAfter(i, i+1, end)
	if last <= i {
		return i
	}
	if last+1 == end && r.words[last-1].is(orgHead) && r.plainNoun(last) && isNoun(r.d.Tokens[last].XPOS) {
		last = end // Zork Government | Relations
	}
	from := r.withoutState(i, last)
	if from >= last {
		return i
	}
	k, rule := r.headKind(from, last)
	if k == none && last == end {
		k, rule = r.headKind(from, last-1)
	}
	if k == none {
		return i
	}
	if from > i {
		r.run(i, from)
	}
	r.add(name{first: from, last: last, kind: k, sure: true, rule: rule})
	return last
}

// headAfter returns the end of the name that starts at i and whose head stands at
// or after from; i if there is no head.
func (r *reader) headAfter(i, from, end int) int {
	best := i
	for j := i; j < end; j++ {
		w := &r.words[j]
		if !w.capitalised() {
			if j > i && r.norm(j) != "of" && r.norm(j) != "and" && r.norm(j) != "the" && r.norm(j) != "for" && r.norm(j) != "&" && r.norm(j) != "'s" && r.norm(j) != "'" && !w.is(particle) {
				break
			}
			continue
		}
		if j > i && w.is(title|honorific) && !w.is(orgHead|suffix|placeHead|eventHead|modifier|family|given) {
			break
		}
		switch {
		case w.is(orgOf) && j+2 < end && (r.norm(j+1) == "of" || r.norm(j+1) == "for" || r.norm(j+1) == "on"):
			if r.norm(j) == "office" {
				return end // Office of the High Commissioner for Refugees
			}
			return r.fieldEnd(j+2, end)
		case j > i && w.is(given) && r.words[j-1].is(title) && j+1 < end && r.words[j+1].capitalised():
			return i // Attorney General | Bill Zork
		case j >= from && w.is(suffix|orgHead|placeHead|eventHead) && j > i:
			if _, last := r.match(j, end, false); last > j+1 {
				j = last - 1 // "Emperor of the United States"
				continue
			}
			best = j + 1
		case j == i && (w.is(placeLead) || w.is(eventLead)) && j+1 < end && r.words[j+1].capitalised() && from == i+1 && !r.words[j+1].is(orgHead|title):
			best = max(best, r.ledEnd(j, end))
		}
	}
	return best
}

// fieldEnd is the end of what follows "Ministry of": all the run, as it joins
// nothing else.
func (r *reader) fieldEnd(j, end int) int {
	for k := j; k < end; k++ {
		if r.words[k].is(title) && !r.words[k].is(modifier|orgHead|given|family) && k > j {
			return k
		}
	}
	return end
}

// ledEnd is the end of a name that a word like Mount, New or Hurricane begins.
func (r *reader) ledEnd(i, end int) int {
	if _, last := r.match(i+1, end, false); last > i+1 {
		return last
	}
	return i + 2
}

// withoutState skips a nationality or state before the name of one of its bodies:
// in "Russian Defence Ministry" the name is "Defence Ministry".
func (r *reader) withoutState(i, last int) int {
	e, after := r.match(i, last, false)
	if e == nil || after >= last {
		return i
	}
	if (e.kind == group || e.what == "state") && r.words[after].is(government) {
		return after
	}
	return i
}

// headKind is what the head of tokens [i, last) says they name.
func (r *reader) headKind(i, last int) (kind, string) {
	switch end, first := &r.words[last-1], &r.words[i]; {
	case r.namesPerson(i, last):
		return none, ""
	case end.is(suffix) && last > i+1:
		return organisation, "ent.suffix/1"
	case r.hasOf(i, last):
		return organisation, "ent.body-of/1"
	case end.is(orgHead) && !end.is(family) && last > i+1:
		return organisation, "ent.body/1"
	case end.is(eventHead) && last > i+1:
		return other, "ent.event/1"
	case end.is(placeHead) && last > i+1:
		if first.is(given) && end.is(family) && last == i+2 {
			return none, ""
		}
		return place, "ent.place-head/1"
	case end.is(orgHead) && last > i+1:
		return organisation, "ent.body/2"
	case first.is(placeLead) && last > i+1:
		if e, end := r.match(i+1, last, false); e != nil && e.kind == group && end == last {
			return group, "ent.place-lead/1" // Northern Europeans
		}
		if first.is(given|family) && r.norm(i) != "fort" || (placeAdjectives[r.norm(i)] || strings.HasSuffix(r.norm(i), "ern")) && (r.at(last).capitalised() && !r.at(last).starts || len(r.norm(i)) <= len("little") && r.words[last-1].is(given|usual)) {
			return none, "" // Little Red Book, Western Han Dynasty, Little Marco
		}
		if r.norm(i) == "little" && !slices.Contains([]string{"in", "at", "near", "from", "of", "to"}, r.norm(i-1)) {
			return none, "" // the singer Little Zork
		}
		return place, "ent.place-lead/1"
	case first.is(eventLead) && last > i+1:
		return other, "ent.event-lead/1"
	}
	return none, ""
}

func (r *reader) hasOf(i, last int) bool {
	return extract.AnyToken(i, last-2, func(j int) bool {
		return r.words[j].is(orgOf) && slices.Contains([]string{"of", "for", "on"}, r.norm(j+1))
	})
}

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
	if !next.capitalised() && !next.is(particle) && next.shape&inner == 0 || next.is(orgHead|suffix|eventHead) && !next.is(given|family) && !r.namesPerson(i, i+2) {
		return i
	}
	if next.is(title) && !next.is(given|family) && (i+2 < end && r.words[i+2].capitalised() && !r.words[i+2].is(usual) || !w.is(given)) {
		return i // a name before a title, not one that is also a title: "Larry King"
	}
	if e, last := r.match(i+1, end, false); e != nil && last > i+2 && e.kind != place {
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

// listedName takes a listed name of one word.
func (r *reader) listedName(i, end int) int {
	e, last := r.match(i, end, false)
	if e == nil {
		return i
	}
	if e.kind == organisation {
		last = r.withSuffix(last, end)
		if branch := r.branch(last, end); branch > last {
			r.add(name{first: i, last: branch, kind: organisation, sure: true, rule: "ent.branch/1"})
			return branch
		}
	}
	if e.kind == place && last < end && compass[r.norm(last)] && (r.at(last+1).is(title|role) && last+1 < end || r.norm(i-1) == "for" && r.at(i-2).is(title|role)) {
		r.add(name{first: i, last: last + 1, kind: place, sure: true, rule: "ent.seat/1"})
		return last + 1 // Aberdeen South MP, MP for Aberdeen South
	}
	alone := last >= end || !r.words[last].capitalised() || r.first(last) != nil
	n := name{first: i, last: last, kind: e.kind, entry: e, rule: "ent.listed/2"}
	switch {
	case e.kind == group:
		n.sure = true
	case alone:
		n.sure = !r.words[i].is(given|family) && !e.small || e.what == "state" && r.words[i].caps()
	case e.kind == place || e.kind == organisation:
		n.sure = e.what == "state" || r.words[last].is(role|title)
	}
	r.add(n)
	return last
}

// compass holds the words that tell one constituency of a town from another.
var compass = map[string]bool{"north": true, "south": true, "east": true, "west": true, "central": true}

// unknown takes all words up to the next one that is listed.
func (r *reader) unknown(i, end int) int {
	for j := i + 1; j+1 < end && r.words[j-1].capitalised(); j++ {
		if w := &r.words[j-1]; r.words[j].is(given) && w.is(role|humanNoun) && !w.is(given|family|orgHead) && j > i+1 && r.words[j+1].capitalised() && !r.words[j+1].is(usual|orgHead|suffix) {
			last := r.personEnd(j, end)
			r.add(name{first: j, last: last, kind: person, sure: true, rule: "ent.titled/2"})
			r.names[len(r.names)-1].title = i
			return last // Public Advocate | Mary Zork
		}
	}
	if w := &r.words[i]; w.caps() && r.d.Tokens[i].Len() <= 3 && i+2 < end && r.words[i+1].is(given) && !r.words[i+1].caps() && r.first(i) == nil {
		return i + 1 // QB Tom Pole
	}
	j := i + 1
	for j < end {
		w := &r.words[j]
		if e := r.first(j); e != nil && !w.is(given|family) && e.kind != organisation && !e.small { // Milla Kinghorn, who is no town
			break
		}
		if !w.capitalised() && !w.is(particle) && r.norm(j) != "&" && w.shape&inner == 0 ||
			w.is(title) && !w.is(given|family) && (j+1 < end && r.personStart(j+1, end) || w.caps() && w.is(initialism)) {
			break
		}
		j++
	}
	for j > i+1 && r.words[j-1].shape&(capital|inner) == 0 {
		j--
	}
	r.add(name{first: i, last: j, rule: "ent.unknown/1"})
	return j
}

// placeAdjectives lead places, and other names as well.
var placeAdjectives = map[string]bool{"little": true, "old": true, "new": true, "upper": true, "lower": true, "inner": true, "outer": true, "central": true}
