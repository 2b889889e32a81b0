package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// listed takes in the things that are counted together with r's: "12 patients and relatives",
// "30 guns, knives and drugs". A thing with a determiner or number of its own is none of them,
// nor is the subject of another clause: "cut 40 jobs and workers walked out".
func (s *scan) listed(r *reading) {
	if r.kind != "cardinal" && (r.by != "of.of" || r.kind != "money") || r.num.One || r.hyphen || r.of.full.Start < s.Atoms[r.last-1].End || !r.whole.Empty() {
		return
	}
	end := r.of.full.End
	for j, last := s.atomAt(end), false; !last && s.Doc.Tokens[s.Doc.TokenAt(end-1)].XPOS == "NNS" || !last && s.peopleToken(s.Doc.TokenAt(end-1)); j = s.atomAt(end) {
		last = s.IsWord(j, "and", "or")
		if !last && !s.Is(j, ",") {
			return
		}
		if !last && s.IsWord(j+1, "and", "or") {
			j, last = j+1, true
		}
		t, ok := s.phraseAt(j + 1)
		if !ok || s.Capital(j+1) && s.Tag(j+1) != "JJ" || strings.HasPrefix(s.Tag(j+1), "VB") || strings.HasSuffix(s.Lower(j+1), "ed") { // "people | and convinced leaders to try"
			return
		}
		if head := s.Doc.TokenAt(t.head.Start); s.counting(head) || s.Doc.Tokens[head].XPOS != "NNS" && !s.peopleToken(head) {
			return
		}
		end = t.full.End
		next := s.Tag(s.atomAt(end))
		if last && next == "DT" || // a verb that the tagger takes for a noun: "packs 40 chips and uses two"
			last && extract.OneOf(next, "VBD", "VBZ", "VBP", "MD") && s.objectIn(r) {
			return
		}
		if last {
			r.of.full.End = end
		}
	}
}

// objectIn reports whether a verb stands before r in its clause.
func (s *scan) objectIn(r *reading) bool {
	for k := s.Atoms[r.first].Token - 1; k >= s.Sent.First; k-- {
		switch tok := &s.Doc.Tokens[k]; {
		case strings.HasPrefix(tok.XPOS, "VB"):
			return true
		case tok.XPOS == "IN" && conjoins(tok.Norm), tok.XPOS == "," && k == s.Atoms[r.first].Token-1:
			return false
		}
	}
	return false
}

// elided gives a bare number the counted thing of the one before it in a list:
// "435 homes by sale and 187 by tender".
func (s *scan) elided(i int) {
	r := &s.found[i]
	of := s.past(r.first-1, -1, "DT", "JJ")
	whole := s.IsWord(of, "of") && s.IsWord(of-1, "out") // "out of about 20", "out of the 15"
	if i == 0 || r.num.One || !whole && s.IsWord(r.first-1, "of", "at", "by", "next", "last") {
		return
	}
	k := i - 1
	for k > 0 && extract.OneOf(s.found[k].kind, "percent", "identifier", "ordinal", "duration") {
		k-- // "93% have had two doses, while 83% have had three"
	}
	p := &s.found[k]
	if p.kind == "measure" && r.kind == "cardinal" && (s.has(r.last, high) || s.Ends(r.last) && s.takesUp(r)) {
		r.unit, r.kind, r.rule, r.of = unitMatch{p.unit.unit, 0, 0}, p.kind, "qty.shared-unit/1", p.of // "5 metres long and 3 wide"
		return
	}
	if p.unit.unit != nil || p.kind != "cardinal" || p.of.head.Empty() || r.kind != "cardinal" {
		return
	}
	end := s.atomAt(p.of.full.End)
	if s.IsWord(p.first-2, "of") && s.Is(end+1, ",") {
		end++ // "Of the 31 reported missing, nine"
	}
	if r.first == end+1 && (s.IsWord(end, "to") || s.Is(end, ",") && s.IsWord(p.first-2, "of")) {
		r.of = p.of         // "52 votes to 47"
		if s.Is(end, ",") { // "Of the 31 missing, nine"
			r.whole = s.Span(p.first-1, end)
		}
		return
	}
	for j := end; j < r.first; j++ {
		if s.Is(j, ";") {
			return
		}
	}
	hurt := s.IsWord(r.first-1, "killing", "injuring", "wounding")
	if whole || hurt || (p.num.One || s.several(p.of)) && !(p.num.One && r.vague) && s.takesUp(r) {
		r.of = p.of // "shot 40 men, killing 12"
		return
	}
	for _, w := range [...]string{"and", "compared", "including", "or", "but", "from", "while", "whereas", "against", "versus", "whom", "them"} {
		for j := s.atomAt(p.of.full.End); j < r.first; j++ {
			if s.IsWord(j, w) {
				if r.role == "" || !s.verbBetween(j, r.first) { // not "and the number of injured rose to 782"
					r.of = p.of
				}
				return
			}
		}
	}
}

// inherited gives a value the thing of the one before it.
func (s *scan) inherited(i int) bool {
	if !s.inherits(i) {
		return false
	}
	s.found[i].of = s.found[i-1].of
	return true
}

// alike gives a share that is joined to another what that one is of, where it says so behind
// it: "up to 10% of turnover for the first breach and up to 20% for others".
func (s *scan) alike(i int) bool {
	r, p := &s.found[i], s.earlier(i)
	if p != nil && r.kind == "percent" && p.unit.unit == nil && p.last == r.first-1 && s.Is(p.last, "(") {
		r.of = p.of // "half (52%) of the adults"
		return true
	}
	if p == nil || r.kind != "percent" || p.kind != r.kind || r.role != p.role || p.of.full.Start < s.Atoms[p.last-1].End || !s.IsWord(r.first-1, "and", "or") {
		return false
	}
	r.of = p.of
	return true
}
