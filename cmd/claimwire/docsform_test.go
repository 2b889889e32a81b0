package main

import (
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"github.com/claimwire/claimwire/golden"
)

// languages are those that a block may name: each is tested by what it is.
var languages = map[string]bool{"sh": true, "text": true, "json": true, "go": true, "sql": true, "yaml": true, "python": true, "txtar": true, "tsv": true}

// mostNotRun is how many blocks may be marked as not run: they need a network, a cluster,
// or minutes.
const mostNotRun = 16

// TestDocsForm wants each block to name its language, each mark to be known, JSON and Go to
// parse, and of commands that are not run the form: flags, make targets, packages and
// files that are there.
func TestDocsForm(t *testing.T) {
	notRun := 0
	for _, page := range pages(t) {
		blocks := fences(t, page)
		for i := range blocks {
			f := &blocks[i]
			if !languages[f.lang] {
				t.Errorf("%s: language %q: there are %v", f, f.lang, reflect.ValueOf(languages).MapKeys())
			}
			reason, no := strings.CutPrefix(f.mark, "not run: ")
			switch {
			case f.mark == "", f.mark == "output" && i > 0, f.mark == "exit 1", f.mark == "served", no && reason != "":
			default:
				t.Errorf("%s: mark %q", f, f.mark)
			}
			switch f.lang {
			case "json":
				if !json.Valid([]byte(f.text)) {
					t.Errorf("%s: no JSON", f)
				}
			case "go":
				if _, err := parser.ParseFile(token.NewFileSet(), f.String(), f.text, 0); err != nil {
					t.Errorf("%s: %v", f, err)
				}
			case "sh":
				if no {
					notRun++
					t.Logf("%s is not run: %s", f, reason)
				}
				commands(t, f, no)
			case "yaml":
				for _, line := range regexp.MustCompile(`claimwire [a-z]+ [^;"]*`).FindAllString(f.text, -1) {
					commands(t, &fence{page: f.page, line: f.line, text: line}, true)
				}
			}
		}
	}
	if notRun > mostNotRun {
		t.Errorf("%d blocks are not run, more than %d", notRun, mostNotRun)
	}
}

// programs are those beside claimwire, make and go that a block may call.
var programs = map[string]bool{
	"curl": true, "docker": true, "git": true, "java": true, "pip": true, "python": true, "spark-submit": true, "zcat": true, "sed": true, "nats": true, "nats-server": true,
	"mkdir": true, "printf": true, "echo": true, "cat": true, "cp": true, "head": true, "export": true, "cd": true, "mktemp": true, "claimwire-beam": true, "sort": true, "psql": true, "node": true, "pytest": true,
}

// commands holds the form of each command of a block; of one that is run, that of claimwire
// and make only.
func commands(t *testing.T, f *fence, all bool) {
	t.Helper()
	text := regexp.MustCompile(`(?s)<<'?(\w+)'?([^\n]*)\n.*?\n(\w+)\n`).ReplaceAllString(f.text+"\n", "$2\n")
	text = strings.ReplaceAll(text, "\\\n", " ")
	folder := clone
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		for _, words := range simple(line) {
			if len(words) == 0 || !all && words[0] != "claimwire" && words[0] != "make" {
				continue
			}
			if dir := filepath.Join(clone, words[len(words)-1]); words[0] == "cd" && isFolder(dir) {
				folder = dir
			}
			if fault := formOf(words, folder); fault != "" {
				t.Errorf("%s: %s: %s", f, strings.Join(words, " "), fault)
			}
		}
	}
}

// simple cuts a line into its commands, and each into words without quotation marks;
// variables that are set before a command, redirections and comments are left out.
func simple(line string) [][]string {
	var out [][]string
	var words []string
	var word strings.Builder
	started, quote := false, rune(0)
	endWord := func() {
		if w := word.String(); started && (len(words) > 0 || !regexp.MustCompile(`^\w+=`).MatchString(w)) {
			words = append(words, w)
		}
		word.Reset()
		started = false
	}
	end := func() { endWord(); out, words = append(out, words), nil }
	depth := 0
	for i, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0 || depth > 0 && r != ')':
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, started = r, true
		case r == '(' && strings.HasSuffix(word.String(), "$"): // what a command prints is one word
			depth++
			word.WriteRune(r)
		case r == ')' && depth > 0:
			depth--
			word.WriteRune(r)
		case r == '#' && !started && (i == 0 || line[i-1] == ' '):
			end()
			return out
		case r == '&' || r == '|' || r == ';':
			end()
		case r == '<' || r == '>': // no argument of the command
			endWord()
			started = true
			word.WriteString(redirection)
		case r == ' ' || r == '\t':
			endWord()
		default:
			started = true
			word.WriteRune(r)
		}
	}
	end()
	return out
}

