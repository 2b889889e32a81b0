package timex

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Directions of a relative time.
const (
	past   = "past"
	future = "future"
)

// direction says where a clause points, by its nearest verb: the one before the expression, the
// one after it, or else those of the clauses around. Evidence comes with it, for the record.
func (r *reader) direction(i, end int) (dir, evidence string) {
	start, last := r.bounds(i)
	for k := end + 1; r.is(end, "when") && k < min(r.last, end+8); k++ { // in April when they launched it
		if x := r.xpos(k); x == "VBD" {
			return past, past + ": when"
		} else if extract.OneOf(x, "MD", "VBZ", "VBP") {
			break
		}
	}
	for _, way := range [3]struct{ from, to, step int }{{i - 1, start - 1, -1}, {end, last, 1}, {start - 1, r.first - 1, -1}} {
		for k := way.from; (way.to-k)*way.step > 0; k += way.step {
			d := r.points(k)
			if d != "" && r.described(k, i) {
				continue // On Friday Rowe, whose firm runs the port, resigned; said Rowe, who runs the port, on Friday
			}
			if d == past && k >= start && k < i && r.reduced(k) && r.willBefore(k, start) { // will come, with a discount applied in October
				d = future
			}
			if d != "" {
				return d, d + r.strength(k, i)
			}
		}
	}
	return "", ""
}

// likely marks evidence that a clause looks ahead which does not stand against the calendar: of
// what was to be done in July, the July that is near is meant.
const likely = ": likely"

// strength is how sure the word at token k is to tell of the time beside it, at token i.
func (r *reader) strength(k, i int) string {
	if r.xpos(k) == "VB" && i-k < 5 && r.is(k-1, "to") && clues()["ahead"][r.d.Tokens[max(k-2, 0)].Lemma] && (r.is(k-3, "is", "are", "'s", "'re") || extract.OneOf(r.xpos(k-2), "VBZ", "VBP")) {
		return ": tense" // is expected to reopen
	}
	if r.xpos(k) == "MD" && r.is(k, "will", "'ll", "wo", "shall") || extract.OneOf(r.xpos(k), "JJ", "VBN") || r.points(k) == past {
		return ": tense"
	}
	return likely
}

// recalled is how many years before its anniversary the day lies before which token i stands:
// the second anniversary of the attack on 7 October; 0 where there is none.
func (r *reader) recalled(i, start int) int {
	for k := i; k > start && k > i-9; k-- {
		if r.is(k, "anniversary") && r.is(k+1, "of") {
			switch w := r.class(k - 1); {
			case w.kind == ordinal:
				return w.n
			case r.is(k-1, "second"):
				return 2
			}
			return 1
		}
	}
	return 0
}

// described reports whether the verb at token k is that of a relative clause behind the expression at token i, or of
// one that a comma has closed before it.
func (r *reader) described(k, i int) bool {
	v := r.d.VerbAt(k)
	if v < 0 || r.d.Verbs[v].Own < 0 {
		return false
	}
	c := &r.d.Clauses[r.d.Verbs[v].Own]
	return c.Kind == extract.RelativeClause && r.is(c.First-1, ",") && (c.First > i && c.OfNoun != r.d.NounAt(i) || c.Last <= i && r.is(c.Last, ","))
}

// reduced reports whether the participle k has no auxiliary before it: the discount applied.
func (r *reader) reduced(k int) bool {
	before := r.xpos(k - 1)
	return r.xpos(k) == "VBN" && strings.HasPrefix(before, "NN") || extract.OneOf(r.xpos(k), "VBD", "VBN") && before == "CD"
}

// willBefore reports whether a modal of the future stands between start and token k.
func (r *reader) willBefore(k, start int) bool {
	for k--; k >= start; k-- {
		if r.xpos(k) == "MD" && r.is(k, "will", "'ll") {
			return true
		}
	}
	return false
}

