package model

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// A Narrow table holds the weights of a linear model of three classes whose
// weights sum to nothing for each feature, as a perceptron's do: two are stored, the
// third follows.
//
// A bucket, found by the top bits of a feature's hash, has four slots: 16 bits to
// check the hash, and two codes of weights. Of the features that fall into a full
// bucket the heaviest four are kept.
type Narrow struct {
	shift   uint
	codes   codes
	buckets []bucket
}

// A bucket holds the checks of its slots and their weights side by side, so that all
// four are compared at once. A free slot has weights of nothing.
type bucket struct {
	checks  uint64 // 16 bits a slot
	weights uint64 // the code of the first class in the upper byte of 16 bits a slot
}

const (
	slotsPerBucket = 4
	lanes          = 0x0001000100010001 // the lowest bit of each slot
)

// Score returns the sums of the weights of the features for the three classes. It has
// no branches: most features are as likely to be known as not, and a wrong guess of
// the processor costs more than the sum. The buckets are fetched before any is read,
// so that the loads from memory overlap. There are at most 160 features.
func (n *Narrow) Score(features []uint64) [3]int32 {
	var a, b int32
	var found [160]bucket
	features = features[:min(len(features), len(found))]
	for i, f := range features {
		found[i] = n.buckets[f>>(n.shift&63)]
	}
	for i, f := range features {
		s := &found[i]
		x := s.checks ^ f>>8&0xFFFF*lanes
		same := (x - lanes) &^ x & (lanes << 15) // the top bit of each slot that is nothing
		slot := s.weights >> (bits.TrailingZeros64(same) & 0x70)
		a += n.codes[slot>>8&0xFF]
		b += n.codes[slot&0xFF]
	}
	return [3]int32{a, b, -a - b}
}

func (n *Narrow) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(64-n.shift))
	out = n.codes.append(out)
	for _, s := range n.buckets {
		for i := range slotsPerBucket {
			out = binary.LittleEndian.AppendUint16(out, uint16(s.weights>>(16*i)))
			out = binary.LittleEndian.AppendUint16(out, uint16(s.checks>>(16*i)))
		}
	}
	return out
}

func decodeNarrow(data []byte) (*Narrow, error) {
	r := reader{data: data}
	size := r.uvarint()
	if r.failed || size < 1 || size > 22 {
		return nil, fmt.Errorf("%w: 2^%d buckets", errTable, size)
	}
	n := &Narrow{shift: 64 - uint(size), codes: r.codes()}
	if r.failed || len(r.data) != slotsPerBucket*4<<size {
		return nil, fmt.Errorf("%w: %d bytes for 2^%d buckets", errTable, len(r.data), size)
	}
	n.buckets = make([]bucket, 1<<size)
	for i := range n.buckets {
		for k := range slotsPerBucket {
			slot := binary.LittleEndian.Uint32(r.data[4*(slotsPerBucket*i+k):])
			n.buckets[i].set(k, uint16(slot>>16), uint16(slot))
		}
	}
	return n, nil
}

func (b *bucket) set(slot int, check, weights uint16) {
	b.checks |= uint64(check) << (16 * slot)
	b.weights |= uint64(weights) << (16 * slot)
}

// packNarrow makes a table of 2^size buckets.
func packNarrow(rows []row, size uint) *Narrow {
	c, code := newCodes(rows)
	n := &Narrow{shift: 64 - size, codes: c, buckets: make([]bucket, 1<<size)}
	slices.SortFunc(rows, byKey)
	for len(rows) > 0 {
		at := rows[0].key >> n.shift
		end := 1
		for end < len(rows) && rows[end].key>>n.shift == at {
			end++
		}
		slices.SortStableFunc(rows[:end], func(a, b row) int { return cmp.Compare(b.heaviest(), a.heaviest()) })
		for i, r := range rows[:min(end, slotsPerBucket)] {
			n.buckets[at].set(i, uint16(r.key>>8), r.codes(code))
		}
		rows = rows[end:]
	}
	return n
}

// codes are those of the weights of the first two classes.
func (r row) codes(code func(float32) byte) uint16 {
	var s uint16
	for _, c := range r.weights {
		if c.class < 2 {
			s |= uint16(code(c.weight)) << (8 - 8*c.class)
		}
	}
	return s
}
