package golden

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/txtar"
)

// TXTAR writes an article with some layers of its document as a golden case, which Load
// reads.
func TXTAR(d *extract.Document, name string, layers []string) ([]byte, error) {
	a := &txtar.Archive{}
	add := func(name, data string) {
		if data != "" && !strings.HasSuffix(data, "\n") {
			data += "\n"
		}
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
	}
	if strings.HasPrefix(d.Text, "-- ") || strings.Contains(d.Text, "\n-- ") {
		return nil, fmt.Errorf("article %s: a line that starts with -- cannot stand in txtar: keep it as .txt with %s", d.ID, linesSuffix)
	}
	add(strings.TrimSpace("article "+name), d.Text+"\n")
	if !d.Published.IsZero() {
		add("published", d.Published.String())
	}
	for _, l := range layers {
		lines, err := Dump(d, l)
		if err != nil {
			return nil, err
		}
		add(l, strings.Join(lines, "\n"))
	}
	return txtar.Format(a), nil
}

// Init makes a golden of the present output for each text (.txt) under root that has
// none: its claims as NAME.claims.jsonl beside it. It returns how many it made. They
// are a first draft: read them, and mend what is wrong.
func Init(ctx context.Context, root string, o Options) (int, error) {
	made := 0
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".txt" || e.Name() == "known.txt" {
			return err
		}
		base := strings.TrimSuffix(path, ".txt")
		if _, err := os.Stat(base + linesSuffix); err == nil {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		a := &extract.Article{ID: filepath.Base(base), Text: string(text)}
		if a.Published, err = publishedBeside(base); err != nil {
			return err
		}
		annotate, err := o.annotate()
		if err != nil {
			return err
		}
		d, err := annotate(ctx, a)
		if err != nil {
			return err
		}
		lines, err := claimLines(d)
		if err != nil {
			return err
		}
		made++
		return os.WriteFile(base+linesSuffix, lines, 0o644)
	})
	return made, err
}
