package extract

import (
	"context"
	"sort"
)

// A Document is an Article with the layers that stages have added. It owns every
// annotation; spans and indexes point into it.
type Document struct {
	*Article
	Has    Layer
	Engine *Engine // what makes the document; nil where the run does not say

	Paragraphs   []Paragraph
	Tokens       []Token
	Sentences    []Sentence
	Nouns        []NounPhrase // in text order; none overlap
	Verbs        []VerbGroup  // in text order; none overlap
	Clauses      []Clause     // by sentence, in the order they open
	Entities     []Entity
	Quantities   []Quantity
	Times        []Time
	Quotes       []Quote
	Attributions []Attribution
	Chains       []Chain
	Sources      []Source // of each attribution
	Claims       []Claim
	Choices      []Choice // for explain

	ctx context.Context // of the run, see Context
}

// NewDocument returns a document of a, without layers, whose stages stop when ctx ends.
func NewDocument(ctx context.Context, a *Article) *Document { return &Document{Article: a, ctx: ctx} }

// Context is what the caller of the run gave, for a stage that asks a server or a
// store. It is never nil.
func (d *Document) Context() context.Context {
	if d.ctx == nil {
		return context.Background()
	}
	return d.ctx
}

// Stopped is why the run must end: nil as long as its context lasts. A stage whose work
// on a long article takes more than a few milliseconds asks before each sentence, and
// returns the error as it is. A context that has ended stays so: a loop far down may just
// end early, and the stage asks again when it is back.
func (d *Document) Stopped() error {
	if d.ctx == nil {
		return nil
	}
	return d.ctx.Err()
}

// In returns the text under s.
func (d *Document) In(s Span) string { return d.Text[s.Start:s.End] }

// Passage returns s with its text.
func (d *Document) Passage(s Span) Passage { return Passage{d.Text[s.Start:s.End], s} }

// A Paragraph is a block of text between line breaks that end it. Sentences,
// quotation pairing and indirect content never cross it.
type Paragraph struct {
	Span
	Section string // Title, Body, Caption ...
}

// A Token is one word or mark.
type Token struct {
	Span
	Norm  string // lower case, apostrophes and quotation marks straight, a clipped word whole; a slice of Text where nothing changed
	Lemma string // lower case but for proper nouns
	UPOS  string
	XPOS  string // Penn Treebank, -LRB- and -RRB- for all brackets, “ ” as `` ''
}

// A Sentence is a half-open range of Document.Tokens within one paragraph.
type Sentence struct {
	Span
	First, Last int // tokens [First, Last)
	Paragraph   int // index in Document.Paragraphs
	Number      int // 1-based among the sentences of body; 0 in all other sections
}

// TokenAt returns the index of the first token that ends after byte pos; len(Tokens) if none does.
func (d *Document) TokenAt(pos int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > pos })
}

// TokensIn returns the half-open range of the tokens that overlap s.
func (d *Document) TokensIn(s Span) (first, end int) {
	first = d.TokenAt(s.Start)
	end = first + sort.Search(len(d.Tokens)-first, func(i int) bool { return d.Tokens[first+i].Start >= s.End })
	return first, end
}

// SentenceAt returns the index of the first sentence that ends after byte pos; len(Sentences) if none does.
func (d *Document) SentenceAt(pos int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > pos })
}

// ParagraphAt returns the index of the first paragraph that ends after byte pos; len(Paragraphs) if none does.
func (d *Document) ParagraphAt(pos int) int {
	return sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Span.End > pos })
}

// TokenSpan is the span from token first to token end-1.
func (d *Document) TokenSpan(first, end int) Span {
	if first >= end {
		return Span{}
	}
	return Span{d.Tokens[first].Start, d.Tokens[end-1].End}
}
