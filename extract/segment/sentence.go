package segment

import "strings"

// A tokenRange is the tokens [first, last).
type tokenRange struct{ first, last int }

// sentences parts the tokens from first on, one paragraph, into sentences.
// The slice is reused by the next call.
func (s *scanner) sentences(first int) []tokenRange {
	s.ranges = s.ranges[:0]
	b := breaker{scanner: s, start: first}
	for i := first; i < len(s.tokens); {
		i = b.step(i)
	}
	if b.start < len(s.tokens) {
		s.ranges = append(s.ranges, tokenRange{b.start, len(s.tokens)})
	}
	return s.ranges
}

// A breaker walks over one paragraph.
type breaker struct {
	*scanner
	start  int // first token of the sentence
	depth  int // brackets open in it
	opened int // token where the outermost of them is
	quoted bool
}

// bracketed is how many tokens a bracket within a sentence may hold before a full
// stop in it counts after all.
const bracketed = 60

// step looks at token i and returns the one to go on with.
func (b *breaker) step(i int) int {
	b.track(i)
	if !b.terminal(i) {
		return i + 1
	}
	j := i + 1
	for j < len(b.tokens) && b.closes(j) {
		b.track(j)
		j++
	}
	if j < len(b.tokens) && b.ends(i, j) {
		b.ranges = append(b.ranges, tokenRange{b.start, j})
		b.start, b.depth = j, 0
	}
	return j
}

// track keeps count of open brackets and quotation marks.
func (b *breaker) track(i int) {
	switch b.tokens[i].Norm {
	case "(", "[", "{":
		if b.depth++; b.depth == 1 {
			b.opened = i
		}
	case ")", "]", "}":
		b.depth = max(0, b.depth-1)
	case `"`:
		b.quoted = !b.quoted
	}
}

// terminal reports whether token i may end a sentence.
func (b *breaker) terminal(i int) bool {
	n := b.tokens[i].Norm
	switch n[0] {
	case '.', '!', '?':
		return true
	}
	return len(n) > 1 && n[len(n)-1] == '.' || n == "…" || n == "。" || n == "！" || n == "？" || n == "؟" || n == "।" || n == "…."
}

// joined reports whether no white space is between token i and the one before.
func (b *breaker) joined(i int) bool { return b.tokens[i-1].End == b.tokens[i].Start }

// closes reports whether token i goes with the end of sentence before it: closing
// quotation marks and brackets, and the brackets of a note number.
func (b *breaker) closes(i int) bool {
	if !b.joined(i) {
		return false
	}
	switch b.text[b.tokens[i].Start:b.tokens[i].End] {
	case ")", "]", "}", "”", "’", "''", "'", "’’", "»":
		return !startsWord(b.text, b.tokens[i].End) || b.text[b.tokens[i].Start] != '\''
	case `"`:
		return b.quoted || !startsWord(b.text, b.tokens[i].End)
	case "!", "?", ".", "…":
		return true
	case "[":
		return i+2 < len(b.tokens) && b.tokens[i+2].Norm == "]" && isDigit(b.text[b.tokens[i+1].Start])
	}
	return i >= 2 && b.tokens[i-1].Norm == "[" && isDigit(b.text[b.tokens[i].Start])
}

// ends decides whether a sentence ends after token i, which may, with what closes it
// up to j, where the next would start.
func (b *breaker) ends(i, j int) bool {
	if b.inBracket(j) {
		return false
	}
	n := b.tokens[i].Norm
	next, opened := b.firstWord(j)
	if next == len(b.tokens) {
		return false
	}
	lower := startsLower(b.text, b.tokens[next].Start)
	switch {
	case len(n) > 1 && isAlnum(n[0]):
		return !lower && b.endsAbbreviated(i, j, next, opened)
	case n == "." || n == "。" || n == "।":
		return !lower || j == i+1 && !opened && b.startsAnyway(next)
	case n[0] == '.' || strings.HasPrefix(n, "…"):
		return !lower && !opened
	case lower:
		return false
	}
	return !(j > i+1 && b.speechFollows(next))
}

// startsAnyway reports whether a sentence may start with the small letter of token i.
func (b *breaker) startsAnyway(i int) bool { return true }

// inBracket reports whether j is within a bracket that a sentence goes on after.
func (b *breaker) inBracket(j int) bool {
	if b.depth == 0 || b.opened == b.start || j-b.opened > bracketed {
		return false
	}
	for k := j; k < len(b.tokens) && k-b.opened <= bracketed; k++ {
		if n := b.tokens[k].Norm; n == ")" || n == "]" || n == "}" {
			return true
		}
	}
	return false
}

// firstWord is the first token from j on that is no opening mark, and whether
// there was one.
func (b *breaker) firstWord(j int) (next int, opened bool) {
	for ; j < len(b.tokens); j++ {
		switch b.tokens[j].Norm {
		case `"`, "'", "(", "[", "``", "''", "•", "-", "*", "–", "—", "--":
			opened = true
			continue
		}
		break
	}
	return j, opened
}

// endsAbbreviated decides after an abbreviation that something with no small letter
// follows.
func (b *breaker) endsAbbreviated(i, j, next int, opened bool) bool {
	t := b.tokens[i]
	word := b.tokens[next]
	upper := startsUpper(b.text, word.Start)
	starts := upper && b.words.starters[word.Norm]
	if j > i+1 { // closed by a quotation mark or a bracket
		return upper
	}
	switch b.kind(t.Start, t.End-1) {
	case titleAbbreviation, numberAbbreviation, perhapsMonth:
		return false
	case initial:
		return starts && !b.nameBefore(i)
	case anyAbbreviation:
		return upper && t.Norm == "etc."
	case timeAbbreviation:
		return upper && !b.timeFollows(next)
	}
	return starts || opened && upper && b.tokens[j].Norm != "("
}

// nameBefore reports whether the word before token i is written like part of a name.
func (b *breaker) nameBefore(i int) bool {
	return i > b.start && startsUpper(b.text, b.tokens[i-1].Start)
}

// timeFollows reports whether token i goes on with a time of day: a weekday, a month,
// a time zone.
func (b *breaker) timeFollows(i int) bool {
	switch b.tokens[i].Norm {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "et", "est", "edt", "pt", "pst", "pdt",
		"ct", "cst", "cdt", "mt", "mst", "mdt", "gmt", "bst", "utc", "cet", "eastern", "pacific", "central", "mountain",
		"greenwich", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.":
		return true
	}
	return false
}

// speechFollows reports whether token i begins the name of who said the quotation
// that ends before it: "Who is there?" Ann Smith asked.
func (b *breaker) speechFollows(i int) bool {
	for k := i; k < len(b.tokens) && k < i+5; k++ {
		t := b.tokens[k]
		if b.words.speech[t.Norm] {
			return k > i && !b.words.starters[b.tokens[i].Norm]
		}
		if !startsUpper(b.text, t.Start) {
			return false
		}
	}
	return false
}
