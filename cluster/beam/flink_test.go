//go:build linux

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// jars is the folder that flink/fetch has filled.
func jars(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("CLAIMWIRE_FLINK")
	if dir == "" {
		t.Skip("CLAIMWIRE_FLINK names no folder of flink/fetch: make test-flink sets it")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// A process is a Java program of the test's own.
type process struct {
	name string
	cmd  *exec.Cmd
	log  string
}

func (p *process) kill() {
	if p.cmd.Process != nil {
		syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL) // only its own group: workers must end by themselves
		p.cmd.Wait()
	}
}

// java starts a main class; its output goes to a file that a failed test shows.
func java(t *testing.T, name, classpath string, args ...string) *process {
	t.Helper()
	p := &process{name: name, log: filepath.Join(t.TempDir(), name+".log")}
	f, err := os.Create(p.log)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p.cmd = exec.Command("java", append([]string{
		"--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.net=ALL-UNNAMED",
		"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED", "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
		"-Djava.io.tmpdir=" + t.TempDir(), // it unpacks jars there, and a killed one leaves them
		"-cp", classpath + "/*",
	}, args...)...)
	p.cmd.Stdout, p.cmd.Stderr = f, f
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			data, _ := os.ReadFile(p.log)
			t.Logf("%s says at last:\n%s", name, data[max(0, len(data)-6000):])
		}
	})
	return p
}

// lowest and highest are below the ports that the kernel gives to connections by itself
// (net.ipv4.ip_local_port_range, 32768 and up): between a look at a port of that range and
// the listening of a Java that needs seconds to start, any connection of the cluster may
// have taken it.
const lowest, highest = 20000, 32000

// nextPort is different in each process, so that two runs side by side seldom ask for the same.
var nextPort = lowest + os.Getpid()*16%(highest-lowest)

// freePort is a port that nothing listens on, another at each call.
func freePort(t *testing.T) int {
	t.Helper()
	for range highest - lowest {
		port := nextPort
		nextPort = lowest + (port+1-lowest)%(highest-lowest)
		if l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			l.Close()
			return port
		}
	}
	t.Fatalf("no free port from %d to %d", lowest, highest)
	return 0
}

// waitFor asks until it is so.
func waitFor(t *testing.T, what string, limit time.Duration, ask func() bool) {
	t.Helper()
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if ask() {
			return
		}
	}
	t.Fatalf("not within %v: %s", limit, what)
}

// jobServer starts Beam's job server before a Flink cluster, or with one inside it.
func jobServer(t *testing.T, master string) (endpoint string) {
	t.Helper()
	port := freePort(t)
	java(t, "jobserver", filepath.Join(jars(t), "jobserver"), "org.apache.beam.runners.flink.FlinkJobServerDriver", "--flink-master", master,
		"--job-host", "localhost", "--job-port", strconv.Itoa(port), "--artifact-port", "0", "--expansion-port", "-1", "--artifacts-dir", t.TempDir())
	endpoint = fmt.Sprintf("localhost:%d", port)
	waitFor(t, "the job server listens", 2*time.Minute, func() bool {
		c, err := net.Dial("tcp", endpoint)
		if err == nil {
			c.Close()
		}
		return err == nil
	})
	return endpoint
}

// TestFlinkEmbedded runs on the cluster inside the job server, with the submitting
// process as the worker.
func TestFlinkEmbedded(t *testing.T) {
	jars(t)
	in, dir := dump(t, 6, 20), t.TempDir()
	want := pool(t, in, filepath.Join(dir, "pool"))
	endpoint := jobServer(t, "[local]")
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Minute)
	defer stop()
	out := filepath.Join(dir, "flink")
	c := exec.CommandContext(ctx, binary(t), "-runner", "universal", "-endpoint", endpoint, "-environment_type", "LOOPBACK", "-parallelism", "2", "-in", in, "-out", out)
	if msg, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	same(t, "Flink, embedded", want, tree(t, out), false)
}

// A flink is a cluster of one JobManager and some TaskManagers.
type flink struct {
	t            *testing.T
	conf, lib    string
	rest         int
	taskManagers []*process
}

