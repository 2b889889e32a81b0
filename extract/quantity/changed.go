package quantity

// changeNoun reads what moves in "a 19% drop in sales", of which atom j is the drop.
func (s *scan) changeNoun(r *reading, j int) bool {
	if !s.has(j, changenoun) {
		return false
	}
	if s.moves(r, j) || r.kind == "percent" && s.IsWord(j, "growth") {
		r.role, r.dir = "change", s.direction(j)
	}
	k := j + 1
	if !s.IsWord(k, "in", "of") {
		return false
	}
	k++
	if s.IsWord(k, "terms") && s.IsWord(k+1, "of") {
		k += 2 // "a 12% rise in terms of value"
	}
	inner, ok := s.phraseAt(s.past(k, 1, "DT", "PRP$"))
	if !ok || s.calendar(s.At(k).Token) || s.timed(s.Doc.TokenAt(inner.head.Start)) {
		return false
	}
	r.of = inner
	return true
}

// moves reports whether the noun at j names a movement that r measures. A gain of money is a result.
func (s *scan) moves(r *reading, j int) bool {
	return s.has(j, up|down) && !(r.kind == "money" && s.IsWord(j, "gain", "gains"))
}

// changeOf reads the direction of "an increase of 5%", and what moved in "a rise of 5% in sales".
func (s *scan) changeOf(r *reading, head int) {
	if !s.IsWord(head+1, "of") || !s.has(head, changenoun) || !s.moves(r, head) || r.kind == "duration" {
		return
	}
	r.role, r.dir = "change", s.direction(head)
	j := r.last
	if !s.IsWord(j, "in") {
		return
	}
	r.takes(s.phraseAt(j + 1))
}

// object reads the object that a change is done to: "raised its key rate by 25 basis points".
func (s *scan) object(r *reading) bool {
	j := r.first - 1
	if t, ok := s.phraseEnding(j); ok && r.unit.unit != nil && !s.calendar(s.Doc.TokenAt(t.head.Start)) {
		k := s.beforePhrase(&t, r.first)
		if s.has(r.last, upword|downword) || (r.kind == "percent" || r.kind == "point") && s.has(k, up|down) {
			r.of, r.role = t, "change" // "lifted the index 2%", "pulled the sector 0.68 percent lower"
			if r.dir == "" {
				r.dir = s.direction(k)
			}
			return true
		}
	}
	if s.IsWord(r.first, "from") {
		j = r.first // "raise the wage from $7 to $15": the range begins with its preposition
	}
	if by := s.IsWord(j, "by"); by && s.lost(j) || !by && (r.role == "" || !s.IsWord(j, "to", "from")) {
		return false
	}
	if s.changed(r) {
		return true
	}
	for range 3 {
		t, ok := s.phraseEnding(j - 1)
		if !ok || s.calendar(s.Doc.TokenAt(t.head.Start)) {
			return false
		}
		k := s.beforePhrase(&t, j)
		if s.has(k, up|down|revising) || s.revised(j) {
			r.of = t
			return true
		}
		if s.Tag(k) != "IN" {
			return false
		}
		j = k // "cut the forecast for growth to"
	}
	return false
}

// changed takes what a verb of change has right behind it, however far the figure is: "will halve
// aid to them next year - from £2bn".
func (s *scan) changed(r *reading) bool {
	v := s.verbOver(s.Atoms[r.first].Token - 1)
	if v < 0 {
		return false
	}
	verb := s.atomAt(s.Doc.Tokens[s.Doc.Verbs[v].Last-1].Start)
	j := s.past(verb+1, 1, "DT", "PRP$")
	t, ok := s.phraseAt(j)
	if !ok || !s.has(verb, up|down|revising) || s.timeHead(t) || s.counting(s.At(j).Token) || len(s.unitsAt(s.atomAt(t.head.Start))) > 0 || t.full.End > s.Atoms[r.first].Start {
		return false
	}
	r.of = t
	if r.role == "" && s.has(verb, up|down) {
		r.role, r.dir = "change", s.direction(verb)
	}
	return true
}

// beforePhrase is the atom before t and its determiner. t ends before atom j; a verb that
// was taken for a noun of it is cut off.
func (s *scan) beforePhrase(t *thing, j int) int {
	k := s.past(s.atomAt(t.full.Start)-1, -1, "DT", "PRP$")
	for i := j - 2; i > k; i-- {
		if s.has(i, up|down) {
			t.full.Start = s.Atoms[i+1].Start
			return i
		}
	}
	return k
}
