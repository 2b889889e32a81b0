package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// sampled is about how many rows of each list are tried.
const sampled = 60

// TestFirstAndLastTokens puts every entry of the lists where it has no neighbour: nothing
// may look before the first token or past the last.
func TestFirstAndLastTokens(t *testing.T) {
	lists, err := filepath.Glob("../extract/lexicon/*.tsv")
	if err != nil || len(lists) == 0 {
		t.Fatal("no lists", err)
	}
	p := english(t)
	try := func(text string) { annotateOnce(t, p, text) }
	for _, path := range lists {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		table, err := lexicon.Parse(filepath.Base(path), string(data))
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range table.Rows {
			if i%(len(table.Rows)/sampled+1) != 0 {
				continue
			}
			for _, cell := range row.Cells[:min(3, len(row.Cells))] {
				for _, entry := range strings.Split(cell, "|") {
					if entry = strings.ReplaceAll(entry, "_", " "); entry == "" || len(entry) > 40 {
						continue
					}
					first, size := utf8.DecodeRuneInString(entry)
					upper := string(unicode.ToUpper(first)) + entry[size:]
					try(entry + "\n\n" + upper + ". Gov. Rowe said it.\n\nHe said it in " + entry + "\n\n“" + upper + ".” " + entry)
					try(upper + ". Dr.\n\n5 " + entry + "\n\n" + upper + " 5\n\n" + upper + ": “" + entry)
				}
			}
		}
	}
	for _, text := range []string{"Va. Gov. Rowe said it.", "Pa. Dr.", "Pa. Supreme Court upholds map\n\nThe court said on Monday that the map stands.", "N.", "“N.” Rowe", ".", "”", "said", "said.", "$", "%"} {
		try(text)
	}
}

// annotateOnce fails the test where a stage panics or breaks an invariant.
func annotateOnce(t *testing.T, p *Pipeline, text string) {
	t.Helper()
	d, err := p.Annotate(t.Context(), newArticle(text))
	if err == nil {
		err = d.Check()
	}
	if err != nil {
		t.Errorf("%q: %v", text, err)
	}
}
