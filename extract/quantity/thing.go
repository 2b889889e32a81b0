package quantity

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// nounAt reports whether a counted noun phrase starts at atom i.
func (s *scan) nounAt(i int) bool {
	_, ok := s.phraseAt(i)
	return ok
}

// countsAfter reports whether a plural counted thing or a unit follows, so that
// "35m devices" are million and "a 3m wall" is metres.
func (s *scan) countsAfter(i int) bool {
	if s.has(i, high) {
		return false
	}
	if s.IsWord(i, "of") {
		i = s.past(i+1, 1, "PRP$")
	}
	if len(s.unitsAt(i)) > 0 && s.Atoms[i].Kind == number.Letters && (len(s.Text(i)) > 1 || s.Is(i, "t")) {
		return true
	}
	t, ok := s.phraseAt(i)
	if !ok {
		return false
	}
	k := s.Doc.TokenAt(t.head.Start)
	return strings.HasSuffix(s.Doc.Tokens[k].XPOS, "S") || s.Doc.Tokens[k].XPOS == "NNP" && strings.HasSuffix(s.Doc.Tokens[k].Norm, "s") // 12m Britons
}

// phraseAt reads the noun phrase that starts at atom i, without determiner:
// adjectives and nouns up to the head, "North Korean troops".
func (s *scan) phraseAt(i int) (thing, bool) {
	a := s.At(i)
	if a != nil && a.Kind == number.Mark && quoted(s.Text(i)) && !s.Is(i-1, ",") {
		return s.phraseBehindMark(i)
	}
	if a == nil || a.Kind == number.Mark && !a.Glued {
		return thing{}, false
	}
	first := a.Token
	open := i > 0 && quoted(s.Text(i-1)) && s.Glued(i) // a quotation opens the phrase
	head := -1
	start := a.Start
	for t := first; t < min(first+8, s.Sent.Last); t++ {
		tok := &s.Doc.Tokens[t]
		if s.isDate(t, head) {
			break
		}
		if last := s.nameWithOf(t); last > 0 { // 12 Isle of Man schools
			head, t = last, last
			continue
		}
		switch tag := tok.XPOS; {
		case tag == "NNS" || tag == "NNPS":
			head = t
			if s.compounded(t) {
				continue // "human rights lawyers"
			}
			return s.thing(start, head), true
		case tag == "NNP" && head >= 0 && head == t-1 && s.Doc.Tokens[head].XPOS == "NN" && first < t && !s.nounAhead(t+1):
			return s.thing(start, head), true // "a third of the capacity Ukraine had"
		case tag == "NNP" && head > first && head == t-1 && s.Doc.Tokens[head].XPOS == "NN" && t+1 < s.Sent.Last && s.Doc.Tokens[t+1].XPOS == "NNP" && !s.nounAhead(t+2):
			return s.thing(start, head), true // "the 500m time trial | Ann Rowe won"
		case (head < 0 || open) && t > first && quoted(s.Doc.In(tok.Span)) && t+1 < s.Sent.Last && s.modifies(t+1):
		case tag == "VBD" && head < 0 && strings.HasSuffix(tok.Norm, "ed") && t+1 < s.Sent.Last && (s.Doc.Tokens[t+1].XPOS == "NNS" || s.Doc.Tokens[t+1].XPOS == "NNP"): // a participle: "two valued partners"
		case tok.Norm == "i" && head == t-1 && s.Doc.Tokens[head].XPOS == "NNP" && s.nounAhead(t+1): // "362 Division I schools"
		case t == first && tok.Norm == "so-called" && t+1 < s.Sent.Last: // so-called "excess" deaths
			open = quoted(s.Doc.In(s.Doc.Tokens[t+1].Span))
		case tag == "," && t > first && head < 0 && t+2 < s.Sent.Last && s.Doc.Tokens[t+1].XPOS == "JJ" && s.nounAhead(t+2): // "smaller, mobile batteries"
		case tok.Norm == "including":
			t = s.Sent.Last
		case tag == "NN" || tag == "NNP" || (tok.Norm == "pay" || tok.Norm == "spending") && s.noun(t):
			head = t
		case tag == "CD" && (t > first || s.lettered(t)) && t+1 < s.Sent.Last && s.noun(t+1) && !s.unitTime(s.atomAt(s.Doc.Tokens[t+1].Start)):
		case strings.HasPrefix(tag, "RB") && head < 0 && t+1 < s.Sent.Last && s.modifies(t+1) && (t > first || !s.noun(t+1)):
		case tag == "JJ" || tag == "JJR" || tag == "JJS" || (tag == "VBN" || tag == "VBG") && t+2 < s.Sent.Last && (s.modifies(t+1) || s.Doc.Tokens[t+1].XPOS == "CC" && s.coordinated(t+1)):
			if head >= 0 && !s.nounAhead(t+1) {
				return s.thing(start, head), true
			}
		case tag == "CC" && t > first && t+1 < s.Sent.Last && tok.Norm != "but" && s.coordinated(t):
		case (tag == "POS" || tag == "HYPH" || tok.Norm == "-" && tok.Start == s.Doc.Tokens[t-1].End || tok.Norm == "&") && head >= 0 && t+1 < s.Sent.Last && (s.nounAhead(t+1) || s.Doc.Tokens[t+1].XPOS == "CD" && s.nounAhead(t+2)):
		default:
			if head < 0 && s.peopleToken(t) {
				return s.thing(start, t), true
			}
			t = s.Sent.Last
		}
	}
	if head < 0 && s.has(i, people) && a.Kind == number.Letters && !s.IsWord(i, "more") {
		head = first
	}
	if head < 0 {
		return thing{}, false
	}
	return s.thing(start, head), true
}

