package segment

import (
	"strings"
)

// keepsPeriod reports whether the full stop after the word [i, end) belongs to it.
func (s *scanner) keepsPeriod(i, end int) bool {
	if end+1 < len(s.text) && s.text[end+1] == '.' {
		return false // an ellipsis
	}
	next := s.skipSpace(end + 1)
	last := next == len(s.text)
	kind := s.kind(i, end)
	if kind == numberAbbreviation || kind == unitAbbreviation { // Sec. 5, Sec. Smith; 6 ft., Ft. Worth
		if s.words.titles[s.lower[i:end]] && startsUpper(s.text, i) && startsUpper(s.text, next) {
			return true
		}
	}
	switch kind {
	case notAbbreviated:
		return false
	case anyAbbreviation:
		return !(end > i+1 && isUpper(s.text[i+1])) // est., but not EST
	case initial:
		return !last && s.isInitial(i, next)
	case againstAbbreviation:
		return startsUpper(s.text, next)
	case titleAbbreviation:
		return !last && startsUpper(s.text, i)
	case companyAbbreviation, organisationAbbreviation, stateAbbreviation, streetAbbreviation, monthAbbreviation:
		return startsUpper(s.text, i)
	case perhapsState:
		return startsUpper(s.text, i) && (s.previousIs(",") || startsLower(s.text, next) || s.after(next) == ',')
	case perhapsMonth:
		return startsUpper(s.text, i) && !last && (isDigit(s.text[next]) || s.text[next] == ',')
	case numberAbbreviation:
		return !last && isDigit(s.text[next])
	case unitAbbreviation:
		return !last && s.previousIsNumber() && !startsUpper(s.text, next)
	}
	return true
}

// kind is the kind of abbreviation that the word [i, end) would be with a full stop.
func (s *scanner) kind(i, end int) abbreviation {
	if end-i == 1 && isUpper(s.text[i]) {
		return initial
	}
	w := s.lower[i:end]
	if k := s.words.abbreviations[w]; k != notAbbreviated {
		return k
	}
	if len(w) > 3 && w[1] == '-' && s.words.abbreviations[w[2:]] == stateAbbreviation {
		return stateAbbreviation // a lawmaker's D-Colo.
	}
	if strings.IndexByte(w, '.') > 0 && dotted(w) {
		return nameAbbreviation
	}
	return notAbbreviated
}

// dotted reports whether w is letters parted by full stops: J.K, C.I.A
func dotted(w string) bool {
	for i := 0; i < len(w); i++ {
		if i%2 == 0 && !isLower(w[i]) || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return len(w)%2 == 1
}

// isInitial reports whether the capital at i is an initial, next being the place of
// what follows its full stop. The pronoun I is one only beside another initial.
func (s *scanner) isInitial(i, next int) bool {
	another := startsUpper(s.text, next) && (next+1 == len(s.text) || s.text[next+1] == '.')
	if s.text[i] == 'I' {
		return another || s.previousIsInitial()
	}
	return startsUpper(s.text, next) || s.text[next] == ',' || s.text[next] == ']'
}

func (s *scanner) previousIs(norm string) bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].Norm == norm
}

func (s *scanner) previousIsInitial() bool {
	n := len(s.tokens)
	return n > 0 && len(s.tokens[n-1].Norm) == 2 && s.tokens[n-1].Norm[1] == '.'
}

func (s *scanner) previousIsNumber() bool {
	n := len(s.tokens)
	return n > 0 && isDigit(s.text[s.tokens[n-1].End-1])
}

// endsAbbreviated decides after an abbreviation that something with no small letter
// follows.
func (b *breaker) endsAbbreviated(i, j, next int, opened bool) bool {
	t := b.tokens[i]
	word := b.tokens[next]
	upper := startsUpper(b.text, word.Start)
	starts := upper && b.words.starters[word.Norm]
	switch {
	case j > i+1 && b.tokens[i+1].Norm == "]" && b.partOfName(i):
		return false // an editor's [Gov. Ann B.] Hill
	case j > i+1: // closed by a quotation mark or a bracket
		return upper
	case isDash(b.tokens[j].Norm), b.tokens[j].Norm == "(", isDigit(t.Norm[0]): // a dateline, an aside, a list item
		return false
	}
	switch b.kind(t.Start, t.End-1) {
	case titleAbbreviation, againstAbbreviation, numberAbbreviation, perhapsMonth:
		return false
	case stateAbbreviation, perhapsState:
		return starts || upper && i > b.start && b.tokens[i-1].Norm == ","
	case initial:
		return b.letterNamed(i) || starts && i > b.start && !b.nameBefore(i)
	case companyAbbreviation:
		return starts || opened || upper && b.newSubject(next)
	case countryAbbreviation:
		if i > b.start && b.tokens[i-1].Norm == "," { // Washington, D.C.
			return upper
		}
	case anyAbbreviation:
		return upper && t.Norm == "etc."
	case timeAbbreviation:
		return upper && !b.timeFollows(next)
	}
	return starts || opened
}

// partOfName reports whether token i is an initial or a title.
func (b *breaker) partOfName(i int) bool {
	k := b.kind(b.tokens[i].Start, b.tokens[i].End-1)
	return k == initial || k == titleAbbreviation
}

// nameBefore reports whether the word before token i is written like part of a name.
func (b *breaker) nameBefore(i int) bool {
	return i > b.start && startsUpper(b.text, b.tokens[i-1].Start)
}

// timeFollows reports whether token i goes on with a time of day: a weekday, a month,
// a time zone.
func (b *breaker) timeFollows(i int) bool {
	if b.words.clock[b.tokens[i].Norm] {
		return true
	}
	t := b.tokens[i]
	if zone := b.text[t.Start:t.End]; len(zone) >= 3 && len(zone) <= 4 && zone[len(zone)-1] == 'T' && strings.ToUpper(zone) == zone { // IST
		return true
	}
	for k := i + 1; k < min(i+3, len(b.tokens)); k++ { // Kyiv time
		if b.tokens[k].Norm == "time" {
			return true
		}
	}
	return false
}

// letterNamed reports whether the capital at token i names one of a row, as the word before it
// tells: Group C, Plan B.
func (b *breaker) letterNamed(i int) bool { return i > b.start && b.words.lettered[b.tokens[i-1].Norm] }

// newSubject reports whether token i, in capitals after an abbreviation, is a common noun with
// its verb after it: Inc. | Sales rose.
func (b *breaker) newSubject(i int) bool {
	if i+1 >= len(b.tokens) || !startsLower(b.text, b.tokens[i+1].Start) {
		return false
	}
	noun := b.tokens[i].Norm
	return len(noun) > 4 && noun[len(noun)-1] == 's' && noun[len(noun)-2] != 's' && b.words.common.Get(noun) && !b.words.linking[b.tokens[i+1].Norm]
}
