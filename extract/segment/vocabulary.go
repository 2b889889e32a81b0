package segment

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// An abbreviation is the kind of a word that is written with a full stop.
type abbreviation uint8

const (
	notAbbreviated abbreviation = iota
	anyAbbreviation
	againstAbbreviation
	titleAbbreviation
	nameAbbreviation
	companyAbbreviation
	organisationAbbreviation
	stateAbbreviation
	perhapsState
	streetAbbreviation
	countryAbbreviation
	monthAbbreviation
	perhapsMonth
	timeAbbreviation
	numberAbbreviation
	unitAbbreviation
	initial // a capital and a full stop; not in the list
)

var abbreviationKinds = map[string]abbreviation{
	"any": anyAbbreviation, "against": againstAbbreviation, "name": nameAbbreviation, "company": companyAbbreviation,
	"organisation": organisationAbbreviation, "state": stateAbbreviation, "state?": perhapsState, "street": streetAbbreviation,
	"country": countryAbbreviation, "month": monthAbbreviation, "month?": perhapsMonth, "time": timeAbbreviation,
	"number": numberAbbreviation, "title": titleAbbreviation, "unit": unitAbbreviation,
}

// A vocabulary is the word lists of this package, in lower case.
type vocabulary struct {
	abbreviations map[string]abbreviation // without the full stop
	titles        map[string]bool         // those of abbreviations that may come before a name
	fused         map[string]int          // word: length of its first token
	units         map[string]bool         // written onto a number
	domains       map[string]bool
	starters      map[string]bool   // begin a sentence, seldom a name
	speech        map[string]bool   // said, asked ...: after a quotation
	common        *hashed.Map[bool] // written small more often than as a name
	lettered      map[string]bool   // before a letter that names one of a row: Group C
	given         *hashed.Map[bool] // given names, in lower case
	office        map[string]bool   // what stands before a name
	small         map[string]bool   // what a name or a cue runs into where a break was lost
	joined        map[string]bool   // like a name and a cue run together, and one word
	linking       map[string]bool   // after a noun, but no verb of it
	clock         map[string]bool   // after a.m. and p.m.: weekdays, months, time zones
	speakers      map[string]bool   // nouns for who speaks
	endings       func() [2]map[string][]string
}

// endingLetters is how much of the end of a word the lists of clipped words are looked up by.
const endingLetters = shortestRest + 1

// byEnding are words by their last letters.
func byEnding(words map[string]bool) map[string][]string {
	m := map[string][]string{}
	for w := range words {
		if k := len(w) - endingLetters; k > 0 {
			m[w[k:]] = append(m[w[k:]], w)
		}
	}
	return m
}

var words = lexicon.Once(func(l *lexicon.Lists) *vocabulary {
	v := &vocabulary{
		abbreviations: map[string]abbreviation{},
		titles:        map[string]bool{},
		fused:         map[string]int{},
		units:         lexicon.Set("number_suffixes"),
		domains:       lexicon.Set("domains"),
		starters:      lexicon.Set("sentence_starters"),
		speech:        lexicon.Set("quote_verbs"),
		common:        hashed.New[bool](10300),
		lettered:      lexicon.Set("lettered"),
		given:         hashed.New[bool](16000),
		office:        lexicon.SetOf(officeWords...),
		small:         lexicon.SetOf(smallWords...),
		joined:        lexicon.SetOf(joinedWords...),
		clock:         lexicon.Where("time_words", "kind", "weekday"),
		linking:       map[string]bool{"and": true, "of": true, "or": true, "for": true, "in": true, "at": true},
	}
	for name := range lexicon.Months() {
		v.clock[name] = true
	}
	maps.Copy(v.clock, lexicon.Set("time_zones"))
	lexicon.Add(v.clock, "eastern", "pacific", "central", "mountain", "greenwich")
	for _, r := range l.Table("abbreviations").Rows {
		w, kinds := r.Cells[0], lexicon.Split(r.Cells[1])
		v.abbreviations[w], v.titles[w] = abbreviationKinds[kinds[0]], slices.Contains(kinds, "title")
	}
	for _, r := range l.Table("person_titles").Rows {
		if w, ok := strings.CutSuffix(strings.ToLower(r.Cells[0]), "."); ok {
			v.abbreviations[w] = titleAbbreviation
		}
	}
	lexicon.Each("first_names", func(cells []string) { *v.given.AtLower(cells[0]) = true })
	lexicon.Each("common_words", func(cells []string) { *v.common.At(cells[0]) = true })
	for _, r := range lexicon.Must("fused_words").Rows {
		v.fused[r.Cells[0]], _ = strconv.Atoi(r.Cells[1])
	}
	v.speakers = make(map[string]bool, 3000)
	for _, list := range [...]string{"organisation_nouns", "roles", "persons", "source_nouns"} {
		lexicon.Each(list, func(cells []string) {
			for w := range strings.SplitSeq(cells[0], "|") {
				v.speakers[w] = true
			}
		})
	}
	v.endings = sync.OnceValue(func() [2]map[string][]string {
		return [2]map[string][]string{byEnding(v.speakers), byEnding(lexicon.Set("common_words"))}
	})
	return v
})
