package entity

import "github.com/claimwire/claimwire/extract"

// datelineTokens bounds how long a dateline may be.
const datelineTokens = 12

func (r *reader) dateline(n *name) bool { return r.opensDateline(n.first, n.last) }

// opensDateline reports whether the tokens [first, end) are capitals that open a sentence,
// and a date, an agency in brackets or nothing parts them from a dash: "OSLO, Nov. 20
// (Reuters) - ".
func (r *reader) opensDateline(first, end int) bool {
	s := r.d.SentenceAt(r.d.Tokens[first].Start)
	if s >= len(r.d.Sentences) || r.d.Sentences[s].First != first ||
		extract.AnyToken(first, end, func(i int) bool { return !r.words[i].caps() }) {
		return false
	}
	last := min(end+datelineTokens, r.d.Sentences[s].Last)
	for i := end; i < last; i++ {
		switch w := r.norm(i); w {
		case "-", "–", "—", "--":
			return i == end || r.norm(i-1) == ")" || r.norm(end) == ","
		case ",", "(", ")", ".", "/":
		default:
			if w := &r.words[i]; !w.capitalised() && w.shape&letters != 0 {
				return false
			}
		}
	}
	return false
}
