package source

import (
	"cmp"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// sourceWords are the kinds of sources that nouns head.
var sourceWords = sync.OnceValue(func() map[string]string {
	m := lexicon.Pairs("source_nouns")
	for w := range bodies() {
		m[w] = cmp.Or(m[w], organisation)
	}
	return m
})

// parties are the plurals that, with the alone, name a party: the Tories.
var parties = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, r := range lexicon.Must("groups").Rows {
		for _, w := range lexicon.Split(r.Cells[0]) {
			m[strings.ToLower(w)] = r.Cells[1] == "party"
		}
	}
	return m
})

// noRoles are the nouns for a person that tell no role: sister, man.
var noRoles = sync.OnceValue(func() map[string]bool { return lexicon.Set("no_roles") })

// bodies are the nouns that a body goes by, some of which are things too: the paper.
var bodies = sync.OnceValue(func() map[string]bool { return lexicon.Where("organisation_nouns", "what", "org") })

// roleNouns are nouns for what a person is, singular and plural.
var roleNouns = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range lexicon.Must("persons").Rows {
		m[r.Cells[0]] = person
	}
	for _, r := range lexicon.Must("person_titles").Rows {
		if w := strings.ToLower(r.Cells[0]); r.Cells[2] == "office" && !strings.HasSuffix(w, ".") {
			m[w] = person
		}
	}
	for _, r := range lexicon.Must("roles").Rows {
		m[r.Cells[0]] = person
		for _, w := range lexicon.Split(r.Cells[1]) {
			m[w] = group
		}
	}
	return m
})

// countries are the names of the states by ISO 3166-1 code.
var countries = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range lexicon.Must("countries").Rows {
		m[r.Cells[0]], _, _ = strings.Cut(r.Cells[1], "|")
	}
	return m
})
