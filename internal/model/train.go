package model

import (
	"math/rand/v2"
	"slices"
	"sync"
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

// A Lesson is a sentence to learn from: its words, and the tag of each.
type Lesson struct {
	Words []Word
	Tags  []string
	gold  []int // the tags as classes
}

// Train learns the perceptron. The same lessons and seed give the same weights. The header is
// left to the caller.
func Train(lessons []Lesson, how Training) *Tagger {
	m := &Tagger{}
	index := map[string]int{}
	lessons = slices.Clone(lessons)
	for i := range lessons {
		e := &lessons[i]
		e.gold = make([]int, len(e.Tags))
		for k, tag := range e.Tags {
			c, ok := index[tag]
			if !ok {
				c = len(m.Classes)
				index[tag] = c
				m.Classes = append(m.Classes, tag)
			}
			e.gold[k] = c
		}
	}
	m.Known = known(lessons)
	trainers := make([]*Trainer, max(how.Runs, 1))
	var wait sync.WaitGroup
	for i := range trainers {
		l := &learner{
			Training: how,
			names:    m.Classes,
			trainer:  NewTrainer(len(m.Classes)),
			random:   rand.New(rand.NewPCG(how.Seed, uint64(i))),
		}
		trainers[i] = l.trainer
		wait.Go(func() { l.run(m, slices.Clone(lessons)) })
	}
	wait.Wait()
	m.Weights = Merge(trainers...).Wide(how.Least)
	return m
}

// run goes over the lessons, each time in another order.
func (l *learner) run(m *Tagger, lessons []Lesson) {
	for range l.Epochs {
		l.random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for i := range lessons {
			l.learn(m, &lessons[i])
		}
	}
}

type learner struct {
	Training
	names    []string
	trainer  *Trainer
	random   *rand.Rand
	sequence Sequence
	scores   [256]float32
}

// learn tags a sentence and corrects the weights at each fault.
func (l *learner) learn(m *Tagger, e *Lesson) {
	s := &l.sequence
	s.Set(e.Words)
	scores := l.scores[:len(l.names)]
	for i := pad; i < len(s.words)-pad; i++ {
		w := &s.words[i]
		if w.fixed {
			w.class = w.hint
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
				wrong = Second(scores, gold)
			}
			if scores[gold]-scores[wrong] <= l.Margin {
				l.trainer.Update(f, gold, wrong, 1)
			}
			l.trainer.Step()
		}
		w.class = Hash(l.names[class])
	}
}

// known finds the frequent words that are always tagged alike.
func known(sentences []Lesson) map[uint64]byte {
	count := map[uint64]int{}
	class := map[uint64]int{}
	for _, e := range sentences {
		for i, gold := range e.gold {
			f := e.Words[i].form
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
