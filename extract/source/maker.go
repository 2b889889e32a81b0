package source

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
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
	if p.ref = "ISO:" + e.ISO; e.ISO == "US" {
		p.name = countries()[e.ISO] + " government"
	}
}

// maker: a document is resolved to whoever made it, where the phrase says so:
// Cho's report, a study by the WHO.
func (a *resolver) maker(p *phrase, first, end, head int) {
	if a.tag(first-1) == "POS" { // Cho's | report, taken up by "it"
		a.madeBy(p, first-2, first-2)
		return
	}
	for i := head - 1; i > first; i-- { // Lee's latest report; but: July's BBC poll
		if a.tag(i) == "POS" && (a.entityAt(i-1) != nil || a.tag(i-1) != "NNP") {
			a.madeBy(p, i-1, first)
			return
		}
	}
	if e := a.entityAt(head - 1); e != nil && e.Type == extract.ORG && a.madeAlone(p, first, head) { // BBC analysis of data from Zork
		return
	}
	for i := head + 1; i+1 < end && !receipts[a.norm(i)]; i++ {
		if w := a.Tokens[i].Norm; w == "by" || w == "from" {
			if a.madeBySomebody(p, i+1, end) {
				return
			}
			if k := a.makerAfter(i+1, end); k < end {
				a.madeBy(p, k, i+1)
				return
			}
		}
	}
	a.madeAlone(p, first, head)
}

// madeBySomebody names a document by the names, or the noun for somebody, that stand from token i on: a study by Ann Lee and Tom Hale,
// a statement from Lee's office.
func (a *resolver) madeBySomebody(p *phrase, i, end int) bool {
	n := a.NounAt(i)
	for n >= 0 && a.tag(a.Nouns[n].Last) == "POS" {
		n = a.NounAt(a.Nouns[n].Last + 1)
	}
	if n < 0 || a.Nouns[n].Last > end || a.tag(a.Nouns[n].Last) == "VBG" {
		return false
	}
	by := &a.Nouns[n]
	if names := a.conjuncts(i, min(by.Full, end)); len(names) > 1 {
		p.name = a.compound(names).name
		return true
	}
	e := a.entityAt(by.Head)
	if e != nil && e.Type != extract.NOM && e.First <= i+1 || e == nil && a.listedKind(by.Head) == "" || a.refine(by.First, min(by.Full, end), by.Head) != by.Head {
		return false // a name
	}
	q := a.nounPhrase(by.First, by.Last, by.Head)
	if q.kind != document {
		p.name = q.name
	}
	return q.kind != document
}

// madeAlone names a document by the bodies that stand before its noun, at token head: a Post/Globe poll, House of
// Commons library research, its latest data. It reports whether there are any.
func (a *resolver) madeAlone(p *phrase, first, head int) bool {
	for k := first; k < head; k++ {
		e := a.entityAt(k)
		if e == nil || e.Type != extract.ORG && !(e.Type == extract.PRON && a.isNamed(e)) {
			continue
		}
		a.madeBy(p, k, first)
		if e.Last < head && e.Type == extract.ORG && a.tag(e.Last) == "NN" && a.listedKind(e.Last) == organisation {
			p.name = a.In(a.TokenSpan(e.First, e.Last+1))
		}
		for k = e.Last; k < head && a.norm(k) == "/"; k = e.Last {
			if e = a.entityAt(k + 1); e == nil || e.Type != extract.ORG {
				return true
			}
			p.name += "; " + a.entity(e, e.First, e.Last, k+1).name
		}
		return true
	}
	return false
}

// makerAfter is a token of the first name from token i on, or of the organisation that
// a place's name opens: the U.S. Department of Education.
func (a *resolver) makerAfter(i, end int) int {
	for ; i < end && !receipts[a.norm(i)]; i++ {
		e := a.entityAt(i)
		if e == nil || e.Type == extract.NORP {
			continue
		}
		if next := a.entityAt(e.Last); e.Type == extract.LOC && e.Last < end && next != nil {
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
	if head := a.lastNoun(i + 1); ofOwner[a.norm(head)] && (e.Type == extract.PER || a.tag(i) == "PRP$") {
		return
	}
	if m := a.entity(e, e.First, e.Last, i); m.name != "" {
		p.name, p.role = m.name, m.role
	}
}

// receipts are participles that tell who has a document, not who made it: an email seen by the BBC.
var receipts = lexicon.SetOf("seen", "obtained", "reviewed", "viewed", "received", "heard", "examined", "cited", "quoted", "verified")

// ofOwner are the documents that tell of their owner and that others made: his medical records.
var ofOwner = lexicon.SetOf("records", "test", "tests", "scan", "scans", "obituary", "autopsy", "results")
