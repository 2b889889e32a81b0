package attribution

import (
	"strconv"

	"github.com/claimwire/claimwire/extract"
)

// An edge is one reason for content to end, or to go on, before a token. Each point of its weight
// doubles the odds that it ends there: 0 is one in two, 2 four in five, 3 eight in nine. In its
// example the content of the first cue ends at the bar; the test runs each.
type edge struct {
	id      string
	weight  int
	example string
	at      pattern                                 // around the place before token j
	when    func(r *reader, c *content, j int) bool // what else has to hold, or nil
}

// holds reports whether the edge holds before token j.
func (e *edge) holds(r *reader, c *content, j int) bool {
	return r.stands(&e.at, j) && (e.when == nil || e.when(r, c, j))
}

// A content is what is being read as content of a cue: from token start on.
type content struct {
	v      *verb
	start  int
	clause bool // it is read as a clause, not as an object or a phrase
}

// clauseEdges end a clause: "said | the dam was full".
var clauseEdges = []edge{
	{"edge.semicolon", 2, "Lee said the dam was full|; nobody had opened the gates.", at(";"), nil},
	{"edge.according", 3, "Lee said the dam was full|, according to a guard.", at("<break> according"), nil},
	{"edge.but-main", 1, "Lee said the dam was safe|, while Hale wanted it closed.", at("<break> but|<concedes> {<opens-main>}"), nil},
	{"edge.but-around", 2, "Lee said the dam was safe|, but two guards, speaking in Ashton, said it leaked.", at("<break> but|<concedes> {<opens-around>}"), nil},
	{"edge.colon-cue", 1, "Polls suggest the dam is popular|: in May, most drivers said they liked it.", at(": {<speaks-soon>}"), nil},
	{"edge.mark-turn", 2, "Lee said the dam was full|, adding that the gates were shut.", at("<break>|<dash>"), func(r *reader, c *content, j int) bool {
		return r.turns(j+1, c.v)
	}},
	{"edge.mark-naming", 1, "Lee said it was sad news|, describing Hale as a fine man.", at("<break> {#VBG} ~describe|~call|~cite|~reminisce|~urge|~label|~brand|~refer|~accuse|~blame|~thank|~praise"), func(r *reader, c *content, j int) bool {
		return r.cannotName(c.start, j+1)
	}},
	{"edge.mark-cue", 1, "Lee said the dam was full|, Hale reported.", at("<break>|<dash>"), func(r *reader, c *content, j int) bool {
		if r.isBreak(j) && r.is(j+1, "and", "but") && !r.tagged(r.pastBound(j+2), "PRP") && !r.isWriting(c.v.subject) && r.speaksOut(r.nounRight(r.pastBound(j+2), false).b) {
			return true
		}
		return r.opensSpeech(j+1) && !r.isRelativePronoun(j+1)
	}},
	{"edge.mark-inverted", 3, "Lee said the dam was full|, says Hale of the board.", inverted, (*reader).inverted},
	{"edge.and-cue", 2, "Lee said the dam was full | and warned that the gates were shut.", at("and|but|while"), func(r *reader, c *content, j int) bool {
		return r.resumes(j, c.v)
	}},
	{"edge.and-same-cue", 2, "Lee said the dam leaked | and Hale said the gates were shut.", at("and|but|while"), func(r *reader, c *content, j int) bool {
		return r.says(j+1, c.v)
	}},
	{"edge.and-past", 1, "Lee said she will stay in office | and left the room.", at("and|but|while"), func(r *reader, c *content, j int) bool {
		return r.returns(c.start, j, c.v)
	}},
	{"edge.comma-as", 1, "Lee said the dam was full|, as Hale warned of rain.", at("<break> as {<opens-other>}"), nil},
	{"edge.and-perfect", 2, "Lee denied that the dam leaked|, and has called for an inquiry.", at("<break> and|but {<has-acted>}"), func(r *reader, c *content, j int) bool {
		return !(r.is(j+2, "had") && r.tagged(c.v.t, "VBD"))
	}},
	{"edge.perfect-both", 2, "Lee has acknowledged that she owned the dam | and has apologised for it.", at("and|but {<has-acted>}"), func(r *reader, c *content, j int) bool {
		return r.lemmaIs(c.v.group.a, "have")
	}},
	{"edge.but-aside", 2, "Lee said the dam was safe|, but, in the end, it leaked.", at("<break> but <comma>"), nil},
	{"edge.clause-venue", 2, "Lee said the dam was safe|, in an interview.", at("<break> {<opens-venue>} in"), nil},
	{"edge.clause-interview", 5, "Lee said the dam was safe | in an interview with the Post.", at("{!<verb>} _ {<opens-venue>} in a|an"), func(r *reader, c *content, j int) bool {
		return !r.is(r.chunkRight(j+1).b, "that")
	}},
	{"edge.clause-broadcast", 5, "Lee said the dam was safe | on Sunday's “Lake Today”.", at("on <temporal> 's #``|broadcast|edition"), nil},
	{"edge.clause-day-after", 2, "Lee ruled out that the dam leaked|, a day after it was closed.", at("<comma> {<day-after>}"), nil},
	{"edge.clause-quote-when", 2, "Lee said the dam was “very full” | as she left for Ashton.", quoteWhen, (*reader).quoteWhen},
	{"edge.clause-quote-sentence", 3, "Lee said they would “be taking steps” | The guards had left.", quoteSentence, (*reader).quoteSentence},
	{"edge.but-declined", 3, "Lee said the dam was safe | but declined to say when it would open.", at("but|and {<declines>}"), nil},
	{"edge.and-act", 3, "Lee said the dam was full | and blamed the council.", at("and|but|while"), func(r *reader, c *content, j int) bool {
		return r.cannotAct(c.start, j, c.v)
	}},
	{"edge.and-pronoun", 1, "Lee said the dam leaked | and she accused Hale of neglect.", at("and|but"), func(r *reader, c *content, j int) bool {
		return r.is(j+1, "he", "she", "they") && r.speaksOut(j+2) || r.is(j+1, "it") && r.is(c.start, "it") && r.lemmaIs(j+2, "hope", "expect", "intend") && r.tagged(j+2, "VBD", "VBZ")
	}},
	{"edge.comment", 1, "Lee said the dam was full|, a risk that the town had taken.", at("<comma> a|an"), (*reader).comments},
	{"edge.dash-comment", 1, "Lee said the dam was full | — a risk that the town had taken.", at("<dash> a|an"), (*reader).comments},
	{"edge.naming", 1, "Lee said he knew the plan|, which he called a joke.", at("<break>|<dash> which|who|whom"), func(r *reader, _ *content, j int) bool {
		k := r.skipAdverbs(r.nounRight(j+2, false).b)
		if !r.isFinite(k) || r.dashed(j) {
			return false
		}
		names := r.cues.use[r.lemma(k)]&(useNaming|useReproach) != 0
		if r.tagged(j+2, "PRP") { // which he said was small
			return r.trailsOff(j) && (names || r.isSpeechVerb(k))
		}
		return names || r.lemmaIs(k, "deny", "dispute", "reject")
	}},
	{"edge.quote-venue", 2, "Lee said it was “a fine dam” | at a meeting of the board.", at("{<quoted>} _ {<opens-venue>}"), nil},
	{"edge.even-as", 2, "Lee said the dam was full | even as Hale dismissed it.", at("<break>? even as {<opens-main>}"), nil},
	{"edge.without", 2, "Lee said the dam was full|, without naming a source.", at("<break>? without {#VBG} <leaves-out>"), nil},
	{"edge.with-saying", 2, "Lee said the dam leaked|, with one saying it was a pool.", at("<break> with"), func(r *reader, _ *content, j int) bool {
		k := r.doneWith(j)
		return k >= 0 && r.speaksAt(k) && !r.lemmaIs(k, "feel", "read", "find", "show", "see", "write")
	}},
	{"edge.aim", 2, "Lee said the dam would hold|, in a bid to calm the town.", at("<break> in {<aims>}"), nil},
	{"edge.which-now", 1, "Lee said 40 guards were hurt|, which does not count those who left.", at("{!<noun>|#POS|#-RRB-|#CD|#PRP} _ <comma> which #VBZ|#VBP"), (*reader).remarks},
	{"edge.amid", 1, "Lee said the dam would hold|, amid anger in Ashton.", at("<break> {<trails-off>} amid|thereby"), nil},
	{"edge.latest", 2, "Lee said the dam had been sold|, in the latest sign of trouble.", at("<break> in {<turn>} {!no|any|every}"), func(r *reader, _ *content, j int) bool {
		return !r.is(r.chunkRight(j+2).b, "to")
	}},
	{"edge.as-pronoun", 2, "Lee said the dam would hold|, as she opened a school.", at("<break> as|when he|she|they"), (*reader).meanwhile},
	{"edge.clause-outer", 3, "The note, saying that it was late|, hung on a wall.", pattern{}, func(r *reader, c *content, j int) bool {
		own := r.d.ClauseAt(c.v.t)
		return r.holdsClause(c.start, j) && r.outerResumes(c, j) && (r.tagged(c.v.t, "VBG") || r.d.Clauses[own].Mark >= 0)
	}},
	{"edge.clause-stray-verb", 3, "The share of guards saying they want a wall | is high in May.", at("{<finite>}"), (*reader).strays},
}

