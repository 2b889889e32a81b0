// Guard runs two builds of claimwire over the same texts with every layer, and says
// "identical" or lists what changed, layer by layer.
//
//	guard [-data DIR] [-limit N] OLD NEW
//
// The texts are the founding article, the articles and pages of the golden files, and,
// where DIR is present, the development texts in it. Guard is run from the top folder of
// the module. Exit code 0 for identical, 1 for changed, 2 for a fault.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
)

func main() {
	data := flag.String("data", "", "folder of the development sets; \"\" for none")
	limit := flag.Int("limit", 100, "articles taken of each development set")
	shown := flag.Int("show", 40, "changed items printed")
	flag.Parse()
	if flag.NArg() != 2 {
		flag.Usage()
		os.Exit(2)
	}
	changed, err := guard(flag.Arg(0), flag.Arg(1), *data, *limit, *shown)
	if err != nil {
		fmt.Fprintln(os.Stderr, "guard:", err)
		os.Exit(2)
	}
	if changed {
		os.Exit(1)
	}
}

func guard(old, now, data string, limit, shown int) (changed bool, err error) {
	articles, err := texts(data, limit)
	if err != nil {
		return false, err
	}
	before, err := annotate(old, articles)
	if err != nil {
		return false, err
	}
	after, err := annotate(now, articles)
	if err != nil {
		return false, err
	}
	if len(before) != len(articles) || len(after) != len(articles) {
		return false, fmt.Errorf("%d articles gave %d records before and %d now", len(articles), len(before), len(after))
	}
	a, b := sum(before), sum(after)
	fmt.Printf("%d articles, sha256 %x\n", len(articles), b)
	if a == b {
		fmt.Println("identical")
		return false, nil
	}
	return true, report(before, after, shown)
}

func sum(lines [][]byte) [sha256.Size]byte { return sha256.Sum256(bytes.Join(lines, []byte("\n"))) }

// Two builds are two engines; all else of their records is to be the same.
var engine = regexp.MustCompile(`,"engine":\{[^{}]*\}`)

// annotate gives the records of the articles, a line each. Articles that fail give error
// records and exit code 1, which is no fault of the run.
func annotate(binary string, articles []article) ([][]byte, error) {
	in, err := os.CreateTemp("", "guard-*.jsonl")
	if err != nil {
		return nil, err
	}
	defer os.Remove(in.Name())
	w := json.NewEncoder(in)
	for i := range articles {
		if err := w.Encode(&articles[i]); err != nil {
			return nil, err
		}
	}
	if err := in.Close(); err != nil {
		return nil, err
	}
	cmd := exec.Command(binary, "annotate", "--from", "jsonl", "--layers", "all", in.Name())
	var out, messages bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &messages
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		return nil, fmt.Errorf("%s: %w\n%s", binary, err, messages.Bytes())
	}
	var lines [][]byte
	r := bufio.NewScanner(&out)
	r.Buffer(nil, 1<<28)
	for r.Scan() {
		lines = append(lines, engine.ReplaceAll(r.Bytes(), nil))
	}
	return lines, r.Err()
}
