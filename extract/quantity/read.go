package quantity

import "github.com/claimwire/claimwire/extract"

// A reading is one quantity while its sentence is being read, in atoms.
type reading struct {
	first, last int // with modifiers
	num         number
	unit        unitMatch // zero without one
	rate        string    // "month", "share"
	kind        string
	value       decimal
	low, high   decimal
	mod         int // first atom of the modifiers on the left; equal to the start of number and prefix if there are none
	core        int // end of number and unit, before modifiers on the right and rates
	start       int // start of sign, prefix and number
	bound       string
	approx      bool
	vague       bool
	role, dir   string
	per         string
	group       int
	equivalent  int // index in found, plus one
	whole       extract.Span
	of          thing
	rank        string // of an ordinal, which has no value
	hanging     bool   // "7- or 8-inch": the unit follows later
	hyphen      bool   // joined to the next word: "six-cylinder"
	rule        string
}

// A thing is what is counted or measured.
type thing struct{ full, head extract.Span }

// read reads the quantity whose number starts at atom i.
func (s *scan) read(i int) (reading, bool) {
	r := reading{start: i}
	s.money = nil
	prefix, money := s.prefix(i)
	if money {
		s.money = prefix.unit
		r.start = prefix.first
	}
	n, ok := s.number(i)
	if part, over := s.over(n); ok && over && !money {
		n = part
	}
	if !ok || n.one && !s.countsOne(n) {
		return r, false
	}
	r.num = n
	s.sign(&r)
	if ratio, ok := s.inRatio(r.num); ok && !money {
		r.num = ratio
	}
	if money {
		r.unit = prefix
		r.last = r.num.last
		s.doubleCode(&r)
	} else if m, ok := s.measure(r.num); ok {
		r.unit, r.last = m, m.last
	} else {
		r.last = r.num.last
	}
	s.codeMagnitude(&r)
	s.lateMagnitude(&r)
	s.minor(&r)
	r.value, r.low, r.high, r.vague = r.num.val, r.num.low, r.num.high, r.num.vague
	s.vagueUnit(&r)
	if r.vague && !r.value.none() {
		r.vague, r.approx = false, true // a couple
	}
	s.span2(&r)
	r.core = r.last
	s.leftModifiers(&r)
	s.rightModifiers(&r)
	s.rates(&r)
	s.each(&r)
	s.classify(&r)
	return r, true
}

// vagueUnit reads the unit behind a plural: "billions of dollars", "hundreds of miles".
func (s *scan) vagueUnit(r *reading) {
	if !r.vague || r.low.none() && r.value.none() || r.unit.unit != nil || !s.isWord(r.last, "of") {
		return
	}
	for _, m := range s.unitsAt(r.last + 1) {
		if s.unitFits(r.num, m, false) && s.atoms[m.first].kind == letters {
			r.unit, r.last = m, m.last
			return
		}
	}
}

// codeMagnitude counts the million in codes such as MEUR and MUSD.
func (s *scan) codeMagnitude(r *reading) {
	if u := r.unit; u.unit != nil && u.money && u.last == u.first+1 && s.text(u.first) == "M"+u.code {
		r.num.val, r.num.magnitude, r.num.shift = r.num.val.shift(6), true, 6
	}
}

// lateMagnitude reads "75 USD million".
func (s *scan) lateMagnitude(r *reading) {
	u, w := r.unit.unit, s.word(r.last)
	if u == nil || !u.money || r.num.magnitude || r.num.inWords || r.unit.first < r.num.last || w == nil || w.mag < 6 || w.plural != 0 {
		return
	}
	r.num.val, r.num.magnitude = r.num.val.shift(w.mag), true
	r.last++
}

