//go:build !unix

package cputime

import "time"

var start = time.Now()

// Used is the time on the clock, where the processor's is not to be had.
func Used() time.Duration { return time.Since(start) }

// Peak is unknown here.
func Peak() int64 { return 0 }
