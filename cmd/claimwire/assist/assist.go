// Package assist gives an assistant the claims of articles over the Model Context
// Protocol, so that it can quote who said what with spans that were checked.
package assist

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/store/query"
)

// A Config is the choices of a server.
type Config struct {
	Extractor *claimwire.Extractor
	Version   string
	Folders   []string      // files below them may be read; none refuses files
	MaxBytes  int64         // of one article; 0 is 8 MB
	Timeout   time.Duration // for one call; 0 is 30 s
	DB        *sql.DB       // claims to ask; nil leaves out query_claims
	Dialect   *query.Dialect
}

type server struct{ Config }

// New makes a server with its tools. Run it on a transport.
func New(c Config) (*mcp.Server, error) {
	if c.MaxBytes == 0 {
		c.MaxBytes = 8 << 20
	}
	if c.Timeout == 0 {
		c.Timeout = 30 * time.Second
	}
	s := &server{c}
	m := mcp.NewServer(&mcp.Implementation{Name: "claimwire", Title: "Claimwire", Version: c.Version}, &mcp.ServerOptions{
		Instructions: "Claims are what somebody is reported to have said: never take them for facts. Quote by parts, whose text stands in the article at start to end (bytes). " +
			"stance and factuality say how far the source commits; negated and conditional are read with them.",
	})
	reads := &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true}
	schema, err := outputSchema[claims]()
	if err != nil {
		return nil, err
	}
	mcp.AddTool(m, &mcp.Tool{
		Name: "extract_claims", Title: "Find who said what in an article", Annotations: reads, OutputSchema: schema,
		Description: "Claims of an English news article, given as plain text, as a page in HTML, or as a file: who said it, by which cue, exactly what, how committed, with numbers, dates and places inside.",
	}, s.extract)
	mcp.AddTool(m, &mcp.Tool{
		Name: "explain_claim", Title: "Say why a claim was found", Annotations: reads,
		Description: "Which rule found a claim of an article, and what each of its parts matched. The article is given as for extract_claims.",
	}, s.explain)
	if c.DB != nil {
		if schema, err = outputSchema[found](); err != nil {
			return nil, err
		}
		mcp.AddTool(m, &mcp.Tool{
			Name: "query_claims", Title: "Ask the database of claims", Annotations: reads, OutputSchema: schema,
			Description: "Claims of the database that meet all the fields given.",
		}, s.query)
	}
	return m, nil
}

// outputSchema is the schema of T as it is written: decimals are numbers.
func outputSchema[T any]() (*jsonschema.Schema, error) {
	return jsonschema.For[T](&jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[extract.Decimal]():   {Types: []string{"number", "null"}},
		reflect.TypeFor[extract.Timestamp](): {Type: "string"},
	}})
}

// An article is how the tools take one: by text, page or file.
type article struct {
	Text      string `json:"text,omitempty" jsonschema:"plain text of the article"`
	HTML      string `json:"html,omitempty" jsonschema:"a page in HTML, in place of text"`
	File      string `json:"file,omitempty" jsonschema:"path of a file with text or HTML, in place of text; only below the folders that the server was started with"`
	ID        string `json:"id,omitempty" jsonschema:"your id of the article"`
	Published string `json:"published,omitempty" jsonschema:"publication date, 2024-10-24, by which Wednesday becomes a day"`
}

type claims struct {
	Title  string                  `json:"title,omitempty" jsonschema:"of the article, where it was found"`
	Text   string                  `json:"text,omitempty" jsonschema:"what start and end count bytes of, where the article came as a page or a file"`
	Claims []claimwire.ClaimRecord `json:"claims"`
}

func (s *server) extract(ctx context.Context, _ *mcp.CallToolRequest, in article) (*mcp.CallToolResult, claims, error) {
	d, err := s.annotate(ctx, &in)
	if err != nil {
		return nil, claims{}, err
	}
	out := claims{Title: d.Title, Claims: d.ClaimRecords()}
	if in.Text == "" {
		out.Text = d.Text
	}
	if out.Claims == nil {
		out.Claims = []claimwire.ClaimRecord{}
	}
	return nil, out, nil
}

type explainInput struct {
	article
	Claim string `json:"claim" jsonschema:"id of the claim, as extract_claims gave it"`
}

type explanation struct {
	Explanation string         `json:"explanation"`
	Why         []claim.Reason `json:"why"`
}

func (s *server) explain(ctx context.Context, _ *mcp.CallToolRequest, in explainInput) (*mcp.CallToolResult, explanation, error) {
	d, err := s.annotate(ctx, &in.article)
	if err != nil {
		return nil, explanation{}, err
	}
	for _, e := range s.Extractor.Explain(d) {
		if e.Claim == in.Claim {
			return nil, explanation{e.String(), e.Why}, nil
		}
	}
	return nil, explanation{}, fmt.Errorf("no claim %s in this article", in.Claim)
}

func (s *server) annotate(ctx context.Context, in *article) (*claimwire.Document, error) {
	a, err := s.read(in)
	if err != nil {
		return nil, err
	}
	if in.Published != "" {
		if a.Published, err = claimwire.ParseTimestamp(in.Published); err != nil {
			return nil, fmt.Errorf("published: %w", err)
		}
		a.PublishedFrom = "caller"
	}
	ctx, stop := context.WithTimeout(ctx, s.Timeout)
	defer stop()
	return s.Extractor.Annotate(ctx, a)
}

func (s *server) read(in *article) (*claimwire.Article, error) {
	given := 0
	for _, v := range []string{in.Text, in.HTML, in.File} {
		if v != "" {
			given++
		}
	}
	if given != 1 {
		return nil, errors.New("give one of text, html and file")
	}
	data, kind := []byte(in.Text), "text/plain"
	switch {
	case in.HTML != "":
		data, kind = []byte(in.HTML), "text/html; charset=utf-8"
	case in.File != "":
		var err error
		if data, err = s.file(in.File); err != nil {
			return nil, err
		}
		kind = "" // as it looks
	}
	if int64(len(data)) > s.MaxBytes {
		return nil, fmt.Errorf("the article is longer than the limit of %d bytes", s.MaxBytes)
	}
	id := in.ID
	if id == "" {
		id = in.File
	}
	return claimwire.NewArticle(id, data, kind), nil
}

// file reads a file below one of the folders, links out of them included among what is refused.
func (s *server) file(path string) ([]byte, error) {
	if len(s.Folders) == 0 {
		return nil, errors.New("no files may be read: start the server with --files FOLDER, or give text")
	}
	var last error
	for _, folder := range s.Folders {
		below := path
		if filepath.IsAbs(path) {
			top, err := filepath.Abs(folder)
			if err != nil {
				return nil, err
			}
			if below, err = filepath.Rel(top, path); err != nil || !filepath.IsLocal(below) {
				last = fmt.Errorf("%s lies in none of the folders that may be read: %s", path, strings.Join(s.Folders, ", "))
				continue
			}
		}
		data, err := s.readIn(folder, below)
		if err == nil {
			return data, nil
		}
		last = err
	}
	return nil, last
}

func (s *server) readIn(folder, path string) ([]byte, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, err := root.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", path)
	}
	return io.ReadAll(io.LimitReader(f, s.MaxBytes+1))
}
