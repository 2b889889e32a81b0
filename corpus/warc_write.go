package corpus

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"
)

// A WARCWriter writes fetched pages as response records, one gzip member each, so
// that a later run can read them in place of the web. It is safe for concurrent use.
type WARCWriter struct {
	mu sync.Mutex
	w  io.Writer
}

// NewWARCWriter returns a writer that appends records to w.
func NewWARCWriter(w io.Writer) *WARCWriter { return &WARCWriter{w: w} }

func (w *WARCWriter) write(s *stored) error {
	var http bytes.Buffer
	fmt.Fprintf(&http, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", s.MediaType, len(s.Body))
	http.Write(s.Body)
	var member bytes.Buffer
	z := gzip.NewWriter(&member)
	fmt.Fprintf(z, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n",
		recordID(), s.URL, s.Fetched.Format(time.RFC3339), http.Len())
	if _, err := z.Write(append(http.Bytes(), "\r\n\r\n"...)); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	_, err := w.w.Write(member.Bytes())
	return err
}

// recordID is a random UUID (RFC 9562, version 4).
func recordID() string {
	var b [16]byte
	rand.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
