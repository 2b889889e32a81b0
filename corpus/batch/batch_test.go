package batch_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/corpus/synth"
	"github.com/claimwire/claimwire/pipeline"
)

// dump writes shards files of per short stories each, JSON Lines and WARC by turns.
func dump(t testing.TB, shards, per int) string {
	t.Helper()
	m, err := synth.New("../../golden")
	if err != nil {
		t.Fatal(err)
	}
	m.Words = 60
	dir := t.TempDir()
	for i := range shards {
		name, write := fmt.Sprintf("s%02d.jsonl", i), m.WriteJSONL
		if i%2 == 1 {
			name, write = fmt.Sprintf("s%02d.warc.gz", i), m.WriteWARC
		}
		var b bytes.Buffer
		if err := write(&b, i*per, (i+1)*per); err != nil {
			t.Fatal(err)
		}
		save(t, filepath.Join(dir, name), b.Bytes())
	}
	return dir
}

func save(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour) // so that a run may believe the time
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
}

func run(t testing.TB, b *batch.Batch) *batch.Account {
	t.Helper()
	a, err := b.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Check(); err != nil {
		t.Error(err)
	}
	return a
}

// results is the hash of every file of a run but for locks.
func results(t testing.TB, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".lock") {
			return err
		}
		data, err := os.ReadFile(path)
		sum := sha256.Sum256(data)
		rel, _ := filepath.Rel(folder, path)
		all[rel] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func same(t testing.TB, what string, want, got map[string]string) {
	t.Helper()
	for name, sum := range want {
		if got[name] != sum {
			t.Errorf("%s: %s differs or is missing", what, name)
		}
	}
	for name := range got {
		if want[name] == "" {
			t.Errorf("%s: %s is too much", what, name)
		}
	}
}

