package main

import (
	"fmt"
	"os"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/model"
	"github.com/claimwire/claimwire/extract/parse"
	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/internal/treebank"
)

var parserTraining = parse.Training{Epochs: 7, Runs: 3, Seed: 1, Margin: 15, Explore: 0.9, Size: 18, Least: 1}

// The tags that the parser learns from are as faulty as those it will meet: each
// fold of the sentences is tagged by a tagger trained on the other folds.
const (
	folds      = 5
	foldEpochs = 4
	foldBlock  = 20 // sentences in a row that share a fold
)

func trainParser(t parts, epochs int, taggerFile string) ([]byte, error) {
	how := parserTraining
	if epochs > 0 {
		how.Epochs = epochs
	}
	train, err := tagFolds(t.train)
	if err != nil {
		return nil, err
	}
	m, err := parse.Train(train, how)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(taggerFile)
	if err != nil {
		return nil, err
	}
	tagger, err := model.DecodeTagger(data)
	if err != nil {
		return nil, err
	}
	stages := []extract.Stage{tag.With(tagger), parse.With(m)}
	dev, err := treeScore(stages, t.dev)
	if err != nil {
		return nil, err
	}
	test, err := treeScore(stages, t.test)
	if err != nil {
		return nil, err
	}
	m.Header = header(fmt.Sprintf("UAS %.2f LAS %.2f on EWT dev, UAS %.2f LAS %.2f on EWT test, relations without subtype, marks counted, own tags, words with hyphens whole",
		dev.UAS(), dev.LAS(), test.UAS(), test.LAS()))
	fmt.Println(m.Score)
	return m.Encode()
}

// treeScore runs the stages over sentences as the treebank divides them.
func treeScore(stages []extract.Stage, docs []*extract.Document) (score treebank.TreeScore, err error) {
	for _, gold := range docs {
		d := treebank.Copy(gold)
		for _, s := range stages {
			if err := s.Run(d); err != nil {
				return score, err
			}
		}
		score.Add(gold, d)
	}
	return score, nil
}

// tagFolds returns the sentences with the tags of a tagger that has not seen them.
func tagFolds(docs []*extract.Document) ([]*extract.Document, error) {
	out := make([]*extract.Document, len(docs))
	errs := make([]error, folds)
	var wait sync.WaitGroup
	for f := range folds {
		wait.Go(func() { errs[f] = tagFold(docs, out, f) })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func tagFold(docs, out []*extract.Document, fold int) error {
	var rest []*extract.Document
	for i, d := range docs {
		if i/foldBlock%folds != fold {
			rest = append(rest, d)
		}
	}
	how := taggerTraining
	how.Epochs, how.Runs, how.Seed = foldEpochs, 1, uint64(fold+1)
	m, err := tag.Train(rest, how)
	if err != nil {
		return err
	}
	stage := tag.With(m)
	for i, d := range docs {
		if i/foldBlock%folds == fold {
			out[i] = treebank.Copy(d)
			if err := stage.Run(out[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
