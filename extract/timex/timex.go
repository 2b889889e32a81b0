// Package timex finds the times of a text and puts them on the calendar, as TIMEX3
// (TimeML 1.2.1) writes them: dates, times of day, durations, sets.
//
// A relative time is resolved against the publication date of the article, with
// the tense of its clause as evidence of direction. Without a publication date
// only absolute times have a value.
package timex

import (
	"slices"
	"strings"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
	"github.com/claimwire/claimwire/internal/hashed"
)

// Stage fills Document.Times in text order, without overlap, and settles which
// quantities are parts of times.
var Stage = extract.Stage{
	Name:  "timex",
	Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Phrases,
	Uses:  extract.Entities,
	Gives: extract.Times,
	Edits: extract.Quantities,
	Run:   run,
}

// A reader reads one document.
type reader struct {
	d       *extract.Document
	dct     time.Time // midnight of the publication day
	known   bool      // there is a publication date
	classes []word    // of the tokens of the sentence
	found   []found   // expressions of the sentence, as its times are
	base    int       // times before the sentence
	first   int       // token of the sentence that classes starts with
	last    int       // end of the sentence
	quarter string    // value of the last quarter that was named
	day     string    // the last day that was named, for "the next day"
	ended   int       // token after the day
	named   story     // the last date that the text named by itself
	year    story     // the last year
	month   story     // the last month
	numbers number.Reader
	lexed   bool // the sentence is cut for numbers
	entity  int  // first entity that does not end before the sentence

	here, all told // the states that the sentence and the article name
}

// A found is an expression before it becomes a Time.
type found struct {
	first  int // its first token; set when it is recorded
	end    int // token after the last
	back   int // tokens before the one it was read from that it takes in
	kind   string
	value  string
	mod    string
	quant  string
	freq   string // of a set: 2X
	anchor string
	dir    string
	fiscal bool

	day       dated // the day or month it names, where it is one
	monthLast bool  // the month comes with a later day of the row
}

const (
	tDate     = "DATE"
	tTime     = "TIME"
	tDuration = "DURATION"
	tSet      = "SET"
)

func run(d *extract.Document) error {
	r := reader{d: d}
	r.numbers.Around = r.around()
	if !d.Published.IsZero() {
		y, m, day := d.Published.Date()
		r.dct, r.known = date(y, int(m), day), y > 0 && y < 9999
	}
	lexicon := words()
	for i := range d.Sentences {
		if err := d.Stopped(); err != nil {
			return err
		}
		r.sentence(lexicon, &d.Sentences[i])
	}
	settle(d)
	return nil
}

func (r *reader) sentence(lexicon *hashed.Map[word], s *extract.Sentence) {
	r.first, r.last, r.classes, r.lexed = s.First, s.Last, r.classes[:0], false
	r.found, r.base, r.here = r.found[:0], len(r.d.Times), told{}
	for r.entity < len(r.d.Entities) && r.d.Entities[r.entity].Last <= s.First {
		r.entity++
	}
	seen := uint32(0)
	for i := s.First; i < s.Last; i++ {
		w := look(lexicon, r.d.Text, &r.d.Tokens[i])
		if seen |= 1 << w.kind; i > s.First && (r.classes[i-1-s.First].kind == numeral && r.is(i, "to", "past") || r.is(i, "while") && r.is(i-1, "a")) { // twenty to nine, for a while
			seen |= 1 << clock
		}
		r.classes = append(r.classes, w)
	}
	if !r.namesakes() && seen&triggers == 0 {
		return
	}
	r.names()
	for i := s.First; i < s.Last; {
		k := r.class(i).kind
		if k == other || k == opener && !r.opens(i) {
			i++
			continue
		}
		f, rule := r.at(i)
		if rule == "" {
			i++
			continue
		}
		i = r.emit(i, f, rule)
	}
	r.share()
}

// reach is how far an opener may stand before the first word of time: the end of the last financial | year.
const reach = 10

// opens reports whether a word of time comes soon behind the opener i, so that it is worth asking
// the rules, or whether it is one itself: better than last.
func (r *reader) opens(i int) bool {
	for k := i + 1; k < min(i+reach, r.last); k++ {
		class := r.class(k).kind
		if class != other && class != opener || r.is(k, "while", "period") {
			return true
		}
	}
	return r.is(i, "last")
}

// namesakes gives back to the month of May what its tag made a verb, between the figures of a date
// (3 May, May 2021) or behind next, and takes the month out of what is a name with an age behind it: March, 42, won.
func (r *reader) namesakes() (found bool) {
	for i := range r.classes {
		switch k, w := r.first+i, &r.classes[i]; {
		case w.kind == other && r.is(k, "may") && r.capital(k) && (r.class(k-1).kind == digits && len(r.norm(k-1)) <= 4 || r.class(k-1).kind == ordinal || r.is(k-1, "next", "last") || r.class(k+1).kind == digits):
			*w, found = word{kind: month, n: 5}, true
		case w.kind == month && r.is(k, "may") && (k == r.first || r.is(k-1, "\"", "“", "''")) && (strings.HasPrefix(r.xpos(k+1), "PRP") || r.is(k+1, "god")): // May God help them
			*w = word{}
		case w.kind == month && r.is(k, "march") && r.is(k+1, "on", "for", "of") && r.capital(k+2) && (r.is(k-1, "the", "'s") || len(r.norm(k-1)) == 4): // the 1963 March on Washington
			*w = word{}
		case w.kind == month && r.is(k+1, ",") && r.class(k+2).kind == digits && len(r.norm(k+2)) == 2 && atoi(r.norm(k+2)) > 31 && r.is(k+3, ",", ";", "—", "–"):
			*w = word{}
		}
	}
	return found
}

