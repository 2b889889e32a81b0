package source

import (
	"cmp"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

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
	if p.kind == group || p.kind == person {
		p.role = a.roleNouns(p.kind, first, head, end)
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
	if e == nil || !a.isNamed(e) || e.Last >= end {
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
		if i > first && (t.Norm == "," && a.entityAt(i) == nil && !a.lists(i+1, end) || extract.OneOf(t.XPOS, "WP", "WDT", "WP$") || t.Norm == "including" || t.Norm == "such" && a.norm(i+1) == "as") {
			break
		}
		last = i
	}
	name := a.In(a.TokenSpan(first, last+1))
	if t := &a.Tokens[first]; len(t.Norm) > t.Len() { // a clipped word
		return t.Norm + name[t.Len():]
	}
	return name
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
			return e == nil || e.Type != extract.ORG
		case "knowledge": // a person with direct knowledge of the talks
			return i > first+1 && (a.norm(i-1) == "with" || a.norm(i-2) == "with")
		case "familiar", "briefed", "close", "aware":
			return i > first && i+1 < end && (extract.OneOf(a.norm(i+1), "with", "on", "to") || a.norm(i) == "aware") && strings.HasPrefix(a.tag(i-1), "NN") && a.nounKind(i-1) != document
		}
	}
	return false
}
