package main

import (
	"path/filepath"

	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/internal/model"
	"github.com/claimwire/claimwire/internal/treebank"
)

// A bank is the three parts of UD English-EWT, cut into our tokens.
type bank struct{ train, dev, test []*treebank.Tree }

func openTreebank(dir string) (t bank, err error) {
	for _, part := range []struct {
		name  string
		trees *[]*treebank.Tree
	}{
		{"ewt-train.conllu.gz", &t.train},
		{"ewt-dev.conllu.gz", &t.dev},
		{"ewt-test.conllu.gz", &t.test},
	} {
		if *part.trees, err = treebank.Open(filepath.Join(dir, part.name), segment.Stage); err != nil {
			return t, err
		}
	}
	return t, nil
}

func header(score string) model.Header {
	return model.Header{
		Data:        "Universal Dependencies English Web Treebank (UD_English-EWT), part train",
		Licence:     "CC BY-SA 4.0",
		Attribution: "Derived from UD_English-EWT by Natalia Silveira and others, Stanford University and the Universal Dependencies project, https://github.com/UniversalDependencies/UD_English-EWT",
		Score:       score,
	}
}
