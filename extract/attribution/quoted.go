package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// quoteEndingAt is the quotation that ends right before token k, but for commas; -1 if
// there is none, or if its end does not leave room for a cue: speech before its cue ends
// with a comma or a mark of the end of a sentence.
func (r *reader) quoteEndingAt(k int) int {
	j := k - 1
	comma := false
	for r.in(j) && r.quote[j] < 0 && (r.isComma(j) || r.isDash(j)) {
		comma = true
		j--
	}
	if r.closesBefore(j) {
		if q := int(r.quote[j-1]); r.isSpeech(q) && !r.standsAlone(q, k) {
			return q
		}
		return -1
	}
	if j < 0 || j >= len(r.quote) || r.quote[j] < 0 || j < r.first-1 {
		return -1
	}
	q := int(r.quote[j])
	e := r.d.Quotes[q]
	if e.End != r.d.Tokens[j].End || !r.sameParagraph(q) {
		return -1
	}
	if !r.isSpeech(q) || !comma && !endsSpeech(r.d.In(e.Inner)) && (r.shortQuote(q) || !r.opensUpper(q)) {
		return -1
	}
	if j < r.first && r.standsAlone(q, k) {
		return -1
	}
	return q
}

// standsAlone reports whether quotation q, in the sentence before, is one of its own: more than a
// cue follows from token k on.
func (r *reader) standsAlone(q, k int) bool {
	return strings.HasSuffix(r.d.In(r.d.Quotes[q].Inner), ".") && r.last-k > 5
}

// closesBefore reports whether token j is a mark that opens its paragraph but closes the
// quotation of the one before.
func (r *reader) closesBefore(j int) bool {
	if j < 1 || j != r.first || r.quote[j] >= 0 || r.quote[j-1] < 0 || !r.tagged(j, "''", "``") {
		return false
	}
	return r.d.Sentences[r.index].Paragraph > 0
}

func (r *reader) sameParagraph(q int) bool {
	return r.d.Quotes[q].Paragraph == r.d.Sentences[r.index].Paragraph
}

// isSpeech reports whether a quotation can be the whole content of an attribution.
func (r *reader) isSpeech(q int) bool {
	switch r.d.Quotes[q].Use {
	case title, name:
		return false
	}
	return r.wordsIn(q) >= 2 || r.d.Quotes[q].Use == speech
}

// wordsIn is how many words quotation q has, of more than three 3.
func (r *reader) wordsIn(q int) int {
	n := 0
	a, b := r.d.TokensIn(r.d.Quotes[q].Inner)
	for i := a; i < b && n < 3; i++ {
		if r.upos(i) != "PUNCT" {
			n++
		}
	}
	return n
}

// endsSpeech reports whether text ends as speech does before its cue.
func endsSpeech(s string) bool {
	s = strings.TrimRight(s, "'’”\"\u00a0 ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(",?!.…—-", last)
}

// quoteOpeningAfter is the quotation that opens after token j, within the sentence, with
// only an addressee and adjuncts between, and the token before it.
func (r *reader) quoteOpeningAfter(j int) (q, at int) {
	for i := j; i < min(j+16, r.last); i++ {
		if r.quote[i] >= 0 {
			q := int(r.quote[i])
			if i > 0 && r.quote[i-1] == r.quote[i] {
				return -1, 0
			}
			before := r.norm(max(i-1, 0))
			intro := before == "," || before == ":"
			a, end := r.d.TokensIn(r.d.Quotes[q].Inner)
			bare := i == j && !r.shortQuote(q) && r.isSpeechVerb(j-1) && !r.isFinite(a) && !r.tagged(a, "WRB", "WP") && r.finiteWithin(a, end-a) && (r.norm(end-1) == "," || end+1 >= r.last || r.isMark(end+1))
			if lower := bare || intro && i == j+1 && r.isSpeechVerb(j-1) && (r.tagged(j-1, "VBG") || before == ":" || r.finiteWithin(i, end-i)) && !r.shortQuote(q); !r.isSpeech(q) || !r.opensUpper(q) && !lower || !intro && (i != j || r.shortQuote(q) && !endsSpeech(r.d.In(r.d.Quotes[q].Inner))) {
				return -1, 0
			}
			return q, i - 1
		}
		if r.tagged(i, ".") || r.norm(i) == ";" || r.is(i, "that") && r.tagged(i, "IN") || i > j && r.quotes(i) {
			return -1, 0
		}
		if r.norm(i) == ":" && !(i+1 < r.last && r.quote[i+1] >= 0) {
			return -1, 0
		}
	}
	return -1, 0
}

// quotes reports whether token i is another verb of speech, whose quotation it is then that
// follows: "Rowe, who told the board of it, | said, “No.”".
func (r *reader) quotes(i int) bool {
	if !r.isVerb(i) || r.upos(i) == "AUX" || r.tagged(i, "VB") && !r.tagged(i-1, "TO") || r.tagged(i, "VBN") && !r.lemmaIs(i-1, "have") {
		return false
	}
	c := r.cues.verbs[r.lemma(i)]
	return c != nil && c.frames&fQuote != 0 && (c.frames&(fThat|fClause) != 0 || c.frames&fPre != 0)
}

func (r *reader) shortQuote(q int) bool {
	a, b := r.d.TokensIn(r.d.Quotes[q].Inner)
	return b-a < 4
}

// opensUpper reports whether the first letter of a quotation is a capital.
func (r *reader) opensUpper(q int) bool {
	for _, c := range r.d.In(r.d.Quotes[q].Inner) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return !unicode.IsLower(c)
		}
	}
	return false
}

// runsInto reports whether the sentence has words before quotation q that belong with it: it
// opens in lower case, or with no comma or colon before it.
func (r *reader) runsInto(q int) bool {
	if !r.opensUpper(q) {
		return true
	}
	k := r.d.TokenAt(r.d.Quotes[q].Start) - 1
	return r.in(k) && !r.isMark(k)
}

// quoted gives the draft the content of quotation q: from the start of the sentence where
// the quotation goes on with a clause begun before it.
func (r *reader) quoted(d draft, q int) (draft, bool) {
	e := r.d.Quotes[q]
	s := e.Inner
	start := r.d.Sentences[r.index].Start
	for k := r.first; r.in(k) && r.quote[k] < 0 && r.tagged(k, "``", "''"); k++ { // the closing mark of the paragraph before
		start = r.d.Tokens[k+1].Start
	}
	if start < e.Start && e.Start < r.d.Tokens[d.cue.a].Start && r.runsInto(q) {
		s = extract.Span{Start: start, End: e.End}
	}
	d.direct = true
	d.content = append(d.content, s)
	return d, !s.Empty()
}
