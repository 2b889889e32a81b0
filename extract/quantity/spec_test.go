package quantity

import (
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// results spells our readings of input in the convention of a Recognizers model:
// number and unit without modifiers, and "text=value". The specs want values where
// records have none (ordinals, parts of versions), so this looks at readings.
func results(t *testing.T, model, input string) []string {
	d := &extract.Document{Article: &extract.Article{Text: input, Lang: "en"}}
	for _, st := range []extract.Stage{segment.Stage, tag.Stage} {
		if err := st.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	var out []string
	s := &scan{doc: d}
	for _, s.sent = range d.Sentences {
		s.atoms = lex(s.atoms[:0], d, s.sent)
		s.found = s.found[:0]
		s.readAll()
		for i := range s.found {
			out = append(out, s.results(model, &s.found[i])...)
		}
	}
	return out
}

func (s *scan) results(model string, r *reading) []string {
	one := func(first, last int, v decimal) []string {
		f, err := strconv.ParseFloat(v.text(), 64)
		if err != nil || first >= last {
			return nil
		}
		return []string{strings.ToLower(s.doc.In(s.span(first, last))) + "=" + strconv.FormatFloat(f, 'g', 6, 64)}
	}
	u := r.unit.unit
	kind := r.kind
	first, last := r.start, r.core
	var want bool
	switch model {
	case "NumberModel":
		last = r.num.last
		first = r.num.first
		if r.unit.unit == nil || r.unit.first >= r.num.last {
			first = r.start
		}
		want = u == nil || kind == "money" || !s.glued(r.num.last)
		if kind == "ordinal" || kind == "percent" && !r.num.inWords {
			return nil
		}
		if kind == "identifier" || kind == "score" {
			var out []string
			if s.atoms[r.first].odd {
				for part := range strings.SplitSeq(s.text(r.first), ".") {
					out = append(out, part+"="+specValue(part))
				}
				return out
			}
			for i := r.first; i < r.last; i++ {
				if s.atoms[i].kind == digits && (i+1 == len(s.atoms) || !s.glued(i+1) || s.atoms[i+1].kind == mark) {
					out = append(out, one(i, i+1, s.atoms[i].num)...)
				}
			}
			return out
		}
		if r.value.none() && !r.vague {
			var out []string
			for i := r.start; i < r.core; i++ {
				if n, ok := s.number(i); ok {
					out = append(out, one(n.first, n.last, n.val)...)
					i = n.last - 1
				}
			}
			return out
		}
	case "PercentModel":
		want = kind == "percent"
	case "CurrencyModel":
		want = kind == "money"
	case "DimensionModel":
		want = kind == "measure" && u.dimension != "temperature" && u.dimension != ""
	case "TemperatureModel":
		want = kind == "measure" && u.dimension == "temperature"
	case "AgeModel":
		want = kind == "age"
	case "OrdinalModel":
		return s.rank(r)
	}
	if !want {
		return nil
	}
	if r.value.none() && !r.vague { // of a range, the end that has the unit
		second := r.num.last
		for i := r.num.last; i < r.core; i++ {
			if n, ok := s.number(i); ok {
				second = i
				i = n.last
			}
		}
		if r.unit.first < second {
			if p, ok := s.prefix(second); ok {
				second = p.first
			}
			return append(one(r.start, r.num.last, r.low), one(second, last, r.high)...)
		}
		return one(second, last, r.high)
	}
	return one(first, last, r.value)
}

// rank spells an ordinal as the model does, which writes a rank from the end or from the
// present one with its offset: end+0, current+1.
func (s *scan) rank(r *reading) []string {
	if r.kind != "ordinal" {
		return nil
	}
	rank := r.rank
	switch {
	case rank == "end" || rank == "current":
		rank += "+0"
	case rank[0] >= '0' && rank[0] <= '9':
		rank = specValue(rank)
	}
	return []string{strings.ToLower(s.doc.In(s.span(r.first, r.last))) + "=" + rank}
}
