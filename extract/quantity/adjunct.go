package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// adjunct reports whether a duration says how long or when something happened: "for two
// years", "in three months", "three days after the vote". One that a verb takes
// ("took six weeks", "lasted for two years") is measured of its subject.
func (s *scan) adjunct(r *reading) bool {
	if r.kind != "duration" {
		return false
	}
	if s.has(r.last, since) {
		return true
	}
	j := r.first - 1
	for !s.IsWord(j, "over") && extract.OneOf(s.Tag(j), "DT", "RB", "JJ", "PRP$") {
		j-- // "the last two years"
	}
	switch s.Lower(j) {
	case "for":
		return !s.has(j-1, lasting)
	case "to":
		return r.role == "" // "sentenced to six years"
	case "in", "within", "over", "after", "during", "before", "since", "until", "every", "through", "throughout", "past", "and", "next", "last":
		return true
	}
	return false
}

// price reads what a sum was paid for: "to buy the mill for $1.2 billion".
func (s *scan) price(r *reading) bool {
	j := r.first - 1
	if r.kind != "money" {
		return false
	}
	if !s.IsWord(j, "for") {
		return s.fined(j)
	}
	if s.Tag(j-1) == "PRP" {
		return s.has(j-2, trade) // "sold them for": the pronoun is of another sentence's thing
	}
	t, ok := s.phraseEnding(j - 1)
	if !ok || s.calendar(s.Doc.TokenAt(t.head.Start)) {
		return false
	}
	for k := s.atomAt(t.full.Start) - 1; k >= max(0, j-14); k-- {
		switch tag := s.Tag(k); {
		case s.has(k, trade):
			r.of = t
			return true
		case strings.HasPrefix(tag, "VB") || tag == "IN" && !s.IsWord(k, "with"):
			return false
		}
	}
	return false
}

// paidFor reads what a sum buys that a verb of paying has before it: "paid $5 million for
// the site", "spent $365 million to buy the airline".
func (s *scan) paidFor(r *reading) bool {
	if r.kind != "money" || r.first == 0 {
		return false
	}
	k := s.foundAt(s.Atoms[r.first].Start) - 1
	list := k >= 0 && s.found[k].by == "of.paid-for" && r.first-s.atomAt(s.found[k].of.full.End) < 3 // "$9m for food, $6m for fuel"
	if !list && !s.has(r.first-1, needing) {
		return false
	}
	j := r.last
	switch {
	case s.IsWord(j, "for"):
		j++
	case s.IsWord(j, "to") && s.has(j+1, trade):
		j += 2
	default:
		return false
	}
	return r.takes(s.phraseAt(s.past(j, 1, "DT", "PRP$")))
}

// added reads what so much is added to or taken from: "adds 38% to the cost", "slashing $5m from the budget".
func (s *scan) added(r *reading) bool {
	adds := s.IsWord(r.first-1, "add", "adds", "added", "adding") && s.IsWord(r.last, "to")
	if !adds && !(s.has(r.first-1, down) && s.IsWord(r.last, "from", "off")) {
		return false
	}
	t, ok := s.phraseAt(s.past(r.last+1, 1, "DT", "PRP$"))
	return r.takes(t, ok && !s.place(s.Doc.TokenAt(t.head.Start)) && !s.calendar(s.Doc.TokenAt(t.head.Start)))
}

// seen reads what is seen to move: "They saw the number fall by 19,000", "had seen its share rise
// to 19%". Taggers take the bare verb for a noun as often as not.
func (s *scan) seen(r *reading) bool {
	j := r.first - 1
	if s.IsWord(j, "by", "to", "from") {
		j--
	}
	if t := s.Tag(j); !s.has(j, up|down) || !extract.OneOf(t, "VB", "VBP", "NN") {
		return false
	}
	t, ok := s.phraseEnding(j - 1)
	if !ok || !s.IsWord(s.beforePhrase(&t, j), "see", "sees", "saw", "seen", "seeing", "watch", "watched", "make", "makes", "made", "help", "helps", "helped") {
		return false
	}
	r.of = t
	if r.role == "" && s.IsWord(r.first-1, "by") {
		r.role, r.dir = "change", s.direction(j) // the tagger takes the verb for a noun
	}
	return true
}

// fined reports whether the noun that ends at atom j is who had to pay: "fined the coach $50,000".
// The sum measures none of them.
func (s *scan) fined(j int) bool {
	t, ok := s.phraseEnding(j)
	if !ok {
		return false
	}
	k := s.past(s.atomAt(t.full.Start)-1, -1, "DT", "PRP$")
	return s.IsWord(k, "fine", "fined", "fines", "fining", "charge", "charged", "charges", "pay", "paid", "pays", "owe", "owed", "owes", "award", "awarded")
}

