package attribution

// An edge is one way for content to end before its sentence does. In its example the content
// of the first cue ends at the bar; the test runs each.
type edge struct {
	id      string
	example string
	ends    func(r *reader, c *content, j int) bool // whether the content ends before token j
}

// A content is what is being read as content of a cue: from token start on.
type content struct {
	v     *verb
	start int
}

// clauseEdges end a clause: "said | the dam was full". They are asked in this order at each token.
var clauseEdges = []edge{
	{"edge.semicolon", "Lee said the dam was full|; nobody had opened the gates.", (*reader).semicolon},
	{"edge.according", "Lee said the dam was full|, according to a guard.", func(r *reader, _ *content, j int) bool {
		return r.isComma(j) && r.is(j+1, "according")
	}},
	{"edge.but-main", "Lee said the dam was safe|, while Hale wanted it closed.", func(r *reader, _ *content, j int) bool {
		return r.isComma(j) && r.is(j+1, "but", "while", "though", "although") && r.opensMain(j+2)
	}},
	{"edge.but-around", "Lee said the dam was safe|, but two guards, speaking in Ashton, said it leaked.", func(r *reader, _ *content, j int) bool {
		return r.isComma(j) && r.is(j+1, "but", "while", "though", "although") && r.opensAround(j+2)
	}},
	{"edge.colon-cue", "Polls suggest the dam is popular|: in May, most drivers said they liked it.", func(r *reader, _ *content, j int) bool {
		return r.norm(j) == ":" && r.speaksAfter(j)
	}},
	{"edge.mark-turn", "Lee said the dam was full|, adding that the gates were shut.", func(r *reader, c *content, j int) bool {
		return (r.isComma(j) || r.isDash(j)) && r.turns(j+1, c.v)
	}},
	{"edge.mark-naming", "Lee said it was sad news|, describing Hale as a fine man.", func(r *reader, c *content, j int) bool {
		return r.isComma(j) && r.tagged(j+1, "VBG") && r.lemmaIs(j+1, "describe", "call", "cite", "reminisce", "urge", "label", "brand", "refer", "accuse", "blame", "thank", "praise") && r.cannotName(c.start, j+1)
	}},
	{"edge.mark-cue", "Lee said the dam was full|, Hale reported.", func(r *reader, c *content, j int) bool {
		return (r.isComma(j) || r.isDash(j)) && r.opensSpeech(j+1) && !r.closesLead(c.start, j) && !r.isRelativePronoun(j+1)
	}},
	{"edge.mark-inverted", "Lee said the dam was full|, says Hale of the board.", (*reader).inverted},
	{"edge.and-cue", "Lee said the dam was full | and warned that the gates were shut.", func(r *reader, c *content, j int) bool {
		return r.is(j, "and", "but", "while") && r.resumes(j, c.v)
	}},
	{"edge.and-same-cue", "Lee said the dam leaked | and Hale said the gates were shut.", func(r *reader, c *content, j int) bool {
		return r.is(j, "and", "but", "while") && r.says(j+1, c.v)
	}},
	{"edge.and-past", "Lee said she will stay in office | and left the room.", func(r *reader, c *content, j int) bool {
		return r.is(j, "and", "but", "while") && r.returns(c.start, j, c.v)
	}},
	{"edge.comma-as", "Lee said the dam was full|, as Hale warned of rain.", func(r *reader, _ *content, j int) bool {
		return r.isComma(j) && r.is(j+1, "as") && r.opensOther(j+2)
	}},
	{"edge.and-perfect", "Lee denied that the dam leaked|, and has called for an inquiry.", func(r *reader, _ *content, j int) bool {
		return r.isComma(j) && r.is(j+1, "and", "but") && r.hasActed(j+2)
	}},
	{"edge.perfect-both", "Lee has acknowledged that she owned the dam | and has apologised for it.", func(r *reader, c *content, j int) bool {
		return r.is(j, "and", "but") && r.lemmaIs(c.v.group.a, "have") && r.hasActed(j+1) && !r.anyWord(c.start, j, "has", "have")
	}},
	{"edge.but-aside", "Lee said the dam was safe|, but, in the end, it leaked.", func(r *reader, _ *content, j int) bool {
		return r.isComma(j) && r.is(j+1, "but") && r.isComma(j+2)
	}},
	{"edge.clause-venue", "Lee said the dam was safe|, in an interview.", func(r *reader, _ *content, j int) bool {
		return r.isComma(j) && r.is(j+1, "in") && r.opensVenue(j+1)
	}},
	{"edge.clause-day-after", "Lee ruled out that the dam leaked|, a day after it was closed.", (*reader).dayAfter},
	{"edge.clause-quote-when", "Lee said the dam was “very full” | as she left for Ashton.", (*reader).quoteWhen},
	{"edge.clause-quote-sentence", "Lee said they would “be taking steps” | The guards had left.", (*reader).quoteSentence},
	{"edge.but-declined", "Lee said the dam was safe | but declined to say when it would open.", (*reader).declines},
	{"edge.and-act", "Lee said the dam was full | and blamed the council.", func(r *reader, c *content, j int) bool {
		return r.is(j, "and", "but", "while") && r.cannotAct(c.start, j, c.v)
	}},
}

