// Package segment finds tokens and sentences.
//
// Tokens follow the Penn Treebank as Universal Dependencies applies it to English:
// clitics (do|n’t, Cho|’s, can|not), currency signs, percent signs and units
// (£|3.5|m, 12|%, 5|pm) stand alone, and so do dashes, ellipses and brackets.
// Unlike there, words with hyphens stay whole (34-year-old), but a range of two
// numbers does not (40|-|60). Addresses, handles, hashtags, abbreviations with
// their full stop, decimals, times and dates in digits are one token each.
//
// A sentence never crosses a paragraph.
package segment

import (
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Stage fills Tokens and Sentences; and Paragraphs, all of them body, where no
// earlier stage did.
var Stage = With(nil)

// With is Stage with a caller's words: abbreviations and titles.
func With(l *lexicon.Lists) extract.Stage {
	v := sync.OnceValue(func() *vocabulary { return words(l) })
	return extract.Stage{
		Name:  "segment",
		Uses:  extract.Text | extract.Sections,
		Gives: extract.Tokens | extract.Sentences,
		Run:   func(d *extract.Document) error { return run(d, v()) },
	}
}

// bytesPerToken is a low estimate, so that the token slice seldom has to grow.
const bytesPerToken = 5

func run(d *extract.Document, v *vocabulary) error {
	if len(d.Paragraphs) == 0 {
		for _, s := range extract.SplitParagraphs(d.Text) {
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: s, Section: extract.Body})
		}
	}
	s := scanner{
		text:   d.Text,
		all:    d.Text,
		lower:  lowerASCII(d.Text),
		tokens: make([]extract.Token, 0, len(d.Text)/bytesPerToken+8),
		words:  v,
	}
	number, firsts := 0, []int(nil)
	for i, p := range d.Paragraphs {
		if err := d.Stopped(); err != nil {
			return err
		}
		first := len(s.tokens)
		s.scan(p.Span)
		for _, r := range s.sentences(first) {
			sentence := extract.Sentence{
				Span:      extract.Span{Start: s.tokens[r.first].Start, End: s.tokens[r.last-1].End},
				First:     r.first,
				Last:      r.last,
				Paragraph: i,
			}
			if len(firsts) == 0 || d.Sentences[len(d.Sentences)-1].Paragraph != i {
				firsts = append(firsts, r.first)
			}
			if p.Section == extract.Body {
				number++
				sentence.Number = number
			}
			d.Sentences = append(d.Sentences, sentence)
		}
	}
	s.mend(firsts)
	d.Tokens = s.tokens
	if s.cut {
		d.Warn("a sentence of more than %d words and marks was cut", maxSentence)
	}
	return nil
}
