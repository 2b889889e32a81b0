package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/claimwire/claimwire/corpus/synth"
)

// binary builds the program as a user would, once for all tests.
func binary(t *testing.T) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "claimwire-beam-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "claimwire-beam")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := built(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// dump writes shards files of per stories each, JSON Lines and WARC by turns.
func dump(t *testing.T, shards, per int) string {
	t.Helper()
	m, err := synth.New("../../golden")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	old := time.Now().Add(-time.Hour)
	for i := range shards {
		var b bytes.Buffer
		name, write := fmt.Sprintf("s%03d.jsonl", i), m.WriteJSONL
		if i%2 == 1 {
			name, write = fmt.Sprintf("s%03d.warc.gz", i), m.WriteWARC
		}
		if err := write(&b, i*per, (i+1)*per); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// pool is the run without an engine that all others must equal.
func pool(t *testing.T, in, out string) map[string]string {
	t.Helper()
	if msg, err := exec.Command(binary(t), "-runner", "pool", "-in", in, "-out", out).CombinedOutput(); err != nil {
		t.Fatalf("pool: %v\n%s", err, msg)
	}
	return tree(t, out)
}

// tree is the hash of every file of a run but for locks.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".lock") {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(folder, path)
		all[rel] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// same compares two runs; with half, half-written files of killed workers may lie
// beside the results.
func same(t *testing.T, what string, want, got map[string]string, half bool) {
	t.Helper()
	for name := range want {
		if want[name] != got[name] {
			t.Errorf("%s: %s differs or is missing", what, name)
		}
	}
	for name := range got {
		if want[name] == "" && !(half && strings.Contains(name, ".unfinished-")) {
			t.Errorf("%s: %s is too much", what, name)
		}
	}
}

// TestPrism runs on Beam's own test engine, inputs that cannot be read among them.
func TestPrism(t *testing.T) {
	in, dir := dump(t, 6, 10), t.TempDir()
	want := pool(t, in, filepath.Join(dir, "pool"))
	if len(want) != 6+6+2 {
		t.Fatalf("the pool leaves %d files", len(want))
	}
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Minute)
	defer stop()
	out := filepath.Join(dir, "prism")
	if msg, err := exec.CommandContext(ctx, binary(t), "-runner", "prism", "-in", in, "-out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	same(t, "prism", want, tree(t, out), false)

	// A file that is gone fails alone, and the exit code says so.
	missing := in + "," + filepath.Join(in, "none.jsonl")
	c := exec.CommandContext(ctx, binary(t), "-runner", "prism", "-in", missing, "-out", filepath.Join(dir, "missing"))
	msg, err := c.CombinedOutput()
	if err == nil || !strings.Contains(string(msg), `"failed_inputs":1`) || !strings.Contains(string(msg), `"done":6`) {
		t.Errorf("a missing input: %v\n%s", err, msg)
	}
}
