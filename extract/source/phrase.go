package source

import (
	"cmp"
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
	if a.norm(first) == "unidentified" && a.isAcronym(first) {
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
	if a.isShare(first, end) {
		return phrase{kind: group, name: a.plain(first, end)}
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
		if k := a.TokenAt(names[0].Full.Start); p.kind == group && k > first && (a.tag(k-1) == "NNS" || a.tag(k-1) == "NN") {
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

// bothSides are the names of two who speak, joined by "and", of whom one at least has a name: the separatists and the
// Kremlin. It is "" for any other source.
func (a *resolver) bothSides(first, end int) string {
	k := first
	for k < end && a.norm(k) != "and" && a.tag(k) != "IN" && a.tag(k) != "," {
		k++
	}
	if k+1 >= end || a.norm(k) != "and" || a.tag(k+1) == "PRP$" || strings.HasPrefix(a.tag(first-1), "VB") { // backing Lee | and the mayor said
		return ""
	}
	if owns := func(i int) bool { return a.tag(i) == "POS" }; extract.AnyToken(k, end, owns) && !extract.AnyToken(first, k, owns) {
		return "" // Lee and Hale's doctor
	}
	left, named := a.side(first, k)
	right, also := a.side(k+1, end)
	if left == "" || right == "" || !named && (!also || !isArticle(a.norm(first))) {
		return ""
	}
	return left + "; " + right
}

// side is the name of a source [first, end) that is a name, opens with an article, or is a plural, and whether it is
// a name. It is "" for a role of whom another word names, and what may be said of both sides: Lee and | Hale voters.
func (a *resolver) side(first, end int) (name string, named bool) {
	head := a.refine(first, end, a.guessHead(first, end))
	n, e := a.nameAt(first, end), a.entityAt(head)
	if n != nil && (head >= n.Last && (e == nil || e.Type != extract.PER) || n.First > first && (n.Title == "" || strings.Contains(n.Title, " "))) || n == nil && !isArticle(a.norm(first)) && a.tag(head) != "NNS" {
		return "", false
	}
	named = e != nil && (e.Type == extract.PER || e.Type == extract.ORG || e.Type == extract.LOC && len(e.ISO) == 2)
	if p := a.nounPhrase(first, end, head); p.kind != document && p.kind != implicit {
		return p.name, named
	}
	return "", false
}

var reflexives = lexicon.SetOf("itself", "himself", "herself", "themselves")

// isShare reports whether the source [first, end) is a part of many: a third of farmers, nine in 10
// nurses, more than 40% of firms.
func (a *resolver) isShare(first, end int) bool {
	at := a.Tokens[first].Start
	i := sort.Search(len(a.Quantities), func(i int) bool { return a.Quantities[i].Start >= at })
	if i == len(a.Quantities) {
		return false
	}
	if q := &a.Quantities[i]; extract.OneOf(q.Kind, "fraction", "ratio", "percent") {
		h := a.TokenAt(q.OfHead.Start)
		return q.Start <= a.Tokens[min(first+1, end-1)].Start && (q.End == a.Tokens[end-1].End || !q.OfHead.Empty() && h < end && (a.tag(h) == "NNS" || a.tag(h) == "NNPS" || a.listedKind(h) == group))
	}
	return false
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
	if e != nil && (e.Type != extract.NOM || a.isNamed(e) && (a.listedKind(head) != document || bodies()[a.norm(head)]) && a.sameOffice(e, head, end)) {
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
		if x := &a.Entities[k]; (x.Type == extract.PER || x.Type == extract.ORG) && x.First >= end && x.Last <= m.Last {
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
	if w := a.norm(head + 1); head+2 >= end || w != "of" && w != "for" && w != "in" {
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
		case kind == organisation && a.isName(k+1, end) && a.entityAt(k+1) == nil:
			return phrase{kind: organisation, name: a.In(a.TokenSpan(k+1, end))}, true
		default:
			return phrase{}, false
		}
	}
	return phrase{}, false
}

// isName reports whether the tokens [first, end) are capitalised nouns and nothing else.
func (a *resolver) isName(first, end int) bool {
	return first < end && !extract.AnyToken(first, end, func(i int) bool { return a.tag(i) != "NNP" })
}

// introducedWhole is the person whom the source [first, end) names with what he is, from its
// first word to the name or the mark after it: "board of trustees chairman Ann Lee"; nil if
// it names none so.
func (a *resolver) introducedWhole(first, end int) *extract.Entity {
	at := a.Tokens[first].Start
	k := sort.Search(len(a.Entities), func(k int) bool { return a.Entities[k].First >= first })
	for ; k < len(a.Entities) && a.Entities[k].First < end && a.Entities[k].First < first+longestTitle; k++ {
		e := &a.Entities[k]
		if e.Type == extract.PER && e.Last <= end && (e.Full.Start == at || e.Full.Start < at || (isArticle(a.norm(first)) || a.tag(first) == "PRP$") && e.Full.Start <= a.Tokens[min(first+1, end-1)].Start) && (e.Last == end || a.IsMark(e.Last) && a.tag(e.Last) != "POS") {
			return e
		}
	}
	return nil
}

func isArticle(norm string) bool { return norm == "the" || norm == "a" || norm == "an" }

// guessHead is the last noun before a preposition, a comma or a relative pronoun.
func (a *resolver) guessHead(first, end int) int {
	head := first
	for i := first; i < end; i++ {
		switch x := a.Tokens[i].XPOS; {
		case strings.HasPrefix(x, "NN") || x == "PRP" || x == "DT" && i == first:
			head = i
		case (x == "IN" || x == "," || x == "VBN") && i > first && strings.HasPrefix(a.Tokens[head].XPOS, "NN"):
			return head
		}
	}
	return head
}

// deepest is how many mentions may lie around one token, and how many levels of speech are
// looked through for who speaks.
const deepest = 8

// entityAt is the mention that covers token i: of several, one that ends with the
// token before one that goes on, and the widest of those.
func (a *resolver) entityAt(i int) *extract.Entity {
	k := sort.Search(len(a.Entities), func(k int) bool { return a.Entities[k].First > i })
	var found *extract.Entity
	for n := k - 1; n >= 0 && n >= k-deepest; n-- {
		e := &a.Entities[n]
		if e.Last <= i {
			continue
		}
		if found == nil || e.Last == i+1 && e.First <= found.First {
			found = e
		}
	}
	return found
}

// entity resolves a source that a name or a pronoun heads.
func (a *resolver) entity(e *extract.Entity, first, end, head int) phrase {
	p := phrase{name: e.Name, role: e.Role}
	kind, plural := e.Type, false
	if e.Chain >= 0 && e.Chain < len(a.Chains) {
		c := &a.Chains[e.Chain]
		kind, plural = c.Type, c.Plural
		p.name, p.role = c.Name, cmp.Or(c.Role, e.Role)
		if !a.named[e.Chain] {
			if first, rest, ok := strings.Cut(c.Name, " "); ok && isArticle(strings.ToLower(first)) {
				p.name = rest
			}
		}
	}
	if p.name == "" && e.Type != extract.PRON {
		p.name = a.In(e.Span)
	}
	switch kind {
	case extract.PER:
		p.kind = person
		if plural = plural && e.Type != extract.PER; plural {
			p.kind = group
		}
	case extract.ORG:
		p.kind = organisation
		if e.Metonym != "" && len(e.ISO) == 2 && strings.HasSuffix(p.name, " government") {
			p.ref = "ISO:" + e.ISO
		}
	case extract.LOC:
		p.kind = organisation
		if len(e.ISO) == 2 && countries()[e.ISO] == p.name {
			p.ref = "ISO:" + e.ISO
		}
	case extract.NORP:
		p.kind, p.name = group, a.plain(first, end)
		if a.norm(first) == "the" && first+2 == end && parties()[a.norm(head)] {
			p.kind = organisation // the Tories
		} else if w := a.norm(first); (w == "a" || w == "an" || w == "one" || w == "another") && a.tag(head) != "NNPS" { // a senior Conservative
			p.kind = person
		}
	case extract.PRON:
		p.kind = pronounKind(a.norm(head))
	case extract.MISC: // a name that tells something is a body's, as a rule
		p.kind = cmp.Or(a.nounKind(head), organisation)
	default:
		p.kind = cmp.Or(a.nounKind(head), pronounKind(a.norm(head)))
	}
	if plural {
		p.role = ""
	}
	if p.kind == group && p.role == "" {
		p.role = a.people(e)
	}
	if kind != extract.PER && a.norm(first) == "one" && a.isPartOf(first, group) {
		p.kind = person // one of the pupils, Ann
	}
	return p
}

// people is the noun for those of a party or a nation that a name, or the pronoun that takes it up, means: many | Democrats.
func (a *resolver) people(e *extract.Entity) string {
	if e.Type != extract.NORP && e.Chain >= 0 && e.Chain < len(a.Chains) {
		e = &a.Entities[a.Chains[e.Chain].Mentions[0]]
	}
	if e.Type != extract.NORP {
		return ""
	}
	return a.In(a.Tokens[e.Last-1].Span)
}

func pronounKind(norm string) string {
	switch norm {
	case "they", "we", "them", "us", "their", "our", "some", "many", "others", "those", "both":
		return group
	case "it", "its":
		return organisation
	case "this", "that", "which", "what":
		return implicit
	}
	return person
}

// conjuncts are the names of a source that is nothing but names joined by and or or.
func (a *resolver) conjuncts(first, end int) []*extract.Entity {
	var names []*extract.Entity
	joined := false
	if extract.OneOf(a.norm(first), "both", "either", "neither") {
		first++
	}
	for i := first; i < end; {
		e := a.nameAt(i, end)
		if e != nil && e.Type == extract.LOC && a.tag(e.Last) == "POS" && a.nameAt(e.Last+1, end) != nil { // London's | Harland Theatre
			i = e.Last + 1
			continue
		}
		if e != nil {
			names = append(names, e)
			i = max(i+1, e.Last)
			if _, last := a.TokensIn(e.Full); e.Type == extract.PER && last > i && last <= end {
				i = last
			}
			if e.Type == extract.PER {
				i = a.asideEnd(i, end)
			}
			continue
		}
		switch a.norm(i) {
		case "and", "or", "nor", "&":
			joined = true
		case "his", "her", "its", "their":
			if !joined {
				return nil
			}
		case ",", "the":
		default:
			e := a.entityAt(i)
			party := joined && i+1 < end && e != nil && e.Type == extract.NORP // Republican Lee and | Democrat Hale
			if !party && (joined || len(names) > 0) || !modifies(a.tag(i)) {
				return nil // but: reception staff | Ann Lee and Tom Hale
			}
		}
		i++
	}
	if !joined || len(names) > 0 && a.TokenAt(names[0].Full.Start) > first+1 && names[0].Type != extract.PER && a.tag(names[0].First-1) != "NNS" {
		return nil
	}
	return names
}

// asideEnd is where a source goes on after the name before token i and what stands beside it in brackets or
// between commas: Lee | (R-Ohio), Lee, | 43, Lee, | D-Maine; i without such.
func (a *resolver) asideEnd(i, end int) int {
	if beside := a.norm(i + 1); a.norm(i) == "," && i+1 < end && (a.tag(i+1) == "CD" || len(beside) > 3 && beside[1] == '-') {
		return i + 2
	}
	for k := i; k < end && a.norm(i) == "("; k++ {
		if a.norm(k) == ")" {
			return k + 1
		}
	}
	return i
}

// nameAt is the name that starts at token i, its title included, and ends before end.
func (a *resolver) nameAt(i, end int) *extract.Entity {
	if i >= end {
		return nil
	}
	at := a.Tokens[i].Start
	k := sort.Search(len(a.Entities), func(k int) bool { return a.Entities[k].First >= i })
	var name *extract.Entity
	for ; k < len(a.Entities) && a.Entities[k].First < end && a.Entities[k].First < i+longestTitle; k++ {
		e := &a.Entities[k]
		if e.Type == extract.NORP && !(parties()[a.norm(e.Last-1)] && a.tag(e.Last-1) != "JJ" && (e.Last == end || a.norm(e.Last) == "and")) || e.Type == extract.NOM || e.Type == extract.PRON || e.Last > end || e.Start != at && e.Full.Start != at {
			continue
		}
		if name == nil || e.Type == extract.PER {
			name = e // Harland boss | Ann Lee
		}
	}
	return name
}

// longestTitle is how many tokens a title before a name may have.
const longestTitle = 12

func (a *resolver) compound(names []*extract.Entity) phrase {
	var out []string
	p := phrase{}
	for _, e := range names {
		if last := names[len(names)-1]; last.Type == extract.PER && a.norm(e.Last) == "&" {
			return a.entity(last, last.First, last.Last, last.First) // GB & England manager Ann Lee
		}
		one := a.entity(e, e.First, e.Last, e.First)
		out = append(out, one.name)
		if p.kind != "" && p.kind != one.kind {
			one.kind = group
		}
		p.kind = one.kind
	}
	if p.kind == person {
		p.kind = group
	}
	p.name = strings.Join(out, "; ")
	return p
}

// description resolves a source that a common noun heads: officials, the U.S.
// government, Cho's report.
func (a *resolver) description(first, end, head int) phrase {
	p := phrase{name: a.owned(first, end), kind: a.nounKind(head)}
	switch x, e := a.tag(head), a.nameAt(first, end); {
	case p.kind == person && e != nil && a.norm(e.Last) == "and":
		return phrase{kind: group, name: p.name} // Lee and his lawyer
	case p.kind == document && a.listedKind(head) == document:
		a.maker(&p, first, end, head)
	case a.norm(head) == "government":
		a.government(&p, first, head)
	case p.kind != "":
	case a.isAcronym(head) && !a.isAcronym(head+1):
		p.kind = organisation
		if head > first && a.tag(head-1) == "NN" { // state broadcaster | CCTV
			p.name = a.In(a.Tokens[head].Span)
		}
	case x == "PRP" || x == "PRP$" || x == "DT" && head == end-1 || strings.HasPrefix(x, "W"):
		p.kind, p.name = pronounKind(a.norm(head)), ""
	case a.IsCapital(head):
		p.kind = organisation
	default:
		p.kind = person
	}
	if (p.kind == group || p.kind == person) && strings.HasPrefix(a.tag(head), "NN") && !shares[a.norm(head)] && !someone[a.norm(head)] && a.norm(head)[0] > '9' && (counts[a.norm(head)] || !a.gathers(head)) {
		office := head
		for p.kind == person && office > first && officeWords()[a.norm(office-1)] && (office-2 < first || a.tag(office-2) != "IN") {
			office--
		}
		last := head + 1
		if a.norm(last) == "of" && officeFields[a.norm(last+1)] && last+1 < end {
			last += 2 // secretary of state
		}
		for p.kind == group && office-2 >= first && a.norm(office-1) == "and" && a.tag(office-2) == "NNS" {
			office -= 2 // clients and partners
		}
		p.role = a.plain(office, last)
		if counts[a.norm(head)] { // dozens of drivers
			p.role = ""
			n := a.lastNoun(head + 2)
			if counts[a.norm(n)] {
				n = a.lastNoun(n + 2) // tens of thousands of drivers
			}
			if a.norm(head+1) == "of" && n < end && a.listedKind(n) != "" {
				p.role = a.In(a.Tokens[n].Span)
			}
		}
	}
	return p
}

// owned is the phrase with its owner by the longest name that the article gives him: "Lee's lawyers",
// "her lawyers" of Ann Lee; without an owner of a name as written.
func (a *resolver) owned(first, end int) string {
	name := a.plain(first, end)
	if e := a.entityAt(first - 2); e != nil && a.tag(first-1) == "POS" && a.isNamed(e) { // Lee's | lawyers, taken up
		return a.Chains[e.Chain].Name + "'s " + name
	}
	e := cmp.Or(a.nameAt(first, end), a.entityAt(first))
	if e == nil || !a.isNamed(e) || e.Last >= end || strings.Contains(a.Chains[e.Chain].Name, "; ") {
		return name
	}
	switch owner := a.Chains[e.Chain].Name; {
	case a.tag(first) == "PRP$":
		return owner + "'s" + strings.TrimPrefix(name, a.In(a.Tokens[first].Span))
	case e.Type == extract.PER && a.tag(e.Last) == "POS":
		if _, rest, ok := strings.Cut(name, a.In(e.Span)); ok {
			return owner + rest
		}
	}
	return name
}

// officeFields are what offices are of that go by both words: chief of staff.
var officeFields = lexicon.SetOf("state", "staff", "defense", "defence", "police")

// counts are the nouns for so many of those who follow.
var counts = lexicon.SetOf("dozens", "scores", "hundreds", "thousands", "millions", "tens", "lots", "plenty", "handful", "majority", "number")

// someone are the nouns that stand for anybody, and tell no role.
var someone = lexicon.SetOf("anyone", "someone", "anybody", "somebody", "everyone", "everybody", "nobody", "others", "ones")

// plain is the phrase as written, without an article before it or a clause after it.
func (a *resolver) plain(first, end int) string {
	if end > first+1 && a.isFragment(first) {
		for first++; first+1 < end && a.tag(first) == "POS"; {
			first++
		}
	}
	if w := a.norm(first); end > first+2 && (w == "either" || w == "neither" || w == "both" && isArticle(a.norm(first+1))) { // both the council and the union
		first++
	}
	if isArticle(a.norm(first)) && end > first+1 {
		first++
	}
	last := first
	for i := first; i < end; i++ {
		t := &a.Tokens[i]
		if i > first && (t.Norm == "," && a.entityAt(i) == nil && !a.lists(i+1, end) || t.XPOS == "WP" || t.XPOS == "WDT" || t.XPOS == "WP$" || t.Norm == "including" || t.Norm == "such" && a.norm(i+1) == "as") {
			break
		}
		last = i
	}
	name := a.In(a.TokenSpan(first, last+1))
	if t := &a.Tokens[first]; len(t.Norm) > t.Len() && strings.HasSuffix(t.Norm, a.In(t.Span)) { // a clipped word
		return t.Norm + name[t.Len():]
	}
	return name
}

// lists reports whether the tokens [i, end) behind a comma are the other members of a list: paramedics, | cooks and other
// staff.
func (a *resolver) lists(i, end int) bool {
	joined := false
	for k := i; k < end; k++ {
		switch tag := a.tag(k); {
		case k == i && tag == "DT", a.nameAt(k, end) != nil:
			return false
		case tag == "CC":
			joined = true
		case tag == "WP" || tag == "WDT" || tag == "CD" || strings.HasPrefix(tag, "VB"):
			return false
		}
	}
	return joined
}

// unnamed: a person familiar with the matter or with knowledge of it, a source, sources close to him, but not a survey of
// insiders.
func unnamed(a *resolver, first, end int) bool {
	for i := first; i < end; i++ {
		if e := a.entityAt(i); e != nil && e.Type == extract.PER && (i == first || e.Full.Start <= a.Tokens[first].Start) && a.tag(e.Last) != "NNS" || a.tag(i) == "IN" && a.listedKind(i-1) == document {
			return false
		}
		switch a.Tokens[i].Norm {
		case "unnamed", "anonymous": // an unnamed official
			return i+1 < end && a.listedKind(min(a.lastNoun(i+1), end-1)) == person
		case "source", "sources", "insider", "insiders":
			e := a.entityAt(min(i+1, end-1)) // boxing insider | Ann Lee; Business Insider
			return (e == nil || e.Type != extract.PER || e.First != i+1) && (e == nil || e.First > i || e.Type != extract.ORG)
		case "knowledge": // a person with direct knowledge of the talks
			return i > first+1 && (a.norm(i-1) == "with" || a.norm(i-2) == "with")
		case "familiar", "briefed", "close", "aware":
			return i > first && i+1 < end && (a.norm(i+1) == "with" || a.norm(i+1) == "on" || a.norm(i+1) == "to" || a.norm(i) == "aware") && strings.HasPrefix(a.tag(i-1), "NN") && a.nounKind(i-1) != document
		}
	}
	return false
}