// nameWithOf is the last token of a name that begins at token t, holds a preposition and describes the noun behind
// it: the | Isle of Man | schools; 0 where there is none.
func (s *scan) nameWithOf(t int) int {
	e := s.Doc.Entities
	k := sort.Search(len(e), func(k int) bool { return e[k].Last > t })
	if k == len(e) || e[k].First != t || e[k].Last-t < 3 || e[k].Last >= s.Sent.Last || s.Doc.Tokens[t+1].XPOS != "IN" || !s.nounAhead(e[k].Last) {
		return 0
	}
	return e[k].Last - 1
}

// isDate reports whether the word of the calendar at token t ends a phrase whose last noun so far is
// token head, -1 without one: "16 | earlier Wednesday", but "four Super Tuesday states".
func (s *scan) isDate(t, head int) bool {
	if !s.calendar(t) {
		return false
	}
	if head < 0 {
		return t+1 < s.Sent.Last && s.calendar(t+1)
	}
	return !(s.Doc.Tokens[head].XPOS == "NNP" && head == t-1 && t+1 < s.Sent.Last && s.Doc.Tokens[t+1].XPOS == "NNS")
}

// phraseBehindMark is the phrase that opens with the mark of quotation at atom i.
func (s *scan) phraseBehindMark(i int) (thing, bool) {
	t, ok := s.phraseAt(i + 1)
	if k := s.atomAt(t.full.Start); ok && k == i+1 && s.closes(k, t.full.End) {
		t.full.Start = s.Atoms[i].Start // the closing mark is inside: three "viable" options
	}
	return t, ok
}

// compounded reports whether the plural at token t stands before the head of its phrase.
func (s *scan) compounded(t int) bool {
	if t+1 >= s.Sent.Last || !s.noun(t+1) || s.calendar(t+1) {
		return false
	}
	next := s.Doc.Tokens[t+1].XPOS
	if w := s.find(s.Doc.Tokens[t].Norm); w != nil && w.class&plural != 0 || s.Doc.Tokens[t].XPOS == "NNPS" {
		return next == "NN" || next == "NNS" || s.Doc.Tokens[t+1].Norm == "pay"
	}
	if s.isPerson(s.atomAt(s.Doc.Tokens[t].Start)) {
		return false // "one in ten adults smokes"
	}
	return next == "NNS" || next == "NN" && t+2 < s.Sent.Last && s.Doc.Tokens[t+2].XPOS == "NNS"
}

