// Command train makes the weight files of extract/model from a treebank.
//
//	train tagger -data DIR -out extract/model/tagger.bin
//	train parser -data DIR -out extract/model/parser.bin -tagger extract/model/tagger.bin
//
// DIR holds ewt-train.conllu.gz, ewt-dev.conllu.gz and ewt-test.conllu.gz, the
// English Web Treebank of Universal Dependencies. The same data gives the same file,
// byte for byte.
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
		return fmt.Errorf("say what to train: tagger or parser")
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	data := flags.String("data", "", "folder of the treebank")
	out := flags.String("out", "", "weight file to write")
	epochs := flags.Int("epochs", 0, "times to go over the data; 0 for what the shipped weights took")
	tagger := flags.String("tagger", "extract/model/tagger.bin", "weights of the tagger to score the parser with")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	t, err := openTreebank(*data)
	if err != nil {
		return err
	}
	var file []byte
	switch args[0] {
	case "tagger":
		file, err = trainTagger(t, *epochs)
	case "parser":
		file, err = trainParser(t, *epochs, *tagger)
	default:
		err = fmt.Errorf("%q is neither tagger nor parser", args[0])
	}
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", *out, len(file))
	return os.WriteFile(*out, file, 0o644)
}
