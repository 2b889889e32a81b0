package golden

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
)

// TestRecordsReadBack holds that a program in Go can read every record into the types that wrote
// it, and that nothing is lost on the way there and back.
func TestRecordsReadBack(t *testing.T) {
	p := english(t)
	all, err := extract.ParseLayers([]string{"all"})
	if err != nil {
		t.Fatal(err)
	}
	files, err := Load(".")
	if err != nil {
		t.Fatal(err)
	}
	articles := []*extract.Article{
		{ID: "huge", Text: "The minister said on Tuesday that " + strings.Repeat("9", 310) + " troops and 1e309 shells were there. Between 5 and 1e400 people came."},
		{ID: "day", Text: "He said it rained.", Published: extract.Timestamp{Time: time.Date(2024, 10, 24, 0, 0, 0, 0, time.UTC)}, Title: "a < b & c > d"},
	}
	for _, f := range files {
		for _, c := range f.Cases {
			articles = append(articles, c.Article)
		}
	}
	claims := 0
	for _, a := range articles {
		d, err := p.Annotate(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		back(t, d.Record(all), &extract.Record{})
		for i := range d.Claims {
			back(t, &d.Claims[i], &extract.Claim{})
			claims++
		}
	}
	if claims < 100 {
		t.Errorf("only %d claims were tried", claims)
	}
}

func back(t *testing.T, record, into any) {
	t.Helper()
	once := encoded(t, record)
	var loose map[string]any
	if err := json.Unmarshal(once, &loose); err != nil {
		t.Errorf("%s: %v", once, err)
	}
	if err := json.Unmarshal(once, into); err != nil {
		t.Errorf("%s: %v", once, err)
		return
	}
	if twice := encoded(t, into); !bytes.Equal(once, twice) {
		t.Errorf("wrote  %s\nread   %s", once, twice)
	}
}

func encoded(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
