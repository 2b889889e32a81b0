package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
)

// The founding article gives the same claims as plain text and as three kinds of
// sites would show it. Only the offsets differ.
func TestTemplates(t *testing.T) {
	p, err := New(English()...)
	if err != nil {
		t.Fatal(err)
	}
	published, err := extract.ParseTimestamp("2024-10-24")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../corpus/founding/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := claimLines(t, p, &extract.Article{Text: string(text), Published: published})
	if len(want) < 20 {
		t.Fatalf("%d claims in the plain text", len(want))
	}
	for _, name := range []string{"blog.html", "app.html", "old.html"} {
		page, err := os.ReadFile(filepath.Join("../extract/clean/testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, claimLines(t, p, &extract.Article{Page: page})); diff != "" {
			t.Errorf("%s (- plain text, + page): %s", name, diff)
		}
	}
}

// claimLines is what each claim says, without where it says it.
func claimLines(t *testing.T, p *Pipeline, a *extract.Article) (lines []string) {
	t.Helper()
	d, err := p.Annotate(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range d.Claims {
		cue := ""
		if c.Cue != nil {
			cue = c.Cue.Text
		}
		line := fmt.Sprintf("%s:%d %s %s %s source=%q,%s cue=%q content=%q", c.Section, c.Sentence, c.Type, c.Stance, c.Factuality, c.Source.Name, c.Source.Role, cue, c.Content)
		for _, q := range c.Quantities {
			line += fmt.Sprintf(" quantity=%s,%s,%s,%s,%s", q.Value, q.Low, q.High, q.Unit, q.Of)
		}
		for _, x := range c.Times {
			line += fmt.Sprintf(" time=%s,%s,%s", x.Type, x.Value, x.Mod)
		}
		lines = append(lines, line)
	}
	return lines
}