// redirection begins the word that names what is read or written in place of the standard
// streams.
const redirection = "\x00"

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// formOf says what is wrong with a command; "" if nothing is.
func formOf(words []string, folder string) string {
	for i, w := range words {
		if strings.HasPrefix(w, redirection) {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 {
		return ""
	}
	if strings.HasPrefix(words[0], "claimwire ") { // the head of a line of YAML
		words = append(strings.Fields(words[0]), words[1:]...)
	}
	switch name := filepath.Base(words[0]); {
	case name == "claimwire":
		return parses(words[1:])
	case name == "make":
		c := exec.Command("make", append([]string{"-n", "-C", clone}, words[1:]...)...)
		if out, err := c.CombinedOutput(); err != nil {
			return string(out)
		}
	case name == "go":
		for _, w := range words[2:] {
			if strings.HasPrefix(w, "./") && !isFolder(filepath.Join(folder, strings.TrimSuffix(w, "..."))) {
				return "no folder " + w
			}
		}
	case programs[name]:
		for _, w := range words[1:] {
			if top, _, nested := strings.Cut(w, "/"); nested && isFolder(filepath.Join(clone, top)) && top != "" && top != "." {
				if _, err := os.Stat(filepath.Join(clone, strings.TrimSuffix(w, "."))); err != nil && !strings.ContainsAny(w, "$*") {
					return "no file " + w
				}
			}
		}
	default:
		if _, err := os.Stat(filepath.Join(folder, words[0])); err != nil {
			return "neither a program that the test knows nor a file of the clone"
		}
	}
	return ""
}

// parses says what the command's own parser says of its arguments.
func parses(args []string) (fault string) {
	var c cli
	parser, err := kong.New(&c, kong.Name("claimwire"), kong.Vars{"version": ""}, kong.Exit(func(int) {}))
	if err == nil {
		_, err = parser.Parse(args)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// TestDocsInline wants the commands that stand in the text, not in a block, to have a verb
// and flags that are there.
func TestDocsInline(t *testing.T) {
	var c cli
	parser, err := kong.New(&c, kong.Name("claimwire"), kong.Vars{"version": ""})
	if err != nil {
		t.Fatal(err)
	}
	flags := map[string]map[string]bool{}
	all := map[string]bool{"version": true, "help": true}
	for _, verb := range parser.Model.Children {
		flags[verb.Name] = map[string]bool{"help": true}
		for _, group := range verb.AllFlags(false) {
			for _, f := range group {
				flags[verb.Name][f.Name], all[f.Name] = true, true
			}
		}
	}
	elsewhere := regexp.MustCompile(`^(flink-master|id|provision_endpoint|array)$`) // flags of other programs
	span, flag := regexp.MustCompile("`([^`\n]+)`"), regexp.MustCompile(`(?:^|\s)--([a-z][a-z0-9_-]*)`)
	for _, page := range pages(t) {
		data, err := os.ReadFile(filepath.Join(clone, page))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range span.FindAllStringSubmatch(string(data), -1) {
			words := strings.Fields(m[1])
			known := all
			if len(words) > 1 && words[0] == "claimwire" && !strings.HasPrefix(words[1], "-") {
				if known = flags[words[1]]; known == nil {
					t.Errorf("%s: %s: no verb %s", page, m[0], words[1])
				}
			}
			for _, f := range flag.FindAllStringSubmatch(m[1], -1) {
				if !known[f[1]] && !elsewhere.MatchString(f[1]) {
					t.Errorf("%s: %s: no flag --%s", page, m[0], f[1])
				}
			}
		}
	}
}

// TestDocsPython runs the Python blocks where CLAIMWIRE_PYTHON names an interpreter with
// pandas.
func TestDocsPython(t *testing.T) {
	python := os.Getenv("CLAIMWIRE_PYTHON")
	if python == "" || testing.Short() {
		t.Skip("no CLAIMWIRE_PYTHON, or a short test: the Python blocks were not run")
	}
	bin := filepath.Join(t.TempDir(), "claimwire")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, page := range pages(t) {
		for _, f := range fences(t, page) {
			if f.lang != "python" {
				continue
			}
			c := exec.Command(python, "-c", f.text)
			c.Env = append(os.Environ(), "CLAIMWIRE="+bin, "PYTHONPATH="+clone+"/clients/python", "PYTHONDONTWRITEBYTECODE=1")
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", &f, err, out)
			}
		}
	}
}

// TestDocsGo compiles and runs the Go blocks: a program has the output that the page shows,
// a test passes. That of the README is examples/library.
func TestDocsGo(t *testing.T) {
	if testing.Short() {
		t.Skip("programs of the pages are compiled in the whole test; TestDocsForm parses them")
	}
	for _, page := range pages(t) {
		blocks := fences(t, page)
		for i := range blocks {
			f := &blocks[i]
			if f.lang != "go" || strings.HasPrefix(f.mark, "not run: ") {
				continue
			}
			if page == "README.md" {
				if own, err := os.ReadFile(clone + "/examples/library/main.go"); err != nil || !strings.HasSuffix(string(own), f.text) {
					t.Errorf("%s is not examples/library/main.go", f)
				}
			}
			dir := t.TempDir()
			args := []string{"run", filepath.Join(dir, "main.go")}
			if strings.Contains(f.text, `"testing"`) {
				args = []string{"test", filepath.Join(dir, "docs_test.go")}
				goldens := filepath.Join(dir, "testdata")
				if err := os.CopyFS(goldens, os.DirFS(clone+"/examples/news/dump")); err != nil {
					t.Fatal(err)
				}
				if n, err := golden.Init(t.Context(), goldens, golden.Options{}); err != nil || n == 0 {
					t.Fatalf("%d goldens: %v", n, err)
				}
			}
			if err := os.WriteFile(args[1], []byte(f.text), 0o644); err != nil {
				t.Fatal(err)
			}
			c := exec.Command("go", args...)
			c.Dir = clone
			out, err := c.CombinedOutput()
			if err != nil {
				t.Errorf("%s: %v\n%s", f, err, out)
			}
			if i+1 < len(blocks) && blocks[i+1].mark == "output" {
				if fault := shows(&blocks[i+1], string(out)); fault != "" {
					t.Errorf("%s: %s; the program prints\n%s", &blocks[i+1], fault, out)
				}
			}
		}
	}
}

// shows says what of a block is not in the output: of JSON, a field that the first record
// lacks or has otherwise; of text, a line that does not come, in the order of the block.
func shows(f *fence, output string) string {
	if f.lang == "json" {
		var want, got any
		if err := json.Unmarshal([]byte(f.text), &want); err != nil {
			return err.Error()
		}
		_, record, _ := strings.Cut("\n"+output, "\n{") // what make says may come before
		if err := json.NewDecoder(strings.NewReader("{" + record)).Decode(&got); err != nil {
			return "the output is no JSON: " + err.Error()
		}
		return partOf(want, got, "")
	}
	for line := range strings.Lines(f.text) {
		_, after, ok := strings.Cut("\n"+output, "\n"+strings.TrimRight(line, "\n"))
		if !ok {
			return fmt.Sprintf("no line %q", line)
		}
		output = after
	}
	return ""
}

// partOf says where want is not part of got.
func partOf(want, got any, path string) string {
	switch w := want.(type) {
	case map[string]any:
		g, _ := got.(map[string]any)
		for k, v := range w {
			if fault := partOf(v, g[k], path+"."+k); fault != "" {
				return fault
			}
		}
	case []any:
		g, _ := got.([]any)
		if len(g) != len(w) {
			return fmt.Sprintf("%s has %d items", path, len(g))
		}
		for i := range w {
			if fault := partOf(w[i], g[i], fmt.Sprintf("%s[%d]", path, i)); fault != "" {
				return fault
			}
		}
	default:
		if !reflect.DeepEqual(want, got) {
			return fmt.Sprintf("%s is %v", path, got)
		}
	}
	return ""
}
