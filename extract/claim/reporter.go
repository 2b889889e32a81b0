package claim

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/commitment"
	"github.com/claimwire/claimwire/extract/lexicon"
)

const reporterRule = "claim.reporter-number/1"

// relativeGap is the rule whose first part is the noun that a relative clause tells something of: a
// quota of 60, which | Lee said | is small.
const relativeGap = "attr.relative-gap/1"

// reporter adds a record of type none for each clause that carries a number and
// that nobody is said to have said.
func (a *assembler) reporter() {
	nouns := a.nounRecords()
	for i := range a.Sentences {
		if a.Stopped() != nil {
			return
		}
		s := &a.Sentences[i]
		if !a.speaks(s.Span, nil) || a.norm(s.Last-1) == "?" {
			continue
		}
		for _, q := range a.quantities(s.Span) {
			if a.claimable(&q) && !a.numbersItem(s, &q) {
				a.reported(s, &q, nouns)
			}
		}
	}
}

// closed is the end of the clause of tokens [first, end) with the bracket or quotation mark behind it, or
// behind its full stop, that closes one it opens.
func (a *assembler) closed(first, end int) int {
	for _, pair := range [...][2]string{{"-LRB-", "-RRB-"}, {"``", "''"}} {
		open := 0
		for i := first; i < end; i++ {
			switch a.tag(i) {
			case pair[0]:
				open++
			case pair[1]:
				open--
			}
		}
		for k := end; open == 1 && k < end+2; k++ {
			if a.tag(k) == pair[1] {
				end, open = k+1, 0
			}
		}
	}
	return end
}

// reported adds the reporter's clause around a quantity, unless it is there already.
func (a *assembler) reported(s *extract.Sentence, q *extract.Quantity, nouns []int) {
	if overlapsAny(a.attributed, q.Span) {
		return
	}
	first, end, verbal := a.clause(s, q.Span)
	if first >= end || !verbal || !a.TokenSpan(first, end).Contains(q.Span) {
		return
	}
	span := a.TokenSpan(first, a.closed(first, end))
	if last := len(a.records) - 1; last >= 0 && a.records[last].claim.Type == extract.None && a.records[last].span.Contains(q.Span) {
		return
	}
	r := a.reporterRecord(span)
	if len(r.claim.Quantities) == 0 {
		return
	}
	for _, n := range nouns[sort.Search(len(nouns), func(i int) bool { return a.records[nouns[i]].span.Start >= span.Start }):] {
		if a.records[n].span.Start >= span.End {
			break
		}
		if span.Contains(a.records[n].span) {
			a.records[n].parent = len(a.records)
		}
	}
	a.records = append(a.records, r)
}

// cover lists the stretches that belong to speech or to an attribution by a verb. A
// noun cue (Cho's estimate of 3,000) leaves its sentence to the reporter.
func (a *assembler) cover() []extract.Span {
	var out []extract.Span
	for i := range a.Attributions {
		if at := &a.Attributions[i]; !a.nominal(at) {
			content := at.Content
			if len(content) > 1 && (at.Rule == relativeGap || at.Rule == "attr.svo-to/1") { // what is told of the reporter's noun is said, the noun is not
				content = content[1:]
			}
			out = append(append(out, at.Source, at.Cue, at.Addressee), content...)
		}
	}
	for i := range a.Quotes {
		if a.Quotes[i].Use == "speech" {
			out = append(out, a.Quotes[i].Span)
		}
	}
	return union(out)
}

// union joins overlapping spans and drops empty ones.
func union(spans []extract.Span) []extract.Span {
	slices.SortFunc(spans, func(x, y extract.Span) int { return cmp.Compare(x.Start, y.Start) })
	out := spans[:0]
	for _, s := range spans {
		switch last := len(out) - 1; {
		case s.Empty():
		case last >= 0 && s.Start < out[last].End:
			out[last].End = max(out[last].End, s.End)
		default:
			out = append(out, s)
		}
	}
	return out
}

// overlapsAny reports whether s overlaps one of spans, which a union made.
func overlapsAny(spans []extract.Span, s extract.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	return i < len(spans) && spans[i].Overlaps(s)
}

