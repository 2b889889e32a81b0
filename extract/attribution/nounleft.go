package attribution

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// nounLeft is the noun phrase, with what hangs on it, that ends at token j; empty
// if there is none.
func (r *reader) nounLeft(j int) words {
	if !r.in(j) {
		return words{}
	}
	if r.isComma(j) || r.isDash(j) {
		return r.beforeAside(j)
	}
	if r.tagged(j, "-RRB-") {
		i := j
		for i > r.first && !r.tagged(i, "-LRB-") {
			i--
		}
		if w := r.nounLeft(i - 1); !w.empty() {
			return words{w.a, j + 1}
		}
		return words{}
	}
	if r.is(j, "himself", "herself", "themselves", "itself", "both", "all", "alike", "meanwhile") && r.in(j-1) && (r.isNoun(j-1) || r.tagged(j-1, "PRP", "-RRB-")) {
		if w := r.nounLeft(j - 1); !w.empty() {
			if !r.is(j, "all", "both", "meanwhile") {
				w.b = j + 1
			}
			return w
		}
	}
	if isPronoun(r.tag(j)) || r.tagged(j, "WDT") {
		a := j
		if r.is(j-1, "and", "or") && r.isNominal(j-2) && !r.is(j, "it") {
			if w := r.chunkLeft(j - 2); !w.empty() {
				a = w.a
			}
		}
		return words{a, j + 1}
	}
	w := r.chunkLeft(j)
	if w.empty() {
		return w
	}
	return r.extendLeft(w)
}

// chunkLeft is the plain noun phrase that ends at token j.
func (r *reader) chunkLeft(j int) words {
	if !r.isNominal(j) || r.isTemporal(j) && !r.is(j, "week", "year", "month", "night") && j > r.first {
		return words{}
	}
	a, _ := r.nameAround(j) // Ann “Dot” | Lee
	for a-1 >= r.first && r.quote[a-1] == r.quote[j] {
		if k := r.acronymLeft(a - 1); k >= 0 {
			a = k
		} else if first, _ := r.nameAround(a); first < a {
			a = first
		} else if r.joinsLeft(a - 1) {
			a--
		} else {
			break
		}
	}
	a = r.rightPhrase(a, j)
	if a < j && r.lemmaIs(a-1, "be") && (r.cues.adjectives[r.norm(a)] != nil || r.is(a, "possible", "lucky", "likely", "unlikely")) {
		a++ // I am glad | farmers left
	}
	if r.is(a, "least", "most") && r.is(a-1, "at") {
		a--
	}
	return words{a, j + 1}
}

// nameAround is the name of a person or a body that token i is in, which may hold a comma: Ministry for Food, | Farms and
// Fish. It is the token alone if it is in none.
func (r *reader) nameAround(i int) (first, last int) {
	k := sort.Search(len(r.d.Entities), func(k int) bool { return r.d.Entities[k].Last > i })
	if k < len(r.d.Entities) && r.d.Entities[k].First <= i && (r.d.Entities[k].Type == extract.ORG || r.d.Entities[k].Type == extract.PER) && r.d.Entities[k].First >= r.first {
		return r.d.Entities[k].First, r.d.Entities[k].Last
	}
	return i, i + 1
}

// endsName reports whether token i ends a name, whatever the tagger takes it for.
func (r *reader) endsName(i int) bool {
	first, last := r.nameAround(i)
	return last == i+1 && (first < i || r.text(i) != r.norm(i) && r.isEntity(i))
}

// acronymLeft is the bracket that opens a short name which closes at token i, with the noun
// for it before: "the Harbor Police Service | (HPS) director"; -1 if there is none.
func (r *reader) acronymLeft(i int) int {
	if r.tagged(i, "-RRB-") && r.tagged(i-2, "-LRB-") && r.tagged(i-1, "NNP", "NN", "NNPS") && r.tagged(i-3, "NNP", "NNPS", "NN") {
		return i - 2
	}
	return -1
}

// rightPhrase is the start of the last of the noun phrases that stand side by side in
// tokens a to j: "last year | the agency", "in Cleveland | his aides", "in a speech | Lee".
func (r *reader) rightPhrase(a, j int) int {
	start := a
	for i := a + 1; i <= j; i++ {
		switch {
		case r.tagged(i, "DT", "PRP$") && (r.isTemporal(i-1) || r.isNoun(i-1)):
			start = i
		case r.tagged(i, "NNP") && r.is(i-1, "something", "everything", "anything", "nothing"):
			start = i
		case i == start+2 && r.afterTime(i) && r.tagged(i, "NN", "NNS", "NNP", "JJ"):
			start = i
		case r.tagged(i, "NNP", "NNS") && (r.isTemporal(i-1) && i-1 > a || r.is(i-1, "moment", "time", "point")) && r.tagged(i-1, "NN", "NNS"):
			start = i
		case r.tagged(i, "NNP") && r.tagged(i-1, "NN") && r.tagged(a-1, "IN") && r.cues.use[r.norm(i-1)]&useVenue != 0:
			start = i
		}
	}
	return start
}

