// Package output writes files that are there as a whole or not at all.
//
// A file is written under a temporary name in the folder of its target, brought to disk
// and renamed at the end. So a run that fails, is stopped or finds the disk full leaves
// what was there before, and a reader never sees half a file.
package output

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// ErrExists is wrapped by the error of Create where the target is there already.
var ErrExists = errors.New("there is such a file already")

// A File is a file on its way. It is not safe for concurrent use. End it by Commit or
// by Discard; a Discard after a Commit does nothing, so that it can be deferred.
type File struct {
	target string // "" for a stream, which is written at once
	temp   string
	file   *os.File
	buf    *bufio.Writer
	packer io.WriteCloser // undoes nothing where the name asks for no compression
	done   bool
}

// Create starts the file at path, compressed where the name ends in .gz or .zst. A file
// that is there already is an ErrExists unless it may be replaced. A link is followed. A
// device or a named pipe is no file to replace, and is written at once.
func Create(path string, replace bool) (*File, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s: is a folder, not a file to write to", path)
	case err == nil && !info.Mode().IsRegular():
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return start(&File{file: file}, path), nil
	case err == nil && !replace:
		return nil, fmt.Errorf("%s: %w", path, ErrExists)
	case err == nil:
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return nil, err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	f := &File{target: path, temp: temporary(path)}
	if f.file, err = os.OpenFile(f.temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666); err != nil {
		return nil, fmt.Errorf("%s: cannot write in this folder: %w", path, cause(err))
	}
	return start(f, path), nil
}

// Stream is a File over what is open already, such as standard output. Commit flushes
// it and leaves it open.
func Stream(file *os.File) *File { return start(&File{file: file}, "") }

func start(f *File, name string) *File {
	f.buf = bufio.NewWriterSize(f.file, 64<<10)
	f.packer = packer(f.buf, name)
	return f
}

// packer compresses what it is given, if the name asks for it.
func packer(w io.Writer, name string) io.WriteCloser {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".gz":
		return gzip.NewWriter(w)
	case ".zst":
		z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
		if err != nil { // only of options
			panic(err)
		}
		return z
	}
	return plain{w}
}

type plain struct{ io.Writer }

func (plain) Close() error { return nil }

// Write adds to the file.
func (f *File) Write(p []byte) (int, error) { return f.packer.Write(p) }

// Flush hands on what was written, so that a reader at the other end of a stream has it.
// A file that is compressed or renamed at the end has no such reader, and loses nothing.
func (f *File) Flush() error {
	if f.target != "" {
		return nil
	}
	return f.buf.Flush()
}

// Commit ends the file, brings it to disk and gives it its name. After an error the
// target is as it was before.
func (f *File) Commit() error {
	if f.done {
		return nil
	}
	f.done = true
	err := errors.Join(f.packer.Close(), f.buf.Flush())
	if f.target == "" {
		return errors.Join(err, f.end())
	}
	if err == nil {
		err = f.file.Sync()
	}
	if err = errors.Join(err, f.file.Close()); err == nil {
		err = os.Rename(f.temp, f.target)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s: %w", f.target, cause(err)), os.Remove(f.temp))
	}
	return syncFolder(filepath.Dir(f.target))
}

// CommitAs is Commit under another name, which replaces what is there.
func (f *File) CommitAs(path string) error {
	if f.target != "" && !f.done {
		f.target = path
	}
	return f.Commit()
}

// Packed takes bytes that are compressed already as the file compresses: what another File
// of such a name has written, which this one goes on with. It must be used before Write.
func (f *File) Packed() io.Writer { return f.buf }

// end closes a device. Standard output stays open: others may write to it after us.
func (f *File) end() error {
	if f.file == os.Stdout || f.file == os.Stderr {
		return nil
	}
	return f.file.Close()
}

// Discard ends the file and leaves the target as it was before. Of a stream it drops
// what was not flushed.
func (f *File) Discard() error {
	if f.done {
		return nil
	}
	f.done = true
	if f.target == "" {
		return f.end()
	}
	return errors.Join(f.file.Close(), os.Remove(f.temp))
}

// cause takes the temporary name out of an error, which names the target itself.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

// syncFolder brings the new name to disk. Where a folder cannot be opened for that, as on
// Windows, the system does it in its own time.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}

const mark = ".unfinished-"

func temporary(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+mark+rand.Text()[:8])
}

// IsTemporary reports whether a file name is one that Create writes under. What a killed
// run has left may be removed, once it is sure that no run is writing.
func IsTemporary(name string) bool {
	name = filepath.Base(name)
	return strings.HasPrefix(name, ".") && strings.Contains(name, mark)
}

// Target is the name that the file of a temporary name would get.
func Target(name string) string {
	name, _, _ = strings.Cut(strings.TrimPrefix(filepath.Base(name), "."), mark)
	return name
}

// SameFile returns the first of the paths that is the file at path itself, under whatever
// name; "" if none is. What is not there is the same as nothing.
func SameFile(path string, others ...string) string {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	for _, o := range others {
		if other, err := os.Stat(o); err == nil && os.SameFile(info, other) {
			return o
		}
	}
	return ""
}
