package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"syscall"
)

// errSomeFailed makes the exit code 1 when articles failed that were already reported.
var errSomeFailed = errors.New("some articles failed")

// A usageError is a fault of the command line: exit code 2.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(format string, values ...any) error { return usageError{fmt.Errorf(format, values...)} }

// A stopped is the end of a run by a signal.
type stopped struct{ signal os.Signal }

func (s stopped) Error() string { return "stopped by signal: " + s.signal.String() }

// stopOnSignal ends the context at the first SIGINT or SIGTERM. A second one kills.
func stopOnSignal() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		s := <-signals
		signal.Stop(signals)
		cancel(stopped{s})
	}()
	return ctx, func() { cancel(nil) }
}

// exitCode is 0 where all went well, 1 where some articles failed, 2 for a fault of the
// command line, 3 for trouble with files, and 130 and 143 for a run that was stopped.
func exitCode(ctx context.Context, err error) int {
	var s stopped
	var use usageError
	var out outputError
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case err == nil:
		return 0
	case errors.As(context.Cause(ctx), &s) && s.signal == os.Interrupt:
		return 130
	case errors.As(context.Cause(ctx), &s):
		return 143
	case errors.Is(err, errSomeFailed):
		return 1
	case errors.As(err, &use):
		return 2
	case errors.As(err, &out), errors.As(err, &path), errors.As(err, &link), errors.As(err, &call), errors.Is(err, syscall.ENOSPC):
		return 3
	}
	return 1
}
