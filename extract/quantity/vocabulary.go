package quantity

import (
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// A word is what the lists know about one word, whatever its case.
type word struct {
	text     string // lower case
	class    class
	one      int64 // 0 to 19, and tens; -1 for all other words
	ten      bool
	mag      int // power of ten: 3 for thousand
	group    int64
	plural   int64 // the floor of a vague many
	ordinal  int64
	part     int64 // denominator
	times    string
	relative string // rank, as Quantity.Rank writes it
	suffix   int    // power of ten of glued letters
	vague    bool
	phrases  []phrase   // units and currencies that start with the word
	leftEnd  []modifier // modifiers before a number that end with it
	rightBeg []modifier // modifiers behind a number that start with it
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
}

// A modifier is one row's alternative of quantity_modifiers.tsv.
type modifier struct {
	parts       []string
	bound, kind string
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
	about
	perthing
	adverb
	changenoun
	modelword
	numbernoun
	turn
	lasting
	trade
	measuring
	move
	stretchword
	body
	paying
	person // of roles.tsv
)

var classes = map[string]class{
	"up": up, "down": down, "upword": upword, "downword": downword, "reach": reach, "label": label, "street": street,
	"clock": clock, "era": era, "yearword": yearword, "scoreword": scoreword, "weight": weight, "high": high,
	"vote": vote, "each": each, "people": people, "when": when, "since": since,
	"notcode": notcode, "about": about, "perthing": perthing, "adverb": adverb, "changenoun": changenoun, "modelword": modelword, "numbernoun": numbernoun, "turn": turn, "lasting": lasting, "trade": trade, "measuring": measuring, "move": move, "stretchword": stretchword, "body": body, "paying": paying,
}

type vocabulary map[string]*word

var words = sync.OnceValue(func() vocabulary {
	v := vocabulary{}
	v.numbers()
	v.units()
	v.classes()
	v.currencies()
	v.modifiers()
	for _, w := range v {
		sort.SliceStable(w.phrases, func(i, j int) bool { return len(w.phrases[i].parts) > len(w.phrases[j].parts) })
		sort.SliceStable(w.leftEnd, func(i, j int) bool { return len(w.leftEnd[i].parts) > len(w.leftEnd[j].parts) })
		sort.SliceStable(w.rightBeg, func(i, j int) bool { return len(w.rightBeg[i].parts) > len(w.rightBeg[j].parts) })
	}
	return v
})

// find looks up a word without regard to the case of ASCII letters, and without allocating.
func (v vocabulary) find(s string) *word {
	var buf [32]byte
	if len(s) > len(buf) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return v[string(buf[:len(s)])]
}

func (v vocabulary) at(s string) *word {
	w := v[s]
	if w == nil {
		w = &word{text: s, one: -1}
		v[s] = w
	}
	return w
}

func (v vocabulary) numbers() {
	for _, r := range lexicon.Must("numbers").Rows {
		w := v.at(r.Cells[0])
		n, _ := strconv.ParseInt(r.Cells[2], 10, 64)
		switch r.Cells[1] {
		case "one":
			w.one = n
		case "ten":
			w.one, w.ten = n, true
		case "mag":
			w.mag = int(n)
		case "group":
			w.group = n
		case "plural":
			w.plural = n
		case "vague":
			w.vague = true
		case "ordinal":
			w.ordinal = n
		case "part":
			w.part = n
		case "times":
			w.times = r.Cells[2]
		case "relative":
			w.relative = r.Cells[2]
		case "suffix":
			w.suffix = int(n)
		}
	}
}

func (v vocabulary) units() {
	for _, r := range lexicon.Must("units").Rows {
		u := &unit{code: r.Cells[3], dimension: r.Cells[4], factor: r.Cells[5], base: r.Cells[6]}
		for _, s := range lexicon.Split(r.Cells[1]) {
			v.phrase(s, phrase{suffix: true, unit: u})
		}
		for _, s := range lexicon.Split(r.Cells[2]) {
			v.phrase(s, phrase{suffix: true, exact: true, unit: u})
		}
	}
}

func (v vocabulary) currencies() {
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

func (v vocabulary) phrase(s string, p phrase) {
	p.parts = cut(s)
	if !p.exact {
		for i := range p.parts {
			p.parts[i] = strings.ToLower(p.parts[i])
		}
	}
	w := v.at(lowerASCII(p.parts[0]))
	w.phrases = append(w.phrases, p)
}

func (v vocabulary) modifiers() {
	for _, r := range lexicon.Must("quantity_modifiers").Rows {
		for _, s := range lexicon.Split(r.Cells[0]) {
			m := modifier{parts: cut(s), bound: r.Cells[2], kind: r.Cells[3]}
			if r.Cells[1] == "left" {
				w := v.at(m.parts[len(m.parts)-1])
				w.leftEnd = append(w.leftEnd, m)
			} else {
				w := v.at(m.parts[0])
				w.rightBeg = append(w.rightBeg, m)
			}
		}
	}
}

func (v vocabulary) classes() {
	for _, r := range lexicon.Must("quantity_words").Rows {
		for _, s := range lexicon.Split(r.Cells[0]) {
			if parts := cut(s); len(parts) == 1 {
				v.at(s).class |= classes[r.Cells[1]]
			}
		}
	}
	for _, r := range lexicon.Must("roles").Rows {
		if !strings.ContainsAny(r.Cells[0], " -") {
			v.at(r.Cells[0]).class |= person
		}
	}
}

// cut splits a surface into the parts that lex would make of it.
func cut(s string) []string {
	var parts []string
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		end := i + size
		switch {
		case r == ' ':
			i = end
			continue
		case unicode.IsLetter(r):
			end = wordEnd(s, end)
		case isDigit(r):
			end = i + digitRun(s, i)
		}
		parts = append(parts, s[i:end])
		i = end
	}
	return parts
}

func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
