package commitment

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// hedge gathers the hedges of tokens [first, last) that bear on what the content states.
func (a *Reader) hedge(r *Reading, first, last int, m manner) {
	for k := first; k < last; k++ {
		for _, h := range hedges()[a.norm(k)] {
			if h.stance == "" && strings.HasPrefix(a.tag(k), h.tag) && a.hedges(k, h) && !a.isAside(k, first) && !a.inOthers(k, m) {
				r.lower(a.Passage(a.Tokens[k].Span), h.level)
				break
			}
		}
	}
}

// lower notes a hedge. The weakest of all counts.
func (r *Reading) lower(p extract.Passage, level string) {
	r.hedges = append(r.hedges, p)
	if r.level != possible {
		r.level = level
	}
}

// hedges reports whether the listed word at token k hedges here: a participle does in
// the passive ("is expected to").
func (a *Reader) hedges(k int, h hedge) bool {
	switch a.lemma(k) {
	case "possible", "conceivable":
		return !a.isUtmost(k) && !negations().inVerb[a.norm(k-1)] && !a.inPhrase(k)
	case "may": // May God keep her
		if a.In(a.Tokens[k].Span) == "May" {
			return false
		}
	case "perhaps":
		return !strings.HasSuffix(a.norm(k+1), "ingly")
	case "probable": // probable cause
		return a.norm(k+1) != "cause"
	case "certain": // almost certain to rise
		return in(a.norm(k-1), "almost", "nearly", "virtually")
	case "possibly": // all we possibly can
		return !in(a.norm(k+1), "can", "could") && !in(a.norm(k-1), "can", "could", "n't", "not")
	case "likely":
		return !a.polled(k) && !a.isCompared(k) && !a.inPhrase(k)
	case "appear":
		return a.seems(k)
	case "look", "sound":
		return a.norm(k+1) == "as" && in(a.norm(k+2), "if", "though")
	}
	if h.tag == "MD" && a.isAble(k) {
		return false
	}
	switch h.tag {
	case "VBN":
		return a.tag(k+1) == "TO" && a.Passive(k) && !a.isOwed(k)
	case "JJ": // an apparent suicide, not "the reason was apparent", "charged over alleged fraud"
		return !a.inPhrase(k) && modifies(a.tag(k+1)) && a.tag(k+1) != "DT"
	case "":
		return a.tag(k) != "NNP"
	}
	return true
}

// isAble reports whether the modal at token k leaves no doubt, but tells what somebody was able, or
// not able, to do: she | could hear it, he | could only wait, tests | could be ordered online.
func (a *Reader) isAble(k int) bool {
	v := a.VerbAt(k)
	if v < 0 || a.norm(k) != "could" {
		return a.norm(k+1) == "as" && a.norm(k+2) == "well" // we may as well go
	}
	g, who := &a.Verbs[v], ""
	if s := a.SubjectOf(v); s >= 0 {
		first := a.Nouns[s].First
		if who = a.norm(first); a.norm(first-1) == "that" {
			first--
		}
		if a.norm(first-1) == "told" && in(who, "i", "we", "you", "they", "he", "she") { // were told they | could enter
			return true
		}
		if a.lemma(first-1) == "wish" { // wish I | could stay
			return true
		}
	}
	next := a.norm(g.Last)
	switch verb := a.lemma(g.Head); {
	case next == "no", g.Passive && in(verb, "see", "hear", "feel") && next != "as", g.Negated, negations().inNoun[who], in(a.norm(k+1), "only", "no", "hardly", "barely", "once", "finally"):
		return true
	case in(verb, "hear", "smell", "feel", "sense", "detect", "remember", "recall", "afford", "understand"):
		return in(who, "i", "we", "you", "they", "he", "she", "one")
	case in(verb, "see", "find", "tell"):
		return in(who, "i", "he", "she")
	case verb == "do":
		return in(next, "with", "without", "nothing", "little")
	default:
		return g.Passive && in(verb, "order", "book", "buy", "download", "reach", "contact", "view", "make") && in(next, "from", "at", "online", "through", "via", "on", "by", "to")
	}
}

