package cputime

import (
	"testing"
	"time"
)

func TestBest(t *testing.T) {
	rounds := 0
	asleep := Best(2, func() { rounds++; time.Sleep(60 * time.Millisecond) })
	busy := Best(1, func() {
		for start := Used(); Used()-start < 20*time.Millisecond; {
		}
	})
	if rounds != 2 || asleep > 40*time.Millisecond || busy < 20*time.Millisecond {
		t.Errorf("%d rounds, asleep %v, busy %v", rounds, asleep, busy)
	}
}
