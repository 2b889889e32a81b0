package quantity

import (
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
		i++
		if s.Tag(i) == "DT" || s.Tag(i) == "PRP$" {
			i++
		}
	}
	if len(s.unitsAt(i)) > 0 && s.Atoms[i].Kind == number.Letters && len(s.Text(i)) > 1 {
		return true
	}
	t, ok := s.phraseAt(i)
	if !ok {
		return false
	}
	k := s.Doc.TokenAt(t.head.Start)
	return s.Doc.Tokens[k].XPOS == "NNS" || s.has(i, people)
}

// phraseAt reads the noun phrase that starts at atom i, without determiner:
// adjectives and nouns up to the head, "North Korean troops".
func (s *scan) phraseAt(i int) (thing, bool) {
	a := s.At(i)
	if a == nil || a.Kind == number.Mark && !a.Glued {
		return thing{}, false
	}
	first := a.Token
	head := -1
	start := a.Start
	for t := first; t < min(first+8, s.Sent.Last); t++ {
		tok := &s.Doc.Tokens[t]
		if head >= 0 && s.calendar(t) && !(s.Doc.Tokens[head].XPOS == "NNP" && head == t-1 && t+1 < s.Sent.Last && s.Doc.Tokens[t+1].XPOS == "NNS") { // "four Super Tuesday states"
			break
		}
		switch tag := tok.XPOS; {
		case tag == "NNS" || tag == "NNPS":
			head = t
			return s.thing(start, head), true
		case tag == "NN" || tag == "NNP":
			head = t
		case tag == "CD" && (t > first || s.lettered(t)) && t+1 < s.Sent.Last && s.noun(t+1) && !s.unitTime(s.atomAt(s.Doc.Tokens[t+1].Start)):
		case strings.HasPrefix(tag, "RB") && head < 0 && t+1 < s.Sent.Last && s.modifies(t+1) && (t > first || !s.noun(t+1)):
		case tag == "JJ" || tag == "JJR" || tag == "JJS" || (tag == "VBN" || tag == "VBG") && t+2 < s.Sent.Last && (s.modifies(t+1) || s.Doc.Tokens[t+1].XPOS == "CC" && s.coordinated(t+1)):
			if head >= 0 && !s.nounAhead(t+1) {
				return s.thing(start, head), true
			}
		case tag == "CC" && t > first && t+1 < s.Sent.Last && tok.Norm != "but" && s.coordinated(t):
		case (tag == "POS" || tag == "HYPH" || tok.Norm == "-" || tok.Norm == "&") && head >= 0 && t+1 < s.Sent.Last && (s.nounAhead(t+1) || s.Doc.Tokens[t+1].XPOS == "CD" && s.nounAhead(t+2)):
		default:
			if head < 0 && s.peopleToken(t) {
				return s.thing(start, t), true
			}
			t = s.Sent.Last
		}
	}
	if head < 0 {
		if s.has(i, people) && a.Kind == number.Letters && !s.IsWord(i, "more") {
			return s.thing(start, first), true
		}
		return thing{}, false
	}
	return s.thing(start, head), true
}

// partOfName reports whether the digits at j are of a token with letters that is no unit of theirs: 5G.
func (s *scan) partOfName(j int) bool {
	a := s.At(j + 1)
	return a != nil && a.Glued && a.Kind == number.Letters && a.Token == s.At(j).Token && !s.unitGlued(j)
}

// asked reports whether "those" with the participle w stands for people: "those surveyed".
func asked(w string) bool {
	switch w {
	case "surveyed", "polled", "questioned", "interviewed", "asked", "affected", "infected", "killed", "injured", "arrested", "employed", "tested", "vaccinated", "registered":
		return true
	}
	return false
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
	if !strings.HasPrefix(tok.XPOS, "NN") {
		return strings.HasPrefix(tok.XPOS, "VB") && s.peopleToken(t) // "Men" at the head of a sentence
	}
	c := s.Doc.Text[tok.Start]
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c > 127
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
	before, after := s.Doc.Tokens[t-1].XPOS, s.Doc.Tokens[t+1].XPOS
	switch {
	case (strings.HasPrefix(before, "JJ") || before == "VBN" || before == "VBG") && (strings.HasPrefix(after, "JJ") || after == "VBN" || after == "VBG"):
		return s.nounAhead(t + 2)
	case before == "NNP" && after == "NNP" || before == "NN" && (after == "NN" || after == "JJ"):
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
	return w.Text != "worth" || s.Doc.Text[tok.Start] == 'w' // and not Fort Worth
}

func (s *scan) peopleToken(t int) bool {
	w := s.find(s.Doc.Tokens[t].Norm)
	return w != nil && w.class&people != 0 && w.Text != "more"
}

// counted finds the thing that a bare number counts, right behind it.
func (s *scan) counted(r *reading) {
	j := r.last
	if s.Is(j, "-") && s.Glued(j) && s.Glued(j+1) {
		j++
		r.hyphen = true
		if a := s.At(j); a != nil && a.Kind == number.Letters && !s.IsWord(j, "to") && !s.IsWord(j, "and") && !s.IsWord(j, "or") {
			r.of = thing{a.Span, a.Span}
		}
		return
	}
	if s.IsWord(j, "more") || s.IsWord(j, "less") || s.IsWord(j, "fewer") {
		j++
	}
	if s.IsWord(j, "of") {
		s.partOf(r, j+1)
		return
	}
	if s.IsWord(r.first-1, "of") && s.members(r) {
		return
	}
	if t := s.Tag(j); r.kind == "fraction" && (t == "DT" || t == "PRP$") {
		s.partOf(r, j)
		return
	}
	if t, ok := s.phraseAt(j); ok && !s.afterBreak(j) {
		r.of = t
	}
}

// members reads the body whose members are counted: "a crew of nine", "a family of five".
// What a mother of two has is not said.
func (s *scan) members(r *reading) bool {
	j := r.first - 2
	switch s.Lower(j) {
	case "family", "household":
	case "crew", "jury", "staff", "panel", "squad", "group", "gang", "team", "field", "cast":
		if s.nounAt(r.last) && !s.afterBreak(r.last) {
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

// partOf reads "of the ten hostages": what is counted, and the whole it is part of.
func (s *scan) partOf(r *reading, j int) {
	whole := j
	defined := false
	for range 3 {
		t := s.Tag(j)
		w := s.word(j)
		switch {
		case t == "DT" || t == "PRP$" || t == "PDT":
			j++
			defined = true
			if s.At(j) != nil && s.At(j).Token == s.At(j-1).Token {
				j++
			}
			if w := s.word(j); w != nil && w.Relative != "" && s.word(j+1) != nil && s.word(j+1).One > 1 {
				j++ // "of their last six matches"
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
	if s.IsWord(j-1, "those") && defined && asked(s.Lower(j)) {
		those := s.Span(j-1, j+1)
		r.of = thing{those, s.Span(j-1, j)} // "of those surveyed"
		return
	}
	t, ok := s.phraseAt(j)
	if a := s.At(j); !ok && a != nil && a.Kind == number.Letters && s.afterBreak(j+1) && (strings.HasPrefix(s.Tag(j), "JJ") || s.Tag(j) == "RBS") {
		t, ok = thing{a.Span, a.Span}, true // a noun that the tagger takes for an adjective: "of forest."
	}
	if !ok {
		return
	}
	r.of = t
	if defined && !r.vague && (r.kind == "cardinal") {
		r.whole = extract.Span{Start: s.Atoms[whole].Start, End: t.full.End}
	}
}
