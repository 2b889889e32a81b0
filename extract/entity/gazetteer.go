package entity

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// An entry is one listed name.
type entry struct {
	text    string // as listed, apostrophes straight
	name    string // canonical
	kind    kind
	what    string // kind of an organisation: company, party, team, ...
	iso     string
	metonym string // institution it stands for as an actor
	own     string // line of a caller's list; "" of ours
	small   bool   // a city of few people
}

// A gazetteer holds every listed name under the letters it begins with, and what
// is known of single words, all in lower case.
type gazetteer struct {
	own     *lexicon.Lists
	entries *hashed.Map[[]entry] // longest first
	words   *hashed.Map[part]
}

// A part is the set of parts a word can play in a name.
type part uint32

const (
	given part = 1 << iota
	male
	female
	family
	title     // stands before a name: President, Mr.
	honorific // title that only people have
	role      // noun for a person: director
	roles     // its plural
	orgHead   // University
	orgOf     // Ministry (of)
	suffix    // Inc.
	particle  // van
	placeHead
	placeLead
	eventHead
	eventLead
	modifier // Deputy
	calendar
	owner      // People's
	government // Ministry, Army: a nationality before it is not part of the name
	roleMale
	roleFemale
	usual // a common word written small more often than as a name
	sport
	initialism // capitals that name nothing: TV
	currency   // USD
	bodyNoun   // company: a common noun for a body
	humanNoun  // profiler: a common noun for a person that is no listed role
	faith      // honorific that tells an office of a church: Bishop
	rank       // title of a force: Capt.
	adverb     // opens a sentence before a name: Later
	noRole     // a noun for a person that says nothing of what he does: sister, victim
)

var lists = lexicon.Once(load)

func load(l *lexicon.Lists) *gazetteer {
	g := &gazetteer{own: l, entries: hashed.New[[]entry](9000), words: hashed.New[part](53000)}
	g.organisations()
	g.metonyms()
	g.states()
	g.regions()
	g.areas()
	g.cities()
	g.groups()
	g.people()
	g.parts()
	return g
}

// list adds an entry unless the same text is listed before it with another kind.
func (g *gazetteer) list(e entry) {
	es := g.entries.At(strings.ToLower(lead(e.text)))
	at := len(*es)
	for i, old := range *es {
		if old.text == e.text {
			return
		}
		if len(old.text) < len(e.text) {
			at = min(at, i)
		}
	}
	*es = slices.Insert(*es, at, e)
}

// lead is the letters and digits that s begins with.
func lead(s string) string {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
				return s[:i]
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			return s[:i]
		}
		i += n
	}
	return s
}

func (g *gazetteer) organisations() {
	for _, r := range g.own.Table("organisations").Rows {
		for _, text := range append([]string{r.Cells[0]}, lexicon.Split(r.Cells[1])...) {
			g.list(entry{text: text, name: r.Cells[0], kind: organisation, what: r.Cells[2], own: r.Own})
		}
	}
}

func (g *gazetteer) metonyms() {
	for _, r := range lexicon.Must("metonyms").Rows {
		k := place
		if r.Cells[3] == "ORG" {
			k = organisation
		}
		g.list(entry{text: r.Cells[0], name: r.Cells[0], kind: k, metonym: r.Cells[1], iso: r.Cells[2], what: "government"})
	}
}

func (g *gazetteer) states() {
	for _, r := range lexicon.Must("countries").Rows {
		names, capitals, adjectives := lexicon.Split(r.Cells[1]), lexicon.Split(r.Cells[2]), lexicon.Split(r.Cells[3])
		for _, text := range names {
			g.list(entry{text: text, name: names[0], kind: place, iso: r.Cells[0], what: "state"})
		}
		for _, text := range capitals {
			g.list(entry{text: text, name: text, kind: place, iso: r.Cells[0], metonym: governmentOf(names[0], adjectives), what: "capital"})
		}
		g.peoples(adjectives, r.Cells[4], r.Cells[0])
	}
}

// governmentOf is the name of a state's government: "North Korean government".
func governmentOf(state string, adjectives []string) string {
	switch {
	case state == "United States" || len(adjectives) == 0:
		return state + " government"
	default:
		return adjectives[0] + " government"
	}
}

func (g *gazetteer) peoples(adjectives []string, people, iso string) {
	for _, text := range append(adjectives, lexicon.Split(people)...) {
		g.list(entry{text: text, name: text, kind: group, iso: iso})
	}
}

func (g *gazetteer) regions() {
	for _, r := range lexicon.Must("regions").Rows {
		names := lexicon.Split(r.Cells[1])
		for _, text := range names {
			g.list(entry{text: text, name: names[0], kind: place, iso: r.Cells[0], what: "region"})
		}
		g.peoples(lexicon.Split(r.Cells[2]), r.Cells[3], r.Cells[0])
	}
}

func (g *gazetteer) areas() {
	for _, r := range lexicon.Must("areas").Rows {
		g.list(entry{text: r.Cells[0], name: r.Cells[0], kind: place, iso: r.Cells[1], what: "area"})
		g.peoples(lexicon.Split(r.Cells[2]), r.Cells[3], r.Cells[1])
	}
}

