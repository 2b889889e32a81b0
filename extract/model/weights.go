package model

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sync"
)

//go:embed tagger.bin
var taggerFile []byte

//go:embed parser.bin
var parserFile []byte

// The feature sets that the code of the stages computes.
const (
	TaggerFeatures     = "tag-1"
	ParserFeatures     = "parse-3"
	VocabularyFeatures = "words-1"
)

// A Tagger is the model of parts of speech.
type Tagger struct {
	Header
	Classes []string        // XPOS, space, UPOS: "VBD AUX"
	Known   map[uint64]byte // hash of a frequent word that was only ever seen with one class
	Weights *Wide
}

// A Parser is the model of dependencies.
type Parser struct {
	Header
	Labels  []string // deprels, with subtypes
	Actions *Narrow  // shift, left, right
	Label   *Wide
}

// EnglishTagger and EnglishParser are the models that come with the program, read
// once. They may be shared.
var (
	EnglishTagger = sync.OnceValues(func() (*Tagger, error) { return DecodeTagger(taggerFile) })
	EnglishParser = sync.OnceValues(func() (*Parser, error) { return DecodeParser(parserFile) })
)

// Encode writes the model as a weight file.
func (t *Tagger) Encode() ([]byte, error) {
	var known []byte
	for _, k := range sortedKeys(t.Known) {
		known = binary.LittleEndian.AppendUint64(known, k)
		known = append(known, t.Known[k])
	}
	h := t.Header
	h.Kind, h.Features = "tagger", TaggerFeatures
	return encodeFile(h, []section{{"classes", encodeList(t.Classes)}, {"known", known}, {"weights", t.Weights.encode()}})
}

// DecodeTagger reads a weight file of a tagger.
func DecodeTagger(data []byte) (*Tagger, error) {
	h, parts, err := decodeFile(data, "tagger", TaggerFeatures, "classes", "known", "weights")
	if err != nil {
		return nil, err
	}
	t := &Tagger{Header: h, Classes: decodeList(parts[0]), Known: map[uint64]byte{}}
	known := parts[1]
	for ; len(known) >= 9; known = known[9:] {
		if int(known[8]) >= len(t.Classes) {
			return nil, fmt.Errorf("tagger weights: known word of class %d of %d", known[8], len(t.Classes))
		}
		t.Known[binary.LittleEndian.Uint64(known)] = known[8]
	}
	if t.Weights, err = decodeWide(parts[2]); err != nil {
		return nil, fmt.Errorf("tagger weights: %w", err)
	}
	if t.Weights.classes != len(t.Classes) {
		return nil, fmt.Errorf("tagger weights: %d classes, but %d names", t.Weights.classes, len(t.Classes))
	}
	return t, nil
}

// Encode writes the model as a weight file.
func (p *Parser) Encode() ([]byte, error) {
	h := p.Header
	h.Kind, h.Features = "parser", ParserFeatures
	return encodeFile(h, []section{{"labels", encodeList(p.Labels)}, {"actions", p.Actions.encode()}, {"label", p.Label.encode()}})
}

// DecodeParser reads a weight file of a parser.
func DecodeParser(data []byte) (*Parser, error) {
	h, parts, err := decodeFile(data, "parser", ParserFeatures, "labels", "actions", "label")
	if err != nil {
		return nil, err
	}
	p := &Parser{Header: h, Labels: decodeList(parts[0])}
	if p.Actions, err = decodeNarrow(parts[1]); err != nil {
		return nil, fmt.Errorf("parser weights: actions: %w", err)
	}
	if p.Label, err = decodeWide(parts[2]); err != nil {
		return nil, fmt.Errorf("parser weights: labels: %w", err)
	}
	if p.Label.classes != len(p.Labels) {
		return nil, fmt.Errorf("parser weights: %d labels, but %d names", p.Label.classes, len(p.Labels))
	}
	return p, nil
}
