package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func write(t *testing.T, path, text string, replace bool) *File {
	t.Helper()
	f, err := Create(path, replace)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(f, text); err != nil {
		t.Fatal(err)
	}
	return f
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func entries(t *testing.T, folder string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.jsonl")
	f := write(t, path, "one\n", false)
	if names := entries(t, dir); len(names) != 1 || !IsTemporary(names[0]) || IsTemporary("out.jsonl") {
		t.Errorf("while it is written there are %q", names)
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := f.Discard(); err != nil || content(t, path) != "one\n" {
		t.Errorf("after a commit a discard gives %v, %q", err, content(t, path))
	}
	if _, err := Create(path, false); !errors.Is(err, ErrExists) || !strings.Contains(err.Error(), path) {
		t.Errorf("a second file of the name gives %v", err)
	}
	f = write(t, path, "two\n", true)
	if content(t, path) != "one\n" {
		t.Error("the earlier file is gone before the end")
	}
	if err := f.Discard(); err != nil || content(t, path) != "one\n" {
		t.Errorf("discard: %v, %q", err, content(t, path))
	}
	if err := write(t, path, "three\n", true).Commit(); err != nil || content(t, path) != "three\n" {
		t.Errorf("commit: %v, %q", err, content(t, path))
	}
	if names := entries(t, dir); len(names) != 1 {
		t.Errorf("left: %q", names)
	}
}

func TestCreateThroughALink(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	if got := SameFile(link, filepath.Join(dir, "gone"), path); got != path {
		t.Errorf("the file under another name is %q", got)
	}
	if got := SameFile(path, dir); got != "" {
		t.Errorf("a folder is %q", got)
	}
	if err := write(t, link, "new", true).Commit(); err != nil || content(t, path) != "new" {
		t.Errorf("%v, %q", err, content(t, path))
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is no link any more")
	}
}

func TestCreateCompresses(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("He said it.\n", 1000)
	for name, unpack := range map[string]func(io.Reader) (io.Reader, error){
		"x.jsonl.gz":  func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		"x.jsonl.zst": func(r io.Reader) (io.Reader, error) { return zstd.NewReader(r) },
		"x.jsonl":     func(r io.Reader) (io.Reader, error) { return r, nil },
	} {
		if err := write(t, filepath.Join(dir, name), text, false).Commit(); err != nil {
			t.Fatal(err)
		}
		r, err := unpack(strings.NewReader(content(t, filepath.Join(dir, name))))
		if err != nil {
			t.Fatal(name, err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != text {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	if _, err := Create(dir, true); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder gives %v", err)
	}
	if _, err := Create(filepath.Join(dir, "no", "such", "x"), false); err == nil || strings.Contains(err.Error(), mark) {
		t.Errorf("a folder that is not there gives %v", err)
	}
}

// A full disk is an error, and leaves the earlier file.
func TestDiskFull(t *testing.T) {
	f, err := Create("/dev/full", false)
	if err != nil {
		t.Skip("no such device here:", err)
	}
	_, err = io.WriteString(f, "x")
	if err = errors.Join(err, f.Commit()); err == nil {
		t.Error("a full disk is no error")
	}
}
