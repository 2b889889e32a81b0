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
// or nearly so. It holds some 200 bytes a text. The zero value is ready; it is
// not safe for concurrent use.
type Duplicates struct {
	// Limit is how many texts it remembers, the latest ones; 0 is all.
	Limit int

	exact map[[16]byte]string
	bands [near + 1]map[uint16][]simhashed
	order []Fingerprint // remembered texts, oldest first, where there is a Limit
}

type simhashed struct {
	hash uint64
	id   string
}

// A Fingerprint is what is compared of a text.
type Fingerprint struct {
	Exact [16]byte // of its words: equal for the same text, whatever case, marks and white space
	Near  uint64   // SimHash; differs in few bits for nearly the same text
	Short bool     // under 20 words: only Exact is compared
}

// NewFingerprint takes that of a text.
func NewFingerprint(text string) Fingerprint {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	f := Fingerprint{Exact: [16]byte(sum[:16]), Short: len(words) < 20}
	if !f.Short {
		f.Near = simHash(words)
	}
	return f
}

// Seen returns the ID of the first text of which this one is a copy, and whether
// it is so word for word; "" if it is a copy of none, and then remembers it.
// Case, marks and white space do not count. Texts under 20 words are only
// compared word for word.
func (d *Duplicates) Seen(id, text string) (of string, exact bool) {
	return d.SeenPrint(id, NewFingerprint(text))
}

// SeenPrint is Seen for a text whose fingerprint was taken before.
func (d *Duplicates) SeenPrint(id string, f Fingerprint) (of string, exact bool) {
	if of, ok := d.exact[f.Exact]; ok {
		return of, true
	}
	if !f.Short {
		if of := d.nearest(f.Near); of != "" {
			return of, false
		}
	}
	d.remember(id, f)
	return "", false
}

func (d *Duplicates) remember(id string, f Fingerprint) {
	if d.exact == nil {
		d.exact = map[[16]byte]string{}
	}
	d.exact[f.Exact] = id
	if !f.Short {
		for i := range d.bands {
			if d.bands[i] == nil {
				d.bands[i] = map[uint16][]simhashed{}
			}
			k := uint16(f.Near >> (16 * i))
			d.bands[i][k] = append(d.bands[i][k], simhashed{f.Near, id})
		}
	}
	if d.Limit <= 0 {
		return
	}
	if d.order = append(d.order, f); len(d.order) > d.Limit {
		d.forget(d.order[0])
		d.order = d.order[1:]
	}
}

// forget drops the oldest text, which stands first wherever it is filed.
func (d *Duplicates) forget(f Fingerprint) {
	delete(d.exact, f.Exact)
	if f.Short {
		return
	}
	for i := range d.bands {
		k := uint16(f.Near >> (16 * i))
		if d.bands[i][k] = d.bands[i][k][1:]; len(d.bands[i][k]) == 0 {
			delete(d.bands[i], k)
		}
	}
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
