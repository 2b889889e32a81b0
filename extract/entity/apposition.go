package entity

// apposition returns the tokens of the role that stands after a name, between
// commas or in brackets and without its article: "Kyrylo Budanov, [head of Ukraine's
// Military Intelligence Directorate], said". The range is empty without one.
func (r *reader) apposition(i int) (first, end int) {
	open := r.norm(i)
	if open != "," && open != "(" && !(isDash(open) && isArticle(r.norm(i+1))) {
		return i, i
	}
	i++
	i = r.skipAge(i)
	switch r.norm(i) {
	case "the", "a", "an":
		i++
	}
	if !r.roleHeaded(i) && !r.oneOfMany(i) {
		return i, i
	}
	return i, r.appositionEnd(i, open)
}

// oneOfMany reports "one of the authors of the study" at token i.
func (r *reader) oneOfMany(i int) bool {
	if r.norm(i) != "one" && r.norm(i) != "among" || r.norm(i+1) != "of" && r.norm(i) == "one" {
		return false
	}
	for j := i + 1; j < i+8 && j < len(r.words); j++ {
		if t := &r.d.Tokens[j]; t.XPOS == "NNS" && (r.g.words.Get(t.Norm)&roles != 0 || r.g.words.Get(t.Lemma)&(role|humanNoun) != 0) {
			return true
		} else if j > i+1 && t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "NUM" && t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "PRON" && t.UPOS != "PART" {
			return false
		}
	}
	return false
}

func isDash(norm string) bool { return norm == "-" || norm == "–" || norm == "—" || norm == "--" }

// skipAge passes over "34," after a name.
func (r *reader) skipAge(i int) int {
	if n := r.norm(i); len(n) == 2 && n[0] >= '1' && n[0] <= '9' && n[1] >= '0' && n[1] <= '9' && r.norm(i+1) == "," {
		return i + 2
	}
	return i
}

// roleHeaded reports whether the noun phrase at i has a role for its head: before
// its first preposition, comma or verb.
func (r *reader) roleHeaded(i int) bool {
	for j := i; j < i+10 && j < len(r.words); j++ {
		t := &r.d.Tokens[j]
		if r.words[j].is(role) || r.g.words.Get(t.Norm)&role != 0 && t.UPOS == "ADJ" || r.words[j].is(humanNoun) && isNoun(t.XPOS) || r.words[j].is(title) && !r.words[j].is(honorific) && isNoun(t.XPOS) {
			return true
		}
		if t.Norm == "'s" || j == i && r.nounForVerb(j) {
			continue
		}
		if t.XPOS == "VBN" || t.XPOS == "VBG" {
			continue // a retired boxer
		}
		switch t.UPOS {
		case "ADP", "VERB", "AUX", "PUNCT", "SCONJ", "PRON":
			return false
		}
	}
	return false
}

// nounForVerb reports whether token i, the first of an apposition, is a noun that passes for a
// verb: ", research programme manager at Zork,".
func (r *reader) nounForVerb(i int) bool {
	x := r.d.Tokens[i].XPOS
	return (x == "VB" || x == "VBP") && i+1 < len(r.words) && isNoun(r.d.Tokens[i+1].XPOS)
}

// appositionEnd returns the end of the phrase: the comma or bracket that closes it,
// a relative clause, or the end of the sentence.
func (r *reader) appositionEnd(i int, open string) int {
	s := r.d.SentenceAt(r.d.Tokens[i].Start)
	if s >= len(r.d.Sentences) {
		return i
	}
	last := min(r.d.Sentences[s].Last, i+40)
	for j := i; j < last; j++ {
		switch n := r.norm(j); {
		case n == "," && isDash(open):
			continue
		case n == "-" && r.d.Tokens[j].Start > r.d.Tokens[j-1].End:
			return j
		case n == "," && open == ",":
			if r.listComma(j, last) {
				continue
			}
			return j
		case n == ")" && open == "(", n == ";", n == "—", n == "–", n == "--", n == "who", n == "which", n == "\"", n == "”":
			return j
		case n == "." && j == last-1:
			return j
		case speaks(n):
			return j
		case finite(r.d.Tokens[j].XPOS) && !(j == i && r.nounForVerb(j)):
			return i // a clause, not a role
		}
	}
	return last
}

