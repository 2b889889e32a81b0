package quantity

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// A reading is one quantity while its sentence is being read, in atoms.
type reading struct {
	first, last int // with modifiers
	num         number.Number
	unit        unitMatch // zero without one
	rate        string    // "month", "share"
	kind        string
	value       number.Decimal
	low, high   number.Decimal
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
	subject     thing
	about       bool   // read for its subject: who gives a sum is one
	certain     bool   // its subject stands where no other noun can be it
	rank        string // of an ordinal, which has no value
	hanging     bool   // "7- or 8-inch": the unit follows later
	hyphen      bool   // joined to the next word: "six-cylinder"
	class       bool   // the limit of a class of weight
	rule        string
	verb        int    // token of the verb that takes it, once it was looked for
	by          string // id of the ofRule that told what it is of
}

// A thing is what is counted or measured.
type thing struct{ full, head extract.Span }

// read reads the quantity whose number starts at atom i.
func (s *scan) read(i int) (reading, bool) {
	r := reading{start: i}
	s.pay(nil)
	prefix, money := s.prefix(i)
	minus := !money && s.Is(i-1, "-", "−") && s.Glued(i) && s.Glued(i-1)
	if minus { // "$-4.2bn"
		prefix, money = s.prefix(i - 1)
		minus = money
		money = minus
	}
	if money {
		s.pay(prefix.unit)
		r.start = prefix.first
	}
	n, ok := s.Number(i)
	if part, over := s.Over(n); ok && over {
		n = part
	}
	if !ok || n.One && !s.countsOne(n) {
		return r, false
	}
	r.num = n
	if minus {
		r.num.Val.Neg = true
	} else {
		s.sign(&r)
	}
	if ratio, ok := s.InRatio(r.num); ok {
		r.num = ratio
	}
	if money {
		r.unit = prefix
		r.last = r.num.Last
		s.doubleCode(&r)
	} else if m, ok := s.measure(r.num); ok {
		r.unit, r.last = m, m.last
	} else {
		r.last = r.num.Last
	}
	if r.num.Val.Neg && r.unit.unit != nil && r.unit.dimension == "mass" {
		r.num.Val.Neg, r.dir, r.class = false, "", true // of weight: "the -63kg category"
	}
	s.codeMagnitude(&r)
	s.lateMagnitude(&r)
	s.minor(&r)
	r.value, r.low, r.high, r.vague = r.num.Val, r.num.Low, r.num.High, r.num.Vague
	s.vagueUnit(&r)
	if r.vague && !r.value.None() {
		r.vague, r.approx = false, true // a couple
	}
	s.span2(&r)
	r.core = r.last
	s.leftModifiers(&r)
	s.rightModifiers(&r)
	s.exceeded(&r)
	s.orTwo(&r)
	s.rates(&r)
	s.each(&r)
	s.classify(&r)
	return r, true
}

// vagueUnit reads the unit behind a plural: "billions of dollars", "hundreds of miles".
func (s *scan) vagueUnit(r *reading) {
	if !r.vague || r.low.None() && r.value.None() || r.unit.unit != nil || !s.IsWord(r.last, "of") {
		return
	}
	if units := s.unitsAt(r.last + 1); len(units) > 0 {
		r.unit, r.last = units[0], units[0].last
	}
}

// codeMagnitude counts the million in codes such as MEUR and MUSD.
func (s *scan) codeMagnitude(r *reading) {
	if u := r.unit; u.unit != nil && u.money && u.last == u.first+1 && s.Text(u.first) == "M"+u.code {
		r.num.Val, r.num.Magnitude, r.num.Shift = r.num.Val.Shift(6), true, 6
	}
}

// lateMagnitude reads "75 USD million".
func (s *scan) lateMagnitude(r *reading) {
	u, w := r.unit.unit, s.word(r.last)
	if u == nil || !u.money || r.num.Magnitude || r.num.InWords || r.unit.first < r.num.Last || w == nil || w.Mag < 6 {
		return
	}
	r.num.Val, r.num.Magnitude = r.num.Val.Shift(w.Mag), true
	r.last++
}

