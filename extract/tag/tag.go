// Package tag gives each token its part of speech and its lemma.
//
// Two taggers work one after the other: prose's averaged perceptron
// (github.com/jdkato/prose/v3), and our own, which was trained on English-EWT with
// prose's tags among its features. They see our tokens with plain quotation marks
// and apostrophes, and headlines without the capitals of a headline, one sentence at
// a time. The tags of marks, numbers and addresses are settled by their form, and a
// few others by rule.
package tag

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	prose "github.com/jdkato/prose/v3/tag"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/model"
)

// Stage fills XPOS, UPOS and Lemma of all tokens.
var Stage = WithWords(nil)

// WithWords is Stage with a caller's cues, whose forms are told from plurals.
func WithWords(l *lexicon.Lists) extract.Stage { return with(l, model.EnglishTagger) }

// With is Stage with other weights.
func With(m *model.Tagger) extract.Stage {
	return with(nil, func() (*model.Tagger, error) { return m, nil })
}

func with(l *lexicon.Lists, weights func() (*model.Tagger, error)) extract.Stage {
	forms := sync.OnceValue(func() map[string]bool { return sayings(l) })
	return extract.Stage{Name: "tag", Needs: extract.Tokens | extract.Sentences, Gives: extract.Tags, Run: func(d *extract.Document) error {
		m, err := weights()
		if err != nil {
			return err
		}
		return run(d, m, forms())
	}}
}

// window bounds how many tokens the tagger sees at once, and so its memory.
const window = 1000

var buffers = sync.Pool{New: func() any {
	return &buffer{tokens: make([]prose.Token, 0, window), cases: &cases{seen: map[string]evidence{}}}
}}

type buffer struct {
	tokens   []prose.Token
	cases    *cases // nil in training
	fixed    []bool // by their form, of the tokens of the window
	words    []model.Word
	sequence model.Sequence
}

func run(d *extract.Document, m *model.Tagger, sayings map[string]bool) error {
	t, err := model.EnglishProse()
	if err != nil {
		return fmt.Errorf("prose model: %w", err)
	}
	words := english()
	b := buffers.Get().(*buffer)
	defer buffers.Put(b)
	b.cases.sayings = sayings
	b.cases.read(d)
	for _, s := range d.Sentences {
		b.cases.headline = headline(d, s.First, s.Last)
		for first := s.First; first < s.Last; first += window {
			if err := d.Stopped(); err != nil {
				return err
			}
			last := min(first+window, s.Last)
			b.tagWindow(t, d, first, last)
			b.prepare(d, first, last)
			b.sequence.Set(b.words)
			for i, tag := range b.sequence.Decide(m) {
				d.Tokens[first+i].XPOS = tag
			}
		}
		if !mixed(d, s.First, s.Last) {
			nameCapitals(d, s.First, s.Last)
		}
		b.cases.settle(d, s.First, s.Last)
		onlyVerbs(d, s.First, s.Last)
		personNouns(d, s.First, s.Last)
		verbsOfSaying(d, sayings, s.First, s.Last)
		for i := s.First; i < s.Last; i++ {
			d.Tokens[i].UPOS = upos(d, i, s.First, s.Last)
			d.Tokens[i].Lemma = words.lemma(d, i)
		}
	}
	return nil
}

// tagWindow fills XPOS of the tokens [first, last). Quotation marks are kept from the
// tagger, which was not trained on them.
func (b *buffer) tagWindow(t *model.Prose, d *extract.Document, first, last int) {
	b.tokens, b.fixed = b.tokens[:0], b.fixed[:0]
	for i := first; i < last; i++ {
		tok := &d.Tokens[i]
		tok.XPOS = markTag(d, i)
		b.fixed = append(b.fixed, tok.XPOS != "")
		if !extract.OneOf(tok.XPOS, "``", "''") {
			b.tokens = append(b.tokens, prose.Token{Text: plain(b.cases.form(d, i)), Start: i})
		}
	}
	t.TagTokens(b.tokens)
	for _, w := range b.tokens {
		if tok := &d.Tokens[w.Start]; tok.XPOS == "" {
			tok.XPOS = w.Tag
		}
	}
}

// prepare hashes the tokens [first, last), whose XPOS hold prose's tags.
func (b *buffer) prepare(d *extract.Document, first, last int) {
	b.words = b.words[:0]
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		fixed := b.fixed[i-first]
		if bracketed(d, i, first, last) {
			fixed, t.XPOS = true, "NNP"
		}
		opens := i == first || extract.OneOf(d.Tokens[i-1].XPOS, "``", ":")
		b.words = append(b.words, model.Look(b.cases.form(d, i), t.Norm, t.XPOS, opens, fixed))
	}
}

// Words is the tokens of a sentence as our tagger sees them. It learns from them.
func Words(d *extract.Document) ([]model.Word, error) {
	t, err := model.EnglishProse()
	if err != nil {
		return nil, fmt.Errorf("prose model: %w", err)
	}
	own, b := *d, &buffer{}
	own.Tokens = slices.Clone(d.Tokens)
	b.tagWindow(t, &own, 0, len(own.Tokens))
	b.prepare(&own, 0, len(own.Tokens))
	return b.words, nil
}

// bracketed reports whether token i is an acronym alone in brackets: (WHO). The web
// text of the treebank knows such words mostly as shouted pronouns.
func bracketed(d *extract.Document, i, first, last int) bool {
	if i == first || i+1 == last || d.Tokens[i-1].Norm != "(" || d.Tokens[i+1].Norm != ")" {
		return false
	}
	form := d.In(d.Tokens[i].Span)
	for k := range len(form) {
		if form[k] < 'A' || form[k] > 'Z' {
			return false
		}
	}
	return len(form) > 1
}

var straight = strings.NewReplacer("’", "'", "‘", "'")

// plain is the word as the model was trained to see it.
func plain(word string) string {
	switch word {
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	}
	if strings.IndexByte(word, "’"[0]) >= 0 {
		return straight.Replace(word)
	}
	return word
}
