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

// identifier applies the rules at atom i, which holds digits or a number word.
func (s *scan) identifier(rules []identRule, i int) (reading, bool) {
	for k := range rules {
		rule := &rules[k]
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
	if s.Is(i-1, "(") && s.Is(i+1, ")") && s.Atoms[i].Plain && len(s.Text(i)) == 1 {
		return i + 1 // "It has (1) a road and (2) a bridge"
	}
	if i == 0 && s.Atoms[i].Plain && len(s.Atoms[i].Num.Coef) < 3 && s.Is(1, ".", ")") && s.Glued(1) && !s.Glued(2) {
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
func (s *scan) joinsMarks(i int) bool { return s.Is(i, ",", "-", "–") }

// scaleEnds takes the ends of a scale: "on a scale of 1 to 10".
func scaleEnds(s *scan, i int) int {
	j := i - 1
	if (s.IsWord(j, "to") || s.Is(j, "-", "–")) && (s.IsDigits(j-1) || s.word(j-1) != nil && s.word(j-1).One >= 0) {
		j -= 2
	}
	if s.IsWord(j, "of", "from") && s.IsWord(j-1, "scale") {
		return i + 1
	}
	return 0
}

// quotedNumber takes a number that stands by itself between marks of quotation.
func quotedNumber(s *scan, i int) int {
	if s.Atoms[i].Plain && s.Glued(i) && quoted(s.Text(i-1)) && s.Glued(i+1) && quoted(s.Text(i+1)) && !s.Is(i-1, "'", "’") {
		return i + 1
	}
	return 0
}

// groupOf takes the number of a body of states.
func groupOf(s *scan, i int) int {
	if s.IsWord(i-1, "of") && s.Is(i-2, "Group") {
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
