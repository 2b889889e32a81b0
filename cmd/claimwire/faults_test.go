//go:build linux

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/corpus/synth"
)

// dump writes shards files of stories, every other a WARC.
func dump(t *testing.T, shards, per, words int) string {
	t.Helper()
	m, err := synth.New("../../golden")
	if err != nil {
		t.Fatal(err)
	}
	m.Words = words
	dir := t.TempDir()
	for i := range shards {
		var b bytes.Buffer
		name, write := fmt.Sprintf("s%03d.jsonl", i), m.WriteJSONL
		if i%2 == 1 {
			name, write = fmt.Sprintf("s%03d.warc.gz", i), m.WriteWARC
		}
		if err := write(&b, i*per, (i+1)*per); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old := time.Now().Add(-time.Hour)
	paths, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, p := range paths {
		if err := os.Chtimes(p, old, old); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func command(args ...string) *exec.Cmd {
	c := exec.Command("claimwire", args...)
	c.Env = append(os.Environ(), "GOMAXPROCS=2")
	return c
}

// finish runs to the end.
func finish(t *testing.T, in, out string) {
	t.Helper()
	if msg, err := command("run", in, "-o", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	data, err := os.ReadFile(filepath.Join(out, "account.json"))
	if err != nil {
		t.Fatal(err)
	}
	var a batch.Account
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	if err := a.Check(); err != nil || a.Done != a.Shards {
		t.Errorf("account %+v: %v", a, err)
	}
}

// tree is the hash of every file of a folder but for locks.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".lock") {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(folder, path)
		all[rel] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sameTree(t *testing.T, want, got map[string]string) {
	t.Helper()
	for name := range want {
		if want[name] != got[name] {
			t.Errorf("%s differs or is missing", name)
		}
	}
	for name := range got {
		if want[name] == "" {
			t.Errorf("%s is too much", name)
		}
	}
}

// TestKilled kills one run thirty times at random. What the last run leaves is what
// an undisturbed run leaves, byte for byte.
func TestKilled(t *testing.T) {
	in := dump(t, 30, 30, 300)
	calm, out := filepath.Join(t.TempDir(), "calm"), filepath.Join(t.TempDir(), "out")
	finish(t, in, calm)
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	const kills = 30
	done, half := 0, 0
	for range kills {
		c := command("run", in, "-o", out)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.IntN(1200)) * time.Millisecond)
		c.Process.Kill()
		err := c.Wait()
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signaled() {
			done++
		} else if accounts, _ := filepath.Glob(filepath.Join(out, "accounts", "*")); len(accounts) == 30 {
			for _, a := range accounts[:20] { // it was through: give the next something to do
				os.Remove(a)
			}
		}
		left, _ := filepath.Glob(filepath.Join(out, "claims", ".*"))
		half += len(left)
	}
	if done < kills/2 || half == 0 {
		t.Errorf("%d of %d runs were killed at work, %d half-written files seen: the test shows little", done, kills, half)
	}
	finish(t, in, out)
	sameTree(t, tree(t, calm), tree(t, out))
	t.Logf("%d kills, %d half-written files seen on the way", done, half)
}

// TestSignals stops a run as people and schedulers do: what is in hand is dropped
// whole, and the exit code says which signal it was.
func TestSignals(t *testing.T) {
	in := dump(t, 4, 60, 300)
	calm := filepath.Join(t.TempDir(), "calm")
	finish(t, in, calm)
	for _, s := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 143}} {
		out := filepath.Join(t.TempDir(), "out")
		c := command("run", in, "-o", out)
		var log bytes.Buffer
		c.Stderr = &log
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		for range 3000 {
			if left, _ := filepath.Glob(filepath.Join(out, "claims", "*")); len(left) > 0 {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		c.Process.Signal(s.signal)
		began := time.Now()
		c.Wait()
		if c.ProcessState.ExitCode() != s.code || time.Since(began) > time.Minute {
			t.Errorf("%v: exit code %d after %v\n%s", s.signal, c.ProcessState.ExitCode(), time.Since(began), log.String())
		}
		for name := range tree(t, out) {
			if strings.Contains(name, "unfinished") {
				t.Errorf("%v leaves %s", s.signal, name)
			}
		}
		finish(t, in, out)
		sameTree(t, tree(t, calm), tree(t, out))
	}
}

// TestDiskFull runs into a small file system. The shards that were done stay, no
// half file stands among them, and with room the run goes on.
func TestDiskFull(t *testing.T) {
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here (that takes root): %s", out)
	}
	t.Cleanup(func() { exec.Command("umount", disk).Run() })
	in := dump(t, 8, 10, 300)
	calm, out := filepath.Join(t.TempDir(), "calm"), filepath.Join(disk, "out")
	finish(t, in, calm)
	c := command("run", in, "-o", out)
	msg, err := c.CombinedOutput()
	if err == nil || !strings.Contains(string(msg), "no space left on device") || c.ProcessState.ExitCode() != 3 {
		t.Fatalf("a full disk: exit code %d\n%s", c.ProcessState.ExitCode(), msg)
	}
	if n := strings.Count(string(msg), "no space left"); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, msg)
	}
	want := tree(t, calm)
	got := tree(t, out)
	for name, sum := range got {
		if strings.HasPrefix(name, "accounts") && want[name] != sum {
			t.Errorf("%s is not what it should be", name)
		}
		if strings.Contains(name, "unfinished") {
			t.Errorf("%s takes the room", name)
		}
	}
	if len(got) >= len(want) {
		t.Error("everything found room: the disk was not full")
	}
	if out, err := exec.Command("mount", "-o", "remount,size=20m", disk).CombinedOutput(); err != nil {
		t.Fatalf("%s", out)
	}
	finish(t, in, out)
	sameTree(t, want, tree(t, out))
}

// TestNotWritable holds for root too: a file stands where the folder should be.
func TestNotWritable(t *testing.T) {
	in := dump(t, 1, 1, 50)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{file, filepath.Join(file, "out"), "/proc/claimwire"} {
		c := command("run", in, "-o", out)
		msg, _ := c.CombinedOutput()
		if c.ProcessState.ExitCode() != 3 || strings.Count(strings.TrimSpace(string(msg)), "\n") > 0 || !strings.Contains(string(msg), filepath.Dir(out)) {
			t.Errorf("%s: exit code %d\n%s", out, c.ProcessState.ExitCode(), msg)
		}
	}
}
