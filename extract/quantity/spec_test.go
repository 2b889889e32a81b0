package quantity

import (
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
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
	s := newScan()
	s.Doc = d
	for _, s.Sent = range d.Sentences {
		s.Lex(s.words.Vocabulary)
		s.found = s.found[:0]
		s.readAll()
		for i := range s.found {
			out = append(out, s.results(model, &s.found[i])...)
		}
	}
	return out
}

func (s *scan) results(model string, r *reading) []string {
	one := func(first, last int, v number.Decimal) []string {
		f, err := strconv.ParseFloat(v.Text(), 64)
		if err != nil || first >= last {
			return nil
		}
		return []string{strings.ToLower(s.Doc.In(s.Span(first, last))) + "=" + strconv.FormatFloat(f, 'g', 6, 64)}
	}
	u := r.unit.unit
	kind := r.kind
	first, last := r.start, r.core
	var want bool
	switch model {
	case "NumberModel":
		last = r.num.Last
		first = r.num.First
		if r.unit.unit == nil || r.unit.first >= r.num.Last {
			first = r.start
		}
		want = u == nil || kind == "money" || !s.Glued(r.num.Last)
		if kind == "ordinal" || kind == "percent" && !r.num.InWords {
			return nil
		}
		if kind == "identifier" || kind == "score" {
			var out []string
			if s.Atoms[r.first].Odd {
				for part := range strings.SplitSeq(s.Text(r.first), ".") {
					out = append(out, part+"="+specValue(part))
				}
				return out
			}
			for i := r.first; i < r.last; i++ {
				if s.Atoms[i].Kind == number.Digits && (i+1 == len(s.Atoms) || !s.Glued(i+1) || s.Atoms[i+1].Kind == number.Mark) {
					out = append(out, one(i, i+1, s.Atoms[i].Num)...)
				}
			}
			return out
		}
		if r.value.None() && !r.vague {
			var out []string
			for i := r.start; i < r.core; i++ {
				if n, ok := s.Number(i); ok {
					out = append(out, one(n.First, n.Last, n.Val)...)
					i = n.Last - 1
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
	if r.value.None() && !r.vague { // of a range, the end that has the unit
		second := r.num.Last
		for i := r.num.Last; i < r.core; i++ {
			if n, ok := s.Number(i); ok {
				second = i
				i = n.Last
			}
		}
		if r.unit.first < second {
			if p, ok := s.prefix(second); ok {
				second = p.first
			}
			return append(one(r.start, r.num.Last, r.low), one(second, last, r.high)...)
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
	return []string{strings.ToLower(s.Doc.In(s.Span(r.first, r.last))) + "=" + rank}
}
