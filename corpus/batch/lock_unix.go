//go:build unix

package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// claimFolder holds the folder for this run until the process ends, however it
// does. Runs of other slices of the same whole may go on at the same time.
func (b *Batch) claimFolder() (unlock func(), err error) {
	if err := os.MkdirAll(b.Out, 0o755); err != nil {
		return nil, err
	}
	whole := syscall.LOCK_EX
	if b.Slices > 0 {
		whole = syscall.LOCK_SH
	}
	f, err := lock(filepath.Join(b.Out, ".lock"), whole)
	if err != nil || b.Slices == 0 {
		return func() { f.Close() }, err
	}
	own, err := lock(filepath.Join(b.Out, fmt.Sprintf(".lock-%d-of-%d", b.Slice, b.Slices)), syscall.LOCK_EX)
	if err != nil {
		f.Close()
		return nil, err
	}
	return func() { own.Close(); f.Close() }, nil
}

func lock(path string, how int) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("%s: another run works in this folder: wait for it, or stop it", filepath.Dir(path))
		}
		return nil, fmt.Errorf("%s: cannot be locked: %w", path, err)
	}
	return f, nil
}