func startFlink(t *testing.T) *flink {
	t.Helper()
	f := &flink{t: t, conf: t.TempDir(), lib: filepath.Join(jars(t), "cluster"), rest: freePort(t)}
	config := fmt.Sprintf(`jobmanager.rpc.address: localhost
jobmanager.rpc.port: %d
jobmanager.memory.process.size: 1g
rest.port: %d
rest.bind-address: localhost
blob.server.port: %d
taskmanager.host: localhost
taskmanager.memory.process.size: 1200m
taskmanager.numberOfTaskSlots: 1
parallelism.default: 2
restart-strategy.type: fixed-delay
restart-strategy.fixed-delay.attempts: 10
restart-strategy.fixed-delay.delay: 2s
heartbeat.timeout: 10000
heartbeat.interval: 2000
`, freePort(t), f.rest, freePort(t))
	if err := os.WriteFile(filepath.Join(f.conf, "config.yaml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	java(t, "jobmanager", f.lib, "-Xmx600m", "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", "--configDir", f.conf)
	f.addTaskManager()
	f.addTaskManager()
	waitFor(t, "two TaskManagers are registered", 3*time.Minute, func() bool {
		var o struct {
			TaskManagers int    `json:"taskmanagers"`
			Version      string `json:"flink-version"`
		}
		return f.get("/overview", &o) == nil && o.TaskManagers == 2 && o.Version != ""
	})
	return f
}

func (f *flink) addTaskManager() {
	args := []string{
		"-Xmx500m", "-XX:MaxDirectMemorySize=300m", "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "--configDir", f.conf,
		"-Dtaskmanager.resource-id=tm" + strconv.Itoa(len(f.taskManagers)), "-Dtaskmanager.cpu.cores=1",
	}
	// What Flink's start scripts would work out of the size of the process.
	for name, size := range map[string]string{
		"task.heap.size": "256m", "task.off-heap.size": "64m", "network.min": "64m", "network.max": "64m", "managed.size": "128m", "framework.heap.size": "128m",
		"framework.off-heap.size": "128m", "jvm-metaspace.size": "256m", "jvm-overhead.min": "192m", "jvm-overhead.max": "192m",
	} {
		args = append(args, "-Dtaskmanager.memory."+name+"="+size)
	}
	f.taskManagers = append(f.taskManagers, java(f.t, "taskmanager"+strconv.Itoa(len(f.taskManagers)), f.lib, args...))
}

func (f *flink) get(path string, v any) error {
	res, err := http.Get(fmt.Sprintf("http://localhost:%d%s", f.rest, path))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, v)
}

// job is the id of the job that is not ended, "" if there is none.
func (f *flink) job() string {
	var o struct {
		Jobs []struct{ Jid, State string }
	}
	if f.get("/jobs/overview", &o) != nil {
		return ""
	}
	for _, j := range o.Jobs {
		if j.State == "RUNNING" || j.State == "RESTARTING" || j.State == "CREATED" {
			return j.Jid
		}
	}
	return ""
}

// failures counts those that Flink has noted of a job.
func (f *flink) failures(job string) int {
	var o struct {
		ExceptionHistory struct {
			Entries []struct{ Stacktrace string }
		}
	}
	if f.get("/jobs/"+job+"/exceptions?maxExceptions=100", &o) != nil {
		return -1
	}
	return len(o.ExceptionHistory.Entries)
}

// workers are the processes of the binary that the engine has started.
func workers(t *testing.T) (pids []int) {
	t.Helper()
	own := binary(t)
	all, _ := filepath.Glob("/proc/[0-9]*/exe")
	for _, exe := range all {
		path, err := os.Readlink(exe)
		if err != nil || path != own {
			continue
		}
		line, _ := os.ReadFile(filepath.Join(filepath.Dir(exe), "cmdline"))
		if strings.Contains(string(line), "--id=") {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(exe)))
			pids = append(pids, pid)
		}
	}
	return pids
}

func accountsIn(out string) int {
	done, _ := filepath.Glob(filepath.Join(out, "accounts", "*.json"))
	return len(done)
}

