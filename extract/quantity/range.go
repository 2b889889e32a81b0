package quantity

// span2 reads the second end of a range behind r: "5% to 10%", "$5-10 million",
// "between 40 and 60", "from 13.5 to 14.0 mm".
func (s *scan) span2(r *reading) {
	j, between := s.connector(r)
	if j == 0 || r.vague || r.num.ratio || r.num.fraction && !between {
		return
	}
	second, ok := s.secondEnd(r, j, between)
	if !ok {
		return
	}
	a, b := r.num, second.num
	if !a.magnitude && b.magnitude && a.val.float() < b.val.shift(-b.shift).float() {
		a.val = a.val.shift(b.shift)
	}
	from := s.isWord(s.beforeModifiers(r.start), "from")
	changed := from && s.changeBefore(s.beforeModifiers(r.start)) != ""
	if a.val.float() >= b.val.float() && !from {
		return
	}
	r.low, r.high, r.value = a.val, b.val, decimal{}
	if second.unit.unit != nil {
		r.unit = second.unit
	}
	r.last = second.last
	r.rule = "qty.range/1"
	if between && s.isWord(s.beforeModifiers(r.start), "between") {
		r.start = s.beforeModifiers(r.start)
	}
	if from {
		r.start = s.beforeModifiers(r.start)
		if changed || a.val.float() > b.val.float() {
			r.role, r.dir = "change", "up"
			if a.val.float() > b.val.float() {
				r.dir = "down"
			}
		}
	}
}

// connector finds what joins r to a second number, and where that number's prefix starts.
func (s *scan) connector(r *reading) (next int, between bool) {
	j := r.last
	before := s.beforeModifiers(r.start)
	if name, end := s.rateAt(j, r.unit.unit != nil); end > 0 && s.isWord(end, "to") {
		j, r.rate = end, name
	}
	switch {
	case s.isWord(j, "to") && !s.isWord(j+1, "-"):
		return j + 1, false
	case s.isWord(j, "to"):
		return j + 2, false
	case s.is(j, "-") && s.isWord(j+1, "to"):
		if s.is(j+2, "-") {
			return j + 3, false
		}
		return j + 2, false
	case s.isWord(j, "and") && s.isWord(before, "between"):
		return j + 1, true
	case s.is(j, "-") || s.is(j, "–") || s.is(j, "—") || s.is(j, "~") || s.is(j, "−"):
		if s.glued(j) == s.glued(j+1) && (s.glued(j) || !s.is(j, "—") && s.isDigits(j+1) && r.unit.unit == nil) {
			return j + 1, false
		}
	}
	return 0, false
}

// beforeModifiers is the atom before number, prefix and modifiers that start at i.
func (s *scan) beforeModifiers(i int) int {
	for range 4 {
		m, first := s.leftModifier(i)
		if m == nil {
			break
		}
		i = first
	}
	return i - 1
}

// secondEnd reads number and unit at j and checks that they go with the first end.
func (s *scan) secondEnd(r *reading, j int, between bool) (reading, bool) {
	j = s.pastModifiers(j)
	money := s.money
	defer func() { s.money = money }()
	second := reading{start: j}
	k := j
	for k < j+3 && s.at(k) != nil && s.at(k).kind != digits && (s.word(k) == nil || s.word(k).one < 0 && s.word(k).part == 0 && s.word(k).mag == 0) {
		k++
	}
	prefix, ok := s.prefix(k)
	if ok && prefix.first == j {
		s.money = prefix.unit
		second.unit = prefix
	} else if k != j {
		if n, isNum := s.number(j); !isNum || n.last <= j {
			return second, false
		}
		k = j
	}
	n, ok := s.number(k)
	if !ok || n.vague || n.one {
		return second, false
	}
	second.num, second.last = n, n.last
	if second.unit.unit == nil {
		if m, ok := s.measure(n); ok {
			second.unit, second.last = m, m.last
		}
	}
	return second, s.endsAgree(r, &second, between)
}

// pastModifiers is the atom behind modifiers that start at j: "to about $5", "to more than $1 million".
func (s *scan) pastModifiers(j int) int {
	for k := j + 1; k < j+5 && k < len(s.atoms); k++ {
		if s.beforeModifiers(k)+1 == j {
			if w := s.word(k); s.isDigits(k) || w != nil && (w.one >= 0 || w.phrases != nil) {
				return k
			}
		}
	}
	return j
}

// endsAgree checks units, and that neither end is a date, a clock or a score.
func (s *scan) endsAgree(r, b *reading, between bool) bool {
	a, u := r.unit.unit, b.unit.unit
	before := s.beforeModifiers(r.start)
	from := s.isWord(before, "from")
	to := s.isWord(r.last, "to")
	switch {
	case a != nil && u != nil && a.code != u.code:
		return false
	case a != nil && u == nil && !(a.money && r.unit.first < r.num.first) && !between && !from:
		return false
	case a == nil && u == nil && to && s.isWord(before, "by") && s.has(before-1, up|down):
		return false
	case a == nil && u == nil && to && !from && !s.nounAt(b.last) && !r.num.magnitude && !b.num.magnitude:
		return r.num.val.float() < b.num.val.float() && !s.has(r.first-1, scoreword)
	case to && !from && (a != nil && u != nil) && (s.has(before, up|down|upword|downword) || s.isWord(before, "by") && s.has(before-1, up|down)) && r.unit.first != b.unit.first:
		return s.isWord(before, "by")
	}
	if s.at(b.last) != nil && s.glued(b.last) && s.isDigits(b.last) {
		return false
	}
	return true
}

// share copies the unit of a later reading to the ones that hang before it:
// "7- or 8-inch", "eight or nine euros", "15 and 20 percent", "8 or $9".
func (s *scan) share() {
	for i := len(s.found) - 2; i >= 0; i-- {
		a, b := &s.found[i], &s.found[i+1]
		if a.unit.unit != nil || a.kind != "cardinal" || b.value.none() || b.kind == "identifier" || a.vague {
			continue
		}
		gap := s.gap(a.last, b.first)
		switch {
		case gap == "hanging":
			a.hanging = true
		case gap != "or" && gap != "and" && (gap != "," || b.rule != "qty.shared-unit/1") || b.unit.unit == nil:
			continue
		case gap != "or" && (b.kind == "money" && b.unit.first < b.num.first || b.kind == "duration" && a.hyphen):
			continue
		}
		if b.unit.unit != nil {
			a.unit, a.kind, a.rate = unitMatch{b.unit.unit, 0, 0}, b.kind, b.rate
			a.rule = "qty.shared-unit/1"
		} else {
			a.of = b.of
		}
		if m := b.num; gap == "or" && !a.num.magnitude && m.magnitude && a.value.float() < m.val.shift(-m.shift).float() && a.value.float() < 1000 {
			a.value = a.value.shift(m.shift)
		}
	}
}

// gap names what stands between two readings, if it joins them.
func (s *scan) gap(i, j int) string {
	hanging := s.is(i, "-") && s.glued(i) && (!s.glued(i+1) || s.is(i+1, ","))
	if hanging {
		i++
	}
	if s.is(i, ",") && j > i+1 && (s.isWord(i+1, "and") || s.isWord(i+1, "or")) {
		i++
	}
	if j != i+1 {
		return ""
	}
	switch w := s.lower(i); {
	case hanging && (w == "or" || w == "and" || w == "," || w == "to"):
		return "hanging"
	case w == "or" || w == "and" || w == ",":
		return w
	}
	return ""
}
