package phrase

import (
	"strings"

	"github.com/claimwire/claimwire/internal/treebank"
)

// sayVerbs are verbs of saying and thinking, whose complements matter to attribution.
var sayVerbs = func() map[string]bool {
	set := map[string]bool{}
	for _, v := range strings.Fields(`say tell report announce claim add note explain argue believe think know suggest state
	declare insist admit deny confirm warn predict estimate expect hope fear reveal show find indicate write ask
	acknowledge conclude maintain allege assert agree promise understand feel see hear mean guess decide mention
	recall remember realize doubt imply propose recommend contend`) {
		set[v] = true
	}
	return set
}()

// A reading goes through a tree of a treebank.
type reading struct {
	*treebank.Tree
	children [][]int
}

// ofTree is the picture that a tree gives.
func ofTree(t *treebank.Tree) *picture {
	r := reading{t, make([][]int, len(t.Tokens))}
	for i, h := range t.Head {
		if h >= 0 {
			r.children[h] = append(r.children[h], i)
		}
	}
	p := newPicture()
	for i := range t.Tokens {
		r.noun(p, i)
		r.verb(p, i)
		r.clause(p, i)
	}
	return p
}

func (r *reading) relation(i int) string { return treebank.Relation(r.Deprel[i]) }

// extent is the tokens that hang on i, of those that keep holds for.
func (r *reading) extent(i int, keep func(i, k int) bool) span {
	s := span{i, i + 1}
	for _, k := range r.children[i] {
		if keep(i, k) {
			e := r.extent(k, every)
			s.first, s.last = min(s.first, e.first), max(s.last, e.last)
		}
	}
	return s
}

func every(_, _ int) bool { return true }

// inPhrase reports whether the child k belongs to the noun phrase of i without what hangs on
// it from the right.
func (r *reading) inPhrase(i, k int) bool {
	switch r.relation(k) {
	case "det", "amod", "compound", "nmod":
		return k < i
	case "nummod", "flat", "goeswith", "fixed":
		return true
	}
	return false
}

func (r *reading) noun(p *picture, i int) {
	t := &r.Tokens[i]
	nominal := t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" && t.XPOS[0] != 'W' && t.XPOS != "PRP$"
	place := false
	switch r.relation(i) {
	case "nsubj", "obj", "iobj", "obl", "nmod":
		place = true
		nominal = nominal || t.UPOS == "NUM" || t.UPOS == "DET" || t.UPOS == "SYM"
	case "appos", "conj", "root", "ccomp", "xcomp", "advcl", "acl", "vocative", "dislocated", "list", "parataxis", "dep", "expl":
		place = true
	}
	if !nominal || !place || r.Deprel[i] == "nmod:poss" || t.XPOS[0] == 'W' {
		return
	}
	core := r.extent(i, r.inPhrase)
	p.nouns[core], p.cores[i] = true, core
	p.tails[span{core.first, r.tail(i)}] = true
}

// tail is the end of the noun phrase of i with the prepositional phrases that hang on it.
func (r *reading) tail(i int) int {
	end := r.extent(i, r.inPhrase).last
	for _, k := range r.children[i] {
		if k > i && r.relation(k) == "nmod" && r.Deprel[k] != "nmod:poss" {
			end = max(end, r.tail(k))
		}
	}
	return end
}

func (r *reading) verb(p *picture, i int) {
	if !isFiniteTag(r.Tokens[i].XPOS) {
		return
	}
	v := i
	if rel := r.relation(i); (rel == "aux" || rel == "cop") && r.Head[i] >= 0 {
		v = r.Head[i]
	}
	for range 5 { // up from a joined verb to one that has the subject
		for _, k := range r.children[v] {
			if rel := r.relation(k); rel == "nsubj" || rel == "expl" && r.Tokens[k].XPOS == "EX" {
				p.subjects[i] = k
				return
			}
		}
		if r.relation(v) != "conj" || r.Head[v] < 0 {
			return
		}
		v = r.Head[v]
	}
}

func (r *reading) clause(p *picture, i int) {
	h := r.Head[i]
	switch {
	case h < 0:
	case r.relation(i) == "ccomp" && h < i:
		if s := trim(r.Document, r.extent(i, every), true); strings.HasPrefix(r.Tokens[h].XPOS, "VB") && sayVerbs[strings.ToLower(r.Tokens[h].Lemma)] && s.first > h {
			p.complements[s] = true
		}
	case r.Deprel[i] == "acl:relcl" && h < i:
		p.relatives[trim(r.Document, r.extent(i, every), false)] = true
	case r.relation(i) == "advcl" && r.isFiniteAdverbial(i):
		p.adverbials[trim(r.Document, r.extent(i, every), false)] = true
	}
}

func (r *reading) isFiniteAdverbial(i int) bool {
	mark, finite := false, isFiniteTag(r.Tokens[i].XPOS)
	for _, k := range r.children[i] {
		switch r.relation(k) {
		case "mark":
			mark = mark || k < i
		case "advmod":
			mark = mark || r.Tokens[k].XPOS == "WRB"
		case "aux", "cop":
			finite = finite || isFiniteTag(r.Tokens[k].XPOS)
		}
	}
	return mark && finite
}
