package quantity

import "strings"

// age turns a reading into an age: "75-year-old", "30 years old", "aged 18 to 34",
// "under the age of 5 years", and the number set off behind a name: "Senard, 65,".
func (s *scan) age(r *reading) {
	switch {
	case r.kind == "duration" && s.oldAfter(r.last) > 0:
		r.last = s.oldAfter(r.last)
		r.rule = "qty.age/1"
	case (r.kind == "cardinal" || r.kind == "duration") && !r.vague && (s.ageBefore(r.start) || s.ageBefore(r.first) || r.first < r.start && s.IsWord(r.first, "aged") || s.nextAge(r)):
		r.rule = "qty.age/2"
	case r.kind == "cardinal" && (!r.num.InWords || r.first > 1 && s.entity(s.Atoms[r.first-2].Token, "PER")) && s.setOff(r):
		r.rule = "qty.age/3"
	case r.kind == "cardinal" && s.overAge(r):
		r.rule = "qty.age/5"
	case r.kind == "cardinal" && s.said(r):
		r.rule = "qty.age/4"
	default:
		return
	}
	r.kind, r.core = "age", r.last
}

// oldAfter is the end of "old", "-old", "-olds", "of age" at j, or 0.
func (s *scan) oldAfter(j int) int {
	if s.Is(j, "-") && s.Glued(j) {
		j++
	}
	switch {
	case s.IsWord(j-1, "yo"):
		return j
	case s.IsWord(j, "old", "olds"):
		return j + 1
	case s.IsWord(j, "of") && s.IsWord(j+1, "age"):
		return j + 2
	}
	return 0
}

// nextAge reports whether r goes on with the age before it: "aged 74 and 44".
func (s *scan) nextAge(r *reading) bool {
	k := len(s.found) - 1
	return k >= 0 && s.found[k].rule == "qty.age/2" && r.first == s.found[k].last+1 && s.IsWord(r.first-1, "and")
}

func (s *scan) ageBefore(j int) bool {
	if s.IsWord(j-1, "just", "only", "barely") {
		j--
	}
	switch {
	case s.IsWord(j-1, "aged", "age", "ages"):
		return true
	case s.IsWord(j-1, "of", "is", "was"):
		return s.IsWord(j-2, "age", "ages")
	}
	return false
}

// overAge recognises the bound of an age: "people over 60", "girls 18 or younger", and the age
// of a death: "dies at 55".
func (s *scan) overAge(r *reading) bool {
	n, ok := r.num.Val.Whole(116)
	if !ok || n < 1 {
		return false
	}
	if s.IsWord(r.first, "younger", "older") || r.core < r.last && s.IsWord(r.last-1, "younger", "older") {
		return true
	}
	if r.last != r.num.Last || s.nounAt(r.last) && !s.has(r.last, when) || s.Is(r.last, "-") && s.Glued(r.last) || len(s.unitsAt(r.last)) > 0 {
		return false
	}
	if r.first == r.start {
		if s.IsWord(r.first-1, "at") && n > 4 {
			for k := r.first - 2; k > r.first-8 && !strings.HasPrefix(s.Tag(k), "VB"); k-- {
				if t := s.Tag(k - 1); strings.HasPrefix(t, "VB") && s.IsWord(k-1, "died") {
					return true // "died of cancer on Monday at 74"
				}
			}
		}
		k := r.first - 2
		for k > r.first-8 && !strings.HasPrefix(s.Tag(k), "VB") && !s.has(k, ofage) {
			k--
		}
		return s.IsWord(r.first-1, "at") && n > 9 && (s.Ends(r.last) || s.Tag(r.last) == "IN") && s.has(k, ofage) || // "voting at 16", "joined the army at 17"
			s.IsWord(r.first-2, "dies", "died", "dead", "dying", "killed", "death") && s.IsWord(r.first-1, "at")
	}
	if r.bound == "" || n < 5 || !s.isPerson(r.first-1) {
		return false
	}
	return s.IsWord(r.first, "over", "under", "above", "below")
}

// isPerson reports whether atom i is a noun of persons, or those.
func (s *scan) isPerson(i int) bool {
	if s.IsWord(i, "those", "anyone", "everyone", "anybody", "everybody", "people", "persons", "kids", "adults", "children", "women", "men", "pensioners", "youngsters", "teenagers", "girls", "boys", "males", "females", "person", "residents", "population") {
		return true
	}
	w := s.find(strings.TrimSuffix(s.Lower(i), "s"))
	return w != nil && w.class&person != 0 && strings.HasPrefix(s.Tag(i), "NNS")
}

// said recognises the age that a verb gives a person, "She turned 40", "He will be 35 in
// May", or an age of a life: "Life expectancy is 73".
func (s *scan) said(r *reading) bool {
	n, ok := r.num.Val.Whole(116)
	if !ok || n < 1 || r.last != r.num.Last || s.nounAt(r.last) && !s.has(r.last, when) || s.Is(r.last, "-") || s.IsWord(r.last, "of") {
		return false
	}
	j := r.first - 1
	if s.IsWord(j, "at") && j == 0 && s.Is(r.last, ",") && s.Tag(r.last+1) == "PRP" {
		return n > 4 // "At 34, she is the youngest"
	}
	if s.IsWord(j, "only", "just", "now") {
		j--
	}
	if s.contracted(j) { // "I'm 74", "when you're 45"
		return s.IsWord(j-2, "i", "he", "she") || s.IsWord(j-2, "you", "they") && s.IsWord(j-3, "when", "since", "until")
	}
	turned := s.IsWord(j, "turned", "turns", "turning", "turn")
	if !turned && !s.Being(j) && !s.IsWord(j, "were") {
		return false
	}
	j--
	for s.Tag(j) == "MD" || s.Tag(j) == "RB" || s.Tag(j) == "TO" || s.Being(j) || turned && (s.IsWord(j, "ve") || s.Is(j, "'", "’")) {
		j--
	}
	switch s.Lower(j) {
	case "he", "she", "i", "who":
		return n > 12 || turned || s.Ends(r.last) || s.IsWord(j-1, "when", "since", "until")
	case "despite", "of":
		return n > 12 && s.IsWord(r.first-1, "being") // "despite being 23"
	case "they":
		return n > 3 && s.IsWord(j-1, "since", "when") && s.Ends(r.last)
	}
	if a := s.At(j); a != nil && s.entity(a.Token, "PER") && n > 12 && !r.num.InWords && (s.Ends(r.last) || s.IsWord(r.last, "and", "when")) {
		return true // "Rowe was 19 when"
	}
	if turned {
		return n > 12 && s.Tag(j) == "NNP" // "Rowe turns 38"
	}
	return s.lifeSubject(j)
}

