package entity

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// glossed is the office before a name that brackets part from it: "[Tánaiste] (Irish deputy prime
// minister) Ann Pole".
func (r *reader) glossed(b *holder) (first, end int) {
	open := map[string]string{")": "(", "]": "["}[r.norm(b.start-1)]
	if open == "" {
		return 0, 0
	}
	for end = b.start - 2; end > b.from && r.norm(end) != open; end-- {
	}
	if end == b.from && r.norm(end) == open && r.roleHeaded(end+1) {
		return end + 1, b.start - 1
	}
	if end <= b.from || !r.words[end-1].is(title|role) || r.personIn(end, b.start-1) {
		return 0, 0
	}
	return r.phraseStart(end-1, b.from), end
}

// roleAhead is the role right before the name, or before a rank or an honorific of it: "police spokesman
// Capt. Tom Hale".
func (r *reader) roleAhead(b *holder) (first, end int) {
	if b.title >= 0 && !r.ranksOnly(b.start, b.first) {
		return 0, 0
	}
	end = b.start
	if b.title >= 0 && r.norm(end-1) == "the" && end-1 > b.from {
		end-- // Harland spokesman | the Rev. Ann Pole
	}
	return r.roleStart(end, b.from), end
}

// roleStart returns the first token of the role before a name at token i: the noun phrase that ends
// in a noun for a person, or in an office with its field, at or after token from. It is i if there
// is none.
func (r *reader) roleStart(i, from int) int {
	role := r.at(i-1).is(role|humanNoun) && (!r.at(i-1).capitalised() || r.at(i-1).caps() && !r.at(i).caps() || r.at(i-1).starts)
	if k := i - 1; k > from && r.partyMember(i) && r.phraseStart(k, from) < k {
		return r.phraseStart(k, from) // House Republican | Ann Pole
	}
	if at := r.office(i); !role && r.norm(i-1) != "and" && at >= from && r.at(i).is(given|title) && !r.words[at].is(noRole) && !r.personIn(at, i) {
		return r.phraseStart(at, from) // head of policy | Ann Pole
	}
	if k := r.ranked(i, from); k < i {
		return k
	}
	if i == from || !role {
		return i
	}
	return r.phraseStart(i-1, from)
}

// sharedRole is the role before a list of names that the person is in: the | economists | Tom Hale and Ann Pole.
func (r *reader) sharedRole(b *holder) (first, end int) {
	end = b.start
	alone := !extract.OneOf(r.norm(b.last), "and", ",")
	for p := r.listedBefore(end); p != nil && end > b.from; p = r.listedBefore(end) {
		if n := r.norm(p.first - 1); p.title >= 0 && strings.HasSuffix(strings.TrimSuffix(n, "."), "s") && !r.at(p.first-1).is(honorific) {
			return r.wholeTitle(p), p.first // Senators Tom Hale and | Ann Pole
		}
		end, alone = p.first, false
	}
	if alone || end <= b.from || r.d.Tag(end-1) != "NNS" || !r.at(end-1).is(roles) || r.at(end-1).capitalised() && !r.at(end-1).starts {
		return 0, 0
	}
	if noun := r.d.Tokens[end-1].Lemma; passingRoles[noun] || r.g.words.Get(noun)&noRole != 0 {
		return 0, 0 // rivals, native sons
	}
	return r.phraseStart(end-1, b.from), end
}

// listedBefore is the person whose name stands right before that at token i in a list; nil if none does.
func (r *reader) listedBefore(i int) *name {
	k := i
	for k > i-2 && extract.OneOf(r.norm(k-1), "and", ",") {
		k--
	}
	if k == i {
		return nil
	}
	if r.norm(k-1) == ")" {
		for k--; k > i-longestField && r.norm(k) != "("; k-- { // Tom Hale (R-Ohio) and | Ann Pole
		}
	}
	return r.personEnding(k)
}

// partyMember reports the noun for a member of a party before token i: House Republican | Ann Pole.
func (r *reader) partyMember(i int) bool {
	return slices.Contains([]string{"republican", "democrat", "conservative", "tory"}, r.norm(i-1)) && r.at(i-1).capitalised() && r.at(i).capitalised()
}

