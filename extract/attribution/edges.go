package attribution

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
		return r.lemmaIs(j+1, "describe", "call", "cite", "refer", "reminisce") || r.is(c.start, "it", "this", "that")
	}},
	{"edge.mark-cue", 1, "Lee said the dam was full|, Hale reported.", at("<break>|<dash>"), func(r *reader, c *content, j int) bool {
		if r.isBreak(j) && r.is(j+1, "and", "but") && !r.tagged(r.pastBound(j+2), "PRP") && !r.isWriting(c.v.subject) && r.speaksOut(r.nounRight(r.pastBound(j+2), false).b) {
			return true
		}
		return r.opensSpeech(j+1) && !r.isRelativePronoun(j+1)
	}},
	{"edge.mark-inverted", 3, "Lee said the dam was full|, says Hale of the board.", inverted, (*reader).inverted},
	{"edge.noun-by", 3, "Hale met a claim that the dam leaked | by saying that it held.", at("by {#VBG} <speech>"), func(r *reader, c *content, _ int) bool { return r.isNoun(c.v.t) }},
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
		return r.is(j+1, "he", "she", "they") && r.speaksOut(j+2) || r.is(j+1, "it") && r.is(c.start, "it") && r.lemmaIs(j+2, "hope", "expect", "intend")
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
	{"edge.which-now", 1, "Lee said 40 guards were hurt|, which does not count those who left.", at("{!<noun>|#POS|#-RRB-|#CD|#PRP} _ <comma> which #VBZ|#VBP"), func(r *reader, c *content, j int) bool {
		return r.tagged(c.v.t, "VBD") && r.trailsOff(j+1) && !r.anyTagged(words{c.start, j}, "VBZ", "VBP", "MD")
	}},
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
	{"edge.comma-clause", 1, "Lee criticized the plan|, the council voted for it.", at("<breaks> {<nominal>|#JJ|#CD} {<opens-main>}"), nil},
	{"edge.comma-link", 1, "Lee criticized the plan|, which was made in May.", at("<breaks> {#CC|#VBG|#WDT|#WP|#RB|#RBR|#IN|#PRP|#WRB|#VBN|#VBD} {!and|or|that|followed|<contrasts>}"), func(r *reader, _ *content, j int) bool {
		onlyIf := r.is(j+1, "if", "unless", "provided") || r.is(j+1, "even", "only") && r.is(j+2, "if") || r.is(j+1, "so", "as") && r.is(j+2, "long")
		return !(onlyIf && !r.tagged(j-1, "CC"))
	}},
	{"edge.comma-with", 1, "Lee rejected the plan|, with one guard calling it a joke.", at("<break> with"), func(r *reader, c *content, j int) bool {
		k := r.doneWith(j)
		return k >= 0 && (!r.tellsDeed(c, j) || r.cues.verbs[r.lemma(k)] != nil)
	}},
	{"edge.comma-and-clause", 2, "Lee criticized the plan|, and the council voted for it.", at("<breaks> and {<opens-main>}"), nil},
	{"edge.comma-finite", 2, "Lee has denied the claim|, is looking ahead and works in Ashton.", at("<break> {!provided} #VBZ|#VBD|#MD {!#TO|#PRP}"), func(r *reader, c *content, j int) bool {
		return !r.holdsClause(c.start, j) && !r.anyTagged(words{c.start, j}, "WP", "WDT", "WRB")
	}},
	{"edge.comma-and-led", 2, "Lee is backing no one|, and in a talk with Rowe, she praised Hale.", at("<breaks> and|but {<opens-led>}"), nil},
	{"edge.comma-and-verb", 2, "Lee criticized the plan|, and voted against it.", at("<breaks> and {<verb>}"), func(r *reader, c *content, j int) bool {
		return !(r.tagged(j+2, "VBN", "VBG") && r.isNoun(j+3) && r.cues.verbs[r.lemma(j+2)] == nil) && !(r.tagged(j+2, "VB", "VBP") && r.tellsDeed(c, j))
	}},
	{"edge.and-that", 1, "Lee denounced the plan | and that it came late.", at("and|but {#IN} that"), func(r *reader, c *content, j int) bool { return !r.anyWord(c.start, j, "that") }},
	{"edge.day-after", 2, "Lee criticized the plan|, a day after losing the vote.", at("<comma> {<day-after>}"), nil},
	{"edge.quote-when", 2, "Lee wants to “stay for good” | after reaching the top.", quoteWhen, (*reader).quoteWhen},
	{"edge.quote-sentence", 3, "Lee called it “a fine dam” | The guards had left.", quoteSentence, (*reader).quoteSentence},
	{"edge.dash", 1, "Lee criticized the new plan | — a week late.", at("<dash>"), (*reader).afterTwo},
	{"edge.phrase-colon", 2, "Lee cited the gates as an example|: she says the drivers lie.", at(": he|she|they <speech>"), nil},
	{"edge.phrase-semicolon", 3, "Lee criticized the plan|; the council voted for it.", at(";"), nil},
	{"edge.turn", 2, "Lee agreed to close the dam|, a move that angered the town.", at("<comma> {a|an|in} {<turn>}"), nil},
	{"edge.by-means", 1, "Lee defended the plan | by citing the costs.", at("by #VBG"), nil},
	{"edge.object-subject", 3, "Lee asked about it | she would be fired.", at("it _ he|she|they|we|i"), nil},
	{"edge.during", 1, "Lee criticized the plan | during the debate.", at("during"), func(r *reader, c *content, j int) bool {
		return !r.anyWord(c.start, j, "saying")
	}},
	{"edge.venue", 1, "Lee criticized the plan | in an interview.", at("{<opens-venue>}"), func(r *reader, c *content, j int) bool {
		k := r.chunkRight(j + 1).b
		return !r.is(k, "for", "over", "that") && !(r.isTemporal(k+1) && r.is(k+2, "that"))
	}},
	{"edge.stating", 1, "Lee criticized the plan | saying that it came late.", at("{!#IN|#CC|~be} _ {#VBG} saying|stating|claiming|arguing|insisting|adding"), (*reader).afterTwo},
	{"edge.and-parallel", 2, "Lee criticized the plan | and left the room.", at("#CC"), func(r *reader, c *content, j int) bool {
		k := r.skipAdverbs(r.pastWhen(j + 1))
		return r.parallel(k, c.v) || r.readsPast(c.start, j, k, c.v) || r.tagged(k, "VBP", "VB") && r.tagged(c.v.group.a, "VBP") && (r.isSpeechVerb(k) || !r.holdsClause(c.start, j)) && !r.tellsDeed(c, j)
	}},
	{"edge.and-source", 3, "Lee criticized the plan | but Hale said it would stand.", at("and|but {<opens-speech>}"), nil},
	{"edge.phrase-even-as", 2, "Lee criticized the plan | even as Hale praised it.", at("<break>? even as {<opens-main>}"), nil},
	{"edge.even-though", 2, "Lee criticized the plan | even though Hale praised it.", at("even though {<opens-main>}"), func(r *reader, c *content, j int) bool {
		return !r.holdsClause(c.start, j)
	}},
	{"edge.phrase-amid", 2, "Lee announced a plan | amid anger in Ashton.", at("amid"), func(r *reader, c *content, j int) bool {
		return !r.holdsClause(c.start, j)
	}},
	{"edge.phrase-without", 2, "Lee criticized the plan | without naming a source.", at("<break>? without {#VBG} <leaves-out>"), nil},
	{"edge.when", 1, "Lee criticized the plan | when it came to a vote.", at("{!time|moment|<temporal>} _ when {<opens-main>}"), func(r *reader, c *content, j int) bool {
		return j <= c.start+reachOfWhen && !r.holdsClause(c.start, j) && !r.tellsDeed(c, j)
	}},
	{"edge.stray-verb", 3, "Guards who are open to reform | disagree with Lee.", at("{<finite>}"), (*reader).strays},
	{"edge.because", 1, "Lee criticized the plan | because the costs rose.", at("<concedes>|after|because|as {<opens-main>}"), func(r *reader, c *content, j int) bool {
		if !r.concedes(j) && r.is(j-1, "long", "soon", "much", "far") {
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
