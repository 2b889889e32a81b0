package quantity

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// things finds for each reading what it counts or measures, in text order, since
// a reading may share the subject of the one before it.
func (s *scan) things() {
	for i := range s.found {
		switch r := &s.found[i]; {
		case r.kind == "identifier" || r.kind == "ordinal" || r.kind == "score" || !r.of.head.Empty():
			continue
		case r.class:
			r.bound = "<="
			if s.weightClass(r.last) {
				s.attributive(r)
			}
			continue
		case r.unit.unit == nil && r.kind != "ratio" && r.kind != "multiple" && r.kind != "age":
			s.first(countRules, i)
			if r.of.head.Empty() {
				s.uncounted(i)
			} else if name, last := s.rateAt(s.atomAt(r.of.full.End), false); last > 0 {
				r.rate = name
				s.denominator(i, last)
			}
			continue
		}
		s.measured(i)
	}
	for i := range s.found {
		s.of(&s.found[i].of)
		s.listed(&s.found[i])
		s.ofName(&s.found[i])
	}
	for i := len(s.found) - 2; i >= 0; i-- {
		switch r, next := &s.found[i], &s.found[i+1]; {
		case s.before(i) && (r.of.head.Empty() || r.of.full.End < s.Atoms[r.first].Start):
			r.of = next.of // "20 9-mm cartridges"
		case r.kind == "age" && next.kind == "age" && r.of.head.Empty() && r.rule == "qty.shared-unit/1":
			r.of = next.of // "16 and 17-year-old pupils"
		case r.hanging && r.of.head.Empty(), (s.Is(r.unit.first-1, "-") || s.Is(next.unit.first-1, "-")) && s.Is(r.last, ",") && next.start == r.last+1 && !next.of.head.Empty():
			r.of, r.subject = next.of, thing{} // "a five-year, 40-mile journey", "a $2 billion, two-year plan"
		case r.kind == next.kind && r.of.head.Empty() && (r.kind == "cardinal" || r.kind != "duration" && next.of.full.Start > s.Atoms[next.first].Start && !s.IsWord(r.last, "to")) && s.gap(r.last, next.first) != "":
			r.of = next.of // "the $5 and $10 gifts"
		}
	}
}

// ofName takes the whole name that the thing of r stands in. A count that is part of it is none: the Six Nations.
func (s *scan) ofName(r *reading) {
	switch t := s.wholeName(r.of); {
	case !t.full.Overlaps(s.Span(r.first, r.last)):
		r.of = t
	case r.kind == "cardinal" && !r.of.full.Overlaps(s.Span(r.first, r.last)):
		r.kind, r.of = "identifier", thing{}
	}
}

// listed takes in the things that are counted together with r's: "12 patients and relatives",
// "30 guns, knives and drugs". A thing with a determiner or number of its own is none of them,
// nor is the subject of another clause: "cut 40 jobs and workers walked out".
func (s *scan) listed(r *reading) {
	if r.kind != "cardinal" && (r.by != "of.of" || r.kind != "money") || r.num.One || r.hyphen || r.of.full.Start < s.Atoms[r.last-1].End || !r.whole.Empty() {
		return
	}
	end := r.of.full.End
	for j, last := s.atomAt(end), false; !last && s.Doc.Tokens[s.Doc.TokenAt(end-1)].XPOS == "NNS" || !last && s.peopleToken(s.Doc.TokenAt(end-1)); j = s.atomAt(end) {
		last = s.IsWord(j, "and") || s.IsWord(j, "or")
		if !last && !s.Is(j, ",") {
			return
		}
		if !last && (s.IsWord(j+1, "and") || s.IsWord(j+1, "or")) {
			j, last = j+1, true
		}
		t, ok := s.phraseAt(j + 1)
		if !ok || s.Capital(j+1) && s.Tag(j+1) != "JJ" || strings.HasPrefix(s.Tag(j+1), "VB") || strings.HasSuffix(s.Lower(j+1), "ed") { // "people | and convinced leaders to try"
			return
		}
		if head := s.Doc.TokenAt(t.head.Start); s.counting(head) || s.Doc.Tokens[head].XPOS != "NNS" && !s.peopleToken(head) {
			return
		}
		end = t.full.End
		next := s.Tag(s.atomAt(end))
		if last && next == "DT" || // a verb that the tagger takes for a noun: "packs 40 chips and uses two"
			last && (next == "VBD" || next == "VBZ" || next == "VBP" || next == "MD") && s.objectIn(r) {
			return
		}
		if last {
			r.of.full.End = end
		}
	}
}

// objectIn reports whether a verb stands before r in its clause.
func (s *scan) objectIn(r *reading) bool {
	for k := s.Atoms[r.first].Token - 1; k >= s.Sent.First; k-- {
		switch tok := &s.Doc.Tokens[k]; {
		case strings.HasPrefix(tok.XPOS, "VB"):
			return true
		case tok.XPOS == "IN" && conjoins(tok.Norm):
			return false
		}
	}
	return false
}

