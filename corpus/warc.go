package corpus

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Caps on what one record of a dump may hold. A larger record is an error of that
// record; the dump goes on.
const (
	maxRecord  = 64 << 20 // bytes of a WARC record as stored
	maxPayload = 16 << 20 // bytes of its payload, decoded
	maxHeader  = 256 << 10
	maxLength  = 1 << 40 // a record of a terabyte is a length that is wrong
)

// A WARC reads the records of a .warc, .warc.gz, .warc.zst or .wet.gz file one by one
// (ISO 28500). It never stops at a damaged record: the fault is returned, and the
// next call goes on with the next record that can be found. A file compressed by zstd is
// read as one stream, which ends at the first fault in the compressed bytes.
type WARC struct {
	src     *bufio.Reader
	counter *counter
	members bool // gzip members, as a rule of one record each
	at      int64
	within  int // records read in the member
	z       *gzip.Reader
	body    *bufio.Reader
	buf     []byte
	resync  bool
	discard int64 // bytes of a record over the cap that are still to be passed over
	close   func()
}

// A WARCRecord is one record. Header names are in lower case. Body is valid until
// the next call of Next. Offset is the byte of the file at which the record
// starts, where a later run can seek to resume; in a file compressed by zstd, of the file
// unpacked. Within is 0 but for the second and later records of one gzip member,
// which share its offset.
type WARCRecord struct {
	Header map[string]string
	Body   []byte
	Offset int64
	Within int
}

// id names the record within its file.
func (r *WARCRecord) id(name string) string { return recordName(name, r.Offset, r.Within) }

func recordName(name string, offset int64, within int) string {
	if within > 0 {
		return fmt.Sprintf("%s@%d+%d", name, offset, within)
	}
	return fmt.Sprintf("%s@%d", name, offset)
}

// A WARCError is the fault of one record.
type WARCError struct {
	Offset int64
	Within int
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

// NewWARC returns a reader of r, which is compressed or plain. Close frees what it holds.
func NewWARC(r io.Reader) (*WARC, error) {
	w := &WARC{close: func() {}}
	packed := bufio.NewReaderSize(r, 64<<10)
	magic, err := packed.Peek(4)
	if len(magic) < 2 {
		return nil, fmt.Errorf("no WARC: %w", err)
	}
	r = packed
	if bytes.Equal(magic, zstdMagic) || bytes.Equal(magic, dictionaryMagic) {
		z, err := warcZstd(packed)
		if err != nil {
			return nil, fmt.Errorf("no WARC: %w", err)
		}
		w.close, r = z.Close, z
	}
	w.counter = &counter{r: r}
	w.src = bufio.NewReaderSize(w.counter, 1<<20)
	w.members = magic[0] == 0x1f && magic[1] == 0x8b
	return w, nil
}

// Close ends the decompression. It does not close the file.
func (w *WARC) Close() { w.close() }

// dictionaryMagic starts the frame that holds the dictionary of all others (WARC files compressed
// with zstd, version 1, of the Internet Archive).
var dictionaryMagic = []byte{0x5d, 0x2a, 0x4d, 0x18}

const maxDictionary = 32 << 20

func warcZstd(r *bufio.Reader) (*zstd.Decoder, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128 << 20)}
	head, err := r.Peek(8)
	if err == nil && bytes.HasPrefix(head, dictionaryMagic) {
		size := binary.LittleEndian.Uint32(head[4:])
		if size > maxDictionary {
			return nil, fmt.Errorf("dictionary is %w of %d bytes", errTooLarge, maxDictionary)
		}
		frame := make([]byte, 8+size)
		if _, err := io.ReadFull(r, frame); err != nil {
			return nil, fmt.Errorf("dictionary: %w", err)
		}
		dictionary := frame[8:]
		if bytes.HasPrefix(dictionary, zstdMagic) {
			z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
			if err != nil {
				return nil, err
			}
			defer z.Close()
			if dictionary, err = z.DecodeAll(dictionary, nil); err != nil {
				return nil, fmt.Errorf("dictionary: %w", err)
			}
		}
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	return zstd.NewReader(r, options...)
}

