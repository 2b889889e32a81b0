package match

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// tokens reads "word/TAG" tokens; the lemma of a word is the word without a final s.
func tokens(text string) []extract.Token {
	var out []extract.Token
	for _, f := range strings.Fields(text) {
		word, tag, _ := strings.Cut(f, "/")
		out = append(out, extract.Token{Norm: word, XPOS: tag, Lemma: strings.TrimSuffix(word, "s")})
	}
	return out
}

type reader []extract.Token

var tests = Tests[reader]{
	"long": func(r reader, i int) bool { return i >= 0 && i < len(r) && len(r[i].Norm) > 3 },
	"end":  func(r reader, i int) bool { return i == len(r) },
}

func TestPattern(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		place         int
		want          bool
	}{
		{"", "lee/NNP", 0, true},
		{"lee", "lee/NNP", 0, true},
		{"lee|ann left", "lee/NNP left/VBD", 0, true},
		{"lee|ann left", "lee/NNP stays/VBZ", 0, false},
		{"lee left", "lee/NNP", 0, false},
		{"#NNP #VBD|#VBZ", "lee/NNP stays/VBZ", 0, true},
		{"~stay", "lee/NNP stays/VBZ", 1, true},
		{". ~stay", "lee/NNP stays/VBZ", 0, true},
		{". .", "lee/NNP", 0, false},
		{"<long>", "lee/NNP stays/VBZ", 1, true},
		{"<long>", "lee/NNP stays/VBZ", 0, false},
		{"lee|<long>", "lee/NNP stays/VBZ", 0, true},
		{"lee really? ~stay", "lee/NNP stays/VBZ", 0, true},
		{"lee really? ~stay", "lee/NNP really/RB stays/VBZ", 0, true},
		{"lee #RB* ~stay", "lee/NNP really/RB often/RB stays/VBZ", 0, true},
		{"lee #RB* ~stay", "lee/NNP stays/VBZ", 0, true},
		{"lee {#VBZ} ~stay", "lee/NNP stays/VBZ", 0, true},
		{"lee {!#VBZ}", "lee/NNP stays/VBZ", 0, false},
		{"lee {!#VBZ} .", "lee/NNP left/VBD", 0, true},
		{"lee {!#VBZ}", "lee/NNP", 0, true},
		{"lee {<end>}", "lee/NNP", 0, true},
		{"lee <end>", "lee/NNP", 0, false},
		{"the _ left", "the/DT mayor/NN left/VBD", 1, false},
		{"the _ mayor", "the/DT mayor/NN left/VBD", 1, true},
		{"the old? _ left", "the/DT old/JJ left/VBD", 2, true},
		{"the old? _ left", "the/DT left/VBD", 1, true},
		{"{!the} _", "the/DT left/VBD", 1, false},
		{"{!the} _", "left/VBD", 0, true},
	} {
		p, err := Compile(c.pattern, tests)
		if err != nil {
			t.Fatal(err)
		}
		r := reader(tokens(c.text))
		if got := p.At(r, r, 0, len(r), c.place); got != c.want {
			t.Errorf("%q at %d of %q: %t", c.pattern, c.place, c.text, got)
		}
	}
}

// TestAround holds the two sides of a pattern apart by the tokens of its place.
func TestAround(t *testing.T) {
	r := reader(tokens("the/DT old/JJ mayor/NN left/VBD"))
	p := Must("the _ left", tests)
	if !p.Around(r, r, 0, len(r), 1, 3) || p.Around(r, r, 0, len(r), 1, 2) {
		t.Error("the sides of a pattern do not stand around its place")
	}
	if p.Around(r, r, 1, len(r), 1, 3) {
		t.Error("a pattern passes a token outside the sentence")
	}
}

func TestBadPattern(t *testing.T) {
	for _, text := range []string{"<none>", "{lee", "Lee", "lee||ann", "_ lee _", "lee|"} {
		if _, err := Compile(text, tests); err == nil {
			t.Errorf("%q is taken for a pattern", text)
		}
	}
}
