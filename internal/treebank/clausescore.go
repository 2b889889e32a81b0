package treebank

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A ClauseScore counts, for verbs of saying and thinking, their subjects and their
// clausal complements.
type ClauseScore struct {
	Subjects    Hits // nsubj; the head, or a part of the same name
	Complements Hits // ccomp; the exact head
}

// Hits are counts of what was found against what the treebank has.
type Hits struct{ Right, Found, Known int }

// Recall is in percent.
func (h Hits) Recall() float64 { return percent(h.Right, h.Known) }

// Precision is in percent.
func (h Hits) Precision() float64 { return percent(h.Right, h.Found) }

// Add compares two documents of the same tokens. The verbs are given by lemma.
func (c *ClauseScore) Add(gold, found *extract.Document, verbs map[string]bool) {
	for i := range gold.Tokens {
		g, f := &gold.Tokens[i], &found.Tokens[i]
		wants := g.Head >= 0 && reports(gold, g.Head, verbs)
		finds := f.Head >= 0 && reports(gold, f.Head, verbs)
		c.Complements.add(wants && Relation(g.Deprel) == "ccomp", finds && Relation(f.Deprel) == "ccomp",
			g.Head == f.Head && Relation(f.Deprel) == "ccomp")
		c.Subjects.add(wants && subject(g), finds && subject(f), wants && subjectNear(found, nameTop(gold, i), g.Head))
	}
}

func (h *Hits) add(known, found, right bool) {
	if known {
		h.Known++
		if right {
			h.Right++
		}
	}
	if found {
		h.Found++
	}
}

func reports(d *extract.Document, verb int, verbs map[string]bool) bool {
	t := &d.Tokens[verb]
	return strings.HasPrefix(t.XPOS, "VB") && verbs[strings.ToLower(t.Lemma)]
}

func subject(t *extract.Token) bool { return strings.HasPrefix(t.Deprel, "nsubj") }

// nameTop returns the tokens that stand for token i: itself and those that hang on it
// as parts of one name or compound.
func nameTop(d *extract.Document, i int) map[int]bool {
	set := map[int]bool{i: true}
	for k := range d.Tokens {
		if d.Tokens[k].Head == i {
			switch Relation(d.Tokens[k].Deprel) {
			case "flat", "compound", "appos":
				set[k] = true
			}
		}
	}
	return set
}

func subjectNear(d *extract.Document, words map[int]bool, verb int) bool {
	for i := range words {
		if d.Tokens[i].Head == verb && subject(&d.Tokens[i]) {
			return true
		}
	}
	return false
}
