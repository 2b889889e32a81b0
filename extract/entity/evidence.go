package entity

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Evidence is what the words of a name, and those around it, say about its kind.
type evidence struct {
	id      string
	example string // the name in brackets
	kind    kind
	weight  int
	around  pattern                       // what stands around the name
	when    func(r *reader, n *name) bool // what else has to hold, or nil
}

// holds reports whether all that the row asks for is there.
func (e *evidence) holds(r *reader, n *name) bool {
	return e.around.Around(r, r.d.Tokens, 0, len(r.d.Tokens), n.first, n.last) && (e.when == nil || e.when(r, n))
}

// rules are weighed for every name whose kind is not sure; the weights of all that
// match are added up, over all mentions of the same name.
var rules = []evidence{
	{"ent.given-first/1", "It was [Mary Quillfeather] again.", person, 6, pattern{}, func(r *reader, n *name) bool { return n.last > n.first+1 && r.words[n.first].is(given) }},
	{"ent.family-last/1", "It was [Zork Smith] again.", person, 3, pattern{}, func(r *reader, n *name) bool { return n.last > n.first+1 && r.words[n.last-1].is(family) }},
	{"ent.one-name/1", "It was [Smith] again.", person, 2, pattern{}, func(r *reader, n *name) bool { return n.last == n.first+1 && r.words[n.first].is(given|family) }},
	{"ent.hyphen-name/1", "They saw [Cho Tae-yong] there.", person, 4, pattern{}, (*reader).hyphenName},
	{"ent.two-words/1", "They saw [Zork Blorb] there.", person, 2, pattern{}, func(r *reader, n *name) bool { return n.last-n.first >= 2 && n.last-n.first <= 3 && r.plainCase(n) }},
	{"ent.particle/1", "They saw [Zork van Blorb] there.", person, 3, pattern{}, (*reader).particled},
	{"ent.initial/1", "They saw [Zork B. Blorb] there.", person, 4, pattern{}, (*reader).hasInitial},
	{"ent.says/1", "[Zork] said it was late.", person, 3, at("_ <speaks>"), nil},
	{"ent.said-by/1", "It is late, said [Zork].", person, 3, at("<speaks> _ {!<acts>}"), nil},
	{"ent.role-before/1", "The spokesman [Zork] left.", person, 6, pattern{}, func(r *reader, n *name) bool { return r.roleBefore(n) }},
	{"ent.people-before/1", "Welshman [Zork Blorb] left.", person, 8, pattern{}, func(r *reader, n *name) bool {
		before := r.norm(n.first - 1)
		return (strings.HasSuffix(before, "man") || strings.HasSuffix(before, "woman")) && r.at(n.first-1).capitalised() && n.last > n.first+1
	}},
	{"ent.relative/1", "His sister, [Zork Blorb], left.", person, 6, at("#PRP$|#POS <relative> , _"), nil},
	{"ent.age/1", "[Zork Blorb], 34, left.", person, 8, pattern{}, (*reader).aged},
	{"ent.who/1", "[Zork], who left.", person, 4, at("_ ,? who"), func(r *reader, n *name) bool {
		of := n.first > 1 && r.norm(n.first-1) == "of" && r.at(n.first-2).capitalised() // Ann Pole of | Zork, who
		return r.norm(n.last) == "who" || !of
	}},
	{"ent.by/1", "A book by [Zork Blorb] came out.", person, 1, at("by _"), nil},
	{"ent.acts/1", "[Zork] smiled.", person, 1, at("_ #VBD|#VBZ"), nil},
	{"ent.from/1", "[Zork Blorb] (France) won.", person, 7, pattern{}, (*reader).representing},
	{"ent.role-after/1", "[Zork Blorb], a lawyer, left.", person, 3, pattern{}, (*reader).describedPerson},
	{"ent.role-after/2", "[Zork Strategies], a lawyer, left.", person, 5, pattern{}, func(r *reader, n *name) bool {
		return r.describedPerson(n) && !ownsBodies[r.norm(r.describing(n))]
	}},

	{"ent.caps/1", "The [ZRK] met.", organisation, 4, pattern{}, (*reader).acronym},
	{"ent.caps-says/1", "[ZRK] said it was late.", organisation, 2, at("_ <speaks>"), func(r *reader, n *name) bool {
		return r.acronym(n) && !r.words[n.first].is(title)
	}},
	{"ent.common-last/1", "It was [Zork Strategies] again.", organisation, 4, pattern{}, (*reader).commonLast},
	{"ent.common-last/2", "It was [Zork Insight] again.", organisation, 3, pattern{}, func(r *reader, n *name) bool { // Yun Song is somebody
		return r.commonLast(n) && r.d.Tokens[n.last-1].Len() > 5
	}},
	{"ent.caps-first/1", "It was [ZRK Blorb Frums] again.", organisation, 3, pattern{}, func(r *reader, n *name) bool {
		return n.last > n.first+1 && r.words[n.first].caps() && !r.words[n.last-1].caps() && r.d.Tokens[n.first].Len() < 6 && !r.initial(n.first)
	}},
	{"ent.event/1", "They read the [Constitution] again.", other, 5, at("the _"), func(r *reader, n *name) bool {
		return n.last == n.first+1 && r.words[n.first].is(eventHead) && !r.words[n.first].is(given|family)
	}},
	{"ent.event-lead/1", "They spoke of [Brexit] again.", other, 6, pattern{}, func(r *reader, n *name) bool {
		return n.last == n.first+1 && r.words[n.first].is(eventLead) && !r.words[n.first].is(given|family)
	}},
	{"ent.band/1", "The rock band [Mary Blorb] said so.", organisation, 12, pattern{}, (*reader).bandBefore},
	{"ent.common-plural/1", "It was [Zork Records] again.", organisation, 4, pattern{}, func(r *reader, n *name) bool {
		one, plural := strings.CutSuffix(r.norm(n.last-1), "s")
		return plural && r.commonLast(n) && r.g.words.Get(one)&usual != 0
	}},
	{"ent.firm-before/1", "The firm [Zork] closed.", organisation, 9, pattern{}, func(r *reader, n *name) bool {
		return (r.at(n.first-1).is(bodyNoun) || bands[r.norm(n.first-1)] || namesBodies[r.norm(n.first-2)] == r.norm(n.first-1) && n.first > 1) && !r.at(n.first-1).capitalised() && isNoun(r.d.Tokens[n.first-1].XPOS)
	}},
	{"ent.body-after/1", "[Zork Blorb], the country's energy regulator, left.", organisation, 8, pattern{}, (*reader).describedBody},
	{"ent.words-say/1", "Costs rose, [Citizens Advice] said.", organisation, 8, pattern{}, func(r *reader, n *name) bool {
		return n.last > n.first+1 && r.allUsual(n) && (speaks(r.norm(n.last)) || extract.OneOf(r.norm(n.last), "has", "have") && speaks(r.norm(n.last+1)))
	}},
	{"ent.employs/1", "Mary Smith of [Zork Blorb] left.", organisation, 6, pattern{}, func(r *reader, n *name) bool {
		of := r.norm(n.first - 1)
		return (n.last > n.first+1 && (of == "of" || of == "from") || of == "at" && n.entry == nil) && r.at(n.first-2).is(family|given) && r.at(n.first-3).is(given)
	}},
	{"ent.alone/1", "[Zork] said it was late.", organisation, 5, pattern{}, (*reader).alone},
	{"ent.which/1", "[Zork Blorb], which runs the port, left.", organisation, 6, at("{!in} _ ,|<dash> which"), nil},
	{"ent.ampersand/1", "A unit of [Zork & Blorb] closed.", organisation, 6, pattern{}, (*reader).ampersand},
	{"ent.the/1", "The [Zork] met on Monday.", organisation, 2, at("the _"), nil},
	{"ent.the-words/1", "The [Zork Blorb] met on Monday.", organisation, 3, pattern{}, (*reader).articled},
	{"ent.owns-office/1", "[Zork]'s chairman left.", organisation, 3, at("_ 's|' <owned>"), nil},
	{"ent.office-of/1", "The chairman of [Zork] left.", organisation, 3, at("<office> of|at the? _"), nil},
	{"ent.shares/1", "[Zork] shares fell.", organisation, 4, at("_ <company-noun>"), nil},
	{"ent.shares-in/1", "Shares in [Zork] fell.", organisation, 4, at("shares|stake|share|interest|investment|investors|shareholders in|of _"), nil},
	{"ent.beats/1", "[Zork] beat the visitors.", organisation, 2, pattern{}, func(r *reader, n *name) bool { return plays(r.norm(n.last)) || plays(r.norm(n.first-1)) }},
	{"ent.table/1", "[Zork] 3 points, league, season, cup, goals and soccer", organisation, 6, pattern{}, (*reader).tableRow},
	{"ent.spokesman-for/1", "A spokesman for [Zork] left.", organisation, 4, at("<role> for _"), nil},
	{"ent.its/1", "[Zork] said it would close its doors.", organisation, 2, at("_ <speaks> it"), nil},
	{"ent.mixed-case/1", "They use [ZorkBlorb] there.", organisation, 6, pattern{}, func(r *reader, n *name) bool {
		return n.last == n.first+1 && r.mixed(n.first) && !r.words[n.first].is(given|family)
	}},
	{"ent.mixed-case/2", "They saw [Blorb ZorkFrum] there.", organisation, 6, pattern{}, func(r *reader, n *name) bool { return n.last > n.first+1 && r.mixed(n.last-1) }},
	{"ent.joined/1", "They saw [Z&K Blorb] there.", organisation, 6, pattern{}, func(r *reader, n *name) bool {
		return n.last > n.first+1 && strings.Contains(r.text(n.first, n.last), "&")
	}},
	{"ent.the-body/1", "The [Bank] said so.", organisation, 8, at("the _"), func(r *reader, n *name) bool {
		return n.last == n.first+1 && r.words[n.first].is(orgHead|orgOf|bodyNoun) && !r.words[n.first].is(family)
	}},

	{"ent.town-name/1", "They left [Zork-upon-Blorb] again.", place, 12, pattern{}, (*reader).townName},
	{"ent.in/1", "They met in [Zork] again.", place, 4, at("in _ {!'s|'}"), func(r *reader, n *name) bool { return n.last <= n.first+2 }},
	{"ent.in/2", "They met in [Zork] again.", place, 2, at("in _ {!'s|'}"), func(r *reader, n *name) bool {
		return n.last <= n.first+2 && (n.kind == none || n.kind == place) && r.plainCase(n) && !r.words[n.last-1].is(usual|eventLead)
	}},
	{"ent.dateline/1", "[ZORK] (AP) - It rained there.", place, 8, pattern{}, (*reader).dateline},
	{"ent.near/1", "They met near [Zork] again.", place, 5, at("<near>|<bearing> _"), nil},
	{"ent.to/1", "They went to [Zork] again.", place, 1, at("to|from|at _"), nil},
	{"ent.place-of/1", "The town of [Zork] is small.", place, 6, at("<place-noun> of _"), nil},
	{"ent.ruler-of/1", "The mayor of [Zork] left.", place, 6, at("<ruled> of _"), nil},
	{"ent.place-noun/1", "The [Zork] region is small.", place, 4, at("_ <place-noun>"), nil},
	{"ent.comma-state/1", "They met in Zork, and [Blorb], Texas, again.", place, 5, pattern{}, (*reader).commaState},
	{"ent.occupied/1", "They met in army-occupied [Zork Blorb] again.", place, 12, pattern{}, func(r *reader, n *name) bool { return strings.HasSuffix(r.norm(n.first-1), "-occupied") }},
	{"ent.northern/1", "They met in northern [Zork] again.", place, 5, at("<bearing> _"), nil},
}

