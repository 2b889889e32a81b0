package claim

import (
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// farAfter is how far behind a cue or a source, in tokens, the time of its act may stand.
const farAfter = 14

// An act is the clause of an attribution, in which the time of the act is looked for.
type act struct {
	*extract.Attribution
	index        int
	document     bool // the source is a document: its own date is that of the act
	first, last  int  // tokens of the source; equal without one
	cue, cueLast int  // tokens of the cue
	begin        int  // first token of its sentence
	perfect      bool // has said
	day          bool // the time looked at is a day
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
	x := act{Attribution: at, index: i, document: kind == extract.DocumentKind}
	x.first, x.last = a.TokensIn(at.Source)
	x.cue, x.cueLast = a.TokensIn(at.Cue)
	s := a.Sentences[n]
	x.begin, x.perfect = s.First, perfects[a.norm(x.cue)] || x.cue > s.First && perfects[a.norm(x.cue-1)]
	k := sort.Search(len(a.Times), func(k int) bool { return a.Times[k].Start >= s.Start })
	var out []extract.Time
	for ; k < len(a.Times) && a.Times[k].Start < s.End; k++ {
		t := a.Times[k]
		if first, last := a.TokensIn(t.Span); first == x.first && last < x.last && (a.tag(first-1) == "IN" || extract.OneOf(a.tag(last), "DT", "NNP", "PRP$")) {
			x.first = last // Since 2019 | the board has said, late Tuesday | the board said
		}
		x.day = len(t.Value) >= len(time.DateOnly) || strings.HasPrefix(t.Rule, "time.weekday") || strings.HasPrefix(t.Rule, "time.day")
		if a.datesAct(&x, &t) {
			t.Role = "said"
			out = append(out, t)
		}
	}
	return out
}

// datesAct reports whether time t dates act x.
func (a *assembler) datesAct(x *act, t *extract.Time) bool {
	first, last := a.TokensIn(t.Span)
	if first >= last || a.inOtherContent(x, t.Span) {
		return false
	}
	within, adjective := first >= x.first && last <= x.last, a.adjective(first, last) && last != x.first
	w := a.norm(first - 1)
	switch {
	case t.Type == "DURATION":
		if !turns[a.norm(last)] && !turns[a.norm(last-1)] && w != "within" && !(extract.OneOf(w, "for", "over", "during") && (x.perfect && (first-1 == x.begin || first-1 == x.cueLast) || perfects[a.norm(first-2)] && last == x.cue)) && !(w == "in" && (first-1 == x.begin || first-1 == x.cueLast) && strings.Contains(t.Text, "recent ")) {
			return false // but "have said in recent weeks", "told them two months after the storm", "denied it within hours", "For years she has said"
		}
	case t.Type == "SET" && (last-first < 2 || adjective || within || first < x.cue && !a.opens(x, first, last)), t.Type == "DATE" && w == "before":
		return false // the daily paper said, but not "every year he says"; tweeted before Election Day
	}
	if a.bounds(x, t, first, last) {
		return false
	}
	if w := a.tag(first - 1); w == "WP" || w == "WDT" { // who last year left
		return false
	}
	if n := a.NounAt(first); t.Text == t.Value && adjective && !within && (n < 0 || a.norm(a.Nouns[n].Prep) != "in" || a.Nouns[n].Prep > x.begin && a.Nouns[n].Prep < x.cue) {
		return false // during his 2010 tour, he said; but in a 2019 book
	}
	if first >= x.cueLast && a.IsFinite(last) && a.tag(last) != "VBP" {
		return false // funds raised at the event on 20 September will go to her
	}
	if a.tag(x.CueHead) != "VB" && a.yetToCome(t) { // ahead of her first budget on 30 October, she said
		return false
	}
	if strings.HasSuffix(t.Value, "_REF") && !(t.Value == "PAST_REF" && first >= x.cueLast && t.Text != "recent" && a.tag(last) != "VBN" || last == x.cue || first >= x.cue && first <= x.cueLast && a.norm(first-1) != "to" || a.opens(x, first, last) && (t.Value != "FUTURE_REF" || a.tag(x.CueHead) == "VBD")) {
		return false // now says, but not "now known as", according to recent data
	}
	switch {
	case within && x.first < x.last:
		return a.datesSource(x, first, last)
	case first >= x.cueLast || last <= x.cue:
		return a.datesClause(x, first, last)
	}
	return first >= x.cue && last <= x.cueLast // within the cue: was quoted on Monday as saying, recently warned
}

// perfects are the auxiliaries of a perfect, which tells of a stretch up to a time.
var perfects = map[string]bool{"has": true, "have": true, "had": true, "'ve": true}

// adjective reports whether the time in tokens [first, last) only describes a noun: his 2010 tour,
// the daily briefing.
func (a *assembler) adjective(first, last int) bool {
	n := a.NounAt(first)
	return n >= 0 && a.Nouns[n].Head >= last || strings.HasPrefix(a.tag(last), "NN")
}

// opens reports whether the time in tokens [first, last) stands at the head of the sentence, apart from
// what follows or before the source: Recently, Lee was asked; these days many fear.
func (a *assembler) opens(x *act, first, last int) bool {
	if a.tag(first-1) == "IN" {
		first--
	}
	if a.norm(last) == "since" && last < x.first && !extract.AnyToken(last, x.first, a.IsFinite) { // Each week since May | we have asked
		last = x.first
	}
	v := a.VerbAt(x.CueHead)
	return first == x.begin && v >= 0 && a.Verbs[v].Finite && (last == x.first || a.norm(last) == "," && a.norm(x.cueLast) != ",")
}

// turns are the words behind a stretch of time that make it tell when.
var turns = map[string]bool{"after": true, "before": true, "later": true, "earlier": true}

// yetToCome reports whether t begins after the day of publication.
func (a *assembler) yetToCome(t *extract.Time) bool {
	return strings.HasPrefix(strings.ToLower(t.Text), "next ") || !a.Published.IsZero() && len(t.From) >= len(time.DateOnly) && t.From[:len(time.DateOnly)] > a.Published.Format(time.DateOnly)
}

// bounds reports whether t, in tokens [first, last), only bounds a stretch: an act is not dated by Friday.
func (a *assembler) bounds(x *act, t *extract.Time, first, last int) bool {
	w := a.norm(first - 1)
	switch {
	case w == "since" && x.perfect, w == "from" && first >= x.first && last <= x.last && x.document:
		return false // since 2019 he has said, figures from May show
	case (w == "by" || a.norm(first) == "by") && a.opens(x, first, last) && a.tag(x.CueHead) == "VBD":
		return false // by mid-May the board put it at 5%
	case w == "for":
		return t.Type != "DURATION"
	case w == "and" && (a.norm(first-3) == "between" || a.norm(first-4) == "between"):
		return true
	}
	return strings.HasPrefix(t.Mod, "ON_OR_") || boundsTime[w] && first != x.cueLast
}

// boundsTime are the words before a time that bound a stretch.
var boundsTime = map[string]bool{
	"by": true, "until": true, "till": true, "since": true, "from": true, "for": true, "to": true, "through": true, "between": true, "than": true,
}

// nearby is how many attributions before and after one may share its sentence.
const nearby = 16

// inOtherContent reports whether s lies in the content of act x, or in that of another
// which does not hold its cue, be it in a part behind s.
func (a *assembler) inOtherContent(x *act, s extract.Span) bool {
	if !overlapsAny(a.contents, s) {
		return false
	}
	holdsCue := func(c extract.Span) bool { return c.Contains(x.Cue) && (c.Overlaps(s) || s.Start < x.Cue.Start) }
	for i := max(0, x.index-nearby); i < min(len(a.Attributions), x.index+nearby+1); i++ {
		if c := a.Attributions[i].Content; overlapsAny(c, s) && (i == x.index || !slices.ContainsFunc(c, holdsCue)) {
			return true
		}
	}
	return false
}

// datesSource reports whether a time at token i, within the source, dates the act: data
// released Friday; and of a document its own date: Friday's ruling, a memo of 3 May, but not that of
// what it is about: an analysis of the 2010 vote.
func (a *assembler) datesSource(x *act, i, last int) bool {
	for k := i - 1; k >= x.first; k-- {
		switch tag := a.tag(k); {
		case (tag == "VBN" || tag == "VBD" && strings.HasPrefix(a.tag(k-1), "NN")) && publishes[a.lemma(k)]:
			return i-k < 14 // a survey released on Thursday
		case a.IsFinite(k) || extract.OneOf(tag, "WP", "WDT", "VBN", "VBD"):
			return false
		}
	}
	n := a.NounAt(i)
	return x.document && !(n >= 0 && a.Nouns[n].Head >= last && a.Nouns[n].Prep > x.first) || last == x.last && extract.OneOf(a.norm(i-1), "on", "in") && i-1 > x.first // Lee on Monday | said
}

// publishes are the verbs by which a document comes out, or a word is given.
var publishes = map[string]bool{
	"release": true, "publish": true, "issue": true, "post": true, "file": true, "unveil": true, "circulate": true, "send": true, "submit": true, "broadcast": true,
	"share": true, "air": true, "print": true, "obtain": true, "provide": true, "present": true, "produce": true, "date": true, "sign": true, "conduct": true, "commission": true,
	"reiterate": true, "repeat": true, "renew": true, "restate": true, "voice": true, "express": true, "reaffirm": true, "withdraw": true, "announce": true, "make": true, "give": true, "deliver": true, "write": true, "compile": true, "record": true, "tape": true, "film": true, "lay": true, "outline": true, "raise": true, "update": true, "put": true, "report": true,
}

// datesClause reports whether the time in tokens [first, last) stands in the clause of act x, or
// at the head of the one that its subject opens: on Monday the board met and | said.
func (a *assembler) datesClause(x *act, first, last int) bool {
	of, own := a.ClauseAt(first), a.ClauseAt(x.CueHead)
	if a.besideSource(x, first, last) || own >= 0 && a.onOccasion(x, &a.Clauses[own], first, last) {
		return true
	}
	if x.first == x.last && a.tag(last) == "CC" && last < x.cue && a.verbs(x, x.begin, first) > 0 { // wool rose last month and | dealers are expected to sell
		return false
	}
	if of < 0 || own < 0 || a.ofParticiple(x, first) || a.ofOther(x, first, last) {
		return false
	}
	switch c := &a.Clauses[of]; {
	case of == own:
	case a.Clauses[own].Kind == extract.InsertedClause && c.Kind != extract.RelativeClause && last <= x.cue && len(x.Content) > 0 && x.Content[0].Start > x.Cue.Start: // in a statement Thursday, Lee said, “It is late”
		of = own
	case c.Kind == extract.RelativeClause && (a.norm(first-1) == "," || a.tag(first-1) == "IN" && a.norm(first-2) == ","):
		of = c.Parent // Lee, who heads it, on Monday said
	case first < x.cueLast:
	case c.Kind == extract.RelativeClause && x.first < c.First && c.First < x.last && x.last <= first,
		c.Kind == extract.ComplementClause && c.Parent == own: // said Lee, who now heads it, on Monday; told us on Monday | she would go
		of = c.Parent
	}
	around := &a.Clauses[of]
	switch finite := a.IsFinite(x.CueHead); {
	case last <= x.cue && a.opensWhen(own, of, last):
		return true
	case of != own && finite:
		return a.further(x, around, first)
	case of != own:
		return last <= x.cue && a.tag(x.CueHead) == "VBG" && a.subjectOf(x, around) && a.besides(x, around, first, last)
	case first >= x.cueLast:
		if a.nominal(x.Attribution) {
			return a.besides(x, around, first, last)
		}
		after := max(x.cueLast, min(x.last, first))
		for _, c := range x.Content {
			k, end := a.TokensIn(c)
			near := end == first || end == first-1
			if k >= after && (end == first || end < first && a.tag(end) == "IN") && !(near && extract.AnyToken(k, end, a.IsFinite)) { // praised the mayor of the town in a speech on Monday
				after += end - k
			}
		}
		return first-after <= farAfter && !a.leaves(x, first)
	case !finite:
		return a.besides(x, around, first, last)
	case a.verbs(x, last, x.cue) > 0:
		return a.further(x, around, first)
	}
	return a.verbs(x, around.First, first) == 0 || !slices.ContainsFunc(a.Tokens[last:x.cue], func(t extract.Token) bool { return t.XPOS == "CC" })
}

// besideSource reports whether the time in tokens [first, last) stands at the head of the sentence or of a half
// of it right before the source of act x, between source and cue behind a comma, or right behind the content: since 2019 Lee
// has said; but in July, Lee, who led it when it rained, said; Lee, who heads it, on Monday said; said it was full | on Monday.
func (a *assembler) besideSource(x *act, first, last int) bool {
	opens, v := a.opens(x, first, last), a.VerbAt(x.CueHead)
	if a.tag(first-1) == "IN" {
		first--
	}
	switch {
	case v < 0 || !a.Verbs[v].Finite || x.first == x.last:
		return false
	case last == x.first || last+1 == x.first && a.norm(last) == ",":
		return opens && (last == x.first || a.verbs(x, x.last, x.cue) == 0) || extract.OneOf(a.tag(first-1), "CC", ":")
	}
	behind := first > x.begin && a.inside(x.Content, first-1)
	return behind || last == x.cue && x.last < first && a.norm(first-1) == ","
}

// onOccasion reports whether clause c, that of act x, is one about what took place or came out at the time in
// tokens [first, last): a rally on Monday where Lee said; a Monday call with us, in which Lee said; a letter on
// 3 May that says.
func (a *assembler) onOccasion(x *act, c *extract.Clause, first, last int) bool {
	if c.Kind != extract.RelativeClause || last > c.First {
		return false
	}
	if a.tag(c.First+1) != "WDT" && !(a.norm(c.First) == "where" && a.tag(x.CueHead) == "VBD") && !(x.document && a.tag(c.First) == "WDT") {
		return false
	}
	n := c.OfNoun
	for n >= 0 && a.Nouns[n].Link == "prep" && a.Nouns[n].On >= 0 {
		n = a.Nouns[n].On
	}
	if v := a.Clauses[max(c.Parent, 0)].Verb; x.document && v >= 0 && publishes[a.lemma(a.Verbs[v].Head)] && a.ClauseAt(first) == c.Parent {
		return true // on Monday the board issued a letter, which said
	}
	return last == c.First || last == c.First-1 && a.norm(last) == "," || n >= 0 && first >= a.Nouns[n].First
}

// verbs counts the finite verbs in tokens [first, last), but for those of contents, of the source
// and of the cue itself.
func (a *assembler) verbs(x *act, first, last int) int {
	n, main := 0, a.ClauseAt(x.CueHead)
	for k := first; k < last; k++ {
		if v := a.VerbAt(k); v >= 0 && a.Verbs[v].Finite && k == a.Verbs[v].Head && a.beside(a.Verbs[v].Own, main) && !(k >= x.first && k < x.last) && !overlapsAny(a.contents, a.Tokens[k].Span) {
			n++
		}
	}
	return n
}

// beside reports whether clause c, that of a verb, is no lesser one within clause main: after he
// left, who left.
func (a *assembler) beside(c, main int) bool {
	for c >= 0 && c != main && a.Clauses[c].Parent != main {
		c = a.Clauses[c].Parent
	}
	return c < 0 || c == main || a.Clauses[c].Kind == extract.ComplementClause
}

// leaves reports whether the clause of act x is left before token i, which stands behind the cue:
// by another verb, behind a dash, or for what something is compared with.
func (a *assembler) leaves(x *act, i int) bool {
	dashes := 0
	for k := x.cueLast; k < i; k++ {
		switch n := a.norm(k); {
		case extract.OneOf(n, "-", "–", "—"):
			dashes++
		case a.tag(k) == "VBG" && (a.isCue(x, k) || a.norm(k-1) == "by" || ofOthers[a.norm(k-1)]) && !a.inside(x.Content, k): // accused her by using the word in 1990
			return true
		}
	}
	return dashes%2 == 1 || a.verbs(x, x.cueLast, i) > 0
}

// further reports whether the cue is a further verb of the subject of clause around, before whose verb the
// time at token first stands, or behind whose verb a day does: on Monday she resigned and | called for a vote.
func (a *assembler) further(x *act, around *extract.Clause, first int) bool {
	if a.tag(x.cue-1) != "CC" || a.norm(x.cue-1) == "or" || !a.subjectOf(x, around) || first < around.First {
		return false
	}
	head := a.Verbs[around.Verb].Head
	return first < head || x.day && head < x.cue && a.tag(head) == "VBD" && a.tag(x.CueHead) == "VBD" && a.norm(x.cue-1) == "and" && a.verbs(x, head+1, x.cue) == 0 // met the board on Monday and | said
}

// subjectOf reports whether the source of act x is the subject of clause c, which has a verb.
func (a *assembler) subjectOf(x *act, c *extract.Clause) bool {
	return c.Subject >= 0 && c.Verb >= 0 && x.first < x.last && a.Nouns[c.Subject].Full >= x.first && a.Nouns[c.Subject].First < x.last && a.Verbs[c.Verb].First >= x.last
}

// besides reports whether the time at token first, in the clause around a cue that is no finite
// verb, dates the act as well: the clause tells of the same act (reiterated their call, released
// data showing), or of what the source did beside it (resigned on Monday, accusing).
func (a *assembler) besides(x *act, around *extract.Clause, first, last int) bool {
	if around.Verb < 0 || a.Verbs[around.Verb].Head >= x.cue {
		return true
	}
	if publishes[a.lemma(a.Verbs[around.Verb].Head)] {
		return x.document || a.subjectOf(x, around) || a.tag(x.first) == "PRP$"
	}
	switch a.tag(x.CueHead) {
	case "VBG": // denied it on Monday, saying; on Monday left the talks saying; but not "sued for saying"
		row := a.tag(x.cue-1) == "CC" && !extract.AnyToken(around.First, first, func(k int) bool { return a.tag(k) == "VBG" })
		return (row || a.norm(x.cue-1) == "," || last == x.cue || a.lemma(x.CueHead) == "say") && a.norm(x.cue-1) != "for" && a.subjectOf(x, around)
	case "VB", "VBN": // on Monday became the first to offer help
		return a.subjectOf(x, around) && first < a.Verbs[around.Verb].Head
	}
	return false
}

// isCue reports whether token k is the verb of another act near x.
func (a *assembler) isCue(x *act, k int) bool {
	return extract.AnyToken(max(0, x.index-nearby), min(len(a.Attributions), x.index+nearby+1), func(i int) bool {
		return i != x.index && a.Attributions[i].CueHead == k
	})
}

// opensWhen reports whether clause own tells what happened at a time of clause of: it began on
// Saturday, when Lee said; in May she was mocked when she said.
func (a *assembler) opensWhen(own, of, last int) bool {
	c := &a.Clauses[own]
	return c.Mark >= last && a.norm(c.Mark) == "when" && c.Parent == of
}

// ofOther reports whether the time in tokens [first, last) is that of a noun which dates no act
// itself: after April's attack, ahead of her budget on 3 May, up from 47% in June.
func (a *assembler) ofOther(x *act, first, last int) bool {
	if a.tag(last) == "POS" && timesOfOthers[a.norm(first-1)] { // after Tuesday night's speech
		return true
	}
	n, of := a.NounAt(first), ofOthers
	if n < 0 || a.Nouns[n].Head < last { // nothing but a time
		behind := first
		if n >= 0 && a.Nouns[n].Prep >= 0 {
			behind = a.Nouns[n].Prep
		}
		if n, of = a.NounAt(behind-1), timesOfOthers; n < 0 || a.Nouns[n].Last != behind {
			return false
		}
	}
	for ; n >= 0; of = timesOfOthers { // after the storm in the north in 2019
		prep := a.Nouns[n].Prep
		if prep < 0 {
			prep = a.Nouns[n].First - 1
		}
		if k := a.Nouns[n].First; k >= x.first && k < x.last || prep < x.begin {
			return false
		}
		w, before := a.norm(prep), a.norm(prep-1)
		if (w == "after" || w == "following") && a.Nouns[n].Head < first && (x.day || first >= x.cueLast) { // said after the talks on Monday
			return false
		}
		if of[w] || extract.OneOf(before, "ahead", "up", "down") {
			return true
		}
		if n = a.NounAt(prep - 1); a.tag(prep) != "IN" {
			return false
		}
	}
	return false
}

// ofOthers are the words before a noun with a time in it that is not that of the act, and
// timesOfOthers those before a noun that a time follows.
var (
	ofOthers = map[string]bool{
		"after": true, "before": true, "since": true, "following": true, "until": true, "of": true, "about": true, "over": true, "from": true, "against": true, "despite": true, "than": true, "with": true, "for": true,
	}
	timesOfOthers = map[string]bool{"after": true, "before": true, "since": true, "following": true, "than": true, "despite": true}
)

// ofParticiple reports whether the time at token i belongs to a participle right before it:
// a firm founded in | 1995.
func (a *assembler) ofParticiple(x *act, i int) bool {
	k := i - 1
	if n := a.norm(k); extract.OneOf(n, "in", "on", "at") {
		k--
	}
	v := a.VerbAt(k)
	for j := i - 1; j >= x.begin; j-- { // Having left the board in | 2019, Lee said; Lee, shown in a street in | 2019, said
		if j == x.begin || a.norm(j-1) == "," {
			if a.norm(j) == "having" || a.tag(j) == "VBN" && a.VerbAt(j) >= 0 && !asks[a.lemma(j)] && !((x.document || j > x.cue && a.tag(j-2) == "NN") && publishes[a.lemma(j)]) {
				return j > x.cue || i < x.cue
			}
			break
		}
	}
	return a.tag(k) == "VBN" && (v < 0 || !a.Verbs[v].Finite) && !publishes[a.lemma(k)] && (k < x.cue || k >= x.cueLast)
}

// asks are the verbs of what somebody answers: asked on Monday, Lee said.
var asks = map[string]bool{"ask": true, "press": true, "question": true, "quiz": true, "challenge": true, "reach": true, "contact": true, "interview": true, "quote": true, "call": true, "grill": true, "probe": true, "approach": true}

// inside reports whether token k lies in one of spans.
func (a *assembler) inside(spans []extract.Span, k int) bool {
	return slices.ContainsFunc(spans, func(s extract.Span) bool { return s.Contains(a.Tokens[k].Span) })
}