// contracted reports whether atom i is the verb of "I'm", "she's".
func (s *scan) contracted(i int) bool {
	return s.IsWord(i, "m", "s", "re") && s.Glued(i) && s.Is(i-1, "'", "’") && s.Glued(i-1)
}

// lifeSubject looks for a word that names an age in the subject that ends at atom i.
func (s *scan) lifeSubject(i int) bool {
	for k := i; k >= max(0, i-8) && !s.Is(k, ",") && !strings.HasPrefix(s.Tag(k), "VB"); k-- {
		if s.IsWord(k, "expectancy", "age") {
			return true
		}
	}
	return false
}

// setOff recognises the age between commas behind a name or a role: "The lawyer, 58, faces".
func (s *scan) setOff(r *reading) bool {
	n, ok := r.num.Val.Whole(116)
	from := r.first
	if s.IsWord(from-1, "then", "now", "also", "just") {
		from--
	}
	if from == 0 && r.first == 1 && n > 2 && r.unit.unit == nil && s.IsWord(r.last, ",", "and") && (s.Tag(r.last+1) == "PRP" || s.Tag(r.last+1) == "NNP" || s.Tag(r.last+1) == "VBG") {
		return true // "Now 26, she leads", "Now 46 and living in Ashton"
	}
	j := from - 2
	if s.Is(j, ".") {
		j-- // Jr.
	}
	if !ok || n < 1 || r.unit.unit != nil || r.first != r.num.First || r.last != r.num.Last || !s.Is(from-1, ",") || s.Glued(r.first) || s.IsDigits(r.last+1) {
		return false
	}
	named := s.Capital(j) && (strings.HasPrefix(s.Tag(j), "NN") || s.Tag(j) == "UH") && (!s.month(j) || s.Tag(j-1) == "NNP" || n > 31) || s.has(j, person) && n > 2
	if k := len(s.found) - 1; named && k >= 0 && s.found[k].rule == "qty.age/3" && r.first-s.found[k].last < 12 {
		return true // a further one in a row: "Lee, 22, Rowe, 23 and Cho, 21 died"
	}
	switch s.Text(r.last) {
	case ",", ";":
		return named
	case "and":
		return named && from < r.first // "Mr Lee, now 81 and retired"
	case ".":
		return named && r.last == len(s.Atoms)-1
	case "–", "—", "-":
		return named && !s.Glued(r.last)
	}
	return false
}

// setAge gives the age between commas to the name before it.
func (s *scan) setAge(r *reading, t int) bool {
	switch r.rule {
	case "qty.age/2":
		for t > s.Sent.First && !s.noun(t) || t > s.Sent.First && strings.HasPrefix(s.Doc.Tokens[t].Norm, "age") {
			if s.Doc.Tokens[t].Norm == "those" {
				break
			}
			t--
		}
		t++
	case "qty.age/5":
		if s.IsWord(r.first-1, "at") && !s.IsWord(r.first-2, "dead") {
			return false // "died of cancer at 74": the subject's
		}
		if s.IsWord(r.first-2, "dead") {
			t--
		}
	case "qty.age/3":
		if s.Doc.Tokens[t].Norm != "," {
			t-- // "Lee, then 16,"
		}
	default:
		return false
	}
	if k := t - 1; k >= s.Sent.First && s.Doc.Tokens[k].Norm == "those" {
		r.of = thing{s.Doc.Tokens[k].Span, s.Doc.Tokens[k].Span}
		return true
	}
	of, ok := s.tokensEnding(t - 1)
	if ok && r.rule != "qty.age/3" && !s.ages(t-1, r) {
		n, _ := s.doer(s.Atoms[r.first].Token) // "She suffered a stroke aged two"
		if ok = n >= 0 && s.ages(s.Doc.Nouns[n].Head, r); ok {
			of, ok = s.tokensEnding(s.Doc.Nouns[n].Head)
		}
	}
	if ok = ok && !(r.rule == "qty.age/2" && s.calendar(t-1)) && !s.counting(t-1); ok { // "in December, aged 19"
		r.of = of
	}
	return true
}

// ages reports whether the noun at token t is of whom has an age: a person, or several right before "aged".
func (s *scan) ages(t int, r *reading) bool {
	k, tag := s.atomAt(s.Doc.Tokens[t].Start), s.Doc.Tokens[t].XPOS
	if strings.HasPrefix(tag, "NNP") {
		return s.entity(t, "PER") || !s.place(t) && !s.entity(t, "ORG")
	}
	return s.isPerson(k) || s.has(k, person|people) || tag == "NNS" && !s.IsWord(r.first-1, "of", "age")
}
