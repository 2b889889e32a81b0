package corpus

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var (
	gzipMagic  = []byte{0x1f, 0x8b, 0x08}
	zstdMagic  = []byte{0x28, 0xb5, 0x2f, 0xfd}
	bzip2Magic = []byte("BZh")
)

// unpacks reports whether a compression that is undone here starts so.
func unpacks(start []byte) bool {
	return bytes.HasPrefix(start, gzipMagic) || bytes.HasPrefix(start, zstdMagic) || bytes.HasPrefix(start, bzip2Magic)
}

// refused names what is no text and no dump, by its first bytes; "" for all else.
func refused(start []byte) string {
	for _, f := range []struct{ magic, name string }{
		{"\xfd7zXZ\x00", "compressed by xz"},
		{"PK\x03\x04", "a zip archive"},
		{"7z\xbc\xaf", "a 7z archive"},
		{"%PDF-", "PDF"},
		{"\x89PNG", "a picture"},
		{"\xff\xd8\xff", "a picture"},
		{"GIF8", "a picture"},
		{"PAR1", "Parquet"},
		{"SQLite format 3", "a database"},
	} {
		if bytes.HasPrefix(start, []byte(f.magic)) {
			return f.name
		}
	}
	if len(start) > 262 && bytes.HasPrefix(start[257:], []byte("ustar")) {
		return "a tar archive"
	}
	return ""
}

// peek returns the first bytes, up to 512. Of JSON Lines it is content with what has
// arrived: the sender of one line may wait for its answer before it sends more.
func peek(r *bufio.Reader) ([]byte, error) {
	if _, err := r.Peek(1); err != nil {
		return nil, err
	}
	start, err := r.Peek(min(512, r.Buffered()))
	if lines := bytes.TrimLeft(start, "\ufeff \t\r\n"); len(lines) > 0 && lines[0] == '{' {
		return start, err
	}
	start, err = r.Peek(512)
	if len(start) > 0 {
		err = nil
	}
	return start, err
}

// read undoes compression, finds the format if it is not known, and reads.
func (s *source) read(want *format, y yield) bool {
	buffered := bufio.NewReaderSize(s.r, 64<<10)
	s.r = buffered
	start, err := peek(buffered)
	if errors.Is(err, io.EOF) {
		err = errors.New("input is empty")
	}
	if err == nil && refused(start) != "" && (want == nil || want.name != "html") { // of a page, clean says so
		err = fmt.Errorf("is %s, which is not read: unpack or convert it first", refused(start))
	}
	if err != nil {
		return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
	}
	if want == nil && bytes.HasPrefix(start, []byte("WARC/")) {
		want, _ = byName("warc")
	}
	if want == nil || !want.raw {
		plain, end, err := decompress(buffered)
		if err != nil {
			return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
		}
		defer end()
		if want == nil {
			if start, err = peek(plain); err != nil && !errors.Is(err, io.EOF) {
				return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
			}
			want = sniff(start)
		}
		if plain = utf16(plain); want.name != "text" {
			plain = dropMark(plain)
		}
		s.r = plain
	}
	return want.read(s, y)
}

// decompress undoes gzip, zstd or bzip2, told by their first bytes.
func decompress(r *bufio.Reader) (plain *bufio.Reader, end func(), err error) {
	first, _ := r.Peek(1)
	if len(first) == 0 || first[0] != gzipMagic[0] && first[0] != zstdMagic[0] && first[0] != bzip2Magic[0] {
		return r, func() {}, nil
	}
	magic, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(magic, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, 64<<10), func() {}, nil
	case bytes.HasPrefix(magic, zstdMagic):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, 64<<10), z.Close, nil
	case bytes.HasPrefix(magic, bzip2Magic) && len(magic) == 4 && '1' <= magic[3] && magic[3] <= '9':
		return bufio.NewReaderSize(bzip2.NewReader(r), 64<<10), func() {}, nil
	}
	return r, func() {}, nil
}

// sniff tells the format by the first bytes.
func sniff(start []byte) *format {
	if e := sixteen(start); e != nil {
		if text, err := e.NewDecoder().Bytes(start); err == nil {
			start = text
		}
	}
	start = bytes.TrimSpace(bytes.TrimPrefix(start, []byte("\ufeff")))
	lower := bytes.ToLower(start)
	name := "text"
	switch {
	case bytes.HasPrefix(start, []byte("WARC/")):
		name = "warc"
	case bytes.HasPrefix(start, []byte("{")):
		name = "jsonl"
	case bytes.HasPrefix(start, []byte("[{")), bytes.HasPrefix(start, []byte("[")) && bytes.HasPrefix(bytes.TrimSpace(start[1:]), []byte("{")):
		name = "json"
	case bytes.HasPrefix(lower, []byte("<?xml")) && !bytes.Contains(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<rss")), bytes.HasPrefix(lower, []byte("<feed")):
		name = "feed"
	case bytes.HasPrefix(lower, []byte("<!doctype")), bytes.HasPrefix(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<head")), bytes.HasPrefix(lower, []byte("<body")):
		name = "html"
	}
	f, _ := byName(name)
	return f
}
