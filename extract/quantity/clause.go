package quantity

import (
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// foundAt is the index of the first reading that ends after byte pos.
func (s *scan) foundAt(pos int) int {
	return sort.Search(len(s.found), func(i int) bool { return s.Atoms[s.found[i].last-1].End > pos })
}

// beside reads what a word of direction follows: "its shares down 11.9%", "Unite Group, up 3p".
func (s *scan) beside(r *reading) bool {
	j := r.first - 1
	leads := s.has(j, upword|downword)
	if r.role != "change" || !leads && (!s.Is(j, ",") || s.comparedBy(r.last) == "") {
		return false
	}
	if leads {
		j--
	}
	var p *reading
	if s.Is(j, ",") {
		j--
		p = s.earlier(s.foundAt(s.Atoms[r.first].Start))
	}
	t, ok := s.phraseEnding(j)
	if !ok {
		return false
	}
	head := s.Doc.TokenAt(t.head.Start)
	timed := s.calendar(head) || s.timeHead(t) || s.counting(head)
	if timed {
		carried := p != nil && !s.verbBetween(p.last, j) && (p.of.head.Empty() || !s.timeHead(p.of))
		if carried {
			r.of = p.of // "carried 400 people in June, up 3%"
		}
		return carried
	}
	k := s.past(s.atomAt(t.full.Start)-1, -1, "DT", "PRP$")
	if s.IsWord(k, "of") {
		if p := s.foundAt(s.Atoms[k].Start) - 1; p >= 0 && s.found[p].of == t {
			r.of = t // "41 percent of seats, up three points"
			return true
		}
	}
	if s.Tag(k) == "IN" && !s.IsWord(k, "with", "as") {
		return false
	}
	r.of = t
	return true
}

// inherits reports whether nothing but prepositions, conjunctions and times stands
// between reading i and the one before it, so that both have one subject.
func (s *scan) inherits(i int) bool {
	if i == 0 || s.found[i-1].of.head.Empty() || s.found[i-1].unit.unit == nil && s.found[i-1].role != "change" {
		return false
	}
	from, to := s.found[i-1].last, s.found[i].first
	if (s.Is(to-1, ",") || s.IsWord(to-1, "and")) && s.found[i-1].role == "change" && s.found[i].role == "change" {
		return true // "fell 5% at Acme and 4% at Velmo"
	}
	if to-from > 7 {
		return false
	}
	for j := from; j < to; j++ {
		switch t := s.Tag(j); {
		case extract.OneOf(t, "IN", "TO", "CC", "DT", "RB") || s.Is(j, "(", "/") || s.has(j, reach|upword|downword|when) || s.Is(j, ")", ",", ";"):
		default:
			return false
		}
	}
	return true
}

// clauseSubject walks left from the reading over its verb to the subject, and reports whether
// it found one by a verb.
func (s *scan) clauseSubject(r *reading) bool {
	t := s.Atoms[r.first].Token - 1
	if s.setAge(r, t) {
		return false
	}
	verb := false
	object, first := -1, -1
	loose := extract.OneOf(r.kind, "age", "measure", "duration")
	for ; t >= s.Sent.First && t > s.Atoms[r.first].Token-30; t-- {
		tag := s.Doc.Tokens[t].XPOS
		if k := s.inserted(t); verb && k >= 0 {
			t = k + 1
			continue
		}
		if !r.about && (verb || object >= 0) && s.tells(t) { // who says so has no measure
			if verb || r.role == "" && !s.IsWord(r.first-1, "worth") {
				return false
			}
			break // "They said | the deal, worth £4m, had failed"
		}
		switch {
		case tag == "EX":
			return false // "there are 40 shops"
		case tag == "MD" || strings.HasPrefix(tag, "VB") && !s.pays(t):
			if !verb && s.unmeasured(r, t) {
				return false
			}
			if first < 0 {
				r.verb, first = t, t
			}
			verb = true
			if r.about && tag == "VBG" && !s.progressive(t) {
				if s.described(r, t) {
					return true
				}
				verb, object = false, -1 // "they asked for a probe, citing 20 schemes"
			}
		case r.about && (verb && conjoins(s.Doc.Tokens[t].Norm) && tag == "IN" || s.Atoms[r.first].Token-t > 14):
			return false
		case verb && r.about && s.counting(t) && s.Doc.Tokens[t+1].Norm == "more": // "and 40 more are forced to work"
			return false
		case verb && r.about && tag == "TO":
			verb, object = false, -1 // "announced plans to cut 6,000 jobs"
		case verb && (tag == "PRP" || tag == "DT" && s.finite(t+1)):
			return false // "this had grown to"
		case verb && (tag == "WDT" || tag == "WP") && t > s.Sent.First+1:
			if s.relative(r, t-1) {
				return true
			}
		case s.noun(t) && !s.calendar(t) && !s.counting(t) && !s.amounts(t) && !s.timed(t):
			if verb || object >= 0 && (s.Doc.Tokens[t+1].Norm == "," || s.Doc.Tokens[t+1].XPOS == "WDT") {
				if verb || loose {
					s.subjectAt(r, t)
				}
				return verb
			}
			if object < 0 {
				object = t
			}
		case verb && aside(&s.Doc.Tokens[t]) && s.openingComma(t) > 0:
			t = s.openingComma(t) // an aside between subject and verb
		case s.Doc.Tokens[t].Norm == ";" || verb && s.Doc.Tokens[t].Norm == ":":
			t = s.Sent.First
		case verb && tag == "CC" && (strings.HasPrefix(s.Doc.Tokens[t+1].XPOS, "VB") || s.Doc.Tokens[t+1].XPOS == "RB" && t+2 < s.Sent.Last && strings.HasPrefix(s.Doc.Tokens[t+2].XPOS, "VB")):
			verb, object = false, -1 // the subject is that of the verb before
		}
	}
	if object >= 0 && !r.about && (loose || s.follows(r, object)) {
		s.subjectAt(r, object)
	}
	return false
}

// inserted is the relative pronoun before a clause of saying that stands within another clause and ends with the
// verb at token t: "a quota, | which the firm stressed is"; -1 without one.
func (s *scan) inserted(t int) int {
	const finite = "VBD VBZ VBP"
	if !strings.Contains(finite, s.Doc.Tokens[t].XPOS) || !strings.Contains(finite, s.Doc.Tokens[t+1].XPOS) {
		return -1
	}
	for k := t - 1; k >= max(s.Sent.First, t-6); k-- {
		if s.Doc.Tokens[k].XPOS[0] == 'W' {
			return k
		}
	}
	return -1
}

// described takes the noun right before a participle for the subject of that, where it is of persons or behind "with":
// "with the average home paying $40".
func (s *scan) described(r *reading, verb int) bool {
	t := verb - 1
	if t > s.Sent.First && s.Doc.Tokens[t].XPOS == "RB" {
		t--
	}
	n := s.Doc.NounAt(max(t, s.Sent.First))
	if n < 0 || !s.objectOf(r, verb) || s.Doc.Nouns[n].Head != t || s.calendar(t) || s.counting(t) || !s.isPerson(s.atomAt(s.Doc.Tokens[t].Start)) && (s.Doc.Nouns[n].Prep < 0 || s.Doc.Tokens[s.Doc.Nouns[n].Prep].Norm != "with") {
		return false
	}
	r.of, r.certain = s.tokensEnding(t)
	return r.certain
}

// follows reports whether r stands right behind the noun at token t, which no verb joins to it: "Dow +0.2%".
func (s *scan) follows(r *reading, t int) bool {
	return !extract.AnyToken(t+1, s.Atoms[r.first].Token, func(t int) bool {
		tag := s.Doc.Tokens[t].XPOS
		return s.noun(t) && !s.amounts(t) || tag == "CC" || tag == "," && r.role == "" && !s.IsWord(r.first-1, "worth") || conjoins(s.Doc.Tokens[t].Norm)
	})
}

// unmeasured reports whether the subject of the verb at token t is not what r measures: it
// expects the figure, or gives the sum.
func (s *scan) unmeasured(r *reading, t int) bool {
	w := s.find(s.Doc.Tokens[t].Norm)
	if r.about { // "Acme is expected to cut 40 jobs", "claims to have cut 40 jobs"
		return w != nil && w.class&telling != 0 && s.Doc.Tokens[t+1].XPOS != "TO"
	}
	if w == nil || w.class&(expecting|transfer) == 0 || r.role != "" && !extract.OneOf(r.role, "to", "from") {
		return false
	}
	passive := s.Doc.Tokens[t].XPOS == "VBN" && !s.perfect(t)
	return w.class&transfer != 0 && !passive && (r.kind == "money" || r.unit.unit == nil) || w.class&expecting != 0 && !passive && s.Atoms[r.first].Token-t < 4
}

// tells reports whether a finite verb that only says something begins at token t.
func (s *scan) tells(t int) bool {
	w := s.find(s.Doc.Tokens[t].Norm)
	return w != nil && w.class&telling != 0 && w.class&(up|gauging|numbernoun) == 0 && s.finite(t)
}

// objectOf reports whether nothing but the words of an amount stands between the verb at token
// t and r: "raised almost an extra $5 million".
func (s *scan) objectOf(r *reading, t int) bool {
	return !extract.AnyToken(t+1, s.Atoms[r.first].Token, func(k int) bool {
		tag := s.Doc.Tokens[k].XPOS
		return tag != "DT" && tag != "PRP$" && !strings.HasPrefix(tag, "JJ") && !strings.HasPrefix(tag, "RB") && tag != "CD" && tag != "RP"
	})
}

// progressive reports whether a form of be stands before the participle at token t.
func (s *scan) progressive(t int) bool {
	return s.soonAfter(t, "is", "are", "was", "were", "be", "been", "'s", "’s", "'re", "’re")
}

// perfect reports whether a form of have stands before the participle at token t.
func (s *scan) perfect(t int) bool {
	return s.soonAfter(t, "have", "has", "had", "'ve", "’ve", "having")
}

// soonAfter reports whether one of these words is among the three before token t.
func (s *scan) soonAfter(t int, words ...string) bool {
	return extract.AnyToken(max(s.Sent.First, t-3), t, func(k int) bool { return slices.Contains(words, s.Doc.Tokens[k].Norm) })
}

// amounts reports whether token t only says that a figure follows: "an average of 70 days".
func (s *scan) amounts(t int) bool {
	switch s.Doc.Tokens[t].Norm {
	case "number", "numbered":
		return t > s.Sent.First && s.Doc.Tokens[t-1].XPOS == "RB"
	case "average", "total", "minimum", "maximum", "high", "low", "peak":
		return t+1 < s.Sent.Last && s.Doc.Tokens[t+1].Norm == "of"
	}
	return false
}

// aside reports whether a mark may open or close an aside: a comma or a dash.
func aside(t *extract.Token) bool {
	return extract.OneOf(t.Norm, ",", "–", "—", "-")
}

// openingComma is the mark that opens the aside that a like mark t closes, just
// before a verb; 0 if there is none.
func (s *scan) openingComma(t int) int {
	if next := s.Doc.Tokens[t+1].XPOS; next != "MD" && !strings.HasPrefix(next, "VB") && !strings.HasPrefix(next, "RB") {
		return 0
	}
	for k := t - 2; k > max(s.Sent.First, t-25); k-- {
		same := s.Doc.Tokens[k].Norm == s.Doc.Tokens[t].Norm && aside(&s.Doc.Tokens[k])
		if same && (s.noun(k-1) || s.Doc.Tokens[k-1].XPOS == "CD" && s.Doc.Tokens[k].Norm != ",") {
			return k
		}
		if same && k > s.Sent.First+3 && s.Doc.Tokens[k-1].Norm == ")" && s.Doc.Tokens[k-3].Norm == "(" {
			return k - 3 // "Velmo (VLM), which is due to report, was up"
		}
	}
	return 0
}

// relative takes the noun phrase that a relative pronoun stands for, which ends at token t.
func (s *scan) relative(r *reading, t int) bool {
	if s.Doc.Tokens[t].Norm == "," {
		t--
	}
	if s.Doc.Tokens[t].Norm == ")" && t >= s.Sent.First+3 && s.Doc.Tokens[t-2].Norm == "(" {
		t, r.certain = t-3, true // "Acme (ACM), which has"
	}
	w := t + 1
	for ; w < s.Sent.Last-1 && !strings.HasPrefix(s.Doc.Tokens[w].XPOS, "W"); w++ {
	}
	n := s.Doc.NounAt(t)
	if n >= 0 && s.Doc.Nouns[n].Link == "prep" && s.Doc.Tokens[s.Doc.Nouns[n].Prep].Norm == "per" {
		t = s.Doc.Nouns[s.Doc.Nouns[n].On].Head // "a limit per person which is"
	}
	for n >= 0 && w < s.Sent.Last-1 && s.Doc.Nouns[n].Link == "prep" && (s.Doc.Tokens[w].Norm == "who" && s.Doc.Tokens[t].XPOS == "NN" && s.isPerson(s.atomAt(s.Doc.Tokens[s.Doc.Nouns[s.Doc.Nouns[n].On].Head].Start)) || s.Doc.Tokens[t].XPOS == "NNS" && s.Doc.Tokens[w+1].XPOS == "VBZ" || s.Doc.Tokens[t].XPOS == "NNP" && (s.Doc.Tokens[w+1].XPOS == "VBP" || s.Doc.Tokens[w+1].Norm == "were")) {
		n, r.certain = s.Doc.Nouns[n].On, s.Doc.Tokens[w].Norm == "who"
		t = s.Doc.Nouns[n].Head // "the salary for MPs, which has been", "citizens of Chad who are"
	}
	of, ok := s.tokensEnding(t)
	if ok {
		r.of = of
	}
	if first := s.Doc.TokenAt(of.full.Start); ok && first > s.Sent.First && s.Doc.Tokens[s.Doc.TokenAt(of.head.Start)].XPOS == "NNP" {
		switch s.Doc.Tokens[first-1].Norm {
		case "in", "near", "at", "outside", "off":
			s.subjectAt(r, t) // "the crash near Ashton that killed"
		}
	}
	return ok
}

// counting reports whether token t is part of an earlier reading.
func (s *scan) counting(t int) bool {
	at := s.Doc.Tokens[t].Span
	i := s.foundAt(at.Start)
	return i != len(s.found) && s.found[i].kind != "identifier" && s.Span(s.found[i].first, s.found[i].last).Overlaps(at)
}

// subjectAt takes the leftmost noun phrase of the chain "sales in the US" that ends at token t.
// A place that nothing measured stands before is none.
func (s *scan) subjectAt(r *reading, t int) {
	of, ok := s.tokensEnding(t)
	if !ok {
		return
	}
	r.of = s.numbered(of)
	for range 4 {
		k := s.beforeDeterminer(s.Doc.TokenAt(of.full.Start) - 1)
		if k > s.Sent.First && s.Doc.Tokens[k].XPOS == "VBG" && s.Doc.Tokens[k-1].XPOS == "IN" {
			k-- // "the bill for finishing the ships"
		}
		if k <= s.Sent.First || s.Doc.Tokens[k].XPOS != "IN" || conjoins(s.Doc.Tokens[k].Norm) || s.Doc.Tokens[k].Norm == "for" && s.Doc.Tokens[k-1].XPOS == "VBG" {
			return // "a motion calling for | the age to be reduced to"
		}
		if k-2 > s.Sent.First && s.Doc.Tokens[k-1].XPOS == "JJ" && s.Doc.Tokens[k-2].XPOS == "IN" {
			k -= 2 // a noun that the tagger takes for an adjective: "generation from solar in"
		}
		place := s.Doc.Tokens[k].Norm == "in" && s.Doc.Tokens[s.Doc.TokenAt(of.head.Start)].XPOS == "NNP"
		k = s.pastParticiple(k)
		if k <= s.Sent.First || !s.noun(k-1) || s.calendar(k-1) {
			if place {
				r.of = thing{}
			}
			return
		}
		whole := s.Doc.Tokens[k].Norm == "of"
		of, ok = s.tokensEnding(k - 1)
		if !ok || whole && s.has(s.atomAt(of.head.Start), numbernoun) || s.counting(s.Doc.TokenAt(of.head.Start)) {
			return
		}
		r.of = of
	}
}

// beforeDeterminer is the token before determiners, numbers and possessors that end at token k.
func (s *scan) beforeDeterminer(k int) int {
	for k >= s.Sent.First {
		switch tag := s.Doc.Tokens[k].XPOS; {
		case extract.OneOf(tag, "DT", "PRP$", "CD"), s.unitToken(k), (tag == "VBG" || tag == "VBN") && k > s.Sent.First && s.Doc.Tokens[k-1].XPOS == "CD":
			k--
		case tag == "POS":
			k--
			for k >= s.Sent.First && s.noun(k) {
				k--
			}
		default:
			return k
		}
	}
	return k
}

// pastParticiple is the first token of what describes a noun and ends before token k: the
// participle of "people killed in", the clause of "people who have died in"; k if that is none.
func (s *scan) pastParticiple(k int) int {
	j := k
	for j > s.Sent.First && j > k-5 {
		if tag := s.Doc.Tokens[j-1].XPOS; tag != "MD" && !strings.HasPrefix(tag, "VB") && !strings.HasPrefix(tag, "RB") && tag != "TO" {
			break
		}
		j--
	}
	switch {
	case j == k || j <= s.Sent.First:
		return k
	case extract.OneOf(s.Doc.Tokens[j-1].XPOS, "WP", "WDT"):
		return j - 1
	case extract.OneOf(s.Doc.Tokens[j].XPOS, "VBN", "VBG") || s.Doc.Tokens[j].XPOS == "VBD" && j == k-1:
		return j
	}
	return k
}

// conjoins reports whether a word that taggers call a preposition opens a clause.
func conjoins(norm string) bool {
	return extract.OneOf(norm, "that", "than", "so", "whether") || lexicon.Subordinates(norm, "clause")
}

// finite reports whether a finite verb group begins at token t.
func (s *scan) finite(t int) bool {
	v := s.Doc.VerbAt(t)
	return v >= 0 && s.Doc.Verbs[v].First == t && s.Doc.Verbs[v].Finite
}

// timed reports whether token t heads a phrase that tells when: "in recent months", "the first half of 2024".
func (s *scan) timed(t int) bool {
	n := s.Doc.NounAt(t)
	period := s.Doc.Tokens[t].Norm == "period"
	return n >= 0 && (s.Doc.Nouns[n].Time || period) && s.Doc.Nouns[n].Prep >= 0 && s.Doc.Nouns[n].Head == t || period && t > s.Sent.First && s.calendar(t-1)
}

// numbered adds the number of a name: "S&P 500".
func (s *scan) numbered(t thing) thing {
	i := s.foundAt(t.full.End)
	if i == len(s.found) || s.found[i].kind != "identifier" {
		return t
	}
	f := &s.found[i]
	if at := s.Span(f.first, f.last); at.Start == t.full.End+1 && f.rule != "qty.ident-date/1" {
		t.full.End = at.End
	}
	return t
}
