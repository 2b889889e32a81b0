package clean

import (
	"errors"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

func TestEncodings(t *testing.T) {
	for _, tt := range []struct{ name, page, mediaType, want string }{
		{"unlabelled", "caf\xe9 \x93yes\x94", "", "café “yes”"},
		{"Latin 1 is Windows-1252", "\x93yes\x94", "text/html; charset=ISO-8859-1", "“yes”"},
		{"the meta element", "<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">caf\xe9", "", "<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">café"},
		{"broken UTF-8", "caf\xc3\xa9 \x93yes", "text/html; charset=utf-8", "café \ufffdyes"},
		{"the mark of UTF-16", "\xff\xfey\x00e\x00s\x00", "text/html; charset=utf-8", "yes"},
		{"UTF-16 by its label", "\x00y\x00\xe9", "text/html; charset=utf-16be", "yé"},
		{"no encoding of that name", "caf\xe9", "text/html; charset=none", "café"},
	} {
		if got, err := toUTF8([]byte(tt.page), tt.mediaType); got != tt.want || err != nil {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
	_, err := toUTF8([]byte("<meta charset=gb18030>\xc4\xe3"), "text/html")
	if err == nil || !strings.Contains(err.Error(), "gb18030") {
		t.Errorf("a page in gb18030: %v", err)
	}
}

func TestLongTextIsRefused(t *testing.T) {
	d := &extract.Document{Article: &extract.Article{Text: strings.Repeat("He said it. ", maxText/12+1)}}
	if err := Stage.Run(d); !errors.Is(err, errLongText) {
		t.Errorf("%d bytes give %v", len(d.Text), err)
	}
}
