package serve

import (
	"context"
	"net/http"
	"reflect"
	"runtime"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
)

// About says what is known of an article that comes as text or as a page.
type About struct {
	ID        string `query:"id" doc:"The caller's id of an article that comes as text or page. A JSON article has its own."`
	URL       string `query:"url" doc:"Its address."`
	Title     string `query:"title" doc:"Its title."`
	Published string `query:"published" example:"2024-10-24" doc:"Publication date of articles that carry none."`
	Offsets   string `query:"offsets" enum:"bytes,chars,utf16" default:"bytes" doc:"What start and end count: bytes of UTF-8, code points as in Python, or units of UTF-16 as in JavaScript and Java."`
}

type extractQuery struct {
	About
	Empty bool `query:"empty" doc:"Write an empty/1 record for an article without claims."`
}

type annotateQuery struct {
	About
	Layers []string `query:"layers" doc:"Layers of the records: sentences, tokens, entities, chains, quantities, times, quotes, claims, or all. All but tokens are the default."`
}

// An article is what an article posted as JSON looks like.
type article struct {
	ID        string `json:"id,omitempty" doc:"The caller's id."`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty" example:"2024-10-24" doc:"A date or a time by RFC 3339."`
	Text      string `json:"text,omitempty" doc:"Plain text; offsets count from its start."`
	HTML      string `json:"html,omitempty" doc:"A page, in place of text."`
}

func (s *Server) register(mux *http.ServeMux) error {
	config := huma.DefaultConfig("Claimwire", s.Version)
	config.Info.Description = "Claim records from English news: who said it, by which cue, exactly what, how committed, with the numbers, dates and places inside."
	config.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	config.CreateHooks = nil // responses are our records, without links to schemas in them
	config.DocsPath = ""     // its page would load scripts from elsewhere
	config.Components.Schemas.RegisterTypeAlias(reflect.TypeFor[extract.Decimal](), reflect.TypeFor[float64]())
	config.Components.Schemas.RegisterTypeAlias(reflect.TypeFor[extract.Timestamp](), reflect.TypeFor[string]())
	api := humago.New(mux, config)

	huma.Register(api, s.operation(api, "extract", "Claims of articles, one claim/1 record a line.", reflect.TypeFor[claimwire.ClaimRecord]()),
		func(_ context.Context, q *extractQuery) (*huma.StreamResponse, error) {
			f, err := newForm(&q.About)
			if err != nil {
				return nil, err
			}
			f.empty, f.layers = q.Empty, claimwire.Claims
			return s.answer(f)
		})
	huma.Register(api, s.operation(api, "annotate", "Articles with their layers, one doc/1 record a line.", reflect.TypeFor[claimwire.Record]()),
		func(_ context.Context, q *annotateQuery) (*huma.StreamResponse, error) {
			f, err := newForm(&q.About)
			if err != nil {
				return nil, err
			}
			if len(q.Layers) == 0 {
				q.Layers = []string{"sentences", "entities", "chains", "quantities", "times", "quotes", "claims"}
			}
			if f.layers, err = claimwire.ParseLayers(q.Layers...); err != nil {
				return nil, huma.Error422UnprocessableEntity("layers: " + err.Error())
			}
			f.documents = true
			return s.answer(f)
		})
	for _, path := range []string{"/v1/extract", "/v1/annotate"} {
		describeBody(api, api.OpenAPI().Paths[path].Post)
	}
	schemas := api.OpenAPI().Components.Schemas.Map()
	schemas["Source"].Required = []string{"kind"} // start and end go with the mention
	for _, field := range []string{"value", "low", "high", "base"} {
		schemas["Quantity"].Properties[field].Nullable = true
	}
	s.registerHealth(api)
	return nil
}

// operation describes a way to post articles.
func (s *Server) operation(api huma.API, name, summary string, record reflect.Type) huma.Operation {
	schemas := api.OpenAPI().Components.Schemas
	failure := schemas.Schema(reflect.TypeFor[claimwire.Failure](), true, "Failure")
	problem := schemas.Schema(reflect.TypeFor[huma.ErrorModel](), true, "ErrorModel")
	responses := map[string]*huma.Response{
		"200": {
			Description: "One record a line. An article of a stream that could not be processed has a Failure in its place.",
			Content: map[string]*huma.MediaType{ndjson: {Schema: &huma.Schema{
				OneOf: []*huma.Schema{schemas.Schema(record, true, name), schemas.Schema(reflect.TypeFor[claimwire.EmptyRecord](), true, "Empty"), failure},
			}}},
		},
		"422": {Description: "The article could not be processed, or is none.", Content: map[string]*huma.MediaType{ndjson: {Schema: failure}, "application/problem+json": {Schema: problem}}},
	}
	for code, why := range map[string]string{
		"400": "The body is no JSON, or did not arrive wholly.", "408": "The body took too long to arrive.", "413": "The article is too long.",
		"415": "The Content-Type is none of those that are read.", "429": "Too many requests are in hand: come again after Retry-After seconds.",
		"503": "The article took too long, or the server is stopping.",
	} {
		responses[code] = &huma.Response{Description: why, Content: map[string]*huma.MediaType{"application/problem+json": {Schema: problem}}}
	}
	return huma.Operation{
		OperationID: name, Method: http.MethodPost, Path: "/v1/" + name, Summary: summary, Tags: []string{"articles"},
		Description: "One article as JSON, text or page, or a stream of articles as JSON Lines, which is answered as it comes.",
		Responses:   responses,
		Middlewares: huma.Middlewares{s.admit},
	}
}

// describeBody says what is posted. It comes after Register, which would read the body
// into memory for an operation that has one.
func describeBody(api huma.API, o *huma.Operation) {
	one := api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[article](), true, "Article")
	text := &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
	o.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"application/json": {Schema: one}, ndjson: {Schema: one}, "text/plain": text, "text/html": text,
	}}
}

type health struct {
	Body struct {
		Status string `json:"status" enum:"ok,not ready"`
	}
}

func (s *Server) registerHealth(api huma.API) {
	huma.Register(api, huma.Operation{OperationID: "healthz", Method: http.MethodGet, Path: "/healthz", Summary: "The process is alive.", Tags: []string{"health"}},
		func(context.Context, *struct{}) (*health, error) {
			h := &health{}
			h.Body.Status = "ok"
			return h, nil
		})
	huma.Register(api, huma.Operation{
		OperationID: "readyz", Method: http.MethodGet, Path: "/readyz", Summary: "Lists and weights are loaded, and the server is not stopping.",
		Tags: []string{"health"}, Errors: []int{http.StatusServiceUnavailable},
	}, func(context.Context, *struct{}) (*health, error) {
		if !s.ready.Load() {
			return nil, huma.Error503ServiceUnavailable("not ready")
		}
		h := &health{}
		h.Body.Status = "ok"
		return h, nil
	})
}

func workers(n int) int {
	if n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}
