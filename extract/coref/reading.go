package coref

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A reading is a description and a chain that it may stand for.
type reading struct {
	r  *resolver
	k  int
	m  *mention // the description
	s  *nounSense
	p  portrait
	he string // gender of the first he or she after it in its sentence

	c   int
	ch  *chain
	a   *mention // the last mention of the chain before it, or else the first
	far int      // sentences between; negative where the chain is named only later

	told told
	word bool // a word before the noun is said of the chain too
	new  int  // chain that the next sentences introduce; -1
	goes int  // chain of who alone has just spoken; -1
	last int  // chain of the last name of this kind before it; -1
	did  int  // and of the last one that was a subject or a source

	outer, teller int // and of those that are not only spoken of
}

// told is how the noun of a description goes with what titles and appositions say of a chain.
type told uint8

const (
	untold  told = iota
	against      // the noun is said, but of another office or body
	covers       // it covers one that is said: "the player", of a striker
	same
)

// A trait speaks for a chain, or against it, where a description may stand for it.
type trait struct {
	id      string
	example string // the description in square brackets goes to the name in them
	weight  int
	holds   func(*reading) bool
}

// enough is the least score with which a description stands for a chain, and margin is how far the
// next best must be behind: a name missing is a lesser fault than a wrong one. A sentence between
// costs 1, up to 20, and twice that where a person was mentioned only once.
const (
	enough = 22
	margin = 3
)

// traits are weighed by hand, on one scale.
var traits = slices.Concat(grounds, nearness)

// grounds are what the noun itself has to do with the chain. One of them must hold.
var grounds = []trait{
	// Who is a senator is called the senator.
	{"desc.told/1", "Senator [Ann Pole] left. It rained. [The senator] said so.", 44, func(d *reading) bool { return d.told == same }},
	{"desc.covers/1", "Striker [Tom Lee] left. It rained. [The player] said so.", 40, func(d *reading) bool { return d.told == covers }},
	// The same nameless one is taken up with the same noun.
	{"desc.taken-up/1", "Rain fell on a dentist. It blew. [The dentist] was ill. It rained. [The dentist] was late.", 30, func(d *reading) bool { return d.takesUp() }},
	// An age is told once, and then stands for whom it was told of.
	{"desc.age/1", "[John Hale], 42, fell. Mary Dunn, 35, saw it. [The 42-year-old] went home.", 60, func(d *reading) bool { return d.ofAge() }},
	// A lead says what somebody is, and the next sentence his name.
	{"desc.lead/1", "Rain fell\n\n[A pub landlord] has said beer costs too much.\n\n[Ann Pole] said pubs would shut.", 70, func(d *reading) bool { return d.c == d.new }},
	// Before the text names him, a headline says what its main speaker is.
	{"desc.speaker/1", "[An ex-teacher] has said it is late.\n\nRain fell. It blew. It was cold.\n\n[Ann Pole] said she was sad. It is dark, Ann Pole said.", 40, func(d *reading) bool { return d.isSpeaker() }},
	// Who alone has just spoken is called by something new.
	{"desc.goes-on/1", "It is late, [Ann Pole] said. “It is cold,” [the founder] of the choir said.", 26, func(d *reading) bool { return d.c == d.goes && d.told == untold && d.isNew() }},
	// Whom an article is about, and who acted last, is called by ever new nouns.
	{"desc.hero/1", "It is late, singer [Ann Pole] said. It was cold, Mary Hale said. It is dark, Ann Pole said. Ann Pole agreed. It was cold, [the farmer] said.", 2, func(d *reading) bool { return d.isHero() }},
	// Who alone acted last is called by what he is besides.
	{"desc.alone/1", "Baker [Ann Pole] sang. “It is cold,” [the young dancer] said.", 20, func(d *reading) bool { return d.isAlone() }},
	// Who is in the news is called by what he is, which readers know.
	{"desc.fame/1", "[Ann Pole] sang. It rained. Ann Pole wept. It blew. It was cold. “It is late,” [the novelist] said.", 22, func(d *reading) bool { return d.isCentral() }},
	// The man, the 29-year-old: anyone whom the last sentences name.
	{"desc.anyone/1", "[John Hale] fell. [The man] was late.", 24, func(d *reading) bool { return d.told == untold && d.isAnyone() }},
	// A body is called by its kind, or by a word of its name.
	{"desc.kind/1", "Snow fell on [Velmo University]. [The university] was late.", 36, func(d *reading) bool { return d.s.what == organisation && d.told == untold && d.ofKind() }},
	// A body of which the lists know nothing may be a company.
	{"desc.company/1", "Snow fell on [Kestrel Motors Ltd]. [The firm] was late.", 26, func(d *reading) bool { return d.s.what == organisation && d.told == untold && d.isCompany() }},
	// Who has just acted is called a group.
	{"desc.body/1", "[Harland Watch] left on Monday. [The association] said it was cold.", 20, func(d *reading) bool { return d.s.what == organisation && d.told == untold && d.isBody() }},
	// Its spokesman calls it by what it is.
	{"desc.own-body/1", "A spokesman for [Velmo Lighthouse Inc.] said [the charity] was sorry.", 40, func(d *reading) bool { return d.s.what == organisation && d.speaksFor() }},
	// A body without a name was called by a noun for the same.
	{"desc.same-sort/1", "[A rival firm] has left. It sank. [The company] was late.", 24, func(d *reading) bool { return d.s.what == organisation && d.ch.names == 0 && d.sameSort() }},
	// A region of a state, a city.
	{"desc.place/1", "Snow fell on [Norway]. [The country] is cold.", 26, func(d *reading) bool { return d.isPlace() }},
}

