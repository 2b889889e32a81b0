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
	"github.com/claimwire/claimwire/extract/clean"
)

// maxArticle caps one article as stored: a larger one is an error.
const maxArticle = 64 << 20

func (s *source) all() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(s.r, maxArticle+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.name, err)
	}
	if len(data) > maxArticle {
		return nil, fmt.Errorf("%s: article is %w of %d bytes", s.name, errTooLarge, maxArticle)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fmt.Errorf("%s: input is empty", s.name)
	}
	return data, nil
}

// readText reads a file that is one article. Valid UTF-8 is taken byte for byte,
// and other text as Windows-1252, the encoding that old news files are in.
// article.txt may have its title, address and date beside it in article.json.
func readText(s *source, y yield) bool {
	data, err := s.all()
	if err != nil {
		return s.fail(y, "", err)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return s.fail(y, "", fmt.Errorf("%s: binary file: it holds NUL bytes", s.name))
	}
	a := s.article(s.name, 0)
	a.Text = clean.Text(data)
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
	data, err := s.all()
	if err != nil {
		return s.fail(y, "", err)
	}
	a := s.article(s.name, 0)
	a.Page, a.MediaType = data, "text/html"
	return y(a, s.sidecar(a))
}
