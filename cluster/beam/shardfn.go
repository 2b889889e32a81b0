package main

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/claimwire/claimwire/corpus/batch"
)

func init() { register.DoFn2x1[context.Context, string, error](&shardFn{}) } // Beam finds the functions of a worker by name

// A shardFn does one shard an element. Beam sends its exported fields to the workers.
type shardFn struct {
	Config string // batch.Config, JSON
	Out    string
	Engine string
	// Lexicon is a folder of own words; "" is none.
	Lexicon string
}

// The workers of one process share lists, weights and memory: an engine may make
// many shardFns at once.
var (
	mu      sync.Mutex
	batches = map[shardFn]*batch.Batch{}
)

func (f *shardFn) batch() (*batch.Batch, error) {
	mu.Lock()
	defer mu.Unlock()
	if b := batches[*f]; b != nil {
		return b, nil
	}
	b := &batch.Batch{Out: f.Out, Engine: f.Engine, Lexicon: folder(f.Lexicon)}
	if err := json.Unmarshal([]byte(f.Config), &b.Config); err != nil {
		return nil, err
	}
	batches[*f] = b
	return b, nil
}

// folder is that of own words; nil for none.
func folder(path string) fs.FS {
	if path == "" {
		return nil
	}
	return os.DirFS(path)
}

// ProcessElement does a shard. Its bundle may be done again, by this worker or
// another: a shard that is done is left as it is.
func (f *shardFn) ProcessElement(ctx context.Context, element string) error {
	var s batch.Shard
	if err := json.Unmarshal([]byte(element), &s); err != nil {
		return err
	}
	b, err := f.batch()
	if err != nil {
		return err
	}
	done, err := b.Do(ctx, s)
	var input *batch.InputError
	if errors.As(err, &input) { // it costs itself alone: the driver counts it
		beamlog.Error(ctx, err.Error())
		beam.NewCounter("claimwire", "failed inputs").Inc(ctx, 1)
		return nil
	}
	if err != nil {
		return err
	}
	beamlog.Infof(ctx, "pid %d: shard %s done, %d articles, %d claims", os.Getpid(), s.Name, done.Articles, done.Claims)
	beam.NewCounter("claimwire", "articles").Inc(ctx, int64(done.Articles))
	beam.NewCounter("claimwire", "claims").Inc(ctx, int64(done.Claims))
	beam.NewCounter("claimwire", "failed").Inc(ctx, int64(done.Failed))
	return nil
}
