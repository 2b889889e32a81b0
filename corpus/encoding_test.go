package corpus

import (
	"bytes"
	"io"
	"testing"

	"golang.org/x/net/html/charset"

	"github.com/claimwire/claimwire/extract/clean"
)

// Pages in any encoding come out as golang.org/x/net reads them, some by UTF8, the
// others by the clean stage.
func TestEncodings(t *testing.T) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for _, label := range []string{"", "windows-1252", "iso-8859-1", "us-ascii", "none", "iso-8859-2", "iso-8859-15", "windows-1251", "koi8-r", "macintosh", "utf-16le", "utf-16be", "shift_jis", "euc-kr", "gb18030", "big5"} {
		mediaType := "text/html"
		if label != "" {
			mediaType += "; charset=" + label
		}
		page := append([]byte("<p>Sm"), all...)
		r, err := charset.NewReader(bytes.NewReader(page), mediaType)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := io.ReadAll(r)
		got, err := clean.Decode(UTF8(page, mediaType))
		if err != nil || got != string(bytes.ToValidUTF8(want, []byte("\ufffd"))) {
			t.Errorf("%q: %q, %v; want %q", label, got, err, want)
		}
	}
}
