package attribution

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A tree gives the children of each token of the current sentence.
type tree struct {
	child, next []int32 // by token: its first child, and the next child of its head; -1 for none
}

// plant reads the heads of the current sentence.
func (r *reader) plant() {
	if r.d.Has&extract.Heads == 0 {
		return
	}
	if r.tree.child == nil {
		r.tree.child = make([]int32, len(r.d.Tokens))
		r.tree.next = make([]int32, len(r.d.Tokens))
	}
	for i := r.first; i < r.last; i++ {
		r.tree.child[i], r.tree.next[i] = -1, -1
	}
	for i := r.last - 1; i >= r.first; i-- {
		if h := r.d.Tokens[i].Head; r.in(h) {
			r.tree.next[i] = r.tree.child[h]
			r.tree.child[h] = int32(i)
		}
	}
}

func (r *reader) parsed() bool { return r.tree.child != nil }

// childBy is the first child of token t whose relation starts with one of the names; -1
// without one.
func (r *reader) childBy(t int, relations ...string) int {
	for c := r.tree.child[t]; c >= 0; c = r.tree.next[c] {
		for _, rel := range relations {
			if strings.HasPrefix(r.d.Tokens[c].Deprel, rel) {
				return int(c)
			}
		}
	}
	return -1
}

// relation is the relation of token t to its head.
func (r *reader) relation(t int) string { return r.d.Tokens[t].Deprel }

// extent is the range of tokens around t that hang on it, without what follows a comma as
// an aside.
func (r *reader) extent(t int) words {
	w := words{t, t + 1}
	for c := r.tree.child[t]; c >= 0; c = r.tree.next[c] {
		k := int(c)
		rel := r.relation(k)
		if rel == "punct" || rel == "case" && k < t || strings.HasPrefix(rel, "mark") {
			continue
		}
		e := r.extent(k)
		if r.isAside(t, k, e) {
			continue
		}
		w.a, w.b = min(w.a, e.a), max(w.b, e.b)
	}
	return w
}

// isAside reports whether the child k of t, which covers e, is a clause set off by a mark.
func (r *reader) isAside(t, k int, e words) bool {
	if k < t || !r.in(e.a-1) || !r.isMark(e.a-1) || r.tagged(e.a-1, "``", "-LRB-", "HYPH") {
		return false
	}
	switch rel := r.relation(k); {
	case strings.HasPrefix(rel, "acl"), rel == "parataxis", rel == "advcl", rel == "nmod", rel == "dep", strings.HasPrefix(rel, "ccomp"):
		return true
	}
	return false
}
