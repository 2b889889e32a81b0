package source

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// speaksOf reports whether an indirect content after its source calls a person of this chain
// by name. Then the pronoun is somebody else: in "He said Lee had left" he is not Lee.
func (a *resolver) speaksOf(at *extract.Attribution, chain int) bool {
	if at.Type == extract.Direct || chain < 0 || chain >= len(a.Chains) || a.Chains[chain].Type != extract.PER {
		return false
	}
	mentions := a.Chains[chain].Mentions
	for _, s := range at.Content {
		if s.Start < at.Source.End {
			continue
		}
		k := sort.Search(len(mentions), func(k int) bool { return a.Entities[mentions[k]].Start >= s.Start })
		for ; k < len(mentions) && a.Entities[mentions[k]].Span.End <= s.End; k++ {
			if a.Entities[mentions[k]].Type == extract.PER {
				return true
			}
		}
	}
	return false
}

// speaker resolves the pronoun that opens the content of another attribution: in "Lee said
// he expected rain" it is Lee, in "the board said it expected rain" the board, if gender and
// number allow.
func (a *resolver) speaker(at *extract.Attribution, head int) (phrase, bool) {
	if at.Parent < 0 || at.Parent >= len(a.Attributions) || a.levels == deepest {
		return phrase{}, false
	}
	a.levels++
	defer func() { a.levels-- }()
	w := a.norm(head)
	up := &a.Attributions[at.Parent]
	if up.Source.Empty() || len(up.Content) == 0 || up.Content[0].Start != at.Source.Start {
		return phrase{}, false
	}
	p := a.phrase(up)
	if p.name == "" || !a.sayable(up, &p, w) {
		return phrase{}, false
	}
	p.ref = "" // of who is named
	return p, true
}

// sayable reports whether a source, read as p, can speak of itself by the pronoun w.
func (a *resolver) sayable(up *extract.Attribution, p *phrase, w string) bool {
	switch many := extract.OneOf(a.tag(up.Head), "NNS", "NNPS"); w {
	case "he", "she":
		return (p.kind == person || p.kind == anonymous) && !many && a.couldBe(up, genders[w])
	case "they":
		return p.kind == group || p.kind == anonymous
	case "it":
		return p.kind == organisation && !many
	}
	return false
}

// genders are those that pronouns of one person tell.
var genders = map[string]string{"he": "m", "she": "f"}

// couldBe reports whether nothing known speaks against the gender of a source.
func (a *resolver) couldBe(at *extract.Attribution, gender string) bool {
	first, end := a.TokensIn(at.Source)
	for i := first; i < end; i++ {
		e := a.entityAt(i)
		if e == nil || e.Chain < 0 || e.Chain >= len(a.Chains) || a.Chains[e.Chain].Type != extract.PER {
			continue
		}
		g := a.Chains[e.Chain].Gender
		return g == "" || g == gender
	}
	return true
}
