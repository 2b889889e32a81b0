package main

import (
	"fmt"

	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/internal/model"
	"github.com/claimwire/claimwire/internal/treebank"
)

var taggerTraining = model.Training{Epochs: 8, Seed: 1}

func trainTagger(t bank, epochs int) ([]byte, error) {
	how := taggerTraining
	if epochs > 0 {
		how.Epochs = epochs
	}
	lessons, err := taggerLessons(t.train)
	if err != nil {
		return nil, err
	}
	m := model.Train(lessons, how)
	dev, err := tagScore(m, t.dev)
	if err != nil {
		return nil, err
	}
	test, err := tagScore(m, t.test)
	if err != nil {
		return nil, err
	}
	m.Header = header(fmt.Sprintf("XPOS accuracy %.2f on EWT dev, %.2f on EWT test, words with hyphens whole", dev, test))
	fmt.Println(m.Score)
	return m.Encode()
}

// tagScore is the share of tokens whose XPOS is that of the treebank.
func tagScore(m *model.Tagger, trees []*treebank.Tree) (float64, error) {
	stage := tag.With(m)
	right, all := 0, 0
	for _, gold := range trees {
		d := gold.Copy()
		if err := stage.Run(d); err != nil {
			return 0, err
		}
		for i := range d.Tokens {
			all++
			if d.Tokens[i].XPOS == gold.Tokens[i].XPOS {
				right++
			}
		}
	}
	return 100 * float64(right) / float64(all), nil
}

func taggerLessons(trees []*treebank.Tree) ([]model.Lesson, error) {
	out := make([]model.Lesson, len(trees))
	for i, t := range trees {
		words, err := tag.Words(t.Document)
		if err != nil {
			return nil, err
		}
		out[i].Words = words
		for _, token := range t.Document.Tokens {
			out[i].Tags = append(out[i].Tags, token.XPOS)
		}
	}
	return out, nil
}
