package tag

import "github.com/claimwire/claimwire/extract"

// lemma is the dictionary form of token i, whose tags are known.
func lemma(d *extract.Document, i int) string {
	return d.Tokens[i].Norm
}
