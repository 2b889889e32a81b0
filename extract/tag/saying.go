package tag

import (
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// thirdPersons are the forms of verbs that are no plurals.
var thirdPersons = sync.OnceValue(func() *hashed.Map[bool] { return hashed.From(lexicon.Set("third_persons")) })

// sayings are the third persons of the verbs of speech and thought: claims, notes.
// Taggers take many of them for plurals.
var sayings = lexicon.Once(func(l *lexicon.Lists) map[string]bool {
	forms := map[string]bool{}
	cues := l.Table("cues")
	pos := cues.Column("pos")
	for _, r := range cues.Rows {
		if r.Cells[pos] != "verb" {
			continue
		}
		for _, verb := range lexicon.Split(r.Cells[0]) {
			forms[thirdPerson(verb)] = true
		}
	}
	return forms
})

func thirdPerson(verb string) string {
	switch n := len(verb); {
	case n > 1 && verb[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(verb[n-2])):
		return verb[:n-1] + "ies"
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "z"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"):
		return verb + "es"
	}
	return verb + "s"
}

// A sayingRule tells by the words around a plural of that look that it is a verb.
type sayingRule struct {
	id      string
	example string
	match   func(d *extract.Document, i, first, last int) bool
}

var sayingRules = []sayingRule{
	{"tag.saying-verb/1", "The top aide implies as much .", func(d *extract.Document, i, _, _ int) bool {
		return thirdPersons().Get(d.Tokens[i].Norm) && (noun(d.Tokens[i-1].XPOS) || d.Tokens[i-1].XPOS == "CC")
	}},
	{"tag.saying-pronoun/1", "The senator , who claims victory , left .", func(d *extract.Document, i, first, _ int) bool {
		n := d.Tokens[i-1].Norm
		return extract.OneOf(n, "he", "she", "it", "who")
	}},
	{"tag.saying-quote/1", "The ad claims “ he lied ” twice .", func(d *extract.Document, i, _, last int) bool {
		return i+2 < last && noun(d.Tokens[i-1].XPOS) && d.Tokens[i+1].XPOS == "``"
	}},
	{"tag.saying-name-that/1", "On Monday Ann Okafor notes that it rained .", func(d *extract.Document, i, _, last int) bool {
		return i+2 < last && d.Tokens[i-1].XPOS == "NNP" && (d.Tokens[i+1].Norm == "that" || begins(d.Tokens[i+1].XPOS))
	}},
	{"tag.saying-inserted/1", "The dam , Ann Okafor notes , is safe .", func(d *extract.Document, i, first, last int) bool {
		k := i - 1
		for k > first && (noun(d.Tokens[k].XPOS) || d.Tokens[k].XPOS == "DT") {
			k--
		}
		return k > first && k < i-1 && i+2 < last && d.Tokens[k].Norm == "," && d.Tokens[i+1].Norm == "," && (d.Tokens[i+2].XPOS == "MD" || d.Tokens[i+2].XPOS[0] == 'V')
	}},
	{"tag.saying-inverted/1", "The dam will not hold , notes the mayor .", func(d *extract.Document, i, first, last int) bool {
		return d.Tokens[i-1].Norm == "," && clauseIn(d, first, i) && i+2 < last && (d.Tokens[i+1].XPOS == "DT" || noun(d.Tokens[i+1].XPOS)) && !clauseIn(d, i+1, nextComma(d, i, last))
	}},
	{"tag.saying-after-quote/1", "“ It rained , ” Ann Okafor notes .", func(d *extract.Document, i, first, last int) bool {
		k := i - 1
		for k >= first && noun(d.Tokens[k].XPOS) || k >= first && d.Tokens[k].XPOS == "DT" {
			k--
		}
		return k >= first && k < i-1 && d.Tokens[k].XPOS == "''" && (i+1 == last || !noun(d.Tokens[i+1].XPOS))
	}},
}

// clauseIn reports whether a finite verb stands among the tokens [first, last).
func clauseIn(d *extract.Document, first, last int) bool {
	for i := first; i < last; i++ {
		switch d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// nextComma is the first comma from token i on, or last.
func nextComma(d *extract.Document, i, last int) int {
	for i < last && d.Tokens[i].Norm != "," {
		i++
	}
	return i
}

func noun(xpos string) bool { return strings.HasPrefix(xpos, "NN") }

// begins reports whether a noun phrase starts with a word so tagged.
func begins(xpos string) bool {
	return extract.OneOf(xpos, "DT", "PRP", "PRP$", "EX")
}

// said are the forms beside a quotation that are no nouns: told, replied.
var said = sync.OnceValue(func() map[string]bool {
	forms := map[string]bool{}
	for form := range lexicon.Set("quote_verbs") {
		if !strings.HasSuffix(form, "s") {
			forms[form] = true
		}
	}
	return forms
})

// pastSaying reports whether the noun i of a sentence is the past of a verb of speech: “The
// 30-year-old told them.”, “Said Okafor: …”, “Said Okafor, “…””.
func pastSaying(d *extract.Document, i, first, last int) bool {
	t := &d.Tokens[i]
	if t.XPOS == "VBN" && t.Norm == "said" && i > first && noun(d.Tokens[i-1].XPOS) {
		return true // men have left, officials | said
	}
	if !noun(t.XPOS) || !said()[t.Norm] {
		return false
	}
	if !strings.HasPrefix(t.XPOS, "NNP") {
		return true
	}
	k := i + 1
	for k < last && noun(d.Tokens[k].XPOS) {
		k++
	}
	if i > first || k == i+1 || k == last {
		return false
	}
	return d.Tokens[k].Norm == ":" || d.Tokens[k].Norm == "," && slices.ContainsFunc(d.Tokens[k:last], func(t extract.Token) bool { return t.XPOS == "``" })
}

// verbsOfSaying corrects the nouns in the sentence [first, last) that are verbs.
func verbsOfSaying(d *extract.Document, sayings map[string]bool, first, last int) {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if pastSaying(d, i, first, last) {
			t.XPOS = "VBD"
			continue
		}
		if i > first+1 && d.Tokens[i-2].Norm == "it" && d.Tokens[i-1].XPOS == "VBZ" && (t.XPOS == "VB" || t.XPOS == "JJ" && i+1 < last && (d.Tokens[i+1].Norm == "that" || begins(d.Tokens[i+1].XPOS))) && english().verbs.Get(t.Norm) != "" {
			t.XPOS = "VBN" // it is understood the plan has failed
			continue
		}
		if i == first || !extract.OneOf(t.XPOS, "NNS", "NNPS") || !sayings[t.Norm] && !thirdPersons().Get(t.Norm) {
			continue
		}
		for _, r := range sayingRules {
			if r.match(d, i, first, last) {
				t.XPOS = "VBZ"
				break
			}
		}
	}
}
