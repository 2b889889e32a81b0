package quantity

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// subjects finds for each count, and each measure of nothing, what the figure is about: the firm of "The firm is cutting 6,000 jobs", the survey of "a survey of
// 2,000 voters". A pronoun is none.
func (s *scan) subjects() {
	for i := range s.found {
		r := &s.found[i]
		if extract.OneOf(r.kind, "identifier", "ordinal", "score", "age", "duration") {
			continue
		}
		t, ok := s.opponent(i)
		switch {
		case ok:
			r.subject = s.wholeName(t)
			continue
		case r.equivalent > 0:
			r.subject = s.found[r.equivalent-1].subject
			continue
		case i > 0 && s.sides(i-1): // the loser's share: "won by 52 to 41 percent"
			continue
		}
		if before := !r.of.head.Empty() && r.of.full.End < s.Atoms[r.start].Start; before && (r.role == "" && extract.OneOf(r.kind, "percent", "cardinal") || r.kind == "point" || r.unit.unit == indexPoint && s.ofVotes()) && s.entity(s.Doc.TokenAt(r.of.head.End-1), "PER") {
			r.subject, r.of = s.wholeName(r.of), thing{} // "Rowe was at 10 percent": a share is of no person
			continue
		}
		if r.hyphen || !r.of.head.Empty() && (r.unit.unit != nil || r.kind == "multiple" || r.of.full.Start < s.Atoms[r.start].Start) {
			continue // what is measured is what it is about
		}
		if i > 0 && !r.whole.Empty() && r.whole.Start == s.Atoms[s.found[i-1].start].Start || s.known(r) {
			continue // "40 people, including 12 children": the whole says it
		}
		t = s.about(r)
		if t.head.Empty() {
			t = r.subject
		}
		if t.head.Empty() {
			t = s.taker(r)
		}
		r.subject = thing{}
		t = s.wholeName(s.allOf(t))
		if t.head.Empty() || t.full.Overlaps(r.of.full) && !r.of.head.Empty() || s.counting(s.Doc.TokenAt(t.head.Start)) {
			continue
		}
		r.subject = t
	}
}

// wholeName is t with the whole of the name that its head stands in: the Club for Growth of "The Club for Growth spent $1.5 million".
func (s *scan) wholeName(t thing) thing {
	if t.head.Empty() {
		return t
	}
	head, e := s.Doc.TokenAt(t.head.Start), s.Doc.Entities
	k := sort.Search(len(e), func(k int) bool { return e[k].Last > head })
	if k == len(e) || e[k].First > head || e[k].First < s.Sent.First {
		return t
	}
	first := e[k].First
	if s.Doc.Tokens[first].XPOS == "DT" {
		first++
	}
	t.full.Start, t.full.End = min(t.full.Start, s.Doc.Tokens[first].Start), max(t.full.End, s.Doc.Tokens[e[k].Last-1].End)
	return t
}

// known reports whether r counts what the reader has met: "the two firms", "its eight members".
// Such a number tells nothing new of the subject of its verb.
func (s *scan) known(r *reading) bool {
	j := r.first - 1
	for j > r.first-4 && (extract.OneOf(s.Tag(j), "JJ", "VBG") || s.IsWord(j, "total")) {
		j--
	}
	return s.IsWord(j, "the", "these", "those", "all", "both") || s.Tag(j) == "POS" || s.Tag(j) == "PRP$" && !s.IsWord(j-1, "of")
}

