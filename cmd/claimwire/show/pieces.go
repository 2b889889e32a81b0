package show

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

func number(article, claim int) string { return fmt.Sprintf("%d-%d", article, claim) }

// A role is what a span is to the piece of text under it.
type role int

const (
	asSource role = iota
	asCue
	asContent
	asQuantity
	asTime
	asPlace
)

// An edge is where a span starts (on) or ends.
type edge struct {
	at    int
	on    bool
	role  role
	claim string
}

// edges are the ends of all spans of the cards and of the values of the document, in
// text order; at one place, ends come before starts.
func edges(d *extract.Document, claims []card) []edge {
	var out []edge
	add := func(s extract.Span, r role, claim string) {
		if !s.Empty() {
			out = append(out, edge{s.Start, true, r, claim}, edge{s.End, false, r, claim})
		}
	}
	for _, c := range claims {
		if c.Source.Span != nil {
			add(*c.Source.Span, asSource, c.Number)
		}
		if c.Cue != nil {
			add(c.Cue.Span, asCue, c.Number)
		}
		for _, p := range c.Parts {
			add(p.Span, asContent, c.Number)
		}
		for _, q := range c.Quantities {
			add(q.Span, asQuantity, c.Number)
		}
		for _, t := range c.Times {
			add(t.Span, asTime, c.Number)
		}
		for _, p := range c.Places {
			add(p.Span, asPlace, c.Number)
		}
	}
	slices.SortStableFunc(out, func(a, b edge) int {
		if a.at != b.at {
			return a.at - b.at
		}
		if a.on != b.on {
			if a.on {
				return 1
			}
			return -1
		}
		return 0
	})
	return out
}

// blocks cuts the paragraphs of a document at the edges of the spans.
func blocks(d *extract.Document, claims []card) []block {
	todo := edges(d, claims)
	open := [asPlace + 1][]string{}
	turn := func(e edge) {
		if e.on {
			open[e.role] = append(open[e.role], e.claim)
			return
		}
		if i := slices.Index(open[e.role], e.claim); i >= 0 {
			open[e.role] = slices.Delete(open[e.role], i, i+1)
		}
	}
	var out []block
	for _, p := range d.Paragraphs {
		b := block{Section: p.Section}
		at := p.Start
		cut := func(to int) {
			if at < to {
				b.Pieces = append(b.Pieces, pieceOf(d.Text[at:to], &open))
				at = to
			}
		}
		for len(todo) > 0 && todo[0].at < p.End {
			cut(max(at, min(todo[0].at, p.End)))
			turn(todo[0])
			todo = todo[1:]
		}
		cut(p.End)
		for len(todo) > 0 && todo[0].at == p.End && !todo[0].on {
			turn(todo[0])
			todo = todo[1:]
		}
		out = append(out, b)
	}
	return out
}

func pieceOf(text string, open *[asPlace + 1][]string) piece {
	p := piece{Text: text, Source: list(open[asSource]), Cue: list(open[asCue]), Content: list(open[asContent])}
	var class []string
	for r, name := range map[role]string{asQuantity: "quantity", asTime: "time", asPlace: "place"} {
		if len(open[r]) > 0 {
			class = append(class, name)
		}
	}
	slices.Sort(class)
	p.Class = strings.Join(class, " ")
	return p
}

func list(claims []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(claims))), " ")
}