// minor adds a smaller unit behind a larger one: "13 dollars and 45 cents", "5 feet 2 inches".
func (s *scan) minor(r *reading) {
	u := r.unit.unit
	if u == nil || r.unit.first < r.num.last || r.num.vague || r.num.fraction {
		return
	}
	j := r.last
	if s.isWord(j, "and") || s.is(j, ",") {
		j++
	}
	if u.code == "[ft_i]" && s.bareInches(r) {
		return
	}
	n, ok := s.simple(j)
	if !ok || n.vague || n.fraction || n.val.none() || n.val.scale != 0 {
		return
	}
	small, ok := s.measure(n)
	if cents, isWhole := n.val.whole(100); !ok && s.bareCents(r) && isWhole && cents > 9 && !s.is(j-1, ",") && s.ends(n.last) {
		r.num.val = r.num.val.plus(int64(cents), 100)
		r.last, r.num.last = n.last, n.last // "15 dollars 50"
		return
	}
	if a := s.at(n.last + 1); !ok && u.code == "[ft_i]" && s.isWord(n.last, "in") && (a == nil || a.kind == mark || s.has(n.last+1, high)) {
		small, ok = unitMatch{inch, n.last, n.last + 1}, true
	}
	if !ok {
		return
	}
	per := int64(0)
	switch {
	case u.code == "[ft_i]" && small.code == "[in_i]":
		per = 12
	case u.money && (small.code == "USc" || small.code == "EUc" || small.code == "GBp" && u.code == "GBP"):
		per = 100
	case u.code == "[lb_av]" && small.code == "[oz_av]":
		per = 16
	}
	if v, ok := n.val.whole(int(per)); ok {
		r.num.val = r.num.val.plus(int64(v), per)
		r.last, r.num.last = small.last, n.last
	}
}

// bareInches adds the inches of a height that names none: "6 feet 3", "6-foot-3".
func (s *scan) bareInches(r *reading) bool {
	j := r.last
	hyphen := s.is(j, "-") && s.glued(j) && s.glued(j+1)
	if hyphen {
		j++
	}
	if !s.isDigits(j) || !hyphen && s.nounAt(j+1) || r.unit.last != r.unit.first+1 {
		return false
	}
	n := number{first: j, last: j + 1, val: s.atoms[j].num}
	if v, ok := n.val.whole(12); ok {
		if _, unit := s.measure(n); !unit && !(s.isWord(j+1, "in") || s.is(j+1, "-") && s.glued(j+1)) {
			r.num.val, r.num.last, r.last = r.num.val.plus(int64(v), 12), j+1, j+1
			return true
		}
	}
	return false
}

// bareCents reports whether digits behind the sum may be its cents: "15 dollars 50".
func (s *scan) bareCents(r *reading) bool {
	u := r.unit
	return u.money && r.num.val.scale == 0 && u.last == u.first+1 && (len(s.text(u.first)) > 3 || s.capital(u.first)) && !s.isWord(u.last, "a") && u.code != "USc" && u.code != "GBp"
}

// ends reports whether a mark or the end of the sentence is at atom i.
func (s *scan) ends(i int) bool {
	a := s.at(i)
	return a == nil || a.kind == mark && !s.is(i, "%") && !s.is(i, "-") && !s.is(i, "$")
}

// sign takes a minus or plus that is written onto the number, or onto its currency.
func (s *scan) sign(r *reading) {
	i := r.start - 1
	if s.isWord(i, "minus") && !s.isWord(i-1, "or") || s.isWord(i, "negative") {
		r.num.val.neg, r.start = true, i
		return
	}
	a := s.at(i)
	if a == nil || !s.glued(r.start) || a.glued && !s.is(i-1, "(") && !s.is(i-1, "\"") {
		return
	}
	switch s.text(i) {
	case "-", "−", "–":
		r.num.val.neg = true
		r.start, r.dir = i, "down"
	case "+":
		r.start, r.dir = i, "up"
	}
	if s.money == nil && !s.percentAfter(r.num.last) {
		r.dir = ""
	}
}

func (s *scan) percentAfter(i int) bool {
	u := s.unitsAt(i)
	return len(u) > 0 && (u[0].code == "%" || u[0].money || u[0].code == "pp")
}

// doubleCode takes a code that repeats the currency of the sign: "$31.20 US", "$5m USD".
func (s *scan) doubleCode(r *reading) {
	if s.is(r.unit.first, "$") && r.unit.last == r.unit.first+1 {
		w := s.text(r.last)
		switch {
		case (w == "US" || w == "USD") && !s.capital(r.last+1):
			r.last++
		case w == "U" && s.is(r.last+1, ".") && s.is(r.last+2, "S"):
			r.last += 3
			if s.is(r.last, ".") && r.last+1 < len(s.atoms) {
				r.last++
			}
		case len(w) == 3 && (w == "AUD" || w == "CAD" || w == "NZD" || w == "HKD" || w == "SGD"):
			r.unit.unit = s.word(r.last).phrases[0].unit
			r.last++
		}
	}
	if len(s.unitsAt(r.last)) > 0 && !s.isDigits(r.last+1) {
		if u := s.unitsAt(r.last)[0]; u.money && u.code == r.unit.code {
			r.last = u.last
		}
	}
}

