package attribution

import "github.com/claimwire/claimwire/extract"

// tryAdverb drafts adverbs that tell hearsay: "reportedly", "allegedly".
func (r *reader) tryAdverb(t int) {
	c := r.cues.adverbs[r.norm(t)]
	if c == nil {
		return
	}
	if r.tagged(t+1, "JJ", "VBN", "NN") && (r.isNoun(t+2) || r.tagged(t+2, "JJ")) && !(r.isVerb(t-1) && r.upos(t-1) == "AUX") || r.tagged(t-1, "IN") && r.tagged(t+1, "VBG") {
		return // allegedly forged letters; for allegedly failing
	}
	d, ok := draft{rule: "attr.adverb/1", cue: words{t, t + 1}, cueHead: t, stance: c.senses[0].stance, kind: "implicit"}, false
	for _, w := range r.hearsay(t) {
		d, ok = r.fill(d, w.a, w.b)
	}
	if ok {
		r.keep(d)
	}
}

// hearsay is what the adverb t tells of, on both sides of it: the clause of its verb, with the subject that it
// shares or the noun that it describes; else the noun before it; or what a comma sets off.
func (r *reader) hearsay(t int) []words {
	v := r.d.VerbAt(r.skipAdverbs(t))
	if v < 0 {
		v = r.d.VerbAt(t - 1)
	}
	c := &extract.Clause{First: r.first, Last: r.last, Kind: extract.MainClause, Subject: -1, Verb: v, OfNoun: -1}
	if v >= 0 && r.d.Verbs[v].Own >= 0 {
		c = &r.d.Clauses[r.d.Verbs[v].Own]
	} else if k := r.d.ClauseAt(t); k >= 0 {
		c = &r.d.Clauses[k]
	}
	finite, a, b := c.Verb == v, t, t+1
	for b < r.last && !r.endsHearsay(t, b, c, finite && c.Kind != extract.MainClause) && (finite || b == t+1 || !r.isComma(b)) {
		b++
	}
	switch own := c.Subject >= 0 && r.d.Nouns[c.Subject].First >= c.First; {
	case r.isComma(t-1) && (!finite || v < 0 || r.d.Verbs[v].First < t): // had won, reportedly | beating two rivals
		return []words{{t + 1, b}}
	case !finite:
		if a = r.nounLeft(t - 1).a; a == 0 {
			return nil
		}
	case c.Subject >= 0 && !own: // he left and | reportedly fled
		s := &r.d.Nouns[c.Subject]
		return []words{{s.First, s.Last}, {r.d.Verbs[v].First, b}}
	case c.Kind == extract.RelativeClause && c.OfNoun >= 0 && (c.Mark < 0 || own && r.isRelativePronoun(r.d.Nouns[c.Subject].First)):
		a = r.d.Nouns[c.OfNoun].First
	case own && c.Kind != extract.MainClause:
		a = r.d.Nouns[c.Subject].First
	default:
		for a > c.First && (a == t || !r.isComma(a-1) || r.isAsideBefore(a-1)) && !(a-1 == r.first && r.tagged(a-1, "CC")) && !r.tagged(a-1, "-LRB-") {
			a--
		}
	}
	return []words{{a, b}}
}

// endsHearsay reports whether the clause c of the adverb t ends before token b: at a mark behind which another
// starts or, within a clause around it, the verb of that.
func (r *reader) endsHearsay(t, b int, c *extract.Clause, within bool) bool {
	switch mark := r.isMark(b) && r.quote[b] < 0; {
	case mark && (r.norm(b) == ";" || r.tagged(b, "-RRB-") && !r.anyTagged(words{t, b}, "-LRB-") || r.tagged(b+1, "CC", "WDT", "WP") || r.tagged(b+2, "WDT") || r.concedes(b+1)):
		return true
	case within && mark:
		return r.isFinite(r.skipAdverbs(b+1)) || r.opensMain(b+1)
	}
	return within && b >= c.Last && r.isFinite(b) && !r.d.Clauses[r.d.ClauseAt(b)].Joined
}

// isAsideBefore reports whether the comma a closes an aside.
func (r *reader) isAsideBefore(a int) bool {
	return r.anyWord(max(r.first+1, a-19), a, ",")
}