// minor adds a smaller unit behind a larger one: "13 dollars and 45 cents", "5 feet 2 inches".
func (s *scan) minor(r *reading) {
	u := r.unit.unit
	if u == nil || r.unit.first < r.num.Last || r.num.Vague || r.num.Fraction {
		return
	}
	j := r.last
	if s.IsWord(j, "and") || s.Is(j, ",") {
		j++
	}
	if u.code == "[ft_i]" && s.bareInches(r) {
		return
	}
	n, ok := s.Simple(j)
	if !ok || n.Vague || n.Fraction || n.Val.None() || n.Val.Scale != 0 {
		return
	}
	small, ok := s.measure(n)
	if cents, isWhole := n.Val.Whole(100); !ok && s.bareCents(r) && isWhole && cents > 9 && s.centsEnd(n) {
		r.num.Val = r.num.Val.Plus(int64(cents), 100)
		r.last, r.num.Last = n.Last, n.Last // "15 dollars 50"
		return
	}
	if a := s.At(n.Last + 1); !ok && u.code == "[ft_i]" && s.IsWord(n.Last, "in") && (a == nil || s.Glued(n.Last) || a.Kind == number.Mark || s.has(n.Last+1, high)) {
		small, ok = unitMatch{inch, n.Last, n.Last + 1}, true
	}
	if !ok {
		return
	}
	per := int64(0)
	switch {
	case u.code == "[ft_i]" && small.code == "[in_i]":
		per = 12
	case u.money && (extract.OneOf(small.code, "USc", "EUc") || small.code == "GBp" && u.code == "GBP"):
		per = 100
	case u.code == "[lb_av]" && small.code == "[oz_av]":
		per = 16
	}
	if v, ok := n.Val.Whole(int(per)); ok {
		r.num.Val = r.num.Val.Plus(int64(v), per)
		r.last, r.num.Last = small.last, n.Last
	}
}

// centsEnd reports whether nothing that n could count follows it.
func (s *scan) centsEnd(n number.Number) bool {
	_, rate := s.rateAt(n.Last, true)
	return s.Ends(n.Last) || rate > 0 || n.InWords && s.Tag(n.Last) == "IN"
}

// bareInches adds the inches of a height that names none: "6 feet 3", "6-foot-3".
func (s *scan) bareInches(r *reading) bool {
	j := r.last
	hyphen := s.Is(j, "-")
	if hyphen {
		j++
	}
	if !s.IsDigits(j) || !hyphen && s.nounAt(j+1) {
		return false
	}
	n := number.Number{First: j, Last: j + 1, Val: s.Atoms[j].Num}
	if v, ok := n.Val.Whole(12); ok {
		if _, unit := s.measure(n); !unit && !s.IsWord(j+1, "in") {
			r.num.Val, r.num.Last, r.last = r.num.Val.Plus(int64(v), 12), j+1, j+1
			return true
		}
	}
	return false
}

// bareCents reports whether digits behind the sum may be its cents: "15 dollars 50".
func (s *scan) bareCents(r *reading) bool {
	u := r.unit
	return u.money && r.num.Val.Scale == 0 && u.last == u.first+1 && (len(s.Text(u.first)) > 3 || s.Capital(u.first)) && !s.IsWord(u.last, "a") && !extract.OneOf(u.code, "USc", "GBp")
}

