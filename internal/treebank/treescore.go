package treebank

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A TreeScore counts how many tokens have the head that the treebank gives them.
type TreeScore struct {
	Tokens   int
	Attached int // right head
	Labelled int // right head and relation, subtypes aside
}

// Add compares the heads of two documents of the same tokens.
func (t *TreeScore) Add(gold, found *extract.Document) {
	for i := range gold.Tokens {
		g, f := &gold.Tokens[i], &found.Tokens[i]
		t.Tokens++
		if g.Head != f.Head {
			continue
		}
		t.Attached++
		if Relation(g.Deprel) == Relation(f.Deprel) {
			t.Labelled++
		}
	}
}

// UAS is the unlabelled attachment score in percent, marks included.
func (t TreeScore) UAS() float64 { return percent(t.Attached, t.Tokens) }

// LAS is the labelled attachment score in percent, marks included.
func (t TreeScore) LAS() float64 { return percent(t.Labelled, t.Tokens) }

// Relation is deprel without its subtype.
func Relation(deprel string) string {
	rel, _, _ := strings.Cut(deprel, ":")
	return rel
}

func percent(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return 100 * float64(part) / float64(all)
}
