package entity

import "strings"

// roleAhead is the role right before the name, or before a rank or an honorific of it: "police spokesman
// Capt. Tom Hale".
func (r *reader) roleAhead(b *holder) (first, end int) {
	if b.title >= 0 && !r.ranksOnly(b.start, b.first) {
		return 0, 0
	}
	return r.roleStart(b.start, b.from), b.start
}

// roleStart returns the first token of the role before a name, or before what it is of: the noun
// phrase that ends in a role, with the names in it, at or after token from. It is i if there is none.
func (r *reader) roleStart(i, from int) int {
	if at := r.beforeField(i, from); at < i {
		return r.phraseStart(at-1, from)
	}
	if i == from || !r.words[i-1].is(role|humanNoun) || r.words[i-1].capitalised() && !(r.words[i-1].starts && strings.Contains(r.norm(i-1), "-")) {
		return i
	}
	return r.phraseStart(i-1, from)
}

// phraseStart is the first token of the noun phrase whose head is the office at token head.
func (r *reader) phraseStart(head, from int) int {
	start := head
	for start > from && head-start < 14 {
		p := start - 1
		t := &r.d.Tokens[p]
		w := &r.words[p]
		switch n := r.nameEnding(start, from); {
		case r.personEnding(start) != nil && r.at(r.personEnding(start).title).is(honorific):
			return start // after meeting Mr Hale | DUP leader Ann Pole
		case departmental[r.norm(head)] && r.inDepartment(p, start, head, from):
			start = p // Women and Equalities minister, culture and sport minister
		case n != nil:
			start = n.first
		case t.Norm == ")" && p >= from+2 && r.norm(p-2) == "(":
			start = p - 2
		case t.Norm == "and" && r.sharesName(p, from):
			start = p - 1 // Former agent and profiler
		case t.Norm == "and" && r.words[start].capitalised() && r.nameEnding(p, from) != nil:
			start = r.nameEnding(p, from).first // England and Zork University coach
		case w.is(particle) && p > from:
			start = p - 1 // Tour de France chief
		case w.starts && !w.is(modifier) && t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "PROPN":
			return start
		case t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.Norm != "&" && !w.is(modifier) && !heldOnce[t.Norm] || w.shape&letters == 0 || w.is(calendar) && w.capitalised() || t.Norm == "week" || t.Norm == "month" || t.Norm == "year":
			return start
		default:
			start = p
		}
	}
	return start
}

// heldOnce are participles that stand before an office or a trade as an adjective does.
var heldOnce = map[string]bool{"retired": true, "ousted": true, "disgraced": true, "elected": true, "appointed": true, "newly": true, "suspended": true, "jailed": true}

// inDepartment reports whether token p goes on, to the left, with the name of a department whose
// minister stands at token office: its words are capitalised, or nouns with an "and" between.
func (r *reader) inDepartment(p, start, office, from int) bool {
	if n := r.norm(p); n == "and" {
		return start < office && p > from && r.inDepartment(p-1, p, office, from)
	}
	if r.words[start].capitalised() || start == office || start+1 < office && r.words[start+1].capitalised() {
		return r.namesDepartment(p) && !r.personEnds(start)
	}
	joined := r.norm(start) == "and"
	return joined && isNoun(r.d.Tokens[p].XPOS) && !r.words[p].capitalised() && (r.words[p].parts|r.g.words.Get(r.d.Tokens[p].Lemma))&(role|humanNoun) == 0
}

// sharesName reports whether the "and" at token p joins two roles of one person: what goes
// before is a role too, and nothing but an indefinite article may part it from the start of
// the clause. "The coach and striker Tom Lee" are two.
func (r *reader) sharesName(p, from int) bool {
	if p-1 < from || !r.words[p-1].is(role|humanNoun) {
		return false
	}
	for i := p - 1; i >= from && p-i < 8; i-- {
		switch t := &r.d.Tokens[i]; {
		case i == from && t.UPOS != "DET", t.Norm == "a":
			return true
		case t.UPOS == "DET" || t.UPOS == "VERB" || t.UPOS == "ADP" || t.XPOS == "PRP$":
			return false
		case t.UPOS == "PUNCT":
			return true
		}
	}
	return false
}

