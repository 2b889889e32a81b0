package entity

import (
	"strings"
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
	if k := len(r.names) - 1; k >= 0 && w.is(suffix) && !w.is(usual|given|family) && r.norm(i-1) == "," && (strings.HasSuffix(r.norm(i), ".") || !isNoun(r.d.Tokens[min(i+1, len(r.words)-1)].XPOS)) {
		r.names[k].last, r.names[k].kind, r.names[k].rule = i+1, organisation, "ent.suffix/1" // Zork Foods, Inc.
		return i + 1
	}
	if r.norm(end-2) == "chief" && r.norm(end-1) == "justice" && (i == end-2 || i == end-3 && r.norm(i) == "lord") {
		return end // the Lord Chief Justice, a surname too
	}
	if w.starts && i+1 < end && r.usualStart(i, end) || r.money(i) {
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
	if (ownsBodies[r.norm(i)] || bands[r.norm(i)]) && r.words[i+1].capitalised() && !r.words[i+1].is(given|family|title|role) {
		return true // Developer | Zork
	}
	if w.is(roles) && !w.is(title|given|family) && i+2 < end && !r.words[i+1].is(given|orgHead|orgOf|suffix) && !r.listed(i, end) {
		return true // Analysts | Zork Insight
	}
	return w.is(usual) && !w.is(given|title|role) && r.d.Tokens[i].UPOS != "PROPN" && !r.listed(i, end) && r.headAfter(i, i+1, end) == i
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
	default:
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
		if w := &r.words[j-1]; r.words[j].is(given) && w.is(role|humanNoun) && !w.is(given|family|orgHead) && j > i+1 && !r.words[j+1].is(usual|orgHead|suffix) {
			last := r.personEnd(j, end)
			r.add(name{first: j, last: last, kind: person, sure: true, rule: "ent.titled/2"})
			for k := i; k < j; k++ {
				if u := r.d.Tokens[k].UPOS; u == "VERB" || u == "ADV" {
					i = k + 1 // Zork Endorses | House Speaker Mary Zork
				}
			}
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
