package coref

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A portrait is what a phrase says of whom it means: its noun, the words before it that tell
// one office from another, the names in it.
type portrait struct {
	heads string // nouns in lower case, with spaces around each
	words string // all words in lower case, with spaces around each
	names []int  // entities within
}

// office tells whether the words of a portrait hold one of a use: "field", "rank", "past".
func (r *resolver) office(p *portrait, use string) string {
	listed := r.v.office[use]
	for w := range strings.FieldsSeq(p.words) {
		if listed[w] {
			return w
		}
		if prefix, _, ok := strings.Cut(w, "-"); ok && listed[prefix] {
			return prefix
		}
	}
	return ""
}

// phrase is the portrait of a noun mention, and of what hangs on it by of, for, at or in.
func (r *resolver) phrase(m *mention) portrait {
	p := portrait{heads: " " + r.norm(m.head) + " ", words: " "}
	last := m.last
	if w := r.norm(last); extract.OneOf(w, "of", "for", "at", "in") {
		for last++; last < len(r.d.Tokens) && last < m.last+8 && r.inPhrase(last); last++ {
		}
	}
	for i := m.first; i < last; i++ {
		p.words += r.norm(i) + " "
	}
	first := m.first
	if r.owned(m) {
		first = r.d.Entities[r.lastEntityBefore(m.first-1)].First
	}
	p.names = r.namesIn(first, last)
	return p
}

// namesIn are the entities within tokens [first, last).
func (r *resolver) namesIn(first, last int) []int {
	var out []int
	for e := r.lastEntityBefore(last); e >= 0 && r.d.Entities[e].First >= first && len(out) < 8; e-- {
		if r.d.Entities[e].Last <= last {
			out = append(out, e)
		}
	}
	return out
}

// A title is the portrait that a name's title, role and apposition give.
type title struct {
	first int // token of the name
	portrait
	kin int // token of the pronoun that says whose relative he is
}

// title is what stands beside a name.
func (r *resolver) title(entity int) title {
	e := &r.d.Entities[entity]
	p := portrait{heads: heads(e.Role), words: " " + strings.ToLower(strings.NewReplacer(",", " ", "(", " ", ")", " ").Replace(e.Role)) + " "}
	first, last := r.d.TokensIn(e.Full)
	if w := r.norm(first); w == "fellow" || w == "another" {
		p.words = " " + w + p.words // there is one besides
	}
	for _, n := range r.namesIn(first, last) {
		if n != entity {
			p.names = append(p.names, n)
		}
	}
	return title{e.First, p, -1}
}

// heads are the nouns of a role in lower case, with spaces around each: those of "president
// and CEO of Harland" are president and ceo.
func heads(role string) string {
	out := " "
	last := ""
	for w := range strings.FieldsSeq(strings.ToLower(role)) {
		word := strings.TrimPrefix(strings.TrimPrefix(strings.TrimRight(w, ",;"), "then-"), "ex-")
		switch word {
		case "of", "for", "at", "in", "to", "from", "with", "on", "who":
			return out + last + " "
		case "and", "&":
			out += last + " "
			last = ""
			continue
		}
		if last = word; strings.HasSuffix(w, ",") || strings.HasSuffix(w, ";") {
			return out + last + " "
		}
	}
	return out + last + " "
}

// differ reports whether two phrases name places, bodies or owners of one sort, and none in
// common: the Chelsea manager, the Arsenal manager. Where one names none, nothing differs.
func (r *resolver) differ(a, b []int) bool {
	for _, sort := range [...]string{extract.LOC, extract.ORG, extract.PER} {
		seen, same := false, false
		for _, i := range a {
			for _, j := range b {
				if x, y := &r.d.Entities[i], &r.d.Entities[j]; sortOf(x.Type) == sort && sortOf(y.Type) == sort {
					seen = true
					same = same || r.sameName(x, y)
				}
			}
		}
		if seen && !same {
			return true
		}
	}
	return false
}

func sortOf(kind string) string {
	if kind == extract.NORP {
		return extract.LOC
	}
	return kind
}

