package coref

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// A vocabulary is what the lists say of common nouns and listed organisations.
type vocabulary struct {
	nouns  *hashed.Map[nounSense]
	bodies map[string]nounSense // of nouns for persons that bodies go by too: the broadcaster
	mental map[string]bool      // verbs whose subject has a mind
	kinds  map[string]string    // of listed organisations, by every name
	heads  map[string]string    // of organisations, by the last word of the name

	office    map[string]map[string]bool // words that tell offices apart, by their use
	noRoles   map[string]bool            // nouns for a person that tell no role: sister
	offices   map[string]bool            // titles that one person holds at a time
	documents map[string]bool            // nouns for what tells, but is nobody
	covers    map[string]string          // nouns and titles that a noun for a person covers, with spaces around each
}

// A nounSense is what a common noun can stand for.
type nounSense struct {
	what   what
	gender string
	plural bool
	fits   []string // kinds and name words of organisations that it describes; none fits any
	place  string   // state, region, city or place
	single string   // the singular of a plural
}

var words = lexicon.Once(func(l *lexicon.Lists) *vocabulary {
	v := &vocabulary{nouns: hashed.New[nounSense](5000), bodies: map[string]nounSense{}, kinds: make(map[string]string, 3000)}
	for _, r := range lexicon.Must("organisation_nouns").Rows {
		s := nounSense{what: organisation, fits: lexicon.Split(r.Cells[3]), single: r.Cells[0]}
		switch r.Cells[2] {
		case "org":
		case "people":
			s.what, s.plural = person, true
		default:
			s.what, s.place = place, r.Cells[2]
		}
		*v.nouns.At(r.Cells[0]) = s
		if r.Cells[1] != "" {
			s.plural = true
			*v.nouns.At(r.Cells[1]) = s
		}
	}
	for _, r := range lexicon.Must("roles").Rows {
		s := nounSense{what: person, gender: r.Cells[2], single: strings.ToLower(r.Cells[0])}
		if b, ok := v.nouns.Find(s.single); ok && b.what == organisation {
			v.bodies[s.single] = b
		}
		*v.nouns.At(s.single) = s
		if r.Cells[1] != "" {
			s.plural = true
			*v.nouns.At(r.Cells[1]) = s
		}
	}
	for _, r := range lexicon.Must("persons").Rows {
		*v.nouns.At(r.Cells[0]) = nounSense{what: person, gender: r.Cells[1], single: r.Cells[0]}
	}
	v.mental = map[string]bool{}
	for _, r := range l.Table("cues").Rows {
		if r.Cells[1] == "verb" {
			lexicon.Add(v.mental, lexicon.Split(r.Cells[0])...)
		}
	}
	v.heads = map[string]string{}
	for _, r := range lexicon.Must("organisation_heads").Rows {
		if r.Cells[1] != "of" {
			v.heads[r.Cells[0]] = r.Cells[2]
		}
	}
	v.office, v.offices, v.covers = map[string]map[string]bool{}, map[string]bool{}, map[string]string{}
	for _, r := range lexicon.Must("office_words").Rows {
		v.office[r.Cells[1]] = lexicon.SetOf(lexicon.Split(r.Cells[0])...)
	}
	v.noRoles = lexicon.Set("no_roles")
	v.documents = lexicon.Where("source_nouns", "kind", "document")
	for _, r := range lexicon.Must("role_kinds").Rows {
		v.covers[r.Cells[0]] = " " + strings.Join(lexicon.Split(r.Cells[1]), " ") + " "
	}
	for _, r := range l.Table("person_titles").Rows {
		if r.Cells[2] != "office" {
			continue
		}
		title := strings.ToLower(r.Cells[0])
		v.offices[title] = !v.office["common"][title]
		if _, ok := v.nouns.Find(title); !ok && !strings.Contains(title, ".") { // the MP
			*v.nouns.At(title) = nounSense{what: person, single: title}
			*v.nouns.At(title + "s") = nounSense{what: person, single: title, plural: true}
		}
	}
	for _, r := range l.Table("organisations").Rows {
		for _, name := range append([]string{r.Cells[0]}, lexicon.Split(r.Cells[1])...) {
			v.kinds[name] = r.Cells[2]
		}
	}
	return v
})

// kindOf is the kind of the organisation with this name: as listed, or as its last word
// says ("Nordvik Semiconductor"); "" if neither tells.
func (v *vocabulary) kindOf(name string) string {
	if k := v.kinds[name]; k != "" {
		return k
	}
	return v.heads[name[strings.LastIndexByte(name, ' ')+1:]]
}

// noun is the sense of the common noun at token t, as written or in the singular.
func (v *vocabulary) noun(t *extract.Token) (nounSense, bool) {
	s, ok := v.nouns.Find(t.Norm)
	if !ok {
		if lemma := strings.TrimPrefix(t.Lemma, "ex-"); lemma != t.Norm {
			s, ok = v.nouns.Find(lemma)
		}
		s.plural = s.plural || t.XPOS == "NNS"
	}
	if !ok && isAged(t) {
		return nounSense{what: person, single: t.Norm}, true
	}
	return s, ok
}

// A pronounSense is what a pronoun agrees with.
type pronounSense struct {
	person     int // 1 or 3
	gender     string
	plural     bool
	animate    bool // he, she
	neuter     bool // it
	reflexive  bool
	possessive bool
}

// pronouns are those that the stage resolves. "her" and "his" are possessive only
// where the tagger says so.
var pronouns = map[string]pronounSense{
	"he": {person: 3, gender: "m", animate: true}, "him": {person: 3, gender: "m", animate: true}, "his": {person: 3, gender: "m", animate: true, possessive: true},
	"himself": {person: 3, gender: "m", animate: true, reflexive: true},
	"she":     {person: 3, gender: "f", animate: true}, "her": {person: 3, gender: "f", animate: true}, "hers": {person: 3, gender: "f", animate: true, possessive: true},
	"herself": {person: 3, gender: "f", animate: true, reflexive: true},
	"it":      {person: 3, neuter: true}, "its": {person: 3, neuter: true, possessive: true}, "itself": {person: 3, neuter: true, reflexive: true},
	"they": {person: 3, plural: true}, "them": {person: 3, plural: true}, "their": {person: 3, plural: true, possessive: true}, "theirs": {person: 3, plural: true, possessive: true},
	"themselves": {person: 3, plural: true, reflexive: true},
	"i":          {person: 1}, "me": {person: 1}, "my": {person: 1, possessive: true}, "mine": {person: 1, possessive: true}, "myself": {person: 1, reflexive: true},
	"we": {person: 1, plural: true}, "us": {person: 1, plural: true}, "our": {person: 1, plural: true, possessive: true}, "ours": {person: 1, plural: true, possessive: true},
}
