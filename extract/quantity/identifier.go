package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// An identRule recognises a number that names or orders something and counts
// nothing. match returns the end of what it takes, or 0.
type identRule struct {
	id, example string
	kind        string
	match       func(s *scan, i int) int
}

// identRules are tried in order at each number in digits.
var identRules = []identRule{
	{"qty.ident-dotted/1", "It runs version 12.34.56 of the program.", "identifier", dottedNumber},
	{"qty.ident-web/1", "See https://example.com/?q=a%20b for more.", "identifier", webAddress},
	{"qty.ident-scale/1", "On a scale of 1 to 10, it was good.", "identifier", scaleEnds},
	{"qty.ident-quoted/1", "The “618” sale began.", "identifier", quotedNumber},
	{"qty.ident-group/1", "The Group of 20 met.", "identifier", groupOf},
	{"qty.ident-block/1", "He was shot in the 1200 block of Elm Street.", "identifier", block},
	{"qty.ident-list/1", "4. Wash the rice.", "identifier", listNumber},
	{"qty.ident-hotline/1", "A neighbour called 911.", "identifier", hotline},
	{"qty.ident-zero/1", "Quote file 0061947 when you write.", "identifier", leadingZero},
	{"qty.ident-phone/1", "Call 212-555-0123 for help.", "identifier", phone},
	{"qty.ident-clock/1", "Talks began at 5:25 a.m. on the coast.", "identifier", clockTime},
	{"qty.ident-date/1", "The law passed on March 29.", "identifier", date},
	{"qty.ident-event/1", "She won the women's 10m platform title.", "identifier", eventLength},
	{"qty.ident-decade/1", "It was built in the 1990s.", "identifier", decade},
	{"qty.ordinal/1", "He finished 10th in the race.", "ordinal", digitOrdinal},
	{"qty.score/1", "They won 3-2 after extra time.", "score", score},
	{"qty.score/2", "Rowe made breaks of 66 and 58.", "score", breakOf},
	{"qty.ident-glued/1", "The F-16 landed.", "identifier", gluedName},
	{"qty.ident-address/1", "She lives at 1600 Pennsylvania Avenue.", "identifier", address},
	{"qty.ident-year/1", "Sales fell in 2019.", "identifier", year},
	{"qty.ident-rank/1", "She broke into the top 100.", "identifier", topRank},
	{"qty.ident-rank-of/1", "He ended with a ranking of 49.", "identifier", rankOf},
	{"qty.ident-round/1", "They lost in the round of 64.", "identifier", knockout},
	{"qty.ident-label/1", "Flight 370 never arrived.", "identifier", labelled},
	{"qty.ident-model/1", "Two 737 Max jets stood idle.", "identifier", modelBefore},
	{"qty.ident-name/1", "The Stoxx Europe 600 was flat.", "identifier", nameNumber},
	{"qty.ident-times/1", "Novak Rowe, the 21-time champion, lost.", "identifier", epithet},
}

// identifier applies the rules at atom i, which holds digits.
func (s *scan) identifier(i int) (reading, bool) {
	for k := range identRules {
		rule := &identRules[k]
		if last := rule.match(s, i); last > i {
			r := reading{first: i, start: i, last: last, core: last, mod: i, kind: rule.kind, rule: rule.id}
			r.num = number.Number{First: i, Last: last, Val: s.Atoms[i].Num}
			if rule.kind == "ordinal" {
				r.rank = r.num.Val.Text()
			}
			return r, true
		}
	}
	return reading{}, false
}

func dottedNumber(s *scan, i int) int {
	if s.Atoms[i].Odd || len(s.Atoms[i].Num.Coef) > number.MaxDigits {
		return i + 1
	}
	return 0
}

// webAddress takes all of a token that is an address on the web.
func webAddress(s *scan, i int) int {
	t := s.Atoms[i].Token
	if text := s.Doc.In(s.Doc.Tokens[t].Span); len(text) < 8 || !strings.Contains(text, "://") && !strings.HasPrefix(text, "www.") {
		return 0
	}
	j := i + 1
	for j < len(s.Atoms) && s.Atoms[j].Token == t {
		j++
	}
	return j
}

