package source

import (
	"cmp"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

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

func isArticle(norm string) bool { return extract.OneOf(norm, "the", "a", "an") }

// guessHead is the last noun before a preposition, a comma or a relative pronoun.
func (a *resolver) guessHead(first, end int) int {
	head := first
	for i := first; i < end; i++ {
		switch x := a.Tokens[i].XPOS; {
		case strings.HasPrefix(x, "NN") || x == "PRP" || x == "DT" && i == first:
			head = i
		case extract.OneOf(x, "IN", ",", "VBN") && i > first && strings.HasPrefix(a.Tokens[head].XPOS, "NN"):
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
		if plural {
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
		} else if w := a.norm(first); extract.OneOf(w, "a", "an", "one", "another") && a.tag(head) != "NNPS" { // a senior Conservative
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
	if p.kind == group || kind == extract.NORP && p.kind == person {
		p.role = a.people(e)
	}
	if kind != extract.PER && a.norm(first) == "one" && a.isPartOf(first, group) {
		p.kind = person // one of the pupils, Ann
	}
	return p
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