// ranging reads the noun that a participle of measure follows: "claims, ranging from $200 to $4,000",
// "a fleet numbering 40".
func (s *scan) ranging(r *reading) bool {
	j := r.first - 1
	if !s.has(j, measuring) {
		return false
	}
	if j--; s.Is(j, ",") {
		j--
	}
	return r.takes(s.phraseEnding(j))
}

// subject reports whether a share is itself the subject of its clause, "65 percent were
// white, 12 percent were black": what it is of was said of the share before it, if anywhere.
func (s *scan) subject(i int) bool {
	r := &s.found[i]
	if !extract.OneOf(r.kind, "percent", "fraction", "money") || r.role != "" || !s.isSubject(r) {
		return false
	}
	for k := i - 1; k >= 0 && r.kind != "money"; k-- {
		if s.found[k].kind == r.kind && s.found[k].by != "of.before" {
			r.of = s.found[k].of
			break
		}
	}
	if r.of.head.Empty() && r.kind != "money" && s.Tag(r.last) != "VBZ" {
		r.of = s.population(r)
	}
	return true
}

// gappedShare gives a share whose verb is that of the share before it what that one is of: "16% were keen and 26% happy".
func (s *scan) gappedShare(i int) bool {
	r, p := &s.found[i], s.earlier(i)
	if p == nil || p.kind != "percent" || p.kind != r.kind || !extract.OneOf(p.by, "of.share-subject", "of.share-gapped") {
		return false
	}
	return s.IsWord(r.first-1, ",", "and") && r.takes(p.of, s.afterBreak(r.last+1) || s.IsWord(r.last+1, "and"))
}

// isSubject reports whether r is itself the subject of its clause: "After the talks, $2m was paid".
func (s *scan) isSubject(r *reading) bool {
	n, k := s.Doc.NounAt(s.Atoms[r.last-1].Token), s.past(r.last, 1, "RB")
	if t := s.Tag(k); !extract.OneOf(t, "MD", "VBD", "VBZ", "VBP", "IN") || n < 0 || s.Doc.Nouns[n].First < s.Atoms[r.first].Token-1 || s.Doc.Nouns[n].Clause < 0 || s.Doc.Nouns[n].Prep >= 0 || s.IsWord(r.first-1, "worth", "of") {
		return false
	}
	return s.Doc.Clauses[s.Doc.Nouns[n].Clause].Subject == n
}

// population is whom a share is of that is the subject of its clause: those of a survey, "a survey of adults found that 28%
// were"; those that the sentence opens with, "Among women, 60% agreed"; for several, the last that a share of the text before
// is of: "Only 18% believe it."
func (s *scan) population(r *reading) thing {
	j := r.first - 2
	for j > max(0, r.first-25) && !s.IsWord(j, "survey", "poll", "study", "census") {
		j--
	}
	if !s.IsWord(j+1, "of") {
		j = -1
	}
	if s.IsWord(j+1, "of", "among") {
		j, _ = s.pastDefinite(s.PastModifiers(j + 2))
		if n, ok := s.Number(j); ok {
			j = n.Last
		}
		if s.IsWord(j-1, "those") {
			j--
			return thing{s.Atoms[j].Span, s.Atoms[j].Span}
		}
		t, _ := s.phraseAt(j)
		return t
	}
	for k := len(s.Doc.Quantities) - 1; k >= 0 && s.Sent.Start-s.Doc.Quantities[k].End < 200; k-- {
		q := &s.Doc.Quantities[k]
		if !extract.OneOf(q.Kind, "percent", "fraction") {
			continue
		}
		if h := s.Doc.TokenAt(q.OfHead.Start); !q.OfHead.Empty() && strings.HasSuffix(s.Doc.Tokens[h].XPOS, "S") {
			return thing{q.OfSpan, q.OfHead}
		}
		break
	}
	return thing{}
}

// split reports whether reading i is one side of a vote, "58 percent to 40 percent": what
// stands before it is the voters or the winner, which neither side measures.
func (s *scan) split(i int) bool {
	return s.sides(i) || i > 0 && s.sides(i-1)
}

// sides reports whether reading i and the one behind it are the sides of a vote.
func (s *scan) sides(i int) bool {
	if i+1 >= len(s.found) {
		return false
	}
	a, b := &s.found[i], &s.found[i+1]
	return a.kind == "percent" && !s.IsWord(a.start-1, "from") && b.kind == a.kind && a.role == "" && s.IsWord(a.last, "to", "-", "–") && b.first == a.last+1 && b.first == b.start && a.value.Float() > b.value.Float()
}

