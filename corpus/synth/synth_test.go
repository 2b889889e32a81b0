package synth_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/corpus/synth"
	"github.com/claimwire/claimwire/extract"
)

// A dump is the same on every run, whole and in parts, and both forms hold the
// same stories.
func TestDumps(t *testing.T) {
	m, err := synth.New("../../golden")
	if err != nil {
		t.Fatal(err)
	}
	var lines, head, tail, warc bytes.Buffer
	for _, err := range []error{m.WriteJSONL(&lines, 0, 12), m.WriteJSONL(&head, 0, 5), m.WriteJSONL(&tail, 5, 12), m.WriteWARC(&warc, 0, 12)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if whole, parts := lines.String(), head.String()+tail.String(); whole != parts {
		t.Error("a dump in two parts has other bytes than the whole")
	}
	dir := t.TempDir()
	read := func(name string, data []byte) (all []*extract.Article) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		for a, err := range corpus.Open(context.Background(), []string{path}, corpus.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, a)
		}
		return all
	}
	texts, pages := read("a.jsonl", lines.Bytes()), read("a.warc.gz", warc.Bytes())
	if len(texts) != 12 || len(pages) != 12 {
		t.Fatalf("%d texts and %d pages of 12 stories", len(texts), len(pages))
	}
	for i, a := range texts {
		if a.URL != pages[i].URL {
			t.Errorf("story %d: %s as text, %s as page", i, a.URL, pages[i].URL)
		}
		if n := len(strings.Fields(a.Text)); n < 650 || n > 900 {
			t.Errorf("story %d has %d words", i, n)
		}
		if i > 0 && a.Text == texts[i-1].Text {
			t.Errorf("stories %d and %d are the same", i-1, i)
		}
	}
}
