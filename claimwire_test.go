package claimwire_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/golden"
)

const news = "Mayor Ann Lee said on Wednesday that the bridge would cost $3 million.\n\nShe denied that it would close."

func extractor(t testing.TB, o claimwire.Options) *claimwire.Extractor {
	t.Helper()
	c, err := claimwire.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func cases(t testing.TB) (all []*claimwire.Article) {
	t.Helper()
	files, err := golden.Load("golden")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		for _, c := range f.Cases {
			all = append(all, c.Article)
		}
	}
	return all
}

// A layer that is wanted alone is the same as among all: what was left out did not matter.
func TestWantedLayers(t *testing.T) {
	all := extractor(t, claimwire.Options{})
	only := map[claimwire.Layer]*claimwire.Extractor{}
	for l := claimwire.Sections; l <= claimwire.Claims; l <<= 1 {
		if l == claimwire.Tokens {
			continue // they are recorded with their tags, a layer of its own
		}
		only[l] = extractor(t, claimwire.Options{Layers: l})
	}
	for i, a := range cases(t) {
		if i%4 != 0 {
			continue // every fourth shows as much
		}
		whole, err := all.Annotate(context.Background(), a)
		if err != nil {
			continue
		}
		for l, c := range only {
			d, err := c.Annotate(context.Background(), a)
			if err != nil || d.Has&l == 0 {
				t.Fatalf("%s, %s alone: has %s, %v", a.ID, l, d.Has, err)
			}
			if diff := cmp.Diff(whole.Record(l), d.Record(l)); diff != "" {
				t.Errorf("%s: %s alone differs from %s among all:\n%s", a.ID, l, l, diff)
			}
		}
	}
	d, _ := only[claimwire.Quantities].Annotate(context.Background(), &claimwire.Article{Text: news})
	if d.Has&(claimwire.Attributions|claimwire.Claims) != 0 {
		t.Errorf("for quantities alone, %s was computed", d.Has)
	}
}

func TestLimits(t *testing.T) {
	day, _ := claimwire.ParseTimestamp("2024-10-25")
	c := extractor(t, claimwire.Options{Published: day, MaxBytes: 200})
	d, err := c.Annotate(context.Background(), &claimwire.Article{ID: "a", Text: news})
	if err != nil || d.Published != day || d.Claims[0].Times[0].Value != "2024-10-23" {
		t.Errorf("published %s, %v", d.Published, err)
	}
	own, _ := claimwire.ParseTimestamp("2024-10-11")
	if d, _ = c.Annotate(context.Background(), &claimwire.Article{Text: news, Published: own}); d.Published != own {
		t.Errorf("the article's own date became %s", d.Published)
	}
	_, err = c.Annotate(context.Background(), &claimwire.Article{ID: "long", Text: strings.Repeat(news, 3)})
	if !errors.Is(err, claimwire.ErrTooLong) || err.Error() != "article long: limits: article is too long: 309 bytes, the limit is 200" {
		t.Errorf("a long article: %v", err)
	}
	_, err = c.Annotate(context.Background(), &claimwire.Article{Page: make([]byte, 201)})
	if !errors.Is(err, claimwire.ErrTooLong) {
		t.Errorf("a long page: %v", err)
	}
	hurried := extractor(t, claimwire.Options{Timeout: time.Nanosecond})
	if _, err = hurried.Annotate(context.Background(), &claimwire.Article{Text: news}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("no time: %v", err)
	}
	n := 0
	for _, err := range hurried.Run(context.Background(), claimwire.Articles(&claimwire.Article{Text: news}, &claimwire.Article{Text: news})) {
		if n++; !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("no time in a run: %v", err)
		}
	}
	if n != 2 {
		t.Errorf("%d documents of 2", n)
	}
}

