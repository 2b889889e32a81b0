package main

import (
	"os"

	"github.com/claimwire/claimwire/cmd/claimwire/schema"
)

type schemaCmd struct {
	Record string `arg:"" default:"claim/1" help:"claim/1, doc/1, empty/1 or error."`
}

func (c *schemaCmd) Run() error {
	data, err := schema.JSON(c.Record)
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(data)
	return err
}
