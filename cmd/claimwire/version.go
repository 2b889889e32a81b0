package main

import (
	"fmt"
	"runtime"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/internal/build"
)

type versionCmd struct{}

func (versionCmd) Run() error {
	fmt.Println(versionLine())
	return nil
}

func versionLine() string {
	engine := claimwire.DefaultEngine()
	commit := build.Commit()
	if commit == "" {
		commit = "unknown"
	}
	return fmt.Sprintf("claimwire %s, commit %s, lists %s, weights %s, records claim/1, empty/1 and doc/1, %s",
		engine.Version, commit, engine.Lists, engine.Weights, runtime.Version())
}
