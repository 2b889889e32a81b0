package quantity

import (
	"sort"
	"strings"
	"unicode"

	"github.com/claimwire/claimwire/extract/lexicon"

	"github.com/claimwire/claimwire/extract/number"
)

// A word is what the lists know about one word, whatever its case.
type word struct {
	*number.Word
	class   class
	phrases []phrase // units and currencies that start with the word
}

// A phrase is one way to write a unit or a currency, cut as lex cuts text.
type phrase struct {
	parts  []string
	exact  bool // matched with regard to case
	prefix bool // may stand before the number
	suffix bool // may stand behind it
	unit   *unit
}

// A unit is a unit of measure, a currency, or a sign such as %.
type unit struct {
	code, dimension, factor, base string
	money                         bool
	own                           string // line of a caller's list; "" of ours
}

type class uint64

const (
	up class = 1 << iota
	down
	upword
	downword
	reach
	label
	street
	clock
	era
	yearword
	scoreword
	weight
	high
	vote
	each
	people
	when
	since
	notcode
	perthing
	adverb
	changenoun
	modelword
	numbernoun
	turn
	lasting
	trade
	measuring
	stretchword
	body
	paying
	plural
	expecting
	transfer
	asking
	revising
	counting
	pointed
	telling
	apart
	gauging
	ofage
	event
	acting
	needing
	index
	person // of roles.tsv
)

var classes = map[string]class{
	"up": up, "down": down, "upword": upword, "downword": downword, "reach": reach, "label": label, "street": street,
	"clock": clock, "era": era, "yearword": yearword, "scoreword": scoreword, "weight": weight, "high": high,
	"vote": vote, "each": each, "people": people, "when": when, "since": since,
	"notcode": notcode, "perthing": perthing, "adverb": adverb, "changenoun": changenoun, "modelword": modelword, "numbernoun": numbernoun, "turn": turn, "lasting": lasting, "trade": trade, "measuring": measuring, "stretchword": stretchword, "body": body, "paying": paying,
	"plural": plural, "expecting": expecting, "transfer": transfer, "asking": asking, "revising": revising, "counting": counting, "pointed": pointed, "telling": telling, "apart": apart, "gauging": gauging, "ofage": ofage, "event": event, "acting": acting, "needing": needing, "index": index,
}

// A vocabulary is the words of numbers and what else this stage knows of words.
type vocabulary struct {
	*number.Vocabulary
	known []word // by Word.ID
}

var words = lexicon.Once(func(l *lexicon.Lists) *vocabulary {
	v := &vocabulary{Vocabulary: number.NewVocabulary()}
	v.known = make([]word, len(v.Words), 4*len(v.Words))
	for _, w := range v.Words {
		v.known[w.ID].Word = w
	}
	v.units(l)
	v.classes()
	v.currencies()
	for i := range v.known {
		p := v.known[i].phrases
		sort.SliceStable(p, func(i, j int) bool { return len(p[i].parts) > len(p[j].parts) })
	}
	return v
})

func (v *vocabulary) at(s string) *word {
	w := v.Add(s)
	if w.ID == len(v.known) {
		v.known = append(v.known, word{Word: w})
	}
	return &v.known[w.ID]
}

// find is what the lists know of a word; nil if they do not know it.
func (v *vocabulary) find(s string) *word {
	if w := v.Find(s); w != nil {
		return &v.known[w.ID]
	}
	return nil
}

func (v *vocabulary) units(l *lexicon.Lists) {
	for _, r := range l.Table("units").Rows {
		u := &unit{code: r.Cells[3], dimension: r.Cells[4], factor: r.Cells[5], base: r.Cells[6], own: r.Own}
		for _, s := range lexicon.Split(r.Cells[1]) {
			v.phrase(s, phrase{suffix: true, unit: u})
		}
		for _, s := range lexicon.Split(r.Cells[2]) {
			v.phrase(s, phrase{suffix: true, exact: true, unit: u})
		}
	}
}

func (v *vocabulary) currencies() {
	for _, r := range lexicon.Must("currencies").Rows {
		u := &unit{code: r.Cells[0], money: true}
		minor := u.code != strings.ToUpper(u.code)
		if len(u.code) == 3 && !minor && v.at(strings.ToLower(u.code)).class&notcode == 0 {
			v.phrase(u.code, phrase{prefix: true, suffix: true, exact: true, unit: u})
		}
		if len(u.code) == 3 && !minor {
			v.phrase(u.code+"$", phrase{prefix: strings.Contains(r.Cells[2], "$"), exact: true, unit: u})
		}
		for _, s := range lexicon.Split(r.Cells[2]) {
			lettered := strings.ContainsFunc(s, func(r rune) bool { return r < 128 && unicode.IsLetter(r) })
			v.phrase(s, phrase{prefix: !minor, suffix: minor || !lettered || s == "M"+u.code, exact: true, unit: u})
		}
		for _, s := range lexicon.Split(r.Cells[3]) {
			v.phrase(s, phrase{suffix: true, unit: u})
		}
	}
}

func (v *vocabulary) phrase(s string, p phrase) {
	p.parts = number.Cut(s)
	if !p.exact {
		for i := range p.parts {
			p.parts[i] = strings.ToLower(p.parts[i])
		}
	}
	w := v.at(number.LowerASCII(p.parts[0]))
	w.phrases, w.Measures = append(w.phrases, p), true
}

func (v *vocabulary) classes() {
	for _, r := range lexicon.Must("quantity_words").Rows {
		for _, s := range lexicon.Split(r.Cells[0]) {
			if parts := number.Cut(s); len(parts) == 1 {
				v.at(s).class |= classes[r.Cells[1]]
			}
		}
	}
	for day := range lexicon.Where("time_words", "kind", "weekday", "short-weekday") {
		v.at(day).class |= when
	}
	for name := range lexicon.Months() {
		v.at(name).class |= when
	}
	for _, r := range lexicon.Must("roles").Rows {
		if !strings.ContainsAny(r.Cells[0], " -") {
			v.at(r.Cells[0]).class |= person
		}
	}
}