// ranked is where the rank in a sport before the name at token i begins: world number one | Ann Pole; i
// without one.
func (r *reader) ranked(i, from int) int {
	if k := i - 3; k >= from && r.norm(k) == "world" && extract.OneOf(r.norm(k+1), "number", "no", "no.") {
		for k > from && (r.words[k-1].is(modifier) || r.d.Tokens[k-1].XPOS == "NN") {
			k-- // former squash | world number one
		}
		return k
	}
	return i
}

// personIn reports whether the name of a person lies in the tokens [first, end).
func (r *reader) personIn(first, end int) bool {
	return extract.AnyToken(first+1, end+1, r.personEnds)
}

// phraseStart is the first token of the noun phrase, without its article and owner, whose head is the
// office at token head: with the names before it, the participles that pass for verbs (ousted
// president), and what an "and" joins to it.
func (r *reader) phraseStart(head, from int) int {
	start, k := head, r.d.NounAt(head)
	if k < 0 && head > from && isNoun(r.d.Tokens[head-1].XPOS) {
		k = r.d.NounAt(head - 1) // the role passes for a verb
	}
	if k >= 0 {
		start = max(r.d.Nouns[k].First, from)
		for i := start; i < head; i++ {
			if r.outside(i, head) {
				start = i + 1
			}
		}
	}
	for start > from && head-start < longestField {
		p := r.joined(start, head, from)
		if p == start {
			break
		}
		start = p
	}
	return start
}

// outside reports whether token i, in the noun phrase of the office at token head, parts it from what
// stands before: an article, a mark, a time, an owner that is a name, a person with a title, or,
// where the office has a capital, a common noun.
func (r *reader) outside(i, head int) bool {
	t, w := &r.d.Tokens[i], &r.words[i]
	switch t.UPOS {
	case "ADJ", "NUM", "PROPN":
	case "NOUN":
		if timeNouns[t.Norm] || r.words[head].capitalised() && !r.words[head].caps() && w.shape == letters|small && (!w.is(role|humanNoun|modifier) || w.is(noRole)) {
			return true
		}
	case "CCONJ":
		return r.d.Tokens[i+1].UPOS != "ADJ" || i == 0 || r.d.Tokens[i-1].UPOS != "ADJ"
	case "PART":
		return !r.words[i-1].is(owner)
	default:
		return !extract.OneOf(t.XPOS, "VBN", "VBG")
	}
	if person := r.personEnding(i + 1); person != nil && (r.at(person.title).is(honorific) || person.last > person.first+1 && i+1 < head && r.words[person.first].is(given)) {
		return true // after meeting Mr Hale | DUP leader Ann Pole
	}
	return w.is(adverb) && w.starts || t.UPOS == "NUM" && r.norm(i-1) == "in" || // Meanwhile | President Pole; in 2021 | coach Ann Pole
		w.is(calendar) || w.starts && w.shape == letters|small && t.Len() < 3
}

// timeNouns stand before an office by chance: last week | education secretary.
var timeNouns = map[string]bool{"week": true, "month": true, "year": true, "weekend": true, "night": true, "morning": true, "evening": true, "today": true, "yesterday": true}

