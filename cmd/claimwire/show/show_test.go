package show

import (
	"bytes"
	"strings"
	"testing"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
)

func extractor(t testing.TB) *claimwire.Extractor {
	t.Helper()
	c, err := claimwire.New(claimwire.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func document(t testing.TB, id, text string) *extract.Document {
	t.Helper()
	published, err := extract.ParseTimestamp("2024-10-24")
	if err != nil {
		t.Fatal(err)
	}
	d, err := extractor(t).Annotate(t.Context(), &extract.Article{ID: id, Text: text, Published: published})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const dam = "Mayor Tom Hale said on Tuesday the dam in Leeds held 40 tonnes. “We tested it,” he said. “Twice.”\n\nJane Rowe said Lee had denied that the café was safe.\n"

// TestPieces wants the pieces of each paragraph to be its text.
func TestPieces(t *testing.T) {
	d := document(t, "dam", dam)
	claims := cards(d, 0)
	for i, b := range blocks(d, claims) {
		var text strings.Builder
		for _, p := range b.Pieces {
			text.WriteString(p.Text)
		}
		if want := d.In(d.Paragraphs[i].Span); text.String() != want {
			t.Errorf("%q, want %q", text.String(), want)
		}
	}
	for _, c := range claims {
		for _, part := range c.Parts {
			var text strings.Builder
			for _, b := range blocks(d, claims) {
				for _, p := range b.Pieces {
					if strings.Contains(" "+p.Content+" ", " "+c.Number+" ") {
						text.WriteString(p.Text)
					}
				}
			}
			if !strings.Contains(text.String(), part.Text) {
				t.Errorf("%s: %q is not marked in %q", c.Number, part.Text, text.String())
			}
		}
	}
	nested := false
	for _, c := range claims {
		nested = nested || c.Depth == 1
	}
	if !nested {
		t.Error("no claim is nested")
	}
}

// TestHostile wants nothing of an article to become markup or script.
func TestHostile(t *testing.T) {
	d := document(t, "<img src=x onerror=alert(1)>", "Tom </script><script>alert(1)</script> Hale said “<b onmouseover=alert(1)>40</b>” people left.\n")
	d.URL, d.Title = "javascript:alert(1)", "</title><script>alert(2)</script>"
	var b bytes.Buffer
	if err := Page(&b, extractor(t), []*extract.Document{d, document(t, "empty", "Nothing.")}, nil); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	if n := strings.Count(page, "<script>"); n != 1 {
		t.Errorf("%d scripts", n)
	}
	for _, bad := range []string{"<b onmouseover", "<img", "javascript:", "</title><script>"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	if !strings.Contains(page, "No claim was found.") || !strings.Contains(page, "script-src &#39;sha256-") {
		t.Error("no word of an article without claims, or no policy")
	}
}

func TestTerminal(t *testing.T) {
	var b bytes.Buffer
	if err := Terminal(&b, document(t, "dam", strings.Replace(dam, "Jane", "\x1b]0;x\aJane", 1)), true); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{yellow + "Mayor Tom Hale" + off, magenta + "said" + off, "number 40 tonnes = 40 t", "place  Leeds GB-LDS"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "\x1b]") || strings.Contains(b.String(), "\a") {
		t.Error("a control sequence of the article came through")
	}
	b.Reset()
	if err := Terminal(&b, document(t, "dam", dam), false); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "\x1b") {
		t.Error("colour where none was wanted")
	}
}

// TestPageOfManyClaims wants a page to hold what a browser bears, and to say what it leaves out.
func TestPageOfManyClaims(t *testing.T) {
	d := document(t, "many", strings.Repeat("Ann Lee said the dam was safe.\n\n", mostClaims/2+10))
	var b bytes.Buffer
	if err := Page(&b, extractor(t), []*extract.Document{d, d}, nil); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "<li tabindex"); n != mostClaims {
		t.Errorf("%d claims", n)
	}
	if !strings.Contains(b.String(), "20 more claims are not shown here") {
		t.Error("no word of the claims that were left out")
	}
	if n := strings.Count(b.String(), "the dam was safe"); n < 2*(mostClaims/2+10) {
		t.Errorf("the text is cut: %d", n)
	}
}