// allOf takes in what is listed with a subject: the whole of "Spain and India are two teams". A
// subject that only names a part of something is none.
func (s *scan) allOf(t thing) thing {
	if t.head.Empty() {
		return t
	}
	n := s.Doc.NounAt(s.Doc.TokenAt(t.head.End - 1))
	if n < 0 {
		return t
	}
	d := s.Doc
	if extract.OneOf(d.Tokens[d.Nouns[n].Head].Norm, "part", "half", "rest", "times", "week", "month", "year", "day", "one", "anyone", "everyone", "nobody", "everybody") {
		return thing{}
	}
	first := &d.Nouns[n]
	if first.Link == "list" {
		first = &d.Nouns[first.On]
	}
	start := first.First
	if first.Det == start {
		start++
	}
	for k := start + 1; k < d.Nouns[n].Head; k++ {
		if d.Tokens[k].XPOS != "CC" {
			continue
		}
		if start < s.Sent.First || extract.AnyToken(start, k, s.counting) || d.Nouns[n].Last-start > 8 || first.Prep >= 0 {
			return thing{}
		}
		t.full.Start = d.Tokens[start].Start
		break
	}
	return t
}

// about is the subject of r: the noun that governs it, the subject of its verb, or what
// stands behind it with "of".
func (s *scan) about(r *reading) thing {
	if t, ok := s.governor(r); ok {
		return t
	}
	c := *r
	c.of, c.about, c.rule, c.role = thing{}, true, "", ""
	if !s.heads(r) && !s.loose(r) && s.clauseSubject(&c) {
		if c.certain {
			return c.of
		}
		n, _ := s.doer(s.Atoms[r.first].Token)
		if head := s.Doc.TokenAt(c.of.head.End - 1); n >= 0 {
			if w := s.Doc.NounAt(head); s.Doc.Nouns[n].Head != head && !s.counting(s.Doc.Nouns[n].Head) && (w < 0 || s.Doc.Nouns[w].Link != "list" || s.Doc.Nouns[w].On != n) {
				return thing{} // in doubt
			}
		} else if w := s.Doc.NounAt(head); w >= 0 && s.Doc.Nouns[w].Prep >= 0 && !strings.HasPrefix(s.Doc.Tokens[head+1].XPOS, "W") {
			return thing{} // what a preposition governs does nothing
		}
		if t, ok := s.told(c.verb); n < 0 && ok {
			return t
		}
		return c.of
	}
	if k := s.atomAt(r.of.full.End); !r.of.head.Empty() && s.IsWord(k, "of") && r.whole.Empty() && s.heads(r) {
		if t, ok := s.phraseAt(s.past(k+1, 1, "DT", "PRP$")); ok {
			return t
		}
	}
	return thing{}
}

// taker is the subject of the finite verb that has r as its object, as the phrases have it: the strike of "A rocket strike
// on a field in Ashton killed 12 people". What stands right before the verb is no other subject, nor is an aside left open.
func (s *scan) taker(r *reading) thing {
	n, v := s.doer(s.Atoms[r.first].Token)
	if n < 0 || r.kind == "multiple" || s.heads(r) || s.loose(r) {
		return thing{}
	}
	noun, verb, tokens := &s.Doc.Nouns[n], &s.Doc.Verbs[v], s.Doc.Tokens
	last := &tokens[verb.Last-1]
	w, k := s.find(last.Norm), s.atomAt(last.Start)
	if verb.First <= noun.Head || !verb.Finite || verb.Own < 0 || noun.Prep >= 0 || w != nil && w.class&telling != 0 || s.Being(k) || s.IsWord(k, "are", "were") || !s.objectOf(r, verb.Last-1) {
		return thing{}
	}
	before := s.Doc.NounAt(verb.First - 1)
	if pronoun := tokens[verb.First-1]; pronoun.XPOS == "PRP" && !strings.Contains(pronoun.Norm, "sel") || before >= 0 && s.Doc.Nouns[before].First >= noun.Full {
		return thing{}
	}
	open := extract.AnyToken(noun.Last, verb.First-1, func(k int) bool { return tokens[k].Norm == "," })
	if open && tokens[verb.First-1].XPOS != "," {
		return thing{}
	}
	t, _ := s.tokensEnding(noun.Head)
	return t
}

