//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"time"
)

// A cost is what a pass over the dump took.
type cost struct{ cpu, wall time.Duration }

// streams sends the dump through the server and through the command, in turn.
func streams(d *dump) error {
	s, err := start()
	if err != nil {
		return err
	}
	startup, err := d.command(d.lines[:1]) // what the command pays before its first article
	if err != nil {
		return err
	}
	var ours, theirs []cost
	for range *rounds {
		a, err := s.stream(d)
		if err != nil {
			return err
		}
		b, err := d.command(d.lines)
		if err != nil {
			return err
		}
		ours, theirs = append(ours, a), append(theirs, cost{b.cpu - startup.cpu, b.wall - startup.wall})
	}
	fmt.Printf("stream     %-15s %8s %8s\n", "", "server", "command")
	row := func(name, unit string, of func(cost) time.Duration) {
		a, b := median(ours, of).Seconds(), median(theirs, of).Seconds()
		n := float64(len(d.lines))
		fmt.Printf("           %-15s %8.2f %8.2f %s: %.1f %% of the command's throughput\n", name, 1000*a/n, 1000*b/n, unit, 100*b/a)
	}
	row("processor time", "ms/article", func(c cost) time.Duration { return c.cpu })
	row("clock", "ms/article", func(c cost) time.Duration { return c.wall })
	fmt.Printf("           medians of %d rounds in turn; the command's start (%d ms) is not counted; answers identical to the command's, byte for byte\n", *rounds, startup.cpu.Milliseconds())
	return s.end()
}

func median(all []cost, of func(cost) time.Duration) time.Duration {
	var list []time.Duration
	for _, c := range all {
		list = append(list, of(c))
	}
	slices.Sort(list)
	return list[len(list)/2]
}

// stream posts the whole dump as one stream.
func (s *server) stream(d *dump) (c cost, err error) {
	before, err := s.used()
	if err != nil {
		return c, err
	}
	began := time.Now()
	r, err := http.Post(s.url+"/v1/extract", "application/x-ndjson", bytes.NewReader(d.all))
	if err != nil {
		return c, err
	}
	defer r.Body.Close()
	got := bytes.NewBuffer(make([]byte, 0, len(d.whole)+bytes.MinRead))
	if _, err := io.Copy(got, r.Body); err != nil {
		return c, err
	}
	c.wall = time.Since(began)
	after, err := s.used()
	if err != nil {
		return c, err
	}
	c.cpu = after - before
	if !bytes.Equal(got.Bytes(), d.whole) {
		return c, errors.New("the answer is not what the command gives")
	}
	return c, nil
}

// command runs the command on some lines, from a pipe to a file.
func (d *dump) command(lines [][]byte) (c cost, err error) {
	out, err := os.Create(d.dir + "/out.jsonl")
	if err != nil {
		return c, err
	}
	defer out.Close()
	run := exec.Command(*command, "extract", "-q", "--from", "jsonl", "-")
	run.Stdin, run.Stdout = bytes.NewReader(bytes.Join(lines, nil)), out
	began := time.Now()
	if err := run.Run(); err != nil {
		return c, err
	}
	return cost{run.ProcessState.UserTime() + run.ProcessState.SystemTime(), time.Since(began)}, nil
}
