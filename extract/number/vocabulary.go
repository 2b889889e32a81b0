package number

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// A Word is what the lists know about one word, whatever its case.
type Word struct {
	ID       int    // index among the words of its vocabulary, in which a caller may keep more
	Text     string // lower case
	One      int64  // 0 to 19, and tens; -1 for all other words
	Ten      bool
	Mag      int // power of ten: 3 for thousand
	Group    int64
	Plural   int64 // the floor of a vague many
	Ordinal  int64
	Part     int64 // denominator
	Times    string
	Relative string // rank, as Quantity.Rank writes it
	Suffix   int    // power of ten of glued letters
	Vague    bool
	Begins   bool       // a number in words, a rank or a multiple may start with it
	Lasting  bool       // a verb of going on
	Measures bool       // a unit or a currency starts with it
	Left     []Modifier // modifiers before a number that end with it
	Opening  []Modifier // modifiers before a number that start with it
	Right    []Modifier // modifiers behind a number that start with it
}

// A Vocabulary finds words by their lower-case form.
type Vocabulary struct {
	Words  []*Word // by ID
	byText hashed.Map[*Word]
}

// NewVocabulary reads the lists of numbers and of their modifiers.
func NewVocabulary() *Vocabulary {
	v := &Vocabulary{}
	v.numbers()
	v.modifiers()
	for _, w := range v.Words {
		for _, m := range [...][]Modifier{w.Left, w.Opening, w.Right} {
			sort.SliceStable(m, func(i, j int) bool { return len(m[i].Parts) > len(m[j].Parts) }) // the longest first
		}
	}
	return v
}

// Add is the word s, which is new to v or not.
func (v *Vocabulary) Add(s string) *Word {
	at := v.byText.At(s)
	if *at == nil {
		*at = &Word{ID: len(v.Words), Text: s, One: -1, Begins: s == "a" || s == "an"}
		v.Words = append(v.Words, *at)
	}
	return *at
}

// Find looks up a word without regard to the case of ASCII letters, and without allocating.
func (v *Vocabulary) Find(s string) *Word {
	var buf [32]byte
	if len(s) > len(buf) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	w, _ := v.byText.FindBytes(buf[:len(s)])
	return w
}

func (v *Vocabulary) numbers() {
	for _, r := range lexicon.Must("numbers").Rows {
		w := v.Add(r.Cells[0])
		w.Begins = w.Begins || r.Cells[1] != "suffix"
		switch n, _ := strconv.ParseInt(r.Cells[2], 10, 64); r.Cells[1] {
		case "one":
			w.One = n
		case "ten":
			w.One, w.Ten = n, true
		case "mag":
			w.Mag = int(n)
		case "group":
			w.Group = n
		case "plural":
			w.Plural = n
		case "vague":
			w.Vague = true
		case "ordinal":
			w.Ordinal = n
		case "part":
			w.Part = n
		case "times":
			w.Times = r.Cells[2]
		case "relative":
			w.Relative = r.Cells[2]
		case "suffix":
			w.Suffix = int(n)
		}
	}
}

func (v *Vocabulary) modifiers() {
	for _, r := range lexicon.Must("quantity_modifiers").Rows {
		for _, s := range lexicon.Split(r.Cells[0]) {
			m := Modifier{Parts: Cut(s), Bound: r.Cells[2], Kind: r.Cells[3], unless: lexicon.Split(r.Cells[4])}
			if r.Cells[1] == "left" {
				w := v.Add(m.Parts[len(m.Parts)-1])
				w.Left = append(w.Left, m)
				w = v.Add(m.Parts[0])
				w.Opening = append(w.Opening, m)
			} else {
				w := v.Add(m.Parts[0])
				w.Right = append(w.Right, m)
			}
		}
	}
	for _, r := range lexicon.Must("quantity_words").Rows {
		if r.Cells[1] == "lasting" {
			for _, s := range lexicon.Split(r.Cells[0]) {
				v.Add(s).Lasting = true
			}
		}
	}
}

// Cut splits a surface into the parts that Lex would make of it.
func Cut(s string) []string {
	var parts []string
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		end := i + size
		switch {
		case r == ' ':
			i = end
			continue
		case unicode.IsLetter(r):
			end = wordEnd(s, end)
		case isDigit(r):
			end = i + digitRun(s, i)
		}
		parts = append(parts, s[i:end])
		i = end
	}
	return parts
}

// LowerASCII is s with its ASCII letters in lower case.
func LowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