// alone reports a name of one word that speaks, but not after what is quoted, and is in no list of people's
// names, nor in a longer name of the article: people are named in full as a rule, or by a pronoun after.
func (r *reader) alone(n *name) bool {
	if n.last > n.first+1 || n.kind != none || r.sport || r.parted[r.norm(n.first)] || !r.speaksOn(n.last) && !(speaks(r.norm(n.first-1)) && r.closed(n.last)) || isArticle(r.norm(n.first-1)) || r.words[n.first].is(given|family|title|role|usual) {
		return false
	}
	s := &r.d.Sentences[n.sentence]
	if first := r.norm(s.First); n.first > s.First && quoteMark(first) {
		return false
	}
	return !extract.AnyToken(n.last, min(s.Last+1, len(r.words)), func(i int) bool { return extract.OneOf(r.norm(i), "he", "she") })
}

// speaksOn reports a verb of saying at token i, or behind the auxiliaries and adverbs there.
func (r *reader) speaksOn(i int) bool {
	for k := i; k < i+4 && k < len(r.words); k++ {
		switch t := &r.d.Tokens[k]; {
		case speaks(t.Norm) || t.Norm == "declined":
			return true
		case !extract.OneOf(t.UPOS, "AUX", "ADV"):
			return false
		}
	}
	return false
}

