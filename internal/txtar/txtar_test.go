package txtar

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	got := Parse([]byte("why\n-- article --\nLee said so.\n-- --\n--x--\n-- claims --\r\n-- empty --\n-- last --\nno newline"))
	want := &Archive{Comment: []byte("why\n"), Files: []File{
		{"article", []byte("Lee said so.\n-- --\n--x--\n")}, {"claims", nil}, {"empty", nil}, {"last", []byte("no newline\n")},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add([]byte("why\n-- article --\nLee said so.\n-- claims --\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		once := Parse(data)
		if d := cmp.Diff(once, Parse(Format(once))); d != "" {
			t.Error(d)
		}
	})
}