// weightClass reports whether atom j names a class by weight: "the -63kg category".
func (s *scan) weightClass(j int) bool {
	return s.IsWord(j, "category", "class", "division", "weight", "event", "final", "title", "bout")
}

// denominator takes the number that reading i is per, which ends at atom last, out of the counts:
// "12 cases per 1,000 people".
func (s *scan) denominator(i, last int) {
	if i+1 < len(s.found) {
		if next := &s.found[i+1]; next.kind == "cardinal" && next.first < last && s.IsWord(next.first-1, "per") {
			next.kind, next.of = "identifier", thing{}
		}
	}
}

// before reports whether reading i is a bare number that counts what the measure behind it
// describes: "two $500 checks", "four 5,000-ton frigates".
func (s *scan) before(i int) bool {
	if i+1 >= len(s.found) {
		return false
	}
	r, next := &s.found[i], &s.found[i+1]
	return r.kind == "cardinal" && !r.vague && r.unit.unit == nil && next.first == r.last && next.unit.unit != nil && next.kind != "percent" && next.of.full.Start >= s.Atoms[next.last-1].End
}

// of puts what is counted for a noun that only says so: of "the number of trips" the trips. Some nouns say nothing
// without the one behind "of": the cost of living.
func (s *scan) of(t *thing) {
	k := s.atomAt(t.head.Start)
	if t.head.Empty() {
		return
	}
	if whole, ok := s.phraseEnding(k - 2); ok && s.IsWord(k, "error", "living") && s.IsWord(k-1, "of") {
		t.full.Start, t.head = whole.full.Start, whole.head
		return
	}
	if !s.IsWord(k+1, "of") {
		return
	}
	if s.IsWord(k, "cost", "margin", "rate", "standard") && s.IsWord(k+2, "living", "error", "inflation", "unemployment", "interest", "growth") {
		t.full.End = s.Atoms[k+2].End
		return
	}
	inner, ok := s.phraseAt(s.past(k+2, 1, "DT", "PRP$"))
	if ok && s.has(k, counting) {
		*t = inner
	}
}

// uncounted gives a bare number a thing: that of a list it belongs to, or what it measures.
func (s *scan) uncounted(i int) {
	r := &s.found[i]
	if r.kind == "fraction" && s.subject(i) {
		return
	}
	s.elided(i)
	if i > 0 && r.kind == "cardinal" && s.found[i-1].kind == "cardinal" && s.found[i-1].of.full.End < s.Atoms[s.found[i-1].start].Start && s.gap(s.found[i-1].last, r.first) != "" {
		r.of = s.found[i-1].of // "breaks of 110, 122 and 67"
	}
	if s.Tag(r.first-2) == "DT" && s.has(r.first-1, when) || s.IsWord(r.first-1, "the") && quoted(s.Text(r.last)) {
		return // "in the next 10": of what it counts only the text before may tell
	}
	if !r.of.head.Empty() || r.vague || r.hyphen || r.hanging || r.num.InWords && !r.num.Magnitude && r.role == "" || r.role == "" && !s.level(r) || s.gapTo(r) {
		return
	}
	s.measured(i)
}

// level reports whether what stands before a bare number makes it a level or an amount of
// something: a verb, a preposition, a word of direction, a bracket or colon. A number that
// nothing joins to its sentence measures nothing.
func (s *scan) level(r *reading) bool {
	j := s.past(r.first-1, -1, "RB", "DT", "RBR")
	switch t := s.Tag(j); {
	case t == "IN" || t == "TO" || t == "MD" || t == "CC" || strings.HasPrefix(t, "VB"):
		return r.first > 0 && !s.IsWord(j, "with")
	}
	return s.has(j, up|down|upword|downword|reach|gauging) || s.IsWord(j, "worth") || s.Is(j, ":") || s.Is(j, "(") || r.mod < r.start || s.Is(j, ",")
}

// atomAt is the first atom at or after byte pos.
func (s *scan) atomAt(pos int) int {
	return sort.Search(len(s.Atoms), func(i int) bool { return s.Atoms[i].Start >= pos })
}

