package extract

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
)

// A Record is what annotate writes for a document, version doc/1: what is known
// about the article, its text, and the layers asked for.
type Record struct {
	V             string          `json:"v"`
	ID            string          `json:"id"`  // the caller's id; Doc where there is none
	Doc           string          `json:"doc"` // DocID of the text
	URL           string          `json:"url,omitempty"`
	Title         string          `json:"title,omitempty"`
	Dek           string          `json:"dek,omitempty"`
	Published     Timestamp       `json:"published,omitzero"`
	PublishedFrom string          `json:"published_from,omitempty"`
	Authors       []string        `json:"authors,omitempty"`
	Agency        string          `json:"agency,omitempty"`
	Site          string          `json:"site,omitempty"`
	Lang          string          `json:"lang,omitempty"`
	Paywall       bool            `json:"paywall,omitempty"`
	DuplicateOf   string          `json:"duplicate_of,omitempty"` // id of the first article of the run with this body, exactly or nearly; set where asked for
	Warnings      []string        `json:"warnings,omitempty"`     // what was lost without the article being lost
	Sections      []Section       `json:"sections"`
	SHA256        string          `json:"text_sha256"`
	Text          string          `json:"text"`
	Sentences     []SentenceEntry `json:"sentences,omitempty"`
	Tokens        []TokenEntry    `json:"tokens,omitempty"`
	Entities      []EntityEntry   `json:"entities,omitempty"`
	Chains        []ChainEntry    `json:"chains,omitempty"`
	Quantities    []Quantity      `json:"quantities,omitempty"`
	Times         []Time          `json:"times,omitempty"`
	Quotes        []QuoteEntry    `json:"quotes,omitempty"`
	Claims        []Claim         `json:"claims,omitempty"`
	Extra         map[string]any  `json:"extra,omitempty"` // the caller's own fields
	Engine        *Engine         `json:"engine,omitempty"`
}

// A SentenceEntry is a sentence in a Record.
type SentenceEntry struct {
	Number  int    `json:"n"`
	Section string `json:"section"`
	Span
}

// A TokenEntry is a token in a Record.
type TokenEntry struct {
	Span
	Lemma string `json:"lemma,omitempty"`
	UPOS  string `json:"upos,omitempty"`
	XPOS  string `json:"xpos,omitempty"`
}

// An EntityEntry is a mention in a Record.
type EntityEntry struct {
	Passage
	Type  string `json:"type"`
	Name  string `json:"name,omitempty"`
	Role  string `json:"role,omitempty"`
	ISO   string `json:"iso,omitempty"`
	Chain *int   `json:"chain,omitempty"` // index in chains
}

// A ChainEntry is a chain in a Record.
type ChainEntry struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Role     string `json:"role,omitempty"`
	ISO      string `json:"iso,omitempty"`
	Mentions []int  `json:"mentions"` // indexes in entities
}

// A QuoteEntry is a quotation in a Record.
type QuoteEntry struct {
	Span
	Depth int    `json:"depth"`
	Use   string `json:"use"`
}

// Record gathers the document's text and those of its layers that are in want.
func (d *Document) Record(want Layer) *Record {
	sum, doc := sha256.Sum256([]byte(d.Text)), DocID(d.Text)
	r := &Record{
		V: "doc/1", ID: cmp.Or(d.ID, doc), Doc: doc, URL: d.URL, Title: d.Title, Dek: d.Dek,
		Published: d.Published, PublishedFrom: d.PublishedFrom, Authors: d.Authors,
		Agency: d.Agency, Site: d.Site, Lang: d.Lang, Paywall: d.Paywall, Warnings: d.Warnings,
		Sections: d.Sections, SHA256: hex.EncodeToString(sum[:]), Text: d.Text, Extra: d.Extra, Engine: d.Engine,
	}
	want &= d.Has
	if want&Sentences != 0 {
		for _, s := range d.Sentences {
			r.Sentences = append(r.Sentences, SentenceEntry{s.Number, d.Paragraphs[s.Paragraph].Section, s.Span})
		}
	}
	if want&Tokens != 0 {
		r.Tokens = d.tokenEntries()
	}
	if want&Entities != 0 {
		r.Entities = d.entityEntries()
	}
	if want&Chains != 0 {
		for _, c := range d.Chains {
			r.Chains = append(r.Chains, ChainEntry{c.Name, c.Type, c.Role, c.ISO, c.Mentions})
		}
	}
	if want&Quantities != 0 {
		r.Quantities = d.Quantities
	}
	if want&Times != 0 {
		r.Times = d.Times
	}
	if want&Quotes != 0 {
		for _, q := range d.Quotes {
			r.Quotes = append(r.Quotes, QuoteEntry{q.Span, q.Depth, q.Use})
		}
	}
	if want&Claims != 0 {
		r.Claims = d.Claims
	}
	return r
}

func (d *Document) tokenEntries() []TokenEntry {
	out := make([]TokenEntry, len(d.Tokens))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		out[i] = TokenEntry{Span: t.Span, Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS}
	}
	return out
}

func (d *Document) entityEntries() []EntityEntry {
	out := make([]EntityEntry, len(d.Entities))
	for i := range d.Entities {
		e := &d.Entities[i]
		out[i] = EntityEntry{Passage: d.Passage(e.Span), Type: e.Type, Name: e.Name, Role: e.Role, ISO: e.ISO}
		if d.Has&Chains != 0 && e.Chain >= 0 {
			out[i].Chain = &e.Chain
		}
	}
	return out
}

// ParseLayers reads a list of layer names; "all" is every layer.
func ParseLayers(names []string) (Layer, error) {
	var l Layer
	for _, n := range names {
		bit, err := parseLayer(n)
		if err != nil {
			return 0, err
		}
		l |= bit
	}
	return l, nil
}
