package model

import (
	"math/bits"

	"github.com/claimwire/claimwire/internal/hashed"
)

const (
	odd1 = 0x9E3779B97F4A7C15 // odd multipliers with well spread bits
	odd2 = 0xD6E8FEB86659FD93
)

// Hash spreads a string over 64 bits. It is part of the format of weight files:
// the same on every machine, in every version.
func Hash(s string) uint64 { return hashed.Of(s) }

// Number spreads a small number over 64 bits.
func Number(n int) uint64 { return uint64(n+1) * odd2 }

// Feature combines up to three hashed values under a template. A value that does
// not take part is 0. Templates are told apart by their number alone, so each number
// is given once in a feature set.
func Feature(template, a, b, c uint64) uint64 {
	return (template*odd1 + a + bits.RotateLeft64(b, 21) + bits.RotateLeft64(c, 42)) * odd2
}
