package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// healthyCmd is the health check of an image that holds nothing but the program.
type healthyCmd struct {
	URL string `arg:"" default:"http://127.0.0.1:8080/readyz" help:"Address that must answer with 200."`
}

func (c *healthyCmd) Run(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, 2*time.Second)
	defer stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.URL, nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(answer.Body, 1000))
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s: %s", c.URL, answer.Status, body)
	}
	return nil
}