// joined is where the phrase before an office goes on to the left of token start; start if it does not.
func (r *reader) joined(start, head, from int) int {
	p := start - 1
	t := &r.d.Tokens[p]
	n := r.nameEnding(start, from)
	if k := r.nameAround(start); k != nil && k.first < start && k.first >= from {
		n = k // the Department for | Education
	}
	switch {
	case n != nil:
		return n.first
	case closesQuote(t):
		for k := p - 1; k >= max(from, p-4) && r.words[k].capitalised(); k-- {
			if k > from && r.d.Tokens[k-1].XPOS == "``" {
				return k - 1 // “Harbour Live” | host
			}
		}
		return start
	case t.Norm == ")" && p >= from+2:
		return p - 2
	case r.words[p].is(modifier) && t.UPOS != "ADP", t.Norm == "most" && p > from:
		return p // most | senior aide
	case t.XPOS == "WP" && r.words[p].capitalised() && p > from && r.d.NounAt(p-1) >= 0:
		return max(r.d.Nouns[r.d.NounAt(p-1)].First, from) // former Doctor Who | star
	case t.Norm == "turned" && p > from && r.d.NounAt(p-1) >= 0:
		return max(r.d.Nouns[r.d.NounAt(p-1)].First, from) // striker turned | pundit
	case p == from && r.words[p].parts == 0 && r.words[p].capitalised() && t.UPOS != "DET":
		return p // Zork | editor
	case t.XPOS == "VBG" && (strings.Contains(t.Norm, "-") || ranking[t.Norm] && (p == from || r.d.Tokens[p-1].UPOS != "AUX") || p > from && (r.words[p-1].is(modifier) || isArticle(r.norm(p-1)))):
		return p // deputy presiding | officer
	case t.XPOS == "VBN":
		if p > from && r.norm(p-1) == "newly" {
			return p - 1
		}
		if p == from || !extract.OneOf(r.d.Tokens[p-1].UPOS, "AUX", "ADV") && !isNoun(r.d.Tokens[p-1].XPOS) {
			return p
		}
	case t.Norm == "and" && p > from && r.d.NounAt(p-1) >= 0 && !r.personEnds(p):
		return r.joinedBy(max(r.d.Nouns[r.d.NounAt(p-1)].First, from), start, head)
	}
	return start
}

// ranking are the participles that open a role as its rank: visiting | student researcher.
var ranking = map[string]bool{"visiting": true, "acting": true, "managing": true, "reigning": true, "defending": true, "outgoing": true, "incoming": true, "leading": true}

func closesQuote(t *extract.Token) bool { return t.XPOS == "''" }

// joinedBy is the first token of what the "and" before token start joins to it, of the noun phrase that
// begins at token first: another role of one person (agent and | profiler), a place or body of the same
// office, the rest of a department; start if it joins nothing.
func (r *reader) joinedBy(first, start, head int) int {
	p := start - 1
	switch n, m := r.nameEnding(p, first), r.nameFrom(start); {
	case n != nil && (m != nil && (n.kind == m.kind || !r.words[head].capitalised()) || r.department(start)):
		return n.first // England and | Leeds University coach; Gwent Police and | Crime Commissioner
	case n != nil && n.kind == organisation && r.norm(start) == "former" && start+1 < head:
		if m = r.nameFrom(start + 1); m == nil {
			return n.first // Zork News and | former TV network anchor
		}
	case r.words[p-1].is(role | humanNoun):
		for i := first; i < p-1; i++ {
			if r.norm(i) == "the" || r.d.Tokens[i].XPOS == "PRP$" {
				return start // the coach and striker Tom Lee are two
			}
			if r.outside(i, p-1) {
				first = i + 1
			}
		}
		return first
	case isNoun(r.d.Tokens[p-1].XPOS) && !r.words[p-1].is(title|calendar) && (r.words[p-1].capitalised() || !r.words[p-1].is(roles|humanNoun)) && r.words[p-1].capitalised() == r.words[start].capitalised() && r.department(start):
		return first // former Women and | Equalities minister
	}
	return start
}

// department reports whether what stands at token i can be part of what an office behind it is of.
func (r *reader) department(i int) bool {
	for k := i; k < i+4; k++ {
		if departmental[r.norm(k)] {
			return k > i
		}
	}
	return false
}

