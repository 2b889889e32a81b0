//go:build linux

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"time"
)

// stopped sends SIGTERM under full load. Every post that the server took must be answered
// wholly, and every stream must hold the records of its first articles and, after them,
// a record that says it was cut.
func stopped(d *dump) error {
	s, err := start("--drain", "500ms", "--grace", "1s")
	if err != nil {
		return err
	}
	var mu sync.Mutex
	var answered, refused, cut, lines int
	var wrong []error
	var all sync.WaitGroup
	for k := range 20 {
		all.Go(func() {
			for i := k; ; i++ {
				err := s.post(d, i)
				mu.Lock()
				switch {
				case err == nil:
					answered++
				case refusedConnection(err):
					refused++
				default:
					wrong = append(wrong, err)
				}
				mu.Unlock()
				if err != nil {
					return
				}
			}
		})
	}
	for range 4 {
		all.Go(func() {
			n, err := s.cutStream(d)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				wrong = append(wrong, err)
				return
			}
			cut++
			lines += n
		})
	}
	time.Sleep(3 * time.Second)
	s.cmd.Process.Signal(syscall.SIGTERM)
	all.Wait()
	if err := s.cmd.Wait(); err != nil {
		return fmt.Errorf("the server: %w\n%s", err, s.log.String())
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%d lost, one of them: %w", len(wrong), wrong[0])
	}
	if refused != 20 || cut != 4 {
		return fmt.Errorf("%d posters and %d streams came to the end, of 20 and 4", refused, cut)
	}
	fmt.Printf("stop       SIGTERM under load: %d posts answered wholly, none lost; %d streams cut after %d articles with a record that says so\n", answered, cut, lines)
	return nil
}

// refusedConnection is the error of a post that no server took.
func refusedConnection(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// cutStream sends the dump over and over, and says after how many articles it was cut.
func (s *server) cutStream(d *dump) (int, error) {
	in, out := io.Pipe()
	go func() {
		for {
			if _, err := out.Write(d.all); err != nil {
				return
			}
		}
	}()
	defer in.Close()
	r, err := http.Post(s.url+"/v1/extract", "application/x-ndjson", in)
	if err != nil {
		return 0, err
	}
	defer r.Body.Close()
	answer := bufio.NewReader(r.Body)
	for n := 0; ; n++ {
		for want := range bytes.Lines(d.want[n%len(d.want)]) {
			got, err := answer.ReadString('\n')
			switch {
			case err != nil:
				return n, fmt.Errorf("a stream broke off after %d articles: %w", n, err)
			case strings.Contains(got, "the server is stopping"):
				return n, nil
			case got != string(want):
				return n, fmt.Errorf("article %d of a stream: %.200s", n, got)
			}
		}
	}
}
