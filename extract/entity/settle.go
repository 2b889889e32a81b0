package entity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Knowledge is what one article tells of a name: how surely it is of each kind.
type knowledge struct {
	scores [kinds]int
	sure   kind // kind of a mention beyond doubt; none without one
	part   bool // it is part of a longer name
	seen   bool // it stands alone somewhere
	inside bool // a mention does not open its sentence
}

// weigh scores every name that is not sure by the evidence.
func (r *reader) weigh() {
	if r.parted == nil {
		r.parted = map[string]bool{}
	}
	for k := range r.names {
		for i := r.names[k].first; i < r.names[k].last && r.names[k].last > r.names[k].first+1; i++ {
			r.parted[r.norm(i)] = true
		}
	}
	for k := range r.names {
		n := &r.names[k]
		if n.sure {
			continue
		}
		if n.kind != none {
			n.scores[n.kind] += r.listedWeight(n)
		}
		for i := range rules {
			if rules[i].holds(r, n) {
				n.scores[rules[i].kind] += rules[i].weight
			}
		}
	}
}

// listedWeight is what being listed counts for: less for a name that is also a
// given or family name.
func (r *reader) listedWeight(n *name) int {
	if n.entry == nil {
		return 4
	}
	if r.words[n.first].is(given | family) {
		return 3
	}
	return 6
}

// learn sums up what all mentions of a name tell, and what a name of several words
// tells of its parts: the family name of a person, the first word of a company.
func (r *reader) learn() {
	if r.known == nil {
		r.known, r.families = map[string]knowledge{}, map[string]int{}
	}
	for k := range r.names {
		n := &r.names[k]
		r.note(r.text(n.first, n.last), n)
	}
	r.learnWhole()
	for k := range r.names {
		n := &r.names[k]
		kd := n.best()
		if n.last < n.first+2 || kd == none {
			continue
		}
		switch kd {
		case person:
			r.notePart(n.last-1, person, 8)
			r.noteFamily(n)
			r.noteParticles(n)
			if !r.words[n.first].is(title) {
				r.notePart(n.first, person, 3)
			}
		case organisation:
			if !r.words[n.first].is(placeLead|orgHead|orgOf|eventHead) && r.first(n.first) == nil {
				r.notePart(n.first, organisation, 5)
			}
		}
	}
}

// learnWhole lets a name in doubt take after its last word, where that stands alone: "Zork Price" after
// "Price, who won", or "Ms Price".
func (r *reader) learnWhole() {
	for k := range r.names {
		n := &r.names[k]
		if n.sure || n.last < n.first+2 {
			continue
		}
		one := r.known[r.text(n.last-1, n.last)]
		if more := one.scores[person] - one.scores[organisation] - one.scores[place]; more > 3 || one.sure == person && !r.words[n.last-1].is(usual) {
			more = max(more, 6)
			n.scores[person] += more
			whole := r.known[r.text(n.first, n.last)]
			whole.scores[person] += more
			r.known[r.text(n.first, n.last)] = whole
		}
	}
}

// best is the likeliest kind of a name.
func (n *name) best() kind {
	if n.sure {
		return n.kind
	}
	best := none
	for k := person; k < kinds; k++ {
		if n.scores[k] > n.scores[best] {
			best = k
		}
	}
	return best
}

func (r *reader) note(text string, n *name) {
	was := r.known[text]
	if n.sure && was.sure == none {
		was.sure = n.kind
	}
	for i := range was.scores {
		was.scores[i] += n.scores[i]
	}
	was.seen = true
	was.inside = was.inside || !r.words[n.first].starts
	r.known[text] = was
}

// noteFamily keeps the family name of a person named in full; of two the first too, as
// the Spanish bear them. A name that is also a word or a place must be a person's surely.
func (r *reader) noteFamily(n *name) {
	surely := n.sure || r.words[n.first].is(given) || n.scores[person] >= 8
	first := n.last - 1
	if m := n.last - 2; n.last == n.first+3 && r.words[m].is(family) && !r.words[m].is(given|usual|particle) {
		first = m
		r.notePart(m, person, 5)
	}
	for i := first; i < n.last; i++ {
		w := &r.words[i]
		if _, ok := r.families[r.norm(i)]; !ok && (surely || !w.is(usual) && r.first(i) == nil) {
			r.families[r.norm(i)] = i
		}
	}
}

func (r *reader) notePart(i int, kd kind, weight int) {
	if r.d.Tokens[i].Len() < 2 || !r.words[i].capitalised() && r.words[i].shape&inner == 0 {
		return
	}
	r.noteText(r.text(i, i+1), kd, weight)
}

func (r *reader) noteText(text string, kd kind, weight int) {
	was := r.known[text]
	was.scores[kd] += weight
	was.part = true
	r.known[text] = was
}

