package main

import (
	"context"
	"fmt"
	"os"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/cmd/claimwire/show"
	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/corpus/output"
	"github.com/claimwire/claimwire/extract"
)

type showCmd struct {
	Inputs    []string `arg:"" name:"input" help:"Files, folders, globs, or - for standard input."`
	From      string   `default:"auto" placeholder:"FORMAT" help:"Format of the inputs."`
	Published string   `placeholder:"DATE" help:"Publication date of articles that carry none."`
	HTML      string   `name:"html" placeholder:"FILE" help:"Write one page for a browser, which needs no network."`
	Force     bool     `help:"Replace FILE if it is there already."`
	ownWords  `embed:""`
	Colour    string `name:"color" enum:"auto,always,never" default:"auto" help:"Colour on the terminal: auto, always, never."`
}

// mostShown is how many articles one page may hold: more than a reader wants, and what
// a browser still bears.
const mostShown = 200

func (c *showCmd) Run(ctx context.Context) error {
	published, err := optionalDate(c.Published)
	if err != nil {
		return usageError{err}
	}
	extractor, err := claimwire.New(claimwire.Options{Lexicon: c.folder()})
	if err != nil {
		return err
	}
	failed := false
	var docs []*extract.Document
	for d, err := range extractor.Run(ctx, corpus.Open(ctx, c.Inputs, corpus.Options{From: c.From, Published: published})) {
		if err != nil {
			failed = true
			fmt.Fprintf(os.Stderr, "claimwire: %v\n", err)
			continue
		}
		if c.HTML == "" {
			if err := show.Terminal(os.Stdout, d, coloured(c.Colour, os.Stdout)); err != nil {
				return outputError{err}
			}
			continue
		}
		if len(docs) == mostShown {
			return usage("more than %d articles for one page: show fewer", mostShown)
		}
		docs = append(docs, d)
	}
	if c.HTML != "" {
		f, err := output.Create(c.HTML, c.Force)
		if err != nil {
			return outputError{err}
		}
		defer f.Discard()
		if err := show.Page(f, extractor, docs, nil); err != nil {
			return outputError{err}
		}
		if err := f.Commit(); err != nil {
			return outputError{err}
		}
	}
	if failed {
		return errSomeFailed
	}
	return nil
}
