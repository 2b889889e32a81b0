package quantity

import (
	"cmp"
	"strings"

	"github.com/claimwire/claimwire/extract/number"
)

// leftModifiers takes the modifiers in front of a reading, at most four: "more
// than about", "up to". It never leaves the sentence, and the innermost bound wins.
func (s *scan) leftModifiers(r *reading) {
	r.first = r.start
	for range 4 {
		m, first := s.Left(r.first)
		if m == nil || r.vague && !r.low.None() && s.IsWord(first, "over") {
			break // "anger over trillions lost"
		}
		r.first = first
		if m.Kind == "approx" {
			r.approx = true
		}
		if r.bound == "" {
			r.bound = m.Bound
		}
	}
	r.mod = r.first
}

// rightModifiers takes "or more", "or so", "-plus" behind number and unit.
func (s *scan) rightModifiers(r *reading) {
	w := s.word(r.last)
	if w == nil || r.vague && !r.low.None() {
		return
	}
	for k := range w.Right {
		m := &w.Right[k]
		if !s.Matches(r.last, m.Parts, false) {
			continue
		}
		if c := m.Parts[0]; (c == "+" || c == "-") && !s.Glued(r.last) || c == "+" && s.Glued(r.last+1) || c == "plus" && s.nounAt(r.last+1) && len(s.unitsAt(r.last+1)) == 0 {
			continue
		}
		if next := r.last + len(m.Parts); s.IsDigits(next) || s.IsDigits(next+1) && s.At(next).Kind == number.Mark {
			continue // "up 2.3 percent and up 4 percent"
		}
		r.last += len(m.Parts)
		if m.Kind == "approx" {
			r.approx = true
		}
		if r.bound == "" {
			r.bound = m.Bound
		}
		n := r.num
		n.Last = r.last
		if u, ok := s.measure(n); ok && r.unit.unit == nil {
			r.unit, r.last = u, u.last // "30-plus years", "30 or so per cent"
		}
		return
	}
}

// exceeded takes the bound from a verb right before the quantity: "topped $3 billion", "could
// pass 1,000".
func (s *scan) exceeded(r *reading) {
	if r.bound != "" || r.approx || r.vague {
		return
	}
	j := r.first - 1
	if s.Tag(j) == "DT" && s.IsWord(j, "the") {
		j--
	}
	if t := s.Tag(j); !strings.HasPrefix(t, "VB") && !s.wordy(t, j) {
		return
	}
	switch s.Lower(j) {
	case "top", "tops", "topped", "exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed", "surpassing", "outstrip", "outstripped", "eclipsed":
		r.bound = ">"
	case "pass", "passes", "passed", "breach", "breached":
		if r.unit.unit != nil || r.num.Magnitude || !s.nounAt(r.last) {
			r.bound = ">"
		}
	}
}

// wordy reports whether atom j, of tag t, is a verb that the tagger takes for another word.
func (s *scan) wordy(t string, j int) bool {
	return (t == "JJ" || t == "NN") && s.Tag(j-1) == "TO"
}

// rates reads what the quantity is per: "per month", "a barrel", "/kg", "annually".
func (s *scan) rates(r *reading) {
	if r.unit.unit == nil && r.num.Ratio {
		return
	}
	j := r.last
	if s.IsWord(j, "more", "less", "extra") {
		j++ // "$150 more a month"
	}
	if name, last := s.rateAt(j, r.unit.unit != nil); last > 0 {
		r.rate, r.last = name, last
	}
}

// rateAt reads a rate at atom j. After a bare number "a" is no rate.
func (s *scan) rateAt(j int, unit bool) (name string, last int) {
	switch s.Lower(j) {
	case "per":
		return s.perWhat(j + 1)
	case "-":
		if s.IsWord(j+1, "a", "an", "per") && s.Is(j+2, "-") && s.has(j+3, perthing) {
			return s.perWhat(j + 3)
		}
	case "/":
		if a := s.At(j + 1); unit && a != nil && a.Kind == number.Letters && s.Glued(j) && a.Glued {
			return s.perWhat(j + 1)
		}
	case "a", "an", "every", "each":
		if s.has(j+1, perthing) && (!s.has(j+2, since) || s.IsWord(j+2, "from")) && (unit || s.unitTime(j+1)) && !s.Is(j+2, "-") {
			return s.perWhat(j + 1)
		}
	default:
		if s.has(j, adverb) && unit && (j+1 >= len(s.Atoms) || s.At(j+1).Kind == number.Mark || s.Tag(j+1) == "IN") {
			return adverbTimes[s.Lower(j)], j + 1
		}
	}
	return "", 0
}

func (s *scan) unitTime(i int) bool {
	u := s.unitsAt(i)
	return len(u) > 0 && u[0].dimension == "time"
}

// adverbTimes are the stretches that adverbs tell a rate by.
var adverbTimes = map[string]string{"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}

// perWhat names what follows "per": a time by its word, a measure by its code, a
// round number ("per 100,000 people") by its digits, a thing by its word.
func (s *scan) perWhat(j int) (name string, last int) {
	a := s.At(j)
	if a == nil {
		return "", 0
	}
	if a.Kind == number.Digits {
		n, ok := s.Number(j)
		if !ok {
			return "", 0
		}
		if m, ok := s.measure(n); ok && s.Is(n.Last, "-") {
			return s.Lower(m.last), m.last + 1 // "per 50-kilo bag"
		}
		if s.nounAt(n.Last) {
			n.Last++
		}
		return n.Val.Text(), n.Last
	}
	if u := s.unitsAt(j); len(u) > 0 && !u[0].money {
		if u[0].dimension == "time" {
			return cmp.Or(timeWords[u[0].code], u[0].code), u[0].last
		}
		return u[0].code, u[0].last
	}
	if t := s.Tag(j); (t == "JJ" || t == "VBN") && strings.HasPrefix(s.Tag(j+1), "NN") {
		j++ // "per diluted share"
	}
	return s.Lower(j), j + 1
}

// timeWords are the units of time as rates write them; one without a word goes by its code.
var timeWords = map[string]string{"a": "year", "mo": "month", "wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second", "10a": "decade"}

// each takes the distributive word behind a reading.
func (s *scan) each(r *reading) {
	if s.has(r.last, each) {
		r.per = "each"
		r.last++
	}
}
