package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/golden"
)

// errDiffers makes the exit code 1 when goldens or runs differ, which was reported.
var errDiffers = errors.New("there are differences")

type checkCmd struct {
	Folder   string   `arg:"" help:"Folder of goldens: .txtar files, or NAME.claims.jsonl beside NAME.txt. A file known.txt in it lists wrong outputs that are to be expected."`
	Init     bool     `help:"Make NAME.claims.jsonl of the present output for each NAME.txt that has none. Read what it made: a golden is what should come."`
	Update   bool     `help:"Write the present output over what differs. A layer with known faults is left alone."`
	Layers   []string `placeholder:"LAYER" help:"Compare these layers only."`
	JUnit    string   `name:"junit" placeholder:"FILE" help:"Write the outcome as JUnit XML too."`
	ownWords `embed:""`
	Colour   string `name:"color" enum:"auto,always,never" default:"auto" help:"Colour the differences: auto (on a terminal), always, never."`
}

func (c *checkCmd) Run(ctx context.Context) error {
	extractor, err := claimwire.New(claimwire.Options{Lexicon: c.folder()})
	if err != nil {
		return err
	}
	options := golden.Options{Layers: c.Layers, Update: c.Update, Annotate: extractor.Annotate}
	if c.Init {
		made, err := golden.Init(ctx, c.Folder, options)
		if err != nil {
			return err
		}
		fmt.Printf("%d goldens made; read them, they are what should come\n", made)
	}
	report, err := golden.Check(ctx, c.Folder, options)
	if err != nil {
		return err
	}
	if err := report.Write(os.Stdout, coloured(c.Colour, os.Stdout)); err != nil {
		return err
	}
	if c.JUnit != "" {
		f, err := os.Create(c.JUnit)
		if err != nil {
			return err
		}
		if err := errors.Join(report.JUnit(f), f.Close()); err != nil {
			return err
		}
	}
	if !report.OK() {
		return errDiffers
	}
	return nil
}

// coloured reports whether to write in colour. NO_COLOR turns it off (https://no-color.org).
func coloured(choice string, f *os.File) bool {
	switch choice {
	case "always":
		return true
	case "never":
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == ""
}
