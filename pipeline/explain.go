package pipeline

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/extract/confidence"
	"github.com/claimwire/claimwire/extract/coref"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Explain says why each claim of a document that the stages of English ran on was made,
// in the order of the claims. A run over many articles does not ask, so the stages leave
// the words of it out.
func Explain(d *extract.Document) []claim.Explanation { return ExplainWith(d, nil) }

// ExplainWith is Explain for documents that the stages of EnglishWith(l) ran on.
func ExplainWith(d *extract.Document, l *lexicon.Lists) []claim.Explanation {
	attribution.Explain(d, l)
	coref.Explain(d)
	out := claim.Explain(d)
	for i, why := range confidence.Explain(d) {
		out[i].Why = append(out[i].Why, claim.Reason{Part: "confidence", Text: why})
	}
	return out
}
