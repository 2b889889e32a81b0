package clean

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
)

// The founding article as three kinds of sites would show it has the title, the
// body and the date that its plain text has.
func TestFoundingPages(t *testing.T) {
	text, err := os.ReadFile("../../corpus/founding/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := parts(t, &extract.Article{Text: string(text)})
	for _, name := range []string{"blog.html", "app.html", "old.html"} {
		page, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		a := &extract.Article{Page: page}
		if diff := cmp.Diff(want, parts(t, a)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if got := a.Published.Format("2006-01-02"); got != "2024-10-24" || a.Lang != "en" {
			t.Errorf("%s: published %s, language %q", name, got, a.Lang)
		}
	}
}

// parts are the paragraphs that yield claims, and those around pictures.
func parts(t *testing.T, a *extract.Article) (out []string) {
	t.Helper()
	d := &extract.Document{Article: a}
	if err := Stage.Run(d); err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Paragraphs {
		if p.Section == extract.Title || p.Section == extract.Body {
			out = append(out, p.Section+": "+d.In(p.Span))
		}
	}
	return out
}
