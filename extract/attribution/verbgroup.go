package attribution

// A group is what a row asks of a verb group and of what stands around it, such as
// verbs("vote", "campaign").with("can").at("and _"). Each method adds to it; the zero group asks for nothing.
type group struct {
	lemmas, words                                    []string
	isParticiple, isInfinitive, isPassive, isNegated bool
	around                                           pattern
}

// verbs asks for a cue with one of these lemmas.
func verbs(lemmas ...string) group { return group{lemmas: lemmas} }

// participle asks for a cue in -ing without a finite verb.
func participle() group { return group{isParticiple: true} }

// of asks for a participle of one of these lemmas.
func (g group) of(lemmas ...string) group {
	g.lemmas = lemmas
	return g
}

// with asks for one of these words in the group, before the cue.
func (g group) with(words ...string) group {
	g.words = words
	return g
}

func (g group) passive() group {
	g.isPassive = true
	return g
}

func (g group) negated() group {
	g.isNegated = true
	return g
}

// at asks for what stands left and right of the group.
func (g group) at(text string) group {
	g.around = at(text)
	return g
}

// fits reports whether the verb is what the row asks for.
func (g *group) fits(r *reader, v *verb) bool {
	switch {
	case g.lemmas != nil && !r.lemmaIs(v.t, g.lemmas...):
	case g.isParticiple && !(v.bare && r.tagged(v.t, "VBG")), g.isInfinitive && !v.to:
	case g.isPassive && !v.passive, g.isNegated && !v.negated:
	case g.words != nil && !r.anyBefore(v, g.words...):
	default:
		return g.around.Around(r, r.d.Tokens, r.first, r.last, v.group.a, v.group.b)
	}
	return false
}
