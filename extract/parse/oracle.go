package parse

// A guide knows the right tree, and what each transition would lose of it: the
// dynamic oracle of the arc-hybrid system (Goldberg and Nivre, 2013).
type guide struct {
	heads    []int32   // of each node; those of the root and of none are -1
	labels   []int     // of each node
	children [][]int32 // of each node
}

// costs returns how many arcs of the right tree can no longer be made after each
// transition, beyond those already lost.
func (g *guide) costs(s *state) (cost [3]int) {
	top, next := s.top(0), s.next
	ahead := 0 // children of the top that are in the buffer
	for _, c := range g.children[top] {
		if c >= next {
			ahead++
		}
	}
	cost[left], cost[right] = ahead, ahead
	if g.heads[top] > next || g.heads[top] == s.top(1) {
		cost[left]++
	}
	if g.heads[top] >= next {
		cost[right]++
	}
	for i, n := range s.stack {
		if n != root && g.heads[n] == next {
			cost[shift]++
		}
		if i < len(s.stack)-1 && g.heads[next] == n {
			cost[shift]++
		}
	}
	return cost
}
