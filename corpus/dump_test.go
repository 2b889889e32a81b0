package corpus_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/clean"
	"github.com/claimwire/claimwire/pipeline"
)

// A dump of 200 MB is cleaned in memory that does not grow with it. It is made as
// it is read, and never lies anywhere as a whole.
func TestDumpInBoundedMemory(t *testing.T) {
	const size, most = 200 << 20, 150 << 20
	page, err := os.ReadFile("../extract/clean/testdata/blog.html")
	if err != nil {
		t.Fatal(err)
	}
	// News pages are mostly script.
	script := "<script>" + strings.Repeat("var teaser = {id: 1, state: 'ready'};\n", 12_000) + "</script></body>"
	body := strings.Replace(string(page), "</body>", script, 1)
	http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://reef.example/\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(http), http)
	pages := size/len(record) + 1
	dump, w := io.Pipe()
	go func() {
		for range pages {
			if _, err := io.WriteString(w, record); err != nil {
				return
			}
		}
		w.Close()
	}()
	defer dump.Close()

	p, err := pipeline.New(clean.Stage)
	if err != nil {
		t.Fatal(err)
	}
	read, peak := 0, uint64(0)
	var m runtime.MemStats
	for d, err := range p.Run(context.Background(), corpus.Open(context.Background(), []string{"-"}, corpus.Options{From: "warc", Stdin: dump})) {
		if err != nil || d.Lang != "en" || d.Has&extract.Sections == 0 {
			t.Fatalf("page %d: language %q, %v", read, d.Lang, err)
		}
		if read++; read%20 == 0 {
			runtime.GC() // what is left is held; how far the collector lags behind a busy machine is not asked here
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
		}
	}
	if read != pages || peak > most {
		t.Errorf("%d pages of %d read, %d MB of heap in use", read, pages, peak>>20)
	}
	t.Logf("%d MB in %d pages, peak of the heap %d MB", size>>20, read, peak>>20)
}
