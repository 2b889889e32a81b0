//go:build unix

// Bench measures the command on made dumps: what each verb does in a second of
// processor time, which other jobs on the machine disturb less than the clock.
//
//	go run ./corpus/synth/bench -claimwire bin/claimwire -articles 1000,10000
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/corpus/synth"
)

var (
	command  = flag.String("claimwire", "bin/claimwire", "the command")
	sizes    = flag.String("articles", "1000", "sizes of the dumps, with commas between")
	words    = flag.Int("words", 650, "words a story, about")
	per      = flag.Int("per", 100, "stories a shard; two shards in five are WARC files")
	golden   = flag.String("golden", "golden", "folder of the golden files")
	postgres = flag.String("postgres", "", "URL of an empty database, to measure loading")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := bench(); err != nil {
		log.Fatal("bench: ", err)
	}
}

func bench() error {
	m, err := synth.New(*golden)
	if err != nil {
		return err
	}
	m.Words = *words
	fmt.Printf("%d processors, load %s\n", runtime.NumCPU(), load())
	fmt.Printf("%-22s %9s %10s %12s %8s %9s %8s\n", "", "articles", "CPU s", "articles/CPUs", "words/CPUs", "MB/CPUs", "peak MB")
	for size := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		if err := one(m, n); err != nil {
			return err
		}
	}
	return nil
}

// one measures all verbs on one dump.
func one(m *synth.Maker, n int) error {
	dir, err := os.MkdirTemp("", "claimwire-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	d := &dump{dir: filepath.Join(dir, "dump"), articles: n}
	if err := d.write(m); err != nil {
		return err
	}
	out := func(name string) string { return filepath.Join(dir, name) }
	runs := []struct {
		name string
		args []string
	}{
		{"clean", []string{"clean", d.dir, "-o", out("clean.jsonl"), "--workers", "1"}},
		{"annotate", []string{"annotate", "--layers", "claims", d.dir, "-o", out("annotate.jsonl"), "--workers", "1"}},
		{"run, 1 worker", []string{"run", d.dir, "-o", out("run1"), "--workers", "1"}},
		{"run, 2 workers", []string{"run", d.dir, "-o", out("run2"), "--workers", "2"}},
		{"run, to Parquet", []string{"run", d.dir, "-o", out("parquet"), "--to", "parquet", "--workers", "1"}},
		{"run, nothing to do", []string{"run", d.dir, "-o", out("run2"), "--workers", "2"}},
	}
	for _, r := range runs {
		if err := d.measure(r.name, r.args); err != nil {
			return err
		}
	}
	slice := func(i string) []string {
		return []string{"run", d.dir, "-o", out("slice" + i), "--workers", "1", "--shard", i + "/2"}
	}
	if err := d.measure("run, 2 processes", slice("0"), slice("1")); err != nil {
		return err
	}
	loads := []struct{ name, db string }{{"load, Parquet", out("c.parquet")}, {"load, SQLite", out("c.db")}}
	if *postgres != "" {
		loads = append(loads, struct{ name, db string }{"load, PostgreSQL", *postgres})
	}
	claims := 0
	done, err := batch.Finished(out("run1"))
	if err != nil {
		return err
	}
	for _, a := range done {
		claims += a.Claims
	}
	for _, l := range loads {
		c := exec.Command(*command, "load", out("run1"), "--db", l.db)
		began := time.Now()
		if msg, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", l.name, err, msg)
		}
		wall, cpu := time.Since(began), c.ProcessState.UserTime()+c.ProcessState.SystemTime()
		fmt.Printf("%-22s %9d claims %7.0f claims/s by the clock, %7.0f by processor time\n", l.name, claims, float64(claims)/wall.Seconds(), float64(claims)/cpu.Seconds())
	}
	return nil
}

// A dump is a folder of stories.
type dump struct {
	dir      string
	articles int
	words    int
	bytes    int64
}

func (d *dump) write(m *synth.Maker) error {
	if err := os.MkdirAll(d.dir, 0o755); err != nil {
		return err
	}
	for i, first := 0, 0; first < d.articles; i, first = i+1, first+*per {
		end := min(first+*per, d.articles)
		name, write := fmt.Sprintf("dump-%05d.jsonl", i), m.WriteJSONL
		if i%5 >= 3 {
			name, write = fmt.Sprintf("dump-%05d.warc.gz", i), m.WriteWARC
		}
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		if err := write(w, first, end); err != nil {
			return err
		}
		w.Flush()
		if err := os.WriteFile(filepath.Join(d.dir, name), b.Bytes(), 0o644); err != nil {
			return err
		}
		d.bytes += int64(b.Len())
	}
	for n := range d.articles {
		d.words += len(strings.Fields(m.Article(n).Text))
	}
	return nil
}

// measure runs commands at the same time. The peak is that of the largest.
func (d *dump) measure(name string, all ...[]string) error {
	began := time.Now()
	var running []*exec.Cmd
	for _, args := range all {
		c := exec.Command(*command, append(args, "--quiet")...)
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		running = append(running, c)
	}
	cpu, peak := 0.0, 0.0
	for _, c := range running {
		if err := c.Wait(); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		cpu += (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
		peak = max(peak, float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024) // kB on Linux
	}
	wall := time.Since(began)
	fmt.Printf("%-22s %9d %10.2f %12.0f %10.0f %9.2f %8.0f   %.1f s by the clock\n",
		name, d.articles, cpu, float64(d.articles)/cpu, float64(d.words)/cpu, float64(d.bytes)/1e6/cpu, peak, wall.Seconds())
	return nil
}

func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	f := strings.Fields(string(data))
	return strings.Join(f[:3], " ")
}
