package entity

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
)

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
	case extract.OneOf(n, "of", "for", "the", "and"):
		return j+1 < end && r.words[j+1].capitalised()
	case w.capitalised() && r.norm(j-1) == "of":
		return w.is(modifier | orgHead)
	}
	return false
}