// townName reports a name of three words joined by hyphens with a small one between, as towns have it.
func (r *reader) townName(n *name) bool {
	part := strings.Split(r.text(n.first, n.last), "-")
	if len(part) < 3 || n.last > n.first+1 {
		return false
	}
	return slices.Contains([]string{"upon", "on", "under", "super", "by", "in", "le", "la", "sur", "am", "next", "the"}, part[1])
}

// bandBefore reports a noun right before a name of several words for what plays, sells or makes
// things: the rock band Mary Blorb, German carmaker Mary Blorb. Not the firm Mary Blorb founded.
func (r *reader) bandBefore(n *name) bool {
	w, norm := r.at(n.first-1), r.norm(n.first-1)
	if w.capitalised() || !bands[norm] || !isNoun(r.d.Tokens[n.first-1].XPOS) {
		return false
	}
	return n.last >= len(r.words) || !finite(r.d.Tokens[n.last].XPOS) || speaks(r.norm(n.last)) || r.d.Tokens[n.last].UPOS == "AUX"
}

// bands are nouns for bodies that bear the names of persons, or names like them.
var bands = map[string]bool{
	"band": true, "group": true, "duo": true, "trio": true, "club": true, "company": true, "firm": true, "carmaker": true, "automaker": true, "chipmaker": true, "drugmaker": true,
	"retailer": true, "airline": true, "lender": true, "insurer": true, "brewer": true, "startup": true, "start-up": true, "manufacturer": true, "charity": true, "label": true, "chain": true, "giant": true, "brand": true,
	"portal": true, "app": true, "platform": true, "website": true, "housebuilder": true, "bookseller": true, "supermarket": true, "orchestra": true, "choir": true, "quartet": true,
}

