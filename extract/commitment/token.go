package commitment

import (
	"unicode"
	"unicode/utf8"
)

// norm is the lower-case form of token i; "" outside the article.
func (a *Reader) norm(i int) string {
	if i < 0 || i >= len(a.Tokens) {
		return ""
	}
	return a.Tokens[i].Norm
}

// lemma is the lemma of token i; "" outside the article.
func (a *Reader) lemma(i int) string {
	if i < 0 || i >= len(a.Tokens) {
		return ""
	}
	return a.Tokens[i].Lemma
}

// tag is the Penn tag of token i; "" outside the article.
func (a *Reader) tag(i int) string {
	if i < 0 || i >= len(a.Tokens) {
		return ""
	}
	return a.Tokens[i].XPOS
}

// isFinite reports whether token i is a finite verb by its tag.
func (a *Reader) isFinite(i int) bool {
	switch a.tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// isMark reports whether token i is a mark or lies outside the article.
func (a *Reader) isMark(i int) bool {
	r, _ := utf8.DecodeRuneInString(a.norm(i))
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