// sameName reports whether two names can mean one state, place, body or person.
func (r *resolver) sameName(x, y *extract.Entity) bool {
	switch a, b := r.nameOf(x), r.nameOf(y); {
	case strings.EqualFold(a, b):
		return true
	case x.Type == extract.ORG && y.Type == extract.ORG:
		return sameBody(a, b)
	case x.Type == extract.PER && y.Type == extract.PER:
		return r.samePerson(a, b, surname(b))
	case x.Type == extract.NORP && y.Type == extract.NORP && x.ISO == "" && y.ISO == "":
		return false // two parties
	case x.ISO == "" || y.ISO == "":
		return x.Type == extract.NORP && x.ISO == "" || y.Type == extract.NORP && y.ISO == "" // a party says nothing of where
	case x.Type == extract.NORP || y.Type == extract.NORP || len(x.ISO) != len(y.ISO):
		return strings.HasPrefix(x.ISO, y.ISO) || strings.HasPrefix(y.ISO, x.ISO)
	}
	return false
}

func (r *resolver) nameOf(e *extract.Entity) string {
	if e.Name != "" {
		return e.Name
	}
	return r.d.In(e.Span)
}

// sameOffice reports whether nothing in a description p and a role q tells one office from
// another: neither the field, nor the rank, nor that it is held no more.
func (r *resolver) sameOffice(p, q *portrait) bool {
	if a, b := r.office(p, "field"), r.office(q, "field"); a != b && (a != "" && b != "" || r.office(p, "head") != r.office(q, "head")) {
		return false
	}
	if a, b := r.office(p, "rank"), r.office(q, "rank"); a != "" && !strings.Contains(q.words, " "+a) || a == "" && b != "" && r.holds(q) && (!strings.Contains(q.heads, " minister ") || r.office(p, "head") != "") {
		return false
	}
	if a, b := r.office(p, "past"), r.office(q, "past"); a != "" && b == "" || a == "" && b != "" && r.holds(q) {
		return false
	}
	return r.office(p, "other") == "" && !r.differ(p.names, q.names) && !(r.office(p, "team") != "" && r.otherClub(p.names, q.names))
}

// otherClub reports whether two roles in sport name clubs or towns, and none in common: the Leeds
// captain, the Hull captain. Either may pass for a place or a body.
func (r *resolver) otherClub(a, b []int) bool {
	seen := false
	for _, i := range a {
		for _, j := range b {
			x, y := &r.d.Entities[i], &r.d.Entities[j]
			if seen = true; r.sameName(x, y) || strings.HasPrefix(r.nameOf(y), r.nameOf(x)) {
				return false
			}
		}
	}
	return seen
}

// holds reports whether a role is an office that one person holds at a time.
func (r *resolver) holds(q *portrait) bool {
	for w := range strings.FieldsSeq(q.heads) {
		if r.v.offices[w] {
			return true
		}
	}
	return false
}

// sameNoun reports whether a later phrase with the same noun can mean what an earlier one
// did: no name, number or word before the noun tells them apart. "A young man ... the man",
// but not "a Turkish official ... the Greek official".
func (r *resolver) sameNoun(later, earlier *mention) bool {
	p, q := r.phrase(later), r.phrase(earlier)
	if r.office(&p, "other") != r.office(&q, "other") || r.office(&p, "rank") != r.office(&q, "rank") || r.office(&p, "past") != "" && r.office(&q, "past") == "" || r.differ(p.names, q.names) {
		return false
	}
	own, shared := false, false
	for i := later.first; i < later.head; i++ {
		if u := r.d.Tokens[i].UPOS; extract.OneOf(u, "ADJ", "NOUN", "PROPN", "NUM") {
			own = true
			shared = shared || strings.Contains(q.words, " "+r.norm(i)+" ")
		}
	}
	plain := earlier.first == earlier.head || earlier.first+1 == earlier.head && !isNoun(r.d.Tokens[earlier.first].XPOS)
	return !own || shared || plain && !slices.ContainsFunc(p.names, func(e int) bool { return r.d.Entities[e].Type == extract.PER }) // nor the Lee campaign of Hale's
}
