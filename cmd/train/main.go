// Command train makes the weight file of the tagger.
//
//	train -data DIR -out internal/model/tagger.bin
//
// DIR holds ewt-train.conllu.gz, ewt-dev.conllu.gz and ewt-test.conllu.gz, the English Web
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
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	data := flags.String("data", "", "folder of the treebank")
	out := flags.String("out", "", "weight file to write")
	epochs := flags.Int("epochs", 0, "times to go over the data; 0 for what the shipped weights took")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t, err := openTreebank(*data)
	if err != nil {
		return err
	}
	file, err := trainTagger(t, *epochs)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", *out, len(file))
	return os.WriteFile(*out, file, 0o644)
}
