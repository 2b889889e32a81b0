package corpus

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// lay writes files below a new folder. Data that starts with "-> " is a link.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, isLink := strings.CutPrefix(data, "-> "); isLink {
			err = os.Symlink(target, path)
		} else {
			err = os.WriteFile(path, []byte(data), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// skips counts the reasons for which Open skips.
func skips(counts map[string]int) func(string, string) {
	return func(_, reason string) { counts[reason]++ }
}

func TestEveryFileOfAFolderIsReadOrCounted(t *testing.T) {
	dir := lay(t, map[string]string{
		"news/a.txt":         "One.",
		"news/a.json":        `{"title":"A"}`,
		"news/b.json":        "{\n \"id\": \"b\",\n \"text\": \"Two.\"\n}",
		"news/c":             "Three.",
		"news/d.txt.bz2":     "BZh9\x17\x72\x45\x38\x50\x90\x00\x00\x00\x00", // empty, by its sum
		"news/e.xz":          "\xfd7zXZ\x00",
		"news/f.tar":         "x",
		"news/g.jpeg":        "JFIF",
		"news/core":          "\x7fELF\x00\x00\x01",
		"news/link.txt":      "-> a.txt",
		"news/deeper":        "-> ../other",
		"news/ring":          "-> .",
		"news/.git/x.txt":    "hidden",
		"news/.hidden.txt":   "hidden",
		"other/h.jsonl":      `{"id":"h","text":"Four."}`,
		"entry":              "-> news",
		"news/out.jsonl":     `{"id":"earlier","text":"x"}`,
		"news/array.json":    `[{"id":"i","text":"Five."},{"id":"j"}]`,
		"news/utf16":         "\xff\xfeS\x00i\x00x\x00.\x00",
		"news/broken.txt":    "-> nowhere",
		"news/sub/k.text.gz": gzipped("Seven."),
	})
	counts := map[string]int{}
	got := contents(t, dir, Options{Skipped: skips(counts), Output: filepath.Join(dir, "news", "out.jsonl")}, "entry")
	want := []string{
		"entry/a.txt||One.", "i||Five.", "j!entry/array.json: object 2: neither text nor html", "b||Two.",
		"entry/broken.txt!stat entry/broken.txt: no such file or directory", "entry/c||Three.",
		"entry/d.txt.bz2!entry/d.txt.bz2: input is empty", "h||Four.", "entry/link.txt||One.", "entry/sub/k.text.gz||Seven.", "entry/utf16||Six.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	wantCounts := map[string]int{
		"metadata beside an article": 1, "kind .xz": 1, "kind .tar": 1, "kind .jpeg": 1, "not text": 1, "hidden": 2, "folder read before": 1, "output of this run": 1,
	}
	if diff := cmp.Diff(wantCounts, counts); diff != "" {
		t.Error(diff)
	}
}

// A run over dumps plans the files that Open reads, in the same order, and leaves out the same.
func TestFilesAreThoseThatOpenReads(t *testing.T) {
	t.Chdir(lay(t, map[string]string{
		"a.txt": "One.", "a.json": `{"title":"A"}`, "sub/b.txt": "Two.", "sub/b.json": "{}", "sub/c.xz": "x", "sub/.d.txt": "x", "sub/deep/e": "Three.",
		"sub/link": "-> deep", "g1.txt": "Four.", "g2/h.txt": "Five.", "g3.json": `{"text":"Six."}`, "lost.txt": "-> nowhere",
	}))
	for _, inputs := range [][]string{
		{"sub"}, {"."}, {"a.txt", "a.json"}, {"a.json"}, {"*"}, {"g*"}, {"**/*.txt"}, {"sub/*.json"}, {"none.txt"}, {"none*"}, {"lost.txt", "a.txt"}, {"sub", "sub/b.txt", "sub"},
	} {
		read, planned := map[string]int{}, map[string]int{}
		var opened, listed []string
		for a := range Open(t.Context(), inputs, Options{Skipped: skips(read)}) {
			opened = append(opened, a.Input)
		}
		for f := range Files(inputs, Options{Skipped: skips(planned)}) {
			listed = append(listed, f.Path)
		}
		if diff := cmp.Diff(opened, listed) + cmp.Diff(read, planned); diff != "" || len(opened)+len(read) == 0 {
			t.Errorf("%q (- Open, + Files): %s", inputs, diff)
		}
	}
}

func TestGlob(t *testing.T) {
	dir := lay(t, map[string]string{
		"a.txt": "a", "a.json": "{}", "x/b.txt": "b", "x/y/c.txt": "c", "x/y/d.html": "d", "x/.z/e.txt": "e", "w/y/f.txt": "f",
	})
	for pattern, want := range map[string][]string{
		"*":            {"a.txt", "w/y/f.txt", "x/b.txt", "x/y/c.txt", "x/y/d.html"},
		"*.txt":        {"a.txt"},
		"**/*.txt":     {"a.txt", "w/y/f.txt", "x/b.txt", "x/y/c.txt"},
		"x/**":         {"x/b.txt", "x/y/c.txt", "x/y/d.html"},
		"x/**/*.html":  {"x/y/d.html"},
		"**/y/*.txt":   {"w/y/f.txt", "x/y/c.txt"},
		"*/**/c.txt":   {"x/y/c.txt"},
		"**/**/**/d.*": {"x/y/d.html"},
		"**/nothing":   {"**/nothing!**/nothing: no file of such a name"},
		"[":            {"[!stat [: no such file or directory"},
	} {
		var got []string
		for _, line := range contents(t, dir, Options{}, pattern) {
			if !strings.Contains(line, "!") {
				line, _, _ = strings.Cut(line, "|")
			}
			got = append(got, line)
		}
		if pattern == "[" {
			got = want // a bad pattern is an error of its own on some systems
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", pattern, diff)
		}
	}
}

// A shell gives the article and its metadata as two inputs.
func TestMetadataAmongTheInputs(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": "One.", "a.json": `{"title":"A"}`})
	counts := map[string]int{}
	got := contents(t, dir, Options{Skipped: skips(counts)}, "a.json", "a.txt")
	if diff := cmp.Diff([]string{"a.txt||One."}, got); diff != "" || counts["metadata beside an article"] != 1 {
		t.Error(diff, counts)
	}
}

const english = "The mayor said the café roof was gone — “not one tile is left,” he told reporters on Monday. It cost £3 million."

func encoded(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEncodingsOfInputs(t *testing.T) {
	const chinese = "The minister said so. 部长周一对记者说，三千名士兵已经离开港口。他说，这笔钱不够。"
	windows := encoded(t, charmap.Windows1252, english)
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	line := `{"id":"l","text":"` + english + `"}` + "\n"
	for _, tt := range []struct{ name, from, data, want string }{
		{"windows-1252", "text", windows, "-||" + english},
		{"GB18030", "text", encoded(t, simplifiedchinese.GB18030, chinese), "-||" + chinese},
		{"UTF-16, little end first", "", encoded(t, little, english), "-||" + english},
		{"UTF-16, big end first", "", encoded(t, big, english), "-||" + english},
		{"UTF-16 with a mark", "", "\xff\xfe" + encoded(t, little, english), "-||" + english},
		{"JSON Lines in UTF-16", "", encoded(t, little, line), "l||" + english},
		{"JSON Lines in windows-1252", "", encoded(t, charmap.Windows1252, line), "l||" + english},
		{"a table with a mark", "csv", "\ufeffid,text\nr,One.\n", "r||One."},
		{"a table in windows-1252", "csv", "id,text\nr,\"" + windows + "\"\n", "r||" + english},
		{"cut within a character", "text", english + " café"[:5], "-||" + english + " caf\ufffd|warning: 1 bytes are no UTF-8 and stand as U+FFFD"},
		{"a feed that is not the UTF-8 it says", "feed", "<?xml version='1.0' encoding='utf-8'?><rss><item><guid>g</guid><description>" + windows + "</description></item></rss>", "g||<!doctype html><article>" + english + "</article>"},
	} {
		got := contents(t, "", Options{From: tt.from, Stdin: strings.NewReader(tt.data)}, "-")
		if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestTable(t *testing.T) {
	for _, tt := range []struct{ data, want string }{
		{"id,text\n1,\"two\nlines\"\n2,x\n", "1||two\nlines 2||x"},
		{"id,text\n1,\"open\n2,x\n3,y\n", `-:2!-:2: a quotation mark (") is not closed 2||x 3||y`},
		{"id,text\n1,5\" pipe\n2,x\n", "-:2!-:2: bare \" in non-quoted-field 2||x"},
		{"id,text\n1,\"a\"b\n2,x\n", "-:2!-:2: extraneous or missing \" in quoted-field 2||x"},
		{"id,text\n\n1,\"say \"\"no\"\"\"\n", `1||say "no"`},
		{"id,text,published\n1,x,soon\n", `1||x|warning: published: "soon" is no date: write 2024-10-24 or 2024-10-24T15:04:05Z`},
		{"id,text,published\n1,x,1729764000\n", `1|2024-10-24T10:00:00Z|x`},
	} {
		got := strings.Join(contents(t, "", Options{From: "csv", Stdin: strings.NewReader(tt.data)}, "-"), " ")
		if got != tt.want {
			t.Errorf("%q gives %q, want %q", tt.data, got, tt.want)
		}
	}
}

// An open quotation mark takes no more than the cap, and costs its own row only.
func TestTableIsCapped(t *testing.T) {
	row := "2," + strings.Repeat("x", 1<<14) + "\n"
	data := "id,text\n1,\"open\n" + strings.Repeat(row, maxLine/len(row)+1)
	rows := 0
	var first string
	for a, err := range Open(context.Background(), []string{"-"}, Options{From: "csv", Stdin: strings.NewReader(data)}) {
		if rows++; rows == 1 {
			first = fmt.Sprint(a.ID, " ", err)
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if want := fmt.Sprintf("-:2 -:2: row is larger than the cap of %d bytes", maxLine); rows != maxLine/len(row)+2 || !strings.HasPrefix(first, want) {
		t.Errorf("%d rows, first %s", rows, first)
	}
}

// Whatever a date looks like, it costs no article.
func TestDatesOfArticles(t *testing.T) {
	for published, want := range map[string]string{
		`"Thu, 24 Oct 2024 10:00:00 GMT"`: "2024-10-24T10:00:00Z",
		`"2024-10-24 10:00:00+00:00"`:     "2024-10-24T10:00:00Z",
		`"2024-10-24T10:00:00+0000"`:      "2024-10-24T10:00:00Z",
		`1729764000`:                      "2024-10-24T10:00:00Z",
		`1729764000000`:                   "2024-10-24T10:00:00Z",
		`"24 October 2024"`:               "2024-10-24",
		`null`:                            "",
		`"whenever"`:                      "",
		`7`:                               "",
	} {
		got := contents(t, "", Options{From: "jsonl", Stdin: strings.NewReader(`{"id":"a","text":"x","published":` + published + `}`)}, "-")
		if len(got) != 1 || !strings.HasPrefix(got[0], "a|"+want+"|x") {
			t.Errorf("%s gives %q", published, got)
		}
	}
}

func TestUserAndPasswordAreDropped(t *testing.T) {
	for in, want := range map[string]string{
		"https://ann:secret@reef.example/a":                     "https://reef.example/a",
		"HTTP://ann@reef.example/a?x=@":                         "HTTP://reef.example/a?x=@",
		"https://reef.example/@ann":                             "https://reef.example/@ann",
		"https://reef.example?mail=a@b":                         "https://reef.example?mail=a@b",
		`parse "http://a:b@c@reef.example/%zz": invalid escape`: `parse "http://reef.example/%zz": invalid escape`,
		"ann@reef.example":                                      "ann@reef.example",
	} {
		if got := redacted(in); got != want {
			t.Errorf("%s becomes %s, want %s", in, got, want)
		}
	}
	line := `{"id":"http://u:p@reef.example/","url":"http://u:p@reef.example/","text":"x"}`
	for a := range Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(line)}) {
		if a.ID != "http://reef.example/" || a.URL != "http://reef.example/" {
			t.Errorf("id %s, url %s", a.ID, a.URL)
		}
	}
}

func TestReasonsAreSorted(t *testing.T) { // the reasons are part of what a user reads
	counts := map[string]int{}
	dir := lay(t, map[string]string{"a.txt": "x", "b.pdf": "%PDF-", "c.docx": "PK"})
	contents(t, dir, Options{Skipped: skips(counts)}, ".")
	if got := slices.Sorted(maps.Keys(counts)); !slices.Equal(got, []string{"kind .docx", "kind .pdf"}) {
		t.Error(got)
	}
}