// listNumber takes the number of an item at the head of its sentence: "4. Wash the rice."
func listNumber(s *scan, i int) int {
	if s.Is(i-1, "(") && s.Is(i+1, ")") && s.Atoms[i].Plain && len(s.Text(i)) == 1 && s.Tag(i-2) != "NNP" {
		return i + 1 // "It has (1) a road and (2) a bridge"
	}
	if i == 0 && s.Atoms[i].Plain && len(s.Atoms[i].Num.Coef) < 3 && (s.Is(1, ".") || s.Is(1, ")")) && s.Glued(1) && !s.Glued(2) {
		return 1
	}
	return 0
}

// noteMark reports whether atom i is the mark of a footnote, alone in brackets or in a list of
// them: "a fall [12], [14,15]". It is no part of the text. A number that a quotation was given
// has its noun behind it: "[40] people".
func (s *scan) noteMark(i int) bool {
	j, k := i, i
	for s.IsDigits(j) && s.Atoms[j].Plain && len(s.Atoms[j].Num.Coef) < 4 && s.joinsMarks(j-1) {
		j -= 2
	}
	for s.joinsMarks(k+1) && s.IsDigits(k+2) {
		k += 2
	}
	return s.IsDigits(j) && s.Atoms[j].Plain && len(s.Atoms[j].Num.Coef) < 4 && s.Is(j-1, "[") && s.Is(k+1, "]") && (s.Glued(j-1) || !s.nounAt(k+2))
}

// joinsMarks reports whether atom i is between the marks of two footnotes.
func (s *scan) joinsMarks(i int) bool { return s.Is(i, ",") || s.Is(i, "-") || s.Is(i, "–") }

// scaleEnds takes the ends of a scale: "on a scale of 1 to 10".
func scaleEnds(s *scan, i int) int {
	j := i - 1
	if (s.IsWord(j, "to") || s.Is(j, "-") || s.Is(j, "–")) && (s.IsDigits(j-1) || s.word(j-1) != nil && s.word(j-1).One >= 0) {
		j -= 2
	}
	if (s.IsWord(j, "of") || s.IsWord(j, "from")) && s.IsWord(j-1, "scale") {
		return i + 1
	}
	return 0
}

// quotedNumber takes a number that stands by itself between marks of quotation.
func quotedNumber(s *scan, i int) int {
	if s.Atoms[i].Plain && s.Glued(i) && quoted(s.Text(i-1)) && s.Glued(i+1) && quoted(s.Text(i+1)) && !s.Is(i-1, "'") && !s.Is(i-1, "’") {
		return i + 1
	}
	return 0
}

// groupOf takes the number of a body of states.
func groupOf(s *scan, i int) int {
	if s.IsWord(i-1, "of") && s.Is(i-2, "Group") && s.Tag(i+1) != "NNS" {
		return i + 1
	}
	return 0
}

// block takes the number of houses between two streets, and what is one with them.
func block(s *scan, i int) int {
	if s.Atoms[i].Plain && s.IsWord(i+1, "block") && s.IsWord(i+2, "of") {
		return i + 1
	}
	return 0
}

// hotline takes the numbers of emergency services beside a word of calling.
func hotline(s *scan, i int) int {
	if !s.IsWord(i, "911", "999", "112", "000", "988", "101", "111", "211", "311", "511", "811", "105", "119") {
		return 0
	}
	if s.IsWord(i-1, "on") && (s.afterBreak(i+1) || s.IsWord(i+1, "for")) || s.Is(i-1, "NHS") {
		return i + 1
	}
	for _, w := range [...]string{s.Lower(i - 1), s.Lower(i + 1)} {
		if extract.OneOf(w, "call", "called", "calls", "calling", "ring", "ringing", "phone", "phoning", "text", "texting", "caller", "callers", "dial", "dialed", "dialled", "dials", "dialing", "operator", "operators", "dispatcher", "dispatchers") {
			return i + 1
		}
	}
	return 0
}