// phraseEdges end an object, an infinitive or a prepositional phrase: "called for | an end to
// the strike".
var phraseEdges = []edge{
	{"edge.comma-cue", 3, "Lee criticized the plan|, Hale said.", at("<breaks> {<nominal>} {<opens-speech>}"), nil},
	{"edge.comma-inverted", 3, "Lee hopes to close the dam|, says the head coach Ann Hale.", inverted, (*reader).inverted},
	{"edge.comma-clause", 1, "Lee criticized the plan|, the council voted for it.", at("<breaks> {<nominal>} {<opens-main>}"), nil},
	{"edge.comma-link", 1, "Lee criticized the plan|, which was made in May.", at("<breaks> {#CC|#VBG|#WDT|#WP|#RB|#IN|#PRP|#WRB|#VBN|#VBD} {!and|or|that|<contrasts>}"), func(r *reader, _ *content, j int) bool {
		onlyIf := r.is(j+1, "if", "unless", "provided") || r.is(j+1, "even", "only") && r.is(j+2, "if") || r.is(j+1, "so", "as") && r.is(j+2, "long")
		return !(onlyIf && !r.tagged(j-1, "CC"))
	}},
	{"edge.comma-with", 1, "Lee rejected the plan|, with one guard calling it a joke.", at("<break> with"), func(r *reader, c *content, j int) bool {
		k := r.doneWith(j)
		return k >= 0 && (!r.tellsDeed(c, j) || r.cues.verbs[r.lemma(k)] != nil)
	}},
	{"edge.comma-and-clause", 2, "Lee criticized the plan|, and the council voted for it.", at("<breaks> and {<opens-main>}"), nil},
	{"edge.comma-and-verb", 2, "Lee criticized the plan|, and voted against it.", at("<breaks> and {<verb>}"), func(r *reader, c *content, j int) bool {
		return !(r.tagged(j+2, "VBN", "VBG") && r.isNoun(j+3) && r.cues.verbs[r.lemma(j+2)] == nil) && !(r.tagged(j+2, "VB", "VBP") && r.tellsDeed(c, j))
	}},
	{"edge.and-that", 1, "Lee denounced the plan | and that it came late.", at("and|but {#IN} that"), nil},
	{"edge.day-after", 2, "Lee criticized the plan|, a day after losing the vote.", at("<comma> {<day-after>}"), nil},
	{"edge.quote-when", 2, "Lee wants to “stay for good” | after reaching the top.", quoteWhen, (*reader).quoteWhen},
	{"edge.quote-sentence", 3, "Lee called it “a fine dam” | The guards had left.", quoteSentence, (*reader).quoteSentence},
	{"edge.dash", 1, "Lee criticized the new plan | — a week late.", at("<dash>"), (*reader).afterTwo},
	{"edge.phrase-semicolon", 3, "Lee criticized the plan|; the council voted for it.", at(";"), nil},
	{"edge.turn", 2, "Lee agreed to close the dam|, a move that angered the town.", at("<comma> {a|an|in} {<turn>}"), nil},
	{"edge.by-means", 1, "Lee defended the plan | by citing the costs.", at("by #VBG"), nil},
	{"edge.during", 1, "Lee criticized the plan | during the debate.", at("during"), func(r *reader, c *content, j int) bool {
		return !r.anyWord(c.start, j, "saying")
	}},
	{"edge.venue", 1, "Lee criticized the plan | in an interview.", at("{<opens-venue>}"), func(r *reader, c *content, j int) bool {
		k := r.chunkRight(j + 1).b
		return !r.is(k, "for", "over", "that") && !(r.isTemporal(k+1) && r.is(k+2, "that"))
	}},
	{"edge.stating", 1, "Lee criticized the plan | saying that it came late.", at("{!#IN|#CC} _ {#VBG} saying|stating|claiming|arguing|insisting|adding"), (*reader).afterTwo},
	{"edge.and-parallel", 2, "Lee criticized the plan | and left the room.", at("#CC"), func(r *reader, c *content, j int) bool {
		k := r.skipAdverbs(j + 1)
		return r.parallel(k, c.v) || r.readsPast(c.start, j, k, c.v) || r.tagged(k, "VBP", "VB") && r.tagged(c.v.group.a, "VBP") && (r.isSpeechVerb(k) || !r.holdsClause(c.start, j)) && !r.tellsDeed(c, j)
	}},
	{"edge.and-source", 3, "Lee criticized the plan | but Hale said it would stand.", at("and|but {<opens-speech>}"), nil},
	{"edge.phrase-even-as", 2, "Lee criticized the plan | even as Hale praised it.", at("<break>? even as|though {<opens-main>}"), func(r *reader, c *content, j int) bool {
		return !r.anyWord(j, j+3, "though") || r.is(j+1, "though") && !r.holdsClause(c.start, j)
	}},
	{"edge.phrase-amid", 2, "Lee announced a plan | amid anger in Ashton.", at("amid"), func(r *reader, c *content, j int) bool {
		return !r.holdsClause(c.start, j) && !r.is(c.start-1, "that")
	}},
	{"edge.phrase-without", 2, "Lee criticized the plan | without naming a source.", at("<break>? without {#VBG} <leaves-out>"), nil},
	{"edge.when", 1, "Lee criticized the plan | when it came to a vote.", at("{!time|moment|<temporal>} _ when {<opens-main>}"), func(r *reader, c *content, j int) bool {
		return j <= c.start+reachOfWhen && !r.holdsClause(c.start, j) && !r.tellsDeed(c, j)
	}},
	{"edge.stray-verb", 3, "Guards who are open to reform | disagree with Lee.", at("{<finite>}"), (*reader).strays},
	{"edge.because", 1, "Lee criticized the plan | because the costs rose.", at("<concedes>|after|because|as {<opens-main>}"), func(r *reader, c *content, j int) bool {
		if r.concedes(j) && r.is(j-1, "even") || !r.concedes(j) && r.is(j-1, "long", "soon", "much", "far") {
			return false
		}
		return r.afterTwo(c, j) && !r.isComma(r.nounRight(j+1, false).b)
	}},
	{"edge.before-doing", 2, "Lee criticized the plan | before backing it.", at("{!<temporal>} _ #RB|#RBR* before|after|while #RB|#RBR* #VBG"), func(r *reader, c *content, j int) bool {
		return !r.anyTagged(words{c.start, j}, "VBG", "TO")
	}},
	{"edge.outer-clause", 3, "The board has called for a vote | and have written to the town.", pattern{}, (*reader).outerClause},
}

