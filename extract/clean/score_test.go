package clean

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// TestScoreSpeed measures the cleaning of the development pages.
func TestScoreSpeed(t *testing.T) {
	data := os.Getenv("CLAIMWIRE_DATA")
	if data == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	paths, err := filepath.Glob(filepath.Join(data, "pages", "zyte", "html", "*.gz"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no pages", err)
	}
	var took time.Duration
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(z)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		d := &extract.Document{Article: &extract.Article{Page: page}}
		begin := time.Now()
		err = Stage.Run(d)
		took += time.Since(begin)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	t.Logf("score: clean ms per page\t%.2f", took.Seconds()*1000/float64(len(paths)))
}