// eventLength takes the length that names an event: "the 10m platform title", "the 4 x 100m medley
// relay", "the men's T52 100m".
func eventLength(s *scan, i int) int {
	if (s.Is(i+1, "x") || s.Is(i+1, "×")) && s.IsDigits(i+2) {
		return eventLength(s, i+2)
	}
	m, ok := s.measure(number.Number{First: i, Last: i + 1, Val: s.Atoms[i].Num})
	if !ok || m.dimension != "length" {
		return 0
	}
	if s.Glued(m.last) && s.Is(m.last, "-") {
		m.last++
	}
	end := m.last
	for ; end < m.last+3 && s.At(end) != nil && s.At(end).Kind != number.Mark; end++ {
	}
	if s.anyHas(m.last, end, event) || s.raced(i) && !s.nounAt(m.last) || s.IsWord(i-1, "the") && s.Glued(m.first) && s.afterBreak(m.last) && !s.Is(m.last, "(") {
		return m.last
	}
	return 0
}

// leadingZero takes digits that no one would count with: "0061947".
func leadingZero(s *scan, i int) int {
	if a := &s.Atoms[i]; !a.Plain || len(a.Num.Coef) < 3 || a.Num.Coef[0] != '0' || s.Is(i+1, ":") {
		return 0
	}
	j := i + 1
	for s.IsDigits(j) && len(s.Text(j)) > 2 && len(s.Text(j)) < 9 { // the groups of a telephone number: "0800 123 456"
		j++
	}
	return j
}

// phone takes groups of digits with hyphens that no range is written as.
func phone(s *scan, i int) int {
	j, n, total := i+1, 1, len(s.Atoms[i].Num.Coef)
	for s.Is(j, "-") && s.Glued(j) && s.IsDigits(j+1) && s.Glued(j+1) && s.Atoms[j+1].Plain {
		total += len(s.Atoms[j+1].Num.Coef)
		n++
		j += 2
	}
	if n >= 3 && total >= 7 || n == 2 && total >= 7 && len(s.Atoms[i].Num.Coef) == 3 && len(s.Atoms[i+2].Num.Coef) == 4 {
		return j
	}
	if s.Is(i-1, "+") && s.Glued(i) && s.IsDigits(i+1) && total <= 3 {
		for s.IsDigits(j) {
			j++
		}
		return j
	}
	return 0
}

// score takes "3-2", "52-48", "6-4, 7-5", and "7 to 2" near a word of voting.
func score(s *scan, i int) int {
	a, ok := s.numAt(i, 1000)
	if !ok || s.money != nil {
		return 0
	}
	if p, is := s.prefix(i); is && p.unit != nil {
		return 0
	}
	if s.IsWord(i+1, "to") && s.scoreNear(i, 3) {
		if b, ok := s.numAt(i+2, 1000); ok && a > b && len(s.unitsAt(i+3)) == 0 {
			return i + 3
		}
	}
	if !s.Is(i+1, "-") && !s.Is(i+1, "–") || !s.Glued(i+1) || !s.Glued(i+2) {
		return 0
	}
	if b, ok := s.numAt(i+4, 1000); ok && s.IsWord(i+2, "to") && s.Is(i+3, "-") && (a >= b && s.nounAt(i+5) || s.has(i+5, vote|scoreword)) {
		return i + 5 // "a 9-to-6 vote"
	}
	b, ok := s.numAt(i+2, 10000)
	if !ok || len(s.unitsAt(i+3)) > 0 || s.Is(i+3, "-") && len(s.unitsAt(i+4)) > 0 || s.Glued(i+3) && s.At(i+3).Kind != number.Mark ||
		s.IsWord(i+3, "million") || s.IsWord(i+3, "billion") || s.IsWord(i+3, "trillion") || s.IsWord(i+3, "percentage") {
		return 0
	}
	if a >= b || s.scoreNear(i, 4) || !s.nounAt(i+3) {
		return i + 3
	}
	return 0
}

