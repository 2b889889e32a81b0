package golden

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// linesSuffix is the ending of goldens in JSON Lines: NAME.claims.jsonl holds the claims
// expected of NAME.txt beside it, as claimwire extract writes them. NAME.json may give
// the date of publication, as for any text.
const linesSuffix = ".claims.jsonl"

// loadLines reads a golden in JSON Lines as a file with one case.
func loadLines(root, path string) (*File, error) {
	base := strings.TrimSuffix(path, linesSuffix)
	text, err := os.ReadFile(base + ".txt")
	if err != nil {
		return nil, fmt.Errorf("%s: its article: %w", path, err)
	}
	name, err := filepath.Rel(root, path)
	if err != nil {
		return nil, err
	}
	a := &extract.Article{ID: filepath.ToSlash(name) + "#" + filepath.Base(base), Text: string(text)}
	if a.Published, err = publishedBeside(base); err != nil {
		return nil, err
	}
	if !a.Published.IsZero() {
		a.PublishedFrom = "caller"
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	d := &extract.Document{Article: a}
	var changed error
	scan := bufio.NewScanner(bytes.NewReader(data))
	scan.Buffer(nil, len(data)+1)
	for n := 1; scan.Scan(); n++ {
		if len(bytes.TrimSpace(scan.Bytes())) == 0 {
			continue
		}
		var c extract.Claim
		if err := json.Unmarshal(scan.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("%s:%d: no claim/1 record: %w", path, n, err)
		}
		if err := stands(a.Text, &c); err != nil && changed == nil {
			changed = fmt.Errorf("%s:%d: the article is not that of the golden: %w; check --update writes it anew", path, n, err)
		}
		d.Claims = append(d.Claims, c)
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &File{Path: path, Cases: []Case{{Name: a.ID, Article: a, Layers: []Layer{{Name: "claims", Lines: dumpClaims(d)}}, changed: changed}}}, nil
}

func publishedBeside(base string) (extract.Timestamp, error) {
	data, err := os.ReadFile(base + ".json")
	if errors.Is(err, fs.ErrNotExist) {
		return extract.Timestamp{}, nil
	}
	if err != nil {
		return extract.Timestamp{}, err
	}
	var meta struct {
		Published string `json:"published"`
	}
	if err := json.Unmarshal(data, &meta); err != nil {
		return extract.Timestamp{}, fmt.Errorf("%s.json: %w", base, err)
	}
	if meta.Published == "" {
		return extract.Timestamp{}, nil
	}
	t, err := extract.ParseTimestamp(meta.Published)
	if err != nil {
		return t, fmt.Errorf("%s.json: published: %w", base, err)
	}
	return t, nil
}

// stands reports the first passage of the claim that the text does not hold at its place.
func stands(text string, c *extract.Claim) error {
	check := func(what string, s extract.Span, want string) error {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			return fmt.Errorf("%s of claim %s, bytes %d to %d, lies outside its %d bytes", what, c.ID, s.Start, s.End, len(text))
		}
		if got := text[s.Start:s.End]; got != want {
			return fmt.Errorf("%s of claim %s, bytes %d to %d: golden has %q, article has %q", what, c.ID, s.Start, s.End, want, got)
		}
		return nil
	}
	if c.Source.Span != nil {
		if err := check("source", *c.Source.Span, c.Source.Mention); err != nil {
			return err
		}
	}
	if c.Cue != nil {
		if err := check("cue", c.Cue.Span, c.Cue.Text); err != nil {
			return err
		}
	}
	for _, p := range c.Parts {
		if err := check("content", p.Span, p.Text); err != nil {
			return err
		}
	}
	return nil
}

// claimLines are the records of a document as a golden in JSON Lines holds them.
func claimLines(d *extract.Document) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i := range d.Claims {
		if err := e.Encode(&d.Claims[i]); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
