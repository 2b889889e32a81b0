// Mutate switches off one condition or one word of the rules at a time, and runs the tests
// of its stage and the golden files. A mutant that no test finds is a rule without proof.
//
//	mutate [-n 60] [-seed 1] [-most 9]
//
// It is run from the top folder of the module, and changes no file: go test reads the
// mutant as an overlay. Exit code 1 when more than -most survive, 2 for a fault.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	n := flag.Int("n", 60, "mutants")
	seed := flag.Uint64("seed", 1, "of the choice")
	most := flag.Int("most", 9, "survivors that are no fault")
	only := flag.String("stage", "", "only mutants of this package of extract")
	list := flag.Bool("list", false, "print the mutants without running them")
	flag.Parse()
	mutants, err := choose(*n, *seed, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	fmt.Printf("seed %d, %d mutants\n", *seed, len(mutants))
	survived := 0
	for i, m := range mutants {
		if *list {
			fmt.Printf("%3d %s\n", i+1, m)
			continue
		}
		verdict, err := m.run()
		if err != nil {
			fmt.Fprintln(os.Stderr, "mutate:", err)
			os.Exit(2)
		}
		if verdict == "survived" {
			survived++
		}
		fmt.Printf("%3d %-9s %s\n", i+1, verdict, m)
	}
	fmt.Printf("%d of %d survived\n", survived, len(mutants))
	if survived > *most {
		os.Exit(1)
	}
}

// choose draws n mutants: three of five are conditions, the others words.
func choose(n int, seed uint64, only string) ([]mutant, error) {
	conditions, words, err := candidates(only)
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(seed, 0))
	random.Shuffle(len(conditions), func(i, j int) { conditions[i], conditions[j] = conditions[j], conditions[i] })
	random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	kept := min(n*3/5, len(conditions))
	return append(conditions[:kept:kept], words[:min(n-kept, len(words))]...), nil
}

// A mutant is a file with the bytes [start, end) replaced.
type mutant struct {
	file       string
	line       int
	start, end int
	text       string // what stands there now
	with       string
}

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d: %s -> %s", m.file, m.line, strings.Join(strings.Fields(m.text), " "), m.with)
}

// run tells whether a test found the mutant: killed, survived, or unbuilt where it is no program.
func (m mutant) run() (string, error) {
	source, err := os.ReadFile(m.file)
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "mutate-*")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	changed := filepath.Join(dir, filepath.Base(m.file))
	mutated := string(source[:m.start]) + m.with + string(source[m.end:])
	if err := os.WriteFile(changed, []byte(mutated), 0o600); err != nil {
		return "", err
	}
	path, err := filepath.Abs(m.file)
	if err != nil {
		return "", err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {path: changed}})
	if err != nil {
		return "", err
	}
	list := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(list, overlay, 0o600); err != nil {
		return "", err
	}
	stage := "./" + filepath.ToSlash(filepath.Dir(m.file))
	if out, err := exec.Command("go", "vet", "-overlay", list, stage).CombinedOutput(); err != nil && strings.Contains(string(out), "declared and not used") {
		return "unbuilt", nil
	}
	for _, pkg := range []string{stage, "./golden"} {
		if exec.Command("go", "test", "-overlay", list, pkg).Run() != nil {
			return "killed", nil
		}
	}
	return "survived", nil
}
