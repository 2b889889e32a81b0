package corpus

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"
	"unicode/utf8"
)

// FuzzOpen reads any bytes as any format: whatever comes has a name, text is UTF-8, and two
// readings give the same.
func FuzzOpen(f *testing.F) {
	formats := Formats()
	for i, seed := range []string{
		"He said it.", "\xff\xfeH\x00i\x00", "<html><p>caf\xe9", `{"id":7,"text":"x","published":1729764000}` + "\n{", "[{\"text\":\"x\"},", "id,text\n1,\"open\n2,x\n3,a\"b\n",
		"<rss><item><guid>g</guid><description>x</description></item></rss>", "<?xml version='1.0' encoding=", response("Content-Length: 3\r\n", page), gzipped(`{"text":"x"}`), zstded("x"), "BZh9", "\x5d\x2a\x4d\x18\xff\xff\xff\xff",
	} {
		f.Add(uint8(i), []byte(seed))
	}
	f.Fuzz(func(t *testing.T, format uint8, data []byte) {
		read := func() (out []string) {
			for a, err := range Open(context.Background(), []string{"-"}, Options{From: formats[int(format)%len(formats)], Stdin: bytes.NewReader(data)}) {
				if a.ID == "" && err != nil || err == nil && a.Text != "" && !utf8.ValidString(a.Text) {
					t.Fatalf("article %q, text %q, error %v", a.ID, a.Text, err)
				}
				if out = append(out, fmt.Sprintf("%q %q %q %v", a.ID, a.Text, a.Page, err)); len(out) > len(data)+2 {
					t.Fatal("does not end")
				}
			}
			return out
		}
		if one, two := read(), read(); !slices.Equal(one, two) {
			t.Fatalf("%q\n%q", one, two)
		}
	})
}