// fame is the place of the ground that tells no role: what readers know is not said of him.
var fame = slices.IndexFunc(grounds, func(t trait) bool { return t.id == "desc.fame/1" })

// nearness is who is near to mind.
var nearness = []trait{
	// "The Harland man" is of Harland.
	{"desc.words/1", "Port boss [Ann Pole] left. Ann Pole slept. Town boss Mary Hale sang. [The port boss] was late.", 12, func(d *reading) bool { return d.word && d.told >= covers }},
	// Whom an article names much it calls by many nouns.
	{"desc.most/1", "It is late, singer [Ann Pole] said. It was cold, Mary Hale said. It is dark, Ann Pole said. Ann Pole agreed. It was cold, [the farmer] said.", 6, func(d *reading) bool { return d.c == d.r.most[d.s.what] }},
	// Who has spoken goes on speaking.
	{"desc.spoke/1", "It is late, singer [Ann Pole] said. It was cold, Mary Hale said. It is dark, Ann Pole said. Ann Pole agreed. It was cold, [the farmer] said.", 6, func(d *reading) bool { return d.m.source >= 0 && (d.ch.spoke || d.c == d.r.teller) }},
	// The last of its kind, and the last that did something, are nearest to mind.
	{"desc.last/1", "Snow fell on [John Hale]. It rained. [The man] was late.", 4, func(d *reading) bool { return d.c == d.last }},
	{"desc.last-subject/1", "Senator [Ann Pole] met Senator Mary Hale. [The senator] was late.", 8, func(d *reading) bool { return d.c == d.did }},
	// What is said only later is known to the writer, not yet to the reader.
	{"desc.ahead/1", "Snow fell on Senator [Ann Pole]. It rained. It blew. [The senator] was late. Senator Mary Hale left.", -8, func(d *reading) bool { return d.far < 0 }},
	// He or she shows of whom the sentence is.
	{"desc.gender/1", "Senator Ann Pole met Senator [Carl Brandt]. [The senator] said he was late.", -14, func(d *reading) bool { return !agrees(d.ch.Gender, d.he) }},
}

// pick reads description k in sense s: c is the chain that it stands for, the one with the best score,
// where it is enough and no other comes near; -1 if there is none.
func (r *resolver) pick(k int, s *nounSense) (p picked) {
	m := &r.mentions[k]
	p = picked{c: -1, next: -1, score: enough - 1}
	definite := r.definite(m) && (s.what == person || !r.holdsName(m)) || r.isKin(m.first, m.head)
	if !definite && (m.plural || m.quote >= 0) {
		return p
	}
	d := &reading{r: r, k: k, m: m, s: s, p: r.phrase(m), he: r.genderIn(k), new: r.nextNamed(k), goes: -1, last: -1, did: -1, outer: -1, teller: -1}
	for j := k - 1; j >= max(0, k-60) && d.teller < 0; j-- {
		if a := &r.mentions[j]; a.chain >= 0 && a.what == s.what && a.quote < 0 && !(a.form == named && r.isCredit(a)) {
			if d.last < 0 && d.did < 0 && r.chains[a.chain].names > 0 {
				d.last = a.chain
			}
			if d.outer < 0 && a.content < 0 && r.chains[a.chain].names > 0 {
				d.outer = a.chain
			}
			if a.role == subject || a.source >= 0 {
				if d.did < 0 {
					d.did = a.chain
				}
				if a.content < 0 {
					d.teller = a.chain
				}
			}
		}
	}
	if definite && s.what == person {
		d.goes = r.goesOn(k)
	}
	for c := len(r.chains) - 1; c >= r.oldest(); c-- {
		if d.at(c); !definite && !d.introduced() && c != r.topic || !d.allowed() {
			continue
		}
		switch score, held := d.score(); {
		case score > p.score:
			p = picked{c, d.told, p.c, score, p.score, held, p.held}
		case p.next < 0 && p.c >= 0 || score > p.against:
			p.next, p.against, p.nextHeld = c, score, held
		}
	}
	if p.next >= 0 && p.score-p.against < margin {
		p.c = -1
	}
	return p
}