// isOwed reports whether the participle at token k stands under a negation or "should": clubs should not
// be | expected to pay.
func (a *Reader) isOwed(k int) bool {
	v := a.VerbAt(k)
	return v >= 0 && (a.Verbs[v].Negated || in(a.norm(a.Verbs[v].First), "should", "must"))
}

// inPhrase reports whether the adjective at token k stands behind a preposition of the content, or in what is known of,
// which then does not say that there is such a thing: charged over | alleged fraud, attacked the | likely winner.
func (a *Reader) inPhrase(k int) bool {
	n := a.NounAt(k)
	if n < 0 || k >= a.Nouns[n].Head || !modifies(a.tag(k+1)) {
		return false
	}
	p := &a.Nouns[n]
	if c := a.ClauseAt(k); c >= 0 && a.Clauses[c].Subject == n {
		return false
	}
	if p.Prep >= 0 && a.norm(p.Prep) != "as" && a.inContent(a.Tokens[p.Prep].Span) {
		return true
	}
	return p.Prep < 0 && a.lemma(p.First-1) != "be" && extract.AnyToken(p.First, k, func(i int) bool { return a.norm(i) == "the" || in(a.tag(i), "PRP$", "POS") })
}

// isUtmost reports whether "possible" at token k only strengthens the word before it: as
// much as is possible, wherever possible, the best possible.
func (a *Reader) isUtmost(k int) bool {
	switch a.norm(k - 1) {
	case "as", "if", "where", "wherever", "when", "whenever", "every", "all", "everything", "anything":
		return true
	case "is", "was":
		return a.norm(k-2) == "as"
	}
	return a.tag(k-1) == "JJS" || a.norm(k-2) == "every"
}

// polled reports whether "likely" at token k only says whom a poll asked: likely voters,
// likely Republican primary voters.
func (a *Reader) polled(k int) bool {
	n := a.NounAt(k)
	return n >= 0 && in(a.lemma(a.Nouns[n].Head), "voter", "caucusgoer")
}

// isCompared reports whether "likely" at token k compares how often something happens: less
// likely to smoke, twice as likely, more likely than men. "More likely than not" hedges.
func (a *Reader) isCompared(k int) bool {
	switch a.norm(k - 1) {
	case "less", "as", "equally":
		return true
	case "more":
		if a.tag(k+1) == "TO" {
			return true
		}
		for i := k + 1; i < k+12 && a.norm(i) != "."; i++ {
			if a.norm(i) == "than" {
				return a.norm(i+1) != "not"
			}
		}
	}
	return false
}

// seems reports whether a form of appear at token k says how something looks: "appears to
// be", "appeared calm"; not "appeared on a show".
func (a *Reader) seems(k int) bool {
	for k++; a.tag(k) == "RB" || isQuoteMark(a.tag(k)); k++ {
	}
	switch a.norm(k) {
	case "that", "like", "to", "a", "an":
		return true
	case "as":
		return in(a.norm(k+1), "if", "though")
	}
	return strings.HasPrefix(a.tag(k), "JJ") || a.tag(k) == "VBN"
}

// hedgeBefore reads the adverbs that stand between a cue and its content: "he said perhaps
// | the bridge was closed".
func (a *Reader) hedgeBefore(parts []extract.Span, r *Reading) {
	for _, p := range parts {
		first, _ := a.TokensIn(p)
		for i := first - 1; i >= 0 && i >= first-3; i-- {
			if a.IsMark(i) || a.norm(i) == "that" {
				continue
			}
			h := hedges()[a.norm(i)]
			if len(h) == 0 || h[0].tag != "" || a.inContent(a.Tokens[i].Span) {
				break
			}
			r.lower(a.Passage(a.Tokens[i].Span), h[0].level)
		}
	}
}
