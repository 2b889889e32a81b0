package attribution

// tryPreposition drafts "according to" and its kin.
func (r *reader) tryPreposition(t int) {
	switch {
	case r.is(t, "according") && r.is(t+1, "to"):
		r.accordingTo(t, t+2)
	case r.is(t, "per") && r.tagged(t+1, "NNP", "DT", "PRP$") && (t == r.first || r.isComma(t-1)):
		r.accordingTo(t, t+1)
	}
}

// accordingTo takes the noun phrase after the cue as source, and the rest of the sentence
// as content.
func (r *reader) accordingTo(t, j int) {
	s := r.nounRight(j, true)
	if s.empty() && r.tagged(j, "VB") && r.isNoun(j+1) { // "court papers": a noun after "to" that the tagger took for a verb
		s = words{j, r.nounRight(j+1, true).b}
	}
	if s.empty() {
		return
	}
	switch base := r.nounRight(j, false); {
	case r.isComma(t-1) && r.isFinite(t-2): // is, according to Lee, | a hard task
		s = base
	case t <= r.first+2 && !base.empty() && base.b < s.b && !r.tagged(base.b-1, "NNP", "NNPS") && !(r.tagged(s.b-1, "NNP", "NNPS") && r.opensMain(s.b+1)):
		s = base // According to the report, | the capital, which
	default:
		s = r.postModified(s)
	}
	d := draft{rule: "attr.according/1", cue: words{t, j}, cueHead: t, stance: "assert", weak: t > r.first && !r.isComma(t-1)}
	d.source, d.head = r.settleSource(s)
	ok := false
	if about := r.relativeBefore(t); !about.empty() { // a plan that, according to Lee, failed
		end := min(d.source.b+1, r.last)
		for end < r.last && !(r.isComma(end) && r.quote[end] < 0 && r.opensMain(end+1)) {
			end++
		}
		if d, ok = r.fill(d, about.a, about.b); ok {
			d, ok = r.fill(d, d.source.b, end)
		}
	} else if t > r.first+2 {
		d, ok = r.fill(d, r.lastClause(r.first, t), t)
		if ok && r.isComma(d.source.b) && (r.last-d.source.b > 6 || r.isFinite(t-2)) && r.isComma(t-1) && !r.tagged(d.source.b+1, "WP", "WDT") && !(r.is(d.source.b+1, "a", "an") && !r.isFinite(t-2)) {
			d, _ = r.fill(d, d.source.b+1, r.last)
		}
	} else {
		d, ok = r.fill(d, r.pastRelative(d.source.b), r.last)
	}
	if ok {
		r.keep(d)
	}
}

// relativeBefore is what a relative pronoun right before the aside at token t stands for: a plan | that, according to Lee, failed.
func (r *reader) relativeBefore(t int) words {
	k := t - 1
	if r.isComma(k) {
		k--
	}
	if w := r.chunkLeft(k); !w.empty() && r.tagged(w.a-1, "WP$") {
		return words{w.a - 1, w.b}
	}
	if r.isRelativePronoun(k) || r.is(k, "that") && r.isNoun(k-1) && r.cues.nouns[r.lemma(k-1)] == nil {
		return r.antecedent(k)
	}
	return words{}
}

// pastRelative steps from token b over a relative clause between commas: "according to Lee,
// who runs it, | the bridge is closed".
func (r *reader) pastRelative(b int) int {
	if !r.isComma(b) || !r.tagged(b+1, "WP", "WDT") {
		return b
	}
	for j := b + 2; j < r.last; j++ {
		if r.isComma(j) && r.opensMain(j+1) {
			return j
		}
	}
	return b
}

// postModified widens a source by the relative clause, with its pronoun or without, or the
// participle right after it: "figures | her office released".
func (r *reader) postModified(s words) words {
	w := r.chunkRight(s.b)
	if (w.empty() || !r.tagged(w.b, "VBD", "VBN")) && !r.tagged(s.b, "WP", "WDT", "VBN", "VBG", "JJ") && !r.isReduced(s.b) {
		return s
	}
	for b := s.b; b < r.last; b++ {
		if r.isMark(b) && !r.tagged(b, "-LRB-", "-RRB-") {
			return words{s.a, b}
		}
	}
	return words{s.a, r.last}
}
