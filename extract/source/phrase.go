package source

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A phrase is a source's noun phrase, read.
type phrase struct{ kind, name, role, ref string }

func (a *resolver) phrase(at *extract.Attribution) phrase {
	first, end := a.TokensIn(at.Source)
	first = a.afterTime(first, end)
	for end > first+1 && reflexives[a.norm(end-1)] {
		end-- // the industry | itself
	}
	head := at.Head
	if head < first || head >= end {
		head = a.guessHead(first, end)
	}
	if first >= end {
		return phrase{kind: person}
	}
	if a.norm(first) == "unidentified" {
		return phrase{kind: person, name: a.plain(first, end)} // UNIDENTIFIED MALE
	}
	if a.isRelative(head, end) {
		return a.antecedent(at, head)
	}
	if last := end - 1; last > first+1 && a.norm(last-1) == "of" && a.isRelative(last, end) { // both of whom
		p := a.antecedent(at, last)
		switch {
		case p.kind != group: // a list of names, of which the last was found
			return phrase{kind: group}
		case a.norm(first) == "one": // nobody knows which
			return phrase{kind: person}
		}
		return p
	}
	if whole, ok := a.share(first, end); ok {
		return phrase{kind: group, name: a.plain(first, end), role: whole}
	}
	head = a.refine(first, end, head)
	e := a.introducedWhole(first, end)
	if e != nil {
		head = e.Last - 1
	}
	if e == nil && unnamed(a, first, end) {
		return phrase{kind: anonymous, name: a.plain(first, end)}
	}
	if p, ok := a.speaker(at, head); ok {
		return p
	}
	if e = a.entityAt(head); e != nil && e.Type == extract.PRON && a.speaksOf(at, e.Chain) {
		return phrase{kind: pronounKind(a.norm(head))}
	}
	if names := a.conjuncts(first, end); len(names) > 1 {
		p := a.compound(names)
		if k := a.TokenAt(names[0].Full.Start); p.kind == group && k > first && extract.OneOf(a.tag(k-1), "NNS", "NN") {
			p.role = a.plain(first, k) // singers | Ann Lee and Tom Hale
		} else if t := names[0].Title; p.kind == group && strings.HasSuffix(strings.TrimSuffix(t, "."), "s") && !extract.OneOf(t, "Mrs", "Mrs.", "Ms", "Ms.") {
			p.role = t // Senators | Ann Lee and Tom Hale
		}
		return p
	}
	if name := a.bothSides(first, end); name != "" {
		return phrase{kind: group, name: name}
	}
	return a.nounPhrase(first, end, head)
}

var reflexives = lexicon.SetOf("itself", "himself", "herself", "themselves")

// share reports whether the source [first, end) is a part of many, and of what: a third of | farmers, nine in 10
// | nurses, more than 40% of | firms.
func (a *resolver) share(first, end int) (whole string, ok bool) {
	at := a.Tokens[first].Start
	i := sort.Search(len(a.Quantities), func(i int) bool { return a.Quantities[i].Start >= at })
	if i == len(a.Quantities) || !extract.OneOf(a.Quantities[i].Kind, "fraction", "ratio", "percent") {
		return "", false
	}
	q := &a.Quantities[i]
	if h := a.TokenAt(q.OfHead.Start); !q.OfHead.Empty() && h < end && a.isPeople(h) {
		whole = a.In(q.OfHead)
	}
	return whole, q.Start <= a.Tokens[min(first+1, end-1)].Start && (q.End == a.Tokens[end-1].End || whole != "")
}

// afterTime is where the source that starts at token first goes on after a time and its
// comma: "last month, | the paper".
func (a *resolver) afterTime(first, end int) int {
	if first >= end {
		return first
	}
	if t, last := a.timeAround(first); t == first && last+1 < end && a.norm(last) == "," {
		return last + 1
	}
	return first
}

// nounPhrase resolves the noun phrase [first, end) by the name, the pronoun or the
// noun that heads it.
func (a *resolver) nounPhrase(first, end, head int) phrase {
	e := a.entityAt(head)
	if p, ok := a.calledBody(e, head, end); ok {
		return p
	}
	if names := a.together(e); len(names) > 1 {
		return a.compound(names)
	}
	if p, ok := a.unnamedChain(e); ok {
		return p
	}
	if e != nil && (e.Type != extract.NOM || a.isNamed(e) && a.sameOffice(e, head, end)) {
		return a.entity(e, first, end, head)
	}
	p := a.description(first, end, head)
	if (p.kind == person || p.kind == group) && a.veiled(first) {
		p.kind, p.role = anonymous, ""
	}
	return p
}