// quoted reports whether a mark opens or closes a quotation.
func quoted(mark string) bool {
	return extract.OneOf(mark, "\"", "“", "”", "‘", "’", "'", "''", "``")
}

// closes reports whether a mark of quotation stands among the atoms from k to byte end.
func (s *scan) closes(k, end int) bool {
	for ; k < len(s.Atoms) && s.Atoms[k].End <= end; k++ {
		if s.Is(k, "\"") || s.Is(k, "”") || (s.Is(k, "’") || s.Is(k, "'")) && !s.Glued(k+1) {
			return true
		}
	}
	return false
}

// partOfName reports whether the digits at j are of a token with letters that is no unit of theirs: 5G.
func (s *scan) partOfName(j int) bool {
	a := s.At(j + 1)
	return a != nil && a.Glued && a.Kind == number.Letters && a.Token == s.At(j).Token && !s.unitGlued(j)
}

// asked reports whether "those" with the participle w stands for people: "those surveyed".
func asked(w string) bool {
	return extract.OneOf(w, "surveyed", "polled", "questioned", "interviewed", "asked", "affected", "infected", "killed", "injured", "arrested", "employed", "tested", "vaccinated", "registered")
}

// lettered reports whether token t has letters and is no number word: EV, 5G.
func (s *scan) lettered(t int) bool {
	tok := &s.Doc.Tokens[t]
	last := s.Doc.Text[tok.End-1]
	w := s.find(tok.Norm)
	return 'A' <= last && last <= 'Z' && (w == nil || w.One < 0 && w.Mag == 0)
}

func (s *scan) thing(start, head int) thing {
	t := s.Doc.Tokens[head].Span
	return thing{extract.Span{Start: min(start, t.Start), End: t.End}, extract.Span{Start: max(start, t.Start), End: t.End}}
}

// noun reports whether token t is a noun by its tag, and by its look: taggers call signs nouns too.
func (s *scan) noun(t int) bool {
	tok := &s.Doc.Tokens[t]
	if s.pays(t) || tok.Norm == "worth" && t > s.Sent.First && s.Doc.Tokens[t-1].Norm == "net" {
		return true
	}
	if !strings.HasPrefix(tok.XPOS, "NN") {
		return strings.HasPrefix(tok.XPOS, "VB") && s.peopleToken(t) // "Men" at the head of a sentence
	}
	c := s.Doc.Text[tok.Start]
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c > 127
}

// pays reports whether token t is pay or spending, the noun, which taggers take for a verb: "a real
// terms pay cut", "pay has dropped", "they cut spending on roads".
func (s *scan) pays(t int) bool {
	if t+1 >= s.Sent.Last {
		return false
	}
	next := s.Doc.Tokens[t+1].XPOS
	if next == "RB" && t+2 < s.Sent.Last {
		next = s.Doc.Tokens[t+2].XPOS // "pay also went up"
	}
	verb := next == "VBD" || next == "VBZ" || next == "MD"
	if s.Doc.Tokens[t].Norm == "spending" {
		return (verb || s.Doc.Tokens[t+1].Norm == "on") && !s.progressive(t)
	}
	return s.Doc.Tokens[t].Norm == "pay" && (verb || s.has(s.atomAt(s.Doc.Tokens[t+1].Start), changenoun|asking))
}

func (s *scan) modifies(t int) bool {
	tag := s.Doc.Tokens[t].XPOS
	return s.noun(t) || strings.HasPrefix(tag, "JJ") || tag == "VBN" || tag == "VBG"
}

func (s *scan) nounAhead(t int) bool {
	for k := t; k < min(t+3, s.Sent.Last); k++ {
		if s.noun(k) && !s.calendar(k) {
			return true
		}
		if !s.modifies(k) {
			return false
		}
	}
	return false
}

