package claim

import (
	"sort"
	"strings"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// How far from a cue, in tokens, the time of its act may stand: behind it, where what
// belongs to content and source is not counted, and before it, at the head of its clause.
const (
	farAfter  = 14
	farBefore = 40
)

// An act is the clause of an attribution, in which the time of the act is looked for.
type act struct {
	*extract.Attribution
	index        int
	document     bool // the source is a document: its own date is that of the act
	first, last  int  // tokens of the source; equal without one
	cue, cueLast int  // tokens of the cue
}

// saidTimes are the times that date the act of attribution i: those of the cue's clause
// that are not of the content, of a nested act or of another clause. The day a
// document came out is that on which it says what it says.
func (a *assembler) saidTimes(i int, kind string) []extract.Time {
	at := &a.Attributions[i]
	if at.Cue.Empty() {
		return nil
	}
	n := a.SentenceAt(at.Cue.Start)
	if n == len(a.Sentences) {
		return nil
	}
	x := act{Attribution: at, index: i, document: kind == document}
	x.first, x.last = a.TokensIn(at.Source)
	x.cue, x.cueLast = a.TokensIn(at.Cue)
	s := a.Sentences[n]
	k := sort.Search(len(a.Times), func(k int) bool { return a.Times[k].Start >= s.Start })
	var out []extract.Time
	for ; k < len(a.Times) && a.Times[k].Start < s.End; k++ {
		if t := a.Times[k]; a.datesAct(&x, &t, s.First) {
			t.Role = "said"
			out = append(out, t)
		}
	}
	return out
}

// datesAct reports whether time t dates act x, whose sentence begins at token from.
func (a *assembler) datesAct(x *act, t *extract.Time, from int) bool {
	first, last := a.TokensIn(t.Span)
	if first >= last || a.inOtherContent(x, t.Span) {
		return false
	}
	switch {
	case t.Type == "DURATION":
		if w := a.norm(last); w != "after" && w != "before" && w != "later" && w != "earlier" {
			return false // but "told them two months after the storm"
		}
	case t.Type != "DATE" && t.Type != "TIME":
		return false
	}
	if strings.HasPrefix(t.Mod, "ON_OR_") || boundsTime[a.norm(first-1)] {
		return false
	}
	if len(t.Value) == len("2024") && strings.HasPrefix(a.tag(last), "NN") && !(first >= x.first && last <= x.last) {
		return false // during his 2010 tour, he said
	}
	if first >= x.cueLast && a.isFinite(last) && a.tag(last) != "VBP" {
		return false // funds raised at the event on 20 September will go to her
	}
	if a.tag(x.CueHead) != "VB" && a.yetToCome(t) { // ahead of her first budget on 30 October, she said
		return false
	}
	if strings.HasSuffix(t.Value, "_REF") && !(last == x.cue || first == x.cueLast || last == x.cue-1 && a.tag(last) == "VBD") {
		return false // now says, but not "now known as"
	}
	switch {
	case first >= x.first && last <= x.last && x.first < x.last:
		return a.datesSource(x, first)
	case first >= x.cueLast:
		return a.datesAfter(x, first)
	case last <= x.cue:
		return a.datesBefore(x, first, last, from)
	}
	return first >= x.cue && t.Start > at(a, x.CueHead) // within the cue: was quoted on Monday as saying
}

// yetToCome reports whether t begins after the day of publication.
func (a *assembler) yetToCome(t *extract.Time) bool {
	return !a.Published.IsZero() && len(t.From) >= len(time.DateOnly) && t.From[:len(time.DateOnly)] > a.Published.Format(time.DateOnly)
}

// boundsTime are the words before a time that bound a stretch: an act is not dated by Friday.
var boundsTime = map[string]bool{
	"by": true, "until": true, "till": true, "since": true, "from": true, "for": true, "to": true, "through": true, "between": true, "over": true, "than": true,
}

// at is the first byte of token i.
func at(a *assembler, i int) int {
	if i < 0 || i >= len(a.Tokens) {
		return 0
	}
	return a.Tokens[i].Start
}

// nearby is how many attributions before and after one may share its sentence.
const nearby = 16

// inOtherContent reports whether s lies in the content of act x, or in that of another
// which does not hold its cue.
func (a *assembler) inOtherContent(x *act, s extract.Span) bool {
	if !overlapsAny(a.contents, s) {
		return false
	}
	for i := max(0, x.index-nearby); i < min(len(a.Attributions), x.index+nearby+1); i++ {
		for _, c := range a.Attributions[i].Content {
			if c.Overlaps(s) && (i == x.index || !c.Contains(x.Cue)) {
				return true
			}
		}
	}
	return false
}

// datesSource reports whether a time at token i, within the source, dates the act: data
// released Friday; and of a document its own date: Friday's ruling, a memo of 3 May.
func (a *assembler) datesSource(x *act, i int) bool {
	for k := i - 1; k >= x.first; k-- {
		switch {
		case a.isFinite(k) || a.tag(k) == "WP" || a.tag(k) == "WDT":
			return false
		case a.tag(k) == "VBN" || a.tag(k) == "VBD":
			return publishes[a.lemma(k)] && i-k < 8
		}
	}
	_, last := a.TokensIn(a.timeAt(i))
	return x.document && a.norm(i-1) != "during" || last == x.last && (a.norm(i-1) == "on" || a.norm(i-1) == "in") && i-1 > x.first // Lee on Monday | said
}

// timeAt is the span of the time that begins at token i.
func (a *assembler) timeAt(i int) extract.Span {
	k := sort.Search(len(a.Times), func(k int) bool { return a.Times[k].Start >= a.Tokens[i].Start })
	if k < len(a.Times) && a.Times[k].Start == a.Tokens[i].Start {
		return a.Times[k].Span
	}
	return a.Tokens[i].Span
}

// publishes are the verbs by which a document comes out, or a word is given.
var publishes = map[string]bool{
	"release": true, "publish": true, "issue": true, "post": true, "file": true, "unveil": true, "circulate": true, "send": true, "submit": true, "broadcast": true,
	"share": true, "air": true, "print": true, "obtain": true, "provide": true, "present": true, "produce": true, "date": true, "sign": true, "conduct": true, "commission": true,
	"reiterate": true, "repeat": true, "renew": true, "restate": true, "voice": true, "express": true, "reaffirm": true, "withdraw": true, "announce": true, "make": true, "give": true, "deliver": true, "write": true, "compile": true, "record": true, "update": true, "put": true, "report": true,
}

// datesAfter reports whether a time at token i, behind the cue, dates the act: no other
// clause has begun, but for what belongs to the source.
func (a *assembler) datesAfter(x *act, i int) bool {
	away := 0
	for k := x.cueLast; k < i; k++ {
		switch {
		case k >= x.first && k < x.last || a.inside(x.Content, k) || x.Addressee.Contains(a.Tokens[k].Span):
			continue
		case a.tag(k) == "WP" || a.tag(k) == "WDT": // said Lee, who heads it, on Monday
			end := a.commaAfter(k, i)
			if end == i {
				return false
			}
			k = end
			continue
		case a.isFinite(k), a.otherCue(x, k), compares[a.norm(k)], a.norm(k) == "from" && (a.norm(k-1) == "up" || a.norm(k-1) == "down"):
			return false
		}
		if away++; away > farAfter {
			return false
		}
	}
	return true
}

// compares are the words behind which a time is that of something compared.
var compares = map[string]bool{"than": true, "compared": true, "versus": true, "against": true}

// commaAfter is the first comma in tokens [k, end); end if there is none.
func (a *assembler) commaAfter(k, end int) int {
	for k < end && a.norm(k) != "," {
		k++
	}
	return k
}

// otherCue reports whether token k is the verb by which another act is told: said so, citing
// | figures of Monday.
func (a *assembler) otherCue(x *act, k int) bool {
	if !strings.HasPrefix(a.tag(k), "V") {
		return false
	}
	for i := max(0, x.index-nearby); i < min(len(a.Attributions), x.index+nearby+1); i++ {
		if i != x.index && a.Attributions[i].CueHead == k {
			return true
		}
	}
	return false
}

// datesBefore reports whether a time in tokens [first, last), before the cue, dates the act:
// it stands between source and cue, or opens the clause of the act.
func (a *assembler) datesBefore(x *act, first, last, from int) bool {
	if x.cue-last > farBefore || a.ofParticiple(first) {
		return false
	}
	if x.first < x.last && x.last <= first { // Lee on Monday said
		return !a.verbIn(x, x.last, first, false) && !a.relative(x.last, first) && (a.verbs(x, last, x.cue) <= a.governing(x) || a.joined(x, last))
	}
	head := x.cue
	if x.first < x.last && x.last <= x.cue {
		head = x.first
	}
	if a.tag(x.CueHead) == "VBG" && a.norm(head-1) == "with" { // it closed on Monday, with Lee saying
		return false
	}
	if a.verbIn(x, a.clauseStart(from, first), first, true) {
		return false
	}
	if a.nominal(x.Attribution) && a.tag(x.first) == "PRP$" { // on Tuesday reiterated their call
		return a.verbs(x, last, x.cue) == 0 || a.publishedIn(last, x.cue)
	}
	if x.document && a.tag(x.CueHead) == "VBG" { // on Friday the office released data showing
		return a.verbs(x, last, head) == 0 || a.publishedIn(last, head)
	}
	return !a.verbIn(x, last, head, true) && a.verbs(x, max(head, min(x.last, x.cue)), x.cue) <= a.governing(x)
}

// clauseStart is where the clause of token i begins: behind the last mark or word from token
// from on that joins two clauses, or there.
func (a *assembler) clauseStart(from, i int) int {
	for k := i - 1; k > from; k-- {
		switch a.norm(k) {
		case ";", ":", "—", "but":
			return k + 1
		case "and":
			if a.norm(k-1) == "," {
				return k + 1
			}
		}
	}
	return from
}

// ofParticiple reports whether the time at token i belongs to a participle right before it:
// a firm founded in | 1995.
func (a *assembler) ofParticiple(i int) bool {
	k := i - 1
	if n := a.norm(k); n == "in" || n == "on" || n == "at" {
		k--
	}
	return a.tag(k) == "VBN" && !publishes[a.lemma(k)]
}

// governing is how many verbs may stand between a source and a cue that is no finite verb:
// the one that governs it, "reiterated their | call".
func (a *assembler) governing(x *act) int {
	if a.isFinite(x.CueHead) {
		return 0
	}
	return 1
}

// joined reports whether the cue is a further verb of the subject before token i: on Monday
// resigned and | said.
func (a *assembler) joined(x *act, i int) bool {
	return a.isFinite(x.CueHead) && a.tag(x.cue-1) == "CC" && a.verbs(x, i, x.cue) == 1
}

// relative reports whether a relative pronoun stands in tokens [first, last).
func (a *assembler) relative(first, last int) bool {
	for k := first; k < last; k++ {
		if t := a.tag(k); t == "WP" || t == "WDT" {
			return true
		}
	}
	return false
}

// verbs counts the groups of finite verbs in tokens [first, last) outside the content and the
// cue's own group.
func (a *assembler) verbs(x *act, first, last int) int {
	n := 0
	for k := first; k < last; k++ {
		if a.isFinite(k) && !a.isFinite(k-1) && !a.inside(x.Content, k) && !a.grouped(k, x.CueHead) {
			n++
		}
	}
	return n
}

// grouped reports whether the verb at token k belongs to the group that ends in token head.
func (a *assembler) grouped(k, head int) bool {
	for k++; k < head; k++ {
		if t := a.tag(k); !isVerbal(t) && t != "TO" && a.norm(k) != "," {
			return false
		}
	}
	return true
}

// verbIn reports whether a finite verb of a main clause stands in tokens [first, last). With
// subordinate, clauses that a word opens and a comma closes are passed over.
func (a *assembler) verbIn(x *act, first, last int, subordinate bool) bool {
	for k := first; k < last; k++ {
		switch {
		case a.inside(x.Content, k):
		case subordinate && k > first && opensClauseOfTime[a.norm(k)]:
			if end := a.commaAfter(k, last); end < last {
				k = end
			}
		case a.isFinite(k):
			return true
		}
	}
	return false
}

// opensClauseOfTime are the words after which a verb is not that of the clause around.
var opensClauseOfTime = map[string]bool{
	"after": true, "before": true, "as": true, "when": true, "while": true, "because": true, "where": true, "who": true, "which": true, "that": true, "whose": true, "since": true,
}

// publishedIn reports whether the first verb in tokens [first, last) is that of a publication,
// or of a word that is given.
func (a *assembler) publishedIn(first, last int) bool {
	for k := first; k < last; k++ {
		if a.isFinite(k) {
			return publishes[a.lemma(k)]
		}
	}
	return false
}

// inside reports whether token k lies in one of spans.
func (a *assembler) inside(spans []extract.Span, k int) bool {
	for _, s := range spans {
		if s.Contains(a.Tokens[k].Span) {
			return true
		}
	}
	return false
}
