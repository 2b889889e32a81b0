// Package quantity finds the numbers of a text with what they count or measure:
// cardinals, money, percentages, measures, ages, durations, ranges, bounds, rates
// and changes. Numbers that name something (years, flights, indexes) and numbers
// that order (ranks, scores) are recognised too, without a value, so that nothing
// downstream counts them.
//
// A sentence is cut into atoms, finer than tokens; each number in it is read
// together with the currency or unit, the modifiers and the rate around it; then
// what it counts or measures is found with the tags. A range has Low and High and
// no Value. One movement "from A to B" has role change with Low A and High B, as
// written, even if it falls. A vague plural has the order of magnitude as Low and
// High: hundreds is 100 to 1000.
package quantity

import (
	"strconv"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/extract/number"
)

// Stage fills Document.Quantities.
var Stage = With(nil)

// With is Stage with a caller's units.
func With(l *lexicon.Lists) extract.Stage {
	v := sync.OnceValue(func() *vocabulary { return words(l) })
	return extract.Stage{
		Name:  "quantity",
		Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Phrases,
		Gives: extract.Quantities,
		Run:   func(d *extract.Document) error { return run(d, v()) },
	}
}

var scans = sync.Pool{New: func() any { return newScan() }}

func run(d *extract.Document, v *vocabulary) error {
	s := scans.Get().(*scan)
	defer func() {
		s.Doc, s.issuers = nil, nil
		if cap(s.Atoms) < 1<<14 { // the buffers of a monster are not worth keeping
			scans.Put(s)
		}
	}()
	s.Doc, s.words, s.issuers, s.manila, s.votes = d, v, nil, 0, 0
	groups := 0
	for i := range d.Sentences {
		if err := d.Stopped(); err != nil {
			return err
		}
		s.Sent = d.Sentences[i]
		s.Lex(s.words.Vocabulary)
		s.found = s.found[:0]
		s.pay(nil)
		s.readAll()
		if len(s.found) > 0 {
			groups = s.emit(groups)
		}
	}
	return nil
}

// readAll reads the sentence from left to right, then links what it found.
func (s *scan) readAll() {
	for i := 0; i < len(s.Atoms); {
		if !s.begins(i) {
			s.pay(nil)
			i++
			continue
		}
		r, ok := s.next(i)
		if !ok {
			i++
			continue
		}
		if n := len(s.found); n > 0 && r.first < s.found[n-1].last {
			r.first = s.found[n-1].last
			r.mod = r.first
		}
		if r.first < r.last {
			s.found = append(s.found, r)
		}
		i = max(i+1, r.last)
	}
	if len(s.found) == 0 {
		return
	}
	s.share()
	s.changes()
	s.things()
	s.parts()
	s.subjects()
	for i := range len(s.found) - 1 {
		s.respective(i)
	}
	s.margins()
}

// begins reports whether a quantity may start at atom i.
func (s *scan) begins(i int) bool {
	switch a := &s.Atoms[i]; a.Kind {
	case number.Digits:
		return !s.noteMark(i)
	case number.Letters:
		return a.Word != nil && a.Word.Begins
	}
	return s.Atoms[i].Len() > 1 && number.Vulgar[s.Text(i)][1] != 0
}

// next reads what starts at atom i, where something may.
func (s *scan) next(i int) (reading, bool) {
	switch a := &s.Atoms[i]; {
	case a.Kind == number.Digits && !s.ExponentAt(i):
		if r, ok := s.identifier(identRules, i); ok {
			return r, true
		}
	case a.Kind != number.Letters:
	case a.Word.Text == "few" && s.IsWord(i-1, "as") && s.IsWord(i+1, "as"):
		return reading{}, false // the bound of "as few as 20"
	case a.Word.Times != "":
		return s.timesWord(i)
	case a.Glued && i > 0 && s.Is(i-1, "-") && s.Atoms[i-1].Glued:
		return reading{}, false
	case a.Word.One >= 0:
		if r, ok := s.identifier(namedRules, i); ok {
			return r, true
		}
		if a.Word.One > 0 {
			if r, ok := s.wordOrdinal(i); ok {
				return r, true
			}
		}
	case a.Word.Relative != "":
		return s.relativeOrdinal(i)
	case a.Word.Ordinal != 0:
		if r, ok := s.wordOrdinal(i); ok {
			return r, true
		}
	}
	r, ok := s.read(i)
	return r, ok && r.first < r.last
}