// elided gives a bare number the counted thing of the one before it in a list:
// "435 homes by sale and 187 by tender".
func (s *scan) elided(i int) {
	r := &s.found[i]
	of := s.past(r.first-1, -1, "DT", "JJ")
	whole := s.IsWord(of, "of") && s.IsWord(of-1, "out") // "out of about 20", "out of the 15"
	if i == 0 || r.num.One || !whole && s.IsWord(r.first-1, "of", "at", "by", "next", "last") {
		return
	}
	k := i - 1
	for k > 0 && extract.OneOf(s.found[k].kind, "percent", "identifier", "ordinal", "duration") {
		k-- // "93% have had two doses, while 83% have had three"
	}
	p := &s.found[k]
	if p.kind == "measure" && r.kind == "cardinal" && !r.vague && (s.has(r.last, high) || s.Ends(r.last) && s.takesUp(r)) {
		r.unit, r.kind, r.rule, r.of = unitMatch{p.unit.unit, 0, 0}, p.kind, "qty.shared-unit/1", p.of // "5 metres long and 3 wide"
		return
	}
	if p.unit.unit != nil || p.kind != "cardinal" || p.of.head.Empty() || r.kind != "cardinal" {
		return
	}
	end := s.atomAt(p.of.full.End)
	if s.IsWord(p.first-2, "of") && s.Is(end+1, ",") && r.first == end+2 && (s.Tag(end) == "VBN" || s.Tag(end) == "VBD" || s.Tag(end) == "JJ") {
		end++ // "Of the 31 reported missing, nine"
	}
	if r.first == end+1 && (s.IsWord(end, "to") || s.Is(end, ",") && s.IsWord(p.first-2, "of")) {
		r.of = p.of         // "52 votes to 47"
		if s.Is(end, ",") { // "Of the 31 missing, nine"
			r.whole = s.Span(p.first-1, end)
		}
		return
	}
	for j := end; j < r.first; j++ {
		if s.Is(j, ";") {
			return
		}
	}
	hurt := s.IsWord(r.first-1, "killing", "injuring", "wounding") && s.isPerson(s.atomAt(p.of.head.Start))
	if whole || hurt || (p.num.One || s.several(p.of)) && s.takesUp(r) {
		r.of = p.of // "shot 40 men, killing 12"
		return
	}
	for _, w := range [...]string{"and", "compared", "including", "or", "but", "from", "while", "whereas", "against", "versus", "whom", "them"} {
		for j := s.atomAt(p.of.full.End); j < r.first; j++ {
			if s.IsWord(j, w) {
				if r.role == "" || !s.verbBetween(j, r.first) { // not "and the number of injured rose to 782"
					r.of = p.of
				}
				return
			}
		}
	}
}

// several reports whether t is of more than one.
func (s *scan) several(t thing) bool {
	k := s.Doc.TokenAt(t.head.Start)
	return strings.HasSuffix(s.Doc.Tokens[k].XPOS, "S") || s.peopleToken(k)
}

// takesUp reports whether a bare number goes on counting what the one before it counted: "six medals, with two in
// Ashton", "With 107 seats at stake, they will win 56", "Of the 90 held, 12 have left", "40 marchers, plus another 20".
func (s *scan) takesUp(r *reading) bool {
	j, next := r.first-1, s.Tag(r.last)
	verb := next == "VBP" || next == "VBD" || next == "MD"
	switch {
	case r.rule == "qty.range/1":
		return false
	case s.IsWord(j, "another"), s.Is(j, ",") && next == "IN", s.Tag(j) == "POS" && (s.Ends(r.last) || next == "IN" || next == "CC"):
		return true
	case s.IsWord(j, "with"):
		return next == "IN" || s.doing(r.last)
	case s.IsWord(j, "the"):
		return next == "VBN" || next == "VBD"
	case !strings.HasPrefix(s.Tag(j), "VB") || s.Being(j) || s.has(j, reach|gauging|up|down) || s.IsWord(j, "killed", "are", "were", "scored", "scoring"):
		return verb
	}
	return true
}

// measured finds what reading i measures.
func (s *scan) measured(i int) { s.first(measureRules, i) }

// personsOver reads "those over 68 years of age".
func (s *scan) personsOver(r *reading) bool {
	if r.kind == "age" && (s.IsWord(r.first, "younger") || s.IsWord(r.first, "older")) && r.takes(s.phraseEnding(r.first-1)) {
		return true
	}
	if r.kind != "age" || r.bound == "" || !s.isPerson(r.first-1) {
		return false
	}
	r.of = s.alone(r.first - 1)
	return true
}

// agedOne reports whether a reading is itself the thing: "a 13-year-old".
func (s *scan) agedOne(r *reading) bool {
	return r.kind == "age" && (r.rule == "qty.shared-unit/1" || s.Is(r.num.Last, "-") || s.Is(r.last-2, "-") || s.IsWord(r.last-1, "olds"))
}

// inherited gives a value the thing of the one before it.
func (s *scan) inherited(i int) bool {
	if !s.inherits(i) {
		return false
	}
	s.found[i].of = s.found[i-1].of
	return true
}

// verbSubject reads the subject of the verb that takes the value, as far as that can have a
// measure: whoever pays, eats or reads so much is not what is measured.
func (s *scan) verbSubject(r *reading) bool {
	if s.IsWord(r.first-1, "top", "bottom") && s.Tag(r.first-2) == "DT" {
		return false // "Wealth goes to the top 1 percent"
	}
	if !s.clauseSubject(r) {
		return !r.of.head.Empty()
	}
	s.mended(r)
	if !r.of.head.Empty() && !s.gauges(r) && (s.acts(r) || !s.hangs(r)) {
		if s.acts(r) && s.objectOf(r, r.verb) {
			r.subject = r.of
		}
		r.of = thing{}
	}
	if all := s.allOf(r.of); !all.head.Empty() {
		r.of = all // "Cars and vans rose by 4%"
	}
	return !r.of.head.Empty()
}

