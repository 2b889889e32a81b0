package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The pages whose fenced blocks are tested, and where their commands begin: in the clone,
// in a copy of examples/news, or in a copy of the whole clone, which they change.
var docPages = map[string]string{
	"README.md":                 "clone",
	"docs/rules.md":             "copy",
	"docs/models.md":            "clone",
	"docs/cluster.md":           "clone",
	"examples/ingest/README.md": "clone",
	"clients/python/README.md":  "clone",
}

// A fence is a block of a page between lines of three backticks.
type fence struct {
	page string
	line int    // of its first line of text, from 1
	lang string // sh, text, json, go …
	mark string // of the comment right above it: "not run: needs a cluster", "exit 1", "output", "served"
	text string
}

func (f *fence) String() string { return fmt.Sprintf("%s:%d", f.page, f.line) }

// runs reports whether the block holds commands that the test runs.
func (f *fence) runs() bool { return f.lang == "sh" && !strings.HasPrefix(f.mark, "not run: ") }

const clone = "../.."

// pages are the README, all of docs, and the other pages that docPages names.
func pages(t *testing.T) []string {
	t.Helper()
	out, err := filepath.Glob(clone + "/docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for i := range out {
		out[i] = filepath.ToSlash(strings.TrimPrefix(out[i], filepath.FromSlash(clone+"/")))
	}
	for name := range docPages {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// fences are the fenced blocks of a page.
func fences(t *testing.T, page string) []fence {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(clone, page))
	if err != nil {
		t.Fatal(err)
	}
	var out []fence
	var open *fence
	above := ""
	for i, line := range strings.Split(string(data), "\n") {
		indented := strings.TrimSpace(line)
		switch lang, fenced := strings.CutPrefix(indented, "```"); {
		case fenced && open == nil:
			mark, opens := strings.CutPrefix(above, "<!-- ")
			mark, closes := strings.CutSuffix(mark, " -->")
			if !opens || !closes {
				mark = ""
			}
			open = &fence{page: page, line: i + 2, lang: lang, mark: mark}
		case fenced:
			out = append(out, *open)
			open = nil
		case open != nil:
			open.text += line + "\n"
		}
		above = indented
	}
	if open != nil {
		t.Errorf("%s: the block does not end", open)
	}
	return out
}

// TestDocsRun runs the commands of each page, in order, as a reader who copies them does,
// and compares what they print with what the page shows.
func TestDocsRun(t *testing.T) {
	if testing.Short() {
		t.Skip("the commands of the pages run in the whole test; their form is held by TestDocsForm")
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash on this machine: the commands of the pages were not run")
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-o", bin, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, page := range pages(t) {
		blocks := fences(t, page)
		if !slices.ContainsFunc(blocks, func(f fence) bool { return f.runs() }) {
			continue
		}
		t.Run(filepath.Base(page), func(t *testing.T) { runPage(t, bash, bin, page, blocks) })
	}
}

// runPage runs the blocks of a page in one shell, so that a folder that one block enters
// and a variable that it sets are there for the next.
func runPage(t *testing.T, bash, bin, page string, blocks []fence) {
	log := t.TempDir()
	var script strings.Builder
	script.WriteString("set -eo pipefail\n")
	address := ""
	for i := range blocks {
		f := &blocks[i]
		if !f.runs() {
			continue
		}
		text := f.text
		if f.mark == "served" {
			if address == "" {
				address = serveDocs(t, bin)
			}
			text = strings.ReplaceAll(text, "127.0.0.1:8080", address)
		}
		into := fmt.Sprintf("{\n%s} >%s/%d.out 2>%s/%d.err </dev/null\n", text, log, i, log, i)
		if f.mark == "exit 1" {
			into = "set +e\n" + into + "[ $? = 1 ] || exit 9\nset -e\n"
		}
		fmt.Fprintf(&script, "%stouch %s/%d.ok\n", into, log, i)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, bash, "-c", script.String())
	run.Dir = folderOf(t, page)
	run.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "TMPDIR="+t.TempDir())
	trace, err := run.CombinedOutput()
	for i := range blocks {
		f := &blocks[i]
		if !f.runs() {
			continue
		}
		out, _ := os.ReadFile(fmt.Sprintf("%s/%d.out", log, i))
		if _, missing := os.Stat(fmt.Sprintf("%s/%d.ok", log, i)); missing != nil {
			said, _ := os.ReadFile(fmt.Sprintf("%s/%d.err", log, i))
			t.Fatalf("%s: %v %s\n%s%s\nof\n%s", f, err, trace, out, said, f.text)
		}
		for k := i + 1; k < len(blocks) && blocks[k].mark == "output"; k++ {
			if fault := shows(&blocks[k], string(out)); fault != "" {
				t.Errorf("%s: %s; the command prints\n%s", &blocks[k], fault, out)
			}
		}
	}
}

// folderOf is where the commands of a page begin.
func folderOf(t *testing.T, page string) string {
	t.Helper()
	switch docPages[page] {
	case "clone":
		return clone
	case "copy":
		return copyOfClone(t)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(clone, "examples/news"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// copyOfClone is the files that git knows, in a folder of their own.
func copyOfClone(t *testing.T) string {
	t.Helper()
	list := exec.Command("git", "ls-files", "-z")
	list.Dir = clone
	names, err := list.Output()
	if err != nil {
		t.Skipf("no clone: git ls-files: %v", err)
	}
	dir := t.TempDir()
	for _, name := range strings.Split(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join(clone, name))
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, data, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// serveDocs starts a server for a page, and returns where it listens.
func serveDocs(t *testing.T, bin string) string {
	t.Helper()
	server := exec.CommandContext(t.Context(), filepath.Join(bin, "claimwire"), "serve", "--addr", "127.0.0.1:0", "--drain", "0s")
	var log lockedBuffer
	server.Stderr = &log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if _, after, ok := strings.Cut(log.String(), `"address":"http://`); ok {
			address, _, _ := strings.Cut(after, `"`)
			return address
		}
	}
	t.Fatalf("the server does not listen:\n%s", log.String())
	return ""
}

// A lockedBuffer is written by a process and read meanwhile.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
