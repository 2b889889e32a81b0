package entity

import "github.com/claimwire/claimwire/extract"

// predicated returns the tokens of the role that a clause says its subject has: "Ann Pole is
// the [mayor of Zork]", "Ann Pole is to step down as [leader of the board]", and in a headline
// "Ann Pole: [Zork health minister] sacked". The range is empty without one.
func (r *reader) predicated(n *holder) (first, end int) {
	i := n.letter
	s := &r.d.Sentences[n.sentence]
	if r.norm(i) == "," {
		i = r.skipAge(i+1) - 1
	}
	who := r.norm(i) == "," && r.norm(i+1) == "who"
	if who {
		i += 2 // Ann Pole, who is the | mayor
	}
	if r.norm(i) == "," && r.norm(i+1) == "is" {
		i++
	}
	if r.norm(i) == "," && r.norm(i+1) == "as" {
		first, end = r.roleFrom(i+2, s.Last, true)
		if r.norm(end) == "," && r.d.Tag(end+1) != "MD" {
			return first, end // Ann Pole, as | head of the board, said
		}
		return i, i
	}
	w := r.norm(i)
	if extract.OneOf(r.norm(i+1), "also", "now", "then", "still", "once") {
		i++
	}
	switch {
	case w == ":" && r.styles[n.sentence] != plain || w == ":" && n.sentence == 0:
		if !isArticle(r.norm(i + 1)) {
			return r.roleFrom(i+1, s.Last, false)
		}
	case r.supposed(n):
	case extract.OneOf(w, "is", "was", "became", "becomes", "remains"):
		first, end = r.roleFrom(i+1, s.Last, true)
		if isArticle(r.norm(i+1)) || who && r.d.Tag(first) != "VBN" || w[0] == 'b' || w == "remains" || r.joinsBody(i+1, end) {
			return first, end
		}
	}
	if before := r.norm(n.start - 1); w == "as" && i == n.letter && !isArticle(r.norm(i+1)) && n.start > 0 && (before == "including" || before == "and" || holding[r.d.Tokens[n.start-1].Lemma]) {
		return r.roleFrom(i+1, s.Last, true) // including Ann Pole as | trade secretary
	}
	held := false
	for j := i + 1; j < min(s.Last, i+9); j++ {
		held = held || holding[r.d.Tokens[j-1].Lemma] && (r.d.Tokens[j-1].XPOS != "VBD" || !extract.OneOf(r.d.Tokens[j-1].Lemma, "fire", "dismiss"))
		if n := r.norm(j); n == "as" && (held && (r.at(j-1).is(calendar) || holding[r.d.Tokens[j-1].Lemma]) || stints[r.norm(j-1)]) || n == "as" && r.norm(j-1) == "down" || n == "of" && r.norm(j-1) == "job" {
			return r.roleFrom(j+1, s.Last, true)
		}
		if given := r.norm(j); r.d.Tokens[j-1].Lemma == "be" && extract.OneOf(given, "appointed", "elected", "reappointed", "re-elected", "named", "made") {
			if first, end := r.roleFrom(j+1, s.Last, true); end > first {
				return first, end // was appointed | home secretary
			}
		}
		if r.d.Tokens[j].UPOS == "PUNCT" || r.nameFrom(j) != nil {
			break
		}
	}
	return i, i
}

// supposed reports a name in a condition or in words that another says: if | Ann Pole is the nominee.
func (r *reader) supposed(n *holder) bool {
	quotes := 0
	for i := n.from; i < n.start; i++ {
		switch r.d.Tokens[i].XPOS {
		case "``":
			quotes++
		case "''":
			quotes--
		}
	}
	w := r.norm(n.start - 1)
	return quotes > 0 || extract.OneOf(w, "if", "whether", "unless")
}

// joinsBody reports whether the role [first, end), which has no article, says what it is of: "chairman of
// the board".
func (r *reader) joinsBody(first, end int) bool {
	return r.d.Tag(first) != "VBN" && extract.AnyToken(first+1, end, func(i int) bool { return extract.OneOf(r.norm(i), "of", "for", "at") })
}

// holding are the verbs that say with "as" what office somebody takes, holds or leaves.
var holding = map[string]bool{
	"stand": true, "step": true, "resign": true, "quit": true, "serve": true, "work": true, "appoint": true, "reappoint": true, "elect": true, "re-elect": true,
	"install": true, "act": true, "retire": true, "start": true, "begin": true, "return": true, "continue": true, "train": true,
	"name": true, "confirm": true, "nominate": true, "unveil": true, "keep": true, "replace": true, "sack": true, "oust": true, "dismiss": true, "fire": true,
}

