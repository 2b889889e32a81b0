//go:build linux

package main

import (
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// atOnce posts many articles at the same moment over a number of connections.
func atOnce(d *dump) error {
	s, err := start()
	if err != nil {
		return err
	}
	was := client
	client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: *conns, MaxIdleConnsPerHost: *conns, DisableCompression: true}}
	defer func() { client = was }()
	fails := make([]error, *posts)
	var all sync.WaitGroup
	began := time.Now()
	for i := range *posts {
		all.Go(func() { fails[i] = s.post(d, i) })
	}
	all.Wait()
	if err := errors.Join(fails...); err != nil {
		return err
	}
	fmt.Printf("posts      %d at once over %d connections: all answered as the command does, in %.1f s\n", *posts, *conns, time.Since(began).Seconds())
	return s.end()
}
