// Synth writes a dump of made-up news for benchmarks: claimwire's own golden
// paragraphs in new order with new numbers, as JSON Lines or WARC files.
//
//	go run ./corpus/synth/dump -out dump -articles 10000 -warc 50
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/claimwire/claimwire/corpus/synth"
)

func main() {
	log.SetFlags(0)
	from := flag.String("golden", "golden", "folder of the golden files")
	out := flag.String("out", "", "folder to write to; it is made where it is missing")
	articles := flag.Int("articles", 1000, "stories in all")
	per := flag.Int("per", 100, "stories a file")
	warc := flag.Int("warc", 0, "per cent of the files that are WARC files of pages; the others are JSON Lines")
	words := flag.Int("words", 650, "words a story, about")
	seed := flag.Uint64("seed", 1, "tells dumps apart")
	flag.Parse()
	if *out == "" || *per <= 0 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	m, err := synth.New(*from)
	if err == nil {
		m.Words, m.Seed = *words, *seed
		err = dump(m, *out, *articles, *per, *warc)
	}
	if err != nil {
		log.Fatal("synth: ", err)
	}
}

func dump(m *synth.Maker, out string, articles, per, warc int) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for i, first := 0, 0; first < articles; i, first = i+1, first+per {
		end := min(first+per, articles)
		name, write := fmt.Sprintf("dump-%05d.jsonl", i), m.WriteJSONL
		if i*warc/100 != (i+1)*warc/100 { // spreads them evenly
			name, write = fmt.Sprintf("dump-%05d.warc.gz", i), m.WriteWARC
		}
		if err := file(filepath.Join(out, name), func(w io.Writer) error { return write(w, first, end) }); err != nil {
			return err
		}
	}
	return nil
}

func file(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	return errors.Join(write(w), w.Flush(), f.Close())
}
