// Mutate switches off one condition or one word of the rules at a time, those of their patterns too, and runs the golden
// files and the tests of its stage. A mutant that no test finds is a rule without proof.
//
//	mutate [-n 60] [-seed 1] [-stage timex] [-most 9] [-list]
//
// It is run from the top folder of the module, and changes no file: the tests are built once,
// from an overlay in which each mutant has a switch, and run for each mutant with its number in
// the environment. As many run at once as GOMAXPROCS says. Exit code 1 when more than -most
// survive, 2 for a fault.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
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
	survived := 0
	if err == nil {
		fmt.Printf("seed %d, %d mutants\n", *seed, len(mutants))
		if *list {
			for i, m := range mutants {
				fmt.Printf("%3d %s\n", i+1, m)
			}
			return
		}
		survived, err = try(mutants, func(i int, v verdict) { fmt.Printf("%3d %-9s %s\n", i+1, v, mutants[i]) })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	fmt.Printf("%d of %d survived (%.0f %%)\n", survived, len(mutants), 100*float64(survived)/float64(max(len(mutants), 1)))
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
	pattern    *span // the literal of the pattern that it is part of, or nil
}

// A span is the bytes [start, end) of a file.
type span struct{ start, end int }

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d: %s -> %s", m.file, m.line, strings.Join(strings.Fields(m.text), " "), m.with)
}