// A picked is the outcome of a choice: the best chain and the second best, -1 for none.
type picked struct {
	c              int
	told           told
	next           int
	score, against int
	held, nextHeld uint64 // traits that held
}

// settleOn puts description k into the chain picked for it, with what it tells anew.
func (r *resolver) settleOn(k int, p *picked) {
	m, ch := &r.mentions[k], &r.chains[p.c]
	c := extract.Choice{Span: r.spanOf(k), Rule: "coref.description/1", By: r.spanOf(ch.last), Score: p.score, Held: p.held}
	if p.next >= 0 {
		c.Next, c.Against, c.NextHeld = r.spanOf(r.chains[p.next].last), p.against, p.nextHeld
	}
	r.d.Choices = append(r.d.Choices, c)
	r.join(k, p.c)
	if p.told != untold || anyone[r.norm(m.head)] || isAged(&r.d.Tokens[m.head]) || m.what != person || ch.names == 0 || len(ch.titles) >= 12 {
		return
	}
	ch.titles = append(ch.titles, title{m.first, r.phrase(m), -1})
	if first := m.first; p.held&(1<<len(grounds)-1) != 1<<fame && (ch.Role == "" || ch.roleStrength == 1) && m.entity < 0 && !r.v.noRoles[r.norm(m.head)] { // but not the Serb
		if x := r.d.Tokens[first].XPOS; x == "DT" || x == "PRP$" {
			first++
		}
		last := m.last
		if n := len(strings.Fields(r.phrase(m).words)) - (m.last - m.first); r.norm(last) == "of" && n > 1 {
			last += n // head of the port
		} else if r.norm(last) == "and" && last+1 < len(r.d.Tokens) {
			last += 2 // an actor and comedian
		}
		ch.Role, ch.roleStrength = r.text(first, last), 0
	}
}

// at turns the reading to chain c.
func (d *reading) at(c int) {
	d.c, d.ch = c, &d.r.chains[c]
	d.a = &d.r.mentions[d.ch.last]
	d.far = d.m.sentence - d.a.sentence
	if b := d.ch.body - 1; b > d.k && (d.ch.seen == 0 || d.r.d.Sentences[d.a.sentence].Number == 0) {
		d.a = &d.r.mentions[b]
		d.far = min(-1, d.m.sentence-d.a.sentence)
	}
	d.told, d.word = untold, false
}

// introduced reports a chain that the body has not mentioned yet, as an indefinite description brings
// in whom the text names soon: "A barrister told the court ..."
func (d *reading) introduced() bool {
	return d.far < 0 && d.r.d.Sentences[d.m.sentence].Number <= leadEnd
}

// reachBack is how many sentences back a description may look, and reachAhead how many on.
const (
	reachBack  = 60
	reachAhead = 12
)

// allowed reports whether nothing rules the chain out, and reads its titles.
func (d *reading) allowed() bool {
	r, m, ch := d.r, d.m, d.ch
	site := ch.what == place && ch.ISO == "" && d.s.what == organisation && hasWord(ch.Name, d.s.single) // Velmo Airport, which speaks
	if ch.what != d.s.what && !site || d.far > reachBack || d.far < -reachAhead ||
		ch.Plural != m.plural && ch.what == person || m.plural && ch.what != person || !agrees(ch.Gender, d.s.gender) {
		return false
	}
	if ch.what == place && !site {
		return ch.ISO != "" && !r.restricted(m) && d.far >= 0
	}
	if r.aged(m) && ch.age != "" {
		return d.ofAge()
	}
	d.tell()
	if d.far < -2 && len(d.p.names) == 0 && r.d.Sentences[m.sentence].Number > leadEnd {
		return false // what is said only much later
	}
	if d.c == d.new || d.isSpeaker() {
		return d.told != against && !d.namedBeside() && agrees(d.ch.Gender, d.he)
	}
	if d.takesUp() && !r.identified(m) {
		return r.sameNoun(m, d.lastNoun())
	}
	if r.office(&d.p, "other") != "" || d.told == against || r.identified(m) || r.restricted(m) && (d.s.what != person || d.far < 0 && d.told == untold) {
		return false
	}
	return !d.namedBeside()
}

