package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// norm is the lower-case form of token i; "" outside the article.
func (a *assembler) norm(i int) string {
	if i < 0 || i >= len(a.Tokens) {
		return ""
	}
	return a.Tokens[i].Norm
}

// lemma is the lemma of token i; "" outside the article.
func (a *assembler) lemma(i int) string {
	if i < 0 || i >= len(a.Tokens) {
		return ""
	}
	return a.Tokens[i].Lemma
}

// tag is the Penn tag of token i; "" outside the article.
func (a *assembler) tag(i int) string {
	if i < 0 || i >= len(a.Tokens) {
		return ""
	}
	return a.Tokens[i].XPOS
}

// isFinite reports whether token i is a finite verb by its tag.
func (a *assembler) isFinite(i int) bool {
	switch a.tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// isMark reports whether token i is a mark or lies outside the article.
func (a *assembler) isMark(i int) bool {
	r, _ := utf8.DecodeRuneInString(a.norm(i))
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func isVerbal(tag string) bool { return strings.HasPrefix(tag, "V") || tag == "MD" || tag == "RB" }

// passive reports whether a form of be stands in the verb group before token k.
func (a *assembler) passive(k int) bool {
	for i := k - 1; i >= max(0, k-4); i-- {
		switch a.norm(i) {
		case "is", "are", "was", "were", "be", "been", "being", "'s", "'re":
			return true
		}
		if !isVerbal(a.tag(i)) {
			return false
		}
	}
	return false
}
