package main

import (
	"context"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/export"
)

type exportCmd struct {
	input
	To string `required:"" placeholder:"FORMAT" help:"brat (a folder: name it with -o), labelstudio, prodigy, doccano, spacy, webanno (W3C Web Annotation), schemaorg or csv."`
}

func (c *exportCmd) Run(ctx context.Context, g *globals) error {
	layers := claimwire.Claims | claimwire.Tokens
	if export.WantsFolder(c.To) {
		folder := c.Out
		if folder == "" || folder == "-" {
			return usage("--to %s writes a folder: name it with -o", c.To)
		}
		out, err := export.NewFolder(c.To, folder)
		if err != nil {
			return outputError{err}
		}
		c.Out = "" // what cannot be read is told on standard output
		return c.each(ctx, g, layers, func(_ *writer, d *extract.Document) error { return out.Write(d.Record(layers)) })
	}
	var out export.Writer
	c.begin = func(w *writer) (err error) {
		if out, err = export.New(c.To, w.out); err != nil {
			return usageError{err}
		}
		w.end = out.Close
		return nil
	}
	return c.each(ctx, g, layers, func(_ *writer, d *extract.Document) error { return out.Write(d.Record(layers)) })
}
