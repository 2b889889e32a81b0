package timex

import (
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// A count is a number of units: a value as TIMEX3 writes it ("2", "X" for a vague
// one), with halves apart so that two and a half years is P2Y6M.
type count struct {
	end  int
	n    int
	text string
	half bool
}

// numbered is the number at token i as extract/number reads it, and the token after it.
func (r *reader) numbered(i int) (n number.Number, end int, ok bool) {
	a := r.atom(i)
	if a < 0 {
		return n, 0, false
	}
	n, ok = r.numbers.Number(a)
	if !ok || n.Val.None() {
		return n, 0, false
	}
	last := &r.numbers.Atoms[n.Last-1]
	return n, last.Token + 1, last.End == r.d.Tokens[last.Token].End
}

// atom is the first atom of token i; -1 if none starts there.
func (r *reader) atom(i int) int {
	if i < r.first || i >= r.last {
		return -1
	}
	if !r.lexed {
		r.numbers.Doc, r.numbers.Sent = r.d, extract.Sentence{Span: r.d.TokenSpan(r.first, r.last), First: r.first, Last: r.last}
		r.numbers.Lex(numerals())
		r.lexed = true
	}
	at := r.d.Tokens[i].Start
	a := sort.Search(len(r.numbers.Atoms), func(k int) bool { return r.numbers.Atoms[k].Start >= at })
	if a == len(r.numbers.Atoms) || r.numbers.Atoms[a].Start != at {
		return -1
	}
	return a
}

// around tells the reader of numbers that units of time follow them.
func (r *reader) around() number.Around {
	unitAt := func(a int) bool {
		at := r.numbers.At(a)
		return at != nil && r.class(at.Token).kind == unit
	}
	return number.Around{
		Unit: func(a int) number.Unit {
			if !unitAt(a) {
				return number.Unit{}
			}
			return number.Unit{Last: a + 1, Time: true}
		},
		Noun: unitAt,
	}
}

// numerals are the words of numbers.
var numerals = sync.OnceValue(number.NewVocabulary)

// count reads a number at token i: digits, number words, a, several, a couple of.
func (r *reader) count(i int) (c count, ok bool) {
	switch w := r.class(i); {
	case w.kind == numeral && r.class(i+1).kind == unit: // two quarters are no half
		return count{end: i + 1, n: w.n, text: strconv.Itoa(w.n)}, true
	case w.kind == digits, w.kind == numeral, w.kind == hyphened:
		return r.counted(i)
	case w.kind == vague:
		return count{end: i + 1, text: "X"}, true
	case r.is(i, "couple") && r.is(i+1, "of"):
		return count{end: i + 2, n: 2, text: "2"}, true
	case r.is(i, "a", "an"):
		switch {
		case r.is(i+1, "few"):
			return count{end: i + 2, text: "X"}, true
		case r.is(i+1, "couple"):
			end := i + 2
			end = r.skip(end, "of")
			return count{end: end, n: 2, text: "2"}, true
		case r.is(i+1, "half") && r.class(i+2).kind == unit:
			return count{end: i + 2, half: true, text: "0"}, true
		case r.class(i+1).kind == numeral && r.class(i+1).n >= 12: // a dozen, a hundred
			return r.counted(i)
		}
		return count{end: i + 1, n: 1, text: "1"}, true
	case r.is(i, "half"): // half a year, half a dozen years
		return r.counted(i)
	}
	return count{}, false
}

// counted is the count of units that a number in digits or words gives.
func (r *reader) counted(i int) (count, bool) {
	n, end, ok := r.numbered(i)
	text := n.Val.Text()
	if !ok || len(text) > 9 {
		return count{}, false
	}
	whole, rest, _ := strings.Cut(text, ".")
	c := count{end: end, text: text, half: rest == "5" && (n.InWords || end > i+1)} // "2.5" stays as it is written
	if c.half {
		c.text = whole
	}
	c.n = atoi(whole)
	return c, rest == "" || c.half || !n.InWords && end == i+1
}

// period is the TIMEX3 duration of a count of units.
func period(c count, u word) string {
	mark, letter := "P", u.value
	if letter[0] == 'T' {
		mark, letter = "PT", letter[1:]
	}
	n := c.text
	scale := map[string]int{"F": 2, "E": 10, "C": 100}[letter]
	if scale > 0 {
		letter = map[string]string{"F": "W", "E": "Y", "C": "Y"}[letter]
		if n != "X" {
			if c.n *= scale; c.half { // a decade and a half
				c.n += scale / 2
			}
			n, c.half = strconv.Itoa(c.n), false
		} else if extract.OneOf(u.value, "E", "C") {
			letter = u.value
		}
	}
	if letter == "K" {
		letter = "WE"
	}
	half := map[string]string{"PY": "6M", "PTH": "30M", "PTM": "30S", "PD": "T12H"}[mark+letter]
	switch {
	case c.half && c.text == "0" && half != "":
		if mark == "PT" {
			return "PT" + half
		}
		return "P" + half
	case c.half && half != "":
		return mark + n + letter + half
	case c.half:
		return mark + n + ".5" + letter
	}
	return mark + n + letter
}

func itoa(n int) string { return strconv.Itoa(n) }

// atoi reads digits; 0 for what is none.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