// mixed reports a word with a capital inside, as no person's name has: ZorkBlorb, not McZork.
func (r *reader) mixed(i int) bool {
	n := r.norm(i)
	if slices.ContainsFunc([]string{"mc", "mac", "de", "di", "la", "le", "van", "o'", "d'", "fitz"}, func(lead string) bool { return strings.HasPrefix(n, lead) }) {
		return false
	}
	return r.words[i].shape&(small|inner) == small|inner && !strings.ContainsAny(n, "-'.")
}

// articled reports a name of several words after the, which people's have only before
// a noun: "the Zork Blorb case".
func (r *reader) articled(n *name) bool {
	return n.last > n.first+1 && r.norm(n.first-1) == "the" && (n.last >= len(r.words) || !isNoun(r.d.Tokens[n.last].XPOS) && r.norm(n.last) != "'s")
}

func (r *reader) at(i int) *word {
	if i < 0 || i >= len(r.words) {
		return &word{}
	}
	return &r.words[i]
}

func (r *reader) hyphenName(n *name) bool {
	for i := n.first; i < n.last; i++ {
		s := r.norm(i)
		if k := strings.IndexByte(s, '-'); k > 0 && k+1 < len(s) && r.words[i].shape == letters|capital|small && n.last > n.first+1 && len(s) < 12 {
			return true
		}
	}
	return false
}

// plainCase reports words that are all written like a name: Zork Blorb.
func (r *reader) plainCase(n *name) bool {
	return !extract.AnyToken(n.first, n.last, func(i int) bool { return r.words[i].shape&^inner != letters|capital|small })
}

func (r *reader) particled(n *name) bool {
	return extract.AnyToken(n.first+1, n.last-1, func(i int) bool { return r.words[i].is(particle) }) || strings.HasPrefix(r.norm(n.last-1), "al-") && n.last > n.first+1
}

func (r *reader) hasInitial(n *name) bool {
	return extract.AnyToken(n.first, n.last-1, func(i int) bool { return r.initial(i) && len(r.norm(i)) == 2 })
}

