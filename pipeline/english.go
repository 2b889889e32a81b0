package pipeline

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/extract/clean"
	"github.com/claimwire/claimwire/extract/coref"
	"github.com/claimwire/claimwire/extract/entity"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/quantity"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/source"
	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/extract/timex"
)

// English is the list of stages for English news, in order. docs/architecture.md
// says why in this order, and what each costs.
func English() []extract.Stage {
	return []extract.Stage{
		clean.Stage,
		segment.Stage,
		tag.Stage,
		phrase.Stage,
		entity.Stage,
		quantity.Stage,
		timex.Stage,
		attribution.Quotes,
		attribution.Stage,
		coref.Stage,
		source.Stage,
		claim.Stage,
	}
}
