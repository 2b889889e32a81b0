package source

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// bothSides are the names of two who speak, joined by "and", of whom one at least has a name: the separatists and the
// Kremlin. It is "" for any other source.
func (a *resolver) bothSides(first, end int) string {
	k := first
	for k < end && a.norm(k) != "and" && !extract.OneOf(a.tag(k), "IN", ",") {
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
	if p := a.nounPhrase(first, end, head); p.kind != document {
		return p.name, named
	}
	return "", false
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
// between commas, and of where he is: Lee | (R-Ohio), Lee, | 43, Lee, | D-Maine, Lee | of Ohio; i without such.
func (a *resolver) asideEnd(i, end int) int {
	if e := a.nameAt(i+1, end); a.norm(i) == "of" && e != nil && e.Type == extract.LOC {
		return e.Last
	}
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
		case extract.OneOf(tag, "WP", "WDT", "CD") || strings.HasPrefix(tag, "VB"):
			return false
		}
	}
	return joined
}
