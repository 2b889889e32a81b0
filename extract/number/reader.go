package number

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Reader reads the numbers of one sentence.
type Reader struct {
	Doc   *extract.Document
	Sent  extract.Sentence
	Atoms []Atom
	Money bool // a currency stands before the number being read
	Around
}

// Around is what the caller knows of the words around a number. A nil function of Noun or Many knows nothing.
type Around struct {
	Unit func(i int) Unit // the unit that starts at atom i
	Noun func(i int) bool // whether a counted noun phrase starts at atom i
	Many func(i int) bool // whether a thing in the plural or a unit starts at atom i
}

// A Unit is what the reading of a number asks of a unit.
type Unit struct {
	Last          int // atom after it; 0 if there is none
	Time, Percent bool
}

func (s *Reader) unit(i int) Unit { return s.Around.Unit(i) }

func (s *Reader) noun(i int) bool { return s.Noun != nil && s.Noun(i) }

func (s *Reader) many(i int) bool { return s.Many != nil && s.Many(i) }

// Word is what the lists know of atom i; nil if they do not know it.
func (s *Reader) Word(i int) *Word {
	if a := s.At(i); a != nil {
		return a.Word
	}
	return nil
}

func (s *Reader) lasting(i int) bool {
	w := s.Word(i)
	return w != nil && w.Lasting
}

// At is the atom i, or nil outside the sentence.
func (s *Reader) At(i int) *Atom {
	if i < 0 || i >= len(s.Atoms) {
		return nil
	}
	return &s.Atoms[i]
}

// Text is atom i as written; "" outside the sentence.
func (s *Reader) Text(i int) string {
	if i < 0 || i >= len(s.Atoms) {
		return ""
	}
	return s.Doc.In(s.Atoms[i].Span)
}

// Is reports whether the text of atom i is one of texts.
func (s *Reader) Is(i int, texts ...string) bool { return slices.Contains(texts, s.Text(i)) }

// IsWord reports whether the text of atom i, lower-cased, is one of words.
func (s *Reader) IsWord(i int, words ...string) bool {
	if w := s.Word(i); w != nil {
		return slices.Contains(words, w.Text)
	}
	text := s.Text(i)
	for _, word := range words {
		if strings.EqualFold(text, word) {
			return true
		}
	}
	return false
}

// IsDigits reports whether atom i is a number in digits.
func (s *Reader) IsDigits(i int) bool {
	a := s.At(i)
	return a != nil && a.Kind == Digits
}

// Glued reports whether atom i follows the one before it without a space.
func (s *Reader) Glued(i int) bool {
	a := s.At(i)
	return a != nil && a.Glued
}

// Tag is the Penn tag of the token that atom i lies in.
func (s *Reader) Tag(i int) string {
	if i < 0 || i >= len(s.Atoms) {
		return ""
	}
	return s.Doc.Tokens[s.Atoms[i].Token].XPOS
}

// Span covers atoms [first, last).
func (s *Reader) Span(first, last int) extract.Span {
	if first >= last || first < 0 || last > len(s.Atoms) {
		return extract.Span{}
	}
	return extract.Span{Start: s.Atoms[first].Start, End: s.Atoms[last-1].End}
}

// Matches reports whether the parts stand at atom i. Parts that a surface writes
// in one may be apart in the text, but a sign never stands apart from a single letter, nor a
// power from its unit: ft2 is square, "5 ft 2" is not.
func (s *Reader) Matches(i int, parts []string, exact bool) bool {
	if i < 0 || i+len(parts) > len(s.Atoms) {
		return false
	}
	for k, p := range parts {
		if t := s.Text(i + k); exact && t != p || !exact && !strings.EqualFold(t, p) {
			return false
		}
		if exact && k > 0 && (len(parts[0]) == 1 || '0' <= p[0] && p[0] <= '9') && !s.Atoms[i+k].Glued {
			return false
		}
	}
	return true
}

// Capital reports whether atom i starts with a capital letter, or has one behind a
// small letter as iPhone does.
func (s *Reader) Capital(i int) bool {
	t := s.Text(i)
	return t != "" && 'A' <= t[0] && t[0] <= 'Z' || len(t) > 2 && 'A' <= t[1] && t[1] <= 'Z'
}

// Lower is the text of atom i in lower case.
func (s *Reader) Lower(i int) string {
	if w := s.Word(i); w != nil {
		return w.Text
	}
	return strings.ToLower(s.Text(i))
}

// Ends reports whether a mark or the end of the sentence is at atom i.
func (s *Reader) Ends(i int) bool {
	a := s.At(i)
	return a == nil || a.Kind == Mark && !s.Is(i, "-")
}

// Being reports whether atom i is a form of the verb be.
func (s *Reader) Being(i int) bool {
	return s.IsWord(i, "is", "was", "be", "am", "been", "being")
}
