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
	frames  frame                         // of the rule that matched
	group   group                         // what is asked of the verb and what stands around it
	when    func(r *reader, v *verb) bool // what else has to hold, or nil
}

// holds reports whether all that the row asks for is there.
func (n *noAct) holds(r *reader, v *verb) bool {
	return n.group.fits(r, v) && (n.when == nil || n.when(r, v))
}

// phraseFrames are the frames whose content is no clause of its own.
const phraseFrames = fTo | fNoun | fGerund | fPrep | fPerson

// noActs are looked through in order; the first that holds decides.
var noActs = []noAct{
	{"noact.thing/1", "The engine demanded a repair.", phraseFrames, group{}, func(r *reader, v *verb) bool {
		if v.subject.empty() || v.passive || v.cue.stance(fTo) == "hearsay" || r.isWriting(v.subject) {
			return false
		}
		told := r.quote[v.subject.a] >= 0 && r.quote[v.subject.b-1] >= 0 && r.lemmaIs(v.t, "describe", "refer")
		return told || !r.canSpeak(v.subject)
	}},
	{"noact.impersonal/1", "It is safe to assume that the dam leaks.", fThat | fClause | fIf | fWh, group{}.at("it #MD? ~be|~become #RB* #JJ|#JJR _"), nil},
	{"noact.means/1", "Lee regrets the decision to tell guards that the dam leaked.", fThat | fClause | fWh | fIf, group{isInfinitive: true}.at("work|decision|need|chance|opportunity|right|reason|ability|power|desire|guidelines _"), nil},
	{"noact.aim/1", "That is not to suggest that the dam leaked.", fThat | fClause | fWh | fIf, group{isInfinitive: true}.at("that|this|it|step|steps|goal|aim|task|challenge|key|idea ~be|'s not? _"), nil},
	{"noact.talked-of/1", "The tales that will be talked about today: “It was a long day.”", fQuote, verbs("talk").passive(), nil},
	{"noact.explains/1", "This only explains why Lee left.", fWh, group{}, func(r *reader, v *verb) bool {
		return !v.passive && !v.subject.empty() && (r.is(v.subject.b-1, "this", "that", "these", "which") || r.lemmaIs(v.t, "show") || !r.canSpeak(v.subject)) && !r.isWriting(v.subject) || r.lemmaIs(v.t, "determine") && r.isWriting(v.subject) || r.is(v.t, "considering") && v.bare && (v.t == r.first || r.isComma(v.t-1))
	}},
	{"noact.anyone/1", "Anyone saying they know the cause is guessing.", ^frame(0), participle().at("anyone|anybody _"), nil},
	{"noact.unnamed/1", "Lee, who wishes to remain anonymous, left the town.", fTo, group{}.at(". . anonymous|unnamed|unidentified"), nil},
	{"noact.cannot/1", "I can not thank the town enough.", phraseFrames, verbs("deny", "thank", "stress", "emphasize", "recommend", "fault", "forget", "praise", "dispute").with("can", "ca", "could", "cannot").negated(), nil},
	{"noact.seems/1", "The engine appeared to fail.", fTo, verbs("seem", "appear"), func(r *reader, v *verb) bool {
		return !v.passive // the reporter's own hedge
	}},
	{"noact.can-expect/1", "The engine can be expected to fail.", fTo | fPassive, verbs("expect", "say", "see", "consider", "think").with("can", "could", "should", "might").passive(), nil},
	{"noact.claims-lives/1", "The storm has claimed 40 lives.", fClause | fNoun, verbs("claim"), func(r *reader, v *verb) bool {
		return extract.AnyToken(v.group.b, v.group.b+4, func(i int) bool {
			return r.is(i, "lives", "life", "victims")
		})
	}},
	{"noact.bare-infinitive/1", "The film will help Lee describe the plan.", phraseFrames | fWh | fIf, group{}, func(r *reader, v *verb) bool {
		return r.tagged(v.t, "VB") && !v.to && v.support < 0 && !r.anyTagged(words{v.group.a, v.t}, "MD", "VBD", "VBZ", "VBP", "TO") && !v.subject.empty() && v.subject.b == v.group.a && r.isVerb(v.subject.a-1) && !r.isSpeechVerb(v.subject.a-1)
	}},
	{"noact.joined-infinitive/1", "Lee told him to go home and consider how he had acted.", phraseFrames | fWh | fIf, group{}.at("and|or _"), func(r *reader, v *verb) bool {
		return r.tagged(v.t, "VB") && v.group.b == v.t+1 && v.group.a == v.t && v.support < 0 && !r.lemmaIs(v.t, "confirm", "deny")
	}},
	{"noact.by/1", "Lenders can win by offering a plan.", phraseFrames, participle().at("by|through|at|of|for _"), func(r *reader, v *verb) bool {
		if r.lemmaIs(v.group.a-2, "aim") || r.is(v.group.a-1, "by", "through") && r.cues.use[r.lemma(v.t)]&useDeed != 0 {
			return true
		}
		return r.lemmaIs(v.t, "show")
	}},
	{"noact.particle/1", "The crowd ripped them away.", ^frame(0), verbs("show", "back", "rip", "call", "knock", "hammer", "press", "tear", "ask", "fight", "beat", "hold"), func(r *reader, v *verb) bool {
		k := v.t + 1
		if r.tagged(k, "PRP") {
			k++
		}
		return r.is(k, "up", "away", "off", "down", "back", "apart")
	}},
	{"noact.held/1", "Lee, described as a fair boss, left the town.", fPrep | fTo, group{}, func(r *reader, v *verb) bool {
		return r.is(v.group.b, "as") && r.tagged(v.t, "VBN", "VBD") && (v.passive || r.isMark(v.group.a-1) || r.tagged(v.group.a-1, "CC")) || r.is(v.t-1, "widely") && r.tagged(v.t, "VBN")
	}},
	{"noact.appeal/1", "Lee appealed to young voters in Ashton.", fPrep, verbs("appeal").at("to"), func(r *reader, v *verb) bool {
		w := r.nounRight(v.group.b+1, false)
		return !r.tagged(w.b, "TO")
	}},
	{"noact.would/1", "Writers would consider the war.", fNoun, verbs("consider", "view", "regard", "rate", "fear").with("would", "'d"), nil},
	{"noact.reacting/1", "Responding to the vote, Lee left the town.", fPrep, participle().of("respond", "reflect", "comment", "refer", "speak", "talk", "remark", "elaborate"), func(r *reader, v *verb) bool {
		return v.group.a == r.first
	}},
	{"noact.put/1", "Lee put the box at the door.", fNoun, verbs("put", "peg", "value"), func(r *reader, v *verb) bool {
		return !r.isPriced(v)
	}},
	{"noact.showing/1", "Lee posted a photo showing the mayor pictured with Rowe.", fClause | fNoun, participle().of("show", "depict").at("{!<comma>} _"), func(r *reader, v *verb) bool {
		w := r.nounRight(v.group.b, false)
		return r.isReduced(w.b) || !r.isFinite(r.skipAdverbs(w.b))
	}},
	{"noact.seen/1", "Shops saw prices jump in May.", fClause, verbs("see", "hear", "notice", "feel", "watch"), func(r *reader, v *verb) bool {
		w := r.nounRight(v.group.b, false)
		if r.lemmaIs(v.t, "see") && r.is(v.subject.b-1, "which") || r.lemmaIs(v.t, "hear") && r.tagged(v.subject.a, "PRP") && !r.is(v.subject.a, "it") { // the storm, which saw; she heard the missile strikes
			return true
		}
		return r.tagged(v.t, "VBD", "VBN") && (r.tagged(w.b, "VB", "VBP") && !r.lemmaIs(w.b, "be", "have") && (!r.canSpeak(w) || r.tagged(w.b-1, "NN", "NNP") && !r.anyWord(w.a, w.b, "and") || r.lemmaIs(v.group.a, "have")) || r.tagged(w.b, "VBN"))
	}},
	{"noact.if/1", "If the firms want to sell the dam, they must ask.", phraseFrames, group{}, func(r *reader, v *verb) bool {
		return (r.lemmaIs(v.t, "want", "wish", "like", "choose", "opt", "plan", "intend", "hope", "decide", "expect", "see") || r.cues.use[r.lemma(v.t)]&(useDeed|useAttitude) != 0) && r.is(r.clauseStart(v)-1, "if", "unless", "whether") && !r.is(r.clauseStart(v)-2, "even", "as")
	}},
	{"noact.able/1", "Mayors will be able to ask the lender to pay.", phraseFrames, group{}.with("able", "entitled", "free", "allowed", "eligible", "need", "needs", "needed"), nil},
	{"noact.modal-deed/1", "Mayors will veto the plan.", phraseFrames, group{}, func(r *reader, v *verb) bool {
		return r.cues.use[r.lemma(v.t)]&useDeed != 0 && (r.anyBefore(v, "can", "could", "may", "might", "must", "should", "shall", "cannot", "ca") ||
			r.anyBefore(v, "will", "'ll") && !r.lemmaIs(v.t, "vote", "campaign", "fight", "challenge", "propose", "recommend", "outline", "detail", "confirm", "respond"))
	}},
	{"noact.duty/1", "Miners should expect to lose the vote.", ^fQuote, group{}.with("should", "must", "ought"), func(r *reader, v *verb) bool {
		return !r.is(v.subject.a, "i", "we")
	}},
	{"noact.ballot/1", "Lee voted for Ann Rowe in May.", fPrep | fNoun, verbs("vote", "support", "back", "favor", "favour", "champion"), func(r *reader, v *verb) bool {
		k := v.group.b
		if r.is(k, "for", "against") {
			k++
		}
		w := r.chunkRight(k)
		return r.is(k, "him", "her", "them", "me", "us") && w.b == k+1 || r.isPersonName(w) || r.lemmaIs(v.t, "vote") && r.canSpeak(w) && r.tagged(w.b-1, "NN", "NNS", "NNPS") && !r.isWriting(w)
	}},
	{"noact.sides/1", "Lee agreed with Ann Rowe.", fPrep, verbs("agree", "disagree", "concur", "differ", "sympathise", "sympathize", "plead").at("with"), func(r *reader, v *verb) bool {
		w := r.nounRight(v.group.b+1, false)
		return !(r.lemmaIs(v.t, "plead") && r.tagged(w.b, "TO")) && (r.tagged(w.a, "PRP") && !r.is(w.a, "it") || r.canSpeak(w)) // but pleaded with Lee | to go
	}},
	{"noact.modal-ask/1", "Lenders can ask the mayor for a plan.", fNoun | fPerson | fPrep | fTo, group{}.with("can", "could", "may", "might"), func(r *reader, v *verb) bool {
		return !r.lemmaIs(v.t, "choose", "decide") && !v.negated
	}},
	{"noact.chance/1", "Drivers in the town will find that the toll has gone.", fThat | fClause | fWh | fNoun | fIf, verbs("find", "see", "learn", "discover", "hear", "notice", "know", "understand", "remember", "feel").with("would", "will", "'ll", "can", "may", "might", "should", "must", "could"), nil},
	{"noact.reduced/1", "People considering leaving the town should wait.", phraseFrames, participle().of("want", "wish", "hope", "consider", "plan", "intend", "like", "love", "refer", "respond", "offer", "choose", "prefer", "aim", "ponder", "weigh", "claim", "know", "decide", "determine", "see", "agree", "fear", "fight").at("<noun> _"), func(r *reader, v *verb) bool {
		return v.support < 0 && !r.is(v.subject.a-1, "with")
	}},
	{"noact.not-wanting/1", "People stay away out of fear or not wanting to burden the town.", fTo | fGerund, participle().with("not", "never").at("<noun>|or|and|of|from|by _"), nil},
	{"noact.when-doing/1", "Lee has much to enjoy when reflecting on May.", phraseFrames, participle().at("when|while _"), nil},
	{"noact.not-trying/1", "Lee is not trying to belittle the crew.", fNoun | fPrep | fPerson, group{}.negated(), func(r *reader, v *verb) bool {
		return v.support >= 0 && r.lemmaIs(v.support, "try", "seek", "attempt", "want", "need", "plan", "tend", "happen", "use")
	}},
	{"noact.command/1", "Take a shot at explaining to somebody that the dam was old.", ^frame(0), group{}, func(r *reader, v *verb) bool {
		return v.subject.empty() && !v.passive && r.tagged(r.first, "VB", "VBP")
	}},
	{"noact.show-one/1", "She shows us a film of the dam.", fNoun | fWh, verbs("challenge", "show", "sing", "read", "offer", "send"), func(r *reader, v *verb) bool {
		w := r.chunkRight(v.group.b)
		if r.lemmaIs(v.t, "challenge") {
			return (r.isPerson(w) || r.tagged(v.group.b, "PRP") || r.isPersonName(w)) && !r.is(w.b, "to")
		}
		return r.tagged(v.group.b, "PRP") || r.lemmaIs(v.t, "show") && !r.isWriting(v.subject) && !r.tagged(v.group.b, "WRB", "WP") && !r.anyTagged(w, "CD", "$", "NNP")
	}},
	{"noact.role/1", "Lee portrayed a king in Love and War.", fNoun, verbs("portray", "depict", "paint", "cast", "play", "view"), func(r *reader, v *verb) bool {
		return !r.hasAs(v.group.b, r.phraseEnd(v.group.b, v))
	}},
	{"noact.let/1", "Let them say Lee won it.", ^frame(0), group{}.at("~let us|'s|’s|me|them|him|her|people _"), nil},
	{"noact.counsel/1", "Defending Lee, Mr Hale said she was ill.", fNoun, verbs("defend", "support", "back"), func(r *reader, v *verb) bool {
		return v.bare && r.isPersonName(r.chunkRight(v.group.b))
	}},
	{"noact.blow/1", "Lee hit two men and attacked them.", fNoun, verbs("attack", "hit", "knock", "hammer", "assail", "savage", "charge", "fight", "press", "beat", "welcome", "report", "withdraw"), func(r *reader, v *verb) bool {
		w := r.chunkRight(v.group.b)
		if r.lemmaIs(v.t, "withdraw") {
			return r.isPersonName(w)
		}
		return !w.empty() && (r.tagged(w.a, "PRP") || r.tagged(w.b-1, "NNP") || r.isPerson(w) && !r.lemmaIs(v.t, "report")) && !r.hasGround(w.b, r.phraseEnd(v.group.b, v))
	}},
	{"noact.prize/1", "Lee claimed two medals in the race.", fNoun, verbs("claim"), func(r *reader, v *verb) bool {
		w := r.chunkRight(v.group.b)
		return !w.empty() && !claimed[r.lemma(w.b-1)] && !r.hasAs(w.b, r.phraseEnd(v.group.b, v))
	}},
	{"noact.amount/1", "Lee pledged $3 million.", fNoun, verbs("support", "back", "show", "charge", "promise", "pledge", "accept"), func(r *reader, v *verb) bool {
		w := r.chunkRight(r.pastBound(v.group.b))
		if r.lemmaIs(v.t, "accept") {
			return !w.empty() && r.tagged(w.b-1, "CD")
		}
		return r.anyTagged(w, "CD", "$")
	}},
	{"noact.deed-object/1", "Lee defended his title in Ashton for the sixth time.", fNoun | fClause, group{}, func(r *reader, v *verb) bool {
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
	{"noact.gerund-subject/1", "Hale asked if calling for war was wrong.", fPrep | fNoun, participle().at("if|whether|that|because _"), func(r *reader, v *verb) bool {
		return r.finiteWithin(v.group.b, reachOfClause)
	}},
	{"noact.relative-wish/1", "Fans who want to help the club could pay more.", fTo | fNoun | fGerund, verbs("want", "wish", "prefer", "like", "need"), func(r *reader, v *verb) bool {
		return r.isRelativePronoun(v.subject.a) && !r.isMark(v.subject.a-1) && r.tagged(v.subject.a-1, "NN", "NNS", "NNPS", "DT")
	}},
	{"noact.self/1", "The firms defend themselves against the thieves.", fNoun | fClause, group{}.at("#PRP"), func(r *reader, v *verb) bool {
		self := strings.HasSuffix(r.norm(v.group.b), "self") || strings.HasSuffix(r.norm(v.group.b), "selves")
		return self && !r.hasAs(v.group.b, r.phraseEnd(v.group.b, v)) && !r.lemmaIs(v.t, "call", "describe", "blame", "declare", "consider")
	}},
	{"noact.custom/1", "Lenders offer a refund to customers.", fNoun, verbs("offer"), func(r *reader, v *verb) bool {
		return !r.isWordy(r.chunkRight(v.group.b))
	}},
	{"noact.voting/1", "Union members are voting for a strike.", fPrep, verbs("vote", "campaign"), func(r *reader, v *verb) bool {
		return r.tagged(v.t, "VBG")
	}},
	{"noact.reassured/1", "Lee can be assured that the dam will hold.", fThat | fClause, verbs("assure", "reassure", "convince", "remind").with("can", "may", "should", "must", "needs", "need").passive(), nil},
	{"noact.proven/1", "Lee has proven he can win in Ashton.", fClause | fThat, verbs("prove"), func(r *reader, v *verb) bool {
		return !v.negated && r.canSpeak(v.subject) && !r.isWriting(v.subject)
	}},
	{"noact.how-to/1", "How to prove that the dam leaked.", ^frame(0), group{}, func(r *reader, v *verb) bool {
		return v.to && r.tagged(v.group.a-1, "WRB", "WP") || r.tagged(v.t, "VB") && r.lemmaIs(v.group.a-1, "help") && (!r.canSpeak(v.subject) || r.tagged(v.group.a-2, "TO"))
	}},
	{"noact.learning/1", "Lee went to Ashton to see if the dam would hold.", fIf | fWh, verbs("see", "decide", "find", "know", "learn", "hear"), func(r *reader, v *verb) bool {
		return v.to && v.support < 0
	}},
	{"noact.adding/1", "The leak is adding to fears that it may rain.", fClause | fThat, verbs("add"), func(r *reader, v *verb) bool {
		return r.is(r.chunkRight(v.group.b).b, "to") || r.is(v.group.b, "to")
	}},
	{"noact.gerund/1", "Lee told Hale finding a home was hard.", fClause | fNoun | fWh, participle().of("find", "see", "know", "feel", "understand", "learn", "discover", "notice").at("{!<mark>|and|after|on|upon|before|since|in|while|when|until} _"), nil},
	{"noact.gerund-subject/1", "Gauging its growth is one of the best ways.", fClause | fThat | fWh | fIf, participle(), func(r *reader, v *verb) bool {
		return (v.group.a == r.first || v.group.a == r.first+1 && r.tagged(r.first, "CC")) && v.subject.empty()
	}},
	{"noact.reject-one/1", "Voters are rejecting him.", fNoun, verbs("reject", "know").at("#PRP"), nil},
	{"noact.assuming/1", "Assuming that the dam holds, Lee will stay.", fThat, participle().of("assume", "presume", "suppose"), func(r *reader, v *verb) bool {
		return v.group.a == r.first && r.anyTagged(words{v.group.b, r.last}, "MD") // the writer's own condition
	}},
	{"noact.citing/1", "The dam leaks, Lee said, citing a driver.", fNoun, verbs("cite"), func(r *reader, v *verb) bool {
		w := r.chunkRight(v.group.b)
		return !w.empty() && (r.isPerson(w) || r.isPersonName(w)) && !r.hasAs(w.b, r.phraseEnd(v.group.b, v))
	}},
	{"noact.ensures/1", "The pump guarantees that the mill has water.", fThat, verbs("guarantee"), func(r *reader, v *verb) bool {
		return !r.canSpeak(v.subject) || r.isWriting(v.subject) || r.tagged(v.subject.b-1, "DT", "WDT")
	}},
	{"noact.question/1", "Rowe asked him a question.", fNoun, verbs("ask").at("#PRP a|some|any|another|questions|the|that|this"), nil},
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
			return r.tagged(r.counted(k+1), "CD", "$") || r.tagged(k+2, "$") || r.approximates(k+1)
		}
	}
	return false
}