// aside reads the noun behind a measure and the one in brackets that says it anew: "a 32ft
// (10m) screen".
func (s *scan) aside(i int) bool {
	r := &s.found[i]
	if i+1 >= len(s.found) || r.unit.unit == nil || !s.Is(r.last, "(") {
		return false
	}
	if !extract.OneOf(s.Tag(r.first-1), "DT", "JJ", "PRP$", "POS") {
		return false
	}
	next, end := &s.found[i+1], i+1
	for end+1 < len(s.found) && s.Is(s.found[end].last, ";") && s.found[end+1].first == s.found[end].last+1 {
		end++ // "a 50m rupee ($6m; £5m) grant"
	}
	last := s.found[end].last
	if next.unit.unit == nil || next.first != r.last+1 || !s.Is(last, ")") {
		return false
	}
	t, ok := s.phraseAt(last + 1)
	if a := s.At(last + 1); !ok && s.Tag(last+1) == "JJ" {
		t, ok = thing{a.Span, a.Span}, true // a noun that the tagger takes for an adjective: "fine"
	}
	if !ok || s.calendar(s.Doc.TokenAt(t.head.Start)) {
		return false
	}
	if r.kind == "money" && r.role == "change" {
		r.role, r.dir = "", "" // "slowed a €50bn ($54bn) package"
	}
	for k := i + 1; k <= end; k++ {
		s.equivalentOf(k)
		s.found[k-1].of = t
	}
	s.found[end].of = t
	return true
}

// compared gives a level that another is set against the thing of that one: "a 35% chance, up
// from 25%".
func (s *scan) compared(i int) bool {
	p := s.earlier(i)
	if p == nil {
		return false
	}
	r := &s.found[i]
	j := r.first - 1
	switch {
	case r.kind == "multiple":
		if p.kind != "multiple" || !s.IsWord(j, "and") {
			return false
		}
		r.of = p.of // "by four times for input and two times for output"
		return true
	case p.of.head.Empty():
		return r.kind == "percent" && p.kind == r.kind && s.IsWord(j, "from") && s.has(j-1, upword|downword) // of what the first is of is not said
	case s.IsWord(r.first, "from") && (s.Is(j, ",") || s.IsWord(j, "and")) && p.role != "":
		r.of, r.role, r.dir = p.of, "change", p.dir // "quadrupled tariffs on cars, from 25% to 100%"
		return true
	case s.IsWord(j, "from") && s.Is(j-1, ",") && p.role != "to", r.role == "to" && p.role == "from" && p.last == j:
		r.of = p.of // "a 50% rise in rents, from $7 to more than $11"
		if r.role == "" {
			r.role = "from"
		}
		return true
	}
	for s.Tag(j) == "DT" || s.IsWord(j, "only", "just") {
		j--
	}
	if s.IsWord(j, "from", "on") && s.has(j-1, upword|downword) {
		j--
	} else if s.IsWord(j, "with", "to") && s.IsWord(j-1, "compared") {
		j-- // "12% of men, compared with 9% in May"
	} else if above := j < r.first-1 && s.IsWord(j, "above", "below"); !above && !s.IsWord(j, "not", "versus") {
		return false
	} else if above && s.Tag(j-1) == "RB" {
		j-- // "a profit of $1.78, well above the $1.11 of May"
	}
	j--
	if s.Is(j, ",", "(") {
		j--
	}
	if r.kind != p.kind || r.kind != "percent" && j > s.atomAt(p.of.full.End)+6 && j > p.last+6 {
		return false
	}
	r.of = p.of
	return true
}

// gapped reads what a number is of whose verb is that of the number before it: "Sales rose 5% in May and profits 7%",
// "Petrol costs 150p and diesel 160p".
func (s *scan) gapped(i int) bool {
	r, p, j := &s.found[i], s.earlier(i), s.found[i].first-1
	if p == nil || p.kind != r.kind || p.of.full.Start > s.Atoms[p.first].Start {
		return false
	}
	if s.IsWord(j, "by", "to", "at") {
		j--
	}
	t, ok := s.phraseEnding(j)
	k := s.beforePhrase(&t, j+1)
	if !ok || k < p.last || !s.IsWord(k, "and", "while", ",", ";") || s.verbBetween(p.last, j+1) {
		return false
	}
	r.of = t
	if r.role == "" {
		r.role, r.dir = p.role, p.dir
	}
	return true
}

// earlier is the last reading before reading i that is no name, rank or time; nil if there is none.
func (s *scan) earlier(i int) *reading {
	for i--; i >= 0; i-- {
		switch p := &s.found[i]; p.kind {
		case "identifier", "ordinal", "duration", "score":
		default:
			return p
		}
	}
	return nil
}