// bounds are the first token of the innermost clause around token i and the one after its last.
func (r *reader) bounds(i int) (first, last int) {
	k := sort.Search(len(r.d.Clauses), func(k int) bool { return r.d.Clauses[k].First > i })
	for k--; k >= 0 && r.d.Clauses[k].First >= r.first; k-- {
		if c := &r.d.Clauses[k]; c.Last > i {
			return c.First, c.Last
		}
	}
	return r.first, r.last
}

// clause is where the clause of token i begins.
func (r *reader) clause(i int) int {
	first, _ := r.bounds(i)
	return first
}

// points is the direction of one token, if it is a verb.
func (r *reader) points(k int) string {
	switch x := r.xpos(k); x {
	case "MD":
		if r.is(k, "will", "'ll", "wo", "shall", "may", "can", "must", "should") ||
			r.is(k, "would") && !r.perfect(k) || // reported: would be paid in January
			r.is(k, "could") && !r.perfect(k) && r.xpos(k+1) == "VB" { // could come on Monday
			return future
		}
		return past
	case "VBN":
		return r.participle(k)
	case "VBD":
		return past
	case "VBZ", "VBP":
		if r.supposed(k) { // if he wins in November
			return future
		}
		if lemma := r.d.Tokens[k].Lemma; clues()["scheduled"][lemma] || clues()["ahead"][lemma] || lemma == "have" && r.offers(k+1) {
			return future
		}
	case "NN":
		if r.is(k, "chance", "likelihood", "forecast") {
			return future
		}
	case "JJ":
		if r.is(k, "due") && r.is(k+1, "to") && !strings.HasPrefix(r.xpos(k+2), "VB") { // due to floods
			return ""
		}
		if r.is(k, "due") && r.is(k+1, "to") || r.is(k, "due", "payable", "effective", "upcoming") && !r.is(k-1, "was", "were") { // was due to begin in August
			return future
		}
	case "VB":
		if r.is(k-1, "to") {
			if r.ordered(k - 2) {
				return future
			}
			return r.purpose(k - 2)
		}
		if before := r.xpos(k - 2); k == r.first || r.xpos(k-1) == "``" && before != "POS" && before != "IN" {
			return future // ask me in September, but not on “Meet the Press”
		}
	case "VBG":
		if r.is(k-1, "after") { // after losing in November
			return past
		}
		if lemma := r.d.Tokens[k].Lemma; r.is(k-1, "is", "are", "'re", "'m", "am") && (clues()["scheduled"][lemma] || clues()["arranged"][lemma] || clues()["travel"][lemma]) { // is meeting on Monday
			return future
		}
	}
	return ""
}

// offers reports whether what somebody has, from token k on, is still to come: have two chances
// to win, have a match against Leeds.
func (r *reader) offers(k int) bool {
	for end := k + 6; k < end; k++ {
		switch x := r.xpos(k); {
		case strings.HasPrefix(x, "NN") && clues()["occasion"][r.d.Tokens[k].Lemma]:
			return true
		case verbal(x) || x == "" || x == "IN":
			return false
		}
	}
	return false
}

// supposed reports whether the present tense at token k stands in a condition.
func (r *reader) supposed(k int) bool {
	for j := k - 1; j >= r.first && j > k-6; j-- {
		if r.is(j, "if", "unless", "should") {
			return true
		}
		if verbal(r.xpos(j)) || r.is(j, ",") {
			return false
		}
	}
	return false
}

// perfect reports whether a perfect follows the modal at token k: would have | lost.
func (r *reader) perfect(k int) bool {
	if r.xpos(k+1) == "RB" {
		k++
	}
	return r.is(k+1, "have", "'ve") && r.xpos(k+2) == "VBN"
}

