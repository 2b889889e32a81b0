package batch

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/corpus/output"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/clean"
)

// What becomes of articles whose text came before in the run, word for word or
// nearly: Mark lists them in duplicates.jsonl, Drop also takes their records out.
// What came before is told by the order of the inputs, not by that of the work.
const (
	Mark = "mark"
	Drop = "drop"
)

// window is how many texts are remembered: some 200 MB.
const window = 1_000_000

// A fingerprint is a line of a shard's fingerprints.
type fingerprint struct {
	Article string `json:"article"`
	Doc     string `json:"doc"`
	Exact   string `json:"exact"`
	Near    uint64 `json:"near,string"`
	Short   bool   `json:"short,omitempty"`
}

// A Copy is a line of duplicates.jsonl.
type Copy struct {
	Shard       string `json:"shard"`
	Article     string `json:"article"`
	Doc         string `json:"doc"`
	DuplicateOf string `json:"duplicate_of"` // article
	Exact       bool   `json:"exact"`        // word for word
}

// print writes what is compared of a document.
func (w *shardWriter) print(d *extract.Document) error {
	body := clean.Plain(d)
	if body == "" {
		return nil
	}
	f := corpus.NewFingerprint(body)
	line, err := encode(fingerprint{d.Key().Article, extract.DocID(d.Text), hex.EncodeToString(f.Exact[:]), f.Near, f.Short})
	if err != nil {
		return err
	}
	_, err = w.prints.Write(line)
	return err
}

// settle finds the duplicates of a run whose shards are all done, and returns how
// many there are. It goes over the fingerprints in the order of the inputs, so
// that neither workers nor restarts change what it finds.
func (b *Batch) settle(m *Manifest) (int, error) {
	list, err := output.Create(filepath.Join(b.Out, copiesName), true)
	if err != nil {
		return 0, err
	}
	defer list.Discard()
	seen := corpus.Duplicates{Limit: window}
	n := 0
	for _, s := range m.Shards {
		d, err := b.account(s)
		if err != nil {
			return 0, err
		}
		if d == nil || d.Prints == nil {
			continue
		}
		copies, err := b.copies(d, &seen)
		if err != nil {
			return 0, err
		}
		for _, c := range copies {
			line, err := encode(c)
			if err != nil {
				return 0, err
			}
			if _, err := list.Write(line); err != nil {
				return 0, err
			}
		}
		n += len(copies)
		if b.Duplicates == Drop {
			if err := b.drop(d, copies); err != nil {
				return 0, err
			}
		}
	}
	return n, list.Commit()
}

// copies are the duplicates in one shard.
func (b *Batch) copies(d *Done, seen *corpus.Duplicates) (all []Copy, err error) {
	path := filepath.Join(b.Out, d.Prints.Name)
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	first := map[string]bool{} // an article that stands twice in a file is no copy of itself
	for in := json.NewDecoder(f); ; {
		var p fingerprint
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, &DamagedError{path, err}
		}
		fp := corpus.Fingerprint{Near: p.Near, Short: p.Short}
		if _, err := hex.Decode(fp.Exact[:], []byte(p.Exact)); err != nil {
			return nil, &DamagedError{path, err}
		}
		if of, exact := seen.SeenPrint(p.Article, fp); of == "" {
			first[p.Article+"\x00"+p.Doc] = true
		} else if !first[p.Article+"\x00"+p.Doc] {
			all = append(all, Copy{d.Shard.Name, p.Article, p.Doc, of, exact})
		}
	}
}

// drop takes the records of copies out of a shard. If some that were taken out
// before are no copies any more, because an earlier input has changed, the shard's
// account goes, and the next run does it anew.
func (b *Batch) drop(d *Done, copies []Copy) error {
	want := map[string]bool{}
	for _, c := range copies {
		want[c.Article+"\x00"+c.Doc] = true
	}
	for _, k := range d.Dropped {
		if !want[k] {
			if err := os.Remove(b.accountPath(d.Shard)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			return fmt.Errorf("shard %s: an article that was dropped is no duplicate any more: run again", d.Shard.Name)
		}
		delete(want, k)
	}
	if len(want) == 0 {
		return nil
	}
	out, err := create(b.Out, d.Output.Name)
	if err != nil {
		return err
	}
	defer out.Discard()
	dropped := map[string]int{} // claims of each
	err = Lines(filepath.Join(b.Out, d.Output.Name), func(line []byte) error {
		var r struct{ V, Article, Doc string }
		if err := json.Unmarshal(line, &r); err != nil {
			return &DamagedError{filepath.Join(b.Out, d.Output.Name), err}
		}
		if k := r.Article + "\x00" + r.Doc; want[k] {
			dropped[k] += map[bool]int{true: 1}[r.V == "claim/1"]
			return nil
		}
		_, err := out.Write(line)
		return err
	})
	if err != nil {
		return err
	}
	for k, n := range dropped {
		d.Dropped = append(d.Dropped, k)
		d.Claims -= n
		if n > 0 {
			d.WithClaims--
		} else {
			d.WithoutClaims--
		}
		d.skip("duplicate", 1)
	}
	slices.Sort(d.Dropped)
	if d.Output, err = out.commit(); err != nil {
		return err
	}
	data, err := seal(d, &d.Sum)
	if err != nil {
		return err
	}
	return writeFile(b.accountPath(d.Shard), data)
}
