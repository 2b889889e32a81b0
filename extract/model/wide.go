package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
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
	offsets []uint32 // of the buckets in entries, and the end
	entries []byte
}

// Classes is the number of classes.
func (w *Wide) Classes() int { return w.classes }

// Score sets scores, one a class, to the sums of the weights of the features, of which
// there are at most 64. The buckets are looked up before any is read, so that the
// loads from memory overlap.
func (w *Wide) Score(features []uint64, scores []int32) {
	clear(scores)
	scores = scores[:w.classes]
	var buckets [64][2]uint32
	features = features[:min(len(features), len(buckets))]
	for i, f := range features {
		b := f >> w.shift
		buckets[i] = [2]uint32{w.offsets[b], w.offsets[b+1]}
	}
	for i, f := range features {
		at, end := buckets[i][0], buckets[i][1]
		check := byte(f >> 8)
		for at < end {
			next := at + 2 + 2*uint32(w.entries[at+1])
			if w.entries[at] == check {
				for e := w.entries[at+2 : next]; len(e) >= 2; e = e[2:] {
					scores[e[0]] += w.codes[e[1]]
				}
				break
			}
			at = next
		}
	}
}

// encode writes the table; decodeWide reads it.
func (w *Wide) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(w.classes))
	out = binary.AppendUvarint(out, uint64(64-w.shift))
	out = w.codes.append(out)
	for i := range len(w.offsets) - 1 {
		out = binary.AppendUvarint(out, uint64(w.offsets[i+1]-w.offsets[i]))
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
	w := &Wide{classes: int(classes), shift: 64 - uint(size), codes: r.codes(), offsets: make([]uint32, 1<<size+1)}
	var end uint64
	for i := range 1 << size {
		end += r.uvarint()
		if end > math.MaxUint32 {
			return nil, errTable
		}
		w.offsets[i+1] = uint32(end)
	}
	if w.entries = r.data; r.failed || uint64(len(w.entries)) != end {
		return nil, errTable
	}
	return w, w.check()
}

// check walks all entries once, so that Score need not doubt them.
func (w *Wide) check() error {
	for b := range len(w.offsets) - 1 {
		at, end := w.offsets[b], w.offsets[b+1]
		for at < end {
			if at+2 > end || at+2+2*uint32(w.entries[at+1]) > end {
				return fmt.Errorf("%w: bucket %d", errTable, b)
			}
			n := at + 2 + 2*uint32(w.entries[at+1])
			for at += 2; at < n; at += 2 {
				if int(w.entries[at]) >= w.classes {
					return fmt.Errorf("%w: class %d of %d", errTable, w.entries[at], w.classes)
				}
			}
		}
	}
	return nil
}

// packWide makes a table of about one feature a bucket. Weights that the codes
// round to nothing are left out.
func packWide(rows []row, classes int) *Wide {
	c, code := newCodes(rows)
	size := uint(max(1, bits.Len(uint(len(rows)))))
	w := &Wide{classes: classes, shift: 64 - size, codes: c, offsets: make([]uint32, 1<<size+1)}
	slices.SortFunc(rows, byKey)
	i := 0
	for b := range uint64(1) << size {
		for ; i < len(rows) && rows[i].key>>w.shift == b; i++ {
			w.entries = appendEntry(w.entries, rows[i], code)
		}
		w.offsets[b+1] = uint32(len(w.entries))
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
