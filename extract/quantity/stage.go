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
	"sync"

	"github.com/claimwire/claimwire/extract"
)

// Stage fills Document.Quantities.
var Stage = extract.Stage{
	Name:  "quantity",
	Needs: extract.Tokens | extract.Sentences | extract.Tags,
	Gives: extract.Quantities,
	Run:   run,
}

var scans = sync.Pool{New: func() any { return new(scan) }}

func run(d *extract.Document) error {
	s := scans.Get().(*scan)
	defer func() {
		s.doc, s.issuers = nil, nil
		if cap(s.atoms) < 1<<14 { // the buffers of a monster are not worth keeping
			scans.Put(s)
		}
	}()
	s.doc, s.issuers = d, nil
	groups := 0
	for i := range d.Sentences {
		if err := d.Stopped(); err != nil {
			return err
		}
		s.sent = d.Sentences[i]
		s.atoms = lex(s.atoms[:0], d, s.sent)
		s.found = s.found[:0]
		s.readAll()
		if len(s.found) > 0 {
			groups = s.emit(groups)
		}
	}
	return nil
}

// readAll reads the sentence from left to right, then links what it found.
func (s *scan) readAll() {
	for i := 0; i < len(s.atoms); {
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
}

// next reads what starts at atom i.
func (s *scan) next(i int) (reading, bool) {
	a := &s.atoms[i]
	switch {
	case a.kind == digits && !s.exponentAt(i):
		if r, ok := s.identifier(i); ok {
			return r, true
		}
	case a.kind == mark && a.End-a.Start > 1 && vulgar(s.text(i))[1] != 0:
	case a.kind == digits:
	case a.word == nil:
		return reading{}, false
	case a.word.times != "":
		return s.timesWord(i)
	case a.kind == letters && a.glued && i > 0 && s.is(i-1, "-") && s.atoms[i-1].glued:
		return reading{}, false
	case a.word.relative != "":
		return s.relativeOrdinal(i)
	case a.word.ordinal != 0 || a.word.one > 0:
		if r, ok := s.wordOrdinal(i); ok {
			return r, true
		}
	}
	r, ok := s.read(i)
	return r, ok && r.first < r.last
}

// timesWord reads "double the estimate", "doubled", "sixfold".
func (s *scan) timesWord(i int) (reading, bool) {
	w := s.atoms[i].word
	r := reading{first: i, start: i, last: i + 1, core: i + 1, mod: i, kind: "multiple", rule: "qty.multiple/2", role: "ratio"}
	r.num = number{first: i, last: i + 1, val: parseDecimal(w.times)}
	r.value = r.num.val
	if s.is(i+1, "-") || s.is(i-1, "-") || w.text == "doubles" && (s.isWord(i+1, "as") || s.isWord(i+1, "down")) {
		return r, false
	}
	verb := len(s.tag(i)) > 2 && s.tag(i)[:2] == "VB"
	fold := len(w.text) > 4 && w.text[len(w.text)-4:] == "fold"
	j := i + 1
	switch {
	case fold:
	case w.text == "twice" || w.text == "thrice":
		if !s.isWord(j, "as") && s.tag(j) != "DT" && s.tag(j) != "PRP$" {
			return r, false
		}
	case s.tag(j) == "DT" && !verb, s.tag(j) == "PRP$" && !verb, s.isWord(j, "what") || s.isWord(j, "that"):
	case verb && w.text != "double" && w.text != "triple" || verb && s.tag(i-1) == "MD":
		r.dir = "up"
		if w.times == "0.5" {
			r.dir = "down"
		}
	default:
		return r, false
	}
	s.leftModifiers(&r)
	if s.isWord(j, "as") && (s.isWord(j+1, "many") || s.isWord(j+1, "much")) {
		if t, ok := s.phraseAt(j + 2); ok {
			r.of = t
		}
	}
	if s.tag(j) == "DT" || s.tag(j) == "PRP$" {
		if t, ok := s.phraseAt(j + 1); ok {
			r.of = t
		}
	}
	return r, true
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
		s.doc.Quantities = append(s.doc.Quantities, q)
	}
	return top
}

func (s *scan) quantity(r *reading) extract.Quantity {
	d := s.doc
	q := extract.Quantity{
		Passage: d.Passage(s.span(r.first, r.last)),
		Kind:    r.kind,
		Bound:   r.bound,
		Role:    r.role,
		Dir:     r.dir,
		Per:     r.per,
		Group:   r.group,
		Number:  s.span(r.num.first, r.num.last),
		Mod:     s.span(r.first, r.start),
		Rule:    r.rule,
	}
	if r.kind == "identifier" || r.kind == "ordinal" || r.kind == "score" {
		q.Rank = r.rank
		return q
	}
	q.Value, q.Low, q.High = r.value.value(), r.low.value(), r.high.value()
	if q.Value == "" && q.Low == "" && !r.vague {
		q.Kind = "identifier"
		return q
	}
	switch {
	case r.vague:
		q.Modifier = "vague"
	case r.approx:
		q.Modifier = "approx"
	}
	q.Unit = r.code()
	if r.unit.last > 0 {
		q.UnitSpan = s.span(r.unit.first, r.unit.last)
	}
	if r.kind == "measure" {
		b, unit := r.unit.inBase(r.value)
		q.Base, q.BaseUnit = b.value(), unit
	}
	q.OfSpan, q.OfHead = r.of.full, r.of.head
	q.Of = passage(d, r.of.full)
	q.PartOf = passage(d, r.whole)
	if r.equivalent > 0 {
		p := &s.found[r.equivalent-1]
		q.Equivalent = d.In(s.span(p.first, p.last))
	}
	return q
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
