//go:build unix

package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// within fails if f takes longer, by the clock of the wall, which other programs share: the
// limits tell a run that ends from one that hangs, on a machine under load too.
func within(t *testing.T, limit time.Duration, what string, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { f(); close(done) }()
	select {
	case <-done:
	case <-time.After(limit):
		t.Fatalf("%s: not after %v", what, limit)
	}
}

// Another program sends one line and waits for its answer before it sends the next.
func TestOneLineInOneLineOut(t *testing.T) {
	for _, args := range [][]string{{"annotate", "--layers", "claims"}, {"annotate", "--from", "jsonl"}, {"extract", "--empty"}, {"clean"}} {
		c := exec.Command("claimwire", append(args, "-")...)
		in, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewReader(out)
		for i := range 3 {
			id := fmt.Sprint("n", i)
			fmt.Fprintf(in, "{\"id\":%q,\"text\":\"It rained.\"}\n", id)
			within(t, time.Minute, strings.Join(args, " "), func() {
				line, err := lines.ReadString('\n')
				if err != nil || !strings.Contains(line, id) {
					t.Errorf("%q: %q, %v", args, line, err)
				}
			})
		}
		in.Close()
		if err := c.Wait(); err != nil {
			t.Errorf("%q: %v", args, err)
		}
	}
}

// A signal ends a run at once, also one that waits for its input, and the exit code says which it was.
func TestSignalAtAnIdleInput(t *testing.T) {
	for signal, want := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		c := exec.Command("claimwire", "extract", "--from", "jsonl", "-")
		in, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		var stderr bytes.Buffer
		c.Stderr = &stderr
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		io.WriteString(in, `{"id":"first","text":"The mayor said it rained."}`+"\n")
		if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.Contains(line, "it rained") {
			t.Fatalf("%q, %v", line, err)
		}
		c.Process.Signal(signal)
		within(t, time.Minute, signal.String(), func() { err = c.Wait() })
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != want {
			t.Errorf("%v: %v, want exit code %d", signal, err, want)
		}
		if !strings.Contains(stderr.String(), "stopped after 1 articles, the last of which is first") {
			t.Errorf("%v: %s", signal, stderr.String())
		}
	}
}

// A run that cannot end, as nobody takes what it writes, is killed by the second signal.
func TestSecondSignalKills(t *testing.T) {
	for range 10 { // a machine under load may stop taking input before nothing can be written
		if killedBySecond(t) {
			return
		}
	}
	t.Error("the first signal ended every run: the test shows nothing")
}

// killedBySecond is false if the first signal ended the run already.
func killedBySecond(t *testing.T) bool {
	t.Helper()
	c := exec.Command("claimwire", "extract", "--from", "jsonl", "-")
	stdin, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, stdout, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	c.Stdin, c.Stdout = stdin, stdout
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	stdin.Close()
	stdout.Close()
	for i := 0; err == nil; i++ { // until it takes no more
		if i > 100_000 {
			t.Fatal("it takes everything")
		}
		if err := in.SetWriteDeadline(time.Now().Add(2 * time.Second)); err != nil {
			t.Fatal(err)
		}
		_, err = fmt.Fprintf(in, "{\"id\":\"n%d\",\"text\":\"The mayor said that %d people had left. She denied that it rained.\"}\n", i, i)
	}
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	c.Process.Signal(syscall.SIGINT)
	select {
	case <-ended:
		return false
	case <-time.After(500 * time.Millisecond):
	}
	c.Process.Signal(syscall.SIGINT)
	within(t, time.Minute, "the second signal", func() { err = <-ended })
	if c.ProcessState == nil || c.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGINT {
		t.Errorf("the second signal: %v", err)
	}
	return true
}

// A run that was stopped goes on, and the result is that of a run that was not.
func TestResume(t *testing.T) {
	dir := t.TempDir()
	var lines strings.Builder
	for i := range 400 {
		fmt.Fprintf(&lines, "{\"id\":\"n%d\",\"text\":\"The mayor said %d people had left. She denied that it rained.\"}\n", i, i)
	}
	in := filepath.Join(dir, "in.jsonl")
	if err := os.WriteFile(in, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{"", ".gz"} {
		whole, out := filepath.Join(dir, "whole.jsonl"+ext), filepath.Join(dir, "out.jsonl"+ext)
		if msg, err := exec.Command("claimwire", "annotate", "-o", whole, in).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, msg)
		}
		stops := 0
		for try := range 50 {
			c := exec.Command("claimwire", "annotate", "--resume", "-o", out, in)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			if try < 3 {
				waitFor(filepath.Join(dir, ".out*"))
				time.Sleep(time.Duration(100*try) * time.Millisecond)
				c.Process.Signal(syscall.SIGTERM)
			}
			err := c.Wait()
			if err == nil {
				break
			}
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 143 {
				t.Fatal(err)
			}
			stops++
		}
		if got, want := unpacked(t, out), unpacked(t, whole); got != want {
			t.Errorf("%s after %d stops: %d bytes, want %d", ext, stops, len(got), len(want))
		}
		for _, left := range []string{out + partial, out + partial + ".json"} {
			if _, err := os.Stat(left); err == nil {
				t.Errorf("%s is left", left)
			}
		}
	}
}

// waitFor returns when a file of such a name is there: the run is on its way.
func waitFor(pattern string) {
	for range 2000 {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func unpacked(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(path, ".gz") {
		return string(data)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
