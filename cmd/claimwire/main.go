// Claimwire reads news articles and writes who said what, one claim a line.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	mangokong "github.com/alecthomas/mango-kong"
	kongcompletion "github.com/jotaen/kong-completion"
	"github.com/muesli/roff"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/clean"
	"github.com/claimwire/claimwire/golden"
)

// globals are the flags of every verb.
type globals struct {
	Quiet       bool             `short:"q" help:"Say nothing on standard error but errors."`
	Verbose     bool             `short:"v" help:"Log each page that is skipped and each warning, not only the first of its kind."`
	VersionFlag kong.VersionFlag `name:"version" help:"Print version, commit, word lists and weights."`
	command     string           // the verb
}

type cli struct {
	globals

	Extract  extractCmd  `cmd:"" help:"Print the claims of articles, one claim/1 record a line."`
	Annotate annotateCmd `cmd:"" help:"Print articles with every layer, one doc/1 record a line."`
	Clean    cleanCmd    `cmd:"" help:"Print cleaned articles: title, authors, date, text with its sections."`
	Explain  explainCmd  `cmd:"" help:"Say why a claim was found: the sentence, the rule, who he is, which day Wednesday is."`
	RunDumps runCmd      `cmd:"" name:"run" help:"Run dumps into a folder: a file of claims for each input, resumed where it was stopped."`
	Load     loadCmd     `cmd:"" help:"Load the claims of a run into SQLite, PostgreSQL or a Parquet file."`
	Query    queryCmd    `cmd:"" help:"Ask a database of claims."`
	Show     showCmd     `cmd:"" help:"Show claims in their text: on the terminal, or as one page for a browser."`
	Check    checkCmd    `cmd:"" help:"Compare goldens of your own with what comes now."`
	Diff     diffCmd     `cmd:"" help:"Compare two runs over the same articles, or two binaries."`
	Export   exportCmd   `cmd:"" help:"Write claims for annotation tools, spreadsheets and the web."`
	Schema   schemaCmd   `cmd:"" help:"Print the JSON Schema of a record."`
	Fetch    fetchCmd    `cmd:"" help:"Fetch pages politely, and print them in the form that --from jsonl reads."`
	Serve    serveCmd    `cmd:"" help:"Answer over HTTP: articles in, the same records out."`
	MCP      mcpCmd      `cmd:"" name:"mcp" help:"Give an assistant the claims of articles, over the Model Context Protocol on standard input and output."`
	Healthy  healthyCmd  `cmd:"" hidden:"" help:"Say whether a server answers, by the exit code."`
	Version  versionCmd  `cmd:"" help:"Print version, commit, word lists and weights."`

	Completion kongcompletion.Completion `cmd:"" help:"Print what makes a shell complete commands and flags: bash, zsh or fish."`
	Man        manCmd                    `cmd:"" help:"Print the manual page, made from this help."`
}

func main() {
	ctx, stop := stopOnSignal()
	defer stop()
	var c cli
	parser := kong.Must(&c, kong.Name("claimwire"), kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(&c.globals), kong.Vars{"version": versionLine()},
		kong.Description("Claim records from English news: who said it, by which cue, exactly what, how committed, with the numbers, dates and places inside."))
	kongcompletion.Register(parser)
	k, err := parser.Parse(os.Args[1:])
	if err != nil {
		misused(err)
	}
	c.command = strings.Fields(k.Command())[0]
	slog.SetDefault(logger(c.globals))
	if err := k.Run(); err != nil {
		var use usageError
		switch {
		case errors.As(err, &use):
			misused(err)
		case !errors.Is(err, errSomeFailed) && !errors.Is(err, errDiffers):
			slog.Error(err.Error())
		}
		os.Exit(exitCode(ctx, err))
	}
}

// misused says in one line what is wrong with the command line, and where the help is.
func misused(err error) {
	help := "claimwire --help"
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil && parse.Context.Command() != "" {
		help = "claimwire " + strings.Fields(parse.Context.Command())[0] + " --help"
	}
	fmt.Fprintf(os.Stderr, "claimwire: %v: see %s\n", err, help)
	os.Exit(2)
}

func logger(g globals) *slog.Logger {
	level := slog.LevelInfo
	if g.Quiet {
		level = slog.LevelError
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: dropTime, Level: level}))
}

func dropTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

// A marker marks the articles of a run whose body came before.
type marker struct {
	Duplicates bool `help:"Mark articles whose body came before, exactly or nearly, with its id as duplicate_of."`
	seen       corpus.Duplicates
}

func (m *marker) mark(d *extract.Document, r *extract.Record) *extract.Record {
	if body := clean.Plain(d); m.Duplicates && body != "" {
		r.DuplicateOf, _ = m.seen.Seen(r.ID, body)
	}
	return r
}

