package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Caps on one article as stored: a larger one is an error. docs/architecture.md has all limits.
const (
	maxText = 5 << 20  // bytes of a plain text, or of a page
	maxLine = 32 << 20 // bytes of a line of JSON, of a row of a table, or of a file of either: a page may be six times as long in JSON
	maxFeed = 64 << 20
)

func (s *source) all(limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(s.r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.name, err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%s: article is %w of %d bytes", s.name, errTooLarge, limit)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fmt.Errorf("%s: input is empty", s.name)
	}
	return data, nil
}

// readText reads a file that is one article. Valid UTF-8 is taken byte for byte, and the
// encoding of other text is detected.
// article.txt may have its title, address and date beside it in article.json.
func readText(s *source, y yield) bool {
	data, err := s.all(maxText)
	if err != nil {
		return s.fail(y, "", err)
	}
	text, warning, err := textUTF8(data)
	if err != nil {
		return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
	}
	a := s.article(s.name, 0)
	a.Text = text
	if warning != "" {
		a.Warn("%s", warning)
	}
	return y(a, s.sidecar(a))
}

// sidecar reads article.json beside article.txt, if there is one.
func (s *source) sidecar(a *extract.Article) error {
	if s.path == "" {
		return nil
	}
	path := strings.TrimSuffix(s.path, filepath.Ext(s.path)) + ".json"
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	r := record{Article: a}
	if err := r.object(data); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if r.err != nil {
		return fmt.Errorf("%s: %w", path, r.err)
	}
	return nil
}

// readHTML reads a file that is one page; its encoding is settled by clean.
func readHTML(s *source, y yield) bool {
	data, err := s.all(maxText)
	if err != nil {
		return s.fail(y, "", err)
	}
	a := s.article(s.name, 0)
	a.Page, a.MediaType = data, "text/html"
	return y(a, s.sidecar(a))
}
