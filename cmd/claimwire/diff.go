package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"

	"github.com/claimwire/claimwire/internal/claimdiff"
)

type diffCmd struct {
	Old      string   `arg:"" help:"Records of the old run (extract or annotate), or with --with the old binary."`
	New      string   `arg:"" help:"Records of the new run, or with --with the new binary."`
	With     []string `placeholder:"INPUT" help:"Run both binaries over this input, and compare what they give. May be repeated."`
	From     string   `default:"auto" placeholder:"FORMAT" help:"Format of the inputs of --with."`
	ownWords `embed:""`
	JSON     bool `help:"Print one JSON object."`
	Limit    int  `default:"0" help:"Print at most this many changes; 0 is all."`
}

func (c *diffCmd) Run(ctx context.Context) error {
	read := readRun
	if len(c.With) > 0 {
		read = func(binary string) (*claimdiff.Run, error) { return c.runWith(ctx, binary) }
	}
	was, err := read(c.Old)
	if err != nil {
		return err
	}
	now, err := read(c.New)
	if err != nil {
		return err
	}
	report := claimdiff.Compare(was, now)
	if c.JSON {
		e := json.NewEncoder(os.Stdout)
		e.SetEscapeHTML(false)
		err = e.Encode(report)
	} else {
		err = report.Write(os.Stdout, c.Limit)
	}
	if err != nil {
		return err
	}
	if report.Articles == 0 && !report.Empty() {
		return fmt.Errorf("%s and %s have no article in common: compare two runs over the same articles", c.Old, c.New)
	}
	if !report.Empty() {
		return errDiffers
	}
	return nil
}

func readRun(path string) (*claimdiff.Run, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return claimdiff.Read(f, path)
}

// runWith is the run of a binary over the inputs. An article that fails fails in both
// runs or shows as one that a run lacks, so the exit code says nothing new.
func (c *diffCmd) runWith(ctx context.Context, binary string) (*claimdiff.Run, error) {
	args := append([]string{"annotate", "--layers", "claims", "--from", c.From}, c.With...)
	if c.Lexicon != "" {
		args = append(args, "--lexicon", c.Lexicon)
	}
	cmd := exec.CommandContext(ctx, binary, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	run, err := claimdiff.Read(out, binary)
	if err != nil {
		cmd.Cancel()
		cmd.Wait()
		return nil, err
	}
	if err := cmd.Wait(); err != nil && len(run.Articles) == 0 {
		return nil, fmt.Errorf("%s: %w", binary, err)
	}
	return run, nil
}
