package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/claimwire/claimwire"
)

// The command itself answers a client of the protocol, from a database that a run made.
func TestMCPCommand(t *testing.T) {
	folder := t.TempDir()
	in, out := filepath.Join(folder, "news.jsonl"), filepath.Join(folder, "run")
	lines := `{"id":"a1","text":"Mayor Ann Lee said the bridge would cost $3 million."}` + "\n" + `{"id":"a2","text":"Jo Hale denied that the road was closed."}` + "\n"
	if err := os.WriteFile(in, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	if msg, err := command("run", in, "-o", out, "--to", "sqlite").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test"}, nil).Connect(context.Background(), &mcp.CommandTransport{Command: command("mcp", "--db", out)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	tools, err := session.ListTools(context.Background(), nil)
	if err != nil || len(tools.Tools) != 3 {
		t.Fatalf("%v, %v", tools, err)
	}
	for _, tt := range []struct {
		arguments map[string]any
		want      string // article of the only claim
	}{{map[string]any{"stance": []string{"deny"}}, "a2"}, {map[string]any{"number": ">1000", "unit": "USD"}, "a1"}, {map[string]any{"source": "Lee"}, "a1"}} {
		r, err := session.CallTool(context.Background(), &mcp.CallToolParams{Name: "query_claims", Arguments: tt.arguments})
		if err != nil || r.IsError {
			t.Fatalf("%v: %v %+v", tt.arguments, err, r)
		}
		data, _ := json.Marshal(r.StructuredContent)
		var found struct{ Claims []claimwire.ClaimRecord }
		if err := json.Unmarshal(data, &found); err != nil || len(found.Claims) != 1 || found.Claims[0].Article != tt.want {
			t.Errorf("%v: %s, %v", tt.arguments, data, err)
		}
	}
}