// timesWord reads "double the estimate", "doubled", "sixfold".
func (s *scan) timesWord(i int) (reading, bool) {
	w := s.Atoms[i].Word
	r := reading{first: i, start: i, last: i + 1, core: i + 1, mod: i, kind: "multiple", rule: "qty.multiple/2", role: "ratio"}
	r.num = number.Number{First: i, Last: i + 1, Val: number.Parse(w.Times)}
	r.value = r.num.Val
	if s.Is(i+1, "-") || s.Is(i-1, "-") || w.Text == "doubles" && strings.HasPrefix(s.Tag(i+1), "NN") || w.Text == "doubles" && s.IsWord(i+1, "as") || w.Text == "doubled" && s.IsWord(i+1, "as") || w.Text == "halves" && strings.HasPrefix(s.Tag(i-1), "JJ") || s.IsWord(i+1, "down") {
		return r, false
	}
	k := s.BeforeModifiers(i)
	bare := extract.OneOf(s.Tag(k), "MD", "TO") // "will nearly double", "to double"
	verb := len(s.Tag(i)) > 2 && s.Tag(i)[:2] == "VB" || bare && s.Tag(i+1) != "RP" && !s.IsWord(i+1, "as", "back")
	fold := len(w.Text) > 4 && w.Text[len(w.Text)-4:] == "fold"
	j := i + 1
	switch {
	case fold:
	case extract.OneOf(w.Text, "twice", "thrice"):
		if !s.IsWord(j, "as") && !extract.OneOf(s.Tag(j), "DT", "PRP$") || s.IsWord(j, "a", "an", "each", "every") {
			return r, false
		}
	case s.Tag(j) == "DT" && !verb, s.Tag(j) == "PRP$" && !verb, s.IsWord(j, "what", "that"):
	case verb:
		r.dir = "up"
		if w.Times == "0.5" {
			r.dir = "down"
		}
	default:
		return r, false
	}
	s.leftModifiers(&r)
	if s.IsWord(j, "as") && s.IsWord(j+1, "many", "much") {
		r.of, _ = s.phraseAt(j + 2)
	}
	if extract.OneOf(s.Tag(j), "DT", "PRP$") {
		j++
	} else if !verb {
		return r, true
	}
	if t, ok := s.phraseAt(j); ok && !s.timeHead(t) {
		r.of = t
		return r, !s.IsWord(j-1, "this") // "twice this fall" is how often
	}
	return r, true
}

// timeHead reports whether t heads a phrase of time: "doubled last year".
func (s *scan) timeHead(t thing) bool {
	n := s.Doc.NounAt(s.Doc.TokenAt(t.head.Start))
	return n >= 0 && s.Doc.Nouns[n].Time
}

// emit writes the readings of a sentence to the document.
func (s *scan) emit(groups int) int {
	base, top := groups, groups
	for i := range s.found {
		q := s.quantity(&s.found[i])
		if q.Group > 0 {
			q.Group += base
			top = max(top, q.Group)
		}
		s.Doc.Quantities = append(s.Doc.Quantities, q)
	}
	return top
}

func (s *scan) quantity(r *reading) extract.Quantity {
	d := s.Doc
	q := extract.Quantity{
		Passage: d.Passage(s.Span(r.first, r.last)),
		Kind:    r.kind,
		Bound:   r.bound,
		Role:    r.role,
		Dir:     r.dir,
		Per:     r.per,
		Group:   r.group,
		Number:  s.Span(r.num.First, r.num.Last),
		Mod:     s.Span(r.first, r.start),
		Rule:    r.rule,
	}
	if u := r.unit.unit; u != nil && u.own != "" {
		q.Rule += "+" + u.own
	}
	if extract.OneOf(r.kind, "identifier", "ordinal", "score") {
		q.Rank = r.rank
		return q
	}
	q.Value, q.Low, q.High = r.value.Value(), r.low.Value(), r.high.Value()
	if q.Value == "" && q.Low == "" && !r.vague {
		q.Kind = "identifier"
		return q
	}
	leaveOutHuge(&q)
	if r.vague {
		q.Modifier = "vague"
	} else if r.approx {
		q.Modifier = "approx"
	}
	q.Unit = r.code()
	if r.unit.last > 0 {
		q.UnitSpan = s.Span(r.unit.first, r.unit.last)
	}
	if r.kind == "measure" && q.Exact == "" {
		b, unit := r.unit.inBase(r.value)
		q.Base, q.BaseUnit = b.Value(), unit
	}
	q.OfSpan, q.OfHead = r.of.full, r.of.head
	q.Of = passage(d, r.of.full)
	q.About, q.Subject = r.subject.full, passage(d, r.subject.full)
	q.PartOf = passage(d, r.whole)
	if r.equivalent > 0 {
		p := &s.found[r.equivalent-1]
		q.Equivalent = d.In(s.Span(p.first, p.last))
	}
	return q
}

// leaveOutHuge keeps a number beyond a float64, which most readers of JSON refuse as one,
// as text only.
func leaveOutHuge(q *extract.Quantity) {
	for _, v := range []extract.Decimal{q.Value, q.Low, q.High} {
		if _, err := strconv.ParseFloat(string(v), 64); v == "" || err == nil {
			continue
		}
		q.Exact = string(q.Value)
		if q.Exact == "" {
			q.Exact = string(q.Low + ".." + q.High)
		}
		q.Value, q.Low, q.High = "", "", ""
		return
	}
}

// code is the unit as records write it: "USD/month", "%", "{age}", "x".
func (r *reading) code() string {
	code := ""
	switch {
	case r.kind == "age" && (r.unit.unit == nil || r.unit.code == "a"):
		return "{age}"
	case r.kind == "multiple":
		code = "x"
	case r.kind == "ratio":
		code = "ratio"
	case r.unit.unit != nil:
		code = r.unit.code
	}
	if r.rate != "" {
		code += "/" + r.rate
	}
	return code
}
