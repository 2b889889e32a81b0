package model

import "slices"

// A Trainer learns an averaged perceptron over any number of hashed features. Not
// for concurrent use.
type Trainer struct {
	classes int
	step    float64
	keys    []uint64 // open addressing; 0 is a free place
	first   []int32  // cell of the feature in the same place of keys
	used    int
	cells   []cell
}

// A cell is the weight of one class for one feature.
type cell struct {
	next   int32 // cell of the same feature; -1 at the end
	class  int32
	weight float32
	summed float64 // updates times the step they were made in
}

// NewTrainer starts with all weights nought.
func NewTrainer(classes int) *Trainer {
	return &Trainer{classes: classes, step: 1, keys: make([]uint64, 1<<16), first: make([]int32, 1<<16)}
}

// Step counts one example.
func (t *Trainer) Step() { t.step++ }

// place returns where the feature is in keys, or where it would be.
func (t *Trainer) place(f uint64) uint64 {
	mask := uint64(len(t.keys) - 1)
	i := (f >> 20) & mask
	for t.keys[i] != 0 && t.keys[i] != f {
		i = (i + 1) & mask
	}
	return i
}

// Score sets scores, one a class, to the sums of the present weights.
func (t *Trainer) Score(features []uint64, scores []float32) {
	clear(scores)
	for _, f := range features {
		i := t.place(f)
		if t.keys[i] == 0 {
			continue
		}
		for c := t.first[i]; c >= 0; c = t.cells[c].next {
			scores[t.cells[c].class] += t.cells[c].weight
		}
	}
}

// Update moves the weights of the features from the class bad to the class good.
func (t *Trainer) Update(features []uint64, good, bad int, by float32) {
	for _, f := range features {
		t.add(f, good, by)
		t.add(f, bad, -by)
	}
}

func (t *Trainer) add(f uint64, class int, by float32) {
	c := t.cell(f, int32(class))
	c.weight += by
	c.summed += float64(by) * t.step
}

func (t *Trainer) cell(f uint64, class int32) *cell {
	i := t.place(f)
	if t.keys[i] == 0 {
		if t.used++; t.used*2 > len(t.keys) {
			t.grow()
			i = t.place(f)
		}
		t.keys[i], t.first[i] = f, -1
	}
	last := &t.first[i]
	for *last >= 0 {
		if c := &t.cells[*last]; c.class == class {
			return c
		}
		last = &t.cells[*last].next
	}
	*last = int32(len(t.cells))
	t.cells = append(t.cells, cell{next: -1, class: class})
	return &t.cells[len(t.cells)-1]
}

func (t *Trainer) grow() {
	old, first := t.keys, t.first
	t.keys, t.first = make([]uint64, 2*len(old)), make([]int32, 2*len(old))
	for i, f := range old {
		if f != 0 {
			j := t.place(f)
			t.keys[j], t.first[j] = f, first[i]
		}
	}
}

// rows returns the averaged weights.
func (t *Trainer) rows() []row {
	var all []row
	for i, f := range t.keys {
		if f == 0 {
			continue
		}
		r := row{key: f}
		for c := t.first[i]; c >= 0; c = t.cells[c].next {
			w := t.cells[c].weight - float32(t.cells[c].summed/t.step)
			if w != 0 {
				r.weights = append(r.weights, classWeight{int(t.cells[c].class), w})
			}
		}
		if len(r.weights) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// Merge returns a trainer whose weights are the sums of the averaged weights of
// others. As the models are linear, it votes as they would together.
func Merge(trainers ...*Trainer) *Trainer {
	sum := NewTrainer(trainers[0].classes)
	for _, t := range trainers {
		for _, r := range t.rows() {
			for _, w := range r.weights {
				sum.cell(r.key, int32(w.class)).weight += w.weight
			}
		}
	}
	return sum
}

// Wide packs the averaged weights. Those below least times the median are left out.
func (t *Trainer) Wide(least float32) *Wide {
	rows := t.rows()
	least *= median(rows)
	kept := rows[:0]
	for _, r := range rows {
		r.weights = slices.DeleteFunc(r.weights, func(w classWeight) bool { return max(w.weight, -w.weight) < least })
		if len(r.weights) > 0 {
			kept = append(kept, r)
		}
	}
	return packWide(kept, t.classes)
}

// Second returns the best of the classes but one.
func Second(scores []float32, but int) int {
	top := -1
	for i := range scores {
		if i != but && (top < 0 || scores[i] > scores[top]) {
			top = i
		}
	}
	return top
}
