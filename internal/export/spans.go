package export

import (
	"encoding/json"
	"io"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/offset"
)

// lines writes one JSON value an article.
type lines struct {
	json *json.Encoder
	of   func(*extract.Record) any
}

func jsonLines(of func(*extract.Record) any) func(io.Writer) Writer {
	return func(w io.Writer) Writer {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return &lines{e, of}
	}
}

func (l *lines) Write(r *extract.Record) error { return l.json.Encode(l.of(r)) }

func (l *lines) Close() error { return nil }

// prodigy is a task of Prodigy's spans_manual recipe: spans in characters, which may
// overlap. https://prodi.gy/docs/api-interfaces
func prodigy(r *extract.Record) any {
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Label string `json:"label"`
		Claim string `json:"claim"`
	}
	at := offset.New(r.Text, offset.Chars)
	spans := []span{}
	for i := range r.Claims {
		c := &r.Claims[i]
		for _, m := range marks(c) {
			spans = append(spans, span{at.At(m.Span.Start), at.At(m.Span.End), m.Label, c.ID})
		}
	}
	return map[string]any{"text": r.Text, "spans": spans, "meta": map[string]string{"id": r.ID}}
}

// doccano is a line of its sequence labelling with relations: entities in characters,
// and a relation from the cue of each claim to its source and content.
func doccano(r *extract.Record) any {
	type entity struct {
		ID    int    `json:"id"`
		Label string `json:"label"`
		Start int    `json:"start_offset"`
		End   int    `json:"end_offset"`
	}
	type relation struct {
		ID   int    `json:"id"`
		From int    `json:"from_id"`
		To   int    `json:"to_id"`
		Type string `json:"type"`
	}
	at := offset.New(r.Text, offset.Chars)
	entities, relations := []entity{}, []relation{}
	for i := range r.Claims {
		ms, base := marks(&r.Claims[i]), len(entities)
		for _, m := range ms {
			entities = append(entities, entity{len(entities), m.Label, at.At(m.Span.Start), at.At(m.Span.End)})
		}
		from, to := links(ms)
		for _, k := range to {
			relations = append(relations, relation{len(relations), base + from, base + k, "has" + ms[k].Label})
		}
	}
	return map[string]any{"text": r.Text, "entities": entities, "relations": relations, "article": r.ID}
}

// spacy is a document that spaCy's Doc.from_json reads, and so DocBin keeps: our
// tokens, those of white space as spaCy has them, and the claims' spans under
// Doc.spans["claims"], with the id of the claim as span_id.
func spacy(r *extract.Record) any {
	type token struct {
		ID    int `json:"id"`
		Start int `json:"start"`
		End   int `json:"end"`
	}
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Label string `json:"label"`
		KB    string `json:"kb_id"`
		ID    string `json:"span_id"`
	}
	at := offset.New(r.Text, offset.Chars)
	tokens := []token{}
	add := func(start, end int) {
		if start < end {
			tokens = append(tokens, token{len(tokens), at.At(start), at.At(end)})
		}
	}
	last := 0
	gap := func(start int) { // one blank belongs to the token before; all else is a token
		if len(tokens) > 0 && last < start && r.Text[last] == ' ' {
			last++
		}
		add(last, start)
	}
	for _, t := range r.Tokens {
		gap(t.Start)
		add(t.Start, t.End)
		last = t.End
	}
	gap(len(r.Text))
	spans := []span{}
	for i := range r.Claims {
		for _, m := range marks(&r.Claims[i]) {
			spans = append(spans, span{at.At(m.Span.Start), at.At(m.Span.End), m.Label, "", r.Claims[i].ID})
		}
	}
	return map[string]any{"text": r.Text, "tokens": tokens, "spans": map[string]any{"claims": spans}}
}
