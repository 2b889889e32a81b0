package batch

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// conclude sums the accounts of all shards. It writes account.json once nothing is
// missing but inputs that could not be read.
func (b *Batch) conclude(m *Manifest, ended error) (*Account, error) {
	a, missing, err := b.sum(m)
	if err != nil {
		return nil, err
	}
	if b.Slices == 0 {
		a.FailedInputs = len(missing)
	}
	if b.Slices == 0 || len(missing) == 0 {
		if b.Duplicates != "" {
			n, err := b.settle(m)
			if err != nil {
				return nil, err
			}
			if a, _, err = b.sum(m); err != nil { // dropping has changed the counts
				return nil, err
			}
			a.Duplicates, a.FailedInputs = n, 0
			if b.Slices == 0 {
				a.FailedInputs = len(missing)
			}
		}
		data, err := marshal(a)
		if err != nil {
			return nil, err
		}
		if err := writeFile(filepath.Join(b.Out, accountName), data); err != nil {
			return nil, err
		}
	}
	return a, ended
}

// sum adds up the accounts of the shards of a manifest, and lists those that have
// none, or one of another input or configuration.
func (b *Batch) sum(m *Manifest) (*Account, []Shard, error) {
	a := &Account{V: "run/1", Engine: b.Engine, Shards: len(m.Shards)}
	var missing []Shard
	for _, s := range m.Shards {
		d, err := b.account(s)
		if err != nil {
			return nil, nil, err
		}
		if d == nil || d.Key != b.key(s, d.InputSHA256) {
			missing = append(missing, s)
			continue
		}
		a.Done++
		a.add(d.Count)
	}
	return a, missing, a.Check()
}

// Status is how far the run of a folder has come.
type Status struct {
	Manifest *Manifest
	Account  *Account // of the shards that are done
	Missing  []Shard  // not done yet, or whose input could not be read
	Changed  []Shard  // done, but their input has changed or gone since
	Letters  []*Done  // shards with articles that failed
}

// ReadStatus reads the folder of a run without changing it.
func ReadStatus(folder string) (*Status, error) {
	m, err := ReadManifest(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New(folder + ": no run has been in this folder: it has no " + manifestName)
	}
	if err != nil {
		return nil, err
	}
	b := &Batch{Config: m.Config, Engine: m.Engine, Out: folder}
	s := &Status{Manifest: m}
	if s.Account, s.Missing, err = b.sum(m); err != nil {
		return nil, err
	}
	for _, shard := range m.Shards {
		d, err := b.account(shard)
		if err != nil {
			return nil, err
		}
		if d == nil || d.Key != b.key(shard, d.InputSHA256) {
			continue
		}
		if d.Errors != nil {
			s.Letters = append(s.Letters, d)
		}
		now := shard
		if _, err := b.stat(&now); err != nil || !now.Modified.IsZero() && !shard.Modified.IsZero() && !now.Modified.Equal(shard.Modified) {
			s.Changed = append(s.Changed, shard)
		}
	}
	return s, nil
}

// Finished lists the accounts of a folder's shards, in the order of the inputs. It
// is an error if one is missing: half a run must not be taken for a whole one.
func Finished(folder string) ([]*Done, error) {
	m, err := ReadManifest(folder)
	if err != nil {
		return nil, err
	}
	b := &Batch{Config: m.Config, Engine: m.Engine, Out: folder}
	var all []*Done
	for _, s := range m.Shards {
		d, err := b.account(s)
		if err != nil {
			return nil, err
		}
		if d != nil && d.Key == b.key(s, d.InputSHA256) {
			all = append(all, d)
		}
	}
	return all, nil
}
