package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// stored is a page as fetched, with what the server said to tell changes by.
type stored struct {
	URL          string    `json:"url"` // after redirects
	MediaType    string    `json:"media_type"`
	Fetched      time.Time `json:"fetched"`
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last_modified,omitempty"`
	Body         []byte    `json:"body"`
}

func (s *stored) validators(req *http.Request) {
	if s.ETag != "" {
		req.Header.Set("If-None-Match", s.ETag)
	}
	if s.LastModified != "" {
		req.Header.Set("If-Modified-Since", s.LastModified)
	}
}

// A cache is a folder with one file for each address. The zero value keeps nothing.
type cache struct{ dir string }

func (c cache) path(address string) string {
	sum := sha256.Sum256([]byte(address))
	name := hex.EncodeToString(sum[:])
	return filepath.Join(c.dir, name[:2], name+".json")
}

// load returns the copy of a page; nil if there is none that can be read.
func (c cache) load(address string) *stored {
	if c.dir == "" {
		return nil
	}
	data, err := os.ReadFile(c.path(address))
	if err != nil {
		return nil
	}
	s := &stored{}
	if json.Unmarshal(data, s) != nil {
		return nil
	}
	return s
}

// save writes beside the place and renames, so that a reader never sees half a page.
func (c cache) save(address string, s *stored) error {
	if c.dir == "" || s.ETag == "" && s.LastModified == "" {
		return nil
	}
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	path := c.path(address)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".page-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
