package attribution

// Tags of the words within a noun phrase, before its head.
func isPremodifier(tag string) bool {
	switch tag {
	case "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "DT", "PRP$", "POS", "PDT", "$", "FW", "HYPH", "#":
		return true
	}
	return false
}

func isHead(tag string) bool {
	switch tag {
	case "NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ", "JJS", "FW":
		return true
	}
	return false
}

func isPronoun(tag string) bool { return tag == "PRP" || tag == "WP" || tag == "EX" }

func (r *reader) isNominal(i int) bool {
	return r.in(i) && (isHead(r.tag(i)) || r.endsName(i)) // Sainsbury's, Human Rights Watch
}

// attaches reports whether a preposition ties a noun phrase to the one before it.
func (r *reader) attaches(i int) bool {
	return r.tagged(i, "IN", "TO") && r.is(i, "of", "for", "in", "at", "from", "with", "on", "by", "to", "against", "under", "between", "near", "behind", "within", "inside", "across", "among", "about", "around", "like")
}

// afterTime reports whether a phrase of time ends before token a: "every year | experts".
func (r *reader) afterTime(a int) bool {
	return r.isTemporal(a-1) && r.is(a-2, "every", "each", "last", "next", "this")
}

// startsClause reports whether a clause can begin at token a.
func (r *reader) startsClause(a int) bool {
	return a <= r.first || r.isMark(a-1) || r.afterTime(a) && r.startsClause(a-2) || r.tagged(a-1, "CC", "WRB") ||
		r.is(a-1, "that") && !r.pointsAt(a) || r.subordinates(a-1)
}

// pointsAt reports whether the "that" before token a is an article, after a participle that takes no clause:
// officers investigating that | attack.
func (r *reader) pointsAt(a int) bool {
	c := r.cues.verbs[r.lemma(a-2)]
	return r.tagged(a, "NN") && r.tagged(a-2, "VBG") && c == nil
}

// counted is the token at which a number or a part starts behind the words at token s that bound it:
// "more than | 40%", "about | a third"; s itself where no number follows them.
func (r *reader) counted(s int) int {
	i := s
	for i < s+4 && r.is(i, "about", "around", "nearly", "almost", "roughly", "over", "under", "more", "less", "fewer", "than", "at", "least", "most", "just", "up", "to", "some", "only", "well") {
		i++
	}
	if i > s && (r.tagged(i, "CD") || r.is(i, "half") || r.is(i, "a", "one") && r.is(i+1, "third", "quarter", "fifth", "dozen", "hundred", "thousand", "million")) {
		return i
	}
	return s
}

// isReduced reports whether the verb i may be a participle that the tagger took for the past:
// "people | briefed on the matter".
func (r *reader) isReduced(i int) bool {
	return r.tagged(i, "VBD") && r.isNoun(i-1) && r.tagged(i+1, "IN", "TO", "RB") && r.upos(i) == "VERB"
}

func (r *reader) opensNoun(i int) bool {
	return r.tagged(i, "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "CD", "PRP$", "PDT") && !r.isTemporal(i)
}

func (r *reader) isTemporal(i int) bool {
	return r.in(i) && r.cues.use[r.norm(i)]&useTime != 0 && !(r.text(i) == "TODAY" && r.is(i-1, "usa")) && !(r.norm(i) != r.text(i) && r.personBefore(i+1) >= 0) // the paper; Ann Weeks
}

// isTemporalDay reports whether token i names a day or part of the year, which never
// belongs to the name after it: "on Tuesday Cho said".
func (r *reader) isTemporalDay(i int) bool {
	return r.in(i) && r.cues.use[r.norm(i)]&useDay != 0
}
