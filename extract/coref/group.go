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
		next := last + 1
		if m := &r.mentions[next]; m.form == pronoun && m.owner && next+1 < end && r.within(m, &r.mentions[next+1]) {
			next++ // Ann Pole and her deputy, Luis Ortega
		}
		and, ok := r.linked(&r.mentions[last], &r.mentions[next], next > last+1)
		if !ok {
			break
		}
		if last = next; and {
			return last, true
		}
	}
	return last, false
}

// within reports whether an owner stands in, or right before, what is said of the name that follows it.
func (r *resolver) within(m, name *mention) bool {
	if name.entity < 0 {
		return false
	}
	full := r.d.Entities[name.entity].Full
	return full.Start < r.d.Entities[name.entity].Start && m.last >= r.d.TokenAt(full.Start)
}

// linked reports whether two mentions stand side by side in a list of their kind, or the second
// belongs to the first, as a firm and its chief do, and whether and joins them.
func (r *resolver) linked(a, z *mention, owned bool) (and, ok bool) {
	if a.what != z.what && !(owned && a.what == organisation) || a.what == thing || a.what == place || a.owner {
		return false, false
	}
	i, end := a.last, z.first
	if a.entity >= 0 {
		i = max(i, r.d.TokenAt(r.d.Entities[a.entity].Full.End-1)+1)
	}
	if z.entity >= 0 {
		end = min(end, r.d.TokenAt(r.d.Entities[z.entity].Full.Start))
		if end > i+1 && r.d.Tokens[end-1].XPOS == "PRP$" && r.norm(i) == "and" {
			end-- // and her | deputy, Luis Ortega
		}
	}
	if r.norm(i) == "," {
		i, ok = i+1, true
	}
	if r.norm(i) == "and" {
		i, and, ok = i+1, true, true
	}
	return and, ok && i == end
}

// quantifiers are the words that stand for people by themselves, "many said they knew", and whether
// for several.
var quantifiers = map[string]bool{
	"many": true, "most": true, "some": true, "others": true, "those": true, "several": true, "few": true, "both": true,
	"someone": false, "somebody": false, "anyone": false, "anybody": false, "everyone": false, "everybody": false, "nobody": false, "no-one": false,
}

// stands reports whether the word at token i is no part of the phrase of another noun.
func (r *resolver) stands(i int) bool {
	n := r.d.NounAt(i)
	return r.d.Tokens[i].UPOS != "ADV" && (n < 0 || r.d.Nouns[n].Head == i)
}
