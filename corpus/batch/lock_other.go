//go:build !unix

package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// claimFolder holds the folder for this run. Where files cannot be locked, a file
// stands for the lock, which a killed run leaves behind.
func (b *Batch) claimFolder() (unlock func(), err error) {
	if err := os.MkdirAll(b.Out, 0o755); err != nil {
		return nil, err
	}
	path := filepath.Join(b.Out, fmt.Sprintf(".lock-%d-of-%d", b.Slice, b.Slices))
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%s: another run works in this folder, or was killed: then remove %s", b.Out, path)
	}
	if err != nil {
		return nil, err
	}
	return func() { f.Close(); os.Remove(path) }, nil
}