// names takes the words of longer names of persons, Theresa May and August Wilson,
// out of the words of time, where entities are known.
func (r *reader) names() {
	for k := r.entity; k < len(r.d.Entities); k++ {
		e := &r.d.Entities[k]
		if e.First >= r.last {
			return
		}
		if e.Type != "PER" || e.Last-e.First < 2 {
			continue
		}
		for t := max(e.First, r.first); t < min(e.Last, r.last); t++ {
			r.classes[t-r.first] = word{}
		}
	}
}

// at tries every rule at token i: the longest match wins, and of equals the first.
func (r *reader) at(i int) (best found, id string) {
	best.end = i
	for k := range rules {
		if f, ok := rules[k].match(r, i); ok && f.end > best.end {
			best, id = f, rules[k].id
		}
	}
	if best.end > i && (r.quotedTitle(i, best.end) || id == "time.set/1" && best.end == i+1 && i > r.first && r.capital(i) && best.end < r.last && r.capital(best.end)) { // the Yale Daily News
		return found{end: i}, ""
	}
	return best, id
}

// quotedTitle reports whether tokens [i, end) are of the name of a programme or a book, in marks of its own: on ABC's
// “This Week,” on “Midday with Ann Lee”.
func (r *reader) quotedTitle(i, end int) bool {
	from, to := i, i
	for from > r.first && i-from < 6 && r.titleWord(from-1) {
		from--
	}
	for to < r.last && to-i < 12 && r.titleWord(to) {
		to++
	}
	if to < end || !r.is(from-1, "“", "\"", "``", "''", "‘") || !r.adjacent(from-1) || !r.is(to, "”", "\"", "''", "’") && !(r.is(to, ",", ".") && r.is(to+1, "”", "\"", "''", "’")) {
		return false
	}
	before := r.xpos(from - 2)
	return end-i > 1 && from == i && to == end || before == "POS" || to-from > 1 && (before == "IN" || before == "DT" || strings.HasPrefix(before, "NN"))
}

// titleWord reports whether token k can be a word of a title: a capital, or a small word between capitals.
func (r *reader) titleWord(k int) bool {
	return r.capital(k) || r.is(k, "with", "the", "of", "and", "&", "to", "in", "on", "at", "for", "a")
}

// emit records an expression and returns the token after it.
func (r *reader) emit(i int, f found, rule string) int {
	i, f = r.widen(i-f.back, f)
	f.first = i
	switch {
	case r.quarter != "" && (r.is(i-1, "after", "following") || r.is(i-2, "after", "following") || r.is(i-3, "after", "following")): // after a flat second quarter, the firm gained
	case len(f.value) == 7 && f.value[5] == 'Q' && rule != "time.year-earlier/1" && f.anchor != "quarter":
		r.quarter = f.value
	case extract.OneOf(f.value, "P6M", "P9M"): // in the first nine months ... a year earlier
		r.quarter = ""
	}
	undated := !r.known && strings.HasPrefix(f.value, "000")
	if _, hour, ok := strings.Cut(f.value, "T"); undated && ok && f.anchor != "dct" { // 6 p.m. on Saturday, in an article without a date
		f.value = "XXXX-XX-XXT" + hour
	} else if undated || f.anchor == "dct" && (!r.known || f.value == "") {
		f.value, f.anchor, f.dir, f.day.y = "", "", "", 0
	}
	r.remember(&f)
	t := extract.Time{
		Passage: r.d.Passage(r.d.TokenSpan(i, f.end)), Type: f.kind, Value: f.value, Mod: f.mod, Quant: f.quant, Freq: f.freq,
		Anchor: f.anchor, Direction: f.dir, Fiscal: f.fiscal, Rule: rule,
	}
	if f.kind == tDate || f.kind == tTime {
		t.From, t.To = interval(f.value)
	}
	if n := len(r.d.Times); n > r.base && r.d.Times[n-1].Span.End > t.Start {
		r.d.Times, r.found = r.d.Times[:n-1], r.found[:len(r.found)-1]
	}
	r.d.Times, r.found = append(r.d.Times, t), append(r.found, f)
	return f.end
}

// norm is the lower-case form of token i; "" outside the sentence.
func (r *reader) norm(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.d.Tokens[i].Norm
}

func (r *reader) xpos(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.d.Tokens[i].XPOS
}

// class is the word at token i.
func (r *reader) class(i int) word {
	if i < r.first || i >= r.last {
		return word{}
	}
	return r.classes[i-r.first]
}

func (r *reader) is(i int, norms ...string) bool { return slices.Contains(norms, r.norm(i)) }

// skip is the token after i where that is one of norms, and i where not.
func (r *reader) skip(i int, norms ...string) int {
	if r.is(i, norms...) {
		return i + 1
	}
	return i
}

// adjacent reports whether no white space parts tokens i and i+1.
func (r *reader) adjacent(i int) bool {
	return i+1 < r.last && r.d.Tokens[i].End == r.d.Tokens[i+1].Start
}

// plainWord reports whether token i is no word of time by itself.
func (r *reader) plainWord(i int) bool {
	k := r.class(i).kind
	return k == other || k == opener || k == vagueRef || k == feast
}
