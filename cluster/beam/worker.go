package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/container/tools"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
)

// becomeWorker turns a process that an engine has started into a worker. With a
// PROCESS environment the engine runs its command with an id and the address of
// the service that knows the rest, and nothing else. Beam's own boot program would
// then fetch the worker's binary; this one is on the host already, so it asks the
// service itself and goes on as the worker.
func becomeWorker(ctx context.Context) error {
	if len(os.Args) < 2 || !strings.HasPrefix(os.Args[1], "--id=") {
		return nil // started by a person
	}
	own := flag.NewFlagSet("worker", flag.ContinueOnError)
	id := own.String("id", "", "")
	provision := own.String("provision_endpoint", "", "")
	if err := own.Parse(os.Args[1:]); err != nil {
		return err
	}
	info, err := tools.ProvisionInfo(grpcx.WriteWorkerID(ctx, *id), *provision)
	if err != nil {
		return fmt.Errorf("worker %s: provision service %s: %w", *id, *provision, err)
	}
	options, err := tools.ProtoToJSON(info.GetPipelineOptions())
	if err != nil {
		return err
	}
	if err := tools.MakePipelineOptionsFileAndEnvVar(options); err != nil {
		return err
	}
	for name, value := range map[string]string{
		"STATUS_ENDPOINT":     info.GetStatusEndpoint().GetUrl(),
		"RUNNER_CAPABILITIES": strings.Join(info.GetRunnerCapabilities(), " "),
	} {
		if err := os.Setenv(name, value); err != nil {
			return err
		}
	}
	os.Args = []string{
		os.Args[0], "--worker", "--id=" + *id,
		"--logging_endpoint=" + info.GetLoggingEndpoint().GetUrl(), "--control_endpoint=" + info.GetControlEndpoint().GetUrl(),
	}
	go endWithParent()
	return nil
}

// endWithParent ends a worker whose engine was killed. Beam's harness only stops
// working then, and the process would stay for ever.
func endWithParent() {
	parent := os.Getppid()
	for os.Getppid() == parent {
		time.Sleep(500 * time.Millisecond)
	}
	os.Exit(3)
}
