package quantity

import "strings"

// adjunct reports whether a duration says how long or when something happened: "for two
// years", "in three months", "three days after the vote". One that a verb takes
// ("took six weeks", "lasted for two years") is measured of its subject.
func (s *scan) adjunct(r *reading) bool {
	if s.has(r.last, since) {
		return true
	}
	j := r.first - 1
	for !s.IsWord(j, "over") && (s.Tag(j) == "DT" || s.Tag(j) == "RB" || s.Tag(j) == "JJ" || s.Tag(j) == "PRP$") {
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
		case s.has(k, trade) && strings.HasPrefix(tag, "VB"):
			r.of = t
			return true
		case strings.HasPrefix(tag, "VB") || tag == "IN" || tag == "," || tag == "MD":
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
	switch s.Lower(r.first - 1) {
	case "pay", "pays", "paid", "paying", "spend", "spends", "spent", "spending", "offered", "offering", "bid":
	default:
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
	for s.Tag(j) == "DT" || s.Tag(j) == "PRP$" {
		j++
	}
	t, ok := s.phraseAt(j)
	if !ok || s.calendar(s.Doc.TokenAt(t.head.Start)) || s.unitTime(s.atomAt(t.head.Start)) {
		return false
	}
	r.of = t
	return true
}

// fined reports whether the noun that ends at atom j is who had to pay: "fined the coach $50,000".
// The sum measures none of them.
func (s *scan) fined(j int) bool {
	t, ok := s.phraseEnding(j)
	if !ok {
		return false
	}
	k := s.atomAt(t.full.Start) - 1
	if s.Tag(k) == "DT" || s.Tag(k) == "PRP$" {
		k--
	}
	switch s.Lower(k) {
	case "fine", "fined", "fines", "fining", "charge", "charged", "charges", "pay", "paid", "pays", "owe", "owed", "owes", "award", "awarded":
		return true
	}
	return false
}

// ranging reads the noun that a participle of measure follows: "claims, ranging from $200 to $4,000",
// "a fleet numbering 40".
func (s *scan) ranging(r *reading) bool {
	j := r.first - 1
	if !s.has(j, measuring) {
		return false
	}
	j--
	if s.Is(j, ",") {
		j--
	}
	t, ok := s.phraseEnding(j)
	if !ok || s.calendar(s.Doc.TokenAt(t.head.Start)) {
		return false
	}
	r.of = t
	return true
}

// subject reports whether a share is itself the subject of its clause, "65 percent were
// white, 12 percent were black": what it is of was said of the share before it, if anywhere.
func (s *scan) subject(i int) bool {
	r := &s.found[i]
	if r.kind != "percent" && r.kind != "fraction" || r.role != "" || r.first > 0 && s.Tag(r.first-1) != "," && s.Tag(r.first-1) != "CC" && s.Tag(r.first-1) != ":" {
		return false
	}
	if t := s.Tag(r.last); t != "VBD" && t != "VBZ" && t != "VBP" && t != "MD" {
		return false
	}
	if i > 0 && s.found[i-1].kind == r.kind {
		r.of = s.found[i-1].of
	}
	return true
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
	return a.kind == "percent" && !s.IsWord(a.start-1, "from") && b.kind == a.kind && a.role == "" && s.IsWord(a.last, "to") && b.first == a.last+1 && a.value.Float() > b.value.Float() && b.of.head.Empty()
}

// inBehind reads "$400,000 in bribes".
func (s *scan) inBehind(r *reading) bool {
	if r.kind != "money" || r.role != "" || r.rate != "" || !s.IsWord(r.last, "in") {
		return false
	}
	t, ok := s.phraseAt(r.last + 1)
	if !ok || s.Capital(r.last+1) {
		return false
	}
	head := s.Doc.TokenAt(t.head.Start)
	if s.calendar(head) || s.Doc.Tokens[head].XPOS != "NNS" && s.atomAt(t.head.Start) != r.last+1 {
		return false
	}
	r.of = t
	return true
}

// dimensioned reads the noun that a measure describes from behind: "snow 40 cm deep",
// "a galaxy some 13 light-years away".
func (s *scan) dimensioned(r *reading) bool {
	if r.kind != "measure" || !s.has(r.last, high) || r.role != "" {
		return false
	}
	t, ok := s.phraseEnding(r.first - 1)
	if !ok || s.calendar(s.Doc.TokenAt(t.head.Start)) {
		return false
	}
	r.of = t
	return true
}
