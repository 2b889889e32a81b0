package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/claimwire/claimwire/corpus/batch"
)

// runCmd runs dumps: each input file becomes one file of claims in a folder.
type runCmd struct {
	Inputs          []string      `arg:"" optional:"" name:"input" help:"Files, folders and globs."`
	Out             string        `short:"o" placeholder:"FOLDER" help:"The folder of the run. Running again goes on where a run was stopped."`
	InputsFrom      string        `placeholder:"FILE" help:"Read more inputs from FILE, a path a line; - is standard input."`
	To              string        `default:"jsonl" placeholder:"FORMAT" help:"Form of the claims: jsonl, jsonl.gz, jsonl.zst, parquet, or sqlite (jsonl.zst, and a database beside it)."`
	From            string        `default:"auto" placeholder:"FORMAT" help:"Format of the inputs."`
	Published       string        `placeholder:"DATE" help:"Publication date of articles that carry none."`
	Workers         int           `default:"0" help:"Articles worked on at once; 0 is one for each processor."`
	Shard           string        `placeholder:"I/N" help:"Do only every N-th shard from number I on, counted from 0: for the tasks of a cluster that share a folder."`
	MaxArticleBytes int64         `default:"0" placeholder:"BYTES" help:"A longer article is a dead letter; 0 is no limit but that of the format."`
	Timeout         time.Duration `default:"0" help:"An article that takes more processor time is a dead letter; 0 is no limit."`
	Duplicates      string        `enum:"keep,mark,drop" default:"keep" help:"Articles whose text came before in the run, exactly or nearly: keep, mark (list them in duplicates.jsonl), drop (and take out their records)."`
	ShardBytes      int64         `default:"268435456" placeholder:"BYTES" help:"Cut JSON Lines files that are longer into shards of about this size."`
	Rebuild         bool          `help:"Check every byte of earlier results, and make anew what is damaged, the manifest included."`
	ownWords        `embed:""`
	Prune           bool   `help:"Remove results of inputs that are no longer named."`
	Status          string `placeholder:"FOLDER" help:"Only say how far the run in FOLDER has come."`
	Retry           string `placeholder:"FOLDER" help:"Only try the dead letters of FOLDER again, with --timeout and --max-article-bytes as given now."`
}

// Validate refuses what no run can mean.
func (c *runCmd) Validate() error {
	if c.Workers < 0 {
		return fmt.Errorf("--workers %d: write 0 for one for each processor, or how many", c.Workers)
	}
	return nil
}

func (c *runCmd) Run(ctx context.Context) error {
	switch {
	case c.Status != "":
		return printStatus(os.Stdout, c.Status)
	case c.Retry != "":
		engine, err := batch.EngineWith(c.folder())
		if err != nil {
			return err
		}
		b := &batch.Batch{Out: c.Retry, Lexicon: c.folder(), Engine: engine, Formats: outputFormats(), Workers: c.Workers, Log: slog.Default()}
		a, err := b.Retry(ctx, c.MaxArticleBytes, c.Timeout)
		return conclude(a, err)
	case c.Out == "":
		return usage("--out FOLDER says where the results go")
	}
	b, err := c.batch()
	if err != nil {
		return err
	}
	stop := showProgress(b.Progress)
	a, err := b.Run(ctx)
	stop()
	if err != nil && !errors.Is(err, batch.ErrSomeFailed) {
		return err
	}
	if c.To == "sqlite" {
		if loadErr := loadSQLite(ctx, c.Out); loadErr != nil {
			return loadErr
		}
	}
	return conclude(a, err)
}

func (c *runCmd) batch() (*batch.Batch, error) {
	published, err := optionalDate(c.Published)
	if err != nil {
		return nil, err
	}
	engine, err := batch.EngineWith(c.folder())
	if err != nil {
		return nil, err
	}
	b := &batch.Batch{
		Config: batch.Config{
			From: c.From, Published: published, To: c.To, MaxArticle: c.MaxArticleBytes,
			Timeout: batch.Duration{Duration: c.Timeout}, ShardBytes: c.ShardBytes,
		},
		Inputs: c.Inputs, Out: c.Out, Lexicon: c.folder(), Engine: engine, Formats: outputFormats(), Workers: c.Workers,
		Rebuild: c.Rebuild, Prune: c.Prune, Log: slog.Default(), Progress: &batch.Progress{},
	}
	if c.To == "sqlite" {
		b.To = "jsonl.zst"
	}
	if c.Duplicates != "keep" {
		b.Duplicates = c.Duplicates
	}
	if c.InputsFrom != "" {
		more, err := readList(c.InputsFrom)
		if err != nil {
			return nil, fmt.Errorf("--inputs-from: %w", err)
		}
		b.Inputs = append(b.Inputs, more...)
	}
	for _, in := range b.Inputs {
		if in == "-" || strings.Contains(in, "://") {
			return nil, fmt.Errorf("%s: a run can only go on with files: use claimwire extract, or fetch first", in)
		}
	}
	if c.Shard != "" {
		i, n, ok := strings.Cut(c.Shard, "/")
		var err1, err2 error
		b.Slice, err1 = strconv.Atoi(i)
		b.Slices, err2 = strconv.Atoi(n)
		if !ok || err1 != nil || err2 != nil || b.Slices < 1 {
			return nil, usage("--shard %s: write it as 0/3, 1/3, 2/3", c.Shard)
		}
	}
	return b, nil
}

