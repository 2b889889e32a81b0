package attribution

import (
	"strings"
	"unicode"

	"github.com/claimwire/claimwire/extract"
)

// tryColon drafts the headline form "Lee: Bridge must close".
func (r *reader) tryColon(t int) {
	if r.norm(t) != ":" || t-r.first > 6 || r.last-t < 4 || !r.isHeadline() {
		return
	}
	w := words{r.first, t}
	for i := w.a; i < w.b; i++ {
		if !r.tagged(i, "NNP", "NNPS") {
			return
		}
	}
	d := draft{rule: "attr.headline-colon/1", source: w, head: t - 1, cue: words{t, t + 1}, cueHead: t, stance: "assert"}
	if d, ok := r.fill(d, t+1, r.last); ok {
		r.keep(d)
	}
}

// isHeadline reports whether the sentence is a title, or a first line without verbs around it.
func (r *reader) isHeadline() bool {
	p := r.d.Sentences[r.index].Paragraph
	return r.d.Paragraphs[p].Section == extract.Title || p == 0
}

// transcripts drafts the turns of a transcript: a paragraph that opens with a name in
// capitals and a colon.
func (r *reader) transcripts() {
	for i := range r.d.Paragraphs {
		p := &r.d.Paragraphs[i]
		if !reports(p.Section) {
			continue
		}
		colon := strings.IndexByte(r.d.In(p.Span), ':')
		if colon < 2 || colon > 30 || !isSpeaker(r.d.Text[p.Start:p.Start+colon]) || p.Len()-colon < 12 {
			continue
		}
		r.turn(p, p.Start+colon)
	}
}

// isSpeaker reports whether the label of a turn is a name in capitals.
func isSpeaker(label string) bool {
	letters := 0
	for _, c := range label {
		switch {
		case unicode.IsUpper(c):
			letters++
		case unicode.IsLower(c) || unicode.IsDigit(c):
			return false
		}
	}
	return letters >= 2
}

func (r *reader) turn(p *extract.Paragraph, colon int) {
	a, b := r.d.TokensIn(extract.Span{Start: p.Start, End: colon})
	c, e := r.d.TokensIn(extract.Span{Start: colon, End: p.End})
	for a < b && r.isMarkAt(a) {
		a++
	}
	if a >= b || e-c < 3 || r.norm(c) != ":" {
		return
	}
	for i := range r.drafts {
		if d := &r.drafts[i]; d.cue.a >= a && d.cue.a < e {
			d.dropped = true
		}
	}
	r.drafts = append(r.drafts, draft{
		rule: "attr.transcript/1", source: words{a, b}, head: b - 1, cue: words{c, c + 1}, cueHead: c, stance: "assert", parent: -1,
		sentence: r.d.SentenceAt(p.Start), direct: true, content: []extract.Span{r.span(words{c + 1, e})},
	})
}

// bylinedQuotes drafts a paragraph that is a quotation, a dash and a name.
func (r *reader) bylinedQuotes() {
	for q := range r.d.Quotes {
		e := &r.d.Quotes[q]
		if e.Depth > 0 || e.Paragraph >= len(r.d.Paragraphs) || e.Start != r.d.Paragraphs[e.Paragraph].Start {
			continue
		}
		r.bylined(q)
	}
}

func (r *reader) bylined(q int) {
	e := &r.d.Quotes[q]
	p := r.d.Paragraphs[e.Paragraph]
	a, b := r.d.TokensIn(extract.Span{Start: e.End, End: p.End})
	if b-a < 2 || b-a > 8 || !strings.ContainsAny(r.norm(a), "-—–―") || r.tag(a + 1)[0] != 'N' {
		return
	}
	end := a + 1
	for end < b && r.tag(end) != "," && (r.tag(end) != "." || end < b-1) {
		end++
	}
	r.drafts = append(r.drafts, draft{
		rule: "attr.dash-name/1", source: words{a + 1, end}, head: end - 1, cue: words{a, a + 1}, cueHead: a, stance: "assert", parent: -1,
		sentence: r.d.SentenceAt(p.Start), direct: true, content: []extract.Span{e.Inner},
	})
}
