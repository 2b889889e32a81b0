// Package parse finds the head of each token and its relation to it, as Universal
// Dependencies define them.
//
// The parser reads a sentence once from left to right and decides each step at once
// (arc-hybrid transitions, an averaged perceptron each for steps and labels), so its
// time is linear in the length of the sentence. docs/models.md says what it was
// trained on and how well it does.
package parse

import (
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/model"
)

// Stage fills Head and Deprel of all tokens. Each sentence is a tree of its own.
var Stage = extract.Stage{
	Name:  "parse",
	Needs: extract.Tokens | extract.Sentences | extract.Tags,
	Gives: extract.Heads,
	Run: func(d *extract.Document) error {
		m, err := model.EnglishParser()
		if err != nil {
			return err
		}
		return run(d, m)
	},
}

// With is Stage with other weights.
func With(m *model.Parser) extract.Stage {
	return extract.Stage{Name: Stage.Name, Needs: Stage.Needs, Gives: Stage.Gives, Run: func(d *extract.Document) error { return run(d, m) }}
}

var parsers = sync.Pool{New: func() any { return new(parser) }}

// A parser is the working memory for one sentence after another.
type parser struct {
	state
	features features
	scores   [256]int32
}

// keep is how many tokens of working memory stay allocated between documents.
const keep = 10000

func run(d *extract.Document, m *model.Parser) error {
	known, err := model.EnglishVocabulary()
	if err != nil {
		return err
	}
	p := parsers.Get().(*parser)
	for _, s := range d.Sentences {
		p.start(d.Tokens[s.First:s.Last], known)
		if err := p.read(m, d); err != nil {
			return err
		}
		p.write(d.Tokens[s.First:s.Last], s.First, m.Labels)
	}
	if cap(p.nodes) <= keep {
		parsers.Put(p)
	}
	return nil
}

// patience is how many transitions are made between two looks at the context.
const patience = 1000

// read makes all transitions of the sentence.
func (p *parser) read(m *model.Parser, d *extract.Document) error {
	for n := 0; !p.done(); n++ {
		if n%patience == 0 {
			if err := d.Stopped(); err != nil {
				return err
			}
		}
		p.step(m)
	}
	return nil
}

// step makes the transition that scores best among those allowed.
func (p *parser) step(m *model.Parser) {
	act := p.only()
	if act == unsure {
		scores := m.Actions.Score(p.features.action(&p.state))
		act = p.bestOf(scores[:])
	}
	if act == shift {
		p.shift()
		return
	}
	head, dependent := p.arc(act)
	scores := p.scores[:m.Label.Classes()]
	m.Label.Score(p.features.label(&p.state, head, dependent), scores)
	p.attach(head, dependent, best(scores))
}

func best[T int32 | float32](scores []T) int {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return top
}

// write copies the tree to the tokens, the first of which is number first of the document.
func (p *parser) write(tokens []extract.Token, first int, labels []string) {
	for i := range tokens {
		n := &p.nodes[i+1]
		tokens[i].Head = first + int(n.head) - 1
		tokens[i].Deprel = labels[n.label]
		if n.head == root {
			tokens[i].Head = -1
			tokens[i].Deprel = "root"
		}
	}
}
