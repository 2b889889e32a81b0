package attribution

// chunkRight is the plain noun phrase that starts at token i.
func (r *reader) chunkRight(i int) words {
	if !r.in(i) {
		return words{}
	}
	if isPronoun(r.tag(i)) {
		return words{i, i + 1}
	}
	a, has := i, false
	for ; i < r.last; i++ {
		tag := r.tag(i)
		_, last := r.nameAround(i - 1)
		switch {
		case r.titleFrom(i) > 0 && (i == a || r.tagged(i-1, "POS")): // told | CNN's “New Day” | that it was
			i, has = min(r.titleFrom(i), r.last)-1, true
		case r.quote[i] != r.quote[a], has && r.opensName(i): // media reports | Mr Lee
			goto done
		case has && last > i && last <= r.last:
			i = last - 1
		case isPremodifier(tag):
			if tag == "DT" && i > a && !r.tagged(i-1, "PDT", "DT") || tag == "PRP$" && i > a && !r.tagged(i-1, "PDT", "DT") {
				goto done
			}
			has = has || tag[0] == 'N' || tag == "CD" || tag == "DT"
		case tag == "VBN" && i == a && r.isNoun(i+1), (tag == "VBN" || tag == "VBG") && i > a && !has, (tag == "RB" || tag == "RBR" || tag == "RBS") && !has && i+1 < r.last && r.tag(i + 1)[0] == 'J':
		case (tag == "VBN" || tag == "VBG") && r.tagged(i-1, "DT", "PRP$", "JJ") && r.isNoun(i+1):
		case tag == "CC" && has && r.isNominal(i+1) && r.isNoun(i-1), r.is(i, "/") && r.isNoun(i-1) && r.isNoun(i+1):
		default:
			goto done
		}
	}
done:
	if !has {
		return words{}
	}
	return words{a, i}
}

// titleFrom is the token after the title in marks that opens at token i; 0 if none opens there.
func (r *reader) titleFrom(i int) int {
	if q := r.quote[i]; q >= 0 && r.d.Quotes[q].Use == title && r.d.Quotes[q].Start == r.d.Tokens[i].Start {
		_, end := r.d.TokensIn(r.d.Quotes[q].Span)
		return end
	}
	return 0
}

// opensName reports whether the title at token i begins a name of its own: media reports | Mr Lee, but the driver Mr Lee.
func (r *reader) opensName(i int) bool {
	return r.is(i, "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.") && r.tagged(i-1, "NNS")
}

// nounRight is the noun phrase that starts at token i, with what hangs on it; apposed
// tells whether an apposition after a comma belongs to it.
func (r *reader) nounRight(i int, apposed bool) words {
	w := r.chunkRight(i)
	if w.empty() || r.tagged(i, "PRP") {
		return w
	}
	for r.attaches(w.b) {
		next := r.chunkRight(w.b + 1)
		if next.empty() || r.isTemporal(next.a) {
			break
		}
		w.b = next.b
	}
	if r.tagged(w.b, "-LRB-") {
		for k := w.b; k < r.last && k-w.b < 15; k++ {
			if r.tagged(k, "-RRB-") {
				w.b = k + 1
				break
			}
		}
	}
	if apposed && r.isComma(w.b) && r.opensNoun(w.b+1) {
		if next := r.nounRight(w.b+1, false); !next.empty() && (next.b >= r.last || r.isMark(next.b)) {
			w.b = next.b
		}
	}
	return w
}

// speakerRight is the noun phrase that starts at token i, without the place of the act of
// speech: "said | Ann Lee | in a statement".
func (r *reader) speakerRight(i int) words {
	w := r.nounRight(i, true)
	for k := w.a + 1; k < w.b; k++ {
		if r.opensVenue(k) {
			w.b = k
		}
	}
	return w
}