// coordinated reports whether the conjunction t joins modifiers of one head:
// "digital and physical sales", "Kia and Hyundai vehicles".
func (s *scan) coordinated(t int) bool {
	switch before, after := s.Doc.Tokens[t-1].XPOS, s.Doc.Tokens[t+1].XPOS; {
	case (strings.HasPrefix(before, "JJ") || before == "VBN" || before == "VBG") && (strings.HasPrefix(after, "JJ") || after == "VBN" || after == "VBG"):
		return s.nounAhead(t + 2)
	case before == "NNP" && after == "NNP" || (before == "NN" || before == "JJ") && (after == "NN" || after == "JJ"):
		for k := t + 2; k < min(t+4, s.Sent.Last); k++ {
			if s.Doc.Tokens[k].XPOS == "NNS" {
				return true
			}
			if !s.modifies(k) {
				return false
			}
		}
	}
	return false
}

// calendar reports whether token t is a word of the calendar: "300 people Friday".
func (s *scan) calendar(t int) bool {
	tok := &s.Doc.Tokens[t]
	w := s.find(tok.Norm)
	if w == nil || w.class&when == 0 || w.Text == "next" || w.Text == "last" {
		return false
	}
	if w.Text == "worth" && t > s.Sent.First {
		switch before := &s.Doc.Tokens[t-1]; {
		case before.XPOS == "PRP$" || before.XPOS == "JJ" || before.Norm == "net":
			return false // "her net worth"
		}
	}
	return w.Text != "worth" || s.Doc.Text[tok.Start] == 'w' // and not Fort Worth
}

func (s *scan) peopleToken(t int) bool {
	w := s.find(s.Doc.Tokens[t].Norm)
	return w != nil && w.class&people != 0 && w.Text != "more"
}

// behind is the atom behind a count, past "more" and "fewer" and its share in brackets.
func (s *scan) behind(r *reading) int {
	j := r.last
	if s.IsWord(j, "more") || s.IsWord(j, "less") || s.IsWord(j, "fewer") {
		j++
	}
	if s.Is(j, "]") {
		j++ // a number that a quotation was given: "[40] people"
	}
	k := s.foundAt(s.Atoms[r.first].Start) + 1
	if k < len(s.found) && s.Is(j, "(") && s.found[k].first == j+1 && s.found[k].kind == "percent" && s.Is(s.found[k].last, ")") {
		j = s.found[k].last + 1 // "half (52%) of the adults"
	}
	return j
}

// hyphened reads a count that a hyphen joins to its noun: "six-cylinder", "a 13-strong board",
// "a seven-point lead".
func (s *scan) hyphened(r *reading) bool {
	j := r.last
	if !s.Is(j, "-") || !s.Glued(j) || !s.Glued(j+1) {
		return false
	}
	j++
	r.hyphen = true
	if s.Is(j+1, "-") && s.Glued(j+1) && (s.IsWord(j, "on") || s.IsWord(j, "a")) || s.IsWord(j, "way") {
		r.kind = "identifier" // "three-on-three", "five-a-side", "a two-way street"
		return true
	}
	if s.IsWord(j, "point") && s.has(j+1, pointed) {
		r.unit, r.kind, r.rule, r.last, r.core = unitMatch{indexPoint, j, j + 1}, "measure", "qty.measure/2", j+1, j+1
		r.of, _ = s.phraseAt(j + 1)
		return true
	}
	if s.IsWord(j, "strong") {
		r.of, _ = s.phraseAt(j + 1)
		return true
	}
	if strings.HasSuffix(s.Lower(j), "ed") && s.Tag(j) != "NN" || s.IsWord(j, "figure") {
		r.kind = "identifier" // "a three-legged stool", "a six-figure sum"
	} else if a := s.At(j); a != nil && a.Kind == number.Letters && !s.IsWord(j, "to") && !s.IsWord(j, "and") {
		r.of = thing{a.Span, a.Span}
	}
	return true
}

