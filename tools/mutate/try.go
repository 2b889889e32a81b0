package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// A verdict says what became of a mutant.
type verdict string

const (
	killed   verdict = "killed"
	survived verdict = "survived"
	unbuilt  verdict = "unbuilt" // it cannot have a switch
)

// An outcome is a verdict, or why there is none.
type outcome struct {
	verdict verdict
	err     error
}

// try runs the tests for each mutant, tells each verdict in order, and counts the survivors.
func try(mutants []mutant, tell func(i int, v verdict)) (int, error) {
	dir, err := os.MkdirTemp("", "mutate-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	overlay, switched, err := writeOverlay(dir, mutants)
	if err != nil {
		return 0, err
	}
	folders := []string{"golden"}
	for _, m := range mutants {
		if !slices.Contains(folders, m.folder()) {
			folders = append(folders, m.folder())
		}
	}
	suites, err := buildSuites(dir, overlay, folders)
	if err != nil {
		return 0, err
	}
	survivors := 0
	for i, result := range inOrder(len(mutants), func(i int) outcome {
		if !switched[i] {
			return outcome{verdict: unbuilt}
		}
		return judge(i, mutants[i], suites["golden"], suites[mutants[i].folder()])
	}) {
		o := <-result
		if o.err != nil {
			err = o.err
			continue
		}
		if o.verdict == survived {
			survivors++
		}
		tell(i, o.verdict)
	}
	return survivors, err
}

// folder is that of the package whose tests are to find the mutant.
func (m mutant) folder() string { return filepath.ToSlash(filepath.Dir(m.file)) }

// judge asks the suites for the mutant, one after the other.
func judge(id int, m mutant, suites ...*suite) outcome {
	for _, s := range suites {
		if found, err := s.finds(id, m); err != nil || found {
			return outcome{killed, err}
		}
	}
	return outcome{verdict: survived}
}

// inOrder does the work of 0 to n-1, as much at once as GOMAXPROCS says.
func inOrder(n int, work func(i int) outcome) []chan outcome {
	results := make([]chan outcome, n)
	jobs := make(chan int, n)
	for i := range results {
		results[i] = make(chan outcome, 1)
		jobs <- i
	}
	close(jobs)
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for i := range jobs {
				results[i] <- work(i)
			}
		}()
	}
	return results
}
