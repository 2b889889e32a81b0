package model

import "math/bits"

const (
	odd1 = 0x9E3779B97F4A7C15 // odd multipliers with well spread bits
	odd2 = 0xD6E8FEB86659FD93
)

// Hash spreads a string over 64 bits. It is part of the format of weight files:
// the same on every machine, in every version.
func Hash(s string) uint64 {
	h := uint64(len(s)) * odd1
	for ; len(s) >= 8; s = s[8:] {
		h = mixIn(h, word8(s))
	}
	var rest uint64
	for i := 0; i < len(s); i++ {
		rest |= uint64(s[i]) << (8 * i)
	}
	h = mixIn(h, rest)
	return h ^ h>>29
}

func word8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func mixIn(h, x uint64) uint64 {
	h = (h ^ x) * odd2
	return h ^ h>>32
}

// Number spreads a small number over 64 bits.
func Number(n int) uint64 { return uint64(n+1) * odd2 }

// Feature combines up to three hashed values under a template. A value that does
// not take part is 0. Templates are told apart by their number alone, so each number
// is given once in a feature set.
func Feature(template, a, b, c uint64) uint64 {
	return (template*odd1 + a + bits.RotateLeft64(b, 21) + bits.RotateLeft64(c, 42)) * odd2
}