// sign takes a minus or plus that is written onto the number, or onto its currency.
func (s *scan) sign(r *reading) {
	i := r.start - 1
	if s.IsWord(i, "minus") && !s.IsWord(i-1, "or") || s.IsWord(i, "negative") {
		r.num.Val.Neg, r.start = true, i
		return
	}
	if s.Is(i, "-") && s.IsWord(i-1, "minus") {
		r.num.Val.Neg, r.start = true, i-1 // "minus-3 yards"
		return
	}
	if a := s.At(i); a == nil || !s.Glued(r.start) || a.Glued && !s.Is(i-1, "(", "\"") {
		return
	}
	switch s.Text(i) {
	case "-", "−", "–":
		r.num.Val.Neg, r.start = true, i
		if s.money == nil { // a loss is a level: "against -$23 million"
			r.dir = "down"
		}
	case "+":
		r.start, r.dir = i, "up"
	}
	if s.money == nil && !s.percentAfter(r.num.Last) {
		r.dir = ""
	}
}

func (s *scan) percentAfter(i int) bool {
	u := s.unitsAt(i)
	return len(u) > 0 && (u[0].code == "%" || u[0].money)
}

// doubleCode takes a code that repeats the currency of the sign: "$31.20 US", "$5m USD".
func (s *scan) doubleCode(r *reading) {
	if s.Is(r.unit.first, "$") && r.unit.last == r.unit.first+1 {
		switch w := s.Text(r.last); {
		case (w == "US" || w == "USD") && !s.Capital(r.last+1):
			r.last++
		case w == "U" && s.Is(r.last+1, ".") && s.Is(r.last+2, "S"):
			r.last += 3
			if s.Is(r.last, ".") && r.last+1 < len(s.Atoms) {
				r.last++
			}
		case len(w) == 3 && extract.OneOf(w, "AUD", "CAD", "NZD", "HKD", "SGD"):
			r.unit.unit = s.word(r.last).phrases[0].unit
			r.last++
		}
	}
	if len(s.unitsAt(r.last)) > 0 && !s.IsDigits(r.last+1) {
		if u := s.unitsAt(r.last)[0]; u.money && u.code == r.unit.code {
			r.last = u.last
		}
	}
}

// countsOne reports whether the word one at n counts something: "one man", "one of
// the best", not "the one", "no one", "one another".
func (s *scan) countsOne(n number.Number) bool {
	if s.IsWord(n.First-1, "minus", "negative") {
		return s.Tag(n.First-2) != "DT"
	}
	if p := s.word(n.First - 1); s.Text(n.First-1) != "" {
		before := s.Lower(n.First - 1)
		if before == "-" && !s.Glued(n.First) {
			before = "" // a dash
		}
		if before == "by" && s.IsWord(n.Last, "point") {
			return true
		}
		if extract.OneOf(before, "no", "each", "any", "every", "the", "this", "that", "another", "which", "some", "new", "good", "not", "-", "by") {
			if pair := before == "the" && s.IsWord(n.Last, "or"); !pair && (!s.IsWord(n.Last, "of") || p != nil && p.Text == "the") {
				return len(s.unitsAt(n.Last)) > 0 && s.unitsAt(n.Last)[0].dimension != "time"
			}
		}
	}
	if s.Is(n.Last, "-") {
		return s.Glued(n.Last) && (len(s.unitsAt(n.Last+1)) > 0 || s.IsWord(n.Last+1, "in"))
	}
	switch s.Lower(n.Last) {
	case "more", "fewer", "less":
		return s.IsWord(n.Last+1, "than") || s.nounAt(n.Last+1) && s.Lower(n.Last) == "more"
	case "of":
		if s.superlative(n.Last+1) || s.IsWord(n.Last+1, "a") && s.IsWord(n.Last+2, "kind") {
			return false // "one of the most advanced", and no noun
		}
		return extract.OneOf(s.Tag(n.Last+1), "DT", "PRP$") || s.has(n.Last+1, people) || s.IsWord(n.Last+1, "them") && !s.IsWord(n.First-1, "either", "any", "every", "each") || extract.OneOf(s.Tag(n.Last+1), "CD", "NNP")
	case "in", "out":
		k := n.Last + 1
		if s.IsWord(k, "of") {
			k++
		}
		if s.IsWord(k, "every") {
			k++
		}
		return s.IsDigits(k) || s.word(k) != nil && s.word(k).One > 1
	case "or", "to":
		w := s.word(n.Last + 1)
		return w != nil && w.One > 1 && (len(s.unitsAt(n.Last+2)) > 0 || s.nounAt(n.Last+2))
	case "another", "bit", "day", "thing", "way", "another's", "-", "evening", "night", "morning", "afternoon", "summer", "winter", "weekend":
		return false
	}
	for k := n.Last; k < n.Last+3; k++ {
		if s.IsWord(k, "step") && s.IsWord(k+1, "closer") {
			return false // "one alarming step closer"
		}
	}
	return len(s.unitsAt(n.Last)) > 0 || s.nounAt(n.Last)
}

