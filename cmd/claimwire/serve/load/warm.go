//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/corpus"
)

// A beginning is what a program that uses the library pays, in processor time: New and
// Warm once, then its first article, and the same article later.
type beginning struct{ Loading, First, Later time.Duration }

// warm has fresh processes measure their beginning, for lists load once a process.
func warm(d *dump) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var loading, ratio []float64
	for range 3 * *rounds {
		c := exec.Command(self, "-first")
		c.Stdin = bytes.NewReader(d.lines[len(loading)%len(d.lines)])
		out, err := c.Output()
		if err != nil {
			return err
		}
		var b beginning
		if err := json.Unmarshal(out, &b); err != nil {
			return err
		}
		loading = append(loading, b.Loading.Seconds()*1000)
		ratio = append(ratio, float64(b.First)/float64(b.Later))
	}
	slices.Sort(loading)
	slices.Sort(ratio)
	n := len(ratio)
	fmt.Printf("warm       %d fresh processes: New and Warm %.0f ms of processor time (%.0f to %.0f); the first article takes %.2f times as long as later (%.2f to %.2f)\n",
		n, loading[n/2], loading[0], loading[n-1], ratio[n/2], ratio[0], ratio[n-1])
	return nil
}

// begin measures this process with the article on standard input.
func begin() error {
	ctx := context.Background()
	var article *claimwire.Article
	for a, err := range corpus.Open(ctx, []string{"-"}, corpus.Options{From: "jsonl"}) {
		if err != nil {
			return err
		}
		article = a
	}
	before := used()
	c, err := claimwire.New(claimwire.Options{})
	if err != nil {
		return err
	}
	if err := c.Warm(); err != nil {
		return err
	}
	b := beginning{Loading: used() - before}
	var took []time.Duration
	for range 30 {
		before := used()
		if _, err := c.Annotate(ctx, article); err != nil {
			return err
		}
		took = append(took, used()-before)
	}
	b.First = took[0]
	slices.Sort(took)
	b.Later = took[len(took)/2]
	return json.NewEncoder(os.Stdout).Encode(b)
}

// used is the processor time of this process.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