// joinsLeft reports whether token i belongs to the noun phrase that starts right of it.
func (r *reader) joinsLeft(i int) bool {
	switch tag := r.tag(i); {
	case r.is(i, "both", "neither"):
		return r.isNominal(i + 1)
	case isPremodifier(tag):
		return !(r.isTemporalDay(i) && !r.is(i+1, "night", "morning", "'s") || tag == "NNP" && r.isTemporal(i) && r.is(i-1, "in")) // in November | Cho said
	case tag == "VB" || tag == "VBP": // engineer Ann Lee, where the tagger read a verb; think tank
		return r.tagged(i+1, "NNP") && persons()[r.norm(i)] || r.is(i, "think") && r.is(i+1, "tank")
	case tag == "VBN" && r.startsClause(i) && r.tagged(i+1, "NNS"), i == r.first && (tag == "VBG" || tag == "RBR") && r.tagged(i+1, "NN") && r.tagged(i+2, "NNP"):
		return true // Housing charity Crisis
	case extract.OneOf(tag, "VBN", "VBG", "RB", "RBR", "RBS"):
		return r.tagged(i-1, "DT", "PRP$", "JJ", "POS", "CD") || r.is(i, "nearly", "about", "almost", "roughly", "more", "most", "former") && i == r.first
	case r.is(i, "/"):
		return r.isNoun(i - 1)
	case tag == "CC":
		return r.is(i, "and", "or", "nor", "&") && r.in(i-1) && (r.tag(i - 1)[0] == 'N' || r.tag(i - 1)[0] == 'J')
	}
	return false
}

// extendLeft widens a noun phrase to what it hangs on: "the head | of the agency",
// "people | familiar with the matter", "officials | who attended the briefing".
func (r *reader) extendLeft(w words) words {
	if r.is(w.a-1, "in") && r.tagged(w.a, "CD") && r.tagged(w.a-2, "CD") { // and nearly one in four | said
		if w.a -= 2; r.is(w.a-1, "than") && r.is(w.a-2, "more", "less", "fewer", "other") {
			w.a -= 2
		} else if r.is(w.a-1, "nearly", "about", "almost", "roughly", "around", "only", "over") {
			w.a--
		}
	}
	for r.attaches(w.a-1) && w.a-2 >= r.first {
		left := r.chunkLeft(w.a - 2)
		if left.empty() {
			break
		}
		if r.opensVenue(w.a-1) && r.startsClause(left.a) {
			return left
		}
		if !r.is(w.a-1, "of") && !r.startsClause(r.extendLeft(left).a) {
			break
		}
		w.a = left.a
	}
	if r.is(w.a-1, "and", "or", "nor") || r.isComma(w.a-1) && r.anyTagged(w, "CC") && r.personBefore(w.b) < 0 || r.instances(w.a-1) {
		w.a = r.listLeft(w.a)
	}
	if r.startsClause(w.a) {
		return w
	}
	if a, ok := r.clauseSubject(w); ok {
		w.a = a
	}
	return w
}

// listLeft is where a list of noun phrases begins whose last member starts at token a: "unions,
// green groups and | many lawmakers"; a itself where it is no list.
func (r *reader) listLeft(a int) int {
	start, members := a, 1
	k := a - 2
	if r.isComma(a - 1) { // the Post, | the Star and the Echo
		members++
	} else if r.isComma(k) {
		k--
	}
	bracketed := false
	for !r.instances(start - 1) {
		if r.tagged(k, "-RRB-") { // Lee (R-Ohio) and Hale
			for bracketed = true; k > r.first && !r.tagged(k, "-LRB-"); k-- {
			}
			k--
		}
		if !r.isNominal(k) {
			break
		}
		w := r.chunkLeft(k)
		if w.empty() || r.isTemporal(w.b-1) {
			break
		}
		for r.is(w.a-1, "of", "for", "from") && r.isNominal(w.a-2) {
			w.a = r.chunkLeft(w.a - 2).a
		}
		start, k = w.a, w.a-1
		members++
		if !r.isComma(k) {
			break
		}
		k--
	}
	last := start - 2
	if r.is(start-1, "as") {
		last--
	}
	if r.instances(start-1) || members > 2 && r.attaches(start-1) { // the owner of papers | including the Post, the Star and the Echo
		if w := r.chunkLeft(last); !w.empty() {
			if w = r.extendLeft(w); r.startsClause(w.a) {
				return w.a
			}
		}
	}
	if members < 3 && !bracketed || k >= r.first && !r.startsClause(start) {
		return a
	}
	return start
}