// breakOf takes the points of a break or a checkout, and of the next in a row.
func breakOf(s *scan, i int) int {
	j := i - 1
	k := len(s.found) - 1
	if scale := s.Atoms[i].Num.Scale; scale > 0 && len(s.unitsAt(i+1)) == 0 && !s.nounAt(i+1) && (strings.HasPrefix(s.Lower(j), "scor") || k >= 0 && s.found[k].rule == "qty.score/2" && s.Atoms[s.found[k].first].Num.Scale == scale) {
		return i + 1 // "scored 15.300, with 6.400 for difficulty"
	}
	if s.IsWord(j, "and") {
		j--
	}
	if s.Is(j, ",") || j < i-1 {
		if s.Is(j, ",") {
			j--
		}
		if k >= 0 && s.found[k].rule == "qty.score/2" && s.found[k].last == j+1 {
			return s.rankEnd(i)
		}
		return 0
	}
	if s.IsWord(j-1, "break", "breaks", "checkout", "checkouts") && s.IsWord(j, "of") && len(s.unitsAt(i+1)) == 0 {
		return s.rankEnd(i)
	}
	return 0
}

func (s *scan) scoreNear(i, n int) bool { return s.anyHas(i-n, i+n+3, scoreword|vote) }

// gluedName takes numbers that are part of a word: F-16, G7, RAV4, 5G, 737s, #1, TA-35.
func gluedName(s *scan, i int) int {
	before, after := s.At(i-1), s.At(i+1)
	if a := &s.Atoms[i]; i == 0 && a.Start > 1 && (s.Doc.Text[a.Start-1] == '.' || s.Doc.Text[a.Start-1] == '-') {
		return s.nameEnd(i) // a sentence that was cut in a name: "JN.1"
	}
	if before != nil && s.Glued(i) {
		switch _, priced := s.prefix(i); {
		case priced && s.Is(i-1, "."): // Rs.500
		case s.Is(i-1, "-") && s.IsWord(i-2, "minus"):
		case before.Kind == number.Letters && !s.Atoms[i].Plain && s.Atoms[i].Num.Scale == 0 && len(s.Text(i)) > 4:
			return 0 // "captured5,000 troops": a blank was lost
		case before.Kind == number.Letters:
			if !priced {
				return s.nameEnd(i)
			}
		case s.Is(i-1, ".") && i >= 2 && s.Atoms[i-2].Kind == number.Letters && s.Capital(i-2), s.Is(i-1, "-") && s.has(i-2, label) && s.Capital(i-2) && !s.percentAfter(i+1):
			return s.nameEnd(i)
		case s.Is(i-1, "/") && before.Glued && i >= 2 && s.Atoms[i-2].Kind == number.Letters && s.Is(i+1, "-"):
			return s.nameEnd(i) // part of an address on the web
		case s.Is(i-1, "#") || s.Is(i-1, "№") || s.Is(i-1, "_") || s.Is(i-1, "@"):
			return s.nameEnd(i)
		case s.Is(i-1, "-") && before.Glued && i >= 2 && s.Atoms[i-2].Kind == number.Letters && !s.IsWord(i-2, "to") && !s.IsWord(i-2, "sub") && !s.IsWord(i-2, "mid"):
			if !s.percentAfter(i + 1) {
				return s.nameEnd(i)
			}
		}
	}
	if s.Is(i+1, "(") && s.Glued(i+1) && s.Is(i+3, ")") && len(s.Text(i+2)) == 1 && s.Glued(i+2) {
		return i + 4 // "her 401(k)"
	}
	if after == nil || !after.Glued || after.Kind != number.Letters || s.unitGlued(i) {
		return 0
	}
	if next := s.At(i + 2); s.IsWord(i+1, "x") && (next == nil || !next.Glued || next.Kind == number.Mark) {
		return 0 // "9x as much"
	}
	if w := after.Word; w != nil && (w.Suffix != 0 || w.Mag != 0 || w.Text == "s" && !s.Atoms[i].Plain) {
		if next := s.At(i + 2); next == nil || !next.Glued || next.Kind == number.Mark {
			return 0
		}
		if w.Suffix != 0 && len(s.unitsAt(i+2)) > 0 {
			return 0
		}
	}
	return s.nameEnd(i)
}

// unitGlued reports whether the letters glued to the digits at i are a unit of theirs.
func (s *scan) unitGlued(i int) bool {
	_, ok := s.measure(number.Number{First: i, Last: i + 1, Val: s.Atoms[i].Num})
	return ok
}