// readList reads one path a line.
func readList(path string) ([]string, error) {
	f := os.Stdin
	if path != "-" {
		var err error
		if f, err = os.Open(path); err != nil {
			return nil, err
		}
		defer f.Close()
	}
	var list []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			list = append(list, line)
		}
	}
	return list, lines.Err()
}

// conclude prints the account of a run for people.
func conclude(a *batch.Account, err error) error {
	if a == nil {
		return err
	}
	counts := []any{"shards", fmt.Sprintf("%d of %d", a.Done, a.Shards), "articles", a.Articles, "with claims", a.WithClaims, "without", a.WithoutClaims}
	for _, reason := range slices.Sorted(maps.Keys(a.Skipped)) {
		counts = append(counts, "skipped: "+reason, a.Skipped[reason])
	}
	counts = append(counts, "failed", a.Failed, "claims", a.Claims, "bytes", a.Bytes)
	if a.Duplicates > 0 {
		counts = append(counts, "duplicates", a.Duplicates)
	}
	if a.FailedInputs > 0 {
		counts = append(counts, "inputs that could not be read", a.FailedInputs)
	}
	slog.Info("done", counts...)
	if errors.Is(err, batch.ErrSomeFailed) {
		return errSomeFailed
	}
	return err
}

// printStatus tells how far a run is, for people.
func printStatus(w io.Writer, folder string) error {
	s, err := batch.ReadStatus(folder)
	if err != nil {
		return err
	}
	a := s.Account
	p := bufio.NewWriter(w)
	fmt.Fprintf(p, "shards    %d of %d done\n", a.Done, a.Shards)
	fmt.Fprintf(p, "articles  %d: %d with claims, %d without, %d failed", a.Articles, a.WithClaims, a.WithoutClaims, a.Failed)
	for _, reason := range slices.Sorted(maps.Keys(a.Skipped)) {
		fmt.Fprintf(p, ", %d %s", a.Skipped[reason], reason)
	}
	fmt.Fprintf(p, "\nclaims    %d\n", a.Claims)
	for _, d := range s.Letters {
		fmt.Fprintf(p, "failed    %d in %s\n", d.Failed, d.Errors.Name)
	}
	for _, shard := range s.Missing {
		fmt.Fprintf(p, "to do     %s\n", shard.Input)
	}
	for _, shard := range s.Changed {
		fmt.Fprintf(p, "changed   %s\n", shard.Input)
	}
	return p.Flush()
}

// showProgress draws a line on a terminal, and logs one a minute elsewhere.
func showProgress(p *batch.Progress) (stop func()) {
	terminal := isTerminal(os.Stderr)
	every := time.Minute
	if terminal {
		every = 200 * time.Millisecond
	}
	began := time.Now()
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		ticks := time.NewTicker(every)
		defer ticks.Stop()
		for {
			select {
			case <-end:
				if terminal {
					fmt.Fprint(os.Stderr, "\r\x1b[K")
				}
				return
			case <-ticks.C:
				line := progressLine(p, time.Since(began))
				if terminal {
					fmt.Fprint(os.Stderr, "\r\x1b[K"+line)
				} else {
					slog.Info(line)
				}
			}
		}
	}()
	return func() { close(end); <-ended }
}

// progressLine is "1200 articles, 30100 claims, 2 failed, 3.1 MB/s, 42%, 3m10s left".
func progressLine(p *batch.Progress, since time.Duration) string {
	bytes, skipped, total := p.Bytes.Load(), p.Skipped.Load(), p.Total.Load()
	line := fmt.Sprintf("%d articles, %d claims, %d failed, %.1f MB/s", p.Articles.Load(), p.Claims.Load(), p.Failed.Load(), float64(bytes)/1e6/since.Seconds())
	if todo := total - skipped; todo > 0 {
		line += fmt.Sprintf(", %d%%", 100*min(bytes+skipped, total)/total)
		if bytes > 0 && bytes < todo {
			left := time.Duration(float64(since) * float64(todo-bytes) / float64(bytes))
			line += fmt.Sprintf(", %v left", left.Round(time.Second))
		}
	}
	return line
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
