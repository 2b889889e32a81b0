package quantity

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// worthOf reads "$40 billion worth of goods".
func (s *scan) worthOf(r *reading) bool {
	j := r.last
	if s.Is(j, "'", "’", "-") {
		j++
	}
	if !s.IsWord(j, "worth") || !s.IsWord(j+1, "of", "in") {
		return false
	}
	s.partOf(r, j+2)
	return !r.of.head.Empty()
}

// ofBehind reads "60% of its market cap", "450 Nm of torque".
func (s *scan) ofBehind(r *reading) bool {
	if !s.IsWord(r.last, "of") || r.kind == "age" ||
		r.unit.unit != nil && r.unit.dimension == "length" && s.IsWord(r.first-1, "within") { // "within 25 km of the moon"
		return false
	}
	s.partOf(r, r.last+1)
	if r.of.head.Empty() {
		return false
	}
	if s.has(s.atomAt(r.of.head.Start), when) {
		r.of = thing{} // "the first six months of this year"
		return r.kind == "duration"
	}
	if name, last := s.rateAt(s.atomAt(r.of.full.End), true); last > 0 {
		r.rate = name // "2,400 cubic metres of water per second"
	}
	return true
}

// nounOf reads "speeds of up to 400 m/s", "a price tag of $5", "range: 300 miles".
func (s *scan) nounOf(r *reading) bool {
	j := r.first - 1
	if r.kind == "age" || s.IsWord(j, "by") && s.has(j-1, up|down) {
		return false
	}
	if s.Tag(j) == "RB" && s.IsWord(j-1, "of") {
		j-- // "of only $5"
	}
	for s.Is(j, "/", "+", "±") || s.Is(j, "-") && s.Is(j-1, "/") {
		j-- // "an error of +/-3 points"
	}
	switch {
	case s.IsWord(j, "worth"), s.IsWord(j, "costing"):
	case s.IsWord(r.first, "as") && r.first < r.start && s.IsWord(r.first+1, "low", "high"):
		j++ // "temperatures as low as -20C"
	case r.unit.unit != nil && r.kind != "measure" && r.role == "" && r.first < r.start && strings.HasPrefix(s.Tag(j), "NN") && !s.isPerson(j) && s.IsWord(r.first, "above", "below", "over", "under"):
		j++ // "a salt content above 0.3%"
	case r.kind == "percent" && (s.Is(j, ",") && s.Is(r.last, ",") || s.IsWord(j, "-", "–", "—") && !s.Glued(j)) && s.Tag(j-1) == "NNS": // "a majority of voters, 56%, agree"
	case r.kind == "measure" && (s.IsWord(j, "with") || s.Is(j, ",") && s.Ends(r.last) && s.Tag(j-1) != "NNP"): // "a camera with 48 megapixels"
	case s.IsWord(j, "at") && s.IsWord(j-1, "valued", "priced", "estimated"):
		j--
	case s.IsWord(r.start, "from", "between"):
		if r.role != "" || r.start != r.first {
			return false
		}
		if !s.IsWord(j, "of", "at") {
			j++
		}
	case s.IsWord(j, "of"), s.Is(j, ":"), s.Is(j, "("), s.IsWord(j, "at") && !s.has(j-1, reach) && (r.unit.unit != nil || s.putAt(j)):
	default:
		return false
	}
	if s.IsWord(j, "of") && s.Is(j-1, "-", "–", "—", ",") {
		j-- // "rent arrears - of more than $300,000"
	}
	if s.IsWord(j, "of") && s.Is(j-1, ")") {
		j -= 3 // "a gross domestic product (GDP) of $350bn"
	}
	if s.IsWord(j, "at") && s.IsWord(j-1, "unchanged", "steady") {
		j--
	}
	t, ok := s.phraseEnding(j - 1)
	if h := s.atomAt(t.head.Start); ok && s.IsWord(h, "basis") {
		for j = s.atomAt(t.full.Start) - 1; j > h-6 && !s.IsWord(j, "on"); j-- {
		}
		t, ok = s.phraseEnding(j - 1) // "inflation on a yearly basis at 2%"
	}
	return ok && s.takesOf(r, t, j)
}

// takesOf makes t, which ends before the preposition at atom j, the thing of a reading, but for
// times, counts and amounts. The people of a country are not named: "a country of 1.4 billion".
func (s *scan) takesOf(r *reading, t thing, j int) bool {
	head := s.Doc.TokenAt(t.head.Start)
	if s.calendar(head) || s.counting(head) {
		return false
	}
	if s.Is(j, "(") && s.place(head) { // "the buys are in Ohio ($240,000)"
		k := s.foundAt(s.Atoms[r.first].Start) - 1
		return r.kind == "percent" && (k < 0 || r.first-s.found[k].last > 14)
	}
	if s.amounts(head) || s.Doc.Tokens[head].Norm == "rate" && (t.full == t.head || s.IsWord(s.atomAt(t.full.Start)-2, "at")) || s.Is(j, "(") && len(s.unitsAt(s.atomAt(t.head.Start))) > 0 {
		return false
	}
	if extract.OneOf(s.Doc.Tokens[head].Norm, "country", "nation", "state", "city", "town", "village", "community", "island", "district", "province", "market") {
		if !s.IsWord(j, "worth") {
			return s.IsWord(j, "of")
		}
	}
	r.of = t
	s.changeOf(r, s.atomAt(t.head.Start))
	return true
}

// place reports whether token t is of the name of a place.
func (s *scan) place(t int) bool { return s.entity(t, "LOC") }

// entity reports whether token t is of a name of this type.
func (s *scan) entity(t int, typ string) bool {
	e := s.Doc.Entities
	k := sort.Search(len(e), func(k int) bool { return e[k].Last > t })
	return k < len(e) && e[k].First <= t && e[k].Type == typ
}

// putAt reports whether a verb of estimating governs the noun before "at", atom j: "put the crowd at 5,000".
func (s *scan) putAt(j int) bool {
	return extract.AnyToken(j-5, j, func(k int) bool {
		return s.IsWord(k, "put", "puts", "putting", "estimate", "estimated", "estimates", "set", "sets")
	})
}
