package quantity

import "strings"

// leftModifiers takes the modifiers in front of a reading, at most four: "more
// than about", "up to". It never leaves the sentence, and the innermost bound wins.
func (s *scan) leftModifiers(r *reading) {
	r.first = r.start
	for range 4 {
		m, first := s.leftModifier(r.first)
		if m == nil {
			break
		}
		r.first = first
		if m.kind == "approx" {
			r.approx = true
		}
		if r.bound == "" {
			r.bound = m.bound
		}
	}
	r.mod = r.first
}

func (s *scan) leftModifier(i int) (*modifier, int) {
	j := i
	if s.is(i-1, "-") && s.isWord(i-2, "sub") { // "sub-7 nanometre"
		j = i
	}
	w := s.word(j - 1)
	if w == nil {
		return nil, 0
	}
	for k := range w.leftEnd {
		m := &w.leftEnd[k]
		first := j - len(m.parts)
		if first >= 0 && s.matches(first, m.parts, false) && s.leftFits(m, first, i) {
			return m, first
		}
	}
	return nil, 0
}

// leftFits rules out prepositions that look like modifiers of the number at i.
func (s *scan) leftFits(m *modifier, first, i int) bool {
	switch m.parts[0] {
	case "up":
		return !s.has(first-1, move) // "edged up to 4.3%"
	case "over":
		if s.stretch(first, i) {
			return false
		}
		return !s.isWord(first-1, "from")
	case "about":
		return !s.has(first-1, about)
	case "sub":
		return len(m.parts) == 2
	case "near", "around", "under", "above", "below", "beyond":
		return !s.isWord(first-1, "from")
	}
	return true
}

// stretch reports whether "over" at first leads the time that something took, and no bound:
// "testified over three weeks".
func (s *scan) stretch(first, i int) bool {
	if s.isWord(i, "half") {
		return false // what half is asks in turn for the words before it
	}
	n, ok := s.number(i)
	if !ok || !s.unitTime(n.last) || s.has(first-1, lasting) {
		return false
	}
	switch t := s.tag(first - 1); t {
	case "VBD", "VBN", "NN", "NNS", "NNP", "PRP", ",":
		return !s.isWord(first-1, "took") && !s.isWord(first-1, "spent") && !s.being(first-1)
	}
	return false
}

// rightModifiers takes "or more", "or so", "-plus" behind number and unit.
func (s *scan) rightModifiers(r *reading) {
	w := s.word(r.last)
	if w == nil || r.vague && !r.low.none() {
		return
	}
	for k := range w.rightBeg {
		m := &w.rightBeg[k]
		if !s.matches(r.last, m.parts, false) {
			continue
		}
		if c := m.parts[0]; (c == "+" || c == "-") && !s.glued(r.last) || c == "+" && s.glued(r.last+1) || c == "plus" && (s.isDigits(r.last+1) || s.nounAt(r.last+1)) {
			continue
		}
		if next := r.last + len(m.parts); s.isDigits(next) || s.isDigits(next+1) && s.at(next).kind == mark {
			continue // "up 2.3 percent and up 4 percent"
		}
		r.last += len(m.parts)
		if m.kind == "approx" {
			r.approx = true
		}
		if r.bound == "" {
			r.bound = m.bound
		}
		return
	}
}

// rates reads what the quantity is per: "per month", "a barrel", "/kg", "annually".
func (s *scan) rates(r *reading) {
	if r.unit.unit == nil && r.num.ratio {
		return
	}
	if name, last := s.rateAt(r.last, r.unit.unit != nil); last > 0 {
		r.rate, r.last = name, last
	}
}

// rateAt reads a rate at atom j. After a bare number "a" is no rate.
func (s *scan) rateAt(j int, unit bool) (name string, last int) {
	switch s.lower(j) {
	case "per":
		return s.perWhat(j + 1)
	case "-":
		if (s.isWord(j+1, "a") || s.isWord(j+1, "an") || s.isWord(j+1, "per")) && s.is(j+2, "-") && s.has(j+3, perthing) {
			return s.perWhat(j + 3)
		}
	case "/":
		if a := s.at(j + 1); unit && a != nil && a.kind == letters && s.glued(j) && a.glued {
			return s.perWhat(j + 1)
		}
	case "a", "an", "every":
		if s.has(j+1, perthing) && !s.has(j+2, since) && (unit || s.unitTime(j+1)) && !s.is(j+2, "-") {
			return s.perWhat(j + 1)
		}
	default:
		if s.has(j, adverb) && unit && (j+1 >= len(s.atoms) || s.at(j+1).kind == mark || s.tag(j+1) == "IN" || s.tag(j+1) == "TO" || s.tag(j+1) == "CC") {
			return adverbTime(s.lower(j)), j + 1
		}
	}
	return "", 0
}

func (s *scan) unitTime(i int) bool {
	u := s.unitsAt(i)
	return len(u) > 0 && u[0].dimension == "time"
}

func adverbTime(w string) string {
	switch w {
	case "annually", "yearly":
		return "year"
	case "monthly":
		return "month"
	case "weekly":
		return "week"
	case "daily":
		return "day"
	}
	return "hour"
}

// perWhat names what follows "per": a time by its word, a measure by its code, a
// round number ("per 100,000 people") by its digits, a thing by its word.
func (s *scan) perWhat(j int) (name string, last int) {
	a := s.at(j)
	if a == nil || a.kind == mark {
		return "", 0
	}
	if a.kind == digits {
		n, ok := s.number(j)
		if !ok {
			return "", 0
		}
		if s.nounAt(n.last) {
			n.last++
		}
		return n.val.text(), n.last
	}
	if u := s.unitsAt(j); len(u) > 0 && !u[0].money {
		if u[0].dimension == "time" {
			return timeWord(u[0].code), u[0].last
		}
		return u[0].code, u[0].last
	}
	if t := s.tag(j); (t == "JJ" || t == "VBN" || t == "VBD") && strings.HasPrefix(s.tag(j+1), "NN") {
		j++ // "per diluted share"
	}
	return s.lower(j), j + 1
}

func timeWord(code string) string {
	switch code {
	case "a":
		return "year"
	case "mo":
		return "month"
	case "wk":
		return "week"
	case "d":
		return "day"
	case "h":
		return "hour"
	case "min":
		return "minute"
	case "s":
		return "second"
	case "10a":
		return "decade"
	}
	return code
}

// each takes the distributive word behind a reading.
func (s *scan) each(r *reading) {
	if s.has(r.last, each) {
		r.per = "each"
		r.last++
	}
}
