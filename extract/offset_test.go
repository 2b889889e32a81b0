package extract

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestOffsets(t *testing.T) {
	const text = "a é 世 😀 z" // bytes 1, 2, 3 and 4 long
	for _, tt := range []struct {
		unit OffsetUnit
		want Span // of 😀
	}{{Bytes, Span{9, 13}}, {CodePoints, Span{6, 7}}, {UTF16, Span{6, 8}}} {
		if got := NewOffsets(text, tt.unit).Span(Span{9, 13}); got != tt.want {
			t.Errorf("unit %d: %v, want %v", tt.unit, got, tt.want)
		}
	}
	if got := NewOffsets("plain", UTF16).At(5); got != 5 {
		t.Errorf("the end of a plain text is %d", got)
	}
	if _, err := ParseOffsetUnit("chars"); err == nil {
		t.Error("chars is a unit")
	}
}

func TestRewrite(t *testing.T) {
	d := &Document{Article: &Article{Text: "“é” 😀 Lee said"}}
	cue, source := d.Passage(Span{18, 22}), Span{14, 17}
	d.Claims = []Claim{
		{Cue: &cue, Source: Source{Mention: "Lee", Span: &source}, Parts: []Passage{d.Passage(Span{3, 5})}},
		{Source: Source{Mention: "Lee", Span: &source}}, // the same span, to be counted once
	}
	NewOffsets(d.Text, UTF16).Rewrite(d.ClaimRecords())
	if c := d.Claims[0]; c.Cue.Span != (Span{11, 15}) || *d.Claims[1].Source.Span != (Span{7, 10}) || c.Parts[0].Span != (Span{1, 2}) {
		t.Errorf("cue %v, source %v, content %v", c.Cue.Span, *d.Claims[1].Source.Span, c.Parts[0].Span)
	}
}

// What an offset counts is what stands before it.
func FuzzOffsets(f *testing.F) {
	f.Add("a é 世 😀 z")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		points, units := NewOffsets(text, CodePoints), NewOffsets(text, UTF16)
		for i := range text + "." {
			before := []rune(text[:i])
			if got := points.At(i); got != len(before) {
				t.Fatalf("byte %d of %q is code point %d, want %d", i, text, got, len(before))
			}
			if got, want := units.At(i), len(utf16.Encode(before)); got != want {
				t.Fatalf("byte %d of %q is unit %d, want %d", i, text, got, want)
			}
		}
	})
}
