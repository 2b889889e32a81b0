package extract

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Norm is the lower-case form of token i; "" outside the article.
func (d *Document) Norm(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Norm
}

// Lemma is the lemma of token i; "" outside the article.
func (d *Document) Lemma(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Lemma
}

// Tag is the Penn tag of token i; "" outside the article.
func (d *Document) Tag(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].XPOS
}

// IsFinite reports whether token i is a finite verb by its tag.
func (d *Document) IsFinite(i int) bool {
	switch d.Tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// IsMark reports whether token i is a mark or lies outside the article.
func (d *Document) IsMark(i int) bool {
	r, _ := utf8.DecodeRuneInString(d.Norm(i))
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// IsCapital reports whether token i begins with a capital letter.
func (d *Document) IsCapital(i int) bool {
	if i < 0 || i >= len(d.Tokens) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(d.Text[d.Tokens[i].Start:])
	return unicode.IsUpper(r)
}

// OneOf reports whether a word is one of some.
func OneOf(word string, any ...string) bool { return slices.Contains(any, word) }

// AnyToken reports whether holds is true of the index of one of the tokens [first, end).
func AnyToken(first, end int, holds func(int) bool) bool {
	for i := first; i < end; i++ {
		if holds(i) {
			return true
		}
	}
	return false
}