// What these edges ask for first.
var (
	inverted      = at("<comma> {<speech>} {#VBZ|#VBD} ~say|~add|~report|~write|~claim|~argue|~note|~explain")
	quoteWhen     = at("{<quoted>} _ as|after|while|when|before")
	quoteSentence = at("{<quoted>} _ {#DT|#PRP|#PRP$|#CC|#IN} the|a|an|this|he|she|it|they|his|her|their|but|and|in|on|at|after|these|those")
)

// afterTwo reports whether the content has two tokens before token j.
func (r *reader) afterTwo(c *content, j int) bool { return j > c.start+1 }

// turns are the nouns for what an act is to others.
var turns = []string{"sign", "blow", "setback", "twist", "boost", "escalation", "reversal", "rebuke", "move", "step", "example"}

// reachOfWhen is how many words "when" may follow and still tell of the act: a longer phrase has a word
// of its own to hang it on.
const reachOfWhen = 4

// Where the clause that the cue stands in gives way to another, its content ends with it.
const (
	edgeSentence = "edge.sentence"       // Lee said the dam was full|.
	edgeLeadIn   = "edge.lead-in"        // While Lee said the dam was full|, Hale did not.
	edgeQuoted   = "edge.lead-in-quote"  // After saying it was “a fine dam,”| the mayor left the room.
	edgeRelative = "edge.relative-comma" // Lee, who said the dam was full|, left the room.
	edgeOuter    = "edge.relative-verb"  // Guards who said the dam was full | said it leaked.
	edgeParent   = "edge.parent"         // where the content of the act around it ends
	edgeNext     = "edge.next"           // where the source of the next act begins
)

