package model

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sync"
)

//go:embed tagger.bin
var taggerFile []byte

// TaggerFeatures is the feature set that the code of the tagger computes.
const TaggerFeatures = "tag-1"

// A Tagger is the model of parts of speech.
type Tagger struct {
	Header
	Classes []string        // XPOS, space, UPOS: "VBD AUX"
	Known   map[uint64]byte // hash of a frequent word that was only ever seen with one class
	Weights *Wide
}

// EnglishTagger is the model that comes with the program, read once. It may be shared.
var EnglishTagger = sync.OnceValues(func() (*Tagger, error) { return DecodeTagger(taggerFile) })

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
