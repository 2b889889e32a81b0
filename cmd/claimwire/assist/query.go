package assist

import (
	"context"
	"encoding/json"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/store/query"
)

const mostFound = 200

type queryInput struct {
	Text       string   `json:"text,omitempty" jsonschema:"words and quoted phrases of what is said or who says it, all of them; -word must not be there"`
	Source     string   `json:"source,omitempty" jsonschema:"words of the source's name"`
	Kind       []string `json:"kind,omitempty" jsonschema:"of source: person, group, organisation, document, anonymous, implicit, author"`
	Type       []string `json:"type,omitempty" jsonschema:"direct, indirect, mixed, none"`
	Stance     []string `json:"stance,omitempty" jsonschema:"assert, deny, predict and so on"`
	Factuality []string `json:"factuality,omitempty" jsonschema:"CT+, CT-, PR+, PS+, Uu"`
	Number     string   `json:"number,omitempty" jsonschema:"a number inside: >1000, <=5, 3000, 10..20"`
	Unit       string   `json:"unit,omitempty" jsonschema:"its unit: USD, %, km; none for counts"`
	Of         string   `json:"of,omitempty" jsonschema:"words in what it counts or measures"`
	Date       string   `json:"date,omitempty" jsonschema:"day, month or year that a time inside falls into: 2024-10-23, 2024-10, 2024"`
	Published  string   `json:"published,omitempty" jsonschema:"the same for the article's date, or a range 2024-10..2024-12"`
	Place      string   `json:"place,omitempty" jsonschema:"name or ISO 3166 code of a place inside"`
	Article    string   `json:"article,omitempty" jsonschema:"id of an article"`
	Limit      int      `json:"limit,omitempty" jsonschema:"at most so many claims; 50 if none is given, 200 at most"`
}

type found struct {
	Claims []claimwire.ClaimRecord `json:"claims"`
	More   bool                    `json:"more" jsonschema:"there are more than the limit"`
}

func (s *server) query(ctx context.Context, _ *mcp.CallToolRequest, in queryInput) (*mcp.CallToolResult, found, error) {
	ctx, stop := context.WithTimeout(ctx, s.Timeout)
	defer stop()
	limit := in.Limit
	if limit <= 0 {
		limit = 50
	}
	limit = min(limit, mostFound)
	f := &query.Filter{
		Text: in.Text, Source: in.Source, Kind: in.Kind, Type: in.Type, Stance: in.Stance, Factuality: in.Factuality, Number: in.Number,
		Unit: in.Unit, Of: in.Of, Date: in.Date, Published: in.Published, Place: in.Place, Article: in.Article,
	}
	out := found{Claims: []claimwire.ClaimRecord{}}
	err := s.Dialect.Claims(ctx, s.DB, f, limit+1, func(r *query.Row) error {
		if len(out.Claims) == limit {
			out.More = true
			return nil
		}
		var c claimwire.ClaimRecord
		if err := json.Unmarshal([]byte(r.Record), &c); err != nil {
			return err
		}
		out.Claims = append(out.Claims, c)
		return nil
	})
	return nil, out, err
}
