//go:build !linux

package batch

import "time"

var processStart = time.Now()

// threadTime is the wall clock where a thread's own cannot be read: there a limit
// also counts the time that others had the processor.
func threadTime() time.Duration { return time.Since(processStart) }
