// Package schema makes the JSON Schemas of the records from the structs that are
// written.
package schema

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/offset"
)

// records are the structs by the version that their "v" names, and the error record.
var records = map[string]func(*jsonschema.ForOptions) (*jsonschema.Schema, error){
	"claim/1": jsonschema.For[extract.ClaimRecord],
	"doc/1":   jsonschema.For[extract.Record],
	"empty/1": jsonschema.For[extract.EmptyRecord],
	"error":   jsonschema.For[extract.Failure],
}

// Names lists the records that have a schema.
func Names() []string {
	var names []string
	for n := range records {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// Of is the schema of a record, by draft 2020-12.
func Of(name string) (*jsonschema.Schema, error) {
	made, ok := records[name]
	if !ok {
		return nil, fmt.Errorf("no record %q: there are %s", name, strings.Join(Names(), ", "))
	}
	s, err := made(&jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[extract.Decimal]():   {Types: []string{"number", "null"}},
		reflect.TypeFor[extract.Timestamp](): {Type: "string", Description: "RFC 3339: a date, or a time with its zone"},
	}})
	if err != nil {
		return nil, err
	}
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.Title = name
	walk(s, "", refine)
	if name != "error" {
		s.Properties["v"].Enum = values(name)
		s.Properties["offsets"] = &jsonschema.Schema{
			Type: "string", Enum: values(string(offset.Chars), string(offset.UTF16)),
			Description: "what start and end count: code points, or code units of UTF-16; bytes of UTF-8 where it is absent",
		}
	}
	return s, nil
}

// JSON is the schema of a record as its file holds it.
func JSON(name string) ([]byte, error) {
	s, err := Of(name)
	if err != nil {
		return nil, err
	}
	b, err := json.MarshalIndent(s, "", "  ")
	return append(b, '\n'), err
}

// codes are the values of the fields that hold codes.
var codes = map[string][]string{
	"type":       {extract.Direct, extract.Indirect, extract.Mixed, extract.None},
	"stance":     extract.Stances(),
	"factuality": extract.FactualityCodes(),
}

// refine says of a claim's and a source's fields what their Go types do not.
func refine(s *jsonschema.Schema) {
	has := func(names ...string) bool {
		for _, n := range names {
			if s.Properties[n] == nil {
				return false
			}
		}
		return true
	}
	switch {
	case has("stance", "factuality"):
		for name, values := range codes {
			s.Properties[name].Enum = enum(values)
		}
	case has("mention", "kind"):
		s.Properties["kind"].Enum = enum(extract.SourceKinds())
		s.Required = []string{"kind"} // start and end are there with a mention
	}
}

func enum(names []string) []any { return values(names...) }

func values(names ...string) []any {
	out := make([]any, len(names))
	for i, n := range names {
		out[i] = n
	}
	return out
}

// walk calls do on a schema and on all below it.
func walk(s *jsonschema.Schema, name string, do func(*jsonschema.Schema)) {
	if s == nil {
		return
	}
	do(s)
	for n, p := range s.Properties {
		walk(p, n, do)
	}
	walk(s.Items, name, do)
}
