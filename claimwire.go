// Package claimwire finds the claims in English news: who said it, by which cue, exactly
// what, how committed, with the numbers, dates and places inside.
//
//	c, err := claimwire.New(claimwire.Options{})
//	doc, err := c.Annotate(ctx, &claimwire.Article{ID: "7f3a", Text: text, Published: published})
//	for _, claim := range doc.Claims {
//		fmt.Println(claim.Source.Name, claim.Stance, claim.Content)
//	}
//
// [Extractor.Run] does the same for a stream of articles over all processors. Everything
// is deterministic: the same article gives the same records, on any number of workers.
// Nothing is fetched, and nothing is logged unless [Options] has a logger.
//
// Offsets are half-open ranges of bytes of [Document].Text. For plain text that is the
// article's Text, byte for byte; for a page it is what cleaning made of it. For every
// recorded passage, text[start:end] equals its text.
//
// The types come from package extract, which documents their fields; docs/schema.md has
// the records as JSON. Reading files, dumps and feeds is the business of package corpus,
// a module of its own.
package claimwire

import (
	"context"
	"errors"
	"iter"
	"log/slog"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// An Extractor makes documents with claims of articles. It holds no state of any
// article and is safe for concurrent use; one a program is enough.
type Extractor struct {
	pipeline *pipeline.Pipeline
	ours     *pipeline.Pipeline // without the caller's stages
	log      *slog.Logger
	options  Options
}

// New checks the options and returns an Extractor. Word lists and weights are loaded by
// the first article, or by [Extractor.Warm].
//
// The error says which option is wrong: a stage that needs a layer which no stage before
// it gives, or a line of the own words: "lexicon: cues.tsv:3: …".
func New(o Options) (*Extractor, error) {
	ours, own, err := o.stages()
	if err != nil {
		return nil, err
	}
	c := &Extractor{log: o.Logger, options: o} // with the words that stages has read
	if c.ours, err = pipeline.New(ours...); err != nil {
		return nil, err
	}
	if c.pipeline, err = pipeline.New(append(ours, own...)...); err != nil {
		return nil, err
	}
	c.pipeline.Workers, c.pipeline.Timeout = o.Workers, o.Timeout
	return c, nil
}

// Only is an Extractor with the same options but for the layers, see Options.Layers.
func (c *Extractor) Only(layers Layer) (*Extractor, error) {
	o := c.options
	o.Layers = layers
	return New(o)
}

// Annotate finds what the article says. It leaves the article as it is; the document has
// a copy of it, with the text and what else cleaning found.
//
// The document is never nil: with an error it holds the layers of the stages before the
// one that failed. The error is a [*StageError]. It wraps
//
//   - a [Skip] for a page that is no article, which is no fault of anybody,
//   - [ErrTooLong] for an article over [Options].MaxBytes,
//   - the error of ctx when that ends, within some 50 ms of work, and
//     [context.DeadlineExceeded] after [Options].Timeout,
//   - a [*Panic] for a fault in a stage. One article cannot end a program.
func (c *Extractor) Annotate(ctx context.Context, a *Article) (*Document, error) {
	d, err := c.pipeline.Annotate(ctx, a)
	c.note(ctx, err)
	return d, err
}

// Run annotates a stream of articles over [Options].Workers, and yields one document for
// each pair of articles, in their order. Where articles yields an error, or a stage
// fails, the pair yielded holds the document as far as it got and the error, as of
// Annotate, and the stream goes on: no article is lost, and [FailureOf] makes a record of
// it. At most a few articles a worker are in memory.
//
// When ctx ends, so does the loop over Run, within 100 ms; ask ctx.Err() after it. What
// was yielded until then is whole. [Articles] makes a stream of a list.
func (c *Extractor) Run(ctx context.Context, articles iter.Seq2[*Article, error]) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for d, err := range c.pipeline.Run(ctx, articles) {
			c.note(ctx, err)
			if !yield(d, err) {
				return
			}
		}
	}
}

// Explain says for people why each claim of a document that c made was found, in the order
// of the claims: its sentence, the rule with its example, what each part matched and
// stands for, the commitment, and what the next rule would have said.
func (c *Extractor) Explain(d *Document) []Explanation {
	return pipeline.ExplainWith(d, c.options.words)
}

// note logs an error, if there is a logger. What is no article is no error.
func (c *Extractor) note(ctx context.Context, err error) {
	var skip extract.Skip
	if c.log == nil || err == nil || errors.As(err, &skip) {
		return
	}
	var p *pipeline.Panic
	if errors.As(err, &p) {
		c.log.ErrorContext(ctx, err.Error(), "stack", p.Stack)
		return
	}
	c.log.ErrorContext(ctx, err.Error())
}
