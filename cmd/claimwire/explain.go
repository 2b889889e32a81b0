package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/claim"
)

type explainCmd struct {
	File      string `arg:"" help:"The article, or a folder of articles."`
	ID        string `arg:"" optional:"" help:"Id of a claim; without it, all claims."`
	From      string `default:"auto" placeholder:"FORMAT" help:"Format of the file."`
	Published string `placeholder:"DATE" help:"Publication date, if the article carries none."`
	JSON      bool   `help:"Print one JSON object a claim and line."`
	ownWords  `embed:""`
}

// explained is an explanation as --json writes it.
type explained struct {
	Article string `json:"article"` // its id
	claim.Explanation
}

func (c *explainCmd) Run(ctx context.Context, g *globals) error {
	in := input{Inputs: []string{c.File}, From: c.From, Published: c.Published, ownWords: c.ownWords}
	if err := in.Validate(); err != nil {
		return usageError{err}
	}
	extractor, err := claimwire.New(claimwire.Options{Lexicon: c.folder()}) // knows the rules of the words
	if err != nil {
		return err
	}
	found := false
	err = in.each(ctx, g, claimwire.Claims, func(w *writer, d *extract.Document) error {
		for _, e := range extractor.Explain(d) {
			if c.ID != "" && e.Claim != c.ID {
				continue
			}
			found = true
			if err := c.write(w, d.ID, e); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && c.ID != "" && !found {
		return fmt.Errorf("%s: no claim %s: list the ids with claimwire extract", c.File, c.ID)
	}
	return err
}

func (c *explainCmd) write(w *writer, article string, e claim.Explanation) error {
	if c.JSON {
		return w.record(explained{article, e})
	}
	return w.lines([]string{fmt.Sprintf("%-12s %s", "article", article), strings.TrimSuffix(e.String(), "\n"), ""})
}
