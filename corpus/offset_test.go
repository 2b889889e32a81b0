package corpus

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Input and Offset of an article point at its beginning, also where it cannot be read.
func TestOffsets(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct {
		name, data string
		starts     []string // what stands at each offset
	}{
		{"a.txt", "One.", []string{"One."}},
		{"a.html", "<p>One</p>", []string{"<p>One"}},
		{"a.jsonl", "\n" + `{"text":"One."}` + "\n{bad\n" + `{"text":"Two."}` + "\n", []string{`{"text":"One`, "{bad", `{"text":"Two`}},
		{"a.csv", "id,text\n1,One.\n2\n3,\"Two\nThree.\"\n", []string{"1,One", "2\n", "3,"}},
		{"a.rss", "<rss><channel><item><description>One.</description></item> <item><title>Two</title></item></channel></rss>", []string{"<item><desc", "<item><title>"}},
		{"a.warc", response("", page), []string{"WARC/1.0"}},
	} {
		path := filepath.Join(dir, tt.name)
		if err := os.WriteFile(path, []byte(tt.data), 0o644); err != nil {
			t.Fatal(err)
		}
		n := 0
		for a := range Open(context.Background(), []string{path}, Options{}) {
			if n == len(tt.starts) {
				t.Fatalf("%s: more than %d articles", tt.name, n)
			}
			if a.Input != path || a.Offset > int64(len(tt.data)) || !strings.HasPrefix(tt.data[a.Offset:], tt.starts[n]) {
				t.Errorf("%s: article %d is at byte %d of %q, want %q there", tt.name, n, a.Offset, a.Input, tt.starts[n])
			}
			n++
		}
		if n != len(tt.starts) {
			t.Errorf("%s: %d articles, want %d", tt.name, n, len(tt.starts))
		}
	}
	missing := filepath.Join(dir, "missing.txt")
	for a, err := range Open(context.Background(), []string{missing}, Options{}) {
		if err == nil || a.Input != missing {
			t.Errorf("a missing file: input %q, %v", a.Input, err)
		}
	}
}
