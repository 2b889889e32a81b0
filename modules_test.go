package claimwire_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFewModules shows what a program that uses the library has to resolve: few
// modules, and none of a store, a server, a broker or a browser.
func TestFewModules(t *testing.T) {
	const most = 14
	root, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	user := t.TempDir()
	gomod := fmt.Sprintf("module example.com/user\n\ngo 1.26.0\n\nrequire github.com/claimwire/claimwire v0.1.0\n\nreplace github.com/claimwire/claimwire => %s\n", root)
	program := "package main\n\nimport \"github.com/claimwire/claimwire/pipeline\"\n\nfunc main() { pipeline.New(pipeline.English()...) }\n"
	for name, text := range map[string]string{"go.mod": gomod, "main.go": program} {
		if err := os.WriteFile(filepath.Join(user, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) string {
		c := exec.Command("go", args...)
		c.Dir = user
		c.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
		out, err := c.CombinedOutput()
		if err != nil && strings.Contains(string(out), "dial tcp") {
			t.Skipf("some go.mod of the graph is not in the module cache and there is no network:\n%s", out)
		}
		if err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	run("mod", "tidy")
	modules := strings.Split(strings.TrimSpace(run("list", "-m", "all")), "\n")
	if len(modules) > most {
		t.Errorf("%d modules, want %d at most; what brings more belongs into a module of its own (docs/decisions.md):\n%s", len(modules), most, strings.Join(modules, "\n"))
	}
	for _, m := range modules {
		for _, heavy := range []string{"sqlite", "pgx", "parquet", "nats", "kafka", "franz-go", "prometheus", "huma", "mcp", "chromedp", "beam", "/claimwire/corpus"} {
			if strings.Contains(m, heavy) {
				t.Errorf("a user of the library resolves %s", m)
			}
		}
	}
}
