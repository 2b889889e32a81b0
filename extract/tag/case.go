package tag

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// Evidence is what a document shows of how a word is written.
type evidence uint8

const (
	small evidence = 1 << iota // without a capital
	named                      // with one, where only names have it
)

// Cases is that evidence for every word of a document, for the places that do not
// show it: headlines and starts of sentences.
type cases struct {
	sayings  map[string]bool     // forms of verbs of saying
	seen     map[string]evidence // by Norm
	headline bool                // the sentence being tagged is one
}

var commonWords = sync.OnceValue(func() *hashed.Map[bool] { return hashed.From(lexicon.Set("common_words")) })

// read gathers the evidence of a document.
func (c *cases) read(d *extract.Document) {
	clear(c.seen)
	for _, s := range d.Sentences {
		if headline(d, s.First, s.Last) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			switch n := d.Tokens[i].Norm; {
			case n[0] < 'a' && n[0] != '\'' || n[0] > 'z' && n[0] < utf8.RuneSelf:
			case startsSmall(d, i):
				c.seen[n] |= small
			case i > s.First && capital(d, i) && !opens(d, i-1):
				c.seen[n] |= named
			}
		}
	}
}

// form is token i as the taggers should see it: in a headline, words that are no
// names lose their capitals.
func (c *cases) form(d *extract.Document, i int) string {
	t := &d.Tokens[i]
	w := d.In(t.Span)
	if c == nil || !c.headline || startsSmall(d, i) || len(w) < 2 {
		return w
	}
	if seen := c.seen[t.Norm]; seen == small || seen == 0 && (commonWords().Get(t.Norm) || c.sayings[t.Norm] || thirdPersons().Get(t.Norm)) {
		return t.Norm
	}
	return w
}

// settle makes names of words that the document writes with a capital only, where
// the tagger took the capital for that of a sentence.
func (c *cases) settle(d *extract.Document, first, last int) {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if c.headline { // nouns that the body never writes small are names again
			if c.seen[t.Norm]&small == 0 && capital(d, i) {
				makeName(t)
			}
			continue
		}
		if (t.XPOS == "UH" && t.Len() > 1 && !commonWords().Get(t.Norm) || t.Norm == "who") && allCapitals(d.In(t.Span)) {
			t.XPOS = "NNP" // PVH, the WHO
		}
		switch t.XPOS {
		case "NN", "NNS", "VB", "VBP", "VBD", "VBN", "UH", "RB":
			if capital(d, i) && c.seen[t.Norm] == named && (t.XPOS == "NN" || !commonWords().Get(t.Norm)) {
				t.XPOS = "NNP"
			}
		}
	}
}

// nameCapitals makes names of the common nouns of the sentence [first, last) that are
// written with a capital where only a name has one.
func nameCapitals(d *extract.Document, first, last int) {
	for i := first + 1; i < last; i++ {
		if capital(d, i) && !opens(d, i-1) {
			makeName(&d.Tokens[i])
		}
	}
}

// makeName makes a name of a common noun.
func makeName(t *extract.Token) {
	switch t.XPOS {
	case "NN":
		t.XPOS = "NNP"
	case "NNS":
		t.XPOS = "NNPS"
	}
}

// opens reports whether a word after token i may have a capital for being first.
func opens(d *extract.Document, i int) bool {
	switch n := d.Tokens[i].Norm; n[0] {
	case '"', '\'', ':', ';', '.', '!', '?', '(', '[', '-', '*', '`':
		return n != "'s"
	case 0xE2: // dashes, bullets, the ellipsis
		return true
	}
	return d.Tokens[i].XPOS == "LS"
}

// headline reports whether all but short words of the sentence have a capital.
func headline(d *extract.Document, first, last int) bool {
	capitals, small := initials(d, first, last)
	return capitals > 2 && small*8 < capitals
}

// mixed reports whether so many words of the sentence have a capital that it tells
// little.
func mixed(d *extract.Document, first, last int) bool {
	capitals, small := initials(d, first, last)
	return capitals > small
}

// initials counts the words with a capital, and the longer ones without.
func initials(d *extract.Document, first, last int) (capitals, small int) {
	for i := first; i < last; i++ {
		switch c := d.Text[d.Tokens[i].Start]; {
		case 'a' <= c && c <= 'z':
			if d.Tokens[i].Len() > shortWord {
				small++
			}
		case 'A' <= c && c <= 'Z':
			capitals++
		}
	}
	return capitals, small
}

// shortWord is the length of words that headlines may write without a capital.
const shortWord = 4

func startsSmall(d *extract.Document, i int) bool {
	if c := d.Text[d.Tokens[i].Start]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(d.In(d.Tokens[i].Span))
	return unicode.IsLower(r)
}

// allCapitals reports a word of capital letters.
func allCapitals(w string) bool {
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return true
}

// capital reports whether token i is a word with a capital and small letters.
func capital(d *extract.Document, i int) bool {
	w := d.In(d.Tokens[i].Span)
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) || len(w) == n {
		return false
	}
	next, _ := utf8.DecodeRuneInString(w[n:])
	return unicode.IsLower(next)
}
