package attribution

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// write turns the drafts into the document's attributions.
func (r *reader) write() {
	for i := range r.drafts {
		d := &r.drafts[i]
		a := extract.Attribution{
			Source: r.span(d.source), Head: d.head, Cue: r.span(d.cue), CueHead: d.cueHead,
			Content: sorted(d.content), Addressee: r.span(d.addressee), Kind: d.kind, Stance: d.stance,
			Negated: d.negated, Parent: d.parent, Rule: d.rule, Conf: r.cues.conf[d.rule], Why: d.why,
		}
		a.Type = r.typeOf(a.Content, d.direct)
		r.d.Attributions = append(r.d.Attributions, a)
		r.mark(len(r.d.Attributions) - 1)
	}
}

// sorted puts parts in text order without overlap.
func sorted(parts []extract.Span) []extract.Span {
	slices.SortFunc(parts, func(a, b extract.Span) int { return a.Start - b.Start })
	out := parts[:0]
	for _, p := range parts {
		if n := len(out); n > 0 && p.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}

// typeOf is direct if every word of the content is quoted, mixed if some are.
func (r *reader) typeOf(content []extract.Span, spoken bool) string {
	in, out := 0, 0
	for _, s := range content {
		a, b := r.d.TokensIn(s)
		for i := a; i < b; i++ {
			switch {
			case r.d.Tokens[i].UPOS == "PUNCT":
			case r.quote[i] >= 0 && (spoken || r.d.Quotes[r.quote[i]].Use == speech):
				in++
			default:
				out++
			}
		}
	}
	switch {
	case in == 0:
		return extract.Indirect
	case out == 0:
		return extract.Direct
	}
	return extract.Mixed
}

// mark records which attribution a quotation belongs to.
func (r *reader) mark(i int) {
	for _, s := range r.d.Attributions[i].Content {
		a, b := r.d.TokensIn(s)
		for k := a; k < b; k++ {
			if q := r.quote[k]; q >= 0 && r.d.Quotes[q].Attributed < 0 {
				r.d.Quotes[q].Attributed = i
			}
		}
	}
}