// settle gives each name the kind that its article speaks for, and drops those that
// nothing does.
func (r *reader) settle() {
	kept := r.names[:0]
	for k := range r.names {
		n := r.names[k]
		switch {
		case !n.sure:
			r.decide(&n)
		case r.bearer(&n):
			n.kind, n.entry, n.rule = person, nil, "ent.bearer/1"
		}
		if n.kind == none {
			continue
		}
		kept = append(kept, n)
	}
	r.names = kept
}

// decide picks the kind of a name in doubt.
func (r *reader) decide(n *name) {
	if r.onlyTitle(n) {
		n.kind = none
		return
	}
	if r.family(n) {
		n.kind, n.entry = person, nil
		return
	}
	kn := r.known[r.text(n.first, n.last)]
	sum := name{scores: kn.scores}
	best := sum.best()
	if kn.sure != none && sum.scores[best] < sum.scores[kn.sure]+8 {
		best = kn.sure
	}
	if best == none || sum.scores[best] < 2 || n.kind == none && (sum.scores[best] < 5 || n.scores[best] < 5 && !kn.part) && r.allUsual(n) {
		best = r.guess(n)
	}
	if best == person && n.entry != nil && (n.entry.kind == organisation || n.entry.metonym != "") && !kn.part && !r.roleBefore(n) {
		best = n.entry.kind // Forbes says so, and nobody of that name is named in full
	}
	if best != n.kind {
		if n.entry != nil {
			n.entry = nil
		}
		n.kind = best
	}
}

// guess is the kind of a name that nothing speaks for.
func (r *reader) guess(n *name) kind {
	if n.kind != none {
		return n.kind
	}
	if r.words[n.first].starts && n.last == n.first+1 && r.d.Tokens[n.first].UPOS != "PROPN" || r.allUsual(n) {
		return none
	}
	if n.last > n.first+1 {
		return person
	}
	if strings.HasPrefix(r.d.Tokens[n.first].XPOS, "NNP") {
		return organisation
	}
	return none
}

// allUsual reports a name made of common words only.
func (r *reader) allUsual(n *name) bool {
	if w := &r.words[n.first]; n.last == n.first+1 && w.is(title|role) && !w.is(given|family) {
		return true // "the President"
	}
	return !extract.AnyToken(n.first, n.last, func(i int) bool {
		return !r.words[i].is(usual) && r.words[i].shape&letters != 0 || r.words[i].is(given)
	})
}

// bearer reports a listed body's name that is the family name of somebody the article
// has named in full before: Bloomberg after "Michael Bloomberg".
func (r *reader) bearer(n *name) bool {
	if n.kind != organisation || n.entry == nil || n.last != n.first+1 {
		return false
	}
	at, ok := r.families[r.norm(n.first)]
	return ok && at < n.first
}

// family reports the plural of a family name that the article gives: "the Blorbs".
func (r *reader) family(n *name) bool {
	one, plural := strings.CutSuffix(r.norm(n.first), "s")
	if !plural || n.last != n.first+1 || r.norm(n.first-1) != "the" {
		return false
	}
	_, known := r.families[one]
	return known
}

// onlyTitle reports a title that no name follows: "the President", "Prime Minister",
// "England's Health Secretary, Ann Pole".
func (r *reader) onlyTitle(n *name) bool {
	if n.entry != nil || !r.words[n.last-1].is(title|role) || r.words[n.last-1].is(given|family) {
		return false
	}
	p := r.norm(n.first - 1)
	return n.last > n.first+1 && r.words[n.last-1].is(title) || // Chief Veterinary Officer
		(n.last > n.first+1 || isArticle(p) || p == "this") && r.titlesOnly(n.first, n.last)
}

// companions lets a name in doubt take after its neighbour in a list: "Zork, Blorb
// and Smith".
func (r *reader) companions() {
	for k := 1; k < len(r.names); k++ {
		r.companion(&r.names[k], &r.names[k-1])
	}
	for k := len(r.names) - 1; k > 0; k-- {
		r.companion(&r.names[k-1], &r.names[k])
	}
}

func (r *reader) companion(n, by *name) {
	if n.sure || n.sentence != by.sentence {
		return
	}
	lo, hi := n, by
	if lo.first > hi.first {
		lo, hi = hi, lo
	}
	gap := hi.first - lo.last
	if gap != 1 && gap != 2 || !listMark(r.norm(lo.last)) || gap == 2 && r.norm(lo.last+1) != "and" {
		return
	}
	if gap == 1 && r.norm(lo.last) == "," && (possessive(r.norm(hi.last)) || r.norm(lo.first-1) == "of" || r.at(hi.last+1).shape == digits) {
		return // "the mayor of Zork, Ann Pole, 61,"
	}
	if k := by.best(); k != none && k != group && (by.sure || by.scores[k] >= 6) && n.best() != k {
		n.scores[k] += 4
	}
}

func listMark(norm string) bool { return extract.OneOf(norm, ",", "and", "or", ";") }