// superlative reports whether "the" at atom j has a superlative and no noun behind it.
func (s *scan) superlative(j int) bool {
	if s.Tag(j) != "DT" {
		return false
	}
	j++
	if s.IsWord(j, "most", "least") {
		return !s.nounAt(j + 1)
	}
	return s.Tag(j) == "JJS" && !s.nounAt(j) && !s.IsWord(j, "best") || s.Tag(j) == "JJS" && s.afterBreak(j+1)
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
	case r.num.Ratio:
		r.kind, r.rule = "ratio", "qty.ratio/1"
	case u == nil && r.num.Fraction && s.IsWord(r.num.Last, "as"):
		r.kind, r.rule, r.role = "multiple", "qty.multiple/1", "ratio" // half as many
	case u == nil && r.num.Fraction:
		r.kind, r.rule = "fraction", "qty.fraction/1"
	case u == nil:
		r.kind, r.rule = "cardinal", "qty.cardinal/1"
		if !r.num.InWords {
			r.rule = "qty.cardinal/2"
		}
		if r.vague {
			r.rule = "qty.vague/1"
		}
	case u.money:
		r.kind, r.rule = "money", "qty.money/1"
		if r.unit.first >= r.num.Last {
			r.rule = "qty.money/2"
		}
	case u.code == "%":
		r.kind, r.rule = "percent", "qty.percent/1"
	case extract.OneOf(u.code, "pp", "[bp]"):
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
	switch fold := s.Is(j, "-") && s.IsWord(j+1, "fold"); {
	case fold:
		r.last, r.core = j+2, j+2
	case s.Is(j, "x", "X", "×") && s.Glued(j):
		r.last, r.core = max(r.last, j+1), j+1
	case s.IsWord(j, "times") && (s.timesCompares(j+1) || s.byTimes(r)):
		r.last, r.core = max(r.last, j+1), j+1
	default:
		return
	}
	r.kind, r.rule, r.role = "multiple", "qty.multiple/1", "ratio"
	if s.IsWord(j, "times") && !s.timesCompares(j+1) {
		r.role, r.dir = "change", s.changeBefore(r.first)
		if k := len(s.found) - 1; r.dir == "" && k >= 0 {
			r.dir = s.found[k].dir
		}
	}
}

// byTimes reports whether r is how many times something grew or shrank: "cut prices by four
// times for input and two times for output".
func (s *scan) byTimes(r *reading) bool {
	if s.IsWord(r.first-1, "by") && s.changeBefore(r.first-1) != "" {
		return true
	}
	k := len(s.found) - 1
	return k >= 0 && s.found[k].kind == "multiple" && r.first-s.found[k].last < 6
}

// timesCompares tells "three times as many" from "arrested three times".
func (s *scan) timesCompares(j int) bool {
	switch s.Lower(j) {
	case "over":
		return s.Ends(j + 1)
	case "as", "more", "the", "higher", "larger", "bigger", "greater", "faster", "its", "their", "earnings", "book", "revenue", "revenues", "sales", "what", "that", "less", "likelier", "annual", "forward", "profits", "profit", "income", "gdp":
		return true
	}
	return extract.OneOf(s.Tag(j), "JJR", "RBR") || s.IsWord(j+1, "than")
}
