package model

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// Codes are the weights that a byte stands for, in units of no meaning. They grow
// with the logarithm, since a few weights of a perceptron are a hundred times the
// median: even steps would cost it ten points of accuracy.
type codes [256]int32

// unit is how many steps of a score the median weight has.
const unit = 64

// newCodes fits the codes to the weights; code gives that of a weight.
func newCodes(rows []row) (c codes, code func(float32) byte) {
	all := magnitudes(rows)
	if len(all) == 0 {
		return c, func(float32) byte { return 0 }
	}
	median, most := all[len(all)/2], all[len(all)-1]
	k := 127 / math.Log1p(most/median)
	for q := 1; q < 128; q++ {
		v := int32(math.Round(unit * math.Expm1(float64(q)/k)))
		c[q], c[256-q] = v, -v
	}
	return c, func(w float32) byte {
		q := int8(math.Round(k * math.Log1p(math.Abs(float64(w))/median)))
		if w < 0 {
			q = -q
		}
		return byte(q)
	}
}

// magnitudes returns the sizes of all weights in order.
func magnitudes(rows []row) []float64 {
	var all []float64
	for _, r := range rows {
		for _, w := range r.weights {
			if w.weight != 0 {
				all = append(all, math.Abs(float64(w.weight)))
			}
		}
	}
	slices.Sort(all)
	return all
}

func median(rows []row) float32 {
	all := magnitudes(rows)
	if len(all) == 0 {
		return 0
	}
	return float32(all[len(all)/2])
}

func (c *codes) append(out []byte) []byte {
	for _, v := range c {
		out = binary.AppendVarint(out, int64(v))
	}
	return out
}

// A row is a feature with its weights.
type row struct {
	key     uint64
	weights []classWeight
}

type classWeight struct {
	class  int
	weight float32
}

func byKey(a, b row) int { return cmp.Compare(a.key, b.key) }

func sortedKeys(m map[uint64]byte) []uint64 {
	return slices.Sorted(maps.Keys(m))
}
