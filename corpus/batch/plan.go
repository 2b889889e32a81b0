package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/corpus/output"
)

// A Shard is one piece of the input: a file, or a range of lines of one.
type Shard struct {
	Name     string    `json:"name"`              // names its files in the folder of the run
	Input    string    `json:"input"`             // path as given; found in a folder, the folder's name goes before it
	Size     int64     `json:"size"`              // bytes of the shard; -1 where the input could not be read
	Modified time.Time `json:"modified,omitzero"` // of the input; none where it had changed less than two seconds before it was read
	Start    int64     `json:"start,omitempty"`   // first byte in the input
	End      int64     `json:"end,omitempty"`     // byte after the last; 0 is the end of the file
	Line     int       `json:"line,omitempty"`    // lines of the input before Start
}

// A Manifest says what a folder is made of. It holds no results, so that all the
// processes of a run write the same.
type Manifest struct {
	V      string   `json:"v"` // manifest/1
	Config Config   `json:"config"`
	Engine string   `json:"engine"`
	Inputs []string `json:"inputs"`
	Shards []Shard  `json:"shards"`
	Sum    string   `json:"sum"`
}

// The folders and files of a run.
const (
	claims       = "claims"
	letters      = "errors"
	accounts     = "accounts"
	prints       = "fingerprints" // only where duplicates are looked for
	manifestName = "manifest.json"
	accountName  = "account.json"
	copiesName   = "duplicates.jsonl"
)

// Slice is the shards of one of n processes that share a run: number i, i+n, and
// so on. All of them where n is 0.
func (m *Manifest) Slice(i, n int) []Shard {
	if n == 0 {
		return m.Shards
	}
	var own []Shard
	for ; i < len(m.Shards); i += n {
		own = append(own, m.Shards[i])
	}
	return own
}

// ReadManifest reads that of a folder. The error is fs.ErrNotExist where the
// folder is of no run, and a *DamagedError where the file was changed.
func ReadManifest(folder string) (*Manifest, error) {
	m := &Manifest{}
	if err := unseal(filepath.Join(folder, manifestName), m, &m.Sum); err != nil {
		return nil, err
	}
	if m.V != "manifest/1" {
		return nil, &DamagedError{filepath.Join(folder, manifestName), fmt.Errorf("version %q is not manifest/1", m.V)}
	}
	return m, nil
}

// Plan writes the manifest of a run, for a driver that has the shards done
// elsewhere, and sweeps what an earlier run left half written.
func (b *Batch) Plan(ctx context.Context) (*Manifest, error) {
	if err := b.ready(); err != nil {
		return nil, err
	}
	return b.plan(ctx)
}

func (b *Batch) plan(ctx context.Context) (*Manifest, error) {
	old, err := ReadManifest(b.Out)
	var damaged *DamagedError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.As(err, &damaged) && b.Rebuild:
		old = &Manifest{}
	case err != nil:
		return nil, err
	}
	dirs := []string{claims, letters, accounts}
	if b.Duplicates != "" {
		dirs = append(dirs, prints)
	}
	for _, dir := range dirs {
		if err := os.MkdirAll(filepath.Join(b.Out, dir), 0o755); err != nil {
			return nil, err
		}
	}
	m := &Manifest{V: "manifest/1", Config: b.Config, Engine: b.Engine, Inputs: b.Inputs}
	if m.Shards, err = b.cut(ctx, old); err != nil {
		return nil, err
	}
	if err := b.sweep(m); err != nil {
		return nil, err
	}
	data, err := seal(m, &m.Sum)
	if err != nil {
		return nil, err
	}
	for _, s := range m.Shards {
		b.Progress.Total.Add(max(s.Size, 0))
	}
	return m, writeFile(filepath.Join(b.Out, manifestName), data)
}

