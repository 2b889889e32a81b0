//go:build linux

// Load measures the server against the bars of docs/serving.md, on made articles of 650
// words: throughput of a stream beside the command's, in turn; latency at half load; many
// posts at once; a stop under load; with -soak, memory under full load.
//
//	go run ./cmd/claimwire/serve/load -claimwire bin/claimwire
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/claimwire/claimwire/corpus/synth"
)

var (
	command  = flag.String("claimwire", "bin/claimwire", "the command")
	golden   = flag.String("golden", "golden", "folder of the golden files, of whose paragraphs articles are made")
	articles = flag.Int("articles", 1000, "articles of a stream")
	words    = flag.Int("words", 650, "words an article, about")
	rounds   = flag.Int("rounds", 5, "streams through the server and the command, in turn")
	posts    = flag.Int("posts", 1000, "articles posted one by one at once")
	conns    = flag.Int("connections", 50, "connections for them")
	half     = flag.Duration("half", 30*time.Second, "time at half load")
	soak     = flag.Duration("soak", 0, "time at full load")
	first    = flag.Bool("first", false, "only measure this process with an article on standard input")
	part     = flag.String("part", "", "only this part: warm, stream, half, posts, stop or soak")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := measure(); err != nil {
		log.Fatal("load: ", err)
	}
}

func measure() error {
	if *first {
		return begin()
	}
	d, err := newDump()
	if err != nil {
		return err
	}
	defer os.RemoveAll(d.dir)
	load, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return err
	}
	fmt.Printf("%d processors, load %s, %d articles of %d words\n", runtime.NumCPU(), strings.Join(strings.Fields(string(load))[:3], " "), len(d.lines), *words)
	for _, p := range []struct {
		name string
		run  func(*dump) error
	}{{"warm", warm}, {"stream", streams}, {"half", halfLoad}, {"posts", atOnce}, {"stop", stopped}, {"soak", soaked}} {
		if *part != "" && *part != p.name {
			continue
		}
		if err := p.run(d); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

// A dump is the articles, as lines, and what the command makes of them.
type dump struct {
	dir   string
	path  string
	all   []byte
	lines [][]byte
	want  [][]byte // the records of each line
	whole []byte   // all of them
}

func newDump() (*dump, error) {
	m, err := synth.New(*golden)
	if err != nil {
		return nil, err
	}
	m.Words = *words
	var b bytes.Buffer
	if err := m.WriteJSONL(&b, 0, *articles); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "claimwire-load-")
	if err != nil {
		return nil, err
	}
	d := &dump{dir: dir, path: dir + "/dump.jsonl", all: b.Bytes(), lines: bytes.SplitAfter(bytes.TrimSuffix(b.Bytes(), []byte("\n")), []byte("\n"))}
	if err := os.WriteFile(d.path, d.all, 0o644); err != nil {
		return nil, err
	}
	if d.whole, err = exec.Command(*command, "extract", "-q", "--from", "jsonl", d.path).Output(); err != nil {
		return nil, fmt.Errorf("the command: %w", err)
	}
	return d, d.split()
}

// split gives each article its records.
func (d *dump) split() error {
	d.want = make([][]byte, len(d.lines))
	ids := map[string]int{}
	for i, line := range d.lines {
		var a struct{ ID string }
		if err := json.Unmarshal(line, &a); err != nil {
			return err
		}
		ids[a.ID] = i
	}
	for line := range bytes.Lines(d.whole) {
		var r struct{ Article string }
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		i, ok := ids[r.Article]
		if !ok {
			return fmt.Errorf("a record of no article: %.200s", line)
		}
		d.want[i] = append(d.want[i], line...)
	}
	return nil
}
