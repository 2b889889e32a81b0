package treebank

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Tree is a sentence of a treebank as a document of one sentence, with the heads of its tokens.
type Tree struct {
	*extract.Document
	Head   []int    // of each token, another; -1 at the root
	Deprel []string // of each token, its relation to the head
}

// Tree returns the sentence with the tokens that segment makes of its text wherever the treebank only splits finer: the parts of a
// word with hyphens become one token. That token takes the tag and the place in the
// tree of the part that the others hang on. Where the two divide the text in
// another way, the words of the treebank stand; those of a fused form that does not
// spell them share its span.
func (s *Sentence) Tree(segment extract.Stage) (*Tree, error) {
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
	return b.finish(), nil
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

// A builder makes a tree out of groups of words.
type builder struct {
	tree   *Sentence
	tokens []extract.Token
	tops   []int // of each token, the word that the others of it hang on
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
		Norm: norm, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS,
	})
	b.tops = append(b.tops, top)
}

func (b *builder) finish() *Tree {
	whole := extract.Span{End: len(b.tree.Text)}
	t := &Tree{Document: &extract.Document{
		Article:    &extract.Article{ID: b.tree.ID, Text: b.tree.Text},
		Has:        extract.Text | extract.Sections | extract.Tokens | extract.Sentences | extract.Tags,
		Paragraphs: []extract.Paragraph{{Span: whole, Section: extract.Body}},
		Tokens:     b.tokens,
		Sentences:  []extract.Sentence{{Span: whole, Last: len(b.tokens), Number: 1}},
	}}
	for i, top := range b.tops {
		t.Head = append(t.Head, b.headOf(i, top))
		t.Deprel = append(t.Deprel, b.tree.Words[top].Deprel)
	}
	t.cutCircles()
	return t
}

// headOf is the token that word top, of token i, hangs on. Where words that hang on one
// another across a hyphen were joined, that can be the token itself; the way up is then
// followed until it leaves the token.
func (b *builder) headOf(i, top int) int {
	w := b.tree.Words[top].Head
	for range b.tree.Words {
		if w < 0 {
			return -1
		}
		if b.place[w] != i {
			return b.place[w]
		}
		w = b.tree.Words[w].Head
	}
	return -1
}

// cutCircles hangs on the root the tokens whose way up comes back to them: two tokens of
// joined words can each hang on a part of the other.
func (t *Tree) cutCircles() {
	root := slices.Index(t.Head, -1)
	for i := range t.Head {
		at := t.Head[i]
		for n := 0; at >= 0 && at != i && n < len(t.Head); n++ {
			at = t.Head[at]
		}
		if at != i {
			continue
		}
		if t.Head[i] = root; root < 0 {
			root = i
		}
	}
}

// Open reads a file of trees.
func Open(path string, segment extract.Stage) ([]*Tree, error) {
	sentences, err := OpenCoNLLU(path)
	if err != nil {
		return nil, err
	}
	trees := make([]*Tree, len(sentences))
	for i, s := range sentences {
		if trees[i], err = s.Tree(segment); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, s.ID, err)
		}
	}
	return trees, nil
}

// Copy returns the document of the tree with tokens of its own, so that stages may be run on it.
func (t *Tree) Copy() *extract.Document {
	c := *t.Document
	c.Tokens = slices.Clone(t.Tokens)
	return &c
}

// Relation is a relation without its subtype.
func Relation(deprel string) string {
	rel, _, _ := strings.Cut(deprel, ":")
	return rel
}
