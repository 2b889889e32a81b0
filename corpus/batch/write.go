package batch

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/claimwire/claimwire/corpus/output"
)

// A file is one file of a run on its way: whole or absent, with the sum of what is
// in it once unpacked.
type file struct {
	*output.File
	root, name string // name is below root
	sum        hash.Hash
	size       int64 // before compression
}

func create(root, name string) (*file, error) {
	f, err := output.Create(filepath.Join(root, name), true)
	if err != nil {
		return nil, err
	}
	return &file{File: f, root: root, name: name, sum: sha256.New()}, nil
}

func (f *file) Write(p []byte) (int, error) {
	f.sum.Write(p)
	f.size += int64(len(p))
	return f.File.Write(p)
}

// commit gives the file its name for good.
func (f *file) commit() (File, error) {
	if err := f.File.Commit(); err != nil {
		return File{}, err
	}
	info, err := os.Stat(filepath.Join(f.root, f.name))
	if err != nil {
		return File{}, err
	}
	return File{Name: filepath.ToSlash(f.name), Size: info.Size(), SHA256: hex.EncodeToString(f.sum.Sum(nil))}, nil
}

// writeFile writes a small file whole or not at all.
func writeFile(path string, data []byte) error {
	f, err := output.Create(path, true)
	if err != nil {
		return err
	}
	defer f.Discard()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}

// unpackedSum is the hash of a file's content, as commit counts it.
func unpackedSum(path string) (string, error) {
	var r io.Reader
	if strings.HasSuffix(path, ".gz") || strings.HasSuffix(path, ".zst") {
		lines, end, err := openLines(path)
		if err != nil {
			return "", err
		}
		defer end()
		r = lines
	} else {
		f, err := os.Open(path)
		if err != nil {
			return "", err
		}
		defer f.Close()
		r = bufio.NewReaderSize(f, 256<<10)
	}
	h := sha256.New()
	_, err := io.Copy(h, r)
	return hex.EncodeToString(h.Sum(nil)), err
}
