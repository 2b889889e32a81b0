package lexicon

import (
	"slices"
	"sync"
)

var subordinators = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, r := range Must("subordinators").Rows {
		m[r.Cell("word")] = r.Words("roles")
	}
	return m
})

// Subordinator reports whether a word in small letters is in subordinators.tsv.
func Subordinator(word string) bool {
	_, ok := subordinators()[word]
	return ok
}

// Subordinates reports whether a word in small letters is in subordinators.tsv with a role.
func Subordinates(word, role string) bool { return slices.Contains(subordinators()[word], role) }