// clauseEnd is the end of the clause that starts at token i and is content of v.
func (r *reader) clauseEnd(i int, v *verb) int {
	limit := r.subordinateEnd(v, true)
	return r.contentEnd(clauseEdges, &content{v, i, true}, i+2, limit-2, limit)
}

// phraseEnd is the end of the phrase that starts at token i: an object, an infinitive, a
// prepositional phrase.
func (r *reader) phraseEnd(i int, v *verb) int {
	limit := r.subordinateEnd(v, false)
	return r.contentEnd(phraseEdges, &content{v, i, false}, i+1, limit, limit)
}

// odds is how likely content ends at a token, in hundredths, where the weights add up to i-maxWeight.
var odds = [...]int{6, 11, 20, 33, 50, 67, 80, 89, 94}

const maxWeight = len(odds) / 2

// contentEnd is where the content most likely ends: before one of the tokens [from, to) outside
// quotations, or at the limit. Each token that one of the edges ends it at takes its share of what
// those before it left.
func (r *reader) contentEnd(edges []edge, c *content, from, to, limit int) int {
	at, id, share, left := limit, c.v.edge, 0, 100
	other := id
	for j := from; j < to && left > share; j++ {
		if r.quote[j] >= 0 && !r.isBreak(j) {
			continue
		}
		ends, weight := r.weigh(edges, c, j)
		if ends == "" {
			continue
		}
		p := left * odds[min(max(weight+maxWeight, 0), len(odds)-1)] / 100
		if left -= p; p > share {
			at, id, share, other = j, ends, p, id
		}
	}
	if left > share {
		return limit
	}
	c.v.edge = id + ", " + strconv.Itoa(share) + " % before " + other
	return at
}

