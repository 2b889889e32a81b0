package tag

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/internal/treebank"
)

// A goldDoc is a document of a treebank as raw text, with its words by span.
type goldDoc struct {
	name  string
	text  strings.Builder
	words map[extract.Span]treebank.Word
}

func goldDocs(t *testing.T, pattern string) []*goldDoc {
	t.Helper()
	dir := os.Getenv("CLAIMWIRE_DATA")
	if dir == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	files, err := filepath.Glob(filepath.Join(dir, "ud", pattern))
	if err != nil {
		t.Fatal(err)
	}
	var docs []*goldDoc
	for _, f := range files {
		trees, err := treebank.OpenCoNLLU(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range trees {
			if s.NewDoc {
				docs = append(docs, &goldDoc{name: s.Doc, words: map[extract.Span]treebank.Word{}})
			}
			d := docs[len(docs)-1]
			if s.NewPar {
				d.text.WriteString("\n\n")
			} else {
				d.text.WriteString(" ")
			}
			at := d.text.Len()
			d.text.WriteString(s.Text)
			for _, w := range s.Words {
				d.words[extract.Span{Start: at + w.Start, End: at + w.End}] = w
			}
		}
	}
	return docs
}

func share(right, all int) float64 { return 100 * float64(right) / float64(all) }

// sameXPOS forgives what the treebanks themselves are at odds about.
func sameXPOS(got, want, form string) bool {
	switch {
	case got == want, want == "HYPH" && got == ":", want == "NFP" || got == "NFP", want == "ADD" || got == "ADD":
		return true
	case strings.EqualFold(form, "to"):
		return want == "IN" || want == "TO"
	case strings.Contains(",.:", want) && strings.Contains(",.:", got):
		return true
	case (want == "``" || want == "''") && (got == "``" || got == "''"):
		return true
	}
	return false
}

func TestScoreTags(t *testing.T) {
	for _, tt := range []struct{ name, file, genre string }{
		{"gum-dev", "gum-dev.conllu.gz", ""},
		{"gum-test", "gum-test.conllu.gz", ""},
		{"gum-news dev+test", "gum-[dt]e*.conllu.gz", "GUM_news"},
		{"ewt-dev", "ewt-dev.conllu.gz", ""},
		{"ewt-test", "ewt-test.conllu.gz", ""},
	} {
		xpos, upos, lemmas, all := 0, 0, 0, 0
		wrong := map[string]int{}
		for _, g := range goldDocs(t, tt.file) {
			if !strings.HasPrefix(g.name, tt.genre) {
				continue
			}
			d := &extract.Document{Article: &extract.Article{Text: g.text.String()}}
			for _, stage := range []extract.Stage{segment.Stage, Stage} {
				if err := stage.Run(d); err != nil {
					t.Fatal(err)
				}
			}
			for _, tok := range d.Tokens {
				w, ok := g.words[tok.Span]
				if !ok {
					continue
				}
				all++
				note := func(kind, got, want string) {
					wrong[fmt.Sprintf("%s %s for %s: %s", kind, got, want, tok.Norm)]++
					wrong[fmt.Sprintf("%s %s for %s", kind, got, want)]++
				}
				if sameXPOS(tok.XPOS, w.XPOS, w.Form) {
					xpos++
				} else {
					note("xpos", tok.XPOS, w.XPOS)
				}
				if tok.UPOS == w.UPOS {
					upos++
				} else {
					note("upos", tok.UPOS, w.UPOS)
				}
				if strings.EqualFold(tok.Lemma, w.Lemma) {
					lemmas++
				} else {
					note("lemma", tok.Lemma, w.Lemma+" "+tok.XPOS+"/"+w.XPOS)
				}
			}
		}
		t.Logf("score: tag %s XPOS\t%.2f", tt.name, share(xpos, all))
		t.Logf("score: tag %s UPOS\t%.2f", tt.name, share(upos, all))
		t.Logf("score: tag %s lemma\t%.2f", tt.name, share(lemmas, all))
		if os.Getenv("SHOW") == tt.name {
			showMost(t, wrong)
		}
	}
}

func showMost(t *testing.T, wrong map[string]int) {
	keys := make([]string, 0, len(wrong))
	for k := range wrong {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(wrong[b]-wrong[a], strings.Compare(a, b)) })
	for _, k := range keys[:min(len(keys), 300)] {
		t.Logf("%5d %s", wrong[k], k)
	}
}
