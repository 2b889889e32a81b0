// Package model holds the trained weights and reads them: averaged perceptrons over
// hashed features.
//
// The weight files (*.bin) are not under the licence of the code. Their head, which
// is text, names the data they were trained on, its licence, the attribution that it
// asks for, and the score on held-out data. docs/models.md says how they are made.
package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strings"
)

// A Header is the readable head of a weight file.
type Header struct {
	Kind        string // tagger
	Features    string // version of the feature set; weights of one set are noise under another
	Data        string // what it was trained on
	Licence     string
	Attribution string
	Score       string // on which held-out data, and how measured
}

const magic = "claimwire weights 2"

func (h *Header) fields() []struct {
	key   string
	value *string
} {
	return []struct {
		key   string
		value *string
	}{
		{"kind", &h.Kind},
		{"features", &h.Features},
		{"data", &h.Data},
		{"licence", &h.Licence},
		{"attribution", &h.Attribution},
		{"score", &h.Score},
	}
}

// A section is a named part of the payload.
type section struct {
	name string
	data []byte
}

// encodeFile writes head and payload: four bytes of checksum, then the sections as they
// are. The tables are dense, so that squeezing them would save a fifth and cost the reader
// 100 ms; as they are, they are read where they lie.
func encodeFile(h Header, sections []section) ([]byte, error) {
	var out bytes.Buffer
	fmt.Fprintln(&out, magic)
	for _, f := range h.fields() {
		if *f.value == "" || strings.ContainsAny(*f.value, "\r\n") {
			return nil, fmt.Errorf("weights: %s %q: want one line", f.key, *f.value)
		}
		fmt.Fprintf(&out, "%s: %s\n", f.key, *f.value)
	}
	fmt.Fprintln(&out)
	var payload []byte
	for _, s := range sections {
		payload = binary.AppendUvarint(payload, uint64(len(s.name)))
		payload = append(payload, s.name...)
		payload = binary.AppendUvarint(payload, uint64(len(s.data)))
		payload = append(payload, s.data...)
	}
	return append(binary.LittleEndian.AppendUint32(out.Bytes(), crc32.ChecksumIEEE(payload)), payload...), nil
}

// decodeFile reads what encodeFile writes. The sections are in the order given.
func decodeFile(data []byte, kind, features string, names ...string) (Header, [][]byte, error) {
	h, payload, err := readHeader(data)
	switch {
	case err != nil:
		return h, nil, fmt.Errorf("%s weights: %w", kind, err)
	case h.Kind != kind:
		return h, nil, fmt.Errorf("%s weights: file holds a %s", kind, h.Kind)
	case h.Features != features:
		return h, nil, fmt.Errorf("%s weights: made for feature set %s, the code has %s: run make model", kind, h.Features, features)
	}
	sections, err := readSections(payload, names)
	if err != nil {
		return h, nil, fmt.Errorf("%s weights: %w", kind, err)
	}
	return h, sections, nil
}

func readHeader(data []byte) (h Header, payload []byte, err error) {
	head, payload, ok := bytes.Cut(data, []byte("\n\n"))
	lines := strings.Split(string(head[:min(len(head), 4096)]), "\n")
	if !ok || lines[0] != magic {
		return h, nil, fmt.Errorf("first line is not %q", magic)
	}
	fields := h.fields()
	if len(lines) != len(fields)+1 {
		return h, nil, fmt.Errorf("head has %d lines, want %d", len(lines), len(fields)+1)
	}
	for i, f := range fields {
		value, ok := strings.CutPrefix(lines[i+1], f.key+": ")
		if !ok {
			return h, nil, fmt.Errorf("line %d: want %q", i+2, f.key+": ...")
		}
		*f.value = value
	}
	return h, payload, nil
}

func readSections(payload []byte, names []string) ([][]byte, error) {
	r := reader{data: payload}
	sum := r.bytes(crc32.Size)
	if r.failed || binary.LittleEndian.Uint32(sum) != crc32.ChecksumIEEE(r.data) {
		return nil, errors.New("checksum differs: the file is damaged")
	}
	var out [][]byte
	for _, want := range names {
		name := r.bytes(r.uvarint())
		data := r.bytes(r.uvarint())
		if r.failed || string(name) != want {
			return nil, fmt.Errorf("section %q where %q is due", name, want)
		}
		out = append(out, data)
	}
	if len(r.data) > 0 {
		return nil, errors.New("bytes after the last section")
	}
	return out, nil
}

// A reader takes values off the front of data. Once one is not there it has failed,
// and gives nothing more.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.failed, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

func (r *reader) bytes(n uint64) []byte {
	if n > uint64(len(r.data)) {
		r.failed, r.data = true, nil
		return nil
	}
	b := r.data[:n:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) codes() (c codes) {
	for i := range c {
		v, n := binary.Varint(r.data)
		if n <= 0 || int64(int32(v)) != v {
			r.failed, r.data = true, nil
			return c
		}
		c[i] = int32(v)
		r.data = r.data[n:]
	}
	return c
}

func encodeList(list []string) []byte { return []byte(strings.Join(list, "\n")) }
func decodeList(data []byte) []string { return strings.Split(string(data), "\n") }