// gauges reports whether the verb that takes r gives a measure, a change or a level of its subject.
func (s *scan) gauges(r *reading) bool {
	w := s.find(s.Doc.Tokens[r.verb].Norm)
	if s.has(r.first-1, gauging) {
		return true // "cost $640 million", whatever the tagger takes the verb for
	}
	if r.role == "" && ((r.kind == "point" || r.unit.unit == indexPoint) && s.IsWord(r.first-1, "by") || r.kind == "money" && strings.HasPrefix(s.Doc.Tokens[r.verb].Norm, "rais") && !s.IsWord(r.first-1, "by")) {
		return false // "went to Rowe by 20 points", "the museum raised $2 million"
	}
	gains := r.kind == "cardinal" && r.role == "" && w != nil && w.class&(up|down) != 0 && s.acts(r) // "Lee will gain at least 24"
	return !gains && (r.kind == "multiple" || r.kind == "age" || r.role != "" || r.per != "" || w != nil && w.class&(gauging|reach|up|down|measuring|expecting) != 0 || r.kind == "duration" && w != nil && w.class&lasting != 0)
}

// hangs reports whether nothing but a preposition joins r to the verb that takes it, or it is a
// participle that tells of its noun: "stored at -20C", "sold for £8,000", "a mill located 40 km". What
// any other verb has as its object is no measure of its subject.
func (s *scan) hangs(r *reading) bool {
	verb := s.Doc.Tokens[r.verb].XPOS
	if r.kind == "duration" || r.kind == "measure" && r.unit.dimension != "temperature" && (verb != "VBG" || s.progressive(r.verb)) {
		return true
	}
	joined := verb == "VBN" && !s.perfect(r.verb) && r.kind != "money"
	for k := r.verb + 1; k < s.Atoms[r.first].Token; k++ {
		switch tag := s.Doc.Tokens[k].XPOS; {
		case tag == "IN" || tag == "TO" || tag == "RP":
			joined = true
		case s.Doc.Tokens[k].Norm == "low" || s.Doc.Tokens[k].Norm == "high": // "sank to a low of"
		case tag == "DT" || tag == "PRP$" || strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "RB"):
		default:
			return false
		}
	}
	return joined
}

// acts reports whether what r was taken for has a name, or is of persons that have, get or go so much.
func (s *scan) acts(r *reading) bool {
	t := r.of
	if strings.HasPrefix(s.Doc.Tokens[s.Doc.TokenAt(t.head.End-1)].XPOS, "NNP") {
		return true
	}
	k := s.atomAt(t.head.Start)
	return (r.kind == "money" || r.kind == "measure") && (s.isPerson(k) || s.has(k, person|people))
}

// raced reports whether atom i stands behind the class of an event: "the women's T54 | 400m".
func (s *scan) raced(i int) bool {
	for k := i - 1; k > i-5; k-- {
		if s.Tag(k) == "POS" {
			for s.Tag(k-1) == "POS" {
				k--
			}
			return s.IsWord(k-1, "men") || s.IsWord(k-1, "women")
		}
	}
	return false
}

// alike gives a share that is joined to another what that one is of, where it says so behind
// it: "up to 10% of turnover for the first breach and up to 20% for others".
func (s *scan) alike(i int) bool {
	r, p := &s.found[i], s.earlier(i)
	if p != nil && r.kind == "percent" && p.unit.unit == nil && p.last == r.first-1 && s.Is(p.last, "(") {
		r.of = p.of // "half (52%) of the adults"
		return true
	}
	if p == nil || r.kind != "percent" || p.kind != r.kind || r.role != p.role || p.of.full.Start < s.Atoms[p.last-1].End || !s.IsWord(r.first-1, "and") && !s.IsWord(r.first-1, "or") {
		return false
	}
	r.of = p.of
	return true
}

// worthOf reads "$40 billion worth of goods".
func (s *scan) worthOf(r *reading) bool {
	j := r.last
	if s.Is(j, "'") || s.Is(j, "’") || s.Is(j, "-") {
		j++
	}
	if !s.IsWord(j, "worth") || !s.IsWord(j+1, "of") && !s.IsWord(j+1, "in") {
		return false
	}
	s.partOf(r, j+2)
	return !r.of.head.Empty()
}

// ofBehind reads "60% of its market cap", "450 Nm of torque".
func (s *scan) ofBehind(r *reading) bool {
	if !s.IsWord(r.last, "of") || r.kind == "age" ||
		r.unit.unit != nil && r.unit.dimension == "length" && s.IsWord(r.first-1, "within") { // "within 25 km of the moon"
		return false
	}
	s.partOf(r, r.last+1)
	if r.of.head.Empty() {
		return false
	}
	if s.has(s.atomAt(r.of.head.Start), when) {
		r.of = thing{} // "the first six months of this year"
		return r.kind == "duration"
	}
	if name, last := s.rateAt(s.atomAt(r.of.full.End), true); last > 0 {
		r.rate = name // "2,400 cubic metres of water per second"
	}
	return true
}