// told is who is to do what the infinitive at token t says, by the noun right before it: the firm of "caused the firm to
// pay $5 million". Of "his plan to sell 40 shops" the text does not say it.
func (s *scan) told(t int) (thing, bool) {
	v := s.Doc.VerbAt(t)
	if v < 0 || !s.Doc.Verbs[v].To || s.Doc.NounAt(s.Doc.Verbs[v].First-1) < 0 {
		return thing{}, false
	}
	n := &s.Doc.Nouns[s.Doc.NounAt(s.Doc.Verbs[v].First-1)]
	first, head := &s.Doc.Tokens[n.First], &s.Doc.Tokens[n.Head]
	if first.XPOS == "PRP$" || first.XPOS == "NNP" && head.XPOS == "NN" {
		return thing{}, true
	}
	if n.Prep >= 0 || head.XPOS != "NNP" && !s.isPerson(s.atomAt(head.Start)) {
		return thing{}, false
	}
	return s.tokensEnding(n.Head)
}

// loose reports whether r says nothing of the subject of its verb: "one of the men", or a phrase that only gives the
// circumstances: "for two reasons", "went to two shops". What a verb is done by, leads to or consists of tells of it.
func (s *scan) loose(r *reading) bool {
	j := r.first - 1
	switch s.Lower(j) {
	case "among", "amongst", "like", "during", "across", "after", "before", "with", "for", "from", "over", "in", "at", "about", "amid":
		return true
	case "of", "between":
		done := strings.HasPrefix(s.Tag(j-1), "VB") || s.Tag(j-1) == "RP" || s.IsWord(j-1, "support", "backing", "endorsement", "equivalent")
		return r.num.One || s.counting(s.At(max(0, j-1)).Token) || !r.of.head.Empty() && !s.points(r) && !done
	case "to":
		return r.num.One || s.IsWord(j-1, "according", "compared") || !r.of.head.Empty() && !s.IsWord(j-1, "led", "lead", "leads", "leading", "amounted", "amounts", "home")
	case "by":
		return r.num.One
	}
	return r.num.One || s.Tag(j) == "IN" && !r.of.head.Empty()
}

// opponent is whose figure reading i is, where it stands against that of the subject of the verb: the senator of "beat
// the senator 52% to 48%" and of "12 votes to the senator's nine". A count that takes up the thing of the one before it
// has the subject of its own verb: "Rowe won 12 medals and Cho won nine".
func (s *scan) opponent(i int) (thing, bool) {
	switch r, j := &s.found[i], s.found[i].first-1; {
	case s.Tag(j) == "POS" && (r.of.head.Empty() || r.of.full.End < s.Atoms[j].Start):
		for s.Tag(j) == "POS" {
			j--
		}
		t, ok := s.phraseEnding(j)
		k := s.beforePhrase(&t, j+1)
		return t, ok && !s.calendar(s.At(j).Token) && (s.IsWord(k, "to", "than", "with", "against", "versus", "and") || r.kind == "money")
	case i > 0 && s.Tag(j) == "NNP" && r.kind == s.found[i-1].kind && (r.of.head.Empty() || r.of == s.found[i-1].of):
		t, ok := s.phraseEnding(j) // "Rowe has 12 delegates and Cho nine"
		k := s.beforePhrase(&t, j+1)
		return t, ok && s.found[i-1].last <= k && s.IsWord(k, "and", "while", ",", ";") && !s.place(s.At(j).Token)
	case i > 0 && s.IsWord(j, "to") && s.found[i-1].last == j && r.kind == s.found[i-1].kind && r.role == "":
		j = s.found[i-1].first - 1
		for s.IsWord(j, "by") || s.Is(j, ",") {
			j--
		}
		t, ok := s.phraseEnding(j)
		return t, ok && (strings.HasPrefix(s.Tag(j), "NNP") || s.has(j, person)) && strings.HasPrefix(s.Tag(s.beforePhrase(&t, j+1)), "VB")
	case s.IsWord(j, "with") && !s.IsWord(j-1, "compared") && (r.kind == "percent" || r.kind == "cardinal" && !r.vague) && (r.of.head.Empty() || s.IsWord(s.atomAt(r.of.head.Start), "support", "vote", "count")):
		n, v := s.doer(s.Atoms[j].Token) // "Rowe leads the field with 40 percent"
		if n < 0 || !s.entity(s.Doc.Nouns[n].Head, "PER") || s.Tag(r.last) == "VBG" || i > 0 && s.found[i-1].kind == r.kind && s.Atoms[s.found[i-1].first].Token > s.Doc.Verbs[v].First {
			return thing{}, false
		}
		return s.tokensEnding(s.Doc.Nouns[n].Head)
	case i > 0 && r.kind == "cardinal" && !r.of.head.Empty() && r.of == s.found[i-1].of:
		t, end := s.about(r), s.Atoms[s.found[i-1].last].Start
		if all := s.allOf(t); all.full.Start > end {
			t = all
		}
		return t, t.head.Start > end && t.head != r.of.head
	}
	return thing{}, false
}

