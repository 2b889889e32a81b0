package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/claimwire/claimwire/extract"
)

// article makes an Article of a record: an HTML response, or the text of a WET
// conversion record. It returns nil and the reason for a record that holds none,
// and an error for one that is broken.
func (r *WARCRecord) article(name string) (a *extract.Article, skip string, err error) {
	a = &extract.Article{ID: r.id(name), URL: redacted(strings.Trim(r.Header["warc-target-uri"], "<>"))}
	switch r.Header["warc-type"] {
	case "response":
		skip, err = r.response(a)
	case "conversion":
		if kind, _, _ := mime.ParseMediaType(r.Header["content-type"]); kind != "text/plain" {
			return nil, "not text", nil
		}
		a.Text = string(r.Body)
	default:
		return nil, "no page: " + r.Header["warc-type"], nil
	}
	if skip != "" {
		return nil, skip, err
	}
	return a, "", err
}

func (r *WARCRecord) response(a *extract.Article) (skip string, err error) {
	if !bytes.HasPrefix(r.Body, []byte("HTTP/")) {
		return "no http response", nil
	}
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(r.Body)), nil)
	if err != nil {
		return "", fmt.Errorf("http response: %w", err)
	}
	if res.StatusCode != http.StatusOK {
		return fmt.Sprintf("http status %d", res.StatusCode), nil
	}
	kind, _, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if kind != "text/html" && kind != "application/xhtml+xml" {
		return "not html", nil
	}
	a.MediaType = res.Header.Get("Content-Type")
	a.Page, err = payload(r.Body, res)
	return "", err
}

// payload is the decoded body of a stored response. Archives often store a body
// already decoded under the headers of the original, so a body that does not
// decode is taken as it lies; and whole, where the length in the header is another, since
// that is of the packed page.
func payload(stored []byte, res *http.Response) ([]byte, error) {
	_, raw, ok := bytes.Cut(stored, []byte("\r\n\r\n"))
	if !ok {
		_, raw, _ = bytes.Cut(stored, []byte("\n\n"))
	}
	body, err := readCapped(res.Body)
	if errors.Is(err, errTooLarge) {
		return nil, err
	}
	if err != nil && len(res.TransferEncoding) > 0 {
		body = raw
	}
	if n := res.ContentLength; n >= 0 && n < int64(len(raw)) && len(raw) <= maxPayload {
		if decoded, err := decode(body, res.Header.Get("Content-Encoding")); err == nil && res.Header.Get("Content-Encoding") != "" {
			return bytes.Clone(decoded), nil
		}
		body = raw
	}
	decoded, err := decode(body, res.Header.Get("Content-Encoding"))
	if errors.Is(err, errTooLarge) {
		return nil, err
	}
	if err != nil {
		decoded = body
	}
	return bytes.Clone(decoded), nil
}

// decode undoes a Content-Encoding.
func decode(body []byte, encoding string) ([]byte, error) {
	var r io.Reader
	var err error
	in := bytes.NewReader(body)
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(in)
	case "deflate":
		r = flate.NewReader(in)
	case "br":
		r = brotli.NewReader(in)
	case "zstd":
		var z *zstd.Decoder
		if z, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxPayload)); err == nil {
			defer z.Close()
			r = z
		}
	default:
		return body, nil
	}
	if err != nil {
		return nil, err
	}
	return readCapped(r)
}

func readCapped(r io.Reader) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, maxPayload+1))
	if len(body) > maxPayload {
		return nil, fmt.Errorf("payload is %w of %d bytes", errTooLarge, maxPayload)
	}
	return body, err
}

// readWARC yields the pages of a dump; a damaged record is an error with its offset.
func readWARC(s *source, y yield) bool {
	w, err := NewWARC(s.r)
	if err != nil {
		return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
	}
	defer w.Close()
	for {
		r, err := w.Next()
		var fault *WARCError
		switch {
		case errors.Is(err, io.EOF):
			return true
		case errors.As(err, &fault):
			if !y(s.article(recordName(s.name, fault.Offset, fault.Within), fault.Offset), fmt.Errorf("%s: %w", s.name, err)) {
				return false
			}
			continue
		case err != nil:
			return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
		}
		a, skip, err := r.article(s.name)
		if skip != "" {
			s.opts.skip(r.id(s.name), skip)
			continue
		}
		if err != nil {
			a = &extract.Article{ID: r.id(s.name)}
			err = fmt.Errorf("%s: %w", s.name, &WARCError{r.Offset, r.Within, err})
		}
		a.Input, a.Offset = s.name, r.Offset
		if !y(a, err) {
			return false
		}
	}
}
