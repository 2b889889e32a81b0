package coref

import (
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// ways are how a mention that is no name comes to what it stands for, in words. Those
// of pronouns are weighed by the table of preferences.
var ways = map[string]string{
	"coref.ahead/1":      "it opens a sentence whose main clause names its subject later",
	"coref.own-speech/1": "who speaks calls himself so inside his own quotation",
	"coref.writer/1":     "who signs the text below calls himself so in it",
	"coref.both/1":       "it takes up two who were named together",
	"coref.same-noun/1":  "it takes up an earlier phrase with the same noun",
}

// sameChain reports whether two mentions are known to be of one thing. No mention (-1) is
// the same as none.
func (r *resolver) sameChain(i, j int) bool {
	return i >= 0 && j >= 0 && r.mentions[i].chain >= 0 && r.mentions[i].chain == r.mentions[j].chain
}

// note keeps how pronoun k came to mention best, and which one came second (-1: none).
func (r *resolver) note(k, best, next, score, against int) {
	c := extract.Choice{Span: r.spanOf(k), Rule: "coref.pronoun/1", By: r.spanOf(best), Score: score, Held: r.held(best)}
	if next >= 0 {
		c.Next, c.Against, c.NextHeld = r.spanOf(next), against, r.held(next)
	}
	r.d.Choices = append(r.d.Choices, c)
}

// held are the preferences that hold between the pronoun under judgement and mention j.
func (r *resolver) held(j int) (bits uint64) {
	c := &r.pair
	c.a = &r.mentions[j]
	c.far = c.m.sentence - c.a.sentence
	for i := range preferences {
		if preferences[i].holds(c) {
			bits |= 1 << i
		}
	}
	return bits
}

// choose keeps that mention k stands for what mention j does.
func (r *resolver) choose(k, j int, rule string) {
	r.d.Choices = append(r.d.Choices, extract.Choice{Span: r.spanOf(k), Rule: rule, By: r.spanOf(j)})
}

func (r *resolver) spanOf(k int) extract.Span {
	return r.d.TokenSpan(r.mentions[k].first, r.mentions[k].last)
}

// Explain puts into words how each pronoun and description of a document that Stage ran on
// came to what it stands for: what spoke for it and against it, and what came second.
func Explain(d *extract.Document) {
	for i := range d.Choices {
		switch c := &d.Choices[i]; {
		case extract.OneOf(c.Rule, "coref.pronoun/1", "coref.description/1"):
			far := "near, spoken of often"
			if c.Rule == "coref.description/1" {
				far = "as near as it is"
			}
			c.Why = fmt.Sprintf("score %d: %s%s", c.Score, far, weights(c.Rule, c.Held))
			if !c.Next.Empty() {
				c.Why += fmt.Sprintf("; next %q with %d%s", d.In(c.Next), c.Against, weights(c.Rule, c.NextHeld))
			}
		case ways[c.Rule] != "":
			c.Why = ways[c.Rule]
		}
	}
}

// weights writes what held of the table of a rule: ", coref.subject/1 +12".
func weights(rule string, held uint64) string {
	var b strings.Builder
	for i := range 64 {
		switch {
		case held>>i&1 == 0:
		case rule == "coref.pronoun/1":
			fmt.Fprintf(&b, ", %s %+d", preferences[i].id, preferences[i].weight)
		default:
			fmt.Fprintf(&b, ", %s %+d", traits[i].id, traits[i].weight)
		}
	}
	return b.String()
}
