package treebank

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Document returns the tree as a document of one sentence, with the tokens that
// segment makes of its text wherever the treebank only splits finer: the parts of a
// word with hyphens become one token. That token takes the tag and the place in the
// tree of the part that the others hang on. Where the two divide the text in
// another way, the words of the treebank stand; those of a fused form that does not
// spell them share its span.
func (s *Sentence) Document(segment extract.Stage) (*extract.Document, error) {
	own := &extract.Document{Article: &extract.Article{Text: s.Text}}
	if err := segment.Run(own); err != nil {
		return nil, err
	}
	b := builder{tree: s, place: make([]int, len(s.Words))}
	t := 0
	for w := 0; w < len(s.Words); {
		for t < len(own.Tokens) && own.Tokens[t].End <= s.Words[w].Start {
			t++
		}
		end := w
		if t < len(own.Tokens) {
			end = s.covered(w, own.Tokens[t].Span)
		}
		if end > w {
			b.add(w, end, own.Tokens[t].Norm)
			w = end
			continue
		}
		b.add(w, w+1, plainForm(s.Words[w].Form))
		w++
	}
	return b.document(), nil
}

// covered returns the end of the words from w on that fill token exactly; w if they
// do not, or if the token is the whole of a fused form.
func (s *Sentence) covered(w int, token extract.Span) int {
	if s.Words[w].Start != token.Start {
		return w
	}
	for i := w; i < len(s.Words) && s.Words[i].End <= token.End; i++ {
		if i > w && s.Words[i].Start != s.Words[i-1].End {
			return w
		}
		if s.Words[i].End == token.End {
			return i + 1
		}
	}
	return w
}

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

func plainForm(w string) string { return plainMarks.Replace(strings.ToLower(w)) }

// A builder makes a document out of groups of words.
type builder struct {
	tree   *Sentence
	tokens []extract.Token
	heads  []int // of each token, as index of a word; -1 at the root
	place  []int // of each word, the token it is in
}

// add makes one token of the words [from, end).
func (b *builder) add(from, end int, norm string) {
	top := from
	for i := from; i < end; i++ {
		b.place[i] = len(b.tokens)
		if h := b.tree.Words[i].Head; h < from || h >= end {
			top = i
		}
	}
	w := b.tree.Words[top]
	b.tokens = append(b.tokens, extract.Token{
		Span: extract.Span{Start: b.tree.Words[from].Start, End: b.tree.Words[end-1].End},
		Norm: norm, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS, Deprel: w.Deprel,
	})
	b.heads = append(b.heads, w.Head)
}

func (b *builder) document() *extract.Document {
	for i, h := range b.heads {
		if b.tokens[i].Head = -1; h >= 0 {
			b.tokens[i].Head = b.place[h]
		}
	}
	whole := extract.Span{End: len(b.tree.Text)}
	return &extract.Document{
		Article:    &extract.Article{ID: b.tree.ID, Text: b.tree.Text},
		Has:        extract.Text | extract.Sections | extract.Tokens | extract.Sentences | extract.Tags | extract.Heads,
		Paragraphs: []extract.Paragraph{{Span: whole, Section: extract.Body}},
		Tokens:     b.tokens,
		Sentences:  []extract.Sentence{{Span: whole, Last: len(b.tokens), Number: 1}},
	}
}

// Documents reads a file of trees as documents.
func Documents(path string, segment extract.Stage) ([]*extract.Document, error) {
	trees, err := OpenCoNLLU(path)
	if err != nil {
		return nil, err
	}
	docs := make([]*extract.Document, len(trees))
	for i, s := range trees {
		if docs[i], err = s.Document(segment); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, s.ID, err)
		}
	}
	return docs, nil
}

// Copy returns a document with tokens of its own, so that a stage may be run on it.
func Copy(d *extract.Document) *extract.Document {
	c := *d
	c.Tokens = slices.Clone(d.Tokens)
	return &c
}
