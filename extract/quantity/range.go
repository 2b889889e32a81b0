package quantity

import "github.com/claimwire/claimwire/extract/number"

// span2 reads the second end of a range behind r: "5% to 10%", "$5-10 million",
// "between 40 and 60", "from 13.5 to 14.0 mm".
func (s *scan) span2(r *reading) {
	j, between := s.connector(r)
	if j == 0 || r.vague || r.num.Fraction {
		return
	}
	second, ok := s.secondEnd(r, j, between)
	if !ok {
		return
	}
	a, b := r.num, second.num
	if !a.Magnitude && b.Magnitude && a.Val.Float() < b.Val.Shift(-b.Shift).Float() {
		a.Val = a.Val.Shift(b.Shift)
	}
	from := s.IsWord(s.BeforeModifiers(r.start), "from")
	changed := from && s.changeBefore(s.BeforeModifiers(r.start)) != ""
	if a.Val.Float() >= b.Val.Float() && !from {
		return
	}
	r.low, r.high, r.value = a.Val, b.Val, number.Decimal{}
	if second.unit.unit != nil {
		r.unit = second.unit
	}
	r.last = second.last
	r.rule = "qty.range/1"
	if between {
		r.start = s.BeforeModifiers(r.start)
	}
	if from {
		r.start = s.BeforeModifiers(r.start)
		if changed || a.Val.Float() > b.Val.Float() {
			r.role, r.dir = "change", "up"
			if a.Val.Float() > b.Val.Float() {
				r.dir = "down"
			}
		}
	}
}

// connector finds what joins r to a second number, and where that number's prefix starts.
func (s *scan) connector(r *reading) (next int, between bool) {
	j := r.last
	before := s.BeforeModifiers(r.start)
	if name, end := s.rateAt(j, r.unit.unit != nil); end > 0 && s.IsWord(end, "to") {
		j, r.rate = end, name
	}
	switch {
	case s.IsWord(j, "to") && !s.IsWord(j+1, "-"):
		return j + 1, false
	case s.IsWord(j, "to"):
		return j + 2, false
	case s.Is(j, "-") && s.IsWord(j+1, "to"):
		if s.Is(j+2, "-") {
			return j + 3, false
		}
		return j + 2, false
	case s.IsWord(j, "or") && r.num.Last == j && r.num.InWords && s.nextNumber(r, j+1): // "two or three people"
		return j + 1, false
	case s.IsWord(j, "and") && s.IsWord(before, "between"):
		return j + 1, true
	case s.Is(j, "-", "–", "—", "~", "−"):
		if s.Glued(j) == s.Glued(j+1) && (s.Glued(j) || !s.Is(j, "—") && s.IsDigits(j+1) && r.unit.unit == nil) {
			return j + 1, false
		}
	}
	return 0, false
}

// nextNumber reports whether atom j is the word for the number behind that of r, "three" for two.
func (s *scan) nextNumber(r *reading, j int) bool {
	w := s.word(j)
	n, ok := r.num.Val.Whole(20)
	return ok && w != nil && w.One == int64(n)+1 && (n == 1 || s.nounAt(j+1) && len(s.unitsAt(j+1)) == 0)
}

// orTwo reads "a wing or two", "a mile or two", "a week or two".
func (s *scan) orTwo(r *reading) {
	j := r.first - 1
	t, ok := s.phraseEnding(j - 1)
	k := s.atomAt(t.full.Start) - 1
	if !ok || !s.IsWord(r.first, "two") || !s.IsWord(j, "or") || !s.IsWord(k, "a", "an") {
		return
	}
	for _, m := range s.unitsAt(j - 1) {
		if m.last == j {
			r.unit = m
		}
	}
	if r.unit.unit == nil {
		r.of = t
	}
	r.low, r.high, r.value, r.first, r.start, r.mod = number.Parse("1"), r.value, number.Decimal{}, k, k, k
}

