package tag

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/model"
)

// Training says how to train.
type Training struct {
	Epochs int
	Seed   uint64
	Least  float32 // averaged weights below it are left out
}

// certain is how often a word must occur, always with one tag, to be known by heart.
const certain = 30

// Train learns the perceptron from sentences with XPOS. The same sentences and seed
// give the same weights. The header is left to the caller.
func Train(docs []*extract.Document, how Training) (*model.Tagger, error) {
	prose, err := tagger()
	if err != nil {
		return nil, fmt.Errorf("prose model: %w", err)
	}
	m := &model.Tagger{}
	l := learner{index: map[string]int{}}
	b := &buffer{}
	var sentences []lesson
	for _, d := range docs {
		e := lesson{}
		for _, t := range d.Tokens {
			e.gold = append(e.gold, l.class(m, t.XPOS))
		}
		own := *d
		own.Tokens = slices.Clone(d.Tokens)
		tagWindow(prose, b, &own, 0, len(own.Tokens))
		b.prepare(&own, 0, len(own.Tokens))
		e.words = slices.Clone(b.words)
		for _, t := range own.Tokens {
			e.tags = append(e.tags, t.XPOS)
		}
		sentences = append(sentences, e)
	}
	m.Known = known(sentences)
	l.names = m.Classes
	l.trainer = model.NewTrainer(len(m.Classes))
	random := rand.New(rand.NewPCG(how.Seed, 1))
	for range how.Epochs {
		random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
		for i := range sentences {
			l.learn(m, &sentences[i])
		}
	}
	m.Weights = l.trainer.Wide(how.Least)
	return m, nil
}

// A lesson is a sentence to learn from.
type lesson struct {
	words []word // padded
	tags  []string
	gold  []int
}

type learner struct {
	index    map[string]int
	names    []string
	trainer  *model.Trainer
	sequence sequence
	scores   [256]float32
}

func (l *learner) class(m *model.Tagger, name string) int {
	c, ok := l.index[name]
	if !ok {
		c = len(m.Classes)
		l.index[name] = c
		m.Classes = append(m.Classes, name)
	}
	return c
}

// learn tags a sentence and corrects the weights at each fault.
func (l *learner) learn(m *model.Tagger, e *lesson) {
	s := &l.sequence
	s.words = e.words
	scores := l.scores[:len(l.names)]
	for i := pad; i < len(s.words)-pad; i++ {
		w := &s.words[i]
		if w.fixed {
			w.class = model.Hash(e.tags[i-pad])
			continue
		}
		class, ok := m.Known[w.form]
		if !ok {
			f := s.look(i)
			l.trainer.Score(f, scores)
			class = byte(best(scores))
			if gold := e.gold[i-pad]; gold != int(class) {
				l.trainer.Update(f, gold, int(class), 1)
			}
			l.trainer.Step()
		}
		w.class = model.Hash(l.names[class])
	}
}

// known finds the frequent words that are always tagged alike.
func known(sentences []lesson) map[uint64]byte {
	count := map[uint64]int{}
	class := map[uint64]int{}
	for _, e := range sentences {
		for i, gold := range e.gold {
			f := e.words[i+pad].form
			if c, ok := class[f]; ok && c != gold {
				gold = -1
			}
			class[f] = gold
			count[f]++
		}
	}
	out := map[uint64]byte{}
	for f, n := range count {
		if n >= certain && class[f] >= 0 {
			out[f] = byte(class[f])
		}
	}
	return out
}
