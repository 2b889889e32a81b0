package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// changes links the quantities of one movement: what it moved by, to and from.
func (s *scan) changes() {
	group := 0
	for i := range s.found {
		r := &s.found[i]
		if extract.OneOf(r.kind, "identifier", "ordinal", "score", "age") || r.role != "" || s.split(i) {
			continue
		}
		s.moved(r)
		s.toFrom(i)
		if (r.role != "" || s.IsWord(r.first-1, "by")) && extract.OneOf(r.kind, "cardinal", "fraction") && !r.vague && s.points(r) {
			r.unit, r.kind, r.rule, r.num.One = unitMatch{indexPoint, r.last, r.last + 1}, "measure", "qty.measure/2", false
			r.last++
			r.core = r.last
		}
	}
	s.alternatives()
	for i := range s.found {
		r := &s.found[i]
		if !extract.OneOf(r.role, "to", "from") {
			continue
		}
		if p := s.partner(i); p >= 0 {
			if s.found[p].group == 0 {
				group++
				s.found[p].group = group
			}
			r.group = s.found[p].group
			s.levelInPoints(i, p)
		}
		r.dir = s.way(i)
	}
}

// way is up or down for a level that a change goes to or comes from: that of the movement it is a level of, of the word
// before its preposition, or of the verb.
func (s *scan) way(i int) string {
	r := &s.found[i]
	if p := s.partner(i); p >= 0 && s.found[p].dir != "" {
		return s.found[p].dir
	}
	j := r.first - 1
	for s.IsWord(j, "to", "from", "at", "on", "the", "just", "only") {
		j--
	}
	if s.has(j, up|down|upword|downword) {
		return s.direction(j)
	}
	return s.changeBefore(j + 1)
}

// indexPoint is what an index, a rate or a lead moves by.
var indexPoint = &unit{code: "point"}

// margins makes points percentage points in an article of votes: "Rowe leads Cho by 12 points".
func (s *scan) margins() {
	for i := range s.found {
		r, k := &s.found[i], s.found[i].last
		if r.kind == "cardinal" && r.role != "change" && s.ofIndex(s.atomAt(r.of.full.Start), min(s.atomAt(r.of.full.End), r.first)) {
			r.unit, r.kind, r.rule = unitMatch{indexPoint, 0, 0}, "measure", "qty.measure/2" // "The Dow closed at 27,349"
			continue
		}
		counted := r.kind == "cardinal" && !r.vague && !r.hyphen && s.points(r)
		if !counted && r.unit.unit != indexPoint || !s.ofVotes() {
			continue
		}
		if counted {
			r.unit, r.last, r.core, r.of = unitMatch{nil, k, k + 1}, k+1, k+1, thing{}
		}
		r.unit.unit, r.kind, r.rule = &unit{code: "pp"}, "point", "qty.point/1"
	}
}

// ofVotes reports whether the article is of votes, and the sentence of no index.
func (s *scan) ofVotes() bool {
	if s.votes == 0 {
		s.votes = -1
		n := 0
		for _, word := range [...]string{" poll ", " polls", " voters", " caucus", " delegates", " election", " candidate", " nomination", " Democrat", " Republican"} {
			n += strings.Count(s.Doc.Text, word)
		}
		if n > 2 {
			s.votes = 1
		}
	}
	return s.votes > 0 && !s.ofIndex(0, len(s.Atoms))
}

// ofIndex reports whether the atoms [i, j) name an index of a market.
func (s *scan) ofIndex(i, j int) bool {
	return s.anyHas(i, j, index) || i < j && strings.Contains(s.Doc.In(s.Span(i, j)), "S&P")
}

// levelInPoints gives the unit of a movement in points to its level: "fell 312 points, or
// 0.9%, to 33,512". p is the movement, or the second way to say it.
func (s *scan) levelInPoints(i, p int) {
	r := &s.found[i]
	if s.found[p].unit.unit != indexPoint && p > 0 && s.found[p].role == "change" {
		p--
	}
	if s.found[p].unit.unit == indexPoint && r.kind == "cardinal" {
		r.unit, r.kind, r.rule = unitMatch{indexPoint, 0, 0}, "measure", "qty.shared-unit/1"
	}
}

// alternatives gives changes that share a verb one direction: "up 17.5 points, or 0.22%",
// "rose 0.3% on the month and 2.1% on the year".
func (s *scan) alternatives() {
	for i := 1; i < len(s.found); i++ {
		r, p := &s.found[i], &s.found[i-1]
		j := r.first - 1
		and := (s.IsWord(j, "and") || s.Is(j, ",") && s.Tag(p.last) == "IN" && s.IsWord(r.last, s.Lower(p.last))) && r.unit.unit == p.unit.unit && !s.verbBetween(p.last, j)
		if r.role != "" || p.role != "change" || r.unit.unit == nil || !s.IsWord(j, "or") && !s.Is(j, "(") && !and ||
			p.value.None() || r.first-p.last > 3 && !and {
			continue
		}
		r.role, r.dir = p.role, p.dir
	}
}

