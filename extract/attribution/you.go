package attribution

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
)

// dropReader drops what the article puts to its reader, which nobody has said: "if you feel that it
// hurts", "you agree to our terms and agree to be called". What another source says to "you" stays.
func (r *reader) dropReader() {
	for i := range r.drafts {
		d := &r.drafts[i]
		d.dropped = r.isReader(d) && !r.isWithin(i)
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return d.dropped })
}

// isReader reports whether the one who speaks in a draft is "you", by name or by an earlier verb.
func (r *reader) isReader(d *draft) bool {
	if !d.source.empty() {
		return d.source.b-d.source.a == 1 && r.norm(d.source.a) == "you"
	}
	if before := r.norm(d.cue.a - 1); before != "and" && before != "or" || !extract.OneOf(r.tag(d.cueHead), "VBP", "VB") {
		return false
	}
	for k := d.cue.a - 1; k >= r.d.Sentences[d.sentence].First; k-- {
		if r.tag(k) == "PRP" {
			return r.norm(k) == "you"
		}
	}
	return false
}

// isWithin reports whether the cue of draft i lies in the content of one near it.
func (r *reader) isWithin(i int) bool {
	cue := extract.Span{Start: r.d.Tokens[r.drafts[i].cueHead].Start, End: r.d.Tokens[r.drafts[i].cueHead].End}
	for j := max(0, i-window); j < min(len(r.drafts), i+window); j++ {
		for _, s := range r.drafts[j].content {
			if j != i && s.Contains(cue) && !r.isReader(&r.drafts[j]) {
				return true
			}
		}
	}
	return false
}
