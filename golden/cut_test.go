package golden

import (
	"regexp"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

var wordEnd = regexp.MustCompile(`\s+`)

// longestCut bounds the texts that TestCutShort cuts, in bytes.
const longestCut = 100

// TestCutShort reads the articles of the goldens cut after each word and before each word: an
// article may end anywhere, and no rule may look past its end.
func TestCutShort(t *testing.T) {
	p := english(t)
	files, err := Load(".")
	if err != nil {
		t.Fatal(err)
	}
	try := func(text string) {
		d, err := p.Annotate(t.Context(), &extract.Article{ID: text, Text: text})
		if err == nil {
			err = d.Check()
		}
		if err != nil {
			t.Error(err)
		}
	}
	for _, f := range files {
		for _, c := range f.Cases {
			if c.Article.Page != nil || len(c.Article.Text) > longestCut {
				continue
			}
			for _, at := range wordEnd.FindAllStringIndex(c.Article.Text, -1) {
				try(c.Article.Text[:at[0]])
				try(c.Article.Text[at[1]:])
			}
		}
	}
}
