package attribution

import (
	"sort"
	"strings"
)

// reachOfAdjuncts bounds how many tokens may stand between a cue and its complement.
const reachOfAdjuncts = 20

// complementAt is the token after the cue at which is holds, with nothing but the
// addressee and adjuncts between; -1 if there is none.
func (r *reader) complementAt(v *verb, is func(int) bool) int {
	j := v.group.b
	listens := r.addressee(v).b
	for n := 0; j < r.last && n < reachOfAdjuncts; n++ {
		if j == listens && j > v.group.b {
			if k := r.pastListeners(j); k >= 0 {
				return k
			}
		}
		if is(j) {
			return j
		}
		next := r.skipOne(j)
		if next == j {
			return -1
		}
		j = next
	}
	return -1
}

// pastListeners is where the complement starts behind what tells at token j which listeners are
// meant: told the crowd | that had waited that he won; told guards | gathered outside that it rained.
// It is -1 where nothing there tells it.
func (r *reader) pastListeners(j int) int {
	relative := r.is(j, "that", "who") && r.isFinite(r.skipAdverbs(j+1))
	if !relative && !r.tagged(j, "VBN", "VBG") && !(r.tagged(j, "VBD") && r.tagged(j+1, "IN")) {
		return -1
	}
	for k := j + 2; k < min(r.last, j+reachOfAdjuncts) && !r.isMark(k); k++ {
		if r.is(k, "that", "whether") {
			return k
		}
	}
	return -1
}

// skipOne is the token after one adjunct or noun phrase at j; j if there is none.
func (r *reader) skipOne(j int) int {
	switch {
	case r.tagged(j, "RB", "RBR") || r.isTemporal(j):
		return j + 1
	case r.tagged(j, "VBN") && r.isNoun(j-1): // said in a report | published on Monday that
		return j + 1
	case r.is(j, "and") && r.tagged(j+1, "RB"): // believed in Ashton and abroad that
		return j + 2
	case r.approximates(j):
		return j
	case r.tagged(j, "IN", "TO", "VBG", "RP") && !r.is(j, "that"):
		if w := r.chunkRight(j + 1); !w.empty() {
			return w.b
		}
		return j
	case r.isComma(j), r.isDash(j):
		for k := j + 1; k < min(j+14, r.last); k++ {
			if r.sameMark(k, j) { // an aside between two commas, or two dashes
				return k + 1
			}
		}
		return j
	}
	if w := r.chunkRight(j); !w.empty() {
		return w.b
	}
	return j
}

// skipAside skips times and places after a cue: "on Tuesday", "in a statement", "earlier".
func (r *reader) skipAside(j int) int {
	for j < r.last {
		switch k := r.pastWhen(j); {
		case r.is(j, "even", "once") && (r.subordinates(j+1) || r.opensMain(j+1)) || r.is(j, "rather") && r.is(j+1, "than"): // says | once it is full it leaks
			return j
		case k > j: // late last week, two weeks ago
			j = k
		case r.isTemporal(j) || r.tagged(j, "RB") && !r.is(j, "not", "so") || r.tagged(j, "VBN") && r.isNoun(j-1) && (r.pastWhen(j+1) > j+1 || r.is(j+1, "by", "to") && r.cues.use[r.norm(j-1)]&useVenue != 0):
			j++
		case r.tagged(j, "IN", "TO") && !r.is(j, "that", "if", "because", "as", "whether") && !r.is(j+1, "least", "most") && !r.approximates(j):
			w := r.nounRight(j+1, false)
			if w.empty() {
				return j
			}
			j = w.b
		default:
			return j
		}
	}
	return j
}

// pastWhen is the token behind what stands at token j of when and where the act was: promised | on Monday
// | to pay, called | in a statement late on Monday | for a vote. A time that lies ahead is none of it.
func (r *reader) pastWhen(j int) int {
	k := j
	for r.is(k, "on", "late", "early", "earlier", "just") || r.is(k, "in") && r.tagged(k, "IN") {
		k++
	}
	if first, last := r.timeFrom(j); first >= j && first <= k && !r.liesAhead(first) && !r.isFinite(last) && !r.tagged(last, "POS") && !(k == j && last == j+1 && r.tagged(j, "CD")) {
		return r.pastWhen(last)
	}
	if !r.opensVenue(j) {
		return j
	}
	return r.pastWhen(r.untilWhen(r.chunkRight(j + 1)).b)
}

