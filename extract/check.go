package extract

import (
	"cmp"
	"fmt"
)

// Check reports the first annotation that breaks an invariant: every span lies
// within the text, every recorded text equals the text under its span, and every
// index points at something. Tests run it after every stage, and the fuzz
// targets on any input.
func (d *Document) Check() error {
	return cmp.Or(d.checkTokens(), d.checkPhrases(), d.checkSentences(), d.checkSpans(), d.checkAttributions(), d.checkChains(),
		each(d.Claims, d.checkClaim))
}

func (d *Document) checkTokens() error {
	return each(d.Tokens, func(i int, t Token) error {
		if i > 0 && t.Start < d.Tokens[i-1].End {
			return fmt.Errorf("token %d starts at %d, before token %d ends", i, t.Start, i-1)
		}
		return d.within("token", i, t.Span)
	})
}

func (d *Document) checkSentences() error {
	return cmp.Or(each(d.Paragraphs, func(i int, p Paragraph) error { return d.within("paragraph", i, p.Span) }), each(d.Sentences, func(i int, s Sentence) error {
		if s.First < 0 || s.First >= s.Last || s.Last > len(d.Tokens) || s.Paragraph < 0 || s.Paragraph >= len(d.Paragraphs) {
			return fmt.Errorf("sentence %d: tokens %d:%d of %d, paragraph %d of %d", i, s.First, s.Last, len(d.Tokens), s.Paragraph, len(d.Paragraphs))
		}
		return d.within("sentence", i, s.Span)
	}))
}

func (d *Document) checkSpans() error {
	return cmp.Or(each(d.Entities, func(i int, e Entity) error { return d.within("entity", i, e.Span) }),
		each(d.Quantities, func(i int, q Quantity) error { return d.same("quantity", i, q.Passage) }),
		each(d.Times, func(i int, t Time) error { return d.same("time", i, t.Passage) }),
		each(d.Quotes, func(i int, q Quote) error { return d.within("quote", i, q.Span) }))
}

// each is the first fault that check finds in the items.
func each[T any](items []T, check func(i int, item T) error) error {
	for i := range items {
		if err := check(i, items[i]); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkAttributions() error {
	return each(d.Attributions, func(i int, a Attribution) error {
		if !index(a.Parent, len(d.Attributions)) {
			return fmt.Errorf("attribution %d: parent %d of %d", i, a.Parent, len(d.Attributions))
		}
		return each(append([]Span{a.Source, a.Cue, a.Addressee}, a.Content...), func(_ int, s Span) error {
			if s == (Span{}) {
				return nil
			}
			return d.within("attribution", i, s)
		})
	})
}

func (d *Document) checkChains() error {
	return each(d.Chains, func(i int, c Chain) error {
		return each(c.Mentions, func(_, m int) error {
			if m < 0 || m >= len(d.Entities) {
				return fmt.Errorf("chain %d: mention %d of %d entities", i, m, len(d.Entities))
			}
			return nil
		})
	})
}

func (d *Document) checkClaim(i int, c Claim) error {
	all := append(append([]Passage{}, c.Parts...), c.Hedges...)
	for _, p := range []*Passage{c.Cue, c.Addressee} {
		if p != nil {
			all = append(all, *p)
		}
	}
	if c.Source.Span != nil {
		all = append(all, Passage{c.Source.Mention, *c.Source.Span})
	}
	for _, q := range c.Quantities {
		all = append(all, q.Passage)
	}
	for _, t := range c.Times {
		all = append(all, t.Passage)
	}
	for _, p := range c.Places {
		all = append(all, p.Passage)
	}
	return each(all, func(_ int, p Passage) error { return d.same("claim", i, p) })
}

func (d *Document) within(what string, i int, s Span) error {
	if s.Start < 0 || s.End > len(d.Text) || s.Start >= s.End {
		return fmt.Errorf("%s %d: span %d:%d outside text of %d bytes", what, i, s.Start, s.End, len(d.Text))
	}
	return nil
}

func (d *Document) same(what string, i int, p Passage) error {
	if err := d.within(what, i, p.Span); err != nil {
		return err
	}
	if got := d.In(p.Span); got != p.Text {
		return fmt.Errorf("%s %d: recorded text %q, but %d:%d is %q", what, i, p.Text, p.Start, p.End, got)
	}
	return nil
}
