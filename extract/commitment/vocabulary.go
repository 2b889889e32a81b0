package commitment

import (
	"sync"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// The degrees of hedges.
const (
	possible = "possible"
	probable = "probable"
)

// A hedge is a sense of a word that lowers commitment.
type hedge struct {
	level  string
	tag    string // prefix that its tag must have
	stance string // of a verb of thinking
}

var hedges = sync.OnceValue(func() map[string][]hedge {
	m := map[string][]hedge{}
	for _, r := range lexicon.Must("hedges").Rows {
		for _, w := range r.Words("word") {
			m[w] = append(m[w], hedge{r.Cell("degree"), r.Cell("tag"), r.Cell("stance")})
		}
	}
	return m
})

// conditions is the word that must follow, by the word that opens a condition.
var conditions = sync.OnceValue(func() map[string]string { return lexicon.Pairs("conditions") })

// A negation list tells the words that negate in the verb group from those that do as
// subject or object, and has the nouns that "no" makes certain: no question, no wonder. The words of choice are those before "not to" that do not deny
// the clause around them: the decision not to sell.
type negationList struct{ inVerb, inNoun, certain, choice map[string]bool }

var negations = sync.OnceValue(func() negationList {
	l := negationList{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	places := map[string]map[string]bool{"verb": l.inVerb, "noun": l.inNoun, "certain": l.certain, "choice": l.choice}
	for _, r := range lexicon.Must("negations").Rows {
		lexicon.Add(places[r.Cell("place")], r.Words("word")...)
	}
	return l
})

// tellingNouns are the nouns behind which a that-clause is what they tell: signs that it may fall.
var tellingNouns = sync.OnceValue(func() map[string]bool { return lexicon.Set("telling_nouns") })