// timeFrom is the first date, time of day or "a week later" that starts at token j or behind it in the sentence; -1 without one.
func (r *reader) timeFrom(j int) (first, last int) {
	k := sort.Search(len(r.d.Times), func(k int) bool { return r.in(j) && r.d.Times[k].Start >= r.d.Tokens[j].Start })
	if k < len(r.d.Times) && (r.d.Times[k].Type == "DATE" || r.d.Times[k].Type == "TIME" || strings.HasSuffix(r.d.Times[k].Text, " later")) && !strings.HasSuffix(r.d.Times[k].Value, "_REF") {
		if first, last = r.d.TokensIn(r.d.Times[k].Span); last <= r.last {
			return first, last
		}
	}
	return -1, -1
}

// untilWhen is the part of the phrase w before a time of the act: told a reporter | late last Monday that.
func (r *reader) untilWhen(w words) words {
	first, last := r.timeFrom(w.a)
	if first < w.a || first >= w.b || last < w.b && !r.tagged(last, "IN", "TO") || r.is(first, "today", "tonight") && r.text(first) != r.norm(first) || r.tagged(first, "CD") {
		return w
	}
	for w.b = first; w.b > w.a && r.is(w.b-1, "on", "late", "early", "earlier", "just", "in"); w.b-- {
	}
	return w
}

// addressee is the noun phrase after a verb that takes one: "told | members of the board".
func (r *reader) addressee(v *verb) words {
	if r.cues.use[r.lemma(v.t)]&useListen == 0 || r.isTemporal(v.group.b) {
		return words{}
	}
	w := r.listeners(r.chunkRight(v.group.b), v)
	for !w.empty() && r.is(w.b, "of") {
		next := r.chunkRight(w.b + 1)
		if next.empty() {
			break
		}
		w.b = next.b
	}
	return r.untilWhen(w)
}

// listeners is the part of a noun phrase that is spoken to, where the subject of what is said follows it
// without a mark: told | reporters | Mr Lee had left, told | MPs | lessons should be learned.
func (r *reader) listeners(w words, v *verb) words {
	for i := w.a + 1; i < w.b; i++ {
		if r.approximates(i) || r.isTemporal(i-1) && r.text(i-1) == r.norm(i-1) && r.isNoun(i) && i > w.a+2 { // told reporters | more than 40 people had left; told the Post last year | guards left
			return words{w.a, i}
		}
	}
	if !r.isFinite(r.skipAdverbs(w.b)) {
		return w
	}
	only := !r.lemmaIs(v.t, "warn", "advise", "ask", "caution") && r.text(v.t) == r.norm(v.t) // who need not say whom; no headline in capitals
	for i := w.a + 1; i < w.b; i++ {
		small := r.text(i-1) == r.norm(i-1) && r.isNoun(i-1)
		if r.is(i-1, "programme") || r.tagged(i-1, "NNS") && r.isNominal(i) || r.tagged(i-1, "NNP") && r.tagged(i, "NNP") && r.is(i, "mr", "mrs", "ms", "dr", "sir") ||
			only && (r.behindName(i) || small && (r.tagged(i, "NNP", "JJS", "CD") || r.tagged(w.b-1, "NNS") && r.canSpeak(words{w.a, i}))) { // told | the BBC | prices rose, told | the crowd | China led
			return words{w.a, i}
		}
	}
	return w
}

// behindName reports whether another noun phrase begins at token i, behind a name: the BBC | energy prices, the BBC | most shops.
func (r *reader) behindName(i int) bool {
	return r.text(i-1) != r.norm(i-1) && (r.tagged(i, "JJS", "JJ") || r.tagged(i, "NN", "NNS") && !r.is(i, "programme", "show") && !r.canSpeak(words{i, i + 1}))
}
