package attribution

// goesOn speaks against an end that one of the edges sees. In its example the content goes on past
// the slash.
var goesOn = []edge{
	{"on.aside", -4, "Lee accused the board,/ led by Hale, of hiding the leak|.", at("<break>"), (*reader).opensAside},
	{"on.thrown-in", -4, "Lee rejected the view that the rain,/ at least in part, broke the dam|.", at("<break>"), (*reader).throwsIn},
	{"on.dashed", -3, "Lee vowed to mend the dam/ - including the gates - and the road|.", at("<dash> including|who|whose|where|such|like|from|#JJ|#NNP|#CD"), func(r *reader, _ *content, j int) bool { return r.dashed(j) }},
	{"on.dash-closed", -3, "Lee plans to visit Ashton - where it leaked -/ on Friday|.", at("<dash> #IN|#TO|#RP|and|or"), func(r *reader, c *content, j int) bool {
		return r.closesDash(c.start, j) && !r.subordinates(j+1) && !r.opensMain(j+2)
	}},
	{"on.not-but", -4, "Lee quoted Hale as saying that it was not lost by Rowe,/ but by the guards|.", at("<break> but #IN"), func(r *reader, c *content, j int) bool { return r.anyWord(c.start, j, "not", "n't", "only") }},
	{"on.narrows", -4, "Lee wants to mend the gates,/ not the dam|.", at("<break> not|rather|either|possibly|perhaps|often|well|ostensibly"), func(r *reader, _ *content, j int) bool {
		return !r.finiteWithin(j+2, 5)
	}},
	{"on.list", -4, "Lee announced cuts to gas,/ heating oil and steel|.", at("<break>"), func(r *reader, _ *content, j int) bool {
		return r.listGoesOn(j)
	}},
	{"on.as", -3, "Lee cited the storm,/ as a reason to close|.", at("<break>? as {!<finite>}"), func(r *reader, _ *content, j int) bool {
		if r.isBreak(j) {
			j++
		}
		return r.quote[j-1] < 0 && (r.is(j-1, "well") || !r.opensMain(j+1) || r.isRelativePronoun(r.nounRight(j+1, false).b))
	}},
	{"on.deed", -3, "Lee urged Hale to stay/ during the game|.", at("by|in|on|at|during|because|while|after|before"), func(r *reader, c *content, j int) bool {
		switch {
		case r.is(j, "by"):
			return r.tellsDeed(c, j)
		case r.quote[j-1] >= 0:
			return false
		case r.is(j, "in", "on", "at", "during"):
			return r.holdsClause(c.start, j) || r.tellsDeed(c, j)
		}
		return !r.opensSpeech(j+1) && (r.holdsClause(c.start, j) || r.tellsDeed(c, j) && !r.tellsPast(j))
	}},
	{"on.relative", -4, "Lee praised a guard who closed the gates/ and saved the town|.", at("#CC"), func(r *reader, c *content, j int) bool {
		return r.goesOnRelative(c.start, j)
	}},
	{"on.lead", -4, "Lee said that when the rain came,/ Hale told her to stay|.", at("<break> {!#CC|#VBG|#VBD|#VBZ}"), func(r *reader, c *content, j int) bool {
		return r.closesLead(c.start, j)
	}},
	{"on.quoted", -3, "Lee says the dam leaked,/ but the town was “safe for all who live there”|.", at("<break> but|and|<concedes>"), (*reader).quotesOn},
	{"on.same-tense", -2, "Lee said the dam was old,/ but the guards could mend it|.", at("<break> but|although|though|while"), (*reader).keepsTense},
	{"on.figure", -3, "Lee says the port sold 40 ships last year,/ while the figure was 30 in May|.", at("<break> while the|another|a figure|number|rate|total|share|rest|other|others|same|remaining|further|third|quarter|latter"), nil},
	{"on.bracket", -8, "Lee said the dam (it is old; it leaks)/ was full|.", pattern{}, func(r *reader, c *content, j int) bool {
		return r.inBracket(c.start, j)
	}},
}
