package quantity

import "strings"

// age turns a reading into an age: "75-year-old", "30 years old", "aged 18 to 34",
// "under the age of 5 years", and the number set off behind a name: "Senard, 65,".
func (s *scan) age(r *reading) {
	switch {
	case r.kind == "duration" && s.oldAfter(r.last) > 0:
		r.last = s.oldAfter(r.last)
		r.rule = "qty.age/1"
	case (r.kind == "cardinal" || r.kind == "duration") && s.ageBefore(r.start) && !r.vague:
		r.rule = "qty.age/2"
	case r.kind == "cardinal" && !r.num.inWords && s.setOff(r):
		r.rule = "qty.age/3"
	case r.kind == "cardinal" && s.said(r):
		r.rule = "qty.age/4"
	default:
		return
	}
	r.kind, r.core = "age", r.last
}

// oldAfter is the end of "old", "-old", "-olds", "of age" at j, or 0.
func (s *scan) oldAfter(j int) int {
	if s.is(j, "-") && s.glued(j) {
		j++
	}
	switch {
	case s.isWord(j-1, "yo"):
		return j
	case s.isWord(j, "old") || s.isWord(j, "olds"):
		return j + 1
	case s.isWord(j, "of") && s.isWord(j+1, "age"):
		return j + 2
	}
	return 0
}

func (s *scan) ageBefore(j int) bool {
	switch {
	case s.isWord(j-1, "aged") || s.isWord(j-1, "age") || s.isWord(j-1, "ages"):
		return true
	case s.isWord(j-1, "of"):
		return s.isWord(j-2, "age") || s.isWord(j-2, "ages")
	}
	return false
}

// said recognises the age that a verb gives a person, "She turned 40", "He will be 35 in
// May", or an age of a life: "Life expectancy is 73".
func (s *scan) said(r *reading) bool {
	n, ok := r.num.val.whole(116)
	if !ok || n < 1 || r.vague || r.last != r.num.last || s.nounAt(r.last) && !s.has(r.last, when) || s.is(r.last, "-") {
		return false
	}
	j := r.first - 1
	if s.isWord(j, "at") && j == 0 && s.is(r.last, ",") && (s.tag(r.last+1) == "PRP" || s.tag(r.last+1) == "NNP") {
		return n > 4 // "At 34, she is the youngest"
	}
	if s.isWord(j, "only") || s.isWord(j, "just") || s.isWord(j, "now") {
		j--
	}
	if s.contracted(j) {
		return s.isWord(j-2, "i") || s.isWord(j-2, "he") || s.isWord(j-2, "she") // "I'm 74"
	}
	turned := s.isWord(j, "turned") || s.isWord(j, "turns") || s.isWord(j, "turning") || s.isWord(j, "turn")
	if !turned && !s.being(j) {
		return false
	}
	j--
	for s.tag(j) == "MD" || s.tag(j) == "RB" || s.tag(j) == "TO" || s.being(j) || turned && s.isWord(j, "has") {
		j--
	}
	switch s.lower(j) {
	case "he", "she", "i", "who":
		return n > 12 || turned || s.ends(r.last)
	}
	return !turned && s.lifeSubject(j)
}

// contracted reports whether atom i is the verb of "I'm", "she's".
func (s *scan) contracted(i int) bool {
	return (s.isWord(i, "m") || s.isWord(i, "s")) && s.glued(i) && (s.is(i-1, "'") || s.is(i-1, "’")) && s.glued(i-1)
}

func (s *scan) being(i int) bool {
	switch s.lower(i) {
	case "is", "was", "be", "am", "been", "being":
		return true
	}
	return false
}

// lifeSubject looks for a word that names an age in the subject that ends at atom i.
func (s *scan) lifeSubject(i int) bool {
	for k := i; k >= max(0, i-8) && !s.is(k, ",") && !strings.HasPrefix(s.tag(k), "VB"); k-- {
		if s.isWord(k, "expectancy") || s.isWord(k, "age") {
			return true
		}
	}
	return false
}

// setOff recognises the age between commas behind a name or a role: "The lawyer, 58, faces".
func (s *scan) setOff(r *reading) bool {
	n, ok := r.num.val.whole(116)
	j := r.first - 2
	if s.is(j, ".") && s.glued(j) {
		j-- // Jr.
	}
	if !ok || n < 1 || r.unit.unit != nil || r.first != r.num.first || r.last != r.num.last || !s.is(r.first-1, ",") || s.glued(r.first) || s.isDigits(r.last+1) {
		return false
	}
	named := s.capital(j) && (s.tag(j) == "NNP" || s.tag(j) == "NN") && !s.month(j) || s.has(j, person) && n > 2
	switch s.text(r.last) {
	case ",", ";":
		return named
	case ".":
		return named && r.last == len(s.atoms)-1
	case "–", "—", "-":
		return named && !s.glued(r.last)
	}
	return false
}