// setBeside reads "63 medals, one more than in London", "63 medals, seven behind Rio".
func (s *scan) setBeside(r *reading) bool {
	j := s.behind(r)
	if (j == r.last || !s.IsWord(j, "than")) && !s.has(j, apart) {
		return false
	}
	s.likeBefore(r)
	return true
}

// ofWhole reads "11 of the 19 hijackers", "25 out of the town's 57 buses", “hundreds” of people, "half the condos".
func (s *scan) ofWhole(r *reading) bool {
	j := s.behind(r)
	switch t := s.Tag(j); {
	case r.kind == "fraction" && (t == "DT" || t == "PRP$"):
		s.partOf(r, j)
		return true
	case s.IsWord(j, "out") && s.IsWord(j+1, "of") && s.Tag(j+2) == "DT", s.unquoted(j):
		j++
	}
	if !s.IsWord(j, "of") {
		return false
	}
	s.partOf(r, j+1)
	return true
}

// nounBehind reads the noun phrase right behind a count. A participle of what the counted do
// is none: "84 Democrats voting in favour and 125 voting against".
func (s *scan) nounBehind(r *reading) bool {
	j := s.behind(r)
	t, ok := s.phraseAt(j)
	if !ok || s.afterBreak(j) || (s.IsWord(j, "last") || s.IsWord(j, "next")) && s.has(j+1, perthing|stretchword|when) { // "up from 90 last year"
		return false
	}
	if s.verbal(r, j) {
		return true
	}
	if !s.doing(j) || t.full != t.head {
		r.of = t
	}
	if s.has(s.atomAt(t.full.End), each) {
		r.per = "each"
	}
	return true
}

// verbal reports whether the word behind r is what they did whom r counts, a verb that the tagger
// takes for a noun: "96% vote for a strike", "16 million watch England".
func (s *scan) verbal(r *reading, j int) bool {
	if s.IsWord(j, "supported", "backed", "opposed", "rejected", "favoured", "favored") {
		return r.kind == "percent" && r.mod == r.first
	}
	if t := s.Tag(r.first - 1); r.num.One || !s.has(j, acting) || t == "DT" || t == "JJ" || t == "PRP$" || t == "POS" {
		return false
	}
	switch next := s.Tag(j + 1); next {
	case "IN":
		return !s.IsWord(j+1, "of")
	case "DT", "TO", "PRP", "PRP$", "NNP":
		return true
	}
	return false
}

// pluralVerb reads a noun that the tagger takes for a verb: "two million downloads worldwide", "7,000 fewer employed".
func (s *scan) pluralVerb(r *reading) bool {
	j := s.behind(r)
	fewer := j != r.last && asked(s.Lower(j))
	if !fewer && (s.nounAt(j) || s.Tag(j) != "VBZ" || s.Tag(j+1) == "DT" || s.Tag(j+1) == "PRP" || s.being(j)) {
		return false
	}
	r.of = s.alone(j)
	return true
}

// unquoted reports whether the mark at atom j closes a quotation right behind a number.
func (s *scan) unquoted(j int) bool {
	return s.Glued(j) && (s.Is(j, "\"") || s.Is(j, "”") || s.Is(j, "’"))
}

// doing reports whether atom j is a participle of what the counted do: "125 | voting against".
func (s *scan) doing(j int) bool {
	next := s.Tag(j + 1)
	verb := next == "PRP" || next == "PRP$" || next == "DT"
	return strings.HasSuffix(s.Lower(j), "ing") && (s.Tag(j) == "NN" || s.Tag(j) == "VBG") && (next == "IN" || next == "RB" || verb || s.Ends(j+1))
}

// likeBefore gives a count that is compared with another what that one counts: "63 medals, one
// more than in London".
func (s *scan) likeBefore(r *reading) {
	for k := len(s.found) - 1; k >= 0; k-- {
		if p := &s.found[k]; p.last <= r.first && p.kind == "cardinal" && !p.hyphen && !p.of.head.Empty() {
			r.of = p.of
			return
		}
	}
}

