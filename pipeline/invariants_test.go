package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"sort"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// news are short articles that between them fire most kinds of rules.
var news = []string{
	"“We will not pay,” Finance Minister Jane Rowe said on Tuesday. “Not one cent of the $2.5 billion.”",
	"Police denied that 12 people had died in the fire, which broke out at 3 a.m. on Sunday.\n\nA spokesman, Tom Hale, said the cause was unknown. He declined to comment further.",
	"Shares of Acme Corp. rose 3.2% to $4.50 from $4.36 after the company said profit had doubled.",
	"PORTHAVEN, Jan. 3 (Wire) — The storm killed at least 40 people, according to officials.\n\nThe toll could rise, they said.",
	"\"If it rains,\" said Ann Lee, a forecaster, \"the match is off.\" Between 10 and 20 fans had reportedly left.",
	"A person familiar with the matter, who asked not to be named because the talks are private, said the deal was near.",
}

func list(articles []*extract.Article) iter.Seq2[*extract.Article, error] {
	return func(yield func(*extract.Article, error) bool) {
		for _, a := range articles {
			if !yield(a, nil) {
				return
			}
		}
	}
}

// records runs the articles and returns the line of each by its id.
func records(t *testing.T, articles []*extract.Article, workers int) []string {
	t.Helper()
	p, err := New(English()...)
	if err != nil {
		t.Fatal(err)
	}
	p.Workers = workers
	var out []string
	for d, err := range p.Run(context.Background(), list(articles)) {
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Errorf("article %s: %v", d.ID, err)
		}
		out = append(out, encode(t, d))
	}
	return out
}

func encode(t testing.TB, d *extract.Document) string {
	layers, err := extract.ParseLayers([]string{"all"})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(d.Record(layers))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestSameBytes holds that neither the number of workers nor the order of the
// input changes any record.
func TestSameBytes(t *testing.T) {
	published, _ := extract.ParseTimestamp("2024-10-24")
	var articles []*extract.Article
	for i := range 60 {
		text := news[i%len(news)] + "\n\n" + news[(i/len(news)+i)%len(news)]
		articles = append(articles, &extract.Article{ID: fmt.Sprintf("%03d", i), Text: text, Published: published})
	}
	one := records(t, articles, 1)
	eight := records(t, articles, 8)
	if a, b := strings.Join(one, "\n"), strings.Join(eight, "\n"); a != b {
		t.Error("8 workers give other bytes than one")
	}
	shuffled := append([]*extract.Article{}, articles...)
	r := rand.New(rand.NewPCG(1, 2))
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	mixed := records(t, shuffled, 8)
	sort.Strings(mixed)
	sort.Strings(one)
	if a, b := strings.Join(one, "\n"), strings.Join(mixed, "\n"); a != b {
		t.Error("shuffled input gives other bytes")
	}
}

// hostile are texts that no newspaper prints and every dump holds.
var hostile = map[string]string{
	"invalid UTF-8":    "He said \xff\xfe it \xc3\x28 was over.",
	"NULs":             "He said\x00 it was\x00\x00 over.",
	"no space":         strings.Repeat("x", 1<<20),
	"only quotes":      strings.Repeat("“\"'”‘’", 3000),
	"only emoji":       strings.Repeat("🙂👩‍👩‍👧‍👦", 3000),
	"only digits":      strings.Repeat("1234567890", 1000),
	"only commas":      strings.Repeat(",", 5000),
	"right to left":    strings.Repeat("قال الوزير إن 3,000 جندي. ", 200),
	"combining marks":  "He said " + strings.Repeat("e\u0301", 2000) + ".",
	"capitals":         strings.ToUpper(strings.Repeat(news[0]+" ", 20)),
	"no punctuation":   strings.Repeat("the minister said that it was over and ", 2000),
	"unbalanced":       strings.Repeat("“He said “that ‘it was ", 500),
	"newlines":         strings.Repeat("\n", 10000),
	"empty":            "",
	"carriage returns": "He said it.\r\n\r\nShe denied it.\r\n",
	"byte order mark":  "\ufeffHe said it was over.",
}

func TestHostileTexts(t *testing.T) {
	p, err := New(English()...)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) { annotate(t, p, []byte(text)) })
	}
}

// annotate runs a text twice: an error may only say what is wrong with the text,
// every span must hold, and both runs must give the same bytes.
func annotate(t *testing.T, p *Pipeline, text []byte) {
	a := &extract.Article{ID: "x", Text: string(text)}
	d, err := p.Annotate(context.Background(), a)
	if err != nil {
		if strings.Contains(err.Error(), "internal error") {
			t.Fatal(err)
		}
		return
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	if d.Text != string(text) {
		t.Fatal("the text of a plain article has changed")
	}
	again, err := p.Annotate(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(encode(t, d)), []byte(encode(t, again))) {
		t.Fatal("two runs give different bytes")
	}
}

func FuzzAnnotate(f *testing.F) {
	p, err := New(English()...)
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range news {
		f.Add([]byte(text))
	}
	for _, text := range hostile {
		f.Add([]byte(text[:min(len(text), 500)]))
	}
	f.Fuzz(func(t *testing.T, text []byte) { annotate(t, p, text) })
}