// stints are the nouns for a time in office.
var stints = map[string]bool{"stint": true, "term": true, "spell": true, "job": true, "role": true, "post": true, "position": true, "back": true, "over": true, "sworn": true, "in": true}

// leadingAs returns the tokens of the role before a name that opens the sentence with it: "As
// [research officer with the Zork Board], Ann Pole is busy".
func (r *reader) leadingAs(n *holder) (b, end int) {
	from, first := n.from, n.start
	if quoteMark(r.norm(from)) {
		from++
	}
	if pleading[r.norm(from)] && r.norm(from+1) == "," && first == from+2 {
		return from, from + 1
	}
	if w := r.norm(from); !extract.OneOf(w, "as", "now", "currently") || r.norm(first-1) != "," || first-from > 24 {
		return first, first
	}
	b, end = r.roleFrom(from+1, first-1, true)
	if end < first-1 && !(r.norm(end) == "(") {
		return first, first
	}
	return b, end
}

// roleFrom is the role that starts at token i, without its article, with all that hangs on it by
// a preposition; it ends before last. Where far is not set, only the plain noun phrase counts.
func (r *reader) roleFrom(i, last int, far bool) (first, end int) {
	if isArticle(r.norm(i)) {
		i++
	}
	if i >= last || !r.roleHeaded(i) {
		return i, i
	}
	role := -1
	for end = i; end < last; end++ {
		t := &r.d.Tokens[end]
		switch w := r.norm(end); {
		case role < 0 && r.roleNoun(end) && (end+1 >= last || !isNoun(r.d.Tokens[end+1].XPOS)):
			role = end
		case extract.OneOf(t.UPOS, "NOUN", "PROPN", "ADJ", "NUM") || extract.OneOf(w, "'s", "-", "&"):
		case role < 0 && (t.XPOS == "VBN" || ranking[w] || w == "and" && end > i):
		case role < 0 || !far || end+1 >= last:
			last = end
		case extract.OneOf(w, "of", "for", "at", "with", "in", "to", "on") && r.opensField(end+1, w == "of"):
		case r.d.NounAt(end) >= 0 && (r.d.Tokens[end-1].UPOS == "ADP" || r.d.NounAt(end) == r.d.NounAt(end-1)): // two lobbying | and consulting firms
		case w == "and" && (r.roleHeaded(end+1) || r.d.Tokens[end-2].UPOS == "ADP" && r.d.Tokens[end+1].XPOS == "NNS"): // of sales and | acquisitions
		default:
			last = end
		}
		if end >= last {
			break
		}
	}
	end = min(end, last)
	for end > i && (extract.OneOf(r.d.Tokens[end-1].UPOS, "ADP", "DET") || r.closed(end-1)) {
		end--
	}
	if role < 0 || end <= role || !far && end != role+1 || rated[r.norm(i)] || passing[r.norm(role)] {
		return i, i
	}
	return i, end
}

// opensField reports whether what an office is of can begin at token i, behind a preposition: of | two firms, at | her bank.
func (r *reader) opensField(i int, of bool) bool {
	t := &r.d.Tokens[i]
	return !r.words[i].is(calendar) && (r.words[i].capitalised() || isArticle(t.Norm) || t.XPOS == "PRP$" || of && (isNoun(t.XPOS) || t.XPOS == "JJ"))
}

// rated are words that say how good somebody is in a role, not which it is.
var rated = map[string]bool{"right": true, "wrong": true, "best": true, "worst": true, "only": true, "good": true, "great": true, "huge": true, "active": true, "real": true, "likely": true, "main": true}

// passing are nouns that, after a verb, tell what somebody does for once.
var passing = map[string]bool{
	"hopeful": true, "candidate": true, "driver": true, "guide": true, "member": true, "man": true, "woman": true, "player": true, "winner": true,
	"advocate": true, "supporter": true, "critic": true, "opponent": true, "contender": true, "architect": true, "broker": true, "guest": true, "professional": true,
	"liar": true, "criminal": true, "celebrity": true, "isolationist": true, "favourite": true, "favorite": true,
}

// roleNoun reports a noun for what a person is.
func (r *reader) roleNoun(i int) bool {
	return isNoun(r.d.Tokens[i].XPOS) && (r.words[i].is(role|humanNoun) || r.words[i].is(title) && !r.words[i].is(honorific))
}
