package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// nameCapitals makes names of the common nouns of the sentence [first, last) that are
// written with a capital where only a name has one.
func nameCapitals(d *extract.Document, first, last int) {
	if headline(d, first, last) {
		return
	}
	for i := first + 1; i < last; i++ {
		t := &d.Tokens[i]
		if t.XPOS != "NN" && t.XPOS != "NNS" || !capital(d, i) {
			continue
		}
		switch d.Tokens[i-1].XPOS {
		case "``", "''", ":", ".", "-LRB-", "LS", "NFP":
			continue
		}
		if t.XPOS == "NN" {
			t.XPOS = "NNP"
		} else {
			t.XPOS = "NNPS"
		}
	}
}

// headline reports whether most words of the sentence have a capital.
func headline(d *extract.Document, first, last int) bool {
	capitals, small := 0, 0
	for i := first; i < last; i++ {
		switch c := d.Text[d.Tokens[i].Start]; {
		case 'a' <= c && c <= 'z':
			if d.Tokens[i].End-d.Tokens[i].Start > 3 {
				small++
			}
		case 'A' <= c && c <= 'Z':
			capitals++
		}
	}
	return capitals > small
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
