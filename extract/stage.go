package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Stage adds layers to a Document. Run must not change Text (but for the stage
// that gives Text) nor earlier layers but those in Edits, and must be safe for concurrent use on
// different documents.
type Stage struct {
	Name  string
	Needs Layer
	Gives Layer
	Uses  Layer // layers that Run reads if they are there, and goes without otherwise
	Edits Layer // layers of earlier stages that Run completes or corrects
	Run   func(*Document) error
}

// A Layer is a set of the things a Document can hold.
type Layer uint

// The layers, in the order in which the English pipeline gives them.
const (
	Text         Layer = 1 << iota // Article.Text
	Sections                       // Document.Paragraphs and Article.Sections
	Tokens                         // Document.Tokens, with Norm
	Sentences                      // Document.Sentences
	Tags                           // UPOS, XPOS and Lemma of tokens
	Phrases                        // Document.Nouns, Document.Verbs, Document.Clauses
	Entities                       // Document.Entities
	Quantities                     // Document.Quantities
	Times                          // Document.Times
	Quotes                         // Document.Quotes
	Attributions                   // Document.Attributions
	Chains                         // Document.Chains, and Chain of each entity
	Sources                        // Document.Sources, one for each attribution
	Claims                         // Document.Claims
	layerEnd
)

var layerNames = [...]string{
	"text", "sections", "tokens", "sentences", "tags", "phrases", "entities", "quantities",
	"times", "quotes", "attributions", "chains", "sources", "claims",
}

// String lists the layers of the set: "tokens, sentences".
func (l Layer) String() string {
	var names []string
	for i, n := range layerNames {
		if l&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	return cmp.Or(strings.Join(names, ", "), "nothing")
}

func parseLayer(name string) (Layer, error) {
	if name == "all" {
		return layerEnd - 1, nil
	}
	if i := slices.Index(layerNames[:], name); i >= 0 {
		return 1 << i, nil
	}
	return 0, fmt.Errorf("no layer %q: there are all, %s", name, strings.Join(layerNames[:], ", "))
}