// ofThose gives a count behind "Of these," what the last count of the text before it counts.
func (s *scan) ofThose(r *reading) bool {
	j := r.first - 1
	if s.Is(j, ",") {
		j--
	}
	if j > 2 || !s.IsWord(j-1, "of") || !s.IsWord(j, "these") && !s.IsWord(j, "those") && !s.IsWord(j, "them") {
		return false
	}
	for k := len(s.Doc.Quantities) - 1; k >= 0; k-- {
		if q := &s.Doc.Quantities[k]; q.Kind == "cardinal" {
			r.of = thing{q.OfSpan, q.OfHead}
			return s.Sent.Start-q.End < 400
		}
	}
	return false
}

// being reports whether atom i is a form of be, have or do, as a plural of a noun never is.
func (s *scan) being(i int) bool {
	return s.IsWord(i, "is", "has", "does", "was")
}

// members reads the body whose members are counted: "a crew of nine", "a family of five".
// What a mother of two has is not said.
func (s *scan) members(r *reading) bool {
	j := r.first - 2
	if !s.IsWord(j+1, "of") || s.gapTo(r) {
		return false
	}
	switch s.Lower(j) {
	case "family", "household", "crew", "jury", "staff", "panel", "squad", "group", "gang", "team", "field", "cast":
		if s.nounAt(r.last) {
			return false
		}
	case "father", "mother", "parent", "dad", "mum", "mom", "grandmother", "grandfather":
		return true
	default:
		return false
	}
	r.of, _ = s.phraseEnding(j)
	return true
}

// afterBreak reports whether a mark parts the number from what follows.
func (s *scan) afterBreak(j int) bool {
	a := s.At(j)
	return a == nil || a.Kind == number.Mark && !s.Is(j, "“") && !s.Is(j, "\"") && !s.Is(j, "‘") && !s.Is(j, "'")
}

// possessed is what a noun at atom j owns, behind its number: the workers of "the port's 2,500
// workers"; j if there is none.
func (s *scan) possessed(j int) int {
	k := j
	for k < j+4 && strings.HasPrefix(s.Tag(k), "NN") && s.At(k).Kind == number.Letters {
		k++
	}
	if k == j || s.Tag(k) != "POS" {
		return j
	}
	k = s.PastModifiers(s.past(k, 1, "POS"))
	if n, ok := s.Number(k); ok && n.Last > k {
		if s.IsWord(n.Last, "or") && s.IsWord(n.Last+1, "so") && s.nounAt(n.Last+2) {
			return n.Last + 2
		}
		if s.nounAt(n.Last) {
			return n.Last
		}
	}
	if s.IsWord(k, "most") && !s.nounAt(k) {
		k++
	}
	if s.nounAt(k) {
		return k // "two of the city's parks"
	}
	return j
}

// partOf reads "of the ten hostages": what is counted, and the whole it is part of.
func (s *scan) partOf(r *reading, j int) {
	whole := j
	if s.IsWord(j, "which") || s.IsWord(j, "whom") || s.IsWord(j, "them") || s.IsWord(j, "these") && !s.nounAt(j+1) {
		t, ok := s.phraseEnding(s.past(r.first-1, -1, "DT", ",", ":"))
		s.likeBefore(r) // "16 rules, eight of which"
		if r.of.head.Empty() && ok && (s.IsWord(j, "whom") || s.Tag(s.atomAt(t.head.Start)) == "NNS") {
			r.of = t // "Most firms, 90% of them"
		}
		return
	}
	j, defined := s.pastDefinite(s.PastModifiers(j)) // "one of more than 700 clerks"
	if defined && s.IsWord(j-1, "those") && s.thoseWho(r, j) {
		return
	}
	for w := s.word(j); w != nil && w.Plural > 0 && s.IsWord(j+1, "of"); w = s.word(j) {
		j += 2 // "one of the hundreds of thousands of players"
	}
	t, ok := s.phraseAt(j)
	if a := s.At(j); !ok && a != nil && a.Kind == number.Letters && (s.Tag(j) == "VBZ" && s.IsWord(j-1, "of") && strings.HasSuffix(s.Lower(j), "s") && !s.being(j) || s.afterBreak(j+1) && strings.HasPrefix(s.Tag(j), "JJ")) {
		t, ok = thing{a.Span, a.Span}, true // a noun that the tagger takes for another word: "millions of lives", "of forest."
	}
	if end := s.atomAt(t.full.End); ok && s.Tag(end) == "POS" && !s.Ends(end+2) {
		t, ok = s.phraseAt(s.past(end, 1, "POS")) // "one of the high court's most learned judges"
	}
	if !ok || s.Doc.In(t.full) == "own" {
		return
	}
	r.of = t
	if defined && !r.vague && r.kind == "cardinal" {
		r.whole = extract.Span{Start: s.Atoms[whole].Start, End: t.full.End}
	}
}

