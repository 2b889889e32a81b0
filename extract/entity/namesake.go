package entity

import "slices"

// namesakes reads the family names that the article has given with a given name before,
// where they stand alone and are also words, places or months: after "Mina Flowers" and
// "Theo London", "Flowers said" and "London said" are theirs. The names are in text order.
func (r *reader) namesakes() {
	if len(r.families) == 0 {
		return
	}
	out := make([]name, 0, len(r.names)+8)
	k := 0
	for at := range r.d.Sentences {
		s := &r.d.Sentences[at]
		for i := s.First; i < s.Last; {
			for k < len(r.names) && r.names[k].first < i {
				k++ // inside a name that is taken
			}
			var n *name
			if k < len(r.names) && r.names[k].first == i {
				n = &r.names[k]
			}
			switch {
			case r.styles[at] == plain && (n == nil || n.last == i+1 && n.kind != person) && r.namesake(i, n):
				out = append(out, name{first: i, last: i + 1, sentence: at, kind: person, sure: true, rule: "ent.namesake/1", title: -1})
				i++
			case n != nil:
				out = append(out, *n)
				i = n.last
			default:
				i++
			}
		}
	}
	r.names = out
}

// namesake reports whether the word at token i, so far in no name or alone in n, is the
// family name of somebody named before.
func (r *reader) namesake(i int, n *name) bool {
	w := &r.words[i]
	if at, ok := r.families[r.norm(i)]; !ok || at >= i || !w.capitalised() || w.caps() {
		return false
	}
	if speaks(r.norm(i+1)) || speaks(r.norm(i-1)) || r.at(i-1).is(honorific) {
		return true
	}
	if r.at(i-1).capitalised() && !w.starts && !r.words[i-1].starts || r.at(i+1).capitalised() || w.is(calendar) || isArticle(r.norm(i-1)) {
		return false
	}
	switch {
	case n != nil && n.kind == place:
		return !locates(r.norm(i - 1))
	case n != nil:
		return n.kind == organisation
	case w.starts && w.is(usual|orgHead|orgOf|placeHead|eventHead):
		return slices.Contains([]string{"VBD", "VBZ"}, r.d.Tag(i+1)) && r.norm(i+1) != "is"
	}
	return true
}

func isArticle(norm string) bool { return norm == "the" || norm == "a" || norm == "an" }

// locates reports a word that stands before a place.
func locates(norm string) bool {
	return slices.Contains([]string{"in", "at", "to", "from", "of", "into", "through", "between", "and"}, norm) || nearby(norm)
}

// namesPerson reports whether tokens [i, last), which end in a word that heads names of
// places or bodies, are a person's by what stands around them: adviser Mina Court; Mina
// Park, a nurse.
func (r *reader) namesPerson(i, last int) bool {
	n := &name{first: i, last: last}
	first, head := &r.words[i], &r.words[last-1]
	if last != i+2 || head.is(suffix) || !r.plainCase(&name{first: last - 1, last: last}) || first.is(usual|orgOf|orgHead|placeLead|eventLead|title) && !first.is(given) {
		return false
	}
	called := first.is(given) || r.hyphenName(n)
	if !head.is(orgHead|orgOf) && r.d.Tag(i-1) != "IN" && r.inOffice(n) {
		return true
	}
	if e := r.first(i); e != nil && !called || first.starts && !called {
		return false
	}
	switch {
	case r.aged(n), r.roleBefore(n):
		return true
	case !called:
		return false
	case r.personAround(n):
		return true
	}
	return r.first(i) == nil && !head.is(orgHead|orgOf) && (speaks(r.norm(i-1)) || r.speakers[r.norm(last-1)])
}

// inOffice reports an apposition that says with a preposition what somebody is: Dell Street, director of the
// mill; not: Dell Street, the director said.
func (r *reader) inOffice(n *name) bool {
	at := r.describing(n)
	return at >= 0 && slices.Contains([]string{"of", "at", "for", "with"}, r.norm(at+1)) && !ownsBodies[r.norm(at)]
}

// personAround reports whether what stands around a name is said of a person only.
func (r *reader) personAround(n *name) bool {
	if owner := r.nameEnding(n.first-1, 0); r.norm(n.first-1) == "'s" && owner != nil && owner.kind == organisation {
		return true // Rolling Stone's Brittany Zork
	}
	return r.norm(n.last) == "," && r.norm(n.last+1) == "who" || r.norm(n.first-1) == "," && r.at(n.first-2).is(noRole) || r.aged(n) || r.roleBefore(n) || r.describedPerson(n)
}

// ownsBodies are the roles that stand before the name of a body as often as a person's:
// owner Harbor Park.
var ownsBodies = map[string]bool{
	"owner": true, "partner": true, "sponsor": true, "rival": true, "maker": true, "parent": true, "publisher": true, "producer": true, "developer": true,
	"supplier": true, "lender": true, "insurer": true, "operator": true, "broker": true, "bookseller": true, "host": true, "neighbour": true, "neighbor": true, "member": true,
}

// surname reports whether the word at token i can only be a family name after a given
// name that is also a place or a month: it is in no list and no common word.
func (r *reader) surname(i, end int) bool {
	w := r.at(i)
	if i < end && w.is(given|family) {
		return true
	}
	if i >= end || w.shape&^inner != letters|capital|small || w.parts&^(family|given|male|female|roleMale|roleFemale|particle) != 0 || r.d.Tokens[i].Len() < 3 {
		return false
	}
	return r.first(i) == nil && !(r.norm(i)[len(r.norm(i))-1] == 's')
}
