package entity

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// entities turns the names, which are in text order, into entities. Where two overlap, which
// only two readings of a headline could, the first stays.
func (r *reader) entities() []extract.Entity {
	out := make([]extract.Entity, 0, len(r.names))
	end := 0
	for k := range r.names {
		n := &r.names[k]
		if n.first < end || n.kind == place && n.entry == nil && r.compounded(n) {
			continue
		}
		if n.kind == place && n.last == n.first+1 && r.words[n.first].is(given) && r.d.Tokens[max(n.first-1, 0)].UPOS != "ADP" && n.astray {
			n.kind, n.iso = person, "" // Gary, who is no town in an article on Scotland
		}
		end = n.last
		out = append(out, r.entity(n))
	}
	return out
}

// compounded reports whether a name goes on, behind its last hyphen, with a common word: London-based,
// T-level.
func (r *reader) compounded(n *name) bool {
	text := r.norm(n.last - 1)
	k := strings.LastIndexByte(text, '-')
	return k > 0 && r.d.Text[r.d.Tokens[n.last-1].Start+k+1] >= 'a'
}

func (r *reader) entity(n *name) extract.Entity {
	e := extract.Entity{
		Span: r.d.TokenSpan(n.first, n.last), First: n.first, Last: n.last,
		Type: types[n.kind], Chain: -1, Rule: n.rule,
	}
	e.Full = e.Span
	if n.entry != nil && n.entry.kind == n.kind {
		e.ISO = n.entry.iso
		if n.astray {
			e.ISO = ""
		}
		if n.entry.name != n.entry.text || n.kind == organisation {
			e.Name = n.entry.name
		}
		e.Metonym = r.metonym(n)
		if n.entry.own != "" {
			e.Rule += "+" + n.entry.own
		}
	}
	if n.iso != "" {
		if e.ISO = n.iso; n.entry != nil && n.entry.what == "state" && strings.Contains(n.iso, "-") {
			e.Name = n.entry.text
		}
	}
	if n.long[1] > 0 {
		e.Name = r.text(n.long[0], n.long[1])
	}
	switch n.kind {
	case person:
		r.describe(n, &e)
		e.Gender = cmp.Or(r.gender(n), e.Gender)
	case organisation, place:
		r.widen(n, &e)
	}
	return e
}

// widen lets Full take in a nationality or state before the name and the acronym in
// brackets after it.
func (r *reader) widen(n *name, e *extract.Entity) {
	first, last := n.first, n.last
	if n.kind == organisation {
		if b := r.groupBefore(first, r.d.Sentences[n.sentence].First); b >= 0 {
			first = b
		}
	}
	if n.kind == place && placeNouns[r.norm(last)] {
		last++ // Kursk region
	}
	if n.short {
		last = n.last + 3
	}
	e.Full = r.d.TokenSpan(first, last)
}

// groupBefore returns the first token of the nationality or state right before
// token i, at or after token from; -1 if there is none.
func (r *reader) groupBefore(i, from int) int {
	for k := max(from, i-3); k < i; k++ {
		if e, last := r.match(k, i, false); e != nil && last == i && (e.kind == group || extract.OneOf(e.what, "state", "region")) {
			return k
		}
	}
	return -1
}

// metonym is the government that a capital or a building stands for where it acts:
// it is the subject of a verb, or joined with another that is.
func (r *reader) metonym(n *name) string {
	e := n.entry
	if e.metonym == "" || e.kind == organisation {
		return e.metonym
	}
	before, after := r.norm(n.first-1), n.last
	if after >= len(r.words) || extract.OneOf(before, "in", "from", "near", "of", "at", "to", "outside") {
		return ""
	}
	if r.norm(after) == "and" && before == "both" || before == "and" && r.norm(n.first-3) == "both" {
		return e.metonym
	}
	if r.acts(after) { // Moscow also denies
		return e.metonym
	}
	if p := r.norm(after); p == "'s" || p == "'" {
		return ""
	}
	if by := before; by == "by" || by == "with" && e.what == "capital" && r.norm(after) != "," {
		return e.metonym
	}
	return ""
}