// phraseEdges end an object, an infinitive or a prepositional phrase: "called for | an end to
// the strike".
var phraseEdges = []edge{
	{"edge.comma-cue", "Lee criticized the plan|, Hale said.", func(r *reader, _ *content, j int) bool {
		return r.breaksAt(j) && r.isNominal(j+1) && r.opensSpeech(j+1)
	}},
	{"edge.comma-inverted", "Lee hopes to close the dam|, says the head coach Ann Hale.", (*reader).inverted},
	{"edge.comma-clause", "Lee criticized the plan|, the council voted for it.", func(r *reader, _ *content, j int) bool {
		return r.breaksAt(j) && r.isNominal(j+1) && r.opensMain(j+1)
	}},
	{"edge.comma-link", "Lee criticized the plan|, which was made in May.", func(r *reader, _ *content, j int) bool {
		return r.breaksAt(j) && r.tagged(j+1, "CC", "VBG", "WDT", "WP", "RB", "IN", "PRP", "WRB", "VBN", "VBD") && !r.is(j+1, "and", "or") && !r.contrasts(j+1)
	}},
	{"edge.comma-with", "Lee rejected the plan|, with one guard calling it a joke.", func(r *reader, c *content, j int) bool {
		k := r.skipAdverbs(r.nounRight(j+2, false).b)
		return r.isComma(j) && r.is(j+1, "with") && r.tagged(k, "VBG") && (!r.tellsDeed(c, j) || r.cues.verbs[r.lemma(k)] != nil)
	}},
	{"edge.comma-and-clause", "Lee criticized the plan|, and the council voted for it.", func(r *reader, _ *content, j int) bool {
		return r.breaksAt(j) && r.is(j+1, "and") && r.opensMain(j+2)
	}},
	{"edge.comma-and-verb", "Lee criticized the plan|, and voted against it.", func(r *reader, c *content, j int) bool {
		return r.breaksAt(j) && r.is(j+1, "and") && r.isVerb(j+2) && !(r.tagged(j+2, "VB") && r.tellsDeed(c, j))
	}},
	{"edge.and-clause", "Lee voted for the plan | and she left the room.", func(r *reader, c *content, j int) bool {
		k := r.skipAdverbs(r.nounRight(j+1, false).b)
		return r.is(j, "and") && r.isFinite(k) && !r.isReduced(k) && r.tagged(j+1, "PRP", "DT", "CD") && j > c.start && !r.holdsClause(c.start, j)
	}},
	{"edge.and-that", "Lee denounced the plan | and that it came late.", func(r *reader, _ *content, j int) bool {
		return r.tagged(j, "CC") && r.is(j+1, "that") && r.tagged(j+1, "IN")
	}},
	{"edge.day-after", "Lee criticized the plan|, a day after losing the vote.", (*reader).dayAfter},
	{"edge.quote-when", "Lee wants to “stay for good” | after reaching the top.", (*reader).quoteWhen},
	{"edge.quote-sentence", "Lee called it “a fine dam” | The guards had left.", (*reader).quoteSentence},
	{"edge.dash", "Lee criticized the new plan | — a week late.", func(r *reader, c *content, j int) bool {
		return r.isDash(j) && j > c.start+1
	}},
	{"edge.phrase-semicolon", "Lee criticized the plan|; the council voted for it.", (*reader).semicolon},
	{"edge.by-means", "Lee defended the plan | by citing the costs.", func(r *reader, c *content, j int) bool {
		return r.is(j, "by") && r.tagged(j+1, "VBG") && !r.tellsDeed(c, j)
	}},
	{"edge.during", "Lee criticized the plan | during the debate.", func(r *reader, c *content, j int) bool {
		return r.is(j, "during") && j > c.start+1 && !r.holdsClause(c.start, j) && !r.tellsDeed(c, j)
	}},
	{"edge.venue", "Lee criticized the plan | in an interview.", func(r *reader, c *content, j int) bool {
		return j > c.start+1 && r.opensVenue(j) && !r.holdsClause(c.start, j)
	}},
	{"edge.stating", "Lee criticized the plan | saying that it came late.", func(r *reader, c *content, j int) bool {
		return j > c.start+1 && r.tagged(j, "VBG") && r.isSpeechVerb(j) && (r.is(j+1, "that") || r.cues.use[r.lemma(j)]&useWhole != 0) && !r.tagged(j-1, "IN", "CC")
	}},
	{"edge.and-parallel", "Lee criticized the plan | and left the room.", func(r *reader, c *content, j int) bool {
		k := r.skipAdverbs(j + 1)
		return r.tagged(j, "CC") && (r.parallel(k, c.v) || r.readsPast(c.start, j, k, c.v)) && !r.goesOnRelative(c.start, j)
	}},
	{"edge.and-phrase-cue", "Guards have criticized the plan | but said it would stand.", func(r *reader, c *content, j int) bool {
		return r.is(j, "and", "but") && r.resumes(j, c.v)
	}},
	{"edge.and-source", "Lee criticized the plan | but Hale said it would stand.", func(r *reader, _ *content, j int) bool {
		return r.is(j, "and", "but") && r.opensSpeech(j+1)
	}},
	{"edge.but-clause", "Lee backed the plan | but the costs have risen.", func(r *reader, c *content, j int) bool {
		return r.is(j, "but") && j > c.start+1 && r.opensMain(j+1) && !r.holdsClause(c.start, j)
	}},
	{"edge.because", "Lee criticized the plan | because the costs rose.", func(r *reader, c *content, j int) bool {
		return r.is(j, "while", "after", "because", "as", "although") && r.opensMain(j+1) && j > c.start+1 && !r.isComma(r.nounRight(j+1, false).b)
	}},
}

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
	return r.contentEnd(clauseEdges, &content{v, i}, i+2, limit-2, limit)
}