// attributive reads the noun that a measure stands before: "a 6kW electric motor",
// "a $3 billion fine", "a 19% drop in sales", of which the drop is in sales.
func (s *scan) attributive(r *reading) bool {
	j := r.last
	for s.Is(j, "-") && s.Glued(j) || s.has(j, high) && s.Is(j-1, "-") && s.Is(r.last, "-") { // "a 12-foot-tall mast"
		j++
	}
	if (s.IsWord(j, "more") || s.IsWord(j, "fewer") || s.IsWord(j, "less") && r.kind == "percent") && (r.unit.unit != nil || r.kind == "multiple") && s.nounAt(j+1) {
		j++ // "60% more homes"
	}
	a := s.At(j)
	if r.rule == "qty.age/2" && !s.Is(j-1, "-") || r.kind == "age" && s.IsWord(j-1, "olds") {
		return false // "those aged 18 to 24 agree"
	}
	if s.verbal(r, j) {
		return r.kind == "cardinal"
	}
	if s.IsWord(j, "as") && (s.IsWord(j+1, "many") || s.IsWord(j+1, "much")) && r.kind == "multiple" {
		r.of, _ = s.phraseAt(j + 2) // "three times as many nurses"
		return !r.of.head.Empty()
	}
	if s.IsWord(j, "fine") && (s.Tag(r.first-1) == "DT" || s.Ends(j+1) || s.Tag(j+1) == "IN") {
		r.of = thing{a.Span, a.Span} // whatever the tagger takes it for
		return true
	}
	if s.IsWord(r.start, "from") || s.has(j, when) || s.IsWord(j, "plus") {
		return false
	}
	if s.changeNoun(r, j) {
		return true
	}
	if a == nil || a.Kind == number.Mark || (s.has(j, high|upword|downword) || r.kind == "percent" && s.comparedBy(j) != "") && !s.nounAt(j+1) && (s.Tag(j) != "NN" || s.Tag(r.start-1) != "DT") || r.per != "" || s.pluralUnit(r) {
		return false
	}
	t, ok := s.describedNoun(r, j)
	if !ok ||
		r.kind == "age" && (s.participle(j) || s.doesNow(r, j)) { // "the 30-year-old jailed on Friday"
		return false
	}
	head := s.Doc.TokenAt(t.head.Start)
	if s.calendar(head) {
		return false
	}
	r.of = t
	if r.role == "change" && r.kind == "money" && !s.has(s.atomAt(t.head.Start), changenoun) {
		r.role, r.dir = "", "" // "loses a $100m gift"
	}
	if head := s.atomAt(t.head.Start); !s.changeNoun(r, head) && r.role == "change" {
		if k := s.atomAt(t.full.Start); r.kind == "percent" && head > k && !s.Capital(k) && s.noun(s.Atoms[head-1].Token) {
			r.of = s.thing(t.full.Start, s.Atoms[head-1].Token) // "a 5% pay rise"
		}
		s.undergone(r)
	}
	return true
}

// describedNoun is the noun phrase at atom j that a measure describes, whatever the tagger takes
// its head for.
func (s *scan) describedNoun(r *reading, j int) (thing, bool) {
	one, next := thing{s.Atoms[j].Span, s.Atoms[j].Span}, s.Tag(j+1)
	switch s.Tag(j) {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJS":
	case "VB", "VBP", "CD": // no verb follows a sum so: "a £295k revamp"
		if s.noun(s.Atoms[j].Token) {
			break // "a 5% pay rise"
		}
		return one, r.kind == "money" && s.At(j).Kind == number.Letters && !s.IsWord(j, "have", "are") && (s.Tag(r.start-1) == "DT" || s.Ends(j+1) || next == "IN" || len(next) > 2 && next[:2] == "VB")
	case "VBG", "VBN":
		if next != "NN" && next != "NNS" && next != "JJ" {
			return thing{}, false
		}
	default:
		return thing{}, false
	}
	t, ok := s.phraseAt(j)
	if !ok && s.Tag(r.start-1) == "DT" && s.Tag(j) == "JJ" && (s.Ends(j+1) || next == "TO" || next == "IN") {
		t, ok = one, true
	}
	return t, ok && (r.dir == "" || !s.Capital(j))
}

// undergone puts what moved for the noun of its change: "Living costs have seen a 14% increase".
func (s *scan) undergone(r *reading) {
	j := s.past(r.first-1, -1, "DT")
	if !s.IsWord(j, "see", "sees", "saw", "seen", "seeing", "record", "recorded", "show", "showed", "shown", "post", "posted") {
		return
	}
	c := *r
	c.of, c.role = thing{}, ""
	if s.clauseSubject(&c) && !c.of.head.Empty() && !s.acts(&c) {
		r.of = c.of
	}
}