// nameEnd runs over all that is glued to atom i, but for closing marks.
func (s *scan) nameEnd(i int) int {
	j := i + 1
	for j < len(s.Atoms) && s.Atoms[j].Glued {
		if s.Atoms[j].Kind == number.Mark && !s.Is(j, "-") {
			break
		}
		j++
	}
	return j
}

// address takes "1600 Pennsylvania Avenue", "16-18 Industrial Avenue".
func address(s *scan, i int) int {
	j := i + 1
	if s.Is(j, "-") && s.Glued(j) && s.IsDigits(j+1) {
		j += 2
	}
	if !s.Atoms[i].Plain {
		return 0
	}
	for k := j; k < j+4 && (s.Capital(k) || k == j+1 && s.Is(k, ".")); k++ {
		if k > j && s.has(k, street) {
			return j
		}
	}
	return 0
}

// labelled takes the number of a flight, section, game or the like.
func labelled(s *scan, i int) int {
	if s.Glued(i) || !s.Atoms[i].Plain && s.Atoms[i].Num.Scale == 0 {
		return 0
	}
	j := i - 1
	if s.Is(j, ".") {
		j--
	}
	if s.labels(j, i) {
		return i + 1
	}
	if !s.has(j, label) || s.Tag(j) == "VBD" {
		return 0
	}
	if len(s.unitsAt(i+1)) > 0 && s.Glued(i+1) && !s.Is(i+1, "s") || s.has(i+1, people) || s.percentAfter(i+1) {
		return 0
	}
	if !s.Capital(j) && (s.Tag(i+1) == "NNS" && !names(s.Lower(j)) || s.word(i+1) != nil && s.word(i+1).Mag != 0 || !s.Atoms[i].Plain || len(s.unitsAt(i+1)) > 0) {
		return 0
	}
	if w := s.word(j); !s.Capital(j) && !s.inWeek(j) && w.class&(up|down|reach|when|since|street) != 0 {
		return 0
	}
	return s.modelEnd(i)
}

// labels reports whether the number at atom i is one of those that name the nouns at atom j, or one
// further on in their row: "reactors 1, 2 and 4".
func (s *scan) labels(j, i int) bool {
	a := &s.Atoms[i]
	if !a.Plain || a.Num.Scale != 0 || len(a.Num.Coef) > 4 || s.nounAt(i+1) || len(s.unitsAt(i+1)) > 0 || s.percentAfter(i+1) || s.Tag(i+1) == "CD" {
		return false
	}
	if k := len(s.found) - 1; k >= 0 && s.found[k].rule == "qty.ident-label/1" && (s.found[k].last == j || s.found[k].last == j-1 && s.Is(j-1, ",")) {
		before := s.found[k].first - 1
		return (s.Is(before, ",") || strings.HasSuffix(s.Tag(before), "S")) && (s.Is(j, ",") || s.IsWord(j, "and") || s.IsWord(j, "or") || s.Is(j, "&"))
	}
	w := s.find(strings.TrimSuffix(s.Lower(j), "s"))
	if w == nil || w.class&label == 0 || w.class&(up|down|reach|when|since|scoreword|people|person) != 0 || !strings.HasSuffix(s.Tag(j), "S") || s.Tag(j-1) == "CD" {
		return false
	}
	return s.IsDigits(i+2) && (s.Is(i+1, ",") && !s.Glued(i+2) || s.IsWord(i+1, "and") || s.IsWord(i+1, "or") || s.Is(i+1, "&"))
}

// inWeek reports whether the unit of time at atom j is one that a number names: "in week seven".
func (s *scan) inWeek(j int) bool { return s.Tag(j) == "NN" && s.Tag(j-1) == "IN" }

// names reports whether a noun before a number always names what the number is of, whatever
// follows: "the class 14 doubles", "category 5 hurricanes".
func names(label string) bool {
	return extract.OneOf(label, "class", "category", "grade", "level", "tier", "type", "version", "page", "room", "gate", "channel", "zone", "chapter", "section", "article", "stage", "phase")
}

