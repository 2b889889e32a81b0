package source

import (
	"cmp"

	"github.com/claimwire/claimwire/extract"
)

// government: "the U.S. government" is the government of a state.
func (a *resolver) government(p *phrase, first, head int) {
	if head == first {
		return
	}
	e := a.entityAt(head - 1)
	if e == nil || e.First < first || len(e.ISO) != 2 {
		return
	}
	p.name, p.ref = cmp.Or(countries()[e.ISO].adjective, a.In(e.Span))+" government", "ISO:"+e.ISO
}

// maker: a document is resolved to whoever made it, where the phrase says so:
// Cho's report, a study by the WHO.
func (a *resolver) maker(p *phrase, first, end, head int) {
	if head > first+1 && a.Tokens[head-1].XPOS != "POS" {
		for i := head - 1; i > first; i-- {
			if a.Tokens[i].XPOS == "POS" {
				a.madeBy(p, i-1, first)
				return
			}
		}
	}
	if head > first && a.Tokens[head-1].XPOS == "POS" {
		a.madeBy(p, head-2, first)
		return
	}
	for i := head + 1; i+1 < end; i++ {
		if w := a.Tokens[i].Norm; w == "by" || w == "from" {
			if k := a.makerAfter(i+1, end); k < end {
				a.madeBy(p, k, i+1)
				return
			}
		}
	}
	for k := first; k < head; k++ {
		if e := a.entityAt(k); e != nil && (e.Type == extract.ORG || e.Type == extract.PRON && a.isNamed(e)) { // its latest data
			a.madeBy(p, k, first)
			for k = e.Last; k < head && a.norm(k) == "/" && e.Type == extract.ORG; k = e.Last { // a Post/Globe poll
				if e = a.entityAt(k + 1); e == nil || e.Type != extract.ORG {
					return
				}
				p.name += "; " + a.entity(e, e.First, e.Last, k+1).name
			}
			return
		}
	}
}

// makerAfter is a token of the first name from token i on, or of the organisation that
// a place's name opens: the U.S. Department of Education.
func (a *resolver) makerAfter(i, end int) int {
	for ; i < end; i++ {
		e := a.entityAt(i)
		if e == nil || e.Type == extract.NORP {
			continue
		}
		if next := a.entityAt(e.Last); e.Type == extract.LOC && e.Last < end && next != nil && next.Type == extract.ORG {
			return e.Last
		}
		return i
	}
	return end
}

func (a *resolver) madeBy(p *phrase, i, first int) {
	if i < first {
		return
	}
	e := a.entityAt(i)
	if e == nil {
		return
	}
	m := a.entity(e, e.First, e.Last, i)
	if m.name != "" {
		p.name, p.role = m.name, m.role
	}
}
