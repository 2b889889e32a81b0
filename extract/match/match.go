// Package match has patterns of tokens as text, for the tables of rules: what stands around a place can
// be read in the row, beside its example. A pattern is compiled once, and matches without memory of its
// own, in one pass and without going back.
package match

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Tests are what a pattern may ask of a token by name, of a reader of type R.
type Tests[R any] map[string]func(R, int) bool

// A Pattern is what has to stand left and right of a place between two tokens. The zero Pattern asks for
// nothing and holds everywhere.
type Pattern[R any] struct {
	left, right []part[R] // from the place outwards
}

// A part is one token of a pattern, or a look at one.
type part[R any] struct {
	choices  []choice[R] // one of them holds; without any, every token does
	look     bool        // the token is not passed
	not      bool        // none of the choices holds
	optional bool
	many     bool // any number of tokens
}

// A choice is one way for a token to be right: by its word, its tag, its lemma or a test.
type choice[R any] struct {
	word, tag, lemma string
	test             func(R, int) bool
}

// Compile reads a pattern. Its parts stand apart by blanks, each for one token:
//
//	but|while    one of these words, in small letters
//	#VBG|#VBN    one of these tags of the Penn Treebank
//	~say|~tell   a form of one of these words
//	<break>      what a test finds
//	.            any token
//	X?  X*       an X or none; any number of X
//	{X}          looks at the token that comes next without passing it
//	{!X}         looks that it is no X, or that there is none
//	_            the place itself; without it the place is before the first part
//
// Choices of all kinds go together: and|#CC|<break>. Parts left of the place are matched from it to the left.
func Compile[R any](text string, tests Tests[R]) (Pattern[R], error) {
	var p Pattern[R]
	fields := strings.Fields(text)
	at := max(slices.Index(fields, "_"), 0)
	for i, f := range fields {
		if f == "_" {
			if i != at {
				return p, fmt.Errorf("match: pattern %q has two places", text)
			}
			continue
		}
		x, err := readPart(f, tests)
		if err != nil {
			return p, fmt.Errorf("match: pattern %q: %w", text, err)
		}
		if i < at {
			p.left = append(p.left, x)
		} else {
			p.right = append(p.right, x)
		}
	}
	slices.Reverse(p.left)
	return p, nil
}

func readPart[R any](f string, tests Tests[R]) (part[R], error) {
	var x part[R]
	if inner, ok := strings.CutPrefix(f, "{"); ok {
		if f, ok = strings.CutSuffix(inner, "}"); !ok {
			return x, fmt.Errorf("%q wants a closing brace", inner)
		}
		x.look = true
		f, x.not = strings.CutPrefix(f, "!")
	} else if inner, ok := strings.CutSuffix(f, "?"); ok && inner != "" {
		f, x.optional = inner, true
	} else if inner, ok := strings.CutSuffix(f, "*"); ok && inner != "" {
		f, x.many = inner, true
	}
	if f == "." {
		return x, nil
	}
	for _, s := range strings.Split(f, "|") {
		c, err := readChoice(s, tests)
		if err != nil {
			return x, err
		}
		x.choices = append(x.choices, c)
	}
	return x, nil
}

func readChoice[R any](s string, tests Tests[R]) (choice[R], error) {
	switch {
	case len(s) > 2 && s[0] == '<' && s[len(s)-1] == '>':
		test := tests[s[1:len(s)-1]]
		if test == nil {
			return choice[R]{}, fmt.Errorf("no test is called %s", s)
		}
		return choice[R]{test: test}, nil
	case len(s) > 1 && s[0] == '#':
		return choice[R]{tag: s[1:]}, nil
	case len(s) > 1 && s[0] == '~':
		return choice[R]{lemma: s[1:]}, nil
	case s == "" || strings.ToLower(s) != s:
		return choice[R]{}, fmt.Errorf("%q is no word in small letters", s)
	}
	return choice[R]{word: s}, nil
}

// Must is Compile for the tables in code. It panics on a bad pattern.
func Must[R any](text string, tests Tests[R]) Pattern[R] {
	p, err := Compile(text, tests)
	if err != nil {
		panic(err)
	}
	return p
}

// At reports whether the pattern holds at the place before token i, among tokens [first, last).
func (p *Pattern[R]) At(r R, tokens []extract.Token, first, last, i int) bool {
	return p.Around(r, tokens, first, last, i, i)
}

// Around reports whether the pattern holds with the tokens [a, b) as its place: its left side before a,
// its right side from b on. No token outside [first, last) is passed; only tests look there.
func (p *Pattern[R]) Around(r R, tokens []extract.Token, first, last, a, b int) bool {
	return run(p.right, r, tokens, first, last, b, 1) && run(p.left, r, tokens, first, last, a-1, -1)
}

// run goes over the parts from token i in one direction.
func run[R any](parts []part[R], r R, tokens []extract.Token, first, last, i, step int) bool {
	for k := range parts {
		x := &parts[k]
		switch ok := x.holds(r, tokens, first, last, i); {
		case x.look:
			if ok == x.not {
				return false
			}
		case x.many:
			for x.holds(r, tokens, first, last, i) {
				i += step
			}
		case ok:
			i += step
		case !x.optional:
			return false
		}
	}
	return true
}

// holds reports whether token i is one of the choices.
func (x *part[R]) holds(r R, tokens []extract.Token, first, last, i int) bool {
	in := first <= i && i < last
	if len(x.choices) == 0 {
		return in
	}
	for k := range x.choices {
		switch c := &x.choices[k]; {
		case c.test != nil:
			if (in || x.look) && c.test(r, i) {
				return true
			}
		case !in:
		case c.tag != "" && tokens[i].XPOS == c.tag, c.lemma != "" && tokens[i].Lemma == c.lemma, c.word != "" && tokens[i].Norm == c.word:
			return true
		}
	}
	return false
}
