// Command localproxy makes a folder that the go command takes for a module proxy,
// with one version of every module of go.work.
//
//	go run ./localproxy -repo .. -version v0.1.0 -out /tmp/proxy
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

func main() {
	repo := flag.String("repo", "..", "folder with go.work")
	version := flag.String("version", "", "version that every module gets")
	out := flag.String("out", "", "folder of the proxy")
	flag.Parse()
	if err := run(*repo, *version, *out); err != nil {
		fmt.Fprintln(os.Stderr, "localproxy:", err)
		os.Exit(1)
	}
}

func run(repo, version, out string) error {
	repo, err := filepath.Abs(repo)
	if err != nil {
		return err
	}
	path := filepath.Join(repo, "go.work")
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	work, err := modfile.ParseWork(path, data, nil)
	if err != nil {
		return err
	}
	for _, u := range work.Use {
		if err := write(repo, filepath.Clean(u.Path), version, out); err != nil {
			return fmt.Errorf("module %s: %w", u.Path, err)
		}
	}
	return nil
}

// write makes the four files of one version of a module: list, info, mod, zip.
func write(repo, dir, version, out string) error {
	gomod, err := os.ReadFile(filepath.Join(repo, dir, "go.mod"))
	if err != nil {
		return err
	}
	m := module.Version{Path: modfile.ModulePath(gomod), Version: version}
	escaped, err := module.EscapePath(m.Path)
	if err != nil {
		return err
	}
	folder := filepath.Join(out, escaped, "@v")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	info := fmt.Sprintf("{\"Version\":%q,\"Time\":%q}\n", version, time.Now().UTC().Format(time.RFC3339))
	for name, data := range map[string]string{"list": version + "\n", version + ".info": info, version + ".mod": string(gomod)} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o644); err != nil {
			return err
		}
	}
	file, err := os.Create(filepath.Join(folder, version+".zip"))
	if err != nil {
		return err
	}
	if err := zip.CreateFromDir(file, m, filepath.Join(repo, dir)); err != nil {
		return err
	}
	return file.Close()
}
