package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"
)

// An article is one line of what claimwire reads from JSON Lines.
type article struct {
	ID        string `json:"id"`
	Text      string `json:"text,omitempty"`
	HTML      string `json:"html,omitempty"`
	Published string `json:"published,omitempty"`
}

// texts gathers the articles in a fixed order.
func texts(data string, limit int) ([]article, error) {
	founding, err := os.ReadFile("corpus/founding/article.txt")
	if err != nil {
		return nil, fmt.Errorf("run it from the top folder of the module: %w", err)
	}
	out := []article{{ID: "founding", Text: string(founding), Published: "2024-10-24"}}
	walks := []struct {
		root, pattern string
		read          func(string) ([]article, error)
	}{
		{"golden", "*.txtar", readGolden},
		{filepath.Join(data, "claims"), "*.txt", readText},
		{filepath.Join(data, "polnear", "dev", "text"), "*.txt", readText},
		{filepath.Join(data, "fresh"), "*.jsonl.gz", readLines},
	}
	for i, w := range walks {
		if i > 0 && data == "" {
			break
		}
		found, err := walk(w.root, w.pattern, w.read)
		if err != nil {
			return nil, err
		}
		if i > 0 && len(found) > limit {
			found = found[:limit]
		}
		out = append(out, found...)
	}
	return out, nil
}

// walk reads all files under root whose name fits; a root that is not there has none.
func walk(root, pattern string, read func(string) ([]article, error)) (out []article, err error) {
	if _, err := os.Stat(root); err != nil {
		return nil, nil
	}
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if ok, _ := filepath.Match(pattern, e.Name()); !ok {
			return nil
		}
		found, err := read(path)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, found...)
		return nil
	})
	return out, err
}

func readText(path string) ([]article, error) {
	data, err := os.ReadFile(path)
	return []article{{ID: filepath.Base(path), Text: string(data), Published: "2024-10-24"}}, err
}

func readGolden(path string) ([]article, error) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		return nil, err
	}
	var out []article
	for i, s := range archive.Files {
		a := article{ID: fmt.Sprintf("%s:%d", path, i)}
		kind, _, _ := strings.Cut(s.Name, " ")
		switch kind {
		case "article":
			a.Text = string(s.Data)
		case "page":
			a.HTML = string(s.Data)
		case "published":
			if len(out) > 0 {
				out[len(out)-1].Published = string(bytes.TrimSpace(s.Data))
			}
			continue
		default:
			continue
		}
		out = append(out, a)
	}
	return out, nil
}

func readLines(path string) ([]article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var out []article
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, lines.Err()
}
