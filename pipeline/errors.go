package pipeline

import (
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A StageError is why an article could not be processed. It unwraps to the error of the
// stage: an extract.Skip, a *Panic, the end of the context, or the stage's own.
type StageError struct {
	Article string // ID of the article
	Stage   string
	Err     error
}

// Error reads "article 7f3a: timex: " and the error of the stage.
func (e *StageError) Error() string {
	return fmt.Sprintf("article %s: %s: %v", e.Article, e.Stage, e.Err)
}

// Unwrap returns the error of the stage.
func (e *StageError) Unwrap() error { return e.Err }

// A Panic is a fault of a stage itself. Its text is the same in every run, so that a
// record can hold it; the stack, which is not, is for a log.
type Panic struct {
	Message string // what was panicked with
	Place   string // function and line: "segment.(*breaker).endsAbbreviated (abbreviation.go:112)"
	Stack   string
}

// Error reads "internal error: ", the message and the place.
func (p *Panic) Error() string {
	return fmt.Sprintf("internal error: %s in %s: please report it with the article", p.Message, p.Place)
}

// caught makes a Panic of a recovered value. It must be called by the deferred function.
func caught(value any) *Panic {
	p := &Panic{Place: "an unknown place"}
	switch v := value.(type) {
	case error:
		p.Message = v.Error()
	case string:
		p.Message = v
	default: // a value may hold addresses, which differ from run to run
		p.Message = fmt.Sprintf("a %T", v)
	}
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	var stack strings.Builder
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."):
			panicked = true
		case panicked && stack.Len() == 0:
			p.Place = fmt.Sprintf("%s (%s:%d)", path.Base(f.Function), path.Base(f.File), f.Line)
			fallthrough
		case panicked:
			fmt.Fprintf(&stack, "%s (%s:%d)\n", f.Function, path.Base(f.File), f.Line)
		}
		if !more {
			break
		}
	}
	p.Stack = stack.String()
	return p
}

// FailureOf is the record of a document that [Pipeline.Run] or [Pipeline.Annotate] gave
// with an error.
func FailureOf(d *extract.Document, err error) extract.Failure {
	f := extract.Failure{ID: d.ID, Error: err.Error(), Input: d.Input, Offset: d.Offset, Stage: "read"}
	var stage *StageError
	if errors.As(err, &stage) {
		f.Stage = stage.Stage
	}
	var skip extract.Skip
	if errors.As(err, &skip) {
		f.Error = skip.Error()
	}
	return f
}