// verbBetween reports whether a verb stands among atoms [i, j).
func (s *scan) verbBetween(i, j int) bool {
	return extract.AnyToken(i, j, func(k int) bool { return s.Tag(k) == "MD" || strings.HasPrefix(s.Tag(k), "VB") })
}

// moved marks a quantity that a change goes by: "rose 3.2%", "was down by 0.1 per cent".
func (s *scan) moved(r *reading) {
	if r.dir != "" {
		r.role = "change"
		return
	}
	j := r.first - 1
	by := s.IsWord(j, "by")
	if by && s.lost(j) {
		return // "lost by 12 points", and moved by none
	}
	for range 3 {
		w := s.Lower(j)
		if s.has(j, up|down|upword|downword) ||
			!extract.OneOf(w, "by", "just", "only", "another", "a", "an", "further", "additional") && s.Tag(j) != "RB" {
			break
		}
		j--
	}
	switch {
	case s.has(j, upword|downword) && (r.unit.unit == nil && (r.kind != "fraction" || !s.IsWord(j, "up", "down")) && !s.points(r) || s.gives(j-1)):
	case s.has(j, upword|downword):
		r.dir = s.direction(j)
	case !by && (r.kind == "measure" && s.IsWord(r.last, "of") || r.kind == "money" && strings.HasPrefix(s.Lower(j), "rais")):
	case s.isVerb(j) && s.has(j, up|down) && !by && r.first < r.start && s.IsWord(r.first, "above", "below"):
		r.role = "to" // "rose above 3%"
		return
	case s.isVerb(j) && s.has(j, up|down) && (by || r.unit.unit != nil && r.kind != "duration" || s.points(r)):
		r.dir = s.direction(j)
	case by:
		if d := s.changeBefore(j + 1); d != "" {
			r.dir = d
		}
	}
	if r.dir == "" && extract.OneOf(r.kind, "percent", "point") {
		r.dir = s.comparedBy(r.last)
	}
	if r.dir != "" {
		r.role = "change"
	}
}

// lost reports whether what "by" at atom j gives is a margin: "lost the vote by 12 points".
func (s *scan) lost(j int) bool {
	return extract.AnyToken(j-7, j, func(k int) bool { return s.IsWord(k, "lost", "lose", "loses", "losing") })
}

// comparedBy is the way in which a share behind which atom j stands is more or less: "closed 0.8% lower", "posts 84% more
// often". What is more than something else has not moved: "20% more effective than the old one".
func (s *scan) comparedBy(j int) string {
	for k := j + 1; k < j+4; k++ {
		if n := k + 1; s.IsWord(k, "than") && n < len(s.Atoms) {
			if w := s.Doc.NounAt(s.Atoms[n].Token); w >= 0 && !s.Doc.Nouns[w].Time && s.Tag(n) != "PRP" {
				return ""
			}
		}
	}
	switch w := s.Lower(j); {
	case s.has(j, upword) && (w != "up" || s.IsWord(j+1, "on")), w == "more", w == "faster", w == "stronger", w == "bigger", w == "larger":
		return "up"
	case s.has(j, downword) && (w != "down" || s.IsWord(j+1, "on")), w == "less", w == "fewer", w == "slower", w == "weaker", w == "smaller", w == "cheaper":
		return "down"
	}
	return ""
}

// gives reports whether atom i is a verb whose "up" or "down" is no direction: "gave up
// 517 yards", "turned down a £30m bid". "Ended up 30 points" is one.
func (s *scan) gives(i int) bool {
	return s.IsWord(i, "add", "adds", "added", "gave", "give", "gives", "giving", "given", "put", "puts", "putting", "racked", "made", "make", "makes", "took", "take", "takes", "picked", "set", "sets", "laid", "shut", "shuts", "knocked", "broke", "paid",
		"turn", "turned", "turns", "turning", "shutting", "setting", "pick", "picks", "picking", "making", "taking",
		"strike", "struck", "strikes", "striking", "hunt", "hunted", "hunting", "gunned", "gunning", "tracked", "track", "tracking", "lay", "lays", "laying")
}

// points reports whether r counts points, which an index moves by, or is the one that it moved by.
func (s *scan) points(r *reading) bool {
	return s.IsWord(r.last, "points") || s.IsWord(r.last, "point") && s.IsWord(s.past(r.first-1, -1, "RB", "JJ"), "by")
}