// namedBeside reports whether the sentence goes on to name the chain: nobody calls himself so, but of a firm others speak by its name,
// “The firm denied that Harland's chief had left.”
func (d *reading) namedBeside() bool {
	for j := d.k + 1; j < len(d.r.mentions) && d.r.mentions[j].sentence == d.m.sentence; j++ {
		if a := &d.r.mentions[j]; a.form == named && a.chain == d.c && !(a.owner && d.m.head <= d.m.first+1 && (d.ofKind() || d.isCompany())) {
			return true
		}
	}
	return false
}

// tell reads what titles and appositions say of the chain.
func (d *reading) tell() {
	r, m, kin := d.r, d.m, d.r.isKin(d.m.first, d.m.head)
	rival := false
	for i := range d.ch.titles {
		t := &d.ch.titles[i]
		q := &t.portrait
		if strings.TrimSpace(q.heads) == "" {
			continue // Sir Tom Hale
		}
		how := untold
		if strings.Contains(q.heads, " "+d.s.single+" ") {
			how = same
		} else if r.covered(d.s.single, q) {
			how = covers
		}
		switch ahead := t.first > m.first; {
		case strings.Contains(q.words, " fellow "), d.c == d.new && r.d.SentenceAt(r.d.Tokens[t.first].Start) > d.a.sentence: // as somebody else is, or told only later
			how = untold
		case how == untold:
			rival = rival || d.c == d.new && r.holds(q) && !r.v.office["common"][d.s.single] && (r.office(&d.p, "past") != r.office(q, "past") || r.office(&d.p, "field") != "" && !strings.Contains(d.p.words, " of ")) || d.c != d.new && r.v.offices[d.s.single] && (r.holds(q) || r.office(&d.p, "head") != "" || heading[d.s.single] && !r.isCommon(q)) || !r.v.office["common"][d.s.single] && !r.isCommon(q) && r.differ(d.p.names, q.names)
		case ahead && d.ch.what == person && d.c != d.new && !r.tellsAll(m, q): // what the text says of him only later
			how = untold
		case kin && (ahead || r.ownerAt(t.kin) != r.ownerAt(m.first)):
			rival = true
		case d.ch.what == person && (!r.sameOffice(&d.p, q) || !r.sameField(&d.p, q) || isNoun(r.d.Tokens[m.first].XPOS) && !r.modified(m, q, "PROPN") || r.v.office["court"][d.s.single] && !r.modified(m, q, "NOUN", "PROPN")):
			rival = true
		case how == same && ahead && d.far >= 0: // who was named without it
			d.told = max(d.told, covers)
		default:
			d.told = max(d.told, how)
		}
		for j := m.first; j < m.head && how != untold; j++ {
			d.word = d.word || r.d.Tokens[j].UPOS != "DET" && strings.Contains(q.words, " "+r.norm(j)+" ")
		}
	}
	if kin && d.told == untold && !rival && d.isOnlyNamesake() {
		d.told = covers
	}
	if d.told == untold && (rival || kin) {
		d.told = against
	}
}

// isOnlyNamesake reports the only other person with the surname of him whose relative the description
// is, where the text says of neither what else he is to him: Ann Pole, her father and Ian Pole.
func (d *reading) isOnlyNamesake() bool {
	r, own := d.r, d.r.ownerAt(d.m.first)
	if own < 0 || own == d.c || d.ch.names == 0 || d.ch.Gender == "" || r.chains[own].names == 0 || slices.ContainsFunc(d.ch.titles, func(t title) bool { return t.kin >= 0 }) {
		return false
	}
	last, others := surname(r.chains[own].Name), 0
	if surname(d.ch.Name) != last || !strings.Contains(d.ch.Name, " ") {
		return false
	}
	for c := r.oldest(); c < len(r.chains); c++ {
		if ch := &r.chains[c]; ch.what == person && ch.names > 0 && c != own && strings.Contains(ch.Name, " ") && surname(ch.Name) == last {
			others++
		}
	}
	return others == 1
}

// score adds the traits that hold.
func (d *reading) score() (score int, held uint64) {
	score = -min(max(d.far, 0), 20)
	if d.ch.seen == 1 && d.s.what == person {
		score *= 2
	}
	for i := range traits {
		if traits[i].holds(d) {
			score += traits[i].weight
			held |= 1 << i
		}
	}
	if held&(1<<len(grounds)-1) == 0 {
		return 0, 0
	}
	return score, held
}
