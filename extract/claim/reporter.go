package claim

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

const reporterRule = "claim.reporter-number/1"

// reporter adds a record of type none for each clause that carries a number and
// that nobody is said to have said.
func (a *assembler) reporter() {
	covered := a.covered()
	for i := range a.Sentences {
		if s := &a.Sentences[i]; a.section(s.Start) == extract.Body {
			a.reported(s, covered)
		}
	}
}

// covered lists the stretches that belong to an attribution by a verb: source, cue
// and content in one. A noun cue (Cho's estimate of 3,000) leaves its sentence to
// the reporter.
func (a *assembler) covered() []extract.Span {
	var out []extract.Span
	for i := range a.Attributions {
		at := &a.Attributions[i]
		if a.nominal(at) {
			continue
		}
		for _, s := range append([]extract.Span{at.Source, at.Cue}, at.Content...) {
			if !s.Empty() {
				out = append(out, s)
			}
		}
	}
	slices.SortFunc(out, func(x, y extract.Span) int { return x.Start - y.Start })
	return out
}

func (a *assembler) nominal(at *extract.Attribution) bool {
	return at.CueHead >= 0 && at.CueHead < len(a.Tokens) && strings.HasPrefix(a.Tokens[at.CueHead].XPOS, "NN")
}

// reported adds the clauses of one sentence that are the reporter's.
func (a *assembler) reported(s *extract.Sentence, covered []extract.Span) {
	last := -1
	for _, q := range a.quantities(s.Span) {
		if !a.claimable(&q) || overlapsAny(covered, q.Span) || a.quoted(q.Span) {
			continue
		}
		first, end := a.clause(s, q.Span, covered)
		if first <= last || !a.hasVerb(first, end) {
			continue
		}
		last = first
		a.records = append(a.records, a.reporterRecord(a.TokenSpan(first, end)))
	}
}

// claimable leaves out ages and durations: a clause whose only number is one of
// those tells who somebody is, or how long something took, not how much there is.
func (a *assembler) claimable(q *extract.Quantity) bool {
	return q.Kind != "age" && q.Kind != "duration" && q.Value+q.Low != ""
}

func overlapsAny(spans []extract.Span, s extract.Span) bool {
	i, _ := slices.BinarySearchFunc(spans, s.Start, func(x extract.Span, at int) int { return x.Start - at })
	for k := max(0, i-8); k < len(spans) && spans[k].Start < s.End; k++ {
		if spans[k].Overlaps(s) {
			return true
		}
	}
	return false
}

func (a *assembler) quoted(s extract.Span) bool {
	for i := range a.Quotes {
		if a.Quotes[i].Use == "speech" && a.Quotes[i].Contains(s) {
			return true
		}
	}
	return false
}

// clause is the range of tokens around q that no attribution covers, cut at the
// conjunctions that join it to one.
func (a *assembler) clause(s *extract.Sentence, q extract.Span, covered []extract.Span) (first, end int) {
	first, end = s.First, s.Last
	from, to := a.TokensIn(q)
	for i := from - 1; i >= s.First; i-- {
		if overlapsAny(covered, a.Tokens[i].Span) {
			first = i + 1
			break
		}
	}
	for i := to; i < s.Last; i++ {
		if overlapsAny(covered, a.Tokens[i].Span) {
			end = i
			break
		}
	}
	return a.trim(first, end, end < s.Last)
}

// trim drops marks and conjunctions at the edges. Where the clause was cut at an
// attribution, what stands after its last comma belongs to that.
func (a *assembler) trim(first, end int, cut bool) (int, int) {
	for first < end && (edge(a.Tokens[first].XPOS) || joins[a.Tokens[first].Norm]) {
		first++
	}
	for end > first && (edge(a.Tokens[end-1].XPOS) || cut && joins[a.Tokens[end-1].Norm]) {
		end--
	}
	return first, end
}

var joins = map[string]bool{"and": true, "but": true, "while": true, "although": true, "though": true, "as": true, "meanwhile": true, "that": true}

func edge(xpos string) bool {
	switch xpos {
	case ",", ".", ":", "``", "''", "-RRB-":
		return true
	}
	return false
}

func (a *assembler) hasVerb(first, end int) bool {
	for i := first; i < end; i++ {
		if finite(a.Tokens[i].XPOS) {
			return true
		}
	}
	return false
}

func (a *assembler) reporterRecord(s extract.Span) record {
	c := extract.Claim{
		Type: extract.None, Stance: assert, Source: extract.Source{Kind: author}, Parts: []extract.Passage{a.Passage(s)},
		Rule: reporterRule, Attribution: -1,
	}
	r := a.complete(c, extract.Span{})
	a.commit(&r.claim, nil)
	for i := range a.records { // a noun cue inside is nested
		o := &a.records[i]
		if o.parent < 0 && o.claim.Type != extract.None && s.Contains(o.span) {
			o.parent = len(a.records)
		}
	}
	return r
}
