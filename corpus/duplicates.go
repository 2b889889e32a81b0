package corpus

import (
	"crypto/sha256"
	"hash/fnv"
	"math/bits"
	"strings"
	"unicode"
)

// near is how many of 64 bits two SimHashes may differ in for near duplicates.
//
// source: Manku, Jain and Das Sarma, "Detecting near-duplicates for web crawling", 2007.
const near = 3

// Duplicates marks the texts of a dump that have been seen before, word for word
// or nearly so. It holds some 100 bytes a text. The zero value is ready; it is
// not safe for concurrent use.
type Duplicates struct {
	exact map[[sha256.Size]byte]string
	bands [near + 1]map[uint16][]simhashed
}

type simhashed struct {
	hash uint64
	id   string
}

// Seen returns the ID of the first text of which this one is a copy, and whether
// it is so word for word; "" if it is a copy of none, and then remembers it.
// Case, marks and white space do not count. Texts under 20 words are only
// compared word for word.
func (d *Duplicates) Seen(id, text string) (of string, exact bool) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	if of, ok := d.exact[sum]; ok {
		return of, true
	}
	if d.exact == nil {
		d.exact = map[[sha256.Size]byte]string{}
	}
	d.exact[sum] = id
	if len(words) < 20 {
		return "", false
	}
	h := simHash(words)
	if of := d.nearest(h); of != "" {
		return of, false
	}
	for i := range d.bands {
		if d.bands[i] == nil {
			d.bands[i] = map[uint16][]simhashed{}
		}
		k := uint16(h >> (16 * i))
		d.bands[i][k] = append(d.bands[i][k], simhashed{h, id})
	}
	return "", false
}

// nearest finds a text that differs in at most three bits. Two such hashes agree
// in at least one of their four quarters, by which they are filed.
func (d *Duplicates) nearest(h uint64) string {
	for i := range d.bands {
		for _, s := range d.bands[i][uint16(h>>(16*i))] {
			if bits.OnesCount64(s.hash^h) <= near {
				return s.id
			}
		}
	}
	return ""
}

// simHash is Charikar's hash over each three words in a row.
func simHash(words []string) uint64 {
	var votes [64]int
	for i := 0; i+3 <= len(words); i++ {
		f := fnv.New64a()
		for _, w := range words[i : i+3] {
			f.Write([]byte(w))
			f.Write([]byte{' '})
		}
		h := mix(f.Sum64())
		for b := range votes {
			votes[b] += int(h>>b&1)*2 - 1
		}
	}
	var out uint64
	for b, v := range votes {
		if v > 0 {
			out |= 1 << b
		}
	}
	return out
}

// mix spreads a hash over all bits: FNV leaves the high ones of short words alike.
//
// source: the finaliser of MurmurHash3, by Austin Appleby, public domain.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
