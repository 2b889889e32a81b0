package corpus

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDuplicates(t *testing.T) {
	data, err := os.ReadFile("founding/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	var d Duplicates
	for _, tt := range []struct {
		id, text, of string
		exact        bool
	}{
		{"first", text, "", false},
		{"copy", text, "first", true},
		{"in capitals", strings.ToUpper(text), "first", true},
		{"one word changed", strings.Replace(text, "wildfire", "bushfire", 1), "first", false},
		{"another", strings.Join(strings.Fields(text)[200:], " "), "", false},
		{"short", "It rained.", "", false},
		{"short again", "It rained!", "short", true},
		{"short but other", "It snowed.", "", false},
	} {
		if of, exact := d.Seen(tt.id, tt.text); of != tt.of || exact != tt.exact {
			t.Errorf("%s: a copy of %q, %v; want %q, %v", tt.id, of, exact, tt.of, tt.exact)
		}
	}
}

func TestDuplicatesApart(t *testing.T) {
	var d Duplicates
	for i := range 500 {
		var b strings.Builder
		for j := range 60 {
			fmt.Fprintf(&b, "w%d ", (i*7919+j*j*31)%10007)
		}
		if of, _ := d.Seen(fmt.Sprint(i), b.String()); of != "" {
			t.Fatalf("text %d taken for %s", i, of)
		}
	}
}

// With a limit, the oldest text is forgotten, and only that.
func TestDuplicatesLimit(t *testing.T) {
	d := Duplicates{Limit: 3}
	long := strings.Repeat("the council of the town met on the hill above the river ", 3)
	for _, x := range []struct{ id, text, of string }{
		{"a", long + "one", ""},
		{"b", "short text", ""},
		{"a2", long + "one", "a"},
		{"c", "other text", ""},
		{"d", "one more text", ""}, // a is forgotten now
		{"b2", "Short text.", "b"},
		{"a3", long + "one", ""},
		{"b3", "short text", ""},
		{"a4", long + "one", "a3"},
	} {
		if of, _ := d.Seen(x.id, x.text); of != x.of {
			t.Errorf("%s is a copy of %q, want %q", x.id, of, x.of)
		}
	}
	if len(d.exact) != 3 || len(d.order) != 3 {
		t.Errorf("%d and %d texts are remembered, want 3", len(d.exact), len(d.order))
	}
}
