package model

// A memory keeps the sums of the weights of some features by all that they depend on: the
// same words, and the same tags in a row, come again and again. Its size is fixed; a key
// takes the place of another of the same number.
type memory[K comparable] struct {
	keys   []K
	scores []int32 // one a class and place
}

// newMemory is one of so many classes.
func newMemory[K comparable](places, classes int) *memory[K] {
	return &memory[K]{keys: make([]K, places), scores: make([]int32, places*classes)}
}

// at is the place of a key, and whether its sums are there.
func (m *memory[K]) at(key K, hash uint64) (sums []int32, known bool) {
	at := int(hash>>40) & (len(m.keys) - 1)
	n := len(m.scores) / len(m.keys)
	known = m.keys[at] == key
	m.keys[at] = key
	return m.scores[at*n : (at+1)*n], known
}

// An alone is all that the features of a word by itself depend on.
type alone struct{ form, norm, hint, first uint64 }

// A tagged is all that the features of nothing but tags depend on, but for some of wider reach.
type tagged struct{ hint, right, before uint64 }

// use forgets what was summed with other weights.
func (s *Sequence) use(t *Tagger) {
	if s.model != t {
		s.model = t
		s.alone, s.tagged = newMemory[alone](1<<13, t.Weights.Classes()), newMemory[tagged](1<<12, t.Weights.Classes())
	}
}

// sum sets the scores to the sums of the features that depend on the word alone, or on the tags
// alone.
func (s *Sequence) sum(i int) {
	w, r, before := &s.words[i], &s.words[i+1], s.words[i-1].class
	own, known := s.alone.at(alone{w.form, w.norm, w.hint, w.first}, w.form^w.hint^w.first)
	if !known {
		f := w.look()
		s.model.Weights.Score(f[:], &s.scores)
		copy(own, s.scores[:])
	}
	tags, known := s.tagged.at(tagged{w.hint, r.hint, before}, Feature(0, w.hint, r.hint, before))
	if !known {
		f := s.lookTags(i)
		s.model.Weights.Score(f[:], &s.scores)
		copy(tags, s.scores[:])
	}
	tags = tags[:len(own)]
	for c := range own {
		s.scores[c] = own[c] + tags[c]
	}
}
