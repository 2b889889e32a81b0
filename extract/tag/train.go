package tag

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/model"
)

// Training says how to train.
type Training struct {
	Epochs int
	Runs   int // models trained on different orders of the sentences, and summed
	Seed   uint64
	Margin float32 // by how much the right tag must win
	Least  float32 // weights below so many times their median are left out
}

// certain is how often a word must occur, always with one tag, to be known by heart.
const certain = 30

// Train learns the perceptron from sentences with XPOS. The same sentences and seed
// give the same weights. The header is left to the caller.
func Train(docs []*extract.Document, how Training) (*model.Tagger, error) {
	hints, err := model.EnglishProse()
	if err != nil {
		return nil, fmt.Errorf("prose model: %w", err)
	}
	m := &model.Tagger{}
	b := &buffer{}
	index := map[string]int{}
	lessons := make([]lesson, len(docs))
	for i, d := range docs {
		lessons[i] = newLesson(m, index, hints, b, d)
	}
	m.Known = known(lessons)
	trainers := make([]*model.Trainer, max(how.Runs, 1))
	var wait sync.WaitGroup
	for i := range trainers {
		l := &learner{
			Training: how,
			names:    m.Classes,
			trainer:  model.NewTrainer(len(m.Classes)),
			random:   rand.New(rand.NewPCG(how.Seed, uint64(i))),
		}
		trainers[i] = l.trainer
		wait.Go(func() { l.run(m, slices.Clone(lessons)) })
	}
	wait.Wait()
	m.Weights = model.Merge(trainers...).Wide(how.Least)
	return m, nil
}

// run goes over the lessons, each time in another order.
func (l *learner) run(m *model.Tagger, lessons []lesson) {
	for range l.Epochs {
		l.random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for i := range lessons {
			l.learn(m, &lessons[i])
		}
	}
}

// A lesson is a sentence to learn from.
type lesson struct {
	words []word // padded
	tags  []string
	gold  []int
}

// newLesson prepares a sentence as run would, with prose's tags.
func newLesson(m *model.Tagger, index map[string]int, hints *model.Prose, b *buffer, d *extract.Document) lesson {
	var e lesson
	for _, t := range d.Tokens {
		c, ok := index[t.XPOS]
		if !ok {
			c = len(m.Classes)
			index[t.XPOS] = c
			m.Classes = append(m.Classes, t.XPOS)
		}
		e.gold = append(e.gold, c)
	}
	own := *d
	own.Tokens = slices.Clone(d.Tokens)
	tagWindow(hints, b, &own, 0, len(own.Tokens))
	b.prepare(&own, 0, len(own.Tokens))
	e.words = slices.Clone(b.words)
	for _, t := range own.Tokens {
		e.tags = append(e.tags, t.XPOS)
	}
	return e
}

type learner struct {
	Training
	names    []string
	trainer  *model.Trainer
	random   *rand.Rand
	sequence sequence
	scores   [256]float32
}

// learn tags a sentence and corrects the weights at each fault.
func (l *learner) learn(m *model.Tagger, e *lesson) {
	s := &l.sequence
	s.words = append(s.words[:0], e.words...)
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
			gold := e.gold[i-pad]
			wrong := int(class)
			if wrong == gold {
				wrong = model.Second(scores, gold)
			}
			if scores[gold]-scores[wrong] <= l.Margin {
				l.trainer.Update(f, gold, wrong, 1)
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