// changeNoun reads what moves in "a 19% drop in sales", of which atom j is the drop.
func (s *scan) changeNoun(r *reading, j int) bool {
	if !s.has(j, changenoun) {
		return false
	}
	if s.moves(r, j) || r.kind == "percent" && s.IsWord(j, "growth") {
		r.role, r.dir = "change", s.direction(j)
	}
	k := j + 1
	if !s.IsWord(k, "in") && !s.IsWord(k, "of") {
		return false
	}
	k++
	if s.IsWord(k, "terms") && s.IsWord(k+1, "of") {
		k += 2 // "a 12% rise in terms of value"
	}
	inner, ok := s.phraseAt(s.past(k, 1, "DT", "PRP$"))
	if !ok || s.calendar(s.At(k).Token) || s.timed(s.Doc.TokenAt(inner.head.Start)) || s.unitTime(s.atomAt(inner.head.Start)) {
		return false
	}
	r.of = inner
	return true
}

// pluralUnit reports whether a unit is in the plural, as no unit before a noun is: "7 miles north".
func (s *scan) pluralUnit(r *reading) bool {
	if r.unit.unit == nil || r.unit.first < r.num.First || r.unit.first == 0 || r.rate != "" {
		return r.rate != "" && !s.Is(r.last-2, "-") // "a $7-a-month service"
	}
	w := s.Lower(r.unit.last - 1)
	return len(w) > 3 && strings.HasSuffix(w, "s") || w == "feet"
}

// nounOf reads "speeds of up to 400 m/s", "a price tag of $5", "range: 300 miles".
func (s *scan) nounOf(r *reading) bool {
	j := r.first - 1
	if r.kind == "age" || s.IsWord(j, "by") && s.has(j-1, up|down) {
		return false
	}
	if s.Tag(j) == "RB" && s.IsWord(j-1, "of") {
		j-- // "of only $5"
	}
	for s.Is(j, "/") || s.Is(j, "+") || s.Is(j, "±") || s.Is(j, "-") && s.Is(j-1, "/") {
		j-- // "an error of +/-3 points"
	}
	switch {
	case s.IsWord(j, "worth"), s.IsWord(j, "costing"):
	case s.IsWord(r.first, "as") && r.first < r.start && (s.IsWord(r.first+1, "low") || s.IsWord(r.first+1, "high")):
		j++ // "temperatures as low as -20C"
	case r.unit.unit != nil && r.kind != "measure" && r.role == "" && r.first < r.start && strings.HasPrefix(s.Tag(j), "NN") && !s.isPerson(j) && s.IsWord(r.first, "above", "below", "over", "under"):
		j++ // "a salt content above 0.3%"
	case r.kind == "percent" && s.Is(j, ",") && s.Is(r.last, ",") && s.Tag(j-1) == "NNS" && r.role == "": // "a majority of voters, 56%, agree"
	case r.kind == "measure" && (s.IsWord(j, "with") || s.Is(j, ",") && s.Ends(r.last) && s.Tag(j-1) != "NNP"): // "a camera with 48 megapixels"
	case s.IsWord(j, "at") && (s.IsWord(j-1, "valued") || s.IsWord(j-1, "priced") || s.IsWord(j-1, "estimated")):
		j--
	case s.IsWord(r.start, "from") || s.IsWord(r.start, "between"):
		if r.role != "" || r.start != r.first {
			return false
		}
		if !s.IsWord(j, "of") && !s.IsWord(j, "at") {
			j++
		}
	case s.IsWord(j, "of"), s.Is(j, ":"), s.Is(j, "("), s.IsWord(j, "at") && !s.has(j-1, reach) && (r.unit.unit != nil || s.putAt(j)):
	default:
		return false
	}
	if s.IsWord(j, "of") && (s.Is(j-1, "-") || s.Is(j-1, "–") || s.Is(j-1, "—") || s.Is(j-1, ",")) {
		j-- // "rent arrears - of more than $300,000"
	}
	if s.IsWord(j, "of") && s.Is(j-1, ")") && s.Is(j-3, "(") {
		j -= 3 // "a gross domestic product (GDP) of $350bn"
	}
	if s.IsWord(j, "at") && (s.IsWord(j-1, "unchanged") || s.IsWord(j-1, "steady")) {
		j--
	}
	t, ok := s.phraseEnding(j - 1)
	if h := s.atomAt(t.head.Start); ok && s.IsWord(h, "basis") {
		for j = s.atomAt(t.full.Start) - 1; j > h-6 && !s.IsWord(j, "on"); j-- {
		}
		if s.IsWord(j, "on") {
			t, ok = s.phraseEnding(j - 1) // "inflation on a yearly basis at 2%"
		}
	}
	return ok && s.takesOf(r, t, j)
}

