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
	b.end(len(s.tokens))
	return s.ranges
}

// maxSentence is how many tokens a sentence may have; a longer one is a list or no prose, and is
// cut, at a comma or a semicolon where one stands near. The longest sentence of 250 articles of
// the development sets has 78. The time of every later stage depends on it.
const maxSentence = 500

// cutLong parts the sentence [b.start, j) into pieces that are no longer than allowed.
func (b *breaker) cutLong(j int) {
	for j-b.start > maxSentence {
		at := b.start + maxSentence
		for k := at; k > at-maxSentence/4; k-- {
			if n := b.tokens[k-1].Norm; n == ";" || n == "," {
				at = k
				break
			}
		}
		b.ranges = append(b.ranges, tokenRange{b.start, at})
		b.start, b.scanner.cut = at, true
	}
}

// A breaker walks over one paragraph.
type breaker struct {
	*scanner
	start  int // first token of the sentence
	depth  int // brackets open in it
	opened int // token where the outermost of them is
	quoted bool
	quote  int // token of the last opening quotation mark, while quoted
}

// step looks at token i and returns the one to go on with.
func (b *breaker) step(i int) int {
	b.track(i)
	if b.isCredit(i) {
		b.end(i)
	}
	if b.isRule(i) {
		b.end(i)
		b.end(i + 1)
		return i + 1
	}
	if b.stamp(i) {
		if n := b.tokens[max(0, i-1)].Norm; n != "on" && n != "at" {
			b.end(i)
		}
		b.end(i + stampTokens)
		return i + stampTokens
	}
	if b.breaksOff(i) || b.farewell(i) {
		b.end(i + 1)
		return i + 1
	}
	if !b.terminal(i) {
		return i + 1
	}
	j := i + 1
	for j < len(b.tokens) && b.closes(j) {
		b.track(j)
		j++
	}
	if j < len(b.tokens) && b.ends(i, j) {
		b.end(j)
	}
	return j
}

// end closes the sentence before token j, if it has any tokens.
func (b *breaker) end(j int) {
	b.cutLong(j)
	if b.start < j {
		b.ranges = append(b.ranges, tokenRange{b.start, j})
	}
	b.start, b.depth = j, 0
}

// terminal reports whether token i may end a sentence.
func (b *breaker) terminal(i int) bool {
	n := b.tokens[i].Norm
	switch n[0] {
	case '.':
		return len(n) == 1 || n[1] == '.'
	case '!', '?':
		return true
	case ':', ';':
		return len(n) > 1 // a face
	}
	return len(n) > 1 && n[len(n)-1] == '.' || n == "[...]" || n == "[…]" || n == "…" || n == "。" || n == "！" || n == "？" || n == "؟" || n == "।" || n == "…."
}

// joined reports whether no white space is between token i and the one before.
func (b *breaker) joined(i int) bool { return b.tokens[i-1].End == b.tokens[i].Start }

// closes reports whether token i goes with the end of sentence before it: closing
// quotation marks and brackets, and the brackets of a note number.
func (b *breaker) closes(i int) bool {
	if !b.joined(i) {
		return b.closesApart(i)
	}
	switch b.text[b.tokens[i].Start:b.tokens[i].End] {
	case "“":
		return !b.opensQuote(i)
	case "[...]", "[…]":
		return true
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

// closesApart is closes for a token with white space before it: the bracket that was
// opened in the sentence, a note number, a face.
func (b *breaker) closesApart(i int) bool {
	t := b.tokens[i]
	switch n := t.Norm; {
	case n == ")" || n == "]":
		return b.depth > 0
	case n == "[...]" || n == "[…]":
		return true
	case n == "[":
		return i+2 < len(b.tokens) && b.tokens[i+2].Norm == "]" && isDigit(b.text[b.tokens[i+1].Start])
	case b.noteNumber(i):
		return true
	case len(n) == 2 || len(n) == 3:
		return b.smiley(t.Start) == t.End
	}
	return false
}

// ends decides whether a sentence ends after token i, which may, with what closes it
// up to j, where the next would start.
func (b *breaker) ends(i, j int) bool {
	if b.inBracket(j) || b.inQuote(j) {
		return false
	}
	n := b.tokens[i].Norm
	next, opened := b.firstWord(j)
	if next == len(b.tokens) {
		return false
	}
	switch b.tokens[j].Norm {
	case ",", ";", ":", "%", ".":
		return false
	}
	switch lower := startsLower(b.text, b.tokens[next].Start); {
	case j > i+1 && b.signature(j):
		return false
	case n[0] == ':' || n[0] == ';':
		return startsUpper(b.text, b.tokens[next].Start)
	case len(n) > 1 && isAlnum(n[0]):
		return !lower && b.endsAbbreviated(i, j, next, opened)
	case n == "." || n == "。" || n == "।":
		return !lower || j == i+1 && !opened && !b.elides(i)
	case n[0] == '[':
		return !lower && b.words.starters[b.tokens[next].Norm]
	case n[0] == '.' || strings.HasPrefix(n, "…"):
		return !lower && !opened && i > b.start
	case lower:
		return j == i+1 && !opened && !b.exclaimsName(i) && !b.speechVerb(next)
	}
	return !(j > i+1 && b.speechFollows(next))
}

// elides reports whether the full stop i is one of an ellipsis with spaces: . . .
func (b *breaker) elides(i int) bool { return i > b.start && b.tokens[i-1].Norm == "." }

// firstWord is the first token from j on that is no opening mark, and whether
// there was one.
func (b *breaker) firstWord(j int) (next int, opened bool) {
	for ; j < len(b.tokens); j++ {
		switch b.tokens[j].Norm {
		case `"`, "'", "(", "[", "•", "-", "*", "–", "—", "--":
			opened = true
			continue
		}
		break
	}
	return j, opened
}

func isDash(norm string) bool {
	switch norm {
	case "-", "–", "—", "--":
		return true
	}
	return false
}
