package parse

import (
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/model"
)

// Training says how to train.
type Training struct {
	Epochs  int
	Runs    int // models trained on different orders of the sentences, and summed
	Seed    uint64
	Explore float64 // share of wrong steps that are followed, so as to learn to go on from them
	Margin  float32 // by how much the right step must win
	Size    uint    // the table of transitions has 2^Size buckets
	Least   float32 // weights of labels below so many times their median are left out
}

// Train learns from sentences with Head and Deprel, whose tags should be as faulty
// as those the parser will meet. The same sentences and seed give the same weights.
// The header is left to the caller.
func Train(docs []*extract.Document, how Training) (*model.Parser, error) {
	known, err := model.EnglishVocabulary()
	if err != nil {
		return nil, err
	}
	m := &model.Parser{}
	index := map[string]int{}
	lessons := make([]lesson, len(docs))
	for i, d := range docs {
		lessons[i] = newLesson(m, index, d)
	}
	learners := make([]*learner, max(how.Runs, 1))
	var wait sync.WaitGroup
	for i := range learners {
		l := &learner{
			Training: how,
			known:    known,
			random:   rand.New(rand.NewPCG(how.Seed, uint64(i))),
			actions:  model.NewTrainer(3),
			label:    model.NewTrainer(len(m.Labels)),
			scores:   make([]float32, len(m.Labels)),
		}
		learners[i] = l
		wait.Go(func() { l.run(slices.Clone(lessons)) })
	}
	wait.Wait()
	var actions, labels []*model.Trainer
	for _, l := range learners {
		actions, labels = append(actions, l.actions), append(labels, l.label)
	}
	m.Actions, m.Label = model.Merge(actions...).Narrow(how.Size), model.Merge(labels...).Wide(how.Least)
	return m, nil
}

// run goes over the lessons, each time in another order.
func (l *learner) run(lessons []lesson) {
	for epoch := range l.Epochs {
		l.random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		l.first = epoch == 0
		for i := range lessons {
			l.learn(&lessons[i])
		}
	}
}

// A lesson is a sentence to learn from.
type lesson struct {
	guide
	tokens []extract.Token
}

type learner struct {
	parser
	known  *model.Vocabulary
	random *rand.Rand
	Training
	first   bool // in the first epoch
	actions *model.Trainer
	label   *model.Trainer
	scores  []float32
}

func newLesson(m *model.Parser, index map[string]int, d *extract.Document) lesson {
	n := len(d.Tokens)
	e := lesson{tokens: d.Tokens}
	e.heads, e.labels, e.children = make([]int32, n+2), make([]int, n+2), make([][]int32, n+2)
	e.heads[root], e.heads[n+1] = -1, -1
	for i, t := range d.Tokens {
		e.heads[i+1] = int32(t.Head + 1)
		e.children[t.Head+1] = append(e.children[t.Head+1], int32(i+1))
		c, ok := index[t.Deprel]
		if !ok {
			c = len(m.Labels)
			index[t.Deprel] = c
			m.Labels = append(m.Labels, t.Deprel)
		}
		e.labels[i+1] = c
	}
	return e
}

// learn parses a sentence and corrects the weights at each fault.
func (l *learner) learn(e *lesson) {
	l.start(e.tokens, l.known)
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
	if wrong := l.rival(costs, scores, least); wrong != unsure && scores[good]-scores[wrong] <= l.Margin {
		l.actions.Update(f, int(good), int(wrong), 1)
	}
	if costs[said] == least {
		return said
	}
	if l.first || l.random.Float64() >= l.Explore {
		return good
	}
	return said
}

// rival returns the best of the transitions that cost more than they must.
func (l *learner) rival(costs [3]int, scores [3]float32, least int) action {
	wrong := unsure
	for a := shift; a <= right; a++ {
		if l.allowed(a) && costs[a] > least && (wrong == unsure || scores[a] > scores[wrong]) {
			wrong = a
		}
	}
	return wrong
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
	wrong := said
	if said == good {
		wrong = model.Second(l.scores, good)
	}
	if l.scores[good]-l.scores[wrong] <= l.Margin {
		l.label.Update(f, good, wrong, 1)
	}
	if l.first {
		return good
	}
	return said
}