// ordered reports whether the infinitive whose "to" follows token k is what somebody is
// told to do: ordered them to leave by Friday.
func (r *reader) ordered(k int) bool {
	for n := 0; k >= r.first && n < 6; k, n = k-1, n+1 {
		if verbal(r.xpos(k)) {
			return clues()["order"][r.d.Tokens[k].Lemma] && r.xpos(k) != "VBG" // not "urging them to read it on Monday, she said"
		}
		if x := r.xpos(k); !strings.HasPrefix(x, "N") && !strings.HasPrefix(x, "PRP") && x != "DT" && x != "JJ" {
			return false
		}
	}
	return false
}

// participle is the direction of the participle k: scheduled for Friday and expected
// in May are ahead, agreed in June and set on May 6 are not, as planned tells nothing.
func (r *reader) participle(k int) string {
	switch lemma := r.d.Tokens[k].Lemma; {
	case r.is(k-1, "as") || r.is(k-2, "as") && r.xpos(k-1) == "RB":
		return ""
	case r.beenOnce(k):
		return past
	case clues()["arranged"][lemma], lemma == "set" && r.is(k+1, "for", "to"), r.is(k-1, "if", "unless"), r.is(k-1, "is", "are") && r.supposed(k-1):
		return future
	}
	return r.group(k)
}

// group is the direction of a verb group that ends in the participle k: will be
// held is ahead, was held and has been held are not.
func (r *reader) group(k int) string {
	for j := k - 1; j >= r.first && j > k-5; j-- {
		switch x := r.xpos(j); {
		case x == "MD":
			return r.points(j)
		case x == "TO":
			return r.purpose(j - 1)
		case x == "VB" && r.is(j-1, "to"): // due to begin | being rolled out
			return r.purpose(j - 2)
		case !extract.OneOf(x, "RB", "CC", "VBN") && !r.is(j, "be", "been", "being"): // could be cut or even stopped
			return past
		}
	}
	return past
}

// beenOnce reports whether a past perfect stands before token k: had been | due to expire.
func (r *reader) beenOnce(k int) bool {
	return r.is(k-1, "been") && (r.is(k-2, "had", "'d") || r.is(k-2, "already", "originally", "initially") && r.is(k-3, "had"))
}

// purpose: expected to, plans to, is to point ahead; an infinitive after another
// word takes the direction of the verb before.
func (r *reader) purpose(k int) string {
	lemma := ""
	if k >= r.first {
		lemma = r.d.Tokens[k].Lemma
	}
	if r.beenOnce(k) {
		return past
	}
	if clues()["ahead"][lemma] || lemma == "be" ||
		r.is(k+2, "be") && k >= r.first && (strings.HasPrefix(r.xpos(k), "NN") || r.is(k, ",")) && r.xpos(k+3) == "VBN" && !r.oneOf(k) { // guidelines to be published
		return future
	}
	return ""
}

// oneOf reports whether the noun at token k is of those whom a past verb tells of, by its rank
// or its number: the first woman | to be elected, was among 150 people | to be flown out.
func (r *reader) oneOf(k int) bool {
	for j := k - 1; j > k-7 && j >= r.first; j-- {
		if r.is(j, "among", "first", "last", "latest", "only") {
			return true
		}
	}
	return false
}

// ahead reports whether the clause of an expression points to the future.
func (r *reader) ahead(i, end int) (bool, string) {
	k := i
	if r.is(k-1, "of") && edges[r.norm(k-2)] != "" {
		if k -= 2; r.is(k-1, "the") {
			k--
		}
	}
	if r.is(k-1, "the") && r.is(k-2, "before") {
		k--
	}
	k = r.clockBefore(k)
	if (r.is(k-1, "by", "until", "till") || r.is(k-1, "before") && !r.is(end, "'s")) && !r.happened(k-1, end) {
		return true, future + ": " + r.norm(k-1)
	}
	if r.is(k-1, "since") {
		return false, past + ": since"
	}
	if at := k - 1; !r.is(at, "the") && r.awaited(at, end) || r.is(at, "the") && r.awaited(at-1, end) {
		return true, future + ": awaited" + likely
	}
	if r.is(k-1, "through") && r.extends(k-1) {
		return true, future + ": through"
	}
	if r.is(k-1, "on", "at", "in") && r.is(k-2, "is", "are") { // the show is on Sunday
		return true, future + ": " + r.norm(k-2)
	}
	dir, evidence := r.direction(i, end)
	if dir != future && r.is(k-1, "from") && r.class(i).kind == weekday && !r.is(end, "to", "until", "through") && !extract.AnyToken(r.clause(i), k, func(j int) bool { return r.xpos(j) == "VBD" }) { // is being scrapped from Thursday
		return true, future + ": from"
	}
	return dir == future, evidence
}

