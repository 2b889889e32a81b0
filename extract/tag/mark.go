package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// markTag is the tag of a token that its form decides: marks, numbers in digits,
// addresses. It is "" for all others.
func markTag(d *extract.Document, i int) string {
	t := &d.Tokens[i]
	n := t.Norm
	switch c := n[0]; {
	case 'a' <= c && c <= 'z':
		if strings.HasPrefix(n, "http") && strings.Contains(n, "://") || strings.HasPrefix(n, "www.") || strings.Contains(n, "@") {
			return "ADD"
		}
		return ""
	case '0' <= c && c <= '9':
		return numberTag(n)
	case len(n) == 1:
		return singleMark(d, i, c)
	}
	return longMark(d, i, n)
}

// numberTag is the tag of a token that starts with a digit.
func numberTag(n string) string {
	switch rest := strings.TrimLeft(n, "0123456789.,:/"); rest {
	case "":
		return "CD"
	case "s", "'s":
		return "NNS"
	case "st", "nd", "rd", "th":
		return "JJ"
	}
	return ""
}

func singleMark(d *extract.Document, i int, c byte) string {
	switch c {
	case '"':
		return quoteTag(d, i)
	case '\'', '`':
		return apostropheTag(d, i)
	case ',':
		return ","
	case '.', '!', '?':
		return "."
	case '(', '[', '{':
		return "-LRB-"
	case ')', ']', '}':
		return "-RRB-"
	case '$':
		return "$"
	case '#':
		return "#"
	case '%':
		return "NN"
	case '&':
		return "CC"
	case '-':
		return dashTag(d, i)
	case ':', ';':
		return ":"
	case '/':
		return ","
	case '+', '=', '<', '>', '^', '|', '\\', '@', '~':
		return "SYM"
	case '*', '_':
		return "NFP"
	}
	return ""
}

// longMark is the tag of a mark of more than one byte.
func longMark(d *extract.Document, i int, n string) string {
	switch n {
	case "…", "--", "---", "[...]", "[…]":
		return ":"
	case "—", "–", "―", "−":
		return dashTag(d, i)
	case "●", "■", "▪":
		return "NFP"
	}
	switch n[0] {
	case '\'':
		return "" // 's, 'em
	case '!', '?':
		return "."
	case '.':
		if isDigit(n[1:]) {
			return "CD"
		}
		return ":"
	case '-':
		if isDigit(n[1:]) {
			return numberTag(n[1:])
		}
		return "NFP"
	case '@', '#':
		return "NNP"
	case '*', '=', '_', '~', '+', ':', ';', '<', '>':
		return "NFP"
	}
	switch r, _ := utf8.DecodeRuneInString(n); {
	case unicode.Is(unicode.Sc, r):
		return "$"
	case unicode.IsSymbol(r), unicode.Is(unicode.No, r): // the ² of km²
		return "SYM"
	case unicode.IsPunct(r):
		return "NFP"
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return ""
	}
	return "NFP"
}

// spaced reports whether white space, or the end of the paragraph's line, is on the
// left and on the right of token i.
func spaced(d *extract.Document, i int) (left, right bool) {
	t := &d.Tokens[i]
	left = i == 0 || d.Tokens[i-1].End < t.Start
	right = i+1 == len(d.Tokens) || d.Tokens[i+1].Start > t.End
	return left, right
}

// quoteTag tells an opening mark from a closing one: by its shape, else by the side
// that white space is on.
func quoteTag(d *extract.Document, i int) string {
	switch d.In(d.Tokens[i].Span) {
	case "“", "„", "«", "``", "‘‘":
		return "``"
	case "”", "»", "''", "’’":
		return "''"
	}
	if left, right := spaced(d, i); !right && (left || i > 0 && strings.ContainsAny(d.Tokens[i-1].Norm[:1], "([{-'`")) {
		return "``"
	}
	return "''"
}

// apostropheTag tells the possessive of a plural from a single quotation mark.
func apostropheTag(d *extract.Document, i int) string {
	left, right := spaced(d, i)
	if !left && i > 0 && right && strings.HasSuffix(d.Tokens[i-1].Norm, "s") && !singleOpen(d, i) {
		return "POS"
	}
	if d.In(d.Tokens[i].Span) == "‘" || left && !right {
		return "``"
	}
	return "''"
}

// singleOpen reports whether a single quotation mark opened shortly before token i is
// still open.
func singleOpen(d *extract.Document, i int) bool {
	for k := i - 1; k >= 0 && k > i-30; k-- {
		if d.Tokens[k].Norm == "'" {
			left, right := spaced(d, k)
			return left && !right
		}
	}
	return false
}

// dashTag tells the sign between two numbers from a dash.
func dashTag(d *extract.Document, i int) string {
	left, right := spaced(d, i)
	if !left && !right && i > 0 && i+1 < len(d.Tokens) && isDigit(d.Tokens[i-1].Norm) && isDigit(d.Tokens[i+1].Norm) {
		return "SYM"
	}
	return ":"
}

func isDigit(norm string) bool { return '0' <= norm[0] && norm[0] <= '9' }
