package phrase

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// The classes of words that the tables are written in:
//
//	D determiner       Y my, whose       A adjective      N noun          P name
//	C number           $ currency        t noun of time   O pronoun       s possessive 's
//	h hyphen, slash    R adverb          a adverb of the number after it  n not
//	r particle         M modal           V finite verb    B base form     G -ing form
//	E past participle  v b g e  the same four of be, have, do, get        T to
//	I preposition      S subordinator    H that           W who, which    Q when, where, why, how
//	K and, or, but     , ; : - . " ' ( )  marks           x anything else
//
// of which " opens a quotation and ' closes one.
const classes = "DYANPC$tOshRanrMVBGEvbgeTISHWQK,;:-.\"'()x"

func (r *reader) classify() {
	r.class = r.class[:0]
	for i := range r.tokens {
		r.class = append(r.class, classOf(&r.tokens[i]))
	}
}

// byTag are the classes that the tag alone decides.
var byTag = hashed.From(map[string]byte{
	"DT": 'D', "PDT": 'D', "PRP$": 'Y', "WP$": 'Y', "JJ": 'A', "JJR": 'A', "JJS": 'A', "CD": 'C', "$": '$', "#": '$',
	"PRP": 'O', "EX": 'O', "WP": 'W', "WDT": 'W', "WRB": 'Q', "POS": 's', "RP": 'r', "MD": 'M', "TO": 'T', "CC": 'K',
	",": ',', ".": '.', "``": '"', "''": '\'', "-LRB-": '(', "-RRB-": ')', "HYPH": 'h',
	"NN": 'N', "NNS": 'N', "FW": 'N', "NNP": 'P', "NNPS": 'P', "RB": 'R', "RBR": 'R', "RBS": 'R',
	"VBD": 'V', "VBZ": 'V', "VBP": 'V', "VB": 'B', "VBG": 'G', "VBN": 'E', "IN": 'I',
})

// ofAuxiliary are the classes of be, have, do and get by those of other verbs.
var ofAuxiliary = map[byte]byte{'V': 'v', 'B': 'b', 'G': 'g', 'E': 'e'}

func classOf(t *extract.Token) byte {
	c := byTag.Get(t.XPOS)
	switch {
	case c == 0:
		return markOf(t)
	case c == 'N' || c == 'P':
		if words().times.Get(t.Norm) {
			return 't'
		}
	case c == 'R':
		switch t.Norm {
		case "not", "n't", "never":
			return 'n'
		}
	case c == 'I':
		if t.Norm == "that" {
			return 'H'
		}
		if lexicon.Subordinator(t.Norm) {
			return 'S'
		}
	case ofAuxiliary[c] != 0 && isAuxiliary(t.Lemma):
		return ofAuxiliary[c]
	}
	return c
}

func isAuxiliary(lemma string) bool {
	return extract.OneOf(lemma, "be", "have", "do", "get")
}

// markOf is the class of a mark that the tag does not tell apart.
func markOf(t *extract.Token) byte {
	switch t.Norm {
	case ";":
		return ';'
	case ":":
		return ':'
	case "—", "–", "--", "-", "...", "…":
		return '-'
	}
	switch {
	case t.XPOS == ":":
		return '-'
	case t.UPOS == "PUNCT":
		return ','
	}
	return 'x'
}

// at is the class of token i; 0 outside the sentence.
func (r *reader) at(i int) byte {
	if i < 0 || i >= len(r.class) {
		return 0
	}
	return r.class[i]
}

// norm is the plain form of token i; "" outside the sentence.
func (r *reader) norm(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].Norm
}

// A mask is a set of classes.
type mask uint64

var bits = func() (out [256]mask) {
	for i := range len(classes) {
		out[classes[i]] = 1 << i
	}
	return out
}()

func maskOf(letters string) (m mask) {
	for i := range len(letters) {
		m |= bits[letters[i]]
	}
	return m
}

// is reports whether the class of token i is one of the letters' classes.
func (r *reader) is(i int, m mask) bool { return bits[r.at(i)]&m != 0 }
