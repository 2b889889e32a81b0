package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/golden"
	"github.com/claimwire/claimwire/internal/offset"
	"github.com/claimwire/claimwire/pipeline"
)

var update = flag.Bool("update", false, "write docs/schema anew")

func path(name string) string {
	return filepath.Join("../../../docs/schema", strings.ReplaceAll(name, "/", "-")+".schema.json")
}

// TestFiles holds the committed schemas to the structs.
func TestFiles(t *testing.T) {
	for _, name := range Names() {
		want, err := JSON(name)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(path(name), want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(path(name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(got), string(want)); diff != "" {
			t.Errorf("%s is old; go test ./schema -update in cmd/claimwire writes it anew (- file, + structs):\n%s", path(name), diff)
		}
	}
}

// TestDocumented wants every field of a claim in docs/schema.md.
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile("../../../docs/schema.md")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Of("claim/1")
	if err != nil {
		t.Fatal(err)
	}
	walk(s, "", func(s *jsonschema.Schema) {
		for name := range s.Properties {
			if !bytes.Contains(page, []byte("`"+name+"`")) {
				t.Errorf("docs/schema.md does not tell of `%s`", name)
			}
		}
	})
}

// compiled is a committed schema as a validator by other hands reads it.
func compiled(t *testing.T, name string) *validator.Schema {
	t.Helper()
	data, err := os.ReadFile(path(name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := validator.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *validator.Schema, record []byte) {
	t.Helper()
	value, err := validator.UnmarshalJSON(bytes.NewReader(record))
	if err != nil {
		t.Fatalf("%v in %s", err, record)
	}
	if err := s.Validate(value); err != nil {
		t.Errorf("%v\n%s", err, record)
	}
}

// TestRecords validates every record of every golden article, in each unit of offsets.
func TestRecords(t *testing.T) {
	files, err := golden.Load("../../../golden")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	claim, doc, empty, failure := compiled(t, "claim/1"), compiled(t, "doc/1"), compiled(t, "empty/1"), compiled(t, "error")
	all, err := extract.ParseLayers([]string{"all"})
	if err != nil {
		t.Fatal(err)
	}
	claims := 0
	for _, f := range files {
		for _, c := range f.Cases {
			d, err := p.Annotate(t.Context(), c.Article)
			if err != nil {
				validate(t, failure, encode(t, pipeline.FailureOf(d, err)))
				continue
			}
			for _, unit := range []offset.Unit{offset.Bytes, offset.Chars, offset.UTF16} {
				table := offset.New(d.Text, unit)
				validate(t, doc, table.Rewrite(encode(t, d.Record(all))))
				for _, r := range d.ClaimRecords() {
					claims++
					validate(t, claim, table.Rewrite(encode(t, r)))
				}
			}
			validate(t, empty, encode(t, d.EmptyRecord()))
		}
	}
	if claims == 0 {
		t.Error("no claim was validated")
	}
}

// TestRefuses shows that the schema can say no.
func TestRefuses(t *testing.T) {
	s := compiled(t, "claim/1")
	for _, record := range []string{`{}`, `{"v":"claim/2"}`} {
		value, err := validator.UnmarshalJSON(strings.NewReader(record))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(value) == nil {
			t.Errorf("%s is taken for a claim", record)
		}
	}
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
