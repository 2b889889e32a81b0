package coref

import "github.com/claimwire/claimwire/extract"

// A pair is a pronoun and a mention that it may stand for.
type pair struct {
	r    *resolver
	m, a *mention // the pronoun, and what is before it
	p    *pronounSense
	far  int // sentences between

	opens bool // the sentence of the pronoun speaks of nobody else before it whom it may mean

	others [8]int // chains that the pronoun cannot be in
	known  int    // how many they are
}

// A preference speaks for a mention, or against it: its weight is added to the score
// of all mentions that it holds for.
type preference struct {
	id      string
	example string // the pronoun in square brackets goes to the name in them
	weight  int
	holds   func(*pair) bool
}

// preferences are weighed by hand, on one scale with distance: a word between costs
// 1, up to 20, and the sentence before 6 more. Preferences of one kind stand together.
var preferences = []preference{
	// A clause is about its subject, which the next one takes up.
	{"coref.subject/1", "[Ann Pole] called Mary Hale and [she] was rude.", 12, func(c *pair) bool { return c.a.role == subject }},
	// Whom a sentence turns to, it goes on about.
	{"coref.as-for/1", "“It is late,” Mary Hale said. As for [Ann Pole], [she] slept.", 50, func(c *pair) bool {
		return c.far == 0 && c.r.norm(c.a.first-1) == "for" && c.r.norm(c.a.first-2) == "as"
	}},
	// What hangs on a preposition is a circumstance.
	{"coref.governed/1", "They met [Ann Pole] after Mary Hale. [She] was rude.", -8, func(c *pair) bool { return c.a.governed && c.a.source < 0 }},
	// A sentence goes on about the subject of the one before.
	{"coref.parallel/1", "[Ann Pole] quite late one evening in the cold of May met Mary Hale. [She] was rude.", 4, func(c *pair) bool { return c.far > 0 && c.m.role == subject && c.a.role == subject }},
	// What one owns, one does something with.
	{"coref.possessive/1", "[Ann Pole] quite late one evening in the cold of May met Mary Hale in [her] house.", 12, func(c *pair) bool { return c.far == 0 && c.a.role == subject && (c.p.possessive || c.m.owner) }},
	// A reflexive goes back to the subject of its clause, by the rules of grammar.
	{"coref.reflexive/1", "[Ann Pole] quite late one evening in the long cold winter called Mary Hale and hurt [herself].", 20, func(c *pair) bool {
		return c.far == 0 && c.p.reflexive && c.a.role == subject && c.r.sameVerb(c.a, c.m)
	}},
	// A pronoun goes on meaning what it meant.
	{"coref.same-pronoun/1", "[Ann Pole] left. We met her and then we met Mary Hale. We liked [her].", 6, func(c *pair) bool {
		return c.a.form == pronoun && c.r.norm(c.a.head) == c.r.norm(c.m.head)
	}},
	// A new paragraph is about somebody else.
	{"coref.paragraph/1", "Ann Pole came.\n\nThe town met [Mary Hale] at the foot of the hill beside the bridge that leads over the small river to the old mill. [She] was rude.", 10, func(c *pair) bool {
		return c.r.d.Sentences[c.m.sentence].Paragraph == c.r.d.Sentences[c.a.sentence].Paragraph
	}},
	// A name that tells its gender is surer than one that may be of either.
	{"coref.gender/1", "They met [Ann Pole] and Zork Blorb. [She] was rude.", 15, func(c *pair) bool { return c.p.animate && c.r.genderOf(c.a) != "" }},
	// He is evidence that a name is a person's; but one that is known to be goes first.
	{"coref.doubt/1", "They met [Zork Blorb], then they met Quux. [He] was rude.", -15, func(c *pair) bool { return c.p.animate && c.a.what != person }},

	// They are people before they are things.
	{"coref.people/1", "We spoke with [workers] on the cold quay of the old port near the ships. [They] were late.", 18, func(c *pair) bool { return c.p.plural && c.a.plural && c.a.what == person }},
	{"coref.things/1", "[Harland Inc.] has for many years now sold boats. [They] fell apart.", -8, func(c *pair) bool { return c.p.plural && c.a.plural && c.a.what == thing }},
	// One body, or one person, is called they only where nothing plural is near.
	{"coref.they-one/1", "The boats had late on Monday left Harland Inc. [They] were late.", -10, func(c *pair) bool { return c.p.plural && !c.a.plural && c.a.form != pronoun }},
	{"coref.it-place/1", "[Harland Inc.] had quite late one evening in the long and cold winter of that year quit Norway. [It] was late.", -14, func(c *pair) bool { return c.p.neuter && c.a.what == place }},
	// It is as often a thing as a body; a name must be very near to be taken for it.
	{"coref.it-thing/1", "Harland Inc. had quite late one evening in the cold of May sold a ship. [It] sank.", 4, func(c *pair) bool { return c.p.neuter && c.a.what == thing }},
	// What finds and shows is a writing before it is who made it.
	{"coref.findings/1", "The council had late on Monday published [a report]. [It] found the dam leaked.", 30, func(c *pair) bool {
		return c.p.neuter && (c.a.what == thing || c.a.what == organisation && c.a.form == noun) && c.m.source >= 0 && c.m.verb >= 0 && findings[c.r.d.Tokens[c.m.verb].Lemma] && c.r.v.documents[c.r.norm(c.a.head)]
	}},
	// Those who think and speak are people, or bodies of people.
	{"coref.mind/1", "[Harland Inc.] had quite late one evening in the cold of May sold a ship. [It] said so.", -10, func(c *pair) bool {
		return (c.a.what == thing || c.a.what == place) && c.minds()
	}},

	// Who speaks goes on speaking; whom he speaks of does not take over.
	{"coref.speaker/1", "Ann Pole met Mary Hale. “It is late,” said [Pole] as Hale left. “It is done,” [she] said.", 21, func(c *pair) bool { return c.m.source >= 0 && c.a.source >= 0 && c.m.content == c.a.content }},
	{"coref.reported/1", "They saw Ann Pole and Mary Hale. It rained.\n\nAnn Pole slept. [She] left as the town said Mary Hale was late. “It is done,” [she] said.", -14, func(c *pair) bool {
		return c.m.source >= 0 && c.m.quote < 0 && c.a.content >= 0 && c.a.content != c.m.content
	}},
	// An owner is named for what he owns.
	{"coref.owner/1", "They saw [Ann Pole] and Mary Hale’s house. “Late,” [she] said.", -10, func(c *pair) bool { return c.m.source >= 0 && c.a.owner && c.far > 0 }},
	// Who speaks speaks of himself.
	{"coref.own-words/1", "[Ann Pole], whom Mary Hale had met, told the town [she] was late.", 10, func(c *pair) bool {
		return c.m.content >= 0 && c.a.source == c.m.content && (c.r.opensContent(c.m) || c.m.source >= 0 && c.p.animate)
	}},
	// Somebody without a name, of whom others only speak, speaks less often.
	{"coref.nameless/1", "They saw [Ann Pole] and met the old woman. “Late,” [she] said.", -12, (*pair).isNameless},
	// Whom a sentence introduces, the next one hears.
	{"coref.introduced/1", "Ann Pole had late on Monday met the lawyer [Mary Hale]. Eve Lee’s house was cold, [she] said.", 8, func(c *pair) bool { return c.m.source >= 0 && c.far <= 1 && c.r.introduces(c.a) }},
	// Whom the sentence before is about, by name, takes the word from who spoke before.
	{"coref.turn/1", "“It is late,” Ann Pole said. “It is dark,” Pole said. “It is cold,” Pole said. “It is wet,” she said. “It is grey,” she said. She left.\n\nSince May [Mary Hale] has slept and stirred the town with what the crowd of men on the quay saw.\n\n“It is over,” [she] said.", 10, (*pair).takesTurn},
	// And the more so whom its main clause is about.
	{"coref.presented/1", "Mary Hale met Tom Lee. Hale said it was late. The song was made by [Ann Pole]. “It is done,” [she] said.", 20, func(c *pair) bool {
		return c.m.source >= 0 && c.p.animate && (c.far == 1 && c.opens || c.far == 0 && c.a.role == subject) && c.r.isPresented(c.a)
	}},
	// An article goes on about whom its headline names.
	{"coref.headline/1", "Ann Pole: A short guide\n\nThey met [Ann Pole] and Mary Hale. [She] was rude.", 12, func(c *pair) bool {
		return c.p.animate && c.a.chain >= 0 && c.a.chain == c.r.topic && c.m.quote < 0
	}},
	// The mother of whom the text is about is mentioned in passing.
	{"coref.kin/1", "[Ann Pole] left quite late. Her mother was old. [She] was rude.", -20, func(c *pair) bool {
		return c.p.animate && c.far > 0 && c.a.form == noun && c.r.d.Tokens[c.a.first].XPOS == "PRP$"
	}},
	// Whoever is asked, answers.
	{"coref.asked/1", "“Is it late?” Ann Pole asked [Mary Hale]. “It is,” [she] said.", 60, func(c *pair) bool {
		return c.m.source >= 0 && c.r.asked[c.a.head] && c.far <= 3
	}},
}

