package entity

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// describe fills Title, Role, Of and Full of a person.
func (r *reader) describe(n *name, e *extract.Entity) {
	first, last := n.first, n.last
	from := r.d.Sentences[n.sentence].First
	if n.title >= 0 {
		first = r.wholeTitle(n)
		e.Title = r.text(first, n.first)
		if end := r.withoutHonorific(first, n.first); end > first {
			e.Role = r.text(first, end)
		}
	}
	if e.Role == "" || r.ranksOnly(first, n.first) {
		if b, end := r.roleBeforeName(n, first, from); end > b {
			e.Role, e.Of = r.roleText(b, end)
			if e.Of == "" {
				e.Of = r.affiliation(b, end)
			}
			first = b
		}
	}
	last = r.lettersAfter(last) // Tom Hale MP, Ann Pole KC
	letters := last
	if a, end := r.apposition(last); end > a {
		last = end
		if e.Role == "" {
			e.Role = r.text(a, end)
			e.Of = r.affiliation(a, end)
		}
	} else if a, end := r.attached(n); end > a {
		last = end
		if e.Role == "" {
			e.Role = r.text(a, end)
			e.Of = e.Role
		}
	}
	if b, end := r.leadingAs(n, first); end > b && e.Role == "" {
		e.Role = r.text(b, end)
		e.Of = r.affiliation(b, end)
	}
	if b, end := r.predicated(n); end > b && e.Role == "" {
		e.Role = r.text(b, end)
		e.Of = r.affiliation(b, end)
	}
	if own := r.employer(first); own != nil && e.Role == "" {
		e.Role = r.text(own.first, own.last) // Exeter University's Ann Pole
		e.Of = e.Role
	}
	if e.Role == "" && letters > n.last && !honours[r.norm(n.last)] {
		e.Role = r.text(n.last, n.last+1)
	}
	e.Full = r.d.TokenSpan(first, last)
}

// employer is the body that owns the name, or its title, at token first: the BBC's Ann Pole; nil if
// none does. A town or a state employs nobody so.
func (r *reader) employer(first int) *name {
	if n := r.norm(first - 1); n != "'s" && n != "’s" && n != "'" && n != "’" {
		return nil
	}
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].last >= first-1 })
	if k == len(r.names) || r.names[k].last != first-1 || r.names[k].kind != organisation || r.sport {
		return nil
	}
	return &r.names[k]
}

// roleBeforeName returns the tokens of the role that stands before the name, or before its
// title at token first: "the head of the Zork Board, Prof. Ann Pole", "police spokesman
// Capt. Tom Hale". The range is empty without one.
func (r *reader) roleBeforeName(n *name, first, from int) (b, end int) {
	if b, end = r.leadingRole(n, first); end > b {
		return b, end
	}
	if b, end = r.ownedRole(n, first); end > b {
		return b, end
	}
	return r.roleStart(first, from), first
}

// lettersAfter is the end of the letters after a name, from token i on, that tell a seat or an
// honour of its bearer: "MP", "KC, OBE"; i if there are none.
func (r *reader) lettersAfter(i int) int {
	for {
		w := r.at(i)
		if !w.caps() || !w.is(title) || !w.is(initialism) {
			return i
		}
		if i++; r.norm(i) == "," && honours[r.norm(i+1)] && r.at(i+1).caps() {
			i++
		}
	}
}

// honours are letters after a name that tell no office.
var honours = map[string]bool{"kc": true, "qc": true, "mbe": true, "obe": true, "cbe": true}

// ranksOnly reports whether a title says no more than the rank, or the honour, of who bears it.
func (r *reader) ranksOnly(i, end int) bool {
	for ; i < end; i++ {
		if !r.words[i].is(rank|honorific) || r.words[i].is(faith) {
			return false
		}
	}
	return true
}

