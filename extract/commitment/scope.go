package commitment

import (
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// deepClauses bounds how many clauses are looked outwards through.
const deepClauses = 8

// isAside reports whether token k, in a content that begins at token first, lies in what the
// content only mentions, compares or gives as a reason, a time or an end: then its hedges and
// conditions are not those of the content.
func (a *Reader) isAside(k, first int) bool { return a.isAsideFrom(a.ClauseAt(k), a.VerbAt(k), first) }

// isAsideFrom is isAside for what stands in clause c, in verb group v if that is not -1.
func (a *Reader) isAsideFrom(c, v, first int) bool {
	for n := 0; n < deepClauses && c >= 0 && a.Clauses[c].First > first; n++ {
		if k := &a.Clauses[c]; a.mentions(k) && !a.ranOver(k, v) {
			return true
		}
		c = a.Clauses[c].Parent
	}
	return false
}

// ranOver reports whether clause c took in the verb of the clause around it, which has none of its own
// in the content: the man who left was ill. Then group v, behind the verb of c, belongs out there.
func (a *Reader) ranOver(c *extract.Clause, v int) bool {
	if c.Parent < 0 || v < 0 {
		return false
	}
	if g := &a.Verbs[v]; g.Finite && g.Own < 0 {
		return true
	}
	outer := &a.Clauses[c.Parent]
	if v == outer.Verb {
		return true
	}
	if outer.Verb >= 0 && a.inContent(a.Tokens[a.Verbs[outer.Verb].First].Span) {
		return false
	}
	return v > c.Verb || c.Kind == extract.RelativeClause && c.Mark < 0 && !a.goesOn(c) || outer.Subject >= 0 && c.Mark >= 0 && in(a.norm(c.Mark), "as", "than", "before", "after", "until", "since")
}

// goesOn reports whether a finite verb follows that of clause c within a content.
func (a *Reader) goesOn(c *extract.Clause) bool {
	for v := c.Verb + 1; v < len(a.Verbs) && v <= c.Verb+deepClauses && a.inContent(a.Tokens[a.Verbs[v].First].Span); v++ {
		if a.Verbs[v].Finite {
			return a.Verbs[v].First < a.Clauses[c.Parent].Last
		}
	}
	return false
}

// mentions reports whether the clause around c does not state c.
func (a *Reader) mentions(c *extract.Clause) bool {
	switch c.Kind {
	case extract.RelativeClause:
		return (c.Mark >= 0 || !isQuoteMark(a.tag(c.First-1))) && !a.isTold(c)
	case extract.AdverbialClause:
		return c.Mark < 0 || a.norm(c.Mark) != "like"
	case extract.ComplementClause:
		if c.Mark >= 0 && in(a.norm(c.Mark), "how", "why", "what", "where", "who", "which", "whether", "if") ||
			c.OfVerb >= 0 && a.lemma(a.Verbs[c.OfVerb].Head) == "ensure" || a.norm(c.First-1) == "sure" && a.lemma(c.First-2) == "make" {
			return true
		}
		so := c.First - 1
		if in(a.norm(so), "aware", "unaware", "pleased", "glad", "proud", "relieved", "grateful", "thankful", "delighted") { // not aware that it could fall
			return true
		}
		if a.norm(c.First) == "so" {
			so++
		}
		return a.norm(so) == "so" && !a.IsMark(so-1)
	}
	return false
}

// isTold reports whether a relative clause is none, but tells what the noun before it is about, and there is
// such a thing: there were signs that it may fall.
func (a *Reader) isTold(c *extract.Clause) bool {
	if c.OfNoun < 0 || c.Subject < 0 || c.Mark >= 0 && a.norm(c.Mark) != "that" {
		return false
	}
	n := &a.Nouns[c.OfNoun]
	return tellingNouns()[a.lemma(n.Head)] && in(a.lemma(n.First-1), "be", "have", "see", "show")
}

// inOthers reports whether token k lies in one of the stretches of a content that are not its own.
func (a *Reader) inOthers(k int, m manner) bool {
	return k < len(a.Tokens) && slices.ContainsFunc(m.others, func(s extract.Span) bool { return s.Contains(a.Tokens[k].Span) })
}

// othersIn are the contents of other people's acts, by the attribution that they lie in:
// what these do not commit to is no doubt of the outer source's.
func othersIn(d *extract.Document) map[*extract.Attribution][]extract.Span {
	m := map[*extract.Attribution][]extract.Span{}
	for i := range min(len(d.Attributions), len(d.Sources)) {
		at := &d.Attributions[i]
		if at.Parent < 0 || at.Source.Empty() {
			continue
		}
		switch outer := &d.Attributions[at.Parent]; {
		case !in(d.Sources[i].Kind, "person", "group", "organisation", "anonymous"):
		case isSelf(strings.ToLower(d.In(at.Source)), outer.Type == extract.Direct):
		case d.Sources[i].Name != "" && d.Sources[i].Name == d.Sources[at.Parent].Name:
		default:
			m[outer] = append(m[outer], at.Content...)
		}
	}
	return m
}

// isSelf reports whether a pronoun can mean the source itself, in its own words or in another's.
func isSelf(w string, direct bool) bool {
	return in(w, "i", "we") || !direct && in(w, "he", "she", "they", "it")
}

// quotedIn are the quotations within a quotation that starts before token first.
func (a *Reader) quotedIn(p extract.Span) []extract.Span {
	var inner []extract.Span
	for i := sort.Search(len(a.Quotes), func(i int) bool { return a.Quotes[i].Start >= p.Start }); i < len(a.Quotes) && a.Quotes[i].Start < p.End; i++ {
		if q := &a.Quotes[i]; q.Depth > 0 && q.Start > p.Start {
			inner = append(inner, q.Span)
		}
	}
	return inner
}

// inOpening reports whether clause c lies in an adverbial clause that opens a content at token first.
func (a *Reader) inOpening(c, first int) bool {
	for n := 0; n < deepClauses && c >= 0 && a.Clauses[c].First >= first; n++ {
		if a.Clauses[c].Kind == extract.AdverbialClause {
			return true
		}
		c = a.Clauses[c].Parent
	}
	return false
}

// mainVerb is the first token of the verb group of the main clause in [first, last); last if
// there is none. Clauses that are only mentioned are passed over, and one that opens the sentence.
func (a *Reader) mainVerb(first, last int) int {
	if a.tag(first) == "TO" {
		return first
	}
	opening := last
	for k := first; k < last; k++ {
		if !a.IsFinite(k) || a.isAside(k, first) {
			continue
		}
		if !a.inOpening(a.ClauseAt(k), first) {
			return k
		}
		opening = min(opening, k)
	}
	for k := first; k < last && opening == last; k++ {
		if strings.HasPrefix(a.tag(k), "V") && !a.isAside(k, first) {
			opening = k
		}
	}
	return opening
}
