package claimwire

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// guarded holds an own stage to what it declares: whatever it changes beside that, our
// records and later stages would silently be wrong.
func guarded(s extract.Stage) extract.Stage {
	run := s.Run
	s.Run = func(d *extract.Document) error {
		d.Extra = maps.Clone(d.Extra) // the caller's article keeps its own
		if d.Extra == nil {
			d.Extra = map[string]any{}
		}
		before := take(d)
		if err := run(d); err != nil {
			return err
		}
		if len(d.Extra) == 0 {
			d.Extra = nil
		}
		if changed := before.changed(d) &^ (s.Gives | s.Edits); changed != 0 {
			return fmt.Errorf("the stage changed %s, which it declares neither in Gives nor in Edits", changed)
		}
		if err := d.Check(); err != nil {
			return fmt.Errorf("the stage left a document that is not sound: %w", err)
		}
		return nil
	}
	return s
}

// A snapshot is a copy of all layers.
type snapshot struct {
	text string
	doc  extract.Document
}

func take(d *extract.Document) *snapshot {
	s := &snapshot{d.Text, extract.Document{
		Paragraphs: slices.Clone(d.Paragraphs), Tokens: slices.Clone(d.Tokens), Sentences: slices.Clone(d.Sentences),
		Entities: slices.Clone(d.Entities), Quantities: slices.Clone(d.Quantities), Times: slices.Clone(d.Times),
		Quotes: slices.Clone(d.Quotes), Attributions: slices.Clone(d.Attributions), Chains: slices.Clone(d.Chains),
		Sources: slices.Clone(d.Sources), Claims: slices.Clone(d.Claims),
	}}
	for i := range s.doc.Attributions {
		a := &s.doc.Attributions[i]
		a.Content, a.Why = slices.Clone(a.Content), slices.Clone(a.Why)
	}
	for i := range s.doc.Chains {
		s.doc.Chains[i].Mentions = slices.Clone(s.doc.Chains[i].Mentions)
	}
	for i := range s.doc.Sources {
		s.doc.Sources[i].Span = copied(s.doc.Sources[i].Span)
	}
	for i := range s.doc.Claims {
		c := &s.doc.Claims[i]
		c.Cue, c.Addressee, c.Source.Span = copied(c.Cue), copied(c.Addressee), copied(c.Source.Span)
		c.Parts, c.Hedges, c.Places = slices.Clone(c.Parts), slices.Clone(c.Hedges), slices.Clone(c.Places)
		c.Quantities, c.Times = slices.Clone(c.Quantities), slices.Clone(c.Times)
	}
	return s
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

// changed is the layers that differ from the snapshot.
func (s *snapshot) changed(d *extract.Document) (out extract.Layer) {
	was := &s.doc
	for _, l := range []struct {
		layer extract.Layer
		same  bool
	}{
		{extract.Text, s.text == d.Text},
		{extract.Sections, slices.Equal(was.Paragraphs, d.Paragraphs)},
		{extract.Tokens, slices.Equal(was.Tokens, d.Tokens)},
		{extract.Sentences, slices.Equal(was.Sentences, d.Sentences)},
		{extract.Entities, slices.Equal(was.Entities, d.Entities)},
		{extract.Quantities, slices.Equal(was.Quantities, d.Quantities)},
		{extract.Times, slices.Equal(was.Times, d.Times)},
		{extract.Quotes, slices.Equal(was.Quotes, d.Quotes)},
		{extract.Attributions, equal(was.Attributions, d.Attributions)},
		{extract.Chains, equal(was.Chains, d.Chains)},
		{extract.Sources, equal(was.Sources, d.Sources)},
		{extract.Claims, equal(was.Claims, d.Claims)},
	} {
		if !l.same {
			out |= l.layer
		}
	}
	return out
}

// equal compares items that hold slices or pointers. No item and nil are the same.
func equal[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || reflect.DeepEqual(a, b))
}