func (w *WARC) offset() int64 { return w.counter.n - int64(w.src.Buffered()) }

// Next returns the next record, a *WARCError for a damaged one, io.EOF at the end, or
// another error where the file can be read no further.
func (w *WARC) Next() (*WARCRecord, error) {
	if w.resync {
		w.resync = false
		if err := w.skipToRecord(); err != nil {
			return nil, err
		}
	}
	if err := w.pass(); err != nil {
		return nil, err
	}
	for !w.goesOn() {
		if _, err := w.src.Peek(1); err != nil || !w.members {
			return nil, or(err, io.EOF)
		}
		w.at, w.within = w.offset(), 0
		err := w.open()
		if err == nil {
			err = w.finish() // of an empty member
		}
		if err != nil {
			w.resync = true
			return nil, &WARCError{w.at, 0, err}
		}
	}
	if !w.members {
		w.at, w.within = w.offset(), 0
	}
	r, err := w.record()
	if err != nil {
		w.resync = w.discard == 0
		err = &WARCError{w.at, w.within, err}
		w.within++
		return nil, err
	}
	r.Offset, r.Within = w.at, w.within
	w.within++
	return r, nil
}

// pass reads over the rest of a record that is too large to hold. Its bytes are not looked
// at: a page may hold what looks like a record, with an address of its choice.
func (w *WARC) pass() error {
	if w.discard == 0 {
		return nil
	}
	n, err := io.CopyN(io.Discard, w.body, w.discard)
	left := w.discard - n
	w.discard = 0
	if err == nil {
		return nil
	}
	w.resync = w.members
	return &WARCError{w.at, w.within - 1, fmt.Errorf("the file ends %d bytes before the end of the record: %w", left, noEOF(err))}
}

func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// goesOn reports whether another record follows where the last one ended: in a plain file
// before its end, in a compressed one before the end of the member.
func (w *WARC) goesOn() bool {
	if !w.members {
		w.body = w.src
	}
	return w.body != nil && w.blank()
}

// blank drops the empty lines between records, and reports whether a record may follow.
func (w *WARC) blank() bool {
	for n := 0; n < maxHeader || !w.members; n++ {
		b, err := w.body.ReadByte()
		if err != nil {
			return false
		}
		if b != '\r' && b != '\n' {
			return w.body.UnreadByte() == nil
		}
	}
	return false
}

var lineMagic = []byte("\nWARC/")

// skipToRecord looks for the start of the next record after a damaged one.
func (w *WARC) skipToRecord() error {
	w.body = nil
	magic, keep := gzipMagic, 0
	if !w.members {
		magic, keep = lineMagic, 1
	}
	for {
		p, err := w.src.Peek(64 << 10)
		if len(p) < len(magic) {
			return or(err, io.EOF)
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
	h, err := w.header()
	if err != nil {
		return nil, err
	}
	n, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || n < 0 || n >= maxLength {
		return nil, fmt.Errorf("content-length %q is no length", h["content-length"])
	}
	if n > maxRecord {
		w.discard = n
		return nil, fmt.Errorf("content-length %d is %w of %d", n, errTooLarge, maxRecord)
	}
	if err := w.read(int(n)); err != nil {
		return nil, fmt.Errorf("content-length %d, but the record ends before: %w", n, err)
	}
	return &WARCRecord{Header: h, Body: w.buf}, w.finish()
}

// finish reads on to the next record of a gzip member, or to its end, which checks its sum.
func (w *WARC) finish() error {
	if !w.members || w.blank() {
		return nil
	}
	_, err := w.body.Peek(1)
	w.body = nil
	if errors.Is(err, io.EOF) {
		return nil
	}
	return or(err, errEndless)
}

var errEndless = fmt.Errorf("more than %d empty lines after the record", maxHeader)

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

// open starts on the next gzip member.
func (w *WARC) open() error {
	switch {
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
		w.body = bufio.NewReaderSize(w.z, 64<<10)
	}
	w.z.Multistream(false)
	return nil
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
