package model

// A memory keeps the sums of the weights of what words look like: the same words come
// again and again, and a third of the features does not depend on their neighbours.
// Its size is fixed; a word takes the place of another of the same number.
type memory struct {
	model  *Tagger
	words  [places]seen
	scores []int32 // one a class and place
}

const places = 1 << 13

// A seen is all that those features depend on.
type seen struct{ form, norm, hint, first uint64 }

// use forgets what was summed with other weights.
func (m *memory) use(t *Tagger) {
	if m.model != t {
		*m = memory{model: t, scores: make([]int32, places*t.Weights.Classes())}
	}
}

// own returns the sums of the features of the word alone, one a class.
func (m *memory) own(w *Word) []int32 {
	key := seen{w.form, w.norm, w.hint, w.first}
	at := int((w.form ^ w.hint ^ w.first) >> 40 % places)
	n := m.model.Weights.Classes()
	scores := m.scores[at*n : (at+1)*n]
	if m.words[at] != key {
		f := w.look()
		var sums Scores
		m.model.Weights.Score(f[:], &sums)
		copy(scores, sums[:])
		m.words[at] = key
	}
	return scores
}