// weigh adds up what speaks for an end before token j, and if anything does, what speaks against it.
func (r *reader) weigh(edges []edge, c *content, j int) (ends string, weight int) {
	for i := range edges {
		if e := &edges[i]; e.holds(r, c, j) {
			if weight += e.weight; ends == "" {
				ends = e.id
			}
		}
	}
	if ends == "" {
		return "", 0
	}
	for i := range goesOn {
		if goesOn[i].holds(r, c, j) {
			weight += goesOn[i].weight
		}
	}
	return ends, weight
}

// subordinateEnd is the end of the clause that v itself stands in: the sentence's, or the
// comma where a clause that began with "if", "while" or a participle gives way to the main one.
// Its content is a clause, or else a phrase.
func (r *reader) subordinateEnd(v *verb, clause bool) int {
	v.edge = edgeSentence
	lead := r.leadEnd(v)
	if r.relativeAt(v) >= 0 || v.bare && v.subject.b == v.group.a || r.is(v.group.a-1, "that") && r.isNoun(v.group.a-2) && v.subject.b == v.group.a-1 {
		return min(r.relativeEnd(v, clause), lead)
	}
	if lead < r.last {
		v.edge = edgeLeadIn
		return lead
	}
	if !v.subject.empty() && r.isDash(v.subject.a-1) { // the fund – filings show it is broke | – has a plan
		for j := v.group.b + 1; j < r.last-1; j++ {
			if r.isDash(j) && r.quote[j] < 0 {
				v.edge = edgeRelative
				return j
			}
		}
	}
	if !r.fronted(v) {
		return r.last
	}
	for j := v.group.b + 1; j < r.last-2; j++ {
		if r.isComma(j) && r.quote[j] < 0 && r.opensMain(r.skipAdverbs(j+1)) {
			v.edge = edgeLeadIn
			return j
		}
		if r.quote[j] >= 0 && r.quote[j+1] < 0 && r.isComma(j-1) && r.opensMain(j+1) {
			v.edge = edgeQuoted
			return j + 1
		}
	}
	return r.last
}

