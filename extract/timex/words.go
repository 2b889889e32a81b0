package timex

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/extract/number"
	"github.com/claimwire/claimwire/internal/hashed"
)

// A kind is what a word can do in a time expression.
type kind uint8

const (
	other kind = iota
	month
	weekday
	unit
	part
	season
	day
	ref
	clock
	numeral
	vague
	ordinal
	decade
	set
	digits   // a token that starts with a digit
	hyphened // a compound that may hold a time: third-quarter, two-year
	opener   // may stand before the first word of time: the, last, about, by
	vagueRef // current, future: a time by itself
	feast    // the first word of a holiday
	shortWeekday
)

// A word is a token as this stage sees it.
type word struct {
	kind   kind
	n      int
	value  string
	plural bool
	bounds bool // it may begin what bounds a number: more than, at least
}

var kinds = map[string]kind{
	"unit": unit, "part": part, "season": season, "day": day, "weekday": weekday, "ref": ref, "clock": clock,
	"short-weekday": shortWeekday, "vague": vague, "ordinal": ordinal, "decade": decade, "set": set, "opener": opener, "vague-ref": vagueRef,
}

// words maps the lower-case form of every word of the lists.
var words = sync.OnceValue(func() *hashed.Map[word] {
	m := &hashed.Map[word]{}
	for _, r := range lexicon.Must("time_words").Rows {
		for i, w := range lexicon.Split(r.Cells[0]) {
			n, _ := strconv.Atoi(r.Cells[2])
			*m.At(w) = word{kind: kinds[r.Cells[1]], n: n, value: r.Cells[2], plural: i > 0 && strings.HasSuffix(w, "s"), bounds: bounds(w)}
		}
	}
	for w, n := range lexicon.Months() {
		*m.At(w) = word{kind: month, n: n}
	}
	for _, w := range numerals().Words {
		name, n := w.Text, w.One
		switch {
		case w.Plural != 0 || w.Mag > 9:
			continue
		case w.Mag != 0:
			n = int64(math.Pow10(w.Mag))
		case w.Group == 12:
			n = w.Group
		case n < 1:
			continue
		}
		if _, known := m.Find(name); !known {
			*m.At(name) = word{kind: numeral, n: int(n)}
		}
	}
	for _, w := range numerals().Words {
		name := w.Text
		if _, known := m.Find(name); !known && len(w.Opening) > 0 && name != "in" && name != "on" {
			*m.At(name) = word{kind: opener, bounds: true}
		}
	}
	for name := range holidays() {
		first, _, _ := strings.Cut(name, " ")
		if _, known := m.Find(first); !known {
			*m.At(first) = word{kind: feast}
		}
	}
	return m
})

// bounds reports whether a word may begin what bounds a number.
func bounds(w string) bool {
	first := numerals().Find(number.Cut(w)[0])
	return first != nil && len(first.Opening) > 0
}

// clues are the words of time_clues.tsv by their use.
var clues = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, r := range lexicon.Must("time_clues").Rows {
		m[r.Cells[1]] = lexicon.SetOf(lexicon.Split(r.Cells[0])...)
	}
	return m
})

// events are the days by which what happened on them goes, by month and day.
var events = sync.OnceValue(func() map[[2]int]time.Time {
	m := map[[2]int]time.Time{}
	for v := range clues()["event"] {
		t, err := time.Parse(time.DateOnly, v)
		if key := [2]int{int(t.Month()), t.Day()}; err != nil || !m[key].IsZero() {
			panic("lexicon/time_clues.tsv: event " + v + ": want a day, 2021-01-06, and no two of one name")
		} else {
			m[key] = t
		}
	}
	return m
})

// triggers are the kinds without one of which a sentence holds no time.
const triggers = 1<<month | 1<<weekday | 1<<unit | 1<<part | 1<<season | 1<<day | 1<<ref | 1<<clock | 1<<decade | 1<<set | 1<<digits | 1<<hyphened | 1<<vagueRef | 1<<feast

// look classifies a token. Months and weekdays must be written as names are, but
// for lines that are all capitals or all small.
func look(m *hashed.Map[word], text string, t *extract.Token) word {
	if c := t.Norm[0]; c >= '0' && c <= '9' || c == '\'' && len(t.Norm) > 2 && t.Norm[1] >= '0' && t.Norm[1] <= '9' {
		if w, ok := m.Find(t.Norm); ok {
			return w
		}
		return word{kind: digits}
	}
	w, ok := m.Find(t.Norm)
	if !ok {
		if _, ok := longUnit(m, t.Norm); ok {
			return word{kind: hyphened}
		}
		if strings.IndexByte(t.Norm, '-') > 0 || len(t.Norm) > 3 && t.Norm[:2] == "fy" && t.Norm[2] <= '9' {
			return word{kind: hyphened}
		}
		return word{}
	}
	if w.kind == shortWeekday && text[t.Start] >= 'a' {
		return word{}
	}
	if w.kind == month || w.kind == weekday {
		first := text[t.Start]
		if acronym(text, t) || first >= 'a' || w.kind == month && (t.XPOS == "MD" || strings.HasPrefix(t.XPOS, "VB")) {
			return word{}
		}
	}
	return w
}

// longUnit is the unit of weeklong, month-long, decades-long.
func longUnit(m *hashed.Map[word], norm string) (word, bool) {
	base, ok := strings.CutSuffix(norm, "long")
	if !ok {
		return word{}, false
	}
	w := m.Get(strings.TrimSuffix(base, "-"))
	return w, w.kind == unit && !extract.OneOf(w.value, "K", "Q") && (w.value[0] != 'T' || w.value == "TH")
}

// acronym tells a month written in capitals, as agencies and tickers are (DEC, $MAR, the MAY
// Foundation), from one in a line of capitals: the word before or after is not.
func acronym(text string, t *extract.Token) bool {
	if s := text[t.Start:t.End]; len(s) < 3 || strings.ToUpper(s) != s {
		return false
	}
	return !capitals(lastWord(text[:t.Start])) && !capitals(firstWord(text[t.End:]))
}

// capitals reports whether s is a word in capitals, or a number.
func capitals(s string) bool {
	return s != "" && (s[0] >= '0' && s[0] <= '9' || len(s) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s)
}

// nearWord is how far from a word its neighbour is looked for, in bytes.
const nearWord = 24

// lastWord is the letters and digits that s ends with, but for spaces.
func lastWord(s string) string {
	s = strings.TrimRight(s[max(0, len(s)-nearWord):], " ")
	return s[strings.LastIndexFunc(s, notWord)+1:]
}

// firstWord is the letters and digits that s begins with, but for spaces.
func firstWord(s string) string {
	s = strings.TrimLeft(s[:min(len(s), nearWord)], " ")
	if i := strings.IndexFunc(s, notWord); i >= 0 {
		return s[:i]
	}
	return s
}

func notWord(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }
