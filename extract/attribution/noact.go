package attribution

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A noAct is one way for a verb that reads like a cue to tell of nothing that was said or thought.
// Nothing is found in its example; the test runs each, with the line and without it.
type noAct struct {
	id      string
	example string
	frames  frame // of the rule that matched
	holds   func(r *reader, v *verb) bool
}

// phraseFrames are the frames whose content is no clause of its own.
const phraseFrames = fTo | fNoun | fGerund | fPrep | fPerson

// noActs are looked through in order; the first that holds decides.
var noActs = []noAct{
	{"noact.thing/1", "The engine demanded a repair.", phraseFrames, func(r *reader, v *verb) bool {
		return !v.subject.empty() && !v.passive && v.cue.stance(fTo) != "hearsay" && (!r.canSpeak(v.subject) || r.quote[v.subject.a] >= 0 && r.quote[v.subject.b-1] >= 0 && r.lemmaIs(v.t, "describe", "refer")) && !r.isWriting(v.subject)
	}},
	{"noact.explains/1", "This only explains why Lee left.", fWh, func(r *reader, v *verb) bool {
		return !v.passive && !v.subject.empty() && (r.is(v.subject.b-1, "this", "that", "these", "which") || !r.canSpeak(v.subject)) && !r.isWriting(v.subject) || r.is(v.t, "considering") && v.bare && (v.t == r.first || r.isComma(v.t-1))
	}},
	{"noact.anyone/1", "Anyone saying they know the cause is guessing.", ^frame(0), func(r *reader, v *verb) bool {
		return v.bare && r.tagged(v.t, "VBG") && r.is(v.group.a-1, "anyone", "anybody")
	}},
	{"noact.unnamed/1", "Lee, who wishes to remain anonymous, left the town.", fTo, func(r *reader, v *verb) bool {
		return r.is(v.group.b+2, "anonymous", "unnamed", "unidentified")
	}},
	{"noact.cannot/1", "I can not thank the town enough.", phraseFrames, func(r *reader, v *verb) bool {
		return v.negated && r.anyBefore(v, "can", "ca", "could", "cannot") && r.lemmaIs(v.t, "deny", "thank", "stress", "emphasize", "recommend", "fault", "forget", "praise", "dispute")
	}},
	{"noact.seems/1", "The engine appeared to fail.", fTo, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "seem", "appear") && !v.passive // the reporter's own hedge
	}},
	{"noact.can-expect/1", "The engine can be expected to fail.", fTo | fPassive, func(r *reader, v *verb) bool {
		return v.passive && r.lemmaIs(v.t, "expect", "say", "see", "consider", "think") && r.anyBefore(v, "can", "could", "should", "might")
	}},
	{"noact.claims-lives/1", "The storm has claimed 40 lives.", fClause | fNoun, func(r *reader, v *verb) bool {
		for i := v.group.b; r.lemmaIs(v.t, "claim") && i < v.group.b+4; i++ {
			if r.is(i, "lives", "life", "victims") && !r.tagged(i+1, "MD", "VBD", "VBZ", "VBP") {
				return true
			}
		}
		return false
	}},
	{"noact.bare-infinitive/1", "The film will help Lee describe the plan.", phraseFrames | fWh | fIf, func(r *reader, v *verb) bool {
		return r.tagged(v.t, "VB") && !v.to && v.support < 0 && !r.anyTagged(words{v.group.a, v.t}, "MD", "VBD", "VBZ", "VBP", "TO") && !v.subject.empty() && v.subject.b == v.group.a && r.isVerb(v.subject.a-1) && !r.isSpeechVerb(v.subject.a-1)
	}},
	{"noact.joined-infinitive/1", "Lee told him to go home and consider how he had acted.", phraseFrames | fWh | fIf, func(r *reader, v *verb) bool {
		return r.tagged(v.t, "VB") && v.group.b == v.t+1 && v.group.a == v.t && v.support < 0 && r.is(v.t-1, "and", "or") && !r.lemmaIs(v.t, "confirm", "deny")
	}},
	{"noact.by/1", "Lenders can win by offering a plan.", phraseFrames, func(r *reader, v *verb) bool {
		return v.bare && r.tagged(v.t, "VBG") && (r.is(v.group.a-1, "by", "through") && r.cues.use[r.lemma(v.t)]&useDeed != 0 || r.is(v.group.a-1, "at", "of", "for", "by") && r.lemmaIs(v.t, "show"))
	}},
	{"noact.particle/1", "The crowd ripped them away.", ^frame(0), func(r *reader, v *verb) bool {
		k := v.t + 1
		if r.tagged(k, "PRP") {
			k++
		}
		return r.is(k, "up", "away", "off", "down", "back", "apart") && r.lemmaIs(v.t, "show", "back", "rip", "call", "knock", "hammer", "press", "tear", "ask", "fight", "beat")
	}},
	{"noact.held/1", "Lee, described as a fair boss, left the town.", fPrep | fTo, func(r *reader, v *verb) bool {
		return r.is(v.group.b, "as") && r.tagged(v.t, "VBN", "VBD") && (v.passive || r.isMark(v.group.a-1) || r.tagged(v.group.a-1, "CC")) || r.is(v.t-1, "widely") && r.tagged(v.t, "VBN") && !v.passive
	}},
	{"noact.appeal/1", "Lee appealed to young voters in Ashton.", fPrep, func(r *reader, v *verb) bool {
		w := r.nounRight(v.group.b+1, false)
		return r.lemmaIs(v.t, "appeal") && r.is(v.group.b, "to") && !r.tagged(w.b, "TO") && !r.is(w.b, "for", "over", "not")
	}},
	{"noact.would/1", "Writers would consider the war.", fNoun, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "consider", "view", "regard", "rate", "fear") && r.anyBefore(v, "would", "'d")
	}},
	{"noact.reacting/1", "Responding to the vote, Lee left the town.", fPrep, func(r *reader, v *verb) bool {
		return v.bare && r.tagged(v.t, "VBG") && v.group.a == r.first && r.lemmaIs(v.t, "respond", "reflect", "comment", "refer", "speak", "talk", "remark", "elaborate")
	}},
	{"noact.put/1", "Lee put the box at the door.", fNoun, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "put", "peg", "value") && !r.isPriced(v)
	}},
	{"noact.showing/1", "Lee posted a photo showing the mayor pictured with Rowe.", fClause | fNoun, func(r *reader, v *verb) bool {
		w := r.nounRight(v.group.b, false)
		return v.bare && r.lemmaIs(v.t, "show", "depict") && r.tagged(v.t, "VBG") && !r.isComma(v.group.a-1) && (r.isReduced(w.b) || !r.isFinite(r.skipAdverbs(w.b)))
	}},
	{"noact.seen/1", "Shops saw prices jump in May.", fClause, func(r *reader, v *verb) bool {
		w := r.nounRight(v.group.b, false)
		if r.lemmaIs(v.t, "hear") && r.tagged(v.subject.a, "PRP") && !r.is(v.subject.a, "it") { // she heard the missile strikes
			return true
		}
		return r.lemmaIs(v.t, "see", "hear", "notice", "feel", "watch") && r.tagged(v.t, "VBD", "VBN") && (r.tagged(w.b, "VB", "VBP") && !r.lemmaIs(w.b, "be", "have") && (!r.canSpeak(w) || r.lemmaIs(v.group.a, "have")) || r.tagged(w.b, "VBN"))
	}},
	{"noact.if/1", "If the firms want to sell the dam, they must ask.", phraseFrames, func(r *reader, v *verb) bool {
		return (r.lemmaIs(v.t, "want", "wish", "like", "choose", "opt", "plan", "intend", "hope", "decide", "expect", "see") || r.cues.use[r.lemma(v.t)]&(useDeed|useAttitude) != 0) && r.is(r.clauseStart(v)-1, "if", "unless", "whether") && !r.is(r.clauseStart(v)-2, "even", "as")
	}},
	{"noact.able/1", "Mayors will be able to ask the lender to pay.", phraseFrames, func(r *reader, v *verb) bool {
		return r.anyBefore(v, "able", "entitled", "free", "allowed", "eligible", "need", "needs", "needed")
	}},
	{"noact.modal-deed/1", "Mayors will veto the plan.", phraseFrames, func(r *reader, v *verb) bool {
		return r.cues.use[r.lemma(v.t)]&useDeed != 0 && (r.anyBefore(v, "can", "could", "may", "might", "must", "should", "shall", "cannot", "ca") ||
			r.anyBefore(v, "will", "'ll") && !r.lemmaIs(v.t, "vote", "campaign", "fight", "challenge", "propose", "recommend", "outline", "detail", "confirm", "respond"))
	}},
	{"noact.duty/1", "Miners should expect to lose the vote.", ^fQuote, func(r *reader, v *verb) bool {
		return r.anyBefore(v, "should", "must", "ought") && !r.is(v.subject.a, "i", "we") && !r.lemmaIs(v.t, "admit", "confess", "concede")
	}},
	{"noact.ballot/1", "Lee voted for Ann Rowe in May.", fPrep | fNoun, func(r *reader, v *verb) bool {
		k := v.group.b
		if r.is(k, "for", "against") {
			k++
		}
		w := r.chunkRight(k)
		return r.lemmaIs(v.t, "vote", "support", "back") && (r.is(k, "him", "her", "them", "me", "us") && w.b == k+1 || r.isPersonName(w))
	}},
	{"noact.modal-ask/1", "Lenders can ask the mayor for a plan.", fNoun | fPerson | fPrep | fTo, func(r *reader, v *verb) bool {
		return !r.lemmaIs(v.t, "choose", "decide") && !v.negated && r.anyBefore(v, "can", "could", "may", "might")
	}},
	{"noact.chance/1", "Drivers in the town will find that the toll has gone.", fThat | fClause | fWh | fNoun | fIf, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "find", "see", "learn", "discover", "hear", "notice", "know", "understand", "remember", "feel") && r.anyBefore(v, "would", "will", "'ll", "can", "may", "might", "should", "must", "could")
	}},
	{"noact.reduced/1", "People considering leaving the town should wait.", phraseFrames, func(r *reader, v *verb) bool {
		return v.bare && v.support < 0 && r.tagged(v.t, "VBG") && r.isNoun(v.group.a-1) && !r.is(v.subject.a-1, "with") && r.lemmaIs(v.t, "want", "wish", "hope", "consider", "plan", "intend", "like", "love", "refer", "respond", "offer", "choose", "prefer", "aim", "ponder", "weigh", "claim", "know", "decide", "determine", "see", "agree", "fear", "fight")
	}},
	{"noact.not-wanting/1", "People stay away out of fear or not wanting to burden the town.", fTo | fGerund, func(r *reader, v *verb) bool {
		return v.bare && r.tagged(v.t, "VBG") && (r.isNoun(v.group.a-1) || r.is(v.group.a-1, "or", "and", "of", "from", "by")) && r.anyBefore(v, "not", "never")
	}},
	{"noact.when-doing/1", "Lee has much to enjoy when reflecting on May.", phraseFrames, func(r *reader, v *verb) bool {
		return v.bare && r.tagged(v.t, "VBG") && r.is(v.group.a-1, "when", "while")
	}},
	{"noact.not-trying/1", "Lee is not trying to belittle the crew.", fNoun | fPrep | fPerson, func(r *reader, v *verb) bool {
		return v.support >= 0 && v.negated && r.lemmaIs(v.support, "try", "seek", "attempt", "want", "need", "plan", "tend", "happen", "use")
	}},
	{"noact.command/1", "Take a shot at explaining to somebody that the dam was old.", ^frame(0), func(r *reader, v *verb) bool {
		return v.subject.empty() && !v.passive && r.commands(v)
	}},
	{"noact.show-one/1", "She shows us a film of the dam.", fNoun | fWh, func(r *reader, v *verb) bool {
		w := r.chunkRight(v.group.b)
		if r.lemmaIs(v.t, "challenge") && (r.isPerson(w) || r.tagged(v.group.b, "PRP") || r.isPersonName(w)) && !r.is(w.b, "to") {
			return true
		}
		return r.lemmaIs(v.t, "show", "sing", "read", "offer", "send") && (r.tagged(v.group.b, "PRP") || r.lemmaIs(v.t, "show") && !r.isWriting(v.subject) && !r.tagged(v.group.b, "WRB", "WP") && !r.anyTagged(r.chunkRight(v.group.b), "CD", "$", "NNP"))
	}},
	{"noact.role/1", "Lee portrayed a king in Love and War.", fNoun, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "portray", "depict", "paint", "cast", "play") && !r.hasAs(v.group.b, r.phraseEnd(v.group.b, v))
	}},
	{"noact.let/1", "Let them say Lee won it.", ^frame(0), func(r *reader, v *verb) bool {
		return r.is(v.group.a-1, "us", "'s", "’s", "me", "them", "him", "her", "people") && r.lemmaIs(v.group.a-2, "let")
	}},
	{"noact.counsel/1", "Defending Lee, Mr Hale said she was ill.", fNoun, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "defend", "support", "back") && v.bare && r.isPersonName(r.chunkRight(v.group.b))
	}},
	{"noact.blow/1", "Lee hit two men and attacked them.", fNoun, func(r *reader, v *verb) bool {
		w := r.chunkRight(v.group.b)
		return r.lemmaIs(v.t, "attack", "hit", "knock", "hammer", "assail", "savage", "charge", "fight", "press", "beat", "welcome", "report") && !w.empty() && (r.tagged(w.a, "PRP") || r.tagged(w.b-1, "NNP") || r.isPerson(w) && !r.lemmaIs(v.t, "report")) && !r.hasGround(w.b, r.phraseEnd(v.group.b, v)) || r.lemmaIs(v.t, "withdraw") && r.isPersonName(w)
	}},
	{"noact.prize/1", "Lee claimed two medals in the race.", fNoun, func(r *reader, v *verb) bool {
		w := r.chunkRight(v.group.b)
		return r.lemmaIs(v.t, "claim") && !w.empty() && !claimed[r.lemma(w.b-1)] && !r.hasAs(w.b, r.phraseEnd(v.group.b, v))
	}},
	{"noact.amount/1", "Lee pledged $3 million.", fNoun, func(r *reader, v *verb) bool {
		w := r.chunkRight(r.pastBound(v.group.b))
		return !w.empty() && (r.lemmaIs(v.t, "support", "back", "show", "charge", "promise", "pledge") && r.anyTagged(w, "CD", "$") || r.lemmaIs(v.t, "accept") && r.tagged(w.b-1, "CD"))
	}},
	{"noact.deed-object/1", "Lee defended his title in Ashton for the sixth time.", fNoun | fClause, func(r *reader, v *verb) bool {
		a := v.group.b
		if r.is(a, "her") { // a pronoun to the tagger
			a++
		}
		w := r.chunkRight(a)
		if r.is(w.b, "on", "for") {
			w = r.nounRight(a, false)
		}
		return r.anyIn(w, deedObjects()[r.lemma(v.t)]) || r.anyIn(words{v.t + 1, v.group.b}, deedObjects()[r.lemma(v.t)])
	}},
	{"noact.gerund-subject/1", "Hale asked if calling for war was wrong.", fPrep | fNoun, func(r *reader, v *verb) bool {
		return v.bare && r.tagged(v.t, "VBG") && r.is(v.group.a-1, "if", "whether", "that", "because") && r.finiteWithin(v.group.b, reachOfClause)
	}},
	{"noact.relative-wish/1", "Fans who want to help the club could pay more.", fTo | fNoun | fGerund, func(r *reader, v *verb) bool {
		return r.isRelativePronoun(v.subject.a) && !r.isMark(v.subject.a-1) && r.lemmaIs(v.t, "want", "wish", "prefer", "like", "need") && !v.passive && r.tagged(v.subject.a-1, "NN", "NNS", "NNPS", "DT")
	}},
	{"noact.self/1", "The firms defend themselves against the thieves.", fNoun | fClause, func(r *reader, v *verb) bool {
		return r.tagged(v.group.b, "PRP") && (strings.HasSuffix(r.norm(v.group.b), "self") || strings.HasSuffix(r.norm(v.group.b), "selves")) && !r.hasAs(v.group.b, r.phraseEnd(v.group.b, v)) && !r.lemmaIs(v.t, "call", "describe", "blame", "declare", "consider")
	}},
	{"noact.custom/1", "Lenders offer a refund to customers.", fNoun, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "offer") && !r.isWordy(r.chunkRight(v.group.b))
	}},
	{"noact.voting/1", "Union members are voting for a strike.", fPrep, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "vote", "campaign") && r.tagged(v.t, "VBG")
	}},
	{"noact.reassured/1", "Lee can be assured that the dam will hold.", fThat | fClause, func(r *reader, v *verb) bool {
		return v.passive && r.lemmaIs(v.t, "assure", "reassure", "convince", "remind") && r.anyBefore(v, "can", "may", "should", "must", "needs", "need")
	}},
	{"noact.proven/1", "Lee has proven he can win in Ashton.", fClause | fThat, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "prove") && !v.negated && r.canSpeak(v.subject) && !r.isWriting(v.subject)
	}},
	{"noact.how-to/1", "How to prove that the dam leaked.", ^frame(0), func(r *reader, v *verb) bool {
		return v.to && r.tagged(v.group.a-1, "WRB", "WP") || r.tagged(v.t, "VB") && r.lemmaIs(v.group.a-1, "help") && (!r.canSpeak(v.subject) || r.tagged(v.group.a-2, "TO"))
	}},
	{"noact.learning/1", "Lee went to Ashton to see if the dam would hold.", fIf | fWh, func(r *reader, v *verb) bool {
		return v.to && v.support < 0 && r.lemmaIs(v.t, "see", "decide", "find", "know", "learn", "hear")
	}},
	{"noact.adding/1", "The leak is adding to fears that it may rain.", fClause | fThat, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "add") && (r.is(r.chunkRight(v.group.b).b, "to") || r.is(v.group.b, "to") && !r.isPerson(r.chunkRight(v.group.b+1)))
	}},
	{"noact.gerund/1", "Lee told Hale finding a home was hard.", fClause | fNoun | fWh, func(r *reader, v *verb) bool {
		return v.bare && r.tagged(v.t, "VBG") && r.lemmaIs(v.t, "find", "see", "know", "feel", "understand", "learn", "discover", "notice") && !r.isMark(v.group.a-1) && !r.is(v.group.a-1, "and", "after", "on", "upon", "before", "since", "in", "while", "when", "until")
	}},
	{"noact.gerund-subject/1", "Gauging its growth is one of the best ways.", fClause | fThat | fWh | fIf, func(r *reader, v *verb) bool {
		return v.bare && v.group.a == r.first && r.tagged(v.t, "VBG") && v.subject.empty()
	}},
	{"noact.reject-one/1", "Voters are rejecting him.", fNoun, func(r *reader, v *verb) bool {
		someone := r.tagged(v.group.b, "PRP") && !r.is(v.group.b, "it")
		return r.lemmaIs(v.t, "reject") && someone || r.lemmaIs(v.t, "know") && (someone || r.isPersonName(r.chunkRight(v.group.b)))
	}},
	{"noact.question/1", "Rowe asked him a question.", fNoun, func(r *reader, v *verb) bool {
		return r.lemmaIs(v.t, "ask") && r.tagged(v.group.b, "PRP") && r.is(v.group.b+1, "a", "some", "any", "another", "questions", "the", "that", "this")
	}},
}

// deedObjects are, by verb, the nouns for what it is done to, where it tells of a deed: defend a title.
var deedObjects = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, row := range lexicon.Must("deed_objects").Rows {
		for _, v := range lexicon.Split(row.Cells[0]) {
			if m[v] == nil {
				m[v] = map[string]bool{}
			}
			lexicon.Add(m[v], lexicon.Split(row.Cells[1])...)
		}
	}
	return m
})

// anyIn reports whether a token of w, or its lemma, is in a set.
func (r *reader) anyIn(w words, set map[string]bool) bool {
	return extract.AnyToken(w.a, w.b, func(i int) bool { return set[r.norm(i)] || set[r.lemma(i)] })
}

// isWordy reports whether the head of an object is a noun for what is put into words: an apology, some advice.
func (r *reader) isWordy(w words) bool {
	return !w.empty() && (r.cues.nouns[r.lemma(w.b-1)] != nil || r.is(w.b-1, "condolences", "congratulations", "apology", "apologies", "thanks", "sympathy", "sympathies", "opinion", "support", "advice", "details", "ideas", "insight"))
}

// claimed are the objects of "claim" that are said and not taken.
var claimed = lexicon.SetOf("responsibility", "credit", "innocence", "ignorance", "discrimination", "bias", "fraud", "immunity", "privilege", "self-defence", "self-defense", "success", "damage",
	"jurisdiction", "ownership", "sovereignty", "kinship", "descent", "knowledge", "negligence", "harassment", "superiority", "otherwise", "neutrality", "wrongdoing", "interference", "persecution", "harm", "breach", "insanity")

// isNoAct reports whether a line of the table holds for the verb v, matched by a rule with frame f.
func (r *reader) isNoAct(v *verb, f frame) bool {
	edge := v.edge
	defer func() { v.edge = edge }()
	for i := range noActs {
		if noActs[i].frames&f != 0 && noActs[i].holds(r, v) {
			return true
		}
	}
	return false
}

// clauseStart is where the subject of v begins, or its group.
func (r *reader) clauseStart(v *verb) int {
	if !v.subject.empty() && v.subject.a < v.group.a {
		return v.subject.a
	}
	return v.group.a
}

// anyBefore reports whether one of the words stands in the group of v before its head.
func (r *reader) anyBefore(v *verb, any ...string) bool { return r.anyWord(v.group.a, v.t, any...) }

// anyWord reports whether one of the words stands in tokens [a, b).
func (r *reader) anyWord(a, b int, any ...string) bool {
	return extract.AnyToken(a, b, func(i int) bool { return r.is(i, any...) })
}

// anyTagged reports whether a token of w has one of the tags.
func (r *reader) anyTagged(w words, any ...string) bool {
	return extract.AnyToken(w.a, w.b, func(i int) bool { return r.tagged(i, any...) })
}

// commands reports whether v stands in a sentence that opens as a command, to whoever reads it.
func (r *reader) commands(v *verb) bool {
	return r.tagged(r.first, "VB", "VBP") && !extract.AnyToken(r.first+1, v.group.a, func(i int) bool {
		return r.tagged(i, "PRP") && !r.is(i, "it", "them", "him", "her", "us", "me", "you")
	})
}

// isPersonName reports whether a noun phrase is the name of a person.
func (r *reader) isPersonName(w words) bool {
	if w.empty() || r.d.Has&extract.Entities == 0 {
		return !w.empty() && r.tagged(w.b-1, "NNP")
	}
	a := r.personBefore(w.b)
	return a >= 0 && a <= w.a
}

// hasGround reports whether tokens [a, b) tell for what somebody was attacked: over the plan, as weak.
func (r *reader) hasGround(a, b int) bool {
	return r.anyWord(a, b, "over", "for", "as", "on", "about") || a < b && r.quote[b-1] >= 0
}

// isPriced reports whether a number follows behind "at" in the object of a verb: put the toll | at
// about 19.
func (r *reader) isPriced(v *verb) bool {
	for k := v.group.b; k < min(r.last-1, v.group.b+reachOfAdjuncts) && !r.isMark(k); k++ {
		if r.is(k, "at") {
			return r.tagged(r.counted(k+1), "CD", "$") || r.tagged(k+1, "CD", "$") || r.tagged(k+2, "$") || r.approximates(k+1)
		}
	}
	return false
}