func (a *assembler) nominal(at *extract.Attribution) bool {
	return strings.HasPrefix(a.tag(at.CueHead), "NN") && !strings.HasPrefix(at.Rule, "attr.svo-")
}

// nounRecords are the records of noun cues that no other lies around, in text order.
func (a *assembler) nounRecords() []int {
	var out []int
	for i := range a.records {
		if r := &a.records[i]; r.parent < 0 && r.claim.Attribution >= 0 && a.nominal(&a.Attributions[r.claim.Attribution]) {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(i, j int) int { return cmp.Compare(a.records[i].span.Start, a.records[j].span.Start) })
	return out
}

// claimable leaves out ages, durations and a bare "one of": a clause whose only number
// is one of those tells who somebody is, or how long something took, not how much
// there is.
func (a *assembler) claimable(q *extract.Quantity) bool {
	return !extract.OneOf(q.Kind, "age", "duration") && (q.Value+q.Low != "" || q.Exact != "") && !(q.Value == "1" && q.Unit == "" && q.Text[0] > '9')
}

// A clause is the range of tokens last cut out around a number, which many numbers may share.
type clause struct {
	sentence   *extract.Sentence
	from, to   int // before it was trimmed
	first, end int
	verbal     bool // it holds a verb
}

// clause is the range of tokens around q that no attribution covers, cut at the
// conjunctions that join whole clauses, and whether it holds a verb.
func (a *assembler) clause(s *extract.Sentence, q extract.Span) (first, end int, verbal bool) {
	from, to := a.TokensIn(q)
	c := &a.lastClause
	if c.sentence != s || from < c.from || to > c.to {
		*c = clause{sentence: s}
		c.from, c.to, c.first, c.end = a.cutOut(s, from, to)
		c.verbal = a.hasVerb(c.first, c.end) && !extract.OneOf(a.tag(c.first), "WDT", "WP", "WP$") && (!a.cutShort(s, c) || a.tells(c.first, c.end, true))
	}
	return c.first, c.end, c.verbal
}

// cutShort reports whether an attribution cut the clause off on one side.
func (a *assembler) cutShort(s *extract.Sentence, c *clause) bool {
	return c.from > s.First && overlapsAny(a.attributed, a.Tokens[c.from-1].Span) || c.to < s.Last && overlapsAny(a.attributed, a.Tokens[c.to].Span)
}

// cutOut is the clause around the tokens [from, to), whole and trimmed.
func (a *assembler) cutOut(s *extract.Sentence, from, to int) (wholeFirst, wholeEnd, first, end int) {
	first, end = from, to
	for first > s.First && !overlapsAny(a.attributed, a.Tokens[first-1].Span) {
		first--
	}
	end = a.endOf(s, first, from, to)
	cut := end < s.Last
	for i := from - 1; i > first; i-- {
		if a.joinsClauses(first, i, end) {
			first = i
			break
		}
	}
	for i := to; i < end; i++ {
		if a.joinsClauses(first, i, end) {
			end = i
			break
		}
	}
	wholeFirst, wholeEnd = first, end
	first, end = a.trim(first, end, cut)
	if first > s.First && a.IsFinite(first) { // its subject is part of an attribution
		end = first
	}
	return wholeFirst, wholeEnd, first, end
}

// endOf is the end of what the reporter tells in tokens [first, to) and behind them, in the clause of token from. An act that stands
// within that clause is part of it, one that a mark or a clause of its own sets off is not: 40 guards who back Hale left | after Rowe said no.
func (a *assembler) endOf(s *extract.Sentence, first, from, to int) int {
	for end := to; end < s.Last; end++ {
		mark := end - 1
		if !overlapsAny(a.attributed, a.Tokens[end].Span) || overlapsAny(a.attributed, a.Tokens[mark].Span) {
			continue
		}
		if strings.HasPrefix(a.tag(mark), "W") {
			mark--
		}
		if edge(a.tag(mark)) || a.tag(mark) == "CC" || lexicon.Subordinates(a.norm(mark), "clause") || !a.tells(first, end, true) {
			return end
		}
		if c := a.ClauseAt(end); c >= 0 && a.Clauses[c].Kind == extract.MainClause && a.Clauses[c].First > from {
			return a.Clauses[c].First
		}
	}
	return s.Last
}

// numbersItem reports whether q is the number of an item in a list: "6. What now".
func (a *assembler) numbersItem(s *extract.Sentence, q *extract.Quantity) bool {
	_, end := a.TokensIn(q.Span)
	return q.Start == s.Start && extract.OneOf(a.norm(end), ".", ")") || end == s.First+1 && strings.HasSuffix(a.norm(s.First), ".")
}

// longestLook is how far, in tokens, a clause is looked over for its verb.
const longestLook = 40

// joinsClauses reports whether the mark or conjunction at token i, within [first, end),
// joins two clauses that each have a subject and a verb.
func (a *assembler) joinsClauses(first, i, end int) bool {
	next := i + 1
	switch a.norm(i) {
	case ";":
		if a.opensBracket(first, i) { // a fine (£12; $14)
			return false
		}
		if a.opensMain(next, end) {
			return true
		}
	case ",", "--", "—", "–":
		if a.runsOn(first, i, end) {
			return true
		}
		if !joins[a.norm(next)] {
			return false
		}
		if next++; a.norm(next) == "perhaps" {
			next++
		}
	case "and", "but", "while": // 12 guards left | and the gate was shut
		if a.norm(i-1) == "all" || !a.opensOwn(next, end) && !a.opensMain(next, end) {
			return false
		}
	default:
		return false
	}
	if next < end && a.tag(next) == "IN" && a.norm(i) != "," { // , and in May | the gate was shut
		return false
	}
	if n := a.NounAt(next + 1); next < end && a.tag(next) == "IN" && n >= 0 && a.Nouns[n].First == next+1 {
		if next = a.Nouns[n].Tail; a.norm(next) == "," {
			next++
		}
		return a.hasVerb(max(first, i-longestLook), i) && a.opensOwn(next, end) && a.tag(next)[0] != 'W'
	}
	if next >= end || commitment.IsVerbal(a.tag(next)) || a.tag(next) == "IN" {
		return false
	}
	return a.hasVerb(max(first, i-longestLook), i) && a.opensClause(next, end)
}

// opensBracket reports whether a bracket of tokens [first, i) is open at token i.
func (a *assembler) opensBracket(first, i int) bool {
	for i--; i >= first && a.norm(i) != ")"; i-- {
		if a.norm(i) == "(" {
			return true
		}
	}
	return false
}

// opensMain reports whether the phrases have a main clause, with its own subject, start at token i.
func (a *assembler) opensMain(i, end int) bool {
	k := sort.Search(len(a.Clauses), func(k int) bool { return a.Clauses[k].First >= i })
	if k == len(a.Clauses) || a.Clauses[k].First != i || a.Clauses[k].Kind != extract.MainClause {
		return false
	}
	c := &a.Clauses[k]
	return c.Subject >= 0 && a.Nouns[c.Subject].First >= i && c.Verb >= 0 && a.Verbs[c.Verb].First < end
}

// tells reports whether tokens [first, end) have a finite verb that is not only that of a relative clause, or
// of an adverbial one that has no subject or does not count: PVH, which has 12 plants; when asked, 13% of guards.
func (a *assembler) tells(first, end int, adverbial bool) bool {
	for i := first; i < end; i++ {
		if !a.IsFinite(i) {
			continue
		}
		v := a.VerbAt(i)
		if v < 0 || a.Verbs[v].Own < 0 {
			return true
		}
		c := &a.Clauses[a.Verbs[v].Own]
		relative := c.Kind == extract.RelativeClause || c.Subject >= 0 && strings.HasPrefix(a.tag(a.Nouns[c.Subject].Head), "W")
		if !relative && (c.Kind != extract.AdverbialClause || adverbial && c.Subject >= 0) {
			return true
		}
	}
	return false
}

// runsOn reports whether a main clause follows another at the comma i without a conjunction: the roads are
// shut, | 40 trains stand. What leads in does not run on.
func (a *assembler) runsOn(first, i, end int) bool {
	if !a.opensMain(i+1, end) || a.leadsIn(first) || extract.OneOf(a.norm(i+1), "a", "an") {
		return false
	}
	from := i
	for from > first && !extract.OneOf(a.tag(from-1), ",", "CC", ":") {
		from--
	}
	n := &a.Nouns[max(0, a.NounAt(i+1))]
	return !a.leadsIn(from) && a.tells(from, i, false) && (a.tag(n.Tail) != "VBD" || !extract.OneOf(a.tag(n.Head), "NN", "NNS") || extract.OneOf(a.lemma(n.Tail), "be", "have"))
}

// leadsIn reports whether token i opens a phrase or clause before the main one.
func (a *assembler) leadsIn(i int) bool {
	return extract.OneOf(a.tag(i), "IN", "WRB", "VBG", "TO")
}

// opensOwn reports whether a noun phrase starts at token i and its verb follows.
func (a *assembler) opensOwn(i, end int) bool {
	n := a.NounAt(i)
	if n < 0 || a.Nouns[n].First != i || a.Nouns[n].Tail >= end || !a.IsFinite(a.Nouns[n].Tail) {
		return false
	}
	v := a.VerbAt(a.Nouns[n].Tail)
	return a.norm(i-1) != "and" || v >= 0 && a.SubjectOf(v) == n || extract.OneOf(a.norm(i), "this", "there", "it", "he", "she", "they") || extract.OneOf(a.tag(i), "DT", "PRP$") && !isNominal(a.tag(i-2))
}

func isNominal(tag string) bool {
	return strings.HasPrefix(tag, "N") || strings.HasPrefix(tag, "PRP") || tag == "CD"
}

// opensClause reports whether a finite verb follows token i before the next comma.
func (a *assembler) opensClause(i, end int) bool {
	for k := i; k < min(end, i+longestLook); k++ {
		if a.IsFinite(k) {
			return true
		}
		if t := a.tag(k); t == ":" && !extract.OneOf(a.norm(k), ":", ";") { // thousands of laws | - old and new - | are in force
			for k++; k < end && a.tag(k) != ":"; k++ {
			}
		} else if extract.OneOf(t, ",", ":", "TO") {
			return false
		}
	}
	return false
}

// trim drops marks and conjunctions at the edges. Where the clause was cut at an
// attribution, a conjunction at its end belongs to that.
func (a *assembler) trim(first, end int, cut bool) (int, int) {
	opening := first == 0 || first < len(a.Tokens) && a.SentenceAt(a.Tokens[first-1].Start) != a.SentenceAt(a.Tokens[first].Start)
	for first < end && (edge(a.tag(first)) || opens[a.norm(first)] || !opening && joins[a.norm(first)]) {
		first++
	}
	if a.tag(first) == "-LRB-" {
		first++
	}
	for end > first && (edge(a.tag(end-1)) || cut && (joins[a.norm(end-1)] || a.tag(end-1) == "IN" || a.norm(end-1) == "even" || strings.HasPrefix(a.tag(end-1), "W"))) {
		end--
	}
	return first, end
}

// opens are the words at the start of a sentence that only join it to the one before.
var opens = map[string]bool{"and": true, "but": true, "meanwhile": true}

// joins are the words that join clauses.
var joins = map[string]bool{
	"and": true, "but": true, "while": true, "although": true, "though": true, "as": true, "meanwhile": true, "that": true, "whereas": true, "yet": true, "so": true,
}

func edge(xpos string) bool {
	return extract.OneOf(xpos, ",", ".", ":", "``", "''", "-RRB-")
}

func (a *assembler) hasVerb(first, end int) bool { return extract.AnyToken(first, end, a.IsFinite) }

func (a *assembler) reporterRecord(s extract.Span) record {
	c := extract.Claim{
		Type: extract.None, Stance: extract.Assert, Source: extract.Source{Kind: extract.Author}, Parts: []extract.Passage{a.Passage(s)},
		Rule: reporterRule, Attribution: -1,
	}
	r := a.complete(c, extract.Span{})
	r.reading = a.commitment.Clause(s)
	return r
}
