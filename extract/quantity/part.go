package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// partOfName reports whether the digits at j are of a token with letters that is no unit of theirs: 5G.
func (s *scan) partOfName(j int) bool {
	a := s.At(j + 1)
	return a != nil && a.Glued && a.Kind == number.Letters
}

// asked reports whether "those" with the participle w stands for people: "those surveyed".
func asked(w string) bool {
	return extract.OneOf(w, "surveyed", "polled", "questioned", "interviewed", "asked", "affected", "infected", "killed", "injured", "arrested", "employed", "tested", "vaccinated", "registered")
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
	if s.IsWord(j, "which", "whom", "them") || s.IsWord(j, "these") && !s.nounAt(j+1) {
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
	if !ok && defined {
		j = s.past(j, 1, "RB") // "of the economically active"
	}
	if a := s.At(j); !ok && a != nil && a.Kind == number.Letters && (defined && s.Tag(j) == "JJ" && (s.being(j+1) || extract.OneOf(s.Tag(j+1), "VBD", "VBP", "MD")) || s.Tag(j) == "VBZ" && s.IsWord(j-1, "of") || s.afterBreak(j+1) && strings.HasPrefix(s.Tag(j), "JJ")) {
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
		case extract.OneOf(t, "DT", "PRP$", "PDT"):
			j++
			defined = true
			if s.At(j) != nil && s.At(j).Token == s.At(j-1).Token {
				j++
			}
			j = s.possessed(j)
			if s.IsWord(j, "past", "combined", "total", "original", "remaining", "estimated", "current") && (s.word(j+1) != nil && s.word(j+1).One > 1 || s.IsDigits(j+1)) {
				j++ // "of the past 17 weeks", "of the original 12 states"
			}
			if w := s.word(j); w != nil && (w.Relative != "" || w.Ordinal != 0) && (s.word(j+1) != nil && s.word(j+1).One > 1 || s.IsDigits(j+1)) {
				j++ // "of their last six matches", "of his first 10 targets"
			}
		case t == "NNP":
			if k := s.possessed(j); s.word(k-1) != nil && s.word(k-1).One >= 0 || s.IsDigits(k-1) || s.IsWord(k, "most") || s.IsWord(k-1, "million", "billion") {
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
	if tag := s.Tag(j); extract.OneOf(tag, "WP", "IN", "VBN", "VBD", "VBG") {
		those := s.Span(j-1, j)
		r.of = thing{those, those} // "of those who voted"
		if tag == "VBN" || tag == "VBD" {
			s.likeBefore(r) // "640 flights, one in three of those scheduled"
		}
		return true
	}
	return false
}
