package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"github.com/claimwire/claimwire/extract"
)

// UTF8 turns a page into UTF-8 if it is in an encoding that the clean stage does not
// read: any but UTF-8, UTF-16 and Windows-1252. Other pages come back as they are, as
// do bytes that are valid UTF-8 whatever their label says. Where there is no label, or a page claims
// UTF-8 in vain, the encoding is detected. Open does this to every page.
func UTF8(page []byte, mediaType string) ([]byte, string) {
	const utf8Page, westernPage = "text/html; charset=utf-8", "text/html; charset=windows-1252"
	if e := sixteen(page[:min(len(page), 512)]); e != nil {
		if text, err := e.NewDecoder().Bytes(page); err == nil {
			return text, utf8Page
		}
	}
	if utf8.Valid(page) {
		return page, mediaType
	}
	e, name, sure := charset.DetermineEncoding(page[:min(len(page), 1024)], mediaType)
	if claims := name == "utf-8" || !sure && name == "windows-1252"; claims {
		if good, bad := sequences(page); good >= 4*bad {
			return page, utf8Page // damaged, or cut
		}
		if e, name = detect(page); name == "windows-1252" {
			return page, westernPage
		}
	}
	if name == "windows-1252" || name == "replacement" || strings.HasPrefix(name, "utf-") {
		return page, mediaType
	}
	decoded, err := e.NewDecoder().Bytes(page)
	if err != nil {
		return page, mediaType // clean says what is wrong
	}
	return decoded, utf8Page
}

var errBinary = errors.New("binary file: it holds NUL bytes")

// textUTF8 is stored text in UTF-8. What is UTF-8 already is taken byte for byte, and the
// encoding of other text is detected. The warning says what could not be read, and is
// "" where nothing was lost. Bytes that no encoding of text explains are an error.
func textUTF8(data []byte) (text, warning string, err error) {
	if e := sixteen(data[:min(len(data), 512)]); e != nil {
		return decode8(e, "UTF-16", data)
	}
	switch {
	case bytes.IndexByte(data, 0) >= 0:
		return "", "", errBinary
	case utf8.Valid(data):
		return string(data), "", nil
	}
	if good, bad := sequences(data); good >= 4*bad { // UTF-8 that was damaged on its way, or cut
		return strings.ToValidUTF8(string(data), "\ufffd"), fmt.Sprintf("%d bytes are no UTF-8 and stand as U+FFFD", bad), nil
	}
	e, name := detect(data)
	return decode8(e, name, data)
}

func decode8(e encoding.Encoding, name string, data []byte) (text, warning string, err error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", fmt.Errorf("not UTF-8, and not %s: %w", name, err)
	}
	if n := bytes.Count(out, []byte("\ufffd")); n > 0 {
		warning = fmt.Sprintf("read as %s, in which %d characters could not be read and stand as U+FFFD", name, n)
	}
	return string(out), warning, nil
}

// sixteen is the encoding of a text that starts so, if that is UTF-16, with a mark or without one;
// nil if it is another.
func sixteen(start []byte) encoding.Encoding {
	switch even, odd := nuls(start); {
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}), bytes.HasPrefix(start, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case len(start) < 8 || even > 0 && odd > 0:
		return nil
	case 3*odd > len(start): // two of three bytes at odd places are NUL: English has few letters beyond ASCII
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case 3*even > len(start):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// sequences counts the characters of more than one byte in UTF-8, and the bytes that belong to none.
func sequences(data []byte) (good, bad int) {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good, bad
}

// detectWindow is how many bytes from the first that is not ASCII on tell an encoding.
const detectWindow = 16 << 10

// detect guesses the encoding of text that is not UTF-8. Windows-1252, in which most old
// news files in English are, wins where nothing is likely: it reads every byte as something.
func detect(data []byte) (encoding.Encoding, string) {
	start := max(0, bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })-100)
	guess := chardet.Detect(data[start:min(len(data), start+detectWindow)])
	label := strings.ToLower(guess.Encoding)
	if label == "gb2312" || label == "gbk" {
		label = "gb18030" // holds both
	}
	if e, name := charset.Lookup(label); e != nil && guess.Confidence > 0.55 && e != encoding.Nop && name != "utf-8" {
		return e, name
	}
	return charset.Lookup("windows-1252")
}

// nuls counts the NUL bytes at even and at odd places.
func nuls(data []byte) (even, odd int) {
	for i, b := range data {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}

// fix puts text that came as bytes into UTF-8, and a warning into the article.
func fix(a *extract.Article, data []byte) []byte {
	if utf8.Valid(data) {
		return data
	}
	text, warning, err := textUTF8(data)
	if err != nil { // NUL bytes, which no encoding explains
		text, warning = strings.ToValidUTF8(string(data), "\ufffd"), "bytes that are no UTF-8 stand as U+FFFD"
	}
	if warning != "" {
		a.Warn("%s", warning)
	}
	return []byte(text)
}

// utf16 undoes UTF-16, with a mark at the start or without one; r is left as it is where
// the first bytes are of another encoding.
func utf16(r *bufio.Reader) *bufio.Reader {
	start, _ := r.Peek(min(512, max(2, r.Buffered())))
	e := sixteen(start)
	if e == nil {
		return r
	}
	return bufio.NewReaderSize(e.NewDecoder().Reader(r), 64<<10)
}

// dropMark drops the byte order mark of UTF-8, which belongs to no column and to no object.
func dropMark(r *bufio.Reader) *bufio.Reader {
	if start, _ := r.Peek(3); bytes.HasPrefix(start, []byte("\ufeff")) {
		r.Discard(3)
	}
	return r
}
