//go:build linux

package main

import (
	"context"
	"fmt"
	"time"
)

// soaked keeps the server under full load, half by streams and half by posts, and prints
// its memory. The second half of the time must not need more than the first, but for a tenth.
func soaked(d *dump) error {
	if *soak == 0 {
		return nil
	}
	s, err := start()
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), *soak)
	defer stop()
	streams := make(chan error, 1)
	go func() {
		for ctx.Err() == nil {
			if _, err := s.stream(d); err != nil {
				streams <- err
				return
			}
		}
		streams <- nil
	}()
	posts := make(chan error, 1)
	var rate float64
	go func() {
		var err error
		rate, err = s.full(ctx, d, 4)
		posts <- err
	}()
	fmt.Printf("soak       memory in MB, 20 readings over %v:", *soak)
	var most [2]float64
	every := *soak / 20
	for i := range 20 {
		time.Sleep(every)
		mb, err := s.rss()
		if err != nil {
			return err
		}
		fmt.Printf(" %.0f", mb)
		most[i/10] = max(most[i/10], mb)
	}
	fmt.Println()
	for _, c := range []chan error{streams, posts} {
		if err := <-c; err != nil {
			return err
		}
	}
	if most[1] > 1.1*most[0] {
		return fmt.Errorf("at most %.0f MB in the first half, %.0f in the second: it grows", most[0], most[1])
	}
	cpu, err := s.used()
	if err != nil {
		return err
	}
	fmt.Printf("           at most %.0f MB in the first half, %.0f in the second; %.0f posts/s beside a stream; %.0f s of processor time\n", most[0], most[1], rate, cpu.Seconds())
	return s.end()
}