// attached returns the tokens of the body that a name is said to be of, at, from or with:
// "Ann Pole of [Zork Capital] said", "Ann Pole, from the [Zork Institute], said". Further into
// a sentence, where the words may belong to a verb, something must set it off.
func (r *reader) attached(n *name) (first, end int) {
	i := n.last
	comma := r.norm(i) == ","
	if comma {
		i++
	}
	switch r.norm(i) {
	case "of", "at", "from", "with":
	default:
		return i, i
	}
	if i++; r.norm(i) == "the" {
		i++
	}
	first = i
	for i < first+3 && i < len(r.words) && r.words[i].shape == letters|small && (isNoun(r.d.Tokens[i].XPOS) || r.d.Tokens[i].UPOS == "ADJ") {
		i++ // the charity | Zork
	}
	body := r.nameFrom(i)
	if body == nil || body.kind != organisation || body.sentence != n.sentence {
		return i, i
	}
	end = body.last
	if body.short {
		end += 3
	}
	if town := r.nameFrom(end + 1); r.norm(end) == "in" && town != nil && town.kind == place {
		end = town.last
	}
	next := r.norm(end)
	switch {
	case next == "'s" || next == "'" || r.norm(end-1) == "'s":
		return i, i
	case comma:
		if next != "," && next != "-" && !speaks(next) {
			return i, i
		}
	case r.acts(end) || next == "," || speaks(r.norm(n.first-1)) && r.closed(end):
	default:
		return i, i
	}
	return first, end
}

// wholeTitle takes in the nationality, state or body before a title: "Russian
// President", "Apple CEO"; and the department of a minister: "Work and Pensions Secretary".
func (r *reader) wholeTitle(n *name) int {
	i, from := n.title, r.d.Sentences[n.sentence].First
	department := false
	for k := i; k < n.first; k++ {
		department = department || departmental[r.norm(k)] // Social Justice Secretary
	}
	for k := 0; k < 4; k++ {
		b := r.nameEnding(i, from)
		if b == nil && i > from && r.words[i-1].is(modifier) {
			i-- // Labour shadow | Welsh Secretary
			continue
		}
		if b == nil {
			break
		}
		i = b.first
	}
	if !department {
		return i
	}
	for k := i - 1; k >= from && r.namesDepartment(k) && !r.personEnds(k+1); k-- {
		if w := r.norm(k); w != "and" && w != "&" {
			i = k
		}
	}
	return i
}

// personEnds reports whether the name of a person ends before token i, or before an "and"
// there: "Ann Pole and | Trade Secretary Tom Hale".
func (r *reader) personEnds(i int) bool {
	if n := r.norm(i - 1); n == "and" || n == "&" {
		i--
	}
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].last >= i })
	return k < len(r.names) && r.names[k].last == i && r.names[k].kind == person
}

// departmental are the titles that stand after the name of a department.
var departmental = map[string]bool{
	"secretary": true, "minister": true, "undersecretary": true, "commissioner": true, "chancellor": true, "leader": true, "whip": true, "editor": true, "correspondent": true,
}

// namesDepartment reports whether token i can be a word of a department before a title:
// capitalised, and neither a day nor a word that only opens the sentence.
func (r *reader) namesDepartment(i int) bool {
	if n := r.norm(i); n == "and" || n == "&" {
		return i > 0 && r.namesDepartment(i-1)
	}
	w := &r.words[i]
	x := r.d.Tokens[i].XPOS
	return w.capitalised() && !w.is(title|calendar) && (isNoun(x) || x == "JJ")
}

// beforeField is the token after the role that a field stands behind, before the name at token
// i: "head | of policy Ann Pole"; i if there is none.
func (r *reader) beforeField(i, from int) int {
	j := i
	for j > from && i-j < 5 && r.words[j-1].shape == letters|small && r.fieldWord(j-1) {
		if j == i && r.words[j-1].is(role|humanNoun) {
			return i
		}
		j--
	}
	if j < i && j-2 >= from && r.norm(j-1) == "of" && r.words[j-2].is(role) && !kin[r.norm(j-2)] {
		return j - 1
	}
	return i
}

// fieldWord reports whether token i can be a word of what somebody is the head of.
func (r *reader) fieldWord(i int) bool {
	x := r.d.Tokens[i].XPOS
	return isNoun(x) || x == "VB" || x == "VBG" || r.d.Tokens[i].UPOS == "ADJ" || r.norm(i) == "and"
}
