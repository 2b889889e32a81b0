package segment

import (
	"strings"
	"unicode"
)

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
	quote  int // token of the last opening quotation mark, while quoted
}

// bracketed is how many tokens a bracket within a sentence may hold before a full
// stop in it counts after all.
const bracketed = 60

// quotation is how many tokens a quotation may hold for a full stop in it not to count.
const quotation = 10

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
	if b.start < j {
		b.ranges = append(b.ranges, tokenRange{b.start, j})
	}
	b.start, b.depth = j, 0
}

// isCredit reports whether token i begins the credit that a caption ends in.
func (b *breaker) isCredit(i int) bool {
	if i+2 >= len(b.tokens) || b.tokens[i+1].Norm != ":" || !startsUpper(b.text, b.tokens[i].Start) {
		return false
	}
	switch b.tokens[i].Norm {
	case "image", "images", "photo", "photos", "photograph", "picture", "credit", "illustration":
		return i == b.start || isAlnum(b.text[b.tokens[i-1].End-1])
	}
	return false
}

// stampTokens is the length of a time stamp.
const stampTokens = 3

// stamp reports whether the time stamp of a message is at token i: 08/16/2000 12:05 PM
func (b *breaker) stamp(i int) bool {
	if i+stampTokens > len(b.tokens) {
		return false
	}
	half := b.tokens[i+2].Norm
	return (half == "pm" || half == "am") && strings.Count(b.tokens[i].Norm, "/") == 2 && isDigit(b.tokens[i].Norm[0]) &&
		strings.IndexByte(b.tokens[i+1].Norm, ':') > 0
}

// breaksOff reports whether token i is the dash at which speech breaks off: a new
// sentence starts after it.
func (b *breaker) breaksOff(i int) bool {
	if n := b.tokens[i].Norm; !isDash(n) || n == "-" || i <= b.start || i+1 >= len(b.tokens) || b.joined(i) || b.joined(i+1) || !startsLower(b.text, b.tokens[i-1].Start) {
		return false
	}
	next := b.tokens[i+1]
	return startsUpper(b.text, next.Start) && next.Norm != "i" && b.words.starters[next.Norm]
}

// farewell reports whether token i is the comma after the words that end a letter.
func (b *breaker) farewell(i int) bool {
	if b.tokens[i].Norm != "," || i == b.start || i-b.start > 3 || i+1 >= len(b.tokens) {
		return false
	}
	switch b.tokens[i-1].Norm {
	case "regards", "sincerely", "thanks", "respectfully", "thx", "wishes", "truly", "cheers":
		next := b.tokens[i+1]
		return startsUpper(b.text, next.Start) && !b.words.starters[next.Norm]
	}
	return false
}

// isRule reports whether token i is a line drawn with marks, which parts what is above
// from what is below: ***** or -----.
func (b *breaker) isRule(i int) bool {
	t := b.tokens[i]
	if t.End-t.Start < 4 || !unicode.IsSpace(b.before(t.Start)) || !unicode.IsSpace(b.after(t.End)) {
		return false
	}
	switch c := t.Norm[0]; c {
	case '*', '=', '_', '-', '~':
		return strings.Trim(t.Norm, string(rune(c))) == ""
	}
	return false
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
		b.quoted = b.opensQuote(i)
		if b.quoted {
			b.quote = i
		}
	}
}

// opensQuote tells an opening double quotation mark from a closing one: by its shape,
// else by the white space beside it, else by what is open.
func (b *breaker) opensQuote(i int) bool {
	t := b.tokens[i]
	left := unicode.IsSpace(b.before(t.Start))
	right := unicode.IsSpace(b.after(t.End))
	switch b.text[t.Start:t.End] {
	case "“", "„", "``", "‘‘":
		return left || !right
	case "”", "''", "’’":
		return false
	}
	if left != right {
		return left
	}
	return !b.quoted
}

// inQuote reports whether j is within a few words of speech that the sentence goes
// on after: "Enough. Go home," she said.
func (b *breaker) inQuote(j int) bool {
	if !b.quoted {
		return false
	}
	for k := j; k < len(b.tokens) && k-b.quote <= quotation; k++ {
		if b.tokens[k].Norm == `"` {
			return !b.opensQuote(k) && b.tokens[k-1].Norm == ","
		}
	}
	return false
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

// noteNumber reports whether token i is the number of a note, which web pages write
// like any other number: a new sentence starts right after it.
func (b *breaker) noteNumber(i int) bool {
	t := b.tokens[i]
	if t.End-t.Start > 3 || !onlyNumber(t.Norm) || i+1 >= len(b.tokens) || b.joined(i+1) {
		return false
	}
	next := b.tokens[i+1]
	return startsUpper(b.text, next.Start) && b.words.starters[next.Norm]
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
	lower := startsLower(b.text, b.tokens[next].Start)
	switch {
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

// signature reports whether a dash and a name follow a quotation at j.
func (b *breaker) signature(j int) bool {
	if isDash(b.tokens[j].Norm) {
		return j+1 < len(b.tokens) && startsUpper(b.text, b.tokens[j+1].Start) && !b.words.starters[b.tokens[j+1].Norm]
	}
	return false
}

// elides reports whether the full stop i is one of an ellipsis with spaces: . . .
func (b *breaker) elides(i int) bool { return i > b.start && b.tokens[i-1].Norm == "." }

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
		case `"`, "'", "(", "[", "•", "-", "*", "–", "—", "--":
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
	switch {
	case j > i+1: // closed by a quotation mark or a bracket
		return upper
	case isDash(b.tokens[j].Norm), b.tokens[j].Norm == "(", isDigit(t.Norm[0]): // a dateline, an aside, a list item
		return false
	}
	switch b.kind(t.Start, t.End-1) {
	case titleAbbreviation, againstAbbreviation, numberAbbreviation, perhapsMonth:
		return false
	case stateAbbreviation, perhapsState:
		return starts || upper && b.tokens[i-1].Norm == "," && !b.titled(next)
	case initial:
		return starts && i > b.start && !b.nameBefore(i)
	case anyAbbreviation:
		return upper && t.Norm == "etc."
	case timeAbbreviation:
		return upper && !b.timeFollows(next)
	}
	return starts || opened && upper
}

// titled reports whether token i is an abbreviated title.
func (b *breaker) titled(i int) bool {
	t := b.tokens[i]
	return strings.HasSuffix(t.Norm, ".") && b.words.abbreviations[t.Norm[:len(t.Norm)-1]] == titleAbbreviation
}

func isDash(norm string) bool {
	switch norm {
	case "-", "–", "—", "--":
		return true
	}
	return false
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

// exclaimsName reports whether token i is the last letter, so to speak, of a name: Yahoo!
func (b *breaker) exclaimsName(i int) bool {
	return b.tokens[i].Norm == "!" && i > b.start+1 && b.joined(i) && startsUpper(b.text, b.tokens[i-1].Start)
}

// speechVerb reports whether a verb of speech is at token i or soon after.
func (b *breaker) speechVerb(i int) bool {
	for k := i; k < len(b.tokens) && k < i+3; k++ {
		if b.words.speech[b.tokens[k].Norm] {
			return true
		}
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
