package tag

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/hashed"
)

// universal maps the tags of the Penn Treebank that have one counterpart in
// Universal Dependencies.
var universal = hashed.From(map[string]string{
	"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
	"JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP",
	"VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX",
	"CD": "NUM", "CC": "CCONJ", "DT": "DET", "PDT": "DET", "EX": "PRON", "IN": "ADP", "TO": "PART", "POS": "PART",
	"PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON", "WRB": "ADV", "UH": "INTJ",
	"FW": "X", "LS": "X", "ADD": "X", "GW": "X", "SYM": "SYM", "$": "SYM", "#": "SYM",
	",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT",
	"HYPH": "PUNCT", "NFP": "PUNCT",
})

// reach is how many tokens an auxiliary may stand before its verb.
const reach = 5

// upos is the universal tag of token i, whose XPOS and that of its neighbours within
// the sentence [first, last) are known.
func upos(d *extract.Document, i, first, last int) string {
	t := &d.Tokens[i]
	switch t.XPOS {
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		if isAuxiliary(d, i, last) && !existential(d, i, first) {
			return "AUX"
		}
	case "IN":
		if t.Norm == "to" && i+1 < last && d.Tokens[i+1].XPOS == "VB" {
			return "PART"
		}
		if subordinates(d, i, last) {
			return "SCONJ"
		}
	case "TO":
		if i+1 < last && nominal(d.Tokens[i+1].XPOS) {
			return "ADP"
		}
	case "DT":
		if standsAlone(d, i, last) {
			return "PRON"
		}
	case "WDT":
		if t.Norm != "that" && i+1 < last && nominal(d.Tokens[i+1].XPOS) && !extract.OneOf(d.Tokens[i+1].XPOS, "PRP", "DT") {
			return "DET"
		}
	case "RB":
		if extract.OneOf(t.Norm, "not", "n't") {
			return "PART"
		}
	case "NN":
		if t.Norm == "%" {
			return "SYM"
		}
		if indefinite[t.Norm] {
			return "PRON"
		}
	}
	if u, ok := universal.Find(t.XPOS); ok {
		return u
	}
	return "X"
}

// indefinite are the nouns of the Penn Treebank that are pronouns in UD.
var indefinite = map[string]bool{
	"something": true, "anything": true, "everything": true, "nothing": true, "someone": true, "anyone": true,
	"everyone": true, "somebody": true, "anybody": true, "everybody": true, "nobody": true, "one": true, "none": true,
}

// existential reports whether the form of be i has the subject there.
func existential(d *extract.Document, i, first int) bool {
	for k := i - 1; k >= first && k >= i-3; k-- {
		switch d.Tokens[k].XPOS {
		case "EX":
			return true
		case "MD", "RB", "VBP", "VBZ", "VBD": // there will not be, there has been
		default:
			return false
		}
	}
	return false
}

// nominal reports whether a tag begins or heads a noun phrase.
func nominal(xpos string) bool {
	switch xpos {
	case "DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "JJR", "JJS", "CD", "$", "WP", "WDT":
		return true
	}
	return false
}

// isAuxiliary reports whether the verb i is a form of be, or of have or do before
// the verb it serves.
func isAuxiliary(d *extract.Document, i, last int) bool {
	var want string
	switch d.Tokens[i].Norm {
	case "be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "ai", "m", "re":
		return true
	case "'s":
		want = "VBN"
		if next := nextContent(d, i+1, last); next < 0 || d.Tokens[next].XPOS != "VBN" {
			return true
		}
	case "have", "has", "had", "having", "'ve", "'d":
		want = "VBN"
	case "do", "does", "did":
		want = "VB"
	default:
		return false
	}
	next := nextContent(d, i+1, last)
	return next >= 0 && (d.Tokens[next].XPOS == want || want == "VBN" && d.Tokens[next].XPOS == "VBD" && next == i+1)
}

// nextContent skips what stands between an auxiliary and its verb: adverbs, a
// subject after a question's auxiliary. It is -1 if no verb is near.
func nextContent(d *extract.Document, i, last int) int {
	for end := min(last, i+reach); i < end; i++ {
		switch d.Tokens[i].XPOS {
		case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
			return i
		case "RB", "RBR", "PRP", "EX":
		case "NNP", "DT", "NN", "NNS":
			if before := d.Tokens[i-1].XPOS; !extract.OneOf(before, "DT", "NNP", "NN") && !asks(d, i) {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// asks reports whether the word before token i is an auxiliary that opens a question
// or follows a question word, so that token i begins the subject.
func asks(d *extract.Document, i int) bool {
	return i >= 1 && (i == 1 || d.Tokens[i-2].XPOS[0] == 'W' || d.Tokens[i-2].UPOS == "PUNCT")
}

// subordinates reports whether the preposition i introduces a clause: always for
// some words, for others if a verb with a subject follows.
func subordinates(d *extract.Document, i, last int) bool {
	switch d.Tokens[i].Norm {
	case "that", "if", "whether", "because", "although", "though", "while", "unless", "whereas", "lest", "'cause":
		return true
	case "as", "since", "before", "after", "until", "till", "so", "once", "than", "like", "for", "of", "by", "in", "without", "from", "about", "on", "at", "with":
		return clauseFollows(d, i+1, last)
	}
	return false
}

// clauseFollows reports whether a gerund, or a short subject with its finite verb,
// begins at token i.
func clauseFollows(d *extract.Document, i, last int) bool {
	if i < last && d.Tokens[i].XPOS == "VBG" {
		return true
	}
	switch d.Tokens[max(0, i-1)].Norm {
	case "of", "by", "in", "without", "from", "about", "on", "at", "with", "for":
		return false
	}
	for end := min(last, i+6); i < end; i++ {
		switch d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "EX", "RB", "POS":
		default:
			return false
		}
	}
	return false
}

// standsAlone reports whether the demonstrative i is a phrase of its own.
func standsAlone(d *extract.Document, i, last int) bool {
	if n := d.Tokens[i].Norm; !extract.OneOf(n, "this", "that", "these", "those") {
		return false
	}
	if i+1 >= last {
		return true
	}
	switch x := d.Tokens[i+1].XPOS; x {
	case "VBG", "VBN", "``":
		return false
	default:
		return !nominal(x) || extract.OneOf(x, "PRP", "WP", "WDT")
	}
}
