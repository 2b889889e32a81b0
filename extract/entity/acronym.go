package entity

import (
	"slices"
	"strings"
)

// acronyms joins each name to the acronym in brackets after it: both are the same
// organisation. "Zork Blorb Union (ZBU)".
func (r *reader) acronyms() {
	for k := 0; k < len(r.names); k++ {
		k = r.spellOut(k)
	}
	for k := 0; k+1 < len(r.names); k++ {
		n, s := &r.names[k], &r.names[k+1]
		if s.first != n.last+1 || s.last != s.first+1 || r.norm(n.last) != "(" || r.norm(s.last) != ")" || !r.spells(n, s) {
			continue
		}
		if !n.sure || n.kind == person {
			n.kind, n.sure, n.rule = organisation, true, "ent.acronym/1"
		}
		s.kind, s.sure, s.rule = n.kind, true, "ent.acronym/2"
		n.short, s.long = true, [2]int{n.first, n.last}
	}
	r.spreadAcronyms()
}

// spreadAcronyms lets an acronym mean the same wherever the article has it, also before it is spelt out.
func (r *reader) spreadAcronyms() {
	var long map[string]*name
	for k := range r.names {
		if n := &r.names[k]; n.long[1] > 0 {
			if long == nil {
				long = map[string]*name{}
			}
			long[r.text(n.first, n.last)] = n
		}
	}
	for k := range r.names {
		n := &r.names[k]
		if n.long[1] > 0 || n.last != n.first+1 || long == nil {
			continue
		}
		if s := long[r.text(n.first, n.last)]; s != nil {
			n.kind, n.sure, n.entry, n.rule, n.long = s.kind, true, nil, s.rule, s.long
		}
	}
}

// spellOut makes one name of the words before name k, an acronym in brackets, whose capitals it
// is made of, where they were not read so: "Public Health [Wales] (PHW)". It returns where the
// acronym then stands.
func (r *reader) spellOut(k int) int {
	s := r.names[k]
	if s.last != s.first+1 || r.norm(s.first-1) != "(" || r.norm(s.last) != ")" || r.words[s.first].shape&capital == 0 {
		return k
	}
	short := r.text(s.first, s.last)
	i, left := s.first-1, len(short)
	for left > 0 && i > r.d.Sentences[s.sentence].First {
		w := &r.words[i-1]
		if text := r.text(i-1, i); w.caps() && strings.HasSuffix(short[:left], text) {
			i, left = i-1, left-len(text) // UK Health Board (UKHB)
			continue
		}
		if w.shape&letters == 0 || !w.capitalised() && (i == s.first-1 || r.d.Tokens[i-1].Len() > 4) || w.capitalised() && lower(short[left-1]) != r.norm(i - 1)[0] {
			return k
		}
		if i--; w.capitalised() {
			left--
		}
	}
	a := k
	for a > 0 && r.names[a-1].last > i {
		a--
	}
	if left > 0 || len(short) < 3 || a < k && r.names[a].first < i {
		return k
	}
	n := name{first: i, last: s.first - 1, sentence: s.sentence, title: -1, kind: organisation, sure: true, rule: "ent.acronym/1", short: true}
	if a == k-1 && r.names[a].first == i && r.names[a].sure {
		n = r.names[a]
		n.short = true
	}
	s.kind, s.sure, s.rule, s.long = n.kind, true, "ent.acronym/2", [2]int{n.first, n.last}
	r.names = slices.Replace(r.names, a, k+1, n, s)
	return a + 1
}

// spells reports whether s is made of capitals that head words of n, in their order.
func (r *reader) spells(n, s *name) bool {
	if !r.words[s.first].caps() || n.last == n.first+1 {
		return false
	}
	short := r.text(s.first, s.last)
	at := 0
	for i := n.first; i < n.last && at < len(short); i++ {
		if r.words[i].caps() && strings.HasPrefix(short[at:], r.text(i, i+1)) {
			at += r.d.Tokens[i].Len() // UK Health Board, UKHB
		} else if lower(short[at]) == r.norm(i)[0] {
			at++
		}
	}
	return at*3 >= len(short)*2
}
