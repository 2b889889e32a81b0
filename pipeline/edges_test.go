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
	for _, text := range []string{"Va. Gov. Rowe said it.", "Pa. Dr.", "Pa. Supreme Court upholds map\n\nThe court said on Monday that the map stands.", "N.", "“N.” Rowe", ".", "”", "said", "said.", "$", "%", "0T", "5M sales", "It was late, according to the customs office, a"} {
		try(text)
	}
}

// pieces are short texts of each kind that a rule looks for beside another.
var pieces = strings.Fields(`0 T 5 3M 1/2 $ % - — ’ ' “ ” " ( ) : ; , . ? ... said says not of the a he who that and to from more than by
	according I if may Rowe Jane May Monday 2024 Va. Inc. troops million thousand ago left likely 's n't`)

// TestShortTexts joins any two and some three of the pieces, with and without a blank between: in
// a text of so few tokens every rule looks past its ends.
func TestShortTexts(t *testing.T) {
	p := english(t)
	n, gaps := 0, []string{"", " ", "\n\n"}
	if testing.Short() {
		gaps = gaps[:1]
	}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, gap := range gaps {
				annotateOnce(t, p, a+gap+b)
				n++
				annotateOnce(t, p, a+gap+b+" "+pieces[n%len(pieces)])
			}
		}
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
