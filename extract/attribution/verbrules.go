package attribution

// verbRules are the constructions around a verb cue, tried in this order: quotations
// first, then parentheses, then what follows the verb.
var verbRules = []rule{
	{"attr.quote-inverted/1", "“The bridge is closed,” said Ann Lee, an engineer.", "Ann Lee, an engineer | said | The bridge is closed,", fQuote, (*reader).quoteInverted},
	{"attr.quote-before/1", "“The bridge is closed,” Lee told the council.", "Lee | told | The bridge is closed,", fQuote, (*reader).quoteBefore},
	{"attr.quote-after/1", "Lee said on Monday: “The bridge is closed.”", "Lee | said | The bridge is closed.", fQuote, (*reader).quoteAfter},
	{"attr.parenthesis-inverted/1", "The bridge is closed, said Ann Lee.", "Ann Lee | said | The bridge is closed", fPre, (*reader).parenthesisInverted},
	{"attr.parenthesis/1", "The bridge, Lee said, is closed.", "Lee | said | The bridge || is closed", fPre, (*reader).parenthesis},
	{"attr.relative-gap/1", "The city closed the bridge, which Lee said was unsafe.", "Lee | said | which || was unsafe", fClause, (*reader).relativeGap},
	{"attr.passive-by/1", "The plan was criticized by the mayor.", "the mayor | was criticized | The plan", fPassive, (*reader).passiveBy},
	{"attr.passive-to/1", "The bridge is expected to close in May.", "- | is expected | The bridge || to close in May", fPassive, (*reader).passiveTo},
	{"attr.svo-that/1", "Lee told the council on Monday that the bridge is closed.", "Lee | told | the bridge is closed", fThat, (*reader).thatClause},
	{"attr.svo-if/1", "Lee asked whether the bridge is closed.", "Lee | asked | whether the bridge is closed", fIf, (*reader).ifClause},
	{"attr.svo-wh/1", "Lee explained why the bridge was closed.", "Lee | explained | why the bridge was closed", fWh, (*reader).whClause},
	{"attr.svo-clause/1", "Lee said the bridge is closed.", "Lee | said | the bridge is closed", fClause, (*reader).bareClause},
	{"attr.svo-person/1", "Lee told drivers to turn back.", "Lee | told | to turn back", fPerson, (*reader).personTo},
	{"attr.svo-to/1", "Lee promised to close the bridge.", "Lee | promised | to close the bridge", fTo, (*reader).toClause},
	{"attr.svo-prep/1", "Lee called for an end to the strike.", "Lee | called for | an end to the strike", fPrep, (*reader).prepPhrase},
	{"attr.svo-ing/1", "Lee denied taking money.", "Lee | denied | taking money", fGerund, (*reader).gerund},
	{"attr.silent/1", "Lee did not elaborate.", "Lee | did not elaborate | ", 0, (*reader).silent},
	{"attr.light/1", "Lee expressed doubt that the bridge would hold.", "Lee | expressed doubt | the bridge would hold", fNoun | fPre, (*reader).lightVerb},
	{"attr.svo-np/1", "Lee criticized the plan.", "Lee | criticized | the plan", fNoun, (*reader).object},
}

// silent is a verb of answering that is negated and has nothing behind it: Lee did not elaborate.
func (r *reader) silent(v *verb) (draft, bool) {
	k := r.skipAdverbs(r.pastWhen(v.group.b))
	ends := k >= r.last || r.isMark(k) || r.tagged(k, "CC", "WRB", "IN")
	if !ends || r.anyBefore(v, "could", "can") || !v.negated && !r.anyBefore(v, "yet") || !r.canSpeak(v.subject) || !r.lemmaIs(v.t, "comment", "elaborate", "respond", "reply") {
		return draft{}, false
	}
	d := r.begin(v)
	d.stance, d.negated = "decline", false
	return r.fill(d, v.t, v.group.b)
}
