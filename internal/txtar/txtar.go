// Package txtar reads and writes text archives: files one after another, each under
// a line "-- name --". It is the format of golang.org/x/tools/txtar, whose module
// would be in the build of everyone who uses the library.
package txtar

import (
	"bytes"
	"os"
)

// An Archive is the comment before the first file, and the files in order.
type Archive struct {
	Comment []byte
	Files   []File
}

// A File is one file of an archive.
type File struct {
	Name string
	Data []byte // ends in a newline, unless it is empty
}

// ParseFile parses the named file.
func ParseFile(path string) (*Archive, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(data), nil
}

// Parse reads an archive. There is no malformed one: what is no heading is text.
func Parse(data []byte) *Archive {
	a := &Archive{}
	into := &a.Comment
	for line := range bytes.Lines(data) {
		if name := heading(line); name != "" {
			a.Files = append(a.Files, File{Name: name})
			into = &a.Files[len(a.Files)-1].Data
			continue
		}
		*into = append(*into, line...)
	}
	if n := len(*into); n > 0 && (*into)[n-1] != '\n' {
		*into = append(*into, '\n')
	}
	return a
}

// heading is the name in a line "-- name --"; "" for any other line.
func heading(line []byte) string {
	line, ok := bytes.CutPrefix(bytes.TrimRight(line, "\r\n"), []byte("-- "))
	if !ok {
		return ""
	}
	if line, ok = bytes.CutSuffix(line, []byte(" --")); !ok {
		return ""
	}
	return string(bytes.TrimSpace(line))
}

// Format is the archive as text. Parse of it gives an equal archive.
func Format(a *Archive) []byte {
	var out bytes.Buffer
	out.Write(a.Comment)
	for _, f := range a.Files {
		out.WriteString("-- " + f.Name + " --\n")
		out.Write(f.Data)
	}
	return out.Bytes()
}
