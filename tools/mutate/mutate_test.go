package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The module of the test: each mutant of stage.go and of words.tsv with a proof in the golden
// test, in the test of the stage, or nowhere.
var module = map[string]string{
	"go.mod":                      "module example.org/small\n\ngo 1.26\n",
	"extract/lexicon/words.tsv":   "# a list\nproved|unproved\tx\n",
	"extract/lexicon/lexicon.go":  "package lexicon\n\nimport \"embed\"\n\n//go:embed *.tsv\nvar files embed.FS\n\nfunc Words() string {\n\tdata, _ := files.ReadFile(\"words.tsv\")\n\treturn string(data)\n}\n",
	"extract/stage/stage.go":      stageSource,
	"extract/stage/stage_test.go": "package stage\n\nimport \"testing\"\n\nfunc TestStage(t *testing.T) {\n\tif !Low(1) || Low(20) {\n\t\tt.Error(\"low\")\n\t}\n}\n",
	"golden/golden_test.go":       goldenSource,
}

const stageSource = `package stage

type word string

var kinds = map[word]bool{"known": true, "idle": true}

func High(n int, sure bool) bool { return n > 10 && (sure || n > -1) }

func Low(n int) bool { return n < 10 && n > -5 }

func Ends(n int) bool {
	for n > 3 && n != 0 {
		n--
	}
	return n == 3
}

func Known(w string) bool { return kinds[word(w)] }

func at(pattern string) string { return pattern }

func Pattern() string { return at("_ one|two? {three} <four>") }
`

const goldenSource = `package golden

import (
	"strings"
	"testing"

	"example.org/small/extract/lexicon"
	"example.org/small/extract/stage"
)

func TestGolden(t *testing.T) {
	if stage.High(5, true) || !stage.High(20, true) || !stage.Known("known") || !strings.HasPrefix(stage.Pattern(), "_ one|") || !strings.HasSuffix(stage.Pattern(), " <four>") || !strings.Contains(lexicon.Words(), "\nproved|") {
		t.Error("golden")
	}
}

func TestEnds(t *testing.T) {
	if !stage.Ends(9) {
		t.Error("ends")
	}
}
`

func TestTry(t *testing.T) {
	dir := t.TempDir()
	for name, text := range module {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	t.Setenv("GOWORK", "off")
	mutants, err := choose(1000, 1, "")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]verdict{
		"n > 10 -> true":             killed, // by the golden test
		"(sure || n > -1) -> true":   survived,
		"sure -> false":              survived,
		"n > -1 -> false":            survived,
		"n < 10 -> true":             killed, // by the test of the stage
		"n > -5 -> true":             survived,
		"n > 3 -> true":              killed,
		"n != 0 -> true":             survived,
		`"known" -> "\x00"`:          killed,
		`"idle" -> "\x00"`:           survived,
		"one -> \x00":                killed, // a choice of a pattern
		"two -> \x00":                survived,
		"{three} -> ":                survived, // a part of a pattern
		"<four> -> .":                killed,
		"proved -> switched-off-0":   killed,
		"unproved -> switched-off-1": survived,
	}
	got := map[string]verdict{}
	survivors, err := try(mutants, func(i int, v verdict) {
		_, text, _ := strings.Cut(mutants[i].String(), ": ")
		got[text] = v
	})
	if err != nil {
		t.Fatal(err)
	}
	for text, v := range want {
		if got[text] != v {
			t.Errorf("%s: %q, want %q", text, got[text], v)
		}
	}
	if len(got) != len(want) || survivors != 9 {
		t.Errorf("%d mutants, %d survivors: %v", len(got), survivors, got)
	}
}

// The quick tests come first.
func TestParts(t *testing.T) {
	out := "=== RUN   TestSlow\n--- PASS: TestSlow (2.00s)\n--- PASS: TestQuick (0.10s)\n    --- PASS: TestQuick/one (0.10s)\n--- SKIP: TestLong (0.00s)\n--- PASS: TestNext (0.30s)\n"
	got := parts([]byte(out))
	if len(got) != 2 || got[0] != "^(TestQuick|TestNext)$" || got[1] != "^(TestSlow)$" {
		t.Errorf("parts %q", got)
	}
}
