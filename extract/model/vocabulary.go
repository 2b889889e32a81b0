package model

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"sync"
)

//go:embed vocabulary.bin
var vocabularyFile []byte

// EnglishVocabulary is the one that comes with the program, read once.
var EnglishVocabulary = sync.OnceValues(func() (*Vocabulary, error) { return DecodeVocabulary(vocabularyFile) })

// A Vocabulary tells what is known of words from elsewhere than the treebank: which
// are used alike, which parts of speech they can be, which objects verbs can have.
type Vocabulary struct {
	Header
	places []entry // open addressing
}

type entry struct {
	key uint32 // of the hash of the word
	WordInfo
}

// WordInfo is what is known of a word; nought of a word that is not known.
type WordInfo struct {
	Cluster Cluster
	Traits  Traits
}

// A Cluster is one of up to 64 groups of up to 16 clusters of words that are used
// alike; 0 is that of words in none.
type Cluster uint16

// Groups and InGroup are how many groups there may be, and clusters in one.
const (
	Groups  = 64
	InGroup = 16
)

// NewCluster is a cluster by its numbers on both levels, counted from 0.
func NewCluster(group, cluster int) Cluster { return Cluster(1 + group*InGroup + cluster) }

// Group is the number of the group that c is part of, counted from 1; 0 for none.
func (c Cluster) Group() int { return (int(c) + InGroup - 1) / InGroup }

// Traits are a set of what a word can be.
type Traits uint16

// The parts of speech and inflections of a form, and the frames of the verb that it
// is a form of.
const (
	Noun Traits = 1 << iota
	Verb
	Adjective
	Adverb
	Plural
	ThirdPerson
	Past
	Gerund
	Comparative
	Superlative
	ThatClause       // say that
	Infinitive       // want to
	ObjectInfinitive // tell her to
	GerundObject     // stop talking
	Transitive
	Intransitive
)

// Forms and Frames are the two halves of the traits.
const (
	Forms  = ThatClause - 1
	Frames = ^Forms
)

// Of returns what is known of a lower-case word, by its Hash.
func (v *Vocabulary) Of(word uint64) WordInfo {
	key := uint32(word >> 32)
	i := v.place(key)
	for v.places[i].WordInfo != (WordInfo{}) {
		if v.places[i].key == key {
			return v.places[i].WordInfo
		}
		i = v.after(i)
	}
	return WordInfo{}
}

func (v *Vocabulary) place(key uint32) int { return int(uint64(key) * uint64(len(v.places)) >> 32) }
func (v *Vocabulary) after(i int) int      { return (i + 1) & (len(v.places) - 1) }

// entrySize is how many bytes the file has for a word: four of its hash, two of its
// cluster, two of its traits.
const entrySize = 8

// EncodeVocabulary writes a weight file of what is known of lower-case words.
func EncodeVocabulary(h Header, words map[string]WordInfo) ([]byte, error) {
	byKey := map[uint32]WordInfo{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		byKey[uint32(Hash(w)>>32)] = words[w]
	}
	var data []byte
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		data = binary.LittleEndian.AppendUint32(data, key)
		data = binary.LittleEndian.AppendUint16(data, uint16(byKey[key].Cluster))
		data = binary.LittleEndian.AppendUint16(data, uint16(byKey[key].Traits))
	}
	h.Kind, h.Features = "vocabulary", VocabularyFeatures
	return encodeFile(h, []section{{"words", data}})
}

// DecodeVocabulary reads what EncodeVocabulary writes.
func DecodeVocabulary(data []byte) (*Vocabulary, error) {
	h, parts, err := decodeFile(data, "vocabulary", VocabularyFeatures, "words")
	if err != nil {
		return nil, err
	}
	words := parts[0]
	if len(words)%entrySize != 0 {
		return nil, errors.New("vocabulary weights: half a word at the end")
	}
	v := &Vocabulary{Header: h, places: make([]entry, 2<<bits.Len(uint(len(words)/entrySize)))}
	for ; len(words) > 0; words = words[entrySize:] {
		e := entry{binary.LittleEndian.Uint32(words), WordInfo{
			Cluster(binary.LittleEndian.Uint16(words[4:])),
			Traits(binary.LittleEndian.Uint16(words[6:])),
		}}
		if e.Cluster > Groups*InGroup || e.WordInfo == (WordInfo{}) {
			return nil, fmt.Errorf("vocabulary weights: a word of cluster %d of %d, traits %x", e.Cluster, Groups*InGroup, e.Traits)
		}
		i := v.place(e.key)
		for v.places[i].WordInfo != (WordInfo{}) {
			i = v.after(i)
		}
		v.places[i] = e
	}
	return v, nil
}
