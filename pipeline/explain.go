package pipeline

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/extract/coref"
)

// Explain says why each claim of a document that the stages of English ran on was made,
// in the order of the claims. A run over many articles does not ask, so the stages leave
// the words of it out.
func Explain(d *extract.Document) []claim.Explanation {
	attribution.Explain(d)
	coref.Explain(d)
	return claim.Explain(d)
}
