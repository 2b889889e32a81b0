package clean

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"mime"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A page on the web is in UTF-8 or, labelled or not, in Windows-1252. Those and
// UTF-16 are read here; corpus turns pages in any other encoding into UTF-8, so that
// the tables for all of them stay out of programs that only call the library.

// named finds the encoding that a page names in its first kilobyte.
var named = regexp.MustCompile(`(?i)<meta\b[^>]*charset\s*=\s*["']?\s*([\w.:-]+)`)

// others are the first letters of labels of encodings that are not read here.
var others = []string{
	"big5", "cp125", "csiso", "dos-874", "euc", "gb", "hz-", "ibm8", "iso-2022", "iso-8859-", "iso8859-", "koi", "ks_c", "mac", "ms_kanji",
	"shift", "sjis", "tis-620", "windows-", "x-euc", "x-gbk", "x-mac", "x-sjis",
}

// encodingOf is the encoding of a page: by its first bytes, by the header that came with
// it, or by what it says itself; "windows-1252" where nothing is known.
func encodingOf(page []byte, mediaType string) string {
	switch {
	case bytes.HasPrefix(page, []byte("\xef\xbb\xbf")):
		return "utf-8"
	case bytes.HasPrefix(page, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(page, []byte("\xfe\xff")):
		return "utf-16be"
	}
	name := ""
	if _, parameters, err := mime.ParseMediaType(mediaType); err == nil {
		name = parameters["charset"]
	}
	if name == "" {
		if m := named.FindSubmatch(page[:min(len(page), 1024)]); m != nil {
			name = string(m[1])
		}
	}
	switch name = strings.ToLower(strings.TrimSpace(name)); name {
	case "utf-8", "utf8", "unicode-1-1-utf-8", "utf-16le", "utf-16be", "utf-16":
		return name
	case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1":
		return "windows-1252"
	}
	for _, o := range others {
		if strings.HasPrefix(name, o) {
			return name
		}
	}
	return "windows-1252"
}

// toUTF8 decodes a page that is not UTF-8 as it lies.
func toUTF8(page []byte, mediaType string) (string, error) {
	switch name := encodingOf(page, mediaType); name {
	case "utf-8", "utf8", "unicode-1-1-utf-8":
		return strings.ToValidUTF8(string(page), "\ufffd"), nil
	case "utf-16", "utf-16le":
		return fromUTF16(page, binary.LittleEndian), nil
	case "utf-16be":
		return fromUTF16(page, binary.BigEndian), nil
	case "windows-1252":
		return fromWindows1252(page), nil
	default:
		return "", fmt.Errorf("the page is in %s, which is not read here: give it in UTF-8, which corpus.UTF8 makes of any encoding", name)
	}
}

// Text is plain text from bytes as they were stored: UTF-8 as it lies, and anything else
// as Windows-1252, the encoding that old news files are in.
func Text(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	return fromWindows1252(data)
}

func fromUTF16(page []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(page)/2)
	for i := range units {
		units[i] = order.Uint16(page[2*i:])
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	text := string(utf16.Decode(units))
	if len(page)%2 == 1 {
		text += "\ufffd"
	}
	return text
}

// high are the characters of the bytes 0x80 to 0x9f in Windows-1252, which leaves five
// of them without one. The bytes above are those of Unicode.
var high = []rune("€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ")

func fromWindows1252(page []byte) string {
	out := make([]byte, 0, len(page)+len(page)/8)
	for _, c := range page {
		switch {
		case c < 0x80:
			out = append(out, c)
		case c < 0xa0:
			out = utf8.AppendRune(out, high[c-0x80])
		default:
			out = utf8.AppendRune(out, rune(c))
		}
	}
	return string(out)
}