// smallTown is how many people a city has that an article from elsewhere does not mean without
// naming its country.
const smallTown = 200000

func (g *gazetteer) cities() {
	lexicon.Each("cities", func(cells []string) {
		people, _ := strconv.Atoi(cells[2])
		g.list(entry{text: cells[0], name: cells[0], kind: place, iso: cells[1], what: "city", small: people > 0 && people < smallTown})
	})
}

func (g *gazetteer) groups() {
	for _, r := range lexicon.Must("groups").Rows {
		for _, text := range lexicon.Split(r.Cells[0]) {
			g.list(entry{text: text, name: text, kind: group, what: r.Cells[1]})
		}
	}
}

var genders = map[string]part{"m": male, "f": female, "": 0}

func (g *gazetteer) people() {
	lexicon.Each("first_names", func(cells []string) {
		*g.words.AtLower(cells[0]) |= given | genders[cells[1]]
	})
	lexicon.Each("surnames", func(cells []string) {
		*g.words.AtLower(cells[0]) |= family
	})
	for _, r := range g.own.Table("person_titles").Rows {
		p := title | genders[r.Cells[1]]<<roleShift
		switch r.Cells[2] {
		case "honorific":
			p |= honorific
		case "rank":
			p |= rank
		case "faith":
			p |= honorific | faith
		}
		*g.words.AtLower(r.Cells[0]) |= p
	}
	lexicon.Each("roles", func(cells []string) {
		of := genders[cells[2]] << roleShift
		*g.words.AtLower(cells[0]) |= role | of
		if cells[1] != "" {
			*g.words.At(cells[1]) |= roles | of
		}
	})
	lexicon.Each("persons", func(cells []string) {
		*g.words.AtLower(cells[0]) |= humanNoun | genders[cells[1]]<<roleShift
	})
	for noun := range lexicon.Set("no_roles") {
		*g.words.AtLower(noun) |= noRole
	}
	lexicon.Each("organisation_nouns", func(cells []string) {
		if cells[2] == "org" {
			*g.words.At(cells[0]) |= bodyNoun
		}
	})
}

// roleShift leads from the gender of a given name to that of a role.
const roleShift = 19

var partNames = map[string]part{
	"particle": particle, "place-head": placeHead, "place-lead": placeLead, "event-head": eventHead, "event-lead": eventLead,
	"modifier": modifier, "calendar": calendar, "owner": owner, "government": government, "sport": sport, "acronym": initialism, "adverb": adverb,
}

var headPlaces = map[string]part{"last": orgHead, "of": orgOf, "both": orgHead | orgOf}

func (g *gazetteer) parts() {
	lexicon.Each("name_parts", func(cells []string) {
		*g.words.AtLower(cells[0]) |= partNames[cells[1]]
	})
	lexicon.Each("organisation_heads", func(cells []string) {
		*g.words.AtLower(cells[0]) |= headPlaces[cells[1]]
	})
	lexicon.Each("common_words", func(cells []string) {
		*g.words.At(cells[0]) |= usual
	})
	lexicon.Each("currencies", func(cells []string) {
		*g.words.AtLower(cells[0]) |= currency
	})
	for _, r := range lexicon.Must("company_suffixes").Rows {
		*g.words.AtLower(r.Cells[0]) |= suffix
	}
}

// match returns the longest entry that the text from token i on spells, and the
// token after it. With fold, capitals do not matter. The entry ends within tokens
// before end.
func (r *reader) match(i, end int, fold bool) (*entry, int) {
	tok := &r.d.Tokens[i]
	fold = fold || r.words[i].caps() && (tok.Len() > 4 || tok.Len() == 4 && r.opensDateline(i, i+1)) // LISBON, Oct. 3
	short := r.words[i].caps() && tok.Len() > 2 && r.at(i+1).caps()                                  // SAN DIEGO
	es := r.g.entries.Get(lead(tok.Norm))
	for k := range es {
		stop := spelled(r.d.Text, tok.Start, es[k].text, fold || short && strings.Contains(es[k].text, " "))
		if stop < 0 {
			continue
		}
		for j := i; j < end && r.d.Tokens[j].Start < stop; j++ {
			if r.d.Tokens[j].End == stop {
				return &es[k], j + 1
			}
		}
	}
	return nil, i
}

// spelled returns where in text the word that starts at i ends, if it is want; -1
// if it is not. Typographic apostrophes count as straight ones.
func spelled(text string, i int, want string, fold bool) int {
	for k := 0; k < len(want); k++ {
		if i >= len(text) {
			return -1
		}
		switch c, w := text[i], want[k]; {
		case c == w, fold && lower(c) == lower(w):
			i++
		case w == '\'' && strings.HasPrefix(text[i:], "’"):
			i += len("’")
		case w == ' ' && (c == '\n' || c == '\t'):
			i++
		default:
			return -1
		}
	}
	return i
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