// leadEnd is where the words around v, which have no verb of their own, give way to the main clause in the layer of
// phrases: for a guard who said it leaked, | Lee had a good day; despite claims that it leaked, | Lee left. It is the
// end of the sentence where they do not.
func (r *reader) leadEnd(v *verb) int {
	c := r.d.ClauseAt(v.t)
	for c >= 0 && r.d.Clauses[c].Parent >= 0 {
		c = r.d.Clauses[c].Parent
	}
	if c < 0 || r.d.Clauses[c].Subject >= 0 || r.d.Clauses[c].Verb >= 0 && r.d.Verbs[r.d.Clauses[c].Verb].First != r.first {
		return r.last
	}
	end := r.d.Clauses[c].Last
	for c++; c < len(r.d.Clauses) && r.d.Clauses[c].First < r.last; c++ {
		next := &r.d.Clauses[c]
		if next.Kind == extract.MainClause && next.First >= end {
			if next.Joined || next.Subject < 0 || next.Verb < 0 || !r.isBreak(end) && !r.isBreak(end-1) {
				return r.last
			}
			return end
		}
	}
	return r.last
}

// fronted reports whether the clause of v leads in to the main one of its sentence.
func (r *reader) fronted(v *verb) bool {
	if v.group.a == r.first && (v.bare || v.subject.empty() || r.tagged(v.group.a, "VBG")) {
		return true
	}
	lead := v.group.a - 1
	if !v.subject.empty() {
		lead = min(lead, v.subject.a-1)
	}
	if w := r.chunkLeft(v.t); r.isNoun(v.t) && !w.empty() { // despite Lee's new claim | that it leaked, the town
		lead = min(lead, w.a-1)
	}
	if k := lead; r.is(k, "and", "or") && r.subordinates(r.first) { // although he left | and Hale said he was ill, the town
		for k > r.first && !r.isComma(k) {
			k--
		}
		return k == r.first
	}
	if w := r.nounLeft(lead - 1); r.is(lead, "that", "when") && !w.empty() { // on the day | that Lee said it leaked, the town
		return r.tagged(w.a-1, "IN") && r.startsClause(w.a-1)
	}
	if !r.subordinates(lead) && !r.tagged(lead, "IN") && !(lead == r.first && r.is(lead, "should", "had", "were")) {
		return false
	}
	return lead == r.first || r.isMark(lead-1) || r.is(lead-1, "but", "and", "that", "even") || !r.finiteWithin(r.first, lead-r.first)
}