// leastConf is what verbs that give claims take to leave out the doubtful ones.
type leastConf struct {
	Conf float64 `placeholder:"SHARE" help:"Leave out claims whose conf is lower: 0.8 keeps three in ten, of which nearly nine in ten are right."`
}

// Validate refuses what no share is.
func (c *leastConf) Validate() error {
	if c.Conf < 0 || c.Conf > 1 {
		return fmt.Errorf("--conf %v: write a share from 0 to 1", c.Conf)
	}
	return nil
}

type extractCmd struct {
	input
	units
	leastConf `embed:""`
	Empty     bool `help:"Write an empty/1 record for an article without claims."`
}

// Validate asks both that have something to refuse.
func (c *extractCmd) Validate() error {
	return errors.Join(c.input.Validate(), c.leastConf.Validate())
}

func (c *extractCmd) Run(ctx context.Context, g *globals) error {
	return c.each(ctx, g, claimwire.Claims, func(w *writer, d *extract.Document) error {
		w.table = c.of(d)
		none := true
		for _, r := range d.ClaimRecords() {
			if r.Conf < c.Conf {
				continue
			}
			none = false
			if err := w.record(r); err != nil {
				return err
			}
		}
		if c.Empty && none {
			return w.record(d.EmptyRecord())
		}
		return nil
	})
}

type annotateCmd struct {
	input
	units
	Layers []string `default:"sentences,entities,chains,quantities,times,quotes,claims" help:"Layers to print; all adds tokens."`
	marker `embed:""`
	Dump   string   `placeholder:"LAYER" help:"Print one layer in the short form that golden files use."`
	TXTAR  []string `name:"txtar" placeholder:"LAYER" help:"Print each article with these layers as a golden case, which check reads."`
}

func (c *annotateCmd) Run(ctx context.Context, g *globals) error {
	layers, err := extract.ParseLayers(c.Layers)
	if err != nil {
		return usageError{err}
	}
	for _, layer := range append(c.TXTAR, c.Dump) {
		if layer == "" {
			continue
		}
		if _, err := golden.Dump(&extract.Document{Article: &extract.Article{}}, layer); err != nil {
			return usageError{err}
		}
	}
	all, err := claimwire.ParseLayers("all") // as layers are not wholly apart: tokens have their tags, and a dump may be of any
	if err != nil {
		return err
	}
	return c.each(ctx, g, all, func(w *writer, d *extract.Document) error {
		if len(c.TXTAR) > 0 {
			golden, err := golden.TXTAR(d, caseName(d.ID), c.TXTAR)
			if err != nil {
				return err
			}
			return w.lines([]string{strings.TrimSuffix(string(golden), "\n")})
		}
		if c.Dump == "" {
			w.table = c.of(d)
			return w.record(c.mark(d, d.Record(layers)))
		}
		lines, err := golden.Dump(d, c.Dump)
		if err != nil {
			return err
		}
		return w.lines(lines)
	})
}

// caseName is the name of a golden case: the last part of the article's id.
func caseName(id string) string {
	return strings.Join(strings.Fields(path.Base(filepath.ToSlash(id))), " ")
}

type cleanCmd struct {
	input
	units
	marker `embed:""`
	Format string `enum:"json,text,markdown" default:"json" help:"json (a doc/1 record), text (the body), or markdown."`
}

func (c *cleanCmd) Run(ctx context.Context, g *globals) error {
	return c.each(ctx, g, claimwire.Sections, func(w *writer, d *extract.Document) error {
		switch c.Format {
		case "text":
			return w.lines([]string{clean.Plain(d), ""})
		case "markdown":
			return w.lines([]string{clean.Markdown(d), ""})
		}
		w.table = c.of(d)
		return w.record(c.mark(d, d.Record(extract.Sections)))
	})
}

type manCmd struct{}

func (manCmd) Run(k *kong.Context) error {
	page := mangokong.NewManPage(1, k.Model)
	fmt.Printf(".TH CLAIMWIRE 1 \"\" %q%s\n", "claimwire "+claimwire.DefaultEngine().Version, page.Build(headless{roff.NewDocument()}))
	return nil
}

// A headless page has no line at its head: that of the library names the day on which the page is
// printed, and the same build prints the same page.
type headless struct{ *roff.Document }

func (headless) Heading(uint, string, string, time.Time) {}

func optionalDate(s string) (extract.Timestamp, error) {
	if s == "" {
		return extract.Timestamp{}, nil
	}
	t, err := extract.ParseTimestamp(s)
	if err != nil {
		return t, fmt.Errorf("--published: %w", err)
	}
	return t, nil
}
