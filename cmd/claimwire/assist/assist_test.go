package assist_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/cmd/claimwire/assist"
)

const news = "Mayor Ann Lee said on Wednesday that the café would cost €3 million.\n\n“It may close,” she added."

// connect runs a server and a client of the same SDK on two ends of a pipe.
func connect(t *testing.T, c assist.Config) *mcp.ClientSession {
	t.Helper()
	var err error
	if c.Extractor, err = claimwire.New(claimwire.Options{}); err != nil {
		t.Fatal(err)
	}
	s, err := assist.New(c)
	if err != nil {
		t.Fatal(err)
	}
	here, there := mcp.NewInMemoryTransports()
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	go s.Run(ctx, there)
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test"}, nil).Connect(ctx, here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return session
}

// call gives the structured output of a tool, or the text of its error.
func call(t *testing.T, s *mcp.ClientSession, tool string, arguments map[string]any, out any) (fault string) {
	t.Helper()
	r, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		return err.Error()
	}
	if r.IsError {
		return r.Content[0].(*mcp.TextContent).Text
	}
	data, err := json.Marshal(r.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, out); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return ""
}

type found struct {
	Title, Text string
	Claims      []claimwire.ClaimRecord
}

func TestExtractAndExplain(t *testing.T) {
	s := connect(t, assist.Config{})
	var f found
	if fault := call(t, s, "extract_claims", map[string]any{"text": news, "published": "2024-10-24", "id": "7f3a"}, &f); fault != "" {
		t.Fatal(fault)
	}
	if len(f.Claims) != 2 || f.Claims[0].Article != "7f3a" || f.Claims[0].Quantities[0].Value != "3000000" || f.Claims[0].Times[0].Value != "2024-10-23" {
		t.Errorf("%+v", f.Claims)
	}
	for _, c := range f.Claims {
		for _, p := range c.Parts {
			if news[p.Start:p.End] != p.Text {
				t.Errorf("%q at %d:%d is %q", p.Text, p.Start, p.End, news[p.Start:p.End])
			}
		}
	}
	var e struct{ Explanation string }
	if fault := call(t, s, "explain_claim", map[string]any{"text": news, "claim": f.Claims[0].ID}, &e); fault != "" || !strings.Contains(e.Explanation, f.Claims[0].Rule) {
		t.Errorf("%s %s", fault, e.Explanation)
	}
	page := "<!doctype html><title>Café</title><article><p>The mayor said on Monday that the café was closed, and nobody knew when it would open again.</p></article>"
	if fault := call(t, s, "extract_claims", map[string]any{"html": page}, &f); fault != "" || !strings.Contains(f.Text, "café was closed") || len(f.Claims) == 0 {
		t.Errorf("page: %s %+v", fault, f)
	}
	for _, tt := range []struct {
		tool      string
		arguments map[string]any
		want      string
	}{
		{"extract_claims", map[string]any{}, "give one of text, html and file"},
		{"extract_claims", map[string]any{"text": "x", "html": "y"}, "give one of"},
		{"extract_claims", map[string]any{"text": news, "published": "soon"}, "published: \"soon\" is no date"},
		{"extract_claims", map[string]any{"file": "/etc/passwd"}, "no files may be read"},
		{"extract_claims", map[string]any{"html": "<p>x"}, "skipped: too short"},
		{"explain_claim", map[string]any{"text": news, "claim": "c0"}, "c0"},
		{"query_claims", map[string]any{}, "query_claims"},
	} {
		if fault := call(t, s, tt.tool, tt.arguments, &f); !strings.Contains(fault, tt.want) {
			t.Errorf("%s %v: %q, want %q", tt.tool, tt.arguments, fault, tt.want)
		}
	}
}

func TestFilesAndLimits(t *testing.T) {
	folder, outside := t.TempDir(), filepath.Join(t.TempDir(), "secret.txt")
	for path, text := range map[string]string{filepath.Join(folder, "news.txt"): news, filepath.Join(folder, "long.txt"): strings.Repeat(news, 100), outside: news} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(folder, "link.txt")); err != nil {
		t.Fatal(err)
	}
	s := connect(t, assist.Config{Folders: []string{folder}, MaxBytes: 1000})
	for _, path := range []string{"news.txt", filepath.Join(folder, "news.txt")} {
		var f found
		if fault := call(t, s, "extract_claims", map[string]any{"file": path}, &f); fault != "" || len(f.Claims) != 2 || f.Text != news {
			t.Errorf("%s: %s %+v", path, fault, f)
		}
	}
	for path, want := range map[string]string{
		outside: "lies in none of the folders", "../secret.txt": "escapes", "link.txt": "escapes", ".": "no file", "none.txt": "no such file", "long.txt": "longer than the limit of 1000",
	} {
		if fault := call(t, s, "extract_claims", map[string]any{"file": path}, &found{}); !strings.Contains(fault, want) {
			t.Errorf("%s: %q, want %q", path, fault, want)
		}
	}
}
