package parse

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/model"
)

// An action is a transition of the arc-hybrid system.
type action int

const (
	shift  action = iota // the first of the buffer goes onto the stack
	left                 // the top of the stack hangs on the first of the buffer
	right                // the top of the stack hangs on the one below it
	unsure               // several are allowed
)

// A node is a token in the partial tree. Children are told by the last two attached
// on each side.
type node struct {
	word, lemma, tag, upos uint64 // hashes
	cluster, group         uint64 // of the word, in the vocabulary
	frames                 uint64 // which objects a verb can have, by the vocabulary
	head, label            int32
	left1, left2           int32
	right1, right2         int32
	lefts, rights          uint16
	labels                 uint64 // set of the labels of the children
}

// The state of a parse. Node 0 is the root above the sentence, nodes 1 to n are the
// tokens, and node n+1 stands for any that is not there.
type state struct {
	nodes []node
	stack []int32
	next  int32 // first node of the buffer
	none  int32
}

const root = 0

var (
	rootWord = model.Hash("<root>")
	noWord   = model.Hash("<none>")
)

// start makes the state before the first transition.
func (s *state) start(tokens []extract.Token, known *model.Vocabulary) {
	s.none = int32(len(tokens) + 1)
	s.next = 1
	s.stack = append(s.stack[:0], root)
	s.nodes = append(s.nodes[:0], s.fresh(rootWord, rootWord, rootWord, rootWord))
	for i := range tokens {
		t := &tokens[i]
		n := s.fresh(model.Hash(t.Norm), model.Hash(t.Lemma), model.Hash(t.XPOS), model.Hash(t.UPOS))
		n.inform(known, t)
		s.nodes = append(s.nodes, n)
	}
	s.nodes = append(s.nodes, s.fresh(noWord, noWord, noWord, noWord))
}

func (s *state) fresh(word, lemma, tag, upos uint64) node {
	return node{word: word, lemma: lemma, tag: tag, upos: upos, head: -1, label: -1, left1: s.none, left2: s.none, right1: s.none, right2: s.none}
}

// inform looks the token up in the vocabulary.
func (n *node) inform(known *model.Vocabulary, t *extract.Token) {
	cluster := known.Of(n.word).Cluster
	n.cluster, n.group = model.Number(int(cluster)+1000), model.Number(cluster.Group()+3000)
	if t.XPOS[0] == 'V' {
		n.frames = model.Number(int(known.Of(n.lemma).Traits&model.Frames)>>10 + 4000)
	}
}

func (s *state) done() bool { return s.next == s.none && len(s.stack) == 1 }

// allowed reports whether the transition may be made. Only one token hangs on the
// root, and as the last.
func (s *state) allowed(a action) bool {
	if a == shift {
		return s.next < s.none
	}
	if a == left {
		return s.next < s.none && len(s.stack) > 1
	}
	return len(s.stack) > 2 || len(s.stack) == 2 && s.next == s.none
}

// only returns the single transition that is allowed, or unsure.
func (s *state) only() action {
	switch {
	case len(s.stack) == 1:
		return shift
	case s.next == s.none:
		return right
	}
	return unsure
}

// bestOf returns the transition allowed that scores best.
func (s *state) bestOf(scores []int32) action {
	top := shift
	if scores[left] > scores[shift] {
		top = left
	}
	if scores[right] > scores[top] && s.allowed(right) {
		top = right
	}
	return top
}

func (s *state) shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// arc returns the arc that a left or right transition makes.
func (s *state) arc(a action) (head, dependent int32) {
	k := len(s.stack)
	if a == left {
		return s.next, s.stack[k-1]
	}
	return s.stack[k-2], s.stack[k-1]
}

// attach makes the arc and takes the dependent off the stack.
func (s *state) attach(head, dependent int32, label int) {
	s.stack = s.stack[:len(s.stack)-1]
	d, h := &s.nodes[dependent], &s.nodes[head]
	d.head, d.label = head, int32(label)
	h.labels |= 1 << (label & 63)
	if dependent < head {
		h.left2, h.left1 = h.left1, dependent
		h.lefts++
		return
	}
	h.right2, h.right1 = h.right1, dependent
	h.rights++
}

// top returns the i-th node from the top of the stack, 0 being the top.
func (s *state) top(i int) int32 {
	if i >= len(s.stack) {
		return s.none
	}
	return s.stack[len(s.stack)-1-i]
}

// ahead returns the i-th node of the buffer.
func (s *state) ahead(i int32) int32 { return min(s.next+i, s.none) }
