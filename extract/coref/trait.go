package coref

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// lastNoun is the last mention of the chain, or, where that is a pronoun and the chain has no name, the first, where it
// brings somebody in: "A spokesman said he was late. [The spokesman] said it was cold."
func (d *reading) lastNoun() *mention {
	a, b := &d.r.mentions[d.ch.last], &d.r.mentions[d.ch.first]
	if a.form != pronoun || d.ch.names > 0 || !b.indefinite || d.m.head != d.m.first+1 {
		return a
	}
	return b
}

// takesUp reports a chain without a name last mentioned with the same noun.
func (d *reading) takesUp() bool {
	f := d.lastNoun()
	return d.far >= 0 && f.form == noun && d.r.norm(f.head) == d.r.norm(d.m.head)
}

// ofAge reports whether the chain has the age that the description tells.
func (d *reading) ofAge() bool {
	if d.ch.age == "" || !d.r.aged(d.m) {
		return false
	}
	at := d.m.first
	if !isAged(&d.r.d.Tokens[at]) {
		at++
	}
	years, _, _ := strings.Cut(d.r.norm(at), "-")
	return years == d.ch.age
}

// isHero reports the person whom the article names most and who acted last before the description:
// of him a noun may tell what is new, but no office, and nothing that several in the article may be.
func (d *reading) isHero() bool {
	r := d.r
	if d.m.content >= 0 && r.ownerAt(r.d.Attributions[d.m.content].Head) == d.c {
		return false // nobody calls himself so
	}
	if d.c != r.most[person] || (d.c != d.last || d.c != d.did) && (d.c != d.outer || d.c != d.teller || d.m.content >= 0) || d.far < 0 || d.m.indefinite || d.told != untold || d.m.source < 0 || !d.ch.spoke && d.c != r.teller || r.bringsIn(d.k) {
		return false
	}
	if anyone[d.s.single] || r.v.noRoles[d.s.single] || r.v.offices[d.s.single] || r.v.office["court"][d.s.single] || r.v.bodies[d.s.single].single != "" || r.restricted(d.m) {
		return false
	}
	return d.isNew() && !slices.ContainsFunc(d.p.names, func(e int) bool { return r.d.Entities[e].Type == extract.ORG })
}

// isCentral reports the person whom the article so far names most by far, where a noun for who is in the news, or an office
// that it gives to nobody, has not been said of anybody: "The singer said so."
func (d *reading) isCentral() bool {
	r, m := d.r, d.m
	if d.c != r.most[person] || d.told != untold || d.far < 0 || d.far > 8 || m.indefinite || m.source < 0 || r.restricted(m) || r.owned(m) || r.bringsIn(d.k) || !d.isNew() {
		return false
	}
	if fame := r.v.office["fame"]; !fame[d.s.single] && !fame[r.norm(m.head-1)+" "+d.s.single] || r.v.offices[d.s.single] && !d.isWellKnown() {
		return false
	}
	if m.content >= 0 && r.ownerAt(r.d.Attributions[m.content].Head) == d.c || slices.ContainsFunc(d.p.names, func(e int) bool { return sortOf(r.d.Entities[e].Type) != extract.LOC }) {
		return false // nobody calls himself so
	}
	return d.c == d.teller || !extract.AnyToken(r.oldest(), len(r.chains), func(c int) bool {
		other := *d
		other.at(c)
		return c != d.c && other.far >= 0 && other.ch.names*2 > d.ch.names && other.allowed()
	})
}

// bringsIn reports whether the sentences before description k bring somebody in by its noun: an official | the official.
func (r *resolver) bringsIn(k int) bool {
	j := r.earlier(k)
	return j >= 0 && r.mentions[j].indefinite
}

// isCommon reports a role that many have at a time, whatever else they are: a candidate.
func (r *resolver) isCommon(q *portrait) bool {
	for w := range strings.FieldsSeq(q.heads) {
		if r.v.office["common"][w] {
			return true
		}
	}
	return false
}

// isAlone reports the only person, of those who act in the last sentences and whom the description may mean. More
// than its noun says of him what the text has told of nobody else: "the Ohio senator".
func (d *reading) isAlone() bool {
	r, m := d.r, d.m
	if d.ch.names == 0 || d.told != untold || d.far < 0 || d.far > 1 || m.entity >= 0 || m.source < 0 || m.head <= m.first+1 || r.owned(m) || !d.isNew() {
		return false
	}
	if anyone[d.s.single] || r.v.noRoles[d.s.single] || r.v.office["court"][d.s.single] || r.restricted(m) || r.earlier(d.k) >= 0 {
		return false
	}
	if m.content >= 0 && r.ownerAt(r.d.Attributions[m.content].Head) == d.c || r.norm(m.first-1) == "but" {
		return false // nobody calls himself so, and "but" turns to another
	}
	if slices.ContainsFunc(d.p.names, func(e int) bool { return r.d.Entities[e].Type == extract.PER }) {
		return false // the Lee supporter
	}
	acts := false
	for j := d.k - 1; j >= max(0, d.k-60) && m.sentence-r.mentions[j].sentence <= 1; j-- {
		a := &r.mentions[j]
		if a.what != person || a.plural || a.quote >= 0 || a.chain < 0 || a.last > m.first || a.role != subject && a.source < 0 || a.form == named && r.isCredit(a) {
			continue
		}
		if a.chain == d.c {
			acts = true
			continue
		}
		other := *d
		if other.at(a.chain); other.allowed() {
			return false
		}
	}
	return acts
}

