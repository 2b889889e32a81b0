package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

// A Wide table holds the weights of a linear model of up to 256 classes, as most
// features know them: a few classes each.
//
// Features are looked up by the top bits of their hash. A bucket is a list of
// entries, each of them a check byte, the number of its classes, and for each class
// its index and its weight as a code.
type Wide struct {
	classes int
	shift   uint
	codes   codes
	heads   []uint32 // of the buckets, and the end
	entries []byte
}

// The head of a bucket is where its entries start, and in the low byte which of eight
// kinds of check it holds: most features that are not known are told by it.
const headShift = 8

func kind(check byte) uint32 { return 1 << (check & 7) }

// maxEntries is what a head can address.
const maxEntries = 1<<(32-headShift) - 1

// Classes is the number of classes.
func (w *Wide) Classes() int { return w.classes }

// Scores are one a class. There is one for every byte, so that none has to be checked.
type Scores [256]int32

// Score sets scores to the sums of the weights of the features, of which there are at most 64.
func (w *Wide) Score(features []uint64, scores *Scores) {
	clear(scores[:w.classes])
	w.Add(features, scores)
}

// A find is a bucket that may know a feature.
type find struct {
	at, end uint32
	check   byte
	found   byte // the check of the first entry
}

// Add adds the weights of the features, of which there are at most 64, to scores. All
// heads are looked up first, then all buckets, so that the loads from memory overlap.
func (w *Wide) Add(features []uint64, scores *Scores) {
	var finds [64]find
	n := 0
	for _, f := range features[:min(len(features), len(finds))] {
		b := f >> w.shift
		head, end := w.heads[b], w.heads[b+1]
		finds[n&63] = find{at: head >> headShift, end: end >> headShift, check: byte(f >> 8)}
		n += int(head >> (f >> 8 & 7) & 1)
	}
	known := finds[:min(n, len(finds))]
	for i := range known {
		known[i].found = w.entries[known[i].at]
	}
	for i := range known {
		w.add(&known[i], scores)
	}
}

func (w *Wide) add(f *find, scores *Scores) {
	at, entries := f.at, w.entries
	for found := f.found; found != f.check; found = entries[at] {
		if at += 2 + 2*uint32(entries[at+1]); at >= f.end {
			return
		}
	}
	e := entries[at+2 : at+2+2*uint32(entries[at+1])]
	for i := 0; i+1 < len(e); i += 2 {
		scores[e[i]] += w.codes[e[i+1]]
	}
}

// encode writes the table; decodeWide reads it.
func (w *Wide) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(w.classes))
	out = binary.AppendUvarint(out, uint64(64-w.shift))
	out = w.codes.append(out)
	for i := range len(w.heads) - 1 {
		out = binary.AppendUvarint(out, uint64(w.heads[i+1]>>headShift-w.heads[i]>>headShift))
	}
	return append(out, w.entries...)
}

var errTable = errors.New("damaged table")

func decodeWide(data []byte) (*Wide, error) {
	r := reader{data: data}
	classes, size := r.uvarint(), r.uvarint()
	if r.failed || classes < 1 || classes > 256 || size < 1 || size > 24 || len(r.data) < 1<<size {
		return nil, fmt.Errorf("%w: %d classes, 2^%d buckets", errTable, classes, size)
	}
	w := &Wide{classes: int(classes), shift: 64 - uint(size), codes: r.codes(), heads: make([]uint32, 1<<size+1)}
	var end uint64
	for i := range 1 << size {
		if len(r.data) > 0 && r.data[0] < 0x80 { // most buckets are of a few bytes
			end += uint64(r.data[0])
			r.data = r.data[1:]
		} else {
			end += r.uvarint()
		}
		if end > maxEntries {
			return nil, errTable
		}
		w.heads[i+1] = uint32(end) << headShift
	}
	if w.entries = r.data; r.failed || uint64(len(w.entries)) != end {
		return nil, errTable
	}
	return w, w.index()
}

// index walks all entries once, so that Add need not doubt them, and writes the kinds
// of checks into the heads.
func (w *Wide) index() error {
	at := uint32(0)
	for b := range len(w.heads) - 1 {
		end := w.heads[b+1] >> headShift
		kinds := uint32(0)
		for bucket := w.entries[at:end]; len(bucket) > 0; {
			if len(bucket) < 2 || len(bucket) < 2+2*int(bucket[1]) {
				return fmt.Errorf("%w: bucket %d", errTable, b)
			}
			kinds |= kind(bucket[0])
			entry := bucket[2 : 2+2*int(bucket[1])]
			bucket = bucket[2+len(entry):]
			for ; len(entry) >= 2; entry = entry[2:] {
				if int(entry[0]) >= w.classes {
					return fmt.Errorf("%w: class %d of %d", errTable, entry[0], w.classes)
				}
			}
		}
		w.heads[b] |= kinds
		at = end
	}
	return nil
}

// packWide makes a table of about one feature a bucket. Weights that the codes
// round to nothing are left out.
func packWide(rows []row, classes int) *Wide {
	c, code := newCodes(rows)
	size := uint(max(1, bits.Len(uint(len(rows)))))
	w := &Wide{classes: classes, shift: 64 - size, codes: c, heads: make([]uint32, 1<<size+1)}
	slices.SortFunc(rows, byKey)
	i := 0
	for b := range uint64(1) << size {
		for ; i < len(rows) && rows[i].key>>w.shift == b; i++ {
			at := len(w.entries)
			if w.entries = appendEntry(w.entries, rows[i], code); len(w.entries) > at {
				w.heads[b] |= kind(w.entries[at])
			}
		}
		w.heads[b+1] = uint32(len(w.entries)) << headShift
	}
	return w
}

func appendEntry(entries []byte, r row, code func(float32) byte) []byte {
	at := len(entries)
	entries = append(entries, byte(r.key>>8), 0)
	for _, c := range r.weights {
		if q := code(c.weight); q != 0 && entries[at+1] < 255 {
			entries = append(entries, byte(c.class), q)
			entries[at+1]++
		}
	}
	if entries[at+1] == 0 {
		return entries[:at]
	}
	return entries
}
