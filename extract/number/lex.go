package number

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// An Atom is the smallest piece that the grammar of quantities looks at: a run of
// letters, a number in digits, or one mark. Atoms are finer than tokens: "$1.2bn"
// is three, "75-year-old" five.
type Atom struct {
	extract.Span
	Kind  byte // letters, digits or mark
	Glued bool // nothing between it and the atom before
	Token int  // index in Document.Tokens of the token it lies in
	Word  *Word
	Num   Decimal // of digits
	Plain bool    // digits without separator
	Odd   bool    // digits that are no number: 12.34.56
}

const (
	Letters = 'a'
	Digits  = '0'
	Mark    = '.'
)

// Lex cuts sentence s.Sent of s.Doc into s.Atoms.
func (s *Reader) Lex(v *Vocabulary) {
	s.Atoms = lex(s.Atoms[:0], s.Doc, s.Sent, v)
}

func lex(buf []Atom, d *extract.Document, s extract.Sentence, v *Vocabulary) []Atom {
	tok := s.First
	for i := s.Start; i < s.End; {
		r, size := utf8.DecodeRuneInString(d.Text[i:s.End])
		if unicode.IsSpace(r) || r == '\u200b' {
			i += size
			continue
		}
		a := Atom{Span: extract.Span{Start: i, End: i + size}, Kind: Mark}
		switch {
		case isDigit(r):
			a = readDigits(d.Text[:s.End], i)
			a.blanked(d.Text[:s.End], d.Text, buf)
		case r == '.' && pointNumber(d.Text[:s.End], i, s.Start):
			a = readDigits(d.Text[:s.End], i)
		case unicode.IsLetter(r):
			a.Kind = Letters
			a.End = wordEnd(d.Text[:s.End], i+size)
		}
		if a.Kind != Digits {
			a.Word = v.Find(d.Text[a.Start:a.End])
		}
		a.Glued = len(buf) > 0 && buf[len(buf)-1].End == i
		for tok+1 < s.Last && d.Tokens[tok].End <= i {
			tok++
		}
		a.Token = tok
		buf = append(buf, a)
		i = a.End
	}
	return buf
}

func wordEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i] | 0x20; 'a' <= c && c <= 'z' { // as nearly all are
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		i += size
	}
	return i
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || r > 127 && unicode.Is(unicode.Nd, r) }

// pointNumber reports whether the point at i starts a number such as ".500".
func pointNumber(text string, i, start int) bool {
	if i+1 >= len(text) || text[i+1] < '0' || text[i+1] > '9' {
		return false
	}
	return i == start || text[i-1] == ' ' || text[i-1] == '(' || text[i-1] == '$' || text[i-1] == '\n' || text[i-1] == '-'
}

// readDigits reads a number in digits at i: "13,000", "1.5", ".500", "1,20,000",
// "1.234,56". Digits of any script count and are kept as ASCII.
func readDigits(text string, i int) Atom {
	a := Atom{Span: extract.Span{Start: i, End: i}, Kind: Digits, Plain: true}
	n := digitRun(text, i)
	end := i + n
	switch {
	case n == 0: // ".500"
		end = i + 1 + digitRun(text, i+1)
		a.Plain = false
	case n <= 3 && max(apostrophes(text, end), spaced(text, end), groups(text, end, ',')) > end:
		end = fraction(text, max(apostrophes(text, end), spaced(text, end), groups(text, end, ',')), '.')
		a.Plain = false
	case n <= 3 && groups(text, end, '.') > end && fraction(text, groups(text, end, '.'), ',') > groups(text, end, '.'):
		end = fraction(text, groups(text, end, '.'), ',')
		a.Plain = false
		a.Num = separated(text[i:end], ',')
	default:
		if e := fraction(text, end, '.'); e > end {
			end, a.Plain = e, false
		}
	}
	if e := dotted(text, end); e > end && !a.Plain {
		end, a.Odd = e, true
	}
	a.End = end
	if a.Num.None() {
		a.Num = separated(text[i:end], '.')
	}
	return a
}

// digitRun is the number of bytes of digits at i.
func digitRun(text string, i int) int {
	n := 0
	for i+n < len(text) {
		r, size := utf8.DecodeRuneInString(text[i+n:])
		if !isDigit(r) {
			break
		}
		n += size
	}
	return n
}