// claimsOf is all claim lines of a run in the order of the inputs.
func claimsOf(t testing.TB, folder string) string {
	t.Helper()
	var all strings.Builder
	done, err := batch.Finished(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range done {
		err := batch.Lines(filepath.Join(folder, d.Output.Name), func(line []byte) error { all.Write(line); return nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// A run gives the lines of a plain loop over the same inputs, in the same order,
// whatever the number of workers, and the second run does nothing.
func TestRun(t *testing.T) {
	in := dump(t, 6, 8)
	var plain strings.Builder
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	e := json.NewEncoder(&plain)
	e.SetEscapeHTML(false)
	for d, err := range p.Run(context.Background(), corpus.Open(context.Background(), []string{in}, corpus.Options{})) {
		if err != nil {
			t.Fatal(err)
		}
		encodePlain(t, e, d)
	}
	var first map[string]string
	for _, workers := range []int{1, 3} {
		out := filepath.Join(t.TempDir(), "out")
		b := &batch.Batch{Inputs: []string{in}, Out: out, Workers: workers}
		a := run(t, b)
		if a.Articles != 48+3 || a.Skipped["no page: warcinfo"] != 3 || a.Done != 6 || a.Failed != 0 || a.Claims == 0 {
			t.Fatalf("%d workers: account %+v", workers, a)
		}
		if got := claimsOf(t, out); got != plain.String() {
			t.Fatalf("%d workers: %d bytes of claims, a plain loop gives %d", workers, len(got), plain.Len())
		}
		if first == nil {
			first = results(t, out)
		}
		same(t, fmt.Sprint(workers, " workers"), first, results(t, out))
		again := &batch.Batch{Inputs: []string{in}, Out: out, Progress: &batch.Progress{}}
		run(t, again)
		if n := again.Progress.Articles.Load(); n != 0 {
			t.Errorf("a second run read %d articles", n)
		}
		same(t, "second run", first, results(t, out))
	}
}

func TestSlicesEqualTheWhole(t *testing.T) {
	in := dump(t, 7, 4)
	whole, parts := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "parts")
	run(t, &batch.Batch{Inputs: []string{in}, Out: whole})
	for i := range 3 {
		run(t, &batch.Batch{Inputs: []string{in}, Out: parts, Slice: i, Slices: 3})
		_, err := os.Stat(filepath.Join(parts, "account.json"))
		if last := i == 2; last != (err == nil) {
			t.Errorf("after slice %d: account.json: %v", i, err)
		}
	}
	same(t, "three slices", results(t, whole), results(t, parts))
}

// A large file of lines is cut, and its articles keep their ids and their order.
func TestCutLines(t *testing.T) {
	m, err := synth.New("../../golden")
	if err != nil {
		t.Fatal(err)
	}
	m.Words = 60
	var b bytes.Buffer
	if err := m.WriteJSONL(&b, 0, 20); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(b.String(), `"id":`, `"was":`) // ids then come from file and line
	path := filepath.Join(t.TempDir(), "all.jsonl")
	save(t, path, []byte(strings.TrimSuffix(text, "\n")))
	whole, parts := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "parts")
	run(t, &batch.Batch{Inputs: []string{path}, Out: whole, Config: batch.Config{ShardBytes: -1}})
	a := run(t, &batch.Batch{Inputs: []string{path}, Out: parts, Config: batch.Config{ShardBytes: 2000}})
	if a.Shards < 4 || a.Articles != 20 {
		t.Errorf("%d shards, %d articles", a.Shards, a.Articles)
	}
	if claimsOf(t, whole) != claimsOf(t, parts) {
		t.Error("a file in parts gives other claims")
	}
}

func TestChanges(t *testing.T) {
	in := dump(t, 4, 3)
	out := filepath.Join(t.TempDir(), "out")
	b := func() *batch.Batch {
		return &batch.Batch{Inputs: []string{in}, Out: out, Engine: "one", Progress: &batch.Progress{}}
	}
	run(t, b())
	before := results(t, out)
	other, err := os.ReadFile(filepath.Join(in, "s02.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(filepath.Join(in, "s00.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	articles := func(what string, b *batch.Batch, want int64) {
		t.Helper()
		run(t, b)
		if n := b.Progress.Articles.Load(); n != want {
			t.Errorf("%s: %d articles read, want %d", what, n, want)
		}
	}
	// changed contents
	save(t, filepath.Join(in, "s00.jsonl"), other)
	later := time.Now().Add(-time.Minute)
	os.Chtimes(filepath.Join(in, "s00.jsonl"), later, later)
	articles("an input changed", b(), 3)
	// back again, under a time that nobody has seen
	save(t, filepath.Join(in, "s00.jsonl"), old)
	articles("an input changed back", b(), 3)
	for name, sum := range results(t, out) {
		if strings.HasPrefix(name, "claims") && sum != before[name] {
			t.Errorf("changed back: %s differs", name)
		}
	}
	// a new time alone
	now := time.Now().Add(-2 * time.Minute)
	os.Chtimes(filepath.Join(in, "s00.jsonl"), now, now)
	articles("only touched", b(), 0)
	// gone, with and without prune, and back
	save(t, filepath.Join(in, "s00.jsonl"), old)
	os.Remove(filepath.Join(in, "s01.warc.gz"))
	articles("an input gone", b(), 0)
	if done, err := batch.Finished(out); err != nil || len(done) != 3 {
		t.Errorf("%d shards counted after one is gone, %v", len(done), err)
	}
	if _, err := os.Stat(filepath.Join(out, "claims", "s01.warc.gz.jsonl")); err != nil {
		t.Error("results of an input that is gone were removed unasked:", err)
	}
	prune := b()
	prune.Prune = true
	articles("prune", prune, 0)
	if _, err := os.Stat(filepath.Join(out, "claims", "s01.warc.gz.jsonl")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("prune has left the results of an input that is gone:", err)
	}
	// another engine, another configuration
	engine := b()
	engine.Engine = "two"
	articles("another engine", engine, 9)
	config := b()
	config.Engine, config.Published.Clock = "two", false
	config.MaxArticle = 1 << 20
	articles("another configuration", config, 9)
}

// An output that was damaged, or an account, or the manifest.
func TestDamage(t *testing.T) {
	in := dump(t, 3, 3)
	out := filepath.Join(t.TempDir(), "out")
	run(t, &batch.Batch{Inputs: []string{in}, Out: out})
	want := results(t, out)
	for _, name := range []string{"manifest.json", "accounts/s00.jsonl.json"} {
		path := filepath.Join(out, name)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		save(t, path, bytes.Replace(data, []byte(`s00.jsonl`), []byte(`s00.jsonX`), 1))
		_, err = (&batch.Batch{Inputs: []string{in}, Out: out}).Run(context.Background())
		var damaged *batch.DamagedError
		if !errors.As(err, &damaged) || !strings.Contains(err.Error(), "--rebuild") || damaged.Path != path {
			t.Errorf("%s changed by hand: %v", name, err)
		}
		run(t, &batch.Batch{Inputs: []string{in}, Out: out, Rebuild: true})
		same(t, name+" made anew", want, results(t, out))
	}
	// a byte of an output: only rebuild reads them all
	path := filepath.Join(out, "claims", "s02.jsonl.jsonl")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	save(t, path, data)
	run(t, &batch.Batch{Inputs: []string{in}, Out: out, Rebuild: true})
	same(t, "output made anew", want, results(t, out))
	// half an output, and one that is gone
	save(t, path, data[:len(data)/2])
	os.Remove(filepath.Join(out, "claims", "s00.jsonl.jsonl"))
	run(t, &batch.Batch{Inputs: []string{in}, Out: out})
	same(t, "missing outputs", want, results(t, out))
}

func TestTwoRunsAtOnce(t *testing.T) {
	in := dump(t, 2, 200)
	out := filepath.Join(t.TempDir(), "out")
	ctx, stop := context.WithCancel(context.Background())
	first := &batch.Batch{Inputs: []string{in}, Out: out, Progress: &batch.Progress{}}
	ended := make(chan error, 1)
	go func() { _, err := first.Run(ctx); ended <- err }()
	for first.Progress.Articles.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	_, err := (&batch.Batch{Inputs: []string{in}, Out: out}).Run(ctx)
	if err == nil || !strings.Contains(err.Error(), "another run works in this folder") {
		t.Errorf("second run: %v", err)
	}
	stop()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the first run ended with %v", err)
	}
	for name := range results(t, out) {
		if strings.Contains(name, ".unfinished-") {
			t.Errorf("a stopped run leaves %s", name)
		}
	}
}

func TestRefused(t *testing.T) {
	in := dump(t, 1, 1)
	file := filepath.Join(t.TempDir(), "file")
	save(t, file, []byte("x"))
	for _, c := range []struct {
		b    *batch.Batch
		want string
	}{
		{&batch.Batch{Inputs: []string{in}, Out: filepath.Join(in, "sub", "out")}, "lies in the input folder"},
		{&batch.Batch{Inputs: []string{in}, Out: in}, "lies in the input folder"},
		{&batch.Batch{Inputs: []string{in}, Out: filepath.Join(file, "out")}, "not a directory"},
		{&batch.Batch{Inputs: []string{in}, Out: t.TempDir(), Config: batch.Config{To: "xml"}}, "no output format"},
		{&batch.Batch{Inputs: []string{in}, Out: t.TempDir(), Slice: 3, Slices: 3}, "shard 3/3"},
		{&batch.Batch{Out: t.TempDir()}, "no inputs"},
	} {
		if _, err := c.b.Run(context.Background()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.b.Config, err, c.want)
		}
	}
}

// Inputs that are missing, empty, truncated or poisoned cost themselves alone.
func TestBadInputs(t *testing.T) {
	in := dump(t, 4, 4)
	warc := filepath.Join(in, "s01.warc.gz")
	data, err := os.ReadFile(warc)
	if err != nil {
		t.Fatal(err)
	}
	save(t, warc, data[:len(data)-300])
	save(t, filepath.Join(in, "empty.jsonl"), nil)
	poisoned := `{"id":"ok","text":"The mayor said that 12 roofs were gone."}` + "\n" + `{"id":"bad","text":7}` + "\n" +
		`{"id":"long","text":"` + strings.Repeat("The mayor said that it was over. ", 200) + `"}` + "\nrubbish\n" +
		`{"id":"end","text":"The council denied that 13 roofs were gone."}` + "\n"
	save(t, filepath.Join(in, "t.jsonl"), []byte(poisoned))
	out := filepath.Join(t.TempDir(), "out")
	b := &batch.Batch{Inputs: []string{in, filepath.Join(in, "none.jsonl")}, Out: out, Config: batch.Config{MaxArticle: 4000}}
	a, err := b.Run(context.Background())
	if !errors.Is(err, batch.ErrSomeFailed) {
		t.Fatal(err)
	}
	if err := a.Check(); err != nil {
		t.Error(err)
	}
	if a.FailedInputs != 1 || a.Failed != 4 || a.WithClaims+a.WithoutClaims != 12+3+2 || a.Skipped["no page: warcinfo"] != 2 {
		t.Errorf("account %+v", a)
	}
	if text := claimsOf(t, out); strings.Contains(text, "letter/1") || strings.Contains(text, `"error":`) {
		t.Error("an error stands among the claims")
	}
	var ids []string
	for _, l := range readLetters(t, filepath.Join(out, "errors", "t.jsonl.jsonl")) {
		ids = append(ids, l.ID+" "+l.Stage)
		if l.ID == "long" && (l.Article == nil || len(l.Article.Text) < 6000) {
			t.Error("the letter of a long article does not hold it")
		}
	}
	if len(ids) != 3 {
		t.Errorf("letters of %q", ids)
	}
	s, err := batch.ReadStatus(out)
	if err != nil || len(s.Missing) != 1 || len(s.Letters) != 2 || len(s.Changed) != 0 {
		t.Errorf("status %+v, %v", s, err)
	}

	// With a larger limit the long article gets its claims where they belong.
	retried, err := (&batch.Batch{Out: out}).Retry(context.Background(), 0, 0)
	if !errors.Is(err, batch.ErrSomeFailed) || retried.Failed != 3 || retried.Articles != a.Articles {
		t.Fatalf("retry: %+v, %v", retried, err)
	}
	whole := filepath.Join(t.TempDir(), "whole")
	if _, err := (&batch.Batch{Inputs: b.Inputs, Out: whole}).Run(context.Background()); !errors.Is(err, batch.ErrSomeFailed) {
		t.Fatal(err)
	}
	if claimsOf(t, whole) != claimsOf(t, out) {
		t.Error("a retry gives other claims than a run that had the larger limit")
	}
	letters := readLetters(t, filepath.Join(out, "errors", "t.jsonl.jsonl"))
	for i, l := range readLetters(t, filepath.Join(whole, "errors", "t.jsonl.jsonl")) {
		if letters[i].After != l.After || letters[i].ID != l.ID {
			t.Errorf("letter %d: %+v, a whole run has %+v", i, letters[i], l)
		}
	}
	// and a run with the first configuration believes it
	believe := &batch.Batch{Inputs: b.Inputs, Out: out, Config: b.Config, Progress: &batch.Progress{}}
	if _, err := believe.Run(context.Background()); !errors.Is(err, batch.ErrSomeFailed) || believe.Progress.Articles.Load() != 0 {
		t.Errorf("a run after a retry read %d articles, %v", believe.Progress.Articles.Load(), err)
	}
}

func readLetters(t testing.TB, path string) (all []batch.Letter) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for d := json.NewDecoder(f); ; {
		var l batch.Letter
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
}

// A limit on processor time ends the article that takes long, and no other.
func TestTimeout(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("The mayor said that the governor of the state had told the council that 12 roofs were gone. ", 3000)
	save(t, filepath.Join(dir, "a.jsonl"), []byte(`{"id":"short","text":"The mayor said that 12 roofs were gone."}`+"\n"+`{"id":"long","text":"`+long+`"}`+"\n"))
	out := filepath.Join(t.TempDir(), "out")
	run(t, &batch.Batch{Inputs: []string{dir}, Out: filepath.Join(t.TempDir(), "warm")})
	a, err := (&batch.Batch{Inputs: []string{dir}, Out: out, Config: batch.Config{Timeout: batch.Duration{Duration: 100 * time.Millisecond}}}).Run(context.Background())
	if !errors.Is(err, batch.ErrSomeFailed) || a.Failed != 1 || a.WithClaims != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
	if l := readLetters(t, filepath.Join(out, "errors", "a.jsonl.jsonl")); len(l) != 1 || l[0].ID != "long" || !strings.Contains(l[0].Error, "processor time") {
		t.Errorf("letters %+v", l)
	}
}

func TestFormats(t *testing.T) {
	in := dump(t, 3, 3)
	want := ""
	for _, to := range []string{"jsonl", "jsonl.gz", "jsonl.zst"} {
		out := filepath.Join(t.TempDir(), "out")
		run(t, &batch.Batch{Inputs: []string{in}, Out: out, Config: batch.Config{To: to}})
		files, _ := filepath.Glob(filepath.Join(out, "claims", "*."+to))
		sort.Strings(files)
		if len(files) != 3 {
			t.Errorf("%s: files %q", to, files)
		}
		got := claimsOf(t, out)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%s holds other lines than jsonl", to)
		}
	}
}
