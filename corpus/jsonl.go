package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/extract"
)

// readJSONL reads JSON Lines: an object with text or html a line, and, as far as
// they are known, id, url, title and published. All other fields are kept in
// Extra. Each line that is not blank yields one article or one error.
func readJSONL(s *source, y yield) bool {
	r := bufio.NewReaderSize(s.r, 256<<10)
	for n := 1; ; n++ {
		line, err := readLine(r)
		if len(bytes.TrimSpace(line)) > 0 || errors.Is(err, errTooLarge) {
			a := &extract.Article{ID: fmt.Sprintf("%s:%d", s.name, n)}
			fault := err
			if fault == nil || errors.Is(fault, io.EOF) {
				fault = parseLine(a, line)
			}
			if fault != nil {
				fault = fmt.Errorf("%s:%d: %w", s.name, n, fault)
			}
			if !y(a, fault) {
				return false
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil && !errors.Is(err, errTooLarge):
			return s.fail(y, "", fmt.Errorf("%s:%d: %w", s.name, n, err))
		}
	}
}

// readLine reads to the end of a line, however long. A line over the cap is
// skipped to its end and gives errTooLarge.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxArticle; long {
			line = nil
		} else if err == nil && line == nil {
			return part, nil // valid until the next read, which is when it has been parsed
		} else {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long && (err == nil || errors.Is(err, io.EOF)) {
			return nil, fmt.Errorf("line is %w of %d bytes", errTooLarge, maxArticle)
		}
		return line, err
	}
}

func parseLine(a *extract.Article, line []byte) error {
	var m map[string]json.RawMessage
	if err := json.Unmarshal(bytes.TrimPrefix(line, []byte("\ufeff")), &m); err != nil {
		return fmt.Errorf("no JSON object: %w", err)
	}
	return fill(a, m, false)
}

// fill moves the fields that an article has out of m, and all others to Extra.
func fill(a *extract.Article, m map[string]json.RawMessage, hasText bool) error {
	var published, html string
	for _, f := range []struct {
		name string
		to   *string
	}{{"id", &a.ID}, {"url", &a.URL}, {"title", &a.Title}, {"published", &published}, {"text", &a.Text}, {"html", &html}} {
		raw, ok := m[f.name]
		delete(m, f.name)
		if !ok || string(raw) == "null" {
			continue
		}
		if f.name == "id" && raw[0] != '"' { // a number is an id too
			a.ID = string(raw)
			continue
		}
		if err := json.Unmarshal(raw, f.to); err != nil {
			return fmt.Errorf("field %s is no string", f.name)
		}
	}
	for name, raw := range m {
		if a.Extra == nil {
			a.Extra = map[string]any{}
		}
		a.Extra[name] = raw
	}
	if html != "" {
		a.Page, a.MediaType = []byte(html), "text/html; charset=utf-8"
	}
	if published != "" {
		t, err := extract.ParseTimestamp(published)
		if err != nil {
			return fmt.Errorf("published: %w", err)
		}
		a.Published, a.PublishedFrom = t, "caller"
	}
	if !hasText && a.Text == "" && a.Page == nil {
		return errors.New("neither text nor html")
	}
	return nil
}
