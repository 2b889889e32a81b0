package tag

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// onlyVerb is the tag of each form that is a verb and nothing else.
var onlyVerb = sync.OnceValue(func() *hashed.Map[string] { return hashed.From(lexicon.Pairs("only_verbs")) })

// onlyVerbs mends nouns and adjectives in small letters that are known as verbs only, and words
// that are subordinators only: "Both deny it", "whereas Lee left".
func onlyVerbs(d *extract.Document, first, last int) {
	known := onlyVerb()
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if t.XPOS != "IN" && lexicon.Subordinates(t.Norm, "only") {
			t.XPOS = "IN"
		}
		if c := d.Text[t.Start]; c < 'a' || c > 'z' || !extract.OneOf(t.XPOS, "NN", "NNS", "JJ") {
			continue
		}
		tag := known.Get(t.Norm)
		if t.Norm == "fell" && i > first && noun(d.Tokens[i-1].XPOS) && i+1 < last && !noun(d.Tokens[i+1].XPOS) {
			tag = "VBD" // the base rate fell by half
		}
		if tag == "" {
			continue
		}
		t.XPOS = tag
		if before := d.Tokens[max(first, i-1)].XPOS; tag == "VBP" && (before == "TO" || before == "MD") {
			t.XPOS = "VB"
		}
	}
}

// personTag is the tag of each noun for what a person is or does.
var personTag = sync.OnceValue(func() *hashed.Map[string] {
	out := &hashed.Map[string]{}
	for _, r := range lexicon.Must("roles").Rows {
		*out.At(r.Cell("role")) = "NN"
		if plural := r.Cell("plural"); plural != "" {
			*out.At(plural) = "NNS"
		}
	}
	*out.At("elder") = ""
	return out
})

// actsToo are plurals of nouns for persons that are what somebody does as well: Lee | hosts a show.
var actsToo = lexicon.SetOf("advocates", "anchors", "authors", "butchers", "captains", "chairs", "champions", "co-authors", "co-chairs",
	"co-hosts", "coaches", "convicts", "cooks", "doctors", "engineers", "fans", "fathers", "graduates", "grooms", "heads", "hosts", "interns", "judges",
	"kids", "marshals", "masterminds", "mentors", "ministers", "models", "moderates", "mothers", "neighbors", "neighbours", "nurses", "orphans",
	"parents", "partners", "pilots", "pioneers", "props", "recruits", "referees", "rivals", "shepherds", "spies", "stars", "suspects", "tailors",
	"tutors", "umpires", "volunteers", "whips", "witnesses")

// personNouns mends nouns for persons that pass for small words or comparatives: "its
// communications adviser Ann Lee".
func personNouns(d *extract.Document, first, last int) {
	known := personTag()
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if extract.OneOf(t.XPOS, "PRP", "NNS", "NNPS") && extract.OneOf(t.Norm, "ms", "mrs") && i+1 < last && strings.HasPrefix(d.Tokens[i+1].XPOS, "NNP") { // Ms Lee
			t.XPOS = "NNP"
		}
		if t.Norm == "its" && t.XPOS == "VBZ" && i+1 < last && (noun(d.Tokens[i+1].XPOS) || strings.Contains("JJ JJS CD RB RBS VBG VBN `` MD", d.Tokens[i+1].XPOS)) { // but its board has met; not: its about time
			t.XPOS = "PRP$"
		}
		if i == first && i+1 < last && strings.HasSuffix(t.Norm, "-year-old") && strings.Contains("VBD VBZ MD RB", d.Tokens[i+1].XPOS) { // 40-year-old said
			t.XPOS = "NN"
		}
		if t.Norm == "home" && t.XPOS == "RB" && i+1 < last && known.Get(d.Tokens[i+1].Norm) == "NN" { // Shadow home secretary
			t.XPOS = "NN"
		}
		if t.Norm == "assembly" && t.XPOS == "RB" { // the only noun for a body that ends as adverbs do
			t.XPOS = "NN"
		}
		if t.Norm == "think" && i > first && i+1 < last && strings.HasPrefix(d.Tokens[i+1].Norm, "tank") && d.Tokens[i-1].XPOS != "PRP" { // the Harland think tank
			t.XPOS = "NN"
		}
		if before := &d.Tokens[max(first, i-1)]; t.Norm == "programme" && !extract.OneOf(before.XPOS, "TO", "MD") ||
			i+1 < last && extract.OneOf(before.Norm, "a", "an") && extract.OneOf(t.XPOS, "VBD", "VBP") && onlyVerb().Get(t.Norm) == "" { // told a podcast
			t.XPOS = "NN"
		}
		switch t.XPOS {
		case "VBZ": // told Harland executives to leave
			if known.Get(t.Norm) == "NNS" && !actsToo[t.Norm] {
				t.XPOS = "NNS"
			}
		case "IN", "CC", "MD", "JJR", "RP", "FW", "UH":
			if tag := known.Get(t.Norm); tag != "" && d.Text[t.Start] >= 'a' {
				t.XPOS = tag
			} else if c := d.Text[t.Start]; t.XPOS == "UH" && c >= 'A' && c <= 'Z' && len(t.Norm) > 3 && i+1 < last && d.Tokens[i+1].Norm == "," && !commonWords().Get(t.Norm) {
				t.XPOS = "NNP" // Ofgem, the regulator, said
			}
		}
	}
}