// noteParticles notes the family name with its particles: "van der Meer", "al-Zork"
// and "Al-Zork".
func (r *reader) noteParticles(n *name) {
	first := n.last - 1
	for first-1 > n.first && r.words[first-1].is(particle) {
		first--
	}
	if text := r.text(first, n.last); first < n.last-1 || 'a' <= text[0] && text[0] <= 'z' {
		r.noteText(text, person, 8)
		r.noteText(strings.ToUpper(text[:1])+text[1:], person, 8)
	}
}

// shorten leaves out of the name of a person the word that opens the sentence before it, where the article
// has the rest alone: "Deport Nikki Haley", "Though Haley".
func (r *reader) shorten() {
	for k := range r.names {
		n := &r.names[k]
		w, rest := &r.words[n.first], n.first+1
		if rest == n.last || !w.starts || w.is(given|family|title|role|particle) {
			continue
		}
		if at, known := r.families[r.norm(rest)]; rest+1 == n.last && (!known || at == rest || !w.is(usual) && r.d.Tokens[n.first].UPOS == "PROPN") {
			continue // Zork Blorb
		}
		if rest+1 < n.last && !r.words[rest].is(given) {
			continue // Aung San Suu Kyi
		}
		whole, alone := r.text(n.first, n.last), r.known[r.text(rest, n.last)]
		if alone.seen && (alone.sure == person || alone.scores[person] > 3) {
			delete(r.known, whole)
			n.first, n.kind, n.sure, n.entry = rest, person, true, nil
		}
	}
}

// lengthen takes into a name the ordinary word that opens the sentence before it, where the
// article has the longer name elsewhere: "Citizens Advice", "Positive Zork".
func (r *reader) lengthen() {
	for k := range r.names {
		n := &r.names[k]
		i := n.first - 1
		if i < 0 || !r.words[i].starts || !r.words[i].capitalised() || n.title >= 0 || k > 0 && r.names[k-1].last > i {
			continue
		}
		if _, ok := r.known[r.text(i, n.last)]; ok {
			n.first = i
			if n.sure = false; n.entry != nil {
				n.entry, n.kind = nil, none
			}
		}
	}
}

// wholeBodies joins the name of a body to the names that belong to it: the Green Party | of England and
// Wales, the Farm Organization | of the United Nations, Devon and | Zork Police, NHS | Zork and Blorb. The
// names are in text order.
func (r *reader) wholeBodies() {
	out := r.names[:0]
	for k := 0; k < len(r.names); k++ {
		n := r.names[k]
		for at := r.joint(&n, false); k+1 < len(r.names) && at >= 0 && r.names[k+1].first == at && r.belongs(&n, &r.names[k+1]); at = r.joint(&n, true) {
			k++
			n.kind, n.sure, n.last, n.entry, n.short, n.long = organisation, true, r.names[k].last, nil, r.names[k].short, r.names[k].long
		}
		out = append(out, n)
	}
	r.names = out
}

// joint is the token at which a name that belongs to n may start; -1 if none does. Joined reports that
// one has been taken in.
func (r *reader) joint(n *name, joined bool) int {
	switch w := r.norm(n.last); {
	case n.kind == place && r.at(n.last).capitalised():
		return n.last // New York | Daily News
	case w == "of" && r.words[n.last-1].is(orgOf) && n.kind == organisation && n.last > n.first+1:
		return r.afterThe(n.last+1, len(r.words)-1)
	case w == "and" && (joined || n.kind == place || r.norm(n.first) == "nhs" || r.first(n.first) != nil && r.first(n.first).kind == place):
		return n.last + 1
	case r.norm(n.last-1) == "nhs":
		return n.last
	}
	return -1
}

// locals are the bodies that serve several places, by the last word of their names.
var locals = map[string]bool{"police": true, "constabulary": true, "council": true, "ambulance": true, "nhs": true, "trust": true, "partnership": true, "authority": true, "board": true, "service": true}

// belongs reports whether the name m, which stands at the joint of n, is part of it.
func (r *reader) belongs(n, m *name) bool {
	body := locals[r.norm(m.last-1)] && m.last > m.first+1 && (r.norm(m.first) == "district" || r.first(m.first) != nil)
	switch before := r.norm(m.first - 1); {
	case n.last == m.first && n.kind == place:
		return m.entry != nil && m.entry.what == "media" && r.words[m.last-1].is(usual) && r.d.Tokens[m.first].Start == r.d.Tokens[n.last-1].End+1
	case before == "and" && n.kind != organisation, before == "and" && n.last == n.first+1:
		return body
	case before == "of", before == "and":
		return m.kind == place && r.norm(m.last) != "'s" || r.norm(n.first) == "nhs"
	case before == "the":
		return m.kind == organisation || m.kind == place
	}
	return m.kind == place // NHS | Zork
}