// groups returns the end of the groups of three digits after i, each led by sep;
// i if there is none, or if the last is too long. The Indian form "1,20,000" counts.
func groups(text string, i int, sep byte) int {
	end := i
	for end < len(text) && text[end] == sep {
		n := digitRun(text, end+1)
		if n == 3 || n == 2 && sep == ',' && end+3 < len(text) && text[end+3] == ',' && digitRun(text, end+4) == 3 {
			end += 1 + n
			continue
		}
		if n > 0 {
			return i
		}
		break
	}
	return end
}

// spaced returns the end of the groups of three digits after i that hard or thin
// spaces lead. A plain space leads a group only if that is "000": cells of a table are no number.
func spaced(text string, i int) int {
	return led(text, i, func(r rune, rest string) bool {
		return r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == ' ' && strings.HasPrefix(rest, "000")
	})
}

// apostrophes returns the end of the groups of three digits after i that apostrophes lead, as
// the Swiss write them.
func apostrophes(text string, i int) int {
	return led(text, i, func(r rune, _ string) bool { return r == '\'' || r == '’' })
}

// led returns the end of the groups of three digits after i that have such a mark before them.
func led(text string, i int, mark func(r rune, rest string) bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !mark(r, text[i+size:]) || digitRun(text, i+size) != 3 {
			break
		}
		i += size + 3
	}
	return i
}

// blanked takes in groups of three digits that plain blanks lead, "12 500 people", where
// nothing around them looks like two numbers: another number, a name or a month before, a
// number, a hyphen or glued letters behind.
func (a *Atom) blanked(text, all string, before []Atom) {
	if first := a.End - a.Start; !a.Plain || first > 3 || text[a.Start] == '0' {
		return
	}
	if n := len(before); n > 0 {
		w := all[before[n-1].Start:before[n-1].End]
		name := before[n-1].Kind == Letters && n > 1 && unicode.IsUpper(rune(w[0])) && (len(w) != 3 || strings.ToUpper(w) != w)
		if before[n-1].Kind == Digits || name || extract.OneOf(w, ".", ",", "-") {
			return
		}
	}
	end := a.End
	for end < len(text) && text[end] == ' ' && digitRun(text, end+1) == 3 {
		end += 4
	}
	if end == a.End {
		return
	}
	end = fraction(text, end, '.')
	if end < len(text) {
		r, _ := utf8.DecodeRuneInString(text[end:])
		if r == '-' || r == '–' || unicode.IsLetter(r) || r == ' ' && digitRun(text, end+1) > 0 {
			return
		}
	}
	a.End, a.Plain, a.Num = end, false, separated(text[a.Start:end], '.')
}

// fraction returns the end of point and decimals at i; i if there are none.
func fraction(text string, i int, point byte) int {
	if i < len(text) && text[i] == point {
		if n := digitRun(text, i+1); n > 0 {
			return i + 1 + n
		}
	}
	return i
}

// dotted returns the end of further ".digits" after a decimal number, as in
// versions and network addresses.
func dotted(text string, i int) int {
	for i+1 < len(text) && text[i] == '.' && digitRun(text, i+1) > 0 {
		i += 1 + digitRun(text, i+1)
	}
	return i
}

// separated drops group separators. It shares memory with s where there are none.
func separated(s string, point rune) Decimal {
	clean := true
	for i := 0; i < len(s); i++ {
		clean = clean && '0' <= s[i] && s[i] <= '9'
	}
	if clean {
		return Decimal{Coef: s}
	}
	var d Decimal
	buf := make([]byte, 0, len(s))
	seen := false
	for _, r := range s {
		switch {
		case r == point:
			seen = true
		case isDigit(r):
			buf = append(buf, '0'+byte(digitValue(r)))
			if seen {
				d.Scale++
			}
		}
	}
	d.Coef = string(buf)
	return d
}

// digitValue is 0 to 9 for any decimal digit: each script has its ten in a row.
func digitValue(r rune) rune {
	if r < 128 {
		return r - '0'
	}
	v := rune(0)
	for unicode.Is(unicode.Nd, r-1) && v < 9 {
		r--
		v++
	}
	return v
}
