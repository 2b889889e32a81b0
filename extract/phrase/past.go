package phrase

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// isPast reports whether the participle that is read is the past tense that the tagger
// missed: the clause has a subject right before it and no finite verb of its own.
func (r *reader) isPast(m *moment) bool {
	w, c := &r.verbs[m.verb], r.top()
	if w.Last-w.First > 2 || c.Verb >= 0 || c.Subject < 0 || m.prev < 0 || !r.isBesideSubject(m) {
		return false
	}
	first := m.i
	if r.class[first] == 'n' { // a fight never | materialised
		first++
	}
	switch r.at(first) {
	case 'B', 'b': // but: helped the girls | enter
		return !r.verbFollows(m)
	case 'E', 'e':
		return !r.beforeAgent(w.Last) && !r.verbFollows(m)
	}
	return false
}

// beforeAgent reports "by" and who did it at token k, not how much or how: polled | by the port,
// but rose | by 4 percent, replied | by leaving.
func (r *reader) beforeAgent(k int) bool {
	if k+1 >= len(r.tokens) || r.tokens[k].Norm != "by" {
		return false
	}
	x := r.tokens[k+1].XPOS
	return x == "DT" || x == "PRP$" || strings.HasPrefix(x, "NN")
}

// makeFinite makes the verb group that is read finite, and its tag that of a finite verb.
func (r *reader) makeFinite(m *moment) {
	w := &r.verbs[m.verb]
	w.Finite = true
	switch t := &r.tokens[w.Head]; t.XPOS {
	case "VBN":
		t.XPOS = "VBD"
	case "VB":
		if r.top().Kind != extract.RelativeClause { // the money that drivers | pay: attribution does not know the clause
			t.XPOS = "VBP"
		}
	}
}

// isBesideSubject reports whether the subject, or the last of what hangs on it, stands right
// before the verb group, or before the mark that closes an aside.
func (r *reader) isBesideSubject(m *moment) bool {
	c := r.top()
	n := r.nounOf(m.prev)
	if n < 0 {
		return r.is(m.prev, setOff) && extract.AnyToken(r.nouns[c.Subject].Last, m.prev, func(k int) bool { return r.class[k] == r.class[m.prev] && r.nounAt[k] < 0 })
	}
	n = r.holder(n)
	return n == c.Subject || r.nouns[n].Link == "list"
}

// verbFollows reports whether the clause has its finite verb after the participle: the
// bridge closed in May | fell.
func (r *reader) verbFollows(m *moment) bool {
	w := &r.verbs[m.verb]
	for k := w.Last; k < len(r.class) && k < m.i+far; k++ {
		if r.isFinite(k) {
			return r.at(r.before(k)) != 'K'
		}
		if r.nounAt[k] >= 0 && (r.is(k-1, afterThat) || k == w.Last && r.lemmaIn(m.verb, words().takesClause)) && r.startsClause(k) >= 0 {
			return false
		}
		switch r.class[k] {
		case 'H', 'W', 'Q', ';', ':', '-', '"':
			return false
		case 'S':
			if !r.timeFollows(k) && r.startsClause(k+1) >= 0 {
				return false
			}
		}
	}
	return false
}
