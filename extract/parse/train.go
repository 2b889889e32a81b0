package parse

import (
	"math/rand/v2"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/model"
)

// Training says how to train.
type Training struct {
	Epochs  int
	Seed    uint64
	Explore float64 // share of wrong steps that are followed, so as to learn to go on from them
	Size    uint    // the table of transitions has 2^Size buckets
	Least   float32 // averaged weights of labels below it are left out
}

// Train learns from sentences with Head and Deprel, whose tags should be as faulty
// as those the parser will meet. The same sentences and seed give the same weights.
// The header is left to the caller. After each epoch it calls done, if not nil.
func Train(docs []*extract.Document, how Training, done func(epoch int)) *model.Parser {
	m := &model.Parser{}
	l := learner{index: map[string]int{}, random: rand.New(rand.NewPCG(how.Seed, 2)), explore: how.Explore}
	lessons := make([]lesson, len(docs))
	for i, d := range docs {
		lessons[i] = l.lesson(m, d)
	}
	l.actions, l.label = model.NewTrainer(3), model.NewTrainer(len(m.Labels))
	l.scores = make([]float32, len(m.Labels))
	for epoch := range how.Epochs {
		l.random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		l.first = epoch == 0
		for i := range lessons {
			l.learn(&lessons[i])
		}
		if done != nil {
			done(epoch)
		}
	}
	m.Actions, m.Label = l.actions.Narrow(how.Size), l.label.Wide(how.Least)
	return m
}

// A lesson is a sentence to learn from.
type lesson struct {
	guide
	tokens []extract.Token
}

type learner struct {
	parser
	index   map[string]int
	random  *rand.Rand
	explore float64
	first   bool // in the first epoch
	actions *model.Trainer
	label   *model.Trainer
	scores  []float32
}

func (l *learner) lesson(m *model.Parser, d *extract.Document) lesson {
	n := len(d.Tokens)
	e := lesson{tokens: d.Tokens}
	e.heads, e.labels, e.children = make([]int32, n+2), make([]int, n+2), make([][]int32, n+2)
	e.heads[root], e.heads[n+1] = -1, -1
	for i, t := range d.Tokens {
		e.heads[i+1] = int32(t.Head + 1)
		e.children[t.Head+1] = append(e.children[t.Head+1], int32(i+1))
		c, ok := l.index[t.Deprel]
		if !ok {
			c = len(m.Labels)
			l.index[t.Deprel] = c
			m.Labels = append(m.Labels, t.Deprel)
		}
		e.labels[i+1] = c
	}
	return e
}

// learn parses a sentence and corrects the weights at each fault.
func (l *learner) learn(e *lesson) {
	l.start(e.tokens)
	for !l.done() {
		act := l.only()
		if act == unsure {
			act = l.choose(e)
		}
		if act == shift {
			l.shift()
			continue
		}
		head, dependent := l.arc(act)
		l.attach(head, dependent, l.name(e, head, dependent))
	}
}

// choose returns the next transition: mostly what the present weights say, in the
// first epoch what is right.
func (l *learner) choose(e *lesson) action {
	var scores [3]float32
	f := l.features.action(&l.state)
	l.actions.Score(f, scores[:])
	costs := e.costs(&l.state)
	said, good := unsure, unsure
	least := 1 << 30
	for a := shift; a <= right; a++ {
		if !l.allowed(a) {
			continue
		}
		if said == unsure || scores[a] > scores[said] {
			said = a
		}
		if costs[a] < least || costs[a] == least && scores[a] > scores[good] {
			least, good = costs[a], a
		}
	}
	l.actions.Step()
	if costs[said] == least {
		return said
	}
	l.actions.Update(f, int(good), int(said), 1)
	if l.first || l.random.Float64() >= l.explore {
		return good
	}
	return said
}

// name returns the label of an arc. Only the labels of right arcs are learnt from.
func (l *learner) name(e *lesson, head, dependent int32) int {
	f := l.features.label(&l.state, head, dependent)
	l.label.Score(f, l.scores)
	said := best(l.scores)
	if e.heads[dependent] != head {
		return said
	}
	l.label.Step()
	good := e.labels[dependent]
	if said == good {
		return said
	}
	l.label.Update(f, good, said, 1)
	if l.first {
		return good
	}
	return said
}