// instances reports whether token i ends the words that lead to members of what stands before: including, such as.
func (r *reader) instances(i int) bool {
	return r.is(i, "including") || r.is(i, "as") && r.is(i-1, "such")
}

// clauseSubject looks left from the noun phrase w for one that opens the clause and reaches to
// it with all that hangs on it: "voters who attended | the rally", "the heads of both | firms".
func (r *reader) clauseSubject(w words) (int, bool) {
	a, s := w.a, w.a
	verb := r.isFinite(r.skipAdverbs(w.b))
	relative := -1
	for s > r.first && a-s < 30 && !(r.isMark(s-1) && !r.tagged(s-1, "-LRB-", "-RRB-")) && !(r.isFinite(s-1) && !r.tagged(s-2, "WP", "WDT") && r.cues.use[r.lemma(s-1)]&useWhole != 0) {
		s--
		if r.tagged(s, "WP", "WDT") || r.is(s, "that") && r.isNoun(s-1) {
			relative = s
		}
	}
	for i := s; i < a && (relative < 0 || i < relative); i++ {
		switch {
		case r.tagged(i, "VBG") && r.is(i-1, "by") && r.is(i+1, "that"): // his office responded by saying that | any town
			s = i + 2
		case r.isFinite(i) && !(verb && r.isReduced(i)), r.tagged(i, "VB") && r.is(i-1, "to") && r.isSpeechVerb(i): // wrote to say | the family was
			return 0, false
		}
	}
	if r.tagged(s, "IN") && r.isTemporal(s+1) {
		for s += 2; r.isTemporal(s); { // On Monday | people living near it
			s++
		}
	}
	if r.is(s, "something") && r.tagged(s+1, "NNP") || r.is(s, "at") && r.is(s+2, "point", "stage", "time") || // something | Lee said, at one point | Lee said
		!r.opensNoun(s) && !r.is(s, "only", "most") && r.counted(s) == s {
		return 0, false
	}
	if relative >= 0 {
		return s, r.isNoun(relative-1) || r.is(relative-1, "those", "some", "many", "few", "others", "all")
	}
	if w := r.chunkRight(r.counted(s)); w.empty() || r.isTemporal(w.b-1) || r.is(w.b-1, "day", "time", "moment", "hour") {
		return 0, false
	}
	return s, true
}

// beforeAside is the noun phrase before an aside that ends with the comma or dash at j:
// "Mary Lee, head of the fund, said".
func (r *reader) beforeAside(j int) words {
	k := j - 1
	for k > r.first && !r.sameMark(k, j) && j-k < 30 {
		k--
	}
	if k <= r.first || !r.sameMark(k, j) || k+1 >= j {
		return words{}
	}
	if w := r.opener(k, j); !w.empty() {
		return w
	}
	base := r.nounLeft(k - 1)
	if base.empty() {
		return words{}
	}
	if r.tagged(k+1, "WP", "WP$", "WDT", "VBG", "VBN", "IN", "WRB", "TO", "RB", "CC") && !r.is(k+1, "of") || r.isTemporal(k+1) {
		return base
	}
	if base.b-base.a == 1 && r.tagged(base.a, "CD") && r.isComma(base.a-1) {
		if name := r.nounLeft(base.a - 2); !name.empty() {
			base = name
		}
	}
	return words{base.a, j}
}

// opener is the noun phrase that opens the clause and goes on, after a comma before k, with
// an aside that has commas of its own and ends at j: "Ann Lee, speaking in Ashton, Md., said".
func (r *reader) opener(k, j int) words {
	s := r.first
	for s < k && (r.quote[s] >= 0 || r.isComma(s) && s > r.first) { // “It rained,” Ann Lee
		s++
	}
	if r.tagged(s, "IN") {
		for s < k && !r.isComma(s) {
			s++
		}
		s++
	}
	w := r.nounRight(s, false)
	if w.empty() || w.b >= k || !r.isComma(w.b) || !r.isComma(j) {
		return words{}
	}
	relative := r.tagged(w.b+1, "WP", "WP$", "WDT")
	if !relative && !r.tagged(w.b+1, "VBG", "VBN", "IN", "DT", "RB", "CD", "JJ") || r.is(w.b+1, "that", "of") {
		return words{}
	}
	for i := w.b; i < j; i++ {
		if r.quote[i] >= 0 || r.isFinite(i) && !relative && !r.tagged(i-1, "CC") || r.tagged(i, "CC") && !r.tagged(w.b+1, "RB", "CD", "JJ") && !r.is(w.b+1, "including") {
			return words{}
		}
	}
	if r.tagged(w.b+1, "DT", "RB", "CD", "JJ") || r.is(w.b+1, "like") {
		w.b = j
	}
	return w
}

func (r *reader) sameMark(k, j int) bool {
	if r.isComma(j) {
		return r.isComma(k)
	}
	return r.isDash(k)
}