// together are the names of those whom a pronoun or description takes together: "they" after
// "engineer Tom Hale and the biologist Ann Pole".
func (a *resolver) together(e *extract.Entity) []*extract.Entity {
	if e == nil || e.Type != extract.NOM && e.Type != extract.PRON || e.Chain < 0 || e.Chain >= len(a.Chains) || !a.Chains[e.Chain].Plural || a.named[e.Chain] {
		return nil
	}
	m := &a.Entities[a.Chains[e.Chain].Mentions[0]]
	if m.Type != extract.NOM || m == e {
		return nil
	}
	var names []*extract.Entity
	end := m.First
	for k := sort.Search(len(a.Entities), func(k int) bool { return a.Entities[k].First >= m.First }); k < len(a.Entities) && a.Entities[k].First < m.Last; k++ {
		if x := &a.Entities[k]; x.Type == extract.PER || x.Type == extract.ORG {
			names, end = append(names, x), x.Last
		}
	}
	if end != m.Last {
		return nil
	}
	return names
}

// unnamedChain resolves a description or a pronoun whose chain holds no name by the phrase
// that brought its bearer up: "the service" by "the Ukrainian border service" before it.
func (a *resolver) unnamedChain(e *extract.Entity) (phrase, bool) {
	if e == nil || e.Type != extract.NOM && e.Type != extract.PRON || e.Chain < 0 || e.Chain >= len(a.Chains) || a.named[e.Chain] || strings.Contains(a.Chains[e.Chain].Name, " and ") {
		return phrase{}, false
	}
	for _, k := range a.Chains[e.Chain].Mentions {
		m := &a.Entities[k]
		if m.Type != extract.NOM {
			continue
		}
		if m == e {
			return phrase{}, false
		}
		first, head, end := m.First, m.Last-1, m.Last
		if s, ok := a.spans[head]; ok {
			_, end = a.TokensIn(s)
			if e := a.entityAt(first - 2); a.tag(first-1) == "POS" && (e == nil || !a.isNamed(e)) {
				first, _ = a.TokensIn(s) // the firm's | boss
			}
		}
		p := a.description(first, end, head)
		if unnamed(a, first, end) || (p.kind == person || p.kind == group) && (a.veiled(first) || a.veiled(e.First)) {
			p.kind, p.role = anonymous, ""
		}
		return p, p.name != ""
	}
	return phrase{}, false
}

// sameOffice reports whether what a description says after its noun is also said of the
// person it goes back to: not "the head of the port" of somebody who heads a hospital.
func (a *resolver) sameOffice(e *extract.Entity, head, end int) bool {
	if w := a.norm(head + 1); head+2 >= end || !extract.OneOf(w, "of", "for", "in") {
		return true
	}
	c := &a.Chains[e.Chain]
	noun := a.In(a.Tokens[min(a.lastNoun(head+2), end-1)].Span)
	return c.Type != extract.PER || strings.Contains(c.Role, noun) || !strings.Contains(c.Role, " of ")
}

// calledBody resolves a body by the name behind its description and a comma, which ends the source:
// "the firm that runs the buses, Redline". Where the name is no entity, its capitals tell it.
func (a *resolver) calledBody(e *extract.Entity, head, end int) (phrase, bool) {
	kind := a.nounKind(head)
	if a.tag(head) != "NN" || kind != organisation && kind != person || e != nil && e.Type != extract.NOM {
		return phrase{}, false
	}
	for k := end - 2; k > head && k > end-longestTitle; k-- {
		if a.norm(k) != "," {
			continue
		}
		if isArticle(a.norm(k + 1)) {
			k++
		}
		switch n := a.nameAt(k+1, end); {
		case n != nil:
			if _, last := a.TokensIn(n.Full); n.Last != end && last != end || n.Type == extract.LOC && n.ISO != "" || n.Type == extract.PER || kind == person && n.Type != extract.ORG {
				return phrase{}, false
			}
			p := a.entity(n, k+1, n.Last, n.Last-1)
			p.kind = organisation
			return p, true
		default:
			return phrase{}, false
		}
	}
	return phrase{}, false
}
