package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/internal/treebank"
)

// sayVerbs are the verbs of saying and thinking whose subjects and complements matter
// to attribution.
var sayVerbs = strings.Fields(`say tell report announce claim add note explain argue believe think know suggest state
	declare insist admit deny confirm warn predict estimate expect hope fear reveal show find indicate write ask
	acknowledge conclude maintain allege assert agree promise understand feel see hear mean guess decide mention
	recall remember realize doubt imply propose recommend contend`)

// TestScoreTrees measures on the sentences and words of the treebanks, with our tags.
func TestScoreTrees(t *testing.T) {
	dir := os.Getenv("CLAIMWIRE_DATA")
	if dir == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	verbs := map[string]bool{}
	for _, v := range sayVerbs {
		verbs[v] = true
	}
	var all treebank.ClauseScore
	for _, tt := range []struct{ name, files, prefix string }{
		{"ewt-dev", "ewt-dev.conllu.gz", ""},
		{"ewt-test", "ewt-test.conllu.gz", ""},
		{"gum-dev", "gum-dev.conllu.gz", ""},
		{"gum-test", "gum-test.conllu.gz", ""},
		{"gum-news dev+test", "gum-[dt]e*.conllu.gz", "GUM_news"},
	} {
		var trees treebank.TreeScore
		files, err := filepath.Glob(filepath.Join(dir, "ud", tt.files))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			for _, gold := range documents(t, f) {
				if !strings.HasPrefix(gold.ID, tt.prefix) {
					continue
				}
				d := treebank.Copy(gold)
				for _, stage := range []extract.Stage{tag.Stage, Stage} {
					if err := stage.Run(d); err != nil {
						t.Fatal(err)
					}
				}
				trees.Add(gold, d)
				if tt.prefix == "" {
					all.Add(gold, d, verbs)
				}
			}
		}
		t.Logf("score: parse %s UAS\t%.2f", tt.name, trees.UAS())
		t.Logf("score: parse %s LAS\t%.2f", tt.name, trees.LAS())
	}
	for _, s := range []struct {
		name string
		hits treebank.Hits
	}{{"subjects of say verbs", all.Subjects}, {"ccomp of say verbs", all.Complements}} {
		t.Logf("score: parse ewt+gum dev+test %s recall\t%.2f", s.name, s.hits.Recall())
		t.Logf("score: parse ewt+gum dev+test %s precision\t%.2f", s.name, s.hits.Precision())
	}
}

func documents(t *testing.T, file string) []*extract.Document {
	t.Helper()
	docs, err := treebank.Documents(file, segment.Stage)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}
