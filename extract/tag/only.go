package tag

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/model"
)

// onlyVerbs mends nouns and adjectives in small letters that the vocabulary has as verbs
// only: "Both deny it".
func onlyVerbs(known *model.Vocabulary, d *extract.Document, first, last int) {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if c := d.Text[t.Start]; c < 'a' || c > 'z' || t.XPOS != "NN" && t.XPOS != "NNS" && t.XPOS != "JJ" {
			continue
		}
		switch known.Of(model.Hash(t.Norm)).Traits & model.Forms {
		case model.Verb:
			t.XPOS = "VBP"
			if before := d.Tokens[max(first, i-1)].XPOS; before == "TO" || before == "MD" {
				t.XPOS = "VB"
			}
		case model.ThirdPerson, model.Verb | model.ThirdPerson:
			t.XPOS = "VBZ"
		}
	}
}