// countsOne reports whether the word one at n counts something: "one man", "one of
// the best", not "the one", "no one", "one another".
func (s *scan) countsOne(n number) bool {
	if s.isWord(n.first-1, "minus") || s.isWord(n.first-1, "negative") {
		return true
	}
	if p := s.word(n.first - 1); s.text(n.first-1) != "" {
		switch s.lower(n.first - 1) {
		case "no", "each", "any", "every", "the", "this", "that", "another", "which", "some", "new", "good", "only", "not", "-", "by":
			if !s.isWord(n.last, "of") || p != nil && p.text == "the" {
				return s.isWord(n.first-1, "only") && s.nounAt(n.last) || len(s.unitsAt(n.last)) > 0 && s.unitsAt(n.last)[0].dimension != "time"
			}
		}
	}
	if s.is(n.last, "-") {
		return s.glued(n.last) && (len(s.unitsAt(n.last+1)) > 0 || s.isWord(n.last+1, "in") || s.isWord(n.last+1, "third"))
	}
	switch s.lower(n.last) {
	case "of":
		return s.tag(n.last+1) == "DT" || s.tag(n.last+1) == "PRP$" || s.has(n.last+1, people) || s.tag(n.last+1) == "CD" || s.tag(n.last+1) == "NNP"
	case "in", "out":
		return s.isDigits(n.last+1) || s.isDigits(n.last+2) || s.word(n.last+1) != nil && s.word(n.last+1).one > 1 || s.word(n.last+2) != nil && s.word(n.last+2).one > 1
	case "another", "day", "thing", "or", "way", "another's":
		return false
	case "-", "to":
		return false
	}
	return len(s.unitsAt(n.last)) > 0 || s.nounAt(n.last)
}

// classify names the kind of quantity and the rule that read it.
func (s *scan) classify(r *reading) {
	u := r.unit.unit
	if r.rule == "qty.range/1" {
		defer func() {
			if r.kind != "age" {
				r.rule = "qty.range/1"
			}
		}()
	}
	switch {
	case r.num.ratio:
		r.kind, r.rule = "ratio", "qty.ratio/1"
	case u == nil && r.num.fraction:
		r.kind, r.rule = "fraction", "qty.fraction/1"
	case u == nil:
		r.kind, r.rule = "cardinal", "qty.cardinal/1"
		if !r.num.inWords {
			r.rule = "qty.cardinal/2"
		}
		if r.vague {
			r.rule = "qty.vague/1"
		}
	case u.money:
		r.kind, r.rule = "money", "qty.money/1"
		if r.unit.first >= r.num.last {
			r.rule = "qty.money/2"
		}
	case u.code == "%" || u.code == "[permille]":
		r.kind, r.rule = "percent", "qty.percent/1"
	case u.code == "pp" || u.code == "[bp]":
		r.kind, r.rule = "point", "qty.point/1"
	case u.dimension == "time":
		r.kind, r.rule = "duration", "qty.duration/1"
	default:
		r.kind, r.rule = "measure", "qty.measure/1"
	}
	s.age(r)
	s.multiple(r)
}

// multiple turns "three times as many", "6.5 times earnings" into unit x.
func (s *scan) multiple(r *reading) {
	if r.kind != "cardinal" || r.vague {
		return
	}
	j := r.core
	fold := s.is(j, "-") && s.isWord(j+1, "fold")
	switch {
	case fold:
		r.last, r.core = j+2, j+2
	case (s.is(j, "x") || s.is(j, "X") || s.is(j, "×")) && s.glued(j) && !s.glued(j+1):
		r.last, r.core = max(r.last, j+1), j+1
	case s.isWord(j, "times") && s.timesCompares(j+1):
		r.last, r.core = max(r.last, j+1), j+1
	default:
		return
	}
	r.kind, r.rule, r.role = "multiple", "qty.multiple/1", "ratio"
}

// timesCompares tells "three times as many" from "arrested three times".
func (s *scan) timesCompares(j int) bool {
	switch s.lower(j) {
	case "as", "more", "the", "higher", "larger", "bigger", "greater", "faster", "its", "their", "earnings", "book", "revenue", "revenues", "sales", "what", "that", "less", "over", "likelier", "annual", "forward", "profits", "profit", "income", "gdp":
		return true
	}
	return s.tag(j) == "JJR" || s.tag(j) == "RBR"
}
