package quantity

import (
	"sort"
	"strings"
)

// foundAt is the index of the first reading that ends after byte pos.
func (s *scan) foundAt(pos int) int {
	return sort.Search(len(s.found), func(i int) bool { return s.Atoms[s.found[i].last-1].End > pos })
}

// beside reads what a word of direction follows: "its shares down 11.9%", "Unite Group, up 3p".
func (s *scan) beside(r *reading) bool {
	j := r.first - 1
	if r.role != "change" || !s.has(j, upword|downword) {
		return false
	}
	j--
	if s.Is(j, ",") {
		j--
	}
	t, ok := s.phraseEnding(j)
	if !ok {
		return false
	}
	if head := s.Doc.TokenAt(t.head.Start); s.calendar(head) || s.counting(head) {
		return false
	}
	k := s.atomAt(t.full.Start) - 1
	for s.Tag(k) == "DT" || s.Tag(k) == "PRP$" {
		k--
	}
	if s.IsWord(k, "of") {
		if p := s.foundAt(s.Atoms[k].Start) - 1; p >= 0 && s.found[p].of == t {
			r.of = t // "41 percent of seats, up three points"
			return true
		}
	}
	if s.Tag(k) == "IN" && !s.IsWord(k, "with") && !s.IsWord(k, "as") {
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
	if to-from > 7 {
		return false
	}
	for j := from; j < to; j++ {
		switch t := s.Tag(j); {
		case t == "IN" || t == "TO" || t == "CC" || t == "DT" || t == "RB" || s.Is(j, "(") || s.Is(j, "/") || s.has(j, reach|upword|downword|when) || s.IsDigits(j) || s.Is(j, ")") || s.Is(j, ",") || s.Is(j, ";"):
		default:
			return false
		}
	}
	return true
}

// clauseSubject walks left from the reading over its verb to the subject.
func (s *scan) clauseSubject(r *reading) {
	t := s.Atoms[r.first].Token - 1
	if s.setAge(r, t) || s.shifted(r) {
		return
	}
	verb := false
	object := -1
	for ; t >= s.Sent.First && t > s.Atoms[r.first].Token-30; t-- {
		tag := s.Doc.Tokens[t].XPOS
		switch {
		case tag == "MD" || strings.HasPrefix(tag, "VB"):
			verb = true
		case verb && tag == "PRP":
			return
		case verb && (tag == "WDT" || tag == "WP") && t > s.Sent.First+1:
			if s.relative(r, t-1) {
				return
			}
		case verb && s.agent(t) > 0:
			t = s.agent(t) // "the engine tuned by the firm produces"
		case s.noun(t) && !s.calendar(t) && !s.counting(t) && !s.amounts(t):
			if verb || object >= 0 && (s.Doc.Tokens[t+1].Norm == "," || s.Doc.Tokens[t+1].XPOS == "WDT") {
				s.subjectAt(r, t)
				return
			}
			if object < 0 {
				object = t
			}
		case verb && s.Doc.Tokens[t].Norm == "," && s.openingComma(t) > 0:
			t = s.openingComma(t) // an aside between subject and verb
		case s.Doc.Tokens[t].Norm == ";":
			t = s.Sent.First
		case verb && tag == "CC" && strings.HasPrefix(s.Doc.Tokens[t+1].XPOS, "VB"):
			verb, object = false, -1 // the subject is that of the verb before
		}
	}
	if object >= 0 {
		s.subjectAt(r, object)
	}
}

// agent is the participle of the by-phrase that token t ends behind a noun: "the engine
// tuned by the firm"; 0 if there is none.
func (s *scan) agent(t int) int {
	if !s.noun(t) {
		return 0
	}
	k := t
	for k > s.Sent.First && (s.noun(k) || s.modifies(k) || s.Doc.Tokens[k].XPOS == "DT" || s.Doc.Tokens[k].XPOS == "PRP$") {
		k--
	}
	if k-2 < s.Sent.First || s.Doc.Tokens[k].Norm != "by" || s.Doc.Tokens[k-1].XPOS != "VBN" || !s.noun(k-2) {
		return 0
	}
	return k - 1
}

// amounts reports whether token t only says that a figure follows: "an average of 70 days".
func (s *scan) amounts(t int) bool {
	switch s.Doc.Tokens[t].Norm {
	case "number", "numbered":
		return t > s.Sent.First && (s.Doc.Tokens[t-1].XPOS == "RB" || s.Doc.Tokens[t-1].XPOS == "NNS")
	case "average", "total", "minimum", "maximum":
		return t+1 < s.Sent.Last && (s.Doc.Tokens[t+1].Norm == "of" || s.Doc.Tokens[t+1].Norm == "at")
	}
	return false
}

// shifted reads the object in "pulled the sector 0.68 percent lower".
func (s *scan) shifted(r *reading) bool {
	if !s.has(r.last, upword|downword) {
		return false
	}
	t, ok := s.phraseEnding(r.first - 1)
	if ok {
		r.of = t
	}
	return ok
}

// openingComma is the comma that opens the aside that the comma t closes, just
// before a verb; 0 if there is none.
func (s *scan) openingComma(t int) int {
	if next := s.Doc.Tokens[t+1].XPOS; next != "MD" && !strings.HasPrefix(next, "VB") && !strings.HasPrefix(next, "RB") {
		return 0
	}
	for k := t - 2; k > max(s.Sent.First, t-25); k-- {
		if s.Doc.Tokens[k].Norm == "," && s.noun(k-1) {
			return k
		}
	}
	return 0
}

// relative takes the noun phrase that a relative pronoun stands for, which ends at token t.
func (s *scan) relative(r *reading, t int) bool {
	if s.Doc.Tokens[t].Norm == "," {
		t--
	}
	of, ok := s.tokensEnding(t)
	if ok {
		r.of = of
	}
	return ok
}

// setAge gives the age between commas to the name before it.
func (s *scan) setAge(r *reading, t int) bool {
	switch r.rule {
	case "qty.age/2":
		for t > s.Sent.First && !s.noun(t) || t > s.Sent.First && strings.HasPrefix(s.Doc.Tokens[t].Norm, "age") {
			t--
		}
		t++
	case "qty.age/3":
	default:
		return false
	}
	of, ok := s.tokensEnding(t - 1)
	r.of = of
	return ok
}

// counting reports whether token t is part of an earlier reading.
func (s *scan) counting(t int) bool {
	at := s.Doc.Tokens[t].Span
	i := s.foundAt(at.Start)
	if i == len(s.found) || s.found[i].kind == "identifier" {
		return false
	}
	return s.Span(s.found[i].first, s.found[i].last).Overlaps(at)
}

// subjectAt takes the leftmost noun phrase of the chain "sales in the US" that ends at token t.
func (s *scan) subjectAt(r *reading, t int) {
	of, ok := s.tokensEnding(t)
	if !ok {
		return
	}
	r.of = s.numbered(of)
	for range 3 {
		first := s.Doc.TokenAt(of.full.Start)
		k := first - 1
		for k >= s.Sent.First && (s.Doc.Tokens[k].XPOS == "DT" || s.Doc.Tokens[k].XPOS == "PRP$" || s.Doc.Tokens[k].XPOS == "CD" || s.Doc.Tokens[k].XPOS == "POS") {
			k--
		}
		if k <= s.Sent.First || s.Doc.Tokens[k].XPOS != "IN" || conjoins(s.Doc.Tokens[k].Norm) || !s.noun(k-1) || s.calendar(k-1) {
			return
		}
		of, ok = s.tokensEnding(k - 1)
		if !ok || s.has(s.atomAt(of.head.Start), numbernoun) || s.counting(s.Doc.TokenAt(of.head.Start)) {
			return
		}
		r.of = of
	}
}

// conjoins reports whether a word that taggers call a preposition opens a clause.
func conjoins(norm string) bool {
	switch norm {
	case "while", "because", "although", "though", "as", "if", "since", "than", "that", "after", "before", "until", "once", "unless", "whereas", "so", "whether":
		return true
	}
	return false
}

// numbered adds the number of a name: "S&P 500".
func (s *scan) numbered(t thing) thing {
	i := s.foundAt(t.full.End)
	if i == len(s.found) || s.found[i].kind != "identifier" {
		return t
	}
	f := &s.found[i]
	if at := s.Span(f.first, f.last); at.Start == t.full.End+1 && f.rule != "qty.ident-year/1" && f.rule != "qty.ident-date/1" {
		t.full.End = at.End
	}
	return t
}
