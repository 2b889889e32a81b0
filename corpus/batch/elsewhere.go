package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/claimwire/claimwire"
)

// Elsewhere plans a run and has do get its shards done by other processes, each by
// Do with the same Config, Out and Engine. It returns the account as Run does. It
// is an error if do returns one, or leaves shards undone whose inputs can be read:
// an engine may call a job ended that was cancelled.
func (b *Batch) Elsewhere(ctx context.Context, do func(*Manifest) error) (*Account, error) {
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
	if err := do(m); err != nil {
		return nil, err
	}
	a, missing, err := b.sum(m)
	if err != nil {
		return nil, err
	}
	undone := 0
	for _, s := range missing {
		var input *InputError
		if _, err := b.stat(&s); !errors.As(err, &input) {
			undone++
		}
	}
	if undone > 0 {
		return a, fmt.Errorf("%d of %d shards were not done: run again, and those that are done are left as they are", undone, len(m.Shards))
	}
	if a.Failed > 0 || len(missing) > 0 {
		return b.conclude(m, ErrSomeFailed)
	}
	return b.conclude(m, nil)
}

// Engine says what decides the records besides the inputs: the version of
// claimwire with its commit, its lists and its weights. Two programs of one build
// say the same.
func Engine() string { return engineOf(claimwire.DefaultEngine()) }

// EngineWith is Engine of a run with own words, whose lists have another digest. The error
// is of the words.
func EngineWith(words fs.FS) (string, error) {
	c, err := claimwire.New(claimwire.Options{Lexicon: words})
	if err != nil {
		return "", err
	}
	return engineOf(c.Engine()), nil
}

func engineOf(e claimwire.Engine) string {
	return e.Version + ", lists " + e.Lists + ", weights " + e.Weights
}
