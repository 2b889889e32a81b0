package extract

import "fmt"

// Check reports the first annotation that breaks an invariant: every span lies
// within the text, every recorded text equals the text under its span, and every
// index points at something. Tests run it after every stage, and the fuzz
// targets on any input.
func (d *Document) Check() error {
	for _, check := range [...]func() error{d.checkTokens, d.checkPhrases, d.checkSentences, d.checkSpans, d.checkAttributions, d.checkChains} {
		if err := check(); err != nil {
			return err
		}
	}
	for i := range d.Claims {
		if err := d.checkClaim(i); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkTokens() error {
	for i, t := range d.Tokens {
		if err := d.within("token", i, t.Span); err != nil {
			return err
		}
		if i > 0 && t.Start < d.Tokens[i-1].End {
			return fmt.Errorf("token %d starts at %d, before token %d ends", i, t.Start, i-1)
		}
	}
	return nil
}

func (d *Document) checkSentences() error {
	for i, p := range d.Paragraphs {
		if err := d.within("paragraph", i, p.Span); err != nil {
			return err
		}
	}
	for i, s := range d.Sentences {
		if err := d.within("sentence", i, s.Span); err != nil {
			return err
		}
		if s.First < 0 || s.First >= s.Last || s.Last > len(d.Tokens) || s.Paragraph < 0 || s.Paragraph >= len(d.Paragraphs) {
			return fmt.Errorf("sentence %d: tokens %d:%d of %d, paragraph %d of %d", i, s.First, s.Last, len(d.Tokens), s.Paragraph, len(d.Paragraphs))
		}
	}
	return nil
}

func (d *Document) checkSpans() error {
	for i, e := range d.Entities {
		if err := d.within("entity", i, e.Span); err != nil {
			return err
		}
	}
	for i, q := range d.Quantities {
		if err := d.same("quantity", i, q.Passage); err != nil {
			return err
		}
	}
	for i, t := range d.Times {
		if err := d.same("time", i, t.Passage); err != nil {
			return err
		}
	}
	for i, q := range d.Quotes {
		if err := d.within("quote", i, q.Span); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkAttributions() error {
	for i, a := range d.Attributions {
		for _, s := range append([]Span{a.Source, a.Cue, a.Addressee}, a.Content...) {
			if s == (Span{}) {
				continue
			}
			if err := d.within("attribution", i, s); err != nil {
				return err
			}
		}
		if a.Parent < -1 || a.Parent >= len(d.Attributions) {
			return fmt.Errorf("attribution %d: parent %d of %d", i, a.Parent, len(d.Attributions))
		}
	}
	return nil
}

func (d *Document) checkChains() error {
	for i, c := range d.Chains {
		for _, m := range c.Mentions {
			if m < 0 || m >= len(d.Entities) {
				return fmt.Errorf("chain %d: mention %d of %d entities", i, m, len(d.Entities))
			}
		}
	}
	return nil
}

func (d *Document) checkClaim(i int) error {
	c := &d.Claims[i]
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
	for _, p := range all {
		if err := d.same("claim", i, p); err != nil {
			return err
		}
	}
	return nil
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