func TestOwnStages(t *testing.T) {
	stage := func(run func(*claimwire.Document) error) claimwire.Stage {
		return claimwire.Stage{Name: "mine", Needs: claimwire.Claims, Run: run}
	}
	for _, tt := range []struct {
		name  string
		stage claimwire.Stage
		want  string
	}{
		{"adds to Extra", stage(func(d *claimwire.Document) error { d.Extra["desk"] = "city"; return nil }), ""},
		{"changes claims, and says so", claimwire.Stage{Name: "mine", Edits: claimwire.Claims, Run: func(d *claimwire.Document) error { d.Claims = d.Claims[:1]; return nil }}, ""},
		{"fails", stage(func(d *claimwire.Document) error { return errors.New("no desk") }), "article a: mine: no desk"},
		{"panics", stage(func(d *claimwire.Document) error { panic("oh") }), "article a: mine: internal error: oh in "},
		{"changes claims", stage(func(d *claimwire.Document) error { d.Claims = nil; return nil }), "article a: mine: the stage changed claims, which it declares neither in Gives nor in Edits"},
		{"changes a word of a claim", stage(func(d *claimwire.Document) error { d.Claims[0].Cue.Start++; return nil }), "the stage changed claims"},
		{"changes the text", stage(func(d *claimwire.Document) error { d.Text += "!"; return nil }), "the stage changed text"},
		{"changes tokens and entities", stage(func(d *claimwire.Document) error { d.Tokens[0].Lemma = "x"; d.Entities[0].Name = "x"; return nil }), "the stage changed tokens, entities"},
		{"leaves a wrong span", claimwire.Stage{Name: "mine", Edits: claimwire.Times, Run: func(d *claimwire.Document) error {
			d.Times = append(d.Times, claimwire.Time{Passage: claimwire.Passage{Text: "now", Span: claimwire.Span{Start: 0, End: 3}}})
			return nil
		}}, "the stage left a document that is not sound: time 1"},
	} {
		c := extractor(t, claimwire.Options{Stages: []claimwire.Stage{tt.stage}})
		if err := c.Warm(); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		a := &claimwire.Article{ID: "a", Text: news}
		_, err := c.Annotate(context.Background(), a)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("a stage that %s: %v, want %q", tt.name, err, tt.want)
		}
		if a.Extra != nil {
			t.Errorf("a stage that %s changed the caller's article", tt.name)
		}
	}
	if _, err := claimwire.New(claimwire.Options{Stages: []claimwire.Stage{{Name: "mine"}}}); err == nil {
		t.Error("a stage without a function")
	}
}

func TestLoggerHearsFaultsOnly(t *testing.T) {
	var log bytes.Buffer
	bad := claimwire.Stage{Name: "mine", Run: func(d *claimwire.Document) error {
		if d.ID == "bad" {
			panic("oh")
		}
		return nil
	}}
	c := extractor(t, claimwire.Options{Logger: slog.New(slog.NewTextHandler(&log, nil)), Stages: []claimwire.Stage{bad}})
	for range c.Run(context.Background(), claimwire.Articles(&claimwire.Article{ID: "good", Text: news}, &claimwire.Article{ID: "wall", Page: []byte("<p>x</p>")})) {
	}
	if log.Len() > 0 {
		t.Errorf("logged: %s", log.String())
	}
	c.Annotate(context.Background(), &claimwire.Article{ID: "bad", Text: news})
	if !strings.Contains(log.String(), "article bad: mine: internal error") || !strings.Contains(log.String(), "stack=") {
		t.Errorf("logged: %s", log.String())
	}
}

// Many goroutines share one Extractor, and every one gets the same bytes.
func TestConcurrentUse(t *testing.T) {
	c := extractor(t, claimwire.Options{})
	text, err := os.ReadFile("corpus/founding/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	one := func() string {
		d, err := c.Annotate(context.Background(), &claimwire.Article{Text: string(text)})
		if err != nil {
			t.Error(err)
			return ""
		}
		data, _ := json.Marshal(d.ClaimRecords())
		return string(data)
	}
	want := one()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if one() != want {
				t.Error("another goroutine got other claims")
			}
		})
	}
	all.Wait()
}

// Records that were written can be read again, without loss.
func TestRecordsAgain(t *testing.T) {
	c := extractor(t, claimwire.Options{})
	for i, a := range cases(t) {
		if i%8 != 0 {
			continue
		}
		d, err := c.Annotate(context.Background(), a)
		if err != nil {
			continue
		}
		all, _ := claimwire.ParseLayers("all")
		for _, v := range []struct{ record, again any }{{d.Record(all), &claimwire.Record{}}, {d.ClaimRecords(), &[]claimwire.ClaimRecord{}}} {
			data, err := json.Marshal(v.record)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, v.again); err != nil {
				t.Fatalf("%s: %v", a.ID, err)
			}
			if again, err := json.Marshal(v.again); err != nil || !bytes.Equal(again, data) {
				t.Errorf("%s: read again: %v\n%s\n%s", a.ID, err, data, again)
			}
		}
	}
}

func TestNewArticle(t *testing.T) {
	for _, tt := range []struct {
		data, mediaType string
		page            bool
		text            string
	}{
		{"The café.", "", false, "The café."},
		{"The caf\xe9.", "text/plain", false, "The café."},
		{"<p>The café.", "text/html; charset=utf-8", true, ""},
		{" <!DOCTYPE html><p>x", "", true, ""},
		{"<html>", "text/plain", false, "<html>"},
	} {
		a := claimwire.NewArticle("x", []byte(tt.data), tt.mediaType)
		if a.ID != "x" || (a.Page != nil) != tt.page || a.Text != tt.text {
			t.Errorf("%q as %q: %+v", tt.data, tt.mediaType, a)
		}
	}
}

// The first article after Warm takes no longer than the others.
func TestWarm(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	c := extractor(t, claimwire.Options{})
	if err := c.Warm(); err != nil {
		t.Fatal(err)
	}
	for _, l := range []extract.Layer{claimwire.Quantities, claimwire.Sections} {
		if err := extractor(t, claimwire.Options{Layers: l}).Warm(); err != nil {
			t.Errorf("for %s alone: %v", l, err)
		}
	}
}