// phraseEnd is the end of the phrase that starts at token i: an object, an infinitive, a
// prepositional phrase.
func (r *reader) phraseEnd(i int, v *verb) int {
	limit := r.subordinateEnd(v, false)
	return r.contentEnd(phraseEdges, &content{v, i}, i+1, limit, limit)
}

// contentEnd is the first of the tokens [from, to) outside quotations where one of the edges
// ends the content, or else the limit.
func (r *reader) contentEnd(edges []edge, c *content, from, to, limit int) int {
	for j := from; j < to; j++ {
		if r.quote[j] >= 0 {
			continue
		}
		for i := range edges {
			if !edges[i].ends(r, c, j) {
				continue
			}
			c.v.edge = edges[i].id
			return j
		}
	}
	return limit
}

// subordinateEnd is the end of the clause that v itself stands in: the sentence's, or the
// comma where a clause that began with "if", "while" or a participle gives way to the main one.
// Its content is a clause, or else a phrase.
func (r *reader) subordinateEnd(v *verb, clause bool) int {
	v.edge = edgeSentence
	if !v.subject.empty() && r.isRelativePronoun(v.subject.a) || v.bare && v.subject.b == v.group.a {
		return r.relativeEnd(v, clause)
	}
	if !r.fronted(v) {
		return r.last
	}
	for j := v.group.b + 1; j < r.last-2; j++ {
		if r.isComma(j) && r.quote[j] < 0 && r.opensMain(j+1) {
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

// fronted reports whether the clause of v leads in to the main one of its sentence.
func (r *reader) fronted(v *verb) bool {
	if v.group.a == r.first && (v.bare || v.subject.empty()) {
		return true
	}
	lead := v.group.a - 1
	if !v.subject.empty() {
		lead = min(lead, v.subject.a-1)
	}
	if !r.is(lead, "if", "while", "although", "though", "when", "because", "after", "before", "since", "as", "by", "once", "lest", "unless", "in", "whenever") {
		return false
	}
	return lead == r.first || r.isMark(lead-1) || r.is(lead-1, "but", "and") || !r.finiteWithin(r.first, lead-r.first)
}

// relativeEnd is the end of the relative clause that v stands in: its closing comma, or the
// verb of the clause around it.
func (r *reader) relativeEnd(v *verb, clause bool) int {
	set := r.isMark(v.subject.a - 1)
	for j := v.group.b + 1; j < r.last-1; j++ {
		if r.quote[j] >= 0 {
			continue
		}
		if set && (r.isComma(j) || r.isDash(j)) && r.isFinite(r.skipAdverbs(j+1)) {
			v.edge = edgeRelative
			return j
		}
		if !set && r.isFinite(j) && (!clause || r.isSpeechVerb(j)) && !r.tagged(j-1, "PRP", "WP", "WDT", "EX") && (!clause && r.isRelativePronoun(v.subject.a) || !r.completes(j)) && r.governs(j, v) {
			v.edge = edgeOuter
			return j
		}
	}
	return r.last
}

// breaksAt reports whether the comma j may end a phrase: what follows takes it no further and
// is no part of a list.
func (r *reader) breaksAt(j int) bool {
	return !r.opensAside(j) && r.isComma(j) && !r.is(j+1, "including", "such", "particularly", "especially", "like", "with", "about", "from", "of", "along", "alongside") && !(r.is(j+1, "as") && r.is(j+2, "well"))
}
