// Package batch runs the pipeline over dumps. Inputs are cut into shards: a file,
// or a range of lines of a large JSON Lines file. Each shard gives one file of
// claims and one account, which appear whole or not at all, so that a run that was
// killed goes on where it stopped, and the same shards may be done by workers on
// many machines.
//
// The folder of a run:
//
//	manifest.json            the configuration and the list of shards
//	claims/SHARD.jsonl       the claims of a shard, in the order of its articles
//	errors/SHARD.jsonl       its dead letters; only where articles failed
//	accounts/SHARD.json      what became of the shard; written last, it says that the shard is done
//	fingerprints/SHARD.jsonl what is compared of its texts; only where duplicates are looked for
//	duplicates.jsonl         the articles whose text came before, likewise
//	account.json             the sum, once every shard is done
package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/pipeline"
)

// Config is what decides the bytes of the output, besides the inputs. A change of
// it makes every shard be done anew.
type Config struct {
	From       string            `json:"from"`                 // format of the inputs, see corpus.Formats; "" goes by name and content
	Published  extract.Timestamp `json:"published,omitzero"`   // for articles that carry no date
	To         string            `json:"to"`                   // name of a Format
	MaxArticle int64             `json:"max_article_bytes"`    // a longer article fails; 0 is the limit of corpus alone
	Timeout    Duration          `json:"timeout"`              // of processor time an article; 0 is none
	Duplicates string            `json:"duplicates,omitempty"` // "", Mark or Drop
	ShardBytes int64             `json:"shard_bytes"`          // JSON Lines files longer than this are cut; 0 is 256 MB, negative never
}

// A Batch is one run. The zero values of its fields are good, but for Out and Inputs.
type Batch struct {
	Config
	Inputs  []string // files, folders and globs; see corpus.Open
	Out     string   // the folder of the run
	Engine  string   // what made the records: version of the command, its rules and weights
	Formats []Format // what To may name, besides those of this package

	Lexicon       fs.FS              // own words, as of claimwire.Options; Engine must be that of EngineWith
	Pipeline      *pipeline.Pipeline // nil is that of pipeline.English, with Lexicon
	Workers       int                // articles worked on at once; 0 is one for each processor
	Slice, Slices int                // do only shards number Slice, Slice+Slices and so on; Slices 0 is all
	Rebuild       bool               // do not believe damaged accounts or a damaged manifest, nor outputs whose bytes have changed: make them anew
	Prune         bool               // remove results of inputs that are no longer among Inputs
	Log           *slog.Logger       // nil logs nothing
	Progress      *Progress          // counted up while the run goes on; may be nil

	pool   *pool
	start  sync.Once
	failed error // of start
}

// ErrSomeFailed is the end of a run that did all it could: its account says how
// many articles or inputs failed, and errors/ holds them.
var ErrSomeFailed = errors.New("some articles failed")

// Run does all shards that are not done yet, and returns the account of all. The
// error is ErrSomeFailed, the end of ctx, or what stopped the run: a folder that
// cannot be written, another run in it, a damaged manifest. Whatever stops it,
// calling it again goes on with the shards that are missing.
func (b *Batch) Run(ctx context.Context) (*Account, error) {
	if err := b.ready(); err != nil {
		return nil, err
	}
	unlock, err := b.claimFolder()
	if err != nil {
		return nil, err
	}
	defer unlock()
	m, err := b.plan(ctx)
	if err != nil {
		return nil, err
	}
	err = b.shards(ctx, m.Slice(b.Slice, b.Slices))
	if err != nil && !errors.Is(err, ErrSomeFailed) {
		return nil, err
	}
	return b.conclude(m, err)
}

// ready checks the configuration and starts the workers.
func (b *Batch) ready() error {
	b.start.Do(func() {
		if b.Log == nil {
			b.Log = slog.New(slog.DiscardHandler)
		}
		if b.Progress == nil {
			b.Progress = &Progress{}
		}
		if b.Workers <= 0 {
			b.Workers = runtime.GOMAXPROCS(0)
		}
		if b.ShardBytes == 0 {
			b.ShardBytes = 256 << 20
		}
		b.failed = b.check()
		if b.failed == nil && b.Pipeline == nil {
			b.Pipeline, b.failed = b.english()
		}
		if b.failed == nil {
			b.pool = newPool(b.Pipeline, b.Workers, b.Timeout.Duration)
		}
	})
	return b.failed
}

// english is the English pipeline with the run's own words, which must be those that its
// engine names: a worker elsewhere may see another folder.
func (b *Batch) english() (*pipeline.Pipeline, error) {
	if b.Lexicon == nil {
		return pipeline.New(pipeline.English()...)
	}
	words, err := lexicon.Own(b.Lexicon)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(b.Engine, words.Digest()) {
		return nil, fmt.Errorf("the own words are not those of the run: lists %s, and the engine is %s", words.Digest(), b.Engine)
	}
	return pipeline.New(pipeline.EnglishWith(words)...)
}

func (b *Batch) check() error {
	switch {
	case b.Out == "":
		return errors.New("no folder for the output is named")
	case b.Slices < 0 || b.Slices > 0 && (b.Slice < 0 || b.Slice >= b.Slices):
		return fmt.Errorf("shard %d/%d: the first number goes from 0 to one less than the second", b.Slice, b.Slices)
	case b.Duplicates != "" && b.Duplicates != Mark && b.Duplicates != Drop:
		return fmt.Errorf("duplicates %q: there are keep, %s and %s", b.Duplicates, Mark, Drop)
	}
	format, err := b.format()
	if err != nil {
		return err
	}
	if b.Duplicates == Drop && format.Open != nil {
		return fmt.Errorf("duplicates can only be dropped from JSON Lines, not from %s: mark them", format.Name)
	}
	return b.apart()
}

// apart refuses an output folder that lies in an input folder, where the next run
// would read it, or is one.
func (b *Batch) apart() error {
	out, err := filepath.Abs(b.Out)
	if err != nil {
		return err
	}
	out = realPath(out)
	for _, in := range b.Inputs {
		info, err := os.Stat(in)
		if err != nil || !info.IsDir() {
			continue
		}
		abs, err := filepath.Abs(in)
		if err != nil {
			return err
		}
		if rel, err := filepath.Rel(realPath(abs), out); err == nil && filepath.IsLocal(rel) {
			return fmt.Errorf("%s: the output folder lies in the input folder %s, whose next run would read it: name one beside it", b.Out, in)
		}
	}
	return nil
}

// realPath resolves links of the longest part of path that exists.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	dir := filepath.Dir(path)
	if dir == path {
		return path
	}
	return filepath.Join(realPath(dir), filepath.Base(path))
}

// shards does a list of shards, as many at once as there are workers: while one
// waits for its last article, another keeps the workers busy.
func (b *Batch) shards(ctx context.Context, list []Shard) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	todo := make(chan Shard)
	var wg sync.WaitGroup
	var mu sync.Mutex
	some := false
	for range min(max(b.Workers, 2), len(list)) {
		wg.Go(func() {
			for s := range todo {
				a, err := b.Do(ctx, s)
				var input *InputError
				switch {
				case errors.As(err, &input):
					b.Log.Error(err.Error())
					mu.Lock()
					some = true
					mu.Unlock()
				case err != nil:
					stop(err)
				case a.Failed > 0:
					mu.Lock()
					some = true
					mu.Unlock()
				}
			}
		})
	}
feed:
	for _, s := range list {
		select {
		case todo <- s:
		case <-ctx.Done():
			break feed
		}
	}
	close(todo)
	wg.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if some {
		return ErrSomeFailed
	}
	return nil
}
