package phrase

import (
	"fmt"
	"regexp/syntax"
	"slices"
)

// An automaton is the text of a chunk made deterministic: one step a word, and no memory.
type automaton struct {
	next [][256]int16 // by state and class; -1 where nothing fits
	ends []bool       // states in which the words so far are a phrase
}

// compile makes the automaton by taking the states of the regular expression that can be
// held at once for one state. A text that cannot be read is a fault of the table, which
// the tests over it rule out.
func compile(text string) automaton {
	re, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		panic(fmt.Sprintf("phrase: %s: %v", text, err))
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		panic(fmt.Sprintf("phrase: %s: %v", text, err))
	}
	var a automaton
	var sets [][]uint32
	state := func(set []uint32) int16 {
		slices.Sort(set)
		set = slices.Compact(set)
		for i, s := range sets {
			if slices.Equal(s, set) {
				return int16(i)
			}
		}
		sets = append(sets, set)
		return int16(len(sets) - 1)
	}
	state(closure(prog, uint32(prog.Start), nil))
	for i := 0; i < len(sets); i++ {
		var row [256]int16
		for c := range row {
			row[c] = -1
		}
		for k := range len(classes) {
			var to []uint32
			for _, pc := range sets[i] {
				if in := &prog.Inst[pc]; consumes(in.Op) && in.MatchRune(rune(classes[k])) {
					to = closure(prog, in.Out, to)
				}
			}
			if to != nil {
				row[classes[k]] = state(to)
			}
		}
		a.next = append(a.next, row)
		a.ends = append(a.ends, slices.ContainsFunc(sets[i], func(pc uint32) bool { return prog.Inst[pc].Op == syntax.InstMatch }))
	}
	return a
}

func consumes(op syntax.InstOp) bool {
	return op == syntax.InstRune || op == syntax.InstRune1 || op == syntax.InstRuneAny || op == syntax.InstRuneAnyNotNL
}

// closure adds to set the instructions that are reached from pc without a word.
func closure(prog *syntax.Prog, pc uint32, set []uint32) []uint32 {
	if slices.Contains(set, pc) {
		return set
	}
	set = append(set, pc)
	switch in := &prog.Inst[pc]; in.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return closure(prog, in.Arg, closure(prog, in.Out, set))
	case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
		return closure(prog, in.Out, set)
	}
	return set
}

func (a *automaton) begins(class byte) bool { return a.next[0][class] >= 0 }

// longest is how many of the words, from the first on, are a phrase; 0 if none are.
func (a *automaton) longest(class []byte) (n int) {
	state := int16(0)
	for i, c := range class {
		if state = a.next[state][c]; state < 0 {
			break
		}
		if a.ends[state] {
			n = i + 1
		}
	}
	return n
}