// submitTo starts the driver with PROCESS workers: the binary itself.
func submitTo(t *testing.T, endpoint, in, out string) *exec.Cmd {
	t.Helper()
	c := exec.Command(binary(t), "-runner", "universal", "-endpoint", endpoint, "-environment_type", "PROCESS",
		"-environment_config", fmt.Sprintf(`{"command":%q}`, binary(t)), "-worker_binary", "/dev/null", "-parallelism", "2", "-in", in, "-out", out)
	log, err := os.Create(filepath.Join(t.TempDir(), "driver.log"))
	if err != nil {
		t.Fatal(err)
	}
	c.Stdout, c.Stderr = log, log
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill()
		if t.Failed() {
			data, _ := os.ReadFile(log.Name())
			t.Logf("the driver says:\n%s", data[max(0, len(data)-3000):])
		}
	})
	return c
}

// TestFlinkCluster runs on a cluster of its own, kills a TaskManager in mid-shard,
// then a worker, and wants the bytes of an undisturbed run.
func TestFlinkCluster(t *testing.T) {
	jars(t)
	in, dir := dump(t, 20, 150), t.TempDir() // so many that shards are left to do when the worker is killed
	want := pool(t, in, filepath.Join(dir, "pool"))
	f := startFlink(t)
	endpoint := jobServer(t, fmt.Sprintf("localhost:%d", f.rest))
	out := filepath.Join(dir, "flink")
	driver := submitTo(t, endpoint, in, out)

	waitFor(t, "two shards are done and a worker is at work", 5*time.Minute, func() bool { return accountsIn(out) >= 2 && len(workers(t)) > 0 })
	job := f.job()
	if n := f.failures(job); job == "" || n != 0 {
		t.Fatalf("job %q has %d failures before any", job, n)
	}
	before := workers(t)
	f.taskManagers[0].kill()
	f.addTaskManager()
	waitFor(t, "Flink notes that a TaskManager is gone", 2*time.Minute, func() bool { return f.failures(job) >= 1 })
	var at []int // the workers that came since: those of the dead TaskManager may live on for some seconds
	waitFor(t, "another shard is done after that", 5*time.Minute, func() bool {
		at = slices.DeleteFunc(workers(t), func(pid int) bool { return slices.Contains(before, pid) })
		return accountsIn(out) >= 4 && len(at) > 0
	})
	noted := f.failures(job)
	killed := at[0]
	if err := syscall.Kill(killed, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "Flink notes that a worker is gone", 2*time.Minute, func() bool { return f.failures(job) > noted })

	if err := driver.Wait(); err != nil {
		t.Fatalf("driver: %v", err)
	}
	got := tree(t, out)
	same(t, "Flink, killed twice", want, got, true)
	half := 0
	for name := range got {
		if strings.Contains(name, ".unfinished-") {
			half++
		}
	}
	t.Logf("workers at the first kill %v, worker %d killed later, %d failures noted by Flink, %d half-written files left", before, killed, f.failures(job), half)
	// The next start sweeps what killed workers left.
	same(t, "next start", want, pool(t, in, out), false)
	// No worker outlives its engine by more than five seconds.
	for _, tm := range f.taskManagers {
		tm.kill()
	}
	time.Sleep(5 * time.Second)
	if left := workers(t); len(left) > 0 {
		t.Errorf("workers %v go on after their engine is gone", left)
	}
}

// TestFlinkCancelled holds that a job which somebody cancels is no success, though
// Beam's SDK reports none of it, and that a later run completes it.
func TestFlinkCancelled(t *testing.T) {
	jars(t)
	in, dir := dump(t, 8, 100), t.TempDir()
	f := startFlink(t)
	endpoint := jobServer(t, fmt.Sprintf("localhost:%d", f.rest))
	out := filepath.Join(dir, "flink")
	driver := submitTo(t, endpoint, in, out)
	waitFor(t, "a shard is done", 5*time.Minute, func() bool { return accountsIn(out) >= 1 && f.job() != "" })
	req, err := http.NewRequest(http.MethodPatch, fmt.Sprintf("http://localhost:%d/jobs/%s?mode=cancel", f.rest, f.job()), nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if err := driver.Wait(); err == nil {
		t.Error("a cancelled job ends with exit code 0")
	}
	want := pool(t, in, filepath.Join(dir, "pool"))
	driver = submitTo(t, endpoint, in, out)
	if err := driver.Wait(); err != nil {
		t.Fatalf("the run after it: %v", err)
	}
	same(t, "the run after a cancelled one", want, tree(t, out), false)
}
