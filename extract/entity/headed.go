package entity

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

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
			if j > i && !extract.OneOf(r.norm(j), "of", "and", "the", "for", "&", "'s", "'") && !w.is(particle) {
				break
			}
			continue
		}
		if j > i && w.is(title|honorific) && !w.is(orgHead|suffix|placeHead|eventHead|modifier|family|given) {
			break
		}
		switch {
		case w.is(orgOf) && j+2 < end && extract.OneOf(r.norm(j+1), "of", "for", "on"):
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
		if e, _ := r.match(i+1, last, false); e != nil && e.kind == group {
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