// awaited reports whether what a time describes is waited for, by the word at token k before it: ahead
// | of the May vote, has landed | for January's Open.
func (r *reader) awaited(k, end int) bool {
	return r.is(k, "of") && r.is(k-1, "ahead") || r.is(k, "to") && r.is(k-1, "forward") || r.is(k, "for") && (r.d.Tokens[max(k-1, 0)].Lemma == "wait" || clues()["foretold"][r.d.Tokens[max(k-1, 0)].Lemma]) || r.is(k, "for") && r.class(end-1).kind == month && (r.xpos(end) == "POS" || strings.HasPrefix(r.xpos(end), "NN"))
}

// happened reports whether what had an end at the word of limit at token i is over, by the
// verb before it (were cast | by Sept. 25), or by the one after a limit that comes first
// (Until Thursday, police had not named him).
func (r *reader) happened(i, end int) bool {
	start := r.clause(i)
	for k := i - 1; k >= start; k-- {
		if !verbal(r.xpos(k)) || r.xpos(k) == "VBG" && !r.is(k-1, "was", "were", "been", "is", "are", "be") {
			continue // had hit a frightening high | by Sunday
		}
		switch r.xpos(k) {
		case "VBD":
			if r.d.Tokens[k].Lemma == "be" && r.xpos(k+1) == "JJ" { // was unlikely before May
				return false
			}
			return !r.is(i, "until", "till") && !clues()["limit"][r.d.Tokens[k].Lemma]
		case "VBN":
			return !r.extends(i) && !r.is(k-1, "being") && r.over(k)
		}
		return false
	}
	for k := end; k < r.last; k++ {
		if x := r.xpos(k); verbal(x) {
			return x == "VBD" || x == "VBN"
		}
	}
	return false
}

// over reports whether the verb group that ends in the participle k is past: had been
// counted, were cast.
func (r *reader) over(k int) bool {
	for k--; r.xpos(k) == "RB" || r.is(k, "been", "being"); k-- {
	}
	return r.is(k, "had", "was", "were")
}

// extends reports whether the verb before the word of limit at token i sets a limit that is
// still ahead when it is told: gave them until Tuesday, was extended through January.
func (r *reader) extends(i int) bool {
	for k := i - 1; k >= r.first && k > i-16; k-- {
		if verbal(r.xpos(k)) && !(r.xpos(k) == "VBG" && strings.HasPrefix(r.xpos(k+1), "NN")) { // in revolving loans through January
			return clues()["extension"][r.d.Tokens[k].Lemma]
		}
	}
	return false
}

func (r *reader) capital(i int) bool { return r.d.IsCapital(i) }

func verbal(xpos string) bool { return strings.HasPrefix(xpos, "VB") || xpos == "MD" }

// clockBefore is where a clock time begins whose day starts at token k (until | noon on
// Tuesday); k itself without one.
func (r *reader) clockBefore(k int) int {
	at := k - 1
	if r.is(at, "on") {
		at--
	}
	switch {
	case r.class(at).kind == clock:
		return at
	case r.is(at, "a.m.", "p.m.", "am", "pm") && r.class(at-1).kind == digits:
		return at - 1
	}
	return k
}