// acts reports a finite verb at token i or behind the adverbs there, but for a bare copula: towns are, and
// governments do.
func (r *reader) acts(i int) bool {
	for last := min(i+3, len(r.words)-1); i < last && r.d.Tokens[i].UPOS == "ADV"; {
		i++
	}
	if i >= len(r.words) {
		return false
	}
	switch r.d.Tokens[i].XPOS {
	case "MD":
		return true
	case "VBD", "VBZ", "VBP":
		if r.d.Tokens[i].Lemma != "be" {
			return true
		}
	default:
		return false
	}
	for j := i + 1; j < i+5 && j < len(r.words); j++ {
		if x := r.d.Tokens[j].XPOS; x == "VBG" {
			return true
		} else if r.d.Tokens[j].UPOS != "ADV" {
			return false
		}
	}
	return false
}

// gender is what the title, the role or the given name tells.
func (r *reader) gender(n *name) string {
	if n.title >= 0 {
		for i := n.title; i < n.first; i++ {
			if g := genderOf(r.words[i].parts, roleMale, roleFemale); g != "" && r.words[i].is(title) {
				return g
			}
		}
	}
	if n.first > 0 && r.words[n.first-1].is(role) {
		if g := genderOf(r.words[n.first-1].parts, roleMale, roleFemale); g != "" {
			return g
		}
	}
	if _, known := r.families[r.norm(n.first)]; n.last > n.first+1 || r.words[n.first].is(given) && !r.words[n.first].is(family) && !known {
		return genderOf(r.words[n.first].parts, male, female)
	}
	return ""
}

func genderOf(p, m, f part) string {
	switch {
	case p&m != 0:
		return "m"
	case p&f != 0:
		return "f"
	}
	return ""
}

// nameEnding returns the name, not of a person, that ends before token i and starts
// at or after token from.
func (r *reader) nameEnding(i, from int) *name {
	lo := sort.Search(len(r.names), func(k int) bool { return r.names[k].last >= i })
	if lo < len(r.names) && r.names[lo].last == i && r.names[lo].first >= from && r.names[lo].kind != person {
		return &r.names[lo]
	}
	return nil
}

// nameAround returns the name, not of a person, that token i lies in; nil if none does.
func (r *reader) nameAround(i int) *name {
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].last > i })
	if k < len(r.names) && r.names[k].first <= i && r.names[k].kind != person {
		return &r.names[k]
	}
	return nil
}

// nameFrom returns the name that starts at token i; nil if none does.
func (r *reader) nameFrom(i int) *name {
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].first >= i })
	if k < len(r.names) && r.names[k].first == i {
		return &r.names[k]
	}
	return nil
}

// roleText writes a role before a name as it stands, and says what body it is of. Where an
// acronym in brackets parts body and role, the role comes first: "director, National
// Intelligence Service (NIS)".
func (r *reader) roleText(first, end int) (text, of string) {
	for end > first+1 && (isAside(r.norm(first)) || r.norm(first) == "real" && r.words[first+1].is(title) || isArticle(r.norm(first)) && isAside(r.norm(first-1))) {
		first++
	}
	if end > first+1 && isAside(r.norm(end-1)) {
		end--
	}
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].first >= first })
	for ; k < len(r.names) && r.names[k].first < end; k++ {
		n := &r.names[k]
		if n.last >= end || n.kind != organisation || n.long[1] > 0 {
			continue
		}
		if body := n.last + 3; n.short && body < end {
			of = r.text(first, body)
			return r.text(body, end) + ", " + of, of
		}
		of = r.text(n.first, n.last)
	}
	if of == "" {
		of = r.affiliation(first, end)
	}
	return r.text(first, end), of
}

// isAside reports a word beside a role that says nothing of it: a fellow | MP, also | a nurse, a nurse | herself.
func isAside(norm string) bool {
	return slices.Contains([]string{"fellow", "another", "also", "now", "currently", "himself", "herself"}, norm)
}

// affiliation is what stands after the first "of", "for", "at" or "with".
func (r *reader) affiliation(first, end int) string {
	for i := first; i+1 < end; i++ {
		if extract.OneOf(r.norm(i), "of", "for", "at", "with") {
			return strings.TrimPrefix(r.text(i+1, end), "the ")
		}
	}
	return ""
}