// takesOf makes t, which ends before the preposition at atom j, the thing of a reading, but for
// times, counts and amounts. The people of a country are not named: "a country of 1.4 billion".
func (s *scan) takesOf(r *reading, t thing, j int) bool {
	head := s.Doc.TokenAt(t.head.Start)
	if s.calendar(head) || s.counting(head) {
		return false
	}
	if s.Is(j, "(") && s.place(head) { // "the buys are in Ohio ($240,000)"
		k := s.foundAt(s.Atoms[r.first].Start) - 1
		return r.kind == "percent" && (k < 0 || r.first-s.found[k].last > 14)
	}
	if s.amounts(head) || s.Doc.Tokens[head].Norm == "rate" && (t.full == t.head || s.IsWord(s.atomAt(t.full.Start)-2, "at")) || s.Is(j, "(") && len(s.unitsAt(s.atomAt(t.head.Start))) > 0 {
		return false
	}
	if extract.OneOf(s.Doc.Tokens[head].Norm, "country", "nation", "state", "city", "town", "village", "community", "island", "district", "province", "market") {
		if !s.IsWord(j, "worth") {
			return s.IsWord(j, "of")
		}
	}
	r.of = t
	s.changeOf(r, s.atomAt(t.head.Start))
	return true
}

// place reports whether token t is of the name of a place.
func (s *scan) place(t int) bool { return s.entity(t, "LOC") }

// entity reports whether token t is of a name of this type.
func (s *scan) entity(t int, typ string) bool {
	e := s.Doc.Entities
	k := sort.Search(len(e), func(k int) bool { return e[k].Last > t })
	return k < len(e) && e[k].First <= t && e[k].Type == typ
}

// doesNow reports whether the word at atom j is what somebody of the age r does, a verb that the
// tagger takes for a noun: "the 65-year-old | worries that", "a 30-year-old | suffers from".
func (s *scan) doesNow(r *reading, j int) bool {
	if s.Tag(j) != "NNS" || s.nounAt(j+1) {
		return false
	}
	return s.IsWord(r.first-1, "a") || s.IsWord(r.first-1, "an") || s.IsWord(j+1, "that") && s.Tag(j+2) != "VBP" && s.Tag(j+2) != "VBD"
}

// participle reports whether atom j is a participle or a verb, whatever the tagger takes it for,
// and no noun follows that it describes.
func (s *scan) participle(j int) bool {
	w, next := s.Lower(j), s.Tag(j+1)
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasPrefix(next, "NN") && !strings.HasPrefix(next, "JJ")
}