// isNew reports whether a description may tell something new of a person: of one with a role, no office
// and no name of a body or place.
func (d *reading) isNew() bool {
	return (d.r.office(&d.p, "field") == "" || d.isWellKnown()) && (!d.r.restricted(d.m) || len(d.p.names) == 0 || len(d.ch.titles) == 0)
}

// heading are the nouns for who heads a state, its treasury or a city.
var heading = map[string]bool{"president": true, "premier": true, "chancellor": true, "taoiseach": true, "governor": true, "mayor": true}

// isWellKnown reports a person of whom the text never says what he is, where it gives the office of
// the description to nobody else: "It is late, Ann Pole said. The prime minister said it was cold."
func (d *reading) isWellKnown() bool {
	r := d.r
	return !slices.ContainsFunc(d.ch.titles, func(t title) bool { return strings.TrimSpace(t.heads) != "" }) && !slices.ContainsFunc(r.chains[r.oldest():], func(ch chain) bool {
		return ch.what == person && slices.ContainsFunc(ch.titles, func(t title) bool {
			return strings.Contains(t.heads, " "+d.s.single+" ") && r.sameOffice(&d.p, &t.portrait)
		})
	})
}

// isAnyone reports a noun that tells nothing of whom the last sentences name: the man.
func (d *reading) isAnyone() bool {
	aged := d.r.aged(d.m) && d.ch.age == ""
	return d.far >= 0 && (d.far <= 2 && (anyone[d.s.single] && d.r.plain(d.k) || aged) || d.far <= 6 && aged && isAged(&d.r.d.Tokens[d.m.head]) && d.ch.spoke && d.m.source >= 0)
}

// ofKind reports whether the noun tells the kind of the body, or a word of its name. Who has been told
// something may well be an outlet.
func (d *reading) ofKind() bool {
	if len(d.s.fits) > 0 && d.s.fits[0] == "media" && d.ch.kind == "" && d.ch.heard && d.m.head <= d.m.first+1 && d.far >= 0 && d.far <= 6 {
		return true
	}
	return d.far >= 0 && d.far <= 20 && slices.ContainsFunc(d.s.fits, func(f string) bool {
		return d.ch.kind == f || hasWord(d.ch.Name, f) && (d.ch.names > 0 || strings.HasSuffix(strings.ToLower(d.ch.Name), f)) // the university court is no university
	})
}

// isCompany reports a noun for a company, or for an outlet that has been told something, and a body
// whose kind no list knows.
func (d *reading) isCompany() bool {
	if d.far < 0 || d.far > 6 || d.ch.names == 0 || d.ch.state || d.m.head > d.m.first+1 {
		return false
	}
	return d.ch.kind == "" && len(d.s.fits) > 0 && d.s.fits[0] == "company"
}

// isBody reports a noun for bodies of any trade, and the body that was named and acted last.
func (d *reading) isBody() bool {
	loose := d.r.v.office["body"]
	return loose[d.s.single] && d.c == d.did && d.c == d.last && d.m.source >= 0 && len(d.p.names) == 0 && d.far >= 0 && d.far <= 20 && (d.ch.kind == "" || loose[d.ch.kind] || d.ch.kind == "party" && len(d.s.fits) == 0)
}

// sameSort reports whether a body without a name was called by a noun that describes what this one
// does: a firm, the company.
func (d *reading) sameSort() bool {
	first, _ := d.r.v.noun(&d.r.d.Tokens[d.r.mentions[d.ch.first].head])
	return d.far >= 0 && d.far <= 6 && slices.ContainsFunc(first.fits, func(f string) bool { return slices.Contains(d.s.fits, f) })
}

// isPlace reports a place of the sort that the noun means: a state, or a part of one.
func (d *reading) isPlace() bool {
	return d.s.what == place && d.far <= 4 && (d.s.place == "state") == (len(d.ch.ISO) == 2)
}

// speaksFor reports whether the description stands in what somebody says who speaks for the body:
// "A spokesman for Harland said the company was sorry."
func (d *reading) speaksFor() bool {
	if d.m.content < 0 || d.far != 0 || len(d.s.fits) == 0 || d.a.form != named || d.a.source >= 0 ||
		slices.Contains(communal, d.s.fits[0]) || d.ch.kind != "" && d.ch.kind != "media" && !d.ofKind() {
		return false
	}
	return d.r.d.Attributions[d.m.content].Source.Contains(d.r.d.TokenSpan(d.a.first, d.a.last))
}

// communal are the kinds of bodies of which a place has one, seldom named: the court.
var communal = []string{"court", "government", "police", "parliament", "council", "force", "committee"}

// mostNamed is the chain of a kind that the article names most; -1 if none is named twice.
func (r *resolver) mostNamed(kind what) int {
	best := -1
	for c := range r.chains {
		if ch := &r.chains[c]; ch.what == kind && ch.names > 1 && (best < 0 || ch.names > r.chains[best].names) {
			best = c
		}
	}
	return best
}
