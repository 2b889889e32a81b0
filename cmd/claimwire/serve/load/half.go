//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 200, DisableCompression: true}}

// post sends article i by itself and compares the answer.
func (s *server) post(d *dump, i int) error {
	i %= len(d.lines)
	r, err := client.Post(s.url+"/v1/extract", "application/json", bytes.NewReader(d.lines[i]))
	if err != nil {
		return err
	}
	defer r.Body.Close()
	got, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	if r.StatusCode != http.StatusOK || !bytes.Equal(got, d.want[i]) {
		return &wrongAnswer{r.StatusCode, got}
	}
	return nil
}

type wrongAnswer struct {
	status int
	body   []byte
}

func (w *wrongAnswer) Error() string { return fmt.Sprintf("status %d, %.300q", w.status, w.body) }

// full keeps as many posts under way for a time, and says how many were answered a second.
func (s *server) full(ctx context.Context, d *dump, under int) (float64, error) {
	var n, failed atomic.Int64
	var last atomic.Value
	var all sync.WaitGroup
	began := time.Now()
	for range under {
		all.Go(func() {
			for ctx.Err() == nil {
				if err := s.post(d, int(n.Add(1))); err != nil {
					failed.Add(1)
					last.Store(err)
				}
			}
		})
	}
	all.Wait()
	if failed.Load() > 0 {
		return 0, fmt.Errorf("%d posts failed, one of them: %w", failed.Load(), last.Load().(error))
	}
	return float64(n.Load()) / time.Since(began).Seconds(), nil
}

// halfLoad posts articles at random moments, half as many a second as the server can
// answer, and measures from the moment an article was due, sent or not.
func halfLoad(d *dump) error {
	s, err := start()
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
	most, err := s.full(ctx, d, 8)
	stop()
	if err != nil {
		return err
	}
	var took []time.Duration
	var failure error
	var mu sync.Mutex
	var all sync.WaitGroup
	began := time.Now()
	due := began
	for i := 0; due.Sub(began) < *half; i++ {
		due = due.Add(time.Duration(rand.ExpFloat64() / (most / 2) * float64(time.Second)))
		time.Sleep(time.Until(due))
		at := due
		all.Go(func() {
			err := s.post(d, i)
			mu.Lock()
			defer mu.Unlock()
			took = append(took, time.Since(at))
			if err != nil {
				failure = err
			}
		})
	}
	all.Wait()
	if failure != nil {
		return failure
	}
	slices.Sort(took)
	at := func(q float64) float64 { return took[int(q*float64(len(took)-1))].Seconds() * 1000 }
	fmt.Printf("half load  %.0f posts/s at full load; %d posts at %.0f/s: p50 %.1f ms, p90 %.1f, p99 %.1f, longest %.1f\n",
		most, len(took), float64(len(took))/half.Seconds(), at(.5), at(.9), at(.99), at(1))
	return s.end()
}
