package corpus

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

// warcRecord writes one record as crawlers do. A length of -1 is the true one.
func warcRecord(kind, contentType, body string, length int) string {
	if length < 0 {
		length = len(body)
	}
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <https://reef.example/%d>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, len(body), contentType, length, body)
}

func response(header, body string) string {
	return warcRecord("response", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"+header+"\r\n"+body, -1)
}

// large is a plain record over the cap that holds another record.
func large(inner string) string {
	return warcRecord("response", "application/http", inner+strings.Repeat("x", maxRecord+1-len(inner)), -1)
}

// withDictionary compresses records with a dictionary made of them, which stands, compressed
// itself, in the first frame.
func withDictionary(t *testing.T, records ...string) string {
	contents := [][]byte{}
	for i := range 20 {
		contents = append(contents, []byte(fmt.Sprintf("%d %s", i, records[0])))
	}
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: contents, History: []byte(records[0]), Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	packed := []byte(zstded(string(dictionary)))
	out := string(dictionaryMagic) + string(binary.LittleEndian.AppendUint32(nil, uint32(len(packed)))) + string(packed)
	for _, r := range records {
		var b bytes.Buffer
		z, err := zstd.NewWriter(&b, zstd.WithEncoderDict(dictionary))
		if err != nil {
			t.Fatal(err)
		}
		z.Write([]byte(r))
		z.Close()
		out += b.String()
	}
	return out
}

const page = "<html><body><p>The mayor said the bridge was safe.</p></body></html>"

// read lists what the records of a file hold: a page, text, a skip, or an error.
func read(t *testing.T, data string) (out []string) {
	t.Helper()
	w, err := NewWARC(strings.NewReader(data))
	if err != nil {
		return []string{"error: " + err.Error()}
	}
	for range 100 {
		r, err := w.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		var fault *WARCError
		if errors.As(err, &fault) {
			out = append(out, "error: "+err.Error())
			continue
		}
		if err != nil {
			return append(out, "error: "+err.Error())
		}
		a, skip, err := r.article("x.warc")
		switch {
		case err != nil:
			out = append(out, "error: "+err.Error())
		case skip != "":
			out = append(out, "skip: "+skip)
		case a.Page != nil:
			out = append(out, string(a.Page))
		default:
			out = append(out, "text: "+a.Text)
		}
	}
	t.Fatal("does not end")
	return nil
}

func TestWARC(t *testing.T) {
	good := response("", page)
	info := warcRecord("warcinfo", "application/warc-fields", "software: x\r\n", -1)
	for _, tt := range []struct {
		name, data string
		want       []string
	}{
		{"plain", info + good + good, []string{"skip: no page: warcinfo", page, page}},
		{"a member a record", gzipped(info) + gzipped(good) + gzipped(good), []string{"skip: no page: warcinfo", page, page}},
		{"chunked", response("Transfer-Encoding: chunked\r\n", "5\r\n<p>a \r\n6\r\nb</p>\n\r\n0\r\n\r\n"), []string{"<p>a b</p>\n"}},
		{"chunked in the header only", response("Transfer-Encoding: chunked\r\n", page), []string{page}},
		{"gzip payload", response("Content-Encoding: gzip\r\n", gzipped(page)), []string{page}},
		{"gzip in the header only", response("Content-Encoding: gzip\r\n", page), []string{page}},
		{"wet", warcRecord("conversion", "text/plain", "The mayor said no.", -1), []string{"text: The mayor said no."}},
		{
			"status and type",
			warcRecord("response", "application/http", "HTTP/1.1 404 Not Found\r\n\r\ngone", -1) +
				warcRecord("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", -1),
			[]string{"skip: http status 404", "skip: not html"},
		},
		{
			"truncated member", gzipped(good) + gzipped(good)[:60],
			[]string{page, fmt.Sprintf("error: record at byte %d: unexpected EOF", len(gzipped(good)))},
		},
		{
			"length lies, plain", warcRecord("response", "application/http", "HTTP/1.1 200 OK\r\n\r\n", 1<<40) + good,
			[]string{`error: record at byte 0: content-length "1099511627776" is no length`, page},
		},
		{
			"length lies, member", gzipped(warcRecord("response", "application/http", "HTTP/1.1 200 OK\r\n\r\n", 9000)) + gzipped(good),
			[]string{"error: record at byte 0: content-length 9000, but the record ends before: unexpected EOF", page},
		},
		{
			"over the cap, with a record inside", large(good) + good,
			[]string{"error: record at byte 0: content-length 67108865 is larger than the cap of 67108864", page},
		},
		{
			"over the cap, and cut", large(good)[:1<<20],
			[]string{
				"error: record at byte 0: content-length 67108865 is larger than the cap of 67108864",
				"error: record at byte 0: the file ends 66060430 bytes before the end of the record: unexpected EOF",
			},
		},
		{"two records in a member", gzipped(info+good+good) + gzipped(good), []string{"skip: no page: warcinfo", page, page, page}},
		{"an empty member", gzipped(good) + gzipped("") + gzipped("\r\n") + gzipped(good), []string{page, page}},
		{"unpacked under the packed length", response(fmt.Sprintf("Content-Encoding: gzip\r\nContent-Length: %d\r\n", len(page)-20), page), []string{page}},
		{"unpacked under the packed length, br", response(fmt.Sprintf("Content-Encoding: br\r\nContent-Length: %d\r\n", len(page)-20), page), []string{page}},
		{"a wrong length alone", response(fmt.Sprintf("Content-Length: %d\r\n", len(page)-20), page), []string{page}},
		{"zstd", zstded(good) + zstded(good), []string{page, page}},
		{"zstd, cut", zstded(good) + zstded(good)[:40], []string{page, "error: unexpected EOF"}},
		{"zstd with a dictionary", withDictionary(t, good, good), []string{page, page}},
		{"length no number", strings.Replace(info, "Content-Length: 13", "Content-Length: many", 1) + good, []string{`error: record at byte 0: content-length "many" is no length`, page}},
		{"not a warc", "%PDF-1.7 hello\n", []string{`error: record at byte 0: starts with "%PDF-1.7 hello", not with WARC/`}},
		{"empty", "", []string{"error: no WARC: EOF"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(t, tt.data)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestWARCDamagedMember holds that a member with flipped bytes costs that record only.
func TestWARCDamagedMember(t *testing.T) {
	one := gzipped(response("", page))
	bad := []byte(one)
	for i := 30; i < 60; i++ {
		bad[i] ^= 0x5a
	}
	got := read(t, one+string(bad)+one+one)
	pages := 0
	for _, g := range got {
		if g == page {
			pages++
		}
	}
	if pages != 3 || len(got) != 4 {
		t.Errorf("%d pages in %q", pages, got)
	}
}

func TestWARCOffsetResumes(t *testing.T) {
	one := gzipped(response("", page))
	w, err := NewWARC(strings.NewReader(one + one))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Next(); err != nil {
		t.Fatal(err)
	}
	r, err := w.Next()
	if err != nil || r.Offset != int64(len(one)) {
		t.Fatalf("offset %d, error %v", r.Offset, err)
	}
}

func TestWARCBomb(t *testing.T) {
	bomb := response("Content-Encoding: gzip\r\n", gzipped(strings.Repeat("a", maxPayload+1)))
	got := read(t, gzipped(bomb)+gzipped(response("", page)))
	want := []string{fmt.Sprintf("error: payload is larger than the cap of %d bytes", maxPayload), page}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzWARC(f *testing.F) {
	good := response("Content-Encoding: gzip\r\n", gzipped(page))
	f.Add([]byte(good))
	f.Add([]byte(gzipped(good) + gzipped(good)))
	f.Add([]byte("WARC/1.0\r\n\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := NewWARC(bytes.NewReader(data))
		if err != nil {
			return
		}
		for range len(data) + 2 {
			r, err := w.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err == nil {
				r.article("x")
			}
		}
		t.Fatal("does not end")
	})
}

// BenchmarkWARC reads 64 MB of raw content in members of 100 kB.
func BenchmarkWARC(b *testing.B) {
	var text strings.Builder
	for i := 0; text.Len() < 100_000; i++ {
		fmt.Fprintf(&text, "<p class=\"p%d\">The council said %d houses were flooded on street %d.</p>\n", i%7, i*7919%1000, i*104729%97)
	}
	file := strings.Repeat(gzipped(response("", text.String())), 640)
	b.SetBytes(int64(text.Len()) * 640)
	b.ReportAllocs()
	for b.Loop() {
		w, err := NewWARC(strings.NewReader(file))
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for {
			if _, err := w.Next(); err != nil {
				break
			}
			n++
		}
		if n != 640 {
			b.Fatal(n)
		}
	}
}
