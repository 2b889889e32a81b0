package lexicon

import (
	"strings"
	"testing"
)

func TestAllLists(t *testing.T) {
	entries, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		table, err := Open(strings.TrimSuffix(e.Name(), ".tsv"))
		if err != nil {
			t.Error(err)
			continue
		}
		if len(table.Rows) == 0 {
			t.Errorf("%s has no rows", e.Name())
		}
	}
}

func TestParseFaults(t *testing.T) {
	const head = "# source: x\n# licence: y\n# columns: name\tcode\n"
	for _, tt := range []struct{ text, want string }{
		{head + "yd\t1\nyd\t2\n", `lexicon/u.tsv:5: "yd" listed twice, first at line 4`},
		{head + "yd\n", "lexicon/u.tsv:4: 1 cells for 2 columns"},
		{"yd\t1\n", `lexicon/u.tsv:1: a row before the "# columns:" line`},
		{"# columns: name\nyd\n", "lexicon/u.tsv:1: the head names no source or no licence"},
		{"# columns: name\n# key: nom\n", `lexicon/u.tsv:2: key "nom" is no column`},
	} {
		_, err := Parse("u.tsv", tt.text)
		if err == nil || err.Error() != tt.want {
			t.Errorf("Parse(%q) gives %v, want %s", tt.text, err, tt.want)
		}
	}
}
