package claimdiff

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

func run(t *testing.T, edit func(*extract.Claim), text string) *Run {
	t.Helper()
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Annotate(t.Context(), &extract.Article{ID: "a", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Claims {
		edit(&d.Claims[i])
	}
	data, err := json.Marshal(d.Record(extract.Claims))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(strings.NewReader(string(data)+"\n"), "run")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const text = "Mayor Tom Hale said the dam was safe. Jane Rowe denied that 40 people had left."

func TestCompare(t *testing.T) {
	keep := func(*extract.Claim) {}
	was := run(t, keep, text)
	if r := Compare(was, run(t, keep, text)); !r.Empty() || r.Same != 2 {
		t.Errorf("a run differs from itself: %+v", r)
	}
	r := Compare(was, run(t, func(c *extract.Claim) {
		if c.Stance == extract.Deny {
			c.Factuality, c.Source.Name = extract.CertainPos, "Tom Hale"
		}
	}, text))
	if r.Fields["factuality"] != 1 || r.Fields["source.name"] != 1 || r.Kinds["factuality CT- to CT+"] != 1 || len(r.Changes) != 1 {
		t.Errorf("fields %v, codes %v, %d changes", r.Fields, r.Kinds, len(r.Changes))
	}
	var b strings.Builder
	if err := r.Write(&b, 0); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1 the same, 1 changed, 0 lost, 0 added", "factuality: CT- -> CT+", "Mayor Tom Hale said the dam was safe. Jane Rowe denied"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// A claim whose content ends elsewhere has another id, and is still the same act.
func TestEdgeMoved(t *testing.T) {
	keep := func(*extract.Claim) {}
	r := Compare(run(t, keep, text), run(t, func(c *extract.Claim) {
		if c.Stance == extract.Deny {
			c.ID = "c2"
			c.Parts[0].End -= 5
			c.Parts[0].Text = strings.TrimSuffix(c.Parts[0].Text, " left")
		}
	}, text))
	if len(r.Changes) != 1 || r.Fields["parts"] != 1 {
		t.Errorf("%+v", r)
	}
}

func TestAddedAndLost(t *testing.T) {
	keep := func(*extract.Claim) {}
	r := Compare(run(t, keep, text), run(t, keep, "Mayor Tom Hale said the dam was safe."))
	if len(r.Changes) != 1 || r.Changes[0].New != nil {
		t.Errorf("%+v", r.Changes)
	}
}

func TestRead(t *testing.T) {
	for in, want := range map[string]string{
		"rubbish":                           "x:1: no record",
		`{"v":"xy/1"}`:                      "x:1: neither claim/1 nor doc/1",
		`{"v":"claim/1","offsets":"chars"}`: "x:1: offsets in chars",
	} {
		if _, err := Read(strings.NewReader(in), "x"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
	r, err := Read(strings.NewReader("\n{\"id\":\"a\",\"error\":\"article a: text: empty\"}\n{\"v\":\"empty/1\",\"article\":\"b\"}\n"), "x")
	if err != nil || len(r.Articles) != 1 {
		t.Errorf("%v, %v", r, err)
	}
}