// leadsUp reports whether the sentence up to the relative clause at token a only leads in to its main
// clause: in a year | in which voters say they are poor, even the guards left.
func (r *reader) leadsUp(a int) bool {
	return r.subordinates(r.first) && !r.anyWord(r.first, a, ",") || r.tagged(r.first, "IN", "VBN", "VBG") && !r.finiteWithin(r.first, a-r.first)
}

// relativeAt is the token that opens the relative clause whose subject says v: a guard | who said, a talk |
// in which she said, the day | she said; -1 where v stands in none.
func (r *reader) relativeAt(v *verb) int {
	switch k := v.subject.a; {
	case v.subject.empty():
		return -1
	case r.isRelativePronoun(k), r.isRelativePronoun(v.subject.b - 1), r.tagged(k, "PRP") && r.isNoun(k-1) && !r.isTemporalDay(k-1): // guards, one of whom | said
		return k
	case r.isRelativePronoun(k-1) && r.tagged(k-2, "IN"):
		return k - 2
	case r.tagged(k-1, "WP", "WDT") && r.is(k-1, "which", "who", "whom") && r.isComma(k-2): // the town, | which Lee wants to leave, is old
		return k - 1
	}
	return -1
}

// relativeEnd is the end of the relative clause that v stands in: its closing comma, or the
// verb of the clause around it.
func (r *reader) relativeEnd(v *verb, clause bool) int {
	a := v.subject.a
	if k := r.relativeAt(v); k >= 0 {
		a = k
	}
	set := r.isMark(a - 1)
	lead := !set && r.leadsUp(a)
	for j := v.group.b + 1; j < r.last-1; j++ {
		if r.quote[j] >= 0 {
			continue
		}
		if lead && r.isBreak(j) && r.opensMain(r.skipAdverbs(j+1)) {
			v.edge = edgeLeadIn
			return j
		}
		if (set || r.wantsVerb(v)) && (r.isComma(j) || r.isDash(j) && !r.closesDash(v.group.b, j)) && r.isFinite(r.skipAdverbs(j+1)) {
			v.edge = edgeRelative
			return j
		}
		if !set && !clause && r.isRelativePronoun(v.subject.a) && r.isFinite(j) && r.isNoun(j-1) && r.upos(j) == "AUX" && !r.holdsClause(v.group.b, j) && !r.anyTagged(words{v.group.b, j}, "WP", "WDT", "WRB", "PRP") {
			v.edge = edgeOuter // people who support their bank | have left
			return j
		}
		if !set && r.isFinite(j) && (!clause || r.isSpeechVerb(j)) && !r.tagged(j-1, "PRP", "WP", "WDT", "EX") && (!clause && (r.isRelativePronoun(v.subject.a) || r.is(v.group.a-1, "that")) || !r.completes(j)) && r.governs(j, v) {
			v.edge = edgeOuter
			return j
		}
	}
	return r.last
}

// breaksAt reports whether the comma j may end a phrase: what follows takes it no further and
// is no part of a list.
func (r *reader) breaksAt(j int) bool {
	return r.isBreak(j) && !r.is(j+1, "including", "such", "particularly", "especially", "like", "with", "about", "from", "of", "along", "alongside", "across") && !(r.quote[j] < 0 && r.is(j+1, "among")) && !(r.is(j+1, "for") && r.tagged(j+2, "VBG", "PRP$")) && !(r.is(j+1, "as") && r.is(j+2, "well"))
}