// cut makes the shards of all inputs, in their order.
func (b *Batch) cut(ctx context.Context, old *Manifest) ([]Shard, error) {
	known := map[string][]Shard{} // cuts of the last run, by input
	if old.Config.ShardBytes == b.ShardBytes {
		for _, s := range old.Shards {
			known[s.Input] = append(known[s.Input], s)
		}
	}
	var all []Shard
	names := map[string]bool{}
	ignored := map[string]int{} // files, by reason
	for f, err := range corpus.Files(b.Inputs, corpus.Options{From: b.From, Skipped: func(_, reason string) { ignored[reason]++ }}) {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		s := Shard{Name: shardName(f, names), Input: f.Path, Size: -1}
		if err != nil {
			all = append(all, s)
			continue
		}
		s.Size, s.Modified = f.Size, settled(f.Modified)
		if b.ShardBytes < 0 || s.Size <= b.ShardBytes || !f.Lines {
			all = append(all, s)
			continue
		}
		if k := known[s.Input]; len(k) > 0 && k[0].End > 0 && k[len(k)-1].End == s.Size && !s.Modified.IsZero() && k[0].Modified.Equal(s.Modified) {
			all = append(all, k...)
			continue
		}
		parts, err := corpus.CutLines(f.Path, b.ShardBytes)
		if err != nil {
			s.Size = -1
			all = append(all, s)
			continue
		}
		for i, p := range parts {
			part := s
			part.Name = fmt.Sprintf("%s.part-%05d", s.Name, i)
			part.Start, part.End, part.Line, part.Size = p.Start, p.End, p.Line, p.End-p.Start
			all = append(all, part)
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(ignored)) {
		b.Log.Warn("files that are no articles are left out", "reason", reason, "files", ignored[reason])
	}
	if len(all) == 0 {
		return nil, errors.New("no inputs are named, or the folders and lists named are empty")
	}
	return all, nil
}

// settled is the time of a file if a later change would show in it: clocks of
// files tick coarsely, so one that has just been written says nothing.
func settled(t time.Time) time.Time {
	if time.Since(t) < 2*time.Second {
		return time.Time{}
	}
	return t.UTC()
}

// shardName is the path of a file below the folder that was named, or its last
// part, with a mark of the whole path where another input is called the same.
func shardName(f corpus.File, taken map[string]bool) string {
	name := strings.ReplaceAll(filepath.ToSlash(f.Below), "/", "__")
	name = strings.TrimLeft(name, ".")
	if taken[name] || name == "" {
		sum := sha256.Sum256([]byte(f.Path))
		name += "-" + hex.EncodeToString(sum[:4])
	}
	for taken[name] { // one file named twice
		name += "-again"
	}
	taken[name] = true
	return name
}

// sweep removes what a killed run left half written, of the shards that are this
// process's own, and on Prune the results of inputs that are gone.
func (b *Batch) sweep(m *Manifest) error {
	planned, own := map[string]bool{}, map[string]bool{manifestName: b.Slices == 0, accountName: b.Slices == 0, copiesName: b.Slices == 0}
	format, err := b.format()
	if err != nil {
		return err
	}
	for _, s := range m.Shards {
		planned[s.Name] = true
	}
	for _, s := range m.Slice(b.Slice, b.Slices) {
		for _, name := range []string{s.Name + format.Ext, s.Name + ".jsonl", s.Name + ".json", s.Name} {
			own[name] = true
		}
	}
	var stale []string
	for _, dir := range []string{"", claims, letters, accounts, prints} {
		entries, err := os.ReadDir(filepath.Join(b.Out, dir))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, e := range entries {
			path := filepath.Join(b.Out, dir, e.Name())
			switch shard := strings.TrimSuffix(e.Name(), ".json"); {
			case output.IsTemporary(path):
				if b.Slices == 0 || own[output.Target(path)] {
					if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
						return err
					}
				}
			case dir == accounts && !planned[shard]:
				stale = append(stale, shard)
			}
		}
	}
	slices.Sort(stale)
	for _, name := range stale {
		if !b.Prune {
			b.Log.Warn("results of an input that is no longer named stay in the folder: --prune removes them", "shard", name)
			continue
		}
		if err := b.remove(name); err != nil {
			return err
		}
	}
	return nil
}

// remove takes away all files of a shard, its account first.
func (b *Batch) remove(name string) error {
	d, err := b.account(Shard{Name: name})
	var damaged *DamagedError
	if err != nil && !errors.As(err, &damaged) {
		return err
	}
	paths := []string{filepath.Join(b.Out, accounts, name+".json"), filepath.Join(b.Out, letters, name+".jsonl"), filepath.Join(b.Out, prints, name+".jsonl")}
	if d != nil {
		paths = append(paths, filepath.Join(b.Out, d.Output.Name))
	}
	for _, p := range paths {
		if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// hashFile is the SHA-256 of a range of a file; end 0 is its end.
func hashFile(path string, start, end int64) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var r io.Reader = f
	if end > 0 {
		r = io.NewSectionReader(f, start, end-start)
	}
	h := sha256.New()
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{r}, make([]byte, 256<<10)); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
