package coref

import (
	"cmp"
	"slices"
)

// groups adds a mention for each list of people, or of bodies, that ends in and:
// "Ann Pole, Luis Ortega and the governor". It stands after the last of them.
func (r *resolver) groups() {
	end := len(r.mentions)
	for k := r.from; k+1 < end; k++ {
		z, closed := r.list(k, end)
		if closed {
			a := r.mentions[k]
			a.last, a.owner = r.mentions[z].last, r.mentions[z].owner
			a.form, a.plural, a.gender, a.entity = noun, true, "", -1
			r.mentions = append(r.mentions, a)
		}
		k = max(k, z)
	}
	slices.SortStableFunc(r.mentions[r.from:], func(a, b mention) int { return cmp.Compare(a.last, b.last) })
}

// list is the last mention of the list that begins with mention k, and whether it ends
// in and.
func (r *resolver) list(k, end int) (last int, closed bool) {
	for last = k; last+1 < end; {
		and, ok := r.linked(&r.mentions[last], &r.mentions[last+1])
		if !ok {
			break
		}
		if last++; and {
			return last, true
		}
	}
	return last, false
}

// linked reports whether two mentions stand side by side in a list of their kind, and
// whether and joins them.
func (r *resolver) linked(a, z *mention) (and, ok bool) {
	if a.what != z.what || a.what == thing || a.what == place || a.form == pronoun || z.form == pronoun || a.owner {
		return false, false
	}
	i, end := a.last, z.first
	if a.entity >= 0 {
		i = max(i, r.d.TokenAt(r.d.Entities[a.entity].Full.End-1)+1)
	}
	if z.entity >= 0 {
		end = min(end, r.d.TokenAt(r.d.Entities[z.entity].Full.Start))
	}
	if r.norm(i) == "," {
		i, ok = i+1, true
	}
	if r.norm(i) == "and" {
		i, and, ok = i+1, true, true
	}
	return and, ok && i == end
}

// A quantifier is a word that stands for people by itself: "many said they knew".
type quantifier struct{ plural bool }

var quantifiers = map[string]quantifier{
	"many": {true}, "most": {true}, "some": {true}, "others": {true}, "those": {true}, "several": {true}, "few": {true}, "both": {true},
	"someone": {}, "somebody": {}, "anyone": {}, "anybody": {}, "everyone": {}, "everybody": {}, "nobody": {}, "no-one": {},
}

// stands reports whether the word at token i is no part of the phrase of another noun.
func (r *resolver) stands(i int) bool {
	n := r.d.NounAt(i)
	return r.d.Tokens[i].UPOS != "ADV" && (n < 0 || r.d.Nouns[n].Head == i)
}
