// Package offset turns the byte offsets of records into those that other languages
// slice by.
package offset

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// A Unit is what offsets count.
type Unit string

// The units, by the languages whose strings they index.
const (
	Bytes Unit = "bytes" // Go, Rust, C
	Chars Unit = "chars" // Unicode code points: Python
	UTF16 Unit = "utf16" // code units of UTF-16: JavaScript, Java, C#
)

// Parse reads the name of a unit.
func Parse(name string) (Unit, error) {
	switch u := Unit(name); u {
	case Bytes, Chars, UTF16:
		return u, nil
	case "":
		return Bytes, nil
	}
	return "", fmt.Errorf("no unit of offsets %q: there are bytes, chars (code points: Python), utf16 (JavaScript, Java)", name)
}

// step is how many bytes lie between two entries of a Table.
const step = 128

// A Table holds where the characters of one text lie, in one unit. It costs a
// sixteenth of the text, and nothing for a text in ASCII.
type Table struct {
	text string
	unit Unit
	at   []int32 // the offset of each step-th byte; nil where all offsets are those of bytes
}

// New makes the table of a text.
func New(text string, unit Unit) *Table {
	t := &Table{text: text, unit: unit}
	if unit == Bytes || unit == "" || isASCII(text) {
		return t
	}
	n := 0
	t.at = make([]int32, 0, len(text)/step+1)
	for i := 0; i < len(text); i++ {
		if i%step == 0 {
			t.at = append(t.at, int32(n))
		}
		n += t.width(text[i])
	}
	return t
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// width is what a byte of UTF-8 adds: the first byte of a character counts for all of it.
func (t *Table) width(b byte) int {
	switch {
	case !utf8.RuneStart(b):
		return 0
	case b >= 0xF0 && t.unit == UTF16: // outside the Basic Multilingual Plane: two units
		return 2
	}
	return 1
}

// At is the offset in the table's unit of byte i of the text, 0 <= i <= len(text).
// A byte within a character counts as its end.
func (t *Table) At(i int) int {
	if t.at == nil || i <= 0 {
		return i
	}
	i = min(i, len(t.text))
	k := min(i/step, len(t.at)-1)
	n := int(t.at[k])
	for j := k * step; j < i; j++ {
		n += t.width(t.text[j])
	}
	return n
}

// Rewrite returns a record, as encoding/json wrote it, with every "start" and "end" in
// the table's unit and, unless that is bytes, a last member "offsets" that names it.
// The caller's own fields under "extra" stay as they are.
func (t *Table) Rewrite(record []byte) []byte {
	if t.unit == Bytes || t.unit == "" {
		return record
	}
	out := make([]byte, 0, len(record)+32)
	depth := 0
	for i := 0; i < len(record); {
		switch c := record[i]; c {
		case '"':
			end := stringEnd(record, i)
			key := record[i:end]
			out = append(out, key...)
			i = end
			if i >= len(record) || record[i] != ':' {
				continue
			}
			switch {
			case bytes.Equal(key, startKey) || bytes.Equal(key, endKey):
				n, last := number(record, i+1)
				if last > i+1 {
					out = append(out, ':')
					out = strconv.AppendInt(out, int64(t.At(n)), 10)
					i = last
				}
			case depth == 1 && bytes.Equal(key, extraKey):
				last := valueEnd(record, i+1)
				out = append(out, record[i:last]...)
				i = last
			}
		case '}', ']':
			if depth--; depth == 0 {
				out = append(append(append(out, `,"offsets":"`...), t.unit...), '"')
			}
			out = append(out, c)
			i++
		default:
			if c == '{' || c == '[' {
				depth++
			}
			out = append(out, c)
			i++
		}
	}
	return out
}

var startKey, endKey, extraKey = []byte(`"start"`), []byte(`"end"`), []byte(`"extra"`)

// stringEnd is the index after the string that opens at i.
func stringEnd(b []byte, i int) int {
	for i++; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// number reads the digits at i, and returns the index after them.
func number(b []byte, i int) (n, end int) {
	for end = i; end < len(b) && '0' <= b[end] && b[end] <= '9'; end++ {
		n = n*10 + int(b[end]-'0')
	}
	return n, end
}

// valueEnd is the index after the value that starts at i.
func valueEnd(b []byte, i int) int {
	depth := 0
	for i < len(b) {
		switch b[i] {
		case '"':
			i = stringEnd(b, i)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i
			}
			depth--
		case ',':
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return i
}
