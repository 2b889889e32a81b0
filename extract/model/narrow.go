package model

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// A Narrow table holds the weights of a linear model of three classes whose
// weights sum to nothing for each feature, as a perceptron's do: two are stored, the
// third follows.
//
// A bucket, found by the top bits of a feature's hash, has four slots of 32 bits: 16
// to check the hash, and two codes of weights. Of the features that fall into a full
// bucket the heaviest four are kept.
type Narrow struct {
	shift uint
	codes codes
	slots []uint32
}

const slotsPerBucket = 4

// Score returns the sums of the weights of the features for the three classes.
func (n *Narrow) Score(features []uint64) [3]int32 {
	var a, b int32
	for _, f := range features {
		i := f >> n.shift * slotsPerBucket
		s := n.slots[i : i+slotsPerBucket : i+slotsPerBucket]
		check := uint32(f>>8) << 16
		var slot uint32
		switch {
		case (s[0]^check)>>16 == 0:
			slot = s[0]
		case (s[1]^check)>>16 == 0:
			slot = s[1]
		case (s[2]^check)>>16 == 0:
			slot = s[2]
		case (s[3]^check)>>16 == 0:
			slot = s[3]
		default:
			continue
		}
		a += n.codes[slot>>8&0xFF]
		b += n.codes[slot&0xFF]
	}
	return [3]int32{a, b, -a - b}
}

func (n *Narrow) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(64-n.shift))
	out = n.codes.append(out)
	for _, s := range n.slots {
		out = binary.LittleEndian.AppendUint32(out, s)
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
	n.slots = make([]uint32, slotsPerBucket<<size)
	for i := range n.slots {
		n.slots[i] = binary.LittleEndian.Uint32(r.data[4*i:])
	}
	return n, nil
}

// packNarrow makes a table of 2^size buckets.
func packNarrow(rows []row, size uint) *Narrow {
	c, code := newCodes(rows)
	n := &Narrow{shift: 64 - size, codes: c, slots: make([]uint32, slotsPerBucket<<size)}
	slices.SortFunc(rows, byKey)
	for len(rows) > 0 {
		bucket := rows[0].key >> n.shift
		end := 1
		for end < len(rows) && rows[end].key>>n.shift == bucket {
			end++
		}
		slices.SortStableFunc(rows[:end], func(a, b row) int { return cmp.Compare(b.heaviest(), a.heaviest()) })
		for i, r := range rows[:min(end, slotsPerBucket)] {
			n.slots[bucket*slotsPerBucket+uint64(i)] = r.slot(code)
		}
		rows = rows[end:]
	}
	return n
}

func (r row) slot(code func(float32) byte) uint32 {
	s := uint32(r.key>>8) << 16
	for _, c := range r.weights {
		if c.class < 2 {
			s |= uint32(code(c.weight)) << (8 - 8*c.class)
		}
	}
	return s
}