// findings are verbs of what a study or a report does.
var findings = map[string]bool{"find": true, "show": true, "reveal": true, "recommend": true, "suggest": true}

// opensContent reports whether the mention is the first word of what is reported.
func (r *resolver) opensContent(m *mention) bool {
	at := &r.d.Attributions[m.content]
	return len(at.Content) > 0 && at.Content[0].Start == r.d.Tokens[m.first].Start
}

// introduces reports the first mention of a name, with what its bearer is.
func (r *resolver) introduces(a *mention) bool {
	return r.isFirst(a) && r.d.Entities[a.entity].Role != ""
}

// isFirst reports the first mention of a name.
func (r *resolver) isFirst(a *mention) bool {
	return a.form == named && a.chain >= 0 && r.mentions[r.chains[a.chain].first].first == a.first
}

// isPresented reports the first mention of a name in a main clause, as its subject, as who does what it
// says in the passive, or as one met: "The film was made by Ann Pole", "we met Ann Pole".
func (r *resolver) isPresented(a *mention) bool {
	n := r.first(r.besides(a))
	if n < 0 || a.owner || a.what != person || !r.isFirst(a) || r.d.Clauses[r.d.Nouns[n].Clause].Kind != extract.MainClause {
		return false
	}
	if a.governed {
		return r.isAgent(a)
	}
	if a.role == subject && r.hasObject(a) {
		return false // Ann Pole replaced Mary Hale
	}
	return a.role == subject || a.source >= 0 || a.verb >= 0 && presenting[r.d.Tokens[a.verb].Lemma]
}

