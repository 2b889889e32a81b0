package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// What a pair of quotation marks is there for, as written to Quote.Use.
const (
	speech = "speech" // somebody's words
	scare  = "scare"  // a word or phrase held at arm's length, or quoted in the flow of a clause
	title  = "title"  // of a book, a song, a film
	name   = "name"   // a nickname
)

// scareWords is how long a phrase in marks may be and still be no speech by itself.
const scareWords = 3

// use tells speech from the other things that stand in quotation marks.
func use(d *extract.Document, q *extract.Quote) string {
	first, end := d.TokensIn(q.Inner)
	words, capitals, upper, content := 0, 0, 0, 0
	for _, t := range d.Tokens[first:end] {
		r, _ := utf8.DecodeRuneInString(d.Text[t.Start:])
		if !letter(r) && !unicode.IsDigit(r) {
			continue
		}
		words++
		if unicode.IsUpper(r) {
			upper++
		}
		if len(t.Norm) > 3 && !extract.OneOf(t.Norm, "with", "from") {
			content++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	inner := strings.TrimSpace(d.In(q.Inner))
	last, _ := utf8.DecodeLastRuneInString(inner)
	switch ended := strings.ContainsRune(".,!?…—", last); {
	case nickname(d, first, end, words):
		return name
	case words <= 8 && capitals == content && (content > 0 || upper == words && words > 0) && last != '?' && last != '!' && (words > 1 && !speechBeside(d, q) || inClause(d, q) && (words > 1 || first > 1 && d.Tokens[first-2].XPOS == "POS")):
		return title // on NBC's “Today,” he said
	case words <= scareWords && !(ended && speechBeside(d, q)) && !q.Unclosed:
		return scare
	}
	return speech
}

// inClause reports whether a word of its clause stands right before the quotation, as
// before a name: "on “Face the Country,” he said".
func inClause(d *extract.Document, q *extract.Quote) bool {
	before := strings.TrimRight(d.Text[d.Paragraphs[q.Paragraph].Start:q.Start], " \u00a0")
	r, _ := utf8.DecodeLastRuneInString(before)
	return before != "" && letter(r)
}

// nickname: Robert “Bobby” Hale, and known as “The Postman”.
func nickname(d *extract.Document, first, end, words int) bool {
	if words == 0 || words > 3 {
		return false
	}
	before, after := first-2, end+1 // past the marks, which are tokens
	if before >= 0 && after < len(d.Tokens) && properName(d, before) && properName(d, after) {
		return d.Tokens[first-1].Start >= d.Tokens[before].End && d.SentenceAt(d.Tokens[before].Start) == d.SentenceAt(d.Tokens[after].Start)
	}
	if before < 1 {
		return false
	}
	w, v := d.Tokens[before].Norm, d.Tokens[before-1].Norm
	return w == "nicknamed" || w == "dubbed" || w == "as" && (v == "known" || v == "fans")
}

func properName(d *extract.Document, i int) bool {
	return d.IsCapital(i) && (d.Tokens[i].XPOS == "" || strings.HasPrefix(d.Tokens[i].XPOS, "NNP"))
}

// speechBeside reports whether a comma or colon before the quotation, or a comma at
// its end, ties it to a clause of saying; or it fills its paragraph.
func speechBeside(d *extract.Document, q *extract.Quote) bool {
	par := d.Paragraphs[q.Paragraph].Span
	before := strings.TrimRight(d.Text[par.Start:q.Start], " \u00a0")
	inner := strings.TrimRight(d.In(q.Inner), " \u00a0")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ",:.!?") || strings.HasSuffix(inner, ",")
}
