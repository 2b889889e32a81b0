package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// Caps on what one record of a dump may hold. A larger record is an error of that
// record; the dump goes on.
const (
	maxRecord  = 64 << 20 // bytes of a WARC record as stored
	maxPayload = 16 << 20 // bytes of its payload, decoded
	maxHeader  = 256 << 10
)

// A WARC reads the records of a .warc, .warc.gz or .wet.gz file one by one
// (ISO 28500). It never stops at a damaged record: the fault is returned, and the
// next call goes on with the next record that can be found.
type WARC struct {
	src     *bufio.Reader
	counter *counter
	members bool // one gzip member a record
	z       *gzip.Reader
	body    *bufio.Reader
	buf     []byte
	resync  bool
}

// A WARCRecord is one record. Header names are in lower case. Body is valid until
// the next call of Next. Offset is the byte of the file at which the record
// starts, where a later run can seek to resume.
type WARCRecord struct {
	Header map[string]string
	Body   []byte
	Offset int64
}

// A WARCError is the fault of one record.
type WARCError struct {
	Offset int64
	Err    error
}

func (e *WARCError) Error() string { return fmt.Sprintf("record at byte %d: %v", e.Offset, e.Err) }

func (e *WARCError) Unwrap() error { return e.Err }

// A counter counts the bytes read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// NewWARC returns a reader of r, which is compressed or plain.
func NewWARC(r io.Reader) (*WARC, error) {
	c := &counter{r: r}
	w := &WARC{counter: c, src: bufio.NewReaderSize(c, 1<<20)}
	magic, err := w.src.Peek(2)
	if err != nil {
		return nil, fmt.Errorf("no WARC: %w", err)
	}
	w.members = magic[0] == 0x1f && magic[1] == 0x8b
	return w, nil
}

func (w *WARC) offset() int64 { return w.counter.n - int64(w.src.Buffered()) }

// Next returns the next record, a *WARCError for a damaged one, or io.EOF.
func (w *WARC) Next() (*WARCRecord, error) {
	if w.resync {
		w.resync = false
		if err := w.skipToRecord(); err != nil {
			return nil, err
		}
	}
	if !w.members {
		if err := w.skipBlank(); err != nil {
			return nil, err
		}
	}
	if _, err := w.src.Peek(1); err != nil {
		return nil, io.EOF
	}
	at := w.offset()
	r, err := w.record()
	if err != nil {
		w.resync = true
		return nil, &WARCError{at, err}
	}
	r.Offset = at
	return r, nil
}

// skipBlank drops the empty lines between the records of a plain file.
func (w *WARC) skipBlank() error {
	for {
		b, err := w.src.ReadByte()
		if err != nil {
			return io.EOF
		}
		if b != '\r' && b != '\n' {
			return w.src.UnreadByte()
		}
	}
}

var (
	gzipMagic = []byte{0x1f, 0x8b, 0x08}
	lineMagic = []byte("\nWARC/")
)

// skipToRecord looks for the start of the next record after a damaged one.
func (w *WARC) skipToRecord() error {
	magic, keep := gzipMagic, 0
	if !w.members {
		magic, keep = lineMagic, 1
	}
	for {
		p, _ := w.src.Peek(64 << 10)
		if len(p) < len(magic) {
			return io.EOF
		}
		if i := bytes.Index(p, magic); i >= 0 {
			_, err := w.src.Discard(i + keep)
			return err
		}
		if _, err := w.src.Discard(len(p) - len(magic) + 1); err != nil {
			return io.EOF
		}
	}
}

var errTooLarge = errors.New("larger than the cap")

func (w *WARC) record() (*WARCRecord, error) {
	if err := w.open(); err != nil {
		return nil, err
	}
	h, err := w.header()
	if err != nil {
		return nil, err
	}
	n, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || n < 0 {
		return nil, fmt.Errorf("content-length %q is no length", h["content-length"])
	}
	if n > maxRecord {
		return nil, fmt.Errorf("content-length %d is %w of %d", n, errTooLarge, maxRecord)
	}
	if err := w.read(int(n)); err != nil {
		return nil, fmt.Errorf("content-length %d, but the record ends before: %w", n, err)
	}
	return &WARCRecord{Header: h, Body: w.buf}, w.finish()
}

// read fills buf with n bytes, growing it as they come: a length is not believed
// before its bytes are there.
func (w *WARC) read(n int) error {
	w.buf = w.buf[:0]
	for len(w.buf) < n {
		step := min(n-len(w.buf), max(64<<10, len(w.buf)))
		if cap(w.buf)-len(w.buf) < step {
			w.buf = append(make([]byte, 0, len(w.buf)+step), w.buf...)
		}
		got, err := io.ReadFull(w.body, w.buf[len(w.buf):len(w.buf)+step])
		w.buf = w.buf[:len(w.buf)+got]
		if err != nil {
			return io.ErrUnexpectedEOF
		}
	}
	return nil
}

func (w *WARC) open() error {
	switch {
	case !w.members:
		w.body = w.src
		return nil
	case w.z == nil:
		z, err := gzip.NewReader(w.src)
		if err != nil {
			return err
		}
		w.z, w.body = z, bufio.NewReaderSize(z, 64<<10)
	default:
		if err := w.z.Reset(w.src); err != nil {
			return err
		}
		w.body.Reset(w.z)
	}
	w.z.Multistream(false)
	return nil
}

// finish reads to the end of the member, which also checks its sum. What follows
// the record in its member is blank, so a member that goes on is not believed.
func (w *WARC) finish() error {
	if !w.members {
		return nil
	}
	n, err := io.CopyN(io.Discard, w.body, maxHeader)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err == nil {
		err = fmt.Errorf("member goes on for more than %d bytes after the record", n)
	}
	return err
}

func (w *WARC) header() (map[string]string, error) {
	line, err := w.line()
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(line, "WARC/") {
		return nil, fmt.Errorf("starts with %.20q, not with WARC/", line)
	}
	h := make(map[string]string, 16)
	for size := 0; size < maxHeader; {
		line, err := w.line()
		if err != nil {
			return nil, err
		}
		if line == "" {
			return h, nil
		}
		size += len(line)
		if k, v, ok := strings.Cut(line, ":"); ok {
			h[strings.ToLower(k)] = strings.TrimSpace(v)
		}
	}
	return nil, fmt.Errorf("header is larger than %d bytes", maxHeader)
}

// line reads one header line, which must fit the buffer.
func (w *WARC) line() (string, error) {
	p, err := w.body.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return "", errors.New("header line does not end")
	case errors.Is(err, io.EOF):
		return "", io.ErrUnexpectedEOF
	case err != nil:
		return "", err
	}
	return string(bytes.TrimRight(p, "\r\n")), nil
}