// governor is the noun that a preposition joins to r: "a survey of 2,000 voters", "cuts on 50
// products".
func (s *scan) governor(r *reading) (thing, bool) {
	j := s.past(r.first-1, -1, "DT", "PRP$", "JJ")
	if !s.IsWord(j, "of", "on", "in", "among", "to", "between") {
		return thing{}, false
	}
	t, ok := s.phraseEnding(j - 1)
	if !ok || s.IsWord(j-1, "equivalent") || s.calendar(s.Doc.TokenAt(t.head.Start)) || s.has(s.atomAt(t.head.Start), numbernoun|counting) || s.IsWord(j, "in") && !s.countingNoun(t) {
		return thing{}, false
	}
	head := &s.Doc.Tokens[s.Doc.TokenAt(t.head.Start)]
	if extract.OneOf(head.Norm, "front", "part", "side", "top", "end", "lot", "case", "terms", "place", "spite", "one", "kind", "sort", "type", "course", "view", "basis", "back", "support", "backing", "stake", "stakes") {
		return thing{}, false
	}
	if named := head.XPOS == "NNP" || s.amounts(s.Doc.TokenAt(t.head.Start)) || !s.IsWord(j, "of"); !s.countingNoun(t) && !s.sized(head.Norm) && (named || !r.of.head.Empty() || s.Tag(r.last) == "VBG" || s.IsWord(r.last, "of")) {
		return thing{}, true
	}
	return t, true
}

// sized reports whether the number behind a noun is its size: "a survey of 2,000 voters", "cuts on 50 products". The views,
// the support and the arrest of so many have none.
func (s *scan) sized(norm string) bool {
	return extract.OneOf(strings.TrimSuffix(norm, "s"), "survey", "poll", "study", "sample", "ballot", "workforce", "fleet", "crowd", "audience", "population", "list", "network", "panel", "association", "alliance", "coalition", "company", "convoy",
		"batch", "haul", "quota", "order", "donation", "delivery", "record", "target", "margin", "forecast", "estimate", "backlog", "portfolio", "collection", "cut", "stake", "surplus", "shipment", "error", "injurie", "jury", "trial", "board", "committee", "crew", "team", "squad")
}

// countingNoun reports whether a figure behind "in" tells of t: a noun of change.
func (s *scan) countingNoun(t thing) bool { return s.has(s.atomAt(t.head.Start), changenoun) }

// heads reports whether r with its noun is itself the subject of a verb, or opens its clause.
func (s *scan) heads(r *reading) bool {
	k := s.behind(r)
	if !r.of.head.Empty() {
		k = s.atomAt(r.of.full.End)
	}
	if w := s.Lower(r.first - 1); r.first == 0 || w == "that" || conjoins(w) {
		return true
	}
	switch t := s.Tag(s.past(k, 1, "RB")); {
	case extract.OneOf(t, "MD", "VBD", "VBZ", "VBP"):
		return s.Tag(r.first-1) != "IN"
	}
	return extract.OneOf(s.Tag(r.first-1), ",", ":", "``", "CC", "WRB")
}
