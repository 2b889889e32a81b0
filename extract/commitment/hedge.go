package commitment

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// hedge gathers the hedges of tokens [first, last) outside relative clauses.
func (a *Reader) hedge(r *Reading, first, last int) {
	var skip relative
	for k := first; k < last; k++ {
		if skip.in(a, k, first) {
			continue
		}
		for _, h := range hedges()[a.norm(k)] {
			if h.stance == "" && strings.HasPrefix(a.tag(k), h.tag) && a.hedges(k, h) && !a.isAsideHedge(k, first) {
				r.lower(a.Passage(a.Tokens[k].Span), h.level)
				break
			}
		}
	}
}

// lower notes a hedge. The weakest of all counts.
func (r *Reading) lower(p extract.Passage, level string) {
	r.hedges = append(r.hedges, p)
	if r.level != possible {
		r.level = level
	}
}

// hedges reports whether the listed word at token k hedges here: a participle does in
// the passive ("is expected to").
func (a *Reader) hedges(k int, h hedge) bool {
	switch a.lemma(k) {
	case "possible":
		return !a.isUtmost(k)
	case "likely":
		return !a.polled(k) && !a.isCompared(k)
	case "appear":
		return a.seems(k)
	}
	if a.norm(k) == "could" && (a.norm(k+1) == "n't" || a.norm(k+1) == "not") {
		return false // could not escape: he did not
	}
	switch h.tag {
	case "VBN":
		return a.norm(k+1) == "to" && a.passive(k)
	case "JJ": // an apparent suicide, not "the reason was apparent"
		return a.lemma(k) == "conceivable" || modifies(a.tag(k+1))
	case "":
		return a.tag(k) != "NNP"
	}
	return true
}

// isAsideHedge reports whether the hedge at token k bears on something that the content only
// mentions: an indirect question (how laws | might help), or a noun behind a preposition (charged over | alleged fraud).
func (a *Reader) isAsideHedge(k, first int) bool {
	if n := a.NounAt(k); n >= 0 && a.norm(k) == "alleged" {
		return a.Nouns[n].Prep >= 0
	}
	v := a.VerbAt(k)
	if v < 0 || a.Verbs[v].Own < 0 {
		return false
	}
	c := &a.Clauses[a.Verbs[v].Own]
	if a.givesReason(a.Verbs[v].Own, first) {
		return true
	}
	if c.Kind == extract.RelativeClause && c.First > first && a.tag(k) != "MD" { // the goods | they are supposed to bring
		return true
	}
	if c.Mark == first && a.norm(first) == "how" && a.norm(k) == "could" { // describes | how he could solve it
		return true
	}
	return c.Kind == extract.ComplementClause && c.Mark > first && in(a.norm(c.Mark), "how", "why", "what", "where", "who", "which") && c.Parent >= 0
}

// givesReason reports whether clause c, within a content from token first on, lies in a reason or an end
// of what the content tells: it closed | because it might fall.
func (a *Reader) givesReason(c, first int) bool {
	for n := 0; n < deepClauses && c >= 0; n++ {
		if k := &a.Clauses[c]; k.Kind == extract.AdverbialClause && k.First > first && k.Mark > first && in(a.norm(k.Mark), "because", "so") {
			return true
		}
		c = a.Clauses[c].Parent
	}
	return false
}

// isUtmost reports whether "possible" at token k only strengthens the word before it: as
// much as is possible, wherever possible, the best possible.
func (a *Reader) isUtmost(k int) bool {
	switch a.norm(k - 1) {
	case "as", "if", "where", "wherever", "when", "whenever", "every", "all":
		return true
	case "is", "was":
		return a.norm(k-2) == "as" || a.norm(k-2) == "than"
	}
	return a.tag(k-1) == "JJS" || a.tag(k-1) == "RBS"
}

// polled reports whether "likely" at token k only says whom a poll asked: likely voters,
// likely Republican primary voters.
func (a *Reader) polled(k int) bool {
	for i := k + 1; i < k+5; i++ {
		switch w := a.norm(i); {
		case w == "voter" || w == "voters" || w == "caucusgoers" || w == "electorate":
			return true
		case !modifies(a.tag(i)):
			return false
		}
	}
	return false
}

// isCompared reports whether "likely" at token k compares how often something happens: less
// likely to smoke, twice as likely, more likely than men. "More likely than not" hedges.
func (a *Reader) isCompared(k int) bool {
	switch a.norm(k - 1) {
	case "less", "as", "equally":
		return true
	case "more":
		for i := k + 1; i < k+12 && a.norm(i) != "." && a.norm(i) != ""; i++ {
			if a.norm(i) == "than" {
				return a.norm(i+1) != "not"
			}
		}
	}
	return false
}

// seems reports whether a form of appear at token k says how something looks: "appears to
// be", "appeared calm"; not "appeared on a show".
func (a *Reader) seems(k int) bool {
	for k++; a.tag(k) == "RB"; k++ {
	}
	switch a.norm(k) {
	case "that", "like", "to":
		return true
	case "as":
		return in(a.norm(k+1), "if", "though")
	}
	return strings.HasPrefix(a.tag(k), "JJ") || a.tag(k) == "VBN" || a.tag(k) == "VBG"
}

// hedgeBefore reads the adverbs that stand between a cue and its content: "he said perhaps
// | the bridge was closed".
func (a *Reader) hedgeBefore(parts []extract.Span, r *Reading) {
	for _, p := range parts {
		first, _ := a.TokensIn(p)
		for i := first - 1; i >= 0 && i >= first-3; i-- {
			if a.isMark(i) || a.norm(i) == "that" {
				continue
			}
			h := hedges()[a.norm(i)]
			if len(h) == 0 || h[0].tag != "" || a.inContent(a.Tokens[i].Span) {
				break
			}
			r.lower(a.Passage(a.Tokens[i].Span), h[0].level)
		}
	}
}
