package entity

import "slices"

// headline finds names where capitals say nothing: listed ones, those of the body,
// and people with a title or a given and a family name.
func (r *reader) headline(at int) {
	s := r.d.Sentences[at]
	shouts := r.styles[at] == shouted
	for i := s.First; i < s.Last; {
		from := len(r.names)
		last := r.headlineName(i, s.Last, shouts)
		if len(r.names) > from {
			r.names[len(r.names)-1].sentence = at
		}
		i = max(last, i+1)
	}
}

func (r *reader) headlineName(i, end int, shouts bool) int {
	w := &r.words[i]
	if w.shape&letters == 0 || w.is(calendar) {
		return i
	}
	if last := r.knownName(i, end); last > i {
		return last
	}
	if e, last := r.match(i, end, shouts && r.d.Tokens[i].Len() > 3); e != nil && (last > i+1 || !r.ambiguous(i, e)) {
		r.add(name{first: i, last: last, kind: e.kind, sure: true, entry: e, rule: "ent.headline-listed/1"})
		return last
	}
	if w.is(given) && i+1 < end && r.words[i+1].is(family) {
		r.add(name{first: i, last: i + 2, kind: person, sure: true, rule: "ent.headline-person/1"})
		return i + 2
	}
	return i
}

// ambiguous reports a listed name of one word that may be an ordinary word in
// capitals.
func (r *reader) ambiguous(i int, e *entry) bool {
	n := r.norm(i)
	return n == "us" || n == "who" || n == "turkey" || e.what == "party"
}

// index lists the names of the body by their first word, those of people by the
// last too, if there is a headline to read. A few for each word are enough.
func (r *reader) index() {
	if !slices.ContainsFunc(r.styles, func(s style) bool { return s != plain }) {
		return
	}
	if r.byWord == nil {
		r.byWord = map[string][]int{}
	}
	for k := range r.names {
		n := &r.names[k]
		r.byFirst(n.first, k)
		if n.kind == person && n.last > n.first+1 && !r.common[r.norm(n.last-1)] {
			r.byFirst(n.last-1, k)
		}
	}
}

func (r *reader) byFirst(i, k int) {
	known := r.byWord[r.norm(i)]
	for _, o := range known {
		if n, m := &r.names[o], &r.names[k]; r.text(n.first, n.last) == r.text(m.first, m.last) {
			return
		}
	}
	if len(known) < 8 {
		r.byWord[r.norm(i)] = append(known, k)
	}
}

// knownName finds a name that the body gave, by its words in lower case.
func (r *reader) knownName(i, end int) int {
	best, kd := i, none
	var entry *entry
	for _, k := range r.byWord[r.norm(i)] {
		n := &r.names[k]
		if last := r.sameWords(i, end, n.first, n.last); last > best {
			best, kd, entry = last, n.kind, n.entry
		}
		if n.kind == person && n.last > n.first+1 {
			if last := r.sameWords(i, end, n.last-1, n.last); last > best {
				best, kd, entry = last, person, nil
			}
		}
	}
	if best > i {
		r.add(name{first: i, last: best, kind: kd, sure: true, entry: entry, rule: "ent.headline-known/1"})
	}
	return best
}

// sameWords returns the token after the words from i on that equal tokens [first,
// last); -1 if they do not.
func (r *reader) sameWords(i, end, first, last int) int {
	if i+last-first > end {
		return -1
	}
	for k := first; k < last; k++ {
		if r.norm(i+k-first) != r.norm(k) {
			return -1
		}
	}
	return i + last - first
}