// modelEnd takes a second number and letters of a name: "737-800", "16 Pro" keeps the number only.
func (s *scan) modelEnd(i int) int {
	j := i + 1
	for (s.Is(j, "-") || s.Is(j, "/")) && s.Glued(j) && s.IsDigits(j+1) {
		j += 2
	}
	return j
}

// nameNumber takes a bare small number right after a name: "S&P 500", "World Cup 2018", "Galaxy S23 12".
func nameNumber(s *scan, i int) int {
	n, ok := s.Atoms[i].Num.Whole(100000)
	if !ok || !s.Atoms[i].Plain || s.Glued(i) || !s.Capital(i-1) {
		return 0
	}
	t := s.Tag(i - 1)
	fixed := i > 2 && (t == "VBG" || t == "RB") && !s.Capital(i-2) && s.afterBreak(i+1) // "from Racing 92."
	if quoted(s.Text(i-2)) && (quoted(s.Text(i+1)) || s.Is(i+1, ",") && quoted(s.Text(i+2))) {
		return i + 1 // a class called “Perceptions 301,”
	}
	if t != "NNP" && t != "NNPS" && t != "NN" && t != "CD" && !fixed || s.month(i-1) || s.has(i-1, up|down|when) || i < 2 && s.sentenceWord(i-1) {
		return 0
	}
	if w := s.word(i - 1); w != nil && (w.Left != nil || w.class&(yearword|people|each|reach|upword|downword) != 0 && i < 2 || w.One >= 0) {
		return 0
	}
	if _, isUnit := s.measure(number.Number{First: i, Last: i + 1, Val: s.Atoms[i].Num}); isUnit {
		return 0
	}
	next := s.Tag(i + 1)
	switch w := s.word(i + 1); {
	case w != nil && (w.Mag != 0 || w.Suffix != 0 || w.class&people != 0 || w.Group != 0):
		return 0
	case (s.Is(i+1, "-") || s.Is(i+1, "–")) && (!s.Glued(i+1) || !s.IsDigits(i+2)), s.IsWord(i+1, "to") && (s.IsDigits(i+2) || s.IsDigits(i+3)):
		return 0
	case next == "NNS" && !s.Capital(i+1), next == "JJ" && s.Tag(i+2) == "NNS", n < 2 && s.Is(i+1, ","):
		return 0
	}
	if _, money := s.prefix(i); money {
		return 0
	}
	return s.modelEnd(i)
}

// modelBefore takes the number of a model or a code that its name follows: "737 Max jets", "the 90049 ZIP code".
func modelBefore(s *scan, i int) int {
	if n := s.At(i + 1); (s.Is(i, "4") || s.Is(i, "8")) && n != nil && n.Glued && s.Is(i+1, "K") && !s.Is(i-1, "$") && s.Tag(i+2) != "NNS" && !s.IsWord(i+2, "race") && !s.IsWord(i+2, "run") {
		return i + 2 // a picture "in 4K"
	}
	if t := s.Text(i); (t == "720" || t == "1080" || t == "1440" || t == "2160") && s.Glued(i+1) && (s.IsWord(i+1, "p") || s.IsWord(i+1, "i")) {
		return i + 2 // a film "in 1080p"
	}
	if _, money := s.prefix(i); !money && !s.Atoms[i].Plain && strings.Contains(s.Text(i), ".") && i > 0 && s.Tag(i-1) == "NNP" && !s.Glued(i) && !s.has(i-1, up|down|when) && (s.word(i+1) == nil && s.Tag(i+1) == "NNP" || !s.nounAt(i+1) && !s.percentAfter(i+1) && len(s.unitsAt(i+1)) == 0 && (s.word(i+1) == nil || s.word(i+1).Mag == 0)) {
		return i + 1 // "Ironman 70.3 Weymouth", "Python 3.11 is out"
	}
	if s.Atoms[i].Plain && s.Capital(i+1) && s.has(i+1, modelword) {
		return i + 1
	}
	return 0
}

// sentenceWord reports whether a capital at the head of a sentence is no name.
func (s *scan) sentenceWord(i int) bool { return i == 0 && s.Tag(i) != "NNP" }