// moves reports whether the noun at j names a movement that r measures. A gain of money is a result.
func (s *scan) moves(r *reading, j int) bool {
	return s.has(j, up|down) && !(r.kind == "money" && (s.IsWord(j, "gain") || s.IsWord(j, "gains")))
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

// putAt reports whether a verb of estimating governs the noun before "at", atom j: "put the crowd at 5,000".
func (s *scan) putAt(j int) bool {
	return extract.AnyToken(j-5, j, func(k int) bool {
		return s.IsWord(k, "put", "puts", "putting", "estimate", "estimated", "estimates", "set", "sets")
	})
}

// object reads the object that a change is done to: "raised its key rate by 25 basis points".
func (s *scan) object(r *reading) bool {
	j := r.first - 1
	if t, ok := s.phraseEnding(j); ok && r.unit.unit != nil && !s.calendar(s.Doc.TokenAt(t.head.Start)) {
		k := s.beforePhrase(&t, r.first)
		if s.has(r.last, upword|downword) || (r.kind == "percent" || r.kind == "point") && s.has(k, up|down) && s.isVerb(k) {
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
	if by := s.IsWord(j, "by"); by && s.lost(j) || !by && (r.role == "" || !s.IsWord(j, "to") && !s.IsWord(j, "from")) {
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
			if r.role == "" && s.has(k, up|down) && s.isVerb(k) {
				r.role, r.dir = "change", s.direction(k)
			}
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

// equivalentOf reads a sum or measure in brackets behind one of the same kind:
// "9 billion shekels ($2.4 billion)", "100 kilometres (60 miles)".
func (s *scan) equivalentOf(i int) bool {
	r := &s.found[i]
	if i == 0 {
		return false
	}
	p := &s.found[i-1]
	same := r.unit.unit != nil && p.unit.unit != nil && r.kind == p.kind && r.unit.code != p.unit.code && r.unit.dimension == p.unit.dimension
	sum := r.kind == "money" && p.kind == "cardinal" && p.num.Magnitude && s.atomAt(p.of.full.End) <= p.first
	end := p.last
	if p.equivalent > 0 && s.Is(end, ";") || end < len(s.Atoms) && p.of.full.Start == s.Atoms[end].Start {
		end = max(end, s.atomAt(p.of.full.End)) // "a 9,000 rouble fine (£77; $97)"
	}
	if !same && !sum || r.first-1 < p.last || r.first > end+4 {
		return false
	}
	bracket := false
	for j := end; j < r.first; j++ {
		if s.Is(j, "(") || s.Is(j, "/") || s.Is(j, ";") && p.equivalent > 0 || s.Is(j, ",") && p.equivalent > 0 && s.Is(r.last, ")") || s.IsWord(j, "or") {
			bracket = true
		} else if s.At(j).Kind == number.Letters && !s.IsWord(j, "to") {
			return false
		}
	}
	if !bracket {
		return false
	}
	r.equivalent, r.of = i, p.of
	if s.Is(r.last, ")") {
		if name, last := s.rateAt(r.last+1, true); last > 0 && p.rate == "" {
			r.rate, p.rate = name, name // "£6.99 ($7.99) per month"
		} else if s.has(r.last+1, each) {
			r.per, p.per = "each", "each"
		}
	}
	if p.equivalent > 0 {
		r.equivalent = p.equivalent // the third of "C$400 ($325; £228)" restates the first
	}
	r.role, r.dir = p.role, p.dir
	if !r.approx {
		r.bound, r.approx = p.bound, p.approx
	}
	if s.Is(r.last, ")") && (s.IsWord(r.last+1, "of") || s.IsWord(r.last+1, "worth") && s.IsWord(r.last+2, "of")) {
		k := r.last + 2 // "$60bn (£50bn) worth of stock"
		if s.IsWord(k, "of") {
			k++
		}
		s.partOf(r, k)
		p.of = r.of
		return true
	}
	if (r.of.head.Empty() || s.Is(p.num.Last, "-")) && s.Is(r.last, ")") && r.per == "" && !s.has(r.last+1, high) {
		if t, ok := s.phraseAt(r.last + 1); ok {
			r.of, p.of = t, t
		}
	}
	return true
}

// phraseEnding reads the noun phrase that ends at atom i, without determiner.
func (s *scan) phraseEnding(i int) (thing, bool) {
	a := s.At(i)
	if a == nil || a.Kind == number.Mark && !s.Is(i, ")") {
		return thing{}, false
	}
	return s.tokensEnding(a.Token)
}

// namedToken reports whether token t is written as part of a name, between others.
func (s *scan) namedToken(t int) bool {
	if t <= s.Sent.First || t+1 >= s.Sent.Last || !s.Doc.IsCapital(t) {
		return false
	}
	before := &s.Doc.Tokens[t-1]
	return s.Doc.IsCapital(t+1) && (before.XPOS == "NNP" || s.Doc.IsCapital(t-1) && before.XPOS == "RB") || t-1 > s.Sent.First && before.XPOS == "JJ"
}

// unitToken reports whether token t is the unit of an earlier reading: "the 6kW motor".
func (s *scan) unitToken(t int) bool {
	at := s.Doc.Tokens[t].Span
	i := s.foundAt(at.Start)
	if i == len(s.found) || s.found[i].unit.unit == nil || s.found[i].unit.last == 0 {
		return false
	}
	u := s.Span(s.found[i].unit.first, s.found[i].unit.last)
	return u.Overlaps(at) || at.Overlaps(u)
}

// tokensEnding reads the noun phrase that ends with the token head, without determiner.
func (s *scan) tokensEnding(head int) (thing, bool) {
	if head < s.Sent.First || !s.noun(head) {
		return thing{}, false
	}
	first := head
	for first > max(s.Sent.First, head-12) {
		if s.Doc.Text[s.Doc.Tokens[first-1].Start] < 'A' && s.counting(first-1) || s.unitToken(first-1) {
			return s.thing(s.Doc.Tokens[first].Start, head), true // "the 25% duty on 40 goods"
		}
		switch tag := s.Doc.Tokens[first-1].XPOS; {
		case strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ"):
		case (tag == "VB" || tag == "VBP" || tag == "GW") && first-2 >= s.Sent.First && s.Doc.Tokens[first-2].XPOS == "PRP$":
			// a noun that the tagger takes for a verb: "their win rate"
		case strings.HasPrefix(tag, "VB") && s.namedToken(first-1): // a name: "British Synchronised Swimming"
		case tag == "CC" && first-2 >= s.Sent.First && s.coordinated(first-1): // "food and fuel prices"
		case tag == "HYPH" || s.Doc.Tokens[first-1].Norm == "&", tag == "RB" && s.Doc.IsCapital(first-1) && strings.HasPrefix(s.Doc.Tokens[first].XPOS, "VB"):
		case tag == "POS" && first-2 >= s.Sent.First && s.noun(first-2) && s.Doc.Tokens[first-2].XPOS != "NNP" && !s.calendar(first-2):
		default:
			return s.thing(s.Doc.Tokens[first].Start, head), true
		}
		first--
	}
	return s.thing(s.Doc.Tokens[first].Start, head), true
}

// passage is t's text, or "" for none.
func passage(d *extract.Document, s extract.Span) string {
	if s.Empty() {
		return ""
	}
	return d.In(s)
}