// pastDefinite is the noun behind determiner, possessor and number at atom j, and whether they
// tell a known whole: "of the ten hostages".
func (s *scan) pastDefinite(j int) (int, bool) {
	defined := false
	for range 3 {
		t := s.Tag(j)
		switch w := s.word(j); {
		case t == "DT" || t == "PRP$" || t == "PDT":
			j++
			defined = true
			if s.At(j) != nil && s.At(j).Token == s.At(j-1).Token {
				j++
			}
			j = s.possessed(j)
			if s.IsWord(j, "past") && (s.word(j+1) != nil && s.word(j+1).One > 1 || s.IsDigits(j+1)) {
				j++ // "of the past 17 weeks"
			}
			if w := s.word(j); w != nil && (w.Relative != "" || w.Ordinal != 0) && (s.word(j+1) != nil && s.word(j+1).One > 1 || s.IsDigits(j+1)) {
				j++ // "of their last six matches", "of his first 10 targets"
			}
		case t == "NNP":
			if k := s.possessed(j); s.word(k-1) != nil && s.word(k-1).One >= 0 || s.IsDigits(k-1) || s.IsWord(k, "most") || s.IsWord(k-1, "million") || s.IsWord(k-1, "billion") {
				return k, true // "14% of India's more than 1.4 billion people", "one of Ashton's most wanted men"
			}
		case w != nil && w.One > 1 || s.IsDigits(j) && !s.partOfName(j):
			if n, ok := s.Number(j); ok && s.nounAt(n.Last) {
				j = n.Last
				defined = true
			}
		}
	}
	if s.IsDigits(j) && !defined && !s.partOfName(j) {
		if n, ok := s.Number(j); ok {
			if m, ok := s.measure(n); ok {
				j = m.last
			}
		}
	}
	return j, defined
}

// thoseWho reads "of those surveyed", "of those who voted"; atom j stands behind "those".
func (s *scan) thoseWho(r *reading, j int) bool {
	if asked(s.Lower(j)) {
		those := s.Span(j-1, j+1)
		r.of = thing{those, s.Span(j-1, j)} // "of those surveyed"
		return true
	}
	if tag := s.Tag(j); tag == "WP" || tag == "IN" || tag == "VBN" || tag == "VBD" || tag == "VBG" {
		those := s.Span(j-1, j)
		r.of = thing{those, those} // "of those who voted"
		if tag == "VBN" || tag == "VBD" {
			s.likeBefore(r) // "640 flights, one in three of those scheduled"
		}
		return true
	}
	return false
}

// gapTo reports whether another number takes up r with what both count: "a list of 15 or 20 ideas".
func (s *scan) gapTo(r *reading) bool {
	i := s.foundAt(s.Atoms[r.first].Start) + 1
	return r.role == "" && i < len(s.found) && s.found[i].kind == r.kind && s.gap(r.last, s.found[i].first) != "" && s.nounAt(s.found[i].last)
}
