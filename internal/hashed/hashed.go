// Package hashed finds values by words of which it keeps 63 bits each: tens of thousands of
// listed words load in a millisecond, and the garbage collector has nothing to look at.
// That two of them, or a listed word and another of a text, share all bits is left out of
// account: for 100,000 words that is one chance in 10^14 a look-up.
package hashed

import (
	"strings"
	"unicode/utf8"
)

const (
	odd1 = 0x9E3779B97F4A7C15 // odd multipliers with well spread bits
	odd2 = 0xD6E8FEB86659FD93
)

// Of spreads a text over 64 bits: the same on every machine, in every version.
func Of[T string | []byte](s T) uint64 {
	h := uint64(len(s)) * odd1
	i := 0
	for ; i+8 <= len(s); i += 8 {
		h = mixIn(h, uint64(s[i])|uint64(s[i+1])<<8|uint64(s[i+2])<<16|uint64(s[i+3])<<24|
			uint64(s[i+4])<<32|uint64(s[i+5])<<40|uint64(s[i+6])<<48|uint64(s[i+7])<<56)
	}
	h = mixIn(h, rest(s, i))
	return h ^ h>>29
}

// rest is the last bytes of s, fewer than eight, from byte i on. The loads overlap where there are
// fewer bytes than they read.
func rest[T string | []byte](s T, i int) uint64 {
	n, last := len(s)-i, len(s)-1
	switch {
	case n >= 4:
		first := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24
		second := uint64(s[last-3]) | uint64(s[last-2])<<8 | uint64(s[last-1])<<16 | uint64(s[last])<<24
		return first | second<<(8*(n-4))
	case n > 0:
		return uint64(s[i]) | uint64(s[i+n/2])<<(8*(n/2)) | uint64(s[last])<<(8*(n-1))
	}
	return 0
}

func mixIn(h, x uint64) uint64 {
	h = (h ^ x) * odd2
	return h ^ h>>32
}

// A Map finds values by words. The zero value is ready for use.
type Map[V any] struct {
	slots []slot[V]
	n     int
}

type slot[V any] struct {
	key   uint64 // 0 for a free one
	value V
}

// New is a Map with room for n words; it grows.
func New[V any](n int) *Map[V] {
	size := 8
	for 3*size < 4*n {
		size *= 2
	}
	return &Map[V]{slots: make([]slot[V], size)}
}

// From is a Map of the words of m.
func From[V any](m map[string]V) *Map[V] {
	out := New[V](len(m))
	for word, v := range m {
		*out.At(word) = v
	}
	return out
}

// key leaves out 0, which says that a slot is free.
func key(h uint64) uint64 { return h | 1<<63 }

func (m *Map[V]) place(key uint64) *slot[V] {
	mask := uint64(len(m.slots) - 1)
	for i := key >> 20 & mask; ; i = (i + 1) & mask {
		if s := &m.slots[i]; s.key == key || s.key == 0 {
			return s
		}
	}
}

// Find is the value of a word.
func (m *Map[V]) Find(word string) (v V, ok bool) {
	if len(m.slots) == 0 {
		return v, false
	}
	s := m.place(key(Of(word)))
	return s.value, s.key != 0
}

// Get is the value of a word; the zero value if it has none.
func (m *Map[V]) Get(word string) V {
	v, _ := m.Find(word)
	return v
}

// FindBytes is Find of a word in bytes.
func (m *Map[V]) FindBytes(word []byte) (v V, ok bool) {
	if len(m.slots) == 0 {
		return v, false
	}
	s := m.place(key(Of(word)))
	return s.value, s.key != 0
}

// Len is how many words have a value.
func (m *Map[V]) Len() int { return m.n }

// At is the place of a word's value, good until the next call.
func (m *Map[V]) At(word string) *V { return m.at(Of(word)) }

// AtLower is that of the word in lower case.
func (m *Map[V]) AtLower(word string) *V {
	var buf [64]byte
	if len(word) > len(buf) {
		return m.At(strings.ToLower(word))
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return m.At(strings.ToLower(word))
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return m.at(Of(buf[:len(word)]))
}

func (m *Map[V]) at(h uint64) *V {
	if 4*m.n >= 3*len(m.slots) {
		m.grow()
	}
	s := m.place(key(h))
	if s.key == 0 {
		s.key = key(h)
		m.n++
	}
	return &s.value
}

func (m *Map[V]) grow() {
	old := m.slots
	m.slots = make([]slot[V], max(8, 2*len(old)))
	for i := range old {
		if old[i].key != 0 {
			*m.place(old[i].key) = old[i]
		}
	}
}