// secondEnd reads number and unit at j and checks that they go with the first end.
func (s *scan) secondEnd(r *reading, j int, between bool) (reading, bool) {
	m, _ := s.Bound(j)
	if m != nil && m.Bound != "" && m.Bound != "<=" && s.IsWord(s.BeforeModifiers(r.start), "from") {
		return reading{}, false // two levels: "from 7,400 to more than 11,000"
	}
	j = s.PastModifiers(j)
	money := s.money
	defer func() { s.pay(money) }()
	second := reading{start: j}
	k := j
	for k < j+3 && s.At(k) != nil && s.At(k).Kind != number.Digits && (s.word(k) == nil || s.word(k).One < 0 && s.word(k).Part == 0 && s.word(k).Mag == 0) {
		k++
	}
	prefix, ok := s.prefix(k)
	if ok && prefix.first == j {
		s.pay(prefix.unit)
		second.unit = prefix
	} else if k != j {
		if n, isNum := s.Number(j); !isNum || n.Last <= j {
			return second, false
		}
		k = j
	}
	n, ok := s.Number(k)
	if !ok || n.Vague || n.One {
		return second, false
	}
	second.num, second.last = n, n.Last
	if second.unit.unit == nil {
		if m, ok := s.measure(n); ok {
			second.unit, second.last = m, m.last
		}
	}
	return second, s.endsAgree(r, &second, between)
}

// endsAgree checks units, and that neither end is a date, a clock or a score.
func (s *scan) endsAgree(r, b *reading, between bool) bool {
	a, u := r.unit.unit, b.unit.unit
	before := s.BeforeModifiers(r.start)
	from := s.IsWord(before, "from")
	to := s.IsWord(r.last, "to")
	if s.Is(b.last, "-", "–") && s.Glued(b.last) && s.IsDigits(b.last+1) && u == nil {
		return false // "from 12.5 to 20–25 billion euros"
	}
	if to && a != nil && u != nil && a.money && s.IsWord(before, "by") && b.num.Val.Float() > 3*r.num.Val.Float() {
		return false // a change and a level: "by $4 billion to $90 billion"
	}
	switch {
	case a != nil && u != nil && a.code != u.code, a != nil && u == nil && !(a.money && r.unit.first < r.num.First) && !from:
		return false
	case a == nil && u == nil && to && s.IsWord(before, "by") && s.has(before-1, up|down):
		return false
	case a == nil && u == nil && to && !from && !s.nounAt(b.last) && !b.num.Magnitude:
		return r.num.Val.Float() < b.num.Val.Float()
	case to && !from && a != nil && u != nil && (s.has(before, up|down|upword|downword) || s.IsWord(before, "by") && s.has(before-1, up|down)):
		return s.IsWord(before, "by")
	}
	return !(s.At(b.last) != nil && s.Glued(b.last) && s.IsDigits(b.last))
}

// share copies the unit of a later reading to the ones that hang before it:
// "7- or 8-inch", "eight or nine euros", "15 and 20 percent", "8 or $9".
func (s *scan) share() {
	for i := len(s.found) - 2; i >= 0; i-- {
		a, b := &s.found[i], &s.found[i+1]
		if a.unit.unit != nil || a.kind != "cardinal" || b.value.None() && b.low.None() || a.vague {
			continue
		}
		gap := s.gap(a.last, b.first)
		switch {
		case gap == "hanging":
			a.hanging = true
		case gap == "to" && b.kind == "percent" && a.value.Float() > b.value.Float(): // "won by 52 to 41 percent"
		case b.unit.unit == nil, gap == "to" && !s.IsWord(s.BeforeModifiers(a.start), "from"), gap == "," && b.rule != "qty.shared-unit/1" && (b.kind != "duration" || b.value.Float() != a.value.Float()+1):
			continue
		case gap != "or" && gap != "and" && gap != "," && gap != "to":
			continue
		case gap != "or" && b.kind == "money" && b.unit.first < b.num.First:
			continue
		}
		if b.unit.unit != nil {
			a.unit, a.kind, a.rate = unitMatch{b.unit.unit, 0, 0}, b.kind, b.rate
			a.rule = "qty.shared-unit/1"
		} else {
			a.of = b.of
		}
		if gap == "to" && !b.low.None() {
			a.value = a.value.Shift(b.num.Val.Scale - b.low.Scale) // "from 12.5 to 20–25 billion euros"
		}
	}
}

// gap names what stands between two readings, if it joins them.
func (s *scan) gap(i, j int) string {
	hanging := s.Is(i, "-") && s.Glued(i) && (!s.Glued(i+1) || s.Is(i+1, ","))
	if hanging {
		i++
	}
	if s.Is(i, ",") && j > i+1 && s.IsWord(i+1, "and", "or") {
		i++
	}
	if j != i+1 {
		return ""
	}
	switch w := s.Lower(i); {
	case hanging && (w == "or" || w == "and" || w == ","):
		return "hanging"
	case w == "or" || w == "and" || w == "," || w == "to":
		return w
	}
	return ""
}
