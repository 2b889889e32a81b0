package quantity

import (
	"github.com/claimwire/claimwire/extract/number"
)

// equivalentOf reads a sum or measure in brackets behind one of the same kind:
// "9 billion shekels ($2.4 billion)", "100 kilometres (60 miles)".
func (s *scan) equivalentOf(i int) bool {
	r := &s.found[i]
	if i == 0 {
		return false
	}
	p := &s.found[i-1]
	same := r.unit.unit != nil && p.unit.unit != nil && r.kind == p.kind && r.unit.code != p.unit.code && r.unit.dimension == p.unit.dimension
	sum := r.kind == "money" && p.kind == "cardinal" && p.num.Magnitude && s.atomAt(p.of.full.End) <= p.first
	end := p.last
	if p.equivalent > 0 && s.Is(end, ";") || end < len(s.Atoms) && p.of.full.Start == s.Atoms[end].Start {
		end = max(end, s.atomAt(p.of.full.End)) // "a 9,000 rouble fine (£77; $97)"
	}
	if !same && !sum || r.first-1 < p.last || r.first > end+4 {
		return false
	}
	bracket := false
	for j := end; j < r.first; j++ {
		if s.Is(j, "(", "/") || s.Is(j, ";") && p.equivalent > 0 || s.Is(j, ",") && p.equivalent > 0 && s.Is(r.last, ")") || s.IsWord(j, "or") {
			bracket = true
		} else if s.At(j).Kind == number.Letters && !s.IsWord(j, "to") {
			return false
		}
	}
	if !bracket {
		return false
	}
	r.equivalent, r.of = i, p.of
	if s.Is(r.last, ")") {
		if name, last := s.rateAt(r.last+1, true); last > 0 {
			r.rate, p.rate = name, name // "£6.99 ($7.99) per month"
		} else if s.has(r.last+1, each) {
			r.per, p.per = "each", "each"
		}
	}
	if p.equivalent > 0 {
		r.equivalent = p.equivalent // the third of "C$400 ($325; £228)" restates the first
	}
	r.role, r.dir = p.role, p.dir
	if !r.approx {
		r.bound, r.approx = p.bound, p.approx
	}
	if s.Is(r.last, ")") && (s.IsWord(r.last+1, "of") || s.IsWord(r.last+1, "worth") && s.IsWord(r.last+2, "of")) {
		k := r.last + 2 // "$60bn (£50bn) worth of stock"
		if s.IsWord(k, "of") {
			k++
		}
		s.partOf(r, k)
		p.of = r.of
		return true
	}
	if (r.of.head.Empty() || s.Is(p.num.Last, "-")) && s.Is(r.last, ")") && r.per == "" && !s.has(r.last+1, high) {
		if t, ok := s.phraseAt(r.last + 1); ok {
			r.of, p.of = t, t
		}
	}
	return true
}
