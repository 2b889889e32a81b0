package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A scan is the state of reading one sentence.
type scan struct {
	doc   *extract.Document
	sent  extract.Sentence
	atoms []atom
	found []reading
	money *unit // currency before the number being read
	unit  []unitMatch

	issuers map[*unit]*unit // by the unit whose name they share; nil until one is met
}

// at is the atom i, or nil outside the sentence.
func (s *scan) at(i int) *atom {
	if i < 0 || i >= len(s.atoms) {
		return nil
	}
	return &s.atoms[i]
}

func (s *scan) text(i int) string {
	a := s.at(i)
	if a == nil {
		return ""
	}
	return s.doc.Text[a.Start:a.End]
}

// word is what the lists know of atom i; nil if they do not know it.
func (s *scan) word(i int) *word {
	if a := s.at(i); a != nil {
		return a.word
	}
	return nil
}

// is compares the text of atom i.
func (s *scan) is(i int, text string) bool { return s.text(i) == text }

// isWord compares the text of atom i, lower-cased.
func (s *scan) isWord(i int, text string) bool {
	w := s.word(i)
	return w != nil && w.text == text || w == nil && strings.EqualFold(s.text(i), text)
}

func (s *scan) isDigits(i int) bool {
	a := s.at(i)
	return a != nil && a.kind == digits
}

// has reports whether atom i is of one of the classes.
func (s *scan) has(i int, c class) bool {
	w := s.word(i)
	return w != nil && w.class&c != 0
}

// glued reports whether atom i follows the one before it without a space.
func (s *scan) glued(i int) bool {
	a := s.at(i)
	return a != nil && a.glued
}

// tag is the Penn tag of the token that atom i lies in.
func (s *scan) tag(i int) string {
	a := s.at(i)
	if a == nil {
		return ""
	}
	return s.doc.Tokens[a.token].XPOS
}

// span covers atoms [first, last).
func (s *scan) span(first, last int) extract.Span {
	if first >= last || first < 0 || last > len(s.atoms) {
		return extract.Span{}
	}
	return extract.Span{Start: s.atoms[first].Start, End: s.atoms[last-1].End}
}

// matches reports whether the parts stand at atom i. Parts that a surface writes
// in one may be apart in the text, but a sign never stands apart from a single letter, nor a
// power from its unit: ft2 is square, "5 ft 2" is not.
func (s *scan) matches(i int, parts []string, exact bool) bool {
	if i < 0 || i+len(parts) > len(s.atoms) {
		return false
	}
	for k, p := range parts {
		t := s.text(i + k)
		if exact && t != p || !exact && !strings.EqualFold(t, p) {
			return false
		}
		if exact && k > 0 && (len(parts[0]) == 1 || '0' <= p[0] && p[0] <= '9') && !s.atoms[i+k].glued {
			return false
		}
	}
	return true
}

// capital reports whether atom i starts with a capital letter, or has one behind a
// small letter as iPhone does.
func (s *scan) capital(i int) bool {
	t := s.text(i)
	return t != "" && 'A' <= t[0] && t[0] <= 'Z' || len(t) > 2 && 'A' <= t[1] && t[1] <= 'Z'
}

// lower is the text of atom i in lower case.
func (s *scan) lower(i int) string {
	if w := s.word(i); w != nil {
		return w.text
	}
	return strings.ToLower(s.text(i))
}
