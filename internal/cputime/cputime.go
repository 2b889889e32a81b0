// Package cputime measures the processor time of what tests hold to linear time: other
// programs on the machine do not stretch it, as they do the time on the clock.
package cputime

import "time"

// Best is the least processor time that f took in so many rounds.
func Best(rounds int, f func()) time.Duration {
	best := time.Duration(1<<63 - 1)
	for range rounds {
		start := Used()
		f()
		best = min(best, Used()-start)
	}
	return best
}
