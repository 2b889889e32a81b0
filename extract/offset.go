package extract

import (
	"fmt"
	"reflect"
	"unicode/utf8"
)

// An OffsetUnit is what an offset counts. Records have bytes; programs that do not hold
// text as bytes count otherwise: Python in code points, JavaScript and Java in UTF-16.
type OffsetUnit int

// The units, by the names that ParseOffsetUnit takes.
const (
	Bytes      OffsetUnit = iota // bytes
	CodePoints                   // codepoints
	UTF16                        // utf16
)

// ParseOffsetUnit reads bytes, codepoints or utf16.
func ParseOffsetUnit(name string) (OffsetUnit, error) {
	for i, n := range []string{"bytes", "codepoints", "utf16"} {
		if n == name {
			return OffsetUnit(i), nil
		}
	}
	return 0, fmt.Errorf("no unit of offsets %q: there are bytes, codepoints, utf16", name)
}

// Offsets convert byte offsets of one text.
type Offsets struct{ at []int32 } // of each byte and of the end; nil where nothing changes

// NewOffsets prepares for text, which must be UTF-8, in time linear in its length.
func NewOffsets(text string, unit OffsetUnit) Offsets {
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < utf8.RuneSelf
	}
	if unit == Bytes || ascii {
		return Offsets{}
	}
	at := make([]int32, len(text)+1)
	n := int32(0)
	for i, r := range text {
		for j := i; j < i+utf8.RuneLen(r); j++ {
			at[j] = n
		}
		if n++; unit == UTF16 && r > 0xffff {
			n++
		}
	}
	at[len(text)] = n
	return Offsets{at}
}

// At is a byte offset in the other unit.
func (o Offsets) At(offset int) int {
	if o.at == nil {
		return offset
	}
	return int(o.at[offset])
}

// Span is a span of bytes in the other unit.
func (o Offsets) Span(s Span) Span { return Span{o.At(s.Start), o.At(s.End)} }

// Rewrite puts every span that v points to into the other unit: those of a *Record, of
// []ClaimRecord. The document that v came from shares them and is not to be used after.
func (o Offsets) Rewrite(v any) {
	if o.at != nil {
		o.rewrite(reflect.ValueOf(v), map[any]bool{})
	}
}

var spanType = reflect.TypeFor[Span]()

func (o Offsets) rewrite(v reflect.Value, seen map[any]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Interface()] {
			return
		}
		seen[v.Interface()] = true
		o.rewrite(v.Elem(), seen)
	case reflect.Slice:
		for i := range v.Len() {
			o.rewrite(v.Index(i), seen)
		}
	case reflect.Struct:
		if v.Type() == spanType {
			s := v.Addr().Interface().(*Span)
			*s = o.Span(*s)
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type() != reflect.TypeFor[Timestamp]() {
				o.rewrite(v.Field(i), seen)
			}
		}
	}
}
