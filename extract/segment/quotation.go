package segment

import (
	"unicode"

	"github.com/claimwire/claimwire/extract"
)

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

// bracketed is how many tokens a bracket within a sentence may hold before a full
// stop in it counts after all.
const bracketed = 60

// inBracket reports whether j is within a bracket that a sentence goes on after.
func (b *breaker) inBracket(j int) bool {
	if b.depth == 0 || b.opened == b.start || j-b.opened > bracketed {
		return false
	}
	return extract.AnyToken(j, min(len(b.tokens), b.opened+bracketed+1), func(k int) bool {
		n := b.tokens[k].Norm
		return extract.OneOf(n, ")", "]", "}")
	})
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

// quotation is how many tokens a quotation may hold for a full stop in it not to count.
const quotation = 10

// inQuote reports whether j is within a few words of speech that the sentence goes
// on after: "Enough. Go home," she said.
func (b *breaker) inQuote(j int) bool {
	if !b.quoted {
		return false
	}
	for k := j; k < len(b.tokens) && k-b.quote <= quotation; k++ {
		if b.tokens[k].Norm == `"` {
			return !b.opensQuote(k) && (b.tokens[k-1].Norm == "," || b.shouts(j, k))
		}
	}
	return false
}

// shouts reports whether the words up to the closing mark at token k are cries or the like
// within a sentence that goes on behind them: chanted “Shame! Shame!” as they left. A cry ends
// before token j.
func (b *breaker) shouts(j, k int) bool {
	if b.quote == b.start || k+1 >= len(b.tokens) {
		return false
	}
	last := b.tokens[k-1].Norm
	return extract.OneOf(b.tokens[j-1].Norm, "!", "?") && (last == "!" || last == "?")
}

// signature reports whether a dash and a name follow a quotation at j.
func (b *breaker) signature(j int) bool {
	if isDash(b.tokens[j].Norm) {
		return j+1 < len(b.tokens) && startsUpper(b.text, b.tokens[j+1].Start)
	}
	return false
}

// exclaimsName reports whether token i is the last letter, so to speak, of a name: Yahoo!
func (b *breaker) exclaimsName(i int) bool {
	return b.tokens[i].Norm == "!" && i > b.start+1 && b.joined(i) && startsUpper(b.text, b.tokens[i-1].Start)
}

// speechVerb reports whether a verb of speech is at token i or soon after.
func (b *breaker) speechVerb(i int) bool {
	return extract.AnyToken(i, min(len(b.tokens), i+3), func(k int) bool { return b.words.speech[b.tokens[k].Norm] })
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