// isNameless reports somebody without a name, neither heard so far nor the subject of the same sentence.
func (c *pair) isNameless() bool {
	if c.m.source < 0 || !c.p.animate || c.a.form == named || c.a.source >= 0 || c.a.role == subject && c.far == 0 {
		return false
	}
	if c.a.chain < 0 {
		return true
	}
	ch := &c.r.chains[c.a.chain]
	return ch.names == 0 && (c.a.form == noun || !ch.spoke)
}

// takesTurn reports the subject of the sentence before, by name, where that of the pronoun names nobody before it.
func (c *pair) takesTurn() bool {
	if c.m.source < 0 || c.m.content >= 0 || !c.p.animate || !c.opens || c.far != 1 {
		return false
	}
	a := c.a
	return a.form == named && a.what == person && a.role == subject && a.content < 0 && a.quote < 0 && !c.r.hasObject(a)
}

// hasObject reports whether the verb of a name that is new and a subject has another name of a person as its object.
func (r *resolver) hasObject(a *mention) bool {
	for k := r.chains[a.chain].first + 1; k < len(r.mentions) && r.mentions[k].sentence == a.sentence; k++ {
		if b := &r.mentions[k]; b.form == named && b.role == object && b.what == person && b.verb == a.verb {
			return true
		}
	}
	return false
}

// presenting are verbs that bring in whom they have as their object.
var presenting = map[string]bool{"be": true, "include": true, "meet": true, "feature": true}

// isAgent reports who does what a passive says, or whom somebody has spoken to: echoed by | Ann Pole.
func (r *resolver) isAgent(a *mention) bool {
	b := r.before(a)
	if b < 1 {
		return false
	}
	switch t := &r.d.Tokens[b-1]; r.norm(b) {
	case "by":
		return t.XPOS == "VBN"
	case "to", "with":
		return extract.OneOf(t.Lemma, "speak", "talk", "catch")
	}
	return false
}

// minds reports a pronoun whose verb takes a subject with a mind.
func (c *pair) minds() bool {
	return c.m.role == subject && c.m.verb >= 0 && c.r.v.mental[c.r.d.Tokens[c.m.verb].Lemma]
}

// genderOf is the gender of a mention, by itself or by its chain.
func (r *resolver) genderOf(a *mention) string {
	if a.gender == "" && a.chain >= 0 {
		return r.chains[a.chain].Gender
	}
	return a.gender
}
