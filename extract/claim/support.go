package claim

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A backing is a cue that, with its object, confirms what somebody else has said.
type backing struct {
	id, example string
	cue, object map[string]bool // lemmas
	after       string          // the word after the object
	claim       bool            // a word for something said ends the content
}

// backings are cues that mean another thing without their object; the first that
// matches wins.
var backings = []backing{
	{
		"claim.backing-support/1", "became the first minister to offer public support for the island’s claims",
		lexicon.SetOf("offer", "give", "lend", "voice", "express", "add"), lexicon.SetOf("support", "backing", "credence", "weight"), "", true,
	},
	{
		"claim.backing-evidence/1", "has seen evidence that there are troops in the valley",
		lexicon.SetOf("see", "have", "obtain", "uncover"), lexicon.SetOf("evidence", "proof"), "that", false,
	},
}

// said are the nouns for what others have said.
var said = lexicon.SetOf("claim", "assertion", "allegation", "account", "assessment", "finding", "report", "version", "conclusion")

// confirms reports whether the cue and the content of an attribution confirm what
// another has said.
func (a *assembler) confirms(at *extract.Attribution) bool {
	if len(at.Content) == 0 || at.CueHead < 0 {
		return false
	}
	_, end := a.TokensIn(at.Content[0])
	first := at.CueHead + 1
	for first < end-1 && (extract.OneOf(a.tag(first), "DT", "JJ") || a.IsMark(first)) {
		first++
	}
	for i := range backings {
		b := &backings[i]
		if b.cue[a.lemma(at.CueHead)] && b.object[a.lemma(first)] && (b.after == "" || a.norm(first+1) == b.after) && (!b.claim || said[a.lemma(end-1)]) {
			return true
		}
	}
	return false
}