func speaks(norm string) bool {
	return slices.Contains([]string{"said", "says", "told", "added", "asked", "replied", "wrote", "tweeted", "testified", "recalled", "explained", "argued"}, norm)
}

func (r *reader) roleBefore(n *name) bool {
	w := r.at(n.first - 1)
	return w.is(role|humanNoun) && !ownsBodies[r.norm(n.first-1)] && (!w.capitalised() || w.starts && (strings.Contains(r.norm(n.first-1), "-") || r.words[n.first].is(given))) && !r.words[n.first].is(orgHead) && r.d.Tokens[n.first-1].UPOS != "VERB"
}

// aged reports ", 34," and "(34)" after a name.
func (r *reader) aged(n *name) bool {
	p := r.norm(n.last)
	if p != "," && p != "(" || n.last+2 >= len(r.words) {
		return false
	}
	a, q := r.norm(n.last+1), r.norm(n.last+2)
	return len(a) == 2 && a[0] >= '1' && a[0] <= '9' && a[1] >= '0' && a[1] <= '9' && extract.OneOf(q, ",", ")", ".") && n.last-n.first <= 4
}

// namesBodies are pairs of nouns that stand before the name of a body.
var namesBodies = map[string]string{"auction": "house", "publishing": "house", "fashion": "house", "think": "tank", "trade": "body", "industry": "body", "governing": "body", "exam": "board"}

// describedBody reports an apposition whose head is a noun for a body: "Zork, the region's
// largest lender, ".
func (r *reader) describedBody(n *name) bool {
	if r.norm(n.last) != "," || n.last+2 >= len(r.words) || r.words[n.last+1].capitalised() && r.norm(n.last+2) != "'s" {
		return false
	}
	head := -1
	for i := n.last + 1; i < n.last+10 && i < len(r.words) && r.inPlainPhrase(i); i++ {
		if r.d.Tokens[i].UPOS == "NOUN" {
			head = i
		}
	}
	if head < 0 || !determined(r.d.Tokens[n.last+1].XPOS) && r.norm(n.last+2) != "'s" {
		return false
	}
	next := r.norm(head + 1)
	return r.words[head].is(bodyNoun) && extract.OneOf(next, ",", "of", "for", "in", "that", "which", "based", ".")
}

// inPlainPhrase reports whether token i can be part of a noun phrase without a preposition.
func (r *reader) inPlainPhrase(i int) bool {
	switch t := &r.d.Tokens[i]; t.UPOS {
	case "NOUN", "DET", "ADJ", "NUM", "PROPN", "PART", "PRON":
		return true
	default:
		return extract.OneOf(t.XPOS, "RBS", "VBG", "VBN")
	}
}

func determined(xpos string) bool { return xpos == "DT" || xpos == "PRP$" }

// describedPerson reports an apposition whose head is a role.
func (r *reader) describedPerson(n *name) bool { return r.describing(n) >= 0 }

// describing is the role that heads an apposition to a name; -1 without one.
func (r *reader) describing(n *name) int {
	if r.norm(n.last) != "," || r.describedBody(n) {
		return -1
	}
	for i := n.last + 1; i < n.last+7 && i < len(r.words); i++ {
		switch {
		case r.words[i].is(role) && !r.words[i].capitalised() && i+1 < len(r.words) && isNoun(r.d.Tokens[i+1].XPOS) && !r.words[i+1].is(role|humanNoun):
			// the player agency
		case (r.words[i].is(role) || r.words[i].is(humanNoun) && isNoun(r.d.Tokens[i].XPOS)) && !r.words[i].capitalised(), r.words[i].is(initialism) && r.words[i].is(title): // Zork Blorb, Labour MP
			return i
		case r.words[i].shape&letters == 0 || extract.OneOf(r.d.Tokens[i].UPOS, "ADP", "VERB"):
			return -1
		}
	}
	return -1
}

func (r *reader) acronym(n *name) bool {
	return n.last == n.first+1 && r.words[n.first].caps() && r.d.Tokens[n.first].Len() <= 6
}

func (r *reader) ampersand(n *name) bool {
	return extract.AnyToken(n.first+1, n.last-1, func(i int) bool { return r.norm(i) == "&" })
}

