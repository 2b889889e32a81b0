// Beam runs claimwire over the shards of a dump on an engine that Apache Beam
// knows. An element is a shard, done by the same function as in claimwire run, so
// outputs and accounts are the same bytes. docs/cluster.md shows how to start it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"

	"github.com/claimwire/claimwire/corpus/batch"
)

var (
	in         = flag.String("in", "", "files, folders or globs with commas between, as every worker sees them")
	out        = flag.String("out", "", "folder of the run, as every worker sees it")
	to         = flag.String("to", "jsonl", "jsonl, jsonl.gz or jsonl.zst")
	from       = flag.String("from", "auto", "format of the inputs")
	words      = flag.String("lexicon", "", "folder of own words, as every worker sees it")
	timeout    = flag.Duration("timeout", 0, "processor time an article may take; 0 is no limit")
	maxArticle = flag.Int64("max_article_bytes", 0, "a longer article is a dead letter; 0 is no limit")
	shardBytes = flag.Int64("shard_bytes", 0, "cut longer JSON Lines files; 0 is 256 MB")
	runner     = flag.String("runner", "universal", "universal (a job server at --endpoint), prism (for tests) or pool (no engine)")
)

func main() {
	log.SetFlags(0)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := becomeWorker(ctx); err != nil {
		log.Fatal("claimwire-beam: ", err)
	}
	flag.Parse()
	beam.Init() // does not return in a worker
	if err := run(ctx); err != nil {
		log.Fatal("claimwire-beam: ", err)
	}
}

func run(ctx context.Context) error {
	b := &batch.Batch{
		Config: batch.Config{From: *from, To: *to, MaxArticle: *maxArticle, Timeout: batch.Duration{Duration: *timeout}, ShardBytes: *shardBytes},
		Out:    *out, Lexicon: folder(*words),
	}
	var err error
	if b.Engine, err = batch.EngineWith(b.Lexicon); err != nil {
		return err
	}
	if *in != "" {
		b.Inputs = strings.Split(*in, ",")
	}
	began := time.Now()
	var account *batch.Account
	if *runner == "pool" {
		account, err = b.Run(ctx)
	} else {
		account, err = b.Elsewhere(ctx, func(m *batch.Manifest) error { return submit(ctx, b, m) })
	}
	if account != nil {
		data, _ := json.Marshal(account)
		fmt.Printf("%s in %v\n", data, time.Since(began).Round(time.Millisecond))
	}
	return err
}

// submit has the engine do all shards of a manifest, and waits for it.
func submit(ctx context.Context, b *batch.Batch, m *batch.Manifest) error {
	config, err := json.Marshal(m.Config)
	if err != nil {
		return err
	}
	shards := make([]string, len(m.Shards))
	for i, s := range m.Shards {
		data, err := json.Marshal(s)
		if err != nil {
			return err
		}
		shards[i] = string(data)
	}
	p, s := beam.NewPipelineWithRoot()
	// Without the reshuffle, one worker would get all that one transform created.
	beam.ParDo0(s, &shardFn{Config: string(config), Out: b.Out, Engine: b.Engine, Lexicon: *words}, beam.Reshuffle(s, beam.CreateList(s, shards)))
	result, err := beam.Run(ctx, *runner, p)
	if err != nil {
		return fmt.Errorf("job: %w", err)
	}
	if ctx.Err() != nil {
		return errors.New("stopped; the job may go on: cancel it at the engine")
	}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		log.Printf("counter %s = %d", c.Name(), c.Result())
	}
	return nil
}