// beforeField is the token after the role that a field, a body or a place stands behind, before the name
// at token i: "head | of policy Ann Pole", "Vice-President | of the European Commission Ann Pole"; i if
// there is none.
func (r *reader) beforeField(i, from int) int {
	if r.at(i-1).is(role|humanNoun) && !r.at(i-1).capitalised() || r.norm(i-1) == "and" || !r.at(i).is(given|title) && !r.initial(i) {
		return i // a spokesman for singer | Ann Pole
	}
	j := i
	for j > from && i-j < 7 && r.fieldWord(j-1) {
		j--
	}
	of := j - 1
	if isArticle(r.norm(of)) {
		of--
	}
	if n := r.norm(of); j == i || of <= from || n != "of" && n != "for" && n != "to" || n == "to" && r.d.Tokens[of+1].XPOS == "VB" || !r.words[of-1].is(role|title) || r.words[of-1].is(noRole) {
		return i
	}
	return of
}

// fieldWord reports whether token i can be a word of what somebody is the head of.
func (r *reader) fieldWord(i int) bool {
	t := &r.d.Tokens[i]
	return r.words[i].shape&letters != 0 && !r.personEnds(i+1) && (isNoun(t.XPOS) || t.XPOS == "VB" || t.XPOS == "VBG" || t.UPOS == "ADJ" || t.Norm == "and")
}

// leadingRole returns the tokens of the role that stands before a comma and the name, or its
// title, where a clause may begin: "The [former mayor of Zork], Ann Pole, left.",
// "“No,” [Zork analyst], Ann Pole, said". Inside a clause, a mark must follow the name.
func (r *reader) leadingRole(n *holder) (first, end int) {
	end = n.start - 1
	if r.norm(end) != "," || r.personEnds(end) {
		return 0, 0
	}
	from := n.from
	for first = end - 1; first >= from && end-first <= 16; first-- {
		switch t := &r.d.Tokens[first]; {
		case t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN" || t.UPOS == "AUX" || t.UPOS == "PUNCT" && r.norm(first) != "-":
			return 0, 0
		case r.norm(first) == "'s":
			if owner := r.ownerStart(first, from); (owner == from || r.opensClause(owner) || r.closed(n.last)) && r.roleHeaded(first+1) {
				return owner, end
			}
		case t.XPOS == "DT" || t.XPOS == "PRP$":
			if (first == from || r.opensClause(first) || r.closed(n.last)) && first+1 < end && r.roleHeaded(first+1) {
				return first + 1, end
			}
		case first == from || r.norm(first-1) == "," && r.closed(n.last) && !r.personEnds(first-1) || quoteMark(r.norm(first-1)) || speaks(r.norm(first-1)):
			if r.bareRole(first, end) {
				return first, end
			}
		}
	}
	return 0, 0
}

// ownerStart is the first token of the owner that the "'s" at token i belongs to, without its
// article.
func (r *reader) ownerStart(i, from int) int {
	for i > from && (r.ownerWord(i-1) || i > from+1 && r.d.Tokens[i-1].XPOS == "POS") {
		i-- // the King's Lea's | director
	}
	return i
}

// bareRole reports whether tokens [first, end) are a role without an article: "Former mayor of
// Zork", "Zork analyst".
func (r *reader) bareRole(first, end int) bool {
	w := &r.words[first]
	if w.is(modifier|title|role) && w.capitalised() && end > first+1 {
		return r.roleHeaded(first)
	}
	if !w.capitalised() || !r.words[end-1].is(role|humanNoun) {
		return false
	}
	for i := first; i < end; i++ {
		if !r.ownerWord(i) {
			return false
		}
	}
	return true
}

// opensClause reports whether a clause may begin at token i by the token before.
func (r *reader) opensClause(i int) bool {
	t := &r.d.Tokens[i-1]
	return t.UPOS == "PUNCT" || t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || t.XPOS == "DT"
}

// ownerWord reports whether token i can be part of the name or noun that owns a role. Its
// article stays outside.
func (r *reader) ownerWord(i int) bool {
	u := r.d.Tokens[i].UPOS
	return u == "PROPN" || u == "NOUN" || u == "ADJ"
}
