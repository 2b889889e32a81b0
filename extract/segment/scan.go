package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/hashed"
)

// A scanner cuts a document into tokens, paragraph by paragraph.
type scanner struct {
	text   string // up to the end of the paragraph being scanned
	lower  string // the same bytes with A to Z in lower case
	all    string // the article
	begin  int    // of the paragraph
	tokens []extract.Token
	words  *vocabulary
	ranges []tokenRange
	cut    bool // a sentence was too long

	seen  *hashed.Map[int]  // the words of the article in lower case, once asked for
	names *hashed.Map[bool] // those with a capital
}

// scan adds the tokens of one paragraph.
func (s *scanner) scan(p extract.Span) {
	whole := s.text
	s.text, s.begin = whole[:p.End], p.Start
	for i := p.Start; i < p.End; {
		i = s.next(i)
	}
	s.text = whole
}

// next adds the tokens that start at i, if any, and returns where to go on.
func (s *scanner) next(i int) int {
	if c := s.text[i]; c < utf8.RuneSelf {
		switch {
		case c <= ' ':
			return i + 1
		case isAlnum(c):
			return s.word(i)
		}
		return s.mark(i)
	}
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case spaceRune(r):
		return i + n
	case wordRune(r):
		return s.word(i)
	case ideograph(r):
		return s.emit(i, i+n)
	}
	return s.wideMark(i, r, n)
}

// emit adds the token [start, end) and returns its end.
func (s *scanner) emit(start, end int) int {
	s.tokens = append(s.tokens, extract.Token{
		Span: extract.Span{Start: start, End: end},
		Norm: s.norm(start, end),
	})
	return end
}

// norm is the lower-case form with plain quotation marks. Only words with letters
// beyond ASCII cost an allocation.
func (s *scanner) norm(start, end int) string {
	lower := s.lower[start:end]
	for i := 0; i < len(lower); i++ {
		if lower[i] >= utf8.RuneSelf || lower[i] == '`' {
			return normWide(lower)
		}
	}
	if lower == "''" {
		return `"`
	}
	return lower
}

// plainForms are the tokens beyond ASCII that news is full of.
var plainForms = map[string]string{
	"’": "'", "‘": "'", "``": `"`, "’’": `"`, "‘‘": `"`, "“": `"`, "”": `"`, "’s": "'s", "n’t": "n't", "’re": "'re", "’ve": "'ve", "’ll": "'ll",
	"’d": "'d", "’m": "'m", "—": "—", "–": "–", "…": "…", "£": "£", "€": "€", "•": "•",
}

var plainQuotes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "‛", "'", "`", "'", "´", "'", "“", `"`, "”", `"`, "„", `"`, "‟", `"`,
	"«", `"`, "»", `"`, "\u2010", "-", "\u2011", "-", "\u00AD", "")

func normWide(lower string) string {
	if plain, ok := plainForms[lower]; ok {
		return plain
	}
	if !utf8.ValidString(lower) {
		return lower
	}
	if n := plainQuotes.Replace(strings.ToLower(lower)); n != "" {
		return n
	}
	return lower
}

// before returns the rune that ends at i; a space at the start of the paragraph.
func (s *scanner) before(i int) rune {
	if i <= s.begin {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[s.begin:i])
	return r
}

// after is the rune that starts at i; a space at the end of the paragraph.
func (s *scanner) after(i int) rune { return runeAt(s.text, i) }

// skipSpace returns the first place from i on that is no white space.
func (s *scanner) skipSpace(i int) int {
	for i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !spaceRune(r) {
			break
		}
		i += n
	}
	return i
}

// run returns the end of the run of bytes c at i.
func (s *scanner) run(i int, c byte) int {
	for i < len(s.text) && s.text[i] == c {
		i++
	}
	return i
}

func opensAfter(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/“‘\"'", r)
}
