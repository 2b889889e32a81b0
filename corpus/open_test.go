package corpus

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"github.com/claimwire/claimwire/extract"
)

// contents lists what Open yields: "id|date|text" or "id|date|<page>" for an article,
// "id!error" for an error. Paths are shown without the test's folder.
func contents(t *testing.T, dir string, o Options, inputs ...string) (out []string) {
	t.Helper()
	for i, in := range inputs {
		if in != "-" && !strings.HasPrefix(in, "http") {
			inputs[i] = filepath.Join(dir, in)
		}
	}
	for a, err := range Open(context.Background(), inputs, o) {
		line := fmt.Sprintf("%s|%s|%s%s", a.ID, a.Published, a.Text, a.Page)
		if len(a.Warnings) > 0 {
			line += "|warning: " + strings.Join(a.Warnings, "; ")
		}
		if err != nil {
			line = a.ID + "!" + err.Error()
		}
		if dir != "" {
			line = strings.ReplaceAll(line, dir+string(filepath.Separator), "")
		}
		out = append(out, line)
	}
	return out
}

func zstded(s string) string {
	var b bytes.Buffer
	z, _ := zstd.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	const lines = `{"id":"a","text":"He said no.","published":"2024-10-24","desk":"city"}` + "\n\n" + `{"id":7,"html":"<p>x</p>"}` + "\n" +
		`{"id":"c"}` + "\n" + `not json` + "\n" + `{"id":"e","text":"x","published":"24 Oct"}` + "\n" + `{"id":"f","text":5}`
	for name, data := range map[string]string{
		"a.txt":         "One.\r\nTwo.",
		"latin.txt":     "caf\xe9",
		"empty.txt":     "",
		"blank.txt":     " \n\n",
		"bin.txt":       "ELF\x00\x01",
		"dated.txt":     "Three.",
		"dated.json":    `{"published":"2024-10-24T10:00:00Z","title":"T"}`,
		"wrong.txt":     "Four.",
		"wrong.json":    `{"published":"someday"}`,
		"p.html":        "<p>Five.</p>",
		"d.jsonl":       lines,
		"z.txt.gz":      gzipped("Six."),
		"z.txt.zst":     zstded("Seven."),
		"cut.txt.gz":    gzipped(strings.Repeat("Eight. ", 1000))[:30],
		"t.csv":         "id,text,desk\n1,He said no.,city\n2,\"She said, yes.\"\n",
		"f.rss":         `<rss><channel><title>F</title><item><title>H</title><guid>g1</guid><pubDate>Thu, 24 Oct 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;Nine.&lt;/p&gt;</description></item><item><guid>g2</guid></item></channel></rss>`,
		"noname":        "Ten.",
		"sub/b.txt":     "Eleven.",
		"sub/skip.jpeg": "JFIF",
		"dump.warc.gz":  gzipped(response("", page)) + gzipped(response("", page))[:50],
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	end := fmt.Sprint(len(gzipped(response("", page))))
	for _, tt := range []struct {
		from   string
		inputs []string
		want   []string
	}{
		{"", []string{"a.txt"}, []string{"a.txt||One.\r\nTwo."}},
		{"", []string{"latin.txt"}, []string{"latin.txt||café"}},
		{"", []string{"gone.txt", "a.txt"}, []string{"gone.txt!stat gone.txt: no such file or directory", "a.txt||One.\r\nTwo."}},
		{"", []string{"empty.txt"}, []string{"empty.txt!empty.txt: input is empty"}},
		{"", []string{"blank.txt"}, []string{"blank.txt!blank.txt: input is empty"}},
		{"", []string{"bin.txt"}, []string{"bin.txt!bin.txt: binary file: it holds NUL bytes"}},
		{"", []string{"dated.txt"}, []string{"dated.txt|2024-10-24T10:00:00Z|Three."}},
		{"", []string{"wrong.txt"}, []string{`wrong.txt||Four.|warning: published: "someday" is no date: write 2024-10-24 or 2024-10-24T15:04:05Z`}},
		{"", []string{"p.html"}, []string{"p.html||<p>Five.</p>"}},
		{"", []string{"d.jsonl"}, []string{
			"a|2024-10-24|He said no.", "7||<p>x</p>", "c!d.jsonl:4: neither text nor html",
			"d.jsonl:5!d.jsonl:5: no JSON object: jsontext: invalid character 'o' in literal null (expecting 'u') after offset 1",
			`e||x|warning: published: "24 Oct" is no date: write 2024-10-24 or 2024-10-24T15:04:05Z`,
			"f!d.jsonl:7: field text is no string",
		}},
		{"", []string{"z.txt.gz", "z.txt.zst"}, []string{"z.txt.gz||Six.", "z.txt.zst||Seven."}},
		{"", []string{"cut.txt.gz"}, []string{"cut.txt.gz!cut.txt.gz: unexpected EOF"}},
		{"", []string{"t.csv"}, []string{"1||He said no.", "t.csv:3!t.csv:3: 2 cells for 3 columns"}},
		{"", []string{"f.rss"}, []string{"g1|2024-10-24T10:00:00Z|<!doctype html><article><p>Nine.</p></article>", "g2!f.rss: entry 2: entry without content: fetch its address instead"}},
		{"", []string{"noname"}, []string{"noname||Ten."}},
		{"", []string{"sub"}, []string{"sub/b.txt||Eleven."}},
		{"", []string{"*.html"}, []string{"p.html||<p>Five.</p>"}},
		{"", []string{"*.nothing"}, []string{"*.nothing!*.nothing: no file of such a name"}},
		{"", []string{"dump.warc.gz"}, []string{"dump.warc.gz@0||" + page, "dump.warc.gz@" + end + "!dump.warc.gz: record at byte " + end + ": unexpected EOF"}},
		{"text", []string{"p.html"}, []string{"p.html||<p>Five.</p>"}},
		{"docx", []string{"a.txt"}, []string{`a.txt!no format "docx": there are auto, text, html, jsonl, json, csv, feed, warc`}},
		{"", []string{"http://reef.example/"}, []string{"http://reef.example/!http://reef.example/: addresses are not fetched here"}},
	} {
		t.Run(strings.Join(append([]string{tt.from}, tt.inputs...), " "), func(t *testing.T) {
			if diff := cmp.Diff(tt.want, contents(t, dir, Options{From: tt.from}, tt.inputs...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOpenStandardInput(t *testing.T) {
	day, _ := extract.ParseTimestamp("2024-10-24")
	for in, want := range map[string]string{
		"Plain text.":                           "-|2024-10-24|Plain text.",
		`{"id":"x","text":"T"}`:                 "x|2024-10-24|T",
		"<!DOCTYPE html><p>P":                   "-|2024-10-24|<!DOCTYPE html><p>P",
		gzipped(`{"id":"z","text":"T"}`):        "z|2024-10-24|T",
		"":                                      "-!-: input is empty",
		"\ufeff{\"id\":\"bom\",\"text\":\"T\"}": "bom|2024-10-24|T",
	} {
		got := contents(t, "", Options{Stdin: strings.NewReader(in), Published: day}, "-")
		if diff := cmp.Diff([]string{want}, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func TestReadLineCap(t *testing.T) {
	long := `{"id":"big","text":"` + strings.Repeat("x", maxLine) + `"}` + "\n" + `{"id":"next","text":"T"}`
	got := contents(t, "", Options{From: "jsonl", Stdin: strings.NewReader(long)}, "-")
	want := []string{fmt.Sprintf("-:1!-:1: line is larger than the cap of %d bytes", maxLine), "next||T"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestExtraIsKept(t *testing.T) {
	for a := range Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(`{"id":"a","text":"x","desk":"city","n":3}`)}) {
		if got := fmt.Sprintf("%s %s", a.Extra["desk"], a.Extra["n"]); got != `"city" 3` {
			t.Errorf("extra %s", got)
		}
	}
}

func TestBrokenLines(t *testing.T) {
	for in, want := range map[string]string{
		`[{"id":"a","text":"x"}]`:          `-:1: no JSON object: no braces around it`,
		`5`:                                `-:1: no JSON object: no braces around it`,
		`{"id":"a","text":"x"} {}`:         `-:1: no JSON object: more than one value`,
		`{"id":"a","text":"x"`:             `-:1: no JSON object: jsontext: unexpected EOF after offset 20`,
		`{"text":"x","html":7}`:            `-:1: field html is no string`,
		`{"text":"x","published":"7 May"}`: `x`,
		`{"text":"x\xff","text":"y\xff"}`:  "yÿ",
		`{"id":"a","text":"x"} rubbish`:    `-:1: no JSON object: after its end: jsontext: invalid character 'r' at start of value after offset 22`,
		`{"id":"a","text":"x"}}`:           `-:1: no JSON object: after its end: jsontext: invalid character '}' at start of value after offset 21`,
		`{"text":null,"html":null}`:        `-:1: neither text nor html`,
		`{"text":"\u00e9\ud83d\ude00"}`:    "é😀",
	} {
		in := strings.ReplaceAll(in, `\xff`, "\xff")
		for a, err := range Open(context.Background(), []string{"-"}, Options{From: "jsonl", Stdin: strings.NewReader(in)}) {
			got := a.Text
			if err != nil {
				got = err.Error()
			}
			if got != want {
				t.Errorf("%s: %s, want %s", in, got, want)
			}
		}
	}
}