// apposed gives a change that stands in apposition to a level what that is of: "exports were $9 billion,
// a 20% slump from May".
func (s *scan) apposed(i int) bool {
	r, j := &s.found[i], s.found[i].first-1
	p, noun := s.earlier(i), r.last
	if s.IsWord(j, "of") && s.has(j-1, changenoun) && !s.IsWord(r.last, "in") { // "an increase of 5% from May"
		noun, j = j-1, j-2
	}
	if p == nil || p.of.head.Empty() || !s.has(noun, changenoun) || !s.IsWord(j, "a", "an") || !s.Is(j-1, ",", "–", "—") || s.verbBetween(p.last, j) {
		return false
	}
	s.changeNoun(r, noun)
	r.of = p.of
	return r.role != ""
}

// mark reads what reaches a level that is called one: "the price of petrol passed the $2 mark".
func (s *scan) mark(r *reading) bool {
	if !s.IsWord(r.last, "mark", "threshold", "barrier", "milestone") {
		return false
	}
	if s.IsWord(r.first-1, "the") && s.clauseSubject(r) {
		s.mended(r)
	}
	if r.unit.unit == nil && !s.several(r.of) {
		r.of = thing{} // who passes a mark is not counted
		return true
	}
	return !r.of.head.Empty()
}

// fallen reads what a noun of change moves to a level: "the drop in prices to $40".
func (s *scan) fallen(r *reading) bool {
	j := r.first - 1
	if !s.IsWord(j, "to", "from") {
		return false
	}
	t, ok := s.phraseEnding(j - 1)
	if !ok {
		return false
	}
	k := s.beforePhrase(&t, j)
	if !s.IsWord(k, "in", "of") || !s.has(k-1, changenoun) || s.calendar(s.Doc.TokenAt(t.head.Start)) {
		return false
	}
	r.of = t
	if r.role == "" {
		r.role = s.Lower(j)
	}
	return true
}

// asked reads what a sum is asked for or agreed in: "a request to the council for $22 million".
func (s *scan) asked(r *reading) bool {
	j := r.first - 1
	if r.kind != "money" || !s.IsWord(j, "for") {
		return false
	}
	for range 3 {
		t, ok := s.phraseEnding(j - 1)
		if !ok {
			return false
		}
		if s.has(s.atomAt(t.head.Start), asking) {
			r.of = t
			return true
		}
		if j = s.past(s.atomAt(t.full.Start)-1, -1, "DT", "PRP$"); s.Tag(j) != "IN" {
			return false
		}
	}
	return false
}

// inBehind reads "$400,000 in bribes".
func (s *scan) inBehind(r *reading) bool {
	j := r.last
	if s.Is(j, "(") { // "290 million yuan ($41 million) in gains"
		for j < r.last+8 && !s.Is(j, ")") {
			j++
		}
		j++
	}
	if r.kind != "money" || r.role != "" && !s.IsWord(r.first-1, "add", "adds", "added", "adding") || r.rate == "hour" || !s.IsWord(j, "in") || s.Tag(j+1) == "VBG" && extract.OneOf(s.Tag(j+2), "JJ", "NNP", "DT") {
		return false
	}
	t, ok := s.phraseAt(j + 1)
	head := s.Doc.TokenAt(t.head.Start)
	norm := s.Doc.Tokens[head].Norm
	if !ok || s.Capital(j+1) && s.Capital(s.atomAt(t.head.Start)) || strings.HasPrefix(norm, "mid-") {
		return false
	}
	if t.full != t.head {
		norm = "" // "in market value"
	}
	if extract.OneOf(norm, "value", "size", "worth", "total", "trading", "return", "advance", "full", "part", "place", "court", "person", "addition", "turn", "response", "exchange", "terms", "theory", "practice", "fact", "respect", "relation", "connection") {
		return false
	}
	r.of = t
	if name, last := s.rateAt(s.atomAt(t.full.End), true); last > 0 {
		r.rate = name // "£8.24 in support per week"
	}
	return true
}

// dimensioned reads the noun that a measure describes from behind: "snow 40 cm deep",
// "a galaxy some 13 light-years away".
func (s *scan) dimensioned(r *reading) bool {
	if r.kind != "measure" || !s.has(r.last, high) || r.role != "" {
		return false
	}
	if a := s.At(r.first - 1); s.IsWord(r.last, "away") && a != nil && a.Kind == number.Mark {
		r.of, _ = s.phraseEnding(r.first - 2) // "a rally in Ashton - 90 miles away"
		return true
	}
	t, ok := s.phraseEnding(s.past(r.first-1, -1, "RB"))
	if !ok {
		return false
	}
	r.of = t
	n := s.Doc.NounAt(s.Doc.TokenAt(t.head.Start))
	for n >= 0 && s.Doc.Nouns[n].Link == "prep" && strings.HasPrefix(s.Doc.Tokens[s.Doc.Nouns[n].Head].XPOS, "NNP") {
		n = s.Doc.Nouns[n].On
		if inner, ok := s.tokensEnding(s.Doc.Nouns[n].Head); ok {
			r.of = inner // "a depot in Ashton 40 miles from the border"
		}
	}
	return true
}
