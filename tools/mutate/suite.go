package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A suite is the built tests of one package.
type suite struct {
	folder  string
	binary  string        // "" for a package without tests
	parts   []string      // patterns of tests, the quick ones first
	decided []string      // numbers of the mutants that change something in a run
	limit   time.Duration // that a part of a mutant may take
}

// buildSuites builds the tests of the packages with the overlay and runs them as they are.
func buildSuites(dir, overlay string, folders []string) (map[string]*suite, error) {
	build := exec.Command("go", "test", "-c", "-vet=off", "-ldflags=-s -w", "-overlay", overlay, "-o", dir+string(filepath.Separator))
	for _, f := range folders {
		build.Args = append(build.Args, "./"+f)
	}
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", build, err, out)
	}
	suites := map[string]*suite{}
	for _, f := range folders {
		s := &suite{folder: f}
		binary := filepath.Join(dir, filepath.Base(f)+".test")
		if _, err := os.Stat(binary); err == nil {
			s.binary = binary
			if err := s.measure(); err != nil {
				return nil, fmt.Errorf("%s: %w", f, err)
			}
		}
		suites[f] = s
	}
	return suites, nil
}

// measure runs the tests without a mutant.
func (s *suite) measure() error {
	decided := s.binary + ".decided"
	begin := time.Now()
	out, err := s.command("", "-test.v", "MUTANT_DECIDED="+decided).CombinedOutput()
	if err != nil {
		return fmt.Errorf("the tests fail without a mutant: %w\n%s", err, out)
	}
	s.limit = 5*time.Since(begin) + 10*time.Second
	s.parts = parts(out)
	ids, err := os.ReadFile(decided)
	if err != nil && !errors.Is(err, os.ErrNotExist) { // none without a mutant in the build
		return err
	}
	s.decided = strings.Fields(string(ids))
	return nil
}

// command runs the tests that match the pattern.
func (s *suite) command(pattern, flag string, environment ...string) *exec.Cmd {
	c := exec.Command(s.binary, "-test.short", "-test.failfast", "-test.run", pattern, flag)
	c.Dir = s.folder
	c.Env = append(os.Environ(), "GOMAXPROCS=1")
	c.Env = append(c.Env, environment...)
	return c
}

var passed = regexp.MustCompile(`(?m)^--- PASS: (\w+) \((\d+\.\d+)s\)`)

// parts are the tests of a verbose run in two parts: those that together take less than half
// of the time, and the slow ones, which a mutant that the first part finds need not run.
func parts(verbose []byte) []string {
	type test struct {
		name  string
		takes float64
	}
	var tests []test
	whole := 0.0
	for _, m := range passed.FindAllSubmatch(verbose, -1) {
		takes, _ := strconv.ParseFloat(string(m[2]), 64)
		tests = append(tests, test{string(m[1]), takes})
		whole += takes
	}
	slices.SortStableFunc(tests, func(a, b test) int { return cmp.Compare(a.takes, b.takes) })
	var names [2][]string
	sum := 0.0
	for _, t := range tests {
		slow := 0
		if sum += t.takes; sum > whole/2 {
			slow = 1
		}
		names[slow] = append(names[slow], t.name)
	}
	var patterns []string
	for _, n := range names {
		if len(n) > 0 {
			patterns = append(patterns, "^("+strings.Join(n, "|")+")$")
		}
	}
	return patterns
}

// finds tells whether a test of the suite fails with the mutant, or does not come to its end.
func (s *suite) finds(id int, m mutant) (bool, error) {
	number, list := strconv.Itoa(id), filepath.Ext(m.file) == ".tsv"
	if !list && !slices.Contains(s.decided, number) {
		return false, nil
	}
	environment := []string{"MUTANT=" + number}
	if list {
		environment = append(environment, "MUTANT_LIST="+filepath.Base(m.file), fmt.Sprint("MUTANT_START=", m.start), fmt.Sprint("MUTANT_END=", m.end), "MUTANT_WITH="+m.with)
	}
	for _, part := range s.parts {
		c := s.command(part, "-test.timeout="+s.limit.String(), environment...)
		var out bytes.Buffer
		c.Stdout, c.Stderr = &out, &out
		err := c.Run()
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			return true, nil
		}
		if err != nil {
			return false, fmt.Errorf("%s: %w", s.folder, err)
		}
	}
	return false, nil
}
