package model

// A table finds numbers by 64 bits of hash. 0 stands for what is not there.
type table struct {
	keys   []uint64
	values []uint32
	n      int
}

// newTable has size places, a power of two; it grows when three quarters are taken.
func newTable(size int) table {
	return table{keys: make([]uint64, size), values: make([]uint32, size)}
}

func (t *table) place(key uint64) int {
	mask := len(t.keys) - 1
	i := int(key>>20) & mask
	for t.values[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

func (t *table) find(key uint64) uint32 { return t.values[t.place(key)] }

// add is the number of key, which becomes value if it has none.
func (t *table) add(key uint64, value uint32) uint32 {
	i := t.place(key)
	if t.values[i] == 0 {
		if t.n++; 4*t.n > 3*len(t.keys) {
			t.grow()
			i = t.place(key)
		}
		t.keys[i], t.values[i] = key, value
	}
	return t.values[i]
}

func (t *table) grow() {
	old := *t
	*t = newTable(2 * len(old.keys))
	t.n = old.n
	for i, v := range old.values {
		if v != 0 {
			at := t.place(old.keys[i])
			t.keys[at], t.values[at] = old.keys[i], v
		}
	}
}
