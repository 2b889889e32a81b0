package attribution

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// write turns the drafts into the document's attributions.
func (r *reader) write() {
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.rule == "attr.silent/1" { // declined to comment: nothing is told
			d.content = nil
		}
		a := extract.Attribution{
			Source: r.span(d.source), Head: d.head, Cue: r.span(d.cue), CueHead: d.cueHead,
			Content: sorted(d.content), Addressee: r.span(d.addressee), Kind: d.kind, Stance: d.stance,
			Negated: d.negated, Parent: d.parent, Rule: d.rule, Why: d.why,
		}
		if own := r.ownCue(d.cueHead); own != "" {
			a.Rule += "+" + own
		}
		if d.edge != "" {
			a.Why = append(a.Why, "content ends: "+d.edge)
		}
		a.Type = r.typeOf(a.Content, d.direct)
		r.d.Attributions = append(r.d.Attributions, a)
		r.mark(len(r.d.Attributions) - 1)
	}
}

// ownCue is the line of the caller's list that makes a word a cue; "" if ours does.
func (r *reader) ownCue(t int) string {
	if t < 0 {
		return ""
	}
	list := map[byte]map[string]*cue{'V': r.cues.verbs, 'N': r.cues.nouns, 'J': r.cues.adjectives, 'R': r.cues.adverbs}[(r.tag(t) + " ")[0]]
	if c := list[r.lemma(t)]; c != nil {
		return c.own
	}
	return ""
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

// typeOf is direct if every word of the content is quoted, and mixed if some are, but for a few in
// passing, wherever the comma stands: it was “a farce,” she said.
func (r *reader) typeOf(content []extract.Span, spoken bool) string {
	quoted, plain := 0, 0
	for _, s := range content {
		a, b := r.d.TokensIn(s)
		for i := a; i < b; i++ {
			switch q := r.quote[i]; {
			case r.d.Tokens[i].UPOS == "PUNCT":
			case q >= 0 && (spoken || r.d.Quotes[q].Use == speech || r.d.Quotes[q].Use == scare):
				quoted++
			default:
				plain++
			}
		}
	}
	switch {
	case quoted == 0, plain > 0 && quoted <= scareWords:
		return extract.Indirect
	case plain == 0:
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

// Explain adds to the Why of each attribution of a document that With(l) ran on the
// example of the rule that made it, and what the next rule of the table that fits the
// same cue would have said. The stage leaves this out, for it is not asked for in a run
// over many articles. A second call adds nothing.
func Explain(d *extract.Document, l *lexicon.Lists) {
	r := newReader(d, english(l))
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if n := len(a.Why); n > 0 && strings.HasPrefix(a.Why[n-1], runnerUp) {
			continue
		}
		if example := exampleOf(ruleOf(a)); example != "" {
			a.Why = append(a.Why, "example: "+example)
		}
		a.Why = append(a.Why, runnerUp+r.runnerUp(a))
	}
}

const runnerUp = "runner-up: "

// ruleOf is the rule of an attribution without the line of own words that it rests on.
func ruleOf(a *extract.Attribution) string {
	id, _, _ := strings.Cut(a.Rule, "+")
	return id
}

// otherRules are the rules whose cue is no verb, or none that the lexicon knows; they match where
// the words are met.
var otherRules = []rule{
	{id: "attr.according/1", example: "The bridge is unsafe, according to a report by the port.", want: "a report by the port | according to | The bridge is unsafe"},
	{id: "attr.adverb/1", example: "The bridge is reportedly unsafe.", want: "- | reportedly | The bridge is reportedly unsafe"},
	{id: "attr.adjective/1", example: "Lee is confident that the bridge will hold.", want: "Lee | is confident | the bridge will hold"},
	{id: "attr.noun/1", example: "Nobody shared Lee's fear that the bridge would fall.", want: "Lee | fear | the bridge would fall"},
	{id: "attr.headline-colon/1", example: "Ann Lee: “Bridge will close in May”", want: "Ann Lee | : | Bridge will close in May"},
	{id: "attr.headline/1", example: "Poll Shows Lead For Mayor", want: "Poll | Shows | Lead For Mayor"},
	{id: "attr.transcript/1", example: "LEE: The bridge will close in May.", want: "LEE | : | The bridge will close in May."},
	{id: "attr.dash-name/1", example: "“The bridge will close in May.” — Ann Lee", want: "Ann Lee | — | The bridge will close in May."},
	{id: "attr.bare/1", example: "Lee rows to work. “I love the river.”", want: "Lee |  | I love the river."},
	{id: "attr.lead-in/1", example: "The port issued a short statement: “The bridge is closed.”", want: "The port | issued a short statement: | The bridge is closed."},
}

func exampleOf(id string) string {
	for _, rules := range [][]rule{verbRules, otherRules} {
		for i := range rules {
			if rules[i].id == id {
				return rules[i].example + " (" + rules[i].want + ")"
			}
		}
	}
	return ""
}

// runnerUp is what the first rule that fits the cue of a would say of it, if the rule
// of a and all before it were not there.
func (r *reader) runnerUp(a *extract.Attribution) string {
	won := slices.IndexFunc(verbRules, func(x rule) bool { return x.id == ruleOf(a) })
	if won < 0 || a.CueHead < 0 {
		return "none, for the cue is no verb"
	}
	c := r.cues.verbs[r.lemma(a.CueHead)]
	r.enter(r.d.SentenceAt(r.d.Tokens[a.CueHead].Start))
	v := r.verbGroup(a.CueHead)
	v.cue = c
	r.takeSupport(&v)
	r.findSubject(&v)
	for _, rule := range verbRules[won+1:] {
		if c == nil || rule.frame != 0 && c.frames&rule.frame == 0 {
			continue
		}
		w := v
		if d, ok := rule.match(r, &w); ok {
			return rule.id + " would have said " + r.said(&d)
		}
	}
	return "none, no later rule fits the cue"
}

// said writes a draft as the examples of rules do: source | cue | content.
func (r *reader) said(d *draft) string {
	var parts []string
	for _, s := range d.content {
		parts = append(parts, r.d.In(s))
	}
	source := "-"
	if !d.source.empty() {
		source = r.d.In(r.span(d.source))
	}
	return fmt.Sprintf("%s | %s | %s", source, r.d.In(r.span(d.cue)), strings.Join(parts, " || "))
}
