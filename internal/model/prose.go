package model

import (
	"strings"
	"sync"
	"unicode/utf8"

	prose "github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tag/aptagmodel"

	"github.com/claimwire/claimwire/internal/hashed"
)

// Prose is the averaged perceptron of prose (github.com/jdkato/prose/v3), with its weights
// and its tags: prose makes a text of each feature and searches for it among all; here words,
// endings and tags are looked up once, and a feature is a place in a row of theirs.
type Prose struct {
	special *prose.Tagger // without weights: it knows the words that are tagged by their form
	single  [utf8.RuneSelf]string
	classes []string
	fixed   *hashed.Map[uint8] // words of one class

	words, endings *hashed.Map[uint32] // of known and knownEndings; 0 is no word
	known          []knownWord
	knownEndings   []knownEnding
	behind         []uint32 // features of a tag and the word after it, of each word together
	letters        [256]uint32
	bias           [mostClasses]float32
	tagNames       map[string]tagID
	tags           []tagID // of the classes
	one            [tagIDs]uint32
	two            [tagIDs]uint32
	pair           [tagIDs][tagIDs]uint32 // by the tag before, and that before it

	// Feature f is the cell that says how many weights it has, with these behind it, in the
	// order of their classes. Cell 0 has none.
	cells []rowCell
}

// A rowCell is a class and its weight, or their number.
type rowCell struct {
	class  uint32
	weight float32
}

// mostClasses bounds the classes that the weights tell apart.
const mostClasses = 64

// A tagID numbers the tags that features know. unknownTag is any other.
type tagID uint8

const (
	unknownTag tagID = 63
	tagIDs     int   = 64
)

// A knownWord has the features of a word, by where it stands.
type knownWord struct {
	here, left, left2, right, right2 uint32
	tags                             uint64 // those that have a feature with the word after them
	first                            uint32 // of those features
}

// A knownEnding has the features of three bytes that a word ends with.
type knownEnding struct{ here, left, right uint32 }

// EnglishProse is the model that comes with prose, read once. It may be shared.
var EnglishProse = sync.OnceValues(func() (*Prose, error) { return decodeProse(aptagmodel.English) })

// A look is a word as the features see it: as prose writes it, its ending as that, and its
// ending as it stands.
type look struct{ word, ending, own uint32 }

var looks = sync.Pool{New: func() any { return new([]look) }}

// TagTokens fills in the tags of one sentence, as prose does.
func (p *Prose) TagTokens(tokens []prose.Token) {
	if len(tokens) == 0 {
		return
	}
	buf := looks.Get().(*[]look)
	defer looks.Put(buf)
	around := append((*buf)[:0], p.look("-START-"), p.look("-START2-"))
	for i := range tokens {
		around = append(around, p.lookAt(tokens[i].Text))
	}
	around = append(around, p.look("-END-"), p.look("-END2-"))
	*buf = around
	t1, t2 := p.tagID("-START-"), p.tagID("-START2-")
	for i := range tokens {
		t := &tokens[i]
		id := unknownTag
		if tag, ok := p.byForm(t.Text); ok {
			t.Tag, id = tag, p.tagID(tag)
		} else {
			class, ok := p.fixed.Find(t.Text)
			if !ok {
				class = p.best(t.Text, around[i:], t1, t2)
			}
			t.Tag, id = p.classes[class], p.tags[class]
		}
		t1, t2 = id, t1
	}
}

// byForm is the tag of a word that prose does not ask its weights about: emoticons, traces.
func (p *Prose) byForm(word string) (string, bool) {
	if len(word) == 1 && word[0] < utf8.RuneSelf {
		tag := p.single[word[0]]
		return tag, tag != ""
	}
	if plainForm(word) {
		return "", false
	}
	tag := p.askForm(word)
	return tag, tag != ""
}

// plainForm reports whether word looks like none of those. It may err on the other side.
func plainForm(word string) bool {
	if word == "" || word[len(word)-1] == 'D' { // xD
		return false
	}
	for i := range len(word) {
		switch c := word[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '\'', c == ',':
		default:
			return false
		}
	}
	return true
}

// askForm asks prose itself; "" is a word for the weights.
func (p *Prose) askForm(word string) string {
	one := [1]prose.Token{{Text: word}}
	p.special.TagTokens(one[:])
	return one[0].Tag
}

// best is the class of a word. around begins two words before it. The weights are added in
// prose's order: sums of floats depend on it.
func (p *Prose) best(word string, around []look, t1, t2 tagID) uint8 {
	at := &p.known[around[2].word]
	var both uint32
	if at.tags>>(t1&63)&1 != 0 {
		both = p.behind[at.first+rank(at.tags, t1)]
	}
	var letter uint32
	if word != "" {
		letter = p.letters[word[0]]
	}
	features := [...]uint32{
		p.knownEndings[around[2].own].here,
		letter,
		p.one[t1&63],
		p.two[t2&63],
		p.pair[t1&63][t2&63],
		at.here,
		both,
		p.known[around[1].word].left,
		p.knownEndings[around[1].ending].left,
		p.known[around[0].word].left2,
		p.known[around[3].word].right,
		p.knownEndings[around[3].ending].right,
		p.known[around[4].word].right2,
	}
	var ends [len(features)]uint32
	for i, f := range features { // all first, so that the loads from memory overlap
		ends[i] = f + 1 + p.cells[f].class
	}
	scores := p.bias
	for i, f := range features {
		for _, c := range p.cells[f+1 : ends[i]] {
			scores[c.class%mostClasses] += c.weight
		}
	}
	return uint8(best(scores[:len(p.classes)]))
}

// lookAt is the look of a word of the text.
func (p *Prose) lookAt(word string) look {
	if !lowerASCII(word) {
		if normal := normalWord(word); normal != word {
			l := p.look(normal)
			l.own = p.endings.Get(ending(word))
			return l
		}
	}
	return p.look(word)
}

func (p *Prose) look(word string) look {
	e := p.endings.Get(ending(word))
	return look{word: p.words.Get(word), ending: e, own: e}
}

// ending is the last three bytes of a word.
func ending(word string) string { return word[max(0, len(word)-3):] }

// lowerASCII reports whether word is nothing but small letters.
func lowerASCII(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// normalWord is the word that prose's features name.
func normalWord(word string) string {
	switch {
	case word == "":
		return word
	case word[0] != '-' && strings.IndexByte(word, '-') >= 0:
		return "!HYPHEN"
	case len(word) == 4 && isWhole(word):
		return "!YEAR"
	case '0' <= word[0] && word[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(word)
}

// isWhole reports whether word is digits, with a sign or without.
func isWhole(word string) bool {
	digits := word
	if word[0] == '+' || word[0] == '-' {
		digits = word[1:]
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return digits != ""
}