// leadingRole returns the tokens of the role that stands before a comma and the name, or its
// title, where a clause may begin: "The [former mayor of Zork], Ann Pole, left.",
// "“No,” [Zork analyst], Ann Pole, said". Inside a clause, a mark must follow the name.
func (r *reader) leadingRole(n *holder) (first, end int) {
	end = n.start - 1
	if r.norm(end) != "," || r.personEnds(end) && r.office(end) < n.from {
		return 0, 0
	}
	from := n.from
	for first = end - 1; first >= from && end-first <= 16; first-- {
		switch t := &r.d.Tokens[first]; {
		case (first > from || !r.words[first].is(role)) && t.UPOS == "VERB" && !extract.OneOf(t.XPOS, "VBG", "VBN") || t.UPOS == "AUX" || t.UPOS == "PUNCT" && r.norm(first) != "-":
			return 0, 0
		case r.words[first].is(calendar), t.XPOS == "DT" && r.personEnds(first-1) && r.norm(first-1) == ",":
			return 0, 0 // to the council in May, | Ann Pole; joined by Tom Hale, the | mayor, Ann Pole left
		case r.fieldOf(first):
		case r.norm(first) == "'s":
			if owner := r.ownerStart(first, from); owner < first && (owner == from || r.opensClause(owner) || r.closed(n.last)) && r.roleHeaded(first+1) {
				return owner, end
			}
		case r.oneOfMany(first) && (first == from || r.opensClause(first)):
			return first, end
		case extract.OneOf(t.XPOS, "DT", "PRP$") || t.Norm == "one":
			if (first == from || r.opensClause(first) || r.closed(n.last)) && first+1 < end && r.roleHeaded(first+1) {
				return first + 1, end
			}
		case first == from || r.norm(first-1) == "," && r.closed(n.last) && !r.personEnds(first-1) || quoteMark(r.norm(first-1)) || speaks(r.norm(first-1)) || finite(r.d.Tag(first-1)) && r.closed(first-2):
			if r.bareRole(first, end) {
				return first, end
			}
		}
	}
	return 0, 0
}

// fieldOf reports an article or an owner's mark at token i of what an office is of: the head of | the port
// authority, the head of Malta|'s executive.
func (r *reader) fieldOf(i int) bool {
	if r.norm(i) == "'s" {
		if i = r.ownerStart(i, 0); isArticle(r.norm(i - 1)) {
			i--
		}
	} else if !isArticle(r.norm(i)) {
		return false
	}
	w := r.norm(i - 1)
	return extract.OneOf(w, "of", "for", "at") && r.at(i-2).is(role|title)
}

// ownerStart is the first token of the owner that the "'s" at token i belongs to, without its
// article.
func (r *reader) ownerStart(i, from int) int {
	for i > from {
		if n := r.nameEnding(i, from); n != nil {
			i = n.first // Planned Parenthood's | director
		} else if p := r.personEnding(i - 1); p != nil && p.first == from && r.norm(i-1) == "and" {
			return from // Ann Pole and Tom Hale's | doctor
		} else if r.ownerWord(i-1) || i > from+1 && r.d.Tokens[i-1].XPOS == "POS" {
			i-- // the King's Lea's | director
		} else {
			break
		}
	}
	return i
}

// bareRole reports whether tokens [first, end) are a role without an article: "Former mayor of
// Zork", "Zork analyst".
func (r *reader) bareRole(first, end int) bool {
	if w := &r.words[first]; w.capitalised() && end > first+1 && (w.is(modifier|title|role) || r.office(end) > first) {
		return r.roleHeaded(first)
	}
	return end != first+1 && r.words[end-1].is(role|humanNoun) && !extract.AnyToken(first, end, func(i int) bool { return !r.ownerWord(i) })
}

// opensClause reports whether a clause may begin at token i by the token before.
func (r *reader) opensClause(i int) bool {
	t := &r.d.Tokens[i-1]
	return extract.OneOf(t.UPOS, "PUNCT", "CCONJ", "SCONJ") || t.XPOS == "DT"
}

// ownerWord reports whether token i can be part of the name or noun that owns a role. Its
// article stays outside.
func (r *reader) ownerWord(i int) bool {
	if r.norm(i) == "of" && i > 0 {
		return r.words[i-1].capitalised() && r.at(i+1).capitalised() // Colour of Zork's | director
	}
	u := r.d.Tokens[i].UPOS
	return extract.OneOf(u, "PROPN", "NOUN", "ADJ") && !timeNouns[r.norm(i)] && (!r.words[i].is(calendar) || r.words[i].caps())
}
