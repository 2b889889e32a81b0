package main

import (
	"context"
	"os"
	"strings"
	"time"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/clean"
)

// web is how addresses among the inputs are fetched.
type web struct {
	Cache        string        `placeholder:"FOLDER" help:"Keep fetched pages here, and ask only for what has changed."`
	Archive      string        `placeholder:"FILE" help:"Append every fetched page as a WARC record to FILE, which is called FILE.warc.gz unless its name ends so."`
	Wait         time.Duration `default:"1s" help:"Least time between requests to one host."`
	MaxPage      int64         `default:"5242880" placeholder:"BYTES" help:"Refuse larger pages."`
	AllowLocal   bool          `help:"Permit addresses of this machine and of private networks."`
	IgnoreRobots bool          `help:"Do not ask for robots.txt: for hosts of your own."`
}

// fetcher makes the Fetcher, and a function that closes its archive.
func (w *web) fetcher() (*corpus.Fetcher, func() error, error) {
	f := &corpus.Fetcher{Cache: w.Cache, Wait: w.Wait, MaxSize: w.MaxPage, AllowLocal: w.AllowLocal, IgnoreRules: w.IgnoreRobots}
	if w.Archive == "" {
		return f, func() error { return nil }, nil
	}
	name := w.Archive
	if !strings.HasSuffix(name, ".warc.gz") {
		name += ".warc.gz"
	}
	file, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, nil, err
	}
	f.Archive = corpus.NewWARCWriter(file)
	return f, file.Close, nil
}

type fetchCmd struct{ input }

// A fetched page, in the form that --from jsonl reads.
type fetchedPage struct {
	ID   string `json:"id"`
	URL  string `json:"url"`
	HTML string `json:"html"`
}

func (c *fetchCmd) Run(ctx context.Context, g *globals) error {
	return c.each(ctx, g, 0, func(w *writer, d *extract.Document) error {
		return w.record(fetchedPage{d.ID, d.URL, string(d.Page)})
	})
}

// decode puts a page into UTF-8. A page that holds none is an error of that page.
var decode = extract.Stage{Name: "fetch", Run: func(d *extract.Document) error {
	page, err := clean.Decode(d.Page, d.MediaType)
	d.Page = []byte(page)
	return err
}}