// ownedNouns are what a company or a side owns: Zork's | chairman.
var ownedNouns = lexicon.SetOf("chairman", "chief", "ceo", "president", "board", "director", "boss", "website", "app", "shares", "stock", "shareholders", "profit", "profits", "earnings", "revenue", "sales",
	"spokesman", "spokeswoman", "headquarters", "coach", "manager", "captain", "goalkeeper", "striker", "defender", "investors", "customers", "employees", "quarterly", "annual", "founder", "owner")

// officeNouns are what "of" and a company follow: chairman of | Zork.
var officeNouns = lexicon.SetOf("chairman", "chief", "ceo", "director", "head", "founder", "officer", "executive", "unit", "subsidiary", "member", "members", "owner", "employee", "analyst", "economist", "shares", "leader")

// companyNouns stand behind the name of a company or a side: Zork | shares.
var companyNouns = lexicon.SetOf("shares", "stock", "shareholders", "executives", "executive", "spokesman", "spokeswoman", "ceo", "chairman", "employees", "customers", "unit",
	"subsidiary", "analyst", "economist", "players", "fans", "coach", "striker", "midfielder", "defender", "goalkeeper", "captain", "quarterback",
	"manager")

func plays(norm string) bool {
	return slices.Contains([]string{"beat", "beats", "thrashed", "edged", "v", "vs", "vs.", "versus", "hosted", "hosts", "defeated", "routed", "outlasted"}, norm)
}

func nearby(norm string) bool { return nearWords[norm] || bearings[norm] }

// nearWords stand before the name of a place: near | Zork.
var nearWords = lexicon.SetOf("near", "outside", "throughout", "across", "around", "downtown", "toward", "towards", "within", "via", "off")

// bearings stand before the name of a place: northern | Zork.
var bearings = lexicon.SetOf("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern", "north-eastern",
	"north-western", "south-eastern", "south-western", "northeast", "northwest", "southeast", "southwest")

// homeNations are regions that have sides as states do.
var homeNations = lexicon.SetOf("GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR")

// placeNouns stand beside the name of a place: Zork | region.
var placeNouns = lexicon.SetOf("city", "town", "village", "region", "province", "district", "state", "county", "island", "islands", "suburb", "neighborhood", "neighbourhood",
	"river", "valley", "border", "port", "peninsula", "prefecture", "oblast", "area", "capital", "airport", "street", "enclave", "municipality",
	"settlement", "hamlet", "outskirts", "coast", "mountains")

// commaState reports a region or state after a comma: "Springfield, Ill.".
func (r *reader) commaState(n *name) bool {
	if r.norm(n.last) != "," || n.last+1 >= len(r.words) {
		return false
	}
	e, last := r.match(n.last+1, min(n.last+4, len(r.words)), false)
	return e != nil && e.kind == place && extract.OneOf(e.what, "region", "state") && n.last-n.first <= 3 && !possessive(r.norm(last)) // but Wang, China's tsar
}

func possessive(norm string) bool { return norm == "'s" || norm == "'" }

// representing reports a country in brackets after a name, as in results.
func (r *reader) representing(n *name) bool {
	if r.norm(n.last) != "(" || n.last+2 >= len(r.words) || n.kind == place {
		return false
	}
	e, last := r.match(n.last+1, min(n.last+4, len(r.words)), false)
	return e != nil && (e.what == "state" || e.kind == group) && r.norm(last) == ")"
}

// tableRow reports a name in a table of results: a number after it, and a number or
// the start of the line before.
func (r *reader) tableRow(n *name) bool {
	if !r.sport || n.last >= len(r.words) || r.words[n.last].shape != digits {
		return false
	}
	return r.at(n.first).starts || r.at(n.first-1).shape == digits
}

// ruledBy are what "of" and a place follow: the mayor of | Zork.
var ruledBy = lexicon.SetOf("mayor", "governor", "bishop", "archbishop", "king", "queen", "emir", "residents", "resident", "people", "outskirts", "suburbs", "north", "south", "east", "west", "university", "streets")

// commonLast reports a name of several words that ends in a common word and begins
// with no given name.
func (r *reader) commonLast(n *name) bool {
	last := &r.words[n.last-1]
	return n.last > n.first+1 && last.is(usual|sport|bodyNoun) && !last.is(given|family|title) && !r.words[n.first].is(given)
}
