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

// Subordinates reports whether subordinators.tsv has a word with a role.
func Subordinates(word, role string) bool { return slices.Contains(subordinators()[word], role) }
