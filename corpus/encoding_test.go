package corpus

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/claimwire/claimwire/extract"
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

// A page whose label is wrong is read by what its bytes are.
func TestMislabelledPages(t *testing.T) {
	const western = "<html><p>The mayor said the café roof was gone — “not one tile is left,” he told reporters. It cost £3 million.</p></html>"
	const chinese = "<html><p>部长周一对记者说，三千名士兵已经离开港口。他说，这笔钱不够。</p></html>"
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, tt := range []struct {
		name, label, want string
		in                encoding.Encoding
	}{
		{"windows-1252 called UTF-8", "text/html; charset=utf-8", western, charmap.Windows1252},
		{"windows-1252 without a label", "text/html", western, charmap.Windows1252},
		{"windows-1252 with its label", "text/html; charset=iso-8859-1", western, charmap.Windows1252},
		{"GB18030 called UTF-8", "text/html; charset=utf-8", chinese, simplifiedchinese.GB18030},
		{"GB18030 with its label", "text/html; charset=gb18030", chinese, simplifiedchinese.GB18030},
		{"UTF-16 without a mark", "text/html; charset=utf-8", western, little},
	} {
		page, err := tt.in.NewEncoder().Bytes([]byte(tt.want))
		if err != nil {
			t.Fatal(err)
		}
		if text, err := clean.Decode(UTF8(page, tt.label)); err != nil || text != tt.want {
			t.Errorf("%s: %q, %v", tt.name, text, err)
		}
	}
	d := &extract.Document{Article: &extract.Article{Page: []byte("<html>" + strings.Repeat("<p>The café roof was gone, he said.</p>", 9) + "<p>caf\xc3")}}
	d.Page, d.MediaType = UTF8(d.Page, "")
	if err := clean.Stage.Run(d); err != nil || !strings.HasSuffix(d.Text, "caf\ufffd") || len(d.Warnings) != 1 {
		t.Errorf("a cut page: %q, %q, %v", d.Text, d.Warnings, err)
	}
}
