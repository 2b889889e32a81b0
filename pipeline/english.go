package pipeline

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/extract/clean"
	"github.com/claimwire/claimwire/extract/confidence"
	"github.com/claimwire/claimwire/extract/coref"
	"github.com/claimwire/claimwire/extract/entity"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/quantity"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/source"
	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/extract/timex"
)

// English is the list of stages for English news, in order. docs/architecture.md
// says why in this order, and what each costs.
func English() []extract.Stage { return EnglishWith(nil) }

// EnglishWith is English with a caller's words before ours.
func EnglishWith(l *lexicon.Lists) []extract.Stage {
	return []extract.Stage{
		clean.Stage,
		segment.With(l),
		tag.WithWords(l),
		phrase.Stage,
		entity.With(l),
		quantity.With(l),
		timex.Stage,
		attribution.Quotes,
		attribution.With(l),
		coref.With(l),
		source.Stage,
		claim.Stage,
		confidence.Stage,
	}
}
