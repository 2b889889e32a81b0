package coref

import (
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// ways are how a mention that is no name comes to what it stands for, in words. Those
// of pronouns are weighed by the table of preferences.
var ways = map[string]string{
	"coref.ahead/1":       "it opens a sentence whose main clause names its subject later",
	"coref.own-speech/1":  "who speaks calls himself so inside his own quotation",
	"coref.description/1": "it names the role or the kind of what was spoken of last",
	"coref.lead/1":        "it opens the article on who is named next",
	"coref.goes-on/1":     "who has just spoken is called by something new",
	"coref.same-noun/1":   "it takes up an earlier phrase with the same noun",
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
		c := &d.Choices[i]
		switch {
		case c.Rule == "coref.pronoun/1":
			c.Why = fmt.Sprintf("score %d: near, spoken of often%s", c.Score, weights(c.Held))
			if !c.Next.Empty() {
				c.Why += fmt.Sprintf("; next %q with %d%s", d.In(c.Next), c.Against, weights(c.NextHeld))
			}
		case ways[c.Rule] != "":
			c.Why = ways[c.Rule]
		}
	}
}

// weights writes the preferences that held: ", coref.subject/1 +12".
func weights(held uint64) string {
	var b strings.Builder
	for i := range preferences {
		if held>>i&1 == 1 {
			fmt.Fprintf(&b, ", %s %+d", preferences[i].id, preferences[i].weight)
		}
	}
	return b.String()
}
