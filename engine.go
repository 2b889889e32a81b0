package claimwire

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/build"
	"github.com/claimwire/claimwire/internal/model"
)

// An Engine says which version, word lists and weights made a record.
type Engine = extract.Engine

// Engine is what makes the documents of c. It stands in doc/1 records.
func (c *Extractor) Engine() Engine { return *engine(c.options.words) }

func engine(words *lexicon.Lists) *extract.Engine {
	return &extract.Engine{Version: build.Version(), Lists: words.Digest(), Weights: model.Digest()}
}

// DefaultEngine is that of an Extractor without own words.
func DefaultEngine() Engine { return *engine(nil) }
