package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Count says what became of articles. It adds up:
// Articles = WithClaims + WithoutClaims + all Skipped + Failed.
type Count struct {
	Articles      int            `json:"articles"`
	WithClaims    int            `json:"with_claims"`
	WithoutClaims int            `json:"without_claims"`
	Skipped       map[string]int `json:"skipped,omitempty"` // by reason: records and pages that are no article
	Failed        int            `json:"failed"`
	Claims        int            `json:"claims"`
	Bytes         int64          `json:"bytes"` // of input, as stored
}

func (c *Count) add(o Count) {
	c.Articles += o.Articles
	c.WithClaims += o.WithClaims
	c.WithoutClaims += o.WithoutClaims
	c.Failed += o.Failed
	c.Claims += o.Claims
	c.Bytes += o.Bytes
	for reason, n := range o.Skipped {
		c.skip(reason, n)
	}
}

func (c *Count) skip(reason string, n int) {
	if c.Skipped == nil {
		c.Skipped = map[string]int{}
	}
	c.Skipped[reason] += n
}

// Check is an error where the parts do not make the whole.
func (c Count) Check() error {
	sum := c.WithClaims + c.WithoutClaims + c.Failed
	for _, n := range c.Skipped {
		sum += n
	}
	if sum != c.Articles {
		return fmt.Errorf("%d articles, but %d with claims, without, skipped and failed", c.Articles, sum)
	}
	return nil
}

// A Done is the account of one shard. The same input, configuration and build give
// the same account, byte for byte.
type Done struct {
	V     string `json:"v"` // account/1
	Shard Shard  `json:"shard"`
	Key   string `json:"key"` // of input, configuration and engine
	// InputSHA256 is of the bytes of the shard. As long as the size and the time of
	// the input stay as Shard has them, the bytes are not read again.
	InputSHA256 string `json:"input_sha256"`
	Count
	Output File  `json:"output"`
	Errors *File `json:"errors,omitempty"`
	Prints *File `json:"fingerprints,omitempty"`
	// Dropped are the duplicates whose records were taken out of Output; Skipped counts them.
	Dropped []string `json:"dropped,omitempty"`
	Sum     string   `json:"sum"` // of all the above
}

// A File is one file of a run.
type File struct {
	Name   string `json:"name"`   // within the folder
	Size   int64  `json:"size"`   // as stored
	SHA256 string `json:"sha256"` // of what is in it, unpacked
}

// An Account is that of a whole run.
type Account struct {
	V            string `json:"v"` // run/1
	Engine       string `json:"engine"`
	Shards       int    `json:"shards"`
	Done         int    `json:"done"`
	Duplicates   int    `json:"duplicates,omitempty"` // articles whose text came before
	FailedInputs int    `json:"failed_inputs"`        // shards whose input could not be read
	Count
}

// A DamagedError is a file of the run's own that does not hold what was written.
type DamagedError struct {
	Path string
	Err  error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("%s is damaged: %v: run again with --rebuild to make it anew", e.Path, e.Err)
}

func (e *DamagedError) Unwrap() error { return e.Err }

// seal gives v, an account or a manifest, the sum of its other fields.
func seal(v any, sum *string) ([]byte, error) {
	*sum = ""
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	h := sha256.Sum256(data)
	*sum = hex.EncodeToString(h[:16])
	data, err = json.MarshalIndent(v, "", "  ")
	return append(data, '\n'), err
}

// unseal reads what seal made; a missing file is fs.ErrNotExist, any other fault a
// *DamagedError.
func unseal(path string, v any, sum *string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return &DamagedError{path, err}
	}
	was := *sum
	if _, err := seal(v, sum); err != nil {
		return err
	}
	if was != *sum {
		return &DamagedError{path, errors.New("its sum does not match")}
	}
	return nil
}

func (b *Batch) accountPath(s Shard) string {
	return filepath.Join(b.Out, accounts, s.Name+".json")
}

// account reads the account of a shard; nil if there is none.
func (b *Batch) account(s Shard) (*Done, error) {
	d := &Done{}
	err := unseal(b.accountPath(s), d, &d.Sum)
	var damaged *DamagedError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.As(err, &damaged) && b.Rebuild:
		return nil, nil
	case err != nil:
		return nil, err
	}
	return d, nil
}

// whole reports whether the files of an account are there, by their sizes, or by
// their bytes when rebuilding.
func (b *Batch) whole(d *Done) (bool, error) {
	files := []File{d.Output}
	if d.Errors != nil {
		files = append(files, *d.Errors)
	}
	if d.Prints != nil {
		files = append(files, *d.Prints)
	}
	for _, f := range files {
		path := filepath.Join(b.Out, f.Name)
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if info.Size() != f.Size {
			return false, nil
		}
		if b.Rebuild {
			sum, err := unpackedSum(path)
			if err != nil || sum != f.SHA256 {
				return false, err
			}
		}
	}
	return true, nil
}
