package lexicon

import (
	"slices"
	"sync"

	"github.com/claimwire/claimwire/internal/hashed"
)

var subordinators = sync.OnceValue(func() *hashed.Map[[]string] {
	m := &hashed.Map[[]string]{}
	for _, r := range Must("subordinators").Rows {
		*m.At(r.Cell("word")) = r.Words("roles")
	}
	return m
})

// Subordinator reports whether a word in small letters is in subordinators.tsv.
func Subordinator(word string) bool {
	_, ok := subordinators().Find(word)
	return ok
}

// Subordinates reports whether a word in small letters is in subordinators.tsv with a role.
func Subordinates(word, role string) bool { return slices.Contains(subordinators().Get(word), role) }