// listComma reports a comma inside the apposition: one before "Inc." or a state.
func (r *reader) listComma(j, last int) bool {
	if j+1 >= last {
		return false
	}
	if r.words[j+1].is(suffix) && r.words[j+1].capitalised() {
		return true
	}
	e, after := r.match(j+1, last, false)
	return e != nil && e.kind == place && e.what == "region" && after < last && r.norm(after) == ","
}

// leadingRole returns the tokens of the role that stands before a comma and the name, or its
// title at token at, where a clause may begin: "The [former mayor of Zork], Ann Pole, left.",
// "“No,” [Zork analyst], Ann Pole, said". Inside a clause, a mark must follow the name.
func (r *reader) leadingRole(n *name, at int) (first, end int) {
	end = at - 1
	if r.norm(end) != "," {
		return 0, 0
	}
	from := r.d.Sentences[n.sentence].First
	for first = end - 1; first >= from && end-first <= 16; first-- {
		switch t := &r.d.Tokens[first]; {
		case t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN" || t.UPOS == "AUX" || t.XPOS == "PRP$" || t.UPOS == "PUNCT" && r.norm(first) != "-" && r.norm(first) != "'s":
			return 0, 0
		case r.norm(first) == "'s" || r.norm(first) == "’s":
			if owner := r.ownerStart(first, from); (owner == from || r.opensClause(owner) || r.closed(n.last)) && r.roleHeaded(first+1) {
				return owner, end
			}
		case isArticle(r.norm(first)):
			if (first == from || r.opensClause(first) || r.closed(n.last)) && first+1 < end && r.roleHeaded(first+1) {
				return first + 1, end
			}
		case first == from || quoteMark(r.norm(first-1)) || r.norm(first-1) == "”" || speaks(r.norm(first-1)):
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
	for i > from && r.ownerWord(i-1) {
		i--
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
	if !w.capitalised() || !r.words[end-1].is(role|humanNoun) || !isNoun(r.d.Tokens[end-1].XPOS) {
		return false
	}
	for i := first; i < end; i++ {
		if !r.ownerWord(i) {
			return false
		}
	}
	return true
}

// ownedRole returns the tokens of the role that stands before a comma and a name and has an
// owner or an article: "[the club's manager], Ann Pole, left", "his [lawyer], Ann Pole".
// Inside a clause, only a mark after the name tells that from a clause which the name opens.
func (r *reader) ownedRole(n *name, at int) (first, end int) {
	end = at - 1
	from := r.d.Sentences[n.sentence].First
	if r.norm(end) != "," || end <= from || !r.words[end-1].is(role|title) {
		return 0, 0
	}
	first = end - 1
	for first > from && end-first < 8 && r.ownerWord(first-1) {
		first--
	}
	if first == from {
		return 0, 0
	}
	start := first - 1
	switch r.d.Tokens[start].XPOS {
	case "POS":
		for start > from && r.ownerWord(start-1) {
			start--
		}
		first = start
	case "DT":
	case "PRP$":
		if kin[r.norm(end-1)] { // whose, the role would not tell
			return 0, 0
		}
	default:
		return 0, 0
	}
	if start > from && !r.opensClause(start) && !r.closed(n.last) {
		return 0, 0
	}
	return first, end
}

// kin are the words for relatives.
var kin = map[string]bool{
	"wife": true, "husband": true, "son": true, "daughter": true, "mother": true, "father": true, "brother": true, "sister": true, "cousin": true,
	"uncle": true, "aunt": true, "nephew": true, "niece": true, "partner": true, "girlfriend": true, "boyfriend": true, "grandson": true, "grandmother": true, "grandfather": true, "friend": true,
}

// opensClause reports whether a clause may begin at token i by the token before.
func (r *reader) opensClause(i int) bool {
	t := &r.d.Tokens[i-1]
	return t.UPOS == "PUNCT" || t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || t.Norm == "that" || t.XPOS == "DT"
}

// ownerWord reports whether token i can be part of the name or noun that owns a role. Its
// article stays outside.
func (r *reader) ownerWord(i int) bool {
	u := r.d.Tokens[i].UPOS
	return u == "PROPN" || u == "NOUN" || u == "ADJ"
}

// closed reports whether a mark stands at token i.
func (r *reader) closed(i int) bool { return i >= len(r.words) || r.d.Tokens[i].UPOS == "PUNCT" }

func finite(xpos string) bool { return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD" }
