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
		case tag == "NNP" && head >= 0 && head == t-1 && s.Doc.Tokens[head].XPOS == "NN" && first < t && !s.nounAhead(t+1) && (t+1 == s.Sent.Last || s.Doc.Tokens[t+1].XPOS != "POS"):
			return s.thing(start, head), true // "a third of the capacity Ukraine had"
		case tag == "NNP" && head > first && head == t-1 && s.Doc.Tokens[head].XPOS == "NN" && t+1 < s.Sent.Last && s.Doc.Tokens[t+1].XPOS == "NNP" && !s.nounAhead(t+2):
			return s.thing(start, head), true // "the 500m time trial | Ann Rowe won"
		case (head < 0 || open) && t > first && quoted(s.Doc.In(tok.Span)) && t+1 < s.Sent.Last && s.modifies(t+1):
		case tag == "VBD" && head < 0 && (strings.HasSuffix(tok.Norm, "ed") || tok.Norm == "paid") && t+1 < s.Sent.Last && extract.OneOf(s.Doc.Tokens[t+1].XPOS, "NNS", "NNP"): // a participle: "two valued partners"
		case tok.Norm == "i" && head == t-1 && s.Doc.Tokens[head].XPOS == "NNP" && s.nounAhead(t+1): // "362 Division I schools"
		case t == first && tok.Norm == "so-called" && t+1 < s.Sent.Last: // so-called "excess" deaths
			open = quoted(s.Doc.In(s.Doc.Tokens[t+1].Span))
		case tag == "," && t > first && head < 0 && t+2 < s.Sent.Last && s.Doc.Tokens[t+1].XPOS == "JJ" && s.nounAhead(t+2): // "smaller, mobile batteries"
		case tok.Norm == "(" && head == t-1 && t+3 < s.Sent.Last && s.Doc.Tokens[t+2].Norm == ")" && s.noun(t+3):
			t += 2 // "two electric vehicle (EV) makers"
		case extract.OneOf(tok.Norm, "including", "involving", "using", "seeking", "carrying", "representing", "affecting", "facing", "wearing", "claiming", "making", "meaning"):
			t = s.Sent.Last
		case tag == "NN" || tag == "NNP" || extract.OneOf(tok.Norm, "pay", "spending") && s.noun(t):
			head = t
		case tag == "CD" && (t > first && !s.entity(t-1, "PER") || s.lettered(t)) && t+1 < s.Sent.Last && s.noun(t+1) && !s.unitTime(s.atomAt(s.Doc.Tokens[t+1].Start)):
		case strings.HasPrefix(tag, "RB") && head < 0 && t+1 < s.Sent.Last && s.modifies(t+1) && (t > first || !s.noun(t+1)):
		case extract.OneOf(tag, "JJ", "JJR", "JJS") || (tag == "VBN" || tag == "VBG" || tag == "VB" && strings.Contains(tok.Norm, "-")) && t+2 < s.Sent.Last && (s.modifies(t+1) || open && quoted(s.Doc.In(s.Doc.Tokens[t+1].Span)) && s.noun(t+2) || s.Doc.Tokens[t+1].XPOS == "CC" && s.coordinated(t+1)):
			if head >= 0 && !s.nounAhead(t+1) {
				return s.thing(start, head), true
			}
		case tag == "CC" && t > first && t+1 < s.Sent.Last && tok.Norm != "but" && s.coordinated(t):
		case (tag == "POS" || tok.Norm == "-" && tok.Start == s.Doc.Tokens[t-1].End || tok.Norm == "&") && head >= 0 && t+1 < s.Sent.Last && (s.nounAhead(t+1) || s.Doc.Tokens[t+1].XPOS == "CD" && s.nounAhead(t+2)):
		default:
			if head < 0 && s.peopleToken(t) {
				return s.thing(start, t), true
			}
			t = s.Sent.Last
		}
	}
	if head < 0 && s.has(i, people) && !s.IsWord(i, "more") {
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
		if s.Is(k, "\"", "”") || s.Is(k, "’", "'") && !s.Glued(k+1) {
			return true
		}
	}
	return false
}

// lettered reports whether token t has letters and is no number word: EV, 5G.
func (s *scan) lettered(t int) bool {
	tok := &s.Doc.Tokens[t]
	last := s.Doc.Text[tok.End-1]
	w := s.find(tok.Norm)
	first := s.Doc.Text[tok.Start] // Covid-19
	return ('A' <= last && last <= 'Z' || 'A' <= first && first <= 'Z' && strings.Contains(tok.Norm, "-")) && (w == nil || w.One < 0 && w.Mag == 0)
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
	verb := extract.OneOf(next, "VBD", "VBZ", "MD")
	if s.Doc.Tokens[t].Norm == "spending" {
		return verb || s.Doc.Tokens[t+1].Norm == "on"
	}
	return s.Doc.Tokens[t].Norm == "pay" && (verb || s.has(s.atomAt(s.Doc.Tokens[t+1].Start), changenoun|asking))
}

func (s *scan) modifies(t int) bool {
	tag := s.Doc.Tokens[t].XPOS
	return s.noun(t) || strings.HasPrefix(tag, "JJ") || tag == "VBN" || tag == "VBG" || tag == "VB" && strings.Contains(s.Doc.Tokens[t].Norm, "-")
}

// reaches reports whether holds is true of one of the tokens [t, end) of the sentence, behind modifiers at most.
func (s *scan) reaches(t, end int, holds func(int) bool) bool {
	for ; t < min(end, s.Sent.Last); t++ {
		if holds(t) {
			return true
		}
		if !s.modifies(t) {
			return false
		}
	}
	return false
}

func (s *scan) nounAhead(t int) bool {
	return s.reaches(t, t+3, func(k int) bool { return s.noun(k) && !s.calendar(k) })
}

// coordinated reports whether the conjunction t joins modifiers of one head:
// "digital and physical sales", "Kia and Hyundai vehicles".
func (s *scan) coordinated(t int) bool {
	next := t + 1
	if s.Doc.Tokens[next].XPOS == "RB" && next+1 < s.Sent.Last {
		next++ // "religious or racially motivated crimes"
	}
	switch before, after := s.Doc.Tokens[t-1].XPOS, s.Doc.Tokens[next].XPOS; {
	case (strings.HasPrefix(before, "JJ") || before == "VBN" || before == "VBG") && (strings.HasPrefix(after, "JJ") || after == "VBN" || after == "VBG"):
		return s.nounAhead(next + 1)
	case before == "NNP" && after == "NNP" || (before == "NN" || before == "JJ") && (after == "NN" || after == "JJ"):
		return s.reaches(next+1, next+3, func(k int) bool { return s.Doc.Tag(k) == "NNS" })
	}
	return false
}

// calendar reports whether token t is a word of the calendar: "300 people Friday".
func (s *scan) calendar(t int) bool {
	tok := &s.Doc.Tokens[t]
	w := s.find(tok.Norm)
	if w == nil || w.class&when == 0 || extract.OneOf(w.Text, "next", "last") {
		return false
	}
	if w.Text == "worth" && t > s.Sent.First {
		switch before := &s.Doc.Tokens[t-1]; {
		case extract.OneOf(before.XPOS, "PRP$", "JJ") || before.Norm == "net":
			return false // "her net worth"
		}
	}
	return w.Text != "worth" || s.Doc.Text[tok.Start] == 'w' // and not Fort Worth
}

func (s *scan) peopleToken(t int) bool {
	w := s.find(s.Doc.Tokens[t].Norm)
	return w != nil && w.class&people != 0 && w.Text != "more"
}