// isVerb reports whether atom i is a verb, or a form that taggers take for a noun where a verb stands.
func (s *scan) isVerb(i int) bool {
	t := s.Tag(i)
	if s.IsWord(i, "cut") && t == "NN" && s.Tag(i+1) == "NNS" {
		return true
	}
	return len(t) >= 2 && t[:2] == "VB" || t == "NN" && i > 0 && extract.OneOf(s.Tag(i-1), "NNS", "NNP", "TO") || t == "NNS" && i > 0 && s.Tag(i-1) == "NN" || t == "JJ" && s.has(i, down)
}

func (s *scan) direction(i int) string {
	if s.has(i, down|downword) {
		return "down"
	}
	return "up"
}

// changeBefore looks up to eight atoms left of i, within the clause, for a verb of change.
func (s *scan) changeBefore(i int) string {
	verb := false
	for j := i - 1; j >= max(0, i-8); j-- {
		verb = verb || strings.HasPrefix(s.Tag(j), "VB")
		if s.Is(j, ";") || s.Is(j, ".") && !s.Glued(j+1) || verb && s.Is(j, "-", "–", "—") && !s.Glued(j) {
			return "" // the rate at which prices rise - stands at
		}
		if s.has(j, up|down) && s.isVerb(j) {
			return s.direction(j)
		}
	}
	return ""
}

// toFrom marks the levels a change goes to and comes from.
func (s *scan) toFrom(i int) {
	r := &s.found[i]
	if r.role != "" {
		return
	}
	j := r.first - 1
	if s.IsWord(j, "the") && s.IsWord(j-1, "from", "on") {
		j-- // "up from the $750 million"
	}
	switch {
	case s.IsWord(j, "to") && s.IsWord(j-1, "access", "according", "compared", "due", "thanks"): // "lifted the ban, giving them access to $2bn"
	case s.IsWord(j, "to") && (s.IsWord(j-1, "add", "adds") || s.gives(j-2)): // "it adds to $2bn of aid", "bills add up to £4m"
	case s.IsWord(j, "to") && s.revised(j):
		r.role = "to"
	case s.IsWord(j, "to") || s.IsWord(j, "at") && s.has(j-1, reach):
		if s.has(j-1, up|down|upword|downword) || s.changeBefore(j) != "" || s.Is(j-1, ",") && s.leavesLevel(i) || i > 0 && (s.found[i-1].role == "change" || s.found[i-1].dir != "") && j-s.found[i-1].last < 4 {
			r.role = "to"
		}
	case s.IsWord(j, "on") && r.unit.unit != nil && i > 0 && s.found[i-1].role == "change" && (s.found[i-1].last == j || s.found[i-1].last == j-1):
		r.role = "from" // "up 4% on the £3m of last year"
	case s.IsWord(j, "from") && s.IsDigits(r.num.First):
		if s.has(j-1, upword|downword|up|down) || s.leavesLevel(i) || s.changeBefore(j) != "" && r.unit.unit != nil && r.kind != "duration" {
			r.role = "from"
		}
	}
}

// revised reports whether a verb that sets a level anew has its object before atom j: "revised
// the rate to".
func (s *scan) revised(j int) bool {
	t, ok := s.phraseEnding(j - 1)
	if !ok {
		return false
	}
	k := s.beforePhrase(&t, j)
	if s.IsWord(k, "take", "takes", "took", "taken", "taking", "bring", "brings", "brought", "bringing") {
		return s.has(s.atomAt(t.head.Start), numbernoun|counting)
	}
	return s.has(k, revising)
}

// leavesLevel reports whether the reading before i is a movement or its end; an ordinal
// or a duration of a time between them does not part them: "to $8 in the third quarter from $9".
func (s *scan) leavesLevel(i int) bool {
	for p := i - 1; p >= max(0, i-3); p-- {
		switch q := &s.found[p]; {
		case s.found[i].first-q.last > 12:
			return false
		case extract.OneOf(q.role, "to", "change"):
			return true
		case !extract.OneOf(q.kind, "ordinal", "duration"):
			return false
		}
	}
	return false
}

// partner is the nearest earlier reading of the same movement; -1 if there is none.
func (s *scan) partner(i int) int {
	for p := i - 1; p >= max(0, i-3); p-- {
		q := &s.found[p]
		if q.role == "" || q.role == "ratio" {
			continue
		}
		if s.found[i].first-q.last > 14 {
			return -1
		}
		return p
	}
	return -1
}

// parts marks quantities that are part of the one before: "40 people, including 12 children".
func (s *scan) parts() {
	for i := 1; i < len(s.found); i++ {
		r, p := &s.found[i], &s.found[i-1]
		j := r.first - 1
		if !s.IsWord(j, "including") ||
			!extract.OneOf(p.kind, "cardinal", "money") || r.kind != p.kind && r.kind != "percent" || p.of.full.Empty() && p.kind == "cardinal" {
			continue
		}
		r.whole = s.Span(p.start, p.last)
		if p.kind == "cardinal" && p.of.full.Start >= r.whole.Start {
			r.whole = r.whole.Cover(p.of.full)
		}
	}
}
