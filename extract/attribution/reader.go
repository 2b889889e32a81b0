package attribution

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A reader goes through one document.
type reader struct {
	d      *extract.Document
	cues   *cueLexicon
	quote  []int32 // for each token the outermost quotation it lies in; -1 outside
	drafts []draft

	index       int // of the current sentence
	first, last int // tokens of the current sentence: [first, last)
}

// A draft is an attribution in the making. Ranges are half-open token ranges.
type draft struct {
	rule      string
	source    words
	head      int // token that heads source; -1
	cue       words
	cueHead   int
	content   []extract.Span
	addressee words
	stance    string
	kind      string
	negated   bool
	direct    bool // content is one quotation or more
	weak      bool // it gives way to a verb of speech where each lies in the other's content
	sentence  int
	parent    int // draft it lies in; -1
	dropped   bool
	edge      string // where the content ends; "" where no edge was looked for
	why       []string
}

// words is a half-open range of tokens.
type words struct{ a, b int }

func (w words) empty() bool { return w.b <= w.a }

func newReader(d *extract.Document, cues *cueLexicon) *reader {
	r := &reader{d: d, cues: cues, quote: make([]int32, len(d.Tokens))}
	for i := range r.quote {
		r.quote[i] = -1
	}
	for q := range d.Quotes {
		if d.Quotes[q].Depth > 0 {
			continue
		}
		a, b := d.TokensIn(d.Quotes[q].Span)
		for i := a; i < b; i++ {
			r.quote[i] = int32(q)
		}
	}
	return r
}

func (r *reader) enter(i int) {
	r.index = i
	r.first, r.last = r.d.Sentences[i].First, r.d.Sentences[i].Last
}

// at is token i, and one without a word or a tag before the first and after the last.
func (r *reader) at(i int) *extract.Token {
	if i < 0 || i >= len(r.d.Tokens) {
		return &extract.Token{}
	}
	return &r.d.Tokens[i]
}

func (r *reader) tag(i int) string   { return r.at(i).XPOS }
func (r *reader) upos(i int) string  { return r.at(i).UPOS }
func (r *reader) norm(i int) string  { return r.at(i).Norm }
func (r *reader) lemma(i int) string { return r.at(i).Lemma }
func (r *reader) text(i int) string  { return r.d.In(r.d.Tokens[i].Span) }

// in reports whether token i is within the sentence.
func (r *reader) in(i int) bool { return r.first <= i && i < r.last }

// subordinates reports whether token i is a word that opens a clause of time, reason, condition or concession.
func (r *reader) subordinates(i int) bool {
	return r.in(i) && (r.norm(i) == "when" || lexicon.Subordinates(r.norm(i), "clause"))
}

// concedes reports whether token i opens a clause that grants something: while, although.
func (r *reader) concedes(i int) bool {
	return r.in(i) && lexicon.Subordinates(r.norm(i), "concession")
}

// is reports whether token i of the sentence is one of the words, in lower case.
func (r *reader) is(i int, any ...string) bool {
	return r.in(i) && slices.Contains(any, r.norm(i))
}

// tagged reports whether token i of the sentence has one of the tags.
func (r *reader) tagged(i int, any ...string) bool {
	return r.in(i) && slices.Contains(any, r.tag(i))
}

func (r *reader) isNoun(i int) bool  { return r.in(i) && r.tag(i)[0] == 'N' }
func (r *reader) isVerb(i int) bool  { return r.in(i) && r.tag(i)[0] == 'V' }
func (r *reader) isComma(i int) bool { return r.in(i) && r.norm(i) == "," }

// isFinite reports whether token i is a verb form that has a subject of its own.
func (r *reader) isFinite(i int) bool { return r.tagged(i, "VBD", "VBZ", "VBP", "MD") }

// isMark reports whether token i is punctuation, brackets included.
func (r *reader) isMark(i int) bool {
	if !r.in(i) {
		return false
	}
	switch r.tag(i) {
	case ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "NFP", "HYPH":
		return true
	}
	return r.upos(i) == "PUNCT"
}

// isDash reports whether token i is a dash between clauses.
func (r *reader) isDash(i int) bool {
	n := r.norm(i)
	dash := n == "-" || n == "--" || strings.Contains(n, "—") || strings.Contains(n, "–")
	return dash && r.in(i) && (!r.tagged(i-1, "CD") || !r.tagged(i+1, "CD") || r.d.Tokens[i-1].End != r.d.Tokens[i].Start) // not 20–24%
}

// isInner reports whether token i lies in a quotation, whose cues are the speaker's own.
func (r *reader) isInner(i int) bool {
	q := r.quote[i]
	return q >= 0 && r.d.Tokens[i].Start > r.d.Quotes[q].Start
}

// span is the byte range of a range of tokens.
func (r *reader) span(w words) extract.Span { return r.d.TokenSpan(w.a, w.b) }

// trim takes marks off both ends of a range, but not brackets that open or close
// within it.
func (r *reader) trim(w words) words {
	for w.a < w.b && r.isMark(w.a) && !r.tagged(w.a, "-LRB-", "``") {
		w.a++
	}
	for w.b > w.a && r.isMark(w.b-1) && !r.tagged(w.b-1, "-RRB-", "''") {
		w.b--
	}
	return w
}
